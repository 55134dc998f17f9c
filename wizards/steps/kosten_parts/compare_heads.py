"""The heads of the board: over each key its name and what it divides by, beside each row the partner."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.compare_model import NOW, BoardModel, RowKind
from wizards.steps.kosten_parts.compare_paint import draw_circle, pad_of, wrap_of

__all__ = ["Corner", "KeyHeader", "PartnerHeader"]

_TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_BARS = ("Voordeel of nadeel", "tegenover wat ieder nu betaalt")
_MOST_LINES = 4


def _height(look: Look, role: TypeRole, text: str, width: float) -> float:
    """The height of wrapped words, of at most four lines."""
    if not text:
        return 0.0
    metrics = look.metrics(role)
    wrap = wrap_of(look, role, text, width)
    needed = metrics.boundingRect(QRectF(0, 0, max(width, 20), 10_000), wrap, text).height()
    return min(needed, _MOST_LINES * metrics.lineSpacing() + 1)


class KeyHeader(QHeaderView):
    """The heads of the columns. The name of a key stands over both its columns."""

    def __init__(self, look: Look, model: BoardModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._board = look, model
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def _key_box(self, place: int) -> tuple[int, int]:
        """Where the two columns of a key begin, and how wide they are together."""
        first = 1 + 2 * place
        return self.sectionViewportPosition(first), self.sectionSize(first) + self.sectionSize(first + 1)

    @property
    def _words_height(self) -> int:
        return round(self._look.metrics(TypeRole.CAPTION_BOLD).height()) + self._look.space(10)

    def sizeHint(self) -> QSize:
        """Room for the longest name, the line under it, and the words over the columns."""
        look, tallest = self._look, 0.0
        for place, key in enumerate(self._board.board.columns):
            if 2 * place + 2 >= self.count():
                break
            room = self._key_box(place)[1] - 2 * pad_of(look)
            name = _height(look, TypeRole.BODY_BOLD, key.name, room)
            tallest = max(tallest, name + _height(look, TypeRole.CAPTION, key.line, room))
        return QSize(super().sizeHint().width(), round(tallest) + look.space(16) + self._words_height)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw a head. Both columns of a key draw their part of its name."""
        look, board = self._look, self._board.board
        place = self._board.key_place(logical)
        key = self._board.key(logical)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, look.colour("wash" if key is not None and key.chosen else "surface"))
        if place is not None and key is not None:
            left, width = self._key_box(place)
            self._name(painter, QRectF(left, rect.top(), width, rect.height()), key.name, key.line)
            if key.chosen:
                painter.fillRect(QRectF(left, rect.top(), width, 3), look.colour("action"))
            painter.fillRect(QRectF(left, rect.top(), 1, rect.height()), look.colour("line"))
        words = "Nu" if logical == NOW else board.heads[1 if self._board.is_difference(logical) else 0]
        if key is None or not key.obstacles:
            painter.setFont(look.font(TypeRole.CAPTION_BOLD))
            painter.setPen(look.colour("ink2"))
            foot = QRectF(rect.left(), rect.bottom() - self._words_height, rect.width(), self._words_height)
            painter.drawText(foot.adjusted(2, 0, -pad_of(look), -2), _RIGHT, words)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 0.5, rect.width(), 1.5), look.colour("edge"))
        painter.restore()

    def _name(self, painter: QPainter, box: QRectF, name: str, line: str) -> None:
        look, pad = self._look, pad_of(self._look)
        room = box.adjusted(pad, look.space(9), -pad, 0)
        tall = _height(look, TypeRole.BODY_BOLD, name, room.width())
        painter.setFont(look.font(TypeRole.BODY_BOLD))
        painter.setPen(look.colour("ink"))
        wrap = wrap_of(look, TypeRole.BODY_BOLD, name, room.width())
        painter.drawText(QRectF(room.left(), room.top(), room.width(), tall), _TOP_LEFT | wrap, name)
        under = _height(look, TypeRole.CAPTION, line, room.width())
        painter.setFont(look.font(TypeRole.CAPTION))
        painter.setPen(look.colour("ink2"))
        wrap = wrap_of(look, TypeRole.CAPTION, line, room.width())
        painter.drawText(QRectF(room.left(), room.top() + tall, room.width(), under), _TOP_LEFT | wrap, line)


class PartnerHeader(QHeaderView):
    """The partners beside the rows; it stays where it is when the keys scroll."""

    def __init__(self, look: Look, model: BoardModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look, self._board = look, model
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @property
    def _before(self) -> int:
        """Where names begin: after the circle."""
        return self._look.space(15) + self._look.glyph(26) + self._look.space(9)

    def wanted_width(self, most: int) -> int:
        """As wide as the longest name, at most ``most``."""
        look, metrics = self._look, self._look.metrics()
        names = max((metrics.horizontalAdvance(row.name) for row in self._board.board.rows), default=0.0)
        bold = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(_BARS[0]) + look.space(15)
        least = max(bold, look.metrics(TypeRole.BODY_BOLD).horizontalAdvance("Totaal") + self._before)
        return round(max(least, min(names + self._before, most)) + look.space(10))

    def tallest(self) -> int:
        """The height of the tallest name at the present width."""
        look = self._look
        room = self.width() - self._before - look.space(8)
        found = (_height(look, TypeRole.BODY, row.name, room) for row in self._board.board.rows)
        return round(max(found, default=0.0))

    def bars_height(self) -> int:
        """The height of the words beside the bars."""
        look = self._look
        room = self.width() - look.space(23)
        return round(sum(_height(look, TypeRole.CAPTION, words, room) for words in _BARS)) + look.space(24)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw a partner, "Totaal", or the words beside the bars."""
        if logical >= len(self._board.lines):
            return
        look, (kind, row) = self._look, self._board.lines[logical]
        left = rect.left() + look.space(15)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.colour("surface"))
        if kind is RowKind.PARTNER:
            side = look.glyph(26)
            circle = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
            draw_circle(painter, look, circle, row.letters)
            room = QRectF(rect).adjusted(self._before, 0, -look.space(8), 0)
            painter.setFont(look.font())
            painter.setPen(look.colour("ink"))
            painter.drawText(room, _LEFT | wrap_of(look, TypeRole.BODY, row.name, room.width()), row.name)
        elif kind is RowKind.TOTAL:
            painter.setFont(look.font(TypeRole.BODY_BOLD))
            painter.setPen(look.colour("ink"))
            painter.drawText(QRectF(rect).adjusted(look.space(15), 0, 0, 0), _LEFT, row.name)
        else:
            self._bars_words(painter, QRectF(rect).adjusted(look.space(15), look.space(8), -look.space(8), 0))
        if logical < len(self._board.lines) - 1:
            painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if kind is RowKind.TOTAL:
            y = rect.bottom() - 0.5 if logical == 0 else rect.top()
            painter.fillRect(QRectF(rect.left(), y, rect.width(), 1.5), look.colour("edge"))
        painter.restore()

    def _bars_words(self, painter: QPainter, room: QRectF) -> None:
        look = self._look
        painter.setPen(look.colour("ink2"))
        for words, role in zip(_BARS, (TypeRole.CAPTION_BOLD, TypeRole.CAPTION), strict=True):
            tall = _height(look, role, words, room.width())
            painter.setFont(look.font(role))
            painter.drawText(room, _TOP_LEFT | wrap_of(look, role, words, room.width()), words)
            room = room.adjusted(0, tall, 0, 0)


class Corner(QWidget):
    """The corner of the board: the head over the partners. It takes no mouse."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the word."""
        look = self._look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(look.colour("ink2"))
        foot = round(look.metrics(TypeRole.CAPTION_BOLD).height()) + look.space(10)
        room = QRectF(look.space(15), self.height() - foot, self.width(), foot - 2)
        painter.drawText(room, _LEFT, "Partner")
        painter.fillRect(QRectF(0, self.height() - 1.5, self.width(), 1.5), look.colour("edge"))
