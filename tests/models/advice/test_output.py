"""The advice as JSON: stable names, valid against its own schema, and a hash that rests on the exact part only."""

import json
from fractions import Fraction
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import BaseModel

from models.advice import document as documents
from models.advice.advise import advise
from models.advice.document import AdviceDocument, advice_schema
from models.advice.fingerprint import dossier_hash
from models.advice.output import advice_document
from models.advice.results import Outcome
from models.dossier import canonical_json
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, LegalStatus
from tests.changed import replace
from tests.models.dossier.json_schema import faults
from tests.models.samples import EXAMPLES, changed, example, full, made, minimal, statements
from tests.strategies import dossiers

FIELDS = {
    "AdviceDocument": "format format_version knowledge_version dossier outcome clear_winner winners recommended"
    " contenders considered margin coverage missing ranking weight_intervals smaa perturbed tipping_points"
    " leave_one_out partners legal warnings",
    "BasisOut": "basis name status fits_form form_conditions reasons",
    "ChangeOut": "criterion before after",
    "CriterionPoints": "criterion answer points",
    "DossierOut": "id title dated fictional content_hash",
    "FormOut": "form name rank score excluded reasons coverage enough_answered speaks_for speaks_against changes_to_win"
    " warnings",
    "LeaveOneOutOut": "criterion winners changed",
    "LegalOut": "form preferred preferred_because bases beside questions notes",
    "LegalQuestionOut": "fact text rules",
    "LegalReason": "rule effect text article statute text_date checked_on recheck question",
    "PartnerOut": "partner name ranks scores excluded coverage counts",
    "PartnersOut": "rankings spreads kendalls_w",
    "SmaaOut": "samples seed rank_acceptability central_weights",
    "SpreadOut": "criterion answers spread wide",
    "TippingOut": "change winners",
    "WarningOut": "warning title cases because",
    "WeightIntervalOut": "criterion importance low high elsewhere",
}
"""The names that scripts of others rely on. A change here raises ``format_version``."""

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))


@pytest.fixture(scope="module")
def printed(knowledge):
    """The JSON of the advice on plain values, as values; worked out once unless ``fresh``."""
    known: dict[tuple[bytes, bool], str] = {}

    def printed(values: dict[str, Any], *, samples: bool = False, fresh: bool = False) -> dict[str, Any]:
        key = (canonical_json(values), samples)
        if fresh or key not in known:
            dossier = made(values)
            document = advice_document(dossier, advise(dossier, knowledge, samples=samples), knowledge)
            known[key] = document.model_dump_json()
        return json.loads(known[key])

    return printed


def _numbers(value: Any):
    if isinstance(value, dict):
        for entry in value.values():
            yield from _numbers(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _numbers(entry)
    elif isinstance(value, float):
        yield value


def test_the_field_names_are_those_that_were_promised():
    models = {
        name: model
        for name, model in vars(documents).items()
        if isinstance(model, type) and issubclass(model, BaseModel) and model.__module__ == documents.__name__
    }
    found = {name: " ".join(model.model_fields) for name, model in models.items() if name != "_Out"}
    assert found == FIELDS
    assert (AdviceDocument.model_fields["format_version"].default, documents.ADVICE_FORMAT) == (1, 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_valid_against_its_own_model_and_schema(name, printed):
    values = printed(example(name), samples=True)
    assert json.loads(AdviceDocument.model_validate_json(json.dumps(values)).model_dump_json()) == values
    schema = advice_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert faults(values, schema, schema) == []
    assert values["format"] == "vormwijzer-advies"


@pytest.mark.parametrize("name", NAMES)
def test_every_number_is_finite_and_within_its_scale(name, printed):
    values = printed(example(name), samples=True)
    assert all(isfinite(number) for number in _numbers(values))
    assert all(0 <= row["score"] <= 100 and 0 <= row["coverage"] <= 1 for row in values["ranking"])
    assert all(0 <= row["low"] <= row["importance"] <= row["high"] <= 10 for row in values["weight_intervals"])
    for run in (values["smaa"], values["perturbed"]):
        assert all(0 <= share <= 1 for shares in run["rank_acceptability"].values() for share in shares)
        assert (run["samples"], run["seed"]) == (10_000, 20260101)


def test_the_ranking_is_in_order_and_the_excluded_come_last_by_score(printed):
    rows = printed(example("matrix"))["ranking"]
    assert [(row["form"], row["rank"], row["excluded"]) for row in rows] == [
        ("matrix", 1, False),
        ("ssc", 2, False),
        ("netwerk", 3, False),
        ("centrum", None, True),
        ("seta", None, True),
    ]
    assert rows[3]["score"] > rows[4]["score"]
    assert rows[3]["reasons"] == ["geen partner het centrum kan zijn"]
    assert rows[0]["reasons"] == []
    assert rows[0]["changes_to_win"] == []
    assert rows[1]["changes_to_win"]


@pytest.mark.parametrize("name", NAMES)
def test_points_for_and_against_add_up_to_a_hundred(name, printed):
    for row in printed(example(name))["ranking"]:
        met = sum(c["points"] for c in row["speaks_for"])
        lost = sum(c["points"] for c in row["speaks_against"])
        assert met <= row["score"] + 1e-4
        assert row["score"] + lost == pytest.approx(100, abs=1e-4)


def test_an_advice_on_an_empty_dossier_is_a_document_as_well(printed):
    values = printed(minimal(), samples=True)
    assert (values["outcome"], values["recommended"], values["margin"]) == ("no_advice", None, None)
    assert [row["score"] for row in values["ranking"]] == [None] * 5
    assert set(values["missing"]) == {criterion.value for criterion in CriterionId}
    assert values["clear_winner"] is False
    assert json.loads(AdviceDocument.model_validate(values).model_dump_json()) == values


@pytest.mark.parametrize(("name", "clear"), [("bar", True), ("matrix", False)])
def test_whether_the_winner_is_clear_is_not_known_where_only_samples_can_tell(name, clear, printed):
    assert printed(example(name), samples=True)["clear_winner"] is clear
    assert printed(example("bar"))["clear_winner"] is None
    assert printed(example("matrix"))["clear_winner"] is False


@pytest.mark.parametrize("name", NAMES)
def test_each_legal_reason_names_rule_article_and_the_date_of_the_text(name, printed, knowledge):
    legal = printed(example(name))["legal"]
    assert [row["basis"] for row in legal["bases"]] == [basis.value for basis in LegalBasis]
    groups = [*(row["reasons"] for row in legal["bases"]), *legal["beside"].values(), legal["notes"]]
    reasons = [reason for group in groups for reason in group]
    assert len(reasons) > 10
    for reason in reasons:
        rule = knowledge.rule[reason["rule"]]
        assert (reason["article"], reason["statute"]) == (rule.article, rule.statute)
        assert reason["text_date"] == knowledge.statute[rule.statute].text_date
        assert reason["checked_on"] == rule.checked_on.isoformat()
        assert reason["text"].strip()
    assert all(row["reasons"] for row in legal["bases"] if row["status"] == "excluded")


def test_warnings_name_their_case_and_why_they_match(printed):
    values = printed(example("bar"))
    assert values["warnings"][0]["warning"] == "own-policy-in-merger"
    assert values["warnings"][0]["cases"] == ["8ktd", "bar"]
    assert "Barendrecht, Albrandswaard en Ridderkerk" in values["warnings"][0]["because"]


def test_partners_are_named_and_their_excluded_forms_have_no_rank(printed):
    partners = printed(example("matrix"))["partners"]
    assert [row["name"] for row in partners["rankings"]] == ["Aldermeer", "Brinkhoven", "Castelrade"]
    for row in partners["rankings"]:
        assert set(row["ranks"]).isdisjoint(row["excluded"])
        assert set(row["scores"]) == {form.value for form in CooperationForm}
    assert [s["criterion"] for s in partners["spreads"] if s["wide"]] == ["uittreden"]
    assert 0 < partners["kendalls_w"] < 1


# The content hash


@pytest.mark.parametrize("name", NAMES)
def test_the_hash_is_the_same_with_and_without_samples(name, printed):
    quick, slow = (printed(example(name), samples=samples)["dossier"] for samples in (False, True))
    assert quick == slow
    assert len(quick["content_hash"]) == 64


def test_the_hash_does_not_rest_on_sampled_numbers_nor_on_whether_they_make_a_lead_clear(knowledge):
    dossier = made(example("bar"))
    advice = advise(dossier, knowledge)
    run = advice.form.robustness.perturbed
    assert run is not None
    other = replace(run, ranks={form: tuple(1 - s for s in shares) for form, shares in run.ranks.items()})
    robustness = replace(advice.form.robustness, uniform=other, perturbed=other)
    turned = replace(advice, form=replace(advice.form, outcome=Outcome.NOT_CLEAR, robustness=robustness))
    assert dossier_hash(dossier, turned, knowledge) == dossier_hash(dossier, advice, knowledge)


def test_the_hash_rests_on_the_exact_advice(knowledge):
    dossier = made(example("bar"))
    advice = advise(dossier, knowledge, samples=False)
    form, legal, seta = advice.form, advice.legal, advice.form.form(CooperationForm.SETA)
    excluded = next(o for o in legal.outcomes if o.status is LegalStatus.EXCLUDED)
    reworded = replace(excluded, findings=(replace(excluded.findings[0], article="artikel 0"), *excluded.findings[1:]))
    changes = [
        replace(advice, warnings=()),
        replace(advice, warnings=(replace(advice.warnings[0], evidence={}), *advice.warnings[1:])),
        replace(advice, form=replace(form, margin=form.margin + Fraction(1, 10**9))),
        replace(advice, form=replace(form, contenders=())),
        replace(advice, form=replace(form, missing=())),
        replace(advice, form=replace(form, robustness=replace(form.robustness, tipping=()))),
        replace(advice, form=replace(form, robustness=replace(form.robustness, leave_one_out=()))),
        replace(advice, form=replace(form, forms=(*form.forms[:-1], replace(seta, score=seta.score - 1)))),
        replace(advice, form=replace(form, forms=(*form.forms[:-1], replace(seta, excluded_by=("beleid",))))),
        replace(advice, legal=replace(legal, questions=())),
        replace(advice, legal=replace(legal, preferred=None)),
        replace(advice, legal=replace(legal, form=None)),
        replace(advice, legal=replace(legal, statute_notes=())),
        replace(advice, legal=replace(legal, outcomes=tuple(reworded if o is excluded else o for o in legal.outcomes))),
        replace(advice, partners=replace(advice.partners, kendalls_w=None)),
        replace(advice, partners=replace(advice.partners, views=())),
    ]
    assert form.forms[-1] is seta
    hashes = {dossier_hash(dossier, other, knowledge) for other in (advice, *changes)}
    assert len(hashes) == len(changes) + 1


def test_the_hash_rests_on_the_version_of_the_knowledge(knowledge):
    dossier = made(example("bar"))
    advice = advise(dossier, knowledge, samples=False)
    newer = replace(knowledge, sources=knowledge.sources.model_copy(update={"version": "2099.1"}))
    assert dossier_hash(dossier, advice, newer) != dossier_hash(dossier, advice, knowledge)


def test_the_hash_in_the_document_is_that_of_the_dossier(printed, knowledge):
    dossier = made(full())
    meta = printed(full())["dossier"]
    assert meta["content_hash"] == dossier_hash(dossier, advise(dossier, knowledge, samples=False), knowledge)
    renamed = printed(changed(full(), {"title": "Anders", "vaststelling": {}}))["dossier"]
    assert renamed == meta | {"title": "Anders"}


def test_the_document_of_the_same_dossier_is_the_same_to_the_byte(printed):
    one, other = (canonical_json(printed(full(), samples=True, fresh=True)) for _ in range(2))
    assert one == other


@settings(max_examples=25)
@given(dossiers())
def test_every_dossier_gives_a_valid_document(knowledge, dossier):
    document = advice_document(dossier, advise(dossier, knowledge, samples=False), knowledge)
    values = json.loads(document.model_dump_json())
    assert AdviceDocument.model_validate(values) == document
    assert all(isfinite(number) for number in _numbers(values))


def test_a_removed_partner_is_in_no_ranking(printed):
    values = statements({"beleid": 3}, partners=3)
    values["vorm"]["answers"]["beleid"]["partners"] = {"p1": 1, "p2": 3, "p3": 5}
    values["partners"]["partners"][2]["removed"] = True
    partners = printed(values)["partners"]
    assert [row["partner"] for row in partners["rankings"]] == ["p1", "p2"]
    assert partners["spreads"][0]["answers"] == {"p1": 1, "p2": 3}
