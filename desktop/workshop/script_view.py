"""The script (draaiboek): what to do with each step, how long it takes, and what is done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.window.toast import announce
from desktop.workshop.clock_parts import following, sequence_place
from desktop.workshop.script_list import ScriptList, ScriptRow
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Sides, ViewPage, beamer_button, change_workshop, flowing, listed_lines
from models.knowledge.workshop import ScriptPart, TimerPreset, TimerSequence
from models.vocabulary import StepId
from models.wording.workshop import script_page
from models.workshop.records import Workshop
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind, quiet_button
from wizards.widgets.inputs import Check
from wizards.widgets.signs import Icon, Notice
from wizards.widgets.text import Heading, Label

__all__ = ["ScriptView"]


class ScriptView(ViewPage):
    """Left the steps, right what to do with the chosen one. ``vote_wanted``: look at the voting."""

    vote_wanted = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand, "Draaiboek", "Per onderdeel: wat u doet, hoe lang het duurt en wanneer u verdergaat.")
        parts = tuple(stand.knowledge.workshop.part(step) for step in stand.knowledge.step)
        self._parts = {part.id: part for part in parts}
        self._step, self._by_hand = StepId.OPGAVE, False
        self._shown: StepId | None = None
        self.total = Label(self.look, "", TypeRole.BODY_BOLD)
        self.content.addWidget(self.total)
        self.list = ScriptList(self.look)
        self.list.chosen.connect(self.choose)
        self.list.ticked.connect(self._turn_done)
        steps = Card(self.look, padding=8, spacing=0)
        steps.body.addWidget(self.list)
        self.content.addWidget(Sides(self.look, steps, self._make_side(), (2, 3)))
        self.content.addStretch(1)
        self.follow(stand.desk.changed)
        stand.direction.ticked.connect(self._show_running)

    @property
    def step(self) -> StepId:
        """The step that is shown."""
        return self._step

    # --- making

    def _make_side(self) -> QWidget:
        side, stack = QWidget(), column(self.look.space(14))
        side.setLayout(stack)
        self.card = Card(self.look)
        stack.addWidget(self.card)
        look = self.look
        self._place = Label(look, "", TypeRole.CAPTION, "ink2")
        self.name = Heading(look, "", 2)
        self.card.body.addWidget(self._place)
        self.card.body.addWidget(self.name)
        self._about: QVBoxLayout = column(look.space(10))
        self.card.body.addLayout(self._about)
        self.card.body.addWidget(Rule(look))
        self.card.body.addLayout(self._make_tools())
        self.parts = tuple(_SequenceCard(self.stand, one) for one in self.stand.knowledge.workshop.sequences)
        for part in self.parts:
            stack.addWidget(part)
        return side

    def _make_tools(self) -> QVBoxLayout:
        look, stack = self.look, column(self.look.space(10))
        self.clock = Button(look, "", ButtonKind.SOLID)
        self.clock.clicked.connect(self.start_clock)
        self.beamer = beamer_button(look, "Toon in de zaal", self.show_in_room, "Wat de groep bij dit onderdeel doet")
        self.open = quiet_button(look, "Open dit onderdeel", lambda: self.stand.navigator.open_step(self._step))
        self.vote = quiet_button(look, "Naar Stemmen", self.vote_wanted.emit)
        stack.addLayout(flowing(look, self.clock, self.beamer, self.vote, self.open))
        self.running = Label(look, "", colour="ok")
        stack.addWidget(self.running)
        self.done = Check(look, "Dit onderdeel is gedaan")
        self.done.edited.connect(self._tick)
        self.on = Button(look, "", ButtonKind.ARM)
        self.on.clicked.connect(self.go_on)
        stack.addLayout(flowing(look, self.done, self.on, spacing=20))
        return stack

    # --- showing

    def refresh(self) -> None:
        """Show what is done, and what is left."""
        if not self._by_hand:  # the werksessie may come from the library a moment later
            self._step = self._first_open()
        done = self._done()
        rows = tuple(
            ScriptRow(part.id, self._title(part.id), part.minutes, part.id in done) for part in self._parts.values()
        )
        self.list.take(rows, self._step)
        self.total.setText(_total_words(tuple(self._parts.values()), done))
        self.done.show_value(self._step in done)
        if self._shown is not self._step:
            self._shown = self._step
            self._show_part(self._parts[self._step])
        self._show_running()
        after = self._next(self._step)
        self.on.setVisible(after is not None)
        if after is not None:
            self.on.setText(f"Klaar: naar {self._title(after)}")
        for part in self.parts:
            part.refresh()

    def _show_running(self) -> None:
        desk = self.stand.desk
        timer = desk.workshop.timer if desk.workshop is not None else None
        runs = timer is not None and timer.ends is not None and (desk.seconds_left or 0) > 0
        self.running.setVisible(runs)
        self.running.setText(_runs(timer.name) if timer is not None else "")

    def _show_part(self, part: ScriptPart) -> None:
        number = list(self._parts).index(part.id) + 1
        length = "vooraf voorbereiden" if part.minutes is None else f"{part.minutes} minuten"
        self._place.setText(f"Onderdeel {number} van {len(self._parts)} · {length}")
        self.name.setText(self._title(part.id))
        while (item := self._about.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in _part_words(self, part):
            self._about.addWidget(widget)
            widget.show()
        self.clock.setVisible(part.minutes is not None)
        self.vote.setVisible(bool(part.votes))
        self.clock.setText(f"Start de klok ({part.minutes} minuten)")

    # --- doing

    def choose(self, step: StepId) -> None:
        """Show another step."""
        self._by_hand = True
        if step is not self._step:
            self._step = step
            self.refresh()

    def start_clock(self) -> None:
        """Let the clock run for the minutes of this step."""
        minutes = self._parts[self._step].minutes
        if minutes is not None:
            _start(self, self.stand, self._title(self._step), minutes * 60)

    def show_in_room(self) -> None:
        """Let the room see what it does in this step."""
        make = partial(script_page, self.stand.knowledge, self._step)
        self.stand.direction.show(f"Draaiboek: {self._title(self._step)}", make)

    def go_on(self) -> None:
        """Everybody is ready: tick this step, and show the next one that is done in the room."""
        after = self._next(self._step)
        step = self._step
        if after is not None:
            self._step = after
        self._set_done(step, True)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _tick(self, on: bool) -> None:
        self._set_done(self._step, on)

    def _turn_done(self, step: StepId) -> None:
        self._set_done(step, step not in self._done())

    def _set_done(self, step: StepId, on: bool) -> None:
        self._by_hand = True
        order = [part.value for part in self._parts]

        def change(workshop: Workshop) -> Workshop:
            chosen = {*workshop.script_done, step.value} if on else set(workshop.script_done) - {step.value}
            # What another version ticked stays.
            kept = (key for key in workshop.script_done if key not in order)
            return workshop.model_copy(update={"script_done": (*kept, *(key for key in order if key in chosen))})

        change_workshop(self.stand, change)

    # --- asking

    def _done(self) -> frozenset[StepId]:
        workshop = self.stand.desk.workshop
        known = {step.value: step for step in self._parts}
        return frozenset(known[key] for key in (workshop.script_done if workshop else ()) if key in known)

    def _title(self, step: StepId) -> str:
        return self.stand.knowledge.step[step].title

    def _first_open(self) -> StepId:
        done = self._done()
        return next((key for key, part in self._parts.items() if part.in_room and key not in done), StepId.OPGAVE)

    def _next(self, step: StepId) -> StepId | None:
        order = list(self._parts)
        return next((key for key in order[order.index(step) + 1 :] if self._parts[key].in_room), None)


class _SequenceCard(Card):
    """Clocks after each other: the one that runs stands out, the next one starts with one click."""

    def __init__(self, stand: Stand, sequence: TimerSequence) -> None:
        super().__init__(stand.look, padding=16, spacing=8)
        self._stand, self._sequence = stand, sequence
        look = stand.look
        self._clocks = stand.knowledge.workshop.clocks(sequence)
        minutes = sum(clock.seconds for clock in self._clocks) // 60
        self.body.addWidget(Heading(look, f"{sequence.name}: samen {minutes} minuten", 3))
        self._lines: list[tuple[Icon, Label]] = []
        for clock in self._clocks:
            line = row(look.space(8))
            icon, words = Icon(look, "pointer", "action", 18), Label(look, f"{clock.name}. {clock.text}")
            policy = icon.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            icon.setSizePolicy(policy)
            line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            self._lines.append((icon, words))
            self.body.addLayout(line)
        self.start = Button(look, "")
        self.start.clicked.connect(self.start_next)
        self.body.addLayout(flowing(look, self.start))

    def refresh(self) -> None:
        """Show which clock is at hand."""
        workshop = self._stand.desk.workshop
        place = sequence_place(self._stand.knowledge.workshop, workshop.timer if workshop is not None else None)
        at = place.at if place is not None and place.sequence == self._sequence else None
        for number, (icon, words) in enumerate(self._lines):
            icon.setVisible(number == at)
            words.restyle(TypeRole.BODY_BOLD if number == at else TypeRole.BODY)
        after = self._after()
        self.start.setText(f"Start {self._sequence.name}" if at is None else f"Hierna: {after.name}")
        if at is not None and at + 1 == len(self._clocks):
            self.start.setText(f"Start {self._sequence.name} opnieuw")

    def start_next(self) -> None:
        """Start the next part, or the first."""
        after = self._after()
        _start(self, self._stand, after.name, after.seconds)

    def _after(self) -> TimerPreset:
        workshop = self._stand.desk.workshop
        timer = workshop.timer if workshop is not None else None
        after = following(self._stand.knowledge.workshop, timer)
        return after if after in self._clocks else self._clocks[0]


def _start(view: QWidget, stand: Stand, name: str, seconds: int) -> None:
    if stand.desk.workshop is None:
        stand.desk.begin()
    stand.desk.start_clock(name, seconds)
    # A message of the window would cover the buttons; the clock itself shows it.
    announce(view, _runs(name))


def _runs(name: str) -> str:
    return f"De klok loopt: {name}."


def _total_words(parts: tuple[ScriptPart, ...], done: frozenset[StepId]) -> str:
    """How much is done, and how many minutes are left of all."""
    room = [part for part in parts if part.in_room]
    ready = sum(part.id in done for part in room)
    whole = sum(part.minutes or 0 for part in room)
    left = sum(part.minutes or 0 for part in room if part.id not in done)
    return f"{ready} van de {len(room)} onderdelen in de zaal gedaan. Nog {left} van de {whole} minuten."


def _part_words(view: ScriptView, part: ScriptPart) -> tuple[QWidget, ...]:
    """What stands on the card of a part: aim, method or why it is prepared, when to go on, what to talk about."""
    look = view.look
    aim = Label(look, part.aim, TypeRole.LEAD)
    if part.beforehand is not None:
        return aim, Notice(look, "Doe dit vooraf", part.beforehand)
    widgets: list[QWidget] = [aim, listed_lines(look, part.method)]
    if part.talk:
        widgets.append(Label(look, "Vragen voor het gesprek", TypeRole.BODY_BOLD))
        widgets.append(Label(look, "\n".join(part.talk)))
    ready = Card(look, fill="wash", border=None, bar="action", padding=12)
    line = row(look.space(10))
    line.addWidget(Icon(look, "arrow-right", "action"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(look, part.ready or "", TypeRole.BODY_BOLD), 1)
    ready.body.addLayout(line)
    return (*widgets, ready)
