"""Where the library stands when nobody named another place."""

from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

__all__ = [
    "BACKUPS_NAME",
    "LIBRARY_NAME",
    "OVERRIDE",
    "PlaceUnknown",
    "default_library_path",
    "home_folder",
    "named_folder",
]

LIBRARY_NAME = "mijn-dossiers.db"
"""Name of the database."""

BACKUPS_NAME = "reservekopieen"
"""Name of the folder with its backups, beside it."""

OVERRIDE = "VORMWIJZER_DATA"
"""Environment variable that names another folder."""

_LONGEST = 200


class PlaceUnknown(Exception):  # noqa: N818 - it says what is the case
    """Nobody can tell where something stands; the message is one Dutch sentence. ``named``: what was asked for."""

    def __init__(self, reason: str, named: str = "") -> None:
        super().__init__(reason)
        self.named = named


def default_library_path(environ: Mapping[str, str], platform: str) -> Path:
    """The path of the library's database by the conventions of the platform.

    ``platform``: as ``sys.platform``. ``VORMWIJZER_DATA``, a folder, wins over all. Raises :class:`PlaceUnknown` where
    that is no full path, and where the system knows no folder of the user.
    """
    folder = named_folder(OVERRIDE, environ, platform)
    return (_user_data(environ, platform) / "Vormwijzer" if folder is None else folder) / LIBRARY_NAME


def named_folder(variable: str, environ: Mapping[str, str], platform: str) -> Path | None:
    """The folder that an environment variable names, with ``~`` filled in; None where it is not there or empty.

    Raises :class:`PlaceUnknown` where it is no full path: that would be another folder for each working folder.
    """
    text = environ.get(variable)
    if not text:
        return None
    filled = _filled(text, environ, platform)
    pure: PurePath = PureWindowsPath(filled) if platform == "win32" else PurePosixPath(filled)
    if not pure.is_absolute():
        shown = "".join(sign if sign.isprintable() else "?" for sign in text[:_LONGEST])
        raise PlaceUnknown(f"{variable} noemt {shown}: vul een heel pad in, vanaf de schijf.", text)
    return Path(filled)


def home_folder(environ: Mapping[str, str], platform: str) -> Path:
    """The folder of the user. Raises :class:`PlaceUnknown` where the system knows none."""
    named = environ.get("USERPROFILE" if platform == "win32" else "HOME")
    try:
        home = Path(named) if named else Path.home()
    except RuntimeError:
        home = Path()
    if not home.is_absolute():
        raise PlaceUnknown("De map van de gebruiker is onbekend: noem mappen in VORMWIJZER_DATA en VORMWIJZER_CONFIG.")
    return home


def _filled(text: str, environ: Mapping[str, str], platform: str) -> str:
    if text == "~" or text.startswith(("~/", "~\\")):
        return f"{home_folder(environ, platform)}{text[1:]}"
    try:
        return str(Path(text).expanduser())
    except (RuntimeError, ValueError):  # of somebody whom the system does not know
        return text


def _user_data(environ: Mapping[str, str], platform: str) -> Path:
    if platform == "win32":
        # Not the roaming folder: it can be on a network, and SQLite keeps a journal (WAL) that does not work there.
        local = environ.get("LOCALAPPDATA")
        return Path(local) if local else home_folder(environ, platform) / "AppData" / "Local"
    if platform == "darwin":
        return home_folder(environ, platform) / "Library" / "Application Support"
    # The XDG rules say that a path that is not absolute must be ignored.
    xdg = Path(environ.get("XDG_DATA_HOME", ""))
    return xdg if xdg.is_absolute() else home_folder(environ, platform) / ".local" / "share"
