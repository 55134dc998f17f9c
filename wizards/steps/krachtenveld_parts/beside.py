"""A picture with its card: beside each other where there is room, else the card below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from wizards.look.look import Look

__all__ = ["Beside"]

_WIDE = 800


class Beside(QWidget):
    """``first`` takes two thirds, ``second`` one third."""

    def __init__(self, look: Look, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._look = look
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(look.space(14))
        self._sides.addWidget(first, 2, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(second, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the width asks for it."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.glyph(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != direction:
            self._sides.setDirection(direction)
