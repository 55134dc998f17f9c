"""Finding tables in a sheet as a reader does: by their title."""

from collections.abc import Sequence
from typing import Any

__all__ = ["CONTRIBUTIONS", "DIFFERENCES", "ONCE", "table_below"]

CONTRIBUTIONS = "Bijdrage per jaar"
DIFFERENCES = "Verschil met nu"
ONCE = "Eenmalig, met btw"


def table_below(page: Any, title: str, rows: int) -> Sequence[Sequence[Any]] | None:
    """The figures below the title, a row per partner, up to the first column without a year; ``None``: no table."""
    for row in range(1, page.max_row + 1):
        words = page.cell(row, 1).value
        if isinstance(words, str) and words.startswith(title) and page.cell(row + 1, 1).value == "Partner":
            columns = []
            while isinstance(page.cell(row + 1, 2 + len(columns)).value, int):
                columns.append(2 + len(columns))
            return [[page.cell(row + 2 + place, c).value for c in columns] for place in range(rows)]
    return None
