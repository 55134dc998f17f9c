"""What stands in the way of an outcome is said in a clear sentence; nothing becomes a silent zero."""

from decimal import Decimal
from typing import Any

import pytest

from models.agreements.contributions import work_out
from models.agreements.notes import NoteKind
from models.agreements.outcome import Payback
from models.dossier.costs import YearIndex
from models.wording.costs import note_text, payback_text, sign_of, signed
from tests.models.agreements.costs import START, cost, key, outcome, partners, section

ONES = {"p1": 1, "p2": 1}
NAMES = {"p1": "Lindervoort", "p2": "Waterambt"}

OBSTACLES: list[tuple[NoteKind, dict[str, Any], str]] = [
    (NoteKind.NO_DRIVER, {"kind": "historic"}, "nog geen maat"),
    (NoteKind.DRIVER_MISSING, {"kind": "historic", "drivers": {"fte": {"p1": 1}}}, "‘fte’ is nog leeg bij Waterambt"),
    (NoteKind.DRIVER_ZERO, {"kind": "historic", "drivers": {"fte": {"p1": 0, "p2": 0}}}, "bij alle partners samen 0"),
    (
        NoteKind.YEARLY_INCOMPLETE,
        {"kind": "grant-share", "drivers": {"u": {}}, "yearly": {"u": {2024: {"p1": 1, "p2": 1}, 2025: {"p1": 1}}}},
        "Bij Waterambt ontbreekt een jaar",
    ),
    (
        NoteKind.WEIGHTS_NOT_WHOLE,
        {
            "kind": "composite",
            "drivers": {"a": ONES, "b": ONES},
            "weights": {"a": 50, "b": 49.5},
        },
        "samen 99,5%",
    ),
    (
        NoteKind.WEIGHTS_MISSING,
        {"kind": "composite", "drivers": {"a": ONES, "b": ONES}, "weights": {"a": 100}},
        "‘b’ heeft nog geen aandeel",
    ),
    (NoteKind.PERCENTAGES_NOT_WHOLE, {"kind": "fixed-term", "drivers": {"v": {"p1": 60, "p2": 39}}}, "samen 99."),
    (NoteKind.FIXED_PART_MISSING, {"kind": "fixed-variable", "drivers": {"Inwoners": {}}}, "welk deel vast is"),
    (
        NoteKind.NEGATIVE_FIGURE,
        {"kind": "usage", "drivers": {"a": {"p1": 1, "p2": 1}}, "prices": {"a": -1}},
        "onder nul",
    ),
    (
        NoteKind.PRICE_MISSING,
        {"kind": "cost-price", "drivers": {"a": {"p1": 1, "p2": 1}}, "prices": {"a": 1}},
        "nog geen prijs",
    ),
    (
        NoteKind.RATE_HOURS_ZERO,
        {"kind": "hours-rate", "drivers": {"u": {"p1": 1, "p2": 1}}, "rate_costs": {"u": 1}, "rate_hours": {"u": 0}},
        "0 productieve uren",
    ),
    (
        NoteKind.TOO_MANY_REST_DRIVERS,
        {"kind": "usage", "drivers": {"a": ONES, "b": ONES}},
        "Hoogstens één maat",
    ),
    (
        NoteKind.POOLS_TOO_LARGE,
        {"kind": "usage", "drivers": {"a": ONES, "b": ONES}, "pools": {"a": 150}},
        "€ 50,00 hoger dan de kosten",
    ),
    (NoteKind.REST_PARTNER_MISSING, {"kind": "equal", "rest": "partner"}, "het afrondingsverschil draagt"),
    (
        NoteKind.ABSORB_PARTNER_MISSING,
        {"kind": "equal", "absorb": "partner", "floors": {"p1": 10}},
        "het verschil van de grenzen",
    ),
    (
        NoteKind.TRANSITION_NEEDS_TODAY,
        {"kind": "equal", "transition_years": 3},
        "Vul die in bij Lindervoort en Waterambt",
    ),
    (
        NoteKind.FLOOR_ABOVE_CEILING,
        {"kind": "equal", "floors": {"p1": 60}, "ceilings": {"p1": 40}},
        "Bij Lindervoort is de ondergrens (€ 60,00) hoger dan de bovengrens (€ 40,00)",
    ),
    (NoteKind.FLOORS_TOO_HIGH, {"kind": "equal", "floors": {"p1": 60, "p2": 60}}, "samen € 120,00"),
    (NoteKind.CEILINGS_TOO_LOW, {"kind": "equal", "ceilings": {"p1": 40, "p2": 40}}, "samen € 80,00"),
    (NoteKind.ITEMS_WITHOUT_KEY, {"kind": "combination"}, "nog geen verdeelsleutel: ‘a’"),
]


@pytest.mark.parametrize(("kind", "values", "said"), OBSTACLES, ids=[kind.value for kind, _, _ in OBSTACLES])
def test_a_key_that_cannot_be_worked_out_says_why(kind: NoteKind, values: dict[str, Any], said: str) -> None:
    values = dict(values)
    found = outcome(key(values.pop("kind"), **values), "100")
    assert not found.years
    assert kind in {note.kind for note in found.obstacles}
    sentences = " ".join(note_text(note, NAMES) for note in found.obstacles).replace("\u00a0", " ")
    assert said in sentences


def test_a_partner_that_bears_the_rest_must_stay_within_its_own_limits() -> None:
    one = key("equal", absorb="partner", absorb_partner="p2", floors={"p1": 50, "p2": 20})
    found = outcome(one, "100", partners=partners(1, 1, 1))
    assert [note.kind for note in found.obstacles] == [NoteKind.ABSORBER_OUTSIDE]
    assert note_text(found.obstacles[0], NAMES).startswith("Waterambt draagt het verschil")


def test_a_partner_without_inhabitants_is_named() -> None:
    found = outcome(key("inhabitants", drivers={"Inwoners": {}}), partners=partners(10_000, None))
    assert [note.kind for note in found.obstacles] == [NoteKind.NO_INHABITANTS]
    assert "Waterambt" in note_text(found.obstacles[0], NAMES)


def test_without_partners_years_or_costs_each_key_says_what_is_missing() -> None:
    assert outcome(key("equal"), partners=()).obstacles[0].kind is NoteKind.NO_PARTNERS
    assert outcome(key("equal"), items=()).obstacles[0].kind is NoteKind.NO_COSTS
    section_without = section(key("equal")).model_copy(update={"start_year": None})
    assert work_out(section_without, partners(1, 1)).keys[0].obstacles[0].kind is NoteKind.NO_YEARS


def test_a_combination_of_a_combination_or_of_a_key_that_fails_is_refused() -> None:
    held = section(
        key("combination", "outer", rest_key="inner"),
        key("combination", "inner", rest_key="bad"),
        key("historic", "bad"),
        items=(cost("100"),),
    )
    outer, inner, _bad = work_out(held, partners(1, 1)).keys
    assert [note.kind for note in outer.obstacles] == [NoteKind.NESTED_COMBINATION]
    assert [note.kind for note in inner.obstacles] == [NoteKind.PART_KEY_FAILS]


def test_what_is_missing_beside_an_outcome_is_said() -> None:
    indexed = {2028: YearIndex(wage=Decimal(2))}
    items = (
        cost("100", "b1", name="zonder btw", vat=None),
        cost("100", "b2", name="zonder tarief", vat="cost"),
        cost("100", "b3", name="btw terug", vat="compensable", vat_percentage=21),
    )
    found = work_out(section(key("equal"), items=items, indices=indexed), partners(1, 1))
    kinds = {note.kind for note in (*found.budget.remarks, *found.keys[0].remarks)}
    assert kinds >= {
        NoteKind.VAT_UNKNOWN,
        NoteKind.VAT_RATE_MISSING,
        NoteKind.BCF_MISSING,
        NoteKind.INDEX_MISSING,
        NoteKind.TODAY_MISSING,
    }


def test_actual_use_that_is_incomplete_gives_no_settlement() -> None:
    used = key("usage", drivers={"d": {"p1": 1, "p2": 1}}, actuals={"d": {"p1": 2}})
    found = outcome(used)
    assert found.years
    assert not found.settled
    assert NoteKind.ACTUALS_MISSING in {note.kind for note in found.remarks}


def test_prices_that_bring_in_too_little_or_too_much_are_said() -> None:
    used = key("usage", drivers={"d": {"p1": 1, "p2": 1}}, prices={"d": 40})
    short = next(n for n in outcome(used, "100").remarks if n.kind is NoteKind.NOT_COVERED)
    over = next(n for n in outcome(used, "70").remarks if n.kind is NoteKind.NOT_COVERED)
    assert "€ 20,00 te weinig" in note_text(short, NAMES).replace("\u00a0", " ")
    assert "€ 10,00 te veel" in note_text(over, NAMES).replace("\u00a0", " ")


def test_voordeel_and_nadeel_have_a_letter_and_no_minus_sign() -> None:
    assert [sign_of(Decimal(n)) for n in (1, 0, -1)] == ["V", "", "N"]
    assert signed(Decimal("-90300")).replace("\u00a0", " ") == "€ 90.300,00 N"


def test_payback_says_the_year_or_what_is_short() -> None:
    assert payback_text(Payback(Decimal(250), 2029, Decimal(150))).endswith("terugverdiend in 2029.")
    assert "ontbreekt" in payback_text(Payback(Decimal(250), None, Decimal(-50)))


def test_the_first_year_of_the_items_counts_where_no_start_is_given() -> None:
    held = section(key("equal"), items=(cost("100"),)).model_copy(update={"start_year": None})
    found = work_out(held, partners(1, 1))
    assert found.budget.years[0] == START
    assert NoteKind.YEARS_FROM_ITEMS in {note.kind for note in found.budget.remarks}


def test_many_items_are_not_all_named_and_one_without_a_name_is_said_so() -> None:
    items = tuple(cost("1", f"i{n}", name=f"Post {n}", vat=None) for n in range(6))
    nameless = (cost("1", "x", name=" ", vat=None), cost("1", "y", name="Huur", vat=None))
    many, two = (
        next(n for n in work_out(section(key("equal"), items=held), partners(1, 1)).budget.remarks)
        for held in (items, nameless)
    )
    assert "‘Post 0’, ‘Post 1’, ‘Post 2’ en nog 3" in note_text(many, NAMES)
    assert "‘Huur’ en een zonder naam" in note_text(two, NAMES)
