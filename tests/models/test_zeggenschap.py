"""What votes mean: counted out over all coalitions for small boards, and said in words."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier.choose import DecisionRule as R
from models.zeggenschap import percent, power_of, threshold_of, voting_words

VOTES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 9), min_size=1)
RULES = st.sampled_from(list(R))
NAMES = {key: key.upper() * 3 for key in "abcdef"}


def words(votes, rule=R.SIMPLE_MAJORITY, percentage=None):
    return " ".join(voting_words({key: NAMES[key] for key in votes}, votes, rule, percentage))


def coalitions(keys):
    return chain.from_iterable(combinations(keys, n) for n in range(len(keys) + 1))


@given(VOTES, RULES, st.none() | st.decimals(0, 100, places=2))
def test_who_decides_blocks_or_never_matters_is_what_counting_all_coalitions_gives(votes, rule, percentage):
    power = power_of(votes, rule, percentage)
    total = sum(votes.values())
    if not total:
        assert not (power.alone or power.pairs or power.blocking or power.idle)
        return

    def wins(group):
        return sum(votes[key] for key in group) >= power.needed

    winning = [group for group in coalitions(votes) if wins(group)]
    assert set(power.alone) == {key for key in votes if wins((key,))}
    assert power.fewest == min(len(group) for group in winning)
    assert set(power.blocking) == {key for key in votes if not wins([k for k in votes if k != key])}
    tipping = {key for group in winning for key in group if not wins([k for k in group if k != key])}
    assert set(power.idle) == {key for key in votes if votes[key] and key not in tipping}
    if not power.alone:
        pairs = {frozenset(pair) for pair in combinations(votes, 2) if wins(pair)}
        assert {frozenset(pair) for pair in power.pairs} == pairs
    assert sum(power.shares.values()) == 1


@given(VOTES)
def test_a_simple_majority_is_more_than_half(votes):
    power = power_of(votes, R.SIMPLE_MAJORITY)
    assert 2 * power.needed > power.total >= 2 * (power.needed - 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("66.67", Fraction(2, 3)),
        ("66.7", Fraction(2, 3)),
        ("33.33", Fraction(1, 3)),
        ("66", Fraction(66, 100)),
        ("67", Fraction(67, 100)),
        ("75.0", Fraction(3, 4)),
        ("0", Fraction(0)),
    ],
)
def test_two_thirds_as_people_write_it_is_two_thirds(typed, meant):
    assert threshold_of(Decimal(typed)) == meant


def test_two_thirds_of_nine_is_six():
    assert power_of({"a": 4, "b": 3, "c": 2}, R.QUALIFIED_MAJORITY, Decimal("66.67")).needed == 6


@pytest.mark.parametrize(
    ("share", "said"),
    [(Fraction(1, 3), "33,3%"), (Fraction(1, 4), "25%"), (Fraction(1, 16), "6,3%"), (Fraction(1), "100%")],
)
def test_shares_in_words(share, said):
    assert percent(share) == said


def test_equal_votes():
    said = words({"a": 1, "b": 1, "c": 1})
    assert "Geen partner heeft alleen de meerderheid." in said
    assert "Elke twee partners hebben samen de meerderheid." in said


def test_one_large_partner():
    said = words({"a": 5, "b": 3, "c": 1})
    assert "AAA heeft alleen de meerderheid." in said
    assert "De stemmen van BBB en CCC maken nooit het verschil." in said


def test_pairs_by_name_and_a_veto():
    said = words({"a": 4, "b": 3, "c": 2}, R.QUALIFIED_MAJORITY, Decimal("66.67"))
    assert "AAA en BBB hebben samen genoeg stemmen." in said
    assert "AAA kan elk besluit alleen tegenhouden." in said


def test_two_equal_partners_both_block():
    assert "Elke partner met een stem kan een besluit tegenhouden." in words({"a": 1, "b": 1})


def test_unanimity():
    assert "Elke partner met een stem kan een besluit tegenhouden." in words({"a": 3, "b": 1}, R.UNANIMITY)


def test_many_equal_partners_are_counted_not_listed():
    names = {f"p{n}": f"Partner {n}" for n in range(40)}
    said = voting_words(names, dict.fromkeys(names, 25), R.SIMPLE_MAJORITY)
    assert "Voor een besluit zijn minstens 21 partners nodig." in said


def test_what_is_not_known_is_said():
    assert words({}) == words({"a": None}) == "Vul het aantal stemmen in. Dan staat hier wat de stemmen betekenen."
    said = words({"a": 2, "b": None}, None)
    assert "Nog niet bekend is het aantal stemmen van BBB." in said
    assert "De besluitregel is nog niet gekozen." in said
    assert "Geen enkele partner heeft een stem." in words({"a": 0})
    assert "Het percentage ontbreekt nog." in words({"a": 2, "b": 1}, R.QUALIFIED_MAJORITY)


@given(VOTES, st.none() | RULES, st.none() | st.decimals(0, 100, places=2))
def test_every_sentence_is_short_and_plain(votes, rule, percentage):
    for sentence in re.split(r"(?<=\.) ", words(votes, rule, percentage)):
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 20
        assert "!" not in sentence
