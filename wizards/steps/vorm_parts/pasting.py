"""Answers and importances out of a spreadsheet, for the overview of the statements."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex

from models.dossier import Dossier
from models.dossier.base import NoAnswer
from models.dossier.edit import Path, with_value, without
from wizards.forms.sheet import cells_of
from wizards.steps.vorm_parts.answers import SHORT_WORDS
from wizards.steps.vorm_parts.overview_model import CellKind, OverviewModel

__all__ = ["pasted", "with_values"]

Pasted = int | NoAnswer | None

_WORDS: Mapping[str, NoAnswer] = {
    **{words: NoAnswer(no_answer=kind) for kind, words in SHORT_WORDS.items()},
    **{words[0]: NoAnswer(no_answer=kind) for kind, words in SHORT_WORDS.items()},
    "niet van toepassing": NoAnswer(no_answer=next(k for k, words in SHORT_WORDS.items() if words == "n.v.t.")),
}
"""What the table shows and copies, the keys of the scale, and the full words."""


def pasted(model: OverviewModel, at: QModelIndex, text: str) -> Mapping[Path, Pasted]:
    """By path what ``text`` puts in the cells from ``at`` on; cells that hold no answer are left out."""
    found: dict[Path, Pasted] = {}
    for y, cells in enumerate(cells_of(text)):
        for x, cell in enumerate(cells):
            index = model.index(at.row() + y, at.column() + x)
            path = model.path(index) if index.isValid() else None
            if path is None:
                continue
            read = _read(cell, weight=model.column(index).kind is CellKind.WEIGHT)
            if read is not None:
                found[path] = read[0]
    return found


def _read(cell: str, *, weight: bool) -> tuple[Pasted] | None:
    """1 to 5, a word for "no answer", or nothing; 0 to 10 for an importance. None: it cannot be read."""
    bare = cell.strip().casefold()
    if bare.isdecimal() and len(bare) < 3 and (0 if weight else 1) <= int(bare) <= (10 if weight else 5):
        return (int(bare),)
    if not bare and not weight:
        return (None,)
    return (_WORDS[bare],) if bare in _WORDS and not weight else None


def with_values(dossier: Dossier, values: Mapping[Path, Pasted]) -> Dossier:
    """The next dossier with these answers; a partner that says nothing any more leaves no trace."""
    for path, value in values.items():
        empty = value is None and path[-2] == "partners"
        dossier = without(dossier, path) if empty else with_value(dossier, path, value)
    return dossier
