"""The pages of a PDF as pictures and text, by pypdfium2. PDFium is not made for threads: all on the GUI thread."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QImage

__all__ = ["ContentsEntry", "PdfPages"]

_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents. ``level``: from 0; ``page``: from 0; ``top``: points from the top of that page."""

    title: str
    level: int
    page: int
    top: float


class PdfPages:
    """An open PDF. Call :meth:`close` before letting go of it; nothing of it may be used afterwards."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # loading it takes a tenth of a second

        self._library = pypdfium2
        self._pdf = pypdfium2.PdfDocument(data)
        self.sizes = tuple(QSizeF(*self._pdf.get_page_size(index)) for index in range(len(self._pdf)))
        self._texts: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Let go of the file."""
        self._pdf.close()

    def pixels(self, page: int, scale: float) -> tuple[int, int]:
        """Width and height of a page at ``scale`` pixels for each point."""
        size = self.sizes[page]
        return ceil(size.width() * scale), ceil(size.height() * scale)

    def picture(self, page: int, scale: float, part: QRect | None = None) -> QImage:
        """A page on white, or ``part`` of it, at ``scale`` pixels for each point."""
        raw = self._library.raw
        width, height = self.pixels(page, scale)
        box = part if part is not None else QRect(0, 0, width, height)
        image = QImage(box.width(), box.height(), QImage.Format.Format_RGB32)
        buffer = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
        made = self._library.PdfBitmap.new_native(
            box.width(), box.height(), raw.FPDFBitmap_BGRx, buffer=buffer, stride=image.bytesPerLine()
        )
        opened = self._pdf[page]
        try:
            made.fill_rect(_WHITE, 0, 0, box.width(), box.height())
            raw.FPDF_RenderPageBitmap(made, opened, -box.x(), -box.y(), width, height, 0, raw.FPDF_ANNOT)
        finally:
            opened.close()
            made.close()
        return image

    def text(self, page: int) -> str:
        """The signs of a page as PDFium has them: one for each of its own, U+FFFE where a word is broken off."""
        if page not in self._texts:
            opened = self._pdf[page]
            texts = opened.get_textpage()
            try:
                self._texts[page] = self._signs(texts)
            finally:
                texts.close()
                opened.close()
        return self._texts[page]

    def _signs(self, texts: Any) -> str:
        count = texts.count_chars()
        found = str(texts.get_text_range()) if count else ""
        if len(found) == count:
            return found
        # Signs outside the first plane, or ones that PDFium leaves out: ask for each.
        return "".join(chr(self._library.raw.FPDFText_GetUnicode(texts, index)) for index in range(count))

    def boxes(self, page: int, ranges: Sequence[tuple[int, int]]) -> list[tuple[QRectF, ...]]:
        """Where signs stand, line by line, in points from the top left of the page; ``ranges``: start and count."""
        height = self.sizes[page].height()
        opened = self._pdf[page]
        texts = opened.get_textpage()
        try:
            return [tuple(_box(texts.get_rect(at), height) for at in range(texts.count_rects(*one))) for one in ranges]
        finally:
            texts.close()
            opened.close()

    def contents(self) -> tuple[ContentsEntry, ...]:
        """The outline of the PDF, in order."""
        return tuple(entry for mark in self._pdf.get_toc() if (entry := self._entry(mark)) is not None)

    def _entry(self, mark: Any) -> ContentsEntry | None:
        place = mark.get_dest()
        page = place.get_index() if place is not None else None
        if page is None or page >= len(self):
            return None
        return ContentsEntry(mark.get_title(), mark.level, page, self._top(page, *place.get_view()))

    def _top(self, page: int, mode: int, numbers: list[float]) -> float:
        raw = self._library.raw
        at = {raw.PDFDEST_VIEW_XYZ: 1, raw.PDFDEST_VIEW_FITH: 0, raw.PDFDEST_VIEW_FITR: 3}.get(mode)
        if at is None or at >= len(numbers) or not numbers[at]:
            return 0.0
        return max(0.0, self.sizes[page].height() - numbers[at])


def _box(sides: tuple[float, float, float, float], height: float) -> QRectF:
    left, bottom, right, top = sides
    return QRectF(left, height - top, right - left, top - bottom)
