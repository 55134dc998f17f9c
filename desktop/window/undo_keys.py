"""One history of undo: the text fields' own Ctrl+Z gives way to that of the dossier."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

__all__ = ["UndoKeys"]

_WRITING = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Watches the text field that has the focus in ``window``.

    A text field claims Ctrl+Z before any shortcut can have it (ShortcutOverride). Refused that, Qt gives the keys to
    the window's shortcut. Only the field in focus is watched: a filter on the whole program would see each event.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if isinstance(new, _WRITING) and new.window() is self.parent():
            new.installEventFilter(self)
            self._watched = new
            if isinstance(new, QPlainTextEdit):
                new.setUndoRedoEnabled(False)  # its own menu then offers no second history

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the field its own undo and redo."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
