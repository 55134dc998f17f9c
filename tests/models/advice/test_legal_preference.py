"""Advice-model, "Legal basis": current form × basis, and the lightest that suffices."""

from datetime import date
from typing import Any

import pytest

from models.advice.legal import LegalAdvice, advise_on_basis, notes_on
from models.dossier.legal_facts import LegalFacts
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, LegalBasis, PartnerKind

DAY = date(2026, 11, 21)
THREE = (PartnerKind.GEMEENTE,) * 3

TABLE: dict[str, tuple[set[str], set[str], set[str]]] = {
    "netwerk": (
        {"convenant", "regeling-zonder-meer", "overeenkomst"},
        {"gemeenschappelijk-orgaan", "openbaar-lichaam"},
        {"mandaat", "detachering"},
    ),
    "centrum": ({"centrumgemeente"}, {"overeenkomst"}, {"detachering"}),
    "matrix": ({"centrumgemeente"}, {"overeenkomst", "convenant", "openbaar-lichaam"}, set()),
    "ssc": (
        {"bedrijfsvoeringsorganisatie"},
        {"openbaar-lichaam", "centrumgemeente", "stichting", "cooperatie", "bv", "nv"},
        set(),
    ),
    "seta": ({"openbaar-lichaam"}, {"bedrijfsvoeringsorganisatie"}, set()),
}
"""Advice-model: form, what fits, what fits under conditions, what stands beside it."""


def advise(knowledge: Knowledge, form: str | None, kinds: Any = THREE, **facts: Any) -> LegalAdvice:
    wanted = None if form is None else CooperationForm(form)
    return advise_on_basis(LegalFacts(**facts), wanted, kinds, DAY, knowledge)


@pytest.mark.parametrize("form", TABLE)
def test_form_times_basis_equals_the_advice_model(knowledge: Knowledge, form: str) -> None:
    entry = next(e for e in knowledge.legal_bases.by_form if e.form == form)
    fits = {b.basis.value for b in entry.bases if b.fit == "fits"}
    conditional = {b.basis.value for b in entry.bases if b.fit == "conditional"}
    assert (fits, conditional, set(entry.beside)) == TABLE[form]
    assert all(b.conditions for b in entry.bases if b.fit == "conditional")


@pytest.mark.parametrize("form", TABLE)
def test_outcomes_carry_the_fit_and_its_conditions(knowledge: Knowledge, form: str) -> None:
    fits, conditional, _ = TABLE[form]
    for outcome in advise(knowledge, form).outcomes:
        assert outcome.fits_form is (outcome.basis.value in fits | conditional)
        assert bool(outcome.form_conditions) >= (outcome.basis.value in conditional)
    assert all(o.fits_form is None for o in advise(knowledge, None).outcomes)


@pytest.mark.parametrize(
    ("form", "facts", "preferred"),
    [
        ("netwerk", {"powers": "none"}, "convenant"),
        ("netwerk", {"powers": "none", "legal_personality": True}, "openbaar-lichaam"),
        ("netwerk", {"powers": "delegation"}, "openbaar-lichaam"),
        ("centrum", {"powers": "mandate", "one_partner_runs": True}, "centrumgemeente"),
        ("centrum", {"one_partner_runs": False}, "overeenkomst"),
        ("matrix", {"powers": "mandate", "one_partner_runs": False}, "centrumgemeente"),
        (
            "ssc",
            {"bodies": ("college",), "task_kind": "support_and_execution", "legal_personality": True},
            "bedrijfsvoeringsorganisatie",
        ),
        ("ssc", {"task_kind": "policy_rich", "legal_personality": True}, "openbaar-lichaam"),
        ("ssc", {"bodies": ("raad", "college"), "legal_personality": True}, "openbaar-lichaam"),
        ("ssc", {"bodies": ("raad", "college"), "powers": "mandate", "one_partner_runs": True}, "centrumgemeente"),
        ("ssc", {"legal_personality": True, "private_parties": True}, "stichting"),
        ("ssc", {"legal_personality": True, "private_parties": True, "profit": True}, "cooperatie"),
        ("seta", {"task_kind": "policy_rich", "legal_personality": True, "bodies": ("college",)}, "openbaar-lichaam"),
        ("seta", {"task_kind": "support_and_execution"}, "openbaar-lichaam"),
        (None, {"powers": "none", "legal_personality": False}, "convenant"),
        (None, {"powers": "mandate", "one_partner_runs": True}, "centrumgemeente"),
        (None, {"powers": "delegation"}, "bedrijfsvoeringsorganisatie"),
        (None, {"powers": "delegation", "task_kind": "policy_rich"}, "openbaar-lichaam"),
        (None, {"legal_personality": True}, "bedrijfsvoeringsorganisatie"),
        (None, {"special_statute": "ggd", "legal_personality": True}, "openbaar-lichaam"),
    ],
)
def test_the_lightest_that_suffices(
    knowledge: Knowledge, form: str | None, facts: dict[str, Any], preferred: str
) -> None:
    advice = advise(knowledge, form, **facts)
    assert advice.preferred == preferred
    assert advice.preferred_because.startswith(knowledge.basis[LegalBasis(preferred)].name)


def test_centrumgemeente_is_not_preferred_elsewhere_before_a_host_is_known(knowledge: Knowledge) -> None:
    facts: dict[str, Any] = {"bodies": ("raad", "college"), "powers": "mandate"}
    assert advise(knowledge, "ssc", **facts).preferred == "openbaar-lichaam"
    assert "one_partner_runs" in {q.fact for q in advise(knowledge, "ssc", **facts).questions}


def test_public_before_private_where_a_body_is_needed(knowledge: Knowledge) -> None:
    advice = advise(knowledge, None, legal_personality=True, task_kind="policy_rich")
    assert advice.preferred == "openbaar-lichaam"
    kinds = {basis: text.kind for basis, text in knowledge.basis.items()}
    assert {b.value for b, kind in kinds.items() if kind == "publiek"} == {
        "regeling-zonder-meer",
        "centrumgemeente",
        "gemeenschappelijk-orgaan",
        "bedrijfsvoeringsorganisatie",
        "openbaar-lichaam",
    }


def test_too_little_known_gives_no_preference(knowledge: Knowledge) -> None:
    advice = advise(knowledge, None)
    assert advice.preferred is None
    assert "te weinig bekend" in advice.preferred_because


def test_a_form_gives_a_preference_that_is_called_provisional(knowledge: Knowledge) -> None:
    for form in TABLE:
        advice = advise(knowledge, form)
        assert advice.preferred is not None
        assert "open" in advice.preferred_because


def test_nothing_left_for_the_form_names_what_is_left_outside_it(knowledge: Knowledge) -> None:
    advice = advise(knowledge, "centrum", powers="delegation")
    assert advice.preferred is None
    assert "gemeenschappelijk orgaan" in advice.preferred_because


def test_everything_excluded(knowledge: Knowledge) -> None:
    advice = advise(knowledge, None, special_statute="ggd", private_parties=True, powers="delegation")
    assert advice.preferred is None
    assert advice.preferred_because.startswith("Alle rechtsvormen zijn uitgesloten.")
    assert {f.rule for f in advice.statute_notes} >= {"nota.avg"}


def test_the_reason_names_what_was_lighter_but_excluded(knowledge: Knowledge) -> None:
    advice = advise(knowledge, "ssc", task_kind="policy_rich", legal_personality=True, one_partner_runs=False)
    assert "Lichter maar uitgesloten: centrumregeling en bedrijfsvoeringsorganisatie." in advice.preferred_because
    weaker = advise(knowledge, None, powers="delegation")
    assert "Lichter maar met meer voorbehoud: gemeenschappelijk orgaan." in weaker.preferred_because


@pytest.mark.parametrize(
    ("form", "facts", "told", "untold"),
    [
        ("netwerk", {"powers": "none"}, {"nota.or-advies", "nota.raad-vooraf", "nota.avg"}, {"nota.begroting"}),
        (
            "centrum",
            {"bodies": ("college",)},
            {"nota.zienswijze-ontwerp", "nota.toestemming", "nota.evaluatie"},
            {"nota.begroting", "nota.archief"},
        ),
        (
            "ssc",
            {"bodies": ("college",)},
            {"nota.begroting", "nota.archief-bvo", "nota.koepelvrijstelling"},
            {"nota.archief", "nota.raad-vooraf"},
        ),
        (
            "seta",
            {"bodies": ("raad",)},
            {"nota.raad-treft-mee", "nota.secretaris-griffier", "nota.archief"},
            {"nota.zienswijze-ontwerp", "nota.toestemming"},
        ),
        ("seta", {"staff_moves": True}, {"nota.overgang-onderneming", "nota.cao"}, {"nota.markt-overheid"}),
        (
            "seta",
            {"vat": "compensable", "third_party_share": 3},
            {"nota.bcf", "nota.markt-overheid"},
            {"nota.koepelvrijstelling"},
        ),
    ],
)
def test_only_the_notes_that_matter(
    knowledge: Knowledge, form: str, facts: dict[str, Any], told: set[str], untold: set[str]
) -> None:
    notes = {f.rule for f in advise(knowledge, form, **facts).statute_notes}
    assert told <= notes
    assert not untold & notes


def test_notes_for_the_basis_that_people_chose(knowledge: Knowledge) -> None:
    facts = LegalFacts(bodies=("college",))
    notes = notes_on(LegalBasis.OPENBAAR_LICHAAM, facts, CooperationForm.NETWERK, THREE, DAY, knowledge.law)
    assert {"nota.begroting", "nota.archief", "nota.uittreden"} <= {f.rule for f in notes}


def test_law_md_3_1_two_separate_persons_after_a_merger(knowledge: Knowledge) -> None:
    notes = {f.rule: f for f in advise(knowledge, "seta").statute_notes}
    assert "twee verschillende personen" in notes["nota.secretaris-griffier"].text
    assert notes["nota.zelfde-secretaris"].question, "M-mid: a question"
