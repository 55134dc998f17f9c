"""Who stand in a figure as a list for Qt, and who is next to whom."""

from collections.abc import Callable, Mapping
from math import hypot

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt

from models.dossier.explore import Stakeholder
from models.figures.answers import name_of

__all__ = ["Direction", "People", "nearest"]

_Index = QModelIndex | QPersistentModelIndex
Direction = tuple[int, int]
"""Steps to the right and up."""

_SIDEWAYS = 2.5
"""How much a step aside counts against a step onwards, in the choice of a neighbour."""


def nearest(boxes: Mapping[str, QRectF], start: str, direction: Direction) -> str | None:
    """The neighbour of ``start`` in this direction; None where there is none."""
    here = boxes[start].center()
    best: tuple[float, str] | None = None
    for key, box in boxes.items():
        dx, dy = box.center().x() - here.x(), here.y() - box.center().y()
        onwards, aside = (dx * direction[0], dy) if direction[0] else (dy * direction[1], dx)
        if key == start or onwards < 1 or box == boxes[start]:
            continue
        far = hypot(onwards, aside * _SIDEWAYS)
        if best is None or far < best[0]:
            best = (far, key)
    return best[1] if best is not None else None


class People(QAbstractListModel):
    """The stakeholders that stand in the figure; the words are made when they are asked for."""

    def __init__(self, spoken: Callable[[Stakeholder], str]) -> None:
        super().__init__()
        self._spoken = spoken
        self.rows: tuple[Stakeholder, ...] = ()

    def take(self, rows: tuple[Stakeholder, ...]) -> None:
        """Show these."""
        if [one.id for one in rows] != [one.id for one in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many stand in the figure."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, and for assistive technology with its place."""
        if not 0 <= index.row() < len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(one.name)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(one)
        return None
