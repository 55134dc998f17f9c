"""Where the library stands when nobody named another place."""

from collections.abc import Mapping
from pathlib import Path

__all__ = ["BACKUPS_NAME", "LIBRARY_NAME", "OVERRIDE", "default_library_path"]

LIBRARY_NAME = "mijn-dossiers.db"
"""Name of the database."""

BACKUPS_NAME = "reservekopieen"
"""Name of the folder with its backups, beside it."""

OVERRIDE = "VORMWIJZER_DATA"
"""Environment variable that names another folder."""


def default_library_path(environ: Mapping[str, str], platform: str) -> Path:
    """The path of the library's database by the conventions of the platform.

    ``platform``: as ``sys.platform``. ``VORMWIJZER_DATA``, a folder, wins over all.
    """
    override = environ.get(OVERRIDE)
    folder = Path(override).expanduser() if override else _user_data(environ, platform) / "Vormwijzer"
    return folder / LIBRARY_NAME


def _user_data(environ: Mapping[str, str], platform: str) -> Path:
    if platform == "win32":
        roaming = environ.get("APPDATA")
        return Path(roaming) if roaming else _home(environ, "USERPROFILE") / "AppData" / "Roaming"
    if platform == "darwin":
        return _home(environ, "HOME") / "Library" / "Application Support"
    # The XDG rules say that a path that is not absolute must be ignored.
    xdg = Path(environ.get("XDG_DATA_HOME", ""))
    return xdg if xdg.is_absolute() else _home(environ, "HOME") / ".local" / "share"


def _home(environ: Mapping[str, str], variable: str) -> Path:
    home = environ.get(variable)
    return Path(home) if home else Path.home()
