"""The examples: what they advise, what they say of themselves, and that they are plain Dutch."""

from collections.abc import Iterator
from typing import Any

import pytest

from models.advice.advise import advise
from models.advice.results import Outcome
from models.check import FindingKind, check_dossier
from models.dossier.knowledge_ids import check_knowledge_ids
from models.vocabulary import CooperationForm, LegalBasis
from tests.models.knowledge.texts import sentences
from tests.models.samples import EXAMPLES, example, made

NAMES = ("aalsmeer-amstelveen", "bar", "lindestreek", "matrix", "netwerk")
FICTIONAL = {"lindestreek", "matrix", "netwerk"}
ADVISED = {
    "aalsmeer-amstelveen": "centrum",
    "bar": "seta",
    "lindestreek": "ssc",
    "matrix": "matrix",
    "netwerk": "netwerk",
}
BASES = {
    "aalsmeer-amstelveen": "centrumgemeente",
    "bar": "openbaar-lichaam",
    "lindestreek": "bedrijfsvoeringsorganisatie",
    "matrix": "centrumgemeente",
    "netwerk": "convenant",
}
NO_PROSE = {"id", "format_version", "dated", "partner", "kind", "basis", "form", "source", "inhabitants_source"}


@pytest.fixture(scope="module", params=NAMES)
def name(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def advice(name, knowledge):
    return advise(made(example(name)), knowledge)


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key not in NO_PROSE:
            yield value
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from _texts(entry, name)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry, key)


def test_these_are_all_the_examples():
    assert {path.stem for path in EXAMPLES.glob("*.json")} == set(NAMES)


def test_the_example_loads_with_known_ids_and_an_id_of_its_own(name, knowledge):
    dossier = made(example(name))
    check_knowledge_ids(dossier, knowledge)
    assert dossier.id == f"voorbeeld-{name}"


def test_it_advises_the_form_of_the_case_and_that_form_was_chosen(name, advice):
    assert advice.form.recommended is CooperationForm(ADVISED[name])
    assert advice.form.winners == (advice.form.recommended,)
    assert advice.considered is advice.form.recommended
    assert made(example(name)).vorm.choice.form is advice.form.recommended


@pytest.mark.parametrize("case", [n for n in NAMES if n not in FICTIONAL])
def test_a_real_case_is_clear_and_its_form_stands_among_the_cases(case, knowledge):
    advice = advise(made(example(case)), knowledge)
    assert advice.form.outcome is Outcome.CLEAR
    assert CooperationForm(ADVISED[case]) in knowledge.case[case].forms
    assert LegalBasis(BASES[case]) in knowledge.case[case].legal_bases


def test_the_matrix_is_named_first_though_another_form_is_close(knowledge):
    advice = advise(made(example("matrix")), knowledge).form
    assert advice.contenders[0] is CooperationForm.MATRIX
    assert advice.form(CooperationForm.MATRIX).rank == 1


def test_the_network_stands_out_because_every_other_form_drops_out(knowledge):
    advice = advise(made(example("netwerk")), knowledge).form
    assert advice.outcome is Outcome.CLEAR
    assert all(outcome.excluded_by for outcome in advice.forms if outcome.form is not CooperationForm.NETWERK)


def test_the_legal_basis_preferred_is_the_one_of_the_case(name, advice):
    assert advice.legal.preferred is LegalBasis(BASES[name])
    assert made(example(name)).rechtsvorm.choice.basis is advice.legal.preferred


def test_what_is_fictional_says_so_in_the_flag_and_in_words(name):
    values = example(name)
    assert made(values).fictional is (name in FICTIONAL)
    words = " ".join(_texts(values)).lower()
    assert ("fictief" in words) is (name in FICTIONAL)
    assert ("bestaan niet" in words) is (name in FICTIONAL)


def test_a_real_case_says_that_the_scores_are_our_reading(name):
    notes = [note["text"] for note in example(name)["opgave"].get("notes", [])]
    assert any("lezing" in note for note in notes) is (name not in FICTIONAL)


def test_nothing_in_the_example_contradicts(name, advice, knowledge):
    found = check_dossier(made(example(name)), advice, knowledge)
    assert [f.text for f in found if f.kind is FindingKind.CONTRADICTION] == []
    assert all(f.kind is FindingKind.MISSING for f in found)


def test_no_sentence_is_longer_than_twenty_words(name):
    found = [s for text in _texts(example(name)) for s in sentences(text) if len(s.split()) > 20]
    assert found == []


def test_there_is_no_exclamation_mark_and_no_placeholder(name):
    text = " ".join(_texts(example(name)))
    assert not {"!", "{", "}", "TODO", "XXX", "lorem"} & set(text.split())
    assert "!" not in text


def test_every_partner_answered_and_the_joint_answer_lies_between_theirs(name):
    dossier = made(example(name))
    partners = {partner.id for partner in dossier.partners.active}
    assert len(dossier.vorm.answers) == 13
    assert all(set(row.partners) == partners for row in dossier.vorm.answers.values())


def test_the_same_advice_comes_out_without_samples(name, advice, knowledge):
    quick = advise(made(example(name)), knowledge, samples=False)
    assert quick.form.recommended is advice.form.recommended
    assert quick.form.outcome in {Outcome.PROVISIONAL, Outcome.NOT_CLEAR}
    assert (quick.legal, quick.warnings, quick.partners) == (advice.legal, advice.warnings, advice.partners)
