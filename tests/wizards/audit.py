"""What every screen must hold to: names for controls, targets, plain text, nothing cut off (ux.md section 8)."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Every control that Tab can reach."""
    for widget in root.findChildren(QWidget):
        inside_spin = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        if widget.isVisibleTo(root) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside_spin:
            yield widget


def described(widget: QWidget) -> str:
    """A control in words, for a failing test."""
    return f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def unnamed(root: QWidget) -> list[str]:
    """Controls without a name for assistive technology; a combo box needs a label or an accessible name of its own."""
    found = []
    for widget in controls(root):
        if isinstance(widget, QAbstractScrollArea) and not widget.accessibleName() and _only_scrolls(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if isinstance(widget, QComboBox):
            labels = interface.relations(QAccessible.RelationFlag.Label) if interface is not None else []
            name = widget.accessibleName() if widget.accessibleName() and labels else ""
        if not name.strip():
            found.append(described(widget))
    return found


def _only_scrolls(widget: QAbstractScrollArea) -> bool:
    return type(widget).__name__ == "QScrollArea"


def small_targets(root: QWidget, least: int = 24) -> list[str]:
    """Controls that a pointer can hardly hit (WCAG 2.5.8)."""
    found = []
    for widget in controls(root):
        if isinstance(widget, (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)):
            size = widget.size()
            if min(size.width(), size.height()) < least:
                found.append(f"{described(widget)} {size.width()}x{size.height()} {widget.accessibleName()}")
    return found


def rich_labels(root: QWidget) -> list[str]:
    """Labels that would read tags or draw local images."""
    return [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
    ]


def cut_off(root: QWidget) -> list[str]:
    """Labels whose words do not fit in the room that they got, and controls outside their parent."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisibleTo(root) or not label.text():
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + 2:
                found.append(f"hoogte {label.height()} < {needed}: {label.text()[:60]}")
        elif label.sizeHint().width() > label.width() + 2:
            found.append(f"breedte {label.width()} < {label.sizeHint().width()}: {label.text()[:60]}")
    return found


def overlapping(root: QWidget) -> list[str]:
    """Labels and controls that are drawn over each other inside one parent."""
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        children = [
            child
            for child in parent.children()
            if isinstance(child, (QLabel, QAbstractButton, QLineEdit, QComboBox)) and child.isVisibleTo(root)
        ]
        for index, one in enumerate(children):
            for other in children[index + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > 2 and both.height() > 2 and _says(one) and _says(other):
                    found.append(f"{_says(one)[:40]!r} over {_says(other)[:40]!r}")
    return found


def _says(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else widget.accessibleName()
