"""The clock of the werksessie: what the room sees of it, and how it is started, held and stopped. It locks nothing."""

from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.window.toast import announce
from desktop.workshop.clock_parts import following
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import change_workshop
from models.workshop.records import Timer, Workshop
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, arm_path, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Combo, Line
from wizards.widgets.text import Label

__all__ = ["LONGEST", "ClockBar"]

LONGEST = 4 * 3600
"""Seconds that a clock can run, at most."""
_OWN, _SEQUENCE = "own", "sequence."
_MINUTE = 60
_ADVICE = "Vul hele minuten in, van 1 tot 240."
_FACES = {
    "loopt": ("pointer", "on_pointer", "on_pointer"),
    "staat stil": ("sunken", "edge", "ink"),
    "de tijd is om": ("danger_bg", "danger", "danger"),
}


class _Face(QWidget):
    """The time as an arm of a signpost, as the room sees it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._time, self._state = look, "", "loopt"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Klok")
        look.changed.connect(self.updateGeometry)

    def show_time(self, time: str, state: str) -> None:
        """Show a time; ``state``: a key of the faces."""
        if len(time) != len(self._time):
            self.updateGeometry()
        self._time, self._state = time, state
        self.setAccessibleDescription(f"{time}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide for 9:59 as for 10:00, so that nothing jumps."""
        metrics = self._look.metrics(TypeRole.H2)
        width = max(metrics.horizontalAdvance(self._time), metrics.horizontalAdvance("00:00"))
        height = round(metrics.height()) + self._look.space(10)
        return QSize(round(width + self._look.space(26) + height * 0.42), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw arm and time."""
        look = self._look
        fill, edge, ink = _FACES[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour(edge), 1.5))
        painter.setBrush(look.colour(fill))
        painter.drawPath(arm_path(box))
        painter.setFont(look.font(TypeRole.H2))
        painter.setPen(look.colour(ink))
        room = box.adjusted(0, 0, -box.height() * 0.3, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._time)


class ClockBar(Card):
    """A bar with the running clock, and what starts another one. It has no scroll area: it stands above a view.

    ``time_up``: a clock ran out, in a Dutch sentence; once for each clock, and politely said already.
    """

    time_up = Signal(str)

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, padding=10, spacing=6)
        self._stand = stand
        self._seen: tuple[Timer, bool] | None = None
        self.setAccessibleName("Klok van de werksessie")
        self._make_running()
        self._make_starting()
        line = FlowLayout(stand.look.space(10), centred=True)
        for widget in (self.face, self._words, self.turn, self.more, self.stop, self.next):
            line.addWidget(widget)
        for widget in (self._choosing, self._own, self.start):
            line.addWidget(widget)
        self.body.addLayout(line)
        self.message = Label(stand.look, "", colour="danger")
        self.body.addWidget(self.message)
        self.message.hide()
        stand.desk.changed.connect(self.refresh)
        stand.direction.ticked.connect(self.refresh)
        self.refresh()

    # --- making

    def _make_running(self) -> None:
        look, desk = self._stand.look, self._stand.desk
        self.face = _Face(look)
        self.name = Label(look, "", TypeRole.BODY_BOLD, wrap=False)
        self.state = Label(look, "", TypeRole.CAPTION, "ink2", wrap=False)
        self.turn = Button(look, "Pauze")
        self.turn.clicked.connect(lambda: desk.turn_clock())
        self.more = Button(look, "1 minuut", icon="plus")
        self.more.setAccessibleName("1 minuut erbij")
        self.more.clicked.connect(self.add_minute)
        self.stop = Button(look, "Stop", ButtonKind.QUIET, icon="close")
        self.stop.setAccessibleName("Klok stoppen")
        self.stop.clicked.connect(self._stop)
        self.next = Button(look, "", ButtonKind.ARM)
        self.next.clicked.connect(self.start_next)
        self._words = QWidget()
        stack = column()
        stack.addWidget(self.name)
        stack.addWidget(self.state)
        self._words.setLayout(stack)

    def _make_starting(self) -> None:
        look = self._stand.look
        label = Label(look, "Klok", TypeRole.BODY_BOLD, wrap=False)
        self.choice = Combo(look, "Kies een tijd")
        self.choice.setAccessibleName("Nieuwe klok: kies een tijd")
        label.setBuddy(self.choice)
        self._choosing, pair = QWidget(), row(look.space(8))
        pair.addWidget(label)
        pair.addWidget(self.choice)
        self._choosing.setLayout(pair)
        self.choice.offer(self._choices())
        self.choice.edited.connect(self._chosen)
        self.minutes = Line(look, characters=4)
        self.minutes.setAccessibleName("Eigen tijd in minuten")
        self.minutes.edited.connect(lambda _text: self._complain(""))
        self.minutes.returnPressed.connect(self.start_chosen)
        unit = Label(look, "minuten", wrap=False)
        self._own = QWidget()
        own = row(look.space(6))
        own.addWidget(self.minutes)
        own.addWidget(unit)
        self._own.setLayout(own)
        self._own.hide()
        self.start = Button(look, "Start de klok")
        self.start.clicked.connect(self.start_chosen)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        known = self._stand.knowledge.workshop
        sequences = ((_SEQUENCE + one.id, f"{one.name} (na elkaar)") for one in known.sequences)
        return (*sequences, *((one.id, one.name) for one in known.timers), (_OWN, "Eigen tijd"))

    # --- showing

    def refresh(self) -> None:
        """Show what the clock says now."""
        desk, timer = self._stand.desk, self._timer
        for widget in (self.face, self._words, self.turn, self.more, self.stop, self.next):
            widget.setVisible(timer is not None)
        self._show_start()
        if timer is None:
            self._seen = None
            return
        over = (desk.seconds_left or 0) <= 0
        state = "de tijd is om" if over else "staat stil" if timer.ends is None else "loopt"
        self.face.show_time(self._stand.direction.clock, state)
        self.name.setText(timer.name or "Klok")
        self.state.setText(state.capitalize())
        self.state.recolour("danger" if over else "ink2")
        self.turn.setText("Verder" if timer.ends is None else "Pauze")
        self.turn.setVisible(not over)
        after = following(self._stand.knowledge.workshop, timer)
        self.next.setVisible(after is not None)
        if after is not None:
            self.next.setText(f"Hierna: {after.name}")
        self._tell(timer, over)

    def _show_start(self) -> None:
        # While a clock runs the bar has little room: the button comes once another clock is chosen.
        timer, chosen = self._timer, bool(self.choice.currentData())
        self.start.setVisible(timer is None or chosen)
        self._own.setVisible(self.choice.currentData() == _OWN)

    @property
    def _timer(self) -> Timer | None:
        workshop = self._stand.desk.workshop
        return workshop.timer if workshop is not None else None

    def _tell(self, timer: Timer, over: bool) -> None:
        """Say it when the time runs out, once; a clock that ran out while the program was closed says nothing."""
        if over and self._seen == (timer, False):
            words = f"De tijd is om: {timer.name}." if timer.name else "De tijd is om."
            announce(self, words)
            self.time_up.emit(words)
        self._seen = (timer, over)

    # --- doing

    def start_chosen(self) -> None:
        """Start the clock that is chosen; with own minutes those."""
        key, known = str(self.choice.currentData() or ""), self._stand.knowledge.workshop
        if key == _OWN:
            self._start_own()
        elif key.startswith(_SEQUENCE):
            sequence = next(one for one in known.sequences if _SEQUENCE + one.id == key)
            first = known.clocks(sequence)[0]
            self.start_clock(first.name, first.seconds)
        elif key:
            preset = next(one for one in known.timers if one.id == key)
            self.start_clock(preset.name, preset.seconds)
        else:
            self._complain("Kies eerst een tijd.")

    def start_clock(self, name: str, seconds: int) -> None:
        """Let a clock run from now."""
        desk = self._stand.desk
        self._complain("")
        self.choice.show_value("")
        held = self.start.hasFocus() or self.minutes.hasFocus()
        if desk.workshop is None:
            desk.begin()
        desk.start_clock(name, seconds)
        self.refresh()
        if held:
            self.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_next(self) -> None:
        """Start the next part of the sequence."""
        after = following(self._stand.knowledge.workshop, self._timer)
        if after is not None:
            self.start_clock(after.name, after.seconds)

    def add_minute(self) -> None:
        """One minute more; a clock that was over runs on for one minute."""
        now = self._stand.desk.now

        def longer(workshop: Workshop) -> Workshop:
            timer = workshop.timer
            if timer is None:
                return workshop
            left = min(max(0, timer.seconds_left(now)) + _MINUTE, LONGEST)
            change: dict[str, object] = {"length": min(timer.length + _MINUTE, LONGEST)}
            change |= {"left": left} if timer.ends is None else {"ends": now + timedelta(seconds=left)}
            return workshop.model_copy(update={"timer": timer.model_copy(update=change)})

        change_workshop(self._stand, longer)

    def _stop(self) -> None:
        self._stand.desk.stop_clock()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: str) -> None:
        self._show_start()
        self._complain("")
        if key == _OWN:
            self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_own(self) -> None:
        try:
            minutes = parse(Kind.WHOLE, self.minutes.text())
        except Unreadable:
            minutes = None
        if minutes is None or not 1 <= Decimal(minutes) * _MINUTE <= LONGEST:
            self._complain(_ADVICE)
            self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start_clock("1 minuut" if minutes == 1 else f"{minutes} minuten", int(minutes) * _MINUTE)

    def _complain(self, text: str) -> None:
        own = bool(text) and self.choice.currentData() == _OWN
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.minutes.mark(invalid=own)
        self.minutes.setAccessibleDescription(text if own else "")
        if text:
            announce(self, text)
