"""Text on the axis with its label in the margin, and figures.

Each block knows which element its texts belong to, label before text: that is the order in which it is read. Rules
and tints say nothing and are drawn apart from it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import MARK_ROOM, draw_figure, draw_mark, draw_rule, draw_tint
from desktop.report.pdf.parts import Part
from desktop.report.pdf.places import Place
from desktop.report.pdf.tags import Element
from desktop.report.pdf.texts import Text
from desktop.report.styles import AXIS, BLEED, FULL, LEFT, ROOM, snap
from desktop.report.tree import Mark
from models.figures import Figure, Role

_LEADING = 2.0
"""Points of white under the last line of a label that count for nothing."""

__all__ = ["Block", "FigurePart", "Told", "Trim"]

Told = tuple[Text, Element]
"""A text and the element that it is content of."""


class Trim(NamedTuple):
    """What stands around the text of a block.

    ``rule``: above it, colour and weight; ``under``: the same below it; ``top``/``foot``: space inside, above and
    below the text; ``tint``: behind it, hanging out on both sides; ``closing``: the tint ends here with a rule;
    ``mark``: before the label.
    """

    rule: tuple[Role, float] | None = None
    top: float = 0
    foot: float = 0
    tint: Role | None = None
    closing: bool = False
    under: tuple[Role, float] | None = None
    mark: Mark | None = None


class Block(Part):
    """Paragraphs under each other at ``x``, with paragraphs or a mark in the margin at ``left_x``.

    The base line of the first label is that of the first paragraph. ``on_grid``: its height is rounded up to the
    vertical unit; not so at the foot of a page, where it must fit.
    """

    on_grid = True

    def __init__(
        self,
        body: Sequence[Told],
        left: Sequence[Told] = (),
        *,
        x: float = AXIS,
        left_x: float = 0,
        trim: Trim | None = None,
        place: Place | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.body, self.left, self.x, self.left_x = tuple(body), tuple(left), x, left_x
        self.trim, self.place = trim or Trim(), place

    @property
    def _shift(self) -> float:
        """How much lower than the top of the text the label starts."""
        return self.body[0][0].base - self.left[0][0].base if self.body and self.left else 0.0

    @property
    def _above(self) -> float:
        """From the top to the text: a label in larger type needs room of its own."""
        return self.trim.top - min(self._shift, 0)

    @property
    def _margin(self) -> float:
        return _height(self.left) + max(self._shift, 0) - _LEADING if self.left else 0.0

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        bare = self._above + max(_height(self.body), self._margin) + self.trim.foot
        return snap(bare) if self.on_grid else bare

    @property
    def least(self) -> float:
        """Two lines, and the margin; all where it does not split."""
        full = self.height
        # What no line can leave takes all its room, also that of the vertical unit: else it is let in and then slips.
        alone = len(self.body) == 1 and self.body[0][0].least >= self.body[0][0].height
        if self.whole or not self.body or alone:
            return full
        return min(full, self._above + max(self.body[0][0].least, self._margin))

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Between paragraphs or between lines; the margin stays with the first part, unless no page can hold it."""
        inner = room - self._above
        left: tuple[Told, ...] = self.left
        left_rest: tuple[Told, ...] = ()
        if self._margin > inner:
            if self._margin <= ROOM - self._above:
                return None
            left, left_rest = _filled(self.left, inner - max(self._shift, 0))
        head, rest = _filled(self.body, inner)
        if not (head or left) or not (rest or left_rest) or (self.body and not head):
            return None
        return self._first(head, left), self._second(rest, left_rest)

    def _first(self, body: Sequence[Told], left: Sequence[Told]) -> Part:
        trim = self.trim._replace(foot=0, closing=False, under=None)
        made = Block(body, left, x=self.x, left_x=self.left_x, trim=trim, place=self.place, before=self.before)
        made.on_grid = False
        return made

    def _second(self, body: Sequence[Told], left: Sequence[Told]) -> Part:
        trim = self.trim._replace(rule=None, top=self.trim.top if self.trim.tint else 0, mark=None)
        return Block(body, left, x=self.x, left_x=self.left_x, trim=trim, after=self.after)

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """What stands around the text, then margin and text."""
        if self.place is not None:
            canvas.mark_place(self.place, top)
        start = top - self._above
        if self.trim != _BARE:
            with canvas.artifact():
                self._draw_trim(canvas, top, start)
        margin = _stack(self.left, LEFT + self.left_x, start - self._shift, MARK_ROOM if self.trim.mark else 0)
        told = [*margin, *_stack(self.body, LEFT + self.x, start)]
        for element, placed in groupby(told, key=itemgetter(0)):
            canvas.show(element, *((text, x, y) for _, text, x, y in placed))

    def _draw_trim(self, canvas: ReportCanvas, top: float, start: float) -> None:
        trim, foot = self.trim, top - self.height
        if trim.tint is not None:
            draw_tint(canvas, LEFT - BLEED, foot, FULL + 2 * BLEED, self.height, trim.tint)
        if trim.closing:
            draw_rule(canvas, LEFT - BLEED, foot, FULL + 2 * BLEED, Role.ACCENT, 0.8)
        if trim.rule is not None:
            draw_rule(canvas, LEFT, top, FULL, *trim.rule)
        if trim.under is not None:
            draw_rule(canvas, LEFT, foot, FULL, *trim.under)
        if trim.mark is not None and self.body:
            draw_mark(canvas, trim.mark, LEFT + self.left_x, start - self.body[0][0].base + 3.2)


_BARE = Trim()


def _height(told: Sequence[Told]) -> float:
    return sum(text.height for text, _ in told)


def _filled(told: Sequence[Told], room: float) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The paragraphs and lines that fit in ``room``, and the others."""
    for number, (text, element) in enumerate(told):
        if text.height <= room:
            room -= text.height
            continue
        halves = text.split(room)
        if halves is None:
            return tuple(told[:number]), tuple(told[number:])
        return (*told[:number], (halves[0], element)), ((halves[1], element), *told[number + 1 :])
    return tuple(told), ()


def _stack(
    told: Sequence[Told], x: float, top: float, indent: float = 0
) -> Iterator[tuple[Element, Text, float, float]]:
    """Paragraphs from ``top`` down; the first is indented."""
    for number, (text, element) in enumerate(told):
        yield element, text, x if number else x + indent, top
        top -= text.height


class FigurePart(Part):
    """A figure at the left of the frame."""

    def __init__(self, figure: Figure, element: Element, after: float = 0) -> None:
        super().__init__(0, after)
        self.figure, self.element = figure, element

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        return snap(self.figure.height)

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Its shapes, from the top down."""
        self.element.box = (LEFT, top - self.figure.height, LEFT + self.figure.width, top)
        with canvas.tagged(self.element):
            draw_figure(canvas, self.figure, LEFT, top)
