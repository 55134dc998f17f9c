"""A row that is one button: everything on it clicks, its layout gives it its height."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label

__all__ = ["LinkRow", "RowButton"]


class RowButton(QPushButton):
    """A button that holds a layout. Give it one with :meth:`hold`, and a name with ``setAccessibleName``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, layout: QLayout) -> None:
        """Show ``layout``; what is in it lets the mouse through."""
        self.setLayout(layout)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # Inside a button a label would take the button's colour of text.
            child.setForegroundRole(QPalette.ColorRole.WindowText)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the layout needs."""
        layout = self.layout()
        if layout is None:
            return super().heightForWidth(width)
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return max(28, needed)

    def sizeHint(self) -> QSize:
        """That of the layout; a push button would look at its text."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """That of the layout."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A quiet plane under the mouse."""
        if self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("wash"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-1, 1, 1, -1), 6, 6)


class LinkRow(RowButton):
    """Words, a quieter line under them, and an icon: leads somewhere."""

    def __init__(self, look: Look, text: str, under: str = "", icon: str = "", tone: str = "ink2") -> None:
        super().__init__(look)
        line = row(look.space(10), (look.space(6), look.space(6), look.space(6), look.space(6)))
        if icon:
            line.addWidget(Icon(look, icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = column(look.space(2))
        words.addWidget(Label(look, text))
        if under:
            words.addWidget(Label(look, under, TypeRole.CAPTION, "ink2"))
        line.addLayout(words, 1)
        line.addWidget(Icon(look, "chevron-right", "action", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        self.hold(line)
        self.setAccessibleName(f"{text} {under}".strip())
