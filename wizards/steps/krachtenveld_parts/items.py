"""A figure of which the parts can be chosen and moved: a list to Qt and to assistive technology, a picture to the eye.

The list view gives keyboard search, accessible children and the announcements of Qt for free; only where the items
stand and how they look comes from the figure. Figures are made when dossier, width or look change, never while
painting.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QSizePolicy

from models.dossier.explore import Stakeholder
from models.figures.figure import Figure
from models.figures.metrics import BODY
from wizards.context import Context
from wizards.look.look import FAMILY
from wizards.look.painting import paint_figure
from wizards.steps.krachtenveld_parts.people import Direction, People, nearest
from wizards.widgets.figure_view import figure_colours

__all__ = ["FigureItems"]

_Index = QModelIndex | QPersistentModelIndex
_ARROWS: Mapping[int, Direction] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _scaled(box: QRectF, scale: float) -> QRectF:
    return QRectF(box.topLeft() * scale, box.size() * scale)


class FigureItems(QListView):
    """Base of the map and the rings.

    ``chosen``: a person chose another item, by its key. ``moved``: a person wants the chosen item elsewhere: steps to
    the right and up, and whether they are small. ``dropped``: a person dropped it at a point, in units of the figure.
    """

    chosen = Signal(str)
    moved = Signal(int, int, bool)
    dropped = Signal(float, float)

    def __init__(self, context: Context, name: str, spoken: Callable[[Stakeholder], str]) -> None:
        super().__init__()
        self.context = context
        self.people = People(spoken)
        self.figure: Figure | None = None
        self._boxes: dict[str, QRectF] = {}
        self._key, self._scale = "", 1.0
        self._picture = QPixmap()
        self._pressed: QPointF | None = None
        self._ghost: QPointF | None = None
        self.setModel(self.people)
        self.setAccessibleName(name)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { border: 0; background: transparent; }")
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        size.setHeightForWidth(True)
        self.setSizePolicy(size)
        context.look.changed.connect(self._dress)

    # --- for the page

    @property
    def current(self) -> str | None:
        """The key of the chosen item."""
        return self._key or None

    def choose(self, key: str | None) -> None:
        """Show an item as chosen, without telling anybody."""
        if (key or "") != self._key:
            self._key = key or ""
            self.refresh()

    def refresh(self) -> None:
        """Lay the figure out again for what the dossier holds now."""
        scale = self._text_scale
        width, height = self._units(max(self.width(), 40))
        self._scale = min(scale, max(self.width(), 1) / max(width, 1))
        rows, boxes, figure = self.laid_out(width, height, self.current)
        self.people.take(rows)
        self.figure = figure
        self._boxes = {k: _scaled(box, self._scale) for k, box in boxes.items()}
        self.setAccessibleDescription(figure.alt)
        self._show_current()
        self._picture = QPixmap()
        self.viewport().update()

    def box_of(self, key: str) -> QRectF | None:
        """Where an item stands, in pixels."""
        return self._boxes.get(key)

    @abstractmethod
    def laid_out(
        self, width: float, height: float, chosen: str | None
    ) -> tuple[tuple[Stakeholder, ...], Mapping[str, QRectF], Figure]:
        """Who stand in a figure of this size, where, and the figure itself; all in units of the figure."""

    @abstractmethod
    def paint_drag(self, painter: QPainter, at: QPointF) -> None:
        """Draw the chosen item under the pointer while it is dragged."""

    # --- geometry

    @property
    def _text_scale(self) -> float:
        return QFontInfo(self.context.look.font()).pixelSize() / BODY

    def _units(self, width: int) -> tuple[float, float]:
        """Width and height of the figure for this many pixels."""
        across = max(width / self._text_scale, 270.0)
        return across, min(max(0.72 * across, 250.0), 430.0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the figure."""
        across, down = self._units(max(width, 40))
        return round(down * min(self._text_scale, width / across)) + 1

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """It may shrink."""
        return QSize(240, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()

    def _dress(self) -> None:
        self.updateGeometry()
        self.refresh()

    # --- the list underneath

    def _show_current(self) -> None:
        rows = {one.id: row for row, one in enumerate(self.people.rows)}
        if self._key in rows:
            index = self.people.index(rows[self._key])
            if index != self.currentIndex():
                self.setCurrentIndex(index)
        else:
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)

    def doItemsLayout(self) -> None:
        """Nothing: the figure lays the items out."""

    def visualRect(self, index: _Index) -> QRect:
        """Where an item stands."""
        if not 0 <= index.row() < len(self.people.rows):
            return QRect()
        box = self._boxes.get(self.people.rows[index.row()].id)
        return box.toRect() if box is not None else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item at a point."""
        key = self.key_at(QPointF(point))
        row = next((row for row, one in enumerate(self.people.rows) if one.id == key), None)
        return QModelIndex() if row is None else self.people.index(row)

    def scrollTo(
        self,
        index: _Index,
        hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible,
    ) -> None:
        """Nothing: everything can be seen."""

    def moveCursor(self, _action: QListView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the focus goes when it comes in: to the chosen one, else to the first."""
        here = self.currentIndex()
        return here if here.isValid() else self.people.index(0)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Follow keyboard search, which chooses by itself."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self._take(self.people.rows[current.row()].id)

    # --- pointing

    def key_at(self, point: QPointF) -> str | None:
        """The item whose middle is nearest to a point on it; of several on one plate the chosen one."""
        there = [(key, box) for key, box in self._boxes.items() if box.adjusted(-3, -3, 3, 3).contains(point)]
        best = min(there, key=lambda item: (item[1].center() - point).manhattanLength(), default=None)
        if best is None:
            return None
        return self._key if self._boxes.get(self._key) == best[1] else best[0]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        key = self.key_at(event.position())
        if key is not None:
            self._pressed = event.position()
            self._take(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the item along, once the pointer went far enough to mean it."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.key_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._ghost is not None or far >= QApplication.startDragDistance():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._ghost = event.position()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        ghost, self._ghost, self._pressed = self._ghost, None, None
        self.viewport().unsetCursor()
        if ghost is not None and event.button() is Qt.MouseButton.LeftButton:
            self.dropped.emit(event.position().x() / self._scale, event.position().y() / self._scale)
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The same as a click."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a neighbour, with Ctrl or Alt they move; Home, End, Page up and down go through all."""
        arrow = _ARROWS.get(event.key())
        if event.key() == Qt.Key.Key_Escape and self._ghost is not None:
            self._ghost = self._pressed = None
            self.viewport().update()
        elif arrow is not None and event.modifiers() & _MOVING:
            if self._key:
                self.moved.emit(*arrow, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif arrow is not None:
            self._go(arrow)
        elif not self._goes_through(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _go(self, arrow: Direction) -> None:
        if self._key not in self._boxes:
            self._take_row(0)
            return
        key = nearest(self._boxes, self._key, arrow)
        if key is not None:
            self._take(key)

    def _goes_through(self, key: Qt.Key) -> bool:
        keys = [one.id for one in self.people.rows]
        here = keys.index(self._key) if self._key in keys else -1
        places = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(keys) - 1,
            Qt.Key.Key_PageDown: min(here + 1, len(keys) - 1),
            Qt.Key.Key_PageUp: max(here - 1, 0),
        }
        if key not in places:
            return False
        self._take_row(places[key])
        return True

    def _take_row(self, row: int) -> None:
        if 0 <= row < len(self.people.rows):
            self._take(self.people.rows[row].id)

    def _take(self, key: str) -> None:
        if key != self._key:
            self.choose(key)
            self.chosen.emit(key)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture that was made before, and what is dragged over it."""
        if self._picture.isNull():
            self._picture = self._painted()
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        if self._ghost is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_drag(painter, self._ghost)

    def _painted(self) -> QPixmap:
        ratio, figure = self.devicePixelRatioF(), self.figure
        size = QSizeF(figure.width, figure.height) * self._scale if figure is not None else QSizeF(1, 1)
        picture = QPixmap((size * ratio).toSize().expandedTo(QSize(1, 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.context.look.colour("surface"))
        if figure is not None:
            painter = QPainter(picture)
            painter.scale(self._scale, self._scale)
            paint_figure(painter, figure, figure_colours(self.context.look), FAMILY)
            painter.end()
        return picture

    def units(self) -> tuple[float, float]:
        """Width and height of the figure as it is laid out now."""
        return self._units(max(self.width(), 40))

    @property
    def scale_now(self) -> float:
        """Pixels for one unit of the figure."""
        return self._scale
