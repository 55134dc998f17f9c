"""The components that the program is made of, each with its licence: of a built program, or of what is installed.

A built program carries ``components.cdx.json`` (CycloneDX 1.6) and ``licences/``; from source the same comes from
what is installed. Whatever a file holds, nothing here raises.
"""

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from desktop.about.build import BUILD_FOLDER

__all__ = ["BOM", "LICENCES", "TEXTS", "Component", "load_components", "read_bom"]

BOM = "components.cdx.json"
"""Name of the list of components in the folder of the build."""

LICENCES = "licences"
"""Name of the folder with the texts, beside it."""

TEXTS = "vormwijzer:licence-texts"
"""Name of the property with the file names of the texts, separated by ``;``."""

_LIMIT = 5_000_000
_MOST = 2_000
_LONGEST = 200
_LONGEST_TEXT = 300_000


@dataclass(frozen=True, slots=True)
class Component:
    """``licence``: an SPDX id or expression, or a name; empty where unknown. ``texts``: the files with the terms."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()

    @property
    def line(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}".strip()

    def licence_text(self) -> str:
        """What the licence says, all texts under each other; a sentence where there is none. Reads the files."""
        found = [text for path in self.texts if (text := _read_text(path))]
        if found:
            return f"\n\n{'—' * 20}\n\n".join(found)
        if self.licence:
            return f"De tekst van deze licentie zit niet bij het onderdeel. De licentie heet: {self.licence}."
        return "De licentie van dit onderdeel is onbekend."


def load_components(folder: Path = BUILD_FOLDER) -> tuple[Component, ...]:
    """All components, by name. ``folder``: of the build; without a list there, what is installed counts.

    Empty where there is a list that cannot be read.
    """
    if not (folder / BOM).is_file():
        from desktop.about.installed import installed_components

        return installed_components()
    try:
        with (folder / BOM).open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError:
        return ()
    return read_bom(data, folder / LICENCES)


def read_bom(data: bytes, licences: Path) -> tuple[Component, ...]:
    """The components of a CycloneDX list in JSON; one that cannot be read is left out. ``licences``: their texts."""
    try:
        values = json.loads(data) if len(data) <= _LIMIT else None
    except (ValueError, RecursionError):
        return ()
    rows = values.get("components") if isinstance(values, dict) else None
    if not isinstance(rows, list):
        return ()
    found = (_component(row, licences) for row in rows[:_MOST])
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name.casefold()))


def _component(row: Any, licences: Path) -> Component | None:
    if not isinstance(row, dict):
        return None
    name = _line(row.get("name"))
    if not name:
        return None
    licence = ", ".join(filter(None, (_licence(one) for one in _list(row.get("licenses")))))
    texts = (
        file
        for entry in _list(row.get("properties"))
        if isinstance(entry, dict) and entry.get("name") == TEXTS and isinstance(entry.get("value"), str)
        for file in entry["value"].split(";")
    )
    inside = tuple(path for file in texts if (path := _inside(licences, file.strip())) is not None)
    return Component(name, _line(row.get("version")), licence, inside)


def _licence(entry: Any) -> str:
    if not isinstance(entry, dict):
        return ""
    one = entry.get("license")
    said = (one.get("id"), one.get("name")) if isinstance(one, dict) else ()
    return next((line for value in (*said, entry.get("expression")) if (line := _line(value))), "")


def _inside(folder: Path, name: str) -> Path | None:
    """A file below ``folder``; None for a name that leads out of it, or to a device of Windows."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    led_out = posix.is_absolute() or windows.drive or windows.root or ".." in windows.parts
    return None if not name or led_out or not name.isprintable() else folder / posix


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _line(value: Any) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_TEXT).decode("utf-8", errors="replace").strip().replace("\0", "")
    except (OSError, ValueError):
        return ""
