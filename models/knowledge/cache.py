"""Remembers the parsed YAML between runs: reading it anew takes longer than the whole rest of the loading.

Only the parsing is remembered. What comes out of the cache goes through the schemas like any other text, and a
cache that does not belong to exactly these files, or cannot be read, counts as none.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from models.storage.errors import StorageError
from models.storage.files import write_atomically

__all__ = ["digest_of", "recall", "remember"]

Parsed = dict[str, Any]
"""The YAML value of each file, by name."""


def digest_of(texts: Mapping[str, str]) -> str:
    """SHA-256 of the names and texts of the files."""
    digest = hashlib.sha256()
    for name, text in sorted(texts.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()


def recall(path: Path, digest: str) -> Parsed | None:
    """What was remembered for the files with ``digest``, if anything."""
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(stored, dict) or stored.get("digest") != digest:
        return None
    parsed = stored.get("parsed")
    return parsed if isinstance(parsed, dict) else None


def remember(path: Path, digest: str, parsed: Parsed) -> None:
    """Keep ``parsed`` for the next run; where that cannot be, the next run is slower and nothing else."""

    def plain(value: object) -> str:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value).__name__)

    data = json.dumps({"digest": digest, "parsed": parsed}, ensure_ascii=False, default=plain).encode()
    with contextlib.suppress(OSError, StorageError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, data)
