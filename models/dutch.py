"""Numbers, days and lists as Dutch readers write them (language.md): 1.234 · € 1.234,56 · 5 maart 2026 · a, b en c."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["day", "euros", "listed", "whole"]

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_NO_BREAK = "\u00a0"


def whole(number: int) -> str:
    """ "24.500"."""
    return f"{number:,}".replace(",", ".")


def euros(amount: Decimal) -> str:
    """ "€ 1.234,56", half up to the cent, with a space that does not break."""
    cents = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    sign = "-" if cents < 0 else ""
    return f"€{_NO_BREAK}{sign}{abs(cents):,.2f}".translate(str.maketrans(",.", ".,"))


def day(moment: date) -> str:
    """ "5 maart 2026"."""
    return f"{moment.day}{_NO_BREAK}{_MONTHS[moment.month - 1]} {moment.year}"


def listed(names: Sequence[str]) -> str:
    """ "a, b en c"; empty for no names."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"
