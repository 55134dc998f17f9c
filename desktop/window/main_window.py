"""The one window of the program. Light to import: what a dossier needs is imported when one is opened.

For ``desktop/app.py``::

    window = MainWindow(look, SettingsStore())     # nothing of a dossier is imported; show it, then load the rest
    window.show()
    window.set_start(StartView(...))               # "Mijn dossiers"; a quiet line stands there until then
    window.set_help(lambda: HelpView(...))         # made when help is first opened; has ``open_topic(topic: str)``
    window.set_knowledge(shipped_knowledge)        # called when the first dossier is opened

    window.show_start()
    window.open_dossier(dossier, library, saved_at=entry.saved, read_only=False)
    window.open_help("case:bar")
    window.say("Dossier verwijderd.", "Ongedaan maken", undo)

``library``: where it is saved (:class:`desktop.autosave.Store`), None for an example. While a dossier is open
``window.dossier_view.editor`` and ``window.autosave`` are there. Signals: ``home_wanted`` before the list of dossiers
is shown, ``dossier_opened`` with the id, ``dossier_closed`` when the window let go of one (all is saved then),
``copy_wanted`` with the dossier when somebody wants to edit a copy of an example, ``closing`` when the window closes.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.settings import Settings, SettingsStore
from desktop.window.focus_way import FocusWay
from desktop.window.outfit import Outfit
from desktop.window.place import Place
from desktop.window.unsent import Unsent
from desktop.window.window_wires import wire_bar, wire_keys
from wizards.look.focus import FocusRing
from wizards.look.look import Look
from wizards.widgets.boxes import column
from wizards.widgets.text import Label

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.autosave import Autosave, Store
    from desktop.verify.lookup import LookUp
    from desktop.window.dossier_view import DossierView
    from desktop.window.toast import Toast
    from desktop.window.top_bar import TopBar
    from desktop.window.undo_keys import UndoKeys
    from models.dossier import Dossier
    from models.knowledge import Knowledge

__all__ = ["NAME", "HelpPage", "MainWindow"]

NAME = "Vormwijzer"
_SMALLEST = (960, 600)


class HelpPage(Protocol):
    """What the window asks of the help view (a QWidget)."""

    def open_topic(self, topic: str) -> None:
        """Show a topic, such as ``case:bar``; empty: the beginning."""


class MainWindow(QWidget):
    """Top bar over a stack of start, dossier and help, with a toast and the focus ring above all."""

    home_wanted = Signal()
    dossier_opened = Signal(str)
    dossier_closed = Signal()
    copy_wanted = Signal(object)
    about_wanted = Signal()
    closing = Signal()

    def __init__(self, look: Look, store: SettingsStore, settings: Settings | None = None) -> None:
        """``settings``: as read already; else they are read from ``store`` here."""
        super().__init__()
        self.look = look
        self.outfit = Outfit(look, store, store.load() if settings is None else settings, self)
        self.dossier_view: DossierView | None = None
        self._room_looks_on = False
        self.autosave: Autosave | None = None
        self._help: QWidget | None = None
        self._make_help: Callable[[], QWidget] | None = None
        self._load_knowledge: Callable[[], Knowledge] | None = None
        self._before_help: QWidget | None = None
        self.look_up: Callable[[], LookUp | None] = lambda: None
        self.setMinimumSize(*_SMALLEST)
        self.setWindowTitle(NAME)
        self._bar: TopBar | None = None
        self._toast: Toast | None = None
        self.stack = QStackedWidget()
        self.start: QWidget = Label(look, "Uw dossiers worden gezocht.", colour="ink2")
        self.start.setContentsMargins(40, 32, 40, 32)
        self.stack.addWidget(self.start)
        layout = self._layout = column()
        layout.addWidget(self.stack, 1)
        self.setLayout(layout)
        self.ring = FocusRing(look, self)
        self.undo_keys: UndoKeys | None = None
        self.unsent = Unsent(self)
        self.focus_way = FocusWay(self, self._zones)
        self._wire()
        self.outfit.wear()
        self._restore()
        self._show(self.start, Place.START)

    # --- parts that the first window does not show are made when they are first needed

    @property
    def bar(self) -> "TopBar":
        """The bar at the top of a dossier and of Naslag."""
        if self._bar is None:
            from desktop.window.top_bar import TopBar

            self._bar = TopBar(self.look)
            self._layout.insertWidget(0, self._bar)
            wire_bar(self, self._bar)
            self._bar.show_settings(self.settings)
            self._bar.arrange(self.width())
        return self._bar

    @property
    def toast(self) -> "Toast":
        """The message at the foot."""
        if self._toast is None:
            from desktop.window.toast import Toast

            self._toast = Toast(self.look, self)
        return self._toast

    # --- for the program

    def set_start(self, view: QWidget) -> None:
        """Take the list of dossiers."""
        shown = self.stack.currentWidget() is self.start
        old, self.start = self.start, view
        self.stack.insertWidget(0, view)
        if shown:
            self._show(view, Place.START)
        self.stack.removeWidget(old)
        old.deleteLater()

    def set_help(self, make: Callable[[], QWidget]) -> None:
        """Take what makes the help view (see :class:`HelpPage`)."""
        self._make_help = make

    def set_knowledge(self, load: Callable[[], "Knowledge"]) -> None:
        """Take what loads the knowledge."""
        self._load_knowledge = load

    def set_look_up(self, look_up: "Callable[[], LookUp | None]") -> None:
        """Take what gives the library to look in for a PDF that is checked; it is called from another thread."""
        self.look_up = look_up

    def verify_pdf(self) -> None:
        """Let somebody look what a PDF is, and whether it is as it was made."""
        from desktop.verify.view import open_verify

        open_verify(self, self.look, lambda: self.look_up())

    def show_start(self) -> None:
        """Show "Mijn dossiers". An open dossier is let go of: it is saved already, but for what was not sent."""
        if self.unsent.asks(self.show_start, "Weggaan zonder noteren"):
            return
        self.close_dossier()
        self.home_wanted.emit()
        self._show(self.start, Place.START)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_dossier(
        self,
        dossier: "Dossier",
        store: "Store | None" = None,
        *,
        saved_at: "datetime | None" = None,
        read_only: bool = False,
    ) -> "DossierView":
        """Open ``dossier`` at its task list. An open one is saved and let go of first.

        ``saved_at``: when it was saved as it now is, if that is known.
        """
        from desktop.window.dossier_wires import make_view, wire_dossier
        from desktop.window.undo_keys import UndoKeys

        self.undo_keys = self.undo_keys or UndoKeys(self)
        self.close_dossier()
        view = self.dossier_view = make_view(self, dossier, self._knowledge(), store, read_only=read_only)
        if store is not None and not read_only:
            from desktop.autosave import Autosave

            self.autosave = Autosave(view.editor, store, saved_at=saved_at, parent=view)
        # The room that looked on with the dossier before looks on with this one too.
        view.context.privacy.hide(self._room_looks_on)
        view.place_changed.connect(self._show_place)
        wire_dossier(self, view, store)
        self.stack.addWidget(view)
        self._show(view, Place.DOSSIER)
        view.show_tasks()
        self.dossier_opened.emit(dossier.id)
        return view

    def close_dossier(self) -> None:
        """Save and let go of the open dossier, if any."""
        view, self.dossier_view = self.dossier_view, None
        if view is None:
            return
        self._room_looks_on = view.context.privacy.hidden
        view.settle()
        if self._toast is not None:
            self._toast.dismiss()
        autosave, self.autosave = self.autosave, None
        if autosave is not None:
            autosave.close()
        view.close_dossier()
        self.stack.removeWidget(view)
        view.hide()
        view.deleteLater()
        self.dossier_closed.emit()

    def open_help(self, topic: str = "") -> None:
        """Show "Naslag"; the way back leads to where one was."""
        if self._make_help is None:
            return
        if self._help is None:
            self._help = self._make_help()
            self.stack.addWidget(self._help)
        if self.stack.currentWidget() is not self._help:
            self._before_help = self.stack.currentWidget()
        self._show(self._help, Place.HELP)
        cast("HelpPage", self._help).open_topic(topic)

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None, *, urgent: bool = False) -> None:
        """Show a short message at the foot of the window and announce it."""
        self.toast.say(text, action, act, urgent=urgent)

    def undo(self) -> None:
        """Take back the last change of the dossier on screen."""
        if self.stack.currentWidget() is self.dossier_view:
            self.with_view(lambda view: view.undo())

    def take_settings(self, settings: Settings) -> None:
        """Wear these settings and keep them."""
        self.outfit.take(settings)

    # --- wiring: everything that follows from something else, in one place

    def _wire(self) -> None:
        self.outfit.changed.connect(self._settings_changed)
        self.outfit.dressed.connect(self._arrange)
        wire_keys(self)

    # --- inside

    def _knowledge(self) -> "Knowledge":
        if self._load_knowledge is None:
            from desktop.cli.knowledge import shipped_knowledge

            self._load_knowledge = shipped_knowledge
        return self._load_knowledge()

    def _show(self, page: QWidget, place: Place) -> None:
        self.stack.setCurrentWidget(page)
        # The start has its own way to help and settings.
        if place is not Place.START or self._bar is not None:
            self.bar.setVisible(place is not Place.START)
            self.bar.show_place(place, title=self._dossier_title, read_only=self._read_only)
        if place is Place.DOSSIER and self.dossier_view is not None:
            self._show_place()
        else:
            said = {Place.START: "Mijn dossiers", Place.HELP: "Naslag"}[place]
            self.setWindowTitle(f"{said} – {NAME}")

    @property
    def _dossier_title(self) -> str:
        return self.dossier_view.editor.dossier.title if self.dossier_view is not None else ""

    @property
    def _read_only(self) -> bool:
        return self.dossier_view is not None and self.dossier_view.editor.read_only

    def _show_place(self) -> None:
        view = self.dossier_view
        if view is None or self.stack.currentWidget() is not view:
            return
        self.bar.show_dossier(self._dossier_title, view.part, folded=view.rail_folded)
        self.setWindowTitle(f"{view.window_words} – {NAME}")

    def with_view(self, act: "Callable[[DossierView], None]") -> None:
        """Show the open dossier and do ``act`` with it."""
        if self.dossier_view is None:
            return
        self._show(self.dossier_view, Place.DOSSIER)
        act(self.dossier_view)

    def search(self) -> None:
        """Search where one is: the dossier, the preview, the list."""
        if self.stack.currentWidget() is self.dossier_view:
            self.with_view(lambda view: view.show_search())
        else:
            finder = getattr(self.stack.currentWidget(), "focus_search", None)
            if callable(finder):
                finder()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.stack.currentWidget() is self.dossier_view:
            self.with_view(lambda view: view.redo())

    def help_here(self) -> None:
        """Naslag about what is on screen."""
        shown = self.stack.currentWidget()
        view = self.dossier_view
        self.open_help(view.help_topic if view is not None and shown is view else "")

    def leave_help(self) -> None:
        """Back to where one was before Naslag."""
        before = self._before_help or self.start
        if before is self.dossier_view:
            self._show(before, Place.DOSSIER)
        else:
            self._show(self.start, Place.START)

    def escape(self) -> None:
        """Out of what lies over the page."""
        if self.stack.currentWidget() is self._help:
            self.leave_help()
        elif self.stack.currentWidget() is self.dossier_view and self.dossier_view is not None:
            self.dossier_view.escape()

    def _zones(self) -> tuple[QWidget, ...]:
        shown, view = self.stack.currentWidget(), self.dossier_view
        bar = () if self._bar is None else (self._bar,)
        return (*bar, *(view.zones() if view is not None and shown is view else (shown,)))

    # --- settings and look

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self.outfit.settings

    def _settings_changed(self) -> None:
        if self._bar is not None:
            self._bar.show_settings(self.settings)
        if self.dossier_view is not None:
            self.dossier_view.set_onlooker(self.settings.onlooker)

    def zoom(self, by: int) -> None:
        """Text larger (1), smaller (-1) or as it was (0), and say so."""
        self.say(f"Tekst op {round(self.outfit.zoom(by) * 100)}%.")

    def _arrange(self) -> None:
        if self._bar is not None:
            self._bar.arrange(self.width())
        if self.dossier_view is not None:
            self.dossier_view.arrange()
            self._show_place()

    def _restore(self) -> None:
        kept = QByteArray.fromBase64(self.settings.geometry.encode())
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(1280, 720)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order."""
        from desktop.window.reading_order import next_control, show_in_scrollers  # at the first Tab

        control = next_control(self.focusWidget(), self, forward=forward)
        if control is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        control.setFocus(reason)
        show_in_scrollers(control)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        super().resizeEvent(event)
        if self._bar is not None:
            self._bar.arrange(self.width())
        if self._toast is not None:
            self._toast.place()
        QTimer.singleShot(0, self, self._arrange)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window; leaving asks nothing where everything is saved and sent."""
        if self.unsent.asks(self.close, "Afsluiten zonder noteren"):
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        view = self.dossier_view
        opened = view.editor.dossier.id if view is not None and not view.editor.read_only else ""
        self.outfit.take(self.settings._replace(geometry=geometry, open_dossier=opened))
        self.close_dossier()
        self.closing.emit()
        super().closeEvent(event)
