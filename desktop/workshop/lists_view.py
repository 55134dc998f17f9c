"""The parking list and the agreements: added, changed and removed as people talk, and kept as they are typed."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer

from desktop.workshop.lists_rows import AgreementRow, ListRow, ParkedRow
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Undone, ViewPage, beamer_button, change_workshop, flowing
from models.dossier.edit import fresh_id
from models.wording.workshop import agreements_page, parked_page
from models.workshop.pages import Page
from models.workshop.records import Agreement, Parked, Workshop
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import Button
from wizards.widgets.columns import Columns
from wizards.widgets.inputs import Line
from wizards.widgets.text import Heading, Label

__all__ = ["PAUSE_MS", "ListCard", "ListsView"]

PAUSE_MS = 600
"""How long somebody stops typing before it is kept."""


class _Kind(NamedTuple):
    """One list. ``attribute``: of the werksessie; ``noun``: of one row, in Dutch."""

    attribute: str
    title: str
    text: str
    noun: str
    removed: str
    empty: str
    row: Callable[[Look], ListRow]
    make: Callable[[str], Any]
    page: Callable[[Workshop], Page]


def _parked(text: str) -> Parked:
    return Parked(id=fresh_id(), text=text)


def _agreement(text: str) -> Agreement:
    return Agreement(id=fresh_id(), text=text)


_PARKED = _Kind(
    "parked",
    "Voor later",
    "Wat nu te ver voert. Zo gaat het gesprek door en raakt niets kwijt.",
    "punt",
    "Punt verwijderd.",
    "Er staat nog niets op de lijst.",
    ParkedRow,
    _parked,
    parked_page,
)
_AGREEMENTS = _Kind(
    "agreements",
    "Afspraken",
    "Wat is afgesproken, wie het doet en wanneer. De zaal ziet geen namen van deelnemers.",
    "afspraak",
    "Afspraak verwijderd.",
    "Er is nog niets afgesproken.",
    AgreementRow,
    _agreement,
    agreements_page,
)


class ListsView(ViewPage):
    """Both lists, beside each other where there is room."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand, "Afspraken", "Wat is afgesproken, en wat voor later is. Het wordt vanzelf bewaard.")
        self.parked, self.agreements = ListCard(stand, _PARKED), ListCard(stand, _AGREEMENTS)
        columns = Columns(self.look, narrowest=440, most=2, spacing=14)
        columns.add(self.parked)
        columns.add(self.agreements)
        self.content.addWidget(columns)
        self.content.addStretch(1)
        self.follow(stand.desk.changed)

    def refresh(self) -> None:
        """Show both lists."""
        self.parked.refresh()
        self.agreements.refresh()

    def leave(self) -> None:
        """Keep what was typed; call it before the desk is closed."""
        self.parked.keep_all()
        self.agreements.keep_all()


class ListCard(Card):
    """One list of the werksessie."""

    def __init__(self, stand: Stand, kind: _Kind) -> None:
        super().__init__(stand.look, spacing=10)
        self._stand, self._kind = stand, kind
        self._rows: dict[str, ListRow] = {}
        self._waiting: dict[str, dict[str, object]] = {}
        self._of: str | None = None
        look = stand.look
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.count = Label(look, "", TypeRole.BODY_BOLD, "action")
        self.empty = Label(look, kind.empty, colour="ink2")
        self._list = column(look.space(12))
        self.undone = Undone(look)
        for widget in (Heading(look, kind.title, 3), Label(look, kind.text, colour="ink2"), self.count, self.empty):
            self.body.addWidget(widget)
        self.body.addLayout(self._list)
        self.body.addWidget(self.undone)
        self.body.addWidget(Rule(look))
        self._add_new()
        self.beamer = beamer_button(look, "Toon in de zaal", self.show_in_room, kind.title)
        self.body.addLayout(flowing(look, self.beamer))
        self.body.addStretch(1)

    def _add_new(self) -> None:
        look, noun = self._stand.look, self._kind.noun
        which = "Nieuw" if noun == "punt" else "Nieuwe"
        label = Label(look, f"{which} {noun}", TypeRole.BODY_BOLD)
        self.new = Line(look)
        self.new.setAccessibleName(f"{which} {noun}")
        self.new.returnPressed.connect(self.add)
        self.new.left.connect(self._left_new)
        label.setBuddy(self.new)
        self.add_button = Button(look, "Toevoegen", icon="plus")
        self.add_button.setAccessibleName(f"{noun.capitalize()} toevoegen")
        self.add_button.clicked.connect(lambda *_: self._add_and_stay())
        line = row(look.space(10))
        line.addWidget(self.new, 1)
        line.addWidget(self.add_button)
        self.body.addWidget(label)
        self.body.addLayout(line)

    # --- showing

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """The rows, in order."""
        return tuple(self._rows.values())

    def refresh(self) -> None:
        """Show what is kept; what is being typed stays."""
        workshop = self._stand.desk.workshop
        if workshop is not None and self._of not in (None, workshop.id):
            self._waiting.clear()
            self.undone.withdraw()
        self._of = workshop.id if workshop is not None else None
        records = self._records(workshop)
        if list(self._rows) != [record.id for record in records]:
            self._arrange(records)
        for number, record in enumerate(records, 1):
            self._rows[record.id].number(number)
            self._rows[record.id].show_record(record, frozenset(self._waiting.get(record.id, ())))
        self.empty.setVisible(not records)
        self.count.setVisible(bool(records))
        self.count.setText(self._counted(records))

    def _counted(self, records: tuple[Any, ...]) -> str:
        if self._kind is _PARKED:
            still = sum(not record.done for record in records)
            return f"Nog {still} van de {len(records)} te bespreken" if records else ""
        undated = sum(record.due is None or not record.owner.strip() for record in records)
        said = "1 afspraak" if len(records) == 1 else f"{len(records)} afspraken"
        return f"{said}, {undated} nog zonder naam of datum" if undated else said

    def _arrange(self, records: tuple[Any, ...]) -> None:
        wanted = [record.id for record in records]
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            self._waiting.pop(key, None)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = {key: self._rows.get(key) or self._made(key) for key in wanted}
        for place, widget in enumerate(self._rows.values()):
            if self._list.indexOf(widget) != place:
                self._list.removeWidget(widget)
                self._list.insertWidget(place, widget)
                widget.show()

    def _made(self, key: str) -> ListRow:
        made = self._kind.row(self._stand.look)
        made.typed.connect(lambda field, value: self._take(key, field, value))
        made.left.connect(self.keep)
        made.removed.connect(lambda: self.remove(key))
        return made

    # --- keeping

    def _take(self, key: str, field: str, value: object) -> None:
        self._waiting.setdefault(key, {})[field] = value
        self.undone.withdraw()
        self._pause.start()

    def keep(self) -> None:
        """Keep what was typed in the rows."""
        self._pause.stop()
        if self._waiting:
            waiting, self._waiting = self._waiting, {}
            self._change(
                lambda rows: tuple(one.model_copy(update=waiting[one.id]) if one.id in waiting else one for one in rows)
            )

    def keep_all(self) -> None:
        """Keep what was typed in the rows, and a new one that nobody added yet."""
        self.keep()
        self.add()

    def add(self) -> None:
        """Add what stands in the field for a new one."""
        text = self.new.text().strip()
        if text:
            self.new.clear()
            self.undone.withdraw()
            made = self._kind.make(text)
            self._change(lambda rows: (*rows, made))

    def remove(self, key: str) -> None:
        """Take a row out; it can be brought back."""
        self.keep()
        records = self._records(self._stand.desk.workshop)
        place = next((place for place, one in enumerate(records) if one.id == key), None)
        if place is None:
            return
        gone = records[place]
        self._change(lambda rows: tuple(one for one in rows if one.id != key))
        self.undone.offer(self._kind.removed, lambda: self._bring_back(place, gone))

    def _bring_back(self, place: int, gone: Any) -> None:
        self._change(lambda rows: (*rows[:place], gone, *rows[place:]))
        self._rows[gone.id].take_focus()

    def show_in_room(self) -> None:
        """Let the room see the list, now and as it grows."""
        self.keep_all()
        desk, page = self._stand.desk, self._kind.page
        if desk.workshop is None:
            desk.begin()
        self._stand.direction.show(self._kind.title, lambda: page(desk.workshop) if desk.workshop is not None else None)

    def _left_new(self) -> None:
        # While another window has the focus, this field is still the one to go on in.
        if self.window().focusWidget() is not self.new:
            self.add()

    def _add_and_stay(self) -> None:
        self.add()
        self.new.setFocus()

    def _records(self, workshop: Workshop | None) -> tuple[Any, ...]:
        return getattr(workshop, self._kind.attribute) if workshop is not None else ()

    def _change(self, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> None:
        name = self._kind.attribute
        change_workshop(self._stand, lambda held: held.model_copy(update={name: change(getattr(held, name))}))
        if not self.isVisible():
            self.refresh()
