"""Sturing en legitimiteit: how one steers, how one answers for it, and who has what say."""

from collections.abc import Iterator

from models.dossier import Dossier
from models.knowledge import Knowledge
from wizards.context import Context
from wizards.forms.grid import grid_rows
from wizards.forms.rows import CheckRow
from wizards.page import StepPage, StepSpec
from wizards.steps.sturing_parts.forms import STEP, groups, votes_spec
from wizards.steps.sturing_parts.kinds import fill_kinds
from wizards.steps.sturing_parts.legitimacy import fill_legitimacy
from wizards.steps.sturing_parts.votes import fill_votes
from wizards.steps.views import View, ViewsPage

__all__ = ["SPEC"]

_SAY = ("votes", "decision_rule", "qualified_percentage", "budget_agreement", "budget_steering")

VIEWS = (
    View("soorten", "Soort sturing", ("weights", "main", "answers"), fill_kinds),
    View("legitimiteit", "Legitimiteit", ("legitimacy", "legitimacy_text", "raad_moments"), fill_legitimacy),
    View("zeggenschap", "Zeggenschap", _SAY, fill_votes),
)


def page(context: Context) -> StepPage:
    """The page."""
    return ViewsPage(context, STEP, VIEWS)


def _more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    yield from grid_rows(votes_spec(), dossier, knowledge)


SPEC = StepSpec(STEP, page, groups, _more_rows)
