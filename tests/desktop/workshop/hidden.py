"""Everything that a widget tells: on screen, to assistive technology, in its models."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_ROLES = (*range(14), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 6))


def texts_of(root: QWidget) -> list[str]:
    """Every text of ``root`` and what is in it, hidden parts too."""
    found: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        found += _own(widget)
        found += _accessible(widget)
    return [text for text in found if text]


def _own(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.statusTip())
    yield from (widget.whatsThis(), widget.windowTitle(), widget.objectName())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QAbstractButton) and widget.isChecked():
        yield f"{widget.text()} aan"
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText(), f"ongedaan: {widget.isUndoAvailable()}")
    if isinstance(widget, QPlainTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText(), f"ongedaan: {widget.document().isUndoAvailable()}")
    if isinstance(widget, QComboBox):
        yield widget.currentText()
    if isinstance(widget, (QAbstractItemView, QComboBox)) and widget.model() is not None:
        yield from _model(widget.model())


def _model(model: QAbstractItemModel) -> Iterator[str]:
    # A list from Python answers how many columns it has to Qt only.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            told = (index.data(role) for role in _ROLES)
            yield from (str(one) for one in told if isinstance(one, (str, bool, int, Qt.CheckState)))
    for place in range(columns):
        yield str(model.headerData(place, Qt.Orientation.Horizontal))


def _accessible(widget: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield interface.text(kind)
