"""The matrix "Wie wint waarbij": points of the agenda by partners. Space or a click puts a partner in or out."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.dossier.edit import Path
from models.dossier.explore import AgendaItem
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.opgave_parts.overlap import overlap_in_words, toggled
from wizards.steps.options import partner_name
from wizards.widgets.boxes import FlowLayout, column, row
from wizards.widgets.clipboard import copy_model
from wizards.widgets.signs import PartnerToken, letters_of
from wizards.widgets.text import Heading, Label, tooltip

__all__ = ["GainsMatrix", "GainsModel"]

_Index = QModelIndex | QPersistentModelIndex
_AGENDA: Path = ("opgave", "agenda")
_MOST_ROWS = 12
_MOST_IN_LEGEND = 12


class GainsModel(QAbstractTableModel):
    """Rows: points; columns: partners that take part."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.points: tuple[AgendaItem, ...] = ()
        self.partners: tuple[str, ...] = ()
        self.names: tuple[str, ...] = ()
        self.letters: tuple[str, ...] = ()

    def refresh(self) -> bool:
        """Read the dossier again; whether rows, columns or their words changed."""
        dossier = self._context.editor.dossier
        partners = tuple(partner.id for partner in dossier.partners.active)
        names = tuple(partner_name(dossier, partner) for partner in partners)
        points = dossier.opgave.agenda
        before = [(p.id, p.text) for p in self.points]
        if (partners, names) != (self.partners, self.names) or [(p.id, p.text) for p in points] != before:
            self.beginResetModel()
            self.points, self.partners, self.names, self.letters = points, partners, names, letters_of(names)
            self.endResetModel()
            return True
        if points != self.points:
            self.points = points
            self.dataChanged.emit(self.index(0, 0), self.index(len(points) - 1, len(partners) - 1))
        return False

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Points."""
        return 0 if parent.isValid() else len(self.points)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Partners."""
        return 0 if parent.isValid() else len(self.partners)

    def wins(self, index: _Index) -> bool:
        """Whether the partner of a cell wins by its point."""
        return self.partners[index.column()] in self.points[index.row()].partners

    def point_text(self, place: int) -> str:
        """The words of a point, in one line."""
        return " ".join(self.points[place].text.split()) or "Punt zonder tekst"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Letters above, points at the left."""
        above = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if above else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.letters[section] if above else self.point_text(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self.names[section] if above else self.point_text(section)
            return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell; the sign is drawn."""
        if not index.isValid():
            return None
        wins = self.wins(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return "ja" if wins else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.names[index.column()]}, {self.point_text(index.row())}: {'wint' if wins else 'nog niet'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{self.names[index.column()]}: {'wint hierbij' if wins else 'nog niet'}")
        return None

    def toggle(self, index: _Index) -> None:
        """Put the partner of a cell in its point, or out of it."""
        if index.isValid():
            point = self.points[index.row()]
            held = toggled(point.partners, self.partners[index.column()], self.partners)
            self._context.editor.put((*_AGENDA, point.id, "partners"), held)
            self.refresh()


class _Signs(QStyledItemDelegate):
    """A filled disc with a check where a partner wins, an open circle where not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model, look = index.model(), self._look
        if not isinstance(model, GainsModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, size = QRectF(option.rect), look.glyph(20)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(box, look.colour("select"))
        disc = QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)
        wins = model.wins(index)
        painter.setPen(QPen(look.colour("action" if wins else "edge"), 1.5))
        painter.setBrush(look.colour("action" if wins else "surface"))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if wins:
            tick = look.pixmap("check", size - 6, "on_action", painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(disc.left() + 3, disc.top() + 3), tick)
        painter.restore()


class _Matrix(QTableView):
    def __init__(self, look: Look, model: GainsModel) -> None:
        super().__init__()
        self._look, self._model, self._signs = look, model, _Signs(look)
        self.setModel(model)
        self.setItemDelegate(self._signs)
        self.setAccessibleName("Wie wint waarbij")
        self.setAccessibleDescription("Pijltjes gaan naar een andere cel. Spatie zet een partner erbij of eraf.")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            # The least size of Qt's headers would cut letters off at large text.
            header.setMinimumSectionSize(24)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        look.changed.connect(self.fit)

    def fit(self) -> None:
        """Make rows and columns as large as their words need."""
        look, model = self._look, self._model
        self.verticalHeader().setFont(look.font(TypeRole.BODY))
        self.horizontalHeader().setFont(look.font(TypeRole.CAPTION_BOLD))
        self.verticalHeader().setDefaultSectionSize(look.control_height)
        for place in range(model.columnCount()):
            letters = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(model.letters[place])
            self.setColumnWidth(place, max(look.glyph(40), round(letters) + look.space(22)))
        texts = [look.metrics().horizontalAdvance(model.point_text(row)) for row in range(model.rowCount())]
        room = max(self.width() // 2, 160)
        self.verticalHeader().setFixedWidth(min(round(max(texts, default=60.0)) + look.space(26), room))
        self.updateGeometry()

    def resizeEvent(self, event: Any) -> None:
        """The words of the points take at most half."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """All rows, up to a number of them."""
        rows = min(self._model.rowCount(), _MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        wide = self.horizontalHeader().length() + self.verticalHeader().width() > self.width()
        return QSize(320, self.horizontalHeader().sizeHint().height() + rows + (18 if wide else 4))

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter turn a cell; Copy takes the whole table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_model(self._model)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._model.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click turns a cell."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._model.toggle(self.indexAt(event.position().toPoint()))

    def focusInEvent(self, event: Any) -> None:
        """There is a cell to begin with."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def viewportEvent(self, event: QEvent) -> bool:
        """A wheel over the matrix scrolls the page."""
        if event.type() == QEvent.Type.Wheel and not self.verticalScrollBar().maximum():
            event.ignore()
            return False
        return bool(super().viewportEvent(event))


class GainsMatrix(QWidget):
    """Title, legend of the letters, matrix and what it says. Hidden while there is no point or no partner."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        layout = column(look.space(8))
        self.setLayout(layout)
        layout.addWidget(Heading(look, "Wie wint waarbij", 3))
        self._legend = FlowLayout(look.space(12))
        layout.addLayout(self._legend)
        self.model = GainsModel(context)
        self.table = _Matrix(look, self.model)
        layout.addWidget(self.table)
        self.here = Label(look, "", TypeRole.CAPTION, "ink2")
        layout.addWidget(self.here)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._say_where())
        self.words = Label(look)
        layout.addWidget(self.words)
        self._seated: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        if self.model.refresh():
            self.table.fit()
        self.setVisible(bool(self.model.points and self.model.partners))
        self.words.setText(" ".join(overlap_in_words(self._context.editor.dossier)))
        self.words.setVisible(bool(self.words.text()))
        self._say_where()
        names = self.model.names if len(self.model.names) <= _MOST_IN_LEGEND else ()
        if names != self._seated:
            self._seated = names
            self._fill_legend(names)

    def _say_where(self) -> None:
        """With more partners than a legend can hold, the words of the cell stand below the matrix."""
        cell = self.table.currentIndex()
        many = len(self.model.partners) > _MOST_IN_LEGEND
        self.here.setVisible(many)
        if many:
            said = str(cell.data(Qt.ItemDataRole.AccessibleTextRole)) if cell.isValid() else ""
            self.here.setText(said or "Kies een cel om te zien van welke partner die is.")

    def reveal(self, point: str) -> bool:
        """Put the focus on the row of a point; whether it is there."""
        for place, item in enumerate(self.model.points):
            if item.id == point and self.model.partners:
                self.table.setCurrentIndex(self.model.index(place, 0))
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _fill_legend(self, names: tuple[str, ...]) -> None:
        look = self._context.look
        while self._legend.count():
            if (old := self._legend.takeAt(0).widget()) is not None:
                old.hide()
                old.deleteLater()
        for letters, name in zip(letters_of(names), names, strict=True):
            holder, line = QWidget(), row(look.space(6))
            holder.setLayout(line)
            line.addWidget(PartnerToken(look, letters, name, 26))
            line.addWidget(Label(look, name if len(name) <= 40 else name[:39] + "…", colour="ink2", wrap=False))
            self._legend.addWidget(holder)
