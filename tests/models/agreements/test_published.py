"""Published budgets of regelingen and municipalities worked out again, and what trying them brought to light."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models.agreements.contributions import work_out
from models.agreements.hours import hours_outcome
from models.agreements.money import apportion, shares_of
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import KeyOutcome
from models.dossier.costs import CostItem
from models.dossier.explore import Partner
from models.dossier.hours import UrenSection
from models.knowledge import Knowledge
from models.rounding import nearest
from models.wording.costs import note_text
from models.wording.leaving import exit_note_text
from tests.models.agreements.costs import START, cost, key, outcome, paid, partners, section
from tests.models.agreements.hours_samples import entry
from tests.models.agreements.leaving_samples import dossier, leaving_of, method_of, overview_of

PEOPLE: dict[str, dict[str, object]] = {"inwoners": {}}


def _kinds(found: KeyOutcome) -> list[NoteKind]:
    return [note.kind for note in (*found.obstacles, *found.remarks)]


def _once(amount: str, year: int, item: str = "eenmalig") -> CostItem:
    return CostItem(id=item, name=item, kind="ict", vat="none", amounts={year: Decimal(amount)})  # type: ignore[arg-type]


# --- published


DOMMELVALLEI: dict[str, dict[int, int]] = {
    "lasten": {2020: 15_612_822, 2021: 15_826_432, 2022: 16_207_456, 2023: 16_656_798},
    "baten": {2020: -17_000, 2021: -17_000, 2022: -17_000, 2023: -17_000},
    "reserve": {2020: -42_296, 2021: 0, 2022: 0, 2023: 0},
    "derden": {2020: -91_153, 2021: -94_250, 2022: -97_452, 2023: -100_772},
}
DOMMELVALLEI_SHARES = {
    2020: (5_820_329, 5_463_306, 4_178_740),
    2021: (5_903_303, 5_559_024, 4_252_855),
    2022: (6_037_061, 5_697_010, 4_358_934),
    2023: (6_197_314, 5_858_716, 4_482_992),
}
DOMMELVALLEI_TOTALS = {2020: 15_462_373, 2021: 15_715_182, 2022: 16_093_004, 2023: 16_539_026}


@pytest.mark.parametrize("year", DOMMELVALLEI_SHARES)
def test_dienst_dommelvallei_2020_2023_adds_up_without_a_row_for_rounding(year: int) -> None:
    """Meerjarenbegroting 2020-2023, "Bijdrage per gemeente": credits lower the sum; its table has a row Afronding."""
    items = tuple(
        CostItem(id=name, name=name, kind="structural", vat="none", amounts=amounts)  # type: ignore[arg-type]
        for name, amounts in DOMMELVALLEI.items()
    )
    ids = ("geldrop-mierlo", "nuenen", "son-en-breugel")
    three = tuple(Partner(id=p, name=p) for p in ids)
    published = dict(zip(ids, DOMMELVALLEI_SHARES[year], strict=True))
    kosten = section(key("historic", drivers={"bijdrage": published}), items=items).model_copy(
        update={"start_year": 2020}
    )
    row = next(row for row in work_out(kosten, three).keys[0].years if row.year == year)
    assert row.to_share == DOMMELVALLEI_TOTALS[year]
    assert row.charged == DOMMELVALLEI_TOTALS[year]
    for found in row.contributions:
        assert abs(found.structural - published[found.partner]) < 2


def test_zwolle_2017_overhead_an_hour_is_rounded_before_it_is_applied() -> None:
    """Begroting 2017, "Bijstelling berekening overheadtarief": 34,723,000 over 571.8 fte of 1,320 hours: € 46,00."""
    hours = Decimal("571.8") * 1320
    held: dict[str, Any] = {
        "drivers": {"uren": {"p1": 1000, "p2": 0}},
        "rate_costs": {"uren": 34_723_000},
        "rate_hours": {"uren": hours},
    }
    assert paid(outcome(key("hours-rate", rate_decimals=2, **held)))[0] == "46000.00"
    assert paid(outcome(key("hours-rate", **held)))[0] == "46004.38"


def test_goirle_2018_overhead_of_92_percent_and_haarlemmermeer_2022_of_68_euros_an_hour() -> None:
    """Goirle, begroting 2018 "Kosten overhead"; Haarlemmermeer, programmabegroting 2022, "toerekening overhead"."""
    rows = (entry("a", "p1", 1450, rate=Decimal("38.41")),)
    goirle = hours_outcome(UrenSection(entries=rows, overhead_percentage=Decimal(92), rate_decimals=2), ["p1"])
    meer = hours_outcome(UrenSection(entries=rows, overhead_per_hour=Decimal(68)), ["p1"])
    assert goirle.lines[0].planned.cents == 7375 * 1450  # 38.41 × 1.92 = 73.7472
    assert meer.lines[0].planned.cents == 10641 * 1450


def test_half_in_equal_parts_and_half_by_inhabitants_as_the_four_provinces_of_the_randstad_agreed() -> None:
    """Uitvoeringsovereenkomst, art. 3.1: "de helft in vier gelijke delen, de andere helft naar rato van inwoners"."""
    four = partners(3_700_000, 2_900_000, 1_350_000, 440_000)
    found = outcome(key("fixed-variable", drivers=PEOPLE, fixed_percentage=50), items=(cost("1000000"),), partners=four)
    assert paid(found) == ["345500.60", "297824.79", "205452.92", "151221.69"]


def test_tapering_of_20_percent_a_year_in_both_readings_for_a_published_contribution(knowledge: Knowledge) -> None:
    """KB 14-5-1985 on the contribution of Nuenen in 2020: 3.0 and 2.0 times € 5,463,306."""
    held = dossier(exit_contribution="5463306.00")
    found = leaving_of(held, knowledge)
    assert method_of(found, "tapering-100").total == 3 * Decimal(5_463_306)
    assert method_of(found, "tapering-80").total == 2 * Decimal(5_463_306)


# --- what they brought to light


def test_a_key_that_is_fixed_in_full_needs_no_driver() -> None:
    assert paid(outcome(key("fixed-variable", fixed_percentage=100))) == ["50.00", "50.00"]


def test_a_half_goes_away_from_zero_too_where_the_amounts_add_up_to_less_than_zero() -> None:
    shares = shares_of([Fraction(-3), Fraction(1)])
    assert shares is not None
    assert shares.total > 0
    assert nearest(-1 * shares.weights[1], shares.total) == -nearest(shares.weights[1], shares.total) == 1
    assert apportion(-2, shares).parts == (-3, 1)


def test_nothing_is_earned_back_before_the_last_one_off_cost_is_paid() -> None:
    found = outcome(key("equal"), items=(cost("100"), _once("10", 2029)), today={"p1": 60, "p2": 60})
    assert {payback.year for payback in found.payback.values()} == {2029}


def test_a_grant_at_the_start_is_nothing_to_earn_back() -> None:
    found = outcome(key("equal"), items=(cost("100"), _once("-10", START)), today={"p1": 60, "p2": 60})
    assert not found.payback


def test_the_corridor_says_more_where_a_partner_that_now_receives_money_will_pay() -> None:
    found = outcome(key("equal", corridor_percentage=10), today={"p1": -45, "p2": 50})
    assert [(b.partner, b.percentage) for b in found.breaches] == [("p1", Decimal("211.11"))]


def test_a_floor_that_is_met_is_not_too_high_because_another_partner_receives_money() -> None:
    own = key("fixed-term", "own", drivers={"v": {"p1": 100, "p2": 0}})
    other = key("fixed-term", "other", drivers={"v": {"p1": 0, "p2": 100}})
    mix = key("combination", "mix", item_keys={"a": "own", "b": "other"}, floors={"p1": 10})
    found = work_out(section(own, other, mix, items=(cost("11"), cost("-5", "b"))), partners(1, 1)).keys[2]
    assert paid(found) == ["11.00", "-5.00"]


def test_a_combination_of_a_key_whose_rest_nobody_bears_is_not_rounded_in_silence() -> None:
    part = key("inhabitants", "part", drivers=PEOPLE, share_decimals=0, rest="partner")
    found = work_out(section(part, key("combination", "mix", rest_key="part"), items=(cost("100"),)), partners(1, 2))
    assert [note.kind for note in found.keys[1].obstacles] == [NoteKind.PART_KEY_FAILS]


def test_the_remark_on_rounding_is_about_the_keys_that_divide() -> None:
    part = key("inhabitants", "part", drivers=PEOPLE, share_decimals=1)
    mix = key("combination", "mix", rest_key="part", share_decimals=3, rate_decimals=2)
    found = work_out(section(part, mix, items=(cost("100"),)), partners(1, 2)).keys[1]
    assert [note for note in found.remarks if note.kind is NoteKind.SHARES_ROUNDED] == [
        Note(NoteKind.SHARES_ROUNDED, limit=Decimal(1))
    ]
    assert NoteKind.RATES_ROUNDED not in _kinds(found)


@pytest.mark.parametrize(
    "held",
    [
        {"kind": "inhabitants", "drivers": PEOPLE, "rate_decimals": 2},
        {"kind": "usage", "drivers": {"a": {"p1": 1, "p2": 2}}, "prices": {"a": 3}},
    ],
)
def test_no_remark_says_that_shares_were_rounded_where_no_shares_are_used(held: dict[str, Any]) -> None:
    found = outcome(key(held.pop("kind"), share_decimals=1, **held))
    assert NoteKind.SHARES_ROUNDED not in _kinds(found)


def test_who_pays_one_off_cost_does_not_pay_nothing() -> None:
    found = outcome(key("equal", ceilings={"p1": 0}), items=(cost("100"), _once("50", START)))
    assert NoteKind.PAYS_NOTHING not in _kinds(found)
    assert NoteKind.PAYS_NOTHING in _kinds(outcome(key("equal", ceilings={"p1": 0})))


def test_settling_says_which_driver_still_counts_as_estimated_and_that_transition_stays_outside() -> None:
    found = outcome(
        key(
            "usage",
            drivers={"a": {"p1": 1, "p2": 2}, "b": {"p1": 1, "p2": 2}},
            prices={"a": 3, "b": 4},
            actuals={"a": {"p1": 2, "p2": 2}},
            transition_years=3,
        ),
        today={"p1": 1, "p2": 1},
    )
    assert Note(NoteKind.ACTUALS_ESTIMATED, name="b") in found.remarks
    assert Note(NoteKind.SETTLED_BY_KEY_ALONE, year=START) in found.remarks


def test_a_transition_that_never_reaches_the_key_and_a_price_level_after_the_start_are_said() -> None:
    found = outcome(
        key("equal", transition_steps={START: 0, START + 1: 80}),
        today={"p1": 80, "p2": 20},
        today_indexed=True,
        today_year=START + 2,
    )
    texts = [note_text(note, {}) for note in found.remarks]
    assert any("stopt in 2028 bij 80%" in text for text in texts)
    assert any("prijzen van 2029" in text for text in texts)
    whole = outcome(key("equal", transition_steps={START: 0, START + 1: 100}), today={"p1": 80, "p2": 20})
    assert NoteKind.TRANSITION_STOPS not in _kinds(whole)


@pytest.mark.parametrize("year", [None, 2025, 2026, 2027, 2029])
def test_one_off_cost_before_the_start_changes_nothing_about_leaving(year: int | None, knowledge: Knowledge) -> None:
    def case(*more: dict[str, Any]) -> Any:
        item = {"id": "c", "name": "c", "kind": "structural", "amounts": {"2027": "600.00"}, "vat": "none"}
        today = {"p1": "200.00", "p2": "200.00", "p3": "200.00"}
        slow = {"id": "k", "kind": "inhabitants", "drivers": PEOPLE, "transition_years": 4}
        return dossier(key=slow, items=[item, *more], exit_year=year, exit_avoidable="25", today=today)

    early = {"id": "e", "name": "e", "kind": "project", "amounts": {"2025": "60.00"}, "vat": "none"}
    plain, with_early = case(), case(early)
    assert leaving_of(with_early, knowledge) == leaving_of(plain, knowledge)
    assert overview_of(with_early, knowledge) == overview_of(plain, knowledge)
    base = leaving_of(with_early, knowledge).base
    assert base is not None
    assert base.cents > 0


def test_prices_that_bring_in_too_much_after_leaving_fall(knowledge: Knowledge) -> None:
    """A floor above its price makes the leaver take more contributions away than its price brings in."""
    usage = {
        "id": "k",
        "kind": "usage",
        "drivers": {"u": {"p1": 1, "p2": 1, "p3": 1}},
        "prices": {"u": "100.00"},
        "floors": {"p1": "150.00"},
    }
    found = leaving_of(dossier(key=usage, cost="300.00", exit_avoidable="100"), knowledge)
    texts = [exit_note_text(note, {}) for note in found.takeover.remarks]
    assert any("€\xa050,00 te veel binnen" in text and "dalen" in text for text in texts), texts
    # The first year without the leaver, not the last one with it.
    assert any("in 2028" in text for text in texts), texts
