"""The spreadsheet of a dossier: a neutral workbook with real formulas, written as .xlsx or .ods.

The heavy libraries are imported when they are first needed; this module itself costs nothing.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.agreements.contributions import CostOutcome
    from models.dossier import Dossier
    from models.knowledge import Knowledge

__all__ = ["ods_of", "write_ods", "write_xlsx", "xlsx_of"]

_READABLE = 0o644
"""Mode of a file that was made for others to read."""


def xlsx_of(dossier: "Dossier", knowledge: "Knowledge", outcome: "CostOutcome | None" = None) -> bytes:
    """The spreadsheet as .xlsx; the same dossier gives the same bytes."""
    from desktop.spreadsheet.build import workbook_of
    from desktop.spreadsheet.xlsx import xlsx_bytes

    return xlsx_bytes(workbook_of(dossier, knowledge, outcome))


def ods_of(dossier: "Dossier", knowledge: "Knowledge", outcome: "CostOutcome | None" = None) -> bytes:
    """The spreadsheet as .ods; the same dossier gives the same bytes."""
    from desktop.spreadsheet.build import workbook_of
    from desktop.spreadsheet.ods import ods_bytes

    return ods_bytes(workbook_of(dossier, knowledge, outcome))


def write_xlsx(dossier: "Dossier", knowledge: "Knowledge", path: Path, outcome: "CostOutcome | None" = None) -> None:
    """Write the .xlsx whole or not at all; raises :class:`models.storage.errors.StorageError`."""
    from models.storage.files import write_atomically

    write_atomically(path, xlsx_of(dossier, knowledge, outcome), mode=_READABLE)


def write_ods(dossier: "Dossier", knowledge: "Knowledge", path: Path, outcome: "CostOutcome | None" = None) -> None:
    """Write the .ods whole or not at all; raises :class:`models.storage.errors.StorageError`."""
    from models.storage.files import write_atomically

    write_atomically(path, ods_of(dossier, knowledge, outcome), mode=_READABLE)
