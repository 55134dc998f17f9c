"""A search in one document: what was found, at which place one is, and where that stands on its page."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRectF

from desktop.preview.finding import Finder, Hit
from desktop.preview.pdf_pages import PdfPages

__all__ = ["Search"]


class Search:
    """Empty until :meth:`look_for`."""

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages
        self._finder = Finder(len(pages), pages.text)
        self.hits: tuple[Hit, ...] = ()
        self._by_page: dict[int, list[Hit]] = {}
        self._boxes: dict[int, list[tuple[QRectF, ...]]] = {}
        self._words, self._at = "", 0

    def look_for(self, words: str, page: int) -> None:
        """Find ``words``; one is at the first place on ``page`` or after it."""
        self._words = words.strip()
        self.hits = self._finder.find(words)
        self._by_page = {key: list(group) for key, group in groupby(self.hits, lambda hit: hit.page)}
        self._boxes = {}
        self._at = next((at for at, hit in enumerate(self.hits) if hit.page >= page), 0)

    def go(self, by: int) -> None:
        """To the next place (1) or the one before (-1); at an end it goes round."""
        if self.hits:
            self._at = (self._at + by) % len(self.hits)

    @property
    def here(self) -> Hit | None:
        """The place where one is."""
        return self.hits[self._at] if self.hits else None

    @property
    def said(self) -> str:
        """The outcome in words; empty where nothing is looked for."""
        if not self._words:
            return ""
        return f"{self._at + 1} van {len(self.hits)}" if self.hits else "Niet gevonden"

    def box(self) -> QRectF | None:
        """Where the place stands where one is, in points from the top left of its page."""
        hit = self.here
        found = self._boxes_on(hit.page)[self._by_page[hit.page].index(hit)] if hit is not None else ()
        return found[0] if found else None

    def marks(self, page: int) -> Sequence[tuple[QRectF, bool]]:
        """All places on a page, and whether each is where one is."""
        here = self.here
        hits = self._by_page.get(page, [])
        if not hits:
            return ()
        return [(box, hit is here) for hit, boxes in zip(hits, self._boxes_on(page), strict=True) for box in boxes]

    def _boxes_on(self, page: int) -> list[tuple[QRectF, ...]]:
        if page not in self._boxes:
            ranges = [(hit.start, hit.count) for hit in self._by_page.get(page, [])]
            self._boxes[page] = self._pages.boxes(page, ranges)
        return self._boxes[page]
