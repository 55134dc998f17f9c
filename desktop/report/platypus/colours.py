"""The colours of the report for reportlab."""

from functools import cache

from desktop.report.platypus import rl
from desktop.report.styles import COLOURS
from models.figures import Role

__all__ = ["colour"]


@cache
def colour(role: Role) -> rl.Color:
    """The colour of ``role``."""
    code = COLOURS[role]
    return rl.Color((code >> 16) / 255, (code >> 8 & 0xFF) / 255, (code & 0xFF) / 255)
