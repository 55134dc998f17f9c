"""Signing a PDF in one of its empty fields: PAdES B-B, behind what is there, so that earlier signatures hold.

pyHanko does the work and is imported only here. It is never given a timestamp server or leave to fetch anything: a
signature of this program says what the clock of this computer says.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from desktop.signing.errors import (
    EarlierSignatureHarmed,
    ExtraMissing,
    FieldTaken,
    NoSuchField,
    PdfUnusable,
    SigningFailed,
)
from desktop.signing.keys import Pkcs11, Pkcs12, SignatureText
from desktop.verify.reading import read_file_state
from desktop.verify.results import FileKind, FileState
from models.dutch import listed

__all__ = [
    "SIGN_EXTRA",
    "FieldState",
    "Pkcs11",
    "Pkcs12",
    "SignatureText",
    "Signed",
    "sign_extra_there",
    "sign_pdf",
    "signature_fields",
]

SIGN_EXTRA = "sign"

_KINDS = {
    FileKind.NOT_PDF: "Dit bestand is geen pdf.",
    FileKind.ENCRYPTED: "Dit bestand is versleuteld. Vraag om een bestand zonder wachtwoord.",
    FileKind.DAMAGED: "Dit bestand is beschadigd. Maak het opnieuw en onderteken dan.",
    FileKind.TOO_LARGE: "Dit bestand is te groot om te ondertekenen.",
    FileKind.TOO_COMPLEX: "Dit bestand is te ingewikkeld om te ondertekenen.",
}


@dataclass(frozen=True)
class Signed:
    """A signed file. ``name``: of the signer as in the certificate; ``base_sha256``: of the file before."""

    data: bytes
    sha256: str
    field: str
    name: str
    moment: datetime
    base_sha256: str


def sign_extra_there() -> bool:
    """Whether what is needed for signing is installed."""
    from importlib.util import find_spec

    return find_spec("pyhanko") is not None


@dataclass(frozen=True)
class FieldState:
    """A signature field. ``label``: what it says of itself, for a person; ``filled``: whether somebody signed in it."""

    name: str
    label: str
    filled: bool


def signature_fields(data: bytes) -> tuple[FieldState, ...]:
    """The signature fields of a PDF, in the order of the form. Raises ``PdfUnusable``."""
    state = _usable(data)
    rows = zip(state.fields, state.labels, strict=True)
    return tuple(FieldState(name, label, name in state.filled) for name, label in rows)


def sign_pdf(data: bytes, field: str, key: Pkcs12 | Pkcs11, text: SignatureText | None = None) -> Signed:
    """``data`` with a signature in the empty field ``field``. Raises the errors of :mod:`desktop.signing.errors`."""
    _check_field(_usable(data), field)
    try:
        import pyhanko.sign  # noqa: F401 - to tell that it is not there from anything else that is wrong
    except ImportError as error:
        raise ExtraMissing from error
    from desktop.signing.signers import opened

    with opened(key) as signer, _typed():
        from desktop.signing.pades import signed_bytes, subject_name

        moment = datetime.now().astimezone()
        name = subject_name(signer)
        out = signed_bytes(data, field, signer, text or SignatureText(), moment)
    _check_outcome(data, out, field)
    return Signed(out, hashlib.sha256(out).hexdigest(), field, name, moment, hashlib.sha256(data).hexdigest())


def _usable(data: bytes) -> FileState:
    state = read_file_state(data)
    if state.kind is not FileKind.PDF:
        raise PdfUnusable(_KINDS[state.kind])
    if state.repaired:  # what is added behind damage would hide it
        raise PdfUnusable(_KINDS[FileKind.DAMAGED])
    return state


def _check_field(state: FileState, field: str) -> None:
    if field not in state.fields:
        if not state.fields:
            raise NoSuchField
        raise NoSuchField(f"Het veld “{field}” staat niet in dit bestand. Kies uit: {listed(state.fields)}.")
    if field in state.filled:
        raise FieldTaken(f"In het veld “{field}” staat al een ondertekening. Kies een leeg veld.")


@contextmanager
def _typed() -> Iterator[None]:
    """Errors of pyHanko as ours."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError

    try:
        yield
    except PdfError as error:
        raise PdfUnusable("Dit bestand is anders opgebouwd dan een pdf hoort te zijn. Maak het opnieuw.") from error
    except SigningError as error:
        raise SigningFailed from error


def _check_outcome(before: bytes, after: bytes, field: str) -> None:
    """Look at what was made as a reader would: the new signature covers all, and the earlier ones hold as before."""
    from desktop.verify.with_hanko import look_at_signatures

    held = [c.field for c in look_at_signatures(before, read_file_state(before).filled, None).checks if c.holds]
    state = read_file_state(after)
    checks = {check.field: check for check in look_at_signatures(after, state.filled, None).checks}
    if any(name not in checks or not checks[name].holds for name in held):
        raise EarlierSignatureHarmed
    new = checks.get(field)
    if state.repaired or new is None or not (new.intact and new.whole):
        raise SigningFailed
