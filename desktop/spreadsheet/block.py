"""The working of one sum in columns: a row per partner, and under it the sums and facts that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.spreadsheet.formulas import At, Expr, Run, call, either, number, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.agreements.division import Rounding
from models.dossier.costs import RestRule

__all__ = ["Block", "Divided", "apportioned", "divided", "in_cents", "rounded_share_run", "settled"]

_TOTALS = {
    Style.MONEY: Style.MONEY_TOTAL,
    Style.SHARE: Style.SHARE_TOTAL,
    Style.NUMBER: Style.NUMBER_TOTAL,
    Style.HELP: Style.HELP_TOTAL,
    Style.DIFFERENCE: Style.DIFFERENCE_TOTAL,
}

Cents = Sequence[int | None]


@dataclass
class Block:
    """A table that grows to the right. ``top``: the row of its heads; ``head``: what its rows are."""

    grid: Grid
    top: int
    names: Sequence[str]
    column: int = 1
    facts: list[At] = field(default_factory=list)
    head: str = "Partner"

    def __post_init__(self) -> None:
        self.grid.put(self.top, 0, self.head, Style.HEADER)
        for place, name in enumerate(self.names):
            self.grid.put(self.first + place, 0, name)
        self.grid.put(self.first + self.count, 0, "Samen", Style.LABEL_TOTAL)

    @property
    def first(self) -> int:
        """The row of the first partner."""
        return self.top + 1

    @property
    def count(self) -> int:
        """How many partners there are."""
        return len(self.names)

    @property
    def end(self) -> int:
        """The first row below the block and its facts."""
        return self.first + self.count + 1 + len(self.facts)

    def add(
        self,
        head: str,
        expr: Expr,
        style: Style = Style.MONEY,
        expected: Cents | None = None,
        summed: bool = True,
        other: tuple[int, Expr] | None = None,
    ) -> Run:
        """A column with the same formula for every partner, and its sum below.

        ``other``: the place of one partner with a formula of its own.
        """
        run = self.grid.run(self.first, self.column, self.count)
        if other is None:
            self.grid.column(self.first, self.column, self.count, expr, style, expected)
        else:
            for place in range(self.count):
                own, wanted = other[1] if place == other[0] else expr, None if expected is None else expected[place]
                self.grid.work(self.first + place, self.column, own, style, wanted)
        self.grid.put(self.top, self.column, head, Style.HEADER_RIGHT)
        if summed:
            self.grid.work(self.first + self.count, self.column, total(run.area), _TOTALS.get(style, style))
        self.column += 1
        return run

    def fact(self, label: str, expr: Expr, style: Style = Style.MONEY, expected: int | None = None) -> At:
        """A single figure below the table."""
        row = self.end
        self.grid.put(row, 0, label)
        found = self.grid.work(row, 1, expr, style, expected)
        self.facts.append(found)
        return found

    def on(self, run: Run) -> At:
        """The cell of ``run`` for the partner on the row of a formula in this block."""
        return run.on(self.first)

    def value(self, cell: At) -> float:
        """What a cell holds now."""
        found = self.grid.book.value_at(cell.sheet, cell.row or 0, cell.column)
        return float(found or 0)


@dataclass(frozen=True, slots=True)
class Divided:
    """What each partner is charged, and the rounding difference that stays with the organisation."""

    run: Run
    rest: At | None = None


def _decimals(whole: float) -> int:
    """How fine fractions of a cent are compared: as fine as binary numbers of this size can be trusted."""
    return min(9, max(2, 15 - len(str(abs(round(whole))))))


def apportioned(
    block: Block,
    title: str,
    whole: Expr,
    amount: float,
    share: Run,
    scale: int,
    expected: Cents | None = None,
    style: Style | None = None,
) -> Run:
    """``whole`` in proportion to ``share``, in steps of 1 ÷ ``scale``, by largest remainder.

    ``amount``: how much that is now, in steps. The helper columns: exact, rounded down, the fraction, and the order of
    the fractions (of equal ones the first in the list goes first).
    """
    decimals = _decimals(amount)
    unit = "centen" if scale == 100 and style is None else "stappen"
    exact = block.add(f"{title}: in {unit}", rounded(whole * block.on(share), decimals), Style.HELP, summed=False)
    floor = block.add("naar beneden", call("INT", block.on(exact)), Style.HELP_WHOLE)
    left = block.fact(f"{title}: losse {unit}", whole - total(floor.area), Style.HELP_WHOLE)
    part = block.add("breuk", rounded(block.on(exact) - block.on(floor), decimals), Style.HELP, summed=False)
    here = block.on(part)
    order = call("RANK", here, part.area, 0) + call("COUNTIF", part.until_here, here) - 1
    place = block.add("volgorde", order, Style.HELP_WHOLE, summed=False)
    extra = either(block.on(place).compared("<=", left), 1, 0)
    shown = style if style is not None else Style.MONEY if scale == 100 else Style.SHARE
    return block.add(title, (block.on(floor) + extra) / scale, shown, expected)


def in_cents(whole: Expr) -> Expr:
    """Euros as whole cents."""
    return rounded(whole * 100, 0)


def rounded_share_run(block: Block, share: Run, rounding: Rounding) -> Run:
    """The shares as percentages with so many decimals; by largest remainder they still add up to 100."""
    if rounding.share_decimals is None:
        return share
    head = f"Aandeel, {rounding.share_decimals} decimalen"
    units = 10 ** (rounding.share_decimals + 2)
    if rounding.rule is RestRule.LARGEST_REMAINDER:
        return apportioned(block, head, number(units), units, share, units)
    percent = rounded(block.on(share) * 100, rounding.share_decimals)
    return block.add(head, percent / 100, Style.SHARE)


def divided(
    block: Block, title: str, whole: At, share: Run, rounding: Rounding, expected: Cents | None = None
) -> Divided:
    """``whole`` euros by shares, and the rest by the rule of the key."""
    if rounding.rule is RestRule.LARGEST_REMAINDER:
        amount = block.value(whole) * 100
        return Divided(apportioned(block, title, in_cents(whole), amount, share, 100, expected))
    simple = rounding.rule is RestRule.ORGANISATION
    parts = block.add(
        title if simple else f"{title}: afgerond",
        rounded(whole * block.on(share)),
        expected=expected if simple else None,
    )
    return settled(block, title, whole, parts, share, rounding, expected)


def settled(
    block: Block, title: str, whole: At, parts: Run, share: Run, rounding: Rounding, expected: Cents | None = None
) -> Divided:
    """Parts that were rounded each, with the rest where the rule puts it."""
    rest = block.fact(f"{title}: afrondingsverschil", rounded(whole - total(parts.area)))
    if rounding.rule is RestRule.ORGANISATION:
        return Divided(parts, rest)
    if rounding.rule is RestRule.PARTNER and rounding.partner is not None:
        bears = (rounding.partner, rounded(block.on(parts) + rest))
        return Divided(block.add(title, block.on(parts), expected=expected, other=bears))
    more = apportioned(block, f"{title}: verschil", in_cents(rest), block.value(rest) * 100, share, 100)
    return Divided(block.add(title, rounded(block.on(parts) + block.on(more)), expected=expected))
