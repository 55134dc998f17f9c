"""What can stand around a key, as data: years to average, rounding, transition, limits, settling, corridor. Without Qt.

Each section is a card that unfolds, so that a first key is ready without any of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from models.agreements.recipe import MIXED, PRICED
from models.dossier import Dossier
from models.dossier.costs import AbsorbRule, CostKey, CostKeyKind, RestRule
from models.dossier.edit import Path, path_key, value_at
from models.knowledge import Knowledge
from wizards.forms.grid import GridSpec, grid_rows
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Field, Kind, Option
from wizards.forms.values import NOT_FILLED_IN, spoken
from wizards.steps.kosten_parts.key_tables import (
    CurrentKey,
    Years,
    actuals_grid,
    drivers_grid,
    factors_grid,
    items_grid,
    limits_grid,
    norms_grid,
    steps_grid,
    uses_years,
    yearly_grid,
)
from wizards.steps.kosten_parts.keys import KEYS, NEEDS, driver_names, factors_of, key_name
from wizards.steps.options import partner_name

__all__ = ["SECTIONS", "Section", "answers_of", "key_rows", "sections_of"]


@dataclass(frozen=True, slots=True)
class Section:
    """A card around a key. ``fields``: of the key; ``grids``: its tables, given the key and more years to show.

    ``applies``: whether it belongs to this key; ``opens``: whether it is open at first. ``years``: one can ask for
    another year in its tables.
    """

    id: str
    title: str
    why: str
    fields: tuple[Field, ...] = ()
    grids: Callable[[CurrentKey, Years], tuple[GridSpec, ...]] = lambda _key, _years: ()
    applies: Callable[[CostKey], bool] = lambda _key: True
    opens: Callable[[CostKey], bool] = lambda _key: False
    years: bool = False


# --- what a field asks and offers


def _partners(dossier: Dossier, _knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(Option(p.id, partner_name(dossier, p.id)) for p in dossier.partners.active)


def _at(field: str, wanted: object) -> Callable[[Dossier, Path], bool]:
    return lambda dossier, base: value_at(dossier, (*base, field)) is wanted


def _mixed(dossier: Dossier, base: Path) -> bool:
    return value_at(dossier, (*base, "kind")) in MIXED


def _rated(dossier: Dossier, base: Path) -> bool:
    """Whether a rate a piece can be rounded: a price, or what a key in proportion comes to per piece."""
    return value_at(dossier, (*base, "kind")) not in {CostKeyKind.COMBINATION, CostKeyKind.FIXED_TERM}


def _priced(dossier: Dossier, base: Path) -> bool:
    return value_at(dossier, (*base, "kind")) in PRICED


def _shared(dossier: Dossier, base: Path) -> bool:
    return not _priced(dossier, base) and value_at(dossier, (*base, "kind")) is not CostKeyKind.COMBINATION


REST = (
    Option(RestRule.LARGEST_REMAINDER.value, "Een cent voor de grootste breuk"),
    Option(RestRule.PARTNER.value, "Voor één partner"),
    Option(RestRule.ORGANISATION.value, "Blijft bij de organisatie"),
)
ABSORB = (
    Option(AbsorbRule.PROPORTIONAL.value, "De anderen naar verhouding"),
    Option(AbsorbRule.EQUAL.value, "De anderen gelijk"),
    Option(AbsorbRule.PARTNER.value, "Eén partner"),
)

_ROUNDING = (
    Field(
        "component_decimals",
        "Decimalen van het aandeel in elke maat",
        Kind.WHOLE,
        why="Elk aandeel in procenten wordt eerst afgerond, en daarna gewogen. Leeg: niet afgerond.",
        visible=_mixed,
    ),
    Field(
        "share_decimals",
        "Decimalen van de aandelen",
        Kind.WHOLE,
        why="Aandelen in procenten worden eerst afgerond, daarna toegepast. Leeg: niet afgerond.",
        visible=_shared,
    ),
    Field(
        "rate_decimals",
        "Decimalen van de tarieven",
        Kind.WHOLE,
        why=(
            "Tarieven in euro’s worden eerst afgerond, daarna toegepast. "
            "Denk aan een bedrag per inwoner op 2 decimalen. Leeg: niet afgerond."
        ),
        visible=_rated,
    ),
    Field("rest", "Wie krijgt het afrondingsverschil?", Kind.CHOICE, options=REST, required=True),
    Field(
        "rest_partner",
        "Welke partner draagt het afrondingsverschil?",
        Kind.CHOICE,
        options=_partners,
        required=True,
        visible=_at("rest", RestRule.PARTNER),
    ),
)
_LIMITS = (
    Field("absorb", "Wie draagt het verschil?", Kind.CHOICE, options=ABSORB, required=True),
    Field(
        "absorb_partner",
        "Welke partner draagt het verschil?",
        Kind.CHOICE,
        options=_partners,
        required=True,
        visible=_at("absorb", AbsorbRule.PARTNER),
    ),
)
_TRANSITION = (
    Field(
        "transition_years",
        "Ingroei in gelijke stappen",
        Kind.WHOLE,
        unit="jaar",
        why="In hoeveel jaar gaat u van de kosten van nu naar deze verdeelsleutel? 0 is meteen.",
    ),
)
_CORRIDOR = (
    Field("corridor_percentage", "Bandbreedte", Kind.PERCENT, why="Bij welke afwijking praten de partners opnieuw?"),
    Field("recalibrate_in", "Jaar van herijking", Kind.YEAR, why="Dan bekijkt u of de verdeelsleutel nog klopt."),
)
_SETTLING = (
    Field(
        "actual_cost",
        "Werkelijke kosten in het eerste jaar",
        Kind.MONEY,
        why="Leeg: de kosten zoals geraamd.",
    ),
)


def _rounds(key: CostKey) -> bool:
    """The keys that a combination names round for themselves; one partner that must be named is asked all the same."""
    return key.kind is not CostKeyKind.COMBINATION or key.rest is RestRule.PARTNER


def _has_years(key: CostKey) -> bool:
    return bool(NEEDS[key.kind].drivers)


def _settles(key: CostKey) -> bool:
    return key.kind is not CostKeyKind.COMBINATION


SECTIONS: tuple[Section, ...] = (
    Section(
        "jaren",
        "Gemiddelde over jaren",
        "Een gemiddelde vangt een toevallig hoog of laag jaar op.",
        grids=lambda key, years: (yearly_grid(key, years),),
        applies=_has_years,
        opens=uses_years,
        years=True,
    ),
    Section(
        "normen",
        "Normuren per jaar",
        "Normuren zijn vaak het gemiddelde van drie jaar.",
        grids=lambda key, years: (norms_grid(key, years),),
        applies=lambda key: NEEDS[key.kind].norms,
        opens=lambda _key: True,
        years=True,
    ),
    Section("afronden", "Afronden", "Wat afronden overlaat, draagt iemand. Spreek af wie.", _ROUNDING, applies=_rounds),
    Section(
        "ingroei",
        "Ingroei",
        "De verdeling van nu en de verdeelsleutel tellen samen. Zo blijft het totaal gelijk.",
        _TRANSITION,
        lambda key, _years: (steps_grid(key),),
    ),
    Section(
        "grenzen",
        "Onder- en bovengrens",
        "Een partner betaalt nooit minder of meer dan u hier invult.",
        _LIMITS,
        lambda key, _years: (limits_grid(key),),
    ),
    Section(
        "afrekenen",
        "Achteraf afrekenen",
        "Vul na het eerste jaar in wat het werd. Daaruit volgt wat elke partner nog betaalt of terugkrijgt.",
        _SETTLING,
        lambda key, _years: (actuals_grid(key),),
        applies=_settles,
    ),
    Section("bandbreedte", "Bandbreedte en herijking", "Spreek af wanneer u opnieuw praat.", _CORRIDOR),
)


def sections_of(key: CostKey) -> tuple[Section, ...]:
    """The sections that belong to this key."""
    return tuple(section for section in SECTIONS if section.applies(key))


# --- what is filled in


def answers_of(section: Section, key: CostKey, dossier: Dossier, knowledge: Knowledge) -> tuple[str, ...]:
    """The answers in the fields of a section, in words; what still stands as it was made is left out."""
    base, fresh = (*KEYS, key.id), CostKey(id=key.id, kind=key.kind)
    found = []
    for field in section.fields:
        path = (*base, *field.parts)
        draft, value = dossier.drafts.get(path_key(path)), value_at(dossier, path)
        asked = field.visible is None or field.visible(dossier, base)
        if asked and (draft is not None or value != getattr(fresh, field.name)):
            said = draft if draft is not None else spoken(field, value, dossier, knowledge)
            found.append(f"{field.label}{'' if field.label.endswith('?') else ':'} {said}")
    return tuple(found)


def _section_row(section: Section, key: CostKey, dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    base = (*KEYS, key.id)
    asked = [field for field in section.fields if field.visible is None or field.visible(dossier, base)]
    said = answers_of(section, key, dossier, knowledge)
    if said:
        unread = any(path_key((*base, *field.parts)) in dossier.drafts for field in asked)
        path = (*base, *asked[0].parts)
        yield CheckRow(key_name(key, knowledge), section.title, "\n".join(said), path, unread)


def key_rows(key: CostKey, dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the check page for what stands in tables and in cards that unfold; of these only what is filled."""
    name, current = key_name(key, knowledge), partial(str, key.id)
    main = [drivers_grid(current)] if driver_names(key) else []
    main += [factors_grid(current)] if factors_of(key) else []
    for spec in (*main, items_grid(current)):
        yield from _named(name, grid_rows(spec, dossier, knowledge))
    for section in sections_of(key):
        yield from _section_row(section, key, dossier, knowledge)
        for spec in section.grids(current, tuple):
            rows = grid_rows(spec, dossier, knowledge)
            yield from _named(name, (row for row in rows if row.answer.lower() != NOT_FILLED_IN.lower()))


def _named(name: str, rows: Iterator[CheckRow]) -> Iterator[CheckRow]:
    for row in rows:
        yield CheckRow(f"{name}: {row.group[:1].lower()}{row.group[1:]}", row.label, row.answer, row.path, row.unread)
