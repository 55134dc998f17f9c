"""Signs of the family: the wegwijzer arm, partner tokens, status nodes, the glyph of a form, a message box."""

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, arm_path, row
from wizards.widgets.text import Label, tooltip

__all__ = ["FormTile", "Icon", "Notice", "PartnerToken", "Signpost", "letters_of"]


class Icon(QWidget):
    """An icon beside words; it says nothing of its own."""

    def __init__(self, look: Look, name: str, role: str = "ink2", size: int = 20) -> None:
        super().__init__()
        self._look, self._name, self._role, self._size = look, name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(self._look.glyph(self._size), self._look.glyph(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        size = self._look.glyph(self._size)
        QPainter(self).drawPixmap(0, 0, self._look.pixmap(self._name, size, self._role, self.devicePixelRatioF()))


class Signpost(QWidget):
    """The arm of a wegwijzer: its number in words, on wash, with an outline of action."""

    def __init__(self, look: Look, text: str, icon: str = "wegwijzer") -> None:
        super().__init__()
        self._look, self._text, self._icon = look, text, icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        look = self._look
        words = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(self._text)
        height = look.control_height
        return QSize(round(words + look.glyph(18) + look.space(30) + height * 0.42), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw arm, icon and words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("action"), 1.5))
        painter.setBrush(look.colour("wash"))
        painter.drawPath(arm_path(box))
        size = look.glyph(18)
        x = box.left() + look.space(9)
        pixmap = look.pixmap(self._icon, size, "action", self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, box.center().y() - size / 2), pixmap)
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(look.colour("action"))
        room = QRectF(x + size + look.space(7), box.top(), box.width(), box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)


def letters_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """One or two letters per partner, or a letter and a number where those run out; all different."""
    used: set[str] = set()
    letters = []
    for name in names:
        word = _first_word(name)
        tries = [word[0].upper(), *(word[0].upper() + c.lower() for c in word[1:] if c.isalpha())]
        numbered = (f"{tries[0]}{number}" for number in range(2, len(names) + 2))
        mark = next(t for t in (*tries, *numbered) if t not in used)
        used.add(mark)
        letters.append(mark)
    return tuple(letters)


def _first_word(name: str) -> str:
    """Where the letters come from: without "Gemeente" and the article of 's-Hertogenbosch or 't Veld."""
    words = re.sub(r"^['’]\w[-\s]", "", re.sub(r"[Gg]emeente ", "", name).strip()).split()
    letters = ("".join(c for c in word if c.isalnum()) for word in words)
    return next(filter(None, letters), "?")


class PartnerToken(QWidget):
    """A partner: a circle with its letters; the name goes to assistive technology and the tooltip."""

    def __init__(self, look: Look, letters: str, name: str, size: int = 28) -> None:
        super().__init__()
        self._look, self._letters, self._size = look, letters, size
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(self._look.glyph(self._size), self._look.glyph(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("ink"), 1.25))
        painter.setBrush(self._look.colour("surface"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(box)
        painter.setFont(self._look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letters)


class FormTile(QWidget):
    """The square tile of a cooperation form with its glyph; ``form``: as ``ssc``."""

    def __init__(self, look: Look, form: str, size: int = 32) -> None:
        super().__init__()
        self._look, self._form, self._size = look, form, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._look.glyph(self._size), self._look.glyph(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw plane and glyph."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._form))
        painter.drawRoundedRect(box, 4, 4)
        size = round(box.width() * 0.72)
        pixmap = self._look.pixmap(f"form-{self._form}", size, "on_form", self.devicePixelRatioF())
        painter.drawPixmap(QPointF((box.width() - size) / 2, (box.height() - size) / 2), pixmap)


_NOTICES = {
    "warn": ("warn_bg", "warn", "warning"),
    "danger": ("danger_bg", "danger", "warning"),
    "intern": ("intern_bg", "intern", "note-intern"),
    "info": ("wash", "action", "help"),
}


class Notice(Card):
    """A message on the page: ``kind`` ``warn``, ``danger``, ``intern`` or ``info``; ``text`` may be taken anew."""

    def __init__(self, look: Look, title: str, text: str = "", kind: str = "info") -> None:
        fill, tone, icon = _NOTICES[kind]
        super().__init__(look, fill=fill, border=None, bar=tone, padding=14, spacing=6)
        head = row(look.space(10))
        head.addWidget(Icon(look, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        self.title = Label(look, title, TypeRole.BODY_BOLD)
        head.addWidget(self.title, 1)
        self.body.addLayout(head)
        self.text = Label(look, text)
        self.body.addWidget(self.text)
        self.text.setVisible(bool(text))

    def say(self, title: str, text: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
