"""Paper to draw a form on: lines of text with tags, room for fields, pages that break between blocks.

Everything drawn is either in an element of the structure or an artifact. The fields themselves, the structure and
the properties are put in afterwards (:mod:`desktop.questionnaire.fields`, :mod:`desktop.questionnaire.tags`).
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from typing import Any

from desktop.report.fonts import base_face, faces_for, printable
from desktop.report.styles import COLOURS, FRAME_TOP, PAGE_HEIGHT, PAGE_WIDTH, ROOM, TextStyle
from models.figures import Anchor, Role, Weight

__all__ = ["Content", "Element", "Sheet", "Spot", "SpotKind", "lines_of"]

_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may break: all white space but that which binds."""

_MOST_BALANCED = 4
"""Lines; more is no display text."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page."""


class SpotKind(StrEnum):
    """What is filled in at a spot."""

    LINE = "line"
    AREA = "area"
    NUMBER = "number"
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class Spot:
    """Room for a field. ``label``: its name for assistive technology; ``state``: which button of a row it is."""

    kind: SpotKind
    field: str
    label: str
    page: int
    box: Box
    state: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: number ``mcid`` of page ``page``."""

    page: int
    mcid: int


@dataclass(slots=True)
class Element:
    """An element of the structure; an ``int`` among its parts is the number of a spot."""

    kind: str
    parts: list["Element | Content | int"] = field(default_factory=list)


class Sheet:
    """The pages under construction. ``y`` is the distance of the pen from the top of the page, downwards."""

    def __init__(self) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._file = BytesIO()
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=base_face(Weight.REGULAR).name,
            initialFontSize=10,
        )
        self.root = Element("Document")
        self.spots: list[Spot] = []
        self.page, self.y = 0, FRAME_TOP
        self._counts: list[int] = [0]
        self._open: list[Element] = [self.root]

    # --- pages

    @property
    def left_over(self) -> float:
        """How much room the page still has."""
        return FRAME_TOP + ROOM - self.y

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._canvas.showPage()
        self.page += 1
        self.y = FRAME_TOP
        self._counts.append(0)

    def bytes(self) -> bytes:
        """The PDF, as yet without fields, tags and properties."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    # --- structure

    @contextmanager
    def element(self, kind: str) -> Iterator[Element]:
        """What is drawn inside belongs to a new element of the structure."""
        made = Element(kind)
        self._open[-1].parts.append(made)
        self._open.append(made)
        yield made
        self._open.pop()

    @contextmanager
    def _marked(self) -> Iterator[None]:
        element, mcid = self._open[-1], self._counts[self.page]
        self._counts[self.page] += 1
        element.parts.append(Content(self.page, mcid))
        self._canvas.addLiteral(f"/{element.kind} <</MCID {mcid}>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def _artifact(self) -> Iterator[None]:
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    # --- drawing

    def text(
        self, given: str, x: float, top: float, width: float, style: TextStyle, side: Anchor = Anchor.START
    ) -> float:
        """Set ``given`` within ``width`` at ``top``, as part of the open element; returns its height."""
        lines = lines_of(given, style, width)
        with self._marked():
            self._lines(lines, x, top, width, style, side)
        return len(lines) * style.leading

    def running(self, given: str, x: float, top: float, width: float, style: TextStyle, side: Anchor) -> None:
        """One line that is no part of the text, such as a page number; cut where it has no room."""
        with self._artifact():
            self._lines(_one_line(given, style, width), x, top, width, style, side)

    def _lines(
        self, lines: tuple[str, ...], x: float, top: float, width: float, style: TextStyle, side: Anchor
    ) -> None:
        base = style.leading / 2 + 0.33 * style.size
        for number, line in enumerate(lines):
            parts = faces_for(line, style.weight)
            spare = width - sum(face.width(part, style.size) for face, part in parts)
            shift = {Anchor.START: 0.0, Anchor.MIDDLE: spare / 2, Anchor.END: spare}[side]
            pen = self._canvas.beginText(x + shift, PAGE_HEIGHT - top - number * style.leading - base)
            pen.setFillColor(_colour(style.colour))
            for face, part in parts:
                pen.setFont(face.name, style.size)
                pen.textOut(part)
            if number + 1 < len(lines):  # who reads the text aloud needs a space between two lines
                pen.textOut(" ")
            self._canvas.drawText(pen)

    def rule(self, x: float, top: float, width: float, role: Role = Role.RULE, thick: float = 0.5) -> None:
        """A line across."""
        with self._artifact():
            self._canvas.setStrokeColor(_colour(role))
            self._canvas.setLineWidth(thick)
            self._canvas.line(x, PAGE_HEIGHT - top, x + width, PAGE_HEIGHT - top)

    def _frame(self, box: Box, *, round_one: bool) -> None:
        left, bottom, right, top = box
        with self._artifact():
            self._canvas.setStrokeColor(_colour(Role.EDGE if not round_one else Role.INK))
            self._canvas.setLineWidth(0.8)
            if round_one:
                middle = (left + right) / 2, (bottom + top) / 2
                self._canvas.circle(*middle, (right - left) / 2 - 2.5, stroke=1, fill=0)
            else:
                self._canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)

    # --- fields

    def spot(
        self,
        kind: SpotKind,
        name: str,
        label: str,
        where: tuple[float, float, float, float],
        *,
        state: str = "",
        question: str = "",
    ) -> None:
        """Keep room for a field; ``where``: left, distance from the top of the page, width, height."""
        x, top, width, height = where
        box = (x, PAGE_HEIGHT - top - height, x + width, PAGE_HEIGHT - top)
        self._frame(box, round_one=kind is SpotKind.BUTTON)
        if kind is not SpotKind.BUTTON:  # what is typed keeps clear of its frame
            box = (box[0] + 3, box[1] + 1.5, box[2] - 3, box[3] - 1.5)
        with self.element("Form") as form:
            form.parts.append(len(self.spots))
        self.spots.append(Spot(kind, name, label, self.page, box, state, question or label))


@lru_cache(maxsize=32)
def _colour(role: Role) -> Any:
    from reportlab.lib.colors import Color

    code = COLOURS[role]
    return Color((code >> 16) / 255, (code >> 8 & 0xFF) / 255, (code & 0xFF) / 255)


def _width(text: str, style: TextStyle) -> float:
    return sum(face.width(part, style.size) for face, part in faces_for(text, style.weight))


def lines_of(given: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """``given`` in lines that fit in ``width``; a word that fits on no line is cut. Balanced where the style asks."""
    lines = _broken(given, style, width)
    if not style.balance or not 1 < len(lines) <= _MOST_BALANCED:
        return lines
    low, high = width / 2, width
    while high - low > 2:
        middle = (low + high) / 2
        tried = _broken(given, style, middle)
        if len(tried) > len(lines) or any(_width(word, style) > middle for word in _SPACES.split(given)):
            low = middle
        else:
            high, lines = middle, tried
    return lines


@lru_cache(maxsize=4096)
def _broken(given: str, style: TextStyle, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in filter(None, _SPACES.split(printable(given))):
        if lines and _width(f"{lines[-1]} {word}", style) <= width:
            lines[-1] += f" {word}"
            continue
        lines.extend(_cut(word, style, width))
    return tuple(lines)


def _cut(word: str, style: TextStyle, width: float) -> Iterator[str]:
    if _width(word, style) <= width:
        yield word
        return
    part, used = "", 0.0
    for sign in word:
        wide = _width(sign, style)
        if part and used + wide > width:
            yield part
            part, used = "", 0.0
        part, used = part + sign, used + wide
    yield part


def _one_line(given: str, style: TextStyle, width: float) -> tuple[str, ...]:
    lines = lines_of(given[:2000], style, width)
    if len(lines) < 2:
        return lines
    line = lines[0]
    while line and _width(f"{line}…", style) > width:
        line = line[:-1]
    return (f"{line.rstrip()}…",)
