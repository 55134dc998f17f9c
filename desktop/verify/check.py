"""The check of a PDF: what it is, whether this library made exactly these bytes, and what came after.

Without Qt. Signatures are looked at with pyHanko where that is installed, and counted where it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.verify.lookup import LookUp
from desktop.verify.reading import read_file_state
from desktop.verify.results import (
    FileKind,
    FileState,
    Held,
    Later,
    NowState,
    Signatures,
    Start,
    Verdict,
    Verification,
)
from desktop.verify.revisions import Ending, endings
from desktop.verify.signatures import check_signatures
from models.storage.errors import StorageError
from models.storage.records import ExportRecord, Signature

__all__ = ["verify_pdf"]

_OPENED = frozenset({FileKind.PDF})
_SIGNED = {Later.SIGNATURES: Verdict.SIGNED_SINCE, Later.PLACED: Verdict.STAMPED}
_KIND = {FileKind.NOT_PDF, FileKind.TOO_LARGE}


def verify_pdf(data: bytes, library: LookUp | None) -> Verification:
    """What ``data`` is, beside what ``library`` holds; None where there is no library to look in. Raises nothing.

    A library that fails makes the check go on without it, and ``library_fault`` says why.
    """
    file = read_file_state(data)
    ends = () if file.kind in _KIND else endings(data)
    fault = ""
    found = _Found()
    if library is not None:
        try:
            found = _look_up(file, ends, library)
        except StorageError as error:
            library, fault = None, error.reason
    signatures = Signatures()
    if file.kind in _OPENED:
        signatures = check_signatures(data, file.filled, found.start.length if found.start is not None else None)
    made = Verification(
        Verdict.UNKNOWN,
        file,
        signatures,
        export=found.export,
        known_signed=found.signed,
        start=found.start,
        held=found.held,
        library_used=library is not None,
        library_fault=fault,
    )
    return replace(made, verdict=_verdict(made))


@dataclass(frozen=True)
class _Found:
    """What the library knows of these bytes. ``signed``: it noted them as a signed file."""

    export: ExportRecord | None = None
    signed: bool = False
    start: Start | None = None
    held: Held | None = None


def _look_up(file: FileState, ends: tuple[Ending, ...], library: LookUp) -> _Found:
    named = file.mark.dossier if file.mark is not None else None
    made = library.find_export(file.sha256)
    there = named is not None and library.title(named) is not None
    signed = {s.file_sha256 for s in library.signatures(named)} if named is not None and there else set()
    start = _start(ends, library, named, signed) if made is None and file.sha256 not in signed else None
    dossier_id = made[0] if made is not None else start.dossier_id if start is not None else named
    export = made[1] if made is not None else None
    held = _held(file, ends, dossier_id, export, start, library)
    known = held is not None and _is_signed_file(file.sha256, held.dossier_id, library)
    return _Found(export, known, start, held)


def _is_signed_file(sha256: str, dossier_id: str, library: LookUp) -> bool:
    return any(signature.file_sha256 == sha256 for signature in library.signatures(dossier_id))


def _start(ends: tuple[Ending, ...], library: LookUp, named: str | None, signed: set[str | None]) -> Start | None:
    """The longest beginning of the file that the library knows."""
    for end in ends:
        made = library.find_export(end.sha256)
        if made is not None:
            return Start(end.length, end.sha256, made[0], made[1], signed=end.sha256 in signed)
        if end.sha256 in signed and named is not None:
            return Start(end.length, end.sha256, named, None, signed=True)
    return None


def _held(
    file: FileState,
    ends: tuple[Ending, ...],
    dossier_id: str | None,
    export: ExportRecord | None,
    start: Start | None,
    library: LookUp,
) -> Held | None:
    title = library.title(dossier_id) if dossier_id is not None else None
    if dossier_id is None or title is None:
        return None
    noted = export or (start.export if start is not None else None)
    signatures = library.signatures(dossier_id)
    content = noted.content_hash if noted is not None else _content_of_signed(file, start, signatures)
    proven = content is not None
    if content is None:
        content = file.mark.content_hash if file.mark is not None else ""
    revisions, exports = library.revisions(dossier_id), library.exports(dossier_id)
    version = next((r for r in reversed(revisions) if r.content_hash == content), None)
    number = file.mark.version if file.mark is not None else None
    numbered = next((r for r in revisions if r.number == number and r.content_hash != content), None)
    same_number = next((r for r in revisions if r.number == number and r.content_hash == content), None)
    now = library.content_hash_now(dossier_id)
    return Held(
        dossier_id,
        title,
        content,
        proven,
        version=same_number or version,
        numbered=numbered,
        adoptions=tuple(a for a in library.adoptions(dossier_id) if a.content_hash == content),
        missing=_missing(file, ends, [s for s in signatures if s.content_hash == content], noted, exports),
        exports=len(exports),
        alike=sum(row.content_hash == content for row in exports),
        now=NowState.UNKNOWN if now is None else NowState.SAME if now == content else NowState.CHANGED,
    )


def _missing(
    file: FileState,
    ends: tuple[Ending, ...],
    signatures: Sequence[Signature],
    noted: ExportRecord | None,
    exports: tuple[ExportRecord, ...],
) -> tuple[Signature, ...]:
    """Signatures on this content that were set in another file than this one or a beginning of it.

    Where the library noted what kind of document was signed, only those on the kind of this file.
    """
    inside = {file.sha256, *(end.sha256 for end in ends)}
    kind = noted.kind if noted is not None else file.mark.kind if file.mark is not None else None
    kinds = {row.sha256: row.kind for row in exports}
    elsewhere = [s for s in signatures if s.file_sha256 is not None and s.file_sha256 not in inside]
    return tuple(s for s in elsewhere if kinds.get(str(s.file_sha256), kind) == kind)


def _content_of_signed(file: FileState, start: Start | None, signatures: tuple[Signature, ...]) -> str | None:
    """The content of a file that the library knows only as a signed one."""
    known = {file.sha256, start.sha256 if start is not None else ""}
    return next((s.content_hash for s in reversed(signatures) if s.file_sha256 in known), None)


def _verdict(found: Verification) -> Verdict:
    file, signatures, held = found.file, found.signatures, found.held
    if found.known_signed and found.export is None and any(not check.holds for check in signatures.checks):
        return Verdict.SIGNATURE_BROKEN  # its record may have come with a file of somebody else
    if found.export is not None or found.known_signed:
        return Verdict.SIGNATURE_MISSING if _waits_for_signature(found) else Verdict.EQUAL
    if file.kind not in _OPENED:
        return Verdict.UNREADABLE
    if found.start is not None:
        return _verdict_from_start(found)
    if any(not check.holds for check in signatures.checks):
        return Verdict.SIGNATURE_BROKEN
    if held is not None and held.exports:
        return Verdict.DIFFERENT
    if signatures.hold:
        placed = any(check.later is Later.PLACED for check in signatures.checks)
        return Verdict.STAMPED if placed else Verdict.SIGNATURES_HOLD
    if signatures.checks:
        return Verdict.SIGNATURE_BROKEN
    return Verdict.FOREIGN if file.mark is None else Verdict.UNKNOWN


def _verdict_from_start(found: Verification) -> Verdict:
    signatures = found.signatures
    if any(check.readable and not check.intact for check in signatures.checks):
        return Verdict.SIGNATURE_BROKEN
    signed = _SIGNED.get(signatures.since_start)
    if signed is None or not signatures.hold:
        return Verdict.ADDED
    return Verdict.SIGNATURE_MISSING if _waits_for_signature(found) else signed


def _waits_for_signature(found: Verification) -> bool:
    """Whether a signature is missing where there is an empty field for it."""
    room = len(found.file.fields) > len(found.file.filled)
    return room and found.held is not None and bool(found.held.missing)
