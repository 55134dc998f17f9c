"""Small cost sections to try the engine on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models.agreements.contributions import CostOutcome, work_out
from models.agreements.outcome import KeyOutcome
from models.dossier.costs import CostItem, CostKey, KostenSection
from models.dossier.explore import Partner

START = 2027


def partners(*inhabitants: int | None) -> tuple[Partner, ...]:
    """Partners ``p1``, ``p2`` … with these numbers of inhabitants."""
    return tuple(Partner(id=f"p{n}", name=f"Partner {n}", inhabitants=i) for n, i in enumerate(inhabitants, 1))


def cost(amount: str, item: str = "a", **more: Any) -> CostItem:
    """A structural cost of the first year, without VAT."""
    values: dict[str, Any] = {"name": item, "kind": "structural", "vat": "none", **more}
    return CostItem(id=item, amounts={START: Decimal(amount)}, **values)


def key(kind: str, name: str = "k", **more: Any) -> CostKey:
    """A key."""
    return CostKey.model_validate({"id": name, "kind": kind, "name": name, **more})


def section(*keys: CostKey, items: tuple[CostItem, ...] = (), **more: Any) -> KostenSection:
    """A section that starts in 2027."""
    return KostenSection(start_year=START, keys=keys, items=items, **more)


def outcome(one: CostKey, amount: str = "100", **more: Any) -> KeyOutcome:
    """What one key gives for two partners of 10,000 and 30,000 inhabitants, or those that are given."""
    taking_part = more.pop("partners", partners(10_000, 30_000))
    items = more.pop("items", (cost(amount),))
    return work_out(section(one, items=items, **more), taking_part).keys[0]


def paid(found: KeyOutcome, year: int = START) -> list[str]:
    """The structural contributions of a year, as text."""
    assert not found.obstacles, found.obstacles
    return [str(c.structural) for row in found.years if row.year == year for c in row.contributions]


def drivers(**held: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Drivers with their quantities."""
    return {name: dict(quantities) for name, quantities in held.items()}


def whole(found: CostOutcome) -> list[bool]:
    """Per key and year whether everything adds up to the cent, in the order of the keys."""
    return [
        row.charged + row.rest + row.uncovered == row.to_share
        and sum((c.one_off for c in row.contributions), Decimal(0)) + row.one_off_rest == row.one_off
        for one in found.keys
        for row in one.years
    ]
