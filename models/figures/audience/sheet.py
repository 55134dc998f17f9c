"""The sheet that every page is drawn on: its size, its sizes of type, and text that is never cut off."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from models.figures.metrics import text_width
from models.figures.shapes import Anchor, Role, Shape, Text, Weight

__all__ = ["GAP", "HEIGHT", "LEAD", "Sheet", "block_height", "broken", "lines_of", "whole_words", "wide"]

HEIGHT = 1000.0
"""Of a page; 34 is then 3.4 percent, the least that running text may be."""
GAP = 36.0
"""Between what stands on a page and the bands above and below it."""
LEAD = 1.32
"""Height of a line, in sizes of its type."""
_BODY = 34.0
_WIDER = frozenset("ÆŒĲæœĳ…—‰™©®½¼¾ŴẂẀẄΩΦΨ№")
_EXTRA = 0.45
"""What these signs are wider than the measure of all figures reckons, in sizes of the type."""


class Sheet(NamedTuple):
    """A page of a screen ``aspect`` times as wide as high; ``scale``: how much larger the room needs its type."""

    aspect: float
    scale: float = 1.0

    @property
    def width(self) -> float:
        """In the units of :data:`HEIGHT`."""
        return HEIGHT * self.aspect

    @property
    def margin(self) -> float:
        """Left and right, 7.4 percent of the height; less where the screen is narrow."""
        return min(74.0, self.width * 0.05)

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def body(self) -> float:
        """Running text."""
        return _BODY * self.scale

    def size(self, share: float) -> float:
        """Type that is usually ``share`` units: never smaller than running text."""
        return max(share, self.body)


def wide(text: str, size: float) -> float:
    """The width of ``text``, rather too much than too little: nothing may be cut off."""
    return _per_size(text) * size


@lru_cache(maxsize=8192)
def _per_size(text: str) -> float:
    # The same words are measured at each size that is tried, and again each second while the clock runs.
    return text_width(text, 1.0) + sum(sign in _WIDER for sign in text) * _EXTRA


@lru_cache(maxsize=4096)
def broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """``text`` in lines of ``room``, all of it: a word without end is broken where the line ends."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if wide(joined, size) <= room:
                line = joined
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, size, room)
            lines.extend(whole)
        lines.append(line)
    return tuple(lines)


def _pieces(word: str, size: float, room: float) -> list[str]:
    pieces, used = [""], 0.0
    for sign in word:
        more = wide(sign, size)
        if pieces[-1] and used + more > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += sign
        used += more
    return pieces


def whole_words(text: str, size: float, room: float) -> bool:
    """Whether no word of ``text`` needs to be broken in ``room``."""
    return all(wide(word, size) <= room for word in text.split())


def lines_of(
    lines: Sequence[str],
    x: float,
    top: float,
    size: float,
    *,
    weight: Weight = Weight.REGULAR,
    fill: Role = Role.INK,
    anchor: Anchor = Anchor.START,
) -> Iterator[Shape]:
    """Lines under each other from ``top``; each takes 1.32 times its size."""
    for number, line in enumerate(lines):
        if line:
            yield Text(x, top + size * (number * LEAD + 1.0), line, size, weight, fill, anchor)


def block_height(lines: Sequence[str], size: float) -> float:
    """The height of lines under each other."""
    return len(lines) * size * LEAD
