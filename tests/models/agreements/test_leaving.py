"""Exit sums: the regeling's own formula, the two readings of the tapering, real damage, and which one applies."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.knowledge import shipped_knowledge
from models.agreements.leaving import (
    OWN_FORMULA,
    Applies,
    BaseOrigin,
    ExitBase,
    ExitNoteKind,
    Leaving,
    MethodKind,
)
from models.agreements.leaving_methods import catalogue_method, own_formula
from models.dossier.costs import ExitDamage, KostenSection
from models.knowledge import Knowledge
from tests.models.agreements.leaving_samples import dossier, leaving_of, method_of, overview_of


def kinds(leaving: Leaving) -> set[ExitNoteKind]:
    return {note.kind for note in leaving.remarks}


def sums(leaving: Leaving, method: str) -> list[Decimal]:
    return [row.amount for row in method_of(leaving, method).years]


# --- the figures of case law


def test_kb_14_mei_1985_first_reading_is_100_80_60_40_20_and_three_times_the_contribution(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_contribution="100000.00"), knowledge)
    assert sums(found, "tapering-100") == [Decimal(n) for n in ("100000", "80000", "60000", "40000", "20000")]
    method = method_of(found, "tapering-100")
    assert (method.total, method.times) == (Decimal("300000.00"), 3)
    assert [row.year for row in method.years] == [2028, 2029, 2030, 2031, 2032]


def test_kb_14_mei_1985_second_reading_is_80_60_40_20_0_and_twice_the_contribution(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_contribution="100000.00"), knowledge)
    assert sums(found, "tapering-80") == [Decimal(n) for n in ("80000", "60000", "40000", "20000", "0")]
    assert (method_of(found, "tapering-80").total, method_of(found, "tapering-80").times) == (Decimal(200000), 2)


def test_abrvs_15_april_2015_direct_damage_counts_for_five_years_with_fixed_cost(knowledge: Knowledge) -> None:
    damages = [
        {
            "id": "d1",
            "text": "Huur",
            "amounts": {str(n): "10000.00" for n in range(1, 8)},
            "percentage": "30",
            "fixed": True,
        },
        {"id": "d2", "text": "Boventallig personeel", "amounts": {"1": "50000.00", "2": "25000.00"}},
    ]
    method = method_of(leaving_of(dossier(exit_damages=damages), knowledge), "real-damage")
    assert [row.amount for row in method.years] == [53000, 28000, 3000, 3000, 3000]
    assert [row.fixed_cents for row in method.years] == [300000] * 5
    assert (method.total, method.term) == (Decimal("90000.00"), 5)
    assert [(row.number, row.amount) for row in method.beyond] == [(6, 3000), (7, 3000)]
    (late,) = method.remarks
    assert (late.kind, late.amount, late.number) == (ExitNoteKind.BEYOND_TERM, Decimal(6000), 5)


def test_the_term_and_the_percentages_are_data_with_a_date_and_a_ruling(knowledge: Knowledge) -> None:
    held = {text.id: text for text in knowledge.costs.exit}
    assert held["real-damage"].years == 5 and "ECLI:NL:RVS:2015:1198" in held["real-damage"].decision
    assert "AB 1985/424" in held["tapering-100"].decision and "AB 1985/424" in held["tapering-80"].decision
    shorter = held["real-damage"].model_copy(update={"years": 2})
    damage = ExitDamage(id="d", amounts={1: Decimal(1), 2: Decimal(2), 3: Decimal(4)})
    assert catalogue_method(shorter, (damage,), None, 2027).total == 3


def test_aalsmeer_a_bill_of_16_million_makes_tapering_far_dearer_than_the_5_to_10_million_expected(
    knowledge: Knowledge,
) -> None:
    key = {"id": "k", "kind": "fixed-term", "drivers": {"Deel": {"p1": 50, "p2": 50}}}
    found = leaving_of(dossier(2, "32000000.00", key), knowledge)
    assert found.base == ExitBase(1_600_000_000, BaseOrigin.KEY, 2027, "k")
    assert (found.low_cents, found.high_cents) == (3_200_000_000, 4_800_000_000)
    assert found.low_cents > 1_000_000_000


# --- which one applies


def test_the_own_formula_of_the_regeling_goes_before_case_law_as_law_1_4_says(knowledge: Knowledge) -> None:
    held = dossier(
        exit_contribution="1000.00",
        exit_percentages={"1": "100", "2": "50"},
        exit_fixed="250.00",
        exit_method="tapering-80",
    )
    found = leaving_of(held, knowledge)
    assert (found.applied, found.why) == (OWN_FORMULA, Applies.OWN_FORMULA)
    assert [method.id for method in found.methods] == [OWN_FORMULA, "tapering-100", "tapering-80", "real-damage"]
    own = found.methods[0]
    assert [(row.number, row.amount, row.fixed_cents) for row in own.years] == [(1, 1250, 25000), (2, 500, 0)]
    assert (own.total, own.times) == (Decimal(1750), Fraction(3, 2))


def test_a_silent_regeling_takes_the_method_that_was_chosen(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_method="tapering-80"), knowledge)
    assert (found.applied, found.why) == ("tapering-80", Applies.CHOSEN)
    assert found.methods[0].id == "tapering-80" and len(found.methods) == 3


@pytest.mark.parametrize("method", [None, "consent-rule", {"no_answer": "later"}])
def test_without_a_choice_all_methods_stand_side_by_side(method: Any, knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_method=method), knowledge)
    assert (found.applied, found.method, found.why) == (None, None, Applies.OPEN)
    assert ExitNoteKind.METHOD_OPEN in kinds(found)
    assert all(row.exit_cents is None for row in found.takeover.years)


def test_a_formula_in_words_is_never_guessed(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_formula="Twee keer de bijdrage", exit_method="tapering-80"), knowledge)
    assert (found.applied, found.why) == ("tapering-80", Applies.IN_WORDS)
    own = method_of(found, OWN_FORMULA)
    assert own.total is None and own.obstacles[0].kind is ExitNoteKind.FORMULA_WITHOUT_FIGURES
    assert leaving_of(dossier(exit_formula="Twee keer de bijdrage"), knowledge).applied is None


def test_a_fixed_sum_alone_needs_no_contribution(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_fixed="5000.00", chosen=None), knowledge)
    assert found.method is not None
    assert (found.method.total, found.method.times, found.method.remarks) == (Decimal(5000), None, ())
    assert method_of(found, "tapering-100").obstacles[0].kind is ExitNoteKind.NO_CONTRIBUTION


def test_abrvs_2015_1198_consent_of_the_others_changes_no_outcome(knowledge: Knowledge) -> None:
    plain = leaving_of(dossier(exit_percentages={"1": "100"}), knowledge)
    asked = leaving_of(
        dossier(exit_percentages={"1": "100"}, exit_formula="Alleen met Instemming van allen."), knowledge
    )
    assert kinds(plain) == set() and kinds(asked) == {ExitNoteKind.ASKS_CONSENT}
    assert (plain.methods, plain.takeover) == (asked.methods, asked.takeover)


# --- the contribution


def test_the_contribution_is_that_of_the_key_in_the_year_of_leaving_and_says_so(knowledge: Knowledge) -> None:
    indices = {str(year): {"wage": "10", "wage_weight": "100"} for year in range(2028, 2031)}
    found = leaving_of(dossier(exit_year=2028, indices=indices), knowledge)
    assert found.base == ExitBase(33_000_000, BaseOrigin.KEY, 2028, "k")
    assert leaving_of(dossier(exit_year=2050), knowledge).base == ExitBase(30_000_000, BaseOrigin.KEY, 2030, "k")
    typed = leaving_of(dossier(exit_contribution="7.00"), knowledge).base
    assert typed == ExitBase(700, BaseOrigin.TYPED)


def test_without_a_year_the_first_one_counts_and_is_named(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_year=None), knowledge)
    assert found.left_in == 2027
    assert [(n.kind, n.year) for n in found.remarks] == [
        (ExitNoteKind.METHOD_OPEN, None),
        (ExitNoteKind.YEAR_TAKEN, 2027),
    ]


@pytest.mark.parametrize(
    ("edits", "kind"),
    [
        ({"exit_partner": None}, ExitNoteKind.NO_LEAVER),
        ({"chosen": None}, ExitNoteKind.NO_KEY),
        ({"items": []}, ExitNoteKind.KEY_FAILS),
        ({"count": 0, "exit_partner": None}, ExitNoteKind.NO_PARTNERS),
    ],
)
def test_what_is_missing_is_named_and_never_zero(edits: Any, kind: ExitNoteKind, knowledge: Knowledge) -> None:
    found = leaving_of(dossier(**edits), knowledge)
    assert found.obstacles[0].kind is kind and found.takeover.obstacles[0].kind is kind
    assert found.base is None and found.high_cents is None
    assert all(method.total is None and method.obstacles for method in found.methods)


def test_damage_without_amounts_is_named_and_does_not_count(knowledge: Knowledge) -> None:
    damages = [{"id": "d1", "text": "Huur"}, {"id": "d2", "text": "ICT", "amounts": {"1": "-40.00"}}]
    method = method_of(leaving_of(dossier(exit_damages=damages), knowledge), "real-damage")
    assert [(note.kind, note.name) for note in method.remarks] == [
        (ExitNoteKind.DAMAGE_EMPTY, "Huur"),
        (ExitNoteKind.BELOW_ZERO, ""),
    ]
    assert method.total == -40
    assert method_of(leaving_of(dossier(exit_damages=damages[:1]), knowledge), "real-damage").total is None


# --- rules of arithmetic

amounts = st.integers(-10_000_000_000, 10_000_000_000)
percentages = st.dictionaries(
    st.integers(1, 20), st.decimals(0, 1000, places=3, allow_nan=False), min_size=1, max_size=20
)


@given(amounts)
def test_both_readings_are_exactly_three_and_two_times_and_add_up(cents: int) -> None:
    base = ExitBase(cents, BaseOrigin.TYPED)
    held = {text.id: catalogue_method(text, (), base, None) for text in shipped_knowledge().costs.exit[:2]}
    assert held["tapering-100"].total_cents == 3 * cents
    assert held["tapering-80"].total_cents == 2 * cents
    for method in held.values():
        assert method.kind is MethodKind.TAPERING
        assert method.total_cents == sum(row.cents for row in method.years)
        assert all(abs(100 * row.cents - (row.percentage or 0) * cents) < 100 for row in method.years)


@given(amounts, percentages, st.none() | amounts)
def test_an_own_formula_adds_up_and_doubles_with_the_contribution(
    cents: int, held: dict[int, Decimal], fixed: int | None
) -> None:
    kosten = KostenSection(exit_percentages=held, exit_fixed=None if fixed is None else Decimal(fixed).scaleb(-2))
    once = own_formula(kosten, ExitBase(cents, BaseOrigin.TYPED), 2030).total_cents
    twice = own_formula(kosten, ExitBase(2 * cents, BaseOrigin.TYPED), 2030).total_cents
    exact = sum((Fraction(part) for part in held.values()), Fraction(0)) * cents / 100
    assert once is not None and twice is not None
    assert abs(once - (fixed or 0) - exact) <= Fraction(1, 2)
    assert abs((twice - (fixed or 0)) - 2 * (once - (fixed or 0))) <= 1


@given(st.lists(st.dictionaries(st.integers(1, 20), amounts, min_size=1, max_size=6), min_size=1, max_size=4))
def test_damage_counts_to_the_cent_and_nothing_is_lost(held: list[dict[int, int]]) -> None:
    damages = [
        ExitDamage(id=f"d{n}", amounts={k: Decimal(v).scaleb(-2) for k, v in row.items()}) for n, row in enumerate(held)
    ]
    text = next(text for text in shipped_knowledge().costs.exit if text.id == "real-damage")
    method = catalogue_method(text, damages, None, 2027)
    late = sum(row.cents for row in method.beyond)
    assert (method.total_cents or 0) + late == sum(sum(row.values()) for row in held)


# --- before signing


def test_every_partner_is_worked_out_before_signing_with_the_span_of_the_methods(knowledge: Knowledge) -> None:
    key = {"id": "k", "kind": "inhabitants", "drivers": {"Inwoners": {}}}
    found = overview_of(dossier(3, "600.00", key, exit_method="tapering-80", exit_avoidable="50"), knowledge)
    assert [(r.partner, r.contribution_cents, r.low, r.high, r.applied) for r in found.rows] == [
        ("p1", 10000, 200, 300, 200),
        ("p2", 20000, 400, 600, 400),
        ("p3", 30000, 600, 900, 600),
    ]
    assert (found.left_in, found.count) == (2027, 5)
    assert [row.stranded_total_cents for row in found.rows] == [25000, 50000, 75000]


def test_damage_and_a_typed_contribution_count_for_the_named_partner_only(knowledge: Knowledge) -> None:
    damages = [{"id": "d", "amounts": {"1": "9000000.00"}}]
    found = overview_of(dossier(exit_damages=damages, exit_contribution="1.00"), knowledge)
    assert [(row.low, row.high) for row in found.rows] == [(2, 9000000), (600000, 900000), (600000, 900000)]
    assert [(n.kind, n.partners) for n in found.remarks] == [
        (ExitNoteKind.DAMAGE_OF_ONE, ("p1",)),
        (ExitNoteKind.AVOIDABLE_MISSING, ()),
    ]


def test_the_overview_agrees_with_the_outcome_of_each_partner(knowledge: Knowledge) -> None:
    held = dossier(4, "1234567.89", exit_avoidable="33.3")
    for row in overview_of(held, knowledge).rows:
        one = leaving_of(dossier(4, "1234567.89", exit_avoidable="33.3", exit_partner=row.partner), knowledge)
        assert (row.low_cents, row.high_cents) == (one.low_cents, one.high_cents)
        assert row.stranded_cents == tuple(year.stranded_cents for year in one.takeover.years)


def test_one_partner_and_no_partner_have_no_one_to_take_over(knowledge: Knowledge) -> None:
    (row,) = overview_of(dossier(1), knowledge).rows
    assert row.stranded_total_cents is None and row.low == 1800000
    assert overview_of(dossier(0, exit_partner=None), knowledge).obstacles[0].kind is ExitNoteKind.NO_PARTNERS
