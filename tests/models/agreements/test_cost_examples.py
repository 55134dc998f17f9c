"""The worked examples of ``cases.md`` and of practice, to the last digit."""

from decimal import Decimal
from fractions import Fraction

import pytest

from models.agreements.budget import budget_of, index_of
from models.agreements.contributions import work_out
from models.agreements.notes import NoteKind
from models.agreements.recipe import PricedRecipe
from models.dossier.costs import CostItem, KostenSection, Saving, YearIndex
from models.rounding import half_up
from models.wording.costs import note_text
from tests.models.agreements.costs import START, cost, drivers, key, outcome, paid, partners, section


def test_data_transfer_of_100_used_75_and_25_percent_gives_75_and_25() -> None:
    used = key("usage", drivers=drivers(data={"p1": 75, "p2": 25}))
    assert paid(outcome(used, "100")) == ["75.00", "25.00"]


def test_racks_of_50_over_10_and_15_servers_give_20_and_30() -> None:
    used = key("usage", drivers=drivers(servers={"p1": 10, "p2": 15}))
    assert paid(outcome(used, "50")) == ["20.00", "30.00"]


def test_transfer_and_racks_together_are_two_pools_in_one_key() -> None:
    both = key(
        "usage",
        drivers=drivers(data={"p1": 75, "p2": 25}, servers={"p1": 10, "p2": 15}),
        pools={"data": "100", "servers": "50"},
    )
    found = outcome(both, "150")
    assert paid(found) == ["95.00", "55.00"]
    assert found.years[0].uncovered == 0


def test_full_cost_of_1_200_000_over_30_000_hours_is_40_an_hour_and_20_100_in_all() -> None:
    hours = key(
        "hours-rate",
        drivers={"Uren": {"p1": 90, "p2": 0}, "Directe kosten": {"p1": 16500, "p2": 0}},
        rate_costs={"Uren": "1200000"},
        rate_hours={"Uren": 30000},
        prices={"Directe kosten": 1},
    )
    found = outcome(hours, "20100")
    assert isinstance(found.parts[0].recipe, PricedRecipe)
    assert found.parts[0].recipe.lines[0].price == 40
    assert paid(found) == ["20100.00", "0.00"]


def test_nuenen_wage_2_8_and_material_1_6_half_and_half_is_2_2() -> None:
    year = YearIndex(wage=Decimal("2.8"), material=Decimal("1.6"), wage_weight=Decimal(50))
    kosten = KostenSection(start_year=START, indices={2028: year}, items=(cost("1000"),))
    assert index_of(kosten, 2028) == Fraction(22, 10)
    assert [cell.net for cell in budget_of(kosten).lines[0].cells][:2] == [100_000, 102_200]


def test_leidschendam_voorburg_index_of_its_own_is_used_when_the_weight_says_so() -> None:
    """Wage 2.20, price 7.00; a weighted 2.30 of the regeling would need a wage part of 97.9 percent (ux.md §6)."""
    year = YearIndex(wage=Decimal("2.20"), material=Decimal("7.00"), wage_weight=Decimal("97.9"))
    kosten = KostenSection(start_year=START, indices={2028: year}, index_decimals=1)
    assert index_of(kosten, 2028) == Fraction(23, 10)


@pytest.mark.parametrize(
    ("value", "rounded"), [("0.125", "0.13"), ("-0.125", "-0.13"), ("2.675", "2.68"), ("0.005", "0.01")]
)
def test_half_goes_up_as_in_a_spreadsheet(value: str, rounded: str) -> None:
    assert Decimal(half_up(Fraction(value) * 100)) / 100 == Decimal(rounded)


def test_sed_a_third_each_gives_the_odd_cent_to_the_first() -> None:
    found = outcome(key("equal"), "100", partners=partners(1, 1, 1))
    assert paid(found) == ["33.34", "33.33", "33.33"]
    assert found.years[0].cents_to == ("p1",)


def test_per_inhabitant_rate_is_rounded_before_it_is_applied() -> None:
    """€ 1.000.000 over 123.457 inhabitants is € 8,10 a head; what that leaves goes where the key says."""
    rate = {"rate_decimals": 2, "drivers": {"Inwoners": {"p1": 100_000, "p2": 23_457}}}
    stays = outcome(key("inhabitants", rest="organisation", **rate), "1000000")
    assert paid(stays) == ["810000.00", "190001.70"]
    assert stays.years[0].rest == Decimal("-1.70")
    assert stays.years[0].rates == (Fraction(81, 10),)
    one = outcome(key("inhabitants", rest="partner", rest_partner="p2", **rate), "1000000")
    assert paid(one) == ["810000.00", "190000.00"]
    spread = outcome(key("inhabitants", **rate), "1000000")
    assert spread.years[0].charged == 1_000_000
    assert spread.years[0].spread == Decimal("-1.70")
    assert {note.kind for note in spread.remarks} >= {NoteKind.RATES_ROUNDED, NoteKind.REST_DIVIDED}


def test_the_rounding_of_a_one_off_cost_that_one_partner_bears_is_told() -> None:
    """€ 1,00 over two inhabitants is € 0,50, in whole euros € 1 a head: partner 1 bears the euro too many."""
    rate = {"rate_decimals": 0, "drivers": {"Inwoners": {"p1": 0, "p2": 2}}}
    found = outcome(
        key("inhabitants", rest="partner", rest_partner="p1", **rate), items=(cost("1", kind="ict"), cost("0", "b"))
    )
    assert [str(c.one_off) for c in found.years[0].contributions] == ["-1.00", "2.00"]
    assert (found.years[0].spread, found.years[0].one_off_spread) == (Decimal(0), Decimal(-1))
    told = next(note for note in found.remarks if note.kind is NoteKind.ONE_OFF_REST_TO_PARTNER)
    assert not any(note.kind is NoteKind.REST_TO_PARTNER for note in found.remarks)
    assert (told.partners, told.amount) == (("p1",), Decimal(-1))


def test_shares_are_rounded_before_they_are_multiplied() -> None:
    """One, two and four of seven: 14.29, 28.57 and 57.14 percent of a million."""
    found = outcome(
        key("historic", share_decimals=2, drivers={"fte": {"p1": 1, "p2": 2, "p3": 4}}),
        "1000000",
        partners=partners(1, 1, 1),
    )
    assert paid(found) == ["142900.00", "285700.00", "571400.00"]
    assert any(note.kind is NoteKind.SHARES_ROUNDED for note in found.remarks)


def test_rounded_thirds_still_add_up_to_a_hundred() -> None:
    found = outcome(key("equal", share_decimals=2), "1000000", partners=partners(1, 1, 1))
    assert paid(found) == ["333400.00", "333300.00", "333300.00"]


def test_rounded_thirds_that_stay_half_up_leave_a_rest_with_the_organisation() -> None:
    found = outcome(key("equal", share_decimals=2, rest="organisation"), "1000000", partners=partners(1, 1, 1))
    assert paid(found) == ["333300.00"] * 3
    assert found.years[0].rest == 100


def test_fixed_and_variable_a_quarter_equal_and_the_rest_by_inhabitants() -> None:
    """B = 1,000: 125 each, and 750 over one and three."""
    found = outcome(key("fixed-variable", fixed_percentage=25, drivers={"Inwoners": {}}), "1000")
    assert paid(found) == ["312.50", "687.50"]
    assert any(note.kind is NoteKind.INHABITANTS_TAKEN for note in found.remarks)


def test_weighted_composite_of_inhabitants_and_use() -> None:
    """0.4 × 1/4 + 0.6 × 1/2 = 0.4 and 0.6."""
    found = outcome(
        key(
            "composite",
            drivers={"Inwoners": {}, "Gebruik": {"p1": 5, "p2": 5}},
            weights={"Inwoners": 40, "Gebruik": 60},
        ),
        "1000",
    )
    assert paid(found) == ["400.00", "600.00"]


def test_cost_price_takes_the_mean_norm_hours_of_three_years() -> None:
    found = outcome(
        key(
            "cost-price",
            drivers={"Vergunning": {"p1": 10, "p2": 20}},
            norm_hours={"Vergunning": {2024: 5, 2025: 6, 2026: 7}},
            prices={"Vergunning": "75"},
        ),
        "20000",
    )
    assert paid(found) == ["4500.00", "9000.00"]
    assert found.years[0].uncovered == 6500


def test_grant_share_is_averaged_over_the_years() -> None:
    found = outcome(
        key(
            "grant-share",
            drivers={"Uitkering": {}},
            yearly={"Uitkering": {2024: {"p1": 100, "p2": 100}, 2025: {"p1": 200, "p2": 400}}},
        ),
        "800",
    )
    assert paid(found) == ["300.00", "500.00"]


def test_lump_sum_and_plus_package() -> None:
    found = outcome(
        key(
            "lump-sum-plus",
            drivers={"Basispakket": {"p1": 1, "p2": 1}, "Pluspakket": {"p1": 0, "p2": 12}},
            prices={"Basispakket": "25000", "Pluspakket": "12.50"},
        ),
        "50150",
    )
    assert paid(found) == ["25000.00", "25150.00"]
    assert found.years[0].uncovered == 0


def test_fixed_for_the_term_uses_the_percentages_as_they_are() -> None:
    found = outcome(key("fixed-term", drivers={"Vast percentage": {"p1": "37", "p2": "63"}}), "59400000")
    assert paid(found) == ["21978000.00", "37422000.00"]


def test_combination_gives_each_cost_its_own_key() -> None:
    own = section(
        key("combination", "all", item_keys={"ict": "use"}, rest_key="even"),
        key("usage", "use", drivers={"Plekken": {"p1": 10, "p2": 15}}),
        key("equal", "even"),
        items=(cost("50", "ict"), cost("100", "housing")),
    )
    assert paid(work_out(own, partners(1, 1)).keys[0]) == ["70.00", "80.00"]


def test_transition_blends_shares_so_that_the_total_holds() -> None:
    """From 75/25 today to half each in four years: 68.75, 62.5, 56.25, 50 percent."""
    found = outcome(
        key("equal", transition_years=4),
        "1000",
        today={"p1": Decimal(300), "p2": Decimal(100)},
    )
    assert [paid(found, year) for year in range(START, START + 4)] == [
        ["687.50", "312.50"],
        ["625.00", "375.00"],
        ["562.50", "437.50"],
        ["500.00", "500.00"],
    ]
    assert [row.phase for row in found.years] == [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), 1]


def test_transition_by_agreed_steps() -> None:
    found = outcome(
        key("equal", transition_steps={2027: 0, 2029: 100}), "1000", today={"p1": Decimal(300), "p2": Decimal(100)}
    )
    assert paid(found, 2028) == ["750.00", "250.00"]
    assert paid(found, 2029) == ["500.00", "500.00"]


def test_use_is_settled_afterwards_on_what_was_really_used_and_paid() -> None:
    used = key(
        "usage", drivers={"data": {"p1": 75, "p2": 25}}, actuals={"data": {"p1": 60, "p2": 40}}, actual_cost="110"
    )
    settled = outcome(used, "100").settled
    assert [(str(s.estimate), str(s.actual), str(s.difference)) for s in settled] == [
        ("75.00", "66.00", "-9.00"),
        ("25.00", "44.00", "19.00"),
    ]


def test_price_times_use_is_settled_at_the_same_price() -> None:
    used = key(
        "usage", drivers={"uur": {"p1": 10, "p2": 5}}, prices={"uur": "40"}, actuals={"uur": {"p1": 12, "p2": 5}}
    )
    assert [str(s.difference) for s in outcome(used, "600").settled] == ["80.00", "0.00"]


def test_vat_that_comes_back_lowers_the_cost_of_each_municipality() -> None:
    """€ 1.000 with 21 percent VAT, 80 percent back: 1,210 is shared, 168 comes back."""
    item = cost("1000", vat="compensable", vat_percentage=21, bcf_percentage=80)
    row = outcome(key("equal"), items=(item,), bcf={"p2": Decimal(50)}).years[0]
    assert row.to_share == 1210
    assert [(str(c.structural), str(c.structural_back), str(c.net)) for c in row.contributions] == [
        ("605.00", "84.00", "521.00"),
        ("605.00", "52.50", "552.50"),
    ]


def test_a_waterschap_gets_no_vat_back() -> None:
    item = cost("1000", vat="compensable", vat_percentage=21, bcf_percentage=80)
    first, second = partners(1, 1)
    found = outcome(key("equal"), items=(item,), partners=(first, second.model_copy(update={"kind": "waterschap"})))
    assert [str(c.structural_back) for c in found.years[0].contributions] == ["84.00", "0.00"]
    assert any(note.kind is NoteKind.NO_BCF and note.partners == ("p2",) for note in found.remarks)


def test_a_saving_grows_in_equal_steps() -> None:
    saving = Saving(id="s", year=2028, amount=Decimal(300), ramp_years=3)
    found = work_out(
        section(key("equal"), items=(cost("1000"),), savings=(saving,), subtract_savings=True, years=5), partners(1, 1)
    )
    assert [str(row.to_share) for row in found.keys[0].years] == ["1000.00", "900.00", "800.00", "700.00", "700.00"]


def test_against_today_v_is_paying_less() -> None:
    """The table of the design: Lindervoort pays 438,000 now and 296,600 with equal parts."""
    found = outcome(
        key("equal"),
        "1186400",
        partners=partners(1, 1, 1, 1),
        today=dict(zip(("p1", "p2", "p3", "p4"), map(Decimal, (438000, 318500, 262900, 206300)), strict=True)),
    )
    row = found.years[0]
    assert [str(c.difference) for c in row.contributions] == ["141400.00", "21900.00", "-33700.00", "-90300.00"]
    assert row.difference == 39300
    assert (found.gains, found.loses) == (("p1", "p2"), ("p3", "p4"))


def test_today_goes_along_with_the_index_where_asked() -> None:
    index = YearIndex(wage=Decimal(2), material=Decimal(2))
    found = outcome(
        key("equal"),
        "200",
        today={"p1": Decimal(100), "p2": Decimal(100)},
        today_indexed=True,
        today_year=2026,
        indices=dict.fromkeys(range(2027, 2031), index),
    )
    assert [str(row.contributions[0].today) for row in found.years] == ["102.00", "104.04", "106.12", "108.24"]


def test_one_off_cost_is_earned_back_in_the_year_in_which_the_differences_cover_it() -> None:
    once = cost("250", "start", kind="friction")
    found = outcome(key("equal"), items=(cost("100"), once), today={"p1": Decimal(100), "p2": Decimal(100)})
    assert found.payback[""].year == 2029
    assert found.payback[""].balance == 150
    assert found.payback["p1"].one_off == 125


def test_corridor_of_ten_percent_names_who_must_talk_again() -> None:
    found = outcome(key("equal", corridor_percentage=10), "200", today={"p1": Decimal("91"), "p2": Decimal("90.90")})
    assert [(b.partner, b.year, str(b.percentage)) for b in found.breaches] == [("p2", START, "10.01")]


def test_what_is_paid_once_before_the_start_counts_and_changes_nothing_else() -> None:
    """A project in 2026 for a cooperation that begins in 2027; nobody's yearly cost is compared before the start."""
    once = CostItem(id="p", kind="project", amounts={2026: Decimal(80)}, vat="none")
    found = outcome(key("equal"), items=(cost("100"), once), today={"p1": Decimal(90), "p2": Decimal(90)})
    before, first = found.years[:2]
    assert (before.year, str(before.one_off), str(before.charged), str(before.difference)) == (
        2026,
        "80.00",
        "0.00",
        "0.00",
    )
    assert (str(first.charged), str(first.difference), first.one_off) == ("100.00", "80.00", 0)
    assert found.payback[""].year == 2027
    assert len(found.years) == 5


def test_one_off_cost_before_the_start_follows_what_prices_will_charge() -> None:
    once = CostItem(id="p", kind="project", amounts={2026: Decimal(80)}, vat="none")
    used = key("usage", drivers={"d": {"p1": 1, "p2": 3}}, prices={"d": 25})
    before = outcome(used, items=(cost("100"), once)).years[0]
    assert [(str(c.structural), str(c.one_off)) for c in before.contributions] == [("0.00", "20.00"), ("0.00", "60.00")]


def test_an_amount_from_before_the_start_is_what_the_index_goes_on_from() -> None:
    index = dict.fromkeys((2027, 2028), YearIndex(wage=Decimal(10), material=Decimal(10)))
    item = CostItem(id="a", kind="structural", amounts={2026: Decimal(100)}, vat="none")
    found = outcome(key("equal"), items=(item,), indices=index)
    assert [str(row.to_share) for row in found.years] == ["110.00", "121.00", "121.00", "121.00"]


def test_amounts_after_the_last_year_and_an_index_that_misses_a_year_are_said() -> None:
    late = CostItem(id="l", name="Verbouwing", kind="housing", amounts={2040: Decimal(5)}, vat="none")
    held = section(
        key("equal"), items=(cost("100"), late), today={"p1": Decimal(1), "p2": Decimal(1)}, today_indexed=True
    )
    found = work_out(held, partners(1, 1))
    (after,) = [note for note in found.budget.remarks if note.kind is NoteKind.AFTER_LAST_YEAR]
    assert (after.names, after.year) == (("Verbouwing",), 2030)
    (index,) = [note for note in found.keys[0].remarks if note.names == ("kosten van nu",)]
    assert index.years == (2027, 2028, 2029, 2030)
    assert "voor 2027 tot en met 2030" in note_text(index, {})


def test_the_share_in_each_driver_of_a_mix_is_rounded_before_it_is_weighted() -> None:
    """One, one and one of three: 33.34, 33.33 and 33.33 percent; area 10, 20, 70: half and half of a million."""
    mix = {
        "drivers": {"inwoners": {"p1": 1, "p2": 1, "p3": 1}, "hectare": {"p1": 10, "p2": 20, "p3": 70}},
        "weights": {"inwoners": 50, "hectare": 50},
        "component_decimals": 2,
    }
    found = outcome(key("composite", **mix), "1000000", partners=partners(1, 1, 1))
    assert paid(found) == ["216700.00", "266650.00", "516650.00"]
    assert any(note.kind is NoteKind.COMPONENTS_ROUNDED for note in found.remarks)
    half_up_each = outcome(key("composite", rest="organisation", **mix), "1000000", partners=partners(1, 1, 1))
    assert paid(half_up_each) == ["216650.00", "266650.00", "516650.00"]
    assert half_up_each.years[0].rest == 50


def test_a_key_by_inhabitants_needs_nothing_but_the_step_partners() -> None:
    assert paid(outcome(key("inhabitants"), "400")) == ["100.00", "300.00"]
