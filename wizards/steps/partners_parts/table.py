"""The list of partners drawn as a table: token, name and kind, inhabitants, fte, what it brings, centre."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models import dutch
from models.dossier.base import NoAnswer
from models.dossier.explore import Partner
from wizards.forms.paste import KIND_WORDS
from wizards.forms.values import NO_ANSWER_WORDS, decimal_text
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.records import RecordsModel
from wizards.widgets.signs import letters_of

__all__ = ["PartnerDelegate", "TableHead", "cell_text", "described"]

_Index = QModelIndex | QPersistentModelIndex
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class _Column:
    """``share``: part of the width; ``least``: shown only in a list at least so wide (pixels at 100 %)."""

    key: str
    title: str
    share: float
    least: int = 0
    align: Qt.AlignmentFlag = _LEFT


_COLUMNS = (
    _Column("name", "Partner", 3.2),
    _Column("inhabitants", "Inwoners", 2.0, align=_RIGHT),
    _Column("fte", "Formatie", 1.2, 440, _RIGHT),
    _Column("brings", "Brengt in", 3.0, 620),
    _Column("centre", "Centrum", 1.2, 760),
)


def described(partner: Partner) -> str:
    """Everything that the row shows, in words, for assistive technology."""
    said = [KIND_WORDS[partner.kind]]
    if partner.inhabitants is not None:
        said.append(f"inwoners: {_figure(partner.inhabitants)}")
    if partner.fte is not None:
        said.append(f"formatie: {_figure(partner.fte, 'fte')}")
    if partner.brings:
        said.append(f"brengt in: {partner.brings}")
    return ", ".join(said)


def _figure(value: int | Decimal | NoAnswer | None, unit: str = "") -> str:
    if value is None:
        return ""
    if isinstance(value, NoAnswer):
        return NO_ANSWER_WORDS[value.no_answer]
    return f"{decimal_text(value)} {unit}".strip()


def cell_text(partner: Partner, field: str) -> str:
    """One field of a partner in words, for a table."""
    value = getattr(partner, field)
    if field == "kind":
        return KIND_WORDS[partner.kind]
    if isinstance(value, NoAnswer) or field in ("inhabitants", "fte"):
        return _figure(value)
    if isinstance(value, date):
        return dutch.day(value)
    if isinstance(value, bool) or value is None:
        return {True: "ja", False: "nee", None: ""}[value]
    return " ".join(str(value).split())


def _texts(partner: Partner, key: str) -> tuple[str, str]:
    """First and second line of a cell."""
    if key == "name":
        return partner.name.strip() or "Partner zonder naam", KIND_WORDS[partner.kind]
    if key == "inhabitants":
        day = dutch.day(partner.inhabitants_on) if partner.inhabitants_on else ""
        origin = ", ".join(text for text in (day, partner.inhabitants_source) if text)
        return _figure(partner.inhabitants), origin if partner.inhabitants is not None else ""
    if key == "fte":
        return _figure(partner.fte, "fte"), ""
    if key == "brings":
        return " ".join(partner.brings.split()), ""
    return cell_text(partner, "can_be_centre"), ""


def _places(look: Look, box: QRectF) -> list[tuple[_Column, QRectF]]:
    """The columns that fit, and where they stand."""
    columns = [column for column in _COLUMNS if box.width() >= look.glyph(column.least)]
    left, gap = box.left() + look.space(12) + _token(look) + look.space(10), look.space(16)
    room = box.right() - look.space(12) - left - gap * (len(columns) - 1)
    whole = sum(column.share for column in columns)
    placed = []
    for column in columns:
        width = room * column.share / whole
        placed.append((column, QRectF(left, box.top(), width, box.height())))
        left += width + gap
    return placed


def _token(look: Look) -> int:
    return look.glyph(30)


class TableHead(QWidget):
    """The heads of the columns, above the list; the rows say the same to assistive technology."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(160, round(self._look.metrics(TypeRole.CAPTION_BOLD).height()) + self._look.space(10))

    def minimumSizeHint(self) -> QSize:
        """The same: the heads are cut where there is no room."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the words."""
        painter = QPainter(self)
        painter.setFont(self._look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(self._look.colour("ink2"))
        for column, box in _places(self._look, QRectF(self.rect())):
            words = painter.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, column.align | Qt.AlignmentFlag.AlignVCenter, words)


class PartnerDelegate(QStyledItemDelegate):
    """Draws one partner as a row of the table."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._names: tuple[str, ...] = ()
        self._letters: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        """Two lines high."""
        look = self._look
        lines = look.metrics(TypeRole.BODY_BOLD).height() + look.metrics(TypeRole.CAPTION).height()
        return QSize(120, round(lines) + look.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw token and cells."""
        look, model = self._look, index.model()
        if not isinstance(model, RecordsModel) or index.row() >= len(model.rows):
            return
        partner = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, look.colour("select"))
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), look.colour("action"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._draw_token(painter, box, self._letters_for(model)[index.row()])
        for column, place in _places(look, box):
            self._cell(painter, place, column, _texts(partner, column.key), chosen)
        painter.restore()

    def _letters_for(self, model: RecordsModel) -> tuple[str, ...]:
        names = tuple(partner.name for partner in model.rows)
        if names != self._names:
            self._names, self._letters = names, letters_of(names)
        return self._letters

    def _draw_token(self, painter: QPainter, box: QRectF, letters: str) -> None:
        look, size = self._look, _token(self._look)
        round_box = QRectF(box.left() + look.space(12), box.center().y() - size / 2, size, size)
        painter.setPen(QPen(look.colour("ink"), 1.25))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(round_box)
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        painter.setPen(look.colour("ink"))
        painter.drawText(round_box, Qt.AlignmentFlag.AlignCenter, letters)

    def _cell(self, painter: QPainter, box: QRectF, column: _Column, texts: tuple[str, str], chosen: bool) -> None:
        look, (first, second) = self._look, texts
        role = TypeRole.BODY_BOLD if column.key == "name" else TypeRole.BODY
        high, low = look.metrics(role).height(), look.metrics(TypeRole.CAPTION).height() if second else 0.0
        top = box.center().y() - (high + low) / 2
        for text, font, ink, y, height in (
            (first, role, "ink", top, high),
            (second, TypeRole.CAPTION, "ink2", top + high, low),
        ):
            if not text:
                continue
            painter.setFont(look.font(font))
            painter.setPen(look.colour("on_select" if chosen else ink))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(QRectF(box.left(), y, box.width(), height), column.align, words)
