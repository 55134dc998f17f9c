"""Tab goes in reading order. Qt goes in the order in which controls were made, which here is not the same: pages are
made when first shown, lists grow, and what stands beside a page is made before it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

__all__ = ["HOLDS_FOCUS", "next_control", "reading_order", "show_in_scrollers"]

HOLDS_FOCUS = "holds_focus"
"""Property of a widget that Tab does not leave, such as a sheet over the page."""

_Boxed = tuple[QWidget, tuple[int, int, int, int]]


def reading_order(root: QWidget) -> list[QWidget]:
    """The controls inside ``root`` that Tab can reach, as they stand on screen."""
    return [widget for widget in _walk(root) if _takes_tab(widget)]


def next_control(here: QWidget | None, window: QWidget, *, forward: bool) -> QWidget | None:
    """The control after or before ``here``; at an end it goes round. None where there is nothing to go to."""
    root = _holder(here, window)
    order = [w for w in reading_order(root) if w.isVisible() and w.isEnabled()]
    if not order:
        return None
    if here in order:
        return order[(order.index(here) + (1 if forward else -1)) % len(order)]
    if here is None or not root.isAncestorOf(here):
        return order[0 if forward else -1]
    # A heading, or the inside of a control: go on from where it stands.
    every = list(_walk(root))
    place = every.index(here) if here in every else next((i for i, w in enumerate(every) if w.isAncestorOf(here)), 0)
    places = [(every.index(w), w) for w in order]
    if forward:
        return next((w for at, w in places if at > place), order[0])
    return next((w for at, w in reversed(places) if at < place and not w.isAncestorOf(here)), order[-1])


def show_in_scrollers(widget: QWidget) -> None:
    """Scroll everything around ``widget`` so that it can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 24, 40)
        parent = parent.parentWidget()


def _holder(here: QWidget | None, window: QWidget) -> QWidget:
    widget = here
    while widget is not None and widget is not window:
        if widget.property(HOLDS_FOCUS):
            return widget
        widget = widget.parentWidget()
    return window


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _walk(root: QWidget) -> Iterator[QWidget]:
    """``root``'s descendants that are shown, as one reads them."""
    shown = [c for c in root.children() if isinstance(c, QWidget) and not c.isHidden() and not c.isWindow()]
    for child in _read([(child, (child.x(), child.y(), child.width(), child.height())) for child in shown]):
        yield child
        yield from _walk(child)


def _read(boxes: list[_Boxed]) -> list[QWidget]:
    """Cut between rows first, then between columns, as deep as it goes (an XY cut)."""
    if len(boxes) < 2:
        return [widget for widget, _ in boxes]
    for axis in (1, 0):
        parts = _cut(boxes, axis)
        if len(parts) > 1:
            return [widget for part in parts for widget in _read(part)]
    return [widget for widget, _ in sorted(boxes, key=lambda boxed: (boxed[1][1], boxed[1][0]))]


def _cut(boxes: list[_Boxed], axis: int) -> list[list[_Boxed]]:
    """The groups with an empty strip between them, along ``axis`` (0: columns, 1: rows)."""
    parts: list[list[_Boxed]] = []
    end = None
    for boxed in sorted(boxes, key=lambda boxed: boxed[1][axis]):
        start, size = boxed[1][axis], boxed[1][axis + 2]
        if end is None or start >= end:
            parts.append([])
        parts[-1].append(boxed)
        end = max(end if end is not None else start, start + size)
    return parts
