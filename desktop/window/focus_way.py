"""F6: the focus goes round the parts of the window, each time to where it was in that part."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from wizards.widgets.buttons import focus_first

__all__ = ["FocusWay"]


class FocusWay(QObject):
    """Knows the parts of ``window`` by asking ``zones`` each time; parts that are not shown are passed over."""

    def __init__(self, window: QWidget, zones: Callable[[], tuple[QWidget, ...]]) -> None:
        super().__init__(window)
        self._zones = zones
        self._last: dict[int, ref[QWidget]] = {}

    def go(self, by: int) -> None:
        """To the next part (1) or the one before (-1)."""
        zones = [zone for zone in self._zones() if isValid(zone) and zone.isVisible()]
        if not zones:
            return
        focus = QApplication.focusWidget()
        here = next((i for i, zone in enumerate(zones) if focus is not None and _inside(zone, focus)), -1)
        if here >= 0 and focus is not None:
            self._last[id(zones[here])] = ref(focus)
        for offset in range(1, len(zones) + 1):
            if self._enter(zones[(here + by * offset) % len(zones)]):
                return

    def _enter(self, zone: QWidget) -> bool:
        kept = self._last.get(id(zone))
        widget = kept() if kept is not None else None
        if widget is not None and isValid(widget) and widget.isVisible() and _inside(zone, widget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_first(zone)
        focus = QApplication.focusWidget()
        return focus is not None and _inside(zone, focus)


def _inside(zone: QWidget, widget: QWidget) -> bool:
    return zone is widget or zone.isAncestorOf(widget)
