"""Holidays and working days of the Algemene termijnenwet (ATW).

The holidays of article 3(1)(2) follow rules, which stand here. The days that a royal decree makes equal to them
(article 3(3)) are data (``holidays.yaml``). A term that ends on a Saturday, a Sunday or a holiday runs to the next
working day (article 1(1)); whether that holds for a term, :mod:`models.planning.terms` says.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from models.knowledge.holidays import HolidaysFile
from models.planning.days import plus_days

__all__ = ["Holiday", "WorkDays", "easter", "holidays", "kings_day"]

_SATURDAY, _SUNDAY = 5, 6
_KING_SINCE = 2014
_ONE = timedelta(days=1)


class Holiday(StrEnum):
    """The holidays of ATW 3(1)(2)."""

    NIEUWJAARSDAG = "nieuwjaarsdag"
    GOEDE_VRIJDAG = "goede-vrijdag"
    TWEEDE_PAASDAG = "tweede-paasdag"
    KONINGSDAG = "koningsdag"
    BEVRIJDINGSDAG = "bevrijdingsdag"
    HEMELVAARTSDAG = "hemelvaartsdag"
    TWEEDE_PINKSTERDAG = "tweede-pinksterdag"
    EERSTE_KERSTDAG = "eerste-kerstdag"
    TWEEDE_KERSTDAG = "tweede-kerstdag"


def easter(year: int) -> date:
    """Easter Sunday by the computus for the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, leap_rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    quarter, quarter_rest = divmod(rest, 4)
    weekday = (32 + 2 * leap_rest + 2 * quarter - moon - quarter_rest) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April, or the 26th where that is a Sunday."""
    day = date(year, 4, 27)
    return day - _ONE if day.weekday() == _SUNDAY else day


@lru_cache(maxsize=256)
def holidays(year: int) -> Mapping[date, Holiday]:
    """The holidays of a year, in order. King's Day counts from 2014, when there was a king to celebrate."""
    sunday = easter(year)
    days = {
        date(year, 1, 1): Holiday.NIEUWJAARSDAG,
        plus_days(sunday, -2): Holiday.GOEDE_VRIJDAG,
        plus_days(sunday, 1): Holiday.TWEEDE_PAASDAG,
        plus_days(sunday, 39): Holiday.HEMELVAARTSDAG,
        plus_days(sunday, 50): Holiday.TWEEDE_PINKSTERDAG,
        date(year, 5, 5): Holiday.BEVRIJDINGSDAG,
        date(year, 12, 25): Holiday.EERSTE_KERSTDAG,
        date(year, 12, 26): Holiday.TWEEDE_KERSTDAG,
    }
    if year >= _KING_SINCE:
        days.setdefault(kings_day(year), Holiday.KONINGSDAG)
    return dict(sorted(days.items()))


class WorkDays(NamedTuple):
    """Which days are working days; ``equal``: by year the days equal to a holiday, for the years that are known."""

    equal: Mapping[int, frozenset[date]]

    @classmethod
    def of(cls, file: HolidaysFile) -> "WorkDays":
        """From ``holidays.yaml``. A year from memory that is not sure (M-lo) counts as not known."""
        return cls({row.year: frozenset(row.days) for row in file.equal_days if row.mark != "M-lo"})

    def known(self, year: int) -> bool:
        """Whether the days made equal to holidays are known for ``year``."""
        return year in self.equal

    def is_free(self, day: date) -> bool:
        """Whether ``day`` is a Saturday, a Sunday, a holiday, or equal to one."""
        weekend = day.weekday() in {_SATURDAY, _SUNDAY}
        return weekend or day in holidays(day.year) or day in self.equal.get(day.year, ())

    def on_or_after(self, day: date) -> date:
        """``day``, or the next working day: how ATW 1(1) lengthens a term that ends on ``day``."""
        while self.is_free(day):
            day += _ONE
        return day

    def on_or_before(self, day: date) -> date:
        """``day``, or the last working day before it."""
        while self.is_free(day):
            day -= _ONE
        return day
