"""A field on a page: label, explanation, control, message and the kinds of "no answer", bound to a path."""

from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from models.dossier.base import NoAnswer, NoAnswerKind
from models.dossier.edit import InvalidValueError, Path, path_key, value_at
from wizards.context import Context
from wizards.forms.spec import Field, Kind, Option, options_of
from wizards.forms.values import NO_ANSWER_WORDS, NUMBER_KINDS, Unreadable, offered, parse, shown
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.inputs import Area, Check, Combo, ImportanceInput, Line, ScoreInput
from wizards.widgets.text import Label

__all__ = ["FieldWidget", "label_text"]

_NO = "~"
_TYPED = NUMBER_KINDS | {Kind.LINE, Kind.AREA, Kind.LINES, Kind.DATE}
_AREAS = {Kind.AREA, Kind.LINES}
_WIDE = {Kind.LINE, *_AREAS}
_CHARACTERS = {Kind.WHOLE: 14, Kind.NUMBER: 12, Kind.MONEY: 16, Kind.PERCENT: 8, Kind.YEAR: 8, Kind.DATE: 20}


def label_text(field: Field) -> str:
    """The label with "(verplicht)" or "(niet verplicht)" behind it, and "(intern)" where that holds."""
    need = "verplicht" if field.required else "niet verplicht"
    return f"{field.label} ({need}, intern)" if field.internal else f"{field.label} ({need})"


class _ShortLabel(Label):
    """Words above a control that is narrow: on one line where they are short."""

    def sizeHint(self) -> QSize:
        """As wide as the words on one line, or as Qt finds good where that is a lot."""
        words = round(self._look.metrics(self._role).horizontalAdvance(self.text())) + 2
        hint = super().sizeHint()
        return QSize(words, self.heightForWidth(words)) if words <= self._look.space(320) else hint


class FieldWidget(QWidget):
    """One question of a form. It shows what stands at ``path`` and sends what a person does to the editor."""

    def __init__(self, context: Context, field: Field, base: Path) -> None:
        super().__init__()
        self._context, self.field = context, field
        self.path: Path = (*base, *field.parts)
        self._base = base
        self._touched, self._asked = False, True
        look = context.look
        layout = column(look.space(4))
        self.setLayout(layout)
        words = _ShortLabel if field.short else Label
        self.label = words(look, label_text(field), TypeRole.BODY_BOLD)
        self._why = words(look, field.why, colour="ink2")
        self.message = Label(look, colour="danger")
        self._options: tuple[Option, ...] = ()
        self._no_answer: Button | None = None
        if field.kind is not Kind.TOGGLE:
            layout.addWidget(self.label)
        layout.addWidget(self._why)
        layout.addWidget(self.message)
        self._why.setVisible(bool(field.why))
        self.message.setVisible(False)
        self.control = self._make_control(layout)
        self.label.setBuddy(self.control)
        self.refresh()

    def rebase(self, base: Path) -> None:
        """Show the same question of another record."""
        if base == self._base:
            return
        self._base, self.path, self._touched = base, (*base, *self.field.parts), False
        self._context.editor.end_merge()
        self.refresh()

    def take_focus(self) -> None:
        """Put the focus on the control."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor = self._context.editor
        visible = self.field.visible is None or self.field.visible(editor.dossier, self._base)
        visible = visible and not (self.field.internal and self._context.privacy.hidden)
        if visible is not self._asked:
            self._asked = visible
            self.setVisible(visible)
        if not visible:
            return
        value = value_at(editor.dossier, self.path)
        draft = editor.dossier.drafts.get(path_key(self.path))
        self._show(value, draft)

    # --- making

    def _make_control(self, layout: QVBoxLayout) -> QWidget:
        look, field = self._context.look, self.field
        kind = field.kind
        if kind in _TYPED:
            return self._make_typed(layout)
        if kind is Kind.TOGGLE:
            check = Check(look, label_text(field))
            check.edited.connect(self._put)
            layout.addWidget(check)
            return check
        if kind is Kind.IMPORTANCE:
            importance = ImportanceInput(look, field.label)
            importance.edited.connect(self._put)
            layout.addWidget(importance)
            return importance
        if kind is Kind.MANY:
            return self._make_many(layout)
        return self._make_choice(layout)

    def _make_typed(self, layout: QVBoxLayout) -> QWidget:
        look, field = self._context.look, self.field
        control: Line | Area = (
            Area(look) if field.kind in _AREAS else Line(look, characters=_CHARACTERS.get(field.kind, 0))
        )
        control.setAccessibleName(field.label)
        if field.why:
            control.setAccessibleDescription(field.why)
        control.edited.connect(self._typed)
        control.left.connect(self._leave)
        line = row(look.space(8))
        line.addWidget(control, 1 if field.kind in _WIDE else 0)
        unit = {Kind.MONEY: "euro", Kind.PERCENT: "%"}.get(field.kind, field.unit)
        if unit:
            line.addWidget(Label(look, unit, colour="ink2", wrap=False))
        if field.no_answers:
            self._no_answer = self._make_no_answer()
            line.addWidget(self._no_answer)
        if field.kind not in _WIDE:
            line.addStretch(1)
        layout.addLayout(line)
        return control

    def _make_no_answer(self) -> Button:
        button = Button(self._context.look, "Geen antwoord", ButtonKind.QUIET)
        button.setAccessibleDescription(f"Geen antwoord op: {self.field.label}")
        menu = QMenu(button)
        for kind in self.field.no_answers:
            put = partial(self._put, NoAnswer(no_answer=kind))
            menu.addAction(NO_ANSWER_WORDS[kind].capitalize(), put)
        menu.addSeparator()
        menu.addAction("Leegmaken", lambda: self._put(self._empty))
        button.setMenu(menu)
        return button

    def _make_many(self, layout: QVBoxLayout) -> QWidget:
        # A plain widget carries the boxes, so that the list can be made anew when the choices change.
        self._boxes: dict[str, Check] = {}
        holder = QWidget()
        holder.setLayout(column(self._context.look.space(2)))
        holder.setAccessibleName(self.field.label)
        layout.addWidget(holder)
        if self.field.no_answers:
            self._no_answer = self._make_no_answer()
            line = row()
            line.addWidget(self._no_answer)
            line.addStretch(1)
            layout.addLayout(line)
        return holder

    def _make_choice(self, layout: QVBoxLayout) -> QWidget:
        look, field, editor = self._context.look, self.field, self._context.editor
        self._options = options_of(field, editor.dossier, editor.knowledge)
        none = tuple((_NO + kind.value, NO_ANSWER_WORDS[kind].capitalize()) for kind in field.no_answers)
        if field.kind is Kind.SCORE:
            control: QWidget = _Scores(look, field.label, none)
        elif field.kind is Kind.YES_NO:
            control = _Clearable(look, field.label, (("ja", "Ja"), ("nee", "Nee"), *none))
        elif not callable(field.options) and _fits_as_pills(self._options):
            control = _Clearable(look, field.label, (*((o.value, o.label) for o in self._options), *none))
        else:
            control = Combo(look)
            control.setAccessibleName(field.label)
        if isinstance(control, Combo):
            control.edited.connect(self._picked)
            line: QBoxLayout = row()
            line.addWidget(control)
            line.addStretch(1)
            layout.addLayout(line)
        elif isinstance(control, Pills):
            control.chosen.connect(self._picked_pill)
            layout.addWidget(control)
        if field.words:
            low, middle, high = field.words
            layout.addWidget(Label(look, f"1: {low}  ·  3: {middle}  ·  5: {high}", TypeRole.CAPTION, "ink2"))
        return control

    # --- showing

    def _show(self, value: Any, draft: str | None) -> None:
        control, field = self.control, self.field
        if isinstance(control, (Line, Area)):
            self._show_typed(control, value, draft)
        elif isinstance(control, Check):
            control.show_value(bool(value))
        elif isinstance(control, ImportanceInput):
            control.show_value(int(value or 0))
        elif isinstance(control, Combo):
            self._offer(control, "" if isinstance(value, NoAnswer) else _key(value))
            control.show_value(_key(value))
        elif isinstance(control, Pills):
            yes_no = {"True": "ja", "False": "nee"}
            key = _key(value)
            control.choose((yes_no.get(key, key) if field.kind is Kind.YES_NO else key) or None)
        else:
            self._show_many(control, value if isinstance(value, tuple) else ())
        if self._no_answer is not None:
            said = NO_ANSWER_WORDS[value.no_answer].capitalize() if isinstance(value, NoAnswer) else "Geen antwoord"
            self._no_answer.setText(said)

    def _show_typed(self, control: Line | Area, value: Any, draft: str | None) -> None:
        text = draft if draft is not None else shown(self.field.kind, value)
        # While somebody types "1.2" the dossier holds 1,2: the text under the cursor is left alone.
        if not (control.hasFocus() and draft is None and self._stands_for(self._text(), value)):
            control.show_value(text)
        control.setPlaceholderText(NO_ANSWER_WORDS[value.no_answer] if isinstance(value, NoAnswer) else "")
        if draft is None:
            self._complain("")
        elif not control.hasFocus():
            self._complain(self._advice(draft))

    def _offer(self, control: Combo, held: str) -> None:
        editor = self._context.editor
        self._options = offered(self.field, editor.dossier, editor.knowledge, (held,))
        none = tuple((_NO + kind.value, NO_ANSWER_WORDS[kind].capitalize()) for kind in self.field.no_answers)
        control.offer((*((option.value, option.label) for option in self._options), *none))

    def _show_many(self, holder: QWidget, chosen: tuple[Any, ...]) -> None:
        editor = self._context.editor
        on = tuple(_key(key) for key in chosen)
        options = offered(self.field, editor.dossier, editor.knowledge, on)
        if options != self._options:
            self._options = options
            self._remake_boxes(holder)
        for key, box in self._boxes.items():
            box.show_value(key in on)

    def _remake_boxes(self, holder: QWidget) -> None:
        layout = holder.layout()
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for option in self._options:
            box = Check(self._context.look, option.label)
            box.setAccessibleDescription(option.help)
            box.edited.connect(lambda on, key=option.value: self._tick(key, on))
            self._boxes[option.value] = box
            assert layout is not None
            layout.addWidget(box)
        holder.setFocusProxy(next(iter(self._boxes.values()), None))  # type: ignore[arg-type]

    # --- doing

    def _tick(self, key: str, on: bool) -> None:
        value = value_at(self._context.editor.dossier, self.path)
        held = tuple(_key(k) for k in value) if isinstance(value, tuple) else ()
        order = [option.value for option in self._options]
        chosen = {*held, key} if on else set(held) - {key}
        # What is no longer offered stays: an answer is never lost by ticking another.
        kept = tuple(k for k in held if k not in order)
        self._put((*kept, *(k for k in order if k in chosen)))

    def _picked(self, key: str) -> None:
        self._put(self._value_of(key))

    def _picked_pill(self, key: str) -> None:
        self._put(self._value_of(key))

    def _value_of(self, key: str) -> Any:
        if not key:
            return None
        if key.startswith(_NO):
            return NoAnswer(no_answer=NoAnswerKind(key.removeprefix(_NO)))
        if self.field.kind is Kind.YES_NO:
            return key == "ja"
        return int(key) if self.field.kind is Kind.SCORE else key

    def _typed(self, text: str) -> None:
        self._touched = True
        try:
            value = parse(self.field.kind, text)
            # An emptied field that said "weet ik niet" keeps saying so; typing replaced it already.
            self._context.editor.put(self.path, self._empty if value is None else value, merge=True)
        except (Unreadable, InvalidValueError):
            self._context.editor.put_draft(self.path, text)

    def _leave(self) -> None:
        # Checked on leaving a changed field, never at each key (ux.md M11).
        if self._touched:
            self._touched = False
            self._context.editor.end_merge()
            self.refresh()

    def _put(self, value: Any) -> None:
        # Where the dossier must have a value ("Soort"), choosing nothing leaves the one that is there.
        with suppress(InvalidValueError):
            self._context.editor.put(self.path, value)
        self.refresh()

    @property
    def _empty(self) -> Any:
        if self.field.kind is Kind.LINES:
            return ()
        return "" if self.field.kind in (Kind.LINE, Kind.AREA) and not self.field.no_answers else None

    def _text(self) -> str:
        return self.control.text() if isinstance(self.control, Line) else self.control.toPlainText()  # type: ignore[attr-defined]

    def _stands_for(self, text: str, value: Any) -> bool:
        try:
            parsed = parse(self.field.kind, text)
        except Unreadable:
            return False
        return bool(parsed == value) or (parsed in (None, "") and value in (None, ""))

    def _advice(self, draft: str) -> str:
        try:
            value = parse(self.field.kind, draft)
            self._context.editor.put(self.path, value)
        except Unreadable as error:
            return error.advice
        except InvalidValueError as error:
            return f"Dit past hier niet: {error.reason}."
        return ""

    def _complain(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if isinstance(self.control, (Line, Area)):
            self.control.mark(invalid=bool(text))
            self.control.setAccessibleDescription(text or self.field.why)


class _Clearable(Pills):
    """Pills of which the chosen one can be cleared with Delete or a second click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None)
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)


class _Scores(ScoreInput, _Clearable):
    """One to five and the kinds of "no answer"."""


def _key(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, NoAnswer):
        return _NO + value.no_answer.value
    return str(getattr(value, "value", value))


def _fits_as_pills(options: tuple[Option, ...]) -> bool:
    return len(options) <= 5 and sum(len(option.label) + 4 for option in options) <= 90
