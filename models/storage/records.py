"""Records beside the dossier (revisions, approvals, ...), as the library gives them and the exchange file holds them.

They are pydantic models because they also come from files that somebody else made. Each is bound to the content
hash, so that signing changes nothing that was signed (design, "Storage").
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, AwareDatetime, Field, TypeAdapter, ValidationError

from models.dossier import Dossier, Progress, canonical_json, sha256
from models.dossier.base import EMPTY, Frozen, Id, Text
from models.vocabulary import StepId

__all__ = [
    "Adoption",
    "Approval",
    "AuditAction",
    "AuditEntry",
    "Ballot",
    "BoundRecord",
    "Conflict",
    "ExchangeContents",
    "ExportRecord",
    "ImportOutcome",
    "ImportResult",
    "LibraryEntry",
    "Moment",
    "PlainJson",
    "Revision",
    "RevisionDocument",
    "Saved",
    "Sha256",
    "Signature",
    "SignatureAct",
    "Verdict",
    "WorkshopRecord",
    "content_hash_of_document",
]

_MAX_DEPTH = 40
_TEXT: TypeAdapter[str] = TypeAdapter(Text)


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:  # the last day of the year 9999, west of Greenwich
        raise ValueError("moment out of range") from error


def _plain(value: object, depth: int = 0) -> None:
    if depth > _MAX_DEPTH:
        raise ValueError("nested too deep")
    if isinstance(value, str):
        _TEXT.validate_python(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            _plain(key, depth + 1)
            _plain(inner, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            _plain(inner, depth + 1)
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not a finite number")


def _checked_plain(values: dict[str, Any]) -> dict[str, Any]:
    try:
        _plain(values)
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from error
    return values


Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
"""A moment, in UTC."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hex."""

PlainJson = Annotated[dict[str, Any], AfterValidator(_checked_plain)]
"""A JSON object whose texts are valid, whose numbers are finite and that is at most forty levels deep."""


class Revision(Frozen):
    """A named, frozen version of a dossier. ``number``: from 1, unique within the dossier."""

    id: Id
    number: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    name: Text
    created: Moment
    content_hash: Sha256
    knowledge_version: Text


class RevisionDocument(Revision):
    """A revision with all that it froze: the whole document and the advice, as plain JSON values.

    ``document`` keeps the format version of its day; ``dossier_from_values`` lifts it.
    """

    document: PlainJson
    advice: PlainJson


class BoundRecord(Frozen):
    """A record that is bound to one content; ``revision``: the version that was looked at, if it was frozen."""

    id: Id
    content_hash: Sha256
    revision: Id | None = None


class Verdict(StrEnum):
    """What somebody says in an akkoord."""

    AGREED = "agreed"
    AGREED_WITH_REMARK = "agreed_with_remark"
    NOT_AGREED = "not_agreed"


class Approval(BoundRecord):
    """An akkoord of a person in a role, on one content."""

    name: Text
    role: Text = ""
    verdict: Verdict
    remark: Text = ""
    given_on: date


class Adoption(BoundRecord):
    """A vaststelling: the decision of a body (``body``: as "raad van Aalsmeer"), on one content."""

    body: Text
    partner: Id | None = None
    adopted_on: date
    number: Text = ""
    amendments: Text = ""


class SignatureAct(StrEnum):
    """On whose behalf somebody signs: college and raad have different signers, an agreement has one per party."""

    COLLEGE = "college"
    RAAD = "raad"
    AGREEMENT = "agreement"
    OTHER = "other"


class Signature(BoundRecord):
    """An ondertekening. ``file_sha256``: of the signed PDF, None on paper; ``decided_on``: day of the decision."""

    act: SignatureAct
    partner: Id | None = None
    name: Text
    role: Text = ""
    signed_on: date
    decided_on: date | None = None
    file_sha256: Sha256 | None = None


class ExportRecord(Frozen):
    """A file that this library made. ``kind``: as "pdf"; ``sha256``: of its bytes."""

    id: Id
    kind: Id
    sha256: Sha256
    content_hash: Sha256
    created: Moment


class Ballot(Frozen):
    """A ballot of a workshop. ``payload``: encoded votes, opaque here; open ones never leave the library."""

    id: Id
    created: Moment
    closed_at: Moment | None = None
    payload: Text = ""

    @property
    def closed(self) -> bool:
        """Whether the votes have been revealed."""
        return self.closed_at is not None


class WorkshopRecord(Frozen):
    """A werksessie without its votes. ``payload``: as :mod:`models.workshop.records` has it, opaque here."""

    id: Id
    created: Moment
    modified: Moment
    payload: PlainJson


class AuditAction(StrEnum):
    """What happened to a dossier."""

    CREATED = "created"
    SAVED = "saved"
    RENAMED = "renamed"
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    DELETED = "deleted"
    UNDELETED = "undeleted"
    PURGED = "purged"
    DUPLICATED = "duplicated"
    IMPORTED = "imported"
    FROZEN = "frozen"
    APPROVED = "approved"
    ADOPTED = "adopted"
    SIGNED = "signed"
    EXPORTED = "exported"
    BALLOT = "ballot"


class AuditEntry(Frozen):
    """A line of the audit trail. ``detail``: ids, step names and counts, never what people answered."""

    id: Id
    at: Moment
    action: AuditAction
    dossier_id: Id
    detail: PlainJson


@dataclass(frozen=True)
class ExchangeContents:
    """All that an exchange file carries.

    ``created``: moment of export, ``modified``: last change of the dossier; None for a plain JSON file.
    """

    dossier: Dossier
    created: datetime | None = None
    modified: datetime | None = None
    revisions: tuple[RevisionDocument, ...] = ()
    approvals: tuple[Approval, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    signatures: tuple[Signature, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    workshops: tuple[WorkshopRecord, ...] = ()
    audit: tuple[AuditEntry, ...] = ()


class LibraryEntry(NamedTuple):
    """A dossier in the list: no answers, only what the list shows. ``partners``: names of those that take part.

    ``filled``: the steps in which somebody filled in something; ``progress``: what people said of each.
    """

    id: str
    title: str
    partners: tuple[str, ...]
    dated: date
    modified: datetime
    fictional: bool
    archived: bool
    deleted: bool
    short_route: bool = False
    filled: frozenset[StepId] = frozenset()
    progress: Mapping[StepId, Progress] = EMPTY


class Saved(NamedTuple):
    """What a save wrote. ``steps``: sections that changed; ``head``: whether title, progress, drafts, ... did."""

    dossier_id: str
    steps: tuple[StepId, ...]
    head: bool
    modified: datetime

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self.head or bool(self.steps)


class Conflict(StrEnum):
    """What an import does when the library holds another content under the same id."""

    ASK = "ask"
    NEWEST = "newest"
    BOTH = "both"


class ImportOutcome(StrEnum):
    """What an import did with the dossier itself."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    KEPT = "kept"
    COPIED = "copied"


class ImportResult(NamedTuple):
    """``dossier_id``: under which it now stands. ``records``: how many records were new.

    ``restored``: it was in the bin and came back.
    """

    outcome: ImportOutcome
    dossier_id: str
    records: int = 0
    restored: bool = False


def content_hash_of_document(document: dict[str, Any], advice: dict[str, Any], knowledge_version: str) -> str:
    """The content hash of a frozen document in plain JSON values, of whatever format version.

    The same as :func:`models.dossier.content_hash`, which needs a document of today's version.
    """
    steps = [step.value for step in StepId if step is not StepId.VASTSTELLING]
    sections = {step: document[step] for step in steps if step in document}
    content = {"sections": sections, "advice": advice, "knowledge_version": knowledge_version}
    return sha256(canonical_json(content))
