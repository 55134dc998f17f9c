"""What the facilitator has of the beamer: a small picture of what the room sees, and what steers it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.workshop.beamer import Beamer
from desktop.workshop.choose_screen import ChooseScreen
from desktop.workshop.stage import paint_stage, stage_colours
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.text import Label, tooltip

__all__ = ["BeamerControls", "BeamerPreview"]

_BORDER = 4
_WIDE = 320


class _State(NamedTuple):
    """What the room has in front of it: a line for the facilitator, and the roles of its colour and of the border."""

    words: str
    colour: str
    border: str


def _state_of(beamer: Beamer) -> _State:
    if not beamer.running:
        return _State("De beamer staat uit. Dit ziet de zaal na de start.", "ink2", "line")
    if beamer.lost:
        return _State("Het scherm is weg: de zaal ziet niets.", "danger", "danger")
    if beamer.blanked:
        return _State("Leeg scherm: de zaal ziet niets.", "warn", "warn")
    if beamer.frozen:
        return _State("Bevroren: de zaal ziet een eerder beeld.", "warn", "warn")
    return _State("Dit ziet de zaal nu.", "ok", "ok")


class _Picture(QWidget):
    """The small picture, as high as the shape of the room's screen makes it."""

    def __init__(self, look: Look, beamer: Beamer) -> None:
        super().__init__()
        self._look, self._beamer, self._colours = look, beamer, stage_colours()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the screen is at this width, and the border."""
        return round(max(width - 2 * _BORDER, 1) / self._beamer.aspect) + 2 * _BORDER

    def sizeHint(self) -> QSize:
        """A picture that can be told from another."""
        width = self._look.glyph(_WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may shrink."""
        return QSize(160, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what the room sees, in a border that says how."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
        high = min(box.height(), box.width() / self._beamer.aspect)
        box.setHeight(high)
        paint_stage(painter, box, self._beamer.stage(), self._colours)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour(_state_of(self._beamer).border), _BORDER))
        half = _BORDER / 2
        painter.drawRoundedRect(box.adjusted(-half, -half, half, half), half, half)


class BeamerPreview(QWidget):
    """What the room sees now, small, with a line that says whether it is frozen, blank or away."""

    def __init__(self, look: Look, beamer: Beamer) -> None:
        super().__init__()
        self._beamer = beamer
        self.picture = _Picture(look, beamer)
        self.line = Label(look, role=TypeRole.CAPTION_BOLD)
        layout = column(look.space(6))
        layout.addWidget(self.picture)
        layout.addWidget(self.line)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._aspect = 0.0
        beamer.changed.connect(self._take)
        look.changed.connect(self._take)
        self._take()

    def _take(self) -> None:
        state = _state_of(self._beamer)
        if self.line.text() != state.words:
            self.line.setText(state.words)
        self.line.recolour(state.colour)
        said = f"{state.words} {self._beamer.in_words()}".strip()
        if self.picture.accessibleDescription() != said:
            self.picture.setAccessibleName("Wat de zaal ziet")
            self.picture.setAccessibleDescription(said)
            self.setAccessibleDescription(said)
        if self._beamer.aspect != self._aspect:
            self._aspect = self._beamer.aspect
            self.picture.updateGeometry()
        self.picture.update()


class BeamerControls(QWidget):
    """Start, freeze, blank and swap, by button and by key; the sheet, the screen, and how large the room's text is.

    The keys are those of the window; here they are only said.
    """

    def __init__(self, look: Look, beamer: Beamer) -> None:
        super().__init__()
        self._look, self._beamer = look, beamer
        self.start = Button(look, "Start de beamer", ButtonKind.SOLID, icon="projector")
        self.freeze = Button(look, "Bevries", icon="freeze")
        self.blank = Button(look, "Leeg scherm", icon="blank")
        self.swap = Button(look, "Wissel", icon="recheck")
        self.swap.setAccessibleName("Wissel de schermen")
        self.choose = Button(look, "Kies scherm", ButtonKind.QUIET)
        self.previous = IconButton(look, "arrow-left", "Vorig blad")
        self.next = IconButton(look, "arrow-right", "Volgend blad")
        self.smaller = IconButton(look, "minus", "Tekst op de beamer kleiner")
        self.larger = IconButton(look, "plus", "Tekst op de beamer groter")
        for turn in (self.previous, self.next):
            policy = turn.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            turn.setSizePolicy(policy)
        self.sheet = Label(look, wrap=False)
        self.text_size = Label(look, wrap=False)
        self.where = Label(look, colour="ink2")
        self._arrange()
        for button, key, act in (
            (self.start, "F5", beamer.toggle),
            (self.freeze, "F7", beamer.freeze),
            (self.blank, "F8", beamer.blank),
            (self.swap, "F9", beamer.swap),
        ):
            self._wire(button, key, act)
        for quiet, step in (
            (self.previous, beamer.previous_sheet),
            (self.next, beamer.next_sheet),
            (self.smaller, lambda: beamer.zoom_by(-1)),
            (self.larger, lambda: beamer.zoom_by(1)),
            (self.choose, self.ask_screen),
        ):
            quiet.clicked.connect(lambda *_, step=step: step())
        beamer.changed.connect(self._take)
        self._take()

    def _arrange(self) -> None:
        look = self._look
        layout = column(look.space(10))
        acts = FlowLayout(look.space(8))
        for button in (self.start, self.freeze, self.blank, self.swap):
            acts.addWidget(button)
        layout.addLayout(acts)
        self.turning = QWidget()
        for holder, parts in (
            (self.turning, (self.previous, self.sheet, self.next)),
            (None, (self.smaller, self.text_size, self.larger)),
        ):
            line = row(look.space(6))
            for widget in parts:
                line.addWidget(widget)
            line.addStretch(1)
            if holder is None:
                layout.addLayout(line)
            else:
                holder.setLayout(line)
                layout.addWidget(holder)
        place = column(look.space(2))
        place.addWidget(self.where)
        place.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(place)
        self.setLayout(layout)

    def _wire(self, button: Button, key: str, act: Callable[[], None]) -> None:
        # The key itself belongs to the window: it works on every page.
        button.clicked.connect(lambda *_: act())
        button.setToolTip(tooltip(f"Toets {key}"))
        button.setAccessibleDescription(f"Toets {key}")

    def ask_screen(self) -> ChooseScreen:
        """Ask which screen the room sees; what is chosen starts there."""
        dialog = ChooseScreen(self._look, self._beamer, self.window())
        dialog.open()
        return dialog

    def _take(self) -> None:
        beamer = self._beamer
        _say(self.start, "Stop de beamer" if beamer.running else "Start de beamer")
        _say(self.freeze, "Laat weer meelopen" if beamer.frozen else "Bevries")
        _say(self.blank, "Toon weer" if beamer.blanked else "Leeg scherm")
        two = not beamer.one_screen
        # What can do nothing now is not there: a disabled button looks as any other.
        self.freeze.setVisible(beamer.running)
        self.blank.setVisible(beamer.running)
        self.swap.setVisible(two)
        self.choose.setVisible(len(beamer.screens) > 1)
        self.turning.setVisible(beamer.sheets > 1)
        self.previous.setVisible(beamer.sheet > 0)
        self.next.setVisible(beamer.sheet < beamer.sheets - 1)
        _tell(self.sheet, f"Blad {beamer.sheet + 1} van {beamer.sheets}")
        _tell(self.text_size, f"Tekst in de zaal: {round(beamer.zoom * 100)}%")
        _tell(self.where, self._where())

    def _where(self) -> str:
        beamer = self._beamer
        if beamer.screen is None:
            return "Het scherm is weg." if beamer.lost else "Er is geen scherm."
        if beamer.one_screen:
            same = "Beide schermen tonen hetzelfde." if len(beamer.screens) > 1 else "Er is één scherm."
            return f"{same} De beamer dekt uw venster af. Met Esc komt u terug."
        if not beamer.running:
            return f"De zaal ziet het na de start op {beamer.screen.name}."
        return f"De zaal kijkt naar {beamer.screen.name}."


def _say(button: Button, words: str) -> None:
    if button.words != words:
        button.setText(words)


def _tell(label: Label, words: str) -> None:
    if label.text() != words:
        label.setText(words)
