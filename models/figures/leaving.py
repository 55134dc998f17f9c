"""What the others take over after a partner leaves, and what the exit sum pays of it: two bars a year.

Taken over is outlined and the exit sum is solid, so that the two differ without colour. The table holds all figures.
"""

from collections.abc import Iterator

from models.agreements.leaving_takeover import Takeover, TakeoverYear
from models.figures.figure import Figure, Twin
from models.figures.metrics import BODY, SMALL, fitted, text_width
from models.figures.shapes import Line, Rect, Role, Shape, Text, Weight
from models.wording.leaving import NOTHING, cents_words, cover_text

__all__ = ["leaving_figure"]

_BAR, _BETWEEN, _PAD = 15.0, 2.0, 6.0
_ROW = 2 * _BAR + _BETWEEN + 2 * _PAD
_NARROWEST = 220.0
_TITLE = "Overgenomen kosten en uittreedsom per jaar"
_EMPTY = "Er is nog niet uit te rekenen wat de anderen overnemen."


def leaving_figure(takeover: Takeover, width: float = 480.0) -> Figure:
    """Draw the years ``width`` points wide (at least 220). Amounts below zero have no bar, only their words."""
    width = max(width, _NARROWEST)
    left = max((text_width(str(row.year), BODY) for row in takeover.years), default=0.0) + 12
    most = max((amount for row in takeover.years for amount in (row.stranded_cents, row.exit_cents or 0)), default=0)
    shapes: list[Shape] = []
    for place, row in enumerate(takeover.years):
        top = place * _ROW
        shapes += _year(row, top, left, width, most)
        shapes.append(Line(0, top + _ROW, width, top + _ROW, Role.RULE, 0.8))
    height = max(len(takeover.years) * _ROW + 1, 1.0)
    return Figure(_TITLE, cover_text(takeover) or _EMPTY, width, height, tuple(shapes), _twin(takeover))


def _year(row: TakeoverYear, top: float, left: float, width: float, most: int) -> Iterator[Shape]:
    first = top + _PAD
    yield Text(0, top + _ROW / 2 + BODY * 0.35, str(row.year), BODY, Weight.SEMIBOLD)
    words = f"overgenomen {cents_words(row.stranded_cents)}"
    yield from _bar(words, row.stranded_cents, first, left, width, most, solid=False)
    if row.exit_cents is not None:
        words = f"uittreedsom {cents_words(row.exit_cents)}"
        yield from _bar(words, row.exit_cents, first + _BAR + _BETWEEN, left, width, most, solid=True)


def _bar(words: str, amount: int, y: float, left: float, right: float, most: int, *, solid: bool) -> Iterator[Shape]:
    """A bar with its words inside, or beside it where they do not fit."""
    across = right - left
    length = across * max(amount, 0) / most if most > 0 else 0.0
    wide = text_width(words, SMALL) + 12
    inside = length >= wide
    if not inside and length + wide > across:
        length = max(across - wide, 0.0)  # a little too short rather than under its own words
    if length > 0.5 and solid:
        yield Rect(left, y, length, _BAR, Role.ACCENT)
    elif length > 0.5:
        yield Rect(left + 0.6, y + 0.6, max(length - 1.2, 0.3), _BAR - 1.2, Role.PAPER, Role.ACCENT, 1.2)
    x = left + 6 if inside else left + length + (6 if length > 0.5 else 0)
    ink = Role.PAPER if solid and inside else Role.INK
    yield Text(x, y + _BAR / 2 + SMALL * 0.35, fitted(words, SMALL, right - x), SMALL, fill=ink)


def _twin(takeover: Takeover) -> Twin:
    head = ("Jaar", "De anderen nemen over", "Uittreedsom", "Blijft ongedekt")
    rows = tuple(
        (
            str(row.year),
            cents_words(row.stranded_cents),
            NOTHING if row.exit_cents is None else cents_words(row.exit_cents),
            NOTHING if row.uncovered_cents is None else cents_words(row.uncovered_cents),
        )
        for row in takeover.years
    )
    return Twin(head, rows)
