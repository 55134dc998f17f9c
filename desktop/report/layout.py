"""From boxes to pages, in one pass: everything is placed before anything is drawn.

So the number of pages and the page of each chapter are known when the first page is drawn.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.report.boxes import Box, Place
from desktop.report.styles import ROOM

__all__ = ["NewPage", "Page", "Pages", "paginate"]

_SLACK = 0.01


@dataclass(frozen=True, kw_only=True)
class NewPage(Box):
    """What follows starts on a new page."""


@dataclass(slots=True)
class Page:
    """The boxes of one page with their distance from the top of the frame."""

    boxes: list[tuple[Box, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages; ``places``: page (from 1), distance from the top, heading."""

    pages: tuple[Page, ...]
    places: tuple[tuple[int, float, Place], ...]

    def page_of(self, key: str) -> int:
        """The page on which the heading ``key`` stands."""
        return next(page for page, _, place in self.places if place.key == key)

    def chapter_on(self, page: int) -> Place | None:
        """The chapter that the top of ``page`` belongs to, or the first that starts on it."""
        chapters = [(number, top, place) for number, top, place in self.places if place.level == 1]
        starting = next(((top, place) for number, top, place in chapters if number == page), None)
        running = [place for number, _, place in chapters if number < page]
        if starting is not None and (starting[0] < 1 or not running):
            return starting[1]
        return running[-1] if running else None


def paginate(boxes: Iterable[Box]) -> Pages:
    """Place ``boxes`` in order; each box that splits fills its page."""
    layout = _Layout(boxes)
    while layout.queue:
        layout.place_next()
    places = tuple(
        (number, top, box.place)
        for number, page in enumerate(layout.pages, start=1)
        for box, top in page.boxes
        if box.place is not None
    )
    return Pages(tuple(layout.pages), places)


class _Layout:
    """The page being filled, and what still has to come."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self.queue = deque(boxes)
        self.pages = [Page()]
        self.y = 0.0
        self.after = 0.0

    @property
    def empty(self) -> bool:
        return not self.pages[-1].boxes

    def place_next(self) -> None:
        """Place the first box of the queue, or the part of it that fits, or go to a new page."""
        box = self.queue[0]
        if isinstance(box, NewPage):
            self.queue.popleft()
            if not self.empty:
                self._turn()
            return
        if not self.empty and self._too_little_room(box):
            self._turn()
            return
        self.queue.popleft()
        top = self._top(box)
        if top + box.height <= ROOM + _SLACK:
            self._put(box, max(top, ROOM - box.height) if box.sinks else top)
            return
        parts = box.split(ROOM - top)
        if parts is not None:
            self._put(parts[0], top)
            self.queue.appendleft(parts[1])
            self._turn()
        elif self.empty:
            self._put(box, top)  # nothing can be done: better over the edge than lost
        else:
            self.queue.appendleft(box)
            self._turn()

    def _top(self, box: Box) -> float:
        return 0.0 if self.empty else self.y + max(self.after, box.before)

    def _put(self, box: Box, top: float) -> None:
        self.pages[-1].boxes.append((box, top))
        self.y, self.after = top + box.height, box.after

    def _turn(self) -> None:
        self.pages.append(Page())
        self.y = self.after = 0.0

    def _too_little_room(self, box: Box) -> bool:
        """Whether ``box`` would be parted from what it belongs to, or begins too low on the page."""
        room = ROOM - self._top(box) + _SLACK
        if box.wants > room:
            return True
        if not box.keeps:
            return box.sinks and box.height > room
        needed = _chain(tuple(self.queue))
        return needed > room and needed <= ROOM


def _chain(boxes: Sequence[Box]) -> float:
    """The height of a run of boxes that keep with the next, and of the least part of that next."""
    needed, after = 0.0, 0.0
    for index, box in enumerate(boxes):
        gap = max(after, box.before) if index else 0
        if isinstance(box, NewPage):
            return needed
        if not box.keeps:
            return needed + gap + min(box.least, box.height)
        needed += gap + box.height
        after = box.after
    return needed
