"""One sheet per key: what each partner pays per year, against now, and under it the whole working in formulas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop.spreadsheet.block import Block, Cents
from desktop.spreadsheet.case import FIRST, NAME_WIDTH, Case
from desktop.spreadsheet.cost_sheet import CostSheet
from desktop.spreadsheet.driver_sheet import DriverSheet
from desktop.spreadsheet.formulas import At, Expr, Run, blank, call, either, number, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.index_sheet import IndexSheet
from desktop.spreadsheet.key_parts import KeyPart, make_parts
from desktop.spreadsheet.limit_columns import LimitCells
from desktop.spreadsheet.settled_columns import settled_columns
from desktop.spreadsheet.today_sheet import TodaySheet
from desktop.spreadsheet.workbook import Style
from desktop.spreadsheet.year_block import Worked, YearMaker
from models.agreements.outcome import Contribution, KeyOutcome
from models.dossier.costs import AbsorbRule, CostKey
from models.wording.costs import SIGN_CONVENTION, note_text

__all__ = ["KeySheet", "make_key"]


@dataclass(slots=True)
class KeySheet:
    """What the comparison refers to: per year the contribution and the difference with now of every partner."""

    key: CostKey
    grid: Grid
    contributions: list[Run] = field(default_factory=list)
    differences: list[Run] = field(default_factory=list)


def make_key(
    case: Case,
    index: IndexSheet,
    costs: CostSheet,
    today: TodaySheet,
    drivers: DriverSheet,
    outcome: KeyOutcome,
) -> KeySheet:
    """The sheet of a key; with obstacles only the reasons why there is no outcome."""
    key = next(key for key in case.kosten.keys if key.id == outcome.key)
    grid = case.book.sheet(case.key_name(key))
    sheet = KeySheet(key, grid)
    chosen = " (gekozen)" if case.kosten.chosen == key.id else ""
    grid.put(0, 0, f"{case.key_name(key)}{chosen}", Style.TITLE)
    grid.width(0, 0, NAME_WIDTH + 8)
    grid.width(1, 16, 15)
    row = grid.note(1, f"Soort: {case.kind_name(key)}. Geel is ingevuld, wit is berekend.")
    for note in (*outcome.obstacles, *outcome.remarks):
        row = grid.note(row, note_text(note, case.names), Style.WARNING if note in outcome.obstacles else Style.NOTE)
    if outcome.years:
        _Maker(case, index, costs, today, drivers, outcome, key, sheet).make(row)
    return sheet


@dataclass
class _Maker:
    case: Case
    index: IndexSheet
    costs: CostSheet
    today: TodaySheet
    drivers: DriverSheet
    outcome: KeyOutcome
    key: CostKey
    sheet: KeySheet

    def __post_init__(self) -> None:
        self.grid = self.sheet.grid
        self.count = len(self.case.partners)
        budget = self.case.outcome.budget
        self.taxed = any(line.compensable for line in budget.lines)
        self.with_once = [place for place, year in enumerate(self.outcome.years) if year.one_off]
        self.fixed_row = 0

    def make(self, row: int) -> None:
        """Room for the tables, then the working below, then the tables that refer to it."""
        self.fixed_row = row
        row += 2
        tables = self._tables()
        starts = []
        for _table in tables:
            starts.append(row)
            row += self.count + 4
        self.grid.put(row, 0, "Zo is het berekend", Style.HEADING)
        row = self._limits(row + 2)
        parts, row = make_parts(self.case, self.costs, self.drivers, self.grid, self.outcome, row)
        row = self._phases(row)
        self.years = []
        # Before the start, one-off cost follows what the start year charges: that year comes first.
        start = self.case.start_place
        worked: dict[int, Worked] = {}
        for place in (*range(start, len(self.outcome.years)), *range(start)):
            worked[place], row = self._year(place, parts, row, worked.get(start))
        self.years = [worked[place] for place in range(len(self.outcome.years))]
        self.parts = parts
        for table, start in zip(tables, starts, strict=True):
            table(start)
        if self.outcome.settled:
            estimate = parts[0].table
            settled_columns(self.case, self.drivers, self.costs, self.grid, self.outcome, estimate, row)
        if self.grid.fixed:
            text = "In een bruin vak staat de uitkomst van het programma, want een formule is daar niet fijn genoeg."
            self.grid.note(self.fixed_row, text)

    # --- what the working needs

    def _limits(self, row: int) -> int:
        """Floors and ceilings per partner."""
        key, grid = self.key, self.grid
        self.limits: LimitCells | None = None
        ids = [p.id for p in self.case.partners]
        if not any(p in held for p in ids for held in (key.floors, key.ceilings)):
            return row
        grid.put(row, 0, "Ondergrens en bovengrens", Style.HEADING)
        grid.texts(row + 1, 0, ["Partner", "Minstens", "Hoogstens"])
        top = row + 2
        for place, partner in enumerate(ids, top):
            grid.put(place, 0, self.case.names[partner])
            for column, held in ((1, key.floors), (2, key.ceilings)):
                if partner in held:
                    grid.put(place, column, held[partner], Style.MONEY_INPUT)
        absorber = ids.index(key.absorb_partner) if key.absorb is AbsorbRule.PARTNER and key.absorb_partner else None
        rounds = max(1, *(len(year.rounds) for year in self.outcome.years))
        low, high = grid.run(top, 1, self.count), grid.run(top, 2, self.count)
        self.limits = LimitCells(low, high, key.absorb, absorber, rounds)
        return top + self.count + 1

    def _phases(self, row: int) -> int:
        """How far the key counts per year."""
        grid, key = self.grid, self.key
        self.phases: list[At | None] = [None] * len(self.outcome.years)
        if all(year.phase == 1 for year in self.outcome.years):
            return row
        grid.put(row, 0, "Ingroei: hoe ver de verdeelsleutel telt", Style.HEADING)
        grid.texts(row + 1, FIRST, list(self.case.years), Style.HEADER_YEAR)
        grid.put(row + 2, 0, "Deel")
        steps = None
        if not key.transition_steps:
            grid.put(row + 3, 0, "Aantal jaren ingroei")
            steps = grid.put(row + 3, 1, key.transition_years, Style.WHOLE_INPUT)
        for place, year in enumerate(self.outcome.years):
            column = FIRST + place
            if steps is None:
                cell = grid.put(row + 2, column, float(year.phase), Style.SHARE)
            else:
                passed = (grid.at(row + 1, column) - self.case.start + 1) / steps
                cell = grid.work(row + 2, column, call("MIN", 1, passed), Style.SHARE)
            if year.phase < 1:
                self.phases[place] = cell
        return row + 5

    def _year(self, place: int, parts: Sequence[KeyPart], row: int, start: Worked | None) -> tuple[Worked, int]:
        year = self.outcome.years[place]
        self.grid.put(row, 0, f"Berekening {year.year}", Style.HEADING)
        block = Block(self.grid, row + 1, list(self.case.names.values()))
        level = self.index.level(year.year) if self.key.index_prices else None
        maker = YearMaker(
            block,
            year,
            [part.table for part in parts],
            [part.amounts[place] for part in parts],
            level,
            self.phases[place],
            self.today.share,
            self.limits,
        )
        early = start is not None and place < self.case.start_place
        worked = maker.make_early(start) if early and start is not None else maker.make()
        return worked, block.end + 1

    # --- the tables

    def _tables(self) -> list[Callable[[int], None]]:
        found: list[Callable[[int], None]] = [self._contributions, self._shares, self._per_inhabitant]
        if self.taxed:
            found += [self._back, self._net]
        found.append(self._differences)
        if self.with_once:
            found.append(self._once)
            if self.taxed:
                found.append(self._once_back)
        return found

    def _table(
        self,
        row: int,
        title: str,
        expr: Callable[[int, int], Expr | None],
        style: Style,
        cents: Callable[[Contribution], int | None] | None,
        sums: bool = True,
        places: Sequence[int] | None = None,
    ) -> list[Run]:
        """Partners by years; ``expr`` gets the place of the year and the first row; ``sums``: below and beside."""
        grid = self.grid
        years = {p: y for p, y in enumerate(self.outcome.years) if places is None or p in places}
        grid.put(row, 0, title, Style.HEADING)
        grid.put(row + 1, 0, "Partner", Style.HEADER)
        top = row + 2
        for place, name in enumerate(self.case.names.values(), top):
            grid.put(place, 0, name)
        totals = {
            Style.MONEY: Style.MONEY_TOTAL,
            Style.SHARE: Style.SHARE_TOTAL,
            Style.DIFFERENCE: Style.DIFFERENCE_TOTAL,
        }
        runs = []
        for column, (place, year) in enumerate(years.items(), FIRST):
            grid.put(row + 1, column, year.year, Style.HEADER_YEAR)
            expected: Cents | None = None if cents is None else [cents(c) for c in year.contributions]
            made = expr(place, top)
            if made is None:
                made = number(0)
            run = grid.column(top, column, self.count, made, style, expected)
            runs.append(run)
            if sums or style is Style.SHARE:
                grid.work(top + self.count, column, total(run.area), totals[style])
        if sums or style is Style.SHARE:
            grid.put(top + self.count, 0, "Samen", Style.LABEL_TOTAL)
        if sums:
            grid.put(row + 1, FIRST + len(years), "Alle jaren", Style.HEADER_RIGHT)
            exprs = [run.on(top) for run in runs]
            together: Expr = exprs[0]
            for other in exprs[1:]:
                together = together + other
            everything = grid.column(top, FIRST + len(years), self.count, rounded(together), style)
            grid.work(top + self.count, FIRST + len(years), total(everything.area), totals[style])
        return runs

    def _contributions(self, row: int) -> None:
        title = "Bijdrage per jaar (structureel, met btw)"
        self.sheet.contributions = self._table(
            row, title, lambda place, top: self.years[place].final.on(top), Style.MONEY, lambda c: c.structural_cents
        )

    def _shares(self, row: int) -> None:
        def share(place: int, top: int) -> Expr:
            run = self.sheet.contributions[place]
            everything = total(run.area)
            return either(everything.compared("=", 0), 0, run.on(top) / everything)

        self._table(row, "Aandeel in de bijdragen", share, Style.SHARE, None, sums=False)

    def _per_inhabitant(self, row: int) -> None:
        def each(place: int, top: int) -> Expr:
            run, inhabitants = self.sheet.contributions[place].on(top), self.drivers.inhabitants.on(top)
            return (
                rounded(run / inhabitants)
                if known
                else either(inhabitants.compared(">", 0), rounded(run / inhabitants), 0)
            )

        contributions = self.outcome.years[0].contributions
        known = all(c.inhabitants for c in contributions)
        runs = self._table(row, "Bijdrage per inwoner", each, Style.MONEY, _cents_per_inhabitant, sums=False)
        for line, contribution in enumerate(contributions):
            if not contribution.inhabitants:
                for run in runs:
                    self.grid.clear(run.top + line, run.column)

    def _vat_back(self, place: int, top: int, once: bool) -> Expr | None:
        """VAT that comes back, by what each partner is charged."""
        worked, year = self.years[place], self.outcome.years[place]
        moved = tuple(c.structural_cents for c in year.contributions) != year.before
        claims, own = self.drivers.claims.on(top), self.drivers.own.on(top)
        together: Expr | None = None
        for nr, part in enumerate(self.parts):
            if once:
                if worked.once is None:
                    return None
                run = worked.once_parts[nr]
            else:
                run = worked.final if moved or len(self.parts) == 1 else worked.charges[nr]
            vat, back = (part.once_vat if once else part.vat)[place]
            everything = total(run.area)
            sum_back = either(blank(own), back, vat * own / 100)
            expr = either(everything.compared("=", 0), 0, sum_back * run.on(top) / everything)
            together = expr if together is None else together + expr
        return None if together is None else rounded(claims * together)

    def _back(self, row: int) -> None:
        title = "Btw die terugkomt uit het btw-compensatiefonds (op de bijdrage)"
        self.backs = self._table(
            row, title, lambda p, top: self._vat_back(p, top, False), Style.MONEY, lambda c: c.structural_back_cents
        )

    def _net(self, row: int) -> None:
        def net(place: int, top: int) -> Expr:
            return rounded(self.sheet.contributions[place].on(top) - self.backs[place].on(top))

        self.nets = self._table(row, "Bijdrage na btw die terugkomt", net, Style.MONEY, lambda c: c.net_cents)

    def _differences(self, row: int) -> None:
        nets = self.nets if self.taxed else self.sheet.contributions

        def difference(place: int, top: int) -> Expr:
            if place < self.case.start_place:
                return number(0)
            now = self.today.years[place].on(top)
            return either(blank(now), 0, rounded(now - nets[place].on(top)))

        title = f"Verschil met nu. {SIGN_CONVENTION}"
        complete = all(c.today_cents is not None for c in self.outcome.years[-1].contributions)
        runs = self._table(row, title, difference, Style.DIFFERENCE, lambda c: c.difference_cents, sums=complete)
        for line, contribution in enumerate(self.outcome.years[-1].contributions):
            if contribution.today_cents is None:
                for run in runs:
                    self.grid.clear(run.top + line, run.column)
        self.sheet.differences = runs

    def _once(self, row: int) -> None:
        def once(place: int, top: int) -> Expr | None:
            run = self.years[place].once
            return None if run is None else run.on(top)

        self._table(row, "Eenmalig, met btw", once, Style.MONEY, lambda c: c.one_off_cents, places=self.with_once)

    def _once_back(self, row: int) -> None:
        title = "Btw die terugkomt op eenmalige kosten"
        self._table(
            row,
            title,
            lambda p, top: self._vat_back(p, top, True),
            Style.MONEY,
            lambda c: c.one_off_back_cents,
            places=self.with_once,
        )


def _cents_per_inhabitant(contribution: Contribution) -> int | None:
    each = contribution.per_inhabitant
    return None if each is None else int(each * 100)
