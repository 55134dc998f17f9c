"""The form of doelen as data: motives, goals, what is ticked, the pool. Without Qt."""

from collections.abc import Iterable
from typing import Protocol

from models.dossier import Dossier
from models.dossier.edit import fresh_id
from models.dossier.explore import Goal
from models.dutch import listed
from models.goals import missing_parts
from models.knowledge import Knowledge
from models.knowledge.base import Item
from models.vocabulary import StepId
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records

__all__ = [
    "BASE",
    "GOALS",
    "STEP",
    "factors_group",
    "goals_group",
    "groups",
    "knobs_group",
    "labour_motives_group",
    "motives_group",
    "pool_group",
    "result_group",
    "smart_words",
    "submotives_group",
    "weighed",
]

STEP = StepId.DOELEN
BASE = (STEP.value,)
GOALS = (*BASE, "goals")


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


def _many(name: str, label: str, items: Iterable[_Named]) -> Field:
    return Field(name, label, Kind.MANY, options=tuple(Option(item.id, item.name) for item in items))


def _weights(items: tuple[Item, ...]) -> tuple[Field, ...]:
    return tuple(Field(f"motives/{item.id}", item.name, Kind.IMPORTANCE, why=item.text) for item in items)


def motives_group(knowledge: Knowledge) -> Group:
    """The three motives, weighed."""
    why = "Geef elk motief een getal van 0 tot 10. Hoe hoger, hoe zwaarder het telt."
    return Group("Waarom werkt u samen?", BASE, _weights(knowledge.motives.motives), why)


def labour_motives_group(knowledge: Knowledge) -> Group:
    """The three motives of cooperation on the labour market, weighed."""
    why = "Weeg deze motieven als het om de arbeidsmarkt gaat. Sla ze anders over."
    return Group("Motieven voor de arbeidsmarkt", BASE, _weights(knowledge.motives.labour_motives), why)


def submotives_group(knowledge: Knowledge) -> Group:
    """What is behind each motive."""
    submotives = [item for motive in knowledge.motives.motives for item in motive.submotives]
    return Group("Wat zit erachter?", BASE, (_many("submotives", "Wat zit achter de motieven?", submotives),))


def factors_group(knowledge: Knowledge) -> Group:
    """What pushes and what pulls."""
    push = _many("push_factors", "Wat dwingt u?", knowledge.motives.push_factors)
    pull = _many("pull_factors", "Wat trekt u aan?", knowledge.motives.pull_factors)
    return Group("Waarom nu?", BASE, (push, pull))


def smart_words(goal: Goal) -> str:
    """Whether a goal is SMART, and if not what is missing."""
    missing = [words for _, words in missing_parts(goal)]
    return f"Nog niet SMART. Er ontbreekt: {listed(missing)}." if missing else "SMART: niets ontbreekt."


def _kinds(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    file = knowledge.motives
    motives = (Option(item.id, f"Motief: {item.name.lower()}") for item in file.motives)
    goals = (Option(item.id, item.name) for item in (*file.example_goals, *file.labour_goals))
    return (*motives, *goals)


def goals_group() -> Group:
    """The goals, each with what makes it SMART."""
    records = Records(
        GOALS,
        "Doelen",
        "doel",
        "Doel verwijderd.",
        (
            Field("text", "Wat wilt u bereiken?", Kind.AREA, required=True),
            Field("kind", "Waar hoort dit doel bij?", Kind.CHOICE, options=_kinds),
            Field(
                "indicator", "Wat meet u?", Kind.LINE, why="Bijvoorbeeld het aantal dagen dat een vacature openstaat."
            ),
            Field("baseline", "Waarde nu", Kind.LINE, short=True),
            Field("target", "Waarde straks", Kind.LINE, short=True),
            Field("due", "Wanneer is het bereikt?", Kind.DATE, short=True),
            Field("reporter", "Wie rapporteert?", Kind.LINE, why="Noem een functie, geen naam."),
        ),
        make=lambda _dossier: Goal(id=fresh_id()),
        headline=lambda goal, _dossier, _knowledge: goal.text.split("\n")[0],
        detail=lambda goal, _dossier, _knowledge: smart_words(goal),
        why="Een doel is SMART als u later kunt zeggen of het is gehaald.",
        empty="Voeg een doel toe, of neem hieronder een voorbeeld over.",
    )
    return Group("Doelen", BASE, (records,))


def result_group() -> Group:
    """What counts as a result."""
    why = "Spreek dit vooraf af. Anders telt de één iets mee wat de ander niet meetelt."
    return Group(
        "Wat noemt u een resultaat?",
        BASE,
        (Field("result_definition", "Wat telt mee als resultaat, en wat niet?", Kind.AREA, why=why),),
    )


def pool_group(knowledge: Knowledge) -> Group:
    """The choices of a shared pool."""
    fields = tuple(
        Field(f"pool_choices/{item.id}", item.name, Kind.AREA, why=item.text, no_answers=ALL_NO_ANSWERS)
        for item in knowledge.themes.pool_choices
    )
    why = "Denkt u aan een gezamenlijke pool van medewerkers? Leg dan deze vijf keuzes vast."
    return Group("Keuzes voor een pool", BASE, fields, why)


def knobs_group(knowledge: Knowledge) -> Group:
    """The knobs and the practices."""
    knobs = _many("knobs", "Aan welke knoppen draait u?", knowledge.themes.knobs)
    practices = _many("practices", "Welke voorbeelden neemt u mee?", knowledge.themes.practices)
    return Group("Draaiknoppen en voorbeelden", BASE, (knobs, practices))


def groups(_dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """All of it, for the check page; the themes have rows of their own."""
    return (
        motives_group(knowledge),
        labour_motives_group(knowledge),
        submotives_group(knowledge),
        factors_group(knowledge),
        goals_group(),
        result_group(),
        pool_group(knowledge),
        knobs_group(knowledge),
    )


def weighed(dossier: Dossier, knowledge: Knowledge) -> tuple[tuple[str, int], ...]:
    """The names of the motives that weigh more than nothing, heaviest first, with their weight."""
    held = dossier.doelen.motives
    file = knowledge.motives
    rows = [(item.name, held[item.id]) for item in (*file.motives, *file.labour_motives) if held.get(item.id)]
    return tuple(sorted(rows, key=lambda row: -row[1]))
