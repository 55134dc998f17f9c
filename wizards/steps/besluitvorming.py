"""Besluitvorming en planning: who decides, when the raden meet, what the regeling must hold, what is arranged."""

from collections.abc import Iterator

from models.advice.legal.words import term_text
from models.dossier import Dossier
from models.dossier.edit import Path, value_at
from models.knowledge import Knowledge
from models.knowledge.catalogue import CheckItem
from models.knowledge.law import Term
from models.vocabulary import LegalBasis, PartnerKind, StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option
from wizards.look.tokens import TypeRole
from wizards.page import StepPage, StepSpec
from wizards.steps.options import partner_options
from wizards.steps.views import View, ViewBody, ViewsPage
from wizards.widgets.boxes import Card, Rule, column
from wizards.widgets.checklist import ChecklistSpec, ChecklistWidget, checklist_rows
from wizards.widgets.days import DaysField, days_text
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC", "planning_terms", "regeling_points"]

STEP = StepId.BESLUITVORMING
BASE = (STEP.value,)
_PROCEDURE = (
    "principebesluit",
    "zienswijze-ontwerp-regeling",
    "or-advies",
    "zienswijzen-verwerken",
    "toestemming-raad",
    "besluit-regeling",
    "bekendmaking-regeling",
    "register-regeling",
    "inrichting-lichaam",
    "entiteit-voorbereiding",
    "wensen-bedenkingen",
    "kvk-inschrijving",
)
"""The terms between the first decision and the start, in that order (law.md §6)."""

_AGREEMENTS = frozenset({LegalBasis.CONVENANT, LegalBasis.OVEREENKOMST})


def planning_terms(knowledge: Knowledge) -> tuple[Term, ...]:
    """The terms of the procedure that are in the knowledge, in the order of the procedure."""
    by_id = {term.id: term for term in knowledge.law.terms}
    return tuple(by_id[key] for key in _PROCEDURE if key in by_id)


def regeling_points(dossier: Dossier, knowledge: Knowledge) -> tuple[CheckItem, ...]:
    """What the document must hold: of a regeling for the chosen basis, or of a dienstverleningsovereenkomst."""
    choice = dossier.rechtsvorm.choice
    if choice is not None and choice.basis in _AGREEMENTS:
        return knowledge.checklists.dienstverleningsovereenkomst
    points = knowledge.checklists.regeling
    if choice is None:
        return points
    return tuple(point for point in points if not point.for_bases or choice.basis in point.for_bases)


CHECKLIST = ChecklistSpec(
    "Wat er in de regeling of overeenkomst staat",
    (*BASE, "checklist"),
    regeling_points,
    why="De lijst volgt de rechtsvorm die u koos. Zonder keuze ziet u alle punten voor een regeling.",
)


def _kinds(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(Option(item.id, item.name, item.text) for item in knowledge.legal_bases.regeling_kinds)


def _decisions(knowledge: Knowledge) -> tuple[Group, ...]:
    planned = tuple(
        Field(
            f"terms/{term.id}",
            term.name,
            Kind.WHOLE,
            f"Gebruikelijk: {term_text(term)}. Vul alleen iets in als u een andere tijd plant.",
            unit="dagen",
        )
        for term in planning_terms(knowledge)
        if term.kind == "planning"
    )
    return (
        Group(
            "Wie besluit en wanneer",
            BASE,
            (
                Field(
                    "kind",
                    "Welke organen treffen de regeling?",
                    Kind.CHOICE,
                    "Dat bepaalt of raden een zienswijze geven en toestemming moeten geven.",
                    _kinds,
                    ALL_NO_ANSWERS,
                ),
                Field("start", "Wanneer begint de procedure?", Kind.DATE),
                Field("in_force", "Wanneer moet de samenwerking starten?", Kind.DATE),
                Field(
                    "seat",
                    "Welke partner heeft de zetel of maakt bekend?",
                    Kind.CHOICE,
                    "Deze gemeente publiceert de regeling voor alle deelnemers.",
                    partner_options,
                ),
            ),
        ),
        Group("Hoeveel tijd plant u?", BASE, planned, why="De wettelijke termijnen liggen vast. Deze kiest u zelf."),
    )


def _arrangements(knowledge: Knowledge) -> tuple[Group, ...]:
    fields = tuple(
        Field(f"arrangements/{item.id}", item.name, Kind.AREA, item.text or "", no_answers=ALL_NO_ANSWERS)
        for item in knowledge.process.to_arrange
    )
    return (
        Group("Wat u verder regelt", BASE, fields),
        Group(
            "Communicatie en participatie",
            BASE,
            (
                Field("communication", "Hoe vertelt u het aan inwoners, medewerkers en raden?", Kind.AREA),
                Field("participation", "Hoe kunnen inwoners en belanghebbenden meedoen?", Kind.AREA),
            ),
        ),
    )


def groups(_dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """The forms; meeting days and the checklist stand beside them."""
    return (*_decisions(knowledge), *_arrangements(knowledge))


def _raden(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The partners that have a raad: municipalities, by id and name."""
    return tuple((p.id, p.name) for p in dossier.partners.active if p.kind is PartnerKind.GEMEENTE)


def _raad_path(partner: str, what: str) -> Path:
    return (*BASE, "raad", partner, what)


def _more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    for partner, name in _raden(dossier):
        for what, label in (("meetings", "vergaderingen van de raad"), ("recess", "reces")):
            path = _raad_path(partner, what)
            answer = days_text(value_at(dossier, path) or ()).replace("\n", ", ") or "Niet ingevuld"
            yield CheckRow("Raden", f"{name}: {label}", answer, path)
    yield from checklist_rows(CHECKLIST, dossier, knowledge)


class _Raden(Card):
    """Meeting days and recess per raad."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Wanneer vergaderen de raden?", 3))
        self.body.addWidget(
            Label(look, "Zet elke dag op een eigen regel. Plakken uit een agenda mag ook.", colour="ink2")
        )
        self._none = Label(look, "Voeg eerst gemeenten toe bij Partners.", colour="ink2")
        self.body.addWidget(self._none)
        self._rows = column(look.space(14))
        self.body.addLayout(self._rows)
        self._raden: tuple[tuple[str, str], ...] = ()
        self.fields: list[DaysField] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the raden of the partners that take part."""
        raden = _raden(self._context.editor.dossier)
        if raden != self._raden:
            self._raden = raden
            self._remake()
        self._none.setVisible(not raden)
        for field in self.fields:
            field.refresh()

    def _remake(self) -> None:
        while (entry := self._rows.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.fields = []
        look = self._context.look
        for partner, name in self._raden:
            self._rows.addWidget(Rule(look))
            self._rows.addWidget(Label(look, name, TypeRole.LEAD_BOLD))
            for what, label, why in (
                ("meetings", "Vergaderingen van de raad", "Bijvoorbeeld 12-1-2027."),
                ("recess", "Reces", "Bijvoorbeeld 20-7-2027 t/m 31-8-2027."),
            ):
                path = _raad_path(partner, what)
                field = DaysField(self._context, f"{label} in {name}", path, periods=what == "recess", why=why)
                self.fields.append(field)
                self._rows.addWidget(field)

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field; whether it is here."""
        for field in self.fields:
            if field.path == path[: len(field.path)]:
                field.control.setFocus()
                return True
        return False


class _Fixed(Card):
    """What the law fixes."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, fill="wash", border=None)
        self.body.addWidget(Heading(context.look, "Wat vastligt in de wet", 3))
        for term in planning_terms(context.editor.knowledge):
            if term.kind == "wettelijk":
                words = f"{term.name}: {term_text(term)} ({term.article})."
                self.body.addWidget(Label(context.look, words))


def _fill_decisions(body: ViewBody) -> None:
    who, how_long = _decisions(body.context.editor.knowledge)
    body.add_group(who)
    body.add_widget(_Fixed(body.context))
    body.add_group(how_long)


def _fill_raden(body: ViewBody) -> None:
    raden = _Raden(body.context)
    body.add_widget(raden, raden.refresh, raden.reveal)


def _fill_checklist(body: ViewBody) -> None:
    checklist = ChecklistWidget(body.context, CHECKLIST)
    body.add_widget(checklist, checklist.refresh, checklist.reveal)


def _fill_arrangements(body: ViewBody) -> None:
    for group in _arrangements(body.context.editor.knowledge):
        body.add_group(group)


_VIEWS = (
    View("besluiten", "Besluiten", ("kind", "start", "in_force", "seat", "terms"), _fill_decisions),
    View("raden", "Raden", ("raad",), _fill_raden),
    View("regeling", "Controlelijst", ("checklist",), _fill_checklist),
    View("afspraken", "Afspraken", ("arrangements", "communication", "participation"), _fill_arrangements),
)


def page(context: Context) -> StepPage:
    """The page: four views, each made when it is first shown."""
    return ViewsPage(context, STEP, _VIEWS)


SPEC = StepSpec(STEP, page, groups, _more_rows)
