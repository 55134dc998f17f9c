"""What a cost key asks, per kind, as data: its drivers and what stands with them, and how it is chosen. Without Qt.

A field that does not belong to the kind is not asked; what was filled in there stays in the dossier, inactive.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models import dutch
from models.agreements.recipe import PRICED
from models.dossier import Dossier
from models.dossier.base import EMPTY
from models.dossier.costs import CostKey, CostKeyKind
from models.dossier.edit import Path, fresh_id, value_at
from models.knowledge import Knowledge
from models.knowledge.catalogue import CostKeyText
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.forms.values import decimal_text
from wizards.steps.kosten_parts.items import BASE
from wizards.steps.kosten_parts.key_changes import key_removed

__all__ = [
    "KEYS",
    "NEEDS",
    "Factor",
    "KeyNeeds",
    "choice_group",
    "driver_names",
    "factors_of",
    "formula_text",
    "key_name",
    "key_of",
    "keys_group",
    "kind_text",
    "new_key",
    "other_keys",
    "unbroken",
    "weights_text",
]

KEYS: Path = (*BASE, "keys")


@dataclass(frozen=True, slots=True)
class Factor:
    """A figure that stands with a driver: the field of the key, its label and how it is typed."""

    field: str
    label: str
    kind: Kind = Kind.MONEY


PRICE = Factor("prices", "Prijs per stuk")
POOL = Factor("pools", "Of een bedrag per jaar")
RATE_COST = Factor("rate_costs", "Kosten van de kostenplaats")
RATE_HOURS = Factor("rate_hours", "Productieve uren", Kind.NUMBER)
WEIGHT = Factor("weights", "Aandeel", Kind.PERCENT)


@dataclass(frozen=True, slots=True)
class KeyNeeds:
    """What a kind of key asks. ``drivers``: names to begin with; none where the kind knows no driver.

    ``driver``: what a driver is here, in words. ``single``: it works with one driver. ``factors``: what stands with
    each driver, and ``factor`` how that works. ``fixed``: a part is divided equally. ``averaged``: figures of several
    years are usual. ``norms``: norm hours of several years. ``counts_people``: inhabitants are a usual driver.
    """

    drivers: tuple[str, ...] = ()
    driver: str = "Vul per partner een getal in."
    single: bool = False
    factors: tuple[Factor, ...] = ()
    factor: str = ""
    fixed: bool = False
    averaged: bool = False
    norms: bool = False
    counts_people: bool = False


_PRICED_WORDS = (
    "Een maat heeft een prijs, of verdeelt een eigen bedrag per jaar. Hoogstens één maat zonder prijs verdeelt de rest."
)

NEEDS: Mapping[CostKeyKind, KeyNeeds] = {
    CostKeyKind.EQUAL: KeyNeeds(),
    CostKeyKind.INHABITANTS: KeyNeeds(
        ("Inwoners",),
        "Leeg? Dan telt het aantal inwoners uit het onderdeel Partners. Gebruik voor elke partner dezelfde peildatum.",
        single=True,
        counts_people=True,
    ),
    CostKeyKind.FIXED_VARIABLE: KeyNeeds(
        ("Inwoners",), "Deze maat verdeelt het variabele deel.", fixed=True, counts_people=True
    ),
    CostKeyKind.USAGE: KeyNeeds(
        ("Gebruik",), "Vul per partner in hoeveel hij afneemt.", factors=(PRICE, POOL), factor=_PRICED_WORDS
    ),
    CostKeyKind.LUMP_SUM_PLUS: KeyNeeds(
        ("Basispakket", "Pluspakket"),
        "Zet bij het basispakket per partner een 1, en als prijs het vaste bedrag.",
        factors=(PRICE, POOL),
        factor=_PRICED_WORDS,
    ),
    CostKeyKind.HOURS_RATE: KeyNeeds(
        ("Uren", "Directe kosten"),
        "Vul per partner de uren in. Zet directe kosten als bedrag, met tarief 1.",
        factors=(RATE_COST, RATE_HOURS, Factor("prices", "Of een vast tarief")),
        factor="Het tarief is de kosten van de kostenplaats gedeeld door de productieve uren.",
    ),
    CostKeyKind.HISTORIC: KeyNeeds(("Inbreng",), "Vul per partner in wat hij inbrengt: budget of fte."),
    CostKeyKind.COST_PRICE: KeyNeeds(
        ("Product",),
        "Neem voor elk product een eigen maat, met het aantal per partner.",
        factors=(Factor("prices", "Tarief per uur"), Factor("weights", "Normuren per stuk", Kind.NUMBER)),
        factor="De kostprijs is het tarief maal de normuren. Normuren per jaar gaan voor één vast getal.",
        norms=True,
    ),
    CostKeyKind.GRANT_SHARE: KeyNeeds(
        ("Uitkering",), "Vul de uitkering per partner in, of hieronder de cijfers van meer jaren.", averaged=True
    ),
    CostKeyKind.COMPOSITE: KeyNeeds(
        ("Inwoners", "Gebruik"),
        "Elke maat heeft een eigen aandeel. De aandelen zijn samen 100%.",
        factors=(WEIGHT,),
        counts_people=True,
    ),
    CostKeyKind.FIXED_TERM: KeyNeeds(("Vast percentage",), "De percentages zijn samen 100.", single=True),
    CostKeyKind.COMBINATION: KeyNeeds(),
}


def key_of(dossier: Dossier, key: str) -> CostKey | None:
    """The key with this id."""
    return next((k for k in dossier.kosten.keys if k.id == key), None)


def kind_text(kind: CostKeyKind, knowledge: Knowledge) -> CostKeyText:
    """What the knowledge says about a kind of key."""
    return next(text for text in knowledge.costs.keys if text.id == kind.value)


_LETTERS = {"B": "het bedrag dat u verdeelt", "n": "het aantal partners", "a": "het vaste deel", "x": "de maat"}


def unbroken(text: str) -> str:
    """A text in which an amount stays on one line with its sign."""
    return text.replace("€ ", "€\u00a0")


def formula_text(formula: str) -> str:
    """A formula, and after it what its letters stand for."""
    held = [
        f"{letter} is {words}"
        for letter, words in _LETTERS.items()
        if letter in formula.split() or f"({letter}" in formula
    ]
    first = f"Formule: {formula}"
    return f"{first}. Hierin: {dutch.listed(held)}." if held else first


def key_name(key: CostKey, knowledge: Knowledge) -> str:
    """The name that people gave, else that of its kind."""
    return key.name.strip() or kind_text(key.kind, knowledge).name


def new_key(kind: CostKeyKind, knowledge: Knowledge) -> CostKey:
    """A key of a kind, with its usual name and its usual drivers, still without figures."""
    drivers = dict.fromkeys(NEEDS[kind].drivers, EMPTY)
    return CostKey(id=fresh_id(), kind=kind, name=kind_text(kind, knowledge).name, drivers=drivers)


def driver_names(key: CostKey) -> tuple[str, ...]:
    """The drivers that count for this kind: a fixed percentage has one, equal parts and a combination have none."""
    if not NEEDS[key.kind].drivers:
        return ()
    return tuple(key.drivers)[: 1 if key.kind is CostKeyKind.FIXED_TERM else None]


def factors_of(key: CostKey) -> tuple[Factor, ...]:
    """What is asked with each driver: what the kind needs, and what counts because it was filled in before."""
    needs, names = NEEDS[key.kind], driver_names(key)
    asked = {factor.field: factor for factor in needs.factors}
    if key.kind in PRICED and key.kind is not CostKeyKind.COST_PRICE:
        held = {"rate_costs": key.rate_costs, "rate_hours": key.rate_hours, "prices": key.prices, "pools": key.pools}
        for factor in (RATE_COST, RATE_HOURS, PRICE, POOL):
            if any(name in held[factor.field] for name in names):
                asked.setdefault(factor.field, factor)
    elif key.kind not in PRICED and len(names) > 1:
        asked.setdefault(WEIGHT.field, WEIGHT)
    return tuple(asked.values())


def other_keys(dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """The keys that a combination can name: those that are none themselves, each under a name of its own."""
    keys = dossier.kosten.keys
    named = {*(key.rest_key for key in keys), *(other for key in keys for other in key.item_keys.values())}
    options: list[Option] = []
    for key in keys:
        combines = key.kind is CostKeyKind.COMBINATION
        if combines and key.id not in named:
            continue
        words = f"{key_name(key, knowledge)} (is zelf een combinatie)" if combines else key_name(key, knowledge)
        same = sum(option.label == words or option.label.startswith(f"{words} (") for option in options)
        options.append(Option(key.id, f"{words} ({same + 1})" if same else words))
    return tuple(options)


# --- fields


def _kind_options(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(Option(text.id, text.name, text.text) for text in knowledge.costs.keys)


def _kind_at(dossier: Dossier, base: Path) -> CostKeyKind | None:
    kind: CostKeyKind | None = value_at(dossier, (*base, "kind"))
    return kind


def _has_fixed(dossier: Dossier, base: Path) -> bool:
    kind = _kind_at(dossier, base)
    return kind is not None and NEEDS[kind].fixed


def _combines(dossier: Dossier, base: Path) -> bool:
    return _kind_at(dossier, base) is CostKeyKind.COMBINATION


def _is_priced(dossier: Dossier, base: Path) -> bool:
    return _kind_at(dossier, base) in PRICED


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
            "rest_key",
            "Verdeelsleutel voor de rest",
            Kind.CHOICE,
            options=other_keys,
            why="Deze verdeelt de kosten die u niet noemt, en de besparingen.",
            visible=_combines,
        ),
        Field("index_prices", "De prijzen groeien elk jaar mee met de index", Kind.TOGGLE, visible=_is_priced),
        Field("reason", "Waarom is deze verdeelsleutel eerlijk, of juist niet?", Kind.AREA),
    )


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
        remove=key_removed,
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


def weights_text(key: CostKey) -> str:
    """What the shares of several drivers come to together; empty for other kinds and while there are none."""
    if WEIGHT not in factors_of(key):
        return ""
    given = [key.weights[name] for name in driver_names(key) if name in key.weights]
    if not given:
        return ""
    total = sum(given, Decimal(0))
    said = f"De aandelen zijn samen {decimal_text(total)}%."
    return said if total == 100 else f"{said} Maak er samen 100% van."
