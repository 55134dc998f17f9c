"""The small list "Doen niet meer mee": partners that were taken out but of which answers are kept."""

from PySide6.QtCore import Qt

from wizards.context import Context
from wizards.steps.partners_parts.compare import name_of
from wizards.steps.partners_parts.taking_part import joined_again
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["RemovedPartners"]


class RemovedPartners(Card):
    """One line for each; hidden while there is none."""

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, padding=20, spacing=8)
        self._context = context
        self._shown: tuple[tuple[str, str], ...] = ()
        self.buttons: dict[str, Button] = {}
        self.body.addWidget(Heading(look, "Doen niet meer mee", 3))
        self.body.addWidget(Label(look, "Hun antwoorden blijven bewaard, maar tellen niet mee.", colour="ink2"))
        self._lines = column(look.space(4))
        self.body.addLayout(self._lines)

    def refresh(self) -> None:
        """Show who is out now."""
        gone = tuple((p.id, name_of(p)) for p in self._context.editor.dossier.partners.partners if p.removed)
        self.setVisible(bool(gone))
        if gone == self._shown:
            return
        self._shown = gone
        self._clear()
        for partner, name in gone:
            button = Button(self._context.look, "Weer laten meedoen", ButtonKind.QUIET, icon="undo")
            button.setAccessibleName(f"{name} weer laten meedoen")
            button.clicked.connect(lambda *_, key=partner, said=name: self._take_back(key, said))
            self.buttons[partner] = button
            line = row(self._context.look.space(12))
            line.addWidget(Label(self._context.look, name), 1, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(button)
            self._lines.addLayout(line)

    def _take_back(self, partner: str, name: str) -> None:
        self._context.editor.apply(lambda dossier: joined_again(dossier, partner), said=f"{name} doet weer mee.")

    def _clear(self) -> None:
        self.buttons = {}
        while (line := self._lines.takeAt(0)) is not None:
            inner = line.layout()
            while inner is not None and (item := inner.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
