"""The controls over the pages: as high as they need, and where that would leave the pages no room, they scroll."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

__all__ = ["Controls"]

_SHARE = 0.55
"""Of the height of the preview, at most."""


class _Inside(QWidget):
    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(240, 0)


class Controls(QScrollArea):
    """Holds ``rows``; ``over`` is the preview of which they take a share."""

    def __init__(self, rows: QBoxLayout, over: QWidget) -> None:
        super().__init__()
        self._over = over
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = _Inside()
        self._inside.setLayout(rows)
        self.setWidget(self._inside)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        self._inside.installEventFilter(self)

    def fit(self) -> None:
        """Be as high as the rows are at this width."""
        layout = self._inside.layout()
        assert layout is not None
        wanted = layout.totalHeightForWidth(self.viewport().width())
        self._inside.setMinimumHeight(wanted)
        most = max(80, round(self._over.height() * _SHARE))
        self.setFixedHeight(min(wanted, most))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Words changed, or something came or went."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()
