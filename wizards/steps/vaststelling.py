"""Advies, akkoord en evaluatie: what the report adds to the answers, what is still missing, the evaluation."""

from models.dossier import Dossier
from models.dossier.agree import Beslispunt
from models.dossier.edit import Path, fresh_id
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.page import StepPage, StepSpec
from wizards.steps.kosten_parts.viewed import View, ViewedPage
from wizards.steps.vaststelling_parts.cards import ChoiceCard, MissingCard

__all__ = ["SPEC"]

STEP = StepId.VASTSTELLING
BASE = (STEP.value,)

BODIES = (
    Option("raad", "Raad"),
    Option("college", "College"),
    Option("burgemeester", "Burgemeester"),
)
_BODY_WORDS = {option.value: option.label for option in BODIES}


def _headline(point: Beslispunt, dossier: Dossier, _knowledge: Knowledge) -> str:
    number = next((n for n, p in enumerate(dossier.vaststelling.beslispunten, 1) if p.id == point.id), 0)
    first_line = point.text.strip().split("\n")[0]
    return f"{number}. {first_line or 'Beslispunt zonder tekst'}"


def _detail(point: Beslispunt, _dossier: Dossier, _knowledge: Knowledge) -> str:
    bodies = ", ".join(_BODY_WORDS[body.value] for body in point.bodies)
    arguments, remarks = len(point.arguments), len(point.remarks)
    told = (
        bodies,
        f"{arguments} {'argument' if arguments == 1 else 'argumenten'}" if arguments else "",
        f"{remarks} {'kanttekening' if remarks == 1 else 'kanttekeningen'}" if remarks else "",
    )
    return ", ".join(text for text in told if text)


def _beslispunten() -> Records:
    return Records(
        (*BASE, "beslispunten"),
        "Beslispunten",
        "beslispunt",
        "Beslispunt verwijderd.",
        (
            Field("text", "Wat moet het bestuur besluiten?", Kind.AREA, required=True),
            Field("bodies", "Wie besluit hierover?", Kind.MANY, options=BODIES),
            Field("arguments", "Argumenten", Kind.LINES, why="Zet elk argument op een eigen regel."),
            Field("remarks", "Kanttekeningen", Kind.LINES, why="Zet elke kanttekening op een eigen regel."),
        ),
        make=lambda _dossier: Beslispunt(id=fresh_id(), text=""),
        headline=_headline,
        detail=_detail,
        why="De nummers volgen de volgorde van de lijst. Zo staan ze ook in het voorstel.",
        empty="Schrijf op wat college en raad moeten besluiten. Begin met het besluit om samen te werken.",
    )


def _summary() -> Group:
    return Group(
        "Samenvatting",
        BASE,
        (
            Field(
                "summary",
                "Vat het voorstel samen",
                Kind.AREA,
                why="In vijf zinnen: wat vraagt u, waarom nu, wat verandert er en wat kost het?",
            ),
        ),
    )


def _minority() -> Group:
    return Group(
        "Andere mening",
        BASE,
        (
            Field(
                "minority_view",
                "Wie is het niet eens met het voorstel, en waarom?",
                Kind.AREA,
                why="Ook een mening van een minderheid hoort in het advies. Noem een partner of functie, geen namen.",
            ),
        ),
    )


def _case() -> Group:
    return Group(
        "Gegevens van het voorstel",
        BASE,
        (
            Field("case_number", "Zaaknummer", short=True),
            Field("portfolio", "Portefeuillehouder"),
            Field("author", "Opsteller"),
        ),
    )


def _evaluation() -> Group:
    return Group(
        "Evaluatie",
        BASE,
        (
            Field("evaluation/first_on", "Wanneer is de eerste evaluatie?", Kind.DATE),
            Field("evaluation/every_years", "Om de hoeveel jaar evalueert u daarna?", Kind.WHOLE, unit="jaar"),
            Field("evaluation/owner", "Wie bereidt de evaluatie voor?"),
            Field("evaluation/text", "Waar kijkt u dan naar?", Kind.AREA, why="Begin bij de doelen die u meet."),
        ),
        why="Elke gemeenschappelijke regeling bevat regels over haar evaluatie. Hoe vaak mag u zelf kiezen.",
    )


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the page."""
    points = Group("Beslispunten", BASE, (_beslispunten(),))
    return (_summary(), points, _minority(), _case(), _evaluation())


def _build_proposal(page: ViewedPage) -> None:
    choice = ChoiceCard(page.context, lambda: page.show_view("ontbreekt"))
    page.add_widget(choice, choice.refresh)
    for group in groups(page.context.editor.dossier, page.context.editor.knowledge)[:-1]:
        page.add_group(group)


def _build_missing(page: ViewedPage) -> None:
    missing = MissingCard(page.context)
    page.add_widget(missing, missing.refresh)


def _build_evaluation(page: ViewedPage) -> None:
    page.add_group(_evaluation())


def _is_evaluation(path: Path) -> bool:
    return path[:2] == (*BASE, "evaluation")


def _is_proposal(path: Path) -> bool:
    return path[:1] == BASE and len(path) > 1 and path[1] not in {"evaluation", "notes"}


def page(context: Context) -> StepPage:
    """The page."""
    views = {
        "voorstel": View("Voorstel", _build_proposal, _is_proposal),
        "ontbreekt": View("Nog te doen", _build_missing, lambda _path: False),
        "evaluatie": View("Evaluatie", _build_evaluation, _is_evaluation),
    }
    return ViewedPage(context, STEP, views)


SPEC = StepSpec(STEP, page, groups)
