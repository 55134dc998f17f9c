"""A table to read, under the name by which the pages of Afspreken know it."""

from wizards.widgets.read_table import ReadTable, Sheet

__all__ = ["ReadTable", "Sheet"]
