"""All keys on the same partners and the same cost: what each partner pays per year, against what it pays today.

``work_out`` is the entry: it reads the section kosten and the partners, and answers with results that hold every
figure on which they rest. Pure; nothing that is missing is assumed to be zero without a note.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.agreements.against_today import breaches_of, payback_of, today_in
from models.agreements.budget import CLAIMS, Amounts, Budget, amounts_of, budget_of, index_of
from models.agreements.division import Charge, rounding_of
from models.agreements.limits import Limits, limits_of
from models.agreements.money import Shares, cents, euros, shares_of
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import Contribution, KeyOutcome, RecipePart, YearOutcome
from models.agreements.recipe import PRICED, recipe_of
from models.agreements.remarks import key_remarks
from models.agreements.settlement import settle
from models.agreements.sharing import Part, Shared, added, phase_of, share_one_off, share_structural
from models.dossier.base import known
from models.dossier.costs import CostKey, CostKeyKind, KostenSection, RestRule
from models.dossier.explore import Partner
from models.rounding import nearest

__all__ = ["CostOutcome", "work_out"]


class CostOutcome(NamedTuple):
    """The budget, and the outcome of each key in the order of the dossier."""

    budget: Budget
    keys: tuple[KeyOutcome, ...]
    chosen: str | None

    @property
    def choice(self) -> KeyOutcome | None:
        """The outcome of the key that the partners chose."""
        return next((key for key in self.keys if key.key == self.chosen), None)


class _Case(NamedTuple):
    """What all keys share. ``today``: cents per partner; ``today_in``: the same brought to each year."""

    kosten: KostenSection
    partners: tuple[Partner, ...]
    ids: tuple[str, ...]
    budget: Budget
    today: tuple[int | None, ...]
    today_in: tuple[tuple[int | None, ...], ...]
    factors: tuple[Fraction, ...]
    amounts: Amounts


def work_out(kosten: KostenSection, partners: Sequence[Partner], *, only: str | None = None) -> CostOutcome:
    """The outcome of every key for the partners that take part; ``only``: of the key with this id."""
    budget = budget_of(kosten)
    taking_part = tuple(partners)
    held = [known(kosten.today.get(p.id)) for p in taking_part]
    today = tuple(None if amount is None else cents(amount) for amount in held)
    per_year = tuple(today_in(kosten, today, year, budget.start) for year in budget.years)
    ids = tuple(p.id for p in taking_part)
    case = _Case(kosten, taking_part, ids, budget, today, per_year, _factors(kosten, budget), amounts_of(budget))
    keys = [key for key in kosten.keys if only is None or key.id == only]
    return CostOutcome(budget, tuple(_outcome(case, key) for key in keys), kosten.chosen)


def _factors(kosten: KostenSection, budget: Budget) -> tuple[Fraction, ...]:
    """How far prices have risen since the start year, where they follow the index."""
    factors, reached = [], Fraction(1)
    for year in budget.years:
        if year > budget.start:
            reached *= 1 + (index_of(kosten, year) or Fraction(0)) / 100
        factors.append(reached)
    return tuple(factors)


def _outcome(case: _Case, key: CostKey) -> KeyOutcome:
    name = key.name.strip()
    general = _general(case, key)
    found = general or _recipes(case, key)
    if found and isinstance(found[0], Note):
        return KeyOutcome(key.id, key.kind, name, tuple(n for n in found if isinstance(n, Note)))
    recipes = tuple(part for part in found if isinstance(part, RecipePart))
    years = _years(case, key, _priced_parts(case, key, recipes))
    if isinstance(years, Note):
        return KeyOutcome(key.id, key.kind, name, (years,), parts=recipes)
    settled, missing = settle(key, case.partners, recipes, case.budget)
    remarks = (*key_remarks(case.kosten, key, case.partners, recipes, years), *missing)
    totals = dict(zip(case.ids, (_total_difference(years, i) for i in range(len(case.ids))), strict=True))
    return KeyOutcome(
        key.id,
        key.kind,
        name,
        remarks=remarks,
        parts=recipes,
        years=years,
        gains=tuple(p for p, total in totals.items() if total is not None and total > 0),
        loses=tuple(p for p, total in totals.items() if total is not None and total < 0),
        payback=payback_of(years, case.ids),
        breaches=breaches_of(key, years),
        settled=settled,
    )


def _total_difference(years: Sequence[YearOutcome], place: int) -> int | None:
    """Cents that a partner gains (or, below zero, loses) in all years; ``None`` where one year is not known."""
    total = 0
    for year in years:
        found = year.contributions[place].difference_cents
        if found is None:
            return None
        total += found
    return total


# --- what must be there first


def _general(case: _Case, key: CostKey) -> tuple[Note, ...]:
    """What stands in the way of any key of this kind."""
    if not case.partners:
        return (Note(NoteKind.NO_PARTNERS),)
    if not case.budget.years:
        return (Note(NoteKind.NO_YEARS),)
    costs = any(cell.gross for line in case.budget.lines for cell in line.cells)
    if not costs and key.kind not in PRICED:
        return (Note(NoteKind.NO_COSTS),)
    if _rest_partner_missing(case, key):
        return (Note(NoteKind.REST_PARTNER_MISSING),)
    return ()


def _rest_partner_missing(case: _Case, key: CostKey) -> bool:
    return key.rest is RestRule.PARTNER and key.rest_partner not in case.ids


def _recipes(case: _Case, key: CostKey) -> tuple[RecipePart | Note, ...]:
    if key.kind is not CostKeyKind.COMBINATION:
        recipe = recipe_of(key, case.partners)
        return recipe if isinstance(recipe, tuple) else (RecipePart(key.id, key.kind, recipe),)
    return tuple(_combined(case, key))


def _combined(case: _Case, key: CostKey) -> Iterator[RecipePart | Note]:
    """The recipes of the keys that the combination names, each with its cost items."""
    keys = {other.id: other for other in case.kosten.keys}
    items: dict[str, list[str]] = {}
    orphans = []
    for line in case.budget.lines:
        other = key.item_keys.get(line.item, key.rest_key)
        if other is None:
            orphans.append(line.name)
        else:
            items.setdefault(other, []).append(line.item)
    if orphans:
        yield Note(NoteKind.ITEMS_WITHOUT_KEY, names=tuple(orphans))
    if case.budget.subtracted and any(case.budget.savings):
        if key.rest_key is None:
            yield Note(NoteKind.SAVINGS_WITHOUT_KEY)
        else:
            items.setdefault(key.rest_key, [])
    for other, named in items.items():
        part = keys[other]
        if part.kind is CostKeyKind.COMBINATION:
            yield Note(NoteKind.NESTED_COMBINATION, name=part.name)
            continue
        recipe = recipe_of(part, case.partners)
        if isinstance(recipe, tuple) or _rest_partner_missing(case, part):
            yield Note(NoteKind.PART_KEY_FAILS, name=part.name)
        else:
            yield RecipePart(other, part.kind, recipe, tuple(named))


def _priced_parts(case: _Case, key: CostKey, recipes: tuple[RecipePart, ...]) -> tuple[Part, ...]:
    """The recipes with the cents that each divides per year."""
    keys = {other.id: other for other in case.kosten.keys}
    whole = key.kind is not CostKeyKind.COMBINATION
    return tuple(_part(case, keys[part.key], part, key.rest_key == part.key or whole, whole) for part in recipes)


def _part(case: _Case, key: CostKey, part: RecipePart, has_savings: bool, whole: bool) -> Part:
    budget = case.budget
    amounts = case.amounts if whole else amounts_of(budget, part.items)
    less = budget.savings if budget.subtracted and has_savings else (0,) * len(budget.years)
    structural = tuple(amount - saved for amount, saved in zip(amounts.structural, less, strict=True))
    return Part(part.recipe, rounding_of(key, case.ids), replace(amounts, structural=structural))


# --- year by year


def _years(case: _Case, key: CostKey, parts: tuple[Part, ...]) -> tuple[YearOutcome, ...] | Note:
    limits = limits_of(key, case.ids)
    if isinstance(limits, Note):
        return limits
    done = []
    for place, year in enumerate(case.budget.years):
        outcome = _year(case, key, parts, place, year, limits)
        if isinstance(outcome, Note):
            return outcome
        done.append(outcome)
    return tuple(done)


def _year(
    case: _Case, key: CostKey, parts: tuple[Part, ...], place: int, year: int, limits: Limits | None
) -> YearOutcome | Note:
    phase = phase_of(key, year, case.budget.start) if year >= case.budget.start else Fraction(1)
    today = _today_shares(case) if phase < 1 else None
    if isinstance(today, Note):
        return today
    factor = case.factors[place] if key.index_prices else Fraction(1)
    # Before the start there is nothing to charge yet: one-off cost then follows what the start year will charge.
    charged = max(place, case.budget.start_place)
    found = share_structural(parts, charged, factor, phase, today, limits, year)
    if isinstance(found, Note):
        return found
    once = share_one_off(parts, place, found.charges)
    if isinstance(once, Note):
        return once
    shared = found if charged == place else found.nothing()
    return YearOutcome(
        year,
        euros(sum(part.amounts.structural[place] for part in parts)),
        euros(sum(part.amounts.one_off[place] for part in parts)),
        _contributions(case, parts, place, shared, once),
        uncovered=euros(sum(done.uncovered for done in shared.charges)),
        rest=euros(shared.rest),
        one_off_rest=euros(sum(done.rest for done in once)),
        spread=euros(sum(done.spread for done in shared.charges)),
        one_off_spread=euros(sum(done.spread for done in once)),
        phase=phase,
        cents_to=tuple(case.ids[i] for i in shared.rounded_up),
        at_floor=tuple(case.ids[i] for i in shared.limits.at_floor),
        at_ceiling=tuple(case.ids[i] for i in shared.limits.at_ceiling),
        before=shared.before,
        blended=shared.blended,
        rounds=shared.limits.rounds,
        rates=tuple(rate for done in shared.charges for rate in done.rates),
    )


def _today_shares(case: _Case) -> Shares | Note:
    """The shares of what partners pay now, to begin the transition with."""
    missing = tuple(p for p, amount in zip(case.ids, case.today, strict=True) if amount is None)
    shares = None if missing else shares_of([amount or 0 for amount in case.today])
    return Note(NoteKind.TRANSITION_NEEDS_TODAY, missing) if shares is None else shares


def _contributions(
    case: _Case, parts: Sequence[Part], place: int, shared: Shared, once: Sequence[Charge]
) -> tuple[Contribution, ...]:
    paid, once_parts = shared.parts, added(once)
    whole = sum(paid)
    back = _vat_back(
        case, [(p.amounts.vat[place], p.amounts.back[place]) for p in parts], _weights(shared.charges, shared)
    )
    once_back = _vat_back(
        case, [(p.amounts.one_off_vat[place], p.amounts.one_off_back[place]) for p in parts], _weights(once, None)
    )
    return tuple(
        Contribution(
            partner.id,
            paid[i],
            once_parts[i],
            whole,
            back[i],
            once_back[i],
            case.today_in[place][i],
            known(partner.inhabitants),
        )
        for i, partner in enumerate(case.partners)
    )


def _weights(charges: Sequence[Charge], shared: Shared | None) -> list[tuple[int, ...]]:
    """By what the VAT of each part follows the partners: its own charges, or what everybody pays in the end."""
    if shared is not None and shared.moved:
        return [shared.parts] * len(charges)
    return [done.parts for done in charges]


def _vat_back(case: _Case, vat: Sequence[tuple[int, Fraction]], weights: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Cents of VAT that each partner gets back; a partner that cannot claim gets none."""
    held = [(amount, back, parts, sum(parts)) for (amount, back), parts in zip(vat, weights, strict=True)]
    held = [row for row in held if row[0] and row[3]]
    if not held:
        return (0,) * len(case.partners)
    factors: dict[Decimal | None, tuple[list[int], int]] = {}
    found = []
    for i, partner in enumerate(case.partners):
        if partner.kind not in CLAIMS:
            found.append(0)
            continue
        own = case.kosten.bcf.get(partner.id)
        if own not in factors:
            factors[own] = _back_factors(own, held)
        per_cent, below = factors[own]
        found.append(nearest(sum(f * row[2][i] for f, row in zip(per_cent, held, strict=True)), below))
    return tuple(found)


def _back_factors(
    own: Decimal | None, held: Sequence[tuple[int, Fraction, tuple[int, ...], int]]
) -> tuple[list[int], int]:
    """What comes back per cent of charge, per part, as whole numbers over one denominator; ``own``: own percentage."""
    exact = [(back if own is None else amount * Fraction(own) / 100) / whole for amount, back, _parts, whole in held]
    below = math.lcm(*(f.denominator for f in exact))
    return [int(f * below) for f in exact], below
