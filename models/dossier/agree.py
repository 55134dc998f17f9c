"""Sections of the phases Afspreken and Vaststellen: kosten, uren, medewerkers, besluitvorming, vaststelling.

Their arithmetic (``models/agreements``, ``models/planning``) is not here; these are the answers it works on.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.dossier.base import EMPTY, Answer, Day, Flag, Frozen, FrozenDict, Id, Number, Text
from models.dossier.costs import (
    AbsorbRule,
    CostItem,
    CostItemKind,
    CostKey,
    CostKeyKind,
    ExitDamage,
    KostenSection,
    RestRule,
    Saving,
    Year,
    YearIndex,
)
from models.dossier.hours import HourEntry, HourUnit, Settlement, UrenSection
from models.dossier.section import Section
from models.vocabulary import BodyKind

__all__ = [
    "AbsorbRule",
    "Beslispunt",
    "BesluitvormingSection",
    "CheckState",
    "CheckStatus",
    "CostItem",
    "CostItemKind",
    "CostKey",
    "CostKeyKind",
    "Evaluation",
    "EvaluationPlan",
    "ExitDamage",
    "GoalOutcome",
    "GoalVerdict",
    "HourEntry",
    "HourUnit",
    "KostenSection",
    "MedewerkersSection",
    "RaadDates",
    "RegelingKind",
    "RestRule",
    "Saving",
    "Settlement",
    "StaffCount",
    "UrenSection",
    "VaststellingSection",
    "Year",
    "YearIndex",
]


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
    """Decisions and planning; ``terms``: planning terms that people changed, in days by term id.

    ``checklist``: of the regeling; ``agreement_checklist``: of the dienstverleningsovereenkomst (ids of
    ``checklists.yaml``). ``works_council``: whether an ondernemingsraad must advise. ``budget_year``: the first
    budget year of the body, with ``board_offers_on`` the day on which the draft budget goes to (or, without a general
    board, is adopted by) the board, and ``board_adopts_on`` the day of adoption. ``leaving``: the partner whose
    leaving is planned, with ``leaving_start`` and ``leaving_on`` the wished last day; ``notice_months``: the notice
    that the regeling asks.
    """

    kind: Answer[RegelingKind] = None
    start: Day | None = None
    in_force: Day | None = None
    seat: Id | None = None
    terms: FrozenDict[Id, Annotated[int, Field(strict=True, ge=0, le=3660)]] = EMPTY
    raad: FrozenDict[Id, RaadDates] = EMPTY
    checklist: FrozenDict[Id, CheckStatus] = EMPTY
    agreement_checklist: FrozenDict[Id, CheckStatus] = EMPTY
    works_council: Answer[Flag] = None
    budget_year: Year | None = None
    board_offers_on: Day | None = None
    board_adopts_on: Day | None = None
    leaving: Id | None = None
    leaving_start: Day | None = None
    leaving_on: Day | None = None
    notice_months: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None
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


class GoalVerdict(StrEnum):
    """What came of a goal."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


class GoalOutcome(Frozen):
    """What an evaluation found about one goal: the value of its indicator, the verdict, a remark."""

    value: Text = ""
    verdict: GoalVerdict | None = None
    remark: Text = ""


class Evaluation(Frozen):
    """One evaluation that was held: check and act of plan, do, check, act (Wgr 11a).

    ``revision``: the number of the version that was evaluated; ``goals``: by id of a goal; ``came_about``: what came
    about against what was advised; ``actions``: what is changed because of it.
    """

    id: Id
    held_on: Day | None = None
    revision: Annotated[int, Field(strict=True, ge=1, le=1_000_000)] | None = None
    owner: Text = ""
    goals: FrozenDict[Id, GoalOutcome] = EMPTY
    came_about: Text = ""
    lessons: Text = ""
    actions: Text = ""


class VaststellingSection(Section):
    """What the report adds to the answers. Akkoord, vaststelling and ondertekening are records beside the dossier.

    ``why_now``, ``changes`` and ``questions`` (that a raadslid can ask) stand in the oplegnotitie.
    """

    summary: Text = ""
    beslispunten: tuple[Beslispunt, ...] = ()
    minority_view: Text = ""
    why_now: Text = ""
    changes: Text = ""
    questions: tuple[Text, ...] = ()
    case_number: Text = ""
    portfolio: Text = ""
    author: Text = ""
    evaluation: EvaluationPlan = EvaluationPlan.model_construct()
    evaluations: tuple[Evaluation, ...] = ()
