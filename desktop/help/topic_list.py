"""The shelves of the naslag as a tree model: shelves with their pages, or the pages that a search found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from models.knowledge.topic import Topic, TopicKind
from wizards.widgets.text import tooltip

__all__ = ["KEY", "TopicModel"]

KEY = Qt.ItemDataRole.UserRole + 1
"""The role under which an item keeps the key of its page; empty for a shelf."""

_FIRST = (TopicKind.HELP, TopicKind.STEP)
"""Shelves about the program itself; they stand last, after what one comes to read."""


class TopicModel(QStandardItemModel):
    """No page is drawn for an item: 429 of them cost next to nothing."""

    def show_shelves(self, topics: Sequence[Topic]) -> None:
        """Every page on its shelf."""
        self.clear()
        shelves: dict[TopicKind, QStandardItem] = {}
        for kind in (*(kind for kind in TopicKind if kind not in _FIRST), *_FIRST):
            on_it = [topic for topic in topics if topic.kind is kind]
            if on_it:
                shelf = shelves[kind] = _item(f"{kind.shelf} ({len(on_it)})", "")
                shelf.appendRows([_item(topic.title, topic.key) for topic in on_it])
        self.invisibleRootItem().appendRows(list(shelves.values()))

    def show_found(self, topics: Sequence[Topic]) -> None:
        """The pages that a search found, each with its shelf."""
        self.clear()
        self.invisibleRootItem().appendRows([_item(f"{t.title} · {t.kind.shelf}", t.key) for t in topics])

    def find(self, key: str) -> QStandardItem | None:
        """The item of a page."""
        tops = (self.item(at) for at in range(self.rowCount()))
        for top in tops:
            for item in (top, *(top.child(at) for at in range(top.rowCount()))):
                if key and item.data(KEY) == key:
                    return item
        return None


def _item(text: str, key: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setData(key, KEY)
    item.setToolTip(tooltip(text))
    return item
