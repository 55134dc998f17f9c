"""The knowledge for a command: as shipped, with the parsing remembered in the user's cache folder.

A portable program remembers it beside itself.
"""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop.places import portable_folder
from models.knowledge import Knowledge, load_knowledge
from models.storage.errors import StorageError
from models.storage.files import write_atomically

__all__ = ["FileCache", "cache_path", "shipped_knowledge"]

_NAME = "knowledge.json"


class FileCache(NamedTuple):
    """Remembers parsed knowledge in one JSON file.

    A file that does not belong to the digest, or cannot be read, counts as none; one that cannot be written makes the
    next run slower and nothing else.
    """

    path: Path

    def recall(self, digest: str) -> dict[str, Any] | None:
        """What was remembered for ``digest``, if anything."""
        try:
            stored = json.loads(self.path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(stored, dict) or stored.get("digest") != digest:
            return None
        parsed = stored.get("parsed")
        return parsed if isinstance(parsed, dict) else None

    def remember(self, digest: str, parsed: dict[str, Any]) -> None:
        """Keep ``parsed`` for the next run, if possible."""
        data = json.dumps({"digest": digest, "parsed": parsed}, ensure_ascii=False, default=_plain).encode()
        with contextlib.suppress(OSError, StorageError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self.path, data)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def shipped_knowledge() -> Knowledge:
    """The knowledge in ``resources/knowledge``. Raises :class:`models.knowledge.KnowledgeError`."""
    path = cache_path(os.environ, sys.platform, portable_folder(os.environ, sys.platform))
    return load_knowledge(cache=FileCache(path) if path is not None else None)


def cache_path(environ: Mapping[str, str], platform: str, portable: Path | None = None) -> Path | None:
    """Where the parsed knowledge is remembered, by the conventions of the platform; None without a home folder.

    ``platform``: as ``sys.platform``. ``portable``: the folder ``gegevens`` of a portable program, which leaves nothing
    anywhere else.
    """
    if portable is not None:
        return portable / "cache" / _NAME
    home = environ.get("USERPROFILE" if platform == "win32" else "HOME")
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        folder = Path(local) if local else Path(home) / "AppData" / "Local" if home else None
    elif platform == "darwin":
        folder = Path(home) / "Library" / "Caches" if home else None
    else:
        xdg = Path(environ.get("XDG_CACHE_HOME", ""))
        folder = xdg if xdg.is_absolute() else Path(home) / ".cache" if home else None
    return folder / "Vormwijzer" / _NAME if folder else None
