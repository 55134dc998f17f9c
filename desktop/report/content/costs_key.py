"""The chosen key: why the partners chose it, how it works, every figure that it rests on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.costs_words import absorb_words, phase_words, rest_words
from desktop.report.content.sums import money_cell, row_names, spread
from desktop.report.tree import Align, Block, Cell, Column, LabelledParagraph, Row, RowKind, Table, cell, plain
from models import dutch
from models.agreements.division import rounded_shares, rounding_of
from models.agreements.money import as_decimal
from models.agreements.outcome import KeyOutcome, RecipePart
from models.agreements.recipe import Component, PricedLine, PricedRecipe, ProportionalRecipe
from models.dossier.costs import CostKey
from models.figures.metrics import text_width
from models.wording.costs import years_text
from models.wording.words import number_words, sentence, shortened

__all__ = ["key_blocks"]

_NAME = 40
_FINE = 4
"""Decimals of a percentage in a table; the program counts with the whole number."""


def key_blocks(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """Nothing where no key is chosen."""
    key, choice = agreed.chosen_key, agreed.costs.choice
    if key is None or choice is None:
        return
    text = agreed.key_text(key)
    yield LabelledParagraph("Verdeelsleutel", plain(f"{agreed.key_names[key.id]}. {sentence(text.text)}"))
    reason = sentence(brief.dossier.kosten.chosen_reason) or "De partners schreven de reden nog niet op."
    yield LabelledParagraph("De reden", plain(reason))
    if key.reason.strip():
        yield LabelledParagraph("Bij de sleutel", plain(sentence(key.reason)))
    yield LabelledParagraph("De formule", plain(sentence(text.formula)))
    for part in choice.parts:
        yield from _part(brief, agreed, part, several=len(choice.parts) > 1)
    yield from _around(brief, key, choice)


# --- how it divides


def _part(brief: Brief, agreed: Agreed, part: RecipePart, *, several: bool) -> Iterator[Block]:
    key = next(key for key in agreed.dossier.kosten.keys if key.id == part.key)
    title = f"Hoe ‘{agreed.key_names[part.key]}’ rekent"
    if several and part.items:
        items = {item.id: shortened(item.name, 2 * _NAME) or "zonder naam" for item in agreed.dossier.kosten.items}
        listed = dutch.listed([items.get(item, "een post") for item in part.items])
        yield LabelledParagraph(agreed.key_names[part.key], plain(f"Deze sleutel verdeelt: {listed}."))
    if isinstance(part.recipe, PricedRecipe):
        yield _prices(part.recipe, key, title)
        columns = [(line.figures.driver, _quantities(line.figures.quantities)) for line in part.recipe.lines]
        yield from _drivers(brief, columns, "De aantallen per partner", "aantallen per jaar")
        return
    yield from _shares(brief, key, part.recipe, title)


def _shares(brief: Brief, key: CostKey, recipe: ProportionalRecipe, title: str) -> Iterator[Table]:
    """Per partner how much it has of each driver, and the share that follows."""
    ids = tuple(brief.partner_names)
    applied = rounded_shares(recipe.shares, rounding_of(key, ids))
    shares = [Fraction(weight * 100, applied.total) for weight in applied.weights]
    columns = [
        (component.figures.driver, _quantities(component.figures.quantities))
        for component in recipe.components
        if component.figures is not None
    ]
    whole = sum(shares, Fraction(0))
    cells = [_percent(share) for share in shares]
    columns.append(("Aandeel", [*cells, _percent(whole)]))
    parts = [_component(component) for component in recipe.components]
    exact = all(as_decimal(share, _FINE) == as_decimal(share, 12) for share in shares)
    note = "" if exact else "Aandelen staan hier met vier decimalen. Het programma rekent met het hele getal."
    yield from _drivers(brief, columns, title, "; ".join(parts), note)


def _component(component: Component) -> str:
    """``75% naar inwoners``."""
    by = f"naar {shortened(component.name.lower(), _NAME)}" if component.figures is not None else "in gelijke delen"
    return f"{_percent(component.part * 100)} {by}"


def _prices(recipe: PricedRecipe, key: CostKey, title: str) -> Table:
    """What each driver costs a piece and where that comes from, or the sum that it divides."""
    columns = (Column("Maat"), Column("Prijs of bedrag", 1.2, Align.RIGHT), Column("Waaruit", 2))
    rows = []
    for line in recipe.lines:
        name = shortened(line.figures.driver, _NAME)
        rows.append(Row((cell(name), cell(_price(line)), cell(_from(line)))))
    note = "Prijzen en bedragen groeien mee met de index." if key.index_prices else ""
    return Table(title, columns, tuple(rows), unit="prijs per stuk of uur, bedrag per jaar", note=note)


def _price(line: PricedLine) -> str:
    held = line.price if line.price is not None else line.pool
    return "de rest" if held is None else _euros(held)


def _from(line: PricedLine) -> str:
    if line.cost is not None and line.hours is not None:
        return f"{_euros(line.cost)} gedeeld door {_number(line.hours)} uur"
    if line.rate is not None and line.norm is not None:
        mean = f", gemiddeld over {years_text(line.norm_years)}"
        return f"{_euros(line.rate)} per uur × {_number(line.norm)} uur{mean if line.norm_years else ''}"
    if line.price is not None:
        return "afgesproken prijs"
    if line.pool is not None:
        return "dit bedrag verdeelt u naar deze maat"
    return "wat overblijft, verdeelt u naar deze maat"


def _drivers(
    brief: Brief, columns: Sequence[tuple[str, Sequence[str]]], caption: str, unit: str, note: str = ""
) -> Iterator[Table]:
    """A row per partner and a column per driver; over more tables where they do not fit beside each other."""
    names = (*row_names(brief.partner_names), "Samen")
    widths = [max(text_width(text, 9.5) for text in (*held, "aantallen")) + 12 for _, held in columns]
    parts = list(spread(widths))
    for number, part in enumerate(parts):
        heads = [Column(shortened(columns[i][0], _NAME), 1, Align.RIGHT) for i in part]
        rows = tuple(
            Row(
                (cell(name), *(cell(columns[i][1][place]) for i in part)),
                kind=RowKind.TOTAL if place == len(names) - 1 else RowKind.PLAIN,
            )
            for place, name in enumerate(names)
        )
        last = number == len(parts) - 1
        yield Table(caption, (Column("Partner"), *heads), rows, unit=unit, note=note if last else "")


def _quantities(quantities: Sequence[Fraction]) -> list[str]:
    return [_number(quantity) for quantity in (*quantities, sum(quantities, Fraction(0)))]


def _number(value: Fraction) -> str:
    return number_words(as_decimal(value, _FINE))


def _percent(value: Fraction) -> str:
    return f"{number_words(as_decimal(value, _FINE))}%"


def _euros(value: Fraction) -> str:
    """To the cent; finer where the price is finer."""
    fine = as_decimal(value, 6)
    exponent = fine.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        return f"€\u00a0{number_words(fine)}"
    return dutch.euros(fine)


# --- what stands around it


def _around(brief: Brief, key: CostKey, choice: KeyOutcome) -> Iterator[Block]:
    names = brief.partner_names
    yield LabelledParagraph("Afronding", plain(rest_words(key, names)))
    phase = phase_words(choice)
    if phase:
        yield LabelledParagraph("Ingroei", plain(phase))
    if key.floors or key.ceilings:
        yield LabelledParagraph("Grenzen", plain(absorb_words(key, names)))
        yield _limits(brief, key)
    if key.corridor_percentage is not None:
        off = number_words(key.corridor_percentage)
        text = f"Betaalt een partner {off}% meer of minder dan nu, dan praten de partners opnieuw."
        yield LabelledParagraph("Bandbreedte", plain(text))
    if key.recalibrate_in is not None:
        text = f"In {key.recalibrate_in} kijken de partners opnieuw naar de verdeelsleutel."
        yield LabelledParagraph("Herijking", plain(text))


def _limits(brief: Brief, key: CostKey) -> Table:
    held = [p for p in brief.partner_names if p in key.floors or p in key.ceilings]
    columns = (Column("Partner"), Column("Ondergrens", 1, Align.RIGHT), Column("Bovengrens", 1, Align.RIGHT))
    rows = tuple(
        Row((cell(brief.partner_names[p]), _limit(key.floors.get(p)), _limit(key.ceilings.get(p)))) for p in held
    )
    return Table("De laagste en hoogste bijdrage", columns, rows, unit="bedragen in euro’s per jaar")


def _limit(value: Decimal | None) -> Cell:
    return money_cell(value)
