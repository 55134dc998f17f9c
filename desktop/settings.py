"""What a user set for the program itself, kept between runs. Light to import: it is read before the window shows.

Each value that is missing, damaged or not understood falls back on its own; nothing here ever stops the program.
"""

import math
import os
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from models.storage.library_location import home_folder, named_folder
from models.vocabulary import Onlooker

__all__ = ["OVERRIDE", "ZOOM_STEPS", "Appearance", "Settings", "SettingsStore", "settings_folder", "zoomed"]

OVERRIDE = "VORMWIJZER_CONFIG"
"""Environment variable that names another folder for the settings."""

ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)
"""How large text can be, as a factor of the size that the system says."""

_VERSION = 2
"""From 2 on the file holds only what somebody set; before, every value, so that there nobody can tell."""

_FILE = "settings.json"
_DAMAGED = "settings.damaged.json"
_LIMIT = 1_000_000
_LONGEST_TEXT = 20_000


class Appearance(StrEnum):
    """Which colours the program wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    LIGHT_CONTRAST = "light_contrast"


class Settings(NamedTuple):
    """The settings. ``motion``: a setting, as Qt 6.11 knows no motion preference.

    ``zoom`` and ``audience_zoom`` are one of :data:`ZOOM_STEPS`. ``geometry``: of the window, base64 text.
    ``library``: path of the database, None for the default one. ``open_dossier``: the id of what was last open.
    ``audience_screen``: the key of the screen that the room saw last.
    """

    zoom: float = 1.0
    audience_zoom: float = 1.0
    appearance: Appearance = Appearance.SYSTEM
    motion: bool = True
    onlooker: Onlooker = Onlooker.SECRETARIS
    geometry: str = ""
    library: Path | None = None
    last_folder: Path | None = None
    open_dossier: str = ""
    audience_screen: str = ""


_STANDARD = Settings()
_PATHS = frozenset({"library", "last_folder"})


def zoomed(zoom: float, by: int) -> float:
    """The zoom ``by`` steps further (Ctrl +) or back (Ctrl −), at most to an end of the steps."""
    here = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - zoom))
    return ZOOM_STEPS[min(max(here + by, 0), len(ZOOM_STEPS) - 1)]


def settings_folder(environ: Mapping[str, str], platform: str) -> Path:
    """The folder of the settings by the conventions of ``platform`` (as ``sys.platform``).

    ``VORMWIJZER_CONFIG``, a folder, wins over all. An XDG path that is not absolute is ignored, as the XDG rules say.
    Raises :class:`PlaceUnknown` where the variable holds no full path, and where nobody knows the user's folder.
    """
    override = named_folder(OVERRIDE, environ, platform)
    if override is not None:
        return override
    if platform == "win32":
        roaming = environ.get("APPDATA")
        base = Path(roaming) if roaming else home_folder(environ, platform) / "AppData" / "Roaming"
    elif platform == "darwin":
        base = home_folder(environ, platform) / "Library" / "Preferences"
    else:
        xdg = Path(environ.get("XDG_CONFIG_HOME", ""))
        base = xdg if xdg.is_absolute() else home_folder(environ, platform) / ".config"
    return base / "Vormwijzer"


class SettingsStore:
    """Reads and writes the settings in one JSON file of ``folder``.

    ``defaults``: what holds where a user set nothing; that is not written, so that another default reaches them.
    ``portable``: a folder that can get another drive letter; paths in it are kept from there on.
    ``house_style``: the template of documents for who keeps none in ``folder``.
    Values that only a newer version knows are kept when this version writes.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        defaults: Settings | None = None,
        portable: Path | None = None,
        house_style: Path | None = None,
    ) -> None:
        self.folder = settings_folder(os.environ, sys.platform) if folder is None else folder
        self._defaults = Settings() if defaults is None else defaults
        self._portable = portable
        self.house_style = house_style
        self._set: frozenset[str] = frozenset()
        self._others: dict[str, Any] = {}
        self._version = _VERSION

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / _FILE

    def load(self) -> Settings:
        """The settings as kept, the default where there is none. A file that is not fully understood is copied."""
        try:
            data = self._read()
        except OSError as error:
            _warn("the settings cannot be read: %s", error.strerror)
            return self._defaults
        if data is None:
            return self._defaults
        values = _object_of(data)
        if values is None:
            self._keep_copy(data)
            return self._defaults
        version = values.pop("version", _VERSION)
        self._version = version if type(version) is int and version > _VERSION else _VERSION
        names = set(Settings._fields)
        self._others = {name: value for name, value in values.items() if name not in names}
        good, whole = _understood({name: values[name] for name in names & values.keys()}, self._portable)
        if type(version) is int and version < _VERSION:
            good = {name: value for name, value in good.items() if value != getattr(_STANDARD, name)}
        self._set = frozenset(good)
        if not whole:
            self._keep_copy(data)
        return self._defaults._replace(**good)

    def save(self, settings: Settings) -> bool:
        """Keep ``settings``; False, with a record in the log, where the disk does not let us."""
        different = {name for name in Settings._fields if getattr(settings, name) != getattr(self._defaults, name)}
        # What somebody once set stays set, also where they went back to what is the default today.
        self._set |= different
        own = {name: value for name, value in _plain(settings, self._portable).items() if name in self._set}
        values = {"version": self._version, **self._others, **own}
        import json  # not before there is something to keep: the window waits for this module

        return self._write(self.path, json.dumps(values, ensure_ascii=False, indent=2).encode())

    def _read(self) -> bytes | None:
        try:
            with self.path.open("rb") as file:
                return file.read(_LIMIT + 1)
        except FileNotFoundError:
            return None

    def _keep_copy(self, data: bytes) -> None:
        self._write(self.folder / _DAMAGED, data[:_LIMIT])

    def _write(self, path: Path, data: bytes) -> bool:
        from models.storage.errors import StorageError
        from models.storage.files import write_atomically

        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, data)
        except (OSError, StorageError) as error:
            _warn("the settings cannot be written: %s", type(error).__name__)
            return False
        return True


def _warn(text: str, detail: str | None) -> None:
    import logging

    logging.getLogger(__name__).warning(text, detail)


def _object_of(data: bytes) -> dict[str, Any] | None:
    """The JSON object in ``data``; None where there is none."""
    import json

    if len(data) > _LIMIT:
        return None
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
        return None
    return values if isinstance(values, dict) else None


def _understood(values: Mapping[str, Any], portable: Path | None = None) -> tuple[dict[str, Any], bool]:
    """Those of ``values`` that are good, and whether all of them are. ``portable``: where paths may begin."""
    good: dict[str, Any] = {}
    for name, value in values.items():
        try:
            inside = portable is not None and name in _PATHS and isinstance(value, str)
            good[name] = _READERS[name](_absolute(value, portable) if inside else value)
        except (TypeError, ValueError):
            continue
    return good, len(good) == len(values)


def _absolute(value: str, portable: Path | None) -> str:
    """A path that was kept from the portable folder on, as it is now; others as they are."""
    kept = PurePosixPath(value)
    if portable is None or Path(value).is_absolute() or PureWindowsPath(value).drive or ".." in kept.parts:
        return value
    return str(portable.joinpath(*kept.parts))


def _zoom(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise TypeError("a number was expected")
    if not ZOOM_STEPS[0] <= value <= ZOOM_STEPS[-1]:
        raise ValueError("out of range")
    return zoomed(float(value), 0)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("yes or no was expected")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT or "\0" in value:
        raise TypeError("a text was expected")
    return value


def _path(value: object) -> Path | None:
    if value is None:
        return None
    path = Path(_text(value))
    if not path.is_absolute():
        raise ValueError("an absolute path was expected")
    return path


_READERS: Mapping[str, Callable[[Any], object]] = {
    "zoom": _zoom,
    "audience_zoom": _zoom,
    "appearance": Appearance,
    "motion": _flag,
    "onlooker": Onlooker,
    "geometry": _text,
    "library": _path,
    "last_folder": _path,
    "open_dossier": _text,
    "audience_screen": _text,
}


def _plain(settings: Settings, portable: Path | None) -> dict[str, Any]:
    values = settings._asdict()
    return {name: _kept(value, portable) if isinstance(value, Path) else value for name, value in values.items()}


def _kept(path: Path, portable: Path | None) -> str:
    if portable is not None and path.is_relative_to(portable):
        return path.relative_to(portable).as_posix()
    return str(path)
