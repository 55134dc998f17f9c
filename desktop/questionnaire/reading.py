"""Reading a filled form back: from fields of a PDF to answers. Nothing in a file is believed before it is checked."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from desktop.questionnaire.errors import FlattenedForm, MarkDamaged, NotAForm, XfaOnly
from desktop.questionnaire.filled import FilledForm, Oddity, OddKind, StatementFilled, TextFilled
from desktop.questionnaire.mark import Mark, mark_from
from desktop.questionnaire.questions import (
    DATE_FIELD,
    EMPATHY,
    FUNCTION_FIELD,
    INTERVIEW,
    MARK_FIELD,
    ORGANISATION_FIELD,
    STATEMENT,
    STATES,
    Part,
    statement_field,
)
from desktop.questionnaire.raw import RawField, RawForm, read_raw
from models.dossier.base import MAX_TEXT, NoAnswer
from models.wording.words import shortened

__all__ = ["date_from", "read_questionnaire"]

_SHOWN = 60
_MOST_ODD = 40
_ANSWERS: Mapping[str, int | NoAnswer] = {**STATES, **{str(score): score for score in range(1, 6)}}
_PLACES = tuple(STATES.values())
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def read_questionnaire(data: bytes) -> FilledForm:
    """The answers in the form in ``data``. Raises :class:`FormError` where the form as a whole cannot be read.

    What is wrong with one field is in ``odd``; that field counts as left open.
    """
    raw = read_raw(data)
    fields = {name: field for name, field in raw.fields.items() if name != MARK_FIELD}
    mark = _mark(raw, fields)
    if not any(name.startswith((f"{STATEMENT}.", f"{INTERVIEW}.", f"{EMPATHY}.")) for name in fields):
        raise XfaOnly if raw.xfa else FlattenedForm
    return _Reader(fields, mark).form(second_layer=raw.xfa)


def _mark(raw: RawForm, fields: Mapping[str, RawField]) -> Mark:
    held = raw.fields.get(MARK_FIELD)
    found = dict.fromkeys((*raw.marks, *(held.values if held is not None else ())))
    if not found:
        if raw.xfa and not fields:
            raise XfaOnly
        raise NotAForm
    marks = [mark_from(text) for text in found]
    if any(mark != marks[0] for mark in marks):
        raise MarkDamaged
    return marks[0]


class _Reader:
    def __init__(self, fields: Mapping[str, RawField], mark: Mark) -> None:
        self._fields, self._mark = fields, mark
        self._odd: list[Oddity] = []
        self._used: set[str] = set()

    def form(self, *, second_layer: bool) -> FilledForm:
        """Everything, in the order of the form."""
        statements = tuple(row for row in self._statements() if not row.is_empty)
        texts = tuple(row for row in self._texts() if row.text)
        who = [self._text(name) for name in (ORGANISATION_FIELD, FUNCTION_FIELD)]
        held_on = self._date()
        for name in sorted(set(self._fields) - self._used):
            if self._fields[name].values:
                self._odd.append(Oddity(OddKind.UNKNOWN_FIELD, name, _shown(self._fields[name])))
        if second_layer:
            self._odd.append(Oddity(OddKind.SECOND_LAYER))
        odd = tuple(self._odd[:_MOST_ODD])
        return FilledForm(self._mark, statements, texts, _flat(who[0]), _flat(who[1]), held_on, odd)

    def _statements(self) -> Iterator[StatementFilled]:
        for key in self._mark.questions:
            kind, _, name = key.partition(".")
            if kind == STATEMENT:
                yield StatementFilled(
                    name,
                    self._answer(statement_field(name, Part.ANSWER)),
                    self._importance(statement_field(name, Part.IMPORTANCE)),
                    self._text(statement_field(name, Part.REMARK)),
                )

    def _texts(self) -> Iterator[TextFilled]:
        for key in self._mark.questions:
            if key.partition(".")[0] in (INTERVIEW, EMPATHY):
                yield TextFilled(key, self._text(key))

    def _one(self, name: str) -> str | None:
        """The one value of a field; None where it is open, is not there, or holds two values."""
        self._used.add(name)
        field = self._fields.get(name)
        if field is None or not field.values:
            return None
        if len({value.strip() for value in field.values}) > 1:
            self._odd.append(Oddity(OddKind.TWO_VALUES, name, _shown(field)))
            return None
        return field.values[0]

    def _answer(self, name: str) -> int | NoAnswer | None:
        value = self._one(name)
        if value is None:
            return None
        told = value.strip().lower().replace(" ", "-")
        if re.fullmatch(r"#\d{1,3}", told) and int(told[1:]) < len(_PLACES):
            return _PLACES[int(told[1:])]
        if told in _ANSWERS:
            return _ANSWERS[told]
        self._refused(name, value)
        return None

    def _importance(self, name: str) -> int | None:
        value = self._one(name)
        if value is None:
            return None
        found = re.fullmatch(r"(\d{1,2})(?:[.,]0{1,4})?(?: ?/ ?10)?", unicodedata.normalize("NFKC", value).strip())
        number = int(found.group(1)) if found and found.group(1).isascii() else -1
        if 0 <= number <= 10:
            return number
        self._refused(name, value)
        return None

    def _refused(self, name: str, value: str, kind: OddKind = OddKind.IMPOSSIBLE) -> None:
        self._odd.append(Oddity(kind, name, _visible(value)))

    def _text(self, name: str) -> str:
        value = self._one(name)
        if value is None:
            return ""
        if len(value) > MAX_TEXT:
            self._refused(name, value[:200], OddKind.TOO_LONG)
            return ""
        text = _lines(value)
        kept = "".join(sign for sign in text if not _is_refused(sign))
        if kept != text:
            self._refused(name, kept[:200], OddKind.SIGNS_LEFT_OUT)
        return kept.strip()

    def _date(self) -> date | None:
        value = _flat(self._text(DATE_FIELD))
        if not value:
            return None
        found = date_from(value)
        if found is None:
            self._refused(DATE_FIELD, value, OddKind.NO_DATE)
        return found


def _lines(text: str) -> str:
    """With one kind of line end; programs put in many."""
    for end in ("\r\n", "\r", "\v", "\f", "\u2028", "\u2029", "\x85"):
        text = text.replace(end, "\n")
    return text


def _is_refused(sign: str) -> bool:
    """Whether no dossier holds this sign (``models.dossier.base``)."""
    if sign in "\n\t":
        return False
    return unicodedata.category(sign) in {"Cc", "Cs"} or ord(sign) & 0xFFFE == 0xFFFE


def _flat(text: str) -> str:
    return " ".join(text.split())


def _visible(text: str) -> str:
    return shortened("".join(sign if sign.isprintable() else " " for sign in text[:1000]), _SHOWN)


def _shown(field: RawField) -> str:
    return _visible(" / ".join(value[:100] for value in field.values[:4]))


def date_from(text: str) -> date | None:
    """The day that ``text`` names: 2026-03-05, 5-3-2026, 5/3/2026, 5.3.2026, 5 maart 2026; None for other words."""
    plain = _flat(text.replace("\u00a0", " ")).lower()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain, re.ASCII):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", plain, re.ASCII):
        day, month, year = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2}) ?([a-z]{3,9})\.? ?(\d{4})", plain, re.ASCII):
        begin = "maa" if found.group(2) in ("mrt", "maart") else found.group(2)[:3]
        if begin not in _MONTHS:
            return None
        day, month, year = int(found.group(1)), _MONTHS.index(begin) + 1, int(found.group(3))
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
