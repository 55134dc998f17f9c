"""The forms of the factors as data, and the factors that knowledge offers."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.dossier import Dossier
from models.dossier.base import NoAnswerKind, known
from models.dossier.choose import FactorDirection, FactorEntry, FactorPhase
from models.dossier.edit import fresh_id
from models.folding import folded
from models.knowledge import Knowledge
from models.knowledge.catalogue import SuccessFactor
from models.vocabulary import StepId
from wizards.forms.rows import CheckRow
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.forms.values import spoken

__all__ = [
    "BASE",
    "DIRECTION_WORDS",
    "LIST",
    "PHASES",
    "Offered",
    "entry_name",
    "entry_of",
    "factor_names",
    "factors",
    "groups",
    "matching",
    "offered",
    "success_groups",
    "success_rows",
]

BASE = (StepId.FACTOREN.value,)
LIST = (*BASE, "factors")
_SUCCESS = (*BASE, "success")
_NO_VERDICT = "Het antwoord nee is geen oordeel. Het laat zien wat nog werk vraagt."
_ONLY_WORK = "Alleen nodig als de samenwerking over werk en personeel gaat."
_OWN = "De meeste controlevragen zijn van Vormwijzer zelf."
_OPEN = (NoAnswerKind.UNKNOWN, NoAnswerKind.LATER)

PHASES = (
    Option("randvoorwaarden", "Randvoorwaarden", "Wat er moet zijn voordat u begint."),
    Option("proces", "Proces", "Wat speelt terwijl u de samenwerking opzet."),
    Option("staand", "Staand", "Wat speelt als de samenwerking loopt."),
)
DIRECTION_WORDS = {FactorDirection.PROMOTING: "Helpt", FactorDirection.BLOCKING: "Hindert"}
_DIRECTIONS = tuple(Option(direction.value, words) for direction, words in DIRECTION_WORDS.items())
_SIDES = {"bevorderend": FactorDirection.PROMOTING, "belemmerend": FactorDirection.BLOCKING}


@dataclass(frozen=True, slots=True)
class Offered:
    """A factor of knowledge that one can add. ``phase``: None where the source names none."""

    id: str
    name: str
    text: str
    direction: FactorDirection
    phase: FactorPhase | None


def offered(knowledge: Knowledge) -> tuple[Offered, ...]:
    """Everything that knowledge offers, in the order of its sources."""
    known_factors = (
        Offered(f.id, f.name, f.text, _SIDES[f.direction], FactorPhase(f.phase)) for f in knowledge.factors.factors
    )
    obstacles = (
        Offered(item.id, item.name, item.text, FactorDirection.BLOCKING, None)
        for item in knowledge.factors.labour_obstacles
    )
    return (*known_factors, *obstacles)


def matching(
    rows: tuple[Offered, ...], typed: str, direction: FactorDirection | None, phase: FactorPhase | None
) -> tuple[Offered, ...]:
    """The rows of this direction and phase (None: of any) that hold every word that was typed."""
    words = folded(typed).split()
    return tuple(
        row
        for row in rows
        if (direction is None or row.direction is direction)
        and (phase is None or row.phase is phase)
        and all(word in folded(f"{row.name} {row.text}") for word in words)
    )


def entry_of(row: Offered) -> FactorEntry:
    """A factor of the dossier from one of knowledge; its strength is for people to say."""
    return FactorEntry(id=fresh_id(), factor=row.id, direction=row.direction, phase=row.phase)


def factor_names(knowledge: Knowledge) -> dict[str, str]:
    """Names of the factors of knowledge, by id."""
    return {row.id: row.name for row in offered(knowledge)}


def entry_name(entry: FactorEntry, knowledge: Knowledge) -> str:
    """Its own words, else the name in knowledge."""
    own = " ".join(entry.text.split())
    return own or (factor_names(knowledge).get(entry.factor, "") if entry.factor else "")


def _factor_options(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(
        Option(row.id, f"{row.name} ({DIRECTION_WORDS[row.direction].lower()})", row.text) for row in offered(knowledge)
    )


def _detail(entry: FactorEntry, _dossier: Dossier, _knowledge: Knowledge) -> str:
    strength, reach, phase = known(entry.strength), known(entry.influenceable), known(entry.phase)
    parts = (
        DIRECTION_WORDS[entry.direction],
        next((o.label.lower() for o in PHASES if phase is not None and o.value == phase.value), ""),
        f"sterkte {strength}" if strength is not None else "",
        f"te beïnvloeden {reach}" if reach is not None else "",
        "intern" if entry.internal else "",
    )
    return ", ".join(part for part in parts if part)


def factors() -> Records:
    """Every factor with all of its form."""
    return Records(
        LIST,
        "Factoren",
        "factor",
        "Factor verwijderd.",
        (
            Field("direction", "Helpt of hindert dit?", Kind.CHOICE, options=_DIRECTIONS, required=True),
            Field("text", "De factor in uw eigen woorden", Kind.LINE),
            Field("factor", "Hoort bij deze factor uit de praktijk", Kind.CHOICE, options=_factor_options),
            Field("phase", "Wanneer werkt dit?", Kind.CHOICE, options=PHASES, no_answers=_OPEN),
            Field("strength", "Hoe sterk is dit?", Kind.SCORE, no_answers=_OPEN,
                  words=("zwak", "gemiddeld", "sterk")),
            Field("influenceable", "Hoeveel invloed heeft u erop?", Kind.SCORE, no_answers=_OPEN,
                  words=("geen", "gemiddeld", "veel")),
            Field("measure", "Wat doet u eraan?", Kind.AREA),
            Field("owner", "Wie doet dit?", short=True),
            Field("due", "Wanneer klaar?", Kind.DATE, short=True),
            Field("internal", "Intern: niet op de beamer en niet in het openbare rapport", Kind.TOGGLE),
        ),
        make=lambda _dossier: FactorEntry(id=fresh_id(), direction=FactorDirection.BLOCKING),
        headline=lambda entry, _dossier, knowledge: entry_name(entry, knowledge),
        detail=_detail,
        why="Sterkte en invloed zijn twee vragen. Een sterke factor kan buiten uw bereik liggen.",
        empty="Er is nog geen factor. Kies er een uit de praktijk, of schrijf er zelf een op.",
    )  # fmt: skip


def _asked(title: str, why: str, rows: tuple[SuccessFactor, ...]) -> Group:
    fields: list[Field] = []
    for row in rows:
        quoted = " Deze vraag staat zo in het onderzoek." if row.from_source else ""
        fields += (
            Field(f"success/{row.id}/met", row.check_question, Kind.YES_NO, why=f"{row.name}. {row.text}{quoted}",
                  no_answers=ALL_NO_ANSWERS),
            Field(f"success/{row.id}/remark", f"Toelichting bij: {row.name}"),
        )  # fmt: skip
    return Group(title, BASE, tuple(fields), why=why)


def success_groups(knowledge: Knowledge) -> tuple[Group, ...]:
    """The check questions of the success factors."""
    held = knowledge.factors
    return (
        _asked("Succesfactoren", f"{_NO_VERDICT} {_OWN}", held.success_factors),
        _asked("Succesfactoren op de arbeidsmarkt", f"{_ONLY_WORK} {_OWN}", held.labour_success_factors),
    )


def success_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """One row for each check question, its remark included."""
    for group in success_groups(knowledge):
        for met in group.items[::2]:
            assert isinstance(met, Field)
            check = dossier.factoren.success.get(met.parts[1])
            said = spoken(met, check.met if check is not None else None, dossier, knowledge)
            remark = f"\nToelichting: {check.remark}" if check is not None and check.remark else ""
            yield CheckRow(group.title, met.label, said + remark, (*BASE, *met.parts))


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """For the check page: the list of factors; the check questions have rows of their own."""
    return (Group("Factoren", BASE, (factors(),)),)
