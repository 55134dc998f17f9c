"""What stands in a cell: text, text with a sign before it, a number with a letter after it, boxes to tick."""

from dataclasses import dataclass, replace

from desktop.report import styles, tree
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.columns import SLOT
from desktop.report.pdf.drawing import MARK_ROOM, draw_figure, draw_mark
from desktop.report.pdf.tags import Element
from desktop.report.pdf.texts import Text, text
from desktop.report.styles import TextStyle
from desktop.report.tree import Align, Mark
from models.figures import form_glyph

__all__ = ["Boxes", "Content", "Signed", "Slotted", "content_of"]

_SIGN = 20.0
_SIGN_ROOM = _SIGN + 6
_SLOT_GAP = 3.0
_BOX_STEP, _BOX_GAP = 15.0, 12.0
_SPOKEN = {
    Mark.OPEN: "open: ",
    Mark.BUSY: "bezig: ",
    Mark.DONE: "klaar: ",
    Mark.DROPPED: "niet van toepassing: ",
}
"""What a box says to who cannot see it. The other marks stand beside words that say the same."""

_BARE = tree.Cell(())
_TICKED, _EMPTY = "aangekruist: ", "vakje: "


@dataclass(frozen=True, slots=True)
class Content:
    """Bare text."""

    text: Text

    @property
    def height(self) -> float:
        """Of its lines."""
        return self.text.height

    def nothing(self) -> "Content":
        """An empty cell in its place."""
        return Content(replace(self.text, lines=()))

    def split(self, room: float) -> "tuple[Content, Content] | None":
        """Between lines."""
        halves = self.text.split(room)
        return None if halves is None else (replace(self, text=halves[0]), Content(halves[1]))

    def draw(self, canvas: ReportCanvas, element: Element | None, x: float, top: float) -> None:
        """The text."""
        canvas.show(element, (self.text, x, top))


@dataclass(frozen=True, slots=True)
class Signed(Content):
    """Text with a mark or the sign of a form before it."""

    source: tree.Cell = _BARE
    indent: float = 0.0

    @classmethod
    def of(cls, entry: tree.Cell, style: TextStyle, room: float, align: Align) -> "Signed":
        """What ``entry`` says."""
        indent = MARK_ROOM - 1 if entry.mark is not None else _SIGN_ROOM
        return cls(text(entry.runs, style, room - indent, align), entry, indent)

    @property
    def height(self) -> float:
        """At least as high as the sign."""
        return max(self.text.height, _SIGN if self.source.form is not None else 0)

    def split(self, room: float) -> tuple[Content, Content] | None:
        """The sign stays with the first part."""
        halves = self.text.split(room)
        if halves is None:
            return None
        return replace(self, text=halves[0]), Signed(halves[1], _BARE, self.indent)

    def draw(self, canvas: ReportCanvas, element: Element | None, x: float, top: float) -> None:
        """Sign, then text."""
        mark = self.source.mark
        if self.source.form is not None:
            with canvas.artifact():
                draw_figure(canvas, form_glyph(self.source.form, _SIGN), x, top)
        middle = top - self.text.base + 3.2
        if mark in _SPOKEN and element is not None:
            with canvas.tagged(element), canvas.spoken(_SPOKEN[mark]):
                draw_mark(canvas, mark, x, middle)
        elif mark is not None:
            with canvas.artifact():
                draw_mark(canvas, mark, x, middle)
        canvas.show(element, (self.text, x + self.indent, top))


@dataclass(frozen=True, slots=True)
class Slotted(Content):
    """A number with a letter after it, in the white beside its column."""

    letter: Text | None = None

    def draw(self, canvas: ReportCanvas, element: Element | None, x: float, top: float) -> None:
        """Number, then letter, on the same first line."""
        letter = [] if self.letter is None else [(self.letter, x + self.text.measure + _SLOT_GAP, top)]
        canvas.show(element, (self.text, x, top), *letter)


@dataclass(frozen=True, slots=True)
class Boxes(Content):
    """Boxes to tick with their words, beside each other if they have room, else under each other."""

    words: tuple[Text, ...] = ()
    ticked: int | None = None
    beside: bool = False

    @classmethod
    def of(cls, entry: tree.FormCell, room: float) -> "Boxes":
        """The boxes of ``entry``."""
        words = tuple(text(word, styles.CELL, room - MARK_ROOM) for word in entry.boxes)
        wide = sum(_wide(word) for word in words) - _BOX_GAP
        beside = wide <= room and all(word.count == 1 for word in words)
        return cls(text("", styles.CELL, room), words, entry.ticked, beside)

    @property
    def height(self) -> float:
        """Of all boxes."""
        if self.beside:
            return max((word.height for word in self.words), default=0.0)
        return sum(word.height for word in self.words) + (_BOX_STEP - styles.CELL.leading) * (len(self.words) - 1)

    def nothing(self) -> Content:
        """An empty cell in its place."""
        return Content(self.text)

    def split(self, room: float) -> tuple[Content, Content] | None:
        """Not."""
        del room
        return None

    def draw(self, canvas: ReportCanvas, element: Element | None, x: float, top: float) -> None:
        """Box, then words, one after the other."""
        for number, word in enumerate(self.words):
            ticked = number == self.ticked
            if element is not None:
                with canvas.tagged(element), canvas.spoken(_TICKED if ticked else _EMPTY):
                    draw_mark(canvas, Mark.DONE if ticked else Mark.OPEN, x, top - word.base + 3.2)
            canvas.show(element, (word, x + MARK_ROOM, top))
            if self.beside:
                x += _wide(word)
            else:
                top -= word.height + _BOX_STEP - styles.CELL.leading


def _wide(word: Text) -> float:
    return MARK_ROOM + max((line.width for line in word.lines), default=0.0) * word.style.size / 1000 + _BOX_GAP


def content_of(entry: tree.Cell, strong: bool, align: Align, room: float) -> Content:
    """What ``entry`` of a table says; ``strong``: a heading or a total."""
    style = styles.CELL_FIRST if strong else styles.CELL
    if entry.after:
        return Slotted(text(entry.runs, style, room, align), text(entry.after, styles.CELL_FIRST, SLOT))
    if entry.mark is None and entry.form is None:
        return Content(text(entry.runs, style, room, align))
    return Signed.of(entry, style, room, align)
