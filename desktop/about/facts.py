"""What "Over Vormwijzer" tells, as data: the window, the command line and the text for the helpdesk show the same."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from desktop.about.build import UNKNOWN, Build, read_build
from desktop.about.components import load_components
from desktop.places import Origin, Place, Places

__all__ = ["PROMISE", "About", "PlaceFact", "about_of", "origin_words"]

PROMISE = (
    "Vormwijzer werkt zonder internet en stuurt niets naar buiten.",
    "Het programma haalt zelf geen nieuwe versie op. Dat doet u of uw beheerder.",
)
"""What the program does not do by itself, one text each."""

_ORIGINS = {
    Origin.STANDARD: "de gewone plek",
    Origin.CHOSEN: "door u gekozen bij Instellingen",
    Origin.POLICY: "bepaald door uw beheerder",
    Origin.ENVIRONMENT: "bepaald door een omgevingsvariabele",
    Origin.PORTABLE: "in de map “gegevens” naast het programma",
}
_POLICY_ORIGINS = {
    Origin.STANDARD: "geldt voor deze computer",
    Origin.ENVIRONMENT: "genoemd door een omgevingsvariabele",
    Origin.PORTABLE: "staat naast het programma",
}
_QT = "PySide6_Essentials"


def origin_words(origin: Origin) -> str:
    """Why something stands where it stands, to go on a sentence with."""
    return _ORIGINS[origin]


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """One place. ``folder``: what to open; ``words``: why it stands there; ``there``: whether ``folder`` exists."""

    key: str
    name: str
    path: Path
    folder: Path
    origin: Origin
    words: str
    there: bool


@dataclass(frozen=True, slots=True)
class About:
    """``fault``: what is wrong with the policy, empty for nothing; ``template``: the house style that it names."""

    build: Build
    python: str
    qt: str
    system: str
    places: tuple[PlaceFact, ...]
    unknown: tuple[str, ...] = ()
    fault: str = ""
    template: Path | None = None
    desk: str = ""
    contact: str = ""

    @property
    def program_rows(self) -> tuple[tuple[str, str], ...]:
        """Name and value of what the program is."""
        rows = [
            ("Versie", self.build.version),
            ("Gemaakt", self.build.words),
            ("Python", self.python),
            ("Qt", self.qt),
            ("Systeem", self.system),
        ]
        if self.desk or self.contact:
            rows.append(("Hulp", self.help_words))
        return tuple(rows)

    @property
    def help_words(self) -> str:
        """Who helps, empty where nobody is named."""
        return ", ".join(part for part in (self.desk, self.contact) if part)

    @property
    def policy_lines(self) -> tuple[str, ...]:
        """What is the matter with the policy file; empty where nothing is, or there is none."""
        lines = [self.fault] if self.fault else []
        if self.unknown:
            lines.append(f"Vormwijzer kent deze regels van het beleid niet: {', '.join(self.unknown)}.")
        if self.template is not None and not os.path.isfile(self.template):  # noqa: PTH113 - this one never raises
            lines.append(f"Het sjabloon van uw beheerder is er niet: {self.template}.")
        return tuple(lines)

    def as_text(self) -> str:
        """All of it, as plain text for the helpdesk."""
        rows = [f"{name}: {value}" for name, value in self.program_rows]
        places = [f"{place.name}: {place.path}\n    {_sentence(place)}" for place in self.places]
        parts = ("\n".join(PROMISE), "\n".join(rows), "\n".join(places), "\n".join(self.policy_lines))
        return "\n\n".join(("Over Vormwijzer", *filter(None, parts))) + "\n"

    def as_json(self) -> dict[str, Any]:
        """All of it as values for JSON."""
        build = self.build
        return {
            "version": build.version,
            "build": {
                "commit": build.commit,
                "date": None if build.made is None else build.made.isoformat(),
                "system": build.system,
                "from_source": build.from_source,
            },
            "python": self.python,
            "qt": self.qt,
            "system": self.system,
            "places": [
                {"key": one.key, "path": str(one.path), "origin": one.origin.name.lower(), "exists": one.there}
                for one in self.places
            ],
            "policy": {
                "fault": self.fault,
                "unknown": list(self.unknown),
                "desk": self.desk,
                "contact": self.contact,
                "template": None if self.template is None else str(self.template),
            },
        }


def about_of(places: Places, build: Build | None = None) -> About:
    """What there is to tell of this run. ``build``: as read already; looks at the disk which folders are there."""
    rules = places.rules
    return About(
        build=read_build() if build is None else build,
        python=platform.python_version(),
        qt=_qt_version(),
        system=f"{platform.system()} {platform.release()} ({platform.machine()})",
        places=_place_facts(places),
        unknown=() if rules is None else rules.unknown,
        fault="" if places.trouble is None else places.trouble.reason,
        template=None if rules is None else rules.template,
        desk="" if rules is None else rules.desk,
        contact="" if rules is None else rules.contact,
    )


def _place_facts(places: Places) -> tuple[PlaceFact, ...]:
    library = places.library
    facts = [
        _fact("library", "Mijn dossiers", library, library.path.parent, _ORIGINS[library.origin]),
        _fact("backups", "Reservekopieën", places.backups, places.backups.path, "naast Mijn dossiers"),
        _fact("settings", "Instellingen", places.settings, places.settings.path, _ORIGINS[places.settings.origin]),
        _fact("reports", "Foutmeldingen", places.reports, places.reports.path, "in de map van de instellingen"),
        _fact("program", "Programma", places.program, places.program.path, _ORIGINS[places.program.origin]),
    ]
    if places.policy is not None:
        policy = places.policy
        facts.append(_fact("policy", "Beleid", policy, policy.path.parent, _POLICY_ORIGINS[policy.origin]))
    return tuple(facts)


def _fact(key: str, name: str, place: Place, folder: Path, words: str) -> PlaceFact:
    there = os.path.isdir(folder)  # noqa: PTH112 - this one never raises
    return PlaceFact(key, name, place.path, folder, place.origin, words, there)


def _sentence(place: PlaceFact) -> str:
    return place.words if place.there else f"{place.words}; deze map is er nog niet"


def _qt_version() -> str:
    try:
        return version_of(_QT)
    except PackageNotFoundError:  # a built program may leave out what only pip needs
        return next((one.version for one in load_components() if one.name == "Qt"), UNKNOWN)
