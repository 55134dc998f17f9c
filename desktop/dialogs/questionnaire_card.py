"""One form that is being read: whose it is, what it brings, where it differs from the dossier."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.questionnaire.incoming import Incoming, Outcome
from desktop.questionnaire.merging import OnDifference
from desktop.questionnaire.wording import difference_line, head_line, organisation_line, report_lines
from models.wording.words import shortened
from wizards.editor import Editor
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Pills
from wizards.widgets.inputs import Combo
from wizards.widgets.text import Heading, Label

__all__ = ["FormCard"]

_KEEP, _REPLACE = "Houd wat in het dossier staat", "Neem het formulier over"
_MOST_LINES = 60


class FormCard(Card):
    """``changed``: the form as it should be taken in now."""

    changed = Signal(object)

    def __init__(self, look: Look, editor: Editor, form: Incoming) -> None:
        super().__init__(look, padding=16, spacing=8)
        self._editor, self.form = editor, form
        self.title = Heading(look, shortened(form.name, 80), 3)
        self.body.addWidget(self.title)
        self.head = Label(look, "", TypeRole.BODY_BOLD)
        self.head.hide()
        self.body.addWidget(self.head)
        self.partner: Combo | None = None
        if form.filled is not None and not form.filled.mark.partner:
            self._ask_partner(form)
        self._lines = QWidget()
        self._rows = column(look.space(4))
        self._lines.setLayout(self._rows)
        self.body.addWidget(self._lines)
        self._differences = QWidget()
        self._told = column(look.space(4))
        self._add_differences()

    def _ask_partner(self, form: Incoming) -> None:
        look = self._look
        assert form.filled is not None
        words = organisation_line(form.filled)
        if words:
            self.body.addWidget(Label(look, words))
        label = Label(look, "Van welke partner is dit formulier?", TypeRole.BODY_BOLD)
        self.partner = Combo(look, "Kies een partner")
        self.partner.setAccessibleName("Van welke partner is dit formulier?")
        active = self._editor.dossier.partners.active
        self.partner.offer(tuple((row.id, shortened(row.name, 80) or "Zonder naam") for row in active))
        self.partner.show_value(form.partner or "")
        self.partner.edited.connect(lambda key: self._become(replace(self.form, partner=key or None)))
        label.setBuddy(self.partner)
        self.body.addWidget(label)
        self.body.addWidget(self.partner)

    def _add_differences(self) -> None:
        look = self._look
        inside = column(look.space(8))
        inside.addWidget(Label(look, "Hier heeft het dossier een ander antwoord", TypeRole.BODY_BOLD))
        inside.addLayout(self._told)
        options = ((OnDifference.KEEP.value, _KEEP), (OnDifference.REPLACE.value, _REPLACE))
        self.on_difference = Pills(look, f"Bij een verschil in {self.form.name}", options)
        self.on_difference.choose(self.form.on_difference.value)
        self.on_difference.chosen.connect(lambda key: self._become(replace(self.form, on_difference=OnDifference(key))))
        inside.addWidget(self.on_difference)
        self._differences.setLayout(inside)
        self.body.addWidget(self._differences)
        self._differences.hide()

    def _become(self, form: Incoming) -> None:
        self.form = form
        self.changed.emit(form)

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what would become of this form."""
        report = outcome.report
        self.head.setVisible(report is not None)
        lines = [outcome.reason] if report is None else list(report_lines(report, self._editor.knowledge))
        self._write(self._rows, lines, "danger" if report is None else "ink2")
        differing = () if report is None else report.differs
        if report is not None:
            self.head.setText(head_line(report))
        self._write(self._told, [difference_line(item) for item in differing], "ink")
        self._differences.setVisible(bool(differing))

    def _write(self, layout: QVBoxLayout, lines: list[str], colour: str) -> None:
        """Put labels with ``lines`` in ``layout``, in place of those that are there."""
        while layout.count():
            item = layout.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in lines[:_MOST_LINES]:
            layout.addWidget(Label(self._look, line, colour=colour))
        if len(lines) > _MOST_LINES:
            layout.addWidget(Label(self._look, f"En nog {len(lines) - _MOST_LINES}.", colour=colour))
