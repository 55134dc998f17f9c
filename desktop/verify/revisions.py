"""The revisions of a PDF as bytes: where each could end, and the hash of the file up to there.

A PDF is changed by adding behind it, so a file that was signed begins with the file as it was before.
"""

import hashlib
import re
from dataclasses import dataclass

__all__ = ["MAX_REVISIONS", "Ending", "endings", "sha256_of"]

MAX_REVISIONS = 100
"""So many revisions are looked at; no document of people has more."""

_END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?")


@dataclass(frozen=True)
class Ending:
    """A place where an earlier file may have ended: its length in bytes and its SHA-256."""

    length: int
    sha256: str


def sha256_of(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def endings(data: bytes) -> tuple[Ending, ...]:
    """The places where an earlier file may have ended, the longest first, without the whole file.

    A line end after the mark may belong to the former file or to what came behind it: both are tried. Of a file with
    more than ``MAX_REVISIONS`` marks only the first are looked at.
    """
    lengths: list[int] = []
    for found, match in enumerate(_END.finditer(data)):
        if found >= MAX_REVISIONS:
            break
        lengths.extend(range(match.start() + len(b"%%EOF"), match.end() + 1))
    running, before = hashlib.sha256(), 0
    hashed: list[Ending] = []
    for length in lengths:
        running.update(memoryview(data)[before:length])
        before = length
        hashed.append(Ending(length, running.hexdigest()))
    return tuple(ending for ending in reversed(hashed) if ending.length < len(data))
