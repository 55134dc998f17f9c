"""What a check of a PDF found, with its intermediate values. Nothing in it is trusted that the file says of itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.storage.records import Adoption, ExportRecord, Revision, Signature

__all__ = [
    "GOOD",
    "Checked",
    "FileKind",
    "FileState",
    "Held",
    "Later",
    "Mark",
    "MarkState",
    "NowState",
    "SignatureCheck",
    "Signatures",
    "Start",
    "Verdict",
    "Verification",
]


class FileKind(StrEnum):
    """What kind of file it is."""

    PDF = "pdf"
    NOT_PDF = "not_pdf"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    TOO_COMPLEX = "too_complex"
    """It asks for more memory than a document of people needs, such as a bomb of compressed zeros."""


class MarkState(StrEnum):
    """Whether the file says that Vormwijzer made it."""

    NONE = "none"
    FAULTY = "faulty"
    FOUND = "found"


@dataclass(frozen=True)
class Mark:
    """What the file says about itself. Anybody can write this: believe it only as far as the library confirms it.

    ``kind``: as "advies"; ``version``: of the frozen version, None for a concept; ``dated``: as printed.
    """

    dossier: str
    kind: str
    version: int | None
    content_hash: str
    knowledge: str = ""
    dated: str = ""
    made_with: str = ""


@dataclass(frozen=True)
class FileState:
    """The file apart from any library. ``repaired``: it is damaged, but could be read.

    ``pages``: None where it could not be opened; ``fields``: names of the signature fields, ``filled`` those with a
    signature in them, ``labels`` what each field says of itself, in the order of ``fields``; ``revisions``: how many
    times something was saved in it, each behind the former.
    """

    kind: FileKind
    size: int
    sha256: str
    pages: int | None = None
    repaired: bool = False
    mark_state: MarkState = MarkState.NONE
    mark: Mark | None = None
    fields: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    revisions: int = 0


@dataclass(frozen=True)
class Start:
    """A beginning of the file that the library knows, as it stood before something was added behind it.

    ``length``: in bytes; ``signed``: whether the library has it as a signed file.
    """

    length: int
    sha256: str
    dossier_id: str
    export: ExportRecord | None
    signed: bool = False


class NowState(StrEnum):
    """The dossier as it is now, beside the content of the file."""

    SAME = "same"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Held:
    """What the library holds about the dossier of the file.

    ``content_hash``: of the file: as the library noted it where it made the file (``proven``), else as the file says.
    ``version``: the frozen version with that content; ``numbered``: the one with the number in the file where its
    content is another. ``exports``: files of this dossier that the library made, ``alike`` those of this content.
    ``missing``: signatures on this content, in files that this is not and that are not its beginning either.
    """

    dossier_id: str
    title: str
    content_hash: str
    proven: bool
    version: Revision | None = None
    numbered: Revision | None = None
    adoptions: tuple[Adoption, ...] = ()
    missing: tuple[Signature, ...] = ()
    exports: int = 0
    alike: int = 0
    now: NowState = NowState.UNKNOWN


class Later(StrEnum):
    """What was added behind some point of the file."""

    NOTHING = "nothing"
    SIGNATURES = "signatures"
    """Only signatures, and what belongs to keeping them."""
    PLACED = "placed"
    """Only signatures, but one is seen on a place that was not made for it, where it may hide what stood there."""
    FORM = "form"
    """Fields were filled in."""
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class SignatureCheck:
    """One signature. ``intact``: what it covers is unchanged, and the signature is of this certificate.

    ``name``, ``organisation``, ``issuer``: as the certificate says; nobody checked who issued it. ``claimed``: the
    moment that the signer's computer gave. ``valid_from``, ``valid_until``: of the certificate; ``in_time``: whether
    the claimed moment is between them. ``whole``: it covers the whole file; ``later``: what came after it.
    ``readable``: whether it could be looked at; if not, nothing else is known. ``timestamp``: it is no signature of a
    person but a stamp of the time by a service. ``weak``: it rests on a technique that can be forged today.
    """

    field: str
    intact: bool = False
    name: str = ""
    organisation: str = ""
    issuer: str = ""
    claimed: datetime | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    in_time: bool | None = None
    whole: bool = False
    later: Later = Later.UNKNOWN
    readable: bool = True
    timestamp: bool = False
    weak: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is intact, and nothing but other signatures came after it."""
        return self.intact and not self.weak and self.later in {Later.NOTHING, Later.SIGNATURES, Later.PLACED}


class Checked(StrEnum):
    """Whether the signatures were looked at."""

    NONE = "none"
    """There are none."""
    DONE = "done"
    NO_EXTRA = "no_extra"
    """What is needed for it is not installed; they are only counted."""
    UNREADABLE = "unreadable"
    """The file is too damaged, or too odd, to look at them."""


@dataclass(frozen=True)
class Signatures:
    """All signatures, in the order in which they were set; ``since_start``: what came behind :class:`Start`."""

    checked: Checked = Checked.NONE
    checks: tuple[SignatureCheck, ...] = ()
    since_start: Later = Later.UNKNOWN

    @property
    def whole(self) -> bool:
        """Whether a signature that is intact covers the file to its last byte."""
        return any(check.whole and check.intact for check in self.checks)

    @property
    def hold(self) -> bool:
        """Whether there are signatures, they all hold, and nothing stands behind the last."""
        return bool(self.checks) and all(check.holds for check in self.checks) and self.whole


class Verdict(StrEnum):
    """The outcome in one word; the order is that in which they are tried."""

    UNREADABLE = "unreadable"
    SIGNATURE_MISSING = "signature_missing"
    """Equal to a file of the library, but one on which a signature was set later."""
    EQUAL = "equal"
    SIGNATURE_BROKEN = "signature_broken"
    SIGNED_SINCE = "signed_since"
    """It begins as the library made it, and only signatures were added, which hold."""
    STAMPED = "stamped"
    """Only signatures were added, which hold, but one of them on a new place, where it may hide text."""
    ADDED = "added"
    """It begins as the library made it, and something else was added, or what cannot be told."""
    DIFFERENT = "different"
    """It names a dossier of this library, and is none of the files that the library made of it."""
    SIGNATURES_HOLD = "signatures_hold"
    """The library cannot say anything; its signatures hold."""
    UNKNOWN = "unknown"
    """It bears our mark, and the library cannot say anything."""
    FOREIGN = "foreign"


GOOD = frozenset({Verdict.EQUAL, Verdict.SIGNED_SINCE, Verdict.SIGNATURES_HOLD})
"""What may be called in order."""


@dataclass(frozen=True)
class Verification:
    """All that was found. ``library_used``: whether there was a library to look in; ``library_fault``: why not."""

    verdict: Verdict
    file: FileState
    signatures: Signatures = Signatures()
    export: ExportRecord | None = None
    known_signed: bool = False
    start: Start | None = None
    held: Held | None = None
    library_used: bool = False
    library_fault: str = ""

    @property
    def in_order(self) -> bool:
        """Whether nothing is wrong, as far as can be known."""
        return self.verdict in GOOD
