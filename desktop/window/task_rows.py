"""The cards of the four phases, with a row for each step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.window.nodes import NodeSign
from desktop.window.rows import RowButton
from desktop.window.words import STATUS_TONES, STATUS_WORDS, STEP_ICONS
from models.flow import Status, StepStatus
from models.knowledge.flow import StepText
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label, tooltip

__all__ = ["PhaseCard", "TaskRow"]


class TaskRow(RowButton):
    """A step: icon, title, why it asks for attention, status in a word and a sign. All of it clicks."""

    def __init__(self, look: Look, text: StepText) -> None:
        super().__init__(look)
        self.about = text
        self._status: StepStatus | None = None
        line = row(look.space(14), (0, look.space(10), 0, look.space(10)))
        line.addWidget(Icon(look, STEP_ICONS[text.id], "action"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(1)
        self._title = Label(look, text.title, TypeRole.BODY_BOLD)
        self._reason = Label(look, "", TypeRole.CAPTION, "ink2")
        words.addWidget(self._title)
        words.addWidget(self._reason)
        self._reason.hide()
        line.addLayout(words, 1)
        self._word = Label(look, "", TypeRole.BODY, "ink2", wrap=False)
        line.addWidget(self._word, 0, Qt.AlignmentFlag.AlignVCenter)
        self._node = NodeSign(look)
        line.addWidget(self._node, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hold(line)

    def show_status(self, status: StepStatus) -> None:
        """Show how the step stands."""
        if status == self._status:
            return
        self._status = status
        word = STATUS_WORDS[status.status]
        plain = status.status in (Status.FINISHED, Status.NOT_STARTED)
        self._word.setText(word)
        self._word.restyle(TypeRole.BODY if plain else TypeRole.BODY_BOLD)
        self._word.recolour(STATUS_TONES[status.status])
        self._title.restyle(TypeRole.BODY if status.status is Status.FINISHED else TypeRole.BODY_BOLD)
        self._node.show_status(status.status)
        reason = _short(status.reasons)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        because = f": {reason}" if reason else ""
        self.setAccessibleName(f"{self.about.title}, {word.lower()}{because}")
        self.setToolTip(tooltip("\n".join(status.reasons)))
        self.updateGeometry()


def _short(reasons: tuple[str, ...]) -> str:
    if len(reasons) < 2:
        return "".join(reasons)
    more = len(reasons) - 1
    return f"{reasons[0]} En nog {more} {'punt' if more == 1 else 'punten'}."


class PhaseCard(Card):
    """A phase: its title, how much of it is finished, its steps."""

    chosen = Signal(str)

    def __init__(self, look: Look, title: str, steps: tuple[StepText, ...]) -> None:
        super().__init__(look, padding=0, spacing=0)
        side = look.space(16)
        head = row(look.space(12), (side, look.space(9), side, look.space(9)))
        self._title = title
        head.addWidget(Label(look, title, TypeRole.H3), 1)
        self._count = Label(look, "", TypeRole.CAPTION, "ink2", wrap=False)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self.body.addWidget(Rule(look))
        self.rows_box: QVBoxLayout = column(0, (side, look.space(2), side, look.space(4)))
        self.rows: list[TaskRow] = []
        for text in steps:
            if self.rows:
                self.rows_box.addWidget(Rule(look))
            made = TaskRow(look, text)
            made.clicked.connect(lambda *_, key=text.id.value: self.chosen.emit(key))
            self.rows.append(made)
            self.rows_box.addWidget(made)
        self.body.addLayout(self.rows_box)
        self.body.addStretch(1)

    def show_statuses(self, statuses: tuple[StepStatus, ...]) -> None:
        """Show how its steps stand; others are passed over."""
        known = {status.step: status for status in statuses}
        for made in self.rows:
            made.show_status(known[made.about.id])
        done = sum(known[made.about.id].status is Status.FINISHED for made in self.rows)
        self._count.setText(f"{done} van {len(self.rows)} afgerond")
