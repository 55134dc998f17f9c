"""When a raad can decide: on its own meeting days, never in its recess.

Where no meetings are known, a raad is taken to decide on the first working day outside its recess; the calendar
then says so. A planning term of a raad stands still in its recess; a statutory term runs on.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from models.dossier.agree import RaadDates
from models.planning.days import Period, covers, merged, plus_days, served, skipped
from models.planning.holidays import WorkDays
from models.planning.results import RaadDay

__all__ = ["Raad"]


class Raad(NamedTuple):
    """One raad: its meetings in order, outside its recess, and its recess in order.

    ``has_meetings``: people gave meeting days; ``reversed_recess``: a recess was given that ends before it begins.
    """

    partner: str
    meetings: tuple[date, ...]
    recess: tuple[Period, ...]
    has_meetings: bool
    reversed_recess: bool

    @classmethod
    def of(cls, partner: str, dates: RaadDates) -> "Raad":
        """From the dossier; a meeting in the recess does not count."""
        recess = merged(dates.recess)
        meetings = tuple(sorted({day for day in dates.meetings if not covers(recess, day)}))
        backwards = any(first > last for first, last in dates.recess)
        return cls(partner, meetings, recess, bool(dates.meetings), backwards)

    def decides(self, begin: date, days: int, work: WorkDays) -> RaadDay:
        """When the raad decides after a planning term of ``days`` days from ``begin``: at its first meeting then.

        The days of its recess do not count in the term.
        """
        ready = served(begin, days, self.recess)
        recess_days = (ready - begin).days - max(days - 1, 0)
        place = bisect_left(self.meetings, ready)
        if place < len(self.meetings):
            return RaadDay(self.partner, self.meetings[place], meeting=True, from_day=ready, recess_days=recess_days)
        day = self._working(ready, work)
        return RaadDay(self.partner, day, meeting=False, from_day=ready, recess_days=recess_days)

    def _working(self, day: date, work: WorkDays) -> date:
        """The first working day outside the recess, from ``day``."""
        while work.is_free(day) or covers(self.recess, day):
            day = work.on_or_after(skipped(day, self.recess))
        return day

    def speaks(self, first: date, last: date, work: WorkDays) -> RaadDay:
        """The last day on which the raad can give its view inside a term: its last meeting, where meetings are known.

        ``day`` is ``None`` where it has none between ``first`` and ``last``.
        """
        if self.has_meetings:
            inside = [day for day in self.meetings if first <= day <= last]
            return RaadDay(self.partner, inside[-1] if inside else None, meeting=bool(inside), from_day=first)
        return RaadDay(self.partner, next(self._backwards(first, last, work), None), meeting=False, from_day=first)

    def _backwards(self, first: date, last: date, work: WorkDays) -> Iterator[date]:
        """The last working day outside the recess between ``first`` and ``last``, if there is one."""
        day = last
        while day >= first:
            inside = next((begin for begin, end in self.recess if begin <= day <= end), None)
            if inside is not None:
                if inside <= first:
                    return
                day = plus_days(inside, -1)
            elif work.is_free(day):
                day = plus_days(day, -1)
            else:
                yield day
                return

    def first_meeting_in(self, first: date, last: date) -> date | None:
        """The first known meeting between these days."""
        return next((day for day in self.meetings if first <= day <= last), None)

    def in_recess(self, first: date, last: date) -> bool:
        """Whether its recess touches these days."""
        return any(begin <= last and end >= first for begin, end in self.recess)
