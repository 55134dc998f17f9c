"""What must be said beside the outcome of a key.

What was rounded, what is not covered, who pays nothing, what is missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from models.agreements.against_today import today_base
from models.agreements.budget import CLAIMS, index_of, start_of
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import Contribution, RecipePart, YearOutcome
from models.agreements.recipe import MIXED, PricedRecipe, Recipe
from models.dossier.base import known
from models.dossier.costs import CostKey, KostenSection, RestRule
from models.dossier.explore import Partner
from models.dossier.legal_facts import VatTreatment

__all__ = ["key_remarks"]


def key_remarks(
    kosten: KostenSection,
    key: CostKey,
    partners: Sequence[Partner],
    recipes: Sequence[RecipePart],
    years: Sequence[YearOutcome],
) -> tuple[Note, ...]:
    """The remarks of one key, the gravest first."""
    return (
        *_coverage(recipes, years),
        *_rounding(kosten, recipes, years),
        *_partners(recipes, partners, years),
        *_vat(kosten, partners),
        *_today(kosten, key, years, partners),
        *_later(key, years),
    )


def _coverage(recipes: Sequence[RecipePart], years: Sequence[YearOutcome]) -> Iterator[Note]:
    """Prices that bring in too little or too much; one-off cost that has no price."""
    off = next((year for year in years if year.uncovered), None)
    if off is not None:
        yield Note(NoteKind.NOT_COVERED, year=off.year, amount=off.uncovered)
    if any(isinstance(part.recipe, PricedRecipe) for part in recipes) and any(year.one_off for year in years):
        yield Note(NoteKind.ONE_OFF_BY_CHARGES)


def _rounding(kosten: KostenSection, recipes: Sequence[RecipePart], years: Sequence[YearOutcome]) -> Iterator[Note]:
    """What the keys round that really divide: the key itself, or those that a combination names."""
    keys = {key.id: key for key in kosten.keys}
    used = [(keys[part.key], part.recipe) for part in recipes]
    phased = any(year.phase < 1 for year in years)
    shares = (key.share_decimals for key, recipe in used if _rounds_shares(key, recipe, phased))
    mixed = (key.component_decimals for key, _recipe in used if key.kind in MIXED and key.rate_decimals is None)
    yield from _decimals(NoteKind.COMPONENTS_ROUNDED, mixed)
    yield from _decimals(NoteKind.SHARES_ROUNDED, shares)
    yield from _decimals(NoteKind.RATES_ROUNDED, (key.rate_decimals for key, _recipe in used))
    spread = next((year for year in years if year.spread), None)
    once = next((year for year in years if year.one_off_spread), None)
    if spread is not None or once is not None:
        bear = [key.rest_partner for key, _recipe in used if key.rest is RestRule.PARTNER]
        named = tuple(dict.fromkeys(partner for partner in bear if partner is not None))
        to_one = len(bear) == len(used) and bool(named)
        who = named if to_one else ()
        if spread is not None:
            kind = NoteKind.REST_TO_PARTNER if to_one else NoteKind.REST_DIVIDED
            yield Note(kind, who, year=spread.year, amount=spread.spread)
        if once is not None:
            kind = NoteKind.ONE_OFF_REST_TO_PARTNER if to_one else NoteKind.ONE_OFF_REST_DIVIDED
            yield Note(kind, who, year=once.year, amount=once.one_off_spread)
    stays = next((year for year in years if year.rest or year.one_off_rest), None)
    if stays is not None:
        yield Note(NoteKind.REST_STAYS, year=stays.year, amount=stays.rest + stays.one_off_rest)


def _rounds_shares(key: CostKey, recipe: Recipe, phased: bool) -> bool:
    """Whether this key uses shares at all: not where it charges by rates, or has a price for everything."""
    if phased:
        return True
    if key.rate_decimals is not None:
        return False
    return not isinstance(recipe, PricedRecipe) or any(line.price is None for line in recipe.lines)


def _decimals(kind: NoteKind, found: Iterable[int | None]) -> Iterator[Note]:
    for decimals in dict.fromkeys(found):
        if decimals is not None:
            yield Note(kind, limit=Decimal(decimals))


def _partners(
    recipes: Sequence[RecipePart], partners: Sequence[Partner], years: Sequence[YearOutcome]
) -> Iterator[Note]:
    free = tuple(p.id for i, p in enumerate(partners) if not any(_pays(year.contributions[i]) for year in years))
    if free and any(year.charged for year in years):
        yield Note(NoteKind.PAYS_NOTHING, free)
    taken: dict[str, None] = {}
    for part in recipes:
        held = part.recipe.lines if isinstance(part.recipe, PricedRecipe) else part.recipe.components
        for line in held:
            if line.figures is not None:
                taken |= dict.fromkeys(line.figures.taken)
    if taken:
        yield Note(NoteKind.INHABITANTS_TAKEN, tuple(taken))


def _pays(held: Contribution) -> bool:
    return bool(held.structural_cents or held.one_off_cents)


def _vat(kosten: KostenSection, partners: Sequence[Partner]) -> Iterator[Note]:
    """VAT that could come back: who cannot claim it, and items of which nobody said how much comes back."""
    items = [
        i for i in kosten.items if known(i.vat) is VatTreatment.COMPENSABLE and known(i.vat_percentage) is not None
    ]
    if not items:
        return
    cannot = tuple(p.id for p in partners if p.kind not in CLAIMS)
    if cannot:
        yield Note(NoteKind.NO_BCF, cannot)
    open_items = [item.name for item in items if known(item.bcf_percentage) is None]
    if open_items and any(p.id not in kosten.bcf for p in partners if p.kind in CLAIMS):
        yield Note(NoteKind.BCF_MISSING, names=tuple(open_items))


def _today(
    kosten: KostenSection, key: CostKey, years: Sequence[YearOutcome], partners: Sequence[Partner]
) -> Iterator[Note]:
    """Whose cost of today is not known, and what should follow an index that is not complete."""
    missing = tuple(p.id for p in partners if known(kosten.today.get(p.id)) is None)
    if missing:
        yield Note(NoteKind.TODAY_MISSING, missing)
    start, last = start_of(kosten), years[-1].year
    if start is None:
        return
    if kosten.today_indexed and kosten.today:
        base = today_base(kosten, start)
        if base > start:
            yield Note(NoteKind.TODAY_YEAR_LATER, year=base)
        yield from _unindexed(kosten, range(base + 1, last + 1), "kosten van nu")
    if key.index_prices:
        yield from _unindexed(kosten, range(start + 1, last + 1), "prijzen van de verdeelsleutel")


def _unindexed(kosten: KostenSection, years: range, what: str) -> Iterator[Note]:
    missing = tuple(year for year in years if index_of(kosten, year) is None)
    if missing:
        yield Note(NoteKind.INDEX_MISSING, names=(what,), year=missing[0], years=missing)


def _later(key: CostKey, years: Sequence[YearOutcome]) -> Iterator[Note]:
    if key.transition_steps:
        end = max(key.transition_steps)
        if key.transition_steps[end] < 100:
            yield Note(NoteKind.TRANSITION_STOPS, year=end, amount=Decimal(key.transition_steps[end]))
    if key.recalibrate_in is not None and any(year.year >= key.recalibrate_in for year in years):
        yield Note(NoteKind.RECALIBRATE, year=key.recalibrate_in)
