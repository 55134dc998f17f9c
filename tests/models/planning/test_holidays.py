"""The Algemene termijnenwet: its holidays on real days, and how a term that ends on one runs on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.knowledge import Knowledge
from models.knowledge.holidays import EqualDays, HolidaysFile
from models.planning.days import in_year
from models.planning.holidays import Holiday, WorkDays, easter, holidays, kings_day
from models.planning.terms import TermBook, UsedTerm, forward_end


@pytest.fixture
def work(knowledge: Knowledge) -> WorkDays:
    return WorkDays.of(knowledge.holidays)


@pytest.fixture
def book(knowledge: Knowledge) -> TermBook:
    return TermBook(knowledge.law.terms, date(2026, 11, 21), {})


@pytest.mark.parametrize(
    ("year", "month", "day"),
    # Earliest and latest possible Easter, the two exceptions of Gauss (1954, 1981), and years around now.
    [
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2038, 4, 25),
    ],
)
def test_easter(year: int, month: int, day: int):
    assert easter(year) == date(year, month, day)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_in_its_season(year: int):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_kings_day_gives_way_to_a_sunday():
    assert kings_day(2025) == date(2025, 4, 26)  # 27 April 2025 was a Sunday
    assert kings_day(2026) == date(2026, 4, 27)
    assert kings_day(2031) == date(2031, 4, 26)


def test_the_holidays_of_2026_are_those_of_article_3():
    assert holidays(2026) == {
        date(2026, 1, 1): Holiday.NIEUWJAARSDAG,
        date(2026, 4, 3): Holiday.GOEDE_VRIJDAG,
        date(2026, 4, 6): Holiday.TWEEDE_PAASDAG,
        date(2026, 4, 27): Holiday.KONINGSDAG,
        date(2026, 5, 5): Holiday.BEVRIJDINGSDAG,
        date(2026, 5, 14): Holiday.HEMELVAARTSDAG,
        date(2026, 5, 25): Holiday.TWEEDE_PINKSTERDAG,
        date(2026, 12, 25): Holiday.EERSTE_KERSTDAG,
        date(2026, 12, 26): Holiday.TWEEDE_KERSTDAG,
    }


def test_the_rules_agree_with_the_entries_of_the_law(knowledge: Knowledge):
    for year in range(2014, 2060):
        for term in knowledge.law.terms:
            if not term.id.startswith("feestdag-"):
                continue
            day = in_year(term.value, year) if term.unit == "dag-maand" else easter(year) + timedelta(term.value)
            if term.id == "feestdag-koningsdag" and day.weekday() == 6:
                day -= timedelta(1)
            assert day in holidays(year), (term.id, year)


@pytest.mark.parametrize(
    ("last", "until"),
    [
        (date(2026, 4, 2), date(2026, 4, 2)),  # the Thursday before Good Friday is a working day
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday: past Easter Monday
        (date(2026, 4, 25), date(2026, 4, 28)),  # Saturday: past Sunday and King's Day
        (date(2026, 4, 27), date(2026, 4, 28)),  # King's Day
        (date(2025, 4, 26), date(2025, 4, 28)),  # King's Day on Saturday; the 27th is a Sunday
        (date(2026, 5, 5), date(2026, 5, 6)),  # 5 May
        (date(2026, 5, 14), date(2026, 5, 18)),  # Ascension: the Friday is equal by decree
        (date(2026, 5, 23), date(2026, 5, 26)),  # the Saturday before Whit Monday
        (date(2026, 12, 25), date(2026, 12, 28)),  # Christmas, then a Saturday and a Sunday
        (date(2026, 1, 1), date(2026, 1, 5)),  # New Year: 2 January is equal by decree
        (date(2027, 5, 6), date(2027, 5, 10)),  # Ascension 2027 with its Friday
    ],
)
def test_a_term_that_ends_on_a_free_day_runs_to_the_next_working_day(
    work: WorkDays, book: TermBook, last: date, until: date
):
    term = book.find("zienswijze-ontwerp-regeling")
    assert term is not None
    assert forward_end(term, last - timedelta(56), work, book) == (last, until)


@pytest.mark.parametrize(("weeks", "moved"), [(12, True), (13, False)])
def test_a_term_over_twelve_weeks_is_not_lengthened(work: WorkDays, book: TermBook, weeks: int, moved: bool):
    term = book.find("zienswijze-ontwerp-regeling")
    assert term is not None
    longer = UsedTerm(term.id, term.name, term.kind, weeks, "weken")
    saturday = date(2026, 6, 6)
    found = forward_end(longer, saturday - timedelta(7 * weeks), work, book)
    assert found == (saturday, date(2026, 6, 8) if moved else saturday)


def test_a_term_over_three_months_is_not_lengthened(work: WorkDays, book: TermBook):
    term = book.find("or-opschorting")
    assert term is not None
    assert forward_end(term, date(2026, 5, 6), work, book) == (date(2026, 6, 6), date(2026, 6, 8))
    longer = UsedTerm(term.id, term.name, term.kind, 4, "maanden")
    assert forward_end(longer, date(2026, 2, 6), work, book) == (date(2026, 6, 6), date(2026, 6, 6))


@given(st.dates(date(2015, 1, 1), date(2100, 1, 1)))
def test_working_days_never_lie_in_a_weekend_or_on_a_holiday(day: date):
    work = WorkDays({})
    after, before = work.on_or_after(day), work.on_or_before(day)
    assert before <= day <= after
    for found in (after, before):
        assert found.weekday() < 5
        assert found not in holidays(found.year)
    between = (before + timedelta(n) for n in range(1, (after - before).days))
    assert all(work.is_free(d) for d in between)
    assert work.is_free(day) == (after != day)


def test_equal_days_are_fridays_or_mondays_beside_a_holiday_and_known_to_2028(knowledge: Knowledge):
    work = WorkDays.of(knowledge.holidays)
    assert work.known(2028)
    assert not work.known(2029)
    for row in knowledge.holidays.equal_days:
        for day in row.days:
            assert day.weekday() < 5
            near = {day + timedelta(n) for n in (-1, 1)}
            assert near & set(holidays(day.year)) or date(day.year + 1, 1, 1) in near, day


def test_a_year_from_memory_that_is_not_sure_counts_as_not_known():
    row = EqualDays(
        year=2035,
        days=(date(2035, 5, 4),),
        mark="M-lo",
        checked_on=date(2026, 11, 21),
        sources=("atw art. 3(3)",),
    )
    work = WorkDays.of(HolidaysFile(equal_days=(row,)))
    assert not work.known(2035)
    assert not work.is_free(date(2035, 5, 4))


def test_a_day_outside_its_year_is_refused():
    with pytest.raises(ValueError, match="buiten het jaar"):
        EqualDays(
            year=2035,
            days=(date(2034, 5, 4),),
            mark="V",
            checked_on=date(2026, 11, 21),
            sources=("atw art. 3(3)",),
        )
