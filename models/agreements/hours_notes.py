"""What stands in the way of an outcome about hours, and what must be said beside one.

The words stand in ``models/wording/hours.py``.
"""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

__all__ = ["OBSTACLES", "HoursNote", "HoursNoteKind"]


class HoursNoteKind(StrEnum):
    """The kinds of note. Those in :data:`OBSTACLES` leave something that cannot be worked out."""

    NO_PARTNERS = "no_partners"
    NO_ENTRIES = "no_entries"
    HOURS_MISSING = "hours_missing"
    WEEKS_MISSING = "weeks_missing"
    PRODUCTIVE_MISSING = "productive_missing"
    RATE_MISSING = "rate_missing"
    SCALE_WITHOUT_RATE = "scale_without_rate"
    OVERHEAD_TWICE = "overhead_twice"
    NEGATIVE_RATE = "negative_rate"
    ACTUAL_MISSING = "actual_missing"
    COST_MISSING = "cost_missing"
    COST_ZERO = "cost_zero"

    OVERHEAD_MISSING = "overhead_missing"
    HOURS_NOT_APPLICABLE = "hours_not_applicable"
    ENTRIES_LEFT_OUT = "entries_left_out"
    HOURS_WITHOUT_USER = "hours_without_user"
    HOURS_WITHOUT_BRINGER = "hours_without_bringer"
    EUROS_WITHOUT_PAYER = "euros_without_payer"
    EUROS_WITHOUT_RECEIVER = "euros_without_receiver"
    CENTS_DIVIDED = "cents_divided"
    RATES_ROUNDED = "rates_rounded"
    NOT_FREED = "not_freed"
    FREED_UNKNOWN = "freed_unknown"
    SETTLEMENT_OPEN = "settlement_open"
    NO_ADVANCE = "no_advance"
    SOURCES_MISSING = "sources_missing"


_K = HoursNoteKind

OBSTACLES = frozenset(
    {
        *(_K.NO_PARTNERS, _K.NO_ENTRIES, _K.HOURS_MISSING, _K.WEEKS_MISSING, _K.PRODUCTIVE_MISSING, _K.RATE_MISSING),
        *(_K.SCALE_WITHOUT_RATE, _K.OVERHEAD_TWICE, _K.NEGATIVE_RATE, _K.ACTUAL_MISSING, _K.COST_MISSING),
        _K.COST_ZERO,
    }
)
"""The kinds that leave something that cannot be worked out."""


class HoursNote(NamedTuple):
    """One note. ``entries`` and ``partners``: ids; ``names``: of scales or of answers; ``cents``: euros times 100."""

    kind: HoursNoteKind
    entries: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    hours: Fraction | None = None
    cents: int | None = None

    @property
    def is_obstacle(self) -> bool:
        """Whether it leaves something that cannot be worked out."""
        return self.kind in OBSTACLES
