"""Naslag: left the shelves and a search, right the page. It knows no dossier."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QTreeView, QWidget

from desktop.help.topic_list import KEY, TopicModel
from desktop.help.topic_page import TopicPage
from models.knowledge import Knowledge
from models.knowledge.reference import search_topics, topics
from models.knowledge.topic import Topic, TopicKind
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import IconButton
from wizards.widgets.text import Label

__all__ = ["HelpView"]

_DEBOUNCE_MS = 120
_MOST_PLACES = 100
_NARROW = 900
_START = ""


class HelpView(QWidget):
    """``open_topic`` shows a page, empty for the beginning. ``opened``: the key of the page that is shown."""

    opened = Signal(str)

    def __init__(self, look: Look, knowledge: Knowledge) -> None:
        super().__init__()
        self._look, self._knowledge = look, knowledge
        self._topics = {topic.key: topic for topic in topics(knowledge)}
        self._titles = {key: topic.title for key, topic in self._topics.items()}
        self._way: list[str] = []
        self._at = -1
        self.setAccessibleName("Naslag")
        self._whole = row()
        self.setLayout(self._whole)
        self.model = TopicModel()
        self._whole.addWidget(self._make_side())
        self.page = TopicPage(look)
        self.page.wanted.connect(self._follow)
        self._whole.addWidget(self.page, 1)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._look_for)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.go(by))
        self.model.show_shelves(tuple(self._topics.values()))
        look.changed.connect(self._dress)
        self._dress()

    @property
    def topic(self) -> str:
        """The key of the page that is shown, empty for the beginning."""
        return self._way[self._at] if self._way else _START

    def open_topic(self, topic: str = _START) -> None:
        """Show a page such as ``case:bar``; empty or unknown: the beginning."""
        key = topic if topic in self._topics else _START
        if not self._way or self.topic != key:
            del self._way[self._at + 1 :]
            self._way = [*self._way, key][-_MOST_PLACES:]
            self._at = len(self._way) - 1
        self._show()
        if not self.isAncestorOf(self.focusWidget() or self):
            (self.page if key else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, by: int) -> None:
        """Back (-1) or forward (1) among the pages that were read."""
        if 0 <= self._at + by < len(self._way):
            self._at += by
            self._show()

    def focus_search(self) -> None:
        """Put the focus in the search; the window calls this for Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # --- building

    def _make_side(self) -> QWidget:
        look = self._look
        self.side = QWidget()
        layout = column(look.space(8))
        self.side.setLayout(layout)
        line = row(look.space(6))
        self.back = IconButton(look, "arrow-left", "Vorige pagina van de naslag (Alt+←)")
        self.forth = IconButton(look, "arrow-right", "Volgende pagina van de naslag (Alt+→)")
        self.back.clicked.connect(lambda: self.go(-1))
        self.forth.clicked.connect(lambda: self.go(1))
        line.addWidget(self.back)
        line.addWidget(self.forth)
        line.addStretch(1)
        layout.addLayout(line)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Zoek in de naslag")
        self.search.setAccessibleName("Zoek in de naslag")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(look.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _text: self._debounce.start())
        self.search.returnPressed.connect(self._open_first)
        layout.addWidget(self.search)
        self.found = Label(look, "", TypeRole.CAPTION, "ink2")
        self.found.hide()
        layout.addWidget(self.found)
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName("Planken van de naslag")
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.activated.connect(self._open_index)
        self.tree.clicked.connect(self._open_index)
        layout.addWidget(self.tree, 1)
        return self.side

    def _dress(self) -> None:
        look = self._look
        self.search.setFont(look.font())
        self.tree.setFont(look.font())
        self.tree.setStyleSheet(f"QTreeView::item {{ min-height: {max(28, round(look.metrics().height()) + 8)}px; }}")
        self.tree.setIndentation(look.glyph(16))
        self._fold()
        if self._way:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shelves beside the page where there is room, else above it."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._look.glyph(_NARROW)
        ways, look = QBoxLayout.Direction, self._look
        layout = self.side.layout()
        assert layout is not None
        right = look.space(24) if narrow else 0
        layout.setContentsMargins(look.space(24), look.space(16), right, look.space(8 if narrow else 16))
        self._whole.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        if narrow:
            self.side.setMaximumSize(16_777_215, max(self.height() * 2 // 5, 220))
            self.side.setMinimumWidth(0)
        else:
            self.side.setMaximumSize(self._look.glyph(320), 16_777_215)
            self.side.setMinimumWidth(self._look.glyph(280))

    # --- pages

    def _show(self) -> None:
        topic = self._topics.get(self.topic)
        if topic is None:
            self.page.show_start(self._first_of_shelves())
        else:
            self.page.show_topic(topic, self._titles)
        self._mark(self.topic)
        self.opened.emit(self.topic)

    def _first_of_shelves(self) -> dict[str, str]:
        firsts: dict[TopicKind, Topic] = {}
        for topic in self._topics.values():
            firsts.setdefault(topic.kind, topic)
        shelves = {topic.key: kind.shelf for kind, topic in firsts.items() if kind is not TopicKind.HELP}
        own = ("help:sneltoetsen", "help:toegankelijkheid", "help:privacy", "help:over")
        return shelves | {key: self._titles[key] for key in own if key in self._titles}

    def _mark(self, key: str) -> None:
        item = self.model.find(key)
        if item is None:
            return
        index = item.index()
        self.tree.expand(index.parent())
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def _open_index(self, index: QModelIndex) -> None:
        key = index.data(KEY)
        if key:
            self.open_topic(str(key))
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _follow(self, key: str) -> None:
        """A link: its button goes with the page, so the focus goes to the new page."""
        self.open_topic(key)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- searching

    def _look_for(self) -> None:
        query = self.search.text().strip()
        if not query:
            self.found.hide()
            self.model.show_shelves(tuple(self._topics.values()))
            self._mark(self.topic)
            return
        hits = search_topics(self._knowledge, query)
        self.model.show_found(hits)
        words = {0: "Niets gevonden. Probeer een korter woord.", 1: "1 pagina gevonden"}
        self.found.setText(words.get(len(hits), f"{len(hits)} pagina's gevonden"))
        self.found.show()

    def _open_first(self) -> None:
        """Enter in the search opens the first page that was found."""
        if self._debounce.isActive():
            self._debounce.stop()
            self._look_for()
        first = self.model.item(0)
        if self.search.text().strip() and first is not None:
            self.open_topic(str(first.data(KEY)))
