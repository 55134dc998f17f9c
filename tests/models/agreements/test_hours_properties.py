"""What must hold for any hours: nothing gets lost, nothing is made up, what is paid is what is received."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from models.agreements.hours import HoursOutcome, footing_of, hours_outcome
from models.agreements.hours_lines import EffortState
from models.agreements.hours_netting import net_cents, net_hours
from models.dossier import Dossier
from models.dossier.base import LATER, UNKNOWN
from models.dossier.hours import HourEntry, HourUnit, UrenSection
from models.wording.hours import (
    footing_words,
    freed_words,
    hours_in_words,
    hours_title,
    note_words,
    transfer_words,
)
from tests.strategies import dossiers

PARTNERS = ("p", "q", "r", "s")
HOURS = st.decimals(0, 5000, places=2)
RATES = st.decimals(0, 200, places=2)


@st.composite
def sections(draw: st.DrawFn, *, full: bool = True) -> UrenSection:
    """Some roles; ``full``: nothing is missing."""
    hours = HOURS if full else st.one_of(HOURS, st.sampled_from([None, UNKNOWN, LATER]))
    rows = draw(
        st.lists(
            st.builds(
                HourEntry,
                id=st.uuids().map(lambda u: u.hex[:12]),
                partner=st.sampled_from(PARTNERS),
                phase=st.sampled_from(["", "Start", "start ", "Vast"]),
                role=st.sampled_from(["", "Trekker", "Jurist"]),
                hours=hours,
                unit=st.sampled_from(HourUnit),
                takes=st.booleans(),
                rate=RATES,
                actual=hours,
                freed=st.sampled_from([None, True, False]),
            ),
            max_size=8,
        )
    )
    return UrenSection(
        entries=tuple(rows),
        productive_hours={p: draw(st.decimals(1000, 1900, places=1)) for p in PARTNERS},
        weeks_per_year=draw(st.decimals("0.01", 53, places=2)),
        overhead_percentage=draw(st.none() | st.decimals(0, 150, places=2)),
        advance_percentage=draw(st.none() | st.decimals(0, 100, places=2)),
    )


def _outcome(section: UrenSection) -> HoursOutcome:
    return hours_outcome(section, PARTNERS)


@given(sections())
def test_payments_advances_and_settlements_add_up_to_zero_to_the_cent(section: UrenSection):
    outcome = _outcome(section)
    assert outcome.invoice is not None
    assert sum(line.planned for line in outcome.payments) == 0
    if section.advance_percentage is not None:
        assert sum(line.advance for line in outcome.payments) == 0
    if outcome.actual is not None:
        assert sum(line.still for line in outcome.payments) == 0


@given(sections())
def test_who_brings_more_receives_and_who_takes_more_pays_and_never_more_than_that(section: UrenSection):
    netting = _outcome(section).invoice
    assert netting is not None
    for line in netting.lines:
        assert 0 <= line.credit <= max(line.own, 0)
        assert 0 <= line.charge <= max(-line.own, 0)
        if not netting.open:
            assert line.balance == line.own
    gaining = sum(max(line.own, 0) for line in netting.lines)
    assert netting.settled == min(gaining, gaining - netting.open)
    assert netting.settled == sum(line.credit for line in netting.lines)


@given(sections())
def test_the_transfers_bring_every_balance_about(section: UrenSection):
    outcome = _outcome(section)
    for netting in (outcome.invoice, outcome.in_kind):
        assert netting is not None
        assert len(netting.transfers) < max(len(PARTNERS), 1)
        for line in netting.lines:
            got = sum(t.amount for t in netting.transfers if t.receiver == line.partner)
            gave = sum(t.amount for t in netting.transfers if t.payer == line.partner)
            assert got - gave == line.balance
            assert not (got and gave)
        assert all(t.amount > 0 for t in netting.transfers)


@given(sections())
def test_partners_phases_and_roles_each_add_up_to_the_total(section: UrenSection):
    planned = _outcome(section).planned
    for rows in (planned.partners, [p.total for p in planned.phases], [p.total for p in planned.roles]):
        for side in ("brings", "takes"):
            whole = getattr(planned.total, side)
            for measure in ("hours", "fte", "cents"):
                parts = [getattr(getattr(row, side), measure) for row in rows]
                assert sum(part.amount for part in parts) == getattr(whole, measure).amount
                assert sum(part.known for part in parts) == getattr(whole, measure).known
    for part in (*planned.phases, *planned.roles):
        assert sum(t.hours for t in part.partners) == part.total.hours
    assert sum(t.hours for t in planned.partners) == planned.total.brings.hours.value - planned.total.takes.hours.value


@given(sections())
def test_twice_the_hours_is_twice_the_euros_and_the_same_shares(section: UrenSection):
    rows = tuple(row.model_copy(update={"hours": row.hours * 2}) for row in section.entries)
    one, two = _outcome(section), _outcome(section.model_copy(update={"entries": rows}))
    for single, double in zip(one.lines, two.lines, strict=True):
        assert double.planned.yearly == 2 * single.planned.yearly
        assert double.planned.fte == 2 * single.planned.fte
        assert abs(double.planned.cents - 2 * single.planned.cents) <= 1
    contributions = dict.fromkeys(PARTNERS, Decimal(3))
    assert footing_of(one, contributions).lines == footing_of(two, contributions).lines


@given(sections())
def test_hours_a_week_times_the_weeks_are_hours_a_year(section: UrenSection):
    weeks = Fraction(section.weeks_per_year)
    for row, line in zip(section.entries, _outcome(section).lines, strict=True):
        typed = Fraction(row.hours)
        assert line.planned.yearly == (typed * weeks if row.unit is HourUnit.WEEK else typed)
        assert line.planned.pay_cents + line.planned.overhead_cents == line.planned.cents


@given(sections())
def test_each_advance_is_within_a_cent_of_its_percentage(section: UrenSection):
    outcome = _outcome(section)
    for line in outcome.payments:
        if line.advance is not None:
            assert abs(line.advance - Fraction(line.planned) * Fraction(section.advance_percentage) / 100) < 2
            assert line.advance * line.planned >= 0


@given(sections(full=False))
def test_what_is_missing_is_counted_and_no_balance_is_made_of_it(section: UrenSection):
    outcome = _outcome(section)
    for place, partner in enumerate(PARTNERS):
        own = [line for line in outcome.lines if line.partner == partner]
        lacking = sum(line.planned.state is EffortState.MISSING for line in own)
        tally = outcome.planned.partners[place]
        assert tally.brings.hours.missing + tally.takes.hours.missing == lacking
        assert (tally.hours is None) == bool(lacking)
    missing = any(line.planned.state is EffortState.MISSING for line in outcome.lines)
    assert (outcome.invoice is None) == missing
    assert missing == any(note.kind == "hours_missing" for note in outcome.obstacles)


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=40),
)
def test_any_claims_and_debts_are_settled_to_the_cent(rows: list[tuple[int, int]]):
    partners = tuple(str(n) for n in range(len(rows)))
    netting = net_cents(partners, [claim for claim, _ in rows], [debt for _, debt in rows])
    assert sum(line.balance for line in netting.lines) == 0
    assert sum(line.credit for line in netting.lines) == netting.settled


@given(st.lists(st.tuples(HOURS, HOURS), max_size=12))
def test_hours_for_hours_add_up_to_zero_exactly(rows: list[tuple[Decimal, Decimal]]):
    partners = tuple(str(n) for n in range(len(rows)))
    netting = net_hours(partners, [Fraction(a) for a, _ in rows], [Fraction(b) for _, b in rows])
    assert sum(line.balance for line in netting.lines) == 0
    assert netting.open == sum(Fraction(a) - Fraction(b) for a, b in rows)


@settings(max_examples=60)
@given(dossiers())
def test_any_dossier_gives_an_outcome_and_words_for_all_of_it(dossier: Dossier):
    outcome = hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])
    footing = footing_of(outcome, {p: Decimal(n) for n, p in enumerate(outcome.partners)})
    said = [note_words(note, dossier) for note in (*outcome.notes, *footing.notes)]
    said += [hours_title(outcome, dossier), *hours_in_words(outcome, dossier), freed_words(outcome)]
    said.append(footing_words(footing, dossier))
    for netting in (outcome.invoice, outcome.in_kind):
        said += transfer_words(netting.transfers, dossier) if netting is not None else ()
    assert all(isinstance(text, str) for text in said)
    assert all(note_words(note, dossier) for note in outcome.notes)
