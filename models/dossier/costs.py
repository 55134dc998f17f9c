"""The section kosten: costs and savings, what they cost today, the keys under comparison, and leaving.

The arithmetic stands in ``models/agreements``; these are the answers that it works on.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.dossier.base import EMPTY, Answer, Flag, Frozen, FrozenDict, Id, Money, Number, Text
from models.dossier.legal_facts import Percentage, VatTreatment
from models.dossier.section import Section

__all__ = [
    "AbsorbRule",
    "CostItem",
    "CostItemKind",
    "CostKey",
    "CostKeyKind",
    "Decimals",
    "ExitDamage",
    "KostenSection",
    "RestRule",
    "Saving",
    "Year",
    "YearIndex",
]

Year = Annotated[int, Field(ge=1990, le=2200)]
"""A calendar year. Not strict: as a key of a JSON object it arrives as text."""

Quantity = Annotated[Number, Field(ge=0)]
"""How much a partner has or uses of something."""

PerPartner = FrozenDict[Id, Quantity]
"""By partner id."""

Decimals = Annotated[int, Field(strict=True, ge=0, le=10)]
"""To how many decimals something is rounded."""


class CostItemKind(StrEnum):
    """One-off kinds and the structural one."""

    FRICTION = "friction"
    ICT = "ict"
    PROJECT = "project"
    HOUSING = "housing"
    VAT = "vat"
    OTHER_ONE_OFF = "other_one_off"
    STRUCTURAL = "structural"


class CostItem(Frozen):
    """A cost, in euros per year without VAT.

    ``wage_percentage``: the part that follows the wage index, the rest is material. ``vat_percentage``: the rate of
    the VAT on it; ``bcf_percentage``: the part of that VAT that a municipality gets back from the
    BTW-compensatiefonds.
    """

    id: Id
    name: Text = ""
    kind: CostItemKind
    amounts: FrozenDict[Year, Money] = EMPTY
    vat: Answer[VatTreatment] = None
    vat_percentage: Answer[Percentage] = None
    bcf_percentage: Answer[Percentage] = None
    wage_percentage: Answer[Percentage] = None
    source: Text = ""


class YearIndex(Frozen):
    """Indexation of one year: wage and material in percent, weight of the wage part, source."""

    wage: Number | None = None
    material: Number | None = None
    wage_weight: Percentage | None = None
    source: Text = ""


class Saving(Frozen):
    """A saving that people count on, in euros a year; it grows in ``ramp_years`` equal steps, the first in ``year``.

    ``ramp_years`` 0 or 1: in full from ``year`` on.
    """

    id: Id
    text: Text = ""
    year: Year
    amount: Annotated[Money, Field(ge=0)]
    ramp_years: Annotated[int, Field(strict=True, ge=0, le=20)] = 0


class CostKeyKind(StrEnum):
    """The keys that practice uses (cases.md; ids of ``costs.yaml``)."""

    EQUAL = "equal"
    INHABITANTS = "inhabitants"
    FIXED_VARIABLE = "fixed-variable"
    USAGE = "usage"
    LUMP_SUM_PLUS = "lump-sum-plus"
    HOURS_RATE = "hours-rate"
    HISTORIC = "historic"
    COST_PRICE = "cost-price"
    GRANT_SHARE = "grant-share"
    COMPOSITE = "composite"
    FIXED_TERM = "fixed-term"
    COMBINATION = "combination"


class AbsorbRule(StrEnum):
    """Who bears what a floor or a ceiling leaves over."""

    PROPORTIONAL = "proportional"
    EQUAL = "equal"
    PARTNER = "partner"


class RestRule(StrEnum):
    """Where the difference goes that rounding leaves.

    ``LARGEST_REMAINDER``: a cent each to the partners with the largest fractions. ``PARTNER``: all of it to one
    partner. ``ORGANISATION``: nobody is charged for it; it stays visible with the organisation.
    """

    LARGEST_REMAINDER = "largest_remainder"
    PARTNER = "partner"
    ORGANISATION = "organisation"


class CostKey(Frozen):
    """A key under comparison.

    Per driver name: ``drivers`` how much each partner has of it, ``prices`` euros a piece, ``weights`` its share in
    percent (or norm hours a piece), ``pools`` the euros a year that this driver alone divides, ``yearly`` quantities
    of several years that are averaged, ``norm_hours`` norm hours a piece per year that are averaged, ``rate_costs`` ÷
    ``rate_hours`` the cost of a cost centre over its productive hours, ``actuals`` what was used in the end;
    ``actual_cost``: what it cost in the end.

    ``component_decimals``: of a mix, the share in each driver (in percent) is rounded before it is weighted;
    ``share_decimals``: shares (in percent) are rounded before they are multiplied; ``rate_decimals``: rates are rounded
    before they are applied. ``item_keys`` and ``rest_key``: for a combination, which other key divides a cost item.
    ``transition_steps``: per year how far the key counts, in percent, instead of equal steps over ``transition_years``.
    """

    id: Id
    kind: CostKeyKind
    name: Text = ""
    drivers: FrozenDict[Text, PerPartner] = EMPTY
    prices: FrozenDict[Text, Number] = EMPTY
    weights: FrozenDict[Text, Number] = EMPTY
    pools: FrozenDict[Text, Money] = EMPTY
    yearly: FrozenDict[Text, FrozenDict[Year, PerPartner]] = EMPTY
    norm_hours: FrozenDict[Text, FrozenDict[Year, Quantity]] = EMPTY
    rate_costs: FrozenDict[Text, Money] = EMPTY
    rate_hours: FrozenDict[Text, Quantity] = EMPTY
    actuals: FrozenDict[Text, PerPartner] = EMPTY
    actual_cost: Money | None = None
    index_prices: Flag = False
    item_keys: FrozenDict[Id, Id] = EMPTY
    rest_key: Id | None = None
    fixed_percentage: Percentage | None = None
    component_decimals: Decimals | None = None
    share_decimals: Decimals | None = None
    rate_decimals: Decimals | None = None
    rest: RestRule = RestRule.LARGEST_REMAINDER
    rest_partner: Id | None = None
    transition_years: Annotated[int, Field(strict=True, ge=0, le=20)] = 0
    transition_steps: FrozenDict[Year, Percentage] = EMPTY
    floors: FrozenDict[Id, Money] = EMPTY
    ceilings: FrozenDict[Id, Money] = EMPTY
    absorb: AbsorbRule = AbsorbRule.PROPORTIONAL
    absorb_partner: Id | None = None
    corridor_percentage: Percentage | None = None
    recalibrate_in: Year | None = None
    reason: Text = ""


class ExitDamage(Frozen):
    """A cost that stays behind when a partner leaves: euros by year after leaving (1 is the first).

    ``percentage``: the part of it that the partner that leaves bears; nothing typed means all of it. ``fixed``:
    whether it is fixed cost, such as housing or a contract.
    """

    id: Id
    text: Text = ""
    amounts: FrozenDict[Annotated[int, Field(ge=1, le=20)], Money] = EMPTY
    percentage: Percentage | None = None
    fixed: Flag = False
    source: Text = ""


class KostenSection(Section):
    """Costs, today's cost per partner, the keys compared, the key chosen, leaving.

    ``years``: how many years from ``start_year`` on are worked out. ``today``: what a partner pays now, in euros of
    ``today_year``; ``today_indexed``: whether that follows the index to the year it is compared with. ``bcf``: per
    partner the part of VAT that it gets back, in percent, where that differs from the cost item.
    ``subtract_savings``: whether savings lower the cost that is shared. ``index_decimals``: the weighted index is
    rounded before it is applied.

    Leaving: ``exit_percentages`` and ``exit_fixed`` are the regeling's own formula (percent of the contribution per
    year after leaving, and a sum); ``exit_contribution``: the yearly contribution that it counts on, else that of the
    chosen key; ``exit_avoidable``: the part of the contribution that the others need not take over, in percent.
    """

    start_year: Year | None = None
    years: Annotated[int, Field(strict=True, ge=4, le=10)] = 4
    items: tuple[CostItem, ...] = ()
    savings: tuple[Saving, ...] = ()
    subtract_savings: Flag = False
    today: FrozenDict[Id, Answer[Money]] = EMPTY
    today_year: Year | None = None
    today_indexed: Flag = False
    bcf: FrozenDict[Id, Percentage] = EMPTY
    indices: FrozenDict[Year, YearIndex] = EMPTY
    index_decimals: Decimals | None = None
    keys: tuple[CostKey, ...] = ()
    chosen: Id | None = None
    chosen_reason: Text = ""
    exit_formula: Text = ""
    exit_method: Answer[Id] = None
    exit_partner: Id | None = None
    exit_year: Year | None = None
    exit_contribution: Money | None = None
    exit_percentages: FrozenDict[Annotated[int, Field(ge=1, le=20)], Annotated[Number, Field(ge=0, le=1000)]] = EMPTY
    exit_fixed: Money | None = None
    exit_damages: tuple[ExitDamage, ...] = ()
    exit_avoidable: Percentage | None = None
