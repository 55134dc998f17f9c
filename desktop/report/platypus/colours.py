"""The colours of the report for reportlab."""

from functools import lru_cache

from desktop.report.platypus import rl
from desktop.report.styles import COLOURS
from models.figures import Role

__all__ = ["colour"]


@lru_cache(maxsize=None)
def colour(role: Role) -> rl.Color:
    """The colour of ``role``."""
    code = COLOURS[role]
    return rl.Color((code >> 16) / 255, (code >> 8 & 0xFF) / 255, (code & 0xFF) / 255)
