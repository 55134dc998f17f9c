"""The view Tabel: everything that is known of everybody, and the relations."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.dossier.edit import Path
from wizards.context import Context
from wizards.steps.krachtenveld_parts.adding import QuickAdd
from wizards.steps.krachtenveld_parts.forms import can_relate, relations, salience_text, stakeholders
from wizards.widgets.boxes import Card, column
from wizards.widgets.records import RecordsWidget
from wizards.widgets.text import Label

__all__ = ["TableView"]


class TableView(QWidget):
    """The list with its form, the relations, and quick adding."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        card = Card(look)
        self.people = RecordsWidget(context, stakeholders())
        self.salience = Label(look, colour="ink2")
        self._place_salience()
        card.body.addWidget(self.people)
        self.people.list.selectionModel().currentChanged.connect(lambda *_: self._say_salience())
        self.lines = Card(look)
        self.relations = RecordsWidget(context, relations())
        self.lines.body.addWidget(self.relations)
        self.quick = QuickAdd(context)
        self.quick.added.connect(self._added)
        for widget in (card, self.lines, self.quick):
            layout.addWidget(widget)

    def _place_salience(self) -> None:
        """Under the three boxes that it follows from."""
        layout = self.people.form.layout()
        assert isinstance(layout, QVBoxLayout)
        names = [field.field.name for field in self.people.fields]
        after = self.people.fields[names.index("stake")]
        layout.insertWidget(layout.indexOf(after), self.salience)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.people.refresh()
        self._say_salience()
        self.lines.setVisible(can_relate(self._context.editor.dossier))
        self.relations.refresh()
        self.quick.refresh()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the field at ``path``; whether it is here."""
        if self.people.reveal(path):
            return True
        return can_relate(self._context.editor.dossier) and self.relations.reveal(path)

    def _say_salience(self) -> None:
        held = self._context.editor.dossier.krachtenveld.stakeholders
        one = next((one for one in held if one.id == self.people.current), None)
        self.salience.setText(salience_text(one) if one is not None else "")

    def _added(self, key: str) -> None:
        self.refresh()
        self.people.choose(key)
        self.people.fields[0].take_focus()
