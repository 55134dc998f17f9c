"""Looking at signatures with pyHanko: only arithmetic on the bytes. Nothing here opens a network connection.

Whether the bytes are unchanged and the signature belongs to the certificate is checked; who issued the certificate,
and whether it was withdrawn, is not: that needs lists from the network.
"""

import hashlib
import io
import logging
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from asn1crypto.cms import ContentInfo  # type: ignore[import-untyped]
from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator.errors import ValidationError

from desktop.verify.changes import what_changed
from desktop.verify.results import Checked, Later, SignatureCheck, Signatures
from desktop.verify.revisions import MAX_REVISIONS

__all__ = ["look_at_signatures"]


_MAX_SIGNATURES = 20
_MAX_NAME = 200
_HEX = re.compile(rb"<(?:[0-9a-f]+|[0-9A-F]+)>")
_WEAK = frozenset({"md2", "md5", "sha1"})

_UNREADABLE = (
    PdfError,
    SignatureValidationError,
    SigningError,
    ValidationError,
    UnsupportedAlgorithm,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""How pyHanko, asn1crypto and cryptography fail on what is no signature: they read it trusting its form."""


def look_at_signatures(data: bytes, filled: Sequence[str], start: int | None) -> Signatures:
    """Each signature of ``data``, in the order in which they were set; arguments as for ``check_signatures``."""
    with _quiet():
        return _look(data, filled, start)


@contextmanager
def _quiet() -> Iterator[None]:
    """pyHanko logs each change that it finds; here that is an outcome and no fault."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _look(data: bytes, filled: Sequence[str], start: int | None) -> Signatures:
    checked = Checked.UNREADABLE
    if data.count(b"startxref") > MAX_REVISIONS:
        return Signatures(checked)
    try:
        reader = PdfFileReader(io.BytesIO(data))
        found = tuple(reader.embedded_signatures)
    except _UNREADABLE:
        return Signatures(checked, tuple(SignatureCheck(name, readable=False) for name in filled[:_MAX_SIGNATURES]))
    if len(found) > _MAX_SIGNATURES:
        return Signatures(Checked.UNREADABLE)
    names = frozenset(signature.fq_name for signature in found)
    checks = [_looked_at(signature) for signature in found]
    unseen = [SignatureCheck(_clean(name), readable=False) for name in filled if name not in names]
    checked = Checked.DONE if checks or unseen else Checked.NONE
    since = Later.UNKNOWN if start is None else _since(reader, data[:start])
    return Signatures(checked, (*checks, *unseen), since)


def _looked_at(signature: EmbeddedPdfSignature) -> SignatureCheck:
    field = _clean(signature.fq_name)
    try:
        untyped: Any = signature
        untyped.compute_integrity_info(skip_diff=True)
        whole = signature.coverage == SignatureCoverageLevel.ENTIRE_FILE
        timestamp = signature.signed_data["encap_content_info"]["content_type"].native == "tst_info"
        certificate = signature.signer_cert
        claimed = _stamped(signature) if timestamp else signature.self_reported_timestamp
        begin, end = certificate.not_valid_before, certificate.not_valid_after
        moment = claimed if claimed is None or claimed.tzinfo is not None else claimed.astimezone()
        return SignatureCheck(
            field,
            intact=_intact(signature, timestamp=timestamp),
            name=_of(certificate.subject, "common_name") or _clean(certificate.subject.human_friendly),
            organisation=_of(certificate.subject, "organization_name"),
            issuer=_of(certificate.issuer, "common_name") or _of(certificate.issuer, "organization_name"),
            claimed=moment,
            valid_from=begin.date(),
            valid_until=end.date(),
            in_time=None if moment is None else begin <= moment <= end,
            whole=whole,
            later=_later(signature, whole=whole),
            timestamp=timestamp,
            weak=signature.md_algorithm in _WEAK or signature.external_md_algorithm in _WEAK,
        )
    except _UNREADABLE:
        return SignatureCheck(field, readable=False)


def _intact(signature: EmbeddedPdfSignature, *, timestamp: bool) -> bool:
    """Whether the bytes are those that were signed, and the signature is of the key in the certificate."""
    digest = signature.compute_digest()
    if any(signature.pkcs7_content[len(ContentInfo.load(signature.pkcs7_content).dump()) :]):
        return False  # the room that the signature leaves is not covered by it, and may hold nothing
    listed = {row["algorithm"].native for row in signature.signed_data["digest_algorithms"]}
    if not _written_evenly(signature) or (listed and signature.md_algorithm not in listed):
        return False  # this list is not covered either
    if not timestamp:
        same, valid = validate_sig_integrity(signature.signer_info, signature.signer_cert, "data", digest)
        return bool(same and valid)
    content = signature.signed_data["encap_content_info"]["content"]
    imprint = content.parsed["message_imprint"]["hashed_message"].native
    inner = hashlib.new(signature.md_algorithm, bytes(content)).digest()
    same, valid = validate_sig_integrity(signature.signer_info, signature.signer_cert, "tst_info", inner)
    return bool(same and valid and imprint == digest)


def _written_evenly(signature: EmbeddedPdfSignature) -> bool:
    """Whether the room of the signature holds hex digits only, in one case: no signature covers how it is written."""
    _, begin, end, _ = map(int, signature.byte_range)
    stream = signature.reader.stream
    stream.seek(begin)
    return _HEX.fullmatch(stream.read(end - begin)) is not None


def _stamped(signature: EmbeddedPdfSignature) -> datetime | None:
    stamp: Any = signature.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    return stamp if isinstance(stamp, datetime) else None


def _later(signature: EmbeddedPdfSignature, *, whole: bool) -> Later:
    """What came after a signature."""
    if whole:
        return Later.NOTHING
    coverage: Any = signature.coverage
    if coverage != SignatureCoverageLevel.ENTIRE_REVISION:
        return Later.OTHER
    found = _changed_since(signature.reader, signature.signed_revision)
    closed = signature.docmdp_level is MDPPerm.NO_CHANGES
    return Later.OTHER if closed else found


def _changed_since(reader: PdfFileReader, revision: int) -> Later:
    found = what_changed(reader, revision, reader.xrefs.total_revisions - 1)
    # Bytes behind the end, which belong to no revision.
    return Later.OTHER if found is Later.NOTHING else found


def _since(reader: PdfFileReader, start: bytes) -> Later:
    """What came behind the first bytes that the library made."""
    try:
        return _changed_since(reader, PdfFileReader(io.BytesIO(start)).xrefs.total_revisions - 1)
    except _UNREADABLE:
        return Later.OTHER


def _of(name: Any, part: str) -> str:
    """A part of the name in a certificate."""
    found = name.native.get(part, "")
    return _clean(", ".join(map(str, found)) if isinstance(found, list) else str(found))


def _clean(text: str) -> str:
    """One line without signs that cannot be seen: they could turn the text around them."""
    kept = (" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text[:_MAX_NAME])
    return " ".join("".join(kept).split())
