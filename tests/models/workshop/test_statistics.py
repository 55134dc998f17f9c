"""Median, middle half and spread: published examples, and what must always hold."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.workshop.statistics import median, spread_of
from tests.models.workshop.samples import FOURTEEN

_ANSWERS = st.lists(st.integers(0, 10), min_size=1, max_size=60)


def test_the_picture_of_the_look_has_median_4_and_a_middle_half_from_2_to_4() -> None:
    found = spread_of(FOURTEEN)
    assert found is not None
    assert (found.n, found.median, found.low, found.high, found.middle_half) == (14, 4, 2, 4, 2)
    assert found.counts == {1: 1, 2: 3, 3: 2, 4: 6, 5: 2}
    assert (found.least, found.most) == (1, 5)


@pytest.mark.parametrize(
    ("answers", "low", "middle", "high"),
    [
        ([1, 2, 3, 4, 5, 6, 7], 2, 4, 6),
        ([1, 2, 3, 4, 5, 6, 7, 8], Fraction(5, 2), Fraction(9, 2), Fraction(13, 2)),
        ([3], 3, 3, 3),
        ([1, 5], 1, 3, 5),
    ],
)
def test_quartiles_as_moore_and_mccabe_find_them_by_hand(
    answers: list[int], low: object, middle: object, high: object
) -> None:
    found = spread_of(answers)
    assert found is not None
    assert (found.low, found.median, found.high) == (low, middle, high)


def test_no_answers_have_no_spread() -> None:
    assert spread_of([]) is None
    with pytest.raises(ValueError, match="median"):
        median([])


@given(_ANSWERS)
def test_the_middle_half_lies_around_the_median_and_inside_the_answers(answers: list[int]) -> None:
    found = spread_of(answers)
    assert found is not None
    assert found.least <= found.low <= found.median <= found.high <= found.most
    assert sum(found.counts.values()) == found.n == len(answers)
    below, above = (sum(a < found.median for a in answers), sum(a > found.median for a in answers))
    assert max(below, above) * 2 <= len(answers)
    assert found.near(Fraction(10)) == 1


@given(_ANSWERS, st.integers(1, 5))
def test_a_shift_moves_the_median_and_leaves_the_spread(answers: list[int], by: int) -> None:
    here, there = spread_of(answers), spread_of([answer + by for answer in answers])
    assert here is not None
    assert there is not None
    assert there.median == here.median + by
    assert there.middle_half == here.middle_half
