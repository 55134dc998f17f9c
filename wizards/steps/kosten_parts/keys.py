"""What a cost key asks, per kind, as data: its drivers, prices and weights, and how far it is filled in. Without Qt.

A field that does not belong to the kind is not asked; what was filled in there stays in the dossier, inactive.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.dossier import Dossier
from models.dossier.agree import CostKey, CostKeyKind
from models.dossier.base import EMPTY, ImmutableDict, known
from models.dossier.edit import Path, fresh_id, value_at, with_value, without
from models.knowledge import Knowledge
from models.knowledge.catalogue import CostKeyText
from wizards.forms.grid import GridRow, GridSpec
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.forms.values import decimal_text
from wizards.steps.kosten_parts.items import BASE, partner_rows

__all__ = [
    "KEYS",
    "NEEDS",
    "KeyNeeds",
    "Need",
    "choice_group",
    "driver_added",
    "driver_removed",
    "driver_renamed",
    "inhabitants_taken",
    "key_grids",
    "key_name",
    "key_of",
    "keys_group",
    "kind_text",
    "needs_of",
    "new_key",
    "weights_text",
]

KEYS: Path = (*BASE, "keys")


@dataclass(frozen=True, slots=True)
class KeyNeeds:
    """What a kind of key asks. ``drivers``: names to begin with; none where the kind knows no driver.

    ``driver``: what a driver is here, in words; ``price`` and ``weight``: labels of what stands with a driver.
    """

    drivers: tuple[str, ...] = ()
    driver: str = "Vul per partner een getal in."
    fixed: bool = False
    price: str = ""
    weight: str = ""
    weight_kind: Kind = Kind.PERCENT


NEEDS: Mapping[CostKeyKind, KeyNeeds] = {
    CostKeyKind.EQUAL: KeyNeeds(),
    CostKeyKind.INHABITANTS: KeyNeeds(("Inwoners",), "Gebruik voor elke partner dezelfde peildatum."),
    CostKeyKind.FIXED_VARIABLE: KeyNeeds(("Inwoners",), "Deze maat verdeelt het variabele deel.", fixed=True),
    CostKeyKind.USAGE: KeyNeeds(("Gebruik",), "Vul per partner in hoeveel hij afneemt.", price="Prijs per stuk"),
    CostKeyKind.LUMP_SUM_PLUS: KeyNeeds(
        ("Basispakket", "Pluspakket"),
        "Zet bij het basispakket per partner een 1, en als prijs het vaste bedrag.",
        price="Prijs",
    ),
    CostKeyKind.HOURS_RATE: KeyNeeds(
        ("Uren", "Directe kosten"),
        "Vul per partner de uren in. Zet directe kosten als bedrag, met tarief 1.",
        price="Tarief",
    ),
    CostKeyKind.HISTORIC: KeyNeeds(("Inbreng",), "Vul per partner in wat hij inbrengt: budget of fte."),
    CostKeyKind.COST_PRICE: KeyNeeds(
        ("Product",),
        "Neem voor elk product een eigen maat, met het aantal per partner.",
        price="Tarief per uur",
        weight="Normuren per stuk",
        weight_kind=Kind.NUMBER,
    ),
    CostKeyKind.GRANT_SHARE: KeyNeeds(("Uitkering",), "Vul per partner de gemiddelde uitkering in."),
    CostKeyKind.COMPOSITE: KeyNeeds(
        ("Inwoners", "Gebruik"), "Elke maat heeft een eigen aandeel. De aandelen zijn samen 100%.", weight="Aandeel"
    ),
    CostKeyKind.FIXED_TERM: KeyNeeds(("Vast percentage",), "De percentages zijn samen 100."),
}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a key needs, in words, and how much of it is there."""

    label: str
    state: str
    ready: bool


def key_of(dossier: Dossier, key: str) -> CostKey | None:
    """The key with this id."""
    return next((k for k in dossier.kosten.keys if k.id == key), None)


def kind_text(kind: CostKeyKind, knowledge: Knowledge) -> CostKeyText:
    """What the knowledge says about a kind of key."""
    return next(text for text in knowledge.costs.keys if text.id == kind.value)


def key_name(key: CostKey, knowledge: Knowledge) -> str:
    """The name that people gave, else that of its kind."""
    return key.name.strip() or kind_text(key.kind, knowledge).name


def new_key(kind: CostKeyKind, knowledge: Knowledge) -> CostKey:
    """A key of a kind, with its usual name and its usual drivers, still without figures."""
    drivers = dict.fromkeys(NEEDS[kind].drivers, EMPTY)
    return CostKey(id=fresh_id(), kind=kind, name=kind_text(kind, knowledge).name, drivers=drivers)


# --- fields


def _kind_options(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(Option(text.id, text.name, text.text) for text in knowledge.costs.keys)


def _has_fixed(dossier: Dossier, base: Path) -> bool:
    kind = value_at(dossier, (*base, "kind"))
    return kind is not None and NEEDS[kind].fixed


def _key_fields() -> tuple[Field, ...]:
    return (
        Field("name", "Naam", required=True),
        Field("kind", "Soort verdeelsleutel", Kind.CHOICE, options=_kind_options, required=True),
        Field(
            "fixed_percentage",
            "Vast deel",
            Kind.PERCENT,
            why="Dit deel verdeelt u gelijk. De rest volgt de maat.",
            visible=_has_fixed,
        ),
        Field(
            "transition_years",
            "Ingroei",
            Kind.WHOLE,
            unit="jaar",
            why="In hoeveel jaar gaat de bijdrage van nu naar deze verdeelsleutel? Vul 0 in voor geen ingroei.",
        ),
        Field(
            "corridor_percentage",
            "Bandbreedte",
            Kind.PERCENT,
            why="Bij welke afwijking praten de partners opnieuw?",
        ),
        Field("recalibrate_in", "Jaar van herijking", Kind.YEAR, why="Dan bekijkt u of de verdeelsleutel nog klopt."),
        Field("reason", "Waarom is deze verdeelsleutel eerlijk, of juist niet?", Kind.AREA),
    )


def _removed(dossier: Dossier, path: Path) -> Dossier:
    """A key that goes cannot stay the chosen one."""
    if dossier.kosten.chosen == path[-1]:
        dossier = with_value(dossier, (*BASE, "chosen"), None)
    return without(dossier, path)


def keys_group() -> Group:
    """The list of keys under comparison."""
    records = Records(
        KEYS,
        "Verdeelsleutels die u vergelijkt",
        "verdeelsleutel",
        "Verdeelsleutel verwijderd.",
        _key_fields(),
        make=lambda _dossier: CostKey(id=fresh_id(), kind=CostKeyKind.EQUAL),
        headline=lambda key, _dossier, knowledge: key_name(key, knowledge),
        detail=_key_detail,
        why="Vergelijk meer dan één verdeelsleutel voordat u kiest.",
        empty="Kies hieronder een soort verdeelsleutel om te vergelijken.",
        remove=_removed,
    )
    return Group("Verdeelsleutels", BASE, (records,))


def _key_detail(key: CostKey, dossier: Dossier, knowledge: Knowledge) -> str:
    kind = kind_text(key.kind, knowledge).name
    words = () if kind == key_name(key, knowledge) else (kind,)
    chosen = ("gekozen",) if dossier.kosten.chosen == key.id else ()
    return ", ".join((*chosen, *words))


def _chosen_options(dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(Option(key.id, key_name(key, knowledge)) for key in dossier.kosten.keys)


def choice_group() -> Group:
    """The key that the partners choose."""
    return Group(
        "De keuze",
        BASE,
        (
            Field("chosen", "Welke verdeelsleutel kiest u?", Kind.CHOICE, options=_chosen_options),
            Field("chosen_reason", "Waarom kiest u deze verdeelsleutel?", Kind.AREA),
        ),
    )


# --- tables


def key_grids(key: Callable[[], str]) -> tuple[GridSpec, ...]:
    """The tables of the key whose id ``key`` gives: figures per partner, what stands with a driver, limits."""
    return (_drivers(key), _factors(key), _limits(key))


def _names(dossier: Dossier, key: str) -> tuple[str, ...]:
    found = key_of(dossier, key)
    return tuple(found.drivers) if found is not None and NEEDS[found.kind].drivers else ()


def _drivers(key: Callable[[], str]) -> GridSpec:
    return GridSpec(
        "Maten per partner",
        "Partner",
        rows=partner_rows,
        columns=lambda dossier, _knowledge: tuple(Field(n, n, Kind.NUMBER) for n in _names(dossier, key())),
        path=lambda row, field: (*KEYS, key(), "drivers", field.name, row),
        empty="Vul eerst de partners in, en voeg een maat toe.",
        totals=lambda dossier, _knowledge: tuple(
            decimal_text(sum(_figures(dossier, key(), name), Decimal(0))) for name in _names(dossier, key())
        ),
    )


def _figures(dossier: Dossier, key: str, name: str) -> tuple[Decimal, ...]:
    """What the partners that take part have of a driver."""
    found = key_of(dossier, key)
    held: Mapping[str, Decimal] = found.drivers.get(name, EMPTY) if found is not None else EMPTY
    return tuple(held[p.id] for p in dossier.partners.active if p.id in held)


def _factor_fields(key: Callable[[], str]) -> Callable[[Dossier, Knowledge], tuple[Field, ...]]:
    def fields(dossier: Dossier, _knowledge: Knowledge) -> tuple[Field, ...]:
        found = key_of(dossier, key())
        if found is None:
            return ()
        needs = NEEDS[found.kind]
        price = (Field("prices", needs.price, Kind.MONEY),) if needs.price else ()
        weight = (Field("weights", needs.weight, needs.weight_kind),) if needs.weight else ()
        return (*price, *weight)

    return fields


def _factors(key: Callable[[], str]) -> GridSpec:
    return GridSpec(
        "Wat bij elke maat hoort",
        "Maat",
        rows=lambda dossier, _knowledge: tuple(GridRow(n, n) for n in _names(dossier, key())),
        columns=_factor_fields(key),
        path=lambda row, field: (*KEYS, key(), field.name, row),
        empty="Voeg eerst een maat toe.",
    )


def _limits(key: Callable[[], str]) -> GridSpec:
    columns = (Field("floors", "Ondergrens", Kind.MONEY), Field("ceilings", "Bovengrens", Kind.MONEY))
    return GridSpec(
        "Ondergrens en bovengrens per partner",
        "Partner",
        rows=lambda dossier, knowledge: partner_rows(dossier, knowledge) if key_of(dossier, key()) else (),
        columns=lambda _dossier, _knowledge: columns,
        path=lambda row, field: (*KEYS, key(), field.name, row),
        why="Alleen als u die afspreekt. Schrijf in de reden wie het verschil draagt.",
        empty="Vul eerst de partners in.",
    )


# --- drivers


def driver_added(dossier: Dossier, key: str, name: str) -> Dossier:
    """The next dossier with another driver; the same where the name is empty or there already."""
    found, name = key_of(dossier, key), name.strip()
    if found is None or not name or name in found.drivers:
        return dossier
    return with_value(dossier, (*KEYS, key, "drivers"), {**found.drivers, name: EMPTY})


def driver_removed(dossier: Dossier, key: str, name: str) -> Dossier:
    """The next dossier without a driver, its price and its weight."""
    for part in ("drivers", "prices", "weights"):
        dossier = without(dossier, (*KEYS, key, part, name))
    return dossier


def driver_renamed(dossier: Dossier, key: str, old: str, new: str) -> Dossier:
    """The next dossier with another name for a driver, in its own place; the same where the name is not free."""
    found, new = key_of(dossier, key), new.strip()
    if found is None or old not in found.drivers or not new or new in found.drivers:
        return dossier
    for part in ("drivers", "prices", "weights"):
        held = value_at(dossier, (*KEYS, key, part))
        named = ImmutableDict({new if name == old else name: figure for name, figure in held.items()})
        dossier = with_value(dossier, (*KEYS, key, part), named)
    return dossier


def inhabitants_taken(dossier: Dossier, key: str, name: str) -> Dossier:
    """The next dossier, with the inhabitants of the step Partners in a driver; who has no figure there stays as is."""
    found = key_of(dossier, key)
    if found is None or name not in found.drivers:
        return dossier
    given = {p.id: Decimal(n) for p in dossier.partners.active if (n := known(p.inhabitants)) is not None}
    return with_value(dossier, (*KEYS, key, "drivers", name), {**found.drivers[name], **given})


# --- what is there


def needs_of(key: CostKey, dossier: Dossier) -> tuple[Need, ...]:
    """What this key needs before it can be worked out, and what is filled in."""
    needs, partners = NEEDS[key.kind], dossier.partners.active
    found = []
    if needs.fixed:
        part = key.fixed_percentage
        found.append(Need("Vast deel", f"{decimal_text(part)}%" if part is not None else "nog niet", part is not None))
    for name, figures in key.drivers.items() if needs.drivers else ():
        given = sum(p.id in figures for p in partners)
        found.append(Need(name, f"{given} van {len(partners)} partners", 0 < len(partners) == given))
    if needs.drivers and not key.drivers:
        found.append(Need("Maat", "nog geen", False))
    for label, held in ((needs.price, key.prices), (needs.weight, key.weights)):
        if label:
            given = sum(name in held for name in key.drivers)
            found.append(Need(label, f"{given} van {len(key.drivers)} maten", 0 < len(key.drivers) == given))
    return tuple(found)


def weights_text(key: CostKey) -> str:
    """What the shares of a weighted mix come to together; empty for other kinds and while there are none."""
    given = [key.weights[name] for name in key.drivers if name in key.weights]
    if key.kind is not CostKeyKind.COMPOSITE or not given:
        return ""
    total = sum(given, Decimal(0))
    said = f"De aandelen zijn samen {decimal_text(total)}%."
    return said if total == 100 else f"{said} Maak er samen 100% van."
