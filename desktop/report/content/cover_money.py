"""What it costs, for the oplegnotitie: one table that fits beside the rest of a page, else a sentence."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.costs_tables import first_full_year
from desktop.report.content.costs_words import costs_key
from desktop.report.content.sums import Scale, difference_cell, money_cell, row_names, scale_of
from desktop.report.tree import Align, Block, Cell, Column, LabelledParagraph, Row, RowKind, Table, cell, plain
from models import dutch
from models.agreements.money import euros
from models.agreements.outcome import Contribution, YearOutcome

__all__ = ["money_blocks"]

_TITLE = "Wat kost het?"
_MOST_YEARS = 4
_UNKNOWN = "De kosten zijn nog niet bekend. Vraag om een raming voordat u besluit."


def money_blocks(brief: Brief, most_rows: int) -> Iterator[Block]:
    """The contributions under the chosen key; ``most_rows``: with more partners the table has their sum only."""
    agreed = brief.agreed
    if agreed is None or Chapter.COSTS not in agreed.chapters:
        yield LabelledParagraph(_TITLE, plain(_UNKNOWN))
        return
    choice = agreed.costs.choice
    if choice is None or not choice.years:
        text = f"{costs_key(agreed)} Zie hoofdstuk {brief.letters[Chapter.COSTS]} van het adviesrapport."
        yield LabelledParagraph(_TITLE, plain(text))
        return
    years = choice.years[first_full_year(agreed) :][:_MOST_YEARS]
    yield _table(brief, years, _once(choice.years), most_rows)


def _table(brief: Brief, years: Sequence[YearOutcome], once: str, most_rows: int) -> Table:
    scale = scale_of(_amounts(years))
    known = any(c.today_cents is not None for c in years[-1].contributions)
    last = years[-1].year
    columns = [Column("Partner"), *(Column(str(year.year), 1, Align.RIGHT) for year in years)]
    if known:
        columns += [Column(f"Zoals nu, {last}", 1.15, Align.RIGHT), Column(f"Verschil, {last}", 1.25, Align.RIGHT)]
    names = row_names(brief.partner_names)
    rows = [
        Row(tuple(_row(name, [year.contributions[place] for year in years], scale, known=known)))
        for place, name in enumerate(names)
        if len(names) <= most_rows
    ]
    rows.append(Row(tuple(_total(years, scale, known=known)), kind=RowKind.TOTAL))
    note = once
    if len(names) > most_rows:
        letter = brief.letters[Chapter.COSTS]
        note = f"Wat elke partner betaalt, staat in hoofdstuk {letter} van het adviesrapport. {note}"
    unit = f"{scale.unit.split(',')[0]} per jaar{'; V = minder dan nu, N = meer dan nu' if known else ''}"
    return Table(_TITLE, tuple(columns), tuple(rows), unit=unit, note=note.strip())


def _amounts(years: Sequence[YearOutcome]) -> Iterator[Decimal]:
    for year in years:
        yield year.charged
        yield from (euros(c.today_cents) for c in year.contributions if c.today_cents is not None)


def _row(name: str, paid: Sequence[Contribution], scale: Scale, *, known: bool) -> Iterator[Cell]:
    yield cell(name)
    yield from (money_cell(held.structural, scale) for held in paid)
    if known:
        today = paid[-1].today_cents
        yield money_cell(None if today is None else euros(today), scale)
        yield difference_cell(paid[-1].difference, scale)


def _total(years: Sequence[YearOutcome], scale: Scale, *, known: bool) -> Iterator[Cell]:
    yield cell("Samen")
    yield from (money_cell(_sum([c.structural_cents for c in year.contributions]), scale) for year in years)
    if known:
        yield money_cell(_sum([c.today_cents for c in years[-1].contributions]), scale)
        yield difference_cell(years[-1].difference, scale)


def _sum(cents: Sequence[int | None]) -> Decimal | None:
    held = [value for value in cents if value is not None]
    return euros(sum(held)) if len(held) == len(cents) else None


def _once(years: Sequence[YearOutcome]) -> str:
    """What there is to pay one time, by year."""
    paid = [(year.year, sum(c.one_off_cents for c in year.contributions)) for year in years]
    told = [f"{dutch.euros(euros(cents)).removesuffix(',00')} in {year}" for year, cents in paid if cents]
    return f"Eenmalig daarnaast: {dutch.listed(told)}." if told else ""
