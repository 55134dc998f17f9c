"""What can be voted on, by kind, with what happened to each; a search above it."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.workshop.people_sides import labelled
from desktop.workshop.stand import Stand
from desktop.workshop.vote_pages import all_subjects, state_words
from models.wording.workshop_words import label_of
from models.workshop.records import Subject, SubjectKind
from models.workshop.revealed import Revealed
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.inputs import Line
from wizards.widgets.text import Label

__all__ = ["SubjectList"]

_Index = QModelIndex | QPersistentModelIndex
_STATE = Qt.ItemDataRole.UserRole + 1
_HEAD = Qt.ItemDataRole.UserRole + 2
_HEADS: Mapping[SubjectKind, str] = {
    SubjectKind.SCORE: "Stellingen",
    SubjectKind.IMPORTANCE: "Hoe zwaar telt het",
    SubjectKind.FACTOR: "Factoren",
    SubjectKind.INFLUENCE: "Belanghebbenden",
    SubjectKind.INTEREST: "Belanghebbenden",
    SubjectKind.DOTS: "Stippen geven",
}


class Row(NamedTuple):
    """A line of the list: the head of a kind (without a subject), or a subject with its state."""

    text: str
    state: str = ""
    subject: Subject | None = None
    found: str = ""


class _Subjects(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: tuple[Row, ...]) -> bool:
        """Show these; whether it is another list than before, so that the choice must be made again."""
        if rows == self.rows:
            return False
        same = [_key(row) for row in rows] == [_key(row) for row in self.rows]
        if same:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        head = 0 <= index.row() < len(self.rows) and self.rows[index.row()].subject is None
        return Qt.ItemFlag.NoItemFlags if head else super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.state}" if row.state else row.text
        if role == _HEAD:
            return row.subject is None
        return {Qt.ItemDataRole.DisplayRole: row.text, _STATE: row.state}.get(role)


def _key(row: Row) -> str:
    return row.subject.key if row.subject is not None else row.text


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        look = self._look
        if index.data(_HEAD):
            return QSize(160, round(look.metrics(TypeRole.CAPTION_BOLD).height() + look.space(16)))
        lines = look.metrics(TypeRole.BODY_BOLD).height() + look.metrics(TypeRole.CAPTION).height()
        return QSize(160, max(36, round(lines + look.space(12))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        painter.save()
        box = QRectF(option.rect)
        if index.data(_HEAD):
            painter.setFont(look.font(TypeRole.CAPTION_BOLD))
            painter.setPen(look.colour("ink2"))
            room = box.adjusted(look.space(12), 0, 0, -look.space(4))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, str(index.data()))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, look.colour("select"))
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), look.colour("action"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(look.space(12), look.space(6), -look.space(12), -look.space(6))
        for role, colour, side, text in (
            (TypeRole.BODY_BOLD, "ink", Qt.AlignmentFlag.AlignTop, index.data()),
            (TypeRole.CAPTION, "ink2", Qt.AlignmentFlag.AlignBottom, index.data(_STATE)),
        ):
            painter.setFont(look.font(role))
            painter.setPen(look.colour("on_select" if chosen else colour))
            words = painter.fontMetrics().elidedText(str(text), Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | side, words)
        painter.restore()


class _List(QListView):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._delegate = _Rows(look)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(320, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Six rows: with more there is a bar."""
        line = self._look.metrics(TypeRole.BODY_BOLD).height() + self._look.metrics(TypeRole.CAPTION).height()
        return QSize(200, round((line + self._look.space(12)) * 6))


class SubjectList(QWidget):
    """``chosen``: another subject, by its key; empty for none; ``picked``: with a click or Enter, so that somebody
    wants to see it. ``closed``: only subjects with a closed round.
    """

    chosen = Signal(str)
    picked = Signal()

    def __init__(self, stand: Stand, *, closed: bool = False) -> None:
        super().__init__()
        self._stand, self._closed, self._key, self._quiet = stand, closed, "", False
        self._every: tuple[Row, ...] = ()
        look = stand.look
        layout = column(look.space(8))
        self.setLayout(layout)
        self.search = Line(look)
        self.search.setClearButtonEnabled(True)
        layout.addWidget(labelled(look, "Zoek een onderwerp", self.search))
        self.nothing = Label(look, "Er is geen onderwerp met deze woorden.", colour="ink2")
        layout.addWidget(self.nothing)
        self.model = _Subjects()
        self.list = _List(look)
        self.list.setAccessibleName("Onderwerpen")
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.list.clicked.connect(lambda _index: self.picked.emit())
        self.list.activated.connect(lambda _index: self.picked.emit())
        layout.addWidget(self.list, 1)
        self.search.edited.connect(lambda _text: self._filter())

    @property
    def subject(self) -> Subject | None:
        """The chosen subject, also where the search does not find it."""
        return next((row.subject for row in self._every if row.subject is not None and _key(row) == self._key), None)

    @property
    def empty(self) -> bool:
        """Whether there is no subject at all."""
        return not self._every

    def refresh(self) -> None:
        """Show the subjects as they are now, and what happened to each."""
        self._every = tuple(self._rows())
        self._filter()

    def choose(self, key: str) -> None:
        """Choose a subject; the search is given up where it does not find it."""
        self._key = key
        if key and all(_key(row) != key for row in self.model.rows if row.subject is not None):
            self.search.show_value("")
            self._filter()
        self._show_choice(scroll=True)

    def _rows(self) -> Sequence[Row]:
        stand = self._stand
        session = stand.desk.session
        rounds: dict[str, list[Revealed]] = {}
        for one in session.rounds if session is not None else ():
            rounds.setdefault(one.subject.key, []).append(one)
        known = all_subjects(stand)
        if self._closed:
            # What was voted on may be gone from the dossier since.
            now = {one.key for one in known}
            gone = tuple(held[-1].subject for key, held in rounds.items() if key not in now)
            known = tuple(one for one in (*known, *gone) if one.key in rounds)
        rows, head = [], ""
        for subject in known:
            text = label_of(stand.editor.dossier, stand.knowledge, subject) or "Lijst zonder naam"
            if _HEADS[subject.kind] != head:
                head = _HEADS[subject.kind]
                rows.append(Row(head))
            state = state_words(rounds.get(subject.key, ()))
            rows.append(Row(text, state, subject, f"{text} {subject.title}".casefold()))
        return rows

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        kept = [row for row in self._every if row.subject is None or all(word in row.found for word in words)]
        pairs = zip_longest(kept, kept[1:])
        # The head of a kind goes with the last of its subjects.
        rows = tuple(row for row, after in pairs if row.subject is not None or (after and after.subject is not None))
        where = self.list.verticalScrollBar().value()
        self._quiet = True
        if self.model.take(rows):
            self._show_choice(scroll=False)
            self.list.verticalScrollBar().setValue(where)
        self._quiet = False
        self.nothing.setVisible(bool(words) and not rows)

    def _show_choice(self, *, scroll: bool) -> None:
        at = next((n for n, row in enumerate(self.model.rows) if row.subject and _key(row) == self._key), -1)
        index = self.model.index(at) if at >= 0 else QModelIndex()
        if index != self.list.currentIndex():
            if scroll:
                self.list.setCurrentIndex(index)
            else:
                self.list.selectionModel().setCurrentIndex(
                    index, self.list.selectionModel().SelectionFlag.ClearAndSelect
                )

    def _tell(self) -> None:
        place = self.list.currentIndex().row()
        if self._quiet or not 0 <= place < len(self.model.rows):
            return
        self._key = _key(self.model.rows[place])
        self.chosen.emit(self._key)
