"""Advice-model: "A fact that is unknown makes a question, never an exclusion"; results that always hold together."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.advice.legal import LegalAdvice, advise_on_basis
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN, known
from models.dossier.legal_facts import (
    LegalFacts,
    PowerTransfer,
    RaadInfluence,
    SpecialStatute,
    TaskKind,
    VatTreatment,
)
from models.knowledge import Knowledge
from models.vocabulary import BodyKind, CooperationForm, LegalBasis, LegalStatus, PartnerKind

DAY = date(2026, 11, 21)
NO_ANSWERS = (None, UNKNOWN, NOT_APPLICABLE, LATER)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "bodies": st.lists(st.sampled_from(BodyKind), max_size=3).map(tuple),
    "powers": st.sampled_from(PowerTransfer),
    "task_kind": st.sampled_from(TaskKind),
    "third_party_share": st.decimals(0, 100, places=2) | st.sampled_from([Decimal(20), Decimal(0)]),
    "raad_influence": st.sampled_from(RaadInfluence),
    "special_statute": st.sampled_from(SpecialStatute),
    "vat": st.sampled_from(VatTreatment),
}
FACTS = st.fixed_dictionaries(
    {name: st.sampled_from(NO_ANSWERS) | _VALUES.get(name, st.booleans()) for name in LegalFacts.model_fields}
)
KINDS = st.lists(st.sampled_from(PartnerKind), max_size=4).map(tuple)
FORMS = st.none() | st.sampled_from(CooperationForm)


def excluded(advice: LegalAdvice) -> set[LegalBasis]:
    return {o.basis for o in advice.outcomes if o.status is LegalStatus.EXCLUDED}


@given(FACTS, KINDS, FORMS, st.sampled_from(sorted(LegalFacts.model_fields)), st.sampled_from(NO_ANSWERS))
def test_blanking_a_fact_never_excludes(
    knowledge: Knowledge, facts: dict[str, Any], kinds: Any, form: Any, blank: str, no_answer: Any
) -> None:
    before = advise_on_basis(LegalFacts(**facts), form, kinds, DAY, knowledge)
    after = advise_on_basis(LegalFacts(**{**facts, blank: no_answer}), form, kinds, DAY, knowledge)
    assert excluded(after) <= excluded(before)
    said = {(o.basis, f.rule) for o in before.outcomes for f in o.findings}
    assert {(o.basis, f.rule) for o in after.outcomes for f in o.findings} <= said


@given(KINDS, FORMS)
def test_nothing_known_excludes_only_for_a_private_partner(knowledge: Knowledge, kinds: Any, form: Any) -> None:
    advice = advise_on_basis(LegalFacts(), form, kinds, DAY, knowledge)
    assert bool(excluded(advice)) is (PartnerKind.PRIVAAT in kinds)


@given(FACTS, KINDS, FORMS)
def test_questions_ask_only_what_is_unknown(knowledge: Knowledge, facts: dict[str, Any], kinds: Any, form: Any) -> None:
    given_facts = LegalFacts(**facts)
    advice = advise_on_basis(given_facts, form, kinds, DAY, knowledge)
    for question in advice.questions:
        assert known(getattr(given_facts, question.fact)) in (None, ())
        assert question.text.endswith("?")
        assert question.rules
    asked = [q.fact for q in advice.questions]
    assert asked == [name for name in LegalFacts.model_fields if name in asked]


@given(FACTS, KINDS, FORMS, st.dates())
def test_an_outcome_is_as_grave_as_its_gravest_finding(
    knowledge: Knowledge, facts: dict[str, Any], kinds: Any, form: Any, day: date
) -> None:
    advice = advise_on_basis(LegalFacts(**facts), form, kinds, day, knowledge)
    order = [LegalStatus.EXCLUDED, LegalStatus.CONDITIONAL, LegalStatus.ALLOWED]
    for outcome in advice.outcomes:
        effects = [order.index(f.effect) for f in outcome.findings]
        assert effects == sorted(effects)
        assert outcome.status is order[effects[0]]
        assert all("{" not in f.text for f in outcome.findings)
    if advice.preferred is not None:
        assert advice.preferred not in excluded(advice)
    assert advice.preferred_because


@given(FACTS, KINDS, FORMS)
def test_the_preferred_basis_fits_the_form(knowledge: Knowledge, facts: dict[str, Any], kinds: Any, form: Any) -> None:
    advice = advise_on_basis(LegalFacts(**facts), form, kinds, DAY, knowledge)
    outcome = next((o for o in advice.outcomes if o.basis is advice.preferred), None)
    if outcome is not None:
        assert outcome.fits_form is (None if form is None else True)
    elif form is not None:
        assert all(o.status is LegalStatus.EXCLUDED for o in advice.outcomes if o.fits_form)


def test_unknown_facts_all_become_questions(knowledge: Knowledge) -> None:
    advice = advise_on_basis(LegalFacts(), None, (), DAY, knowledge)
    assert [q.fact for q in advice.questions] == list(LegalFacts.model_fields)


def test_the_most_facts_leave_no_question(knowledge: Knowledge) -> None:
    facts = LegalFacts(
        bodies=("college",),
        powers="mandate",
        binding_rules=False,
        taxes=False,
        task_kind="support_and_execution",
        legal_personality=True,
        one_partner_runs=False,
        private_parties=False,
        private_capital=False,
        common_objectives=True,
        third_party_share=5,
        profit=False,
        civil_servants=True,
        staff_moves=True,
        raad_influence="by_law",
        special_statute="none",
        vat="compensable",
    )
    advice = advise_on_basis(facts, CooperationForm.SSC, (PartnerKind.GEMEENTE,) * 3, DAY, knowledge)
    assert advice.questions == ()
    assert advice.preferred is LegalBasis.BEDRIJFSVOERINGSORGANISATIE
    statuses = {o.basis.value: o.status.value for o in advice.outcomes}
    assert [b for b, s in statuses.items() if s == "allowed"] == ["bedrijfsvoeringsorganisatie", "openbaar-lichaam"]
    assert "vraag open" not in advice.preferred_because


def test_a_question_that_can_change_nothing_more_is_not_asked(knowledge: Knowledge) -> None:
    advice = advise_on_basis(LegalFacts(special_statute="ggd"), None, (), DAY, knowledge)
    assert "task_kind" not in {q.fact for q in advice.questions}, "only an openbaar lichaam is left"


def test_one_open_question_makes_the_preference_provisional(knowledge: Knowledge) -> None:
    others = {name: False for name in LegalFacts.model_fields if name not in _VALUES and name != "profit"}
    facts = LegalFacts(
        bodies=("college",),
        powers="mandate",
        task_kind="support_and_execution",
        third_party_share=0,
        raad_influence="by_law",
        special_statute="none",
        vat="compensable",
        **others,
    )
    advice = advise_on_basis(facts, CooperationForm.SSC, (PartnerKind.GEMEENTE,) * 3, DAY, knowledge)
    assert [q.fact for q in advice.questions] == ["profit"]
    assert advice.preferred_because.endswith("Er is nog 1 vraag open.")
