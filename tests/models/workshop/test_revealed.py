"""What a closed round says, and what it keeps to itself."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.workshop.records import (
    ConsensusKind,
    ConsensusRule,
    DotOption,
    Hands,
    Participant,
    Round,
    Subject,
    SubjectKind,
    Vote,
)
from models.workshop.revealed import Harmony, Next, Revealed, agrees, harmony, next_round, revealed
from models.workshop.statistics import spread_of
from tests.models.workshop.samples import FOURTEEN, PARTNERS, SCORE, round_of, workshop

IMPORTANCE = Subject(kind=SubjectKind.IMPORTANCE, ref="gelijkwaardigheid", title="Hoe zwaar telt dit mee?")


def shown(round_: Round, people: int = 14, before: Round | None = None) -> Revealed:
    return revealed(round_, workshop(people).participants, PARTNERS, before)


def test_the_picture_of_the_look_is_not_agreed_yet() -> None:
    found = shown(round_of(FOURTEEN))
    assert (found.n, found.median, found.harmony) == (14, 4, Harmony.APART)
    assert found.spread is not None
    assert (found.spread.low, found.spread.high) == (2, 4)


@pytest.mark.parametrize(("people", "median", "spread"), [(1, False, False), (2, False, False), (3, True, False)])
def test_few_answers_are_not_shown(people: int, median: bool, spread: bool) -> None:
    found = shown(round_of((5,) * people))
    assert (found.median is not None, found.spread is not None) == (median, spread)
    assert found.harmony is Harmony.TOO_FEW
    assert found.n == people


@given(st.lists(st.none() | st.integers(1, 5), max_size=30), st.lists(st.integers(1, 4), max_size=3))
def test_no_distribution_below_five_and_no_median_below_three(answers: list[int | None], raised: list[int]) -> None:
    hands = tuple(Hands(partner=PARTNERS[n], value=3, count=count) for n, count in enumerate(raised))
    found = shown(round_of(tuple(answers)).model_copy(update={"hands": hands}), 30)
    given_ = [a for a in answers if a is not None] + [3] * sum(raised)
    assert found.n == len(given_)
    assert found.abstained == answers.count(None)
    unseen = len(given_) - sum(raised)
    assert (found.spread is not None) == (len(given_) >= 5 and (unseen >= 5 or not unseen))
    assert (found.median is not None) == (len(given_) >= 3 and (unseen >= 3 or not unseen))
    assert sum(row.n for row in found.by_partner) == found.n
    for row in found.by_partner:
        assert row.spread is None or row.n >= 5
        assert row.median is None or row.n >= 3
    left = found.n - sum(row.n for row in found.by_partner if row.spread is not None)
    assert left in {0, found.n} or left >= 5


def test_the_rest_of_the_whole_tells_no_small_group() -> None:
    """Partners of 4, 5 and 5 people: the whole less the two of five would tell the four."""
    answers = tuple(1 + n % 5 for n in range(14))
    found = shown(round_of(answers))
    assert [row.n for row in found.by_partner] == [4, 5, 5]
    assert [row.spread is not None for row in found.by_partner] == [False, False, True]


def test_raised_hands_count_as_answers_of_their_partner() -> None:
    hands = (Hands(partner="p1", value=2, count=6), Hands(partner="p2", value=None, count=2))
    found = shown(round_of(()).model_copy(update={"hands": hands}))
    assert (found.n, found.abstained, found.median) == (6, 2, 2)
    assert [(row.partner, row.n) for row in found.by_partner] == [("p1", 6), ("p2", 0), ("p3", 0)]


def test_somebody_without_a_partner_counts_in_the_whole_only() -> None:
    people = tuple(Participant(id=f"d{n}") for n in range(1, 7))
    found = revealed(round_of((1, 2, 3, 4, 5, 5)), people, PARTNERS)
    assert found.n == 6
    assert [row.n for row in found.by_partner] == [0, 0, 0]


def test_who_goes_to_another_partner_takes_no_answer_along() -> None:
    """Else the facilitator would move one person, and read the difference."""
    sides = {f"d{n}": PARTNERS[n % 2] for n in range(1, 13)}
    round_ = round_of((1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2)).model_copy(update={"sides": sides})
    before = [one.model_copy(update={"partner": sides[one.id]}) for one in workshop(12).participants]
    moved = [one if one.id != "d1" else one.model_copy(update={"partner": "p3"}) for one in before]
    found = revealed(round_, before, PARTNERS)
    assert [row.n for row in found.by_partner] == [6, 6, 0] and found.by_partner[0].spread is not None
    assert revealed(round_, moved, PARTNERS) == revealed(round_, before[1:], PARTNERS) == found


def test_one_more_person_in_the_next_round_does_not_show_by_who_changed() -> None:
    """Nobody changed, and there is one answer more: it would be the newcomer's."""
    first, second = round_of(FOURTEEN[:6]), round_of(FOURTEEN[:7], number=2)
    assert shown(first.model_copy(update={"number": 2}), before=first).changed == 0
    assert shown(second, before=first).changed is None
    assert shown(round_of((*FOURTEEN[:6], None), number=2), before=first).changed == 0
    assert shown(round_of((*FOURTEEN[:5], None), number=2), before=first).changed is None
    other_side = {f"d{n}": "p1" for n in range(1, 7)}
    assert shown(second.model_copy(update={"sides": other_side}), before=second).changed is None


def test_a_round_tells_no_vote_in_its_own_words() -> None:
    assert "value=" not in repr(round_of((3, 4, 5)))


# --- the rule


@pytest.mark.parametrize(
    ("answers", "rule", "subject", "agreed"),
    [
        ((4, 4, 4, 4, 5, 5), ConsensusRule(), SCORE, True),
        ((2, 2, 4, 4, 4, 4), ConsensusRule(), SCORE, False),
        ((2, 2, 4, 4, 4, 4), ConsensusRule(points=2), SCORE, True),
        ((6, 6, 7, 8, 8, 8), ConsensusRule(), IMPORTANCE, True),
        ((5, 5, 7, 8, 8, 8), ConsensusRule(), IMPORTANCE, False),
        ((1, 4, 4, 4, 5), ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN), SCORE, True),
        ((1, 1, 4, 4, 5), ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN), SCORE, False),
        ((1, 1, 4, 4, 5), ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN, percentage=60), SCORE, True),
    ],
)
def test_the_rule_says_when_people_agree(
    answers: tuple[int, ...], rule: ConsensusRule, subject: Subject, agreed: bool
) -> None:
    spread = spread_of(answers)
    assert spread is not None
    assert agrees(rule, spread, subject) is agreed


def test_rounds_end_with_agreement_without_change_or_after_three() -> None:
    apart, other, agreed = round_of(FOURTEEN), round_of((1, *FOURTEEN[1:-1], 4)), round_of((4,) * 14)
    assert next_round([]) is Next.GO_ON
    assert next_round([shown(apart)]) is Next.GO_ON
    assert next_round([shown(agreed)]) is Next.AGREED
    assert next_round([shown(apart), _numbered(apart, 2, apart)]) is Next.UNCHANGED
    assert next_round([shown(apart), _numbered(other, 2, apart)]) is Next.GO_ON
    assert next_round([shown(apart), _numbered(other, 2, apart), _numbered(apart, 3, other)]) is Next.ENOUGH


def test_people_who_changed_places_did_change() -> None:
    """The distribution is the same, the answers are not: another round may still help."""
    swapped = round_of(tuple(reversed(FOURTEEN)))
    second = _numbered(swapped, 2, round_of(FOURTEEN))
    assert second.changed
    assert next_round([shown(round_of(FOURTEEN)), second]) is Next.GO_ON


def _numbered(round_: Round, number: int, before: Round) -> Revealed:
    return shown(round_.model_copy(update={"number": number}), before=before)


# --- dots, and W


def dots(*given_: dict[str, int]) -> Round:
    options = tuple(DotOption(id=key, text=key.upper()) for key in ("a", "b", "c"))
    subject = Subject(kind=SubjectKind.DOTS, ref="kansen", title="Waar zit winst?", options=options, dots=3)
    votes = {f"d{n}": Vote(dots=row) for n, row in enumerate(given_, start=1)}
    return Round(workshop="w1", subject=subject, voters=tuple(votes), votes=votes)


def test_dots_are_added_up_most_first() -> None:
    found = shown(dots({"b": 3}, {"a": 1, "b": 2}, {"c": 3}, {"a": 1}, {"b": 1}, {}))
    assert found.dots == (("b", 6), ("c", 3), ("a", 2))
    assert (found.n, found.abstained) == (5, 1)
    assert shown(dots({"b": 3}, {"a": 1}, {"a": 1}, {"c": 1})).dots == ()


def _panel(rows: list[tuple[int | None, ...]]) -> list[Round]:
    """Per person its answers to each subject."""
    subjects = [SCORE.model_copy(update={"ref": ref}) for ref in ("reikwijdte", "beleid", "routine", "urgentie")]
    return [round_of(tuple(row[n] for row in rows), subject) for n, subject in enumerate(subjects)]


def test_w_is_one_when_all_order_alike_and_zero_when_orders_cancel() -> None:
    assert harmony(_panel([(1, 2, 3, 4)] * 5)) == 1
    assert harmony(_panel([(1, 2, 3, 4), (4, 3, 2, 1)] * 3)) == 0


def test_w_by_hand() -> None:
    """Five people, four subjects, sums of ranks 6, 10, 15 and 19: S = 97, W = 12 x 97 / (25 x 60)."""
    rows: list[tuple[int | None, ...]] = [(1, 2, 3, 4), (1, 2, 3, 4), (2, 1, 3, 4), (1, 2, 4, 3), (1, 3, 2, 4)]
    assert harmony(_panel(rows)) == Fraction(12 * 97, 25 * 60)


@pytest.mark.parametrize("rows", [[(1, 2, 3, 4)] * 4, [(1, 2, 3, None)] * 6, []])
def test_w_of_fewer_than_five_who_answered_all_is_not_told(rows: list[Any]) -> None:
    assert harmony(_panel(rows)) is None
    assert harmony([]) is None
