"""Labels that hold plain text and wrap without false scroll bars."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["Heading", "Label", "tooltip"]


def tooltip(text: str) -> str:
    """``text`` as a tooltip that shows it as it was typed: Qt would read tags in it and draw local images."""
    from html import escape  # its table of entities costs 2 ms, and no tip shows before the window does

    return f"<span>{escape(text)}</span>" if text else ""


class Label(QLabel):
    """Plain text in a place of the type scale and a role of colour; it wraps unless told not to."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: TypeRole = TypeRole.BODY,
        colour: str = "ink",
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._colour = look, role, colour
        # A QLabel reads rich text where it sees tags, and would draw local images (design, "Text and safety").
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()

    def recolour(self, colour: str) -> None:
        """Take another role of colour."""
        if colour != self._colour:
            self._colour = colour
            self._dress()

    def restyle(self, role: TypeRole) -> None:
        """Take another place in the type scale."""
        if role is not self._role:
            self._role = role
            self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._colour))
        self.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        """One line high and a word wide where it wraps: the layout asks heightForWidth for the rest."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = self._look.metrics(self._role)
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(min(round(longest) + 2, 320), round(metrics.height()))


class Heading(Label):
    """A heading; ``level`` 1 to 3."""

    def __init__(self, look: Look, text: str = "", level: int = 2, *, colour: str = "ink") -> None:
        super().__init__(look, text, {1: TypeRole.H1, 2: TypeRole.H2}.get(level, TypeRole.H3), colour)
