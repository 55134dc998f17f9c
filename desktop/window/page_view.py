"""A page of the shell's own that scrolls: caption, heading, cards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.text import Heading, Label

__all__ = ["PageView", "clear", "scrolling", "take_out"]


class _Inner(QWidget):
    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(240, super().minimumSizeHint().height())


def scrolling(layout: QVBoxLayout) -> QScrollArea:
    """A scroll area around ``layout`` that takes no focus."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = _Inner()
    inner.setLayout(layout)
    area.setWidget(inner)
    return area


def take_out(layout: QLayout) -> None:
    """Take everything out of ``layout``, to be laid out in another way.

    Not with ``takeAt`` alone: from Python the item of a widget then lives on, and keeps what Qt tells about another
    size from the item that comes after it. The widget would stand at its old height for good.
    """
    items = (layout.itemAt(at) for at in range(layout.count()))
    for widget in [item.widget() for item in items if item is not None]:
        if widget is not None:
            layout.removeWidget(widget)
    while layout.takeAt(0) is not None:  # the stretches
        pass


def clear(layout: QVBoxLayout) -> None:
    """Take out and let go of everything in ``layout``."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class PageView(QWidget):
    """Base of the shell's own pages: put widgets in ``content``; ``title`` takes the focus when the page opens."""

    def __init__(self, look: Look, title: str, caption: str = "") -> None:
        super().__init__()
        self.look = look
        self.content: QVBoxLayout = column(
            look.space(14), (look.space(32), look.space(20), look.space(32), look.space(24))
        )
        self.caption = Label(look, caption, TypeRole.CAPTION, "ink2")
        self.title = Heading(look, title, 1)
        self.content.addWidget(self.caption)
        self.content.addWidget(self.title)
        self.caption.setVisible(bool(caption))
        self.body: QVBoxLayout = column(look.space(14))
        self.content.addLayout(self.body)
        self.content.addStretch(1)
        self.scroller = scrolling(self.content)
        outer = column()
        outer.addWidget(self.scroller)
        self.setLayout(outer)
