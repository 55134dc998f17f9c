"""A compact answer on five points: 1 to 5 and the three kinds of "no answer"; the keys of the scale."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from models.dossier.base import Answer, NoAnswer, NoAnswerKind
from wizards.look.look import Look
from wizards.widgets.buttons import Pills
from wizards.widgets.scale import answer_of_key

__all__ = ["AnswerPills", "NoAnswerPills"]

_NO_ANSWERS = (
    (NoAnswerKind.UNKNOWN.value, "Weet ik niet"),
    (NoAnswerKind.NOT_APPLICABLE.value, "Niet van toepassing"),
    (NoAnswerKind.LATER.value, "Later invullen"),
)
_SHORT = tuple((kind, words) for (kind, _), words in zip(_NO_ANSWERS, ("Weet ik niet", "N.v.t.", "Later"), strict=True))
"""Beside the five points, where a row per partner leaves little room."""


class AnswerPills(Pills):
    """``answered``: 1 to 5, a :class:`NoAnswer`, or None when a person clears it (Delete, or the same again)."""

    answered = Signal(object)

    def __init__(self, look: Look, name: str, *, numbers: bool = True) -> None:
        five = tuple((str(n), str(n)) for n in range(1, 6))
        super().__init__(look, name, (*five, *_SHORT) if numbers else _NO_ANSWERS)
        self._answer: Answer[int] = None
        self.chosen.connect(self._picked)

    def rename(self, name: str) -> None:
        """Ask something else: the name for assistive technology."""
        self.setTitle(name.replace("&", "&&"))

    def show_value(self, answer: Answer[int]) -> None:
        """Show an answer, without telling anybody."""
        self._answer = answer
        key = answer.no_answer.value if isinstance(answer, NoAnswer) else None if answer is None else str(answer)
        self.choose(key if key in self._buttons else None)

    def take_focus(self) -> None:
        """Put the focus on the chosen pill, else on the first."""
        key = self.value()
        button = self._buttons[key] if key is not None else next(iter(self._buttons.values()))
        button.setFocus()

    def _picked(self, key: str) -> None:
        answer: int | NoAnswer = int(key) if key.isdigit() else NoAnswer(no_answer=NoAnswerKind(key))
        self._tell(None if answer == self._answer else answer)

    def _tell(self, answer: int | NoAnswer | None) -> None:
        self.show_value(answer)
        self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5, W, N, L and Delete."""
        answer = answer_of_key(event)
        if answer is not None:
            self._tell(answer[0])
        else:
            super().keyPressEvent(event)


class NoAnswerPills(AnswerPills):
    """Only the three kinds of "no answer", beside a scale."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, numbers=False)
