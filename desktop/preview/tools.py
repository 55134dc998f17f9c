"""Leafing, size and searching, in one row that wraps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.preview.geometry import ZOOMS, Fit
from wizards.look.look import Look
from wizards.widgets.boxes import FlowLayout, row
from wizards.widgets.buttons import Button, IconButton
from wizards.widgets.inputs import Combo, Line
from wizards.widgets.text import Label

__all__ = ["SearchLine", "Tools"]


class SearchLine(Line):
    """Enter: the next place; with Shift the one before."""

    onward = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class Tools(QWidget):
    """``page_wanted``: from 0; ``fit_wanted``: a :class:`Fit`; ``zoom_wanted``: a size; ``zoom_by``: a step.

    ``searched``: the words to find; ``onward``: to the next place (1) or the one before (-1).
    """

    page_wanted = Signal(int)
    fit_wanted = Signal(str)
    zoom_wanted = Signal(float)
    zoom_by = Signal(int)
    searched = Signal(str)
    onward = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._page, self._pages = look, 0, 0
        self.setAccessibleName("Bladeren, grootte en zoeken")
        self.contents = Button(look, "Inhoud", icon="list")
        self.contents.setCheckable(True)
        self.text = Button(look, "Tekst", icon="dossier")
        self.text.setCheckable(True)
        self.text.setAccessibleName("Tekst van deze pagina")
        flow = FlowLayout(look.space(14), centred=True)
        flow.addWidget(self.contents)
        for group in (self._leafing(), self._sizing(), self._searching()):
            holder = QWidget()
            holder.setLayout(group)
            flow.addWidget(holder)
        flow.addWidget(self.text)
        self.setLayout(flow)
        self.show_place(0, 0)

    # --- parts

    def _leafing(self) -> QHBoxLayout:
        look = self._look
        self.back = IconButton(look, "arrow-left", "Vorige pagina")
        self.onto = IconButton(look, "arrow-right", "Volgende pagina")
        self.number = Line(look, characters=5)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setMaxLength(4)
        self.of = Label(look, "", wrap=False)
        self.back.clicked.connect(lambda *_: self.page_wanted.emit(self._page - 1))
        self.onto.clicked.connect(lambda *_: self.page_wanted.emit(self._page + 1))
        self.number.returnPressed.connect(self._take_number)
        self.number.left.connect(lambda: self.show_place(self._page, self._pages))
        line = row(look.space(6))
        for widget in (self.back, self.number, self.of, self.onto):
            line.addWidget(widget)
        return line

    def _sizing(self) -> QHBoxLayout:
        look = self._look
        self.smaller = IconButton(look, "minus", "Pagina’s kleiner")
        self.larger = IconButton(look, "plus", "Pagina’s groter")
        self.size_box = Combo(look)
        fits = ((Fit.WIDTH.value, "Paginabreedte"), (Fit.PAGE.value, "Hele pagina"))
        self.size_box.offer((*fits, *((str(zoom), f"{round(100 * zoom)}%") for zoom in ZOOMS)))
        self.size_box.removeItem(0)  # there is always one
        self.size_box.setAccessibleName("Grootte van de pagina’s")
        self.size_box.edited.connect(self._take_size)
        self.smaller.clicked.connect(lambda *_: self.zoom_by.emit(-1))
        self.larger.clicked.connect(lambda *_: self.zoom_by.emit(1))
        line = row(look.space(6))
        for widget in (self.smaller, self.size_box, self.larger):
            line.addWidget(widget)
        return line

    def _searching(self) -> QHBoxLayout:
        look = self._look
        self.search = SearchLine(look, characters=18)
        self.search.setPlaceholderText("Zoek in dit document")
        self.search.setAccessibleName("Zoek in dit document")
        self.before = IconButton(look, "chevron-up", "Vorige vindplaats (Shift+F3)")
        self.next = IconButton(look, "chevron-down", "Volgende vindplaats (F3)")
        self.found = Label(look, "", wrap=False)
        self.search.edited.connect(self.searched)
        self.search.onward.connect(self.onward)
        self.before.clicked.connect(lambda *_: self.onward.emit(-1))
        self.next.clicked.connect(lambda *_: self.onward.emit(1))
        line = row(look.space(6))
        for widget in (self.search, self.before, self.next, self.found):
            line.addWidget(widget)
        return line

    # --- showing

    def show_place(self, page: int, pages: int) -> None:
        """Which page is in view, from 0, and how many there are."""
        self._page, self._pages = page, pages
        self.number.show_value(str(page + 1) if pages else "")
        self.number.setAccessibleName(f"Paginanummer, van {pages}")
        self.of.setText(f"van {pages}" if pages else "van –")

    def show_size(self, fit: Fit, zoom: float) -> None:
        """How large the pages are."""
        self.size_box.show_value(fit.value if fit is not Fit.FREE else str(zoom))

    def show_found(self, words: str) -> None:
        """What the search found."""
        if words != self.found.text():
            self.found.setText(words)
            self.updateGeometry()

    # --- what somebody did

    def _take_number(self) -> None:
        typed = self.number.text().strip()
        if typed.isdecimal() and 1 <= int(typed) <= self._pages:
            self.page_wanted.emit(int(typed) - 1)
        self.show_place(self._page, self._pages)
        self.number.selectAll()

    def _take_size(self, key: str) -> None:
        if key in (Fit.WIDTH, Fit.PAGE):
            self.fit_wanted.emit(key)
        else:
            self.zoom_wanted.emit(float(key))
