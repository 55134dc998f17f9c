"""Cards, rules and layouts that all pages are made of."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from wizards.look.look import Look

__all__ = ["Card", "FlowLayout", "Rule", "arm_path", "column", "row"]


def arm_path(box: QRectF, point: float = 0.42, radius: float = 4.0) -> QPainterPath:
    """The arm of a signpost: a bar whose right end points; ``point`` is its length as a part of the height."""
    tip = box.right() - box.height() * point
    left, top, bottom = box.left(), box.top(), box.bottom()
    path = QPainterPath()
    path.moveTo(left + radius, top)
    path.lineTo(tip, top)
    path.lineTo(box.right(), box.center().y())
    path.lineTo(tip, bottom)
    path.lineTo(left + radius, bottom)
    path.quadTo(left, bottom, left, bottom - radius)
    path.lineTo(left, top + radius)
    path.quadTo(left, top, left + radius, top)
    return path


def column(spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout without hidden margins."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def row(spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout without hidden margins."""
    layout = QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


class Card(QFrame):
    """A rounded plane. ``fill`` and ``border``: roles of colour; ``bar``: role of a 4 px bar at the left."""

    def __init__(
        self,
        look: Look,
        *,
        fill: str = "surface",
        border: str | None = "line",
        bar: str | None = None,
        padding: int = 20,
        spacing: int = 12,
        border_width: float = 1.0,
    ) -> None:
        super().__init__()
        self._look, self._fill, self._border, self._bar, self._width = look, fill, border, bar, border_width
        side = look.space(padding)
        self.body = column(look.space(spacing), (side, side, side, side))
        self.setLayout(self.body)
        look.changed.connect(self.update)

    def dress(self, *, fill: str | None = None, border: str | None = None, border_width: float = 1.0) -> None:
        """Take other colours."""
        self._fill, self._border, self._width = fill or self._fill, border or self._border, border_width
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the plane."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self._look.colour(self._border), self._width) if self._border else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._fill))
        painter.drawRoundedRect(box, 8, 8)
        if self._bar:
            clip = QPainterPath()
            clip.addRoundedRect(box, 8, 8)
            painter.setClipPath(clip)
            painter.fillRect(QRectF(0, 0, 4, self.height()), self._look.colour(self._bar))


class Rule(QWidget):
    """A hairline."""

    def __init__(self, look: Look, role: str = "line") -> None:
        super().__init__()
        self._look, self._role = look, role
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self._look.colour(self._role))


class FlowLayout(QLayout):
    """Puts widgets in a row and goes on at the next line when the row is full.

    ``centred``: in the middle of their line, for labels beside controls; ``bottom``: at its foot, for questions
    beside each other, so that what one fills in is level; else at its top.
    """

    def __init__(self, spacing: int = 8, *, centred: bool = False, bottom: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._share = 0.5 if centred else 1.0 if bottom else 0.0
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item at ``index``, None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Take out the item at ``index``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no extra room."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at ``width``."""
        if width not in self._heights:
            self._heights[width] = self._arranged(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has another size: measure again."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, box: QRect) -> None:
        """Place the items."""
        super().setGeometry(box)
        self._arranged(box, move=True)

    def sizeHint(self) -> QSize:
        """All items in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arranged(self, box: QRect, *, move: bool) -> int:
        x, y, line = box.x(), box.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(box.width(), item.minimumSize().width()), 16_777_215))
            if x > box.x() and x + size.width() > box.right() + 1:
                self._put(placed, line, move=move)
                x, y, line, placed = box.x(), y + line + self.spacing(), 0, []
            height = item.heightForWidth(size.width()) if item.hasHeightForWidth() else size.height()
            placed.append((item, QRect(QPoint(x, y), QSize(size.width(), height))))
            x, line = x + size.width() + self.spacing(), max(line, height)
        self._put(placed, line, move=move)
        return y + line - box.y()

    def _put(self, placed: list[tuple[QLayoutItem, QRect]], line: int, *, move: bool) -> None:
        for item, where in placed if move else ():
            down = int((line - where.height()) * self._share)
            item.setGeometry(where.translated(0, down))
