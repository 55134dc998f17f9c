"""The drivers of a key by name: add, rename, take out, fill with the inhabitants of the step Partners."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.key_changes import driver_added, driver_removed, driver_renamed, inhabitants_taken
from wizards.steps.kosten_parts.keys import KeyNeeds
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.inputs import Line
from wizards.widgets.text import Label

__all__ = ["DriverNames"]


class _DriverName(QWidget):
    """One driver: its name, and the buttons that take the inhabitants or take it out."""

    def __init__(self, context: Context, key: str, name: str, done: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._key, self._name = context, key, name
        look = context.look
        layout = FlowLayout(look.space(4), centred=True)
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
        self._shown: tuple[str, tuple[str, ...], bool] = ("", (), False)
        self._usual: tuple[str, ...] = ()
        look = context.look
        layout = column(look.space(8))
        self.setLayout(layout)
        # Without these words somebody types the figures here; those go in the table below.
        self.title = Label(look, "", TypeRole.BODY_BOLD)
        layout.addWidget(self.title)
        self._flow = FlowLayout(look.space(12))
        layout.addLayout(self._flow)
        self.names: list[_DriverName] = []
        self._adding = QWidget()
        inner = column(look.space(4))
        self._adding.setLayout(inner)
        label = Label(look, "Naam van een nieuwe maat", TypeRole.BODY_BOLD)
        inner.addWidget(label)
        line = FlowLayout(look.space(8), centred=True)
        self.new = Line(look, characters=24)
        self.new.setAccessibleName("Naam van een nieuwe maat")
        label.setBuddy(self.new)
        self.new.returnPressed.connect(self._add)
        self.add = Button(look, "Maat toevoegen", icon="plus")
        self.add.clicked.connect(self._add)
        self.begin = Button(look, "Gewone maat toevoegen", ButtonKind.QUIET, icon="plus")
        self.begin.clicked.connect(self._add_usual)
        for widget in (self.new, self.add, self.begin):
            line.addWidget(widget)
        inner.addLayout(line)
        layout.addWidget(self._adding)

    def show_key(self, key: str, names: tuple[str, ...], needs: KeyNeeds, *, more: bool) -> None:
        """Show the drivers of a key; what somebody is typing stays while the names are the same.

        ``needs``: of its kind; ``more``: whether another driver can be added.
        """
        usual = needs.drivers
        self.new.setPlaceholderText(f"Bijvoorbeeld {usual[0].lower()}" if usual else "")
        self._usual = tuple(name for name in usual if name not in names)
        self.begin.setText(f"Voeg toe: {' en '.join(self._usual)}")
        self.begin.setVisible(not names and bool(self._usual))
        self._adding.setVisible(more)
        self.title.setText("Naam van de maat" if len(names) == 1 else "Namen van de maten")
        self.title.setVisible(bool(names))
        if (key, names, needs.counts_people) == self._shown:
            return
        self._shown = (key, names, needs.counts_people)
        for old in self.names:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.names = [_DriverName(self._context, key, name, self._focus_new) for name in names]
        for widget in self.names:
            self._flow.addWidget(widget)
            widget.take.setVisible(needs.counts_people)
        self._flow.invalidate()
        self.updateGeometry()

    def take_focus(self) -> None:
        """Put the focus where a driver is added, or on the first name."""
        first = self.names[0].line if self.names else self.new
        (self.new if self._adding.isVisibleTo(self) else first).setFocus()

    def _focus_new(self) -> None:
        self.new.setFocus()

    def _add_usual(self) -> None:
        key, names = self._shown[0], self._usual

        def change(dossier: Dossier) -> Dossier:
            for name in names:
                dossier = driver_added(dossier, key, name)
            return dossier

        self._context.editor.apply(change)

    def _add(self) -> None:
        key, name = self._shown[0], self.new.text()
        before = self._context.editor.dossier
        self._context.editor.apply(lambda dossier: driver_added(dossier, key, name))
        if self._context.editor.dossier is not before:
            self.new.clear()
        elif name.strip():
            self._context.navigator.say("Er is al een maat met deze naam.")
