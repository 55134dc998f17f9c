"""The head of the advice panel: the verdict in a sentence, how much is answered, the margin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.advice.results import Outcome
from models.figures import difference_of
from models.wording.about import About
from models.wording.advice import advice_title, answered_statements, judgement, verdict_parts
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.panels.parts import MarginGauge
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.text import Label

__all__ = ["AdviceHead"]


class AdviceHead(QWidget):
    """On deep: what the program says now."""

    def __init__(self, look: Look, limit: float) -> None:
        super().__init__()
        self._look = look
        side = look.space(20)
        body = column(look.space(4), (side, look.space(14), side, look.space(14)))
        top = FlowLayout(look.space(16), centred=True)
        top.addWidget(Label(look, "Advies op dit moment", TypeRole.CAPTION_BOLD, "pointer", wrap=False))
        self.count = Label(look, "", TypeRole.CAPTION, "on_deep2", wrap=False)
        top.addWidget(self.count)
        body.addLayout(top)
        self.title = Label(look, "", TypeRole.H3, "on_deep")
        self.text = Label(look, "", colour="on_deep2")
        self.gauge = MarginGauge(look, limit)
        for widget in (self.title, self.text, self.gauge):
            body.addWidget(widget)
        self.setLayout(body)
        self.setAccessibleName("Advies op dit moment")
        look.changed.connect(self.update)

    def say(self, about: About) -> None:
        """Show the advice as it is now."""
        advice = about.advice.form
        done, asked = answered_statements(about)
        self.count.setText(f"{done} van {asked} stellingen")
        self.title.setText(advice_title(about))
        # That it is provisional lasts a fraction of a second; the part about robustness says so.
        more = "" if advice.outcome is Outcome.PROVISIONAL else judgement(about)
        first, second = verdict_parts(about)
        self.text.setText(" ".join(text for text in (second or first, more) if text))
        difference = difference_of(advice)
        shown = difference is not None and advice.outcome is not Outcome.NO_ADVICE
        margin = _lead(about) if shown else None
        self.gauge.show_margin(margin, _gauge_words(difference))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the plane."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), self._look.colour("deep"))


def _lead(about: About) -> float | None:
    """The lead of the first form; nothing between forms that share the first place."""
    advice = about.advice.form
    if len(advice.winners) > 1:
        return 0.0
    return None if advice.margin is None else float(advice.margin)


def _gauge_words(difference: str | None) -> str:
    if difference is None:
        return ""
    return difference if difference == "geen verschil" else f"verschil {difference}"
