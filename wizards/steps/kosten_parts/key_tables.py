"""The tables of one cost key, as data: figures per partner, what stands with a driver, years, limits. Without Qt."""

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from fractions import Fraction

from models.agreements.budget import outcome_years, start_of
from models.agreements.drivers import average, is_inhabitants
from models.agreements.money import as_decimal
from models.dossier import Dossier
from models.dossier.base import EMPTY, known
from models.dossier.costs import CostKey, CostKeyKind
from models.dossier.edit import path_key, value_at
from models.knowledge import Knowledge
from models.rounding import round_to
from wizards.forms.grid import Derived, GridRow, GridSpec
from wizards.forms.spec import Field, Kind
from wizards.forms.values import decimal_text
from wizards.steps.kosten_parts.items import partner_rows
from wizards.steps.kosten_parts.keys import KEYS, NEEDS, driver_names, factors_of, key_of, other_keys

__all__ = [
    "actuals_grid",
    "drivers_grid",
    "factors_grid",
    "holds_rows",
    "items_grid",
    "limits_grid",
    "norms_grid",
    "steps_grid",
    "uses_years",
    "yearly_grid",
]

CurrentKey = Callable[[], str]
"""Gives the id of the key that is shown."""
Years = Callable[[], Collection[int]]
"""Years that somebody asked for on the page, beside those that hold a figure."""

_NO_PARTNERS = "Vul eerst de partners in, en voeg een maat toe."
_USUAL_YEARS = 3


def _none() -> Collection[int]:
    return ()


def _names(dossier: Dossier, key: str) -> tuple[str, ...]:
    found = key_of(dossier, key)
    return () if found is None else driver_names(found)


def _driver_rows(key: CurrentKey) -> Callable[[Dossier, Knowledge], tuple[GridRow, ...]]:
    return lambda dossier, _knowledge: tuple(GridRow(name, name) for name in _names(dossier, key()))


# --- drivers


def drivers_grid(key: CurrentKey) -> GridSpec:
    """How much each partner has of each driver; inhabitants come from the step Partners where the cell is empty."""

    def totals(dossier: Dossier, _knowledge: Knowledge) -> tuple[str, ...]:
        found = key_of(dossier, key())
        return tuple(_total(dossier, found, name) if found else "" for name in _names(dossier, key()))

    def hint(dossier: Dossier, _knowledge: Knowledge, partner: str, field: Field) -> str:
        found = key_of(dossier, key())
        count = _inhabitants(dossier, found, field.name).get(partner) if found else None
        return "" if count is None else decimal_text(count)

    return GridSpec(
        "Maten per partner",
        "Partner",
        rows=partner_rows,
        columns=lambda dossier, _knowledge: tuple(Field(n, n, Kind.NUMBER) for n in _names(dossier, key())),
        path=lambda row, field: (*KEYS, key(), "drivers", field.name, row),
        empty=_NO_PARTNERS,
        totals=totals,
        hint=hint,
    )


def _inhabitants(dossier: Dossier, key: CostKey, name: str) -> Mapping[str, Decimal]:
    """By partner its inhabitants, where this driver takes them from the step Partners."""
    if not is_inhabitants(key, name) or any(key.yearly.get(name, EMPTY).values()):
        return EMPTY
    counts = ((p.id, known(p.inhabitants)) for p in dossier.partners.active)
    return {partner: Decimal(count) for partner, count in counts if count is not None}


def _total(dossier: Dossier, key: CostKey, name: str) -> str:
    held = {**_inhabitants(dossier, key, name), **key.drivers.get(name, EMPTY)}
    return decimal_text(sum((held[p.id] for p in dossier.partners.active if p.id in held), Decimal(0)))


def actuals_grid(key: CurrentKey) -> GridSpec:
    """What was used in the end."""
    return GridSpec(
        "Werkelijk gebruik in het eerste jaar",
        "Partner",
        rows=partner_rows,
        columns=lambda dossier, _knowledge: tuple(Field(n, n, Kind.NUMBER) for n in _names(dossier, key())),
        path=lambda row, field: (*KEYS, key(), "actuals", field.name, row),
        why="Een maat die u leeg laat, telt zoals geraamd.",
        empty=_NO_PARTNERS,
    )


# --- what stands with a driver


def factors_grid(key: CurrentKey) -> GridSpec:
    """Prices, sums, rates and weights per driver, with the rate or the price that follows."""

    def fields(dossier: Dossier, _knowledge: Knowledge) -> tuple[Field, ...]:
        found = key_of(dossier, key())
        return tuple(Field(f.field, f.label, f.kind) for f in factors_of(found)) if found else ()

    def derived(dossier: Dossier, _knowledge: Knowledge) -> tuple[Derived, ...]:
        found = key_of(dossier, key())
        if found is None:
            return ()
        if found.kind is CostKeyKind.COST_PRICE:
            return (Derived("Kostprijs per stuk", lambda d, _k, name: _piece(key_of(d, key()), name)),)
        if any(factor.field == "rate_costs" for factor in factors_of(found)):
            return (Derived("Tarief", lambda d, _k, name: _piece(key_of(d, key()), name)),)
        return ()

    def norm(dossier: Dossier, _knowledge: Knowledge, name: str, field: Field) -> str:
        found = key_of(dossier, key())
        asked = found is not None and found.kind is CostKeyKind.COST_PRICE and field.name == "weights"
        return _norm(found, name) if asked else ""

    return GridSpec(
        "Wat bij elke maat hoort",
        "Maat",
        rows=_driver_rows(key),
        columns=fields,
        path=lambda row, field: (*KEYS, key(), field.name, row),
        empty="Voeg eerst een maat toe.",
        hint=norm,
        derived=derived,
    )


def _piece(key: CostKey | None, name: str) -> str:
    """Euros a piece, as they are applied; nothing while they cannot be worked out."""
    price = None if key is None else _exact(key, name)
    if key is None or price is None:
        return ""
    return f"€\u00a0{decimal_text(as_decimal(round_to(price, key.rate_decimals), 6), 2)}"


def _norm(key: CostKey | None, name: str) -> str:
    """The mean of the norm hours of several years."""
    norms = [Fraction(hours) for hours in key.norm_hours.get(name, EMPTY).values()] if key else []
    return decimal_text(as_decimal(average(norms), 4)) if norms else ""


def _exact(key: CostKey, name: str) -> Fraction | None:
    if key.kind is CostKeyKind.COST_PRICE:
        norms = [Fraction(hours) for hours in key.norm_hours.get(name, EMPTY).values()]
        norm = average(norms) if norms else Fraction(key.weights[name]) if name in key.weights else None
        return None if norm is None or name not in key.prices else norm * Fraction(key.prices[name])
    if name in key.rate_costs or name in key.rate_hours:
        cost, hours = key.rate_costs.get(name), key.rate_hours.get(name)
        return Fraction(cost) / Fraction(hours) if cost is not None and hours else None
    return Fraction(key.prices[name]) if name in key.prices else None


# --- several years


def _usual(dossier: Dossier) -> tuple[int, ...]:
    """The three years before the cooperation begins."""
    start = start_of(dossier.kosten)
    return () if start is None else tuple(range(start - _USUAL_YEARS, start))


def yearly_grid(key: CurrentKey, more: Years = _none) -> GridSpec:
    """Figures per partner of several years, for each driver."""

    def columns(dossier: Dossier, _knowledge: Knowledge) -> tuple[Field, ...]:
        found = key_of(dossier, key())
        if found is None:
            return ()
        names = driver_names(found)
        held = {year for name in names for year in found.yearly.get(name, EMPTY)}
        years = sorted({*_usual(dossier), *held, *more()})
        # The year stands first: a name may hold any sign.
        return tuple(
            Field(f"{year}|{name}", f"{name} {year}" if len(names) > 1 else str(year), Kind.NUMBER)
            for name in names
            for year in years
        )

    def path(row: str, field: Field) -> tuple[str, ...]:
        year, _, name = field.name.partition("|")
        return (*KEYS, key(), "yearly", name, year, row)

    return GridSpec(
        "Cijfers per jaar",
        "Partner",
        rows=partner_rows,
        columns=columns,
        path=path,
        why="Zodra hier een cijfer staat, telt het gemiddelde van deze jaren. Vul dan elk jaar voor elke partner in.",
        empty="Vul eerst de partners en het startjaar in, of voeg een jaar toe.",
    )


def norms_grid(key: CurrentKey, more: Years = _none) -> GridSpec:
    """Norm hours a piece per year."""

    def columns(dossier: Dossier, _knowledge: Knowledge) -> tuple[Field, ...]:
        found = key_of(dossier, key())
        held = {year for years in found.norm_hours.values() for year in years} if found else set()
        return tuple(Field(str(y), str(y), Kind.NUMBER) for y in sorted({*_usual(dossier), *held, *more()}))

    return GridSpec(
        "Normuren per stuk, per jaar",
        "Maat",
        rows=_driver_rows(key),
        columns=columns,
        path=lambda row, field: (*KEYS, key(), "norm_hours", row, field.name),
        why="De norm is het gemiddelde van de jaren die u invult, vaak drie.",
        empty="Vul eerst het startjaar in, of voeg een jaar toe.",
        derived=lambda _dossier, _knowledge: (
            Derived("Gemiddeld", lambda dossier, _k, name: _norm(key_of(dossier, key()), name)),
        ),
    )


# --- around the key


def steps_grid(key: CurrentKey) -> GridSpec:
    """How far the key counts in each year."""

    def rows(dossier: Dossier, _knowledge: Knowledge) -> tuple[GridRow, ...]:
        found = key_of(dossier, key())
        held = found.transition_steps if found else EMPTY
        years = sorted({*outcome_years(dossier.kosten), *held}) if found else []
        return tuple(GridRow(str(year), str(year)) for year in years)

    return GridSpec(
        "Eigen stappen per jaar",
        "Jaar",
        rows=rows,
        columns=lambda _dossier, _knowledge: (Field("step", "Verdeelsleutel telt voor", Kind.PERCENT, unit="%"),),
        path=lambda row, _field: (*KEYS, key(), "transition_steps", row),
        why="Alleen als de stappen niet gelijk zijn. Bijvoorbeeld 25, 50, 75 en 100%.",
        empty="Vul eerst het startjaar in.",
    )


def limits_grid(key: CurrentKey) -> GridSpec:
    """The least and the most that a partner pays."""
    columns = (Field("floors", "Ondergrens", Kind.MONEY), Field("ceilings", "Bovengrens", Kind.MONEY))
    return GridSpec(
        "Ondergrens en bovengrens per partner",
        "Partner",
        rows=lambda dossier, knowledge: partner_rows(dossier, knowledge) if key_of(dossier, key()) else (),
        columns=lambda _dossier, _knowledge: columns,
        path=lambda row, field: (*KEYS, key(), field.name, row),
        why="Euro’s per jaar, voor de structurele bijdrage. Alleen als u die afspreekt.",
        empty="Vul eerst de partners in.",
    )


def items_grid(key: CurrentKey) -> GridSpec:
    """For a combination: which other key divides each cost item."""

    def rest(dossier: Dossier, _knowledge: Knowledge, _item: str, _field: Field) -> str:
        found = key_of(dossier, key())
        named = found is not None and found.rest_key is not None
        return "de verdeelsleutel voor de rest" if named else ""

    def rows(dossier: Dossier, _knowledge: Knowledge) -> tuple[GridRow, ...]:
        found = key_of(dossier, key())
        if found is None or found.kind is not CostKeyKind.COMBINATION:
            return ()
        return tuple(GridRow(item.id, item.name or "Kostenpost zonder naam") for item in dossier.kosten.items)

    return GridSpec(
        "Verdeelsleutel per kostenpost",
        "Kostenpost",
        rows=rows,
        columns=lambda _dossier, _knowledge: (Field("item_keys", "Verdeelsleutel", Kind.CHOICE, options=other_keys),),
        path=lambda row, _field: (*KEYS, key(), "item_keys", row),
        why="Maak eerst de verdeelsleutels die u wilt combineren.",
        empty="Vul eerst kostenposten in bij Kosten.",
        hint=rest,
    )


def uses_years(key: CostKey) -> bool:
    """Whether figures of several years are usual for this kind, or there already."""
    return NEEDS[key.kind].averaged or any(any(key.yearly.get(name, EMPTY).values()) for name in driver_names(key))


def holds_rows(spec: GridSpec, dossier: Dossier, knowledge: Knowledge) -> bool:
    """Whether a table holds anything that was typed."""
    columns = spec.columns(dossier, knowledge)
    paths = (spec.path(row.key, field) for row in spec.rows(dossier, knowledge) for field in columns)
    return any(value_at(dossier, path) is not None or path_key(path) in dossier.drafts for path in paths)
