"""Medewerkers: how many staff are concerned, what they need, and the advice of the ondernemingsraad [S4 §5.7]."""

from collections.abc import Iterator
from functools import partial

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning.checklists import ChecklistKind
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.grid import GridRow, GridSpec, grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind
from wizards.page import StepPage, StepSpec
from wizards.steps.besluitvorming_parts.worked import Worked
from wizards.steps.medewerkers_sums import fte_totals
from wizards.widgets.boxes import Card
from wizards.widgets.checklist import ChecklistSpec, ChecklistWidget, checklist_rows
from wizards.widgets.grid import GridWidget
from wizards.widgets.text import Label

__all__ = ["SPEC"]

STEP = StepId.MEDEWERKERS
BASE = (STEP.value,)

STAFF = GridSpec(
    "Om wie gaat het?",
    "Partner",
    lambda dossier, _knowledge: tuple(GridRow(p.id, p.name or "zonder naam") for p in dossier.partners.active),
    lambda _dossier, _knowledge: (
        Field("fte", "Fte", Kind.NUMBER, no_answers=ALL_NO_ANSWERS),
        Field("moves", "Gaat over", Kind.YES_NO, no_answers=ALL_NO_ANSWERS),
        Field("placement", "Plaatsing"),
    ),
    lambda row, field: (*BASE, "staff", row, field.name),
    why="Tel de medewerkers die het werk nu doen. Zeg per partner of zij een andere werkgever krijgen.",
    totals=lambda dossier, _knowledge: fte_totals(dossier),
)

CHECKLIST = ChecklistSpec(
    "Wat medewerkers nodig hebben",
    (*BASE, "checklist"),
    ChecklistKind.STAFF,
    "Loop deze punten langs voordat u besluit. Medewerkers maken de samenwerking.",
)


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """What is asked besides the table and the checklist."""
    return (
        Group(
            "Ondernemingsraad en plaatsing",
            BASE,
            (
                Field(
                    "works_council_asked_on",
                    "Wanneer vraagt u de ondernemingsraden om advies?",
                    Kind.DATE,
                    "Vraag advies op een moment dat het nog invloed heeft op het besluit.",
                ),
                Field("works_council_text", "Wat zeggen de ondernemingsraden?", Kind.AREA),
                Field(
                    "equal_placement",
                    "Krijgen medewerkers van alle partners gelijke kansen bij de plaatsing?",
                    Kind.YES_NO,
                    no_answers=ALL_NO_ANSWERS,
                ),
            ),
        ),
    )


def _more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    yield from grid_rows(STAFF, dossier, knowledge)
    yield from checklist_rows(CHECKLIST, dossier, knowledge)


def page(context: Context) -> StepPage:
    """The page: table, ondernemingsraad, checklist."""
    made = StepPage(context, STEP)
    card = Card(context.look)
    staff = GridWidget(context, STAFF)
    card.body.addWidget(staff)
    words = "Typ in een cel. U kunt ook cellen uit een rekenblad plakken. Met w, n of l zegt u waarom u niets weet."
    hint = Label(context.look, words, colour="ink2")
    card.body.addWidget(hint)

    def refresh() -> None:
        staff.refresh()
        hint.setVisible(bool(staff.model.rows))

    made.add_widget(card, refresh, staff.reveal)
    for group in groups(context.editor.dossier, context.editor.knowledge):
        made.add_group(group)
    read = partial(Worked(context.editor).checklist, ChecklistKind.STAFF)
    checklist = ChecklistWidget(context, CHECKLIST, read)
    made.add_widget(checklist, checklist.refresh, checklist.reveal)
    return made


SPEC = StepSpec(STEP, page, groups, _more_rows)
