"""The sheet Uren: hours with rate and amount by formula, who brings and takes, and how that is settled."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.spreadsheet.block import Block, apportioned, in_cents
from desktop.spreadsheet.case import NAME_WIDTH, Case
from desktop.spreadsheet.formulas import At, Expr, Run, call, either, number, rounded, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.agreements.hours import HoursOutcome, hours_outcome
from models.agreements.hours_lines import Effort, HourLine, OverheadKind
from models.agreements.hours_netting import Netting
from models.agreements.hours_tally import Tally
from models.dossier.base import known
from models.dossier.hours import HourEntry, HourUnit
from models.wording.hours import SETTLE_RULE
from models.wording.hours_notes import note_words

__all__ = ["make_hours"]

_HEADS = (
    "Rol", "Partner", "Nummer partner", "Fase", "Brengt (1 = ja)", "Neemt (1 = ja)", "Uren", "per", "Weken per jaar",
    "Uren per jaar", "Productieve uren", "Fte", "Schaal", "Direct loon per uur", "Overhead per uur", "Tarief",
    "Bedrag", "waarvan loon", "Werkelijke uren", "Werkelijk per jaar", "Werkelijk bedrag", "Vrijgemaakt",
)  # fmt: skip
(
    _ROLE, _PARTNER, _NR, _PHASE, _BRINGS, _TAKES, _HOURS, _PER, _WEEKS, _YEARLY, _PRODUCTIVE, _FTE, _SCALE, _PAY,
    _OVERHEAD, _RATE, _AMOUNT, _OF_PAY, _MADE, _MADE_YEARLY, _MADE_AMOUNT, _FREED,
) = range(22)  # fmt: skip
_FREED_WORDS = {"yes": "ja", "no": "nee", "unknown": "niet bekend", "not_applicable": "niet van toepassing"}
_FINEST_STEP = 10**6


def make_hours(case: Case) -> Grid | None:
    """The sheet; ``None`` while nobody filled in hours."""
    uren = case.dossier.uren
    outcome = hours_outcome(uren, [p.id for p in case.partners])
    if not outcome.lines:
        return None
    grid = case.book.sheet("Uren")
    grid.put(0, 0, "Uren en inzet", Style.TITLE)
    row = grid.note(1, "Geel is ingevuld, wit is berekend. Uren en bedragen zijn per jaar.")
    for note in outcome.notes:
        row = grid.note(row, note_words(note, case.dossier))
    grid.width(0, 0, NAME_WIDTH)
    grid.width(1, 1, 24)
    _Maker(case, grid, outcome).make(row + 1)
    return grid


@dataclass
class _Maker:
    case: Case
    grid: Grid
    outcome: HoursOutcome

    def make(self, row: int) -> None:
        """Lines, sums per partner, and what is settled."""
        row = self._overhead(row)
        grid, count = self.grid, len(self.outcome.lines)
        grid.put(row, 0, "Per rol", Style.HEADING)
        grid.texts(row + 1, 0, list(_HEADS))
        self.top, self.count = row + 2, count
        entries = {entry.id: entry for entry in self.case.dossier.uren.entries}
        for place, line in enumerate(self.outcome.lines, self.top):
            self._line(place, line, entries[line.entry])
        row = self.top + count + 1
        row = self._sums(row, "Gepland per partner", self.outcome.planned.partners, _YEARLY, _AMOUNT)
        row = self._settled(row, "Verrekening in uren", self.outcome.in_kind, hours=True)
        row, planned = self._money(row, "Verrekening in geld, gepland", self.outcome.invoice)
        row, advance = self._advance(row, planned)
        if self.outcome.actual is not None:
            row = self._sums(row, "Werkelijk per partner", self.outcome.actual.partners, _MADE_YEARLY, _MADE_AMOUNT)
            row = self._settled(row, "Verrekening in uren, werkelijk", self.outcome.in_kind_actual, hours=True)
            row, actual = self._money(row, "Verrekening in geld, werkelijk", self.outcome.invoice_actual)
            self._still(row, actual, advance)

    def _overhead(self, row: int) -> int:
        uren, grid = self.case.dossier.uren, self.grid
        self.overhead: At | None = None
        if self.outcome.overhead is OverheadKind.AMOUNT:
            grid.put(row, 0, "Overhead per uur")
            self.overhead = grid.put(row, 1, known(uren.overhead_per_hour), Style.MONEY_INPUT)
        elif self.outcome.overhead is OverheadKind.PERCENTAGE:
            grid.put(row, 0, "Overhead als deel van het loon")
            self.overhead = grid.put(row, 1, known(uren.overhead_percentage), Style.PERCENT_INPUT)
        if uren.weeks_per_year is not None:
            grid.put(row + 1, 0, "Weken per jaar")
            grid.put(row + 1, 1, uren.weeks_per_year, Style.NUMBER_INPUT)
        return row + 3

    # --- the lines

    def _line(self, row: int, line: HourLine, entry: HourEntry) -> None:
        grid, ids = self.grid, self.outcome.partners
        texts = {_ROLE: line.role, _PARTNER: self.case.names[line.partner], _PHASE: line.phase, _SCALE: line.scale}
        for column, text in texts.items():
            grid.put(row, column, text)
        grid.put(row, _FREED, _FREED_WORDS[line.freed])
        grid.put(row, _PER, "week" if line.unit is HourUnit.WEEK else "jaar")
        grid.put(row, _NR, ids.index(line.partner) + 1, Style.WHOLE)
        grid.put(row, _BRINGS, int(not line.takes), Style.WHOLE)
        grid.put(row, _TAKES, int(line.takes), Style.WHOLE)
        for column, figure in ((_HOURS, known(entry.hours)), (_MADE, known(entry.actual))):
            if figure is not None:
                grid.put(row, column, figure, Style.NUMBER_INPUT)
        if line.unit is HourUnit.WEEK and line.weeks is not None:
            grid.put(row, _WEEKS, _decimal(line.weeks), Style.NUMBER_INPUT)
        if line.productive is not None:
            grid.put(row, _PRODUCTIVE, _decimal(line.productive), Style.NUMBER_INPUT)
        self._rate(row, line)
        self._effort(row, line, line.planned, (_HOURS, _YEARLY, _AMOUNT))
        self._effort(row, line, line.actual, (_MADE, _MADE_YEARLY, _MADE_AMOUNT))
        if line.planned.fte is not None:
            grid.work(row, _FTE, grid.at(row, _YEARLY) / grid.at(row, _PRODUCTIVE), Style.NUMBER)
        if line.planned.pay_cents is not None:
            pay = rounded(grid.at(row, _YEARLY) * grid.at(row, _PAY))
            grid.work(row, _OF_PAY, pay, expected=line.planned.pay_cents)

    def _rate(self, row: int, line: HourLine) -> None:
        rate, grid, decimals = line.rate, self.grid, self.case.dossier.uren.rate_decimals
        if rate is None:
            return
        pay: Expr = grid.put(row, _PAY, _decimal(rate.pay), Style.MONEY_INPUT)
        if rate.overhead is not None and self.overhead is not None:
            by_percentage = self.outcome.overhead is OverheadKind.PERCENTAGE
            own = pay * self.overhead / 100 if by_percentage else self.overhead
            pay = pay + grid.work(row, _OVERHEAD, own, Style.NUMBER)
        grid.work(row, _RATE, pay if decimals is None else rounded(pay, decimals), Style.NUMBER)

    def _effort(self, row: int, line: HourLine, effort: Effort, columns: tuple[int, int, int]) -> None:
        grid, (typed, yearly, amount) = self.grid, columns
        if effort.yearly is None:
            return
        hours: Expr = grid.at(row, typed)
        grid.work(row, yearly, hours * grid.at(row, _WEEKS) if line.unit is HourUnit.WEEK else hours, Style.NUMBER)
        if effort.cents is not None:
            grid.work(row, amount, rounded(grid.at(row, yearly) * grid.at(row, _RATE)), expected=effort.cents)

    # --- per partner

    def _sums(self, row: int, title: str, tallies: Sequence[Tally], hours: int, amount: int) -> int:
        """Brought, taken and the balance, in hours and in euros; empty where something is missing."""
        grid = self.grid
        grid.put(row, 0, title, Style.HEADING)
        heads = ("Partner", "Nummer", "Uren gebracht", "Uren genomen", "Saldo uren", "Bedrag gebracht",
                 "Bedrag genomen", "Saldo bedrag")  # fmt: skip
        grid.texts(row + 1, 0, list(heads))
        top = row + 2
        runs = {
            column: Run(grid.name, self.top, column, self.count) for column in (_NR, _BRINGS, _TAKES, hours, amount)
        }
        for place, tally in enumerate(tallies):
            here = top + place
            grid.put(here, 0, self.case.names[tally.key])
            nr = grid.put(here, 1, place + 1, Style.WHOLE)
            mine = runs[_NR].area.compared("=", nr) * 1
            for first, column, style, whole, sides in (
                (2, hours, Style.NUMBER, tally.hours, (tally.brings.hours.value, tally.takes.hours.value)),
                (5, amount, Style.MONEY, tally.cents, (tally.brings.cents.value, tally.takes.cents.value)),
            ):
                for shift, (side, value) in enumerate(zip((_BRINGS, _TAKES), sides, strict=True)):
                    if value is not None:
                        summed = call("SUMPRODUCT", mine, runs[side].area, runs[column].area)
                        grid.work(here, first + shift, rounded(summed, 9 if style is Style.NUMBER else 2), style)
                if whole is not None:
                    balance = rounded(
                        grid.at(here, first) - grid.at(here, first + 1), 9 if style is Style.NUMBER else 2
                    )
                    grid.work(here, first + 2, balance, style)
        self.balances = {True: grid.run(top, 4, len(tallies)), False: grid.run(top, 7, len(tallies))}
        return top + len(tallies) + 1

    # --- settling

    def _block(self, row: int, title: str) -> Block:
        self.grid.put(row, 0, title, Style.HEADING)
        return Block(self.grid, row + 1, list(self.case.names.values()))

    def _money(self, row: int, title: str, netting: Netting[int] | None) -> tuple[int, Run | None]:
        if netting is None:
            return row, None
        block = self._block(row, title)
        return self._net(block, [line.balance for line in netting.lines], 100, None)

    def _settled(self, row: int, title: str, netting: Netting[Fraction] | None, hours: bool) -> int:
        if netting is None:
            return row
        self.grid.note(row, SETTLE_RULE)
        block = self._block(row + 1, title)
        fine = math.lcm(100, *(f.denominator for line in netting.lines for f in (line.claim, line.debt)))
        if fine > _FINEST_STEP:
            for place, line in enumerate(netting.lines):
                self.grid.put(block.first + place, 1, _decimal(line.balance), Style.NUMBER_FIXED)
            return block.end + 1
        wanted = [int(line.balance * 100) if (line.balance * 100).denominator == 1 else None for line in netting.lines]
        return self._net(block, wanted, fine, Style.NUMBER, hours=hours)[0]

    def _net(
        self, block: Block, expected: Sequence[int | None], fine: int, style: Style | None, hours: bool = False
    ) -> tuple[int, Run]:
        """The smaller side in full, the larger in proportion by largest remainder."""
        shown = style or Style.MONEY
        own = block.on(self.balances[hours])
        up = block.add("Te ontvangen", call("MAX", own, 0), shown)
        down = block.add("Te geven", call("MAX", number(0) - own, 0), shown)
        settled = block.fact("Te verrekenen", call("MIN", total(up.area), total(down.area)), shown)
        sides = []
        for title, run in (("Ontvangt", up), ("Geeft", down)):
            everything = total(run.area)
            share = block.add(
                f"{title}: aandeel", either(everything.compared("=", 0), 0, block.on(run) / everything), Style.SHARE
            )
            steps = rounded(settled * fine, 0)
            sides.append(apportioned(block, title, steps, block.value(settled) * fine, share, fine, style=style))
        decimals = 2 if style is None else 9
        balance = rounded(block.on(sides[0]) - block.on(sides[1]), decimals)
        run = block.add("Verrekening (min = betaalt)", balance, shown, expected)
        return block.end + 1, run

    def _advance(self, row: int, planned: Run | None) -> tuple[int, Run | None]:
        advance = self.outcome.advance
        if advance is None or planned is None:
            return row, None
        block = self._block(row, "Voorschot")
        self.grid.put(row, 1, _decimal(advance.percentage), Style.PERCENT_INPUT)
        part = self.grid.at(row, 1)
        own = block.on(planned)
        up = block.add("Ontvangt volgens plan", call("MAX", own, 0))
        down = block.add("Betaalt volgens plan", call("MAX", number(0) - own, 0))
        whole = block.fact("Voorschot in totaal", rounded(total(up.area) * part / 100), expected=advance.total)
        sides = []
        for title, run in (("Ontvangt", up), ("Betaalt", down)):
            everything = total(run.area)
            share = block.add(
                f"{title}: aandeel", either(everything.compared("=", 0), 0, block.on(run) / everything), Style.SHARE
            )
            sides.append(apportioned(block, title, in_cents(whole), block.value(whole) * 100, share, 100))
        balance = rounded(block.on(sides[0]) - block.on(sides[1]))
        return block.end + 1, block.add("Voorschot (min = betaalt)", balance, expected=list(advance.balances))

    def _still(self, row: int, actual: Run | None, advance: Run | None) -> None:
        if actual is None:
            return
        block = self._block(row, "Afrekening")
        left: Expr = block.on(actual)
        if advance is not None:
            left = rounded(left - block.on(advance))
        block.add(
            "Nog te ontvangen (min = betaalt)", left, expected=[payment.still for payment in self.outcome.payments]
        )


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
