"""The sheet Kosten: items by year, indexed by formula, with VAT, savings, and what there is to share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.spreadsheet.case import NAME_WIDTH, Case
from desktop.spreadsheet.formulas import At, Expr, Run, call, either, number, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.index_sheet import IndexSheet
from desktop.spreadsheet.workbook import Style
from models.agreements.budget import BudgetLine, CellOrigin, budget_of
from models.dossier.base import known
from models.dossier.costs import CostItem, CostItemKind
from models.dossier.legal_facts import VatTreatment

__all__ = ["CostSheet", "Group", "make_costs", "vat_exprs"]

_KIND, _WAGE, _VAT, _RATE, _COUNTS, _BACK, _SOURCE, _YEARS = range(1, 9)

_KINDS = {
    CostItemKind.FRICTION: "frictiekosten",
    CostItemKind.ICT: "ICT",
    CostItemKind.PROJECT: "project",
    CostItemKind.HOUSING: "huisvesting",
    CostItemKind.VAT: "btw",
    CostItemKind.OTHER_ONE_OFF: "eenmalig, overig",
    CostItemKind.STRUCTURAL: "structureel",
}
_TREATMENTS = {
    VatTreatment.NONE: "geen btw",
    VatTreatment.COMPENSABLE: "komt terug uit het btw-compensatiefonds",
    VatTreatment.COST: "btw is kosten",
}


@dataclass(frozen=True, slots=True)
class Group:
    """The structural or the one-off items: their ids in order, and per year where net, VAT and gross stand."""

    ids: tuple[str, ...]
    gross: tuple[Run, ...] = ()
    vat: tuple[Run, ...] = ()
    counts: Run | None = None
    back: Run | None = None


@dataclass(slots=True)
class CostSheet:
    """What the other sheets refer to. The lists hold one reference per year."""

    grid: Grid
    structural: Group
    one_off: Group
    to_share: list[At] = field(default_factory=list)
    once: list[At] = field(default_factory=list)
    savings: list[At] = field(default_factory=list)
    vat: list[At] = field(default_factory=list)
    vat_back: list[At] = field(default_factory=list)
    once_vat: list[At] = field(default_factory=list)
    once_back: list[At] = field(default_factory=list)


def make_costs(case: Case, index: IndexSheet) -> CostSheet:
    """The sheet; there are years."""
    grid = case.book.sheet("Kosten")
    grid.put(0, 0, "Kosten", Style.TITLE)
    grid.note(
        1, "Bedragen in euro’s. Geel is ingevuld, wit is berekend. Een post groeit met de index van zijn loondeel."
    )
    heads = (
        "Kostenpost",
        "Soort",
        "Loondeel",
        "Btw",
        "Btw-tarief",
        "Btw kan terugkomen (1 = ja)",
        "Deel dat terugkomt",
    )
    grid.texts(3, 0, [*heads, "Bron"])
    grid.texts(3, _YEARS, list(range(index.first, case.years[-1] + 1)), Style.HEADER_YEAR)
    grid.header, grid.frozen_columns = 4, 1
    for column, width in (
        (0, NAME_WIDTH + 14),
        (_KIND, 14),
        (_WAGE, 10),
        (_VAT, 18),
        (_RATE, 10),
        (_COUNTS, 12),
        (_BACK, 12),
    ):
        grid.width(column, column, width)
    grid.width(_SOURCE, _SOURCE, 24)
    lines = case.outcome.budget.lines
    structural = [line for line in lines if line.structural]
    once = [line for line in lines if not line.structural]
    maker = _Maker(case, index, grid)
    sheet = CostSheet(grid, maker.group(structural), maker.group(once))
    row = maker.savings(sheet, maker.row + 1)
    maker.totals(sheet, row + 1)
    return sheet


class _Maker:
    """Fills the sheet from top to bottom; ``row``: the next free row."""

    def __init__(self, case: Case, index: IndexSheet, grid: Grid) -> None:
        self.case, self.index, self.grid = case, index, grid
        self.items = {item.id: item for item in case.kosten.items}
        self.row = 4
        longer = {"start_year": index.first, "years": case.years[-1] - index.first + 1}
        self.lines = {line.item: line for line in budget_of(case.kosten.model_copy(update=longer)).lines}

    def column(self, year: int) -> int:
        return _YEARS + year - self.index.first

    def group(self, lines: Sequence[BudgetLine]) -> Group:
        """Net, VAT and gross of these items, below each other."""
        grid, count = self.grid, len(lines)
        if not count:
            return Group(())
        name = "Structureel" if lines[0].structural else "Eenmalig"
        grid.put(self.row, 0, f"{name}, zonder btw", Style.HEADING)
        net = self.row + 1
        for place, line in enumerate(lines):
            self._item(net + place, self.items[line.item], line)
        vat, gross = net + count + 2, net + 2 * count + 4
        grid.put(vat - 1, 0, f"{name}, btw", Style.HEADING)
        grid.put(gross - 1, 0, f"{name}, met btw", Style.HEADING)
        for place, line in enumerate(lines):
            grid.put(vat + place, 0, line.name)
            grid.put(gross + place, 0, line.name)
        taxes, wholes = [], []
        for place, year in enumerate(self.case.years):
            column = self.column(year)
            if lines[0].structural and year < self.case.start:  # what stands there only begins the index
                taxes.append(grid.column(vat, column, count, number(0)))
                wholes.append(grid.column(gross, column, count, number(0)))
                continue
            untaxed = grid.run(net, column, count)
            wanted = [line.cells[place].vat for line in lines]
            tax = rounded(untaxed.on(vat) * grid.run(net, _RATE, count).on(vat) / 100)
            taxes.append(grid.column(vat, column, count, tax, expected=wanted))
            with_tax = rounded(untaxed.on(gross) + taxes[-1].on(gross))
            wanted = [line.cells[place].gross for line in lines]
            wholes.append(grid.column(gross, column, count, with_tax, expected=wanted))
        self.row = gross + count + 1
        ids = tuple(line.item for line in lines)
        return Group(ids, tuple(wholes), tuple(taxes), grid.run(net, _COUNTS, count), grid.run(net, _BACK, count))

    def _item(self, row: int, item: CostItem, line: BudgetLine) -> None:
        grid = self.grid
        treatment, rate = known(item.vat), known(item.vat_percentage)
        grid.texts(row, 0, [item.name, _KINDS[item.kind]], Style.TEXT)
        if treatment is not None:
            grid.put(row, _VAT, _TREATMENTS[treatment])
        wage = known(item.wage_percentage)
        for column, figure in ((_WAGE, wage), (_BACK, known(item.bcf_percentage) if line.compensable else None)):
            if figure is not None:
                grid.put(row, column, figure, Style.PERCENT_INPUT)
        if treatment not in {None, VatTreatment.NONE} and rate is not None:
            grid.put(row, _RATE, rate, Style.PERCENT_INPUT)
        grid.put(row, _COUNTS, int(line.compensable), Style.WHOLE)
        if item.source:
            grid.put(row, _SOURCE, item.source)
        if line.structural:
            self._growing(row, item)
        else:
            for cell in line.cells:
                if cell.origin is CellOrigin.TYPED:
                    grid.put(row, self.column(cell.year), item.amounts[cell.year], Style.MONEY_INPUT)

    def _growing(self, row: int, item: CostItem) -> None:
        """Typed amounts, and between and after them the year before times the index."""
        for cell in self.lines[item.id].cells:
            column = self.column(cell.year)
            if cell.origin is CellOrigin.TYPED:
                self.grid.put(row, column, item.amounts[cell.year], Style.MONEY_INPUT)
            elif cell.origin is CellOrigin.INDEXED and cell.year == self.index.first:
                self.grid.put(row, column, Decimal(cell.net) / 100, Style.MONEY_FIXED)
                self.grid.fixed += 1
            elif cell.origin is CellOrigin.INDEXED:
                growth = self.index.index(cell.year, known(item.wage_percentage)) / 100 + 1
                grown = rounded(self.grid.at(row, column - 1) * growth)
                self.grid.work(row, column, grown, expected=cell.net)

    def savings(self, sheet: CostSheet, row: int) -> int:
        """One row per saving, growing in equal steps; returns the next free row."""
        grid, kosten = self.grid, self.case.kosten
        if not kosten.savings:
            return row
        grid.put(row, 0, "Besparingen", Style.HEADING)
        grid.texts(row + 1, 0, ["Besparing", "Vanaf jaar", "Stappen", "Bedrag per jaar"])
        top = row + 2
        for place, saving in enumerate(kosten.savings):
            grid.put(top + place, 0, saving.text)
            grid.put(top + place, 1, saving.year, Style.YEAR_INPUT)
            grid.put(top + place, 2, max(saving.ramp_years, 1), Style.WHOLE_INPUT)
            grid.put(top + place, 3, saving.amount, Style.MONEY_INPUT)
        count = len(kosten.savings)
        begin, steps, amount = (grid.run(top, column, count).on(top) for column in (1, 2, 3))
        for place, year in enumerate(self.case.years):
            column = self.column(year)
            passed = call("MIN", grid.at(3, column) - begin + 1, steps)
            counted = either(grid.at(3, column).compared("<", begin), 0, rounded(amount * passed / steps))
            if year < self.case.start:
                counted = number(0)
            done = grid.column(top, column, count, counted)
            saved = self.case.outcome.budget.savings[place]
            sheet.savings.append(grid.work(top + count, column, total(done.area), Style.MONEY_TOTAL, saved))
        grid.put(top + count, 0, "Besparing samen", Style.LABEL_TOTAL)
        return top + count + 1

    def totals(self, sheet: CostSheet, row: int) -> None:
        """What there is to share per year, and the VAT that can come back."""
        grid, budget = self.grid, self.case.outcome.budget
        subtracted = budget.subtracted and bool(sheet.savings)
        labels = [
            "Te verdelen: structureel, met btw" + (", na besparing" if subtracted else ""),
            "Te verdelen: eenmalig, met btw",
            "Btw die kan terugkomen, structureel",
            "waarvan terugkomt volgens de posten",
            "Btw die kan terugkomen, eenmalig",
            "waarvan terugkomt volgens de posten",
        ]
        grid.put(row, 0, "Samen", Style.HEADING)
        for place, label in enumerate(labels, row + 1):
            grid.put(place, 0, label, Style.LABEL_TOTAL)
        if sheet.savings and not subtracted:
            grid.note(row + 8, "De besparingen gaan niet van de kosten af. Zo is het in het dossier gekozen.")
        for place, year in enumerate(self.case.years):
            column = self.column(year)
            costs = self._sum(sheet.structural, place)
            if subtracted:
                costs = costs - sheet.savings[place]
            structural, once = budget.structural(place), budget.one_off(place)
            sheet.to_share.append(grid.work(row + 1, column, rounded(costs), Style.MONEY_TOTAL, structural))
            once_sum = rounded(self._sum(sheet.one_off, place))
            sheet.once.append(grid.work(row + 2, column, once_sum, Style.MONEY_TOTAL, once))
            for line, (group, lists) in enumerate(
                ((sheet.structural, (sheet.vat, sheet.vat_back)), (sheet.one_off, (sheet.once_vat, sheet.once_back)))
            ):
                vat, back = vat_exprs(group, place)
                lists[0].append(grid.work(row + 3 + 2 * line, column, vat, Style.MONEY))
                lists[1].append(grid.work(row + 4 + 2 * line, column, back, Style.MONEY))

    def _sum(self, group: Group, place: int) -> Expr:
        return total(group.gross[place].area) if group.ids else number(0)


def vat_exprs(group: Group, place: int) -> tuple[Expr, Expr]:
    """The VAT of a year that can come back, and what does by the percentages of the items."""
    if group.counts is None or group.back is None:
        return number(0), number(0)
    vat = group.vat[place].area
    return call("SUMPRODUCT", vat, group.counts.area), call("SUMPRODUCT", vat, group.back.area) / 100
