"""The werksessie of an open dossier: its desk, the beamer and its page, each made when it is first needed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.editor import DossierEditor
from desktop.preview.surroundings import Surroundings
from desktop.preview.viewer import open_with_system
from wizards.context import Context

if TYPE_CHECKING:
    from desktop.workshop.beamer import Beamer
    from desktop.workshop.desk import WorkshopDesk
    from desktop.workshop.paper_dialog import PaperSheets
    from desktop.workshop.screens import ScreenSource
    from desktop.workshop.view import WorkshopView
    from models.workshop.session import Session

__all__ = ["WorkshopPlace"]


class WorkshopPlace(QObject):
    """``said``, ``said_with``: messages; ``report_wanted``: somebody wants the report; ``session_changed``: it says
    something else.

    ``screens``: the screens of the computer; set another source before the beamer is first asked for.
    """

    said = Signal(str)
    said_with = Signal(str, str, object)
    report_wanted = Signal()
    session_changed = Signal()

    def __init__(self, context: Context, editor: DossierEditor, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._editor, self._around, self._window = context, editor, around, window
        self._desk: WorkshopDesk | None = None
        self._beamer: Beamer | None = None
        self._page: WorkshopView | None = None
        self._sheets: PaperSheets | None = None
        self._kept: tuple[float, str] | None = None
        self._shared_in: tuple[bool, int] | None = None
        self.screens: ScreenSource | None = None

    @property
    def desk(self) -> "WorkshopDesk":
        """The werksessie itself."""
        if self._desk is None:
            from desktop.workshop.desk import WorkshopDesk

            made = self._desk = WorkshopDesk(self._editor, self._around.workshops, parent=self)
            made.said.connect(self.said)
            made.failed.connect(self.said)
            made.changed.connect(self.session_changed)
        return self._desk

    @property
    def beamer(self) -> "Beamer":
        """What the room sees."""
        if self._beamer is None:
            from desktop.workshop.beamer import Beamer
            from desktop.workshop.screens import Screens

            zoom, screen = self._around.audience()
            screens = self.screens or Screens(self)
            made = self._beamer = Beamer(self._context.look, screens, zoom=zoom, screen_key=screen, parent=self)
            made.said.connect(self.said)
            made.changed.connect(self._beamer_changed)
            made.swap_wanted.connect(self._move_window)
        return self._beamer

    @property
    def page(self) -> "WorkshopView":
        """The facilitator's view."""
        if self._page is None:
            from desktop.workshop.view import WorkshopView

            made = self._page = WorkshopView(self._context, self._editor, self.desk, self.beamer)
            made.said.connect(self.said)
            made.report_wanted.connect(self.report_wanted)
            made.sheets_wanted.connect(self._ask_sheets)
        return self._page

    @property
    def page_or_none(self) -> "WorkshopView | None":
        """The facilitator's view, where it was made."""
        return self._page

    def session(self) -> "Session | None":
        """What a report can tell of the werksessie at hand; reads it where that was not done yet."""
        return self.desk.session

    def settle(self) -> bool:
        """Write what waits, and wait for it; whether all of it is in the library now."""
        return self._desk is None or self._desk.settle()

    def reread(self) -> None:
        """Show what stands in the library, after something else wrote there."""
        if self._desk is not None:
            self._desk.reread()

    def close(self) -> None:
        """Leave the room dark, and write what waits."""
        if self._page is not None:
            self._page.close_view()
        if self._sheets is not None:
            self._sheets.wait()
        if self._beamer is not None:
            self._beamer.close()
        if self._desk is not None:
            self._desk.close()

    def _ask_sheets(self) -> None:
        from desktop.workshop.paper_dialog import PaperSheets

        if self._sheets is None:
            made = self._sheets = PaperSheets(self._context.look, self.desk, self._around.folder, self._window)
            made.said.connect(self.said)
            made.made.connect(lambda path, words: self.said_with.emit(words, "Openen", lambda: open_with_system(path)))
        self._sheets.ask(self._editor.dossier, self._editor.knowledge)

    def _beamer_changed(self) -> None:
        """Called at each tick of a clock too."""
        beamer = self.beamer
        apart = not beamer.one_screen
        if apart or beamer.lost:
            self._shared_in = None
            self._context.privacy.hide(False)
        elif beamer.running or len(beamer.screens) > 1:
            # The room sees this very window as soon as the page of the room is left: it stays so after the beamer is
            # stopped, until somebody says that the room does not look on any more.
            self._share()
        else:
            self._shared_in = None
        kept = (beamer.zoom, beamer.screen_key)
        if kept != self._kept:
            self._kept = kept
            if kept != self._around.audience():
                self._around.keep_audience(*kept)

    def _share(self) -> None:
        state = (self.beamer.running, len(self.beamer.screens))
        if state != self._shared_in:
            self._shared_in = state
            self._context.privacy.hide(True)

    def _move_window(self, where: QRect) -> None:
        window = self._window.window()
        maximised = window.isMaximized() or window.isFullScreen()
        window.showNormal()
        size = window.size().boundedTo(where.size())
        window.resize(size)
        spot = where.center() - window.rect().center()
        # A window that is too large for the screen begins on it.
        window.move(max(spot.x(), where.left()), max(spot.y(), where.top()))
        if maximised:
            window.showMaximized()
