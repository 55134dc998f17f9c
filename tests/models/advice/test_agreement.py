"""Kendall's W, reproducing the worked examples of Siegel, Nonparametric Statistics (1956), chapter 9."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advice.agreement import kendalls_w, mean_ranks


def _rankings(*rows):
    return [{str(i): Fraction(str(rank)) for i, rank in enumerate(row)} for row in rows]


def test_siegel_1956_three_executives_rank_six_applicants():
    w = kendalls_w(_rankings([1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]))
    assert float(w) == pytest.approx(0.16, abs=0.005)


def test_siegel_1956_with_ties():
    w = kendalls_w(
        _rankings(
            [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
            [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
            [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
        )
    )
    assert float(w) == pytest.approx(0.828, abs=0.0005)


def test_w_is_not_given_when_every_ranking_is_one_tie():
    assert kendalls_w(_rankings([1.5, 1.5], [1.5, 1.5], [1.5, 1.5])) is None


def test_mean_ranks_share_the_mean_of_the_places():
    ranks = mean_ranks({"a": Fraction(9), "b": Fraction(7), "c": Fraction(7), "d": Fraction(1)})
    assert ranks == {"a": 1, "b": Fraction(5, 2), "c": Fraction(5, 2), "d": 4}


@given(st.lists(st.permutations(range(5)), min_size=2, max_size=8))
def test_w_lies_between_nought_and_one(orders):
    w = kendalls_w(_rankings(*[[rank + 1 for rank in order] for order in orders]))
    assert w is not None
    assert 0 <= w <= 1
    assert kendalls_w(_rankings(*[[rank + 1 for rank in orders[0]]] * len(orders))) == 1
