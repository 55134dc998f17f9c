"""The signature itself, with pyHanko."""

import io
from datetime import datetime

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer

from desktop.signing.errors import CertificateUnusable
from desktop.signing.keys import SignatureText
from desktop.signing.stamp import LinesStyle, StampLine
from models.dutch import day

__all__ = ["signed_bytes", "subject_name"]

_DIGEST = "sha256"


class _Writer(IncrementalPdfFileWriter):
    """Adds behind a PDF and leaves its properties alone: PDF/A wants them equal to those in the XMP."""

    def _update_meta(self) -> None:
        pass


def subject_name(signer: Signer) -> str:
    """The name in the certificate."""
    certificate = signer.signing_cert
    if certificate is None:
        raise CertificateUnusable
    found = certificate.subject.native.get("common_name", "")
    name = ", ".join(map(str, found)) if isinstance(found, list) else str(found)
    return " ".join(name.split()) or str(certificate.subject.human_friendly)


def signed_bytes(data: bytes, field: str, signer: Signer, text: SignatureText, moment: datetime) -> bytes:
    """``data`` with a signature behind it, seen in ``field``."""
    meta = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        name=text.name or None,
        location=text.place or None,
        reason=text.reason or None,
    )
    style = LinesStyle(lines=_lines(subject_name(signer), text, moment))
    out = io.BytesIO()
    PdfSigner(meta, signer, stamp_style=style).sign_pdf(
        _Writer(io.BytesIO(data)), existing_fields_only=True, output=out
    )
    return out.getvalue()


def _lines(certified: str, text: SignatureText, moment: datetime) -> tuple[StampLine, ...]:
    clock = f"{day(moment.date())}, {moment.hour}.{moment.minute:02} uur"
    shown = text.name or certified
    lines = [
        StampLine(shown, strong=True),
        StampLine(text.role),
        StampLine(f"certificaat van {certified}" if shown != certified else ""),
        StampLine(f"ondertekend in {text.place} op {clock}" if text.place else f"ondertekend op {clock}"),
        StampLine(text.reason),
    ]
    return tuple(line for line in lines if line.text.strip())
