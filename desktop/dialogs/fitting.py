"""A dialog as high as its words: Qt would cut off a long text, or make room for one as in a narrow column."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from desktop.dialogs.base import Dialog

__all__ = ["FittingDialog"]


_AROUND = 40
"""Pixels of the screen for the frame of the window."""


class FittingDialog(Dialog):
    """Qt makes a dialog at most two thirds of the screen high, and at least as high as its narrowest texts ask for.

    This one follows from its width, when it is shown and with each change of the look.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words."""
        super().showEvent(event)
        self._fit()
        self.look.changed.connect(self._fit_soon)

    def _fit_soon(self) -> None:
        # First every text takes its new size.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        room = self.screen().availableGeometry().height() - _AROUND
        least = layout.totalMinimumHeightForWidth(self.width())
        self.setMinimumHeight(min(least, room))
        self.resize(self.width(), max(self.minimumHeight(), min(layout.totalHeightForWidth(self.width()), room)))
