"""Each warning of real cases fires on its trigger (advice-model.md) and stays silent just beside it."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

from models.advice.advise import advise
from models.advice.warnings import TRIGGERS, match_warnings
from models.vocabulary import CooperationForm, LegalBasis
from tests.models.samples import changed, example, made, minimal, statements
from tests.strategies import dossiers

FORM = {form.value: form for form in CooperationForm}
BASIS = {basis.value: basis for basis in LegalBasis}
UNKNOWN, NOT_APPLICABLE, LATER = ({"no_answer": kind} for kind in ("unknown", "not_applicable", "later"))
Row = tuple[str, dict[str, Any], str | None, str | None]


def _partners(*sizes: Any, **fields: Any) -> list[dict[str, Any]]:
    return [{"id": f"p{n}", "name": f"P{n}", "inhabitants": size, **fields} for n, size in enumerate(sizes, 1)]


def _votes(*votes: Any) -> dict[str, Any]:
    return {f"p{n}": {"votes": v} for n, v in enumerate(votes, 1)}


def _captains(sizes: tuple[Any, ...], votes: tuple[Any, ...]) -> dict[str, Any]:
    return {"partners.partners": _partners(*sizes), "sturing.votes": _votes(*votes)}


def _savings(start: Any, *years: int, amount: str = "100.00", cost: str | None = "1000.00") -> dict[str, Any]:
    items = [] if cost is None else [{"id": "c", "kind": "friction", "amounts": {"2027": cost}}]
    rows = [{"id": f"s{n}", "year": year, "amount": amount} for n, year in enumerate(years)]
    return {"kosten": {"start_year": start, "savings": rows, "items": items}}


def _pillars(structuur: Any, personen: Any, weefsel: Any) -> dict[str, Any]:
    scores = {"structuur": structuur, "personen": personen, "weefsel": weefsel}
    return {"beginsituatie.pillars": {pillar: {"score": score} for pillar, score in scores.items()}}


def _beleid(*answers: Any) -> dict[str, Any]:
    return {"vorm.answers.beleid.partners": {f"p{n}": a for n, a in enumerate(answers, 1)}}


FIRES: list[Row] = [
    ("historic-key", {"kosten.keys": [{"id": "k", "kind": "historic"}]}, None, None),
    ("historic-key", {"kosten.keys": [{"id": "j", "kind": "equal"}, {"id": "k", "kind": "historic"}]}, "netwerk", None),
    ("two-captains", _captains((10, 20), (1, 1)), None, None),
    ("two-captains", _captains((24_000, 10_000), (0, 0)), "seta", None),
    ("own-policy-in-merger", {"partners.partners.0.own_policy": True}, "seta", None),
    ("own-policy-in-merger", _beleid(1, 4), "seta", None),
    ("own-policy-in-merger", _beleid(5, 2), "seta", None),
    ("no-budget-steering", {"vorm.answers.opdrachtgeverschap.joint": 2}, "centrum", None),
    ("no-budget-steering", {"vorm.answers.opdrachtgeverschap.joint": 1}, "centrum", None),
    ("no-budget-steering", {"sturing.budget_agreement": False}, "centrum", None),
    ("trust-tied-to-founders", _pillars(3, 5, 5), None, None),
    ("trust-tied-to-founders", _pillars(4, 4, 2), None, None),
    ("trust-tied-to-founders", _pillars(2, 4, None), None, None),
    ("savings-too-early", _savings(2028, 2029), None, None),
    ("savings-too-early", _savings(2028, 2040, 2028), None, None),
    ("savings-too-early", _savings(2028, 2030, amount="1000.01"), None, None),
    ("savings-too-early", _savings(None, 2030, 2035, amount="500.01"), None, None),
    ("savings-too-early", _savings(2028, 2030, cost="0.00"), None, None),
    ("vat-not-settled", {"rechtsvorm.facts.legal_personality": True}, "ssc", None),
    ("vat-not-settled", {"rechtsvorm.facts.legal_personality": True, "rechtsvorm.facts.vat": UNKNOWN}, "seta", None),
    ("vat-not-settled", {}, "ssc", "bedrijfsvoeringsorganisatie"),
    ("vat-not-settled", {}, "seta", "openbaar-lichaam"),
    ("vat-not-settled", {"rechtsvorm.facts.vat": LATER}, "ssc", "stichting"),
    ("many-owners", {"partners.partners": _partners(*[1] * 4), "sturing.decision_rule": "unanimity"}, None, None),
]

SILENT: list[Row] = [
    ("historic-key", {"kosten.keys": [{"id": "k", "kind": kind} for kind in ("usage",)]}, None, None),
    ("historic-key", {}, None, None),
    ("two-captains", _captains((10, 19), (1, 1)), None, None),
    ("two-captains", _captains((10, 20), (1, 2)), None, None),
    ("two-captains", _captains((10, 20), (None, None)), None, None),
    ("two-captains", _captains((10, 20), (1, UNKNOWN)), None, None),
    ("two-captains", _captains((10, 20), (1,)), None, None),
    ("two-captains", _captains((10, UNKNOWN), (1, 1)), None, None),
    ("two-captains", _captains((0, 20), (1, 1)), None, None),
    ("two-captains", _captains((10, 20, 20), (1, 1, 1)), None, None),
    ("own-policy-in-merger", {"partners.partners.0.own_policy": True}, "ssc", None),
    ("own-policy-in-merger", {"partners.partners.0.own_policy": True}, None, None),
    (
        "own-policy-in-merger",
        {"partners.partners.0.own_policy": True, "partners.partners.0.removed": True},
        "seta",
        None,
    ),
    ("own-policy-in-merger", {"partners.partners.0.own_policy": False}, "seta", None),
    ("own-policy-in-merger", {"partners.partners.0.own_policy": UNKNOWN}, "seta", None),
    ("own-policy-in-merger", _beleid(1, 3), "seta", None),
    ("own-policy-in-merger", _beleid(1, UNKNOWN), "seta", None),
    ("own-policy-in-merger", _beleid(1, 4) | {"partners.partners.1.removed": True}, "seta", None),
    ("no-budget-steering", {"vorm.answers.opdrachtgeverschap.joint": 3}, "centrum", None),
    ("no-budget-steering", {"vorm.answers.opdrachtgeverschap.joint": 2}, "ssc", None),
    ("no-budget-steering", {"vorm.answers.opdrachtgeverschap.joint": UNKNOWN}, "centrum", None),
    ("no-budget-steering", {"sturing.budget_agreement": True}, "centrum", None),
    ("no-budget-steering", {"sturing.budget_agreement": UNKNOWN}, "centrum", None),
    ("no-budget-steering", {}, "centrum", None),
    ("trust-tied-to-founders", _pillars(4, 5, 4), None, None),
    ("trust-tied-to-founders", _pillars(1, 3, 1), None, None),
    ("trust-tied-to-founders", _pillars(UNKNOWN, 5, None), None, None),
    ("trust-tied-to-founders", _pillars(1, NOT_APPLICABLE, 1), None, None),
    ("savings-too-early", _savings(2028, 2030), None, None),
    ("savings-too-early", _savings(2028, 2028, amount="0.00"), None, None),
    ("savings-too-early", _savings(2028, 2030, amount="1000.00"), None, None),
    ("savings-too-early", _savings(2028, 2030, 2031, amount="500.00"), None, None),
    ("savings-too-early", _savings(2028), None, None),
    ("savings-too-early", _savings(2028, 2030, cost=None), None, None),
    (
        "savings-too-early",
        {"kosten.items": [{"id": "c", "kind": "structural", "amounts": {"2028": "1.00"}}]}
        | {"kosten.savings": [{"id": "s", "year": 2030, "amount": "5.00"}]},
        None,
        None,
    ),
    ("vat-not-settled", {"rechtsvorm.facts.legal_personality": True, "rechtsvorm.facts.vat": "cost"}, "ssc", None),
    ("vat-not-settled", {"rechtsvorm.facts.vat": "none"}, "seta", "openbaar-lichaam"),
    ("vat-not-settled", {"rechtsvorm.facts.legal_personality": True}, "centrum", None),
    ("vat-not-settled", {}, "ssc", None),
    ("vat-not-settled", {"rechtsvorm.facts.legal_personality": False}, "ssc", "centrumgemeente"),
    ("vat-not-settled", {}, "ssc", "gemeenschappelijk-orgaan"),
    ("many-owners", {"partners.partners": _partners(*[1] * 3), "sturing.decision_rule": "unanimity"}, None, None),
    (
        "many-owners",
        {"partners.partners": _partners(*[1] * 4), "sturing.decision_rule": "qualified_majority"},
        None,
        None,
    ),
    ("many-owners", {"partners.partners": _partners(*[1] * 9)}, None, None),
    (
        "many-owners",
        {
            "partners.partners": [*_partners(1, 1, 1), {"id": "x", "name": "X", "removed": True}],
            "sturing.decision_rule": "unanimity",
        },
        None,
        None,
    ),
]


def _matched(edits, form, basis):
    dossier = made(changed(statements({}, partners=2), edits))
    return {w.warning: w.evidence for w in match_warnings(dossier, FORM.get(form), BASIS.get(basis))}


@pytest.mark.parametrize(("warning", "edits", "form", "basis"), FIRES)
def test_the_warning_fires_on_its_trigger_with_its_reason_filled_in(warning, edits, form, basis, knowledge):
    found = _matched(edits, form, basis)
    assert set(found) == {warning}
    because = knowledge.warning[warning].because(found[warning])
    assert because.endswith(".")
    assert "{" not in because
    assert "None" not in because


@pytest.mark.parametrize(("warning", "edits", "form", "basis"), SILENT)
def test_just_beside_its_trigger_the_warning_is_silent(warning, edits, form, basis):
    assert warning not in _matched(edits, form, basis)


def test_every_warning_of_the_cases_has_a_trigger_and_a_test(knowledge):
    assert set(TRIGGERS) == set(knowledge.warning) == {row[0] for row in FIRES} == {row[0] for row in SILENT}


def test_an_empty_dossier_matches_nothing_whatever_the_form():
    dossier = made(minimal())
    assert [match_warnings(dossier, form, None) for form in (None, *CooperationForm)] == [()] * 6


def test_every_legal_basis_with_a_person_needs_its_vat_settled():
    persons = {basis.value for basis in LegalBasis if "vat-not-settled" in _matched({}, "ssc", basis.value)}
    assert persons == {
        *("bedrijfsvoeringsorganisatie", "openbaar-lichaam", "vereniging", "stichting", "cooperatie", "bv", "nv"),
    }


EVIDENCE = [
    (
        "historic-key",
        {"kosten.keys": [{"id": "k", "kind": "historic", "name": "Inbreng 2015"}]},
        None,
        "“Inbreng 2015”",
    ),
    ("historic-key", {"kosten.keys": [{"id": "k-1", "kind": "historic"}]}, None, "“k-1”"),
    ("two-captains", _captains((28_000, 12_400), (3, 3)), None, "P1 heeft 28.000 inwoners en P2 heeft er 12.400."),
    ("own-policy-in-merger", {"partners.partners": _partners(1, 2, own_policy=True)}, "seta", ": P1 en P2."),
    ("own-policy-in-merger", _beleid(5, 1), "seta", "lopen uiteen van 1 tot 5."),
    ("no-budget-steering", {"vorm.answers.opdrachtgeverschap.joint": 1}, "centrum", "(antwoord 1 van 5)"),
    ("no-budget-steering", {"sturing.budget_agreement": False}, "centrum", "Over budget en rapportage"),
    ("trust-tied-to-founders", _pillars(1, 4, 2), None, "De personen krijgen een 4, maar het weefsel krijgt een 2."),
    ("trust-tied-to-founders", _pillars(1, 4, 3), None, "maar de structuur krijgt een 1."),
    ("savings-too-early", _savings(2028, 2031, 2029), None, "staat in 2029. De samenwerking begint in 2028."),
    ("savings-too-early", _savings(2028, 2030, amount="1234567.80"), None, "€\u00a01.234.567,80 per jaar"),
    (
        "many-owners",
        {"partners.partners": _partners(*[1] * 5), "sturing.decision_rule": "unanimity"},
        None,
        "Er zijn 5 partners",
    ),
]


@pytest.mark.parametrize(("warning", "edits", "form", "words"), EVIDENCE)
def test_the_reason_names_what_was_found_in_the_dossier(warning, edits, form, words, knowledge):
    assert words in knowledge.warning[warning].because(_matched(edits, form, None)[warning])


def test_what_a_person_typed_between_braces_stays_text(knowledge):
    keys = {"kosten.keys": [{"id": "k", "kind": "historic", "name": "{key} {0} %s"}]}
    assert "“{key} {0} %s”" in knowledge.warning["historic-key"].because(_matched(keys, None, None)["historic-key"])


@pytest.mark.parametrize(
    ("name", "warnings"),
    [
        ("aalsmeer-amstelveen", {"no-budget-steering", "trust-tied-to-founders"}),
        ("bar", {"own-policy-in-merger", "trust-tied-to-founders", "savings-too-early", "vat-not-settled"}),
        ("matrix", set()),
        ("netwerk", set()),
    ],
)
def test_the_cases_match_the_warnings_that_were_drawn_from_them(name, warnings, knowledge):
    assert {w.warning for w in advise(made(example(name)), knowledge, samples=False).warnings} == warnings


def test_a_form_brings_its_own_warnings_beside_those_that_always_hold(knowledge):
    advice = advise(made(example("bar")), knowledge, samples=False)
    own = {form: [w.warning for w in found] for form, found in advice.warnings_by_form.items()}
    assert own[CooperationForm.SETA] == ["own-policy-in-merger", "vat-not-settled"]
    assert own[CooperationForm.SSC] == ["vat-not-settled"]
    assert own[CooperationForm.CENTRUM] == own[CooperationForm.NETWERK] == own[CooperationForm.MATRIX] == []


@settings(max_examples=25)
@given(dossiers())
def test_no_dossier_makes_a_trigger_fall_over_and_every_match_has_its_words(knowledge, dossier):
    for form in CooperationForm:
        for basis in (None, LegalBasis.OPENBAAR_LICHAAM):
            for warning in match_warnings(dossier, form, basis):
                text = knowledge.warning[warning.warning].because(warning.evidence)
                assert text
                assert not re.search(r"\{(key|largest|partners|score|year|saving|lowest)\}", text)
