"""Two versions beside each other on screen: what changed in answers, proposal, advice and money."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from models.dutch import day
from models.knowledge import Knowledge
from models.signoff.comparison import Comparison
from models.signoff.money_changes import MoneyChange, MoneyKind
from models.wording.costs import years_text
from models.wording.signoff_changes import (
    ChangeWords,
    advice_words,
    amount_words,
    key_words,
    money_difference,
    names_of,
    proposal_change_words,
    summary,
)
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.vaststelling_parts.answer_words import AnswerChange, answer_changes
from wizards.steps.vaststelling_parts.form import takeout
from wizards.widgets.boxes import Rule, column
from wizards.widgets.buttons import Button, quiet_button
from wizards.widgets.columns import Columns
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.read_table import Sheet, Value
from wizards.widgets.text import Heading, Label

__all__ = ["ComparisonView", "money_sheet"]

_FIRST = 40
"""So many changes of one part are shown at once; a button shows the others."""
_SHORT = 24
"""Two answers of at most so many signs stand in one line."""
_KINDS = {
    MoneyKind.STRUCTURAL: "Wat elke partner per jaar betaalt",
    MoneyKind.ONE_OFF: "Wat elke partner eenmalig betaalt",
}
_NOT_THE_CONTENT = "Deze gegevens horen niet tot de inhoud. Een akkoord vervalt er niet door."


class ComparisonView(QWidget):
    """Shows a :class:`Comparison` as lists that one can read, part after part."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        layout = column(context.look.space(14))
        self.setLayout(layout)
        self.summary = Label(context.look, role=TypeRole.LEAD)
        layout.addWidget(self.summary)
        self._parts = column(context.look.space(14))
        layout.addLayout(self._parts)
        self.more: list[Button] = []

    def clear(self) -> None:
        """Show nothing."""
        takeout(self._parts)
        self.more = []
        self.summary.setText("")

    def show_comparison(self, found: Comparison) -> None:
        """Show what differs."""
        self.clear()
        self.summary.setText(summary(found))
        knowledge = self._context.editor.knowledge
        self._add("Het voorstel", proposal_change_words(found))
        self._add("Het advies", advice_words(found, knowledge))
        self._add_money(found, knowledge)
        for step in answer_changes(found, knowledge):
            self._add(f"Antwoorden bij {step.title}", tuple(map(_words, step.changes)))
        self._add("Andere gegevens", _other(found))

    def _add(self, title: str, changes: Sequence[ChangeWords]) -> None:
        if not changes:
            return
        self._parts.addWidget(_Part(self._context, title, changes, self.more))

    def _add_money(self, found: Comparison, knowledge: Knowledge) -> None:
        money = found.money
        if money.key_differs:
            words = (key_words(key, knowledge) for key in (money.key_before, money.key_after))
            self._add("De bedragen", (ChangeWords("De gekozen verdeelsleutel", *words),))
        for kind, title in _KINDS.items():
            sheet = money_sheet(found, kind)
            if sheet.rows:
                self._parts.addWidget(Heading(self._context.look, title, 3))
                table = CopyTable(self._context, title, most=12)
                table.take(sheet)
                self._parts.addWidget(table)


def _words(change: AnswerChange) -> ChangeWords:
    label = f"{change.group}: {change.question}" if change.group not in ("", change.question) else change.question
    return ChangeWords(label, change.before, change.after)


def _other(found: Comparison) -> tuple[ChangeWords, ...]:
    names = {"title": "De titel", "dated": "De dag van het advies", "fictional": "Verzonnen voorbeeld"}
    said = [
        ChangeWords(names[d.path[0]], *(day(v) if d.path[0] == "dated" else _yes(v) for v in (d.before, d.after)))
        for d in found.head
    ]
    if found.knowledge is not None:
        said.append(ChangeWords("De kennis van het programma", *(f"versie {v}" for v in found.knowledge)))
    return tuple(said)


def _yes(value: object) -> str:
    return str(value) if not isinstance(value, bool) else "ja" if value else "nee"


class _Part(QWidget):
    """A heading with changes under it, each as a question with both answers."""

    def __init__(self, context: Context, title: str, changes: Sequence[ChangeWords], more: list[Button]) -> None:
        super().__init__()
        self._look = context.look
        layout = column(self._look.space(10))
        self.setLayout(layout)
        layout.addWidget(Heading(self._look, title, 3))
        self._rows = column(self._look.space(10))
        layout.addLayout(self._rows)
        self._left = list(changes)
        self._show(_FIRST)
        self._button: Button | None = None
        if self._left:
            words = f"Nog {len(self._left)} tonen"
            self._button = quiet_button(self._look, words, self._show_all, icon="chevron-down")
            self._button.setAccessibleDescription(title)
            more.append(self._button)
            layout.addWidget(self._button)

    def _show(self, number: int) -> None:
        shown, self._left = self._left[:number], self._left[number:]
        for change in shown:
            self._rows.addWidget(self._change(change))

    def _show_all(self) -> None:
        self._show(len(self._left))
        if self._button is not None:
            self._button.hide()

    def _change(self, change: ChangeWords) -> QWidget:
        look = self._look
        widget = QWidget()
        layout = column(look.space(4))
        widget.setLayout(layout)
        layout.addWidget(Rule(look))
        layout.addWidget(Label(look, change.label, TypeRole.BODY_BOLD))
        if not change.before and not change.after:
            layout.addWidget(Label(look, "Dit is gewijzigd.", colour="ink2"))
            return widget
        both = change.before + change.after
        if max(len(change.before), len(change.after)) <= _SHORT and "\n" not in both and ":" not in both:
            layout.addWidget(Label(look, f"Was: {change.before}. Wordt: {change.after}."))
            return widget
        sides = Columns(look, narrowest=280, most=2)
        for word, text in (("Was", change.before), ("Wordt", change.after)):
            side = QWidget()
            inner = column()
            side.setLayout(inner)
            inner.addWidget(Label(look, word, TypeRole.CAPTION, "ink2"))
            inner.addWidget(Label(look, text))
            sides.add(side)
        layout.addWidget(sides)
        return widget


def money_sheet(found: Comparison, kind: MoneyKind) -> Sheet:
    """Per partner what it was and what it becomes; years with equal amounts stand together."""
    changes = found.money.of(kind)
    by_place = {(c.partner, c.year): c for c in changes}
    partners = tuple(dict.fromkeys(c.partner for c in changes))
    years = sorted({c.year for c in changes if c.year is not None})
    places = _together(years, {y: tuple(_amounts(by_place.get((p, y))) for p in partners) for y in years})
    columns: list[tuple[str, int | None]] = [(years_text(group), group[0]) for group in places]
    if len(years) > 1:
        columns.append(("Alle jaren samen", None))
    names = names_of(found)
    rows, values = [], []
    for partner in partners:
        cells = [by_place.get((partner, year)) for _, year in columns]
        words = tuple(word for change in cells for word in _words_of(change))
        rows.append(("Samen" if partner is None else names[partner], words))
        values.append(tuple(figure for change in cells for figure in _figures(change)))
    heads = tuple(f"{words}: {word}" for words, _ in columns for word in ("was", "wordt", "verschil"))
    bold = frozenset(n for n, partner in enumerate(partners) if partner is None)
    return Sheet(heads, tuple(rows), bold, "Partner", tuple(values))


def _together(years: Sequence[int], amounts: dict[int, tuple[object, ...]]) -> list[list[int]]:
    """Years in a row in which every amount is the same, as one group."""
    groups: list[list[int]] = []
    for year in years:
        if groups and groups[-1][-1] == year - 1 and amounts[groups[-1][-1]] == amounts[year]:
            groups[-1].append(year)
        else:
            groups.append([year])
    return groups


def _amounts(change: MoneyChange | None) -> tuple[Value, Value] | None:
    return None if change is None else (change.before, change.after)


def _figures(change: MoneyChange | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return (None, None, None) if change is None else (change.before, change.after, money_difference(change))


def _words_of(change: MoneyChange | None) -> tuple[str, ...]:
    return ("gelijk", "gelijk", "–") if change is None else tuple(map(amount_words, _figures(change)))
