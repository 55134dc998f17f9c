"""The cards around the board: what the partners chose, one key over all years, and how it was worked out."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.wording.words import shortened
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.compare_recipe import Step
from wizards.widgets.boxes import Card, FlowLayout, arm_path, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.read_table import Sheet
from wizards.widgets.text import Heading, Label

__all__ = ["LONGEST", "Choice", "ChosenCard", "Options", "Paragraphs", "TitledTable", "Working"]


LONGEST = 44
"""Letters of the name of a key on a button; its full name stands over its column."""


class _Pointer(QWidget):
    """The yellow arm: you are here."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._text = look, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        look = self._look
        words = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(self._text)
        height = round(look.metrics(TypeRole.CAPTION_BOLD).height()) + look.space(9)
        return QSize(round(words + look.space(24) + height * 0.42), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw arm and words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().toRectF().adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(look.colour("on_pointer"))
        painter.setBrush(look.colour("pointer"))
        painter.drawPath(arm_path(box))
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(look.space(12), 0, 0, 0), side, self._text)


class ChosenCard(Card):
    """Which key the partners chose, who gains and who loses, and their reason."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, padding=16, spacing=8)
        look = context.look
        self._arm = _Pointer(look, "Uw keuze")
        self.name = Label(look, role=TypeRole.BODY_BOLD)
        self.words = Label(look)
        self.reason = Label(look, colour="ink2")
        line = row()
        line.addWidget(self._arm)
        line.addStretch(1)
        self.body.addLayout(line)
        for widget in (self.name, self.words, self.reason):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def say(self, name: str, words: str, reason: str, *, chosen: bool) -> None:
        """Show these words; ``chosen``: whether there is a choice already."""
        self._arm.setVisible(chosen)
        self.name.setText(name)
        self.words.setText(words)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))


class Options(QWidget):
    """Some choices as pills, made anew when the choices themselves change. ``name``: for assistive technology."""

    def __init__(self, look: Look, name: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._look, self._name, self._chosen = look, name, chosen
        self._options: tuple[tuple[str, str], ...] = ()
        self.pills: Pills | None = None
        self._layout = column()
        self.setLayout(self._layout)

    def offer(self, options: tuple[tuple[str, str], ...], current: str) -> bool:
        """Take these choices, with ``current`` chosen; whether the controls are new."""
        new = options != self._options or self.pills is None
        if new:
            if self.pills is not None:
                self._layout.removeWidget(self.pills)
                self.pills.hide()
                self.pills.deleteLater()
            self._options = options
            self.pills = Pills(self._look, self._name, options)
            self.pills.chosen.connect(self._chosen)
            self._layout.addWidget(self.pills)
        assert self.pills is not None
        self.pills.choose(current)
        return new


class _KeyButton(Button):
    """The button of one key; it stays, with the focus, when the state of its key changes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self.state = ""

    def take(self, name: str, state: str) -> None:
        """Say what it does now."""
        words, kind, icon = _STATES[state]
        short = shortened(name, LONGEST)
        self.state, self.kind, self._icon = state, kind, icon
        self.setText(words.format(short))
        self.setAccessibleName(words.format(name))
        self.setAccessibleDescription(_TAKE_BACK if state == "chosen" else "")


class Choice(QWidget):
    """Per key a button: choose it, or complete it where it cannot be worked out yet. ``tail``: comes last."""

    def __init__(
        self, context: Context, choose: Callable[[str], None], complete: Callable[[str], None], tail: QWidget
    ) -> None:
        super().__init__()
        self._look, self._choose, self._complete, self._tail = context.look, choose, complete, tail
        self._made: tuple[tuple[str, str, str], ...] = ()
        self.buttons: dict[str, _KeyButton] = {}
        self._flow = FlowLayout(context.look.space(8), centred=True)
        self.setLayout(self._flow)
        self._flow.addWidget(tail)

    def offer(self, keys: Sequence[tuple[str, str, str]]) -> bool:
        """``keys``: id, name, and ``chosen``, ``ready`` or ``open``; whether there are other controls now."""
        if tuple(keys) == self._made:
            return False
        before, self._made = [key for key, *_ in self._made], tuple(keys)
        new = before != [key for key, *_ in keys]
        if new:
            self._arrange([key for key, *_ in keys])
        for key, name, state in keys:
            self.buttons[key].take(name, state)
        return new

    def _arrange(self, keys: Sequence[str]) -> None:
        for widget in (*self.buttons.values(), self._tail):
            self._flow.removeWidget(widget)
        gone = [key for key in self.buttons if key not in keys]
        for key in gone:
            old = self.buttons.pop(key)
            old.hide()
            old.deleteLater()
        for key in keys:
            button = self.buttons.get(key) or self._button(key)
            self._flow.addWidget(button)
        self._flow.addWidget(self._tail)

    def _button(self, key: str) -> _KeyButton:
        button = self.buttons[key] = _KeyButton(self._look)
        button.setParent(self)
        button.clicked.connect(lambda: self._pressed(key))
        button.show()
        return button

    def _pressed(self, key: str) -> None:
        state = self.buttons[key].state
        if state == "open":
            self._complete(key)
        else:
            self._choose("" if state == "chosen" else key)


_TAKE_BACK = "Druk nog een keer om de keuze weg te halen."
_STATES: Mapping[str, tuple[str, ButtonKind, str | None]] = {
    "open": ("Vul {} aan", ButtonKind.QUIET, "arrow-right"),
    "chosen": ("Gekozen: {}", ButtonKind.SOLID, "check"),
    "ready": ("Kies {}", ButtonKind.OUTLINE, None),
}


class Paragraphs(QWidget):
    """Some sentences under each other; the labels stay when the words change."""

    def __init__(self, look: Look, colour: str = "ink", role: TypeRole = TypeRole.BODY) -> None:
        super().__init__()
        self._look, self._colour, self._role = look, colour, role
        self._layout = column(look.space(4))
        self.setLayout(self._layout)
        self.labels: list[Label] = []

    def say(self, texts: Sequence[str]) -> None:
        """Show these sentences."""
        while len(self.labels) < len(texts):
            label = Label(self._look, "", self._role, self._colour)
            self.labels.append(label)
            self._layout.addWidget(label)
        for place, label in enumerate(self.labels):
            label.setText(texts[place] if place < len(texts) else "")
            label.setVisible(place < len(texts))
        self.setVisible(bool(texts))


class TitledTable(QWidget):
    """A table to copy, with its title and a sentence above; hidden while it is empty."""

    def __init__(self, context: Context, title: str = "", text: str = "") -> None:
        super().__init__()
        look = context.look
        self.title = Heading(look, title, 3)
        self.text = Label(look, text, colour="ink2")
        if not text:  # never shown before it has a parent: it would be a window, and take the focus
            self.text.hide()
        self.table = CopyTable(context, title)
        body = column(look.space(6))
        self.setLayout(body)
        for widget in (self.title, self.text, self.table):
            body.addWidget(widget)

    def take(self, sheet: Sheet, title: str = "", text: str = "") -> None:
        """Show ``sheet``, under another title where one is given."""
        if title:
            self.title.setText(title)
            self.table.table.setAccessibleName(title)
            self.table.button.setAccessibleDescription(title)
            self.text.setText(text)
            self.text.setVisible(bool(text))
        self.table.take(sheet)
        self.setVisible(bool(sheet.rows))


class Working(Card):
    """ "Hoe is dit uitgerekend?": folded until somebody asks; ``steps`` is asked for only while it is open."""

    def __init__(self, context: Context, steps: Callable[[], tuple[str, tuple[Step, ...]]]) -> None:
        super().__init__(context.look)
        self._context, self._steps = context, steps
        self.is_open = False
        look = context.look
        head = row(look.space(12))
        head.addWidget(Heading(look, "Hoe is dit uitgerekend?", 3), 1)
        self.fold = Button(look, "Toon de berekening", ButtonKind.QUIET)
        self.fold.clicked.connect(self._turn)
        head.addWidget(self.fold)
        self.body.addLayout(head)
        self.lead = Label(look, colour="ink2")
        self.body.addWidget(self.lead)
        self.tables: list[TitledTable] = []
        self.refresh()

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self.fold.setText("Verberg de berekening" if self.is_open else "Toon de berekening")
        self.refresh()

    def refresh(self) -> None:
        """Show the working as it is now, where it is open."""
        self.lead.setVisible(self.is_open)
        lead, steps = self._steps() if self.is_open else ("", ())
        self.lead.setText(lead)
        while len(self.tables) < len(steps):
            table = TitledTable(self._context)
            self.tables.append(table)
            self.body.addWidget(table)
        for place, table in enumerate(self.tables):
            if place < len(steps):
                step = steps[place]
                table.take(step.sheet, step.title, step.text)
            else:
                table.take(Sheet())
