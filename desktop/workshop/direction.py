"""What the room sees, kept up to date: a page is made anew whenever the werksessie or the dossier changes."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.editor import DossierEditor
from desktop.workshop.desk import WorkshopDesk
from models.workshop.pages import Page

__all__ = ["Direction", "PageMaker", "PageTarget"]

PageMaker = Callable[[], Page | None]
"""Makes the page from what there is now; None: there is nothing to show any more, and the page before it stays."""

_TICK_MS = 250


class PageTarget(Protocol):
    """What shows the page, such as :class:`desktop.workshop.beamer.Beamer`."""

    def show_page(self, page: Page) -> None:
        """Show another page."""

    def show_clock(self, text: str) -> None:
        """Show what the clock says; empty: no clock."""


class Direction(QObject):
    """Hands the page of the moment to the beamer. ``changed``: :attr:`name` is another; ``ticked``: once a second.

    ``clock_words``: says seconds as words, such as "4:12".
    """

    changed = Signal()
    ticked = Signal()

    def __init__(
        self,
        desk: WorkshopDesk,
        editor: DossierEditor,
        target: PageTarget,
        clock_words: Callable[[int], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._target, self._clock_words = desk, target, clock_words
        self._make: PageMaker = lambda: None
        self._name, self._last = "", ""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        desk.changed.connect(self.refresh)
        desk.effect_changed.connect(self.refresh)
        editor.changed.connect(self.refresh)
        self._watch_clock()

    @property
    def name(self) -> str:
        """What the room sees, in a few Dutch words; empty before the first page."""
        return self._name

    @property
    def clock(self) -> str:
        """What the clock says; empty without one."""
        left = self._desk.seconds_left
        return "" if left is None else self._clock_words(left)

    def show(self, name: str, make: PageMaker) -> None:
        """Let the room see what ``make`` makes, now and after each change."""
        self._name, self._make = name, make
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Make the page again."""
        page = self._make()
        if page is not None:
            self._target.show_page(page)
        self._watch_clock()

    def _watch_clock(self) -> None:
        timer = self._desk.workshop.timer if self._desk.workshop is not None else None
        if timer is not None and timer.ends is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self._tick()

    def _tick(self) -> None:
        words = self.clock
        if words != self._last:
            self._last = words
            self._target.show_clock(_in_room(words))
            self.ticked.emit()


def _in_room(words: str) -> str:
    """ "nog 4:12", so that nobody takes it for the time of day; what is over says so itself."""
    return f"nog {words}" if words and not words.startswith("+") else words
