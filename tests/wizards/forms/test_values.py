"""Dutch numbers, money and dates to and from what people type."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier import dossier_from_values
from models.dossier.base import LATER, UNKNOWN
from models.knowledge import Knowledge
from tests.models.samples import minimal
from wizards.forms import Field, Kind, Option, Unreadable, parse, shown, spoken

amounts = st.decimals(min_value=-10_000_000, max_value=10_000_000, places=2)


@given(amounts)
def test_money_reads_back_to_the_cent(amount: Decimal) -> None:
    assert parse(Kind.MONEY, shown(Kind.MONEY, amount)) == amount


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_reads_back(number: Decimal) -> None:
    assert parse(Kind.NUMBER, shown(Kind.NUMBER, number)) == number


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_reads_back(number: int) -> None:
    assert parse(Kind.WHOLE, shown(Kind.WHOLE, number)) == number


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_reads_back(day: date) -> None:
    assert parse(Kind.DATE, shown(Kind.DATE, day)) == day
    assert parse(Kind.DATE, day.isoformat()) == day


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.WHOLE, "24.500", 24500),
        (Kind.WHOLE, "24 500", 24500),
        (Kind.WHOLE, "24500", 24500),
        (Kind.MONEY, "€ 1.234,56", Decimal("1234.56")),
        (Kind.MONEY, "1234.56", Decimal("1234.56")),
        (Kind.MONEY, "1.234,-", Decimal(1234)),
        (Kind.PERCENT, "2,5%", Decimal("2.5")),
        (Kind.NUMBER, "1.5", Decimal("1.5")),
        (Kind.NUMBER, "-3", Decimal(-3)),
        (Kind.DATE, "5-3-2026", date(2026, 3, 5)),
        (Kind.DATE, "5 mrt 2026", date(2026, 3, 5)),
        (Kind.DATE, "5 maart 2026", date(2026, 3, 5)),
        (Kind.DATE, "5 sept 2026", date(2026, 9, 5)),
        (Kind.WHOLE, "  ", None),
    ],
)
def test_what_people_type(kind: Kind, text: str, value: object) -> None:
    assert parse(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.WHOLE, "veel"),
        (Kind.WHOLE, "2,5"),
        (Kind.MONEY, "1,2,3"),
        (Kind.NUMBER, "1e5"),
        (Kind.NUMBER, "NaN"),
        (Kind.NUMBER, "Infinity"),
        (Kind.DATE, "31-2-2026"),
        (Kind.DATE, "morgen"),
        (Kind.DATE, "5 foo 2026"),
        (Kind.YEAR, "dit jaar"),
    ],
)
def test_what_is_no_value_says_what_to_type(kind: Kind, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(kind, text)
    assert caught.value.advice.startswith("Vul een") and caught.value.advice.endswith(".")


@given(st.sampled_from(Kind), st.text(max_size=20))
def test_reading_never_crashes(kind: Kind, text: str) -> None:
    if kind in {Kind.LINE, Kind.AREA, Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.YEAR, Kind.DATE}:
        with contextlib.suppress(Unreadable):
            parse(kind, text)


def test_answers_in_words(knowledge: Knowledge) -> None:
    dossier = dossier_from_values(minimal())

    def said(field: Field, value: object) -> str:
        return spoken(field, value, dossier, knowledge)

    options = (Option("a", "Appel"), Option("b", "Peer"), Option("c", "Pruim"))
    assert said(Field("x", "X"), "") == "Niet ingevuld"
    assert said(Field("x", "X"), UNKNOWN) == "Weet ik niet"
    assert said(Field("x", "X", Kind.SCORE), LATER) == "Later invullen"
    assert said(Field("x", "X", Kind.YES_NO), False) == "Nee"
    assert said(Field("x", "X", Kind.SCORE), 4) == "4 van 5"
    assert said(Field("x", "X", Kind.MONEY), Decimal("1234.5")) == "€ 1.234,50"
    assert said(Field("x", "X", Kind.CHOICE, options=options), "b") == "Peer"
    assert said(Field("x", "X", Kind.MANY, options=options), ("a", "b", "c")) == "Appel, Peer en Pruim"
    assert said(Field("x", "X", Kind.MANY, options=options), ("weg",)) == "Staat niet meer in het dossier"


def test_an_english_amount_is_refused_and_not_read_as_something_else() -> None:
    for text in ("1,234.56", "1.2.3,4", "12.34,5"):
        with pytest.raises(Unreadable):
            parse(Kind.MONEY, text)
    assert parse(Kind.MONEY, "1.234,56") == Decimal("1234.56")


def test_a_date_of_long_ago_is_a_slip_of_the_hand() -> None:
    with pytest.raises(Unreadable):
        parse(Kind.DATE, "5-3-0026")
    assert parse(Kind.DATE, "2026-3-5") == date(2026, 3, 5)
