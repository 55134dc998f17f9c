"""Small dossiers about leaving."""

from typing import Any

from models.agreements.contributions import work_out
from models.agreements.leaving import ExitMethod, LeaveOverview, Leaving, leave, leave_overview
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.models.samples import minimal

EQUAL = {"id": "k", "kind": "equal", "name": "Gelijk"}


def dossier(count: int = 3, cost: str = "900000.00", key: dict[str, Any] | None = None, **kosten: Any) -> Dossier:
    """``count`` partners p1, p2, ... that share one structural cost by one key, from 2027 on; p1 leaves after 2027."""
    rows = [{"id": f"p{n}", "name": f"Partner {n}", "inhabitants": 1000 * n} for n in range(1, count + 1)]
    held = {
        "start_year": 2027,
        "items": [{"id": "c", "name": "Salarissen", "kind": "structural", "amounts": {"2027": cost}, "vat": "none"}],
        "keys": [key or EQUAL],
        "chosen": (key or EQUAL)["id"],
        "exit_partner": "p1",
        "exit_year": 2027,
        **kosten,
    }
    return dossier_from_values(minimal(partners={"partners": rows}, kosten=held))


def leaving_of(held: Dossier, knowledge: Knowledge) -> Leaving:
    """The outcome for the partner that the dossier names."""
    partners = held.partners.active
    return leave(held.kosten, partners, work_out(held.kosten, partners), knowledge.costs.exit)


def overview_of(held: Dossier, knowledge: Knowledge) -> LeaveOverview:
    """The outcome for each partner."""
    partners = held.partners.active
    return leave_overview(held.kosten, partners, work_out(held.kosten, partners), knowledge.costs.exit)


def method_of(leaving: Leaving, method: str) -> ExitMethod:
    """One method of an outcome."""
    return next(found for found in leaving.methods if found.id == method)
