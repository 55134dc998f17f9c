"""The version and the build of the program: one source for the window, the command line and the helpdesk."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.dutch import day

__all__ = ["BUILD_FOLDER", "PROGRAM", "UNKNOWN", "Build", "project_table", "read_build"]

PROGRAM = "vormwijzer"
"""Name of the distribution."""

BUILD_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "build"
"""Where a built program keeps what it was built from; not there when it runs from source."""

_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
_FILE = "build.json"
_LIMIT = 20_000
_LONGEST = 120
UNKNOWN = "onbekend"
"""Where something cannot be told."""


@dataclass(frozen=True, slots=True)
class Build:
    """``commit``, ``made``, ``system``: empty or None where they are unknown. ``from_source``: it was not built.

    ``damaged``: the file that says so cannot be read, in whole or in part.
    """

    version: str
    commit: str = ""
    made: date | None = None
    system: str = ""
    from_source: bool = False
    damaged: bool = False

    @property
    def words(self) -> str:
        """In Dutch: how it was built."""
        if self.from_source:
            return "vanuit de broncode"
        known = (self.commit, "" if self.made is None else day(self.made), self.system)
        return " · ".join(part for part in known if part) or UNKNOWN


def read_build(folder: Path = BUILD_FOLDER) -> Build:
    """The build as ``build.json`` in ``folder`` tells it; what is missing or damaged there is left out."""
    path = folder / _FILE
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except FileNotFoundError:
        return Build(_version(), from_source=True)
    except OSError:
        return Build(_version(), damaged=True)
    values = _object_of(data)
    if values is None:
        return Build(_version(), damaged=True)
    texts = {name: _text(values.get(name)) for name in ("version", "commit", "date", "system")}
    made = _day(texts["date"])
    whole = all(texts.values()) and made is not None
    return Build(texts["version"] or _version(), texts["commit"], made, texts["system"], damaged=not whole)


def project_table() -> dict[str, Any]:
    """``[project]`` of ``pyproject.toml``, where the program runs from source without being installed; else empty."""
    import tomllib

    try:
        table = tomllib.loads(_PROJECT.read_text(encoding="utf-8")).get("project", {})
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) and table.get("name") == PROGRAM else {}


def _version() -> str:
    # Slow to import, and a built program has its version in the file.
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    try:
        return version_of(PROGRAM)
    except PackageNotFoundError:
        return _text(project_table().get("version")) or UNKNOWN


def _object_of(data: bytes) -> dict[str, Any] | None:
    try:
        values = json.loads(data) if len(data) <= _LIMIT else None
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _text(value: object) -> str:
    """One line of a file that somebody may have changed; empty where it is no such thing."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if text.isprintable() and len(text) <= _LONGEST else ""


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None
