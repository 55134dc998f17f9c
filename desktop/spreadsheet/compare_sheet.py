"""The sheet Vergelijking: the keys side by side, per year, with the difference with now."""

from collections.abc import Sequence

from desktop.spreadsheet.case import FIRST, NAME_WIDTH, Case
from desktop.spreadsheet.formulas import Run, total
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.key_sheet import KeySheet
from desktop.spreadsheet.workbook import Style
from models.wording.costs import SIGN_CONVENTION, TO_THE_CENT, payback_text

__all__ = ["make_comparison"]


def make_comparison(case: Case, sheets: Sequence[KeySheet]) -> Grid | None:
    """The sheet; ``None`` where no key has an outcome."""
    held = [sheet for sheet in sheets if sheet.contributions]
    if not held:
        return None
    grid = case.book.sheet("Vergelijking")
    grid.put(0, 0, "Verdeelsleutels naast elkaar", Style.TITLE)
    grid.note(1, f"Bedragen in euro’s, structureel, met btw. {TO_THE_CENT}")
    grid.note(2, SIGN_CONVENTION)
    grid.width(0, 0, NAME_WIDTH)
    grid.width(1, 2 * len(held) + 2, 17)
    row = 4
    for place, year in enumerate(case.years):
        first = _part(case, grid, row, FIRST, f"Bijdrage {year}", held, [s.contributions[place] for s in held])
        right = FIRST + len(held) + 1
        _part(case, grid, row, right, f"Verschil met nu {year}", held, [s.differences[place] for s in held], True)
        row = first
    _payback(case, grid, row, held)
    return grid


def _part(
    case: Case,
    grid: Grid,
    row: int,
    column: int,
    title: str,
    sheets: Sequence[KeySheet],
    runs: Sequence[Run],
    differences: bool = False,
) -> int:
    """One table; returns the first free row."""
    count, top = len(case.partners), row + 2
    grid.put(row, column, title, Style.HEADING)
    grid.put(row + 1, 0, "Partner", Style.HEADER)
    for place, name in enumerate(case.names.values(), top):
        grid.put(place, 0, name)
    grid.put(top + count, 0, "Samen", Style.LABEL_TOTAL)
    style, summed = (Style.DIFFERENCE, Style.DIFFERENCE_TOTAL) if differences else (Style.MONEY, Style.MONEY_TOTAL)
    for place, (sheet, run) in enumerate(zip(sheets, runs, strict=True), column):
        grid.put(row + 1, place, case.key_name(sheet.key), Style.HEADER_RIGHT)
        made = grid.column(top, place, count, run.on(top), style)
        unknown = [line for line in range(count) if case.book.value_at(run.sheet, run.top + line, run.column) is None]
        for line in unknown:
            grid.clear(top + line, place)
        if not unknown:
            grid.work(top + count, place, total(made.area), summed)
    return top + count + 2


def _payback(case: Case, grid: Grid, row: int, sheets: Sequence[KeySheet]) -> None:
    """When one-off cost is earned back, in words of the program."""
    found = [(sheet, key.payback.get("")) for sheet in sheets for key in case.outcome.keys if key.key == sheet.key.id]
    lines = [(sheet, payback) for sheet, payback in found if payback is not None]
    if lines:
        grid.put(row, 0, "Terugverdienen (uitkomst van het programma)", Style.HEADING)
    for place, (sheet, payback) in enumerate(lines, row + 1):
        grid.put(place, 0, case.key_name(sheet.key))
        grid.put(place, 1, payback_text(payback))
