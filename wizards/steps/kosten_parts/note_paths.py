"""Where a note about a key or about the budget can be mended: the path of the field that it is about. Without Qt."""

from collections.abc import Callable, Mapping

from models.agreements.notes import Note, NoteKind
from models.dossier import Dossier
from models.dossier.base import known
from models.dossier.costs import CostItem, CostKey, CostKeyKind
from models.dossier.edit import Path
from models.vocabulary import StepId
from wizards.steps.kosten_parts.items import BASE, ITEMS

__all__ = ["budget_path", "key_path", "remark_path"]

_KEYS: Path = (*BASE, "keys")


def _first(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return next(iter(names), "")


def _partner(note: Note, dossier: Dossier) -> str:
    return _first(note.partners) or _first(tuple(p.id for p in dossier.partners.active))


def _driver_cell(note: Note, key: CostKey, dossier: Dossier) -> Path:
    name = note.name or _first(key.drivers)
    years = key.yearly.get(name)
    if years:
        lacking = (year for year in sorted(years) if _partner(note, dossier) not in years[year])
        year = next(lacking, min(years))
        return ("yearly", name, str(year), _partner(note, dossier))
    return ("drivers", name, _partner(note, dossier)) if name else ("drivers",)


def _negative(note: Note, key: CostKey, _dossier: Dossier) -> Path:
    tables = {"prices": key.prices, "weights": key.weights, "pools": key.pools, "rate_costs": key.rate_costs}
    wrong = (table for table, held in tables.items() if held.get(note.name, 0) < 0)
    return (next(wrong, "prices"), note.name)


def _price(note: Note, key: CostKey, _dossier: Dossier) -> Path:
    """The figure that is missing to make a price of."""
    if key.kind is CostKeyKind.COST_PRICE:
        return ("prices" if note.name not in key.prices else "weights", note.name)
    return ("rate_hours" if note.name in key.rate_costs else "rate_costs", note.name)


def _open_price(note: Note, key: CostKey, _dossier: Dossier) -> Path:
    """The first driver that has neither a price nor a sum of its own."""
    priced = {*key.prices, *key.pools, *key.rate_costs}
    return ("prices", next((name for name in key.drivers if name not in priced), note.name))


def _weight(note: Note, key: CostKey, _dossier: Dossier) -> Path:
    return ("weights", note.name or _first(key.drivers))


def _orphan(_note: Note, key: CostKey, dossier: Dossier) -> Path:
    orphans = (item.id for item in dossier.kosten.items if item.id not in key.item_keys)
    item = next(orphans, "")
    return ("item_keys", item) if item else ("rest_key",)


def _part(note: Note, key: CostKey, dossier: Dossier) -> Path:
    """Where a combination names the key of this name."""
    named = {k.id for k in dossier.kosten.keys if k.name == note.name}
    item = next((item for item, other in key.item_keys.items() if other in named), None)
    return ("rest_key",) if item is None else ("item_keys", item)


_Find = Callable[[Note, CostKey, Dossier], Path]

_IN_KEY: Mapping[NoteKind, _Find] = {
    NoteKind.NO_DRIVER: lambda *_: ("drivers",),
    NoteKind.DRIVER_MISSING: _driver_cell,
    NoteKind.NO_INHABITANTS: _driver_cell,
    NoteKind.DRIVER_ZERO: _driver_cell,
    NoteKind.YEARLY_INCOMPLETE: _driver_cell,
    NoteKind.WEIGHTS_MISSING: _weight,
    NoteKind.WEIGHTS_NOT_WHOLE: _weight,
    NoteKind.PERCENTAGES_NOT_WHOLE: _driver_cell,
    NoteKind.FIXED_PART_MISSING: lambda *_: ("fixed_percentage",),
    NoteKind.NEGATIVE_FIGURE: _negative,
    NoteKind.PRICE_MISSING: _price,
    NoteKind.RATE_HOURS_ZERO: lambda note, *_: ("rate_hours", note.name),
    NoteKind.TOO_MANY_REST_DRIVERS: _open_price,
    NoteKind.POOLS_TOO_LARGE: lambda _note, key, _dossier: ("pools", _first(key.pools)) if key.pools else ("drivers",),
    NoteKind.NOTHING_CHARGED: _driver_cell,
    NoteKind.NOT_COVERED: lambda _note, key, _dossier: ("prices", _first(key.prices)) if key.prices else ("drivers",),
    NoteKind.ITEMS_WITHOUT_KEY: _orphan,
    NoteKind.SAVINGS_WITHOUT_KEY: lambda *_: ("rest_key",),
    NoteKind.NESTED_COMBINATION: _part,
    NoteKind.REST_PARTNER_MISSING: lambda *_: ("rest_partner",),
    NoteKind.ABSORB_PARTNER_MISSING: lambda *_: ("absorb_partner",),
    NoteKind.ABSORBER_OUTSIDE: lambda *_: ("absorb_partner",),
    NoteKind.FLOOR_ABOVE_CEILING: lambda note, _key, dossier: ("floors", _partner(note, dossier)),
    NoteKind.FLOORS_TOO_HIGH: lambda _note, key, _dossier: ("floors", _first(key.floors)),
    NoteKind.CEILINGS_TOO_LOW: lambda _note, key, _dossier: ("ceilings", _first(key.ceilings)),
    NoteKind.ACTUALS_MISSING: lambda note, _key, dossier: ("actuals", note.name, _partner(note, dossier)),
}
"""Within the key."""


def key_path(note: Note, key: CostKey, dossier: Dossier) -> Path:
    """The field of the dossier that mends what stands in the way of this key."""
    if note.kind is NoteKind.NO_PARTNERS:
        return (StepId.PARTNERS.value,)
    if note.kind is NoteKind.TRANSITION_NEEDS_TODAY:
        return (*BASE, "today", _partner(note, dossier))
    if note.kind is NoteKind.PART_KEY_FAILS:
        failing = (k.id for k in dossier.kosten.keys if k.name == note.name and k.id != key.id)
        return (*_KEYS, next(failing, key.id))
    if note.kind in _IN_KEY:
        return (*_KEYS, key.id, *_IN_KEY[note.kind](note, key, dossier))
    return budget_path(note, dossier) or (*_KEYS, key.id)


def remark_path(note: Note, key: CostKey | None, dossier: Dossier) -> Path:
    """The field that a remark is about; empty where there is nothing to fill in. ``key``: the one it belongs to."""
    if note.kind is NoteKind.TODAY_MISSING:
        return (*BASE, "today", _partner(note, dossier))
    if key is not None and note.kind in _IN_KEY:
        return key_path(note, key, dossier)
    return budget_path(note, dossier)


# --- the budget


def _no_rate(item: CostItem) -> bool:
    return known(item.vat) is not None and known(item.vat_percentage) is None


_OF_ITEM: Mapping[NoteKind, tuple[Callable[[CostItem], bool], str]] = {
    NoteKind.VAT_UNKNOWN: (lambda item: bool(item.amounts) and known(item.vat) is None, "vat"),
    NoteKind.VAT_RATE_MISSING: (lambda item: bool(item.amounts) and _no_rate(item), "vat_percentage"),
    NoteKind.BCF_MISSING: (lambda item: known(item.bcf_percentage) is None, "bcf_percentage"),
}


def budget_path(note: Note, dossier: Dossier) -> Path:
    """The field that a note about the budget is about; empty where there is none."""
    kind, items = note.kind, dossier.kosten.items
    if kind in (NoteKind.NO_YEARS, NoteKind.YEARS_FROM_ITEMS):
        return (*BASE, "start_year")
    if kind is NoteKind.NO_COSTS:
        return ITEMS
    if kind is NoteKind.INDEX_MISSING:
        return (*BASE, "indices", str(note.year), "wage")
    if kind is NoteKind.AFTER_LAST_YEAR:
        return (*BASE, "years")
    if kind is NoteKind.SAVINGS_ABOVE_COSTS:
        return (*BASE, "savings")
    if kind is NoteKind.ITEM_EMPTY:
        return next(((*ITEMS, item.id) for item in items if not item.amounts), ())
    if kind in _OF_ITEM:
        lacks, field = _OF_ITEM[kind]
        # Of the items with this gap, the first whose name stands in the note.
        return next(((*ITEMS, item.id, field) for item in items if lacks(item) and item.name in note.names), ())
    return ()
