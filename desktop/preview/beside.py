"""What stands beside the pages when somebody wants it: the contents to jump from, and the text of a page to read."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QSizePolicy, QWidget

from desktop.preview.pdf_pages import ContentsEntry
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.text import Heading, tooltip

__all__ = ["ContentsList", "PageText"]

_LIST_WIDTH, _TEXT_WIDTH = 250, 340
_MOST = 0.55
"""Of the preview, at most, for the text of a page: the page itself stays in sight."""
_INDENT, _EDGE = "    ", "  "


class _Inside(QListWidget):
    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(120, 120)


class ContentsList(QWidget):
    """``chosen``: a :class:`ContentsEntry` to go to."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: tuple[ContentsEntry, ...] = ()
        self.list = _Inside()
        self.list.setAccessibleName("Inhoud van het document")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(self._tell)
        self.list.itemClicked.connect(self._tell)
        whole = column()
        whole.addWidget(self.list, 1)
        self.setLayout(whole)
        look.changed.connect(self._dress)
        self._dress()

    def show_entries(self, entries: tuple[ContentsEntry, ...]) -> None:
        """Take the contents of another document."""
        if entries == self._entries:
            return
        self._entries, row = entries, self.list.currentRow()
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(f"{_INDENT * entry.level}{_EDGE}{entry.title}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, pagina {entry.page + 1}")
            item.setToolTip(tooltip(entry.title))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(entries) - 1))
        self._space_out()

    def show_page(self, page: int) -> None:
        """Stand on what begins on ``page`` first, else on what goes on there, unless the present one is on it."""
        row = self.list.currentRow()
        if 0 <= row < len(self._entries) and self._entries[row].page == page:
            return
        here = [at for at, entry in enumerate(self._entries) if entry.page == page]
        before = [at for at, entry in enumerate(self._entries) if entry.page < page]
        self.list.setCurrentRow(here[0] if here else before[-1] if before else -1)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._entries[self.list.row(item)])

    def _dress(self) -> None:
        self.list.setFont(self._look.font(TypeRole.CAPTION))
        self.setFixedWidth(self._look.glyph(_LIST_WIDTH))
        self._space_out()

    def _space_out(self) -> None:
        """Lines that can be hit."""
        high = max(28, round(self._look.metrics(TypeRole.CAPTION).height()) + 8)
        for at in range(self.list.count()):
            self.list.item(at).setSizeHint(QSize(0, high))


class PageText(QWidget):
    """The text of the page in view, to read, select and hear."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._room = look, 0
        self.heading = Heading(look, "", 3)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Read-only, yet it can be walked through with the keyboard.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        whole = column(look.space(6))
        whole.addWidget(self.heading)
        whole.addWidget(self.text, 1)
        self.setLayout(whole)
        look.changed.connect(self._dress)
        self._dress()

    def show_text(self, page: int, text: str) -> None:
        """Show the text of a page, from 0."""
        title = f"Tekst van pagina {page + 1}"
        self.heading.setText(title)
        self.text.setAccessibleName(title)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _dress(self) -> None:
        self.text.setFont(self._look.font())
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Be as wide as reads well, in a preview that is ``room`` wide."""
        self._room = room
        wanted = self._look.glyph(_TEXT_WIDTH)
        self.setFixedWidth(min(wanted, round(room * _MOST)) if room else wanted)
