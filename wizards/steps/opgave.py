"""Opgave en feiten: the shared question, its facts and tasks, what each partner wants, and where that overlaps."""

from models.dossier import Dossier
from models.dossier.base import NoAnswerKind, known
from models.dossier.edit import fresh_id
from models.dossier.explore import AgendaItem, Fact, Interest, TaskItem
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.forms.values import decimal_text
from wizards.page import StepPage, StepSpec
from wizards.steps.options import partner_name, partner_options

__all__ = ["SPEC"]

STEP = StepId.OPGAVE
BASE = (STEP.value,)

NATURES = (
    Option("support", "Ondersteuning", "Zoals personeel, ICT en inkoop."),
    Option("execution", "Uitvoering", "Zoals vergunningen, belastingen en zorg regelen."),
    Option("policy", "Beleid", "Zoals kaders en plannen maken."),
)


def _figure(fact: Fact) -> str:
    figure = known(fact.figure)
    return f"{decimal_text(figure)} {fact.unit}".strip() if figure is not None else ""


def _facts() -> Records:
    return Records(
        (*BASE, "facts"),
        "Feiten",
        "feit",
        "Feit verwijderd.",
        (
            Field("text", "Wat is het feit?", Kind.LINE, required=True),
            Field("figure", "Getal", Kind.NUMBER, short=True, no_answers=(NoAnswerKind.UNKNOWN, NoAnswerKind.LATER)),
            Field("unit", "Eenheid", Kind.LINE, short=True, why="Bijvoorbeeld inwoners of fte."),
            Field("source", "Bron", Kind.LINE),
            Field("dated", "Datum van het feit", Kind.DATE),
        ),
        make=lambda _dossier: Fact(id=fresh_id()),
        headline=lambda fact, _dossier, _knowledge: fact.text,
        detail=lambda fact, _dossier, _knowledge: ", ".join(t for t in (_figure(fact), fact.source) if t),
        why="Een feit met bron en datum voorkomt dat u later over getallen praat.",
        empty="Zet hier de feiten die iedereen moet kennen. Begin met het feit dat u het meest zorgen baart.",
    )


def _tasks() -> Records:
    words = {option.value: option.label for option in NATURES}
    return Records(
        (*BASE, "tasks"),
        "Taken",
        "taak",
        "Taak verwijderd.",
        (
            Field("name", "Naam van de taak", Kind.LINE, required=True),
            Field("nature", "Soort werk", Kind.CHOICE, options=NATURES, no_answers=ALL_NO_ANSWERS),
        ),
        make=lambda _dossier: TaskItem(id=fresh_id()),
        headline=lambda task, _dossier, _knowledge: task.name,
        detail=lambda task, _dossier, _knowledge: words.get(str(task.nature), ""),
        why="Het soort werk bepaalt mee welke rechtsvorm mag.",
    )


def _interests() -> Records:
    return Records(
        (*BASE, "interests"),
        "Belangen per partner",
        "belang",
        "Belang verwijderd.",
        (
            Field("partner", "Partner", Kind.CHOICE, options=partner_options, required=True),
            Field("text", "Wat wil deze partner bereiken?", Kind.AREA),
        ),
        make=lambda dossier: Interest(id=fresh_id(), partner=_next_partner(dossier)),
        headline=lambda item, _dossier, _knowledge: item.text.split("\n")[0],
        detail=lambda item, dossier, _knowledge: partner_name(dossier, item.partner),
        why="Schrijf op wat ieder eruit wil halen. Daarna ziet u waar dat samenvalt.",
    )


def _next_partner(dossier: Dossier) -> str:
    """The first partner of which no interest is known yet, else the first."""
    told = {interest.partner for interest in dossier.opgave.interests}
    active = [partner.id for partner in dossier.partners.active]
    return next((p for p in active if p not in told), active[0] if active else "onbekend")


def _agenda() -> Records:
    return Records(
        (*BASE, "agenda"),
        "Attractieve agenda",
        "punt",
        "Punt verwijderd.",
        (
            Field("text", "Wat winnen deze partners samen?", Kind.AREA, required=True),
            Field("partners", "Voor welke partners geldt dit?", Kind.MANY, options=partner_options),
        ),
        make=lambda _dossier: AgendaItem(id=fresh_id()),
        headline=lambda item, _dossier, _knowledge: item.text.split("\n")[0],
        detail=lambda item, dossier, _knowledge: ", ".join(partner_name(dossier, p) for p in item.partners),
        why="De punten waar belangen samenvallen. Daar begint de samenwerking.",
    )


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the page."""
    return (
        Group(
            "De gezamenlijke vraag",
            BASE,
            (
                Field("question", "Welke vraag wilt u samen beantwoorden?", Kind.AREA, required=True),
                Field("occasion", "Wat is de aanleiding?", Kind.AREA),
            ),
        ),
        Group("Feiten", BASE, (_facts(),)),
        Group("Taken", BASE, (_tasks(),)),
        Group("Belangen", BASE, (_interests(),)),
        Group("Attractieve agenda", BASE, (_agenda(),)),
        Group(
            "Opnieuw kijken",
            BASE,
            (Field("review_on", "Wanneer kijkt u opnieuw naar opgave en agenda?", Kind.DATE),),
        ),
    )


def page(context: Context) -> StepPage:
    """The page."""
    made = StepPage(context, STEP)
    for group in groups(context.editor.dossier, context.editor.knowledge):
        made.add_group(group)
    return made


SPEC = StepSpec(STEP, page, groups)
