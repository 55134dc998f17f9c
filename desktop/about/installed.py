"""The components of a program that runs from source, from what is installed; the build makes its list with it too."""

import contextlib
import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from desktop.about.build import PROGRAM, project_table
from desktop.about.components import Component

__all__ = [
    "closure",
    "component_of",
    "installed_components",
    "own_components",
    "texts_of_licence",
]

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_TERMS = re.compile(r"(licen[cs]e|copying|notice)[^/]*", re.IGNORECASE)
_CLASSIFIER = "License :: "
_QT, _QT_LICENCE = "PySide6_Essentials", "LGPL-3.0-only"
_LONGEST = 80
_ICU, _ICU_LICENCE, _ICU_TERMS = "PySide6/Qt/lib/libicudata.so.*", "Unicode-DFS-2016", "licences/ICU.txt"

_SHIPPED = {
    "fonts/DejaVu-LICENSE.txt": ("DejaVu Sans (lettertype)", "Bitstream-Vera"),
    "fonts/SourceSansPro-LICENSE.txt": ("Source Sans Pro (lettertype)", "OFL-1.1"),
    "colour/sRGB-LICENSE.txt": ("sRGB (kleurprofiel)", "vrij te gebruiken"),
}

_FULL_TEXTS = (
    ("LGPL-3.0", ("Qt-LGPL.txt", "LGPL-3.0.txt", "GPL-3.0.txt")),  # of Qt only; the second adds to the third
    ("GPL-3.0", ("GPL-3.0.txt",)),
    ("Apache", ("Apache-2.0.txt",)),
)
"""Part of the name of a licence, and the files that hold its text."""


def installed_components() -> tuple[Component, ...]:
    """All that the program asks for and what that asks for in turn, with Qt, Python and what the program ships."""
    found = [component_of(one) for one in closure(_asked_by_program())]
    return tuple(sorted((*found, *own_components()), key=lambda one: one.name.casefold()))


def own_components() -> tuple[Component, ...]:
    """What comes along without being a distribution: Python, Qt and its ICU, the fonts, the colour profile."""
    version = platform.python_version()
    terms = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    made = [Component("Python", version, "PSF-2.0", (terms,) if terms.is_file() else ())]
    with contextlib.suppress(PackageNotFoundError):
        made.append(Component("Qt", distribution(_QT).version, _QT_LICENCE, texts_of_licence(_QT_LICENCE)))
    if sys.platform == "linux":
        made.append(_icu())
    for path in sorted((*_RESOURCES.glob("fonts/*-LICENSE.txt"), *_RESOURCES.glob("colour/*-LICENSE.txt"))):
        key = path.relative_to(_RESOURCES).as_posix()
        name, licence = _SHIPPED.get(key, (path.name.removesuffix("-LICENSE.txt"), ""))
        made.append(Component(name, "", licence, (path,)))
    return tuple(made)


def _icu() -> Component:
    """ICU, which Qt brings on Linux; other systems have their own. Its version is in the name of its data."""
    version = ""
    with contextlib.suppress(PackageNotFoundError):
        at = Path(str(distribution(_QT).locate_file(_ICU)))
        version = max((path.name.rpartition(".so.")[2] for path in at.parent.glob(at.name)), key=_number, default="")
    terms = _RESOURCES / _ICU_TERMS
    return Component("ICU", version, _ICU_LICENCE, (terms,) if terms.is_file() else ())


def closure(requirements: tuple[str, ...]) -> tuple[Distribution, ...]:
    """The distributions that ``requirements`` ask for here, and what those ask for; what is not installed is not."""
    found: dict[str, Distribution] = {}
    waiting = list(requirements)
    while waiting:
        name = _asked(waiting.pop())
        if not name or name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += found[name].requires or []
    return tuple(found[name] for name in sorted(found))


def component_of(one: Distribution) -> Component:
    """Name, version, licence and the files with the terms of a distribution; the full text where it brings none."""
    licence = _licence(one)
    return Component(one.metadata["Name"], one.version, licence, tuple(_terms(one)) or texts_of_licence(licence))


def texts_of_licence(licence: str, folder: Path = _RESOURCES / "licences") -> tuple[Path, ...]:
    """The files in ``folder`` with the text of ``licence``, by its name; none where it holds no such text."""
    names = next((files for part, files in _FULL_TEXTS if part in licence), ())
    return tuple(folder / name for name in names if (folder / name).is_file())


def _asked_by_program() -> tuple[str, ...]:
    try:
        return tuple(distribution(PROGRAM).requires or ())
    except PackageNotFoundError:
        asked = project_table().get("dependencies", [])
        return tuple(one for one in asked if isinstance(one, str))


def _asked(requirement: str) -> str:
    """The name, as all spell it the same; empty where it is not asked for here, or cannot be read."""
    try:
        asked = Requirement(requirement)
    except InvalidRequirement:
        return ""
    if asked.marker is not None and not asked.marker.evaluate({"extra": ""}):
        return ""
    return canonicalize_name(asked.name)


def _number(version: str) -> int:
    return int(version) if version.isdecimal() else 0


def _licence(one: Distribution) -> str:
    about = one.metadata
    for field in ("License-Expression", "License"):
        said = " ".join(" ".join(about.get_all(field, [])).split())
        if said and len(said) <= _LONGEST:  # some put the whole text there
            return said
    kinds = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith(_CLASSIFIER)]
    return ", ".join(kinds)


def _terms(one: Distribution) -> Iterator[Path]:
    """The files with the terms, those that the maker named first."""
    named = set(one.metadata.get_all("License-File", []))
    for file in sorted(one.files or (), key=str):
        inside, _, rest = file.as_posix().partition(".dist-info/")
        if not rest or "/" in inside:
            continue
        if rest in named or rest.removeprefix("licenses/") in named or _TERMS.fullmatch(file.name):
            path = Path(str(file.locate()))
            if path.is_file():
                yield path
