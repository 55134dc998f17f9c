"""Counting with days, and which terms hold."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.knowledge import Knowledge
from models.planning import planning_term_ids
from models.planning.days import covers, last_day_before, merged, plus_months, served
from models.planning.terms import TermBook, TermKind

_DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
_PERIODS = st.lists(st.tuples(_DAYS, st.integers(-3, 40)).map(lambda p: (p[0], p[0] + timedelta(p[1]))), max_size=5)


@pytest.mark.parametrize(
    ("day_month", "last"),
    [(3004, date(2027, 4, 29)), (1509, date(2027, 9, 14)), (1507, date(2027, 7, 14)), (101, date(2026, 12, 31))],
)
def test_before_a_day_means_the_day_before(day_month: int, last: date):
    assert last_day_before(day_month, 2027) == last


def test_months_end_where_the_month_ends():
    assert plus_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert plus_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert plus_months(date(2027, 11, 15), 14) == date(2029, 1, 15)
    with pytest.raises(OverflowError):
        plus_months(date(9999, 12, 1), 1)


@given(_PERIODS, _DAYS)
def test_merged_periods_cover_the_same_days_and_stand_apart(periods, day: date):
    whole = merged(periods)
    assert covers(whole, day) == covers(periods, day)
    for (_, last), (first, _) in pairwise(whole):
        assert first > last + timedelta(1)


@given(_PERIODS, _DAYS, st.integers(0, 200))
def test_what_is_served_counts_only_days_outside_the_periods(periods, begin: date, days: int):
    end = served(begin, days, merged(periods))
    outside = [begin + timedelta(n) for n in range((end - begin).days + 1) if not covers(periods, begin + timedelta(n))]
    assert len(outside) == max(days, 1)
    assert outside[-1] == end


def test_a_term_holds_only_on_days_for_which_it_is_known(knowledge: Knowledge):
    later, earlier = (TermBook(knowledge.law.terms, day, {}) for day in (date(2022, 7, 1), date(2022, 6, 30)))
    term = later.find("zienswijze-ontwerp-regeling")
    assert term is not None
    assert (term.value, term.unit, term.kind) == (8, "weken", TermKind.WETTELIJK)
    assert earlier.find("zienswijze-ontwerp-regeling") is None


def test_the_newest_version_that_holds_is_used(knowledge: Knowledge):
    old = next(t for t in knowledge.law.terms if t.id == "zienswijze-ontwerp-regeling")
    new = old.model_copy(update={"value": 10, "valid_from": date(2030, 1, 1)})
    for terms in ((old, new), (new, old)):
        values = [TermBook(terms, day, {}).find(old.id) for day in (date(2029, 12, 31), date(2030, 1, 1))]
        assert [term.value for term in values if term is not None] == [8, 10]


def test_people_change_planning_terms_and_never_statutory_ones(knowledge: Knowledge):
    own = {"principebesluit": 30, "zienswijze-ontwerp-regeling": 5}
    book = TermBook(knowledge.law.terms, date(2026, 11, 21), own)
    planned, fixed = book.find("principebesluit"), book.find("zienswijze-ontwerp-regeling")
    assert planned is not None and fixed is not None
    assert (planned.value, planned.unit, planned.own, planned.maximum) == (30, "dagen", True, None)
    assert (fixed.value, fixed.unit, fixed.own) == (8, "weken", False)
    assert book.fixed_but_changed() == ("zienswijze-ontwerp-regeling",)


def test_every_term_of_the_calendars_is_in_the_law_with_its_kind_and_article(knowledge: Knowledge):
    book = TermBook(knowledge.law.terms, date(2026, 11, 21), {})
    for key in planning_term_ids():
        term = book.find(key)
        assert term is not None, key
        assert (term.article is not None) == (term.kind is TermKind.WETTELIJK), key
    assert len(set(planning_term_ids())) == len(planning_term_ids())


def test_an_unknown_term_is_a_mistake(knowledge: Knowledge):
    with pytest.raises(KeyError):
        TermBook(knowledge.law.terms, date(2026, 11, 21), {}).find("geen-termijn")
