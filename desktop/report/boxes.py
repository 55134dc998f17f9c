"""What a page is laid out from: boxes that know their height, may split, and draw themselves."""

from dataclasses import dataclass, replace
from typing import Self

from desktop.report.pen import Pen
from desktop.report.styles import AXIS, FULL, TextStyle, snap
from desktop.report.tree import Inline, Mark
from desktop.report.typeset import Line, set_text
from models.figures import Circle, Polygon, Role
from models.figures import Line as LineShape

__all__ = [
    "Box",
    "Flow",
    "Place",
    "SetLine",
    "Stack",
    "baseline_of",
    "draw_mark",
    "draw_stack",
    "stack",
    "stack_height",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A heading that the outline, the contents and the header of a page name."""

    key: str
    level: int
    label: str
    text: str

    @property
    def title(self) -> str:
        """Label and text."""
        return f"{self.label}  {self.text}" if self.label else self.text


@dataclass(frozen=True, kw_only=True)
class Box:
    """Base of all boxes.

    ``before``/``after``: least space around it; ``keeps``: stays with the start of the next box; ``sinks``: stands
    at the foot of the page; ``wants``: room that must be left when it starts, or it moves to the next page.
    """

    before: float = 0
    after: float = 0
    keeps: bool = False
    sinks: bool = False
    wants: float = 0
    place: Place | None = None

    @property
    def height(self) -> float:
        """Height in points."""
        return 0

    @property
    def least(self) -> float:
        """The smallest part of it that may stand at the foot of a page."""
        return self.height

    def split(self, room: float) -> tuple["Box", "Box"] | None:
        """It in two, the first at most ``room`` high; None where that cannot be."""
        del room
        return None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left of the frame's width at (x, y)."""

    def without_space(self) -> Self:
        """The same, without space around it."""
        return replace(self, before=0, after=0)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set line in a stack: ``gap`` above it, ``x`` from the left of the stack."""

    line: Line
    style: TextStyle
    gap: float = 0
    x: float = 0

    @property
    def height(self) -> float:
        """Gap and leading."""
        return self.gap + self.style.leading


Stack = tuple[SetLine, ...]


def stack(runs: Inline | str, style: TextStyle, measure: float, *, gap: float = 0, x: float = 0) -> Stack:
    """``runs`` broken into lines; ``gap`` stands above the first."""
    lines = set_text(runs, style, measure - x)
    return tuple(SetLine(line, style, gap if index == 0 else 0, x) for index, line in enumerate(lines))


def stack_height(lines: Stack) -> float:
    """The height of a stack."""
    return sum(line.height for line in lines)


def baseline_of(style: TextStyle) -> float:
    """From the top of a line to its base line: capitals stand in the middle of the leading."""
    return style.leading / 2 + 0.33 * style.size


def draw_stack(pen: Pen, lines: Stack, x: float, y: float, *, right: float | None = None) -> None:
    """Draw ``lines`` from (x, y) down; ``right``: the x at which they end, for numbers."""
    if not lines:
        return
    placed = []
    for entry in lines:
        left = x + entry.x if right is None else right - entry.line.width
        placed.append((entry.line, left, y + entry.gap + baseline_of(entry.style), entry.style))
        y += entry.height
    pen.lines(placed)


def draw_mark(pen: Pen, mark: Mark, x: float, middle: float) -> None:
    """A mark of about 8 points, its left at ``x``, its middle at the height ``middle``."""
    centre, radius = x + 4.2, 3.8
    if mark is Mark.WARNING:
        corners = ((x + 0.6, middle + 3.6), (x + 9.4, middle + 3.6), (x + 5, middle - 4.2))
        pen.shape(Polygon(corners, stroke=Role.BRICK, stroke_width=1.2))
        return
    pen.shape(Circle(centre, middle, radius, Role.INK if mark is Mark.FULL else Role.PAPER, Role.INK, 0.9))
    if mark is Mark.HALF:
        pen.shape(Polygon(_half_disc(centre, middle, radius), fill=Role.INK))
    if mark is Mark.STRUCK:
        pen.shape(LineShape(centre - 2.7, middle + 2.7, centre + 2.7, middle - 2.7, stroke_width=0.9))


_ARC = ((0, 1), (-0.383, 0.924), (-0.707, 0.707), (-0.924, 0.383), (-1, 0))


def _half_disc(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    below = [(x + radius * a, y + radius * b) for a, b in _ARC]
    return (*below, *((a, 2 * y - b) for a, b in reversed(below)))


@dataclass(frozen=True, kw_only=True)
class Flow(Box):
    """Lines on the axis, with lines or a mark in the margin beside the first.

    ``pad``: space between a rule and the text; ``rule``: its colour and weight, none for no rule; ``bullet``: a
    sign at ``bullet_x``.
    """

    right: Stack
    left: Stack = ()
    x: float = AXIS
    pad: float = 0
    rule: tuple[Role, float] | None = None
    mark: Mark | None = None
    bullet: str = ""
    bullet_style: TextStyle | None = None

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        return snap(self.pad + max(stack_height(self.right), self._margin))

    @property
    def _margin(self) -> float:
        return stack_height(self.left)

    @property
    def least(self) -> float:
        """Two lines, or all where it cannot split."""
        if len(self.right) < 4:
            return self.height
        return self.pad + max(stack_height(self.right[:2]), self._margin)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """At a line, with two lines or more on either side."""
        used, fits = self.pad, 0
        for line in self.right:
            used += line.height
            if used > room:
                break
            fits += 1
        fits = min(fits, len(self.right) - 2)
        if fits < 2 or self.pad + self._margin > room:
            return None
        head = replace(self, right=self.right[:fits], after=0)
        rest = replace(self, right=self.right[fits:], left=(), mark=None, bullet="", rule=None, pad=0, place=None)
        return head, replace(rest, before=0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Rule, margin, then text: the order in which it is read."""
        if self.rule is not None:
            pen.rule(x, y, FULL, *self.rule)
        y += self.pad
        shared = self.right[0].gap + baseline_of(self.right[0].style) if self.right else 0
        shift = shared - baseline_of(self.left[0].style) if self.left else 0
        indent = 14.0 if self.mark is not None else 0.0
        if self.mark is not None and self.right:
            draw_mark(pen, self.mark, x, y + shared - 3.2)
        if self.left:
            draw_stack(pen, self.left[:1], x + indent, y + shift)
            draw_stack(pen, self.left[1:], x, y + shift + self.left[0].height)
        if self.bullet and self.bullet_style is not None:
            pen.text(self.bullet, x + AXIS, y + shared, self.bullet_style)
        draw_stack(pen, self.right, x + self.x, y)

