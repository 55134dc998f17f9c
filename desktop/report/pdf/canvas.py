"""The canvas of the report: remembers where the chapters start, and fills in page numbers at the end.

What is not known yet when a page is drawn (the number of pages, the page of a chapter) is drawn as a form of its
own, which PDF lets us define later. So the document is laid out once.
"""

from dataclasses import replace
from typing import Any

from desktop.report.pdf import rl
from desktop.report.pdf.drawing import draw_line_of_text
from desktop.report.pdf.places import Place
from desktop.report.styles import FRAME_TOP, KIND, PAGE_HEIGHT, SEMI, SMALL, TextStyle
from models.figures import Anchor, Role

__all__ = ["ReportCanvas"]

_NUMBER = replace(SMALL, size=9, weight=SEMI, colour=Role.INK)
_SLACK = 1.0


class ReportCanvas(rl.Canvas):
    """reportlab's canvas with places and late numbers."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._places: list[tuple[int, bool, Place]] = []
        self._pages: list[int] = []
        self._asked: list[str] = []

    def mark_place(self, place: Place, y: float) -> None:
        """Note that ``place`` starts at the height ``y`` of this page, for outline, links and header."""
        top = self.absolutePosition(0, y)[1]
        at_top = top > PAGE_HEIGHT - FRAME_TOP - _SLACK
        self._places.append((self.getPageNumber(), at_top, place))
        if place.outline is not None:
            self.bookmarkHorizontalAbsolute(place.key, min(top + 14, PAGE_HEIGHT))
            self.addOutlineEntry(place.title, place.key, place.outline, place.outline > 0)

    @property
    def chapter(self) -> Place | None:
        """The chapter that the top of this page belongs to, or else the first that starts on it."""
        page = self.getPageNumber()
        chapters = [entry for entry in self._places if entry[2].level == 1]
        starting = [entry for entry in chapters if entry[0] == page][:1]
        running = [place for number, _, place in chapters if number < page]
        if starting and (starting[0][1] or not running):
            return starting[0][2]
        return running[-1] if running else None

    def draw_page_number(self, x: float, y: float) -> None:
        """``pagina 4 van 13``, ending at ``x``."""
        number = self.getPageNumber()
        self._pages.append(number)
        self._draw_late(f"page{number}", x, y)

    def draw_page_of(self, place: Place, x: float, y: float) -> None:
        """The page of ``place``, ending at ``x``."""
        self._asked.append(place.key)
        self._draw_late(f"of-{place.key}", x, y)

    def _draw_late(self, name: str, x: float, y: float) -> None:
        self.saveState()
        self.translate(x, y)
        self.doForm(name)
        self.restoreState()

    def save(self) -> None:
        """Fill in the numbers, then finish the file."""
        for number in self._pages:
            self._define(f"page{number}", f"pagina {number} van {len(self._pages)}", _NUMBER)
        found = {place.key: str(page) for page, _, place in self._places}
        for key in dict.fromkeys(self._asked):
            self._define(f"of-{key}", found.get(key, "–"), KIND)
        if self._places:
            self.showOutline()
        super().save()

    def _define(self, name: str, text: str, style: TextStyle) -> None:
        self.beginForm(name, -120, -4, 1, 12)
        draw_line_of_text(self, text, 0, 0, style, Anchor.END)
        self.endForm()
