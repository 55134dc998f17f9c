"""The parts of a voting slip: its head with the code, a question with its circles, an option with room for dots."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.report import styles
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_figure, draw_rule, width_of
from desktop.report.pdf.parts import Part
from desktop.report.pdf.places import Place
from desktop.report.pdf.tags import Element
from desktop.report.pdf.texts import Text, text
from desktop.report.styles import AXIS, COLUMN, FRAME_TOP, FULL, LEFT, MM, PAGE_HEIGHT, snap
from desktop.report.tree import Align
from desktop.workshop_paper.slips import NO_ANSWER, DotList, Question
from models.figures import Circle, Figure, Line, Rect, Role, Shape, Twin

__all__ = ["Dots", "Head", "Message", "Option", "Scale"]

_TOP = PAGE_HEIGHT - FRAME_TOP
_HEADER = PAGE_HEIGHT - 16 * MM
_CODE = replace(styles.TITLE, balance=False)
_ASKED = replace(styles.BODY, weight=styles.SEMI, hyphenate=16)
_END = replace(styles.SMALL, hyphenate=10)
_NUMBER = styles.CELL
_FORMS = replace(styles.SMALL, weight=styles.SEMI, colour=Role.INK)
_RADIUS, _EMPTY_RADIUS = 8.4, 6.0
_STEP, _NARROW_STEP, _FEW = 28.0, 19.2, 6
_NONE = 374.0
"""Where the circle for no answer stands, from the left of the frame."""

_ABOVE, _BELOW, _BETWEEN = 5.5, 6.5, 3.0
_BOX = 24.0
_BOX_LEFT = 3 * (COLUMN + styles.GUTTER)
_CUT = 14.0
"""The white above and below a line to cut along."""


class _Slip(Part):
    """A part of the slip with ``code``; at the top of a page the code stands above it once more."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def _again(self, canvas: ReportCanvas, top: float) -> None:
        if top < _TOP - 1:
            return
        with canvas.artifact("Header"):
            canvas.draw_running_line(f"{self.code}, vervolg van het stembriefje", LEFT, _HEADER, _FORMS)


class Head(Part):
    """The code, what it is, and how to fill it in. Above it a line to cut along, but not at the top of a page."""

    def __init__(self, code: str, title: str, fill_in: str, section: Element) -> None:
        super().__init__(before=2 * _CUT)
        self.code, self.element = code, section.add("H1")
        self.how = section.add("P")
        self.sign = text(code, _CODE, COLUMN)
        self.lead = text(f"Stembriefje voor: {title}" if title else "Stembriefje", _lead(), FULL - AXIS)
        self.fill_in = text(fill_in, styles.BODY, FULL - AXIS)
        self.place = Place(f"code-{code}", 1, code, "Stembriefje", 0)

    @property
    def height(self) -> float:
        """The code, or the words beside it."""
        return snap(max(self.sign.height, self.lead.height + self.fill_in.height) + 7)

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Line to cut along, code, words."""
        canvas.mark_place(self.place, top)
        if top < _TOP - 1:
            _shapes(canvas, (Line(-12, 0, FULL + 12, 0, Role.GREY, 0.8, dashed=True),), top + _CUT)
        canvas.show(self.element, (self.sign, LEFT, top), (self.lead, LEFT + AXIS, top + 1))
        canvas.show(self.how, (self.fill_in, LEFT + AXIS, top + 1 - self.lead.height))


def _lead() -> styles.TextStyle:
    return replace(styles.ROLE, size=10.5, leading=14)


class Scale(_Slip):
    """A question over its circles, with the words at both ends beside them and a circle for no answer."""

    def __init__(self, code: str, asked: Question, section: Element) -> None:
        super().__init__(code)
        self.asked, self.question, self.answers = asked, section.add("P"), section.add("P")
        self.words = text(asked.text, _ASKED, FULL)
        self.step = _STEP if len(asked.answers) < _FEW else _NARROW_STEP
        self.low = text(asked.low, _END, COLUMN, Align.RIGHT)
        self.high = text(asked.high, _END, _NONE - 14 - self._after)

    @property
    def _after(self) -> float:
        """Where the words after the last circle start."""
        return AXIS + 2 * _RADIUS + self.step * (len(self.asked.answers) - 1) + 7

    @property
    def _row(self) -> float:
        return max(2 * _RADIUS + 1, self.low.height, self.high.height)

    @property
    def height(self) -> float:
        """The question and its circles."""
        return _ABOVE + self.words.height + _BETWEEN + self._row + _BELOW

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Question, words at the lowest answer, the answers, words at the highest, no answer."""
        self._again(canvas, top)
        _rule(canvas, top)
        canvas.show(self.question, (self.words, LEFT, top - _ABOVE))
        middle = top - _ABOVE - self.words.height - _BETWEEN - self._row / 2
        centres = [AXIS + _RADIUS + self.step * number for number in range(len(self.asked.answers))]
        circles = [Circle(x, 0, _RADIUS, Role.PAPER, Role.INK, 0.9) for x in centres]
        none = Circle(_NONE, 0, _EMPTY_RADIUS, Role.PAPER, Role.INK, 0.9)
        _shapes(canvas, (*circles, none), middle)
        numbers = [_centred(answer, x, middle) for answer, x in zip(self.asked.answers, centres, strict=True)]
        canvas.show(
            self.answers,
            *_middled(self.low, LEFT, middle),
            *numbers,
            *_middled(self.high, LEFT + self._after, middle),
            *_middled(text(NO_ANSWER, _END, FULL - _NONE), LEFT + _NONE + _EMPTY_RADIUS + 4, middle),
        )


class Dots(_Slip):
    """What the dots are for, and how many there are."""

    def __init__(self, code: str, asked: DotList, section: Element) -> None:
        super().__init__(code)
        self.element = section.add("P")
        self.words, self.told = text(asked.text, _ASKED, FULL), text(asked.told, _END, FULL)

    @property
    def height(self) -> float:
        """The question and the line under it."""
        return _ABOVE + self.words.height + self.told.height + 4

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Question, then how many."""
        self._again(canvas, top)
        _rule(canvas, top)
        start = top - _ABOVE
        canvas.show(self.element, (self.words, LEFT, start), (self.told, LEFT, start - self.words.height))


class Option(_Slip):
    """An option with a box for dots; ``circle``: with a circle to cross, for no answer."""

    def __init__(self, code: str, option: str, section: Element, *, circle: bool = False) -> None:
        super().__init__(code)
        self.element, self.circle = section.add("P"), circle
        self.words = text(option, styles.CELL, _BOX_LEFT - 14)

    @property
    def height(self) -> float:
        """The words or the box."""
        return max(self.words.height, _BOX) + 5

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Words and box."""
        self._again(canvas, top)
        middle = top - self.height / 2
        tall = self.height - 5
        box: Shape = Rect(_BOX_LEFT, -tall / 2, FULL - _BOX_LEFT, tall, Role.PAPER, Role.INK, 0.9, radius=3)
        if self.circle:
            box = Circle(_BOX_LEFT + _EMPTY_RADIUS, 0, _EMPTY_RADIUS, Role.PAPER, Role.INK, 0.9)
        _shapes(canvas, (box,), middle)
        canvas.show(self.element, *_middled(self.words, LEFT, middle))


class Message(Part):
    """Why there are no slips."""

    def __init__(self, words: str, title: str, section: Element) -> None:
        super().__init__()
        self.head, self.body = section.add("H1"), section.add("P")
        self.title, self.words = text(title, styles.H1, FULL - AXIS), text(words, styles.BODY, FULL - AXIS)

    @property
    def height(self) -> float:
        """Title and sentence."""
        return self.title.height + self.words.height + 7

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Title, then sentence."""
        canvas.show(self.head, (self.title, LEFT + AXIS, top))
        canvas.show(self.body, (self.words, LEFT + AXIS, top - self.title.height - 7))


def _shapes(canvas: ReportCanvas, shapes: Iterable[Shape], top: float) -> None:
    """Shapes that say nothing of their own, around the height ``top``."""
    with canvas.artifact():
        draw_figure(canvas, Figure("", "", FULL, 0, tuple(shapes), Twin((), ())), LEFT, top)


def _rule(canvas: ReportCanvas, top: float) -> None:
    with canvas.artifact():
        draw_rule(canvas, LEFT, top, FULL, Role.RULE, 0.5)


def _centred(words: str, x: float, middle: float) -> tuple[Text, float, float]:
    """A number in its circle."""
    made = text(words, _NUMBER, 30)
    return made, LEFT + x - width_of(words, _NUMBER) / 2, middle + made.height / 2


def _middled(words: Text, x: float, middle: float) -> Iterable[tuple[Text, float, float]]:
    """Words around a height; none where there are none."""
    if words.count:
        yield words, x, middle + words.height / 2
