"""Advies, akkoord en evaluatie: what the report adds to the answers, what is still missing, the evaluation."""

from models.dossier import Dossier
from models.dossier.agree import Beslispunt
from models.dossier.edit import fresh_id
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.page import StepSpec
from wizards.steps.vaststelling_parts.cards import ChoiceCard, MissingCard
from wizards.steps.views import View, ViewBody, ViewsPage

__all__ = ["SPEC", "VaststellingPage"]

STEP = StepId.VASTSTELLING
BASE = (STEP.value,)
_MISSING = "ontbreekt"

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


def _fill_missing(body: ViewBody) -> None:
    missing = MissingCard(body.context)
    body.add_widget(missing, missing.refresh)


def _fill_evaluation(body: ViewBody) -> None:
    body.add_group(_evaluation())


class VaststellingPage(ViewsPage):
    """Three views: the proposal, what is still to do in all steps, and the evaluation."""

    def __init__(self, context: Context) -> None:
        proposal = ("summary", "beslispunten", "minority_view", "case_number", "portfolio", "author")
        views = (
            View("voorstel", "Voorstel", proposal, self._fill_proposal),
            View(_MISSING, "Nog te doen", (), _fill_missing),
            View("evaluatie", "Evaluatie", ("evaluation",), _fill_evaluation),
        )
        super().__init__(context, STEP, views)

    def _fill_proposal(self, body: ViewBody) -> None:
        choice = ChoiceCard(self.context, lambda: self.open_view(_MISSING))
        body.add_widget(choice, choice.refresh)
        for group in groups(self.context.editor.dossier, self.context.editor.knowledge)[:-1]:
            body.add_group(group)


SPEC = StepSpec(STEP, VaststellingPage, groups)
