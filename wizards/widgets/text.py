"""Labels that hold plain text and wrap without false scroll bars."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole

__all__ = ["Heading", "Label", "tooltip"]

_LINE = 75
"""Letters on a line: longer lines are hard to read (screens-look.md, "Type")."""
_ALONE = 100
"""A text of one line may be this long, because nobody has to find the next line."""
_KEPT = 40
"""Heights that a label keeps: its text can change all the time."""


def tooltip(text: str) -> str:
    """``text`` as a tooltip that shows it as it was typed: Qt would read tags in it and draw local images."""

    # Written out: the module html brings a table of two thousand entities, and the first window waits for this one.
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return f"<span>{plain}</span>" if text else ""


class Label(QLabel):
    """Plain text in a place of the type scale and a role of colour; it wraps unless told not to.

    Where there is room for more, its lines stay as long as one reads with ease.
    """

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
        self._longest: tuple[str, float] | None = None
        self._narrowest: tuple[str, QSize] | None = None
        self._heights: dict[tuple[str, int, bool], int] = {}
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

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at ``width``, in pixels; layouts ask for it a hundred times per page."""
        asked = self.text(), width, self.wordWrap()
        if asked not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[asked] = super().heightForWidth(self._measured(width))
        return self._heights[asked]

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Take another alignment, of which the length of lines depends."""
        super().setAlignment(alignment)
        self._heights.clear()

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        """Take other flags, of which the length of lines depends."""
        super().setTextInteractionFlags(flags)
        self._heights.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after another font or style."""
        super().changeEvent(event)
        self._heights.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, in lines that are not too long."""
        box = self.contentsRect()
        measure = self._measured(box.width())
        if measure >= box.width():
            super().paintEvent(event)
            return
        flags = self.alignment() | Qt.TextFlag.TextWordWrap
        if self.buddy() is not None:
            flags |= Qt.TextFlag.TextShowMnemonic
        painter = QPainter(self)
        where = QRect(box.left(), box.top(), measure, box.height())
        self.style().drawItemText(
            painter, where, flags, self.palette(), self.isEnabled(), self.text(), self.foregroundRole()
        )
        painter.end()

    def _measured(self, width: int) -> int:
        """How wide the lines are where there is room for ``width``."""
        per_letter = self._per_letter
        if not self.wordWrap() or width <= per_letter * _LINE or not self._can_be_narrow():
            return width
        return width if self._longest_line() <= min(width, per_letter * _ALONE) else round(per_letter * _LINE)

    def _longest_line(self) -> float:
        """In pixels; layouts ask for it a hundred times while a page is arranged."""
        text = self.text()
        if self._longest is None or self._longest[0] != text:
            metrics = self._look.metrics(self._role)
            self._longest = text, max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        return self._longest[1]

    def _can_be_narrow(self) -> bool:
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        return bool(self.alignment() & Qt.AlignmentFlag.AlignLeft) and not selectable

    def _dress(self) -> None:
        self._longest = self._narrowest = None
        self._heights.clear()
        self._per_letter = self._look.letter_width(self._role)
        self.setFont(self._look.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._colour))
        self.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        """One line high and a word wide where it wraps: the layout asks heightForWidth for the rest."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        text = self.text()
        if self._narrowest is None or self._narrowest[0] != text:
            metrics = self._look.metrics(self._role)
            longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
            self._narrowest = text, QSize(min(round(longest) + 2, 320), round(metrics.height()))
        return self._narrowest[1]


class Heading(Label):
    """A heading; ``level`` 1 to 3."""

    def __init__(self, look: Look, text: str = "", level: int = 2, *, colour: str = "ink") -> None:
        super().__init__(look, text, {1: TypeRole.H1, 2: TypeRole.H2}.get(level, TypeRole.H3), colour)
