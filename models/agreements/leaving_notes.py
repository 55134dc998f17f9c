"""What stands in the way of an exit sum or of taking over, and what must be said beside one.

The words stand in ``models/wording/leaving.py``. That the others consent is never among these: leaving may not depend
on it (ABRvS 15-4-2015, ECLI:NL:RVS:2015:1198; law.md §1.4).
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from models.agreements.notes import Note

__all__ = ["ExitNote", "ExitNoteKind"]


class ExitNoteKind(StrEnum):
    """The kinds of note. The first group makes an outcome impossible, the second only comes with it."""

    NO_PARTNERS = "no_partners"
    NO_LEAVER = "no_leaver"
    LEAVER_OUTSIDE = "leaver_outside"
    NO_KEY = "no_key"
    KEY_FAILS = "key_fails"
    NO_CONTRIBUTION = "no_contribution"
    FORMULA_WITHOUT_FIGURES = "formula_without_figures"
    NO_DAMAGES = "no_damages"
    NOBODY_LEFT = "nobody_left"
    NOBODY_PAYS = "nobody_pays"

    METHOD_OPEN = "method_open"
    ASKS_CONSENT = "asks_consent"
    YEAR_TAKEN = "year_taken"
    FIXED_IN_FIRST_YEAR = "fixed_in_first_year"
    BEYOND_TERM = "beyond_term"
    DAMAGE_EMPTY = "damage_empty"
    BELOW_ZERO = "below_zero"
    DAMAGE_OF_ONE = "damage_of_one"
    AVOIDABLE_MISSING = "avoidable_missing"
    ONE_LEFT = "one_left"
    PERCENTAGES_RESCALED = "percentages_rescaled"
    REST_PARTNER_LEAVES = "rest_partner_leaves"
    ABSORB_PARTNER_LEAVES = "absorb_partner_leaves"
    LIMITS_DROPPED = "limits_dropped"
    BY_CONTRIBUTION = "by_contribution"
    PRICES_RISE = "prices_rise"
    REST_SHARED = "rest_shared"
    YEARS_CARRIED = "years_carried"


class ExitNote(NamedTuple):
    """One note.

    ``partners``: ids; ``name``: of a key or of damages; ``year`` to ``until``: calendar years; ``source``: the year
    whose amounts were used for these; ``number``: of years; ``amount``: euros; ``causes``: what the cost engine said.
    """

    kind: ExitNoteKind
    partners: tuple[str, ...] = ()
    name: str = ""
    year: int | None = None
    until: int | None = None
    source: int | None = None
    number: int | None = None
    amount: Decimal | None = None
    causes: tuple[Note, ...] = ()
