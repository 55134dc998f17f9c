"""The order of Tab: as one reads. Qt's own is the order in which controls were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

__all__ = ["put_in_reading_order", "reading_order"]

_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)
"""The policies of what Tab reaches: to look one up takes a tenth of the time of comparing bits."""


def reading_order(root: QWidget) -> Iterator[QWidget]:
    """The controls inside ``root`` that Tab can reach, in the order of the layouts."""
    found: list[QWidget] = []
    _inside(root, found)
    return iter(found)


def put_in_reading_order(root: QWidget, known: tuple[QWidget, ...] = ()) -> tuple[QWidget, ...]:
    """Make Tab go through ``root`` in reading order.

    ``known``: what this function gave the last time; nothing happens while that still holds.
    """
    wanted = tuple(reading_order(root))
    if wanted != known:
        for one, other in pairwise(wanted):
            QWidget.setTabOrder(one, other)
    return wanted


# One list goes along: a page of a thousand widgets is walked after each change.


def _inside(root: QWidget, found: list[QWidget]) -> None:
    layout = root.layout()
    if layout is not None:
        _of_layout(layout, found)
        return
    for child in root.children():
        if isinstance(child, QWidget):
            _of_widget(child, found)


def _of_layout(layout: QLayout, found: list[QWidget]) -> None:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            _of_widget(widget, found)
            continue
        inner = item.layout()
        if inner is not None:
            _of_layout(inner, found)


def _of_widget(widget: QWidget, found: list[QWidget]) -> None:
    # A field, a list or a table is one stop; what it is made of inside is its own business.
    if widget.focusPolicy() in _BY_TAB:
        found.append(widget)
    else:
        _inside(widget, found)
