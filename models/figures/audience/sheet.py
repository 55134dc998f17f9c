"""The sheet that every page is drawn on: its size, its sizes of type, and text that is never cut off."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.figures.metrics import text_width
from models.figures.shapes import Anchor, Role, Shape, Text, Weight

__all__ = ["HEIGHT", "Sheet", "block_height", "broken", "fitting", "lines_of", "split"]

HEIGHT = 1000.0
"""Of a page; 34 is then 3.4 percent, the least that running text may be."""
_BODY, _LEAD = 34.0, 1.32
_SMALLER = 0.93


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


def broken(text: str, size: float, room: float) -> tuple[str, ...]:
    """``text`` in lines of ``room``, all of it: a word without end is broken where the line ends."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if text_width(joined, size) <= room:
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
        wide = text_width(sign, size)
        if pieces[-1] and used + wide > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += sign
        used += wide
    return pieces


def fitting(text: str, room: float, height: float, largest: float, smallest: float) -> tuple[float, tuple[str, ...]]:
    """The largest size, not below ``smallest``, at which ``text`` stands in ``room`` by ``height``; and its lines.

    At ``smallest`` the lines may be higher than that: :func:`split` puts the rest on a next sheet.
    """
    size = max(largest, smallest)
    while True:
        lines = broken(text, size, room)
        if size <= smallest or len(lines) * size * _LEAD <= height:
            return size, lines
        size = max(smallest, size * _SMALLER)


def split(lines: Sequence[str], size: float, height: float) -> tuple[tuple[str, ...], ...]:
    """Lines in parts of ``height``; at least one line each, and one part at least."""
    most = max(1, int(height / (size * _LEAD)))
    return tuple(tuple(lines[at : at + most]) for at in range(0, len(lines), most)) or ((),)


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
            yield Text(x, top + size * (number * _LEAD + 1.0), line, size, weight, fill, anchor)


def block_height(lines: Sequence[str], size: float) -> float:
    """The height of lines under each other."""
    return len(lines) * size * _LEAD
