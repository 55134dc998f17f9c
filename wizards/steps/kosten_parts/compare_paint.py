"""How the board is drawn: amounts at the right, a filled V and a hollow N, the chosen key on wash, bars underneath."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.figures.differences import differences_figure
from models.figures.figure import Figure as Picture
from models.figures.metrics import BODY
from wizards.look.look import FAMILY, Look
from wizards.look.painting import paint_figure
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.compare_board import Figure
from wizards.steps.kosten_parts.compare_model import NOW, BoardModel, RowKind
from wizards.widgets.figure_view import figure_colours

__all__ = ["BoardPainter", "draw_circle", "draw_tag", "pad_of", "tag_side", "wrap_of"]

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEADS = "Vul dit aan"


def wrap_of(look: Look, role: TypeRole, text: str, room: float) -> int:
    """How words break: at spaces, and inside a word only where that word alone is wider than ``room``."""
    metrics = look.metrics(role)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    return int(Qt.TextFlag.TextWrapAnywhere if longest > room else Qt.TextFlag.TextWordWrap)


def pad_of(look: Look) -> int:
    """Room at both sides of a cell."""
    return look.space(13)


def tag_side(look: Look) -> int:
    """The side of the square with V or N."""
    return look.glyph(17)


def draw_tag(painter: QPainter, look: Look, box: QRectF, sign: str) -> None:
    """A filled V or a hollow N."""
    good = sign == "V"
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(look.colour("ok" if good else "danger"), 1.5))
    painter.setBrush(look.colour("ok" if good else "danger_bg"))
    painter.drawRoundedRect(inner, 3, 3)
    font = look.font(TypeRole.CAPTION_BOLD)
    font.setPointSizeF(font.pointSizeF() * 0.86)
    painter.setFont(font)
    painter.setPen(look.colour("surface" if good else "danger"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def draw_circle(painter: QPainter, look: Look, box: QRectF, letters: str) -> None:
    """The circle of a partner with its letters."""
    painter.setPen(QPen(look.colour("ink"), 1.25))
    painter.setBrush(look.colour("surface"))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    font = look.font(TypeRole.CAPTION_BOLD)
    wide, room = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(letters), box.width() - 5
    if wide > room:
        # Of many partners some have three signs.
        font.setPointSizeF(font.pointSizeF() * room / wide)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)


class BoardPainter(QStyledItemDelegate):
    """Draws a cell."""

    def __init__(self, look: Look, model: BoardModel) -> None:
        super().__init__()
        self._look, self._model = look, model
        self._pictures: dict[tuple[int, int], Picture] = {}
        model.modelReset.connect(self._pictures.clear)
        model.dataChanged.connect(lambda *_: self._pictures.clear())

    @property
    def scale(self) -> float:
        """Pixels for one unit of a figure."""
        return QFontInfo(self._look.font()).pixelSize() / BODY

    def picture(self, place: int, width: int) -> Picture:
        """The bars of one key in a cell of ``width`` pixels."""
        if (place, width) not in self._pictures:
            room = max(width - 2 * pad_of(self._look), 1) / self.scale
            key = self._model.board.columns[place]
            longest = self._model.longest()
            self._pictures[place, width] = differences_figure(
                key.name, self._model.differences(place), room, longest or None
            )
        return self._pictures[place, width]

    def bars_height(self) -> int:
        """The height of the row of the bars."""
        if not self._model.board.columns:
            return 0
        return round(self.picture(0, 200).height * self.scale) + self._look.space(16)

    def obstacle_height(self, column: int, width: int) -> int:
        """The height of the sentences of a key that cannot be worked out."""
        look = self._look
        room = QRectF(0, 0, max(width - 2 * pad_of(look), 40), 10_000)
        text = self._model.obstacle_text(column)
        wrap = wrap_of(look, TypeRole.BODY, text, room.width())
        needed = look.metrics().boundingRect(room, wrap, text).height()
        link = look.metrics(TypeRole.BODY_BOLD).boundingRect(room, int(Qt.TextFlag.TextWordWrap), _LEADS).height()
        return round(needed + link) + look.space(36)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """The view sets the sizes."""
        return QSize(self._look.glyph(60), self._look.control_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        look, model = self._look, self._model
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        kind, key = model.kind(index.row()), model.key(index.column())
        on_wash = key is not None and key.chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, look.colour("select" if chosen else "wash" if on_wash else "surface"))
        if key is not None and key.obstacles:
            self._obstacle(painter, box, index.column(), chosen=chosen)
        elif kind is RowKind.BARS:
            self._bars(painter, box, index.column(), on_wash=on_wash and not chosen)
        else:
            figure = model.figure(index)
            assert figure is not None
            bold = kind is RowKind.TOTAL or (on_wash and not model.is_difference(index.column()))
            self._figure(painter, box, figure, bold=bold, chosen=chosen)
        self._lines(painter, box, index, kind)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRect(QRectF(box).adjusted(1, 1, -2, -2))
        painter.restore()

    def _figure(self, painter: QPainter, box: QRect, figure: Figure, *, bold: bool, chosen: bool) -> None:
        look = self._look
        pad = pad_of(look)
        tone = {"V": "ok", "N": "danger"}.get(figure.sign, "ink2" if figure.value is None else "ink")
        if figure.sign:
            side = tag_side(look)
            tag = QRectF(box.left() + look.space(5), box.center().y() - side / 2 + 0.5, side, side)
            draw_tag(painter, look, tag, figure.sign)
        painter.setFont(look.font(TypeRole.BODY_BOLD if bold and not figure.sign else TypeRole.BODY))
        painter.setPen(look.colour("on_select" if chosen else tone))
        painter.drawText(QRectF(box).adjusted(0, 0, -pad, 0), _RIGHT, figure.text)

    def _bars(self, painter: QPainter, box: QRect, column: int, *, on_wash: bool) -> None:
        place = self._model.key_place(column)
        if place is None:
            return
        look = self._look
        picture = self.picture(place, box.width())
        painter.save()
        painter.translate(box.left() + pad_of(look), box.top() + look.space(8))
        painter.scale(self.scale, self.scale)
        colours = dict(figure_colours(look, "wash" if on_wash else "surface"))
        paint_figure(painter, picture, colours, FAMILY)
        painter.restore()

    def _obstacle(self, painter: QPainter, box: QRect, column: int, *, chosen: bool) -> None:
        look, pad = self._look, pad_of(self._look)
        room = QRectF(box).adjusted(pad, look.space(10), -pad, -look.space(6))
        text = self._model.obstacle_text(column)
        painter.setFont(look.font())
        painter.setPen(look.colour("on_select" if chosen else "ink"))
        place = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        wrap = wrap_of(look, TypeRole.BODY, text, room.width())
        painter.drawText(room, place | wrap, text)
        used = look.metrics().boundingRect(room, wrap, text).height()
        painter.setFont(look.font(TypeRole.BODY_BOLD))
        painter.setPen(look.colour("on_select" if chosen else "action"))
        link = room.adjusted(0, used + look.space(8), 0, 0)
        painter.drawText(link, place | int(Qt.TextFlag.TextWordWrap), _LEADS)

    def _lines(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, kind: RowKind) -> None:
        look, column = self._look, index.column()
        if column != NOW and not self._model.is_difference(column):
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), look.colour("line"))
        if index.row() < self._model.rowCount() - 1:
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
        if kind is RowKind.TOTAL:
            first = index.row() == 0
            y = box.bottom() - 0.5 if first else box.top()
            painter.fillRect(QRectF(box.left(), y, box.width(), 1.5), look.colour("edge"))
