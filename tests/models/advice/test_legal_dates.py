"""Law.md, preamble: dated rules and figures; look again a year after checked_on; never an old text in silence."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from models.advice.legal import advise_from
from models.advice.legal.findings import LawView, a_year_after, finding_of
from models.advice.legal.registry import ALL_RULES, RULES
from models.advice.legal.results import Finding, LegalAdvice
from models.advice.legal.rule import Context
from models.advice.legal.words import NOT_KNOWN, percent, term_text
from models.dossier.legal_facts import LegalFacts
from models.knowledge import Knowledge
from models.knowledge.law import LawFile, LegalRuleText, Term
from models.vocabulary import CooperationForm, LegalStatus, PartnerKind

CHECKED = date(2026, 11, 21)


def advise(law: LawFile, knowledge: Knowledge, day: date, **facts: Any) -> LegalAdvice:
    kinds = (PartnerKind.GEMEENTE, PartnerKind.GEMEENTE)
    return advise_from(LegalFacts(**facts), CooperationForm.SSC, kinds, day, law, knowledge.legal_bases)


def every(advice: LegalAdvice) -> list[Finding]:
    beside = [f for _, fs in advice.beside for f in fs]
    return [f for o in advice.outcomes for f in o.findings] + beside + list(advice.statute_notes)


def changed_rule(law: LawFile, rule: str, **changes: Any) -> LawFile:
    rows = tuple(r.model_copy(update=changes) if r.id == rule else r for r in law.rules)
    return law.model_copy(update={"rules": rows})


def changed_term(law: LawFile, term: str, **changes: Any) -> LawFile:
    rows = tuple(t.model_copy(update=changes) if t.id == term else t for t in law.terms)
    return law.model_copy(update={"terms": rows})


def bvo(advice: LegalAdvice, rule: str) -> Finding:
    return next(
        f for o in advice.outcomes if o.basis == "bedrijfsvoeringsorganisatie" for f in o.findings if f.rule == rule
    )


def test_everything_was_checked_on_the_same_day_and_read_in_a_named_version(knowledge: Knowledge) -> None:
    for finding in every(advise(knowledge.law, knowledge, CHECKED, task_kind="policy_rich", vat="cost")):
        assert finding.checked_on == CHECKED
        assert finding.text_date == knowledge.statute[finding.statute].text_date
        assert finding.recheck is False


@pytest.mark.parametrize(
    ("day", "again"),
    [(CHECKED, False), (date(2027, 11, 21), False), (date(2027, 11, 22), True), (date(2031, 1, 1), True)],
)
def test_recheck_from_a_year_after_checked_on(knowledge: Knowledge, day: date, again: bool) -> None:
    advice = advise(knowledge.law, knowledge, day, task_kind="policy_rich", third_party_share=20)
    assert {f.recheck for f in every(advice)} == {again}
    assert bvo(advice, "bvo.beleidsarm").effect is LegalStatus.EXCLUDED, "the text still holds"


def test_a_year_after_29_february() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_rule_that_no_longer_holds_says_so_and_excludes_nothing(knowledge: Knowledge) -> None:
    law = changed_rule(knowledge.law, "bvo.beleidsarm", valid_until=date(2026, 12, 31))
    before = bvo(advise(law, knowledge, date(2026, 12, 31), task_kind="policy_rich"), "bvo.beleidsarm")
    assert (before.effect, before.recheck) == (LegalStatus.EXCLUDED, False)
    after = bvo(advise(law, knowledge, date(2027, 1, 1), task_kind="policy_rich"), "bvo.beleidsarm")
    assert (after.effect, after.recheck) == (LegalStatus.CONDITIONAL, True)
    assert after.text.replace("\u00a0", " ") == (
        "Voor 1 januari 2027 is geen geldige tekst van deze regel bekend. "
        "De gelezen tekst geldt vanaf 1 januari 2015 tot en met 31 december 2026. Laat dit toetsen."
    )


def test_before_2015_no_text_on_the_bedrijfsvoeringsorganisatie_holds(knowledge: Knowledge) -> None:
    advice = advise(knowledge.law, knowledge, date(2014, 12, 31))
    finding = bvo(advice, "bvo.grondslag")
    assert finding.recheck and "1 januari 2015" in finding.text.replace("\u00a0", " ")
    assert bvo(advise(knowledge.law, knowledge, date(2015, 1, 1)), "bvo.grondslag").recheck is False


def test_a_term_that_no_longer_holds_is_not_replaced_by_its_old_figure(knowledge: Knowledge) -> None:
    law = changed_term(knowledge.law, "zienswijze-ontwerp-regeling", valid_until=date(2026, 12, 31))
    notes = advise(law, knowledge, date(2027, 1, 1)).statute_notes
    finding = next(f for f in notes if f.rule == "nota.zienswijze-ontwerp")
    assert NOT_KNOWN in finding.text and "8" not in finding.text
    assert finding.recheck is True


def test_without_a_percentage_on_the_day_the_80_percent_rule_speaks_up(knowledge: Knowledge) -> None:
    law = changed_term(knowledge.law, "quasi-inbesteden-aandeel", valid_until=date(2026, 12, 31))
    day = date(2027, 1, 1)
    finding = bvo(advise(law, knowledge, day, third_party_share=1), "inkoop.80-procent")
    assert NOT_KNOWN in finding.text and finding.recheck is True
    silent = advise(law, knowledge, day, third_party_share=0)
    assert "inkoop.80-procent" not in {f.rule for f in every(silent)}


def test_a_new_percentage_in_the_data_moves_the_limit(knowledge: Knowledge) -> None:
    law = changed_term(knowledge.law, "quasi-inbesteden-aandeel", value=90)
    finding = bvo(advise(law, knowledge, CHECKED, third_party_share=10), "inkoop.80-procent")
    assert "90%" in finding.text and "10%" in finding.text


def test_a_fact_marked_m_lo_is_a_question_and_never_excludes(knowledge: Knowledge) -> None:
    law = changed_rule(knowledge.law, "bvo.beleidsarm", mark="M-lo", question="Laat dit toetsen.")
    finding = bvo(advise(law, knowledge, CHECKED, task_kind="policy_rich"), "bvo.beleidsarm")
    assert finding.effect is LegalStatus.CONDITIONAL
    assert finding.question == "Laat dit toetsen."


def test_no_place_in_a_text_stays_empty(knowledge: Knowledge) -> None:
    view = LawView.of(knowledge.law)
    facts = LegalFacts(third_party_share=Decimal("37.50"))
    context = Context.of(facts, (), None, Decimal(80), Decimal(20))
    for rule in ALL_RULES:
        text = finding_of(rule, context, view, CHECKED).text
        assert "{" not in text and "}" not in text and NOT_KNOWN not in text, rule.id
    by_rule = {rule.id: finding_of(rule, context, view, CHECKED).text for rule in RULES}
    assert by_rule["inkoop.80-procent"].endswith("U noemt 37,5% voor derden.")
    assert "80%" in by_rule["inkoop.80-procent"]


@pytest.mark.parametrize(
    ("value", "maximum", "unit", "text"),
    [
        (8, None, "weken", "8 weken"),
        (1, None, "weken", "1 week"),
        (4, 12, "weken", "4 tot 12 weken"),
        (1, None, "maanden", "1 maand"),
        (90, None, "dagen", "90 dagen"),
        (80, None, "procent", "80%"),
        (3, None, "aantal", "3"),
        (3004, None, "dag-maand", "30 april"),
        (101, None, "dag-maand", "1 januari"),
    ],
)
def test_terms_in_words(value: int, maximum: int | None, unit: Any, text: str) -> None:
    dated: dict[str, Any] = {"valid_from": CHECKED, "checked_on": CHECKED, "sources": ("law",), "mark": "V"}
    term = Term(id="t", name="T", value=value, maximum=maximum, unit=unit, kind="planning", **dated)
    assert term_text(term).replace("\u00a0", " ") == text


def test_percent_in_dutch() -> None:
    assert [percent(Decimal(v)) for v in ("20", "12.50", "100", "0")] == ["20%", "12,5%", "100%", "0%"]


def test_no_rule_claims_to_hold_before_it_was_law(knowledge: Knowledge) -> None:
    """Law.md §8: since when the points hold that older documents have wrong."""
    since = {
        "bvo.grondslag": date(2015, 1, 1),
        "centrum.geen-delegatie": date(2015, 1, 1),
        "priv.openbaar-belang": date(2016, 2, 1),
        "inkoop.80-procent": date(2016, 7, 1),
        "vpb.altijd-belast": date(2016, 1, 1),
        "nota.avg": date(2018, 5, 25),
        "aw.lichaam-ambtenaren": date(2020, 1, 1),
        "nota.zienswijze-ontwerp": date(2022, 7, 1),
        "nota.evaluatie": date(2022, 7, 1),
        "nota.woo": date(2022, 5, 1),
        "nota.rekenkamer": date(2023, 1, 1),
        "bijzonder.omgevingsdienst": date(2024, 1, 1),
        "bijzonder.jeugdregio": date(2026, 1, 1),
    }
    for rule, day in since.items():
        assert knowledge.rule[rule].valid_from == day
        assert not knowledge.rule[rule].holds_on(day - timedelta(days=1))


def test_rule_texts_are_checked_after_they_came_into_force(knowledge: Knowledge) -> None:
    row: LegalRuleText | Term
    for row in (*knowledge.law.rules, *knowledge.law.terms):
        assert row.valid_from <= row.checked_on == CHECKED
