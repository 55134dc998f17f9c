"""Besluitvorming en planning: who decides, when, what must be ready, what the texts must hold, what is arranged."""

from collections.abc import Iterator
from functools import partial

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning import leaving_calendar, planning_term_ids, procedure_term_ids
from models.vocabulary import LegalBasis, StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.page import StepPage, StepSpec
from wizards.steps.besluitvorming_parts.forms import DECISIONS, arrangements, groups
from wizards.steps.besluitvorming_parts.lists import FIELDS as LIST_FIELDS
from wizards.steps.besluitvorming_parts.lists import ListsView, list_rows
from wizards.steps.besluitvorming_parts.planning_view import FIELDS as PLANNING_FIELDS
from wizards.steps.besluitvorming_parts.planning_view import PlanningView
from wizards.steps.besluitvorming_parts.raden import Raden, raad_rows
from wizards.steps.besluitvorming_parts.terms import term_rows
from wizards.steps.besluitvorming_parts.worked import Worked, advised_basis
from wizards.steps.views import View, ViewBody, ViewsPage

__all__ = ["SPEC"]

STEP = StepId.BESLUITVORMING


def _terms_in_use(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None) -> tuple[str, ...]:
    """Ids of the terms of this procedure and of leaving, where that is planned; all where neither is known."""
    ids = procedure_term_ids(dossier, knowledge, basis) or planning_term_ids()
    if dossier.besluitvorming.leaving is None:
        return ids
    steps = leaving_calendar(dossier, knowledge, basis).steps
    return tuple(dict.fromkeys((*ids, *(step.term.id for step in steps if step.term is not None))))


def _more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    basis = advised_basis(dossier, knowledge)
    yield from raad_rows(dossier)
    yield from term_rows(dossier, knowledge, _terms_in_use(dossier, knowledge, basis))
    yield from list_rows(dossier, knowledge, basis)


def _fill_decisions(body: ViewBody) -> None:
    body.add_group(DECISIONS)


def _fill_raden(body: ViewBody) -> None:
    raden = Raden(body.context)
    body.add_widget(raden, raden.refresh, raden.reveal)


def _fill_planning(worked: Worked, body: ViewBody) -> None:
    view = PlanningView(body.context, worked, lambda: body.put_in_order())
    body.add_widget(view, view.refresh, view.reveal)


def _fill_lists(worked: Worked, body: ViewBody) -> None:
    view = ListsView(body.context, worked)
    body.add_widget(view, view.refresh, view.reveal)


def _fill_arrangements(body: ViewBody) -> None:
    for group in arrangements(body.context.editor.knowledge):
        body.add_group(group)


def page(context: Context) -> StepPage:
    """The page: five views, each made when it is first shown."""
    worked = Worked(context.editor)
    views = (
        View("besluiten", "Besluiten", ("kind", "start", "in_force", "seat", "works_council"), _fill_decisions),
        View("raden", "Raden", ("raad",), _fill_raden),
        View("planning", "Planning", PLANNING_FIELDS, partial(_fill_planning, worked)),
        View("regeling", "Controlelijsten", LIST_FIELDS, partial(_fill_lists, worked)),
        View("afspraken", "Afspraken", ("arrangements", "communication", "participation"), _fill_arrangements),
    )
    return ViewsPage(context, STEP, views)


SPEC = StepSpec(STEP, page, groups, _more_rows)
