"""How a contribution was worked out: the sum to share, quantities, weights, shares, prices, and each step after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.agreements.budget import Budget
from models.agreements.contributions import CostOutcome
from models.agreements.division import rounded_shares, rounding_of
from models.agreements.money import as_decimal, euros
from models.agreements.outcome import KeyOutcome, RecipePart, YearOutcome
from models.agreements.recipe import PricedLine, PricedRecipe, ProportionalRecipe
from models.dossier.costs import CostKey, RestRule
from models.wording.words import number_words
from wizards.steps.kosten_parts.compare_text import Unit, money_text, percent_text
from wizards.widgets.read_table import Sheet, Value

__all__ = ["Step", "steps_of"]

Names = Mapping[str, str]
_Line = tuple[str, list[tuple[str, Value]]]
_FINE = 4
"""Decimals of a share in percent, and of a rate."""
_EMPTY = ""
_DUTCH = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Step:
    """One table of the working, with a sentence that says what it does."""

    title: str
    text: str
    sheet: Sheet


def steps_of(
    outcome: CostOutcome,
    key: KeyOutcome,
    keys: Mapping[str, CostKey],
    key_names: Mapping[str, str],
    names: Names,
    place: int,
) -> tuple[Step, ...]:
    """The working of one key in the year at ``place``; ``keys`` and ``key_names``: of the dossier by id."""
    ids = tuple(c.partner for c in key.years[place].contributions) if key.years else ()
    if not ids:
        return ()
    labels = [names[partner] for partner in ids]
    found = [_budget(outcome.budget, place)]
    single = len(key.parts) == 1
    for part in key.parts:
        title = "" if single else f" ({key_names[part.key]})"
        if isinstance(part.recipe, ProportionalRecipe):
            found.append(_shares(part.recipe, keys[part.key], ids, labels, title))
        else:
            rates = key.years[place].rates if single else ()
            found.append(_prices(part.recipe, rates, key.years[place].year, title))
            found.append(_quantities(part.recipe, rates, labels, title))
    found.append(_steps(key, keys[key.key], labels, place))
    return tuple(found)


def _price(value: Fraction | None, decimals: int = 2) -> str:
    """An amount of money with at least ``decimals`` decimals, and at most four."""
    if value is None:
        return _EMPTY
    exact = as_decimal(value, _FINE)
    wanted = exact.quantize(Decimal(1).scaleb(-decimals))
    return f"{wanted if wanted == exact else exact:,f}".translate(_DUTCH)


def _fine(value: Fraction | None, decimals: int = _FINE) -> str:
    return _EMPTY if value is None else number_words(as_decimal(value, decimals))


def _sheet(
    corner: str, heads: Sequence[str], lines: Sequence[tuple[str, Sequence[tuple[str, Value]]]], *, bold: bool = True
) -> Sheet:
    """A table of cells with their figures; the last row is the total."""
    rows = tuple((label, tuple(text for text, _ in cells)) for label, cells in lines)
    values = tuple(tuple(value for _, value in cells) for _, cells in lines)
    return Sheet(tuple(heads), rows, frozenset({len(rows) - 1}) if bold else frozenset(), corner, values)


def _filled(heads: Sequence[str], lines: Sequence[_Line]) -> tuple[list[str], list[_Line]]:
    """Without the columns in which nothing stands."""
    used = [any(cells[i][0] for _, cells in lines) for i in range(len(heads))]
    kept = [head for head, on in zip(heads, used, strict=True) if on]
    return kept, [(label, [cell for cell, on in zip(cells, used, strict=True) if on]) for label, cells in lines]


def _money(amount: int) -> tuple[str, Value]:
    return money_text(euros(amount), Unit.CENTS), euros(amount)


# --- what there is to share


def _budget(budget: Budget, place: int) -> Step:
    lines: list[_Line] = []
    for line in budget.lines:
        cell = line.cells[place]
        if not line.structural or not cell.gross:
            continue
        index = (percent_text(cell.index / 100), cell.index) if cell.index is not None else (_EMPTY, None)
        lines.append((line.name or "Post zonder naam", [_money(cell.net), _money(cell.vat), index, _money(cell.gross)]))
    if budget.subtracted and budget.savings[place]:
        saved = _money(-budget.savings[place])
        lines.append(("Besparing", [saved, _money(0), (_EMPTY, None), saved]))
    lines.append(("Te verdelen", [(_EMPTY, None), (_EMPTY, None), (_EMPTY, None), _money(budget.structural(place))]))
    text = "Dit zijn de kosten die elk jaar terugkomen. Eenmalige kosten staan apart."
    heads, lines = _filled(("Zonder btw", "Btw", "Index", "Bedrag"), lines)
    return Step(f"Wat er in {budget.years[place]} te verdelen is", text, _sheet("Kostenpost", heads, lines))


# --- in proportion


def _shares(recipe: ProportionalRecipe, key: CostKey, ids: Sequence[str], labels: Sequence[str], title: str) -> Step:
    count = len(ids)
    rounded = rounded_shares(recipe.shares, rounding_of(key, ids)) if key.share_decimals is not None else None
    heads: list[str] = []
    for component in recipe.components:
        weight = percent_text(component.part, _decimals(component.part * 100))
        if component.figures is None:
            heads.append(f"Gelijk deel, telt voor {weight}")
        else:
            heads += [component.figures.driver, f"Aandeel, telt voor {weight}"]
    heads.append("Samen")
    if rounded is not None:
        heads.append("Afgerond")
    lines = []
    for place in range(count):
        cells = [cell for c in recipe.components for cell in _component(c.figures, c.shares.of(place), place)]
        cells.append(_share(recipe.shares.of(place)))
        if rounded is not None:
            cells.append(_share(rounded.of(place), key.share_decimals or 0))
        lines.append((labels[place], cells))
    totals: list[tuple[str, Value]] = []
    for component in recipe.components:
        if component.figures is not None:
            totals.append((_fine(component.figures.total), component.figures.total))
        totals.append(_share(Fraction(sum(component.shares.weights), component.shares.total)))
    totals.append(_share(Fraction(sum(recipe.shares.weights), recipe.shares.total)))
    if rounded is not None:
        totals.append(_share(Fraction(sum(rounded.weights), rounded.total), key.share_decimals or 0))
    text = "Het aandeel is wat een partner heeft, gedeeld door het totaal. Elk deel telt mee met zijn gewicht."
    return Step(f"Van maat naar aandeel{title}", text, _sheet("Partner", heads, [*lines, ("Samen", totals)]))


def _decimals(percentage: Fraction) -> int:
    return 0 if percentage.denominator == 1 else 2


def _component(figures: object, share: Fraction, place: int) -> Iterator[tuple[str, Value]]:
    if figures is not None:
        quantity: Fraction = figures.quantities[place]  # type: ignore[attr-defined]
        yield _fine(quantity), quantity
    yield _share(share)


def _share(share: Fraction, decimals: int = _FINE) -> tuple[str, Value]:
    return percent_text(share, decimals), share * 100


# --- priced


def _prices(recipe: PricedRecipe, rates: Sequence[Fraction | None], year: int, title: str) -> Step:
    heads = ("Kosten", "Uren", "Tarief", "Norm per stuk", "Prijs", f"Prijs in {year}", "Te verdelen bedrag")
    lines: list[_Line] = []
    for number, line in enumerate(recipe.lines):
        rate = rates[number] if number < len(rates) else None
        rest = line.price is None and line.pool is None
        pool: tuple[str, Value] = ("de rest", None) if rest else (_price(line.pool), line.pool)
        cells: list[tuple[str, Value]] = [(_price(line.cost), line.cost), (_fine(line.hours), line.hours)]
        cells += [(_price(line.rate), line.rate), (_fine(line.norm), line.norm)]
        cells += [(_price(line.price), line.price), (_price(rate), rate), pool]
        lines.append((line.figures.driver, cells))
    kept, shown = _filled(heads, lines)
    text = "Een prijs is wat u invulde, of kosten gedeeld door uren, of tarief maal norm."
    return Step(f"Hoe de prijs is opgebouwd{title}", text, _sheet("Maat", kept, shown, bold=False))


def _quantities(recipe: PricedRecipe, rates: Sequence[Fraction | None], labels: Sequence[str], title: str) -> Step:
    heads: list[str] = []
    columns: list[list[tuple[str, Value]]] = []
    for number, line in enumerate(recipe.lines):
        rate = rates[number] if number < len(rates) and rates[number] is not None else line.price
        heads.append(line.figures.driver)
        quantities = line.figures.quantities
        columns.append([(_fine(q), q) for q in (*quantities, line.figures.total)])
        if rate is None:
            heads.append("Aandeel")
            columns.append(_line_shares(line))
        else:
            heads.append("Maal de prijs")
            paid = [q * rate for q in quantities]
            columns.append([(_price(p), p) for p in (*paid, sum(paid, Fraction(0)))])
    lines = [(label, [column[i] for column in columns]) for i, label in enumerate((*labels, "Samen"))]
    text = "Het aantal maal de prijs, of het aandeel in het bedrag dat deze maat verdeelt."
    return Step(f"Van aantal naar bedrag{title}", text, _sheet("Partner", heads, lines))


def _line_shares(line: PricedLine) -> list[tuple[str, Value]]:
    total = line.figures.total
    shares = [q / total if total else Fraction(0) for q in line.figures.quantities]
    return [_share(s) for s in (*shares, sum(shares, Fraction(0)))]


# --- from shares to what is invoiced


def _steps(key: KeyOutcome, rules: CostKey, labels: Sequence[str], place: int) -> Step:
    year = key.years[place]
    heads: list[str] = []
    columns: list[list[tuple[str, Value]]] = []
    exact = _exact(key.parts, year)
    if exact is not None:
        heads.append("Niet afgerond")
        columns.append([(_price(e, _FINE), e) for e in (*exact, sum(exact, Fraction(0)))])
    columns.append(_cents(year.before))
    heads.append("Op de cent")
    if year.phase < 1:
        heads.append("Aandeel nu")
        columns.append(_today_shares(year))
        heads.append(f"Na ingroei ({percent_text(year.phase, 1)})")
        columns.append(_cents(year.blended))
    for number, held in enumerate(year.rounds, 1):
        heads.append(f"Na grenzen, ronde {number}")
        columns.append(_cents(held))
    heads += ["Extra cent", "Bijdrage"]
    extra: list[tuple[str, Value]] = [
        ("ja" if partner in year.cents_to else _EMPTY, None) for partner in (c.partner for c in year.contributions)
    ]
    columns.append([*extra, (_EMPTY, None)])
    columns.append(_cents([c.structural_cents for c in year.contributions]))
    lines = [(label, [column[i] for column in columns]) for i, label in enumerate((*labels, "Samen"))]
    heads, lines = _filled(heads, lines)
    text = " ".join((_RESTS[rules.rest], *_rate_words(key, year)))
    return Step(f"Van aandeel naar bijdrage in {year.year}", text, _sheet("Partner", heads, lines))


_RESTS: Mapping[RestRule, str] = {
    RestRule.LARGEST_REMAINDER: "Een losse cent gaat naar de partner met de grootste breuk. Zo klopt de som.",
    RestRule.PARTNER: "Wat afronden overlaat, draagt één partner. Zo klopt de som.",
    RestRule.ORGANISATION: "Wat afronden overlaat, blijft bij de organisatie.",
}


def _rate_words(key: KeyOutcome, year: YearOutcome) -> Iterator[str]:
    """The rates of a key in proportion that rounds rates before it applies them."""
    recipe = key.parts[0].recipe
    if len(key.parts) != 1 or not isinstance(recipe, ProportionalRecipe):
        return
    for component, rate in zip(recipe.components, year.rates, strict=False):
        if rate is not None:
            of = "elke partner" if component.figures is None else f"één van ‘{component.figures.driver}’"
            yield f"Het tarief voor {of} is € {_price(rate)}."


def _today_shares(year: YearOutcome) -> list[tuple[str, Value]]:
    """What each bears now, with which ingroei begins."""
    held = [c.today_cents or 0 for c in year.contributions]
    whole = sum(held)
    shares = [Fraction(amount, whole) if whole else Fraction(0) for amount in held]
    return [_share(share) for share in (*shares, sum(shares, Fraction(0)))]


def _cents(amounts: Sequence[int]) -> list[tuple[str, Value]]:
    return [_money(amount) for amount in (*amounts, sum(amounts))]


def _exact(parts: Sequence[RecipePart], year: YearOutcome) -> list[Fraction] | None:
    """What each would pay without any rounding; only where one key in proportion divides all."""
    if len(parts) != 1 or not isinstance(parts[0].recipe, ProportionalRecipe):
        return None
    shares = parts[0].recipe.shares
    return [Fraction(Decimal(year.to_share)) * shares.of(i) for i in range(len(shares.weights))]
