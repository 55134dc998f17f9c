"""What the group sets, and where it lands in the dossier."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.vocabulary import CriterionId, StepId
from models.workshop.decisions import decided, decision_of, proposals, set_in_dossier
from models.workshop.effect import effect_of
from models.workshop.records import Subject, SubjectKind
from models.workshop.revealed import revealed
from models.workshop.subjects import scale_of, subjects_of
from tests.models.samples import example, full, minimal
from tests.models.workshop.samples import FOURTEEN, NOW, PARTNERS, SCORE, round_of, workshop


@pytest.fixture(scope="module")
def bar() -> Dossier:
    return dossier_from_values(example("bar"))


@given(st.integers(0, 20))
def test_a_median_proposes_itself_or_the_two_around_it(doubled: int) -> None:
    middle = Fraction(doubled, 2)
    found = proposals(middle)
    assert len(found) == (1 if middle.denominator == 1 else 2)
    assert sum(found, Fraction(0)) / len(found) == middle
    assert proposals(None) == ()


def test_a_decision_remembers_its_round_and_the_last_one_counts() -> None:
    round_ = revealed(round_of(FOURTEEN, number=2), workshop().participants, PARTNERS)
    first = decided(workshop(), round_, 3, partner=None, by="", at=NOW)
    second = decided(first, round_, 4, partner=None, by=" Fatma ", at=NOW)
    found = decision_of(second.decisions, SCORE)
    assert found is not None
    assert (found.value, found.number, found.by) == (4, 2, "Fatma")
    with_partner = decided(second, round_, 5, partner="p1", by="", at=NOW)
    assert len(with_partner.decisions) == 2
    assert decision_of(with_partner.decisions, SCORE, "p1") is not None
    with pytest.raises(ValueError, match="6"):
        decided(workshop(), round_, 6, partner=None, by="", at=NOW)


def test_every_subject_of_a_full_dossier_can_be_set(knowledge: Knowledge) -> None:
    dossier = dossier_from_values(full())
    partner = dossier.partners.active[0].id
    for subject in subjects_of(dossier, knowledge, workshop()):
        low, high = subject.scale
        changed = set_in_dossier(dossier, subject, high)
        assert changed != set_in_dossier(dossier, subject, max(low, 1)), subject
        assert scale_of(subject, knowledge).low
        if subject.kind in {SubjectKind.SCORE, SubjectKind.IMPORTANCE}:
            row = set_in_dossier(dossier, subject, high, partner).vorm.answers[CriterionId(subject.ref)]
            held = row.partners if subject.kind is SubjectKind.SCORE else row.partner_importance
            assert held[partner] == high
        else:
            with pytest.raises(ValueError, match=subject.kind.value):
                set_in_dossier(dossier, subject, high, partner)


def test_what_is_gone_from_the_dossier_cannot_be_set(bar: Dossier) -> None:
    gone = Subject(kind=SubjectKind.INFLUENCE, ref="weg")
    with pytest.raises(ValueError, match="weg"):
        set_in_dossier(bar, gone, 3)
    with pytest.raises(ValueError, match="nobody"):
        set_in_dossier(bar, SCORE, 3, "nobody")


def test_what_is_intern_is_never_voted_on(knowledge: Knowledge) -> None:
    values = minimal()
    values["factoren"] = {
        "factors": [
            {"id": "f1", "text": "PLANTED-INTERN", "direction": "promoting", "internal": True},
            {"id": "f2", "text": "Openbaar", "direction": "promoting"},
        ]
    }
    titles = [subject.title for subject in subjects_of(dossier_from_values(values), knowledge, workshop())]
    assert not any("PLANTED" in title for title in titles)
    assert any("Openbaar" in title for title in titles)


def test_rounds_show_what_they_do_to_the_advice_and_change_nothing(bar: Dossier, knowledge: Knowledge) -> None:
    partners = [one.id for one in bar.partners.active]
    people = tuple(
        one.model_copy(update={"partner": partners[n % len(partners)]})
        for n, one in enumerate(workshop(15).participants)
    )
    subject = Subject(kind=SubjectKind.SCORE, ref="reikwijdte")
    low = revealed(round_of((1,) * 15, subject), people, partners)
    found = effect_of(bar, knowledge, [low], ())
    answers = found.trial.vorm.answers[CriterionId.REIKWIJDTE]
    assert answers.joint == 1
    assert {answers.partners[partner] for partner in partners} == {1}
    assert found.before.form.forms != found.after.form.forms
    assert found.used == (low,)
    nothing = effect_of(bar, knowledge, [], ())
    assert nothing.before is nothing.after
    assert nothing.trial is bar


def test_what_was_set_and_taken_back_does_not_count_in_the_look_ahead(bar: Dossier, knowledge: Knowledge) -> None:
    """Undo takes the answer out of the dossier, not out of the werksessie: the median of the round counts again."""
    subject = SCORE
    round_ = revealed(round_of(FOURTEEN), workshop().participants, PARTNERS)
    criterion = CriterionId(subject.ref)
    bare = bar.with_section(
        StepId.VORM,
        bar.vorm.model_copy(update={"answers": {k: v for k, v in bar.vorm.answers.items() if k != criterion}}),
    )
    decisions = decided(workshop(), round_, 1, partner=None, by="", at=NOW).decisions

    def joint(dossier: Dossier) -> object:
        return effect_of(dossier, knowledge, (round_,), decisions).trial.vorm.answers[criterion].joint

    assert joint(set_in_dossier(bare, subject, 1)) == 1
    assert joint(bare) == 4
    assert joint(set_in_dossier(bare, subject, 2)) == 2, "somebody gave another answer by hand"
