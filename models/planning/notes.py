"""What stands in the way of a calendar, and what must be said beside one.

The words stand in ``models/wording/planning.py``.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.planning.keys import StepKey
from models.vocabulary import LegalBasis

__all__ = ["NoteKind", "PlanNote"]


class NoteKind(StrEnum):
    """The kinds of note: first those that stop a calendar (obstacles), then those that come with one (remarks)."""

    FEW_PARTNERS = "few_partners"
    NO_MUNICIPALITY = "no_municipality"
    NO_START = "no_start"
    NO_BASIS = "no_basis"
    NO_KIND = "no_kind"
    KIND_NOT_ALLOWED = "kind_not_allowed"
    TERM_NOT_VALID = "term_not_valid"
    OUT_OF_RANGE = "out_of_range"
    NO_LEAVING = "no_leaving"
    NO_LEAVING_START = "no_leaving_start"
    LEAVING_NOT_ACTIVE = "leaving_not_active"
    LEAVING_NO_MUNICIPALITY = "leaving_no_municipality"
    LEAVING_BY_STATUTES = "leaving_by_statutes"
    NO_BUDGET_YEAR = "no_budget_year"
    NO_BUDGET_CYCLE = "no_budget_cycle"
    BOARD_DATES_REVERSED = "board_dates_reversed"

    BASIS_ADVISED = "basis_advised"
    KIND_DERIVED = "kind_derived"
    KIND_DIFFERS = "kind_differs"
    MIXED_WITH_RADEN = "mixed_with_raden"
    OTHER_PARTNERS = "other_partners"
    SEAT_MISSING = "seat_missing"
    SEAT_NOT_MUNICIPALITY = "seat_not_municipality"
    STATUTORY_FIXED = "statutory_fixed"
    SHORTEST_PLANNED = "shortest_planned"
    TERMS_OLD = "terms_old"
    EQUAL_DAYS_UNKNOWN = "equal_days_unknown"
    TERM_MOVED = "term_moved"
    MEETINGS_UNKNOWN = "meetings_unknown"
    MEETINGS_RUN_OUT = "meetings_run_out"
    NO_MEETING_IN_TERM = "no_meeting_in_term"
    RECESS_LENGTHENS = "recess_lengthens"
    TERM_THROUGH_RECESS = "term_through_recess"
    RECESS_REVERSED = "recess_reversed"
    VIEWS_CAN_BE_EARLIER = "views_can_be_earlier"
    WORKS_COUNCIL_UNKNOWN = "works_council_unknown"
    WORKS_COUNCIL_WAIT = "works_council_wait"
    COURTESY_ROUND = "courtesy_round"
    RAAD_FIRST_IF_DRASTIC = "raad_first_if_drastic"
    USUALLY_LONGER = "usually_longer"
    WISHED_TOO_EARLY = "wished_too_early"
    ALL_RADEN_UNCLEAR = "all_raden_unclear"
    LEAVING_WORKS_COUNCIL = "leaving_works_council"
    NOTICE_UNKNOWN = "notice_unknown"
    NOTICE_BY_AGREEMENT = "notice_by_agreement"
    FIRST_YEAR = "first_year"
    LATEST_DATES_USED = "latest_dates_used"
    OFFER_FROM_ADOPTION = "offer_from_adoption"
    BACKWARDS_NOT_MOVED = "backwards_not_moved"
    LATEST_IN_WEEKEND = "latest_in_weekend"
    ADOPTION_TOO_LATE = "adoption_too_late"
    BUDGET_BEFORE_FRAMES = "budget_before_frames"
    BOARD_IN_OTHER_YEAR = "board_in_other_year"


class PlanNote(NamedTuple):
    """One note; which of the values it holds depends on its kind.

    ``partners``: ids; ``name``: of a term; ``until``: the later of two days.
    """

    kind: NoteKind
    partners: tuple[str, ...] = ()
    step: StepKey | None = None
    day: date | None = None
    until: date | None = None
    years: tuple[int, ...] = ()
    name: str = ""
    number: int | None = None
    basis: LegalBasis | None = None
