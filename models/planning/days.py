"""Counting with days: months, the days before a date of the law, and what a term may leave out.

A day past 31 December 9999 raises ``OverflowError`` everywhere, which the calendars turn into an obstacle.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

__all__ = ["Period", "covers", "in_year", "last_day_before", "merged", "plus_days", "plus_months", "served", "skipped"]

Period = tuple[date, date]
"""First and last day, both included."""

_ONE = timedelta(days=1)


def plus_days(day: date, days: int) -> date:
    """``days`` after ``day``; before it when negative."""
    return day + timedelta(days=days)


def plus_months(day: date, months: int) -> date:
    """The same day some months later; the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_year(day_month: int, year: int) -> date:
    """A day of the year as ``law.yaml`` writes it: 3004 is 30 April."""
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date value out of range")
    day, month = divmod(day_month, 100)
    return date(year, month, day)


def last_day_before(day_month: int, year: int) -> date:
    """The last day that is in time for "vóór 30 april" (3004): 29 April (law.md §6)."""
    return in_year(day_month, year) - _ONE


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods in order, those that touch or overlap made one; one that ends before it begins is left out."""
    result: list[Period] = []
    for first, last in sorted(period for period in periods if period[0] <= period[1]):
        if result and (result[-1][1] - first).days >= -1:
            result[-1] = (result[-1][0], max(result[-1][1], last))
        else:
            result.append((first, last))
    return tuple(result)


def covers(periods: Iterable[Period], day: date) -> bool:
    """Whether ``day`` is in one of the periods."""
    return any(first <= day <= last for first, last in periods)


def skipped(day: date, periods: Iterable[Period]) -> date:
    """``day``, or the first day after it that is in none of the ``periods`` (merged)."""
    for first, last in periods:
        if first <= day <= last:
            return last + _ONE
    return day


def served(begin: date, days: int, periods: Iterable[Period]) -> date:
    """The day on which ``days`` days outside ``periods`` (merged) have passed, ``begin`` counted.

    With no days it is the first day from ``begin`` that is in none of them.
    """
    left = max(days, 1)
    day = begin
    for first, last in periods:
        if last < day:
            continue
        free = (first - day).days
        if free >= left:
            break
        left -= max(free, 0)
        day = last + _ONE
    return plus_days(day, left - 1)
