"""The figures of one key: its drivers by name, the tables per partner, and what its kind asks."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.dossier.edit import Path
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.keys import (
    KEYS,
    NEEDS,
    driver_added,
    driver_removed,
    driver_renamed,
    inhabitants_taken,
    key_grids,
    key_name,
    key_of,
    kind_text,
    weights_text,
)
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.grid import GridWidget
from wizards.widgets.inputs import Line
from wizards.widgets.text import Heading, Label

__all__ = ["DriverNames", "KeyDetail"]


class _DriverName(QWidget):
    """One driver: its name, and the buttons that take the inhabitants or take it out."""

    def __init__(self, context: Context, key: str, name: str, done: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._key, self._name = context, key, name
        look = context.look
        layout = row(look.space(4))
        self.setLayout(layout)
        self.line = Line(look, characters=22)
        self.line.setText(name)
        self.line.setAccessibleName(f"Naam van de maat {name}")
        self.line.left.connect(self._rename)
        self.line.returnPressed.connect(self._rename)
        layout.addWidget(self.line)
        self.take = Button(look, "Inwoners overnemen", ButtonKind.QUIET)
        self.take.setAccessibleDescription(f"Zet de inwoners uit het onderdeel Partners bij {name}")
        self.take.clicked.connect(lambda: context.editor.apply(lambda dossier: inhabitants_taken(dossier, key, name)))
        layout.addWidget(self.take)
        # The tooltip holds no typed text: Qt reads tags in tooltips.
        self.remove = IconButton(look, "minus", "Maat verwijderen")
        self.remove.setAccessibleName(f"Maat {name} verwijderen")
        self.remove.clicked.connect(self._drop)
        layout.addWidget(self.remove)
        self._done = done

    def _rename(self) -> None:
        new = self.line.text().strip()
        if new == self._name:
            return
        before = self._context.editor.dossier
        self._context.editor.apply(lambda dossier: driver_renamed(dossier, self._key, self._name, new))
        if self._context.editor.dossier is before:
            self.line.setText(self._name)

    def _drop(self) -> None:
        self._context.editor.apply(
            lambda dossier: driver_removed(dossier, self._key, self._name), said="Maat verwijderd."
        )
        self._done()


class DriverNames(QWidget):
    """The drivers of a key by name, and a field to add one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        look = context.look
        layout = column(look.space(8))
        self.setLayout(layout)
        self._flow = FlowLayout(look.space(12))
        layout.addLayout(self._flow)
        self.names: list[_DriverName] = []
        label = Label(look, "Naam van een nieuwe maat", TypeRole.BODY_BOLD)
        layout.addWidget(label)
        line = row(look.space(8))
        self.new = Line(look, characters=24)
        self.new.setAccessibleName("Naam van een nieuwe maat")
        label.setBuddy(self.new)
        self.new.returnPressed.connect(self._add)
        self.add = Button(look, "Maat toevoegen", icon="plus")
        self.add.clicked.connect(self._add)
        line.addWidget(self.new)
        line.addWidget(self.add)
        line.addStretch(1)
        layout.addLayout(line)

    def show_key(self, key: str, names: tuple[str, ...], example: str) -> None:
        """Show the drivers of a key; what somebody is typing stays while the names are the same."""
        self.new.setPlaceholderText(f"Bijvoorbeeld {example.lower()}" if example else "")
        if (key, names) == self._shown:
            return
        self._shown = (key, names)
        for old in self.names:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.names = [_DriverName(self._context, key, name, self._focus_new) for name in names]
        for widget in self.names:
            self._flow.addWidget(widget)
        self._flow.invalidate()
        self.updateGeometry()

    def _focus_new(self) -> None:
        self.new.setFocus()

    def _add(self) -> None:
        key, name = self._shown[0], self.new.text()
        before = self._context.editor.dossier
        self._context.editor.apply(lambda dossier: driver_added(dossier, key, name))
        if self._context.editor.dossier is not before:
            self.new.clear()
        elif name.strip():
            self._context.navigator.say("Er is al een maat met deze naam.")


class KeyDetail(Card):
    """Everything of one key that needs a table. ``current``: the id of the key, None while there is none.

    Refresh it once it stands in a page: until then it has no parent, and showing it would make it a window.
    """

    def __init__(self, context: Context, current: Callable[[], str | None]) -> None:
        super().__init__(context.look)
        self._context, self._current = context, current
        look = context.look
        self._title = Heading(look, "", 3)
        self._text = Label(look)
        self._formula = Label(look, colour="ink2")
        self._driver = Label(look, colour="ink2")
        self.drivers = DriverNames(context)
        self._weights = Label(look, role=TypeRole.BODY_BOLD)
        specs = key_grids(lambda: self._current() or "")
        self.grids = tuple(GridWidget(context, spec, most=14) for spec in specs)
        figures, factors, limits = self.grids
        parts: tuple[QWidget, ...] = (self._title, self._text, self._formula, self._driver, self.drivers)
        for widget in (*parts, figures, factors, self._weights, limits):
            self.body.addWidget(widget)

    def refresh(self) -> None:
        """Show the key that is chosen in the list."""
        editor = self._context.editor
        key = key_of(editor.dossier, self._current() or "")
        self.setVisible(key is not None)
        if key is None:
            return
        needs, text = NEEDS[key.kind], kind_text(key.kind, editor.knowledge)
        self._title.setText(f"Cijfers bij {key_name(key, editor.knowledge)}")
        self._text.setText(f"{text.text} Let op: {text.beware}" if text.beware else text.text)
        self._formula.setText(f"Formule: {text.formula}")
        self._driver.setText(needs.driver)
        uses = bool(needs.drivers)
        self._driver.setVisible(uses)
        self.drivers.setVisible(uses)
        if uses:
            self.drivers.show_key(key.id, tuple(key.drivers), needs.drivers[0])
        for grid in self.grids:
            grid.refresh()
        figures, factors, _limits = self.grids
        figures.setVisible(uses and bool(key.drivers))
        factors.setVisible(uses and bool(key.drivers) and bool(needs.price or needs.weight))
        said = weights_text(key)
        self._weights.setText(said)
        self._weights.setVisible(bool(said))

    def reveal(self, path: Path) -> bool:
        """Put the focus on the cell at ``path`` of the key that is shown."""
        if path[: len(KEYS)] != KEYS or len(path) <= len(KEYS) + 1:
            return False
        self.refresh()
        if any(grid.isVisibleTo(self) and grid.reveal(path) for grid in self.grids):
            return True
        if path[len(KEYS) + 1] == "drivers" and self.drivers.isVisibleTo(self):
            self.drivers.new.setFocus()
            return True
        return False
