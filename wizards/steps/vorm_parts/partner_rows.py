"""The answer of each partner to one statement, and, when asked for, how much it weighs for each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from models.dossier.edit import Path
from models.vocabulary import CriterionId
from wizards.context import Context
from wizards.steps.vorm_parts.answers import (
    Tokens,
    answer_path,
    answers_to,
    importance_path,
    put_answer,
    put_importance,
)
from wizards.widgets.answer_pills import AnswerPills
from wizards.widgets.boxes import FlowLayout, column, row
from wizards.widgets.inputs import Check
from wizards.widgets.signs import PartnerToken
from wizards.widgets.text import Label

__all__ = ["PartnerRows"]

_UNSET = -1


class _Weight(QSpinBox):
    """0 to 10, or nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self.setRange(_UNSET, 10)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setSpecialValueText("belang –")
        self.setPrefix("belang ")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font())
        self.setMinimumHeight(self._look.control_height)
        words = self._look.metrics().horizontalAdvance("belang 10")
        self.setFixedWidth(round(words) + self._look.space(32))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def show_value(self, value: int | None) -> None:
        """Show a number, without telling anybody."""
        self.blockSignals(True)
        self.setValue(_UNSET if value is None else value)
        self.blockSignals(False)


class _PartnerRow(QWidget):
    """Token, name, answer."""

    def __init__(self, context: Context, partner: str, name: str, letters: str) -> None:
        super().__init__()
        self._context, self.partner, self.name = context, partner, name
        self._criterion: CriterionId | None = None
        look = context.look
        line = row(look.space(10))
        line.addWidget(PartnerToken(look, letters, name), 0, Qt.AlignmentFlag.AlignVCenter)
        label = Label(look, name)
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        flow = FlowLayout(look.space(8), centred=True)
        self.pills = AnswerPills(look, f"Antwoord van {name}")
        self.weight = _Weight(context)
        self.weight.setAccessibleName(f"Belang volgens {name}")
        flow.addWidget(self.pills)
        flow.addWidget(self.weight)
        holder.setLayout(flow)
        line.addWidget(holder, 4)
        self.setLayout(line)
        self.pills.answered.connect(self._answer)
        self.weight.valueChanged.connect(self._weigh)

    def refresh(self, criterion: CriterionId, *, weights: bool) -> None:
        """Show what the dossier holds."""
        self._criterion = criterion
        given = answers_to(self._context.editor.dossier, criterion)
        self.pills.show_value(given.partners.get(self.partner))
        self.weight.show_value(given.partner_importance.get(self.partner))
        self.weight.setVisible(weights)

    def _answer(self, answer: object) -> None:
        if self._criterion is not None:
            put_answer(self._context, answer_path(self._criterion, self.partner), answer)  # type: ignore[arg-type]

    def _weigh(self, value: int) -> None:
        if self._criterion is not None:
            path = importance_path(self._criterion, self.partner)
            put_importance(self._context, path, None if value == _UNSET else value)


class PartnerRows(QWidget):
    """A row for each partner that takes part; made when it is shown for the first time."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._criterion: CriterionId | None = None
        self._made_for: tuple[tuple[str, str], ...] | None = None
        self.rows: dict[str, _PartnerRow] = {}
        look = context.look
        body = column(look.space(8))
        self.weights = Check(look, "Laat partners ook zelf het belang kiezen")
        self.weights.edited.connect(lambda _on: self._refresh())
        self.empty = Label(
            look, "Er zijn nog geen partners. Vul die eerst in bij het onderdeel Partners.", colour="ink2"
        )
        self._list = column(look.space(6))
        body.addWidget(self.weights)
        body.addWidget(self.empty)
        body.addLayout(self._list)
        self.setLayout(body)

    def ask(self, criterion: CriterionId) -> None:
        """Show the answers to a statement."""
        self._criterion = criterion
        if not self.isHidden():
            self._refresh()

    def open(self) -> None:
        """Show the rows."""
        self.show()
        self._refresh()

    def _refresh(self) -> None:
        if self._criterion is None:
            return
        dossier = self._context.editor.dossier
        tokens = Tokens(dossier)
        if tokens.partners != self._made_for:
            self._make(tokens)
        if any(row.partner_importance for row in dossier.vorm.answers.values()):
            self.weights.show_value(True)
        for made in self.rows.values():
            made.refresh(self._criterion, weights=self.weights.isChecked())
        self.empty.setVisible(not self.rows)
        self.weights.setVisible(bool(self.rows))

    def _make(self, tokens: Tokens) -> None:
        self._made_for = tokens.partners
        for old in self.rows.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for (partner, name), letters in zip(tokens.partners, tokens.letters, strict=True):
            self.rows[partner] = _PartnerRow(self._context, partner, name, letters)
            self._list.addWidget(self.rows[partner])

    def take_focus(self, path: Path) -> bool:
        """Put the focus on the answer or the importance of a partner; on the first one for a shorter path."""
        kind, partner = path[3], path[4] if len(path) > 4 else next(iter(self.rows), "")
        if partner not in self.rows:
            return False
        made = self.rows[partner]
        if kind == "partner_importance":
            self.weights.show_value(True)
            self._refresh()
            made.weight.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            made.pills.take_focus()
        return True
