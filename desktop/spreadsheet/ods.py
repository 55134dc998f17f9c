"""A workbook as .ods: OpenFormula with values, the same look as the .xlsx.

odfpy makes the document, its styles and its settings. The rows are written as text: odfpy takes a second for every
fifty thousand cells.
"""

import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from odf import config, dc, meta, style, table
from odf.element import Element, Text
from odf.namespaces import STYLENS, nsdict
from odf.opendocument import OpenDocumentSpreadsheet

from desktop.spreadsheet.formulas import Formula, Pattern, Place, Span, column_name
from desktop.spreadsheet.ods_styles import add_styles, shown
from desktop.spreadsheet.workbook import Cell, Sheet, Workbook

__all__ = ["OdsFormulas", "ods_bytes"]

_WIDTH = 0.2
"""Centimetres for a character."""


class OdsFormulas:
    """The text of formulas in OpenFormula: ``of:=ROUND([.$B5]*[$'Blad 2'.$C$4];2)``."""

    def __init__(self) -> None:
        self._known: dict[Pattern, tuple[str, tuple[int, ...]]] = {}

    def text(self, formula: Formula) -> str:
        """The formula as text, with its prefix."""
        found = self._known.get(formula.pattern)
        if found is None:
            found = self._known[formula.pattern] = self._template(formula.pattern)
        words, shifts = found
        row = formula.row + 1
        return words.format(*[row + shift for shift in shifts]) if shifts else words

    def _template(self, pattern: Pattern) -> tuple[str, tuple[int, ...]]:
        shifts: list[int] = []

        def line(row: int | None, shift: int = 0) -> str:
            if row is not None:
                return f"${row + 1}"
            if shift not in shifts:
                shifts.append(shift)
            return f"{{{shifts.index(shift)}}}"

        words = ["of:="]
        for token in pattern.tokens:
            match token:
                case Place(sheet, row, column, shift):
                    words.append(f"[{_prefix(sheet)}.${column_name(column)}{line(row, shift)}]")
                case Span(sheet, top, bottom, left, right):
                    first, last = f"${column_name(left)}{line(top)}", f"${column_name(right)}{line(bottom)}"
                    words.append(f"[{_prefix(sheet)}.{first}:.{last}]")
                case ",":
                    words.append(";")
                case _:
                    words.append(str(token))
        return "".join(words) if shifts else "".join(words).format(), tuple(shifts)


def _prefix(sheet: str | None) -> str:
    return "" if sheet is None else "$'" + sheet.replace("{", "{{").replace("}", "}}") + "'"


def ods_bytes(workbook: Workbook) -> bytes:
    """The file; equal workbooks give equal bytes."""
    document = OpenDocumentSpreadsheet()
    _name_spaces(document)
    _properties(document, workbook)
    names = add_styles(document)
    _page(document)
    _views(document, workbook)
    formulas = OdsFormulas()
    for place, sheet in enumerate(workbook.sheets):
        document.spreadsheet.addElement(_table(document, sheet, place, names, formulas))
    target = io.BytesIO()
    document.write(target)
    return _dated(target.getvalue(), workbook.dated)


def _name_spaces(document: Any) -> None:
    """Name all name spaces, in one order.

    odfpy names those that any element in this process used, so the bytes would hang on what was written before; and
    no element uses the one that formulas stand in.
    """
    Element.namespaces.clear()
    for space in nsdict:
        document.spreadsheet.get_nsprefix(space)


def _properties(document: Any, workbook: Workbook) -> None:
    when = f"{workbook.dated.isoformat()}T00:00:00"
    document.meta.addElement(dc.Title(text=workbook.title))
    document.meta.addElement(meta.InitialCreator(text=workbook.author))
    document.meta.addElement(dc.Creator(text=workbook.author))
    document.meta.addElement(meta.CreationDate(text=when))
    document.meta.addElement(dc.Date(text=when))
    document.meta.addElement(dc.Language(text="nl-NL"))


def _page(document: Any) -> None:
    """Landscape A4, as wide as the page."""
    layout = style.PageLayout(name="liggend")
    properties = style.PageLayoutProperties(
        pagewidth="29.7cm", pageheight="21cm", printorientation="landscape", margin="1.2cm"
    )
    properties.setAttrNS(STYLENS, "scale-to-X", "1")
    properties.setAttrNS(STYLENS, "scale-to-Y", "0")
    layout.addElement(properties)
    document.automaticstyles.addElement(layout)
    document.masterstyles.addElement(style.MasterPage(name="Standaard", pagelayoutname=layout))


def _views(document: Any, workbook: Workbook) -> None:
    """Which rows and columns stay in sight."""
    tables = config.ConfigItemMapNamed(name="Tables")
    for sheet in workbook.sheets:
        entry = config.ConfigItemMapEntry(name=sheet.name)
        for name, kind, value in (
            ("HorizontalSplitMode", "short", 2 if sheet.frozen_columns else 0),
            ("VerticalSplitMode", "short", 2),
            ("HorizontalSplitPosition", "int", sheet.frozen_columns),
            ("VerticalSplitPosition", "int", sheet.header),
            ("ActiveSplitRange", "short", 3),
            ("PositionRight", "int", sheet.frozen_columns),
            ("PositionBottom", "int", sheet.header),
        ):
            entry.addElement(config.ConfigItem(name=name, type=kind, text=str(value)))
        tables.addElement(entry)
    view = config.ConfigItemMapEntry()
    view.addElement(config.ConfigItem(name="ViewId", type="string", text="view1"))
    view.addElement(tables)
    views = config.ConfigItemMapIndexed(name="Views")
    views.addElement(view)
    held = config.ConfigItemSet(name="ooo:view-settings")
    held.addElement(views)
    document.settings.addElement(held)


class _Rows(Text):  # type: ignore[misc]
    """Rows that are text already."""

    def toXml(self, _level: int, f: Any) -> None:
        f.write(self.data)


def _table(document: Any, sheet: Sheet, place: int, names: dict[str, str], formulas: OdsFormulas) -> Any:
    page = style.Style(name=f"blad{place}", family="table", masterpagename="Standaard")
    page.addElement(style.TableProperties(display="true", writingmode="lr-tb"))
    document.automaticstyles.addElement(page)
    made = table.Table(name=sheet.name, stylename=page)
    for nr, column in enumerate(sheet.columns):
        width = style.Style(name=f"b{place}k{nr}", family="table-column")
        width.addElement(style.TableColumnProperties(columnwidth=f"{column.width * _WIDTH:.2f}cm"))
        document.automaticstyles.addElement(width)
        made.addElement(table.TableColumn(stylename=width))
    last = max(sheet.rows, default=-1)
    head = table.TableHeaderRows()
    head.appendChild(_Rows(_lines(sheet, range(sheet.header), names, formulas)))
    made.addElement(head)
    made.appendChild(_Rows(_lines(sheet, range(sheet.header, last + 1), names, formulas)))
    return made


def _lines(sheet: Sheet, rows: range, names: dict[str, str], formulas: OdsFormulas) -> str:
    return "".join(_line(sheet.rows.get(row, {}), names, formulas) for row in rows)


def _line(cells: Any, names: dict[str, str], formulas: OdsFormulas) -> str:
    words, here = ["<table:table-row>"], 0
    for column, cell in cells.items():
        if column > here:
            words.append(f'<table:table-cell table:number-columns-repeated="{column - here}"/>')
        words.append(_cell(cell, names[cell.style], formulas))
        here = column + 1
    if not here:
        words.append("<table:table-cell/>")
    words.append("</table:table-row>")
    return "".join(words)


def _cell(cell: Cell, named: str, formulas: OdsFormulas) -> str:
    value = cell.value
    head = f'<table:table-cell table:style-name="{named}"'
    if cell.formula is not None:
        head += f' table:formula="{escape(formulas.text(cell.formula))}"'
    if value is None:
        return head + "/>"
    if isinstance(value, str):
        return f'{head} office:value-type="string">{_paragraphs(value)}</table:table-cell>'
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        return f"{head} {kind}><text:p>{shown(value, cell.style)}</text:p></table:table-cell>"
    figure = float(value) if isinstance(value, Decimal) else value
    kind = f'office:value-type="float" office:value="{figure!r}"'
    return f"{head} {kind}><text:p>{shown(figure, cell.style)}</text:p></table:table-cell>"


def _paragraphs(value: str) -> str:
    """Text as paragraphs; spaces and tabs stay what they are."""
    lines = (escape(line).replace("\t", "<text:tab/>").replace("  ", " <text:s/>") for line in value.split("\n"))
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def _dated(data: bytes, dated: date) -> bytes:
    """The same archive with one date on all its members: odfpy takes the clock."""
    target = io.BytesIO()
    stamp = (max(dated.year, 1980), dated.month, dated.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            info = zipfile.ZipInfo(member.filename, stamp)
            info.compress_type = zipfile.ZIP_STORED if member.filename == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, source.read(member))
    return target.getvalue()
