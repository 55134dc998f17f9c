"""Sums of what was typed: exact, complete, and honest about what is missing."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.agreements.budget import budget_of
from models.agreements.money import cents
from models.agreements.typed_sums import amounts_by_year, item_total, part_sum
from models.dossier.base import LATER, UNKNOWN
from models.dossier.costs import CostItem, CostItemKind, KostenSection, Saving

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


@given(ITEMS)
def test_the_years_together_are_the_items_together(items: list[CostItem]) -> None:
    by_year = amounts_by_year(items, range(2020, 2036))
    assert sum(by_year.values(), Decimal(0)) == sum((item_total(i) for i in items), Decimal(0))


@given(st.lists(st.tuples(st.integers(2020, 2028), st.decimals(0, 10_000, places=2), st.integers(0, 5)), max_size=6))
def test_savings_never_shrink_over_the_years_and_end_in_full(rows: list[tuple[int, Decimal, int]]) -> None:
    savings = tuple(
        Saving(id=f"s{n}", year=year, amount=amount, ramp_years=ramp) for n, (year, amount, ramp) in enumerate(rows)
    )
    found = budget_of(KostenSection(start_year=2024, years=10, savings=savings)).savings
    assert list(found) == sorted(found)
    assert found[-1] == sum(cents(amount) for _, amount, _ in rows)


def test_a_missing_figure_is_counted_and_is_no_zero() -> None:
    answers = {"p1": Decimal("10.25"), "p2": LATER, "p3": UNKNOWN, "p9": Decimal(7)}
    total = part_sum(answers, ("p1", "p2", "p3", "p4"))
    assert (total.total, total.given, total.asked, total.complete) == (Decimal("10.25"), 1, 4, False)
    assert part_sum({"p1": Decimal(0)}, ("p1",)).complete
