"""What is shown per partner tells nobody what a few people gave: tried for every way in which they can answer."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations_with_replacement, permutations, product
from random import Random

import pytest

from models.workshop import partners as module
from models.workshop.partners import Group, enough, partner_spreads
from models.workshop.statistics import spread_of

STOPS = range(1, 5)


def groups_of(way: Sequence[tuple[int, ...]]) -> dict[str | None, Group]:
    return {f"p{number}": Group(values) for number, values in enumerate(way)}


def seen(way: Sequence[tuple[int, ...]]) -> str:
    """All that is shown of a round."""
    whole = [value for values in way for value in values]
    spread = spread_of(whole)
    assert spread is not None
    everybody = (spread.counts if spread.n >= 5 else None, spread.median if spread.n >= 3 else None)
    return repr((everybody, partner_spreads(groups_of(way), [f"p{n}" for n in range(len(way))])))


@pytest.mark.parametrize("sizes", [(3, 1), (2, 2), (3, 2), (3, 3), (4, 2), (4, 4), (3, 3, 2), (5, 3), (5, 2, 1)])
def test_no_outcome_leaves_one_way_only_in_which_a_few_people_answered(sizes: tuple[int, ...]) -> None:
    ways: dict[str, set[tuple[tuple[int, ...], ...]]] = defaultdict(set)
    for way in product(*(combinations_with_replacement(STOPS, size) for size in sizes)):
        ways[seen(way)].add(way)
    for same in ways.values():
        one = next(iter(same))
        if len({value for values in one for value in values}) == 1:
            continue  # everybody gave the same: the whole says so
        for place, size in enumerate(sizes):
            assert size >= 5 or len({way[place] for way in same}) > 1, one


def test_medians_are_mostly_shown_where_they_tell_nothing() -> None:
    shown = Counter(
        "median=Fraction" in seen(way) for way in product(combinations_with_replacement(STOPS, 3), repeat=3)
    )
    assert shown[True] > 6 * shown[False]


def test_a_median_that_would_tell_two_others_stays_hidden() -> None:
    """Ones and fives of five people: median 1 of three leaves two fives for the other two."""
    rows = partner_spreads({"a": Group((1, 1, 5)), "b": Group((5, 5))}, ("a", "b"))
    assert [(row.n, row.median) for row in rows] == [(3, None), (2, None)]


def test_beside_the_median_of_four_that_of_three_is_not_shown() -> None:
    rows = partner_spreads({"a": Group((1, 3, 5)), "b": Group((1,))}, ("a", "b"))
    assert rows[0].median is None
    assert partner_spreads({"a": Group((1, 3, 5, 5))}, ("a",))[0].median == 4


def test_many_groups_are_looked_at_by_swapping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_WAYS", 5)
    module._telling.cache_clear()
    mixed = {f"p{n}": Group((2, 3, 3) if n % 2 else (3, 3, 4)) for n in range(6)}
    assert all(row.median == 3 for row in partner_spreads(mixed, tuple(mixed)))
    told = {f"p{n}": Group((2, 3, 4)) for n in range(6)}  # there is one 3 for each of them
    assert all(row.median is None for row in partner_spreads(told, tuple(told)))
    apart = {"a": Group((1, 1, 5)), "b": Group((5, 5, 5)), "c": Group((5, 5, 5, 5))}
    assert all(row.median is None for row in partner_spreads(apart, tuple(apart)))
    module._telling.cache_clear()


def test_who_asks_for_other_partners_or_in_another_order_sees_no_more() -> None:
    """With partner c out of the dossier a is still hidden: the rest of the whole would be the three of b."""
    random = Random(5)
    groups = {key: Group(tuple(random.randint(1, 5) for _ in range(n))) for key, n in (("a", 5), ("b", 3), ("c", 5))}
    all_rows = {row.partner: row for row in partner_spreads(groups, ("a", "b", "c"))}
    for count in (1, 2, 3):
        for asked in permutations("abc", count):
            assert all(row == all_rows[row.partner] for row in partner_spreads(groups, asked))


@pytest.mark.parametrize(
    ("secret", "raised", "three", "five"), [(0, 5, True, True), (1, 9, False, False), (3, 9, True, False)]
)
def test_unseen_answers_beside_hands_must_be_enough_themselves(
    secret: int, raised: int, three: bool, five: bool
) -> None:
    group = Group((4,) * secret, (2,) * raised)
    assert (enough(group, 3), enough(group, 5)) == (three, five)


def test_a_median_over_hands_and_a_few_unseen_answers_is_not_shown() -> None:
    rows = partner_spreads({"a": Group((1, 2, 5), (3, 3)), "b": Group((2, 4, 5, 1))}, ("a", "b"))
    assert rows[0].median is None
