"""The whole advice at its edges: when there is none, and what is held against which form and day."""

from datetime import date

import pytest

from models.advice.advise import advise
from models.advice.fingerprint import dossier_hash
from models.advice.legal import advise_on_basis
from models.advice.problem import Demand, Problem
from models.advice.results import Outcome
from models.advice.tipping import AnswerChange, path_to_win
from models.dossier.legal_facts import LegalFacts
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, PartnerKind
from tests.models.samples import changed, example, made

ASKED = [c.value for c in CriterionId if c is not CriterionId.AANTAL_PARTNERS]


@pytest.mark.parametrize(
    "edits",
    [
        {f"vorm.answers.{c}.importance": 0 for c in ASKED},
        {f"vorm.answers.{c}.joint": {"no_answer": "not_applicable"} for c in ASKED},
        {"partners.partners.1.removed": True, "partners.partners.2.removed": True},
    ],
    ids=["nothing weighs", "nothing applies", "one partner"],
)
def test_there_is_no_advice_without_statements_or_partners(edits, knowledge):
    advice = advise(made(changed(example("bar"), edits)), knowledge, samples=False)
    assert advice.form.outcome is Outcome.NO_ADVICE
    assert advice.form.recommended is None


def test_a_single_answer_that_suffices_goes_before_a_longer_way():
    # g would win by meeting a and b itself; weakening f through c takes one answer only.
    yes, no = Demand(3, 3, 1), Demand(5, 5, 1)
    forms = {"f": {"a": yes, "b": yes, "c": Demand(3, 3, 1, hard_min=3)}, "g": {"a": no, "b": no}}
    problem = Problem(forms, {"a": 3, "b": 3, "c": 3}, {"a": 5, "b": 5, "c": 5})
    path = path_to_win(problem, "g")
    assert path is not None
    assert len(path) == 1
    assert path_to_win(problem, "f") == ()
    assert path == (AnswerChange("c", 3, 2),)


def test_law_8_the_bedrijfsvoeringsorganisatie_is_not_preferred_before_it_existed(knowledge):
    facts = LegalFacts.model_validate(
        {"bodies": ["college"], "powers": "mandate", "legal_personality": True, "task_kind": "support_and_execution"}
    )
    kinds = [PartnerKind.GEMEENTE] * 3
    now = advise_on_basis(facts, CooperationForm.SSC, kinds, date(2026, 11, 21), knowledge)
    then = advise_on_basis(facts, CooperationForm.SSC, kinds, date(2014, 6, 1), knowledge)
    assert now.preferred is LegalBasis.BEDRIJFSVOERINGSORGANISATIE
    assert then.preferred is not LegalBasis.BEDRIJFSVOERINGSORGANISATIE


def test_the_warnings_of_another_form_rest_on_the_basis_of_that_form(knowledge):
    edits = {"vorm.choice": {"form": "netwerk", "reason": "Licht beginnen."}, "rechtsvorm.choice": None}
    advice = advise(made(changed(example("bar"), edits)), knowledge, samples=False)
    assert "vat-not-settled" in {w.warning for w in advice.warnings_by_form[CooperationForm.SETA]}
    assert "vat-not-settled" not in {w.warning for w in advice.warnings}


def test_the_content_hash_follows_the_day_against_which_the_law_is_held(knowledge):
    hashes = set()
    for day in ("2026-11-21", "2028-06-01"):
        dossier = made(changed(example("bar"), {"dated": day}))
        hashes.add(dossier_hash(dossier, advise(dossier, knowledge, samples=False), knowledge))
    assert len(hashes) == 2
