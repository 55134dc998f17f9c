"""The list of what is in the folder, in CycloneDX 1.6, with the texts of the licences; and the facts of the build.

Told from what really landed there, file by file, not from what was asked for. The same source gives the same list:
its moment is that of the source, its number follows from what it holds. Used by the spec, within the environment of
the build.
"""

import json
import os
import platform
import shutil
import subprocess
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as BomComponent
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from desktop.about.components import BOM, LICENCES, TEXTS, Component
from desktop.about.installed import component_of, own_components

__all__ = ["Part", "bill_of", "entries", "parts_of", "version_of"]

Entry = tuple[str, str, str]
"""Name in the folder, path of the source, kind; see PyInstaller."""

_FILES = "vormwijzer:files"
_INSIDE = "resources/build"
_NAMESPACE = uuid.UUID("5f1a8f8a-6f0e-5d1c-9a53-2d0f4b7f6c11")
_OWN = frozenset({"vormwijzer"})
_CPE = {"Python": "python:python", "Qt": "qt:qt", "ICU": "icu-project:international_components_for_unicode"}
"""Maker and product in the lists of known faults (CPE), of what is no distribution of Python."""

_TOOL = "pyinstaller"
"""Its starter is the executable itself."""


@dataclass(frozen=True)
class Part:
    """A component and where it comes from. ``purl``: its address in package registries, by the rules of purl.

    ``files``: the binaries in the folder that it brings, by name; ``cpe``: its name in lists of known faults.
    """

    component: Component
    purl: PackageURL | None = None
    files: tuple[str, ...] = ()
    cpe: str = ""


def entries(lists: Sequence[Sequence[Entry]], facts: Path, folder: Path) -> list[Entry]:
    """Write list, texts and facts in ``folder``; returns them as data for PyInstaller. ``lists``: what goes along."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / LICENCES).mkdir(parents=True)
    told = json.loads(facts.read_text(encoding="utf-8"))
    parts = parts_of(entry for entries in lists for entry in entries)
    texts = {part.component.line: _copy_texts(part.component, folder / LICENCES) for part in parts}
    bill = bill_of(parts, texts, told["version"], datetime.fromisoformat(told["moment"]))
    (folder / BOM).write_text(bill, encoding="utf-8")
    shown = {name: told[name] for name in ("version", "commit", "date", "system")}
    (folder / "build.json").write_text(json.dumps(shown, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(f"{_INSIDE}/{path.relative_to(folder).as_posix()}", str(path), "DATA") for path in files]


def version_of(facts: Path) -> str:
    """The version that the facts of a build name."""
    return str(json.loads(facts.read_text(encoding="utf-8"))["version"])


def parts_of(entries: Iterable[Entry]) -> list[Part]:
    """What the sources of ``entries`` belong to: distributions of Python, packages of the system, and our own parts."""
    owners = _owners()
    found: dict[str, Distribution] = {}
    binaries: dict[str, list[str]] = {}
    foreign: list[Entry] = []
    for name, source, kind in entries:
        owner = owners.get(os.path.realpath(source)) if source else None
        if owner is not None:
            found[owner.metadata["Name"]] = owner
            if kind in {"BINARY", "EXTENSION"}:
                binaries.setdefault(owner.metadata["Name"], []).append(PurePosixPath(name.replace("\\", "/")).name)
        elif kind == "BINARY" and source.startswith(("/lib", "/usr/lib")):
            foreign.append((name, source, kind))
    starter = next((one for one in distributions() if _normal(one) == _TOOL), None)
    if starter is not None:
        found.setdefault(starter.metadata["Name"], starter)
    python = [
        Part(component_of(one), PackageURL("pypi", name=_normal(one), version=one.version), _sorted(binaries, name))
        for name, one in found.items()
        if _normal(one) not in _OWN
    ]
    own = [_own_part(one) for one in own_components()]
    return sorted([*python, *own, *_system_parts(foreign)], key=lambda part: part.component.line.casefold())


def bill_of(parts: Sequence[Part], texts: Mapping[str, Sequence[str]], version: str, moment: datetime) -> str:
    """The list as CycloneDX 1.6 JSON. ``texts``: by the line of a component, the files with its terms."""
    program = BomComponent(name="vormwijzer", version=version, type=ComponentType.APPLICATION, bom_ref="vormwijzer")
    bom = Bom()
    bom.metadata.component = program
    bom.metadata.timestamp = moment.astimezone(UTC)
    for part in parts:
        bom.components.add(_row(part, texts.get(part.component.line, ())))
    bom.register_dependency(program, bom.components)
    said = "\n".join(sorted(part.component.line for part in parts))
    bom.serial_number = uuid.uuid5(_NAMESPACE, f"{version}\n{moment.isoformat()}\n{said}")
    values: dict[str, Any] = json.loads(JsonV1Dot6(bom).output_as_string())
    return json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _row(part: Part, texts: Sequence[str]) -> BomComponent:
    one = part.component
    licences = [LicenseFactory().make_from_string(one.licence)] if one.licence.strip() else []
    properties = [Property(name=TEXTS, value=";".join(texts))] if texts else []
    if part.files:
        properties.append(Property(name=_FILES, value=";".join(part.files)))
    return BomComponent(
        name=one.name,
        version=one.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=one.line,
        purl=part.purl,
        cpe=part.cpe or None,
        licenses=licences,
        properties=properties,
    )


def _own_part(one: Component) -> Part:
    """Python, Qt, ICU, fonts: what no registry of packages names."""
    known = _CPE.get(one.name)
    if known is None or not one.version:
        return Part(one)
    return Part(one, PackageURL("generic", name=one.name.lower(), version=one.version), cpe=_cpe(known, one.version))


def _cpe(known: str, version: str) -> str:
    """How the lists of known faults name it."""
    return f"cpe:2.3:a:{known}:{version}:*:*:*:*:*:*:*"


def _owners() -> dict[str, Distribution]:
    """Which distribution each installed file belongs to, by its path."""
    found = {}
    for one in distributions():
        root = os.path.realpath(str(one.locate_file("")))
        # By hand, for tens of thousands of files: a Path for each takes seconds.
        found.update({os.path.normpath(f"{root}/{file}"): one for file in map(str, one.files or ())})
    return found


def _system_parts(foreign: Sequence[Entry]) -> list[Part]:
    """The packages of the Debian that builds, of which libraries go along."""
    found: dict[str, list[str]] = {}
    for name, source, _kind in foreign:
        found.setdefault(_package_of(Path(source)), []).append(PurePosixPath(name).name)
    parts = []
    for package, files in found.items():
        version = _dpkg("-W", "-f=${source:Version}", package)
        terms = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        component = Component(package.partition(":")[0], version, "zie de tekst", (terms,) if terms.is_file() else ())
        purl = PackageURL("deb", namespace=_distribution(), name=component.name, version=version)
        parts.append(Part(component, purl, tuple(sorted(files))))
    return parts


def _distribution() -> str:
    """The Linux that builds, as ``debian`` or ``ubuntu``."""
    return str(platform.freedesktop_os_release().get("ID", "linux"))


def _package_of(library: Path) -> str:
    """The package that a library of the system comes from; on a merged /usr it may be known by either path."""
    real = library.resolve()
    for path in (real, Path(str(real).removeprefix("/usr"))):
        found = subprocess.run(["dpkg-query", "-S", str(path)], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.split(": ")[0].split(",")[0]
    return library.name


def _dpkg(*arguments: str) -> str:
    done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _copy_texts(component: Component, folder: Path) -> list[str]:
    """Copy the terms of a component to a folder of its own below ``folder``; returns their names."""
    kept = []
    for number, path in enumerate(component.texts, start=1):
        own = "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in component.line)
        name = f"{own}/{number}-{path.name}"
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(path, folder / name)
        kept.append(name)
    return kept


def _sorted(binaries: Mapping[str, list[str]], name: str) -> tuple[str, ...]:
    return tuple(sorted(binaries.get(name, [])))


def _normal(one: Distribution) -> str:
    return str(one.metadata["Name"]).lower().replace("_", "-").replace(".", "-")
