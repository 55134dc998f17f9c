"""The start: left a signpost of the five forms, right "Mijn dossiers". Knows no library: it shows rows and asks.

Light to import and to make: it is the first thing that a person sees. The list itself comes with the first rows.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.text import Heading, Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from desktop.start.dossiers import Dossiers
    from desktop.start.rows import Row

__all__ = ["StartView"]

_PANEL_FROM = 1000
"""The signpost stays where the window is at least so wide, in pixels."""

_PANEL_WAITS_MS = 50
_PANEL = 448
"""Width of the signpost at zoom 1, in pixels."""

_PANEL_ZOOM = 1.5
_CARD_INSET = 7
"""As ``desktop.start.delegate.CARD_INSET``: how far the list sticks out, for the focus around a card."""

_SUFFIXES = (".vormwijzer", ".json")


class StartView(QWidget):
    """Mijn dossiers. Each signal is a wish; whoever holds the library fulfils it and calls :meth:`show_rows`.

    ``new_wanted``: title; ``open_wanted``, ``duplicate_wanted``, ``export_wanted``, ``delete_wanted``: id;
    ``rename_wanted``: id, title; ``archive_wanted``: id, whether it goes in; ``example_wanted``: name of the file;
    ``import_wanted``: paths as a tuple, empty for "let me choose"; ``archive_shown``: whether to show the archive;
    ``verify_wanted``: somebody has a PDF to check; ``zoom_wanted``: steps, 0 for the normal size;
    ``trouble_wanted``: the ways on where the library cannot open; ``about_wanted``: what the program is.
    """

    new_wanted = Signal(str)
    open_wanted = Signal(str)
    rename_wanted = Signal(str, str)
    duplicate_wanted = Signal(str)
    archive_wanted = Signal(str, bool)
    delete_wanted = Signal(str)
    export_wanted = Signal(str)
    import_wanted = Signal(tuple)
    example_wanted = Signal(str)
    archive_shown = Signal(bool)
    help_wanted = Signal()
    settings_wanted = Signal()
    zoom_wanted = Signal(int)
    trouble_wanted = Signal()
    verify_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._archive = False
        self._middle: Dossiers | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName("Mijn dossiers")
        whole = row()
        self.setLayout(whole)
        # The drawing follows a moment later: to paint it takes longer than all the rest of the first window.
        self.panel: QWidget = Card(look, fill="deep", border=None)
        self.panel.setFixedWidth(look.glyph(_PANEL))
        whole.addWidget(self.panel)
        self._whole = whole
        QTimer.singleShot(_PANEL_WAITS_MS, self, self._draw_panel)
        self._page = column()
        whole.addLayout(self._page, 1)
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    # --- what others may ask

    @property
    def dossiers(self) -> "Dossiers":
        """Search, list and what stands in its place; made when it is first asked for."""
        if self._middle is None:
            from desktop.start.dossiers import Dossiers

            made = self._middle = Dossiers(self._look)
            self._waiting.hide()
            self._page.replaceWidget(self._waiting, made)
            made.show()  # at once, so that it can take the focus
            self._connect(made)
        return self._middle

    @property
    def rows(self) -> "tuple[Row, ...]":
        """The dossiers that are listed, also those that a search hides."""
        return self._middle.model.rows if self._middle is not None else ()

    def show_rows(self, rows: "Sequence[Row]", select: str = "") -> None:
        """Show these dossiers; ``select``: the id of the one to stand on (else where one stood)."""
        self.dossiers.show_rows(rows, select)

    def show_trouble(self, reason: str) -> None:
        """Say that the library cannot be opened; ``reason``: one Dutch sentence."""
        self.dossiers.show_trouble(reason)

    def show_archive(self, on: bool) -> None:
        """Word the button by what the list shows."""
        self._archive = on
        self.archive_button.setText("Archief verbergen" if on else "Archief tonen")

    def ask_new(self) -> None:
        """Ask the title of a new dossier."""
        self.dossiers.ask_new()

    def focus_first(self) -> None:
        """Put the focus where a person begins."""
        self.dossiers.focus_first()

    def focus_search(self) -> None:
        """Put the focus in the search; the window calls this for Ctrl+F."""
        self.dossiers.focus_search()

    # --- building

    def _draw_panel(self) -> None:
        from desktop.start.signpost import SignpostPanel

        plain, self.panel = self.panel, SignpostPanel(self._look)
        self._whole.replaceWidget(plain, self.panel)
        self.panel.setVisible(not plain.isHidden())
        plain.hide()
        plain.deleteLater()

    def _build(self) -> None:
        look, page = self._look, self._page
        top, foot = column(), column()
        for part in (top, foot):
            part.setContentsMargins(_CARD_INSET, 0, _CARD_INSET, 0)
        page.addLayout(top)
        top.addLayout(self._tools())
        top.addSpacing(look.space(16))
        top.addLayout(self._head())
        top.addSpacing(look.space(14))
        self._waiting = Label(look, "Uw dossiers worden gezocht.", colour="ink2")
        self._waiting.setContentsMargins(_CARD_INSET, 0, 0, 0)
        page.addWidget(self._waiting)
        page.addLayout(foot)
        foot.addSpacing(look.space(10))
        foot.addWidget(Rule(look))
        foot.addSpacing(look.space(14))
        foot.addLayout(self._foot())
        page.addStretch(1)

    def _connect(self, middle: "Dossiers") -> None:
        middle.new_wanted.connect(self.new_wanted)
        middle.rename_wanted.connect(self.rename_wanted)
        middle.example_wanted.connect(self.example_wanted)
        middle.trouble_wanted.connect(self.trouble_wanted)
        middle.left_card.connect(lambda: self.new_button.setFocus(Qt.FocusReason.OtherFocusReason))
        middle.list.open_wanted.connect(self.open_wanted)
        middle.list.duplicate_wanted.connect(self.duplicate_wanted)
        middle.list.export_wanted.connect(self.export_wanted)
        middle.list.archive_wanted.connect(self.archive_wanted)
        middle.list.delete_wanted.connect(self.delete_wanted)
        order = (self.new_button, middle.search, middle.more_button, middle.list, *self._foot_buttons)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _tools(self) -> QHBoxLayout:
        layout = row(self._look.space(6))
        layout.addStretch(1)
        self.zoom_button = IconButton(self._look, "zoom", "Tekst groter of kleiner")
        self.zoom_button.clicked.connect(self._offer_zoom)
        self.help_button = IconButton(self._look, "help", "Naslag (F1)")
        self.help_button.clicked.connect(lambda: self.help_wanted.emit())
        self.settings_button = IconButton(self._look, "settings", "Instellingen")
        self.settings_button.clicked.connect(lambda: self.settings_wanted.emit())
        for button in (self.zoom_button, self.help_button, self.settings_button):
            layout.addWidget(button)
        return layout

    def _head(self) -> QHBoxLayout:
        layout = row(self._look.space(16))
        words = column(2)
        words.addWidget(Heading(self._look, "Mijn dossiers", 1))
        line = "Alles staat op deze computer. Er gaat niets over het internet."
        words.addWidget(Label(self._look, line, TypeRole.BODY, "ink2"))
        layout.addLayout(words, 1)
        self.new_button = Button(self._look, "Nieuw dossier", ButtonKind.ARM, icon="plus")
        self.new_button.setToolTip("Ctrl+N")
        self.new_button.clicked.connect(self.ask_new)
        # A shortcut of the button itself would click it 100 ms later, and what one types until then would be lost.
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.ask_new)
        layout.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignBottom)
        return layout

    def _foot(self) -> QVBoxLayout:
        look, layout = self._look, column(self._look.space(8))
        first = FlowLayout(look.space(10))
        self.import_button = Button(look, "Dossier inlezen", icon="import")
        self.import_button.clicked.connect(lambda: self.import_wanted.emit(()))
        self.example_button = Button(look, "Voorbeeld bekijken", icon="case")
        self.example_button.clicked.connect(self._offer_examples)
        self.archive_button = Button(look, "Archief tonen", ButtonKind.QUIET)
        self.archive_button.clicked.connect(lambda: self.archive_shown.emit(not self._archive))
        self.verify_button = Button(look, "Een pdf controleren", icon="check")
        self.verify_button.clicked.connect(lambda: self.verify_wanted.emit())
        self.about_button = Button(look, "Over", ButtonKind.QUIET)  # short: all stand on one line at 1280 pixels
        self.about_button.setAccessibleName("Over Vormwijzer")
        self.about_button.setToolTip("Over Vormwijzer")
        self.about_button.clicked.connect(lambda: self.about_wanted.emit())
        plain = (self.import_button, self.example_button, self.verify_button)
        self._foot_buttons = (*plain, self.archive_button, self.about_button)
        for button in self._foot_buttons:
            first.addWidget(button)
        layout.addLayout(first)
        return layout

    # --- as it stands

    def _dress(self) -> None:
        look = self._look
        side = look.space(40) - _CARD_INSET
        self._page.setContentsMargins(side, look.space(14), side, look.space(16))
        self._arrange()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """The signpost folds before the list does."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.panel.setVisible(self.width() >= _PANEL_FROM and self._look.zoom < _PANEL_ZOOM)

    # --- menus

    def _offer_zoom(self) -> None:
        from desktop.start.dossiers import drop_menu

        menu = self._menu("Tekst groter of kleiner")
        for words, keys, by in (("Groter", "Ctrl++", 1), ("Kleiner", "Ctrl+−", -1), ("Normale grootte", "Ctrl+0", 0)):
            menu.addAction(f"{words}\t{keys}").triggered.connect(lambda _on=False, by=by: self.zoom_wanted.emit(by))
        drop_menu(menu, self.zoom_button)

    def _offer_examples(self) -> None:
        from desktop.start.dossiers import drop_menu
        from desktop.start.rows import EXAMPLES

        menu = self._menu("Voorbeeld bekijken")
        for example in EXAMPLES:
            entry = menu.addAction(self._look.icon(f"form-{example.form}", example.form), example.words)
            entry.triggered.connect(lambda _on=False, name=example.name: self.example_wanted.emit(name))
        drop_menu(menu, self.example_button)

    def _menu(self, name: str) -> "QMenu":
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAccessibleName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    # --- files that are dropped here

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files that can be a dossier."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Ask to import what is dropped."""
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.import_wanted.emit(files)


def _files(data: "QMimeData") -> "tuple[Path, ...]":
    from pathlib import Path

    local = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in local if path.suffix.lower() in _SUFFIXES)
