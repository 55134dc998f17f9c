"""Widgets beside each other where there is room, below each other where there is not."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from wizards.look.look import Look

__all__ = ["Columns"]


class Columns(QWidget):
    """As many equal columns as fit. ``narrowest``: width of a column in pixels at zoom 1; ``most``: never more."""

    def __init__(self, look: Look, *, narrowest: int = 300, most: int = 3, spacing: int = 16) -> None:
        super().__init__()
        self._layout = _ColumnsLayout(look, narrowest, most, spacing)
        self._widgets: list[QWidget] = []
        self.setLayout(self._layout)
        look.changed.connect(self._layout.invalidate)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._widgets.append(widget)
        self._layout.addWidget(widget)

    def keep(self, wanted: set[QWidget]) -> None:
        """Show only these of the widgets, close together."""
        for widget in self._widgets:
            widget.setVisible(widget in wanted)

    def order(self, widgets: tuple[QWidget, ...]) -> None:
        """Put the widgets in another order."""
        if list(widgets) != self._widgets:
            self._widgets = list(widgets)
            self._layout.sort([id(widget) for widget in widgets])


class _ColumnsLayout(QLayout):
    """Rows of equal columns; a row is as high as its highest. The number of columns follows from the width alone."""

    def __init__(self, look: Look, narrowest: int, most: int, spacing: int) -> None:
        super().__init__()
        self._look, self._narrowest, self._most, self._gap = look, narrowest, most, spacing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def sort(self, wanted: list[int]) -> None:
        """Take the order of these widgets, by identity; what is not named comes last."""
        place = {key: index for index, key in enumerate(wanted)}
        self._items.sort(key=lambda item: place.get(id(item.widget()), len(place)))
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arranged(box, move=True)

    def sizeHint(self) -> QSize:
        width = (self._look.glyph(self._narrowest) + self._across) * self._most
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    @property
    def _across(self) -> int:
        return self._look.space(self._gap + 8)

    def _arranged(self, box: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        across, down = self._across, self._look.space(self._gap)
        fit = (box.width() + across) // (self._look.glyph(self._narrowest) + across)
        count = max(1, min(fit, self._most, len(shown)))
        width = (box.width() - across * (count - 1)) // count
        top = box.y()
        for start in range(0, len(shown), count):
            line = shown[start : start + count]
            heights = [i.heightForWidth(width) if i.hasHeightForWidth() else i.sizeHint().height() for i in line]
            if move:
                for place, (item, height) in enumerate(zip(line, heights, strict=True)):
                    item.setGeometry(QRect(box.x() + place * (width + across), top, width, height))
            top += max(heights) + down
        return top - down - box.y()
