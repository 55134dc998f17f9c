"""How long each step takes: what the law fixes, and what people plan themselves, in days or in weeks."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.advice.legal.words import term_text
from models.dossier import Dossier
from models.dossier.edit import InvalidValueError, Path, path_key, without
from models.knowledge import Knowledge
from models.knowledge.law import Term
from models.knowledge.source_words import notes_of
from models.planning import planning_term_ids
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, decimal_text, parse
from wizards.look.tokens import TypeRole
from wizards.steps.besluitvorming_parts.forms import BASE
from wizards.widgets.boxes import Card, FlowLayout, Rule, column
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.inputs import Line
from wizards.widgets.text import Heading, Label

__all__ = ["TermsCard", "editable_terms", "own_term_words", "term_at", "term_rows", "usual_words"]

_TITLE = "Hoe lang duurt elke stap?"
_WEEK = 7
_DAYS, _WEEKS = "dagen", "weken"
_UNITS = ((_DAYS, "Dagen"), (_WEEKS, "Weken"))
_NO_WHOLE_DAYS = "Dit zijn geen hele dagen. Vul hele weken in, of kies dagen."
_TOO_LONG = "Vul hoogstens tien jaar in."


def term_at(knowledge: Knowledge, key: str, day: date) -> Term | None:
    """The term as it holds on ``day``; ``None`` where none does."""
    valid = [term for term in knowledge.law.terms if term.id == key and term.holds_on(day)]
    return max(valid, key=lambda term: term.valid_from) if valid else None


def editable_terms(dossier: Dossier, knowledge: Knowledge, ids: tuple[str, ...]) -> tuple[Term, ...]:
    """The planning terms among ``ids``, as they hold on the day of the dossier."""
    found = (term_at(knowledge, key, dossier.dated) for key in ids)
    return tuple(term for term in found if term is not None and term.kind == "planning")


def usual_words(term: Term, knowledge: Knowledge) -> str:
    """The default of a planning term, and where it comes from."""
    used = f" De planning rekent met {term.value}." if term.maximum is not None else ""
    sources = "; ".join(note.text for note in notes_of(knowledge, (term,)))
    return f"Gebruikelijk: {term_text(term)}.{used} Bron: {sources}."


def own_term_words(days: int) -> str:
    """A planned length as people read it: in weeks where these are whole."""
    count, words = (days // _WEEK, ("week", _WEEKS)) if days and days % _WEEK == 0 else (days, ("dag", _DAYS))
    return f"{decimal_text(count)} {words[0] if count == 1 else words[1]}"


def term_rows(dossier: Dossier, knowledge: Knowledge, ids: tuple[str, ...]) -> Iterator[CheckRow]:
    """Rows of the check page: the planning terms of the procedure, and every one that people changed."""
    own, drafts = dossier.besluitvorming.terms, dossier.drafts
    for term in editable_terms(dossier, knowledge, planning_term_ids()):
        path = (*BASE, "terms", term.id)
        draft = drafts.get(path_key(path))
        if term.id not in ids and term.id not in own and draft is None:
            continue
        usual = f"Zoals gebruikelijk: {term_text(term)}"
        answer = own_term_words(own[term.id]) if term.id in own else usual
        yield CheckRow(_TITLE, term.name, answer if draft is None else draft, path, draft is not None)


class _Fixed(QWidget):
    """A term of the law: to read."""

    def __init__(self, context: Context, term: Term) -> None:
        super().__init__()
        look = context.look
        layout = column(look.space(2))
        self.setLayout(layout)
        layout.addWidget(Label(look, term.name, TypeRole.BODY_BOLD))
        before = "vóór " if term.unit == "dag-maand" else ""
        words = f"Ligt vast in de wet: {before}{term_text(term)} ({term.article})."
        layout.addWidget(Label(look, words, colour="ink2"))


class TermField(QWidget):
    """A planning term: a number of days or weeks, what is usual, and the way back to that."""

    def __init__(self, context: Context, term: Term) -> None:
        super().__init__()
        self._context, self.term, self._touched = context, term, False
        self.path: Path = (*BASE, "terms", term.id)
        self._unit = ""
        look = context.look
        layout = column(look.space(4))
        self.setLayout(layout)
        label = Label(look, term.name, TypeRole.BODY_BOLD)
        layout.addWidget(label)
        usual = usual_words(term, context.editor.knowledge)
        layout.addWidget(Label(look, usual, TypeRole.CAPTION, "ink2"))
        self.message = Label(look, "", colour="danger")
        layout.addWidget(self.message)
        line = FlowLayout(look.space(10), centred=True)
        self.control = Line(look, characters=6)
        self.control.setAccessibleName(f"Tijd voor: {term.name}")
        self.control.setAccessibleDescription(usual)
        self.control.edited.connect(self._typed)
        self.control.left.connect(self._leave)
        label.setBuddy(self.control)
        line.addWidget(self.control)
        self.units = Pills(look, f"In dagen of weken: {term.name}", _UNITS)
        self.units.chosen.connect(self.choose_unit)
        line.addWidget(self.units)
        self.back = Button(look, "Terug naar gebruikelijk", ButtonKind.QUIET, icon="undo")
        self.back.setAccessibleDescription(term.name)
        self.back.clicked.connect(self.forget)
        line.addWidget(self.back)
        layout.addLayout(line)
        self.refresh()

    @property
    def days(self) -> int:
        """The length that counts now, in days."""
        own = self._context.editor.dossier.besluitvorming.terms.get(self.term.id)
        if own is not None:
            return own
        return self.term.value * _WEEK if self.term.unit == _WEEKS else self.term.value

    def choose_unit(self, unit: str) -> None:
        """Show the same length in days or in weeks; weeks only where they are whole."""
        if unit == _WEEKS and self.days % _WEEK:
            self._complain(f"{decimal_text(self.days)} dagen is geen heel aantal weken.")
            unit = _DAYS
        else:
            self._complain("")
        self._unit = unit
        self.units.choose(unit)
        self.control.show_value(self._shown())

    def forget(self) -> None:
        """Plan again with what is usual."""
        here = self.path
        self._context.editor.apply(lambda dossier: without(without(dossier, here), ("drafts", path_key(here))))
        self._unit = ""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh(anew=True)

    def refresh(self, *, anew: bool = False) -> None:
        """Show what the dossier holds now. ``anew``: also over what is under the cursor."""
        dossier = self._context.editor.dossier
        draft = dossier.drafts.get(path_key(self.path))
        own = self.term.id in dossier.besluitvorming.terms
        if not self._unit or (self._unit == _WEEKS and self.days % _WEEK):
            # Nothing planned in weeks may be shown rounded.
            self._unit = _WEEKS if self.days and self.days % _WEEK == 0 else _DAYS
        self.units.choose(self._unit)
        self.back.setVisible(own or draft is not None)
        if self.control.hasFocus() and not anew and (draft is not None or self._stands()):
            return
        self.control.show_value(draft if draft is not None else self._shown())
        self._complain(self._advice(draft) if draft is not None else "")

    def _shown(self) -> str:
        return decimal_text(self.days // _WEEK if self._unit == _WEEKS else self.days)

    def _read(self, text: str) -> int | None:
        """The days that ``text`` means in the unit that is chosen. Raises :class:`Unreadable`."""
        number = parse(Kind.NUMBER, text)
        if number is None:
            return None
        days = Decimal(number) * (_WEEK if self._unit == _WEEKS else 1)
        if days != days.to_integral_value():
            raise Unreadable(_NO_WHOLE_DAYS)
        if days < 0:
            raise Unreadable("Vul een getal in dat niet kleiner is dan 0.")
        return int(days)

    def _stands(self) -> bool:
        try:
            read = self._read(self.control.text())
        except Unreadable:
            return False
        return read is None or read == self.days

    def _typed(self, text: str) -> None:
        self._touched = True
        editor, here = self._context.editor, self.path
        try:
            days = self._read(text)
            if days is None:
                editor.apply(lambda dossier: without(without(dossier, here), ("drafts", path_key(here))))
            else:
                editor.put(here, days, merge=True)
        except (Unreadable, InvalidValueError):
            editor.put_draft(here, text)

    def _leave(self) -> None:
        if self._touched:
            self._touched = False
            self._context.editor.end_merge()
            self.refresh()

    def _advice(self, draft: str) -> str:
        with suppress(InvalidValueError):
            try:
                days = self._read(draft)
            except Unreadable as error:
                return error.advice
            if days is not None:
                self._context.editor.put(self.path, days)
            return ""
        return _TOO_LONG

    def _complain(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.control.mark(invalid=bool(text))


class TermsCard(Card):
    """The terms of the calendar on screen; ``ids``: which, in order. More can be asked for."""

    def __init__(self, context: Context, ids: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(context.look)
        self._context, self._ids, self._all = context, ids, False
        look = context.look
        self.body.addWidget(Heading(look, _TITLE, 3))
        why = "Termijnen uit de wet liggen vast. De andere plant u zelf, in dagen of in weken."
        self.body.addWidget(Label(look, why, colour="ink2"))
        self._rows = column(look.space(12))
        self.body.addLayout(self._rows)
        self.fields: dict[str, TermField] = {}
        self._terms: tuple[Term, ...] = ()
        self.more = Button(look, "Toon alle termijnen", ButtonKind.QUIET, icon="list")
        self.more.clicked.connect(lambda *_: self.show_all(not self._all))
        line = FlowLayout(0)
        line.addWidget(self.more)
        self.body.addLayout(line)

    def show_all(self, on: bool) -> None:
        """Show the terms of every procedure, or only of this one."""
        self._all = on
        self.more.setText("Toon alleen deze planning" if on else "Toon alle termijnen")
        self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor, ids = self._context.editor, self._ids()
        wanted = planning_term_ids() if self._all or not ids else ids
        day = editor.dossier.dated
        terms = tuple(t for t in (term_at(editor.knowledge, key, day) for key in wanted) if t is not None)
        if terms != self._terms:
            self._remake(terms)
        for field in self.fields.values():
            field.refresh()
        self.more.setVisible(bool(ids))

    def reveal(self, path: Path) -> bool:
        """Put the focus on a term; whether it is here."""
        if path[:2] != (*BASE, "terms"):
            return False
        if len(path) > 2 and path[2] not in self.fields:
            self.show_all(True)
        field = self.fields.get(path[2]) if len(path) > 2 else next(iter(self.fields.values()), None)
        if field is None:
            return False
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _remake(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        while (entry := self._rows.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.fields = {}
        for number, term in enumerate(terms):
            if number:
                self._rows.addWidget(Rule(self._context.look))
            if term.kind == "planning":
                self.fields[term.id] = TermField(self._context, term)
                self._rows.addWidget(self.fields[term.id])
            else:
                self._rows.addWidget(_Fixed(self._context, term))
