"""Figures of the comparison as a Dutch reader writes them."""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from models.agreements.money import as_decimal

__all__ = ["NOTHING", "Unit", "money_text", "percent_text"]

NOTHING = "–"
"""A figure that is not known."""


class Unit(StrEnum):
    """In what amounts of money are shown; the arithmetic is always to the cent."""

    CENTS = "cents"
    EUROS = "euros"
    THOUSANDS = "thousands"


_SHIFTS = {Unit.CENTS: 0, Unit.EUROS: 0, Unit.THOUSANDS: -3}
_STEPS = {Unit.CENTS: Decimal("0.01"), Unit.EUROS: Decimal(1), Unit.THOUSANDS: Decimal(1)}
_DUTCH = str.maketrans(",.", ".,")


def money_text(amount: Decimal | None, unit: Unit) -> str:
    """An amount without its sign of euro: ``296.600``; half up."""
    if amount is None:
        return NOTHING
    # Decimal rounds as the arithmetic does, and fast: a large table has thousands of cells.
    shown = amount.scaleb(_SHIFTS[unit]).quantize(_STEPS[unit], ROUND_HALF_UP)
    return f"{shown:,f}".translate(_DUTCH)


def percent_text(share: Fraction | None, decimals: int = 2) -> str:
    """A share of 1 as ``35,58%``."""
    if share is None:
        return NOTHING
    number = as_decimal(share * 100, decimals)
    return f"{number:,.{decimals}f}".translate(_DUTCH) + "%"
