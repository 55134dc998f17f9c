"""One key over all years, as tables: contributions, differences, one-off cost, shares, payback, settlement."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models.agreements.money import euros
from models.agreements.outcome import Contribution, KeyOutcome, YearOutcome, sum_of_differences
from models.rounding import half_up
from models.wording.costs import sign_of
from wizards.steps.kosten_parts.compare_text import NOTHING, Unit, money_text, percent_text
from wizards.steps.kosten_parts.compare_words import span_text, total_differences
from wizards.widgets.read_table import Sheet, Value

__all__ = ["difference_text", "gains_sheet", "money_sheet", "settled_sheet", "shares_sheet", "working_sheet"]

Names = Mapping[str, str]
_Line = tuple[str, tuple[str, ...], tuple[Value, ...]]


def difference_text(amount: Decimal | None, unit: Unit) -> str:
    """``V 15.844``: the letter says what a sign would."""
    if amount is None:
        return NOTHING
    return f"{sign_of(amount)} {money_text(abs(amount), unit)}" if amount else "gelijk"


class _Blocks:
    """Rows under heads of their own, as the report has them."""

    def __init__(self, heads: Sequence[str]) -> None:
        self._heads = tuple(heads)
        self._lines: list[_Line] = []
        self._bold: set[int] = set()

    def block(self, title: str, lines: Sequence[_Line]) -> None:
        """A head, its rows, and the last of them as the total."""
        empty = ("",) * len(self._heads)
        self._bold |= {len(self._lines), len(self._lines) + len(lines)}
        self._lines += ((title, empty, (None,) * len(self._heads)), *lines)

    def sheet(self) -> Sheet:
        """All blocks."""
        rows = tuple((label, cells) for label, cells, _ in self._lines)
        values = tuple(held for _, _, held in self._lines)
        return Sheet(self._heads, rows, frozenset(self._bold), "Partner", values)


_Of = Callable[[Contribution], Decimal | None]
_Say = Callable[[Decimal | None], str]


def _whole(amounts: Sequence[Decimal | None]) -> Decimal | None:
    return None if None in amounts else sum((a for a in amounts if a is not None), Decimal(0))


def _lines(key: KeyOutcome, names: Names, of: _Of, say: _Say, now: _Of | None, *, together: bool) -> tuple[_Line, ...]:
    """A row per partner and one for all; ``now``: for a column before the years; ``together``: one behind them."""
    found: list[tuple[str, list[Decimal | None]]] = []
    for place, c in enumerate(key.years[0].contributions):
        held = [year.contributions[place] for year in key.years]
        amounts = [of(x) for x in held]
        before = [] if now is None else [now(held[0])]
        found.append((names[c.partner], [*before, *amounts, *([_whole(amounts)] if together else [])]))
    whole = [_whole([row[i] for _, row in found]) for i in range(len(found[0][1]))]
    blank = 1 if now is None else 0
    return tuple(
        (label, (*("",) * blank, *(say(a) for a in row)), (*(None,) * blank, *row))
        for label, row in (*found, ("Samen", whole))
    )


def money_sheet(key: KeyOutcome, names: Names, unit: Unit) -> Sheet:
    """Contribution and difference per year, and one-off cost apart; the last column adds up the years."""
    if not key.years:
        return Sheet()
    blocks = _Blocks(("Nu", *(str(year.year) for year in key.years), "Alle jaren"))

    def plain(amount: Decimal | None) -> str:
        return money_text(amount, unit)

    def tagged(amount: Decimal | None) -> str:
        return difference_text(amount, unit)

    now = lambda c: c.today  # noqa: E731  - the same function for two blocks
    blocks.block("Bijdrage, elk jaar", _lines(key, names, lambda c: c.structural, plain, now, together=True))
    if any(c.structural_back_cents for year in key.years for c in year.contributions):
        blocks.block("Netto na btw-compensatie", _lines(key, names, lambda c: c.net, plain, now, together=True))
    blocks.block("Verschil met nu", _lines(key, names, lambda c: c.difference, tagged, None, together=True))
    if any(year.one_off for year in key.years):
        blocks.block("Eenmalige bijdrage", _lines(key, names, lambda c: c.one_off, plain, None, together=True))
    return blocks.sheet()


def shares_sheet(key: KeyOutcome, names: Names) -> Sheet:
    """The share of each partner per year, and what it pays per inhabitant."""
    if not key.years:
        return Sheet()
    blocks = _Blocks([str(year.year) for year in key.years])
    places = range(len(key.years[0].contributions))
    ids = [c.partner for c in key.years[0].contributions]
    shares: list[_Line] = []
    for place in places:
        held = [year.contributions[place].share for year in key.years]
        shares.append((names[ids[place]], tuple(percent_text(s) for s in held), tuple(s * 100 for s in held)))
    sums = [sum((c.share for c in year.contributions), Fraction(0)) for year in key.years]
    shares.append(("Samen", tuple(percent_text(s) for s in sums), tuple(s * 100 for s in sums)))
    blocks.block("Aandeel in de bijdragen", shares)
    each: list[_Line] = []
    for place in places:
        paid = [year.contributions[place].per_inhabitant for year in key.years]
        each.append((names[ids[place]], tuple(money_text(a, Unit.CENTS) for a in paid), tuple(paid)))
    average = [_per_inhabitant(year) for year in key.years]
    each.append(("Gemiddeld", tuple(money_text(a, Unit.CENTS) for a in average), tuple(average)))
    blocks.block("Euro per inwoner", each)
    return blocks.sheet()


def _per_inhabitant(year: YearOutcome) -> Decimal | None:
    counts = [c.inhabitants for c in year.contributions]
    people = sum(n or 0 for n in counts)
    if None in counts or not people:
        return None
    return euros(half_up(Fraction(sum(c.structural_cents for c in year.contributions), people)))


def working_sheet(key: KeyOutcome, unit: Unit) -> Sheet:
    """How the key works out per year: what there is to share, what is charged, and how far the key counts."""
    if not key.years:
        return Sheet()
    found = list(_workings(key, unit))
    heads = tuple(str(year.year) for year in key.years)
    rows = tuple((label, cells) for label, cells, _ in found)
    return Sheet(heads, rows, frozenset({len(rows) - 1}), "Per jaar", tuple(values for _, _, values in found))


def _workings(key: KeyOutcome, unit: Unit) -> Iterator[_Line]:
    years = key.years

    def line(label: str, of: Callable[[YearOutcome], Decimal]) -> _Line:
        amounts = tuple(of(year) for year in years)
        return label, tuple(money_text(a, unit) for a in amounts), amounts

    if any(year.phase < 1 for year in years):
        phases = tuple(year.phase for year in years)
        yield (
            "Zo ver telt de verdeelsleutel mee (ingroei)",
            tuple(percent_text(p, 1) for p in phases),
            tuple(p * 100 for p in phases),
        )
    yield line("Te verdelen", lambda year: year.to_share)
    if any(year.uncovered for year in years):
        yield line("Niet door prijzen gedekt", lambda year: year.uncovered)
    if any(year.rest for year in years):
        yield line("Afronding bij de organisatie", lambda year: year.rest)
    if any(year.spread for year in years):
        yield line("Afronding die is verdeeld", lambda year: year.spread)
    yield line("Samen in rekening", lambda year: year.charged)


def gains_sheet(key: KeyOutcome, names: Names, unit: Unit) -> Sheet:
    """Who gains and who loses over all years, and when the one-off cost is earned back."""
    totals = total_differences(key)
    if not totals:
        return Sheet()
    once = bool(key.payback)
    heads = (
        f"Verschil {span_text(key)}",
        *(("Eenmalig na btw", "Terugverdiend", "Saldo aan het eind") if once else ()),
    )
    whole = sum_of_differences(c for year in key.years for c in year.contributions)
    rows, values = [], []
    for partner, amount in (*totals.items(), ("", whole)):
        cells, held = [difference_text(amount, unit)], [amount]
        if once:
            more, more_held = _payback(key, partner, unit)
            cells += more
            held += more_held
        rows.append((names[partner] if partner else "Samen", tuple(cells)))
        values.append(tuple(held))
    return Sheet(heads, tuple(rows), frozenset({len(rows) - 1}), "Partner", tuple(values))


def _payback(key: KeyOutcome, partner: str, unit: Unit) -> tuple[list[str], list[Decimal | None]]:
    payback = key.payback.get(partner)
    if payback is None:
        return [NOTHING] * 3, [None] * 3
    when = f"in {payback.year}" if payback.year is not None else f"niet voor eind {key.years[-1].year}"
    cells = [money_text(payback.one_off, unit), when, difference_text(payback.balance, unit)]
    return cells, [payback.one_off, None, payback.balance]


def settled_sheet(key: KeyOutcome, names: Names, unit: Unit) -> Sheet:
    """What was estimated, what it came to, and what is still to pay or to receive."""
    if not key.settled:
        return Sheet()
    rows, values = [], []
    for row in key.settled:
        rows.append((names[row.partner], _settled(row.estimate, row.actual, unit)))
        values.append((row.estimate, row.actual, row.difference))
    sums = [sum((v[i] for v in values), Decimal(0)) for i in range(3)]
    rows.append(("Samen", _settled(sums[0], sums[1], unit)))
    values.append((sums[0], sums[1], sums[2]))
    heads = ("Voorschot", "Werkelijk", "Nog te betalen of terug")
    return Sheet(heads, tuple(rows), frozenset({len(rows) - 1}), "Partner", tuple(values))


def _settled(estimate: Decimal, actual: Decimal, unit: Unit) -> tuple[str, str, str]:
    left = actual - estimate
    words = "betalen" if left > 0 else "terug"
    last = f"{words} {money_text(abs(left), unit)}" if left else "niets"
    return money_text(estimate, unit), money_text(actual, unit), last
