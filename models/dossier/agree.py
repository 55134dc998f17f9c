"""Sections of the phases Afspreken and Vaststellen: kosten, uren, medewerkers, besluitvorming, vaststelling.

Their arithmetic (``models/agreements``, ``models/planning``) is not here; these are the answers it works on.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.dossier.base import EMPTY, Answer, Day, Flag, Frozen, FrozenDict, Id, Money, Number, Text
from models.dossier.legal_facts import Percentage, VatTreatment
from models.dossier.section import Section
from models.vocabulary import BodyKind

__all__ = [
    "Beslispunt",
    "BesluitvormingSection",
    "CheckState",
    "CheckStatus",
    "CostItem",
    "CostItemKind",
    "CostKey",
    "CostKeyKind",
    "EvaluationPlan",
    "HourEntry",
    "HourUnit",
    "KostenSection",
    "MedewerkersSection",
    "RaadDates",
    "RegelingKind",
    "Saving",
    "Settlement",
    "StaffCount",
    "UrenSection",
    "VaststellingSection",
    "Year",
    "YearIndex",
]

Year = Annotated[int, Field(ge=1990, le=2200)]
"""A calendar year. Not strict: as a key of a JSON object it arrives as text."""


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
    """A cost, in euros per year; ``wage_percentage``: the part that follows the wage index, the rest is material."""

    id: Id
    name: Text = ""
    kind: CostItemKind
    amounts: FrozenDict[Year, Money] = EMPTY
    vat: Answer[VatTreatment] = None
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
    """A saving that people count on, in euros a year from ``year`` on."""

    id: Id
    text: Text = ""
    year: Year
    amount: Annotated[Money, Field(ge=0)]


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


class CostKey(Frozen):
    """A key under comparison; ``drivers``: per driver name, per partner id, its quantity."""

    id: Id
    kind: CostKeyKind
    name: Text = ""
    drivers: FrozenDict[Text, FrozenDict[Id, Annotated[Number, Field(ge=0)]]] = EMPTY
    prices: FrozenDict[Text, Number] = EMPTY
    weights: FrozenDict[Text, Number] = EMPTY
    fixed_percentage: Percentage | None = None
    transition_years: Annotated[int, Field(strict=True, ge=0, le=20)] = 0
    floors: FrozenDict[Id, Money] = EMPTY
    ceilings: FrozenDict[Id, Money] = EMPTY
    corridor_percentage: Percentage | None = None
    recalibrate_in: Year | None = None
    reason: Text = ""


class KostenSection(Section):
    """Costs, today's cost per partner, the keys compared, the key chosen, leaving."""

    start_year: Year | None = None
    items: tuple[CostItem, ...] = ()
    savings: tuple[Saving, ...] = ()
    today: FrozenDict[Id, Answer[Money]] = EMPTY
    indices: FrozenDict[Year, YearIndex] = EMPTY
    keys: tuple[CostKey, ...] = ()
    chosen: Id | None = None
    chosen_reason: Text = ""
    exit_formula: Text = ""
    exit_method: Answer[Id] = None


class HourUnit(StrEnum):
    """Per what the hours are counted."""

    WEEK = "week"
    YEAR = "year"


class Settlement(StrEnum):
    """How hours are settled."""

    IN_KIND = "in_kind"
    INVOICE = "invoice"


class HourEntry(Frozen):
    """Hours of one role that one partner brings (or takes) in a phase."""

    id: Id
    role: Text = ""
    partner: Id
    phase: Text = ""
    hours: Answer[Annotated[Number, Field(ge=0)]] = None
    unit: HourUnit = HourUnit.YEAR
    takes: Flag = False
    scale: Text = ""
    rate: Answer[Money] = None
    actual: Answer[Annotated[Number, Field(ge=0)]] = None
    freed: Answer[Flag] = None


class UrenSection(Section):
    """Hours and input; ``productive_hours``: per fte a year, per partner id, never a fixed figure."""

    entries: tuple[HourEntry, ...] = ()
    productive_hours: FrozenDict[Id, Annotated[Number, Field(gt=0)]] = EMPTY
    productive_source: Text = ""
    overhead_per_hour: Answer[Money] = None
    overhead_percentage: Answer[Number] = None
    settlement: Answer[Settlement] = None


class CheckState(StrEnum):
    """State of one point of a checklist."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class CheckStatus(Frozen):
    """A point of a checklist: state, owner, date, where it stands."""

    state: CheckState = CheckState.OPEN
    owner: Text = ""
    due: Day | None = None
    place: Text = ""
    remark: Text = ""


class StaffCount(Frozen):
    """Staff of one partner that the cooperation touches."""

    fte: Answer[Annotated[Number, Field(ge=0)]] = None
    moves: Answer[Flag] = None
    placement: Text = ""


class MedewerkersSection(Section):
    """What staff need [S4 §5.7]; ``checklist``: by id of ``checklists.yaml``, list ``staff``."""

    staff: FrozenDict[Id, StaffCount] = EMPTY
    checklist: FrozenDict[Id, CheckStatus] = EMPTY
    works_council_asked_on: Day | None = None
    works_council_text: Text = ""
    equal_placement: Answer[Flag] = None


class RegelingKind(StrEnum):
    """Which bodies make the regeling [S4 §8.2]."""

    RAADSREGELING = "raadsregeling"
    COLLEGEREGELING = "collegeregeling"
    BURGEMEESTERSREGELING = "burgemeestersregeling"
    GEMENGDE_REGELING = "gemengde-regeling"


class RaadDates(Frozen):
    """Meeting days and recess (first and last day) of one raad."""

    meetings: tuple[Day, ...] = ()
    recess: tuple[tuple[Day, Day], ...] = ()


class BesluitvormingSection(Section):
    """Decisions and planning; ``terms``: planning terms that people changed, in days by term id."""

    kind: Answer[RegelingKind] = None
    start: Day | None = None
    in_force: Day | None = None
    seat: Id | None = None
    terms: FrozenDict[Id, Annotated[int, Field(strict=True, ge=0, le=3660)]] = EMPTY
    raad: FrozenDict[Id, RaadDates] = EMPTY
    checklist: FrozenDict[Id, CheckStatus] = EMPTY
    arrangements: FrozenDict[Id, Answer[Text]] = EMPTY
    communication: Text = ""
    participation: Text = ""


class Beslispunt(Frozen):
    """A numbered point on which a body is asked to decide, with its arguments and kanttekeningen."""

    id: Id
    text: Text
    bodies: tuple[BodyKind, ...] = ()
    arguments: tuple[Text, ...] = ()
    remarks: tuple[Text, ...] = ()


class EvaluationPlan(Frozen):
    """When and on what the cooperation is evaluated (Wgr 11a)."""

    first_on: Day | None = None
    every_years: Annotated[int, Field(strict=True, ge=1, le=20)] | None = None
    owner: Text = ""
    text: Text = ""


class VaststellingSection(Section):
    """What the report adds to the answers. Akkoord, vaststelling and ondertekening are records beside the dossier."""

    summary: Text = ""
    beslispunten: tuple[Beslispunt, ...] = ()
    minority_view: Text = ""
    case_number: Text = ""
    portfolio: Text = ""
    author: Text = ""
    evaluation: EvaluationPlan = EvaluationPlan.model_construct()
