"""Looking into a PDF with pikepdf: whether it opens, its mark, its signature fields. It may be made to do harm.

Only what is needed is read: the document information, the number of pages and the fields of the form. Pages,
pictures and scripts are never touched. How much a compressed part may grow to is bounded.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf.settings import set_qpdf_limits

from desktop.verify.mark import MARK_ENTRY, read_mark
from desktop.verify.results import FileKind, FileState, MarkState
from desktop.verify.revisions import sha256_of

__all__ = ["MAX_PDF", "looks_like_pdf", "read_file_state"]

MAX_PDF = 64 * 1024 * 1024
"""Bytes. The largest report with all its figures is a hundredth of this."""

_MAX_PART = 64 * 1024 * 1024
_MAX_FILTERS = 4
_MAX_WARNINGS = 200
_MAX_FIELDS = 500
_MAX_DEPTH = 20
_MAX_NAME = 300
_HEAD, _TAIL = 1024, 2048
_START = re.compile(rb"startxref\s+\d+\s+%%EOF")

_DAMAGE = re.compile("damaged|reconstruct|can't find PDF header")
"""What qpdf says of damage; of small oddities that many programs make it says other things."""

_UNREADABLE = (pikepdf.PdfError, pikepdf.PikepdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError)
"""How pikepdf refuses an object that is not what it should be."""


def _name(text: str) -> bytes:
    """A pattern for a PDF name, whose letters may also be written as ``#4C``."""
    return b"/" + b"".join(b"(?:%c|#(?i:%02x))" % (sign, sign) for sign in text.encode())


_LZW = re.compile(_name("LZW") + rb"(?=[\s/\]>\[(]|" + _name("Decode")[1:] + rb")")
_PACKED = re.compile(_name("ObjStm") + rb"|" + _name("XRef"))


def looks_like_pdf(data: bytes) -> bool:
    """Whether ``data`` begins as a PDF does, or at least ends so: its first bytes may be damaged."""
    return b"%PDF-" in data[:_HEAD] or bool(_START.search(data[-_TAIL:]))


def read_file_state(data: bytes) -> FileState:
    """What ``data`` is, apart from any library. Raises nothing."""
    size, digest = len(data), sha256_of(data)
    revisions = len(_START.findall(data))
    if size > MAX_PDF:
        return FileState(FileKind.TOO_LARGE, size, digest)
    if not looks_like_pdf(data):
        return FileState(FileKind.NOT_PDF, size, digest)
    if _LZW.search(data) and _PACKED.search(data):  # qpdf does not bound what LZW grows to
        return FileState(FileKind.TOO_COMPLEX, size, digest, revisions=revisions)
    found = _opened(data)
    mark = read_mark(found.mark) if found.mark is not None else None
    state = MarkState.NONE if found.mark is None else MarkState.FAULTY if mark is None else MarkState.FOUND
    return FileState(
        found.kind,
        size,
        digest,
        pages=found.pages,
        repaired=found.repaired,
        mark_state=state,
        mark=mark,
        fields=found.fields,
        filled=found.filled,
        labels=found.labels,
        revisions=revisions,
    )


class _Found(NamedTuple):
    kind: FileKind
    pages: int | None = None
    repaired: bool = False
    mark: str | None = None
    fields: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


def _opened(data: bytes) -> _Found:
    # The limits are of the whole process. They are the same each time, and far above what our own files need.
    set_qpdf_limits(
        flate_max_memory=_MAX_PART,
        png_max_memory=_MAX_PART,
        tiff_max_memory=_MAX_PART,
        run_length_max_memory=_MAX_PART,
        dct_max_memory=_MAX_PART,
        max_stream_filters=_MAX_FILTERS,
        doc_max_warnings=_MAX_WARNINGS,
    )
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                return _Found(FileKind.ENCRYPTED)
            return _look(pdf)
    except pikepdf.PasswordError:
        return _Found(FileKind.ENCRYPTED)
    except _UNREADABLE:
        return _Found(FileKind.DAMAGED)
    except MemoryError:
        return _Found(FileKind.TOO_COMPLEX)


def _look(pdf: pikepdf.Pdf) -> _Found:
    pages = len(pdf.pages)
    fields = tuple(_signature_fields(pdf))
    mark = _mark_text(pdf)
    return _Found(
        FileKind.PDF,
        pages=pages,
        repaired=any(_DAMAGE.search(str(warning)) for warning in pdf.get_warnings()),
        mark=mark,
        fields=tuple(name for name, _, _ in fields),
        filled=tuple(name for name, filled, _ in fields if filled),
        labels=tuple(label for _, _, label in fields),
    )


def _mark_text(pdf: pikepdf.Pdf) -> str | None:
    """The text of our entry; empty where there is one that is no text, None where there is none."""
    try:
        info = pdf.trailer.get("/Info")
        if not isinstance(info, pikepdf.Dictionary) or MARK_ENTRY not in info:
            return None
        entry: Any = info[MARK_ENTRY]
        return str(entry) if isinstance(entry, pikepdf.String) else ""
    except _UNREADABLE:
        return ""


def _signature_fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool, str]]:
    """Full name of each signature field, whether it holds a signature, and what it says of itself."""
    try:
        fields: Any = pdf.Root.AcroForm.Fields
        waiting = [(field, "", None, 0) for field in reversed(list(fields))]
    except _UNREADABLE:
        return
    seen = 0
    while waiting and seen < _MAX_FIELDS:
        field, above, kind, depth = waiting.pop()
        seen += 1
        try:
            kind = field.get("/FT", kind)
            name = ".".join(filter(None, (above, str(field.get("/T", ""))[:_MAX_NAME])))[:_MAX_NAME]
            kids = [kid for kid in field.get("/Kids", []) if "/T" in kid] if depth < _MAX_DEPTH else []
            if kids:
                waiting.extend((kid, name, kind, depth + 1) for kid in reversed(kids[:_MAX_FIELDS]))
            elif kind == pikepdf.Name.Sig:
                label = str(field.get("/TU", ""))[:_MAX_NAME].strip()
                yield name, isinstance(field.get("/V"), pikepdf.Dictionary), label or name
        except _UNREADABLE:
            continue
