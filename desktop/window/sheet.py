"""The folded panel as a sheet over the page."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.window.reading_order import HOLDS_FOCUS
from wizards.look.look import Look
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind

__all__ = ["Sheet"]


class Sheet(QWidget):
    """Covers ``over`` with a scrim, and holds a panel above it until closed. Tab stays inside."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self._panel: QWidget | None = None
        self._before: QWidget | None = None
        self.setAccessibleName("Advies")
        self.setProperty(HOLDS_FOCUS, True)
        self._box = QWidget()
        self._inside = column()
        self._box.setLayout(self._inside)
        self.shut = Button(look, "Sluiten", ButtonKind.DEEP, icon="chevron-down")
        self.shut.clicked.connect(lambda *_: self.close_panel())
        top = row(0, (look.space(16), look.space(8), look.space(16), look.space(8)))
        top.addStretch(1)
        top.addWidget(self.shut)
        self._top = QWidget()
        self._top.setLayout(top)
        layout = column(0, (look.space(64), look.space(40), look.space(64), 0))
        layout.addWidget(self._top)
        layout.addWidget(self._box, 1)
        self.setLayout(layout)
        over.installEventFilter(self)
        self.hide()

    @property
    def panel(self) -> QWidget | None:
        """What it shows now."""
        return self._panel

    def open_panel(self, panel: QWidget) -> None:
        """Show ``panel``."""
        self._before = self.window().focusWidget()
        self._panel = panel
        panel.setMinimumWidth(0)
        panel.setMaximumWidth(16777215)
        self._inside.addWidget(panel)
        panel.show()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.shut.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> QWidget | None:
        """Put it away; gives the panel back."""
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.hide()
            self._inside.removeWidget(panel)
            panel.setParent(None)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None
        return panel

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it covers."""
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Scrim and plane."""
        painter = QPainter(self)
        scrim = QColor(self._look.colour("on_pointer"))
        scrim.setAlphaF(0.6)
        painter.fillRect(self.rect(), scrim)
        painter.fillRect(self._box.geometry().united(self._top.geometry()), self._look.colour("wash"))
        painter.fillRect(self._top.geometry(), self._look.colour("deep"))
