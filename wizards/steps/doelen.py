"""Motieven, doelen en thema's: why, what for and how measured, what the partners recognise, which knobs to turn."""

from wizards.context import Context
from wizards.page import StepPage, StepSpec
from wizards.steps.doelen_parts.forms import STEP, groups
from wizards.steps.doelen_parts.goals import fill_goals
from wizards.steps.doelen_parts.meter import theme_rows
from wizards.steps.doelen_parts.motives import fill_motives
from wizards.steps.doelen_parts.practices import fill_knobs, fill_pool
from wizards.steps.doelen_parts.themes import fill_themes
from wizards.steps.views import View, ViewsPage

__all__ = ["SPEC"]

VIEWS = (
    View("motieven", "Motieven", ("motives", "submotives", "push_factors", "pull_factors"), fill_motives),
    View("doelen", "Doelen", ("goals", "result_definition"), fill_goals),
    View("themas", "Thema’s", ("themes",), fill_themes),
    View("pool", "Pool", ("pool_choices",), fill_pool),
    View("draaiknoppen", "Draaiknoppen", ("knobs", "practices"), fill_knobs),
)


def page(context: Context) -> StepPage:
    """The page."""
    return ViewsPage(context, STEP, VIEWS)


SPEC = StepSpec(STEP, page, groups, theme_rows)
