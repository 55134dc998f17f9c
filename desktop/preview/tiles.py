"""Pictures of pages, kept for as long as there is room; a page at four times its size is drawn in strips.

Strips are as wide as the page: PDFium cuts off letters that stand over the left edge of a picture.
"""

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.preview.pdf_pages import PdfPages

__all__ = ["MOST_BYTES", "MOST_DOTS", "Tiles"]

MOST_DOTS = 6_000_000
"""Of one picture: a page on a common screen is one."""

MOST_BYTES = 96 * 2**20
"""What is kept: more than what shows on a large screen."""


class Tiles:
    """The pictures of one document."""

    def __init__(self, pages: PdfPages, most_bytes: int = MOST_BYTES) -> None:
        self._pages, self._most, self.held = pages, most_bytes, 0
        self._kept: OrderedDict[tuple[int, float, int], QImage] = OrderedDict()

    def of(self, page: int, scale: float, shown: QRect) -> Iterator[tuple[QRect, QImage]]:
        """The strips of a page that cover ``shown`` (pixels within the page), each with its place in it."""
        width, height = self._pages.pixels(page, scale)
        inside = shown.intersected(QRect(0, 0, width, height))
        if inside.isEmpty():
            return
        high = max(128, MOST_DOTS // width)
        for at in range(inside.top() // high, inside.bottom() // high + 1):
            box = QRect(0, at * high, width, min(high, height - at * high))
            yield box, self._strip((page, scale, at), box)

    def _strip(self, key: tuple[int, float, int], box: QRect) -> QImage:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        page, scale, _ = key
        made = self._kept[key] = self._pages.picture(page, scale, box)
        self.held += made.sizeInBytes()
        while self.held > self._most and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self.held -= gone.sizeInBytes()
        return made
