"""LibreOffice as the judge: it works out every formula anew, and says what it found."""

import io
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop.spreadsheet.ods import ods_bytes
from desktop.spreadsheet.workbook import Style, Workbook
from desktop.spreadsheet.xlsx import xlsx_bytes
from tests.processes import run_office

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    SOFFICE is None,
    reason="LibreOffice is not installed: the formulas are not recalculated (apt: libreoffice-calc-nogui)",
)
POISON = -987654.25
"""What the test copies hold as the value of each formula: who does not recalculate, gives itself away."""

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
_MONEY = {Style.MONEY, Style.MONEY_TOTAL, Style.DIFFERENCE, Style.DIFFERENCE_TOTAL}


def poisoned(workbook: Workbook) -> Workbook:
    """A copy in which every formula has a wrong value."""
    sheets = []
    for sheet in workbook.sheets:
        rows = {
            row: {c: replace(cell, value=POISON) if cell.formula else cell for c, cell in cells.items()}
            for row, cells in sheet.rows.items()
        }
        sheets.append(replace(sheet, rows=rows))
    return replace(workbook, sheets=tuple(sheets))


def recalculated(workbooks: Mapping[str, Workbook], folder: Path) -> dict[str, openpyxl.Workbook]:
    """What LibreOffice makes of the poisoned copies, as xlsx and as ods; keys end with the kind of file."""
    assert SOFFICE is not None
    out = folder / "out"
    paths = {}
    for name, workbook in workbooks.items():
        copy = poisoned(workbook)
        for suffix, write in (("xlsx", xlsx_bytes), ("ods", ods_bytes)):
            path = folder / f"{name}-{suffix}.{suffix}"
            path.write_bytes(write(copy))
            paths[f"{name}.{suffix}"] = path
    files = map(str, paths.values())
    run_office([SOFFICE, "--convert-to", "xlsx", "--outdir", str(out), *files], folder, _PROFILE)
    return {
        key: openpyxl.load_workbook(io.BytesIO((out / f"{path.stem}.xlsx").read_bytes()), data_only=True)
        for key, path in paths.items()
    }


def differences(workbook: Workbook, read: openpyxl.Workbook) -> list[str]:
    """Every formula whose outcome is another than that of the program; to the cent for money."""
    wrong = []
    for sheet in workbook.sheets:
        page = read[sheet.name]
        for row, cells in sheet.rows.items():
            for column, cell in cells.items():
                if cell.formula is None:
                    continue
                given = page.cell(row + 1, column + 1).value
                if not _same(cell.value, given, cell.style in _MONEY):
                    wrong.append(f"{sheet.name} r{row + 1} k{column + 1}: {cell.value!r}, recalculated {given!r}")
    return wrong


def _same(own: object, given: object, money: bool) -> bool:
    if not isinstance(given, (int, float)) or not isinstance(own, (int, float)):
        return own == given
    if money:
        return round(own * 100) == round(given * 100) and abs(given - own) < 1e-6 * max(1.0, abs(own))
    # Fractions of a cent were rounded to at least five decimals: the last one may fall either way.
    return abs(given - own) <= max(2e-5, 1e-9 * abs(own))
