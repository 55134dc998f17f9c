"""A small form whose answers become one record beside the dossier: checked when it is sent, not saved before that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.dossier.base import MAX_TEXT
from wizards.context import Context
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills, focus_first, quiet_button
from wizards.widgets.inputs import Area, Combo, Line, clean
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["Question", "RecordForm", "freeze_first", "headed", "no_desk", "solid", "takeout"]

Choices = tuple[tuple[str, str], ...]
_DATE_WIDTH = 20
_WRITTEN = frozenset({Kind.LINE, Kind.AREA})


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form. ``choices`` make pills; a ``CHOICE`` without them is offered its choices later.

    ``needed``: what is said where a required answer lacks. ``looking``: it chooses what is shown and is no answer.
    """

    key: str
    label: str
    kind: Kind = Kind.LINE
    why: str = ""
    needed: str = ""
    choices: Choices = ()
    short: bool = False
    looking: bool = False


class _Asked(QWidget):
    """A question on screen."""

    edited = Signal()

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self.question = question
        layout = column(look.space(4))
        self.setLayout(layout)
        need = "verplicht" if question.needed else "niet verplicht"
        words = question.label if question.looking else f"{question.label} ({need})"
        label = Label(look, words, TypeRole.BODY_BOLD, wrap=not question.short)
        layout.addWidget(label)
        if question.why:
            layout.addWidget(Label(look, question.why, colour="ink2"))
        self.message = Label(look, colour="danger")
        layout.addWidget(self.message)
        self.message.setVisible(False)
        self.control = self._make(look)
        self.control.setAccessibleName(question.label)
        label.setBuddy(self.control)
        if isinstance(self.control, (Pills, Area)) or (isinstance(self.control, Line) and question.kind is Kind.LINE):
            layout.addWidget(self.control)
            return
        line = row()
        line.addWidget(self.control)
        line.addStretch(1)
        layout.addLayout(line)

    def _make(self, look: Look) -> Line | Area | Pills | Combo:
        question = self.question
        if question.kind is Kind.CHOICE and question.choices:
            pills = Pills(look, question.label, question.choices)
            pills.chosen.connect(lambda _key: self.edited.emit())
            return pills
        if question.kind is Kind.CHOICE:
            combo = Combo(look)
            combo.edited.connect(lambda _key: self.edited.emit())
            return combo
        if question.kind is Kind.AREA:
            area = Area(look)
            area.edited.connect(lambda _text: self.edited.emit())
            return area
        line = Line(look, characters=_DATE_WIDTH if question.kind is Kind.DATE else 0)
        line.edited.connect(lambda _text: self.edited.emit())
        return line

    @property
    def text(self) -> str:
        """What was typed or chosen, as text."""
        control = self.control
        if isinstance(control, Pills):
            return control.value() or ""
        if isinstance(control, Combo):
            return str(control.currentData() or "")
        return control.text() if isinstance(control, Line) else control.toPlainText()

    def put(self, text: str) -> None:
        """Show a text or a choice, without telling anybody."""
        if isinstance(self.control, Pills):
            self.control.choose(text or None)
        else:
            self.control.show_value(text)

    def complain(self, words: str) -> None:
        """Say what is wrong; nothing for no words."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        if isinstance(self.control, (Line, Area)):
            self.control.mark(invalid=bool(words))
        self.control.setAccessibleDescription(words or self.question.why)

    def focus(self) -> None:
        """Put the focus on the control."""
        if isinstance(self.control, Pills):
            focus_first(self.control)
        else:
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)


class RecordForm(QWidget):
    """Some questions. ``edited``: with the key of the question that a person answered."""

    edited = Signal(str)

    def __init__(self, look: Look, questions: Iterable[Question]) -> None:
        super().__init__()
        layout = column(look.space(12))
        self.setLayout(layout)
        self._asked: dict[str, _Asked] = {}
        self._typed: set[str] = set()
        flow: FlowLayout | None = None
        for question in questions:
            asked = _Asked(look, question)
            asked.edited.connect(lambda key=question.key: self._edited(key))
            self._asked[question.key] = asked
            if not question.short:
                flow = None
                layout.addWidget(asked)
                continue
            if flow is None:
                flow = FlowLayout(look.space(20), bottom=True)
                layout.addLayout(flow)
            flow.addWidget(asked)

    def _edited(self, key: str) -> None:
        self._asked[key].complain("")
        self._typed.add(key)
        self.edited.emit(key)

    @property
    def unsent(self) -> tuple[str, ...]:
        """The keys of what a person wrote and did not send; a choice or a day is made again in a moment."""
        return tuple(
            key
            for key, asked in self._asked.items()
            if key in self._typed and asked.question.kind in _WRITTEN and asked.text.strip()
        )

    def label(self, key: str) -> str:
        """What a question asks."""
        return self._asked[key].question.label

    def text(self, key: str) -> str:
        """What stands there, as text or as the key of a choice."""
        return self._asked[key].text

    def put(self, key: str, text: str) -> None:
        """Put an answer there, without telling anybody."""
        self._asked[key].put(text)

    def offer(self, key: str, choices: Choices) -> None:
        """The choices of a question; what was chosen stays chosen where it is still offered."""
        control = self._asked[key].control
        assert isinstance(control, Combo)
        control.offer(choices)

    def asks(self, key: str) -> bool:
        """Whether there is such a question."""
        return key in self._asked

    def ask(self, key: str, *, on: bool) -> None:
        """Whether a question is asked at all."""
        self._asked[key].setVisible(on)

    def focus(self, key: str) -> None:
        """Put the focus on a question."""
        self._asked[key].focus()

    def control(self, key: str) -> QWidget:
        """The control of a question."""
        return self._asked[key].control

    def message(self, key: str) -> str:
        """What is wrong with an answer; empty where nothing is."""
        return self._asked[key].message.text()

    def clear(self, *keys: str) -> None:
        """Empty these questions."""
        for key in keys:
            self.put(key, "")
            self._typed.discard(key)
            self._asked[key].complain("")

    def read(self) -> dict[str, Any] | None:
        """The answers; None where one lacks or is unreadable: that is said, and the first gets the focus."""
        values: dict[str, Any] = {}
        wrong: list[_Asked] = []
        for key, asked in self._asked.items():
            if asked.isHidden():
                continue
            words, values[key] = _read(asked)
            asked.complain(words)
            if words:
                wrong.append(asked)
        if wrong:
            wrong[0].focus()
            return None
        return values


def _read(asked: _Asked) -> tuple[str, Any]:
    """What is wrong with an answer, and the answer."""
    question, text = asked.question, clean(asked.text).strip()
    if question.kind is Kind.LINE:
        text = " ".join(text.split("\n"))
    if not text:
        return question.needed, None if question.kind is Kind.DATE else ""
    if len(text) > MAX_TEXT:
        return "De tekst is te lang: hoogstens 200.000 tekens.", ""
    if question.kind is not Kind.DATE:
        return "", text
    try:
        return "", parse(Kind.DATE, text)
    except Unreadable as error:
        return error.advice, None


def headed(look: Look, title: str, *lines: str) -> QWidget:
    """A heading with lines of explanation under it."""
    widget = QWidget()
    layout = column(look.space(6))
    widget.setLayout(layout)
    layout.addWidget(Heading(look, title, 3))
    for line in lines:
        layout.addWidget(Label(look, line, colour="ink2"))
    return widget


def no_desk(context: Context) -> Notice:
    """What stands in place of the records where there are none."""
    return Notice(
        context.look,
        "Bij een voorbeeld kan dit niet",
        "Versies, akkoord, vaststelling en ondertekening horen bij een eigen dossier. "
        "Maak een kopie van het voorbeeld en ga daarin verder.",
    )


def freeze_first(look: Look, text: str, to_versions: Callable[[], object]) -> Notice:
    """What stands in place of a form while there is no version, with the way to where one freezes."""
    notice = Notice(look, "Leg eerst een versie vast", text)
    line = row()
    line.addWidget(quiet_button(look, "Naar Versies", to_versions))
    line.addStretch(1)
    notice.body.addLayout(line)
    return notice


def takeout(layout: Any) -> None:
    """Take everything out of a layout that is made anew."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def solid(look: Look, text: str, icon: str) -> Button:
    """The button that sends a form."""
    return Button(look, text, ButtonKind.SOLID, icon=icon)
