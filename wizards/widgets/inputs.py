"""The bare controls of a field: line, area, choice, check box, score, importance. They know no dossier.

Each tells ``edited`` what a person did, and takes a value with ``show_value`` without telling.
"""

import unicodedata
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from wizards.look.look import Look
from wizards.widgets.boxes import arm_path, row
from wizards.widgets.buttons import IconButton, Pills

__all__ = ["Area", "Check", "Combo", "ImportanceInput", "Line", "ScoreInput", "clean"]


_ONE_LINE = str.maketrans("\n\t\u2028\u2029", "    ")


def clean(text: str) -> str:
    """The text without control characters and half signs, which a dossier refuses; pasted text may hold them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or not _refused(c))


def _refused(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} or ord(sign) & 0xFFFE == 0xFFFE


class Line(QLineEdit):
    """One line of text."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, look: Look, *, characters: int = 0) -> None:
        super().__init__()
        self._look, self._characters = look, characters
        self.setMaxLength(200_000)
        # Qt pastes line ends and tabs into a line as they are; a name of three lines breaks every list it stands in.
        self.textEdited.connect(lambda text: self.edited.emit(clean(text).translate(_ONE_LINE)))
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        if self._characters:
            width = self._look.metrics().horizontalAdvance("0") * self._characters + self._look.space(28)
            self.setFixedWidth(round(width))
        self.setFont(self._look.font())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()

    def show_value(self, text: str) -> None:
        """Show a text; the cursor stays where it is when nothing changed."""
        if text != self.text():
            self.setText(text)

    def mark(self, *, invalid: bool) -> None:
        """Show or drop the border of an error."""
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)


class Area(QPlainTextEdit):
    """Some lines of text; it grows with what is in it. Tab goes to the next field."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, look: Look, *, lines: int = 2) -> None:
        super().__init__()
        self._look, self._lines, self._showing = look, lines, False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font())
        self.updateGeometry()

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit(clean(self.toPlainText()))

    def sizeHint(self) -> QSize:
        """At least ``lines`` lines, at most fourteen."""
        line = ceil(self._look.metrics().lineSpacing())
        lines = max(self._lines, min(14, round(self.document().size().height())))
        return QSize(320, line * lines + self._look.space(12) + 16)

    def minimumSizeHint(self) -> QSize:
        """As high as the hint: the page scrolls, not the field."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere, so it needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page unless this field itself has more than fits."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def show_value(self, text: str) -> None:
        """Show a text, without telling anybody."""
        if text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def mark(self, *, invalid: bool) -> None:
        """Show or drop the border of an error."""
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().polish(self)


class Combo(QComboBox):
    """One of more choices than fit as pills. An empty key means: nothing chosen."""

    edited = Signal(str)

    def __init__(self, look: Look, placeholder: str = "Maak een keuze") -> None:
        super().__init__()
        self._look, self._placeholder = look, placeholder
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda index: self.edited.emit(str(self.itemData(index))))
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font())
        self.updateGeometry()

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Take these choices."""
        wanted = (("", self._placeholder), *options)
        now = tuple((str(self.itemData(i)), self.itemText(i)) for i in range(self.count()))
        if now == wanted:
            return
        current = self.currentData()
        self.clear()
        for key, text in wanted:
            self.addItem(text, key)
        self.show_value(str(current) if current is not None else "")
        self.updateGeometry()  # other words, another width

    def show_value(self, key: str) -> None:
        """Show a choice, without telling anybody."""
        index = self.findData(key)
        if index != self.currentIndex():
            self.setCurrentIndex(max(index, 0))

    def sizeHint(self) -> QSize:
        """As wide as its longest choice, within reason."""
        metrics = self._look.metrics()
        longest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0.0)
        room = self._look.glyph(18) + self._look.space(30)  # the chevron, and the space around it and the words
        return QSize(ceil(min(longest, self._look.glyph(420))) + room + 4, self._look.control_height)

    def minimumSizeHint(self) -> QSize:
        """Words may be cut."""
        return QSize(120, self._look.control_height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel scrolls the page and changes no answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw border, words and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(look.colour("action" if self.underMouse() else "edge"), 1.5))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 6, 6)
        size = look.glyph(18)
        chevron = look.pixmap("chevron-down", size, "ink2", self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.right() - size - look.space(8), box.center().y() - size / 2), chevron)
        painter.setFont(look.font())
        painter.setPen(look.colour("ink" if self.currentData() else "ink3"))
        room = QRectF(box.left() + look.space(11), box.top(), box.width() - size - look.space(28), box.height())
        words = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class Check(QCheckBox):
    """A box to tick, with words that wrap."""

    edited = Signal(bool)

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._words = look, text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda on: self.edited.emit(on))
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_value(self, on: bool) -> None:
        """Show it ticked or not, without telling anybody."""
        if on != self.isChecked():
            self.setChecked(on)

    @property
    def _box(self) -> int:
        return self._look.glyph(20)

    def _words_room(self, width: int) -> QRectF:
        left = self._box + self._look.space(10)
        return QRectF(left, 0, max(width - left, 40), 100_000)

    def _words_height(self, width: int) -> float:
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        return self._look.metrics().boundingRect(self._words_room(width), flags, self._words).height()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of the words, at least 28."""
        return max(28, self._box + 4, round(self._words_height(width)) + 6)

    def sizeHint(self) -> QSize:
        """All words in one line, at most a text column."""
        width = self._look.metrics().horizontalAdvance(self._words) + self._box + self._look.space(12)
        wide = round(min(width, self._look.metrics().horizontalAdvance("0") * 75)) + 2
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(min(self.sizeHint().width(), self._look.glyph(160)), 28)

    def hitButton(self, position: object) -> bool:  # noqa: ARG002
        """All of it can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw box, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, on = self._look, self.isChecked()
        line = look.metrics().height()
        top = 3 + (line - self._box) / 2
        box = QRectF(1, max(top, 1), self._box - 2, self._box - 2)
        painter.setPen(QPen(look.colour("action" if on or self.underMouse() else "edge"), 1.5))
        painter.setBrush(look.colour("action" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            size = round(box.width() - 4)
            tick = look.pixmap("check", size, "on_action", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), tick)
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        room = self._words_room(self.width())
        room.translate(0, 3)
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._words)


class ScoreInput(Pills):
    """One to five; the digits choose as well."""

    def __init__(self, look: Look, name: str, more: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(look, name, (*((str(n), str(n)) for n in range(1, 6)), *more))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses."""
        if event.text() in {"1", "2", "3", "4", "5"}:
            self.choose(event.text())
            self.chosen.emit(event.text())
        else:
            super().keyPressEvent(event)


class _Blocks(QWidget):
    """Ten blocks, the filled ones as an arm."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.filled = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ten blocks wide."""
        return QSize(self._look.glyph(196), self._look.glyph(14))

    def minimumSizeHint(self) -> QSize:
        """They may shrink."""
        return QSize(90, self._look.glyph(14))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(self.width(), self._look.glyph(196)) / 10
        for index in range(10):
            box = QRectF(index * step + 1, 1, step - 4, self.height() - 2)
            if index < self.filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour("action"))
            else:
                painter.setPen(QPen(self._look.colour("edge"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            if index == self.filled - 1:
                painter.drawPath(arm_path(box.adjusted(0, 0, 3, 0), 0.42, 2))
            else:
                painter.drawRoundedRect(box, 2, 2)


class _Number(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ImportanceInput(QWidget):
    """How much something weighs, 0 to 10: minus, ten blocks, plus, and a field for the number."""

    edited = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._blocks = _Blocks(look)
        self._less = IconButton(look, "minus", f"{name}: minder")
        self._more = IconButton(look, "plus", f"{name}: meer")
        self.number = _Number()
        self.number.setRange(0, 10)
        self.number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.number.setAccessibleName(name)
        self.number.setSuffix(" / 10")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._less.clicked.connect(lambda: self.number.setValue(self.number.value() - 1))
        self._more.clicked.connect(lambda: self.number.setValue(self.number.value() + 1))
        self.number.valueChanged.connect(self._changed)
        layout = row(look.space(8))
        for widget in (self._less, self._blocks, self._more, self.number):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setFocusProxy(self.number)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.number.setFont(self._look.font())
        self.number.setFixedWidth(round(self._look.metrics().horizontalAdvance("10 / 10")) + self._look.space(32))
        self.number.setFixedHeight(self._look.control_height)

    def _changed(self, value: int) -> None:
        self._blocks.filled = value
        self._blocks.update()
        self.edited.emit(value)

    def show_value(self, value: int) -> None:
        """Show a number, without telling anybody."""
        if value != self.number.value():
            self.number.blockSignals(True)
            self.number.setValue(value)
            self.number.blockSignals(False)
        self._blocks.filled = value
        self._blocks.update()
