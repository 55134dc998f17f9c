"""Rounding that a reader can check, the same on screen, in a figure and in the report."""

from fractions import Fraction

from models.rounding import half_up

__all__ = ["difference_words", "of_hundred", "points_words"]


def points_words(count: int) -> str:
    """``1 punt``, ``6 punten``."""
    return f"{count} punt" if count == 1 else f"{count} punten"


def difference_words(high: Fraction, low: Fraction, *, close: bool) -> str:
    """The distance between two scores in words, without decimals.

    The scores are shown rounded, so their shown difference can be a point beside the true one: then the words
    say "ongeveer". ``close``: the model finds the two too close; a distance that rounds upwards then reads
    "bijna", so that 4,6 never looks like the 5 points that are enough.
    """
    true = high - low
    whole = half_up(true)
    if true == 0:
        return "geen verschil"
    if whole == 0:
        return "minder dan 1 punt"
    if close and whole > true:
        return f"bijna {points_words(whole)}"
    if whole != half_up(high) - half_up(low):
        return f"ongeveer {points_words(whole)}"
    return points_words(whole)


def of_hundred(share: float) -> str:
    """A share as ``58 van 100``; never 0 or 100 where it is not exactly so."""
    if 0 < share < 0.005:
        return "minder dan 1 van 100"
    if 0.995 <= share < 1:
        return "meer dan 99 van 100"
    return f"{int(share * 100 + 0.5)} van 100"
