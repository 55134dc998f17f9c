"""The knowledge for a command: as shipped, with the parsing remembered in the user's cache folder."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from models.knowledge import Knowledge, load_knowledge

__all__ = ["cache_path", "shipped_knowledge"]


def shipped_knowledge() -> Knowledge:
    """The knowledge in ``resources/knowledge``. Raises :class:`models.knowledge.KnowledgeError`."""
    return load_knowledge(cache=cache_path(os.environ, sys.platform))


def cache_path(environ: Mapping[str, str], platform: str) -> Path | None:
    """Where the parsed knowledge is remembered, by the conventions of the platform; None without a home folder.

    ``platform``: as ``sys.platform``.
    """
    home = environ.get("USERPROFILE" if platform == "win32" else "HOME")
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        folder = Path(local) if local else Path(home) / "AppData" / "Local" if home else None
    elif platform == "darwin":
        folder = Path(home) / "Library" / "Caches" if home else None
    else:
        xdg = Path(environ.get("XDG_CACHE_HOME", ""))
        folder = xdg if xdg.is_absolute() else Path(home) / ".cache" if home else None
    return folder / "Vormwijzer" / "knowledge.json" if folder else None
