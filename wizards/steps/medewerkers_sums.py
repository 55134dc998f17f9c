"""Sums of what was typed on the page Medewerkers. Without Qt."""

from decimal import Decimal

from models.dossier import Dossier
from models.dossier.base import known
from wizards.forms.values import decimal_text

__all__ = ["fte_totals"]


def fte_totals(dossier: Dossier) -> tuple[str, str, str]:
    """The total fte of the partners that take part, how many of it go over, and nothing for the last column."""
    total = moving = Decimal(0)
    for partner in dossier.partners.active:
        count = dossier.medewerkers.staff.get(partner.id)
        fte = known(count.fte) if count is not None else None
        if count is not None and fte is not None:
            total += fte
            moving += fte if known(count.moves) else 0
    return decimal_text(total), f"{decimal_text(moving)} fte", ""
