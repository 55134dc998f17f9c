"""A workbook as .xlsx: formulas with their values, Dutch formats, frozen panes, set up for printing."""

import io
from datetime import UTC, datetime, time
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter import Workbook as Writer
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

from desktop.spreadsheet.formulas import Formula, Pattern, Place, Span, column_name
from desktop.spreadsheet.workbook import Cell, Sheet, Style, Workbook, lines_of

__all__ = ["XlsxFormulas", "xlsx_bytes"]

_MONEY = '"€" #,##0.00;-"€" #,##0.00'
_EXACT = "#,##0.##########"
_LINE = 15
"""Points for a line of text."""
_INPUT, _FIXED, _HEAD, _TOTAL = "#FFF9E5", "#F3E3D3", "#E4EDF4", "#F3F6F8"

_FORMATS: dict[Style, dict[str, Any]] = {
    Style.TITLE: {"bold": True, "font_size": 16},
    Style.HEADING: {"bold": True, "font_size": 12},
    Style.HEADER: {"bold": True, "bg_color": _HEAD, "text_wrap": True, "valign": "top", "bottom": 1},
    Style.HEADER_RIGHT: {
        "bold": True,
        "bg_color": _HEAD,
        "text_wrap": True,
        "valign": "top",
        "align": "right",
        "bottom": 1,
    },
    Style.HEADER_YEAR: {"bold": True, "bg_color": _HEAD, "num_format": "0", "align": "right", "bottom": 1},
    Style.TEXT: {},
    Style.WRAPPED: {"text_wrap": True, "valign": "top"},
    Style.NOTE: {"italic": True, "font_color": "#44525C"},
    Style.WARNING: {"bold": True, "font_color": "#8A3B00"},
    Style.LABEL_TOTAL: {"bold": True, "bg_color": _TOTAL, "top": 1},
    Style.MONEY: {"num_format": _MONEY},
    Style.MONEY_INPUT: {"num_format": _MONEY, "bg_color": _INPUT},
    Style.MONEY_TOTAL: {"num_format": _MONEY, "bold": True, "bg_color": _TOTAL, "top": 1},
    Style.MONEY_FIXED: {"num_format": _MONEY, "bg_color": _FIXED, "italic": True},
    Style.DIFFERENCE: {"num_format": '"V" #,##0.00;"N" #,##0.00;0.00'},
    Style.DIFFERENCE_TOTAL: {
        "num_format": '"V" #,##0.00;"N" #,##0.00;0.00',
        "bold": True,
        "bg_color": _TOTAL,
        "top": 1,
    },
    Style.SHARE: {"num_format": "0.00%"},
    Style.SHARE_TOTAL: {"num_format": "0.00%", "bold": True, "bg_color": _TOTAL, "top": 1},
    Style.PERCENT: {"num_format": '0.00##"%"'},
    Style.PERCENT_INPUT: {"num_format": '0.00##"%"', "bg_color": _INPUT},
    Style.NUMBER: {"num_format": "#,##0.00####"},
    Style.NUMBER_INPUT: {"num_format": "#,##0.00####", "bg_color": _INPUT},
    Style.NUMBER_TOTAL: {"num_format": "#,##0.00####", "bold": True, "bg_color": _TOTAL, "top": 1},
    Style.NUMBER_FIXED: {"num_format": "#,##0.00####", "bg_color": _FIXED, "italic": True},
    Style.HELP: {"num_format": "#,##0.00##", "font_color": "#5B6770"},
    Style.HELP_WHOLE: {"num_format": "#,##0", "font_color": "#5B6770"},
    Style.HELP_TOTAL: {"num_format": "#,##0.00##", "font_color": "#5B6770", "bg_color": _TOTAL, "top": 1},
    Style.WHOLE: {"num_format": "#,##0"},
    Style.WHOLE_INPUT: {"num_format": "#,##0", "bg_color": _INPUT},
    Style.YEAR: {"num_format": "0"},
    Style.YEAR_INPUT: {"num_format": "0", "bg_color": _INPUT},
    Style.DATE: {"num_format": "[$-413]d mmmm yyyy", "align": "left"},
}


class XlsxFormulas:
    """The text of formulas for Excel: ``ROUND($B5*'Blad 2'!$C$4,2)``."""

    def __init__(self) -> None:
        self._known: dict[Pattern, tuple[str, tuple[int, ...]]] = {}

    def text(self, formula: Formula) -> str:
        """The formula as text, without ``=``, ready for XML."""
        found = self._known.get(formula.pattern)
        if found is None:
            found = self._known[formula.pattern] = self._template(formula.pattern)
        words, shifts = found
        row = formula.row + 1
        if not shifts:
            return words
        return words.format(*[row + shift for shift in shifts])

    def _template(self, pattern: Pattern) -> tuple[str, tuple[int, ...]]:
        shifts: list[int] = []

        def line(row: int | None, shift: int = 0) -> str:
            if row is not None:
                return f"${row + 1}"
            if shift not in shifts:
                shifts.append(shift)
            return f"{{{shifts.index(shift)}}}"

        words: list[str] = []
        for token in pattern.tokens:
            match token:
                case Place(sheet, row, column, shift):
                    words.append(f"{_prefix(sheet)}${column_name(column)}{line(row, shift)}")
                case Span(sheet, top, bottom, left, right):
                    first, last = f"${column_name(left)}{line(top)}", f"${column_name(right)}{line(bottom)}"
                    words.append(f"{_prefix(sheet)}{first}:{last}")
                case _:
                    words.append(escape(str(token)))
        # Without a row to fill in, doubled braces (of a sheet's name) must be single at once.
        return "".join(words) if shifts else "".join(words).format(), tuple(shifts)


def _prefix(sheet: str | None) -> str:
    return "" if sheet is None else "'" + escape(sheet).replace("{", "{{").replace("}", "}}") + "'!"


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet that takes formulas as they are, and writes a cell with one in one go.

    The library looks for some thirty newer functions in each formula and escapes each attribute: 60 µs for a cell. Ours
    hold none of those functions, and nothing to escape but ``&``, ``<`` and ``>``.
    """

    def reach(self, row: int, column: int) -> None:
        """Say which cell is the last, instead of asking at each."""
        self._check_dimensions(0, 0)
        self._check_dimensions(row, column)

    def put_formula(self, row: int, column: int, formula: str, how: Any, value: Any) -> None:
        """A formula without its ``=``, escaped, and its value; inside what :meth:`reach` named."""
        self.table[row][column] = CellFormulaTuple(formula, how, value)

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if type(cell) is not CellFormulaTuple or not isinstance(cell.value, (int, float)):
            super()._write_cell(row, col, cell)
            return
        style = cell.format._get_xf_index()
        words = f'<c r="{column_name(col)}{row + 1}" s="{style}"><f>{cell.formula}</f><v>{cell.value!r}</v></c>'
        self.fh.write(words)


def xlsx_bytes(workbook: Workbook) -> bytes:
    """The file; equal workbooks give equal bytes."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Writer(target, options) as writer:
        created = datetime.combine(workbook.dated, time(), UTC).replace(tzinfo=None)
        writer.set_properties({"title": workbook.title, "author": workbook.author, "created": created})
        writer.set_size(1920, 1200)
        formats = {style: writer.add_format({"font_name": "Calibri", **how}) for style, how in _FORMATS.items()}
        formulas = XlsxFormulas()
        for sheet in workbook.sheets:
            _write(writer.add_worksheet(sheet.name, worksheet_class=_Sheet), sheet, formats, formulas)
    return target.getvalue()


def _write(page: Any, sheet: Sheet, formats: dict[Style, Any], formulas: XlsxFormulas) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
    page.reach(max(sheet.rows, default=0), len(sheet.columns) - 1)
    for row, cells in sheet.rows.items():
        lines = lines_of(cells, sheet.columns)
        if lines > 1:
            page.set_row(row, _LINE * lines)
        for place, cell in cells.items():
            _cell(page, row, place, cell, formats[cell.style], formulas)
    page.freeze_panes(sheet.header, sheet.frozen_columns)
    page.repeat_rows(0, sheet.header - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&RBlad &P van &N")


def _cell(page: Any, row: int, column: int, cell: Cell, how: Any, formulas: XlsxFormulas) -> None:
    value = cell.value
    if cell.formula is not None:
        page.put_formula(row, column, formulas.text(cell.formula), how, value)
    elif value is None:
        page.write_blank(row, column, None, how)
    elif isinstance(value, str):
        page.write_string(row, column, value[:32767], how)
    elif isinstance(value, (int, float)):
        page.write_number(row, column, value, how)
    else:
        page.write_datetime(row, column, value, how)
