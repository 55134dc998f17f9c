"""The terms of a dossier: what the law fixes, what people plan, and what the regeling itself asks.

A term comes from ``law.yaml`` as it holds on the date of the dossier. One that does not hold on that day is not
used: an older figure never takes its place in silence. People may change planning terms, statutory ones never.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from models.knowledge.law import Mark, Term
from models.planning.days import plus_days, plus_months
from models.planning.holidays import WorkDays

__all__ = ["TermBook", "TermKind", "UsedTerm", "forward_end", "notice_term"]

Unit = Literal["dagen", "weken", "maanden", "dag-maand"]
_WEEK = 7


class TermKind(StrEnum):
    """Where a term comes from: the law, the planning of the partners, or the regeling itself."""

    WETTELIJK = "wettelijk"
    PLANNING = "planning"
    REGELING = "regeling"


class UsedTerm(NamedTuple):
    """A term as it is used in a calendar.

    ``value`` in ``unit``; ``dag-maand`` is a day of the year such as 3004. ``maximum``: the longest that is usual,
    for a planning term. ``own``: people chose this value themselves. ``article``: as printed.
    """

    id: str
    name: str
    kind: TermKind
    value: int
    unit: Unit
    maximum: int | None = None
    own: bool = False
    article: str | None = None
    mark: Mark | None = None
    checked_on: date | None = None

    @property
    def days(self) -> int | None:
        """The length in days; ``None`` for months and for a day of the year, which have no fixed length."""
        if self.unit == "dagen":
            return self.value
        return self.value * _WEEK if self.unit == "weken" else None

    def after(self, day: date) -> date:
        """The day on which the term, begun on ``day``, ends: the day of the event itself does not count."""
        if self.unit == "maanden":
            return plus_months(day, self.value)
        if self.days is None:
            raise ValueError(f"{self.id} is a day of the year, not a length")
        return plus_days(day, self.days)

    def before(self, day: date) -> date:
        """The day that lies the term before ``day``: counted backwards, so never moved (ATW 1(2))."""
        if self.days is None:
            raise ValueError(f"{self.id} cannot be counted backwards")
        return plus_days(day, -self.days)


def notice_term(months: int) -> UsedTerm:
    """The notice that a regeling or agreement asks of who leaves."""
    return UsedTerm(
        "opzegtermijn", "Opzegtermijn volgens de regeling of overeenkomst", TermKind.REGELING, months, "maanden"
    )


class TermBook:
    """The terms that hold on one day, with what people changed."""

    def __init__(self, terms: Iterable[Term], day: date, own: Mapping[str, int]) -> None:
        self.day = day
        self._all = tuple(terms)
        self._own = own
        self._names = {term.id: term.name for term in self._all}

    def find(self, key: str) -> UsedTerm | None:
        """The term as it holds on the day, or ``None`` where none does.

        Raises ``KeyError`` for an id that is in no version of the law: that is a mistake in the program.
        """
        if key not in self._names:
            raise KeyError(key)
        valid = [term for term in self._all if term.id == key and term.holds_on(self.day)]
        return self._used(max(valid, key=lambda term: term.valid_from)) if valid else None

    def name(self, key: str) -> str:
        """What the term is called."""
        return self._names[key]

    def fixed_but_changed(self) -> tuple[str, ...]:
        """Ids of statutory terms for which the dossier holds another value, which is not used."""
        statutory = {term.id for term in self._all if term.kind == "wettelijk"}
        return tuple(sorted(key for key in self._own if key in statutory))

    def _used(self, term: Term) -> UsedTerm:
        if term.unit not in {"dagen", "weken", "maanden", "dag-maand"}:
            raise KeyError(term.id)
        unit: Unit = term.unit
        value, maximum, kind = term.value, term.maximum, TermKind(term.kind)
        own = kind is TermKind.PLANNING and term.id in self._own
        if own:
            value, maximum, unit = self._own[term.id], None, "dagen"
        return UsedTerm(term.id, term.name, kind, value, unit, maximum, own, term.article, term.mark, term.checked_on)


_LIMITS = (("weken", "atw-weken"), ("dagen", "atw-dagen"), ("maanden", "atw-maanden"))


def forward_end(term: UsedTerm, day: date, work: WorkDays, book: TermBook) -> tuple[date, date] | None:
    """The last day of a statutory term that runs forward from ``day``: as counted, and as ATW 1(1) lengthens it.

    A term over twelve weeks, ninety days or three months is not lengthened (ATW 4). ``None`` where that limit
    itself is not known on the date of the dossier.
    """
    end = term.after(day)
    limit = book.find(dict(_LIMITS)[term.unit])
    if limit is None:
        return None
    return end, work.on_or_after(end) if term.value <= limit.value else end
