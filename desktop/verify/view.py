""" "Controleer een PDF": drop or choose a file, and read what it is. Nothing is changed by it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from desktop.background import Background
from desktop.dialogs.base import Choice, Dialog
from desktop.dialogs.files import choose_one
from desktop.verify.check import verify_pdf
from desktop.verify.facts_table import FactsTable
from desktop.verify.lookup import LookUp
from desktop.verify.opening import library_look_up, read_pdf
from desktop.verify.results import Verification
from desktop.verify.words import Tone, Worded, one_line, worded
from models.storage.errors import StorageError
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import ButtonKind
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label

if TYPE_CHECKING:
    from desktop.library_session import LibrarySession
    from models.knowledge import Knowledge

__all__ = ["FindLookUp", "VerifyDialog", "VerifyView", "announce_to", "choose_pdf", "open_verify", "session_look_up"]

FindLookUp = Callable[[], LookUp | None]
"""Gives the library to look in, in the background; None where there is none. May raise a ``StorageError``."""

_TONES = {
    Tone.GOOD: ("wash", "ok", "check"),
    Tone.WARN: ("warn_bg", "warn", "warning"),
    Tone.BAD: ("danger_bg", "danger", "warning"),
    Tone.INFO: ("wash", "action", "help"),
}
_TITLE = "Controleer een pdf"
_ASK = "Sleep een pdf hierheen, of kies een bestand."
_BUSY = "Het bestand wordt gecontroleerd."
_TALL = 330
_WIDE = 720


def session_look_up(session: "LibrarySession", knowledge: "Knowledge") -> FindLookUp:
    """The library of ``session``, opened where it exists and never made for a check."""

    def find() -> LookUp | None:
        if not session.is_open and not session.path.is_file():
            return None
        return library_look_up(session.library, knowledge)

    return find


def open_verify(parent: QWidget | None, look: Look, look_up: FindLookUp, file: Path | None = None) -> "VerifyDialog":
    """Show "Controleer een PDF"; ``file``: to look at at once. See :func:`session_look_up`."""
    dialog = VerifyDialog(look, look_up, parent)
    dialog.open()
    if file is not None:
        dialog.view.check(file)
    return dialog


def choose_pdf(
    parent: QWidget,
    title: str,
    verb: str,
    then: Callable[[Path], object],
    *,
    filters: tuple[str, ...] = ("Pdf (*.pdf)", "Alle bestanden (*)"),
) -> QFileDialog:
    """Let somebody choose one file; ``then`` is called with it, not when they choose nothing."""
    return choose_one(parent, title, verb, filters, None, then)


class VerifyView(QWidget):
    """Takes a file and shows what it is. ``checked``: a ``Verification``; ``failed``: why it could not be read."""

    checked = Signal(object)
    failed = Signal(str)

    def __init__(self, look: Look, look_up: FindLookUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._look_up = look, look_up
        self._background = Background("vormwijzer-controleren", self)
        self._waiting: Path | None = None
        self.words: Worded | None = None
        self.table: FactsTable | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(_TITLE)
        whole = column(look.space(10))
        self.setLayout(whole)
        self._ask = Card(look, fill="sunken", border="edge", padding=14, spacing=6)
        self.file = Label(look, _ASK, TypeRole.BODY_BOLD)
        self._ask.body.addWidget(self.file)
        whole.addWidget(self._ask)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Uitkomst van de controle")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.area.hide()
        whole.addWidget(self.area, 1)
        whole.addStretch(0)

    @property
    def busy(self) -> bool:
        """Whether a file is being looked at."""
        return self._background.busy

    def check(self, path: Path) -> None:
        """Look at ``path`` in the background; while one is looked at, the last that was asked for comes after it."""
        if self._background.busy:
            self._waiting = path
            return
        self.file.setText(f"{one_line(path.name)}\n{_BUSY}")
        self.area.hide()

        def work() -> Verification:
            data = read_pdf(path)
            try:
                library, fault = self._look_up(), ""
            except StorageError as error:
                library, fault = None, error.reason
            return _noted(verify_pdf(data, library), fault)

        self._background.start(work, lambda found: self._show(path, found), lambda error: self._fail(path, error))

    def wait(self) -> None:
        """Wait for what goes on in the background; call this before letting go of the view."""
        self._background.wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is being looked at is let go of."""
        self._waiting = None
        super().hideEvent(event)

    # --- files that are dropped here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at it."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.check(path)

    # --- what was found

    def _show(self, path: Path, found: Verification) -> None:
        self.words = words = worded(found)
        self.file.setText(one_line(path.name))
        self._fill(words)
        self.checked.emit(found)
        self._next()

    def _fail(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.words = Worded(Tone.BAD, "Niet te lezen", error.reason, (), ())
        self.file.setText(one_line(path.name))
        self._fill(self.words)
        self.failed.emit(error.reason)
        self._next()

    def _next(self) -> None:
        path, self._waiting = self._waiting, None
        if path is not None:
            self.check(path)

    def _fill(self, words: Worded) -> None:
        look = self._look
        inside = QWidget()
        lines = column(look.space(12), (0, 0, look.space(10), look.space(4)))
        inside.setLayout(lines)
        lines.addWidget(self._outcome(words))
        for line in words.lines:
            lines.addWidget(Label(look, line))
        self.table = FactsTable(look, words.facts, "Wat er over het bestand bekend is") if words.facts else None
        if self.table is not None:
            lines.addWidget(self.table)
        lines.addStretch(1)
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.area.show()
        announce_to(self, f"{words.word}. {words.headline}")

    def _outcome(self, words: Worded) -> Card:
        look = self._look
        fill, tone, icon = _TONES[words.tone]
        card = Card(look, fill=fill, border=None, bar=tone, padding=14, spacing=4)
        card.setAccessibleName(f"{words.word}. {words.headline}")
        head = row(look.space(10))
        head.addWidget(Icon(look, icon, tone, 24), 0, Qt.AlignmentFlag.AlignTop)
        said = column(2)
        said.addWidget(Label(look, words.word, TypeRole.BODY_BOLD, tone))
        said.addWidget(Label(look, words.headline, TypeRole.LEAD_BOLD))
        head.addLayout(said, 1)
        card.body.addLayout(head)
        return card


def _noted(found: Verification, fault: str) -> Verification:
    from dataclasses import replace

    return replace(found, library_fault=fault) if fault else found


def announce_to(widget: QWidget, text: str) -> None:
    """Have assistive technology say ``text``."""
    from desktop.window.toast import announce

    announce(widget, text)


def _dropped(data: QMimeData) -> Path | None:
    urls = [url for url in data.urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None


class VerifyDialog(Dialog):
    """The view in a dialog. ``chosen``: ``close``; ``choose`` and ``copy`` leave it open."""

    def __init__(self, look: Look, look_up: FindLookUp, parent: QWidget | None = None) -> None:
        lines = (
            "Het programma zegt van welk dossier en welke versie het is, en of er iets veranderd is.",
            "Aan het bestand zelf verandert niets.",
        )
        choices = (
            Choice("close", "Sluiten"),
            Choice("copy", "Uitkomst kopiëren", icon="export", stays=True),
            Choice("choose", "Kies een pdf", ButtonKind.SOLID, icon="search", stays=True),
        )
        super().__init__(look, parent, _TITLE, lines, choices, safe="close")
        self.setAcceptDrops(True)
        self.view = VerifyView(look, look_up, self)
        self.body.addWidget(self.view, 1)
        self.buttons["copy"].hide()
        self.view.checked.connect(self._grow_for)
        self.view.failed.connect(self._grow_for)
        self.chosen.connect(self._chose)
        self.finished.connect(self.view.wait)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the dialog."""
        self.view.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at it."""
        self.view.dropEvent(event)

    def _chose(self, key: str) -> None:
        if key == "choose":
            choose_pdf(self, "pdf kiezen", "Controleren", self.view.check)
        elif key == "copy" and self.view.words is not None:
            QGuiApplication.clipboard().setText(self.view.words.as_text())

    def _grow_for(self, _found: object) -> None:
        """Room to read in, as far as the screen has it."""
        room = self.screen().availableGeometry()
        self.buttons["copy"].show()
        for label in self.lines:  # who has an outcome knows what this is for
            label.hide()
        self.view.area.setMinimumHeight(min(self.look.glyph(_TALL), room.height() // 3))
        width = min(max(self.width(), self.look.glyph(_WIDE)), room.width() - 40)
        layout = self.layout()
        assert layout is not None
        self.resize(width, min(max(self.height(), layout.totalHeightForWidth(width)), room.height() - 60))
