"""Tables as a spreadsheet puts them on the clipboard: text to cells and back. Without Qt."""

import csv
import io
from collections.abc import Iterable

__all__ = ["cells_of", "sheet_text"]


def cells_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a pasted table, without spaces around them; lines without any cell stay as empty rows.

    Columns stand apart by tabs, or by semicolons where there is no tab. A cell in quotes may hold line ends.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    separator = "\t" if "\t" in lines else ";"
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        # A quote that is no cell's quote, as in: 5" buis. Then every sign stands for itself.
        rows = [line.split(separator) for line in lines.split("\n")]
    return tuple(tuple(cell.strip() for cell in row) for row in rows)


def sheet_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as tab-separated text that a spreadsheet takes as cells."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()
