"""What stands in the way of an outcome, and what must be said beside one.

The words stand in ``models/wording/costs.py``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

__all__ = ["Note", "NoteKind"]


class NoteKind(StrEnum):
    """The kinds of note. The first group makes an outcome impossible, the second only comes with it."""

    NO_PARTNERS = "no_partners"
    NO_YEARS = "no_years"
    NO_COSTS = "no_costs"
    NO_DRIVER = "no_driver"
    DRIVER_MISSING = "driver_missing"
    NO_INHABITANTS = "no_inhabitants"
    DRIVER_ZERO = "driver_zero"
    YEARLY_INCOMPLETE = "yearly_incomplete"
    WEIGHTS_MISSING = "weights_missing"
    WEIGHTS_NOT_WHOLE = "weights_not_whole"
    PERCENTAGES_NOT_WHOLE = "percentages_not_whole"
    FIXED_PART_MISSING = "fixed_part_missing"
    NEGATIVE_FIGURE = "negative_figure"
    PRICE_MISSING = "price_missing"
    RATE_HOURS_ZERO = "rate_hours_zero"
    TOO_MANY_REST_DRIVERS = "too_many_rest_drivers"
    POOLS_TOO_LARGE = "pools_too_large"
    NOTHING_CHARGED = "nothing_charged"
    ITEMS_WITHOUT_KEY = "items_without_key"
    SAVINGS_WITHOUT_KEY = "savings_without_key"
    NESTED_COMBINATION = "nested_combination"
    PART_KEY_FAILS = "part_key_fails"
    REST_PARTNER_MISSING = "rest_partner_missing"
    ABSORB_PARTNER_MISSING = "absorb_partner_missing"
    TRANSITION_NEEDS_TODAY = "transition_needs_today"
    FLOOR_ABOVE_CEILING = "floor_above_ceiling"
    FLOORS_TOO_HIGH = "floors_too_high"
    CEILINGS_TOO_LOW = "ceilings_too_low"
    ABSORBER_OUTSIDE = "absorber_outside"

    YEARS_FROM_ITEMS = "years_from_items"
    AFTER_LAST_YEAR = "after_last_year"
    ITEM_EMPTY = "item_empty"
    INDEX_MISSING = "index_missing"
    VAT_UNKNOWN = "vat_unknown"
    VAT_RATE_MISSING = "vat_rate_missing"
    BCF_MISSING = "bcf_missing"
    NO_BCF = "no_bcf"
    TODAY_MISSING = "today_missing"
    TODAY_YEAR_LATER = "today_year_later"
    COMPONENTS_ROUNDED = "components_rounded"
    SHARES_ROUNDED = "shares_rounded"
    RATES_ROUNDED = "rates_rounded"
    REST_DIVIDED = "rest_divided"
    REST_TO_PARTNER = "rest_to_partner"
    ONE_OFF_REST_DIVIDED = "one_off_rest_divided"
    ONE_OFF_REST_TO_PARTNER = "one_off_rest_to_partner"
    REST_STAYS = "rest_stays"
    NOT_COVERED = "not_covered"
    ONE_OFF_BY_CHARGES = "one_off_by_charges"
    PAYS_NOTHING = "pays_nothing"
    INHABITANTS_TAKEN = "inhabitants_taken"
    SAVINGS_ABOVE_COSTS = "savings_above_costs"
    ACTUALS_MISSING = "actuals_missing"
    ACTUALS_ESTIMATED = "actuals_estimated"
    SETTLED_BY_KEY_ALONE = "settled_by_key_alone"
    TRANSITION_STOPS = "transition_stops"
    RECALIBRATE = "recalibrate"


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    ``years``: all that it holds for, where these are more than ``year``, the first. ``partners``: ids; ``name``: of a
    driver, a cost item or a key; ``amount`` and ``limit``: euros or percent.
    """

    kind: NoteKind
    partners: tuple[str, ...] = ()
    name: str = ""
    names: tuple[str, ...] = ()
    year: int | None = None
    years: tuple[int, ...] = ()
    amount: Decimal | None = None
    limit: Decimal | None = None
