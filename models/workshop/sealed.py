"""A round as the payload of a ballot: text in which no vote can be read by looking at it.

This keeps a vote out of sight of whoever opens the database, an export or a log by accident until the round is closed.
It is no secret: who has the program and the file can undo it, as the program itself must after a crash.
"""

import base64
import hashlib
import zlib

from pydantic import TypeAdapter, ValidationError

from models.dossier import DossierError, canonical_json
from models.dossier.read import parse_json
from models.workshop.records import Round

__all__ = ["SealError", "sealed", "unsealed"]

_MARK, _DIGEST = "1.", 8
_MOST = 2_000_000
"""Bytes of a round; sixty participants with dots for a hundred options take a tenth of it."""
_ROUNDS: TypeAdapter[Round] = TypeAdapter(Round)


class SealError(Exception):
    """The payload of a ballot is not one that :func:`sealed` made."""


def sealed(round_: Round) -> str:
    """``round_`` as the payload of a ballot; equal input, equal text. Raises :class:`SealError` when too large."""
    values = canonical_json(round_.model_dump(mode="json"))
    if len(values) > _MOST:
        raise SealError("too large")
    packed = zlib.compress(values, 6)
    digest = _digest(packed)
    return _MARK + base64.b85encode(digest + _stirred(packed, digest)).decode()


def unsealed(payload: str) -> Round:
    """The round in a payload. Raises :class:`SealError` for anything else."""
    if not payload.startswith(_MARK):
        raise SealError("not a payload of this program")
    try:
        body = base64.b85decode(payload.removeprefix(_MARK))
        packed = _stirred(body[_DIGEST:], body[:_DIGEST])
        inflated = zlib.decompressobj()
        unpacked = inflated.decompress(packed, _MOST)
    except (ValueError, zlib.error) as error:
        raise SealError("damaged") from error
    if _digest(packed) != body[:_DIGEST] or inflated.unconsumed_tail or not inflated.eof:
        raise SealError("damaged")
    try:
        return _ROUNDS.validate_python(parse_json(unpacked))
    except (DossierError, ValidationError) as error:
        raise SealError("not a round") from error


def _digest(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()[:_DIGEST]


def _stirred(data: bytes, digest: bytes) -> bytes:
    """``data`` mixed with what follows from ``digest``; twice gives ``data`` again."""
    blocks = range(len(data) // 32 + 1)
    stream = b"".join(hashlib.sha256(b"vormwijzer" + digest + number.to_bytes(4)).digest() for number in blocks)
    return bytes(a ^ b for a, b in zip(data, stream, strict=False))
