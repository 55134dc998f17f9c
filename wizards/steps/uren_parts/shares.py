"""Where shares in cost come from: the seam between hours and the costs of the step Kosten verdelen."""

from collections.abc import Mapping
from decimal import Decimal

from models.agreements.contributions import work_out
from models.dossier import Dossier

__all__ = ["cost_shares"]


def cost_shares(dossier: Dossier) -> Mapping[str, Decimal] | None:
    """Structural contribution per partner id, in euros: by the chosen key, in the start year.

    None while no key is chosen or the chosen one cannot be worked out. With 40 partners it takes tens of
    milliseconds: ask again only where costs or partners changed.
    """
    if dossier.kosten.chosen is None:
        return None
    outcome = work_out(dossier.kosten, dossier.partners.active)
    if outcome.choice is None or not outcome.choice.years:
        return None
    year = outcome.choice.years[outcome.budget.start_place]
    return {contribution.partner: contribution.structural for contribution in year.contributions}
