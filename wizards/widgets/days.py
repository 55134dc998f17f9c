"""Days and periods, one per line, such as the meetings and the recess of a raad."""

from datetime import date

from PySide6.QtWidgets import QWidget

from models.dossier.edit import InvalidValueError, Path, path_key, value_at
from models.dutch import day
from wizards.context import Context
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.inputs import Area
from wizards.widgets.text import Label

__all__ = ["DaysField", "days_text", "read_days", "read_periods"]

Period = tuple[date, date]


def read_days(text: str) -> tuple[date, ...]:
    """The days of ``text``, one per line or behind a comma, in order. Raises :class:`Unreadable`."""
    parts = [part.strip() for line in text.splitlines() for part in line.replace(";", ",").split(",")]
    return tuple(sorted({_day(part) for part in parts if part}))


def read_periods(text: str) -> tuple[Period, ...]:
    """Periods such as "21-12-2026 t/m 3-1-2027", one per line, in order. Raises :class:`Unreadable`."""
    periods = []
    for line in filter(str.strip, text.splitlines()):
        ends = [part for mark in ("t/m", " tot ") if mark in line for part in line.split(mark)] or [line, line]
        first, last = _day(ends[0].strip()), _day(ends[-1].strip())
        if last < first:
            raise Unreadable("Zet de eerste dag voor de laatste dag.")
        periods.append((first, last))
    return tuple(sorted(periods))


def _day(text: str) -> date:
    value = parse(Kind.DATE, text)
    if not isinstance(value, date):
        raise Unreadable("Vul een datum in, bijvoorbeeld 5-3-2026.")
    return value


def days_text(value: tuple[date, ...] | tuple[Period, ...]) -> str:
    """The value as it stands in the field."""
    return "\n".join(day(v) if isinstance(v, date) else f"{day(v[0])} t/m {day(v[1])}" for v in value)


class DaysField(QWidget):
    """A field for days (or for periods), with the same manners as every other field."""

    def __init__(self, context: Context, label: str, path: Path, *, periods: bool = False, why: str = "") -> None:
        super().__init__()
        self._context, self.path, self._periods, self._touched = context, path, periods, False
        look = context.look
        layout = column(look.space(4))
        self.setLayout(layout)
        self.label = Label(look, f"{label} (niet verplicht)", TypeRole.BODY_BOLD)
        layout.addWidget(self.label)
        layout.addWidget(Label(look, why, colour="ink2"))
        self.message = Label(look, "", colour="danger")
        layout.addWidget(self.message)
        self.control = Area(look)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(why)
        self.label.setBuddy(self.control)
        self.control.edited.connect(self._typed)
        self.control.left.connect(self._leave)
        layout.addWidget(self.control)
        self.refresh()

    def _read(self, text: str) -> tuple[date, ...] | tuple[Period, ...]:
        return read_periods(text) if self._periods else read_days(text)

    def _typed(self, text: str) -> None:
        self._touched = True
        try:
            self._context.editor.put(self.path, self._read(text), merge=True)
        except (Unreadable, InvalidValueError):
            self._context.editor.put_draft(self.path, text)

    def _leave(self) -> None:
        if self._touched:
            self._touched = False
            self._context.editor.end_merge()
            self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        dossier = self._context.editor.dossier
        draft = dossier.drafts.get(path_key(self.path))
        value = value_at(dossier, self.path) or ()
        advice = ""
        if draft is not None:
            try:
                self._read(draft)
            except Unreadable as error:
                advice = error.advice
        if self.control.hasFocus() and self._stands_for(value, draft):
            return
        self.control.show_value(draft if draft is not None else days_text(value))
        self.message.setText(advice)
        self.message.setVisible(bool(advice))
        self.control.mark(invalid=bool(advice))

    def _stands_for(self, value: object, draft: str | None) -> bool:
        text = self.control.toPlainText()
        if draft is not None:
            return draft == text
        try:
            return self._read(text) == value
        except Unreadable:
            return False
