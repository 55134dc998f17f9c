"""The table of the overview: statements by partners, with the joint answer, the importance and the difference."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.advice.from_dossier import DERIVED
from models.dossier import Dossier
from models.dossier.base import Answer
from models.dossier.edit import Path
from models.knowledge.forms import Criterion
from wizards.context import Context
from wizards.steps.vorm_parts.answers import (
    Tokens,
    answer_path,
    answers_to,
    importance_path,
    short_words,
    spread_of,
)

__all__ = ["FEW_PARTNERS", "CellKind", "Column", "Index", "OverviewModel"]

Index = QModelIndex | QPersistentModelIndex
FEW_PARTNERS = 5
"""Up to so many partners stand before the joint answer; more stand behind it, so that it is seen at once."""


class CellKind(Enum):
    """What a column holds."""

    PARTNER = "partner"
    JOINT = "joint"
    WEIGHT = "weight"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``head`` is short, ``name`` in full."""

    kind: CellKind
    head: str
    name: str
    partner: str | None = None


_JOINT = Column(CellKind.JOINT, "Samen", "samen")
_WEIGHT = Column(CellKind.WEIGHT, "Belang", "belang")
_SPREAD = Column(CellKind.SPREAD, "Verschil", "verschil tussen de partners")


class OverviewModel(QAbstractTableModel):
    """Reads the dossier; a row for each statement and one for the number of partners, which is counted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        knowledge = context.editor.knowledge
        asked = tuple(c for c in knowledge.criterion.values() if not c.derived)
        self.rows: tuple[Criterion, ...] = (*asked, *(c for c in knowledge.criterion.values() if c.derived))
        self.columns: tuple[Column, ...] = ()
        self.refresh()

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._context.editor.dossier

    def refresh(self) -> None:
        """Read the dossier again."""
        tokens = Tokens(self.dossier)
        pairs = zip(tokens.partners, tokens.letters, strict=True)
        each = tuple(Column(CellKind.PARTNER, letters, name, partner) for (partner, name), letters in pairs)
        few = len(each) <= FEW_PARTNERS
        columns = (*each, _JOINT, _WEIGHT, _SPREAD) if few else (_JOINT, _WEIGHT, _SPREAD, *each)
        if columns != self.columns:
            self.beginResetModel()
            self.columns = columns
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Statements."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Partners and three more."""
        return 0 if parent.isValid() else len(self.columns)

    def column(self, index: Index) -> Column:
        """The column of a cell."""
        return self.columns[index.column()]

    def criterion(self, index: Index) -> Criterion:
        """The statement of a cell."""
        return self.rows[index.row()]

    def answer(self, index: Index) -> Answer[int]:
        """The answer in a cell of a partner or of the joint column."""
        row, column = answers_to(self.dossier, self.criterion(index).id), self.column(index)
        return row.joint if column.partner is None else row.partners.get(column.partner)

    def importance(self, index: Index) -> int | None:
        """The joint importance in the row of a cell; None where nobody chose one."""
        return answers_to(self.dossier, self.criterion(index).id).importance

    @property
    def default_importance(self) -> int:
        """What an importance counts as that nobody chose."""
        return self._context.editor.knowledge.profiles.thresholds.default_importance

    def spread(self, index: Index) -> int | None:
        """How far the partners lie apart in the row of a cell."""
        return None if self.derived(index) else spread_of(self.dossier, self.criterion(index).id)

    def is_wide(self, index: Index) -> bool:
        """Whether that is far enough to talk about."""
        spread = self.spread(index)
        return spread is not None and spread >= self._context.editor.knowledge.profiles.thresholds.spread

    def derived(self, index: Index) -> bool:
        """Whether the row is counted instead of asked."""
        return self.criterion(index).id is DERIVED

    def path(self, index: Index) -> Path | None:
        """Where the value of a cell stands; None where there is nothing to fill in."""
        column, key = self.column(index), self.criterion(index).id
        if column.kind is CellKind.WEIGHT:
            return importance_path(key)
        if column.kind is CellKind.SPREAD or self.derived(index):
            return None
        return answer_path(key, column.partner)

    def text(self, index: Index) -> str:
        """What the cell shows."""
        kind = self.column(index).kind
        if kind is CellKind.WEIGHT:
            importance = self.importance(index)
            return str(self.default_importance if importance is None else importance)
        if kind is CellKind.SPREAD:
            spread = self.spread(index)
            return "" if spread is None else str(spread)
        if self.derived(index):
            return str(len(self.dossier.partners.active)) if kind is CellKind.JOINT else ""
        return short_words(self.answer(index))

    def spoken(self, index: Index) -> str:
        """The cell in words, with its statement and column."""
        column, text = self.column(index), self.text(index)
        lead = f"{self.criterion(index).label}, {column.name}"
        if column.kind is CellKind.WEIGHT:
            unset = ", nog niet gekozen" if self.importance(index) is None else ""
            return f"{lead}: {text} van 10{unset}"
        if column.kind is CellKind.SPREAD:
            wide = ", praat hier eerst over" if self.is_wide(index) else ""
            return f"{lead}: {text or 'niet te zeggen'}{wide}"
        if self.derived(index):
            return f"{lead}: {text}, door het programma geteld" if text else f"{lead}: wordt geteld"
        return f"{lead}: {f'{text} van 5' if text.isdigit() else text or 'niet ingevuld'}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text to show and text to say."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.spoken(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of statements and columns."""
        if orientation is Qt.Orientation.Vertical:
            row = self.rows[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return row.label
            return row.statement if role == Qt.ItemDataRole.ToolTipRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        return column.name if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) else None
