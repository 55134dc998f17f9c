"""Kosten verdelen: costs and what they rest on, the keys that the partners compare, and what leaving costs."""

from collections.abc import Iterator

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Group
from wizards.page import StepPage, StepSpec
from wizards.steps.kosten_parts import compare_view, costs_view, exit_view, keys_view
from wizards.steps.views import View, ViewsPage

__all__ = ["SPEC"]

STEP = StepId.KOSTEN

_VIEWS = (
    View("kosten", "Kosten", costs_view.FIELDS, costs_view.fill),
    View("sleutels", "Verdeelsleutels", keys_view.FIELDS, keys_view.fill),
    View("vergelijken", "Vergelijken", compare_view.FIELDS, compare_view.fill),
    View("uittreden", "Uittreden", exit_view.FIELDS, exit_view.fill),
)


def groups(dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of all views."""
    return tuple(group for view in (costs_view, keys_view, exit_view) for group in view.groups(dossier, knowledge))


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the tables, view by view."""
    for view in (costs_view, keys_view, exit_view):
        yield from view.more_rows(dossier, knowledge)


def page(context: Context) -> StepPage:
    """The page: four views, each made when it is first shown."""
    return ViewsPage(context, STEP, _VIEWS)


SPEC = StepSpec(STEP, page, groups, more_rows)
