"""Sums of what was typed: exact, complete, and honest about what is missing."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.agreements.typed_sums import (
    amounts_by_year,
    cost_years,
    hours_balance,
    item_total,
    part_sum,
    savings_by_year,
    year_sums,
)
from models.dossier.agree import CostItem, CostItemKind, HourEntry, HourUnit, KostenSection, Saving, YearIndex
from models.dossier.base import LATER, UNKNOWN

MONEY = st.decimals(-1_000_000, 1_000_000, places=2)
ITEMS = st.lists(
    st.builds(
        CostItem,
        id=st.uuids().map(lambda u: u.hex[:12]),
        kind=st.sampled_from(CostItemKind),
        amounts=st.dictionaries(st.integers(2020, 2035), MONEY),
    ),
    max_size=8,
)


def test_the_years_are_four_from_the_start_and_every_year_with_a_figure():
    item = CostItem(id="c1", kind=CostItemKind.ICT, amounts={2025: Decimal(1)})
    kosten = KostenSection(start_year=2027, items=(item,), indices={2033: YearIndex()})
    assert cost_years(kosten) == (2025, 2027, 2028, 2029, 2030, 2033)
    assert cost_years(KostenSection()) == ()


def test_structural_one_off_and_savings_stay_apart():
    kosten = KostenSection(
        start_year=2027,
        items=(
            CostItem(id="a", kind=CostItemKind.STRUCTURAL, amounts={2027: Decimal("0.10"), 2028: Decimal("0.20")}),
            CostItem(id="b", kind=CostItemKind.STRUCTURAL, amounts={2027: Decimal("0.20")}),
            CostItem(id="c", kind=CostItemKind.FRICTION, amounts={2027: Decimal("5000.00")}),
        ),
        savings=(Saving(id="s", year=2028, amount=Decimal("100")), Saving(id="t", year=2029, amount=Decimal("50"))),
    )
    first, second, third, _ = year_sums(kosten)
    assert (first.structural, first.one_off, first.savings) == (Decimal("0.30"), Decimal("5000.00"), Decimal(0))
    assert first.costs == Decimal("5000.30")
    assert (second.savings, third.savings) == (Decimal(100), Decimal(150))


@given(ITEMS)
def test_the_years_together_are_the_items_together(items: list[CostItem]):
    years = cost_years(KostenSection(items=tuple(items)))
    by_year = amounts_by_year(items, years)
    assert sum(by_year.values(), Decimal(0)) == sum((item_total(i) for i in items), Decimal(0))


@given(st.lists(st.tuples(st.integers(2020, 2030), st.decimals(0, 10_000, places=2)), max_size=6))
def test_savings_never_shrink_over_the_years(rows: list[tuple[int, Decimal]]):
    savings = [Saving(id=f"s{n}", year=year, amount=amount) for n, (year, amount) in enumerate(rows)]
    sums = list(savings_by_year(savings, range(2019, 2032)).values())
    assert sums == sorted(sums)
    assert sums[0] == 0
    assert sums[-1] == sum((amount for _, amount in rows), Decimal(0))


def test_a_missing_figure_is_counted_and_is_no_zero():
    answers = {"p1": Decimal("10.25"), "p2": LATER, "p3": UNKNOWN, "p9": Decimal(7)}
    total = part_sum(answers, ("p1", "p2", "p3", "p4"))
    assert (total.total, total.given, total.asked, total.complete) == (Decimal("10.25"), 1, 4, False)
    assert part_sum({"p1": Decimal(0)}, ("p1",)).complete


def _entry(key: str, partner: str, hours: object, unit: HourUnit, takes: bool = False) -> HourEntry:
    return HourEntry(id=key, partner=partner, hours=hours, unit=unit, takes=takes)


def test_hours_stay_in_their_own_unit():
    entries = (
        _entry("1", "p1", Decimal(300), HourUnit.YEAR),
        _entry("2", "p1", Decimal("4.5"), HourUnit.WEEK),
        _entry("3", "p1", Decimal(100), HourUnit.YEAR, takes=True),
        _entry("4", "p2", LATER, HourUnit.YEAR),
        _entry("5", "gone", Decimal(9), HourUnit.YEAR),
    )
    rows = hours_balance(entries, ("p1", "p2", "p3"))
    assert [(r.partner, r.unit, r.brings, r.takes, r.difference, r.missing) for r in rows] == [
        ("p1", HourUnit.YEAR, 300, 100, 200, 0),
        ("p2", HourUnit.YEAR, 0, 0, 0, 1),
        ("p1", HourUnit.WEEK, Decimal("4.5"), 0, Decimal("4.5"), 0),
    ]
    assert hours_balance((), ("p1",)) == ()
