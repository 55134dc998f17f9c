"""The order of Tab: as one reads. Qt's own is the order in which controls were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

__all__ = ["put_in_reading_order", "reading_order"]


def reading_order(root: QWidget) -> Iterator[QWidget]:
    """The controls inside ``root`` that Tab can reach, in the order of the layouts."""
    layout = root.layout()
    if layout is not None:
        yield from _of_layout(layout)
        return
    for child in root.children():
        if isinstance(child, QWidget):
            yield from _of_widget(child)


def put_in_reading_order(root: QWidget, known: tuple[QWidget, ...] = ()) -> tuple[QWidget, ...]:
    """Make Tab go through ``root`` in reading order.

    ``known``: what this function gave the last time; nothing happens while that still holds.
    """
    wanted = tuple(reading_order(root))
    if wanted != known:
        for one, other in pairwise(wanted):
            QWidget.setTabOrder(one, other)
    return wanted


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield from _of_widget(widget)


def _of_widget(widget: QWidget) -> Iterator[QWidget]:
    # A field, a list or a table is one stop; what it is made of inside is its own business.
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    else:
        yield from reading_order(widget)
