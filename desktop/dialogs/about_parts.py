"""The three pages of "Over Vormwijzer": what the program is, where things stand, of what it is made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidget, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.about.components import Component
from desktop.about.facts import PROMISE, About, PlaceFact
from desktop.dialogs.long_names import breakable
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import Button
from wizards.widgets.text import Label

__all__ = ["LicencePage", "PlacesPage", "ProgramPage"]

_LIST, _TEXT = 210, 320
"""Least widths of the list of components and of the text of a licence, in pixels at zoom 1."""

_LIST_MOST, _TEXT_MOST = 290, 360
"""At a large zoom they ask no more, so that both fit on a small screen: names end in dots, and the text wraps."""


class _Page(QScrollArea):
    """Words that scroll where they do not fit; it takes the focus, so that the keys reach all of them."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        self.lines: QVBoxLayout = column(look.space(8), (look.space(4), look.space(4), look.space(14), 0))
        inside.setLayout(self.lines)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def tell(self, text: str) -> None:
        """What assistive technology reads of the whole page."""
        self.setAccessibleDescription(text)


class ProgramPage(_Page):
    """Version, build, system, and what the program does not do by itself."""

    def __init__(self, look: Look, about: About) -> None:
        super().__init__(look, "Dit programma")
        for line in PROMISE:
            self.lines.addWidget(Label(look, line))
        self.lines.addWidget(Rule(look))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space(24))
        grid.setVerticalSpacing(look.space(6))
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(about.program_rows):
            grid.addWidget(Label(look, name, TypeRole.BODY_BOLD, wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_long_label(look, value), at, 1)
        self.lines.addLayout(grid)
        if about.build.damaged:
            words = "Het bestand met de gegevens van deze uitgave is niet goed te lezen."
            self.lines.addWidget(Label(look, words, TypeRole.CAPTION, "ink2"))
        self.lines.addStretch(1)
        self.tell(". ".join(f"{name}: {value}" for name, value in about.program_rows))


class PlacesPage(_Page):
    """Each place with why it is there, and a button that shows its folder."""

    def __init__(self, look: Look, about: About, show_folder: Callable[[PlaceFact], object]) -> None:
        super().__init__(look, "Waar alles staat")
        self.buttons: dict[str, Button] = {}
        for line in about.policy_lines:
            card = Card(look, fill="warn_bg", border="warn", padding=10, spacing=4)
            card.body.addWidget(_long_label(look, line))
            self.lines.addWidget(card)
        for at, place in enumerate(about.places):
            if at:
                self.lines.addWidget(Rule(look))
            self._add(place, show_folder)
        self.lines.addStretch(1)
        self.tell(" ".join(f"{one.name}: {one.path}, {one.words}." for one in about.places))

    def _add(self, place: PlaceFact, show_folder: Callable[[PlaceFact], object]) -> None:
        look = self.look
        line, words = row(look.space(12)), column(look.space(2))
        words.addWidget(Label(look, place.name, TypeRole.BODY_BOLD))
        words.addWidget(_long_label(look, str(place.path)))
        there = "" if place.there else " Deze map is er nog niet."
        words.addWidget(Label(look, f"{place.words[0].upper()}{place.words[1:]}.{there}", TypeRole.CAPTION, "ink2"))
        line.addLayout(words, 1)
        if place.there:
            button = Button(look, "Map openen")
            button.setAccessibleName(f"Map openen: {place.name}")
            button.clicked.connect(lambda: show_folder(place))
            self.buttons[place.key] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.lines.addLayout(line)


class LicencePage(QWidget):
    """All components; the text of the licence of the one that is chosen."""

    def __init__(self, look: Look, components: Sequence[Component]) -> None:
        super().__init__()
        self._components = tuple(components)
        self.list, self.text = QListWidget(), QPlainTextEdit()
        self.licence = Label(look, "", TypeRole.BODY_BOLD)
        whole = row(look.space(14))
        self.setLayout(whole)
        whole.addLayout(self._left(look), 2)
        whole.addLayout(self._right(look), 3)
        for one in self._components:
            self.list.addItem(one.line)
        self.list.currentRowChanged.connect(self._show)
        if self._components:
            self.list.setCurrentRow(0)
        else:
            self.licence.setText("De lijst met onderdelen is niet te lezen.")

    def _left(self, look: Look) -> QVBoxLayout:
        left = column(look.space(6))
        label = Label(look, f"Onderdelen ({len(self._components)})", TypeRole.BODY_BOLD)
        label.setBuddy(self.list)
        self.list.setAccessibleName("Onderdelen van Vormwijzer")
        self.list.setMinimumWidth(min(look.glyph(_LIST), _LIST_MOST))
        self.list.setMinimumHeight(look.glyph(100))
        self.list.setStyleSheet(f"QListWidget::item {{ min-height: {max(28, look.control_height - 4)}px; }}")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        left.addWidget(label)
        left.addWidget(self.list, 1)
        return left

    def _right(self, look: Look) -> QVBoxLayout:
        right = column(look.space(6))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Tekst van de licentie")
        self.text.setMinimumWidth(min(look.glyph(_TEXT), _TEXT_MOST))
        self.text.setMinimumHeight(look.glyph(100))
        right.addWidget(self.licence)
        right.addWidget(self.text, 1)
        return right

    def _show(self, at: int) -> None:
        if 0 <= at < len(self._components):
            one = self._components[at]
            self.licence.setText(f"Licentie: {one.licence or 'onbekend'}")
            self.text.setPlainText(one.licence_text())
            self.text.setAccessibleDescription(f"{one.line}, licentie {one.licence or 'onbekend'}")


def _long_label(look: Look, text: str) -> Label:
    label = Label(look, breakable(text, folders=True))
    label.setAccessibleName(text)
    return label
