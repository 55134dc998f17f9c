"""A card around a key that unfolds: its fields and tables are made when it is first opened."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from models import dutch
from models.agreements.outcome import KeyOutcome
from models.dossier.edit import Path
from wizards.context import Context
from wizards.forms.spec import Kind
from wizards.forms.values import Unreadable, parse
from wizards.steps.kosten_parts.key_sections import SECTIONS, Section, answers_of, sections_of
from wizards.steps.kosten_parts.key_tables import holds_rows
from wizards.steps.kosten_parts.keys import KEYS, key_of
from wizards.steps.kosten_parts.notes import names_of
from wizards.steps.kosten_parts.outcome import outcome_of
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.fields import FieldWidget
from wizards.widgets.grid import GridWidget
from wizards.widgets.inputs import Line
from wizards.widgets.read_table import Sheet
from wizards.widgets.text import Heading, Label

__all__ = ["KeySections", "SectionCard"]

_FIRST_YEAR, _LAST_YEAR = 1990, 2200


class _MoreYears(QWidget):
    """A field for another year in a table, and the button that adds it."""

    def __init__(self, context: Context, title: str, added: Callable[[int], None]) -> None:
        super().__init__()
        self._context, self._added = context, added
        look = context.look
        layout = FlowLayout(look.space(8), centred=True)
        self.setLayout(layout)
        self.line = Line(look, characters=8)
        self.line.setPlaceholderText("jaar")
        self.line.setAccessibleName(f"{title}: nog een jaar")
        self.line.returnPressed.connect(self._add)
        self.add = Button(look, "Jaar toevoegen", ButtonKind.QUIET, icon="plus")
        self.add.setAccessibleDescription(title)
        self.add.clicked.connect(self._add)
        layout.addWidget(self.line)
        layout.addWidget(self.add)

    def _add(self) -> None:
        try:
            year = parse(Kind.YEAR, self.line.text())
        except Unreadable:
            year = None
        if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
            self._context.navigator.say("Vul een jaar in, bijvoorbeeld 2024.")
            return
        self.line.clear()
        self._added(year)


class SectionCard(Card):
    """One section. Folded it says in one line what is filled in."""

    def __init__(
        self, context: Context, section: Section, current: Callable[[], str], in_order: Callable[[], None]
    ) -> None:
        super().__init__(context.look, spacing=10)
        self._context, self.section, self._current, self._in_order = context, section, current, in_order
        self._years: dict[str, set[int]] = {}
        self._key = ""
        self.is_open = False
        look = context.look
        head = row(look.space(12))
        head.addWidget(Heading(look, section.title, 3), 1)
        self.fold = Button(look, "Tonen", ButtonKind.QUIET)
        self.fold.clicked.connect(lambda: self.open(not self.is_open))
        head.addWidget(self.fold)
        self.body.addLayout(head)
        self.summary = Label(look, section.why, colour="ink2")
        self.body.addWidget(self.summary)
        self.inside: QWidget | None = None
        self.fields: tuple[FieldWidget, ...] = ()
        self.grids: tuple[GridWidget, ...] = ()
        self.settled: CopyTable | None = None

    @property
    def _base(self) -> Path:
        return (*KEYS, self._current())

    def _make(self) -> QWidget:
        context, section, look = self._context, self.section, self._context.look
        inside = QWidget()
        layout = column(look.space(14))
        inside.setLayout(layout)
        specs = section.grids(self._current, lambda: self._years.get(self._current(), set()))
        self.fields = tuple(FieldWidget(context, field, self._base) for field in section.fields)
        self.grids = tuple(GridWidget(context, spec, most=14) for spec in specs)
        for widget in (*self.fields, *self.grids):
            layout.addWidget(widget)
        if section.years:
            layout.addWidget(_MoreYears(context, section.title, self._ask_year))
        if section.id == "afrekenen":
            self.settled = CopyTable(context, "Afrekening van het eerste jaar")
            layout.addWidget(self.settled)
        return inside

    def _ask_year(self, year: int) -> None:
        self._years.setdefault(self._current(), set()).add(year)
        for grid in self.grids:
            grid.refresh()

    def open(self, on: bool) -> None:
        """Show or fold what is inside."""
        self.is_open = on
        if on and self.inside is None:
            self.inside = self._make()
            self.body.addWidget(self.inside)
            self._in_order()
        if self.inside is not None:
            self.inside.setVisible(on)
        self.refresh()

    def show_key(self) -> None:
        """Take the key that is chosen in the list; another one opens its own sections."""
        key = key_of(self._context.editor.dossier, self._current())
        if key is not None and key.id != self._key:
            self._key = key.id
            self.open(self.section.opens(key))
        else:
            self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor, section = self._context.editor, self.section
        words = "Verbergen" if self.is_open else "Tonen"
        self.fold.setText(words)
        self.fold.setAccessibleName(f"{section.title}: {words.lower()}")
        key = key_of(editor.dossier, self._current())
        if key is None:
            return
        if not self.is_open:
            said = (*answers_of(section, key, editor.dossier, editor.knowledge), *self._tables())
            self.summary.setText(dutch.listed(said) if said else section.why)
            return
        self.summary.setText(section.why)
        for field in self.fields:
            if field.path[:-1] == self._base:
                field.refresh()
            else:
                field.rebase(self._base)
        for grid in self.grids:
            grid.refresh()
        if self.settled is not None:
            found = next((k for k in outcome_of(editor.dossier).keys if k.key == key.id), None)
            self.settled.take(_settled_sheet(found, names_of(editor.dossier)))

    def _tables(self) -> tuple[str, ...]:
        """The tables that hold something, by name."""
        editor = self._context.editor
        specs = self.section.grids(self._current, tuple)
        held = (spec for spec in specs if holds_rows(spec, editor.dossier, editor.knowledge))
        return tuple(f"{spec.title}: ingevuld" for spec in held)

    def reveal(self, path: Path) -> bool:
        """Put the focus on the field or cell at ``path``, unfolded; whether it is in this section."""
        names = {field.name for field in self.section.fields}
        if path[-1] not in names and not self._has_cell(path):
            return False
        self.open(True)
        for field in self.fields:
            if field.path == path:
                field.take_focus()
                return True
        return any(grid.reveal(path) for grid in self.grids)

    def _has_cell(self, path: Path) -> bool:
        editor = self._context.editor
        for spec in self.section.grids(self._current, lambda: self._years.get(self._current(), set())):
            columns = spec.columns(editor.dossier, editor.knowledge)
            rows = spec.rows(editor.dossier, editor.knowledge)
            if any(spec.path(entry.key, column) == path for column in columns for entry in rows):
                return True
        return False


def _settled_sheet(outcome: KeyOutcome | None, names: dict[str, str]) -> Sheet:
    """What each partner still pays or gets back after the first year."""
    if outcome is None or not outcome.settled:
        return Sheet()
    lines = [(names[s.partner], (s.estimate, s.actual, s.difference)) for s in outcome.settled]
    sums = tuple(sum((line[1][place] for line in lines), Decimal(0)) for place in range(3))
    rows = [*lines, ("Totaal", sums)]
    return Sheet(
        ("Geraamd", "Werkelijk", "Nog te betalen"),
        tuple((label, tuple(dutch.euros(amount) for amount in amounts)) for label, amounts in rows),
        frozenset({len(lines)}),
        "Partner",
        tuple(amounts for _label, amounts in rows),
    )


class KeySections(QWidget):
    """All sections of the key that is chosen in the list. ``in_order``: asks the page for a new order of Tab."""

    def __init__(self, context: Context, current: Callable[[], str | None], in_order: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._current = context, current
        look = context.look
        layout = column(look.space(10))
        self.setLayout(layout)
        self.title = Heading(look, "Rond deze verdeelsleutel", 2)
        layout.addWidget(self.title)
        self.cards = {s.id: SectionCard(context, s, lambda: current() or "", in_order) for s in SECTIONS}
        for card in self.cards.values():
            layout.addWidget(card)

    def refresh(self) -> None:
        """Show the sections that belong to the key."""
        key = key_of(self._context.editor.dossier, self._current() or "")
        self.setVisible(key is not None)
        if key is None:
            return
        wanted = {section.id for section in sections_of(key)}
        for name, card in self.cards.items():
            card.setVisible(name in wanted)
            if name in wanted:
                card.show_key()

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field of a section."""
        self.refresh()
        return any(card.isVisibleTo(self) and card.reveal(path) for card in self.cards.values())
