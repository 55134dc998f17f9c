"""What must be said beside the outcome of a key.

What was rounded, what is not covered, who pays nothing, what is missing.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.agreements.against_today import today_base
from models.agreements.budget import CLAIMS, index_of, start_of
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import RecipePart, YearOutcome
from models.agreements.recipe import PricedRecipe
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
        *_rounding(key, years),
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


def _rounding(key: CostKey, years: Sequence[YearOutcome]) -> Iterator[Note]:
    if key.share_decimals is not None:
        yield Note(NoteKind.SHARES_ROUNDED, limit=Decimal(key.share_decimals))
    if key.rate_decimals is not None:
        yield Note(NoteKind.RATES_ROUNDED, limit=Decimal(key.rate_decimals))
    spread = next((year for year in years if year.spread), None)
    if spread is not None:
        to_one = key.rest is RestRule.PARTNER and key.rest_partner is not None
        named = (key.rest_partner,) if to_one and key.rest_partner is not None else ()
        kind = NoteKind.REST_TO_PARTNER if to_one else NoteKind.REST_DIVIDED
        yield Note(kind, named, year=spread.year, amount=spread.spread)
    stays = next((year for year in years if year.rest or year.one_off_rest), None)
    if stays is not None:
        yield Note(NoteKind.REST_STAYS, year=stays.year, amount=stays.rest + stays.one_off_rest)


def _partners(
    recipes: Sequence[RecipePart], partners: Sequence[Partner], years: Sequence[YearOutcome]
) -> Iterator[Note]:
    free = tuple(
        p.id for i, p in enumerate(partners) if all(not year.contributions[i].structural_cents for year in years)
    )
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
        yield Note(NoteKind.BCF_MISSING, name=", ".join(open_items))


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
        yield from _unindexed(kosten, range(today_base(kosten, start) + 1, last + 1), "kosten van nu")
    if key.index_prices:
        yield from _unindexed(kosten, range(start + 1, last + 1), "prijzen van de verdeelsleutel")


def _unindexed(kosten: KostenSection, years: range, what: str) -> Iterator[Note]:
    missing = tuple(year for year in years if index_of(kosten, year) is None)
    if missing:
        yield Note(NoteKind.INDEX_MISSING, name=what, year=missing[0], years=missing)


def _later(key: CostKey, years: Sequence[YearOutcome]) -> Iterator[Note]:
    if key.recalibrate_in is not None and any(year.year >= key.recalibrate_in for year in years):
        yield Note(NoteKind.RECALIBRATE, year=key.recalibrate_in)
