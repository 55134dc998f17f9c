"""The canvas of the report: text with its tags, where chapters start, and numbers that are known only at the end.

What is not known yet when a page is drawn (the number of pages, the page of a chapter) is drawn as a form of its
own, which PDF lets us define later. So the document is laid out once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from math import inf
from operator import attrgetter
from typing import Any

from desktop.report.pdf import rl
from desktop.report.pdf.drawing import draw_line_of_text, draw_rule, line_of_text
from desktop.report.pdf.encoding import Encoder, Placed, Stretch, stretches
from desktop.report.pdf.places import Place
from desktop.report.pdf.tags import Box, Element, Link, Marked
from desktop.report.pdf.words import one_line
from desktop.report.styles import FRAME_TOP, KIND, PAGE_HEIGHT, SEMI, SMALL, TextStyle
from models.figures import Anchor, Role

__all__ = ["ReportCanvas"]

_NUMBER = replace(SMALL, size=9, weight=SEMI, colour=Role.INK)
_ARTIFACT, _END = "/Artifact BMC", "EMC"
_SLACK = 1.0
_UNDER, _UNDERLINE = 1.8, 0.5
_HIGH, _LOW = 0.75, 0.25
"""Of its size above and below the base line: where a link can be clicked."""


class ReportCanvas(rl.Canvas):
    """reportlab's canvas with tags, places and late numbers."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.places: list[tuple[int, float, Place]] = []
        self._marked = 0
        self._encoder = Encoder(self._doc)
        self._pages: list[str] = []
        self._asked: list[str] = []
        self._running: dict[tuple[str, float, float, Anchor, TextStyle, float], str] = {}

    @property
    def page(self) -> int:
        """This page, from 0."""
        return self.getPageNumber() - 1

    def showPage(self) -> None:
        """Close the page."""
        super().showPage()
        self._marked = 0

    def mark_place(self, place: Place, top: float) -> None:
        """Note that ``place`` starts at the height ``top`` of this page, for outline, links and header."""
        self.places.append((self.page, top, place))

    @property
    def chapter(self) -> Place | None:
        """The chapter that the top of this page belongs to, or else the first that starts on it."""
        chapters = [entry for entry in self.places if entry[2].level == 1]
        starting = [entry for entry in chapters if entry[0] == self.page][:1]
        running = [place for page, _, place in chapters if page < self.page]
        if starting and (starting[0][1] > PAGE_HEIGHT - FRAME_TOP - _SLACK or not running):
            return starting[0][2]
        return running[-1] if running else None

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn belongs to ``element``."""
        self.addLiteral(self._opening(element))
        yield
        self.addLiteral(_END)

    @contextmanager
    def artifact(self, running: str = "") -> Iterator[None]:
        """What is drawn says nothing; ``running``: of a running line, ``Header`` or ``Footer``."""
        self.addLiteral(f"/Artifact <</Type/Pagination/Subtype/{running}>> BDC" if running else _ARTIFACT)
        yield
        self.addLiteral(_END)

    @contextmanager
    def spoken(self, words: str) -> Iterator[None]:
        """What is drawn, inside an element, is read as ``words``, which are ASCII."""
        self.addLiteral(f"/Span <</ActualText({words})>> BDC")
        yield
        self.addLiteral(_END)

    def _opening(self, element: Element) -> str:
        mark = Marked(self.page, self._marked)
        element.kids.append(mark)
        self._marked += 1
        return f"/{element.tag} <</MCID {mark.number}>> BDC"

    def show(self, element: Element | None, *placed: Placed) -> None:
        """Texts that are read after each other as content of ``element``; without one they say nothing."""
        for target, found in groupby(stretches(placed), key=attrgetter("target")):
            part = list(found)
            if target and element is not None:
                self._show_link(element.add("Link"), part, target)
            else:
                opening = _ARTIFACT if element is None else self._opening(element)
                self.addLiteral(f"{opening}\n{self._encoder.text(part)}\n{_END}")

    def speak(self, *placed: Placed) -> None:
        """Texts inside what is tagged already."""
        self.addLiteral(self._encoder.text(list(stretches(placed))))

    def _show_link(self, element: Element, part: list[Stretch], target: str) -> None:
        with self.tagged(element):
            self.addLiteral(self._encoder.text(part))
        with self.artifact():
            for stretch in part:
                draw_rule(self, stretch.x, stretch.y - _UNDER, stretch.width, Role.ACCENT, _UNDERLINE)
        words = one_line("".join(stretch.text.replace("\N{SOFT HYPHEN}", "") for stretch in part))
        element.kids.append(Link(self.page, tuple(map(_area, part)), words, address=target))

    def draw_running_line(
        self, given: str, x: float, y: float, style: TextStyle, anchor: Anchor = Anchor.START, room: float = inf
    ) -> None:
        """A line that many pages have in the same place, which is set once; see :func:`draw_line_of_text`."""
        key = (given, x, y, anchor, style, room)
        code = self._running.get(key)
        if code is None:
            code = self._running[key] = line_of_text(self, *key)
        self.addLiteral(code)

    def draw_page_number(self, x: float, y: float, word: str) -> None:
        """``pagina 4 van 13``, ending at ``x``; ``word``: what a page is called."""
        number = self.getPageNumber()
        self._pages.append(f"{word} {number}")
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

    def finish(self) -> None:
        """Fill in the numbers; after this nothing is drawn."""
        for number, words in enumerate(self._pages, start=1):
            self._define(f"page{number}", f"{words} van {len(self._pages)}", _NUMBER)
        found = {place.key: str(page + 1) for page, _, place in reversed(self.places)}
        for key in dict.fromkeys(self._asked):
            self._define(f"of-{key}", found.get(key, "–"), KIND)

    def _define(self, name: str, text: str, style: TextStyle) -> None:
        self.beginForm(name, -120, -4, 1, 12)
        draw_line_of_text(self, text, 0, 0, style, Anchor.END)
        self.endForm()


def _area(part: Stretch) -> Box:
    return (part.x, part.y - _LOW * part.size, part.x + part.width, part.y + _HIGH * part.size)
