"""The sheet Uittreden: the exit sum per method by formula, and what the others take over."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.spreadsheet.block import Block, apportioned, in_cents
from desktop.spreadsheet.case import NAME_WIDTH, Case
from desktop.spreadsheet.formulas import At, Expr, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.agreements.leaving import LeaveOverview, Leaving, leave, leave_overview
from models.agreements.leaving_methods import ExitMethod, MethodKind
from models.agreements.money import as_decimal
from models.wording.leaving import (
    applies_text,
    base_text,
    cover_text,
    exit_note_text,
    method_name,
    method_source,
    overview_text,
    range_text,
)

__all__ = ["make_leaving"]


def make_leaving(case: Case) -> Grid | None:
    """The sheet; ``None`` where nothing about leaving can be worked out."""
    arguments = (case.kosten, case.partners, case.outcome, case.knowledge.costs.exit)
    leaving, overview = leave(*arguments), leave_overview(*arguments)
    rows = [row for row in overview.rows if row.contribution_cents is not None]
    if leaving.partner is None and not rows:
        return None
    grid = case.book.sheet("Uittreden")
    grid.put(0, 0, "Uittreden", Style.TITLE)
    grid.width(0, 0, NAME_WIDTH)
    maker = _Maker(case, grid)
    row = 2
    if leaving.partner is not None:
        row = maker.one(leaving, row)
    maker.all_partners(overview, row)
    return grid


@dataclass
class _Maker:
    case: Case
    grid: Grid

    def one(self, leaving: Leaving, row: int) -> int:
        """The partner that leaves: each method, then what the others take over; returns the next free row."""
        grid, names = self.grid, self.case.names
        who = names.get(leaving.partner or "", "een partner")
        row = grid.note(row, f"Als {who} uittreedt", Style.HEADING)
        row = grid.note(row, applies_text(leaving), Style.TEXT)
        key_name = next((self.case.key_name(k) for k in self.case.kosten.keys if k.id == self.case.kosten.chosen), "")
        row = grid.note(row, base_text(leaving.base, leaving.left_in, key_name), Style.TEXT)
        row = grid.note(row, f"Alle manieren samen: {range_text(leaving.low_cents, leaving.high_cents)}.", Style.TEXT)
        for note in (*leaving.obstacles, *leaving.remarks):
            row = grid.note(row, exit_note_text(note, names))
        base: At | None = None
        if leaving.base is not None:
            grid.put(row, 0, "Bijdrage waarmee is gerekend")
            base = grid.put(row, 1, Decimal(leaving.base.cents) / 100, Style.MONEY_INPUT)
            row += 1
        for method in leaving.methods:
            row = self._method(method, base, row + 1, method.id == leaving.applied)
        return self._takeover(leaving, row + 1)

    def _method(self, method: ExitMethod, base: At | None, row: int, applied: bool) -> int:
        grid = self.grid
        row = grid.note(row, method_name(method) + (" (geldt hier)" if applied else ""), Style.HEADING)
        source = method_source(method, self.case.knowledge.costs.exit)
        if source:
            row = grid.note(row, f"Bron: {source}")
        for note in (*method.obstacles, *method.remarks):
            row = grid.note(row, exit_note_text(note, self.case.names))
        if method.obstacles or not method.years:
            return row
        if method.kind is MethodKind.DAMAGE:
            return self._damage(method, row)
        return self._tapering(method, base, row)

    def _tapering(self, method: ExitMethod, base: At | None, row: int) -> int:
        """A percentage of the contribution per year; the sum is rounded once, the years add up to it."""
        grid = self.grid
        names = [_year(year.number, year.year) for year in method.years]
        block = Block(grid, row, names, head="Jaar na uittreden")
        for place, year in enumerate(method.years):
            if year.percentage is not None:
                grid.put(block.first + place, 1, as_decimal(year.percentage), Style.PERCENT_INPUT)
        grid.put(row, 1, "Deel van de bijdrage", Style.HEADER)
        block.column = 2
        percent = grid.run(block.first, 1, block.count)
        wanted = [year.cents - year.fixed_cents for year in method.years]
        sums = None
        if base is not None and any(year.percentage for year in method.years):
            share = block.add("Aandeel", block.on(percent) / total(percent.area), Style.SHARE)
            whole = block.fact("Som", rounded(total(percent.area) * base / 100), expected=sum(wanted))
            sums = apportioned(block, "Bedrag", in_cents(whole), block.value(whole) * 100, share, 100, wanted)
        if any(year.fixed_cents for year in method.years):
            for place, year in enumerate(method.years):
                if year.fixed_cents:
                    grid.put(block.first + place, block.column, Decimal(year.fixed_cents) / 100, Style.MONEY_INPUT)
            grid.put(block.top, block.column, "Vast bedrag", Style.HEADER)
            fixed = grid.run(block.first, block.column, block.count)
            block.column += 1
            expr: Expr = block.on(fixed) if sums is None else block.on(sums) + block.on(fixed)
            block.add("Uittreedsom per jaar", rounded(expr), expected=[year.cents for year in method.years])
        return block.end

    def _damage(self, method: ExitMethod, row: int) -> int:
        """Each cost that stays behind, per year, times what the leaver bears of it."""
        grid, damages = self.grid, self.case.kosten.exit_damages
        grid.texts(row, 0, ["Kosten die achterblijven", "Deel voor de vertrekker"])
        grid.texts(row, 2, [_year(year.number, year.year) for year in method.years])
        top = row + 1
        for place, damage in enumerate(damages, top):
            grid.put(place, 0, damage.text)
            grid.put(place, 1, 100 if damage.percentage is None else damage.percentage, Style.PERCENT_INPUT)
            for column, year in enumerate(method.years, 2):
                if year.number in damage.amounts:
                    grid.put(place, column, damage.amounts[year.number], Style.MONEY_INPUT)
        borne = top + len(damages)
        grid.put(borne, 0, "Schade per jaar", Style.LABEL_TOTAL)
        for column, year in enumerate(method.years, 2):
            expr: Expr | None = None
            for place in range(top, borne):
                part = rounded(grid.at(place, column) * grid.at(place, 1) / 100)
                expr = part if expr is None else expr + part
            if expr is not None:
                grid.work(borne, column, rounded(expr), Style.MONEY_TOTAL, year.cents)
        last = 2 + len(method.years)
        grid.put(row, last, "Uittreedsom", Style.HEADER)
        across: Expr = grid.at(borne, 2)
        for column in range(3, last):
            across = across + grid.at(borne, column)
        grid.work(borne, last, rounded(across), Style.MONEY_TOTAL, method.total_cents)
        return borne + 1

    def _takeover(self, leaving: Leaving, row: int) -> int:
        grid, takeover, names = self.grid, leaving.takeover, self.case.names
        row = grid.note(row, "Wat de anderen overnemen", Style.HEADING)
        for note in (*takeover.obstacles, *takeover.remarks):
            row = grid.note(row, exit_note_text(note, names))
        if not takeover.years:
            return row + 1
        row = grid.note(row, cover_text(takeover), Style.TEXT)
        row = grid.note(row, "Bruin: het programma verdeelt de kosten opnieuw, zonder de vertrekker.")
        heads = [_year(year.number, year.year) for year in takeover.years]
        stay = [p.partner for p in takeover.years[0].partners]
        tops = []
        for title in ("Bijdrage als iedereen blijft", "Bijdrage na uittreden", "Extra per jaar"):
            grid.put(row, 0, title, Style.HEADING)
            grid.texts(row + 1, 0, ["Partner", *heads])
            for place, partner in enumerate(stay, row + 2):
                grid.put(place, 0, names[partner])
            grid.put(row + 2 + len(stay), 0, "Samen", Style.LABEL_TOTAL)
            tops.append(row + 2)
            row += len(stay) + 4
        for column, year in enumerate(takeover.years, 1):
            for place, taken in enumerate(year.partners):
                for top, amount in ((tops[0], taken.before_cents), (tops[1], taken.after_cents)):
                    grid.put(top + place, column, Decimal(amount) / 100, Style.MONEY_FIXED)
            before, after = (grid.run(top, column, len(stay)) for top in tops[:2])
            extra = rounded(after.on(tops[2]) - before.on(tops[2]))
            grid.column(tops[2], column, len(stay), extra, expected=[p.extra_cents for p in year.partners])
            for top in tops:
                grid.work(top + len(stay), column, total(grid.run(top, column, len(stay)).area), Style.MONEY_TOTAL)
            grid.put(row, 0, "Uittreedsom in dat jaar")
            grid.put(row + 1, 0, "Niet gedekt door de uittreedsom", Style.LABEL_TOTAL)
            if year.exit_cents is not None:
                paid = grid.put(row, column, Decimal(year.exit_cents) / 100, Style.MONEY_FIXED)
                left = rounded(grid.at(tops[2] + len(stay), column) - paid)
                grid.work(row + 1, column, left, Style.MONEY_TOTAL, year.uncovered_cents)
        return row + 3

    def all_partners(self, overview: LeaveOverview, row: int) -> None:
        """What leaving would cost each of them, as values."""
        grid, names = self.grid, self.case.names
        row = grid.note(row, "Voor elke partner (uitkomst van het programma)", Style.HEADING)
        for text in (
            overview_text(overview),
            *(exit_note_text(n, names) for n in (*overview.obstacles, *overview.remarks)),
        ):
            if text:
                row = grid.note(row, text)
        heads = ["Partner", "Bijdrage", "Laagste som", "Hoogste som", "Som die geldt", "Anderen nemen over"]
        grid.texts(row, 0, heads)
        for place, held in enumerate(overview.rows, row + 1):
            grid.put(place, 0, names[held.partner])
            figures = (
                held.contribution_cents,
                held.low_cents,
                held.high_cents,
                held.applied_cents,
                held.stranded_total_cents,
            )
            for column, cents in enumerate(figures, 1):
                if cents is not None:
                    grid.put(place, column, Decimal(cents) / 100, Style.MONEY_FIXED)


def _year(number: int, year: int | None) -> str:
    return f"Jaar {number}" if year is None else f"Jaar {number} ({year})"
