"""Where pages stand in the view: one under another, in pixels of the screen."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRect, QSizeF

__all__ = ["ZOOMS", "Fit", "Sheets", "next_zoom", "sheets_of"]

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Sizes to choose; 1 is the size on paper."""


class Fit(StrEnum):
    """How large a page is: as wide as the view, wholly in it, or of a size that was chosen."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True)
class Sheets:
    """``boxes``: of the pages; ``width``, ``height``: of all; ``scale``: pixels for a point of paper."""

    boxes: tuple[QRect, ...]
    width: int
    height: int
    scale: float

    def within(self, top: int, bottom: int) -> range:
        """The pages of which something stands between ``top`` and ``bottom``."""
        tops = [box.top() for box in self.boxes]
        first = max(0, bisect_right(tops, top) - 1)
        if first < len(self.boxes) and self.boxes[first].bottom() < top:
            first += 1
        return range(first, max(first, bisect_right(tops, bottom)))

    def at(self, y: int) -> int:
        """The page at ``y``, or the one after the gap there; 0 where there is none."""
        found = self.within(y, self.height)
        return found[0] if found else max(0, len(self.boxes) - 1)


def sheets_of(sizes: Sequence[QSizeF], view: tuple[int, int], fit: Fit, scale: float, gap: int) -> Sheets:
    """Lay out pages of ``sizes`` (points) in a ``view`` of pixels; ``scale`` counts where the size is free."""
    if fit is not Fit.FREE and sizes:
        scale = _fitting(sizes, view, fit, gap)
    pixels = [(ceil(size.width() * scale), ceil(size.height() * scale)) for size in sizes]
    width = max([view[0], *(wide + 2 * gap for wide, _ in pixels)])
    boxes, y = [], gap
    for wide, high in pixels:
        boxes.append(QRect((width - wide) // 2, y, wide, high))
        y += high + gap
    return Sheets(tuple(boxes), width, max(y, view[1]), scale)


def _fitting(sizes: Sequence[QSizeF], view: tuple[int, int], fit: Fit, gap: int) -> float:
    wide = max(view[0] - 2 * gap, 40) / max(size.width() for size in sizes)
    high = max(view[1] - 2 * gap, 40) / max(size.height() for size in sizes)
    # Pages are rounded up to whole pixels: stay a trifle below, or a scroll bar comes and goes.
    return 0.9995 * (wide if fit is Fit.WIDTH else min(wide, high))


def next_zoom(now: float, by: int) -> float:
    """The next larger (1) or smaller (-1) size to choose."""
    if by > 0:
        return next((zoom for zoom in ZOOMS if zoom > now * 1.01), ZOOMS[-1])
    return next((zoom for zoom in reversed(ZOOMS) if zoom < now * 0.99), ZOOMS[0])
