"""A workbook as neutral data: sheets of cells with a value and perhaps a formula; writers make xlsx or ods of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.spreadsheet.formulas import Formula

__all__ = ["Cell", "Column", "Sheet", "Style", "Value", "Workbook", "lines_of"]

Value = str | int | float | Decimal | date | None
"""What a cell can hold. Text is always text: a writer never reads it as a formula."""


class Style(StrEnum):
    """How a cell looks; each writer knows its own format for it."""

    TITLE = "title"
    HEADING = "heading"
    HEADER = "header"
    HEADER_RIGHT = "header_right"
    HEADER_YEAR = "header_year"
    TEXT = "text"
    WRAPPED = "wrapped"
    NOTE = "note"
    WARNING = "warning"
    LABEL_TOTAL = "label_total"
    MONEY = "money"
    MONEY_INPUT = "money_input"
    MONEY_TOTAL = "money_total"
    MONEY_FIXED = "money_fixed"
    DIFFERENCE = "difference"
    DIFFERENCE_TOTAL = "difference_total"
    SHARE = "share"
    SHARE_TOTAL = "share_total"
    PERCENT = "percent"
    PERCENT_INPUT = "percent_input"
    NUMBER = "number"
    NUMBER_INPUT = "number_input"
    NUMBER_TOTAL = "number_total"
    NUMBER_FIXED = "number_fixed"
    HELP = "help"
    HELP_WHOLE = "help_whole"
    HELP_TOTAL = "help_total"
    WHOLE = "whole"
    WHOLE_INPUT = "whole_input"
    YEAR = "year"
    YEAR_INPUT = "year_input"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, the formula that gives it, and a style."""

    value: Value
    style: Style = Style.TEXT
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with its width in characters."""

    width: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows``: by row and column, from 0; ``header``: how many rows are frozen and printed again."""

    name: str
    columns: tuple[Column, ...]
    rows: Mapping[int, Mapping[int, Cell]]
    header: int = 1
    frozen_columns: int = 1


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets and the properties of the document; ``dated`` is the only date in it, so that bytes repeat."""

    title: str
    author: str
    dated: date
    sheets: tuple[Sheet, ...]


_WRAPS = frozenset({Style.HEADER, Style.HEADER_RIGHT, Style.WRAPPED})
_MOST_LINES = 12


def lines_of(cells: Mapping[int, Cell], columns: Sequence[Column]) -> int:
    """How many lines the texts of a row take that go on to a next line (roughly: bold signs are wider)."""
    most = 1
    for column, cell in cells.items():
        if cell.style in _WRAPS and isinstance(cell.value, str):
            width = columns[column].width
            most = max(most, sum(1 + int(1.15 * len(line) / width) for line in cell.value.split("\n")))
    return min(most, _MOST_LINES)
