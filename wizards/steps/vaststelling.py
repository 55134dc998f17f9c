"""Advies, akkoord en evaluatie: the proposal, what is missing, versions, the three acts, and the evaluation."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from models.dossier import Dossier
from models.dossier.agree import Beslispunt
from models.dossier.edit import fresh_id
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.editor import SignOffDesk
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.page import StepSpec
from wizards.steps.vaststelling_parts.adoption_view import AdoptionView
from wizards.steps.vaststelling_parts.approvals_view import ApprovalsView
from wizards.steps.vaststelling_parts.cards import ChoiceCard, MissingCard
from wizards.steps.vaststelling_parts.evaluation import EvaluationsCard, GoalsCard, evaluations_group, plan_group
from wizards.steps.vaststelling_parts.form import RecordForm, no_desk
from wizards.steps.vaststelling_parts.signing_view import SigningView
from wizards.steps.vaststelling_parts.versions_view import VersionsView
from wizards.steps.views import View, ViewBody, ViewsPage

__all__ = ["SPEC", "VaststellingPage"]

STEP = StepId.VASTSTELLING
BASE = (STEP.value,)
_MISSING, _VERSIONS, _APPROVALS = "ontbreekt", "versies", "akkoord"

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


def _background() -> Group:
    return Group(
        "Voor de raad",
        BASE,
        (
            Field(
                "why_now",
                "Waarom nu?",
                Kind.AREA,
                why="Wat gebeurt er als het bestuur wacht? Noem een datum als die er is.",
            ),
            Field(
                "changes",
                "Wat verandert er?",
                Kind.AREA,
                why="Voor inwoners, medewerkers, raad en college. Noem ook wat hetzelfde blijft.",
            ),
            Field(
                "questions",
                "Welke vragen kan een raadslid stellen?",
                Kind.LINES,
                why="Zet elke vraag op een eigen regel.",
            ),
        ),
        why="Dit komt in de oplegnotitie, een korte samenvatting voor de raad.",
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


def groups(dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the page that hold content of the dossier."""
    return (*_proposal(), plan_group(), evaluations_group(dossier))


def _proposal() -> tuple[Group, ...]:
    return (_summary(), Group("Beslispunten", BASE, (_beslispunten(),)), _background(), _minority(), _case())


_PROPOSAL_FIELDS = (
    *("summary", "beslispunten", "why_now", "changes", "questions", "minority_view"),
    *("case_number", "portfolio", "author"),
)


def _fill_missing(body: ViewBody) -> None:
    missing = MissingCard(body.context)
    body.add_widget(missing, missing.refresh)


def _fill_evaluation(body: ViewBody) -> None:
    goals = GoalsCard(body.context)
    body.add_group(plan_group())
    body.add_widget(goals, goals.refresh)
    held = EvaluationsCard(body.context)
    body.add_widget(held, held.refresh, held.reveal)


_Records = VersionsView | ApprovalsView | AdoptionView | SigningView


class VaststellingPage(ViewsPage):
    """The proposal, what is to do, the versions, akkoord, vaststelling and ondertekening, and the evaluation."""

    def __init__(self, context: Context) -> None:
        views = (
            View("voorstel", "Voorstel", _PROPOSAL_FIELDS, self._fill_proposal),
            View(_MISSING, "Nog te doen", (), _fill_missing),
            View(_VERSIONS, "Versies", (), self._fill_versions),
            View(_APPROVALS, "Akkoord", (), self._fill_approvals),
            View("vaststelling", "Vaststelling", (), self._fill_adoption),
            View("ondertekening", "Ondertekening", (), self._fill_signing),
            View("evaluatie", "Evaluatie", ("evaluation", "evaluations"), _fill_evaluation),
        )
        super().__init__(context, STEP, views)
        if context.desk is not None:
            context.desk.changed.connect(self._records_changed)

    def _records_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _fill_proposal(self, body: ViewBody) -> None:
        choice = ChoiceCard(self.context, lambda: self._go_to(_MISSING))
        body.add_widget(choice, choice.refresh)
        for group in _proposal():
            body.add_group(group)

    def _fill_versions(self, body: ViewBody) -> None:
        def make(desk: SignOffDesk) -> VersionsView:
            view = VersionsView(self.context, desk, lambda: self._go_to(_APPROVALS))
            view.compare.arranged = body.put_in_order
            view.compare.looked_at = lambda: self._scroll_to(view.compare)
            return view

        self._fill_at_desk(body, make)

    def _fill_approvals(self, body: ViewBody) -> None:
        def make(desk: SignOffDesk) -> ApprovalsView:
            return ApprovalsView(self.context, desk, self._to_versions, self.show_changes_since)

        self._fill_at_desk(body, make)

    def _fill_adoption(self, body: ViewBody) -> None:
        self._fill_at_desk(body, lambda desk: AdoptionView(self.context, desk, self._to_versions))

    def _fill_signing(self, body: ViewBody) -> None:
        self._fill_at_desk(body, lambda desk: SigningView(self.context, desk, self._to_versions))

    def _fill_at_desk(self, body: ViewBody, make: Callable[[SignOffDesk], _Records]) -> None:
        desk = self.context.desk
        if desk is None:
            body.add_widget(no_desk(self.context))
            return
        view = make(desk)
        body.add_widget(view, view.refresh)

    def _go_to(self, key: str) -> None:
        """Show a view, with the focus where one goes on there: its name to fill in, else the choice of the view."""
        self.open_view(key)
        form = self.bodies[key].findChild(RecordForm)
        if form is not None and form.isVisible() and form.asks("name"):
            form.focus("name")
        else:
            assert self.view is not None
            chosen = next(b for b in self.view.findChildren(QAbstractButton) if b.isChecked())
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_focus()

    def _to_versions(self) -> None:
        self._go_to(_VERSIONS)

    def _scroll_to(self, part: QWidget) -> None:
        """Bring the top of ``part`` to the top, once the page has made room for what was just put in it."""

        def scroll() -> None:
            inside = self.scroller.widget()
            if inside is not None and inside.isAncestorOf(part):
                at = part.mapTo(inside, QPoint(0, 0)).y()
                self.scroller.verticalScrollBar().setValue(at - self.context.look.space(12))

        QTimer.singleShot(0, part, lambda: QTimer.singleShot(0, part, scroll))

    def show_changes_since(self, revision: str) -> None:
        """Show what changed since a version, by its id."""
        self.open_view(_VERSIONS)
        view = self.bodies[_VERSIONS].findChild(VersionsView)
        if view is not None:
            view.compare_with_now(revision)


SPEC = StepSpec(STEP, VaststellingPage, groups)
