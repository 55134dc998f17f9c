"""Where everything stands, and why: library, settings, backups, fault reports, program, policy file.

Light to import and without Qt: it is made before the window shows. :func:`places_of` is pure; :func:`find_places`
looks at the disk for what it needs: the folder ``gegevens`` beside the program, and the policy file.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from desktop.settings import OVERRIDE as SETTINGS_OVERRIDE
from desktop.settings import SettingsStore, settings_folder
from models.storage.library_location import BACKUPS_NAME, LIBRARY_NAME, PlaceUnknown, default_library_path
from models.storage.library_location import OVERRIDE as DATA_OVERRIDE

if TYPE_CHECKING:
    from desktop.policy import Policy
    from models.storage.errors import PolicyFailed

__all__ = [
    "POLICY_NAME",
    "POLICY_OVERRIDE",
    "PORTABLE_NAME",
    "PROGRAM_OVERRIDE",
    "REPORTS_NAME",
    "Origin",
    "Place",
    "Places",
    "find_places",
    "places_of",
    "policy_candidates",
    "portable_folder",
    "program_folder",
]

PORTABLE_NAME = "gegevens"
"""A folder of this name beside the program holds everything: the program is portable then."""

POLICY_NAME = "beleid.toml"
"""Name of the policy file."""

REPORTS_NAME = "meldingen"
"""Folder of the fault reports, in that of the settings."""

POLICY_OVERRIDE = "VORMWIJZER_POLICY"
"""Environment variable that names the policy file."""

PROGRAM_OVERRIDE = "VORMWIJZER_PROGRAM"
"""Environment variable that names a folder as that of the program, for trials."""

_SETTINGS_NAME = "instellingen"
_SOURCE = Path(__file__).resolve().parents[1]
_NOWHERE = Path(os.devnull) / "Vormwijzer"
"""What stands for a folder that nobody knows: none can be made there, so that nothing lands in a place by chance."""


class Origin(StrEnum):
    """Why something stands where it stands."""

    STANDARD = "standaard"
    CHOSEN = "gekozen"
    POLICY = "beleid"
    ENVIRONMENT = "omgeving"
    PORTABLE = "draagbaar"


class Place(NamedTuple):
    """A file or folder, and why it is this one."""

    path: Path
    origin: Origin


class Places(NamedTuple):
    """All places. ``library``: the file of the database; ``given``: what it is without a choice of the user.

    ``policy``: the policy file, None without one; ``rules``: what it says, None without one or with ``trouble``.
    ``portable``: the folder ``gegevens``, None where the program is not portable. ``fixed``: the user may choose no
    other place for the library. ``trouble``: the policy, or a variable that names a folder, cannot be used, or nobody
    knows the folder of the user; then the library must stay closed.
    """

    library: Place
    given: Place
    settings: Place
    program: Place
    policy: Place | None = None
    rules: "Policy | None" = None
    portable: Path | None = None
    fixed: bool = False
    trouble: "PolicyFailed | None" = None

    @property
    def backups(self) -> Place:
        """The folder of the backups, beside the library."""
        return Place(self.library.path.parent / BACKUPS_NAME, self.library.origin)

    @property
    def reports(self) -> Place:
        """The folder of the fault reports."""
        return Place(self.settings.path / REPORTS_NAME, self.settings.origin)

    def with_choice(self, library: Path | None) -> "Places":
        """The same where the settings name ``library`` (None: nothing); without effect where it is fixed."""
        if library is None or self.fixed or library == self.given.path:
            return self._replace(library=self.given)
        return self._replace(library=Place(library, Origin.CHOSEN))

    def store(self) -> SettingsStore:
        """What keeps the settings of these places."""
        if self.rules is None:
            return SettingsStore(self.settings.path, portable=self.portable)
        rules = self.rules
        return SettingsStore(
            self.settings.path, defaults=rules.defaults, portable=self.portable, house_style=rules.template
        )


def places_of(
    environ: Mapping[str, str],
    platform: str,
    program: Path | None,
    *,
    portable: bool = False,
    policy: Place | None = None,
    rules: "Policy | None" = None,
    trouble: "PolicyFailed | None" = None,
) -> Places:
    """The places, before the user's choice: environment over portable over policy over standard.

    ``platform``: as ``sys.platform``; ``program``: the folder of the program, None when it runs from source;
    ``portable``: whether the folder ``gegevens`` is there; ``policy``: the policy file, with what it says or what is
    wrong with it. A variable that holds no full path is passed over, and told as ``trouble``. Never raises.
    """
    beside = program / PORTABLE_NAME if portable and program is not None else None
    data = None if rules is None else rules.data
    config = None if rules is None else rules.settings
    # Each looked up only where it counts: a portable program needs no folder of the user, and some have none.
    library, no_library = _first(
        (environ.get(DATA_OVERRIDE), Origin.ENVIRONMENT, lambda: default_library_path(environ, platform)),
        (beside, Origin.PORTABLE, lambda: beside and beside / LIBRARY_NAME),
        (data, Origin.POLICY, lambda: data and data / LIBRARY_NAME),
        (True, Origin.STANDARD, lambda: default_library_path(_without(DATA_OVERRIDE, environ), platform)),
        (True, Origin.STANDARD, lambda: _NOWHERE / LIBRARY_NAME),
    )
    settings, no_settings = _first(
        (environ.get(SETTINGS_OVERRIDE), Origin.ENVIRONMENT, lambda: settings_folder(environ, platform)),
        (beside, Origin.PORTABLE, lambda: beside and beside / _SETTINGS_NAME),
        (config, Origin.POLICY, lambda: config),
        (True, Origin.STANDARD, lambda: settings_folder(_without(SETTINGS_OVERRIDE, environ), platform)),
        (True, Origin.STANDARD, lambda: _NOWHERE),
    )
    by_hand = Origin.ENVIRONMENT if environ.get(PROGRAM_OVERRIDE) else Origin.STANDARD
    return Places(
        library=library,
        given=library,
        settings=settings,
        program=Place(program or _SOURCE, by_hand),
        policy=policy,
        rules=rules,
        portable=beside,
        fixed=bool(environ.get(DATA_OVERRIDE)) or (rules is not None and rules.fixed),
        trouble=trouble or _told(no_library or no_settings),
    )


def _first(*ways: tuple[object, Origin, Callable[[], Path | None]]) -> tuple[Place, PlaceUnknown | None]:
    """The first way that leads somewhere, and what was wrong with one before it. The last way always does."""
    wrong: PlaceUnknown | None = None
    for holds, origin, find in ways:
        try:
            path = find() if holds else None
        except PlaceUnknown as error:
            wrong = wrong or error
            continue
        if path is not None:
            return Place(path, origin), wrong
    raise AssertionError("the last way leads nowhere")


def _without(name: str, environ: Mapping[str, str]) -> Mapping[str, str]:
    return {key: value for key, value in environ.items() if key != name}


def _told(wrong: PlaceUnknown | None) -> "PolicyFailed | None":
    if wrong is None:
        return None
    from models.storage.errors import PolicyFailed  # only where there is something to tell

    return PolicyFailed(Path(wrong.named), str(wrong))


def program_folder(environ: Mapping[str, str], platform: str, executable: str, *, frozen: bool) -> Path | None:
    """The folder in which the program stands for the user; None when it runs from source.

    ``executable``: as ``sys.executable``; ``frozen``: it is a packed program. On macOS: the folder with the ``.app``.
    """
    named = environ.get(PROGRAM_OVERRIDE)
    if named:
        path = Path(named)
        with contextlib.suppress(RuntimeError, ValueError):  # the system knows no folder of this user
            path = path.expanduser()
        with contextlib.suppress(OSError):  # the working folder is gone
            path = path.absolute()
        return path
    if not frozen or not executable:
        return None
    path = Path(executable)
    if platform == "darwin":
        bundle = next((parent for parent in path.parents if parent.suffix == ".app"), None)
        if bundle is not None:
            return bundle.parent
    return path.parent


def policy_candidates(environ: Mapping[str, str], platform: str, program: Path | None) -> tuple[Place, ...]:
    """Where a policy file may stand; the first that is there counts. One that the environment names must be there."""
    named = environ.get(POLICY_OVERRIDE)
    if named:
        return (Place(Path(named), Origin.ENVIRONMENT),)
    beside = () if program is None else (Place(program / POLICY_NAME, Origin.PORTABLE),)
    if platform == "win32":
        data = environ.get("PROGRAMDATA") or environ.get("ProgramData")
        machine = Path(data) / "Vormwijzer" if data else None
    elif platform == "darwin":
        machine = Path("/Library/Application Support/Vormwijzer")
    else:
        machine = Path(PurePosixPath("/etc/vormwijzer"))
    return beside if machine is None else (*beside, Place(machine / POLICY_NAME, Origin.STANDARD))


def find_places(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Places:
    """The places of this run, before the user's choice. Never raises: see ``trouble``."""
    around = os.environ if environ is None else environ
    program = _own_folder(around, platform)
    portable = _portable(program) is not None
    policy = next((place for place in policy_candidates(around, platform, program) if _may_be_there(place)), None)
    if policy is None:
        return places_of(around, platform, program, portable=portable)
    from desktop.policy import load_policy  # with a reader of TOML: only where there is something to read
    from models.storage.errors import PolicyFailed

    rules: Policy | None = None
    trouble: PolicyFailed | None = None
    try:
        rules = load_policy(policy.path, around, platform)
    except PolicyFailed as error:
        trouble = error
    return places_of(around, platform, program, portable=portable, policy=policy, rules=rules, trouble=trouble)


def portable_folder(environ: Mapping[str, str], platform: str) -> Path | None:
    """The folder ``gegevens`` beside the program, where it is; None where the program is not portable. Never raises."""
    return _portable(_own_folder(environ, platform))


def _own_folder(environ: Mapping[str, str], platform: str) -> Path | None:
    return program_folder(environ, platform, sys.executable or "", frozen=bool(getattr(sys, "frozen", False)))


def _portable(program: Path | None) -> Path | None:
    folder = None if program is None else program / PORTABLE_NAME
    return folder if folder is not None and os.path.isdir(folder) else None  # noqa: PTH112 - this one never raises


def _may_be_there(policy: Place) -> bool:
    """Whether it is there, or cannot be told: a file that nobody may look at is not passed over in silence."""
    if policy.origin is Origin.ENVIRONMENT:
        return True
    try:
        policy.path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True
