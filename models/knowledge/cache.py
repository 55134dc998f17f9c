"""Remembering the parsed YAML between runs: parsing takes longer than all the rest of the loading.

Only the parsing is remembered. What comes out of a cache goes through the schemas like any other text. Where it is
kept is for the shell to say; the domain knows no folders.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Protocol

__all__ = ["ParsedCache", "digest_of"]


class ParsedCache(Protocol):
    """Keeps the YAML values of all files for one digest."""

    def recall(self, digest: str) -> dict[str, Any] | None:
        """What was remembered for the files with ``digest``, if anything."""

    def remember(self, digest: str, parsed: dict[str, Any]) -> None:
        """Keep ``parsed`` for the next run, if possible."""


def digest_of(texts: Mapping[str, str]) -> str:
    """SHA-256 of the names and texts of the files."""
    digest = hashlib.sha256()
    for name, text in sorted(texts.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()
