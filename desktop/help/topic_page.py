"""One page of the naslag, drawn from its blocks with the labels of the program. Its text can be selected."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from models.knowledge.topic import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    SourceNote,
    Topic,
    TopicKind,
    texts_of_topic,
)
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading as HeadingLabel
from wizards.widgets.text import Label

__all__ = ["TopicPage"]

_WIDEST = 760
"""Pixels at zoom 1: about 75 characters."""

_LONGEST_LINK = 60


class TopicPage(QScrollArea):
    """``wanted``: the key of a page that a link leads to."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setWidgetResizable(True)
        self.setAccessibleName("Pagina")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = ""

    def show_topic(self, topic: Topic, titles: Mapping[str, str], shelf: str = "") -> None:
        """Show ``topic``; ``titles``: of the pages that it can lead to, by key."""
        self._text = "\n".join((*texts_of_topic(topic), *(source.text for source in topic.sources)))
        page, layout = self._fresh(shelf or topic.kind.shelf, topic.title)
        for block in topic.body if topic.kind is not TopicKind.STEP else _help_first(topic.body):
            self._block(layout, block)
        self._sources(layout, topic.sources)
        self._links(layout, topic.links, titles)
        layout.addStretch(1)
        self._place(page)

    def show_start(self, shelves: Mapping[str, str]) -> None:
        """The beginning: what there is to read; ``shelves``: the key of a first page and its name."""
        self._text = ""
        page, layout = self._fresh("Naslag", "Waar zoekt u iets over?")
        layout.addWidget(
            self._words("Kies een onderwerp in de lijst, of zoek op een woord. De bron staat bij elke pagina.")
        )
        flow = FlowLayout(self._look.space(8))
        for key, name in shelves.items():
            flow.addWidget(self._link(name, key))
        layout.addLayout(flow)
        layout.addStretch(1)
        self._place(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the whole page; parts of it are selected with the mouse."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._text:
            QGuiApplication.clipboard().setText(self._text)
            return
        super().keyPressEvent(event)

    def _fresh(self, above: str, title: str) -> tuple[QWidget, QVBoxLayout]:
        look = self._look
        page = QWidget()
        side = look.space(40)
        outer = row(0, (side, look.space(24), side, look.space(32)))
        page.setLayout(outer)
        inside = QWidget()
        inside.setMaximumWidth(look.glyph(_WIDEST))
        outer.addWidget(inside, 1)
        outer.addStretch(0)
        layout = column(look.space(10))
        inside.setLayout(layout)
        layout.addWidget(Label(look, above, TypeRole.CAPTION, "ink2"))
        layout.addWidget(HeadingLabel(look, title, 1))
        page.setAccessibleName(title)
        return page, layout

    def _place(self, page: QWidget) -> None:
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(page.accessibleName())

    def _words(self, text: str, role: TypeRole = TypeRole.BODY, colour: str = "ink") -> Label:
        label = Label(self._look, text, role, colour)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        label.setTextInteractionFlags(flags)
        return label

    def _block(self, layout: QVBoxLayout, block: Block) -> None:
        look = self._look
        match block:
            case Heading():
                layout.addSpacing(look.space(6))
                layout.addWidget(HeadingLabel(look, block.text, 3))
            case Paragraph():
                layout.addWidget(self._words(block.text))
            case Bullets():
                for item in block.items:
                    line = row(look.space(8))
                    line.addWidget(Label(look, "•", colour="action", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
                    line.addWidget(self._words(item), 1)
                    layout.addLayout(line)
            case Facts():
                layout.addLayout(self._facts(block))

    def _facts(self, facts: Facts) -> QGridLayout:
        look, grid = self._look, QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space(16))
        grid.setVerticalSpacing(look.space(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, value) in enumerate(facts.pairs):
            grid.addWidget(self._words(name, TypeRole.BODY_BOLD), at, 0, top)
            grid.addWidget(self._words(value), at, 1, top)
        return grid

    def _sources(self, layout: QVBoxLayout, sources: tuple[SourceNote, ...]) -> None:
        if not sources:
            return
        layout.addSpacing(self._look.space(8))
        layout.addWidget(Rule(self._look))
        layout.addWidget(HeadingLabel(self._look, "Bronnen" if len(sources) > 1 else "Bron", 3))
        for source in sources:
            line = row(self._look.space(8))
            line.addWidget(self._words(source.text, TypeRole.CAPTION, "ink2"), 1)
            if source.key:
                button = self._link("Over deze bron", source.key)
                button.setAccessibleName(f"Over de bron {source.text}")
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(line)

    def _links(self, layout: QVBoxLayout, links: tuple[str, ...], titles: Mapping[str, str]) -> None:
        known = [key for key in links if key in titles]
        if not known:
            return
        layout.addSpacing(self._look.space(8))
        layout.addWidget(Rule(self._look))
        layout.addWidget(HeadingLabel(self._look, "Zie ook", 3))
        flow = FlowLayout(self._look.space(4))
        for key in known:
            flow.addWidget(self._link(titles[key], key))
        layout.addLayout(flow)

    def _link(self, words: str, key: str) -> Button:
        short = words if len(words) <= _LONGEST_LINK else f"{words[: _LONGEST_LINK - 1].rstrip()}…"
        button = Button(self._look, short, ButtonKind.QUIET)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.wanted.emit(key))
        return button


def _help_first(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Of the page of an onderdeel: how to fill it in goes before the rest."""
    at = next((i for i, block in enumerate(body) if isinstance(block, Bullets)), None)
    if at is None:
        return body
    begin = at - 1 if at and isinstance(body[at - 1], Heading) else at
    return (*body[begin : at + 1], *body[:begin], *body[at + 1 :])
