"""Each partner's own ranking, where interests differ, and how far the rankings agree."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.advice.partners_view import partners_view
from models.vocabulary import CooperationForm, CriterionId
from tests.models.samples import made, minimal

UNKNOWN, NOT_APPLICABLE = ({"no_answer": kind} for kind in ("unknown", "not_applicable"))
ASKED = [c.value for c in CriterionId if c is not CriterionId.AANTAL_PARTNERS]
NETWERK, CENTRUM, MATRIX, SSC, SETA = CooperationForm
LIGHT = dict(zip(ASKED, (1, 3, 2, 1, 2, 1, 5, 1, 2, 3, 4, 1, 2), strict=True))
"""Answers of a partner that wants a netwerk."""
HEAVY = dict(zip(ASKED, (5, 4, 3, 2, 5, 5, 5, 1, 3, 5, 1, 5, 3), strict=True))
"""Answers of a partner that wants one organisation."""


def _voted(*partners, removed=(), joint=None, importance=None, own=None):
    """A dossier with the answers of each partner; ``own``: per partner number its importance."""
    rows = [{"id": f"p{n}", "name": f"P{n}", "removed": n in removed} for n in range(len(partners))]
    answers = {}
    for criterion in CriterionId:
        given_answers = {f"p{n}": given[criterion] for n, given in enumerate(partners) if criterion in given}
        answers[criterion.value] = {
            "joint": (joint or {}).get(criterion),
            "partners": given_answers,
            "importance": (importance or {}).get(criterion),
            "partner_importance": {
                f"p{n}": weights[criterion] for n, weights in (own or {}).items() if criterion in weights
            },
        }
    return made(minimal(partners={"partners": rows}, vorm={"answers": answers}))


@pytest.mark.parametrize(
    ("answers", "spread", "wide"),
    [((1, 4), 3, True), ((2, 5, 3), 3, True), ((1, 3), 2, False), ((5, 1), 4, True), ((3, 3), 0, False)],
)
def test_three_points_apart_is_a_difference_of_interests(answers, spread, wide, knowledge):
    (found,) = partners_view(_voted(*({"beleid": a} for a in answers)), knowledge).spreads
    assert (found.criterion, found.spread, found.wide) == (CriterionId.BELEID, spread, wide)
    assert found.answers == {f"p{n}": a for n, a in enumerate(answers)}


@pytest.mark.parametrize("other", [UNKNOWN, NOT_APPLICABLE, None])
def test_a_spread_takes_two_answers_that_are_known(other, knowledge):
    assert partners_view(_voted({"beleid": 1}, {"beleid": other}), knowledge).spreads == ()
    (found,) = partners_view(_voted({"beleid": 1}, {"beleid": other}, {"beleid": 5}), knowledge).spreads
    assert found.answers == {"p0": 1, "p2": 5}


def test_differences_come_widest_first_and_leave_the_others_out(knowledge):
    view = partners_view(
        _voted({"beleid": 1, "routine": 1, "centrum": 1}, {"beleid": 4, "routine": 5, "centrum": 3}), knowledge
    )
    assert [s.criterion for s in view.spreads] == [CriterionId.BELEID, CriterionId.ROUTINE, CriterionId.CENTRUM]
    assert [s.criterion for s in view.differences] == [CriterionId.ROUTINE, CriterionId.BELEID]


def test_the_number_of_partners_is_nobodys_opinion(knowledge):
    view = partners_view(_voted({"aantal_partners": 1}, {"aantal_partners": 5}), knowledge)
    assert (view.spreads, view.views) == ((), ())


def test_each_partner_has_its_own_winner(knowledge):
    view = partners_view(_voted(LIGHT, HEAVY), knowledge)
    assert [row.partner for row in view.views] == ["p0", "p1"]
    assert [next(form for form, rank in row.ranks.items() if rank == 1) for row in view.views] == [NETWERK, SETA]


def test_who_answered_nothing_has_no_ranking_even_when_it_set_an_importance(knowledge):
    view = partners_view(_voted(LIGHT, {}, {"beleid": UNKNOWN}, own={1: {"beleid": 9}}), knowledge)
    assert [row.partner for row in view.views] == ["p0"]


def test_a_partner_that_was_removed_is_nowhere(knowledge):
    with_it = partners_view(_voted(LIGHT, LIGHT, LIGHT, HEAVY), knowledge)
    without = partners_view(_voted(LIGHT, LIGHT, LIGHT, HEAVY, removed={3}), knowledge)
    assert with_it.differences != ()
    assert without.differences == ()
    assert [row.partner for row in without.views] == ["p0", "p1", "p2"]
    assert without.kendalls_w == 1
    assert with_it.kendalls_w is not None
    assert with_it.kendalls_w < 1


def test_its_own_importance_counts_for_a_partner_alone_and_else_the_joint_one(knowledge):
    # netwerk on reikwijdte 3 (half met) and gelijkwaardigheid 4 (met)
    given_answers = {"reikwijdte": 3, "gelijkwaardigheid": 4}
    dossier = _voted(
        given_answers, given_answers, importance={"reikwijdte": 1}, own={0: {"reikwijdte": 10, "gelijkwaardigheid": 0}}
    )
    own, joint = (row.scores[NETWERK] for row in partners_view(dossier, knowledge).views)
    assert own == 50
    assert joint == 100 * (Fraction(1, 2) + 5) / 6


def test_the_joint_answer_is_not_the_partners_answer(knowledge):
    (row,) = partners_view(_voted({"reikwijdte": 3}, {}, joint={"gelijkwaardigheid": 1}), knowledge).views
    assert row.scores[NETWERK] == 50


def test_excluded_forms_have_no_rank_and_are_named(knowledge):
    (row,) = partners_view(_voted(LIGHT, {}), knowledge).views
    assert row.excluded == (CENTRUM, MATRIX, SSC, SETA)
    assert row.ranks == {NETWERK: 1}
    assert all(row.scores[form] is not None for form in CooperationForm)


@pytest.mark.parametrize(("partners", "shown"), [(2, False), (3, True), (4, True)])
def test_agreement_is_not_shown_below_three_partners(partners, shown, knowledge):
    w = partners_view(_voted(*[HEAVY] * partners), knowledge).kendalls_w
    assert w == (1 if shown else None)


def test_who_answered_less_than_sixty_percent_does_not_count_for_agreement(knowledge):
    few = {c: HEAVY[c] for c in ASKED[:7]}  # with the number of partners 8 of 14
    enough = {c: HEAVY[c] for c in ASKED[:8]}
    assert partners_view(_voted(HEAVY, HEAVY, few), knowledge).kendalls_w is None
    view = partners_view(_voted(HEAVY, HEAVY, enough), knowledge)
    assert view.kendalls_w is not None
    assert [row.counts for row in view.views] == [True, True, True]


def test_exactly_sixty_percent_is_enough_to_count(knowledge):
    weights = dict.fromkeys(ASKED[:9], 10) | dict.fromkeys(ASKED[9:], 0) | {"aantal_partners": 10}
    five = {c: HEAVY[c] for c in ASKED[:5]}
    (row,) = partners_view(_voted(five, {}, importance=weights), knowledge).views
    assert (row.coverage, row.counts) == (Fraction(6, 10), True)


def _plain_w(view):
    """Kendall's W with ties, straight from the textbook, excluded forms in a shared last place."""
    rows = []
    for row in view.views:
        scores = {f: -1 if f in row.excluded else row.scores[f] for f in CooperationForm}
        places = sorted(scores.values(), reverse=True)
        rows.append(
            {
                f: Fraction(sum(i + 1 for i, s in enumerate(places) if s == v), places.count(v))
                for f, v in scores.items()
            }
        )
    m, n = len(rows), len(CooperationForm)
    sums = [sum(row[f] for row in rows) for f in CooperationForm]
    ties = sum(t**3 - t for row in rows for t in [list(row.values()).count(r) for r in set(row.values())])
    s = sum((total - Fraction(m * (n + 1), 2)) ** 2 for total in sums)
    bottom = m * m * (n**3 - n) - m * ties
    return 12 * s / bottom if bottom else None


def test_excluded_forms_stand_last_together_whatever_their_score(knowledge):
    near = HEAVY | {"centrum": 2, "gelijkwaardigheid": 2}
    view = partners_view(_voted(HEAVY, near, LIGHT), knowledge)
    assert any(row.scores[out] > row.scores[form] for row in view.views for out in row.excluded for form in row.ranks)
    assert view.kendalls_w == _plain_w(view)
    assert 0 < view.kendalls_w < 1


@settings(max_examples=40)
@given(st.lists(st.tuples(*[st.integers(1, 5)] * len(ASKED)), min_size=3, max_size=5))
def test_agreement_equals_the_textbook(knowledge, votes):
    view = partners_view(_voted(*(dict(zip(ASKED, row, strict=True)) for row in votes)), knowledge)
    assert view.kendalls_w == _plain_w(view)
    assert all(set(row.ranks).isdisjoint(row.excluded) for row in view.views)


def test_the_view_does_not_depend_on_the_order_of_the_partners(knowledge):
    one = partners_view(_voted(HEAVY, LIGHT, HEAVY), knowledge)
    other = partners_view(_voted(LIGHT, HEAVY, HEAVY), knowledge)
    assert one.kendalls_w == other.kendalls_w
    assert [s.spread for s in one.differences] == [s.spread for s in other.differences]
