"""The flowables of the report: text on the axis with its label in the margin, figures, and what keeps them together.

Each flowable that says something is drawn as one whole, label before text: that is the order in which it is read,
and one element when the PDF gets tags. Rules and tints are drawn apart from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.report.pdf import rl
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import MARK_ROOM, draw_figure, draw_mark, draw_rule, draw_tint
from desktop.report.pdf.places import Place
from desktop.report.pdf.texts import Text, heights
from desktop.report.styles import AXIS, BLEED, FULL, ROOM, snap
from desktop.report.tree import Mark
from models.figures import Figure, Role

_LEADING = 2.0
"""Points of white under the last line of a label that count for nothing."""

__all__ = ["Block", "FigureFlowable", "Kept", "Part", "Trim", "kept_with_next"]


class Part(rl.Flowable):
    """Base of all flowables of the report.

    ``least``: the smallest part of it that may stand at the foot of a page, after what keeps with it; ``whole``:
    it stays on one page if it fits on one; ``wants``: room that must be left where it starts.
    """

    whole = False
    wants = 0.0

    def __init__(self, before: float = 0, after: float = 0) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter, self.keepWithNext = before, after, 0

    @property
    def least(self) -> float:
        """Its height, unless it can be split."""
        return self.wrap(FULL, ROOM)[1]

    def split(self, width: float, height: float) -> Sequence[rl.Flowable]:
        """Not, unless a subclass can."""
        del width, height
        return []


def kept_with_next(part: rl.Flowable) -> rl.Flowable:
    """The same, not to be parted from what follows."""
    part.keepWithNext = 1
    return part


@dataclass(frozen=True, slots=True)
class Trim:
    """What stands around the text of a block.

    ``rule``: above it, colour and weight; ``top``/``foot``: space inside, above and below the text; ``tint``: behind
    it, hanging out on both sides; ``closing``: the tint ends here with a rule; ``mark``: before the label.
    """

    rule: tuple[Role, float] | None = None
    top: float = 0
    foot: float = 0
    tint: Role | None = None
    closing: bool = False
    mark: Mark | None = None


class Block(Part):
    """Paragraphs under each other at ``x``, with paragraphs or a mark in the margin at ``left_x``.

    The base line of the first label is that of the first paragraph. ``on_grid``: its height is rounded up to the
    vertical unit; not so at the foot of a page, where it must fit.
    """

    on_grid = True

    def __init__(
        self,
        body: Sequence[Text],
        left: Sequence[Text] = (),
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
        return self.body[0].base - self.left[0].base if self.body and self.left else 0.0

    @property
    def _above(self) -> float:
        """From the top to the text: a label in larger type needs room of its own."""
        return self.trim.top - min(self._shift, 0)

    @property
    def _margin(self) -> float:
        return heights(self.left) + max(self._shift, 0) - _LEADING if self.left else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Rounded up to the vertical unit."""
        del height
        self.width = width
        bare = self._above + max(heights(self.body), self._margin) + self.trim.foot
        self.height = snap(bare) if self.on_grid else bare
        return width, self.height

    @property
    def least(self) -> float:
        """Two lines, and the margin; all where it does not split."""
        full = self.wrap(FULL, ROOM)[1]
        if self.whole or not self.body:
            return full
        return min(full, self._above + max(self.body[0].least, self._margin))

    def split(self, width: float, height: float) -> Sequence[rl.Flowable]:
        """Between paragraphs or between lines; the margin stays with the first part, unless no page can hold it."""
        del width
        room = height - self._above
        left: tuple[Text, ...] = self.left
        left_rest: tuple[Text, ...] = ()
        if self._margin > room:
            if self._margin <= ROOM - self._above:
                return []
            left, left_rest = _filled(self.left, room - max(self._shift, 0))
        head, rest = _filled(self.body, room)
        if not (head or left) or not (rest or left_rest) or (self.body and not head):
            return []
        first = Block(
            head,
            left,
            x=self.x,
            left_x=self.left_x,
            trim=replace(self.trim, foot=0, closing=False),
            place=self.place,
            before=self.spaceBefore,
        )
        first.on_grid = False
        trim = replace(self.trim, rule=None, top=self.trim.top if self.trim.tint else 0, mark=None)
        second = Block(rest, left_rest, x=self.x, left_x=self.left_x, trim=trim, after=self.spaceAfter)
        return [first, second]

    def draw(self) -> None:
        """What stands around the text, then margin and text."""
        canvas: ReportCanvas = self.canv
        if self.place is not None:
            canvas.mark_place(self.place, self.height)
        self._draw_trim(canvas)
        top = self.height - self._above
        if self.trim.mark is not None and self.body:
            draw_mark(canvas, self.trim.mark, self.left_x, top - self.body[0].base + 3.2)
        _draw_stack(canvas, self.left, self.left_x, top - self._shift, MARK_ROOM if self.trim.mark else 0)
        _draw_stack(canvas, self.body, self.x, top)

    def _draw_trim(self, canvas: ReportCanvas) -> None:
        trim = self.trim
        if trim.tint is not None:
            draw_tint(canvas, -BLEED, 0, FULL + 2 * BLEED, self.height, trim.tint)
        if trim.closing:
            draw_rule(canvas, -BLEED, 0, FULL + 2 * BLEED, Role.ACCENT, 0.8)
        if trim.rule is not None:
            draw_rule(canvas, 0, self.height, FULL, *trim.rule)


def _filled(texts: Sequence[Text], room: float) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """The paragraphs and lines that fit in ``room``, and the others."""
    head: list[Text] = []
    rest = list(texts)
    while rest and rest[0].wrap(0, room)[1] <= room:
        room -= rest[0].height
        head.append(rest.pop(0))
    if rest:
        parts = [part for part in rest[0].split(rest[0].measure, room) if isinstance(part, Text)]
        if len(parts) == 2:
            head.append(parts[0])
            rest[0] = parts[1]
    return tuple(head), tuple(rest)


def _draw_stack(canvas: ReportCanvas, texts: Sequence[Text], x: float, top: float, indent: float = 0) -> None:
    """Paragraphs from ``top`` down; the first is indented."""
    for number, entry in enumerate(texts):
        top -= entry.wrap(entry.measure, 0)[1]
        entry.drawOn(canvas, x if number else x + indent, top)


class FigureFlowable(Part):
    """A figure at the left of the frame."""

    def __init__(self, figure: Figure, after: float = 0) -> None:
        super().__init__(0, after)
        self.figure = figure

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Rounded up to the vertical unit."""
        del height
        self.width, self.height = width, snap(self.figure.height)
        return width, self.height

    def draw(self) -> None:
        """Its shapes, from the top down."""
        draw_figure(self.canv, self.figure, 0, self.height)


class Kept(rl.KeepTogether):
    """Platypus puts here what keeps with the next: all but the last stay whole, of the last its least part.

    reportlab's own keeps the last whole too, and so leaves half a page white before every longer table.
    """

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """More than any page: platypus then asks to split, which is where the decision falls."""
        del height
        return width, float(0xFFFFFF)

    def split(self, width: float, height: float) -> Sequence[rl.Flowable]:
        """The parts, after a break where too little room is left."""
        frame = self._frame
        parts = self._content
        needed = _least_together(parts, width)
        if needed > ROOM:
            needed = _least_together(parts[:2], width)
        parts[-1].keepWithNext = 0  # where nothing follows it, platypus would ask again without end
        turn = not frame._atTop and height < needed <= ROOM
        return [rl.FrameBreak() if turn else rl.NullActionFlowable(), *parts]


def _least_together(parts: Sequence[rl.Flowable], width: float) -> float:
    """Room that ``parts`` need at the foot of a page: all, and of the last its least part."""
    needed, after = 0.0, 0.0
    for number, part in enumerate(parts):
        gap = max(after, part.getSpaceBefore()) if number else 0
        last = number == len(parts) - 1
        height = getattr(part, "least", 0.0) if last else part.wrap(width, ROOM)[1]
        needed, after = needed + gap + height, part.getSpaceAfter()
    return max([needed, *(getattr(part, "wants", 0.0) for part in parts[:1])])
