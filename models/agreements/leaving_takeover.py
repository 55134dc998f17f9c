"""What the others take over when a partner leaves: the chosen key again, without that partner.

The cost after leaving is what was charged less the avoidable part of the contribution of the partner that leaves. The
key divides that over the others; where the key alone cannot, a remark says what was done instead. Per year
Σ after = cost after, and Σ extra = contribution of the leaver − avoided, to the cent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.agreements.budget import Budget
from models.agreements.contributions import CostOutcome, work_out
from models.agreements.leaving_notes import ExitNote, ExitNoteKind
from models.agreements.money import apportion, euros, shares_of
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import KeyOutcome, YearOutcome
from models.agreements.recipe import PRICED
from models.dossier.base import EMPTY, ImmutableDict
from models.dossier.costs import AbsorbRule, CostItem, CostItemKind, CostKey, CostKeyKind, KostenSection, RestRule
from models.dossier.explore import Partner
from models.rounding import half_up

__all__ = ["TakenOver", "Takeover", "TakeoverYear", "avoided_part", "place_of", "take_over"]

_LIMITS = frozenset({NoteKind.FLOORS_TOO_HIGH, NoteKind.CEILINGS_TOO_LOW, NoteKind.ABSORBER_OUTSIDE})


class TakenOver(NamedTuple):
    """One partner that stays: its yearly contribution before and after, in cents."""

    partner: str
    before_cents: int
    after_cents: int

    @property
    def extra_cents(self) -> int:
        """What it pays more; below zero less."""
        return self.after_cents - self.before_cents

    @property
    def before(self) -> Decimal:
        """In euros."""
        return euros(self.before_cents)

    @property
    def after(self) -> Decimal:
        """In euros."""
        return euros(self.after_cents)

    @property
    def extra(self) -> Decimal:
        """In euros."""
        return euros(self.extra_cents)


@dataclass(frozen=True, slots=True)
class TakeoverYear:
    """One year after leaving, in cents; the ``number``-th.

    ``from_year``: the year of which the amounts are used; another than ``year`` outside the years that are worked out.
    ``leaver_cents``: the contribution that falls away; ``avoided_cents``: what of that need not be paid any more.
    ``exit_cents``: what the exit sum brings in for this year; ``None`` where there is no sum.
    """

    number: int
    year: int
    from_year: int
    leaver_cents: int
    avoided_cents: int
    partners: tuple[TakenOver, ...]
    exit_cents: int | None = None

    @property
    def stranded_cents(self) -> int:
        """Cost that stays behind and that the others take over."""
        return self.leaver_cents - self.avoided_cents

    @property
    def before_cents(self) -> int:
        """All contributions while the partner still takes part."""
        return self.leaver_cents + sum(p.before_cents for p in self.partners)

    @property
    def after_cents(self) -> int:
        """All contributions after leaving: the cost after."""
        return sum(p.after_cents for p in self.partners)

    @property
    def uncovered_cents(self) -> int | None:
        """What the exit sum does not cover; below zero it brings in more than is taken over."""
        return None if self.exit_cents is None else self.stranded_cents - self.exit_cents


@dataclass(frozen=True, slots=True)
class Takeover:
    """All years; without any where there are obstacles."""

    years: tuple[TakeoverYear, ...] = ()
    obstacles: tuple[ExitNote, ...] = ()
    remarks: tuple[ExitNote, ...] = ()

    @property
    def stranded_cents(self) -> int:
        """What is taken over in all years."""
        return sum(row.stranded_cents for row in self.years)

    @property
    def exit_cents(self) -> int | None:
        """What the exit sum brings in; ``None`` where there is no sum."""
        found = [row.exit_cents for row in self.years if row.exit_cents is not None]
        return sum(found) if self.years and len(found) == len(self.years) else None

    @property
    def uncovered_cents(self) -> int | None:
        """What the exit sum leaves to the others over all years."""
        found = self.exit_cents
        return None if found is None else self.stranded_cents - found


def place_of(years: Sequence[int], year: int) -> int:
    """The place of ``year``; of the first or the last where it lies outside."""
    return min(max(year - years[0], 0), len(years) - 1)


def avoided_part(kosten: KostenSection, contribution: int) -> int:
    """Cents of a contribution that nobody need pay any more; nothing where no percentage is filled in."""
    return half_up(Fraction(kosten.exit_avoidable or 0) * contribution / 100)


def take_over(
    kosten: KostenSection, partners: Sequence[Partner], outcome: CostOutcome, leaver: str, left_in: int, count: int
) -> Takeover:
    """The ``count`` years after ``left_in`` without ``leaver``; the chosen key must have an outcome."""
    choice, key = outcome.choice, next((key for key in kosten.keys if key.id == outcome.chosen), None)
    assert choice is not None and key is not None and choice.years
    staying = tuple(partner for partner in partners if partner.id != leaver)
    if not staying:
        return Takeover(obstacles=(ExitNote(ExitNoteKind.NOBODY_LEFT),))
    case = _Case(kosten, key, outcome, choice, leaver, staying)
    case.used = frozenset(place_of(case.years, left_in + number) for number in range(1, count + 1))
    found = _divided(case)
    if isinstance(found, ExitNote):
        return Takeover(obstacles=(found,))
    parts, remarks = found
    rows = tuple(_row(case, parts, left_in + number, number) for number in range(1, count + 1))
    return Takeover(rows, remarks=(*_head_remarks(case), *remarks, *_carried(rows)))


class _Case:
    """What the steps share. Per place of a year: what the leaver pays, what of it falls away, what must be shared."""

    def __init__(
        self,
        kosten: KostenSection,
        key: CostKey,
        outcome: CostOutcome,
        choice: KeyOutcome,
        leaver: str,
        staying: tuple[Partner, ...],
    ) -> None:
        self.kosten, self.key, self.budget, self.leaver, self.staying = kosten, key, outcome.budget, leaver, staying
        # Years before the start hold one-off cost only: nobody pays a contribution in them.
        rows = choice.years[outcome.budget.start_place :]
        self.years = tuple(year.year for year in rows)
        self.used = frozenset(range(len(rows)))
        self.leaving = tuple(_paid(year).get(leaver, 0) for year in rows)
        self.avoided = tuple(avoided_part(kosten, amount) for amount in self.leaving)
        self.before = tuple(tuple(_paid(year).get(p.id, 0) for p in staying) for year in rows)
        whole = tuple(sum(_paid(year).values()) for year in rows)
        self.after = tuple(all_of - less for all_of, less in zip(whole, self.avoided, strict=True))


def _paid(year: YearOutcome) -> Mapping[str, int]:
    return {c.partner: c.structural_cents for c in year.contributions}


def _row(case: _Case, parts: Sequence[tuple[int, ...]], year: int, number: int) -> TakeoverYear:
    place = place_of(case.years, year)
    rows = zip(case.staying, case.before[place], parts[place], strict=True)
    return TakeoverYear(
        number,
        year,
        case.years[place],
        case.leaving[place],
        case.avoided[place],
        tuple(TakenOver(partner.id, before, after) for partner, before, after in rows),
    )


def _head_remarks(case: _Case) -> tuple[ExitNote, ...]:
    notes = []
    if case.kosten.exit_avoidable is None:
        notes.append(ExitNote(ExitNoteKind.AVOIDABLE_MISSING))
    if len(case.staying) == 1:
        notes.append(ExitNote(ExitNoteKind.ONE_LEFT, (case.staying[0].id,)))
    return tuple(notes)


def _carried(rows: Sequence[TakeoverYear]) -> tuple[ExitNote, ...]:
    """One remark per year of which the amounts also serve for other years."""
    used: dict[int, list[int]] = {}
    for row in rows:
        if row.from_year != row.year:
            used.setdefault(row.from_year, []).append(row.year)
    return tuple(
        ExitNote(ExitNoteKind.YEARS_CARRIED, year=years[0], until=years[-1], source=source)
        for source, years in used.items()
    )


# --- the key without the leaver

_Parts = tuple[tuple[int, ...], ...]


def _divided(case: _Case) -> tuple[_Parts, tuple[ExitNote, ...]] | ExitNote:
    """Per place the cents of each partner that stays, and what must be said about how."""
    if len(case.staying) == 1:
        return tuple((amount,) for amount in case.after), ()
    kosten, remarks = _without(case)
    done = _worked_out(kosten, case)
    if done.obstacles and all(note.kind in _LIMITS for note in done.obstacles):
        free = {"floors": EMPTY, "ceilings": EMPTY, "absorb": AbsorbRule.PROPORTIONAL}
        again = _worked_out(_with_key(kosten, case.key.id, free), case)
        if not again.obstacles:
            done = again
            remarks = (*remarks, ExitNote(ExitNoteKind.LIMITS_DROPPED))
    if done.obstacles:
        return _by_contribution(case, done.obstacles)
    found = tuple(tuple(c.structural_cents for c in year.contributions) for year in done.years)
    return _completed(case, found, remarks)


def _worked_out(kosten: KostenSection, case: _Case) -> KeyOutcome:
    choice = work_out(kosten, case.staying).choice
    assert choice is not None
    return choice


def _by_contribution(case: _Case, causes: tuple[Note, ...]) -> tuple[_Parts, tuple[ExitNote, ...]] | ExitNote:
    """In proportion to what the others pay now, where the key gives no outcome without the leaver."""
    parts = []
    for before, after in zip(case.before, case.after, strict=True):
        shares = shares_of(before)
        if shares is None and after:
            return ExitNote(ExitNoteKind.NOBODY_PAYS, causes=causes)
        parts.append(apportion(after, shares).parts if shares is not None else (0,) * len(before))
    said = (ExitNote(ExitNoteKind.BY_CONTRIBUTION, causes=causes),) if any(case.after) else ()
    return tuple(parts), said


def _completed(
    case: _Case, found: _Parts, remarks: tuple[ExitNote, ...]
) -> tuple[_Parts, tuple[ExitNote, ...]] | ExitNote:
    """What the key leaves over is shared in proportion to what it charges: prices rise, rounding is divided."""
    parts, short = [], []
    for place, row in enumerate(found):
        left = case.after[place] - sum(row)
        shares = shares_of(row) or shares_of(case.before[place])
        if left and shares is None:
            return ExitNote(ExitNoteKind.NOBODY_PAYS)
        more = apportion(left, shares).parts if left and shares is not None else (0,) * len(row)
        parts.append(tuple(part + extra for part, extra in zip(row, more, strict=True)))
        short.append(left)
    first = next((place for place, left in enumerate(short) if left and place in case.used), None)
    if first is not None:
        kind = ExitNoteKind.PRICES_RISE if _is_priced(case) else ExitNoteKind.REST_SHARED
        said = ExitNote(kind, year=case.years[first], amount=euros(short[first]))
        remarks = (*remarks, said)
    return tuple(parts), remarks


def _is_priced(case: _Case) -> bool:
    return any(key.kind in PRICED for key in _keys_of(case.kosten, case.key))


def _keys_of(kosten: KostenSection, key: CostKey) -> tuple[CostKey, ...]:
    """The key, and those that it combines."""
    if key.kind is not CostKeyKind.COMBINATION:
        return (key,)
    named = {*key.item_keys.values(), key.rest_key}
    return (key, *(other for other in kosten.keys if other.id in named and other.id != key.id))


def _without(case: _Case) -> tuple[KostenSection, tuple[ExitNote, ...]]:
    """The section with only the chosen key and the cost that is left, as one typed item per key that divides it."""
    keys: list[CostKey] = []
    remarks: list[ExitNote] = []
    for key in _keys_of(case.kosten, case.key):
        mended, notes = _mended(key, case.leaver)
        keys.append(mended)
        remarks += notes
    items, item_keys = _items(case)
    keys[0] = keys[0].model_copy(update={"item_keys": ImmutableDict(item_keys)})
    update = {
        "start_year": case.years[0],
        "years": len(case.years),
        "items": items,
        "savings": (),
        "subtract_savings": False,
        "keys": tuple(keys),
        "chosen": case.key.id,
    }
    return case.kosten.model_copy(update=update), tuple(remarks)


def _mended(key: CostKey, leaver: str) -> tuple[CostKey, tuple[ExitNote, ...]]:
    """The key as it can work without the leaver, and what was changed."""
    update: dict[str, object] = {}
    remarks = []
    if key.kind is CostKeyKind.FIXED_TERM and key.drivers:
        # Percentages of those that stay no longer add up to 100: their proportions are kept.
        first = next(iter(key.drivers))
        update |= {"kind": CostKeyKind.GRANT_SHARE, "drivers": ImmutableDict({first: key.drivers[first]})}
        remarks.append(ExitNote(ExitNoteKind.PERCENTAGES_RESCALED))
    if key.rest is RestRule.PARTNER and key.rest_partner == leaver:
        update |= {"rest": RestRule.LARGEST_REMAINDER, "rest_partner": None}
        remarks.append(ExitNote(ExitNoteKind.REST_PARTNER_LEAVES))
    if key.absorb is AbsorbRule.PARTNER and key.absorb_partner == leaver:
        update |= {"absorb": AbsorbRule.PROPORTIONAL, "absorb_partner": None}
        if key.floors or key.ceilings:
            remarks.append(ExitNote(ExitNoteKind.ABSORB_PARTNER_LEAVES))
    return key.model_copy(update=update), tuple(remarks)


def _with_key(kosten: KostenSection, key: str, update: Mapping[str, object]) -> KostenSection:
    keys = tuple(held.model_copy(update=dict(update)) if held.id == key else held for held in kosten.keys)
    return kosten.model_copy(update={"keys": keys})


def _items(case: _Case) -> tuple[tuple[CostItem, ...], Mapping[str, str]]:
    """One structural item per key that divides a part of the cost; what is avoided lowers all parts alike."""
    groups = _groups(case.key, case.budget)
    amounts: dict[str, dict[int, Decimal]] = {name: {} for name in groups}
    for place, year in enumerate(case.years):
        held = [amount[place] for amount in groups.values()]
        shares = shares_of(held)
        less = apportion(case.avoided[place], shares).parts if shares is not None else (0,) * len(held)
        for name, amount, avoided in zip(groups, held, less, strict=True):
            amounts[name][year] = euros(amount - avoided)
    items = tuple(
        CostItem(id=f"rest{n}", kind=CostItemKind.STRUCTURAL, amounts=ImmutableDict(amounts[name]))
        for n, name in enumerate(groups)
    )
    if case.key.kind is not CostKeyKind.COMBINATION:
        return items, {}
    return items, {item.id: name for item, name in zip(items, groups, strict=True)}


def _groups(key: CostKey, budget: Budget) -> Mapping[str, tuple[int, ...]]:
    """Per key that divides it: the structural cost of each year from the start on, in cents."""
    places = range(budget.start_place, len(budget.years))
    if key.kind is not CostKeyKind.COMBINATION:
        return {key.id: tuple(budget.structural(place) for place in places)}
    groups: dict[str, list[int]] = {}
    for line in budget.lines:
        other = key.item_keys.get(line.item, key.rest_key)
        if other is not None and line.structural:
            held = groups.setdefault(other, [0] * len(places))
            for number, place in enumerate(places):
                held[number] += line.cells[place].gross
    if budget.subtracted and key.rest_key is not None:
        held = groups.setdefault(key.rest_key, [0] * len(places))
        for number, place in enumerate(places):
            held[number] -= budget.savings[place]
    return {name: tuple(held) for name, held in groups.items()}
