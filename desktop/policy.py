"""The policy file of an ICT department, ``beleid.toml``: where things stand, what the program begins with, who helps.

It is imported only where there is such a file. Whatever in it cannot be used is told in one Dutch sentence: a policy
that is half understood would put dossiers in another place than the department means.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from desktop.settings import ZOOM_STEPS, Appearance, Settings
from models.storage.errors import PolicyFailed
from models.vocabulary import Onlooker

__all__ = ["MAX_POLICY", "Policy", "WrongValue", "expand", "load_policy", "parse_policy"]

MAX_POLICY = 64_000
"""Bytes of a policy file."""

_LONGEST = 200
_MOST_UNKNOWN = 20
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)|%([A-Za-z_][A-Za-z0-9_()]*)%")
_FORBIDDEN = re.compile(r'[<>|?*"]')
"""What Windows takes in no path."""

_LINE = re.compile(r"at line (\d+)")

_APPEARANCES = {
    "systeem": Appearance.SYSTEM,
    "licht": Appearance.LIGHT,
    "donker": Appearance.DARK,
    "contrast-licht": Appearance.LIGHT_CONTRAST,
    "contrast-donker": Appearance.CONTRAST,
}
_ONLOOKERS = {
    "gemeentesecretaris": Onlooker.SECRETARIS,
    "raadslid": Onlooker.RAADSLID,
    "begeleider": Onlooker.BEGELEIDER,
}
_ZOOMS = {round(100 * step): step for step in ZOOM_STEPS}


class Policy(NamedTuple):
    """What the file says. ``data``, ``settings``: folders, None where it names none; ``fixed``: no other place.

    ``defaults``: what the program begins with; ``template``: a house style for who has none; ``desk``, ``contact``:
    who helps; ``unknown``: keys that this version does not know, as ``plaatsen.naam``.
    """

    data: Path | None = None
    settings: Path | None = None
    fixed: bool = False
    defaults: Settings = Settings()
    template: Path | None = None
    desk: str = ""
    contact: str = ""
    unknown: tuple[str, ...] = ()


class WrongValue(Exception):  # noqa: N818 - it says what is the case
    """Something in the file cannot be used; the message goes on where "Het beleidsbestand …" stops."""


def load_policy(path: Path, environ: Mapping[str, str], platform: str) -> Policy:
    """The policy in ``path``; raises :class:`PolicyFailed`. ``platform``: as ``sys.platform``."""
    if not path.is_absolute():
        raise PolicyFailed(path, f"VORMWIJZER_POLICY noemt {path}: vul het hele pad van het beleidsbestand in.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_POLICY + 1)
    except FileNotFoundError as error:
        raise PolicyFailed(
            path, f"Het beleidsbestand {path} is er niet: vraag uw beheerder om het terug te zetten."
        ) from error
    except PermissionError as error:
        raise PolicyFailed(
            path, f"Vormwijzer mag het beleidsbestand {path} niet lezen: vraag uw beheerder om toegang."
        ) from error
    except (OSError, ValueError) as error:
        raise PolicyFailed(path, f"Het beleidsbestand {path} is niet te lezen: vraag uw beheerder om hulp.") from error
    try:
        return parse_policy(data, environ, platform)
    except WrongValue as error:
        raise PolicyFailed(path, f"Het beleidsbestand {path} {error}.") from error


def parse_policy(data: bytes, environ: Mapping[str, str], platform: str) -> Policy:
    """The policy in the bytes of a file. Raises :class:`WrongValue`."""
    values = _tables(data)
    known: dict[str, set[str]] = {}

    def take(table: str, key: str, read: Callable[[Any], Any], otherwise: Any) -> Any:
        known.setdefault(table, set()).add(key)
        inside = values.get(table, {})
        if not isinstance(inside, dict):
            raise WrongValue(f"klopt niet: {table} hoort een tabel te zijn, met [{table}] erboven")
        if key not in inside:
            return otherwise
        try:
            return read(inside[key])
        except WrongValue as error:
            raise WrongValue(f"klopt niet bij {table}.{key}: {error}") from error

    def folder(value: Any) -> Path:
        _text(value)
        # Only spaces go: "C:/map\new" between double quotes holds a line break, which must be seen wherever it stands.
        return expand(value.strip(" "), environ, platform)

    begin = Settings()
    policy = Policy(
        data=take("plaatsen", "gegevens", folder, None),
        settings=take("plaatsen", "instellingen", folder, None),
        fixed=take("plaatsen", "vast", _flag, False),
        defaults=begin._replace(
            appearance=take("standaard", "uiterlijk", _one_of(_APPEARANCES), begin.appearance),
            zoom=take("standaard", "tekstgrootte", _zoom, begin.zoom),
            motion=take("standaard", "beweging", _flag, begin.motion),
            onlooker=take("standaard", "wie_kijkt_mee", _one_of(_ONLOOKERS), begin.onlooker),
        ),
        template=take("standaard", "sjabloon", folder, None),
        desk=take("beheer", "naam", _line, ""),
        contact=take("beheer", "contact", _line, ""),
    )
    return policy._replace(unknown=_unknown(values, known))


def expand(text: str, environ: Mapping[str, str], platform: str) -> Path:
    """``text`` as a path, with ``~``, ``$NAME``, ``${NAME}`` and ``%NAME%`` filled in once.

    Raises :class:`WrongValue` where a variable is unknown or empty, or where the outcome is not an absolute path on
    ``platform`` or holds a sign that no path there holds. A ``$`` without a name behind it stays, as in the name of a
    share.
    """

    def value_of(name: str) -> str:
        # Windows does not tell capitals from small letters in these names.
        value = environ.get(name) or (environ.get(name.upper()) if platform == "win32" else None)
        if not value:
            raise WrongValue(f"de variabele {name[:60]} is er niet of is leeg")
        return value

    home, rest = "", text
    if text == "~" or text.startswith(("~/", "~\\")):
        home, rest = _home(environ, platform), text[1:]
    filled = home + _VARIABLE.sub(lambda found: value_of(found[1] or found[2] or found[3]), rest)
    _check_signs(filled, platform)
    pure = PureWindowsPath(filled) if platform == "win32" else PurePosixPath(filled)
    if not pure.is_absolute():
        raise WrongValue("vul een heel pad in, vanaf de schijf")
    return Path(filled)


def _check_signs(path: str, platform: str) -> None:
    if not path.isprintable():  # "\new" and "\beheer" between double quotes: TOML makes other signs of them
        raise WrongValue("dit pad heeft een onleesbaar teken, zet het tussen enkele aanhalingstekens")
    forbidden = _FORBIDDEN.search(path) if platform == "win32" else None
    if forbidden is not None:
        raise WrongValue(f"het teken {forbidden[0]} mag niet in een pad van Windows")


def _home(environ: Mapping[str, str], platform: str) -> str:
    named = environ.get("USERPROFILE" if platform == "win32" else "HOME")
    if named:
        return named
    try:
        return str(Path.home())
    except RuntimeError as error:
        raise WrongValue("de map van de gebruiker is onbekend") from error


def _tables(data: bytes) -> dict[str, Any]:
    import tomllib

    if len(data) > MAX_POLICY:
        raise WrongValue(f"is te groot: het mag {MAX_POLICY // 1000} kB zijn")
    try:
        # Notepad puts a mark before the text, which TOML does not know.
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WrongValue("is niet te lezen: sla het op als UTF-8") from error
    except (ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        where = f" (regel {line[1]})" if line else ""
        raise WrongValue(f"is geen goede TOML{where}: zet Windows-paden tussen enkele aanhalingstekens") from error


def _unknown(values: Mapping[str, Any], known: Mapping[str, set[str]]) -> tuple[str, ...]:
    found: list[str] = []
    for table, inside in values.items():
        if table not in known:
            found.append(table)
        else:
            found += [f"{table}.{key}" for key in inside if key not in known[table]]
    return tuple(" ".join(name.split())[:80] for name in found[:_MOST_UNKNOWN])


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongValue("hier hoort een tekst")
    return value.strip()


def _line(value: Any) -> str:
    text = " ".join(_text(value).split())
    if len(text) > _LONGEST or not text.isprintable():
        raise WrongValue(f"hier hoort een regel van hooguit {_LONGEST} tekens")
    return text


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValue("hier hoort true of false, zonder aanhalingstekens")
    return value


def _zoom(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int) or value not in _ZOOMS:
        raise WrongValue(f"kies uit {', '.join(map(str, _ZOOMS))}")
    return _ZOOMS[value]


def _one_of(words: Mapping[str, Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in words:
            raise WrongValue(f"kies uit {', '.join(words)}")
        return words[value]

    return read
