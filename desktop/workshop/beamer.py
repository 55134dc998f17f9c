"""The beamer: what the room sees, on which screen, and whether it goes along with the facilitator."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject, QRect, Signal

from desktop.settings import zoomed
from desktop.workshop.audience import AudienceWindow
from desktop.workshop.screens import ScreenInfo, ScreenSource, mirrored, proposed, shape_of, standing_on, window_of
from desktop.workshop.stage import Drawer, Stage
from models.figures.figure import Figure
from models.workshop.pages import Page, Words
from models.workshop.room import LARGEST
from wizards.look.look import Look

__all__ = ["Beamer"]

_START = Words("Vormwijzer", "", "Welkom")

_LOST = "Het scherm is weg. Sluit het weer aan, of kies een ander scherm. Er is niets verloren."
_BACK = "Het scherm is er weer. De zaal ziet weer mee."
_ALONE = "Er is nog één scherm. Druk op Esc om de beamer te stoppen."
_NO_SCREEN = "Er is geen scherm voor de zaal. Sluit een scherm aan."
_NO_SWAP = "Er is maar één scherm. Wisselen kan dan niet."
_OFF = "De beamer staat uit. Start die eerst met F5."
_LARGEST = "De tekst op de beamer is al zo groot als kan."
_SMALLEST = "De tekst op de beamer is al zo klein als mag. Kleiner is achterin niet te lezen."


class Beamer(QObject):
    """All that other parts know of the audience window; it knows pages and screens, and no dossier.

    ``changed``: what is shown, where, or how; ``said``: a sentence for the facilitator; ``swap_wanted``: the
    facilitator's window should go to this place (a QRect of the desktop). ``home``: where that window is; without it,
    the window that ``parent`` belongs to.
    """

    changed = Signal()
    said = Signal(str)
    swap_wanted = Signal(object)

    def __init__(
        self,
        look: Look,
        screens: ScreenSource,
        *,
        zoom: float = 1.0,
        screen_key: str = "",
        home: Callable[[], QRect] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._screens, self._home = look, screens, home
        self._zoom, self._room_scale, self._key = zoomed(zoom, 0), Decimal(1), screen_key
        self._live: Page = _START
        self._held: Page | None = None
        self._sheet = self._held_sheet = 0
        self._clock = ""
        self._running = self._blanked = self._lost = self._swapping = False
        self._stood_on: ScreenInfo | None = None
        self._drawer = Drawer()
        self._alone = self.one_screen
        self._window: AudienceWindow | None = None
        screens.changed.connect(self._screens_changed)

    # --- what is so

    @property
    def running(self) -> bool:
        """Whether it was started; also while its screen is away."""
        return self._running

    @property
    def frozen(self) -> bool:
        """Whether the room sees an earlier page."""
        return self._held is not None

    @property
    def blanked(self) -> bool:
        """Whether the room sees nothing."""
        return self._blanked

    @property
    def lost(self) -> bool:
        """Whether it runs, and its screen is away."""
        return self._running and self._lost

    @property
    def one_screen(self) -> bool:
        """Whether the room sees all that the facilitator sees: one screen, or two that show the same."""
        screens = self._screens.all()
        return len(screens) < 2 or mirrored(screens)

    @property
    def screens(self) -> tuple[ScreenInfo, ...]:
        """The screens to choose from."""
        return self._screens.all()

    @property
    def screen(self) -> ScreenInfo | None:
        """The screen of the room: where it is shown, or would be after the start; None where that is away."""
        if self._running:
            return self._find(self._key)
        return self._default()

    @property
    def screen_key(self) -> str:
        """Of the screen that was chosen last, to remember; empty where none was."""
        return self._key

    @property
    def home_screen(self) -> ScreenInfo | None:
        """The screen with the facilitator's window."""
        screens, window = self._screens.all(), window_of(self)
        if self._home is not None:
            return standing_on(screens, self._home())
        return next(iter(screens), None) if window is None else standing_on(screens, window.frameGeometry())

    @property
    def page_live(self) -> Page:
        """The page of the facilitator."""
        return self._live

    @property
    def page_shown(self) -> Page:
        """The page of the room, also while the screen is blank."""
        return self._held if self._held is not None else self._live

    @property
    def sheet(self) -> int:
        """The sheet of the live page, from 0."""
        return min(self._sheet, self.sheets - 1)

    @property
    def sheets(self) -> int:
        """How many the live page takes."""
        return len(self._figures(self._live))

    @property
    def zoom(self) -> float:
        """How large the facilitator wants the text of the room; see ``scale``."""
        return self._zoom

    @property
    def scale(self) -> float:
        """How much larger the text is than usual: the zoom times what the room asks, from 1 to 2."""
        return min(float(LARGEST), max(1.0, self._zoom * float(self._room_scale)))

    @property
    def aspect(self) -> float:
        """Width by height of the room's screen."""
        return shape_of(self.screen or self._stood_on)

    @property
    def window(self) -> AudienceWindow | None:
        """The audience window, None before the first start."""
        return self._window

    def stage(self) -> Stage:
        """What the room sees now, or would see after the start."""
        return Stage(None if self._blanked else self._figure_shown())

    def in_words(self) -> str:
        """What the room sees, for who does not see it."""
        if self._blanked:
            return ""
        said = self._figure_shown().alt
        # Nobody wants to hear each second.
        return said.replace(f"{self._clock} ", "", 1) if self._clock else said

    # --- what is shown

    def show_page(self, page: Page) -> None:
        """The live page; the room sees it unless frozen. On a page that says more of the same the sheet stays."""
        if page == self._live:
            return
        if type(page) is not type(self._live) or page[:3] != self._live[:3]:
            self._sheet = 0
        self._live = page
        self._show()

    def show_clock(self, text: str) -> None:
        """What the clock says, such as "nog 4:12"; empty for no clock. It runs on a frozen page too."""
        if text != self._clock:
            self._clock = text
            self._show()

    def freeze(self, on: bool | None = None) -> None:
        """Let the room keep the page and sheet it sees, or go along again; None: the other of the two."""
        wanted = not self.frozen if on is None else on
        if wanted == self.frozen or not self._may_hold_back():
            return
        self._held, self._held_sheet = (self._live, self.sheet) if wanted else (None, 0)
        self._show()

    def blank(self, on: bool | None = None) -> None:
        """Show the room nothing, or the page again; None: the other of the two."""
        wanted = not self._blanked if on is None else on
        if wanted != self._blanked and self._may_hold_back():
            self._blanked = wanted
            self._show()

    def _may_hold_back(self) -> bool:
        if not self._running:
            self.said.emit(_OFF)
        return self._running

    def next_sheet(self) -> None:
        """The next sheet of the live page."""
        self._turn(1)

    def previous_sheet(self) -> None:
        """The sheet before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        wanted = min(max(self.sheet + by, 0), self.sheets - 1)
        if wanted != self._sheet:
            self._sheet = wanted
            self._show()

    def set_room_scale(self, scale: Decimal) -> None:
        """How much larger the room needs its text (models.workshop.room)."""
        if scale != self._room_scale:
            self._room_scale = scale
            self._show()

    def zoom_by(self, by: int) -> None:
        """Text of the room larger (1), smaller (-1), or as usual (0)."""
        before, scale = self._zoom, self.scale
        self._zoom = zoomed(before, by) if by else 1.0
        if by and self.scale == scale:
            # A step that shows nothing would have to be taken back before the next one shows.
            self._zoom = before
            self.said.emit(_LARGEST if by > 0 else _SMALLEST)
        elif self._zoom != before:
            self._show()

    # --- where it is shown

    def start(self, screen_key: str | None = None) -> None:
        """Show it: on ``screen_key``, else where it was last, else where the facilitator's window is not."""
        info = (self._find(screen_key) if screen_key else None) or self._default()
        if info is None:
            self.said.emit(_NO_SCREEN)
            return
        self._key, self._running, self._lost = info.key, True, False
        if self._window is None:
            self._window = AudienceWindow()
            self._window.wished.connect(self._wish)
            self._window.closed.connect(self.stop)
        self._stand_on(info)
        self._show()

    def stop(self) -> None:
        """Take it from the screen. What was frozen or blank is so no more: the next start shows the live page."""
        if not self._running:
            return
        self._running = self._lost = self._blanked = False
        self._held, self._held_sheet, self._stood_on = None, 0, None
        if self._window is not None:
            self._window.leave(window_of(self))
        self._show()

    def toggle(self) -> None:
        """Start or stop."""
        if self._running:
            self.stop()
        else:
            self.start()

    def show_on(self, screen_key: str) -> None:
        """Show it on this screen; the facilitator's window leaves that one, where it stands there and can."""
        home, old = self.home_screen, self.screen
        others = [info for info in self._screens.all() if info.key != screen_key]
        leaves = home is not None and home.key == screen_key and bool(others) and not self.one_screen
        # The facilitator's window is about to leave that screen, and keeps the focus.
        self._swapping = leaves
        self.start(screen_key)
        self._swapping = False
        if leaves:
            self.swap_wanted.emit((old if old in others else others[0]).geometry)
            if window := window_of(self):
                window.activateWindow()  # some systems give the focus to a window that is moved to another screen

    def swap(self) -> None:
        """The room gets the facilitator's screen, and the facilitator that of the room."""
        old, home = self.screen, self.home_screen
        if self.one_screen or old is None:
            self.said.emit(_NO_SWAP)
            return
        beside = home is not None and home.key != old.key
        other = home if beside else next(info for info in self._screens.all() if info.key != old.key)
        assert other is not None
        if self._running:
            self.show_on(other.key)
            return
        self._key = other.key
        self.changed.emit()
        if beside:
            self.swap_wanted.emit(old.geometry)

    def close(self) -> None:
        """Stop, and let go of the window."""
        self._running = False
        self._screens.changed.disconnect(self._screens_changed)
        if self._window is not None:
            window, self._window = self._window, None
            window.closed.disconnect(self.stop)
            window.close()
            window.deleteLater()

    def _wish(self, wish: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "stop": self.stop,
            "freeze": self.freeze,
            "blank": self.blank,
            "swap": self.swap,
            "next": self.next_sheet,
            "previous": self.previous_sheet,
            "larger": lambda: self.zoom_by(1),
            "smaller": lambda: self.zoom_by(-1),
            "usual": lambda: self.zoom_by(0),
        }
        acts[wish]()

    def _find(self, key: str) -> ScreenInfo | None:
        return next((info for info in self._screens.all() if info.key == key), None)

    def _default(self) -> ScreenInfo | None:
        return proposed(self._screens.all(), self.home_screen, self._key)

    def _stand_on(self, info: ScreenInfo) -> None:
        assert self._window is not None
        alone = self.one_screen or (self.home_screen == info and not self._swapping)
        self._stood_on = info
        self._window.stand_on(info, self._screens.screen(info.key), take_focus=alone)

    def _screens_changed(self) -> None:
        """A screen came, went or changed: nothing that is shown gets lost by it."""
        if self._running and self._window is not None:
            info = self._find(self._key)
            if info is None:
                self._window.leave(window_of(self))
                if not self._lost:
                    self._lost = True
                    self.said.emit(_LOST)
            elif self._lost:
                self._lost = False
                self._stand_on(info)
                self.said.emit(_BACK)
            elif info != self._stood_on:
                self._stand_on(info)
            if info is not None and self.one_screen and not self._alone:
                # It may cover the facilitator's window now, and its keys are the way back.
                self._window.activateWindow()
                self.said.emit(_ALONE)
        self._alone = self.one_screen
        self._show()

    # --- drawing

    def _show(self) -> None:
        if self._window is not None:
            figure = self._figure_shown()
            name = "Beamer: leeg scherm" if self._blanked else f"Beamer: {figure.title or 'Vormwijzer'}"
            self._window.show_stage(self.stage(), name, self.in_words())
        self.changed.emit()

    def _figure_shown(self) -> Figure:
        figures = self._figures(self.page_shown)
        wanted = self._held_sheet if self._held is not None else self._sheet
        return figures[min(wanted, len(figures) - 1)]

    def _figures(self, page: Page) -> tuple[Figure, ...]:
        return self._drawer.figures(page, self.aspect, self.scale, self._clock)
