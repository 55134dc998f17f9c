"""The exchange file ``.vormwijzer``: a dossier with its records in one zip, for another laptop or the archive.

Members: ``manifest.json`` (format version, dossier id, a SHA-256 of each other member), ``dossier.json``,
``revisions.json``, ``approvals.json``, ``ballots.json`` (closed ones only), ``workshops.json`` and
``audit.json`` (design, "Storage").
"""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Final, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from models.dossier import (
    Dossier,
    DossierError,
    NewerVersionError,
    canonical_json,
    dossier_from_values,
    read_dossier,
    sha256,
)
from models.dossier.base import Frozen, FrozenDict, Id, Text
from models.dossier.read import parse_json
from models.dossier.wording import reason_of
from models.storage.archive import MAX_ARCHIVE, MAX_MEMBER, is_zip, read_members, zip_bytes
from models.storage.errors import ExchangeError, ExchangeNewer
from models.storage.records import (
    Adoption,
    Approval,
    AuditEntry,
    Ballot,
    BoundRecord,
    ExchangeContents,
    Moment,
    RevisionDocument,
    Sha256,
    Signature,
    WorkshopRecord,
    content_hash_of_document,
)

__all__ = ["EXCHANGE_SUFFIX", "EXCHANGE_VERSION", "exchange_bytes", "read_any", "read_exchange"]

EXCHANGE_VERSION: Final = 2
"""Version of the exchange file; one higher for each change that an older program cannot read. 2: with werksessies."""

EXCHANGE_SUFFIX: Final = ".vormwijzer"
"""How the name of an exchange file ends."""

_MANIFEST, _DOSSIER = "manifest.json", "dossier.json"
_REVISIONS, _APPROVALS, _BALLOTS, _AUDIT = "revisions.json", "approvals.json", "ballots.json", "audit.json"
_WORKSHOPS = "workshops.json"
_PARTS = (_DOSSIER, _REVISIONS, _APPROVALS, _BALLOTS, _WORKSHOPS, _AUDIT)
_SINCE = {_WORKSHOPS: 2}
"""Parts that older files do not have, by the version that brought them."""


_T = TypeVar("_T")


class _Manifest(Frozen):
    format_version: Annotated[int, Field(strict=True, ge=1, le=EXCHANGE_VERSION)]
    program: Text
    created: Moment
    modified: Moment | None = None
    dossier: Id
    members: FrozenDict[Text, Sha256]


class _Approvals(Frozen):
    approvals: tuple[Approval, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    signatures: tuple[Signature, ...] = ()


_LATER = ConfigDict(defer_build=True)
"""Built when an exchange file is read: a dossier in JSON has none of these."""

_MANIFESTS: TypeAdapter[_Manifest] = TypeAdapter(_Manifest)
_APPROVAL_LISTS: TypeAdapter[_Approvals] = TypeAdapter(_Approvals)
_REVISION_LISTS: TypeAdapter[tuple[RevisionDocument, ...]] = TypeAdapter(tuple[RevisionDocument, ...], config=_LATER)
_BALLOT_LISTS: TypeAdapter[tuple[Ballot, ...]] = TypeAdapter(tuple[Ballot, ...], config=_LATER)
_WORKSHOP_LISTS: TypeAdapter[tuple[WorkshopRecord, ...]] = TypeAdapter(tuple[WorkshopRecord, ...], config=_LATER)
_AUDIT_LISTS: TypeAdapter[tuple[AuditEntry, ...]] = TypeAdapter(tuple[AuditEntry, ...], config=_LATER)


def exchange_bytes(contents: ExchangeContents) -> bytes:
    """The exchange file of ``contents``; equal contents give equal bytes.

    Raises ``ValueError`` for an open ballot, which must not leave the library, and :class:`ExchangeError` when
    the contents are larger than any program would read back.
    """
    if not all(ballot.closed for ballot in contents.ballots):
        raise ValueError("an open ballot cannot leave the library")
    version = EXCHANGE_VERSION if contents.workshops else 1  # without them an older program can read it
    values = _values(contents)
    parts = {name: canonical_json(values[name]) for name in _parts_of(version)}
    manifest = _Manifest(
        format_version=version,
        program="Vormwijzer",
        created=contents.created or datetime(1980, 1, 1, tzinfo=UTC),
        modified=contents.modified,
        dossier=contents.dossier.id,
        members={name: sha256(part) for name, part in parts.items()},
    )
    members = {**parts, _MANIFEST: canonical_json(manifest.model_dump(mode="json"))}
    if max(map(len, members.values())) > MAX_MEMBER or sum(map(len, members.values())) > MAX_ARCHIVE:
        raise ExchangeError("Dit dossier is te groot om te exporteren.")
    return zip_bytes(members)


def _parts_of(version: int) -> tuple[str, ...]:
    return tuple(name for name in _PARTS if version >= _SINCE.get(name, 1))


def _values(contents: ExchangeContents) -> dict[str, Any]:
    approvals = _Approvals(approvals=contents.approvals, adoptions=contents.adoptions, signatures=contents.signatures)
    return {
        _DOSSIER: contents.dossier.as_json(),
        _REVISIONS: _dumped(contents.revisions),
        _APPROVALS: approvals.model_dump(mode="json"),
        _BALLOTS: _dumped(contents.ballots),
        _WORKSHOPS: _dumped(contents.workshops),
        _AUDIT: _dumped(contents.audit),
    }


def _dumped(records: Sequence[Frozen]) -> list[dict[str, Any]]:
    return [record.model_dump(mode="json") for record in records]


def read_any(data: bytes) -> ExchangeContents:
    """The contents of an exchange file, or of a plain dossier in JSON.

    What begins as a zip is read as one, so that a file that was cut off is called damaged. Raises
    :class:`ExchangeError`, for a newer file :class:`ExchangeNewer`.
    """
    if is_zip(data):
        return read_exchange(data)
    if not data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        raise ExchangeError("Dit is geen dossier: kies een bestand dat Vormwijzer heeft gemaakt.")
    try:
        return ExchangeContents(read_dossier(data))
    except DossierError as error:
        raise _refused(error, None) from error


def read_exchange(data: bytes) -> ExchangeContents:
    """The contents of an exchange file, everything checked. Raises :class:`ExchangeError` or :class:`ExchangeNewer`."""
    members = read_members(data, (_MANIFEST, *_PARTS))
    manifest = _read_manifest(members)
    _check_hashes(manifest, members)
    approvals = _read_part(members, _APPROVALS, _APPROVAL_LISTS)
    contents = ExchangeContents(
        dossier=_read_dossier(members),
        created=manifest.created,
        modified=manifest.modified,
        revisions=_read_part(members, _REVISIONS, _REVISION_LISTS),
        approvals=approvals.approvals,
        adoptions=approvals.adoptions,
        signatures=approvals.signatures,
        ballots=_read_part(members, _BALLOTS, _BALLOT_LISTS),
        workshops=_read_part(members, _WORKSHOPS, _WORKSHOP_LISTS) if _WORKSHOPS in members else (),
        audit=_read_part(members, _AUDIT, _AUDIT_LISTS),
    )
    _check_together(manifest, contents)
    return contents


def _read_manifest(members: Mapping[str, bytes]) -> _Manifest:
    values = _json(members, _MANIFEST)
    version = values.get("format_version") if isinstance(values, dict) else None
    if isinstance(version, int) and not isinstance(version, bool) and version > EXCHANGE_VERSION:
        raise ExchangeNewer(version, EXCHANGE_VERSION, _MANIFEST)
    return _validated(_MANIFESTS, values, _MANIFEST)


def _check_hashes(manifest: _Manifest, members: Mapping[str, bytes]) -> None:
    parts = _parts_of(manifest.format_version)
    for name in parts:
        if name not in members or name not in manifest.members:
            raise ExchangeError(f"In dit bestand ontbreekt {name}: vraag het opnieuw op.", name)
        if sha256(members[name]) != manifest.members[name]:
            raise ExchangeError(f"In dit bestand is {name} gewijzigd na het maken: vraag het opnieuw op.", name)
    if not manifest.members.keys() | members.keys() - {_MANIFEST} <= set(parts):
        raise ExchangeError("Dit bestand noemt een onderdeel dat Vormwijzer niet kent.", _MANIFEST)


def _json(members: Mapping[str, bytes], name: str) -> Any:
    if name not in members:
        raise ExchangeError(f"In dit bestand ontbreekt {name}: vraag het opnieuw op.", name)
    try:
        return parse_json(members[name])
    except DossierError as error:
        raise _refused(error, name) from error


def _read_dossier(members: Mapping[str, bytes]) -> Dossier:
    try:
        return read_dossier(members[_DOSSIER])
    except DossierError as error:
        raise _refused(error, _DOSSIER) from error


def _read_part(members: Mapping[str, bytes], name: str, adapter: TypeAdapter[_T]) -> _T:
    return _validated(adapter, _json(members, name), name)


def _validated(adapter: TypeAdapter[_T], values: Any, name: str) -> _T:
    try:
        return adapter.validate_python(values)
    except ValidationError as error:
        where, why = reason_of(error.errors(include_url=False)[0])
        raise _refused(DossierError(where, why), name) from error


def _refused(error: DossierError, member: str | None) -> ExchangeError:
    if isinstance(error, NewerVersionError):
        return ExchangeNewer(error.found, error.newest, member)
    where = None if error.where == "-" else error.where
    place = member or "dit bestand"
    what = f"In {place} klopt {where} niet" if where else f"{member or 'Dit bestand'} klopt niet"
    return ExchangeError(f"{what}: {error.reason}.", member, where)


def _check_together(manifest: _Manifest, contents: ExchangeContents) -> None:
    if manifest.dossier != contents.dossier.id:
        raise ExchangeError("Dit bestand noemt een ander dossier dan erin staat.", _MANIFEST, "dossier")
    if not all(ballot.closed for ballot in contents.ballots):
        raise ExchangeError("In dit bestand staan stemmen die nog niet gesloten zijn.", _BALLOTS)
    for name, where, ids in _unique(contents):
        if len(set(ids)) != len(ids):
            raise ExchangeError(f"In {name} staat bij {where} twee keer hetzelfde nummer.", name, where)
    for revision in contents.revisions:
        _check_revision(revision, contents.dossier.id)
    _check_bound(contents)
    if any(entry.dossier_id != contents.dossier.id for entry in contents.audit):
        raise ExchangeError(f"In {_AUDIT} hoort een regel bij een ander dossier.", _AUDIT, "dossier_id")


def _unique(contents: ExchangeContents) -> Iterator[tuple[str, str, list[object]]]:
    yield _REVISIONS, "revisions", [revision.id for revision in contents.revisions]
    yield _REVISIONS, "number", [revision.number for revision in contents.revisions]
    yield _APPROVALS, "approvals", [record.id for record in contents.approvals]
    yield _APPROVALS, "adoptions", [record.id for record in contents.adoptions]
    yield _APPROVALS, "signatures", [record.id for record in contents.signatures]
    yield _BALLOTS, "ballots", [ballot.id for ballot in contents.ballots]
    yield _WORKSHOPS, "workshops", [workshop.id for workshop in contents.workshops]
    yield _AUDIT, "audit", [entry.id for entry in contents.audit]


def _check_revision(revision: RevisionDocument, dossier_id: str) -> None:
    where = f"versie {revision.number}"
    try:
        document = dossier_from_values(revision.document)
    except DossierError as error:
        raise _refused(error, _REVISIONS) from error
    if document.id != dossier_id:
        raise ExchangeError(f"In {_REVISIONS} hoort {where} bij een ander dossier.", _REVISIONS, where)
    found = content_hash_of_document(revision.document, revision.advice, revision.knowledge_version)
    if found != revision.content_hash:
        raise ExchangeError(f"In dit bestand is {where} gewijzigd na het vastleggen.", _REVISIONS, where)


def _check_bound(contents: ExchangeContents) -> None:
    hashes = {revision.id: revision.content_hash for revision in contents.revisions}
    records: tuple[BoundRecord, ...] = (*contents.approvals, *contents.adoptions, *contents.signatures)
    for record in records:
        if record.revision is not None and hashes.get(record.revision) != record.content_hash:
            raise ExchangeError(
                f"In {_APPROVALS} hoort een akkoord of besluit bij geen versie in dit bestand.", _APPROVALS
            )
