"""Widgets beside each other where there is room, below each other where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from wizards.look.look import Look

__all__ = ["Columns"]


class Columns(QWidget):
    """As many equal columns as fit. ``narrowest``: width of a column in pixels at zoom 1; ``most``: never more."""

    def __init__(self, look: Look, *, narrowest: int = 300, most: int = 3, spacing: int = 16) -> None:
        super().__init__()
        self._look, self._narrowest, self._most = look, narrowest, most
        self._widgets: list[QWidget] = []
        self._kept: set[QWidget] = set()
        self._count = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space(spacing + 8))
        self._grid.setVerticalSpacing(look.space(spacing))
        self.setLayout(self._grid)
        look.changed.connect(self._arrange)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._widgets.append(widget)
        self._kept.add(widget)
        self._arrange(anew=True)

    def keep(self, wanted: set[QWidget]) -> None:
        """Show only these of the widgets, close together."""
        if wanted != self._kept:
            self._kept = set(wanted)
            for widget in self._widgets:
                widget.setVisible(widget in wanted)
            self._arrange(anew=True)

    def order(self, widgets: tuple[QWidget, ...]) -> None:
        """Put the widgets in another order."""
        if list(widgets) != self._widgets:
            self._widgets = list(widgets)
            self._arrange(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more or fewer columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, anew: bool = False) -> None:
        fit = max(1, self.width() // self._look.glyph(self._narrowest))
        count = min(fit, self._most, max(1, len(self._kept)))
        if count == self._count and not anew:
            return
        for place in range(self._count):
            self._grid.setColumnStretch(place, 0)
        self._count = count
        for widget in self._widgets:
            self._grid.removeWidget(widget)
        for index, widget in enumerate(w for w in self._widgets if w in self._kept):
            self._grid.addWidget(widget, index // count, index % count, Qt.AlignmentFlag.AlignTop)
        for place in range(count):
            self._grid.setColumnStretch(place, 1)
