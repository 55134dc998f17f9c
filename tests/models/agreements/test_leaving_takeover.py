"""What the others take over: the chosen key without the leaver, to the cent, for every kind of key."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cli.knowledge import shipped_knowledge
from models.agreements.contributions import work_out
from models.agreements.leaving import ExitNote, ExitNoteKind, Takeover, leave_overview
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.wording.leaving import (
    applies_text,
    base_text,
    cover_text,
    exit_note_text,
    method_name,
    overview_text,
    range_text,
    schedule_text,
)
from tests.models.agreements.leaving_samples import dossier, leaving_of
from tests.models.figures.geometry import assert_short_sentences
from tests.strategies import dossiers


def kinds(takeover: Takeover) -> list[ExitNoteKind]:
    return [note.kind for note in takeover.remarks]


def adds_up(takeover: Takeover) -> None:
    for row in takeover.years:
        assert row.after_cents == row.before_cents - row.avoided_cents
        assert sum(p.extra_cents for p in row.partners) == row.leaver_cents - row.avoided_cents == row.stranded_cents
    assert takeover.stranded_cents == sum(row.stranded_cents for row in takeover.years)


def first_after(takeover: Takeover) -> list[Decimal]:
    return [partner.after for partner in takeover.years[0].partners]


def key(kind: str, **more: Any) -> dict[str, Any]:
    return {"id": "k", "kind": kind, **more}


def test_three_equal_partners_become_two(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(exit_avoidable="40", exit_method="tapering-100"), knowledge).takeover
    assert first_after(found) == [390000, 390000]
    assert [row.leaver_cents for row in found.years] == [30_000_000] * 5
    assert [row.avoided_cents for row in found.years] == [12_000_000] * 5
    assert [row.uncovered_cents for row in found.years] == [-12_000_000, -6_000_000, 0, 6_000_000, 12_000_000]
    assert (found.stranded_cents, found.exit_cents, found.uncovered_cents) == (90_000_000, 90_000_000, 0)
    assert [(row.year, row.from_year) for row in found.years][2:] == [(2030, 2030), (2031, 2030), (2032, 2030)]
    assert kinds(found) == [ExitNoteKind.YEARS_CARRIED]
    adds_up(found)


def test_the_odd_cent_goes_by_largest_remainder(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(4, "100.00"), knowledge).takeover
    assert first_after(found) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    adds_up(found)


def test_inhabitants_are_divided_over_those_that_stay(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(3, "600.00", key("inhabitants", drivers={"Inwoners": {}})), knowledge).takeover
    assert first_after(found) == [240, 360]


def test_fixed_percentages_are_rescaled_and_that_is_said(knowledge: Knowledge) -> None:
    held = key("fixed-term", drivers={"Deel": {"p1": 50, "p2": 20, "p3": 30}})
    found = leaving_of(dossier(3, "1000.00", held), knowledge).takeover
    assert first_after(found) == [400, 600]
    assert ExitNoteKind.PERCENTAGES_RESCALED in kinds(found)


def test_prices_rise_where_usage_falls_away(knowledge: Knowledge) -> None:
    held = key("usage", drivers={"Servers": {"p1": 10, "p2": 10, "p3": 30}}, prices={"Servers": "20"})
    found = leaving_of(dossier(3, "1000.00", held, exit_avoidable="25"), knowledge).takeover
    assert first_after(found) == [Decimal("237.50"), Decimal("712.50")]
    note = next(note for note in found.remarks if note.kind is ExitNoteKind.PRICES_RISE)
    assert note.amount == 150
    adds_up(found)


def test_a_key_that_divides_the_rest_needs_no_higher_price(knowledge: Knowledge) -> None:
    held = key("usage", drivers={"Servers": {"p1": 10, "p2": 10, "p3": 30}})
    found = leaving_of(dossier(3, "1000.00", held), knowledge).takeover
    assert first_after(found) == [250, 750] and ExitNoteKind.PRICES_RISE not in kinds(found)


def test_floors_and_ceilings_go_on_without_the_leaver(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(3, "900.00", key("equal", ceilings={"p2": "400.00"})), knowledge).takeover
    assert first_after(found) == [400, 500]


def test_ceilings_that_no_longer_fit_are_dropped_and_that_is_said(knowledge: Knowledge) -> None:
    held = key("equal", ceilings={"p1": "400.00", "p2": "310.00", "p3": "320.00"})
    found = leaving_of(dossier(3, "900.00", held), knowledge).takeover
    assert first_after(found) == [450, 450] and ExitNoteKind.LIMITS_DROPPED in kinds(found)


def test_rules_that_name_the_leaver_get_another_bearer(knowledge: Knowledge) -> None:
    held = key(
        "equal",
        rest="partner",
        rest_partner="p1",
        share_decimals=0,
        absorb="partner",
        absorb_partner="p1",
        ceilings={"p2": "200.00"},
    )
    found = leaving_of(dossier(4, "1000.00", held), knowledge).takeover
    assert {ExitNoteKind.REST_PARTNER_LEAVES, ExitNoteKind.ABSORB_PARTNER_LEAVES} <= set(kinds(found))
    assert first_after(found)[0] == 200
    adds_up(found)


def test_a_key_without_figures_for_those_that_stay_goes_by_what_they_pay(knowledge: Knowledge) -> None:
    held = key(
        "composite",
        drivers={"A": {"p1": 5, "p2": 0, "p3": 0}, "B": {"p1": 0, "p2": 1, "p3": 3}},
        weights={"A": "50", "B": "50"},
    )
    found = leaving_of(dossier(3, "800.00", held), knowledge).takeover
    assert first_after(found) == [200, 600] and ExitNoteKind.BY_CONTRIBUTION in kinds(found)


def test_nobody_left_that_pays_is_a_sentence_and_no_crash(knowledge: Knowledge) -> None:
    held = key("usage", drivers={"Uren": {"p1": 5, "p2": 0}}, prices={"Uren": "1"})
    assert leaving_of(dossier(2, "5.00", held), knowledge).takeover.years != ()
    alone = leaving_of(dossier(3, "5.00", key("usage", drivers={"Uren": {"p1": 5, "p2": 0, "p3": 0}})), knowledge)
    assert [note.kind for note in alone.takeover.obstacles] == [ExitNoteKind.NOBODY_PAYS]
    assert leaving_of(dossier(1), knowledge).takeover.obstacles[0].kind is ExitNoteKind.NOBODY_LEFT


def test_aalsmeer_the_last_partner_bears_it_all(knowledge: Knowledge) -> None:
    found = leaving_of(dossier(2, "32000000.00"), knowledge).takeover
    assert first_after(found) == [32_000_000]
    assert [n.partners for n in found.remarks if n.kind is ExitNoteKind.ONE_LEFT] == [("p2",)]


def test_a_combination_keeps_its_cost_items_apart(knowledge: Knowledge) -> None:
    keys = [
        {"id": "k", "kind": "combination", "item_keys": {"c": "e", "ict": "u"}},
        {"id": "e", "kind": "equal"},
        {"id": "u", "kind": "historic", "drivers": {"Inbreng": {"p1": 1, "p2": 1, "p3": 2}}},
    ]
    items = [
        {"id": "c", "name": "Salaris", "kind": "structural", "amounts": {"2027": "900.00"}, "vat": "none"},
        {"id": "ict", "name": "ICT", "kind": "structural", "amounts": {"2027": "400.00"}, "vat": "none"},
    ]
    found = leaving_of(dossier(3, keys=keys, items=items), knowledge).takeover
    assert [p.before for p in found.years[0].partners] == [400, 500]
    assert first_after(found) == [Decimal("583.33"), Decimal("716.67")]
    adds_up(found)


def test_transition_prices_and_savings_come_along(knowledge: Knowledge) -> None:
    found = leaving_of(
        dossier(
            3,
            "900.00",
            key("equal", transition_years=4),
            today={"p1": "100.00", "p2": "200.00", "p3": "600.00"},
            savings=[{"id": "s", "year": 2028, "amount": "90.00"}],
            subtract_savings=True,
        ),
        knowledge,
    ).takeover
    assert found.years[0].before_cents == 81000
    assert first_after(found) == [Decimal("303.75"), Decimal("506.25")]  # half of 1/4 and 3/4, half of 1/2 and 1/2
    adds_up(found)


amounts = st.decimals(1, 10**9, places=2, allow_nan=False).map(str)


rules = st.fixed_dictionaries(
    {},
    optional={
        "share_decimals": st.integers(0, 2),
        "rest": st.sampled_from(["partner", "organisation"]),
        "rest_partner": st.sampled_from(["p1", "p2"]),
        "transition_years": st.integers(0, 6),
        "ceilings": st.just({"p2": "5000.00"}),
        "floors": st.just({"p1": "10.00", "p2": "20.00"}),
        "absorb": st.sampled_from(["proportional", "equal", "partner"]),
        "absorb_partner": st.sampled_from(["p1", "p2"]),
    },
)


@given(
    st.integers(2, 6),
    amounts,
    st.sampled_from(["equal", "inhabitants", "fixed-variable", "usage", "historic", "fixed-term"]),
    st.decimals(0, 100, places=2, allow_nan=False).map(str),
    st.lists(st.integers(0, 9999), min_size=6, max_size=6),
    rules,
)
def test_taking_over_adds_up_to_the_cent(
    count: int, cost: str, kind: str, avoidable: str, figures: list[int], more: dict[str, Any]
) -> None:
    names = [f"p{n}" for n in range(1, count + 1)]
    parts: dict[str, Any] = dict(zip(names, figures, strict=False))
    if kind == "fixed-term":
        parts = {**dict.fromkeys(names, 0), "p1": 60, names[-1]: 40}
    held = key(kind, drivers={} if kind == "equal" else {"Maat": parts}, fixed_percentage="30", **more)
    today = dict.fromkeys(names, "100.00")
    found = leaving_of(dossier(count, cost, held, exit_avoidable=avoidable, today=today), shipped_knowledge()).takeover
    assert found.years or found.obstacles
    adds_up(found)
    if kind == "equal" and not more and found.years:
        assert max(first_after(found)) - min(first_after(found)) <= Decimal("0.01")


@given(amounts, st.decimals(0, 100, places=2, allow_nan=False).map(str))
def test_doubling_the_contributions_doubles_what_is_taken_over(cost: str, avoidable: str) -> None:
    once = leaving_of(dossier(4, cost, exit_avoidable=avoidable), shipped_knowledge())
    twice = leaving_of(dossier(4, str(Decimal(cost) * 2), exit_avoidable=avoidable), shipped_knowledge())
    assert once.base is not None and twice.base is not None
    assert abs(twice.base.cents - 2 * once.base.cents) <= 1
    for a, b in zip(once.takeover.years, twice.takeover.years, strict=True):
        assert abs(b.stranded_cents - 2 * a.stranded_cents) <= 3


@given(dossiers())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_dossier_gives_an_outcome_or_obstacles_with_a_sentence(held: Dossier) -> None:
    partners = held.partners.active
    names = {partner.id: partner.name for partner in held.partners.partners}
    found = leaving_of(held, shipped_knowledge())
    rows = leave_overview(held.kosten, partners, work_out(held.kosten, partners), shipped_knowledge().costs.exit)
    adds_up(found.takeover)
    assert found.takeover.years or found.takeover.obstacles
    assert rows.rows or rows.obstacles
    notes = [*found.obstacles, *found.remarks, *found.takeover.obstacles, *found.takeover.remarks, *rows.remarks]
    for method in found.methods:
        assert (method.total is None) is bool(method.obstacles)
        assert method.obstacles or method.total_cents == sum(row.cents for row in method.years)
        assert method_name(method) and schedule_text(method)
        notes += [*method.obstacles, *method.remarks]
    for text in (*(exit_note_text(note, names) for note in notes), applies_text(found)):
        assert text.strip().endswith(".")
    assert base_text(found.base, found.left_in, "sleutel").endswith(".")
    assert (cover_text(found.takeover) == "") is (not found.takeover.years)
    assert range_text(found.low_cents, found.high_cents)
    for said in filter(None, (cover_text(found.takeover), overview_text(rows), applies_text(found))):
        assert_short_sentences(said)


@pytest.mark.parametrize("kind", ExitNoteKind)
def test_every_note_has_words(kind: ExitNoteKind) -> None:
    note = ExitNote(kind, ("p1",), "Huur", 2027, 2028, 2026, 5, Decimal(1))
    said = exit_note_text(note, {"p1": "Aldermeer"})
    assert said[0].isupper() and said.endswith(".") and "None" not in said
    assert_short_sentences(said)
