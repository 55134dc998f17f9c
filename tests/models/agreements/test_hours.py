"""Hours against published and worked examples, and what is missing."""

from decimal import Decimal
from fractions import Fraction

import pytest

from models.agreements.hours import footing_of, hours_outcome
from models.agreements.hours_lines import EffortState, Freed, OverheadKind, PaySource
from models.agreements.hours_netting import transfers_of
from models.agreements.hours_notes import HoursNoteKind
from models.agreements.hours_tally import Tally
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN
from models.dossier.hours import HourUnit, Settlement, UrenSection
from tests.models.agreements.hours_samples import BAR, bar, entry

K = HoursNoteKind


def _kinds(section: UrenSection, partners: tuple[str, ...] = ("p", "q")) -> set[HoursNoteKind]:
    return {note.kind for note in hours_outcome(section, partners).notes}


def test_cases_md_ninety_hours_at_the_rate_of_the_cost_centre_cost_3600_euros():
    rate = Decimal(1_200_000) / Decimal(30_000)
    section = UrenSection(entries=(entry("1", "p", 90, takes=True, rate=rate),), overhead_per_hour=NOT_APPLICABLE)
    (line,) = hours_outcome(section, ("p",)).lines
    assert line.rate is not None
    assert line.rate.total == 40
    assert line.planned.cents == 3_600_00


def test_hot_2023_counts_1363_productive_hours_as_one_fte():
    section = UrenSection(
        entries=(entry("1", "p", 1363), entry("2", "q", "681.5")),
        productive_hours={"p": Decimal(1363), "q": Decimal(1363)},
    )
    outcome = hours_outcome(section, ("p", "q"))
    assert [line.planned.fte for line in outcome.lines] == [1, Fraction(1, 2)]
    assert outcome.planned.total.fte == Fraction(3, 2)


def test_the_report_chapter_g_barendrecht_receives_what_the_two_others_pay():
    outcome = hours_outcome(bar(), BAR)
    assert [t.hours for t in outcome.planned.partners] == [5_110, -3_370, -1_740]
    assert [p.planned for p in outcome.payments] == [347_480_00, -229_160_00, -118_320_00]
    assert outcome.invoice is not None
    assert [(t.payer, t.receiver, t.amount) for t in outcome.invoice.transfers] == [
        ("a", "b", 229_160_00),
        ("r", "b", 118_320_00),
    ]
    assert outcome.in_kind is not None
    assert [(t.payer, t.receiver, t.amount) for t in outcome.in_kind.transfers] == [("a", "b", 3370), ("r", "b", 1740)]
    assert outcome.in_kind.open == outcome.invoice.open == 0


def test_goirle_overhead_of_92_percent_stands_apart_from_the_direct_pay():
    section = UrenSection(
        entries=(entry("1", "p", 100, scale=" 10 "),), rates={"10": Decimal("46.37")}, overhead_percentage=Decimal(92)
    )
    (line,) = hours_outcome(section, ("p",)).lines
    assert line.rate is not None
    assert line.rate.pay_from is PaySource.SCALE
    assert line.rate.overhead == Fraction("42.6604")
    assert (line.planned.cents, line.planned.pay_cents, line.planned.overhead_cents) == (8_903_04, 4_637_00, 4_266_04)
    rounded = section.model_copy(update={"rate_decimals": 2})
    outcome = hours_outcome(rounded, ("p",))
    assert outcome.lines[0].planned.cents == 8_903_00
    assert K.RATES_ROUNDED in {note.kind for note in outcome.remarks}
    assert K.RATES_ROUNDED not in _kinds(section, ("p",))


def test_lingewaard_overhead_of_38_euros_an_hour_comes_on_top_of_an_own_rate():
    section = UrenSection(
        entries=(entry("1", "p", "10.5", scale="11", rate=Decimal("50.01")),),
        rates={"11": Decimal(70)},
        overhead_per_hour=Decimal(38),
    )
    (line,) = hours_outcome(section, ("p",)).lines
    assert line.rate is not None
    assert (line.rate.pay_from, line.rate.total) == (PaySource.OWN, Fraction("88.01"))
    assert line.planned.cents == 924_11  # 924,105: half up


def test_hours_a_week_need_the_agreed_number_of_weeks():
    week = entry("1", "p", "4.5", unit=HourUnit.WEEK, actual=Decimal(5))
    outcome = hours_outcome(UrenSection(entries=(week,)), ("p",))
    (line,) = outcome.lines
    assert line.planned.state is line.actual.state is EffortState.NO_WEEKS
    assert outcome.planned.total.brings.hours.shown is None
    (note,) = [n for n in outcome.obstacles if n.kind is K.WEEKS_MISSING]
    assert note.entries == ("1",)
    outcome = hours_outcome(UrenSection(entries=(week,), weeks_per_year=Decimal("40.5")), ("p",))
    assert outcome.lines[0].planned.yearly == Fraction("182.25")
    assert outcome.lines[0].actual.yearly == Fraction("202.5")
    assert K.WEEKS_MISSING not in {note.kind for note in outcome.notes}


@pytest.mark.parametrize("missing", [None, UNKNOWN, LATER])
def test_missing_hours_are_named_and_stop_the_settlement(missing):
    section = bar()
    rows = (*section.entries, entry("x", "a", missing, rate=Decimal(1)))
    outcome = hours_outcome(section.model_copy(update={"entries": rows}), BAR)
    (note,) = [n for n in outcome.obstacles if n.kind is K.HOURS_MISSING]
    assert note.entries == ("x",)
    side = outcome.planned.partners[1].brings.hours
    assert (side.amount, side.known, side.missing, side.value, side.shown) == (55_300, 1, 1, None, 55_300)
    assert outcome.planned.partners[1].hours is None
    assert outcome.invoice is outcome.in_kind is outcome.advance is None
    assert {p.planned for p in outcome.payments} == {None}


def test_hours_that_do_not_apply_are_left_out_and_named():
    section = UrenSection(entries=(entry("1", "p", NOT_APPLICABLE), entry("2", "p", 10)))
    outcome = hours_outcome(section, ("p",))
    assert outcome.planned.total.brings.hours.value == 10
    assert [n.entries for n in outcome.remarks if n.kind is K.HOURS_NOT_APPLICABLE] == [("1",)]


def test_rates_that_are_missing_wrong_or_double():
    one = entry("1", "p", 10)
    assert K.RATE_MISSING in _kinds(UrenSection(entries=(one,)))
    scaled = entry("1", "p", 10, scale="12")
    (note,) = [n for n in hours_outcome(UrenSection(entries=(scaled,)), ("p",)).notes if n.kind is K.SCALE_WITHOUT_RATE]
    assert note.names == ("12",)
    paid = entry("1", "p", 10, rate=Decimal(5))
    twice = UrenSection(entries=(paid,), overhead_per_hour=Decimal(1), overhead_percentage=Decimal(0))
    outcome = hours_outcome(twice, ("p",))
    assert outcome.overhead is OverheadKind.TWICE
    assert outcome.lines[0].planned.cents is None
    assert K.OVERHEAD_TWICE in {n.kind for n in outcome.obstacles}
    assert K.NEGATIVE_RATE in _kinds(UrenSection(entries=(entry("1", "p", 1, rate=Decimal(-1)),)))
    assert K.NEGATIVE_RATE in _kinds(UrenSection(entries=(paid,), overhead_per_hour=Decimal(-1)))


def test_overhead_that_nobody_filled_in_is_said_and_none_at_all_is_not():
    paid = entry("1", "p", 10, rate=Decimal(5))
    section = UrenSection(entries=(paid,))
    assert K.OVERHEAD_MISSING in _kinds(section)
    assert hours_outcome(section, ("p",)).lines[0].rate.overhead is None
    none = section.model_copy(update={"overhead_per_hour": NOT_APPLICABLE, "overhead_percentage": NOT_APPLICABLE})
    assert K.OVERHEAD_MISSING not in _kinds(none)
    assert hours_outcome(none, ("p",)).lines[0].rate.overhead == 0
    one = section.model_copy(update={"overhead_percentage": NOT_APPLICABLE})
    assert K.OVERHEAD_MISSING in _kinds(one)


def test_in_kind_without_any_rate_asks_for_no_rates():
    rows = (entry("1", "p", 10), entry("2", "q", 10, takes=True))
    kinds = _kinds(UrenSection(entries=rows, settlement=Settlement.IN_KIND))
    assert not kinds & {K.RATE_MISSING, K.OVERHEAD_MISSING, K.NO_ADVANCE, K.SETTLEMENT_OPEN}
    assert K.RATE_MISSING in _kinds(UrenSection(entries=rows, settlement=Settlement.INVOICE))


def test_hours_without_a_user_stay_with_who_brings_them():
    rows = (
        entry("1", "p", 300, rate=Decimal(50)),
        entry("2", "q", 100, rate=Decimal(50)),
        entry("3", "r", 200, rate=Decimal(50), takes=True),
    )
    outcome = hours_outcome(UrenSection(entries=rows, settlement="invoice"), ("p", "q", "r"))
    assert [p.planned for p in outcome.payments] == [7_500_00, 2_500_00, -10_000_00]
    notes = {n.kind: n for n in outcome.notes}
    assert notes[K.HOURS_WITHOUT_USER].hours == 200
    assert (notes[K.EUROS_WITHOUT_PAYER].hours, notes[K.EUROS_WITHOUT_PAYER].cents) == (200, 10_000_00)
    turned = tuple(row.model_copy(update={"takes": not row.takes}) for row in rows)
    outcome = hours_outcome(UrenSection(entries=turned, settlement="invoice"), ("p", "q", "r"))
    assert [p.planned for p in outcome.payments] == [-7_500_00, -2_500_00, 10_000_00]
    notes = {n.kind: n for n in outcome.notes}
    assert notes[K.HOURS_WITHOUT_BRINGER].hours == 200
    assert notes[K.EUROS_WITHOUT_RECEIVER].cents == 10_000_00


def test_rates_that_differ_leave_euros_and_no_hours_without_an_owner():
    rows = (entry("1", "p", 100, rate=Decimal(60)), entry("2", "q", 100, rate=Decimal(50), takes=True))
    outcome = hours_outcome(UrenSection(entries=rows, settlement="invoice"), ("p", "q"))
    assert [p.planned for p in outcome.payments] == [5_000_00, -5_000_00]
    notes = {n.kind: n for n in outcome.notes}
    assert K.HOURS_WITHOUT_USER not in notes
    assert (notes[K.EUROS_WITHOUT_PAYER].hours, notes[K.EUROS_WITHOUT_PAYER].cents) == (0, 1_000_00)


def test_a_cent_that_is_left_goes_to_the_largest_remainder():
    rows = (
        *(entry(p, p, 1, rate=Decimal("0.01")) for p in ("p", "q", "r")),
        entry("4", "s", 2, rate=Decimal("0.01"), takes=True),
    )
    outcome = hours_outcome(UrenSection(entries=rows), ("p", "q", "r", "s"))
    assert [p.planned for p in outcome.payments] == [1, 1, 0, -2]
    assert [n.partners for n in outcome.notes if n.kind is K.CENTS_DIVIDED] == [("p", "q")]


def test_advance_and_what_is_left_after_the_hours_made():
    section = bar(advance_percentage=Decimal(80))
    outcome = hours_outcome(section, BAR)
    assert [p.advance for p in outcome.payments] == [277_984_00, -183_328_00, -94_656_00]
    assert outcome.actual is None
    assert {p.still for p in outcome.payments} == {None}
    rows = tuple(row.model_copy(update={"actual": row.hours}) for row in section.entries)
    more = rows[0].model_copy(update={"actual": Decimal(123_800)})
    fewer = rows[3].model_copy(update={"actual": Decimal(58_570)})
    rows = (more, rows[1], rows[2], fewer, *rows[4:])
    outcome = hours_outcome(section.model_copy(update={"entries": rows}), BAR)
    assert [p.actual for p in outcome.payments] == [340_680_00, -222_360_00, -118_320_00]
    assert [p.still for p in outcome.payments] == [62_696_00, -39_032_00, -23_664_00]
    none = hours_outcome(section.model_copy(update={"entries": rows, "advance_percentage": None}), BAR)
    assert [p.still for p in none.payments] == [p.actual for p in none.payments]
    assert K.NO_ADVANCE in {note.kind for note in none.remarks}


def test_hours_made_that_are_missing_are_named_and_never_zero():
    section = bar(advance_percentage=Decimal(80))
    first = section.entries[0].model_copy(update={"actual": Decimal(1)})
    outcome = hours_outcome(section.model_copy(update={"entries": (first, *section.entries[1:])}), BAR)
    (note,) = [n for n in outcome.obstacles if n.kind is K.ACTUAL_MISSING]
    assert note.entries == ("b2", "a1", "a2", "r1", "r2")
    assert outcome.actual is not None
    assert outcome.actual.partners[1].brings.hours.shown is None
    assert outcome.invoice_actual is outcome.in_kind_actual is None
    assert {(p.actual, p.still) for p in outcome.payments} == {(None, None)}


def test_phases_and_roles_per_partner():
    rows = (
        entry("1", "p", 10, role="Trekker", phase="Voorbereiding"),
        entry("2", "q", 4, role="trekker ", phase=" voorbereiding", takes=True),
        entry("3", "p", 7, role="Jurist"),
    )
    planned = hours_outcome(UrenSection(entries=rows), ("p", "q", "r")).planned
    assert [(part.name, part.total.hours) for part in planned.phases] == [("Voorbereiding", 6), ("", 7)]
    assert [(part.name, part.total.hours) for part in planned.roles] == [("Trekker", 6), ("Jurist", 7)]
    assert [(t.key, t.hours) for t in planned.phases[0].partners] == [("p", 10), ("q", -4)]
    assert [t.key for t in planned.partners] == ["p", "q", "r"]
    assert planned.partners[2].empty


def test_s0_factor_4_hours_of_drivers_that_were_not_freed():
    rows = (
        entry("1", "p", 100, freed=True),
        entry("2", "p", 40, freed=False),
        entry("3", "q", 60),
        entry("4", "q", None, freed=False),
        entry("5", "q", 500, takes=True, freed=False),
        entry("6", "q", 20, freed=NOT_APPLICABLE),
    )
    outcome = hours_outcome(UrenSection(entries=rows), ("p", "q"))
    assert dict(outcome.freed.hours) == {Freed.YES: 100, Freed.NO: 40, Freed.UNKNOWN: 60, Freed.NOT_APPLICABLE: 20}
    assert outcome.freed.entries[Freed.NO] == ("2", "4")
    notes = {n.kind: n for n in outcome.remarks}
    assert (notes[K.NOT_FREED].entries, notes[K.NOT_FREED].hours) == (("2", "4"), 40)
    assert notes[K.FREED_UNKNOWN].entries == ("3",)


def test_s0_factor_12_share_in_hours_beside_share_in_cost():
    rows = (entry("1", "p", 30), entry("2", "q", 10), entry("3", "q", 5, takes=True))
    outcome = hours_outcome(UrenSection(entries=rows), ("p", "q"))
    lines = footing_of(outcome, {"p": Decimal(500), "q": Decimal(500)}).lines
    assert [(line.brought, line.taken, line.cost, line.points) for line in lines] == [
        (Fraction(3, 4), 0, Fraction(1, 2), 25),
        (Fraction(1, 4), 1, Fraction(1, 2), -25),
    ]
    nothing = footing_of(outcome, None)
    assert [(line.brought, line.cost, line.points) for line in nothing.lines] == [
        (Fraction(3, 4), None, None),
        (Fraction(1, 4), None, None),
    ]
    assert nothing.notes == ()


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"p": Decimal(5)}, K.COST_MISSING),
        ({"p": Decimal(0), "q": Decimal(0)}, K.COST_ZERO),
        ({"p": Decimal(5), "q": Decimal(-1)}, K.COST_ZERO),
    ],
)
def test_shares_in_cost_that_cannot_be_worked_out(given, kind):
    outcome = hours_outcome(UrenSection(entries=(entry("1", "p", 30),)), ("p", "q"))
    footing = footing_of(outcome, given)
    assert [note.kind for note in footing.notes] == [kind]
    assert all(line.cost is None for line in footing.lines)


def test_partners_that_are_gone_do_not_count_and_empty_sections_say_so():
    outcome = hours_outcome(UrenSection(entries=(entry("1", "gone", 30), entry("2", "p", 1))), ("p",))
    assert [line.entry for line in outcome.lines] == ["2"]
    assert [n.entries for n in outcome.remarks if n.kind is K.ENTRIES_LEFT_OUT] == [("1",)]
    assert _kinds(UrenSection(), ()) == {K.NO_PARTNERS}
    assert _kinds(UrenSection(), ("p",)) == {K.NO_ENTRIES}
    assert outcome.line("2") is outcome.lines[0]
    assert outcome.line("1") is None


def test_figures_that_are_used_without_a_source_are_named():
    section = bar(
        productive_hours={"b": Decimal(1363)},
        weeks_per_year=Decimal(42),
        rates={"10": Decimal(50)},
        rates_source="HOT 2026",
        overhead_per_hour=Decimal(38),
    )
    (note,) = [n for n in hours_outcome(section, BAR).remarks if n.kind is K.SOURCES_MISSING]
    assert note.names == ("productive_source", "overhead_source")


def test_a_tally_of_nothing_is_zero_and_complete():
    (tally,) = hours_outcome(UrenSection(), ("p",)).planned.partners
    assert isinstance(tally, Tally)
    assert (tally.hours, tally.fte, tally.cents, tally.empty) == (0, 0, 0, True)


def test_an_advance_is_rounded_half_up():
    rows = (entry("1", "p", 1, rate=Decimal("0.01")), entry("2", "q", 1, rate=Decimal("0.01"), takes=True))
    section = UrenSection(entries=rows, advance_percentage=Decimal(50))
    assert [p.advance for p in hours_outcome(section, ("p", "q")).payments] == [1, -1]


def test_before_anybody_made_hours_none_are_missing():
    assert K.ACTUAL_MISSING not in {note.kind for note in hours_outcome(bar(), BAR).notes}


def test_the_largest_debtor_pays_the_largest_creditor_first():
    assert [(t.payer, t.receiver, t.amount) for t in transfers_of(("a", "b", "c", "d"), (10, 30, -5, -35))] == [
        ("d", "b", 30),
        ("d", "a", 5),
        ("c", "a", 5),
    ]


def test_what_is_left_to_pay_follows_the_last_stage_that_is_known():
    assert [t.amount for t in hours_outcome(bar(), BAR).transfers] == [229_160_00, 118_320_00]
    section = bar(advance_percentage=Decimal(50))
    assert [t.amount for t in hours_outcome(section, BAR).transfers] == [114_580_00, 59_160_00]
    rows = tuple(row.model_copy(update={"actual": row.hours}) for row in section.entries)
    done = hours_outcome(section.model_copy(update={"entries": rows, "advance_percentage": Decimal(75)}), BAR)
    assert [t.amount for t in done.transfers] == [57_290_00, 29_580_00]
    assert hours_outcome(UrenSection(), ()).transfers == ()
