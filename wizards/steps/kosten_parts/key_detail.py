"""The figures of one key: its drivers by name, the tables per partner, what its kind asks, what still stands open."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from models.agreements.notes import Note, NoteKind
from models.dossier import Dossier
from models.dossier.costs import CostKey
from models.dossier.edit import Path
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.driver_list import DriverNames
from wizards.steps.kosten_parts.key_tables import drivers_grid, factors_grid, items_grid
from wizards.steps.kosten_parts.keys import (
    KEYS,
    NEEDS,
    driver_names,
    factors_of,
    formula_text,
    key_name,
    key_of,
    kind_text,
    unbroken,
    weights_text,
)
from wizards.steps.kosten_parts.note_paths import key_path
from wizards.steps.kosten_parts.notes import NoteBox, said
from wizards.steps.kosten_parts.outcome import outcome_of
from wizards.widgets.boxes import Card
from wizards.widgets.grid import GridWidget
from wizards.widgets.text import Heading, Label

__all__ = ["KeyDetail", "open_notes"]

_TO_MEND = frozenset({NoteKind.ACTUALS_MISSING, NoteKind.NOT_COVERED, NoteKind.BCF_MISSING})
"""Remarks that a person can do something about here; the others stand with the outcome."""


def open_notes(key: CostKey, dossier: Dossier) -> tuple[Note, ...]:
    """What stands in the way of this key, and what it still needs."""
    found = next((outcome for outcome in outcome_of(dossier).keys if outcome.key == key.id), None)
    if found is None:
        return ()
    return (*found.obstacles, *(note for note in found.remarks if note.kind in _TO_MEND))


class KeyDetail(Card):
    """What a key needs to be worked out. ``current``: the id of the key, None while there is none.

    Refresh it once it stands in a page: until then it has no parent, and showing it would make it a window.
    """

    def __init__(self, context: Context, current: Callable[[], str | None]) -> None:
        super().__init__(context.look)
        self._context, self._current = context, current
        look = context.look
        self._title = Heading(look, "", 3)
        self._text = Label(look)
        self._formula = Label(look, colour="ink2")
        self.notes = NoteBox(context, "Dit staat nog open")
        self.ready = Label(look, "", TypeRole.BODY_BOLD, "ok")
        self._driver = Label(look, colour="ink2")
        self.drivers = DriverNames(context)
        self._factor = Label(look, colour="ink2")
        self._weights = Label(look, role=TypeRole.BODY_BOLD)
        key = self._key_id
        self.figures, self.factors, self.items = (
            GridWidget(context, spec, most=14) for spec in (drivers_grid(key), factors_grid(key), items_grid(key))
        )
        parts: Sequence[QWidget] = (
            self._title,
            self._text,
            self._formula,
            self.notes,
            self.ready,
            self._driver,
            self.drivers,
            self.figures,
            self._factor,
            self.factors,
            self._weights,
            self.items,
        )
        for widget in parts:
            self.body.addWidget(widget)

    @property
    def grids(self) -> tuple[GridWidget, ...]:
        """The tables: figures per partner, what stands with a driver, the keys of cost items."""
        return (self.figures, self.factors, self.items)

    def _key_id(self) -> str:
        return self._current() or ""

    def refresh(self) -> None:
        """Show the key that is chosen in the list."""
        editor = self._context.editor
        key = key_of(editor.dossier, self._key_id())
        self.setVisible(key is not None)
        if key is None:
            return
        text = kind_text(key.kind, editor.knowledge)
        self._title.setText(f"Cijfers bij {key_name(key, editor.knowledge)}")
        self._text.setText(unbroken(f"{text.text}\nLet op: {text.beware}" if text.beware else text.text))
        self._formula.setText(formula_text(text.formula))
        self._show_notes(key)
        self._show_drivers(key)
        for grid in self.grids:
            grid.refresh()
        factors = factors_of(key)
        self.figures.setVisible(bool(driver_names(key)))
        self.factors.setVisible(bool(driver_names(key)) and bool(factors))
        self.items.setVisible(bool(self.items.model.rows))
        words = NEEDS[key.kind].factor
        self._factor.setText(words)
        self._factor.setVisible(bool(words) and bool(driver_names(key)))
        total = weights_text(key)
        self._weights.setText(total)
        self._weights.setVisible(bool(total))

    def _show_notes(self, key: CostKey) -> None:
        dossier = self._context.editor.dossier
        notes = open_notes(key, dossier)
        paths = (key_path(note, key, dossier) for note in notes)
        self.notes.take(tuple(zip(said(notes, dossier), paths, strict=True)))
        self.ready.setText(
            "" if notes else "Deze verdeelsleutel is klaar. Bij Vergelijken staat wat elke partner betaalt."
        )
        self.ready.setVisible(not notes)

    def _show_drivers(self, key: CostKey) -> None:
        needs, names = NEEDS[key.kind], driver_names(key)
        uses = bool(needs.drivers)
        self._driver.setText(needs.driver)
        self._driver.setVisible(uses)
        self.drivers.setVisible(uses)
        if uses:
            self.drivers.show_key(key.id, names, needs, more=not (needs.single and names))

    def reveal(self, path: Path) -> bool:
        """Put the focus on the cell at ``path`` of the key that is shown."""
        if path[: len(KEYS)] != KEYS or len(path) <= len(KEYS) + 1:
            return False
        self.refresh()
        if any(grid.isVisibleTo(self) and grid.reveal(path) for grid in self.grids):
            return True
        if path[len(KEYS) + 1] == "drivers" and self.drivers.isVisibleTo(self):
            self.drivers.take_focus()
            return True
        return False
