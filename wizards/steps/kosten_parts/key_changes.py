"""Changes to a cost key that touch more than one value: its drivers, and what other keys say about it. Without Qt."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from models.dossier import Dossier
from models.dossier.base import EMPTY, ImmutableDict, known
from models.dossier.costs import CostKey
from models.dossier.edit import Path, path_from, path_key, value_at, with_value, without
from wizards.steps.kosten_parts.items import BASE

__all__ = [
    "BY_DRIVER",
    "driver_added",
    "driver_removed",
    "driver_renamed",
    "inhabitants_taken",
    "key_removed",
]

_KEYS: Path = (*BASE, "keys")

BY_DRIVER = (
    "drivers",
    "prices",
    "weights",
    "pools",
    "yearly",
    "norm_hours",
    "rate_costs",
    "rate_hours",
    "actuals",
)
"""The fields of a key that hold something per driver name."""


def key_removed(dossier: Dossier, path: Path) -> Dossier:
    """The next dossier without a key: nothing names it any more, as the chosen one or in a combination."""
    gone = path[-1]
    if dossier.kosten.chosen == gone:
        dossier = with_value(dossier, (*BASE, "chosen"), None)
    for key in dossier.kosten.keys:
        place = (*_KEYS, key.id)
        if key.rest_key == gone:
            dossier = with_value(dossier, (*place, "rest_key"), None)
        if gone in key.item_keys.values():
            kept = {item: other for item, other in key.item_keys.items() if other != gone}
            dossier = with_value(dossier, (*place, "item_keys"), kept)
    return without(dossier, path)


def _found(dossier: Dossier, key: str) -> CostKey | None:
    return next((k for k in dossier.kosten.keys if k.id == key), None)


def driver_added(dossier: Dossier, key: str, name: str) -> Dossier:
    """The next dossier with another driver; the same where the name is empty or there already."""
    found, name = _found(dossier, key), name.strip()
    if found is None or not name or name in found.drivers:
        return dossier
    # What an older driver of this name left behind does not come back.
    clean = driver_removed(dossier, key, name)
    return with_value(clean, (*_KEYS, key, "drivers"), {**found.drivers, name: EMPTY})


def driver_removed(dossier: Dossier, key: str, name: str) -> Dossier:
    """The next dossier without a driver and all that stands with it."""

    def change(held: Mapping[str, Any]) -> Mapping[str, Any]:
        return {other: figure for other, figure in held.items() if other != name}

    return _drafts(_by_driver(dossier, key, change), key, name, None)


def driver_renamed(dossier: Dossier, key: str, old: str, new: str) -> Dossier:
    """The next dossier with another name for a driver, in its own place; the same where the name is not free."""
    found, new = _found(dossier, key), new.strip()
    if found is None or old not in found.drivers or not new or new in found.drivers:
        return dossier

    def change(held: Mapping[str, Any]) -> Mapping[str, Any]:
        # What an older driver left under the new name makes way.
        return {new if name == old else name: figure for name, figure in held.items() if name != new}

    return _drafts(_by_driver(dossier, key, change), key, old, new)


def _by_driver(dossier: Dossier, key: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> Dossier:
    for field in BY_DRIVER:
        held = value_at(dossier, (*_KEYS, key, field)) or EMPTY
        changed = change(held)
        if list(changed) != list(held):
            dossier = with_value(dossier, (*_KEYS, key, field), ImmutableDict(changed))
    return dossier


def _drafts(dossier: Dossier, key: str, old: str, new: str | None) -> Dossier:
    """What was typed with the driver ``old`` but could not be read goes along, or goes."""
    drafts = {}
    for place, text in dossier.drafts.items():
        path = path_from(place)
        about = len(path) > 4 and path[:3] == (*_KEYS, key) and path[3] in BY_DRIVER and path[4] == old
        if about and new is not None:
            drafts[path_key((*path[:4], new, *path[5:]))] = text
        elif not about:
            drafts[place] = text
    if drafts == dossier.drafts:
        return dossier
    return dossier.model_copy(update={"drafts": ImmutableDict(drafts)})


def inhabitants_taken(dossier: Dossier, key: str, name: str) -> Dossier:
    """The next dossier, with the inhabitants of the step Partners in a driver; who has no figure there stays as is."""
    found = _found(dossier, key)
    if found is None or name not in found.drivers:
        return dossier
    given = {p.id: Decimal(n) for p in dossier.partners.active if (n := known(p.inhabitants)) is not None}
    return with_value(dossier, (*_KEYS, key, "drivers", name), {**found.drivers[name], **given})
