"""Who is chosen in the netwerkopstelling: move, turn, connect and disconnect without a mouse."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.workshop.setup_changes import connected, disconnected, looks_at, neighbours
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import flowing
from models.dossier.explore import Stakeholder
from models.figures.answers import name_of
from wizards.look.tokens import TypeRole
from wizards.steps.krachtenveld_parts.rings import Rings
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.inputs import Combo
from wizards.widgets.signs import Notice
from wizards.widgets.text import Label

__all__ = ["ChosenFigure"]

_TURN = 15
_MOVES = (
    ("arrow-left", "Naar links", (-1, 0)),
    ("chevron-up", "Naar boven", (0, 1)),
    ("chevron-down", "Naar beneden", (0, -1)),
    ("arrow-right", "Naar rechts", (1, 0)),
)


class ChosenFigure(Card):
    """``wanted``: the key of somebody else, from the list."""

    wanted = Signal(str)

    def __init__(self, stand: Stand, rings: Rings) -> None:
        super().__init__(stand.look, padding=16, spacing=10)
        self._stand, self._rings = stand, rings
        look = stand.look
        label = Label(look, "Belanghebbende", TypeRole.BODY_BOLD)
        self.who = Combo(look, "Kies een belanghebbende")
        self.who.setAccessibleName("Belanghebbende")
        self.who.edited.connect(lambda key: self.wanted.emit(key) if key else self.refresh())
        label.setBuddy(self.who)
        self.body.addWidget(label)
        self.body.addWidget(self.who)
        self.rest = QWidget()
        inner = column(look.space(10))
        self.rest.setLayout(inner)
        self._make_place(inner)
        self._make_lines(inner)
        self.body.addWidget(self.rest)
        self.drawing = self._make_drawing()
        self.body.addWidget(self.drawing)
        self.drawing.hide()
        rings.wanted.connect(self.drawing.setVisible)

    # --- making

    def _make_place(self, inner: QVBoxLayout) -> None:
        look, rings = self._stand.look, self._rings
        self.moves = tuple(IconButton(look, icon, words) for icon, words, _ in _MOVES)
        for button, (_, _, (right, up)) in zip(self.moves, _MOVES, strict=True):
            button.clicked.connect(lambda *_, right=right, up=up: rings.moved.emit(right, up, False))
        self.left = Button(look, "Linksom", icon="undo")
        self.right = Button(look, "Rechtsom", icon="redo")
        self.left.setAccessibleName("Draai linksom")
        self.right.setAccessibleName("Draai rechtsom")
        self.left.clicked.connect(lambda *_: rings.turn(-_TURN))
        self.right.clicked.connect(lambda *_: rings.turn(_TURN))
        self.looks = Label(look, "", colour="ink2")
        self.back = Button(look, "Terug naar de ring", ButtonKind.QUIET, icon="undo")
        self.back.clicked.connect(lambda *_: rings.put_back())
        inner.addLayout(flowing(look, Label(look, "Verplaats", TypeRole.BODY_BOLD, wrap=False), *self.moves, spacing=4))
        inner.addLayout(flowing(look, Label(look, "Draai", TypeRole.BODY_BOLD, wrap=False), self.left, self.right))
        inner.addWidget(self.looks)
        inner.addLayout(flowing(look, self.back))

    def _make_lines(self, inner: QVBoxLayout) -> None:
        look = self._stand.look
        label = Label(look, "Verbonden met", TypeRole.BODY_BOLD)
        self.alone = Label(look, "Nog met niemand.", colour="ink2")
        self._ties = column(look.space(4))
        self.ties: dict[str, Button] = {}
        self.other = Combo(look, "Kies wie erbij hoort")
        self.other.setAccessibleName("Verbind met")
        self.link = Button(look, "Verbind", icon="plus")
        self.link.clicked.connect(lambda *_: self.connect_to(str(self.other.currentData() or "")))
        with_ = Label(look, "Verbind met", TypeRole.BODY_BOLD)
        with_.setBuddy(self.other)
        self._more = QWidget()
        more = column(look.space(4))
        more.addWidget(with_)
        more.addLayout(flowing(look, self.other, self.link))
        self._more.setLayout(more)
        inner.addWidget(label)
        inner.addWidget(self.alone)
        inner.addLayout(self._ties)
        inner.addWidget(self._more)

    def _make_drawing(self) -> Notice:
        look = self._stand.look
        notice = Notice(look, "Verbinden", "Kies de ander in het beeld en druk op Enter, of klik op de ander.")
        off = Button(look, "Niet verbinden", ButtonKind.QUIET, icon="close")
        off.clicked.connect(lambda *_: self._rings.leave_off())
        notice.body.addWidget(off, 0, Qt.AlignmentFlag.AlignLeft)
        return notice

    # --- showing

    def refresh(self) -> None:
        """Show who is chosen now."""
        people = self._stand.editor.dossier.krachtenveld.stakeholders
        self.who.offer(tuple((one.id, name_of(one.name)) for one in people))
        one = next((one for one in people if one.id == self._rings.current), None)
        self.who.show_value(one.id if one is not None else "")
        self.rest.setVisible(one is not None)
        if one is not None:
            self._show(one)

    def _show(self, one: Stakeholder) -> None:
        held = self.back.hasFocus()
        self.back.setVisible(one.place is not None)
        if held and one.place is None:
            self.who.setFocus()
        self.looks.setText(looks_at(one.place.degrees if one.place is not None else 0))
        dossier = self._stand.editor.dossier
        names = {row.id: name_of(row.name) for row in dossier.krachtenveld.stakeholders}
        met = neighbours(dossier, one.id)
        self.alone.setVisible(not met)
        self._show_ties({key: names[key] for key in met})
        others = tuple((key, name) for key, name in names.items() if key != one.id and key not in met)
        self._more.setVisible(bool(others))
        self.other.offer(others)

    def _show_ties(self, met: dict[str, str]) -> None:
        names = {key: button.accessibleDescription() for key, button in self.ties.items()}
        if names == met:
            return
        while (item := self._ties.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.ties = {}
        for key, name in met.items():
            tie = self._tie(key, name)
            self._ties.addWidget(tie)
            tie.show()

    def _tie(self, key: str, name: str) -> QWidget:
        look = self._stand.look
        line, widget = row(look.space(8)), QWidget()
        off = Button(look, "Losmaken", ButtonKind.QUIET, icon="close")
        off.setAccessibleDescription(name)
        off.clicked.connect(lambda *_: self.disconnect_from(key))
        self.ties[key] = off
        line.addWidget(Label(look, name), 1)
        line.addWidget(off)
        widget.setLayout(line)
        return widget

    # --- doing

    def connect_to(self, other: str) -> None:
        """Draw a line from the chosen one."""
        key = self._rings.current
        if key and other:
            self._stand.editor.apply(lambda dossier: connected(dossier, key, other), "Verbonden.")
            (self.other if self._more.isVisible() else self.who).setFocus()

    def disconnect_from(self, other: str) -> None:
        """Take the line between the chosen one and another away."""
        key = self._rings.current
        if key:
            self._stand.editor.apply(lambda dossier: disconnected(dossier, key, other), "Losgemaakt.")
            (self.other if self._more.isVisible() else self.who).setFocus()
