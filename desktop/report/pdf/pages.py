"""Filling pages with parts: what fits, what stays together, what goes on over the page."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice

from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.parts import Break, Part, least_together
from desktop.report.styles import FRAME_TOP, LINE, PAGE_HEIGHT, ROOM

__all__ = ["fill"]

_TOP = PAGE_HEIGHT - FRAME_TOP
_FOOT = _TOP - ROOM
_FUZZ = 1e-6
_WHITE = 6 * LINE
"""Less than this is no gap."""


def fill(canvas: ReportCanvas, parts: Iterable[Part], close: Callable[[], None], told: Callable[[int], object]) -> None:
    """Draw ``parts`` on as many pages as they need, at least one.

    ``close``: draws what stands on every page; ``told``: hears at each page how many parts are left.
    """
    _Filler(canvas, deque(parts), close, told).run()


class _Filler:
    def __init__(
        self, canvas: ReportCanvas, queue: deque[Part], close: Callable[[], None], told: Callable[[int], object]
    ) -> None:
        self._canvas, self._queue, self._close, self._told = canvas, queue, close, told
        self._y, self._after, self._at_top = _TOP, 0.0, True
        self._waiting: Part | None = None
        self._turned = False

    def run(self) -> None:
        together = 0
        while self._queue:
            if together <= 0:
                together = self._group()
            part = self._queue.popleft()
            if isinstance(part, Break):
                self._turn()
                together = 0
                continue
            if self._place(part):
                together -= 1
        self._finish_page()

    def _group(self) -> int:
        """How many parts stay together from here; a new page first if they have no room on this one."""
        count = 1
        while count < len(self._queue) and self._queue[count - 1].keeps:
            count += 1
        if count == 1:
            return 1
        group = [self._queue[place] for place in range(count)]
        if isinstance(group[-1], Break):
            group.pop()
        needed = least_together(group)
        if needed > ROOM:
            needed = least_together(group[:2])
        if not self._at_top and self._room(group[0]) < needed <= ROOM:
            if self._bring_forward(count):
                return self._group()
            self._next_page()
        return count

    def _bring_forward(self, count: int) -> bool:
        """Move what follows a figure that has no room before it, if it is of the same chapter and fills the gap.

        Another section only on the page where the figure should have stood, so that it never strays far.
        """
        if self._y - _FOOT < _WHITE or not self._queue[0].floats:
            return False
        if self._waiting is not self._queue[0]:
            self._waiting, self._turned = self._queue[0], False
        group = self._following(count)
        if not group or least_together(group) > self._room(group[0]) + _FUZZ:
            return False
        if group[-1].tail:
            group.append(self._queue[count + len(group)])  # its note
        for part in group:
            self._queue.remove(part)
        self._queue.extendleft(reversed(group))
        return True

    def _following(self, count: int) -> list[Part]:
        """The parts that stay together after the first ``count``; none where they must not go before a figure."""
        group: list[Part] = []
        for part in islice(self._queue, count, None):
            if part.wants or part.sinks or part.floats or isinstance(part, Break) or (part.heads and self._turned):
                return []
            group.append(part)
            if not part.keeps:
                return group
        return []

    def _room(self, part: Part) -> float:
        gap = 0.0 if self._at_top else max(part.before, self._after)
        return self._y - _FOOT - gap

    def _place(self, part: Part) -> bool:
        """Draw ``part``, or as much of it as fits; whether all of it was drawn."""
        room = self._room(part)
        if part.height + part.tail <= room + _FUZZ:
            self._draw(part, room)
            return True
        if part.height <= room:
            room -= part.tail  # what belongs under it would stand alone on the next page
        halves = (
            part.split(room) if room > 0 and not (part.whole and not self._at_top and part.height <= ROOM) else None
        )
        room = self._room(part)
        if halves is not None:
            self._draw(halves[0], room)
            self._queue.appendleft(halves[1])
        elif self._at_top:
            self._draw(part, room)
            return True
        else:
            self._queue.appendleft(part)
        self._next_page()
        return False

    def _draw(self, part: Part, room: float) -> None:
        top = _FOOT + (part.height if part.sinks and not self._at_top else room)
        part.draw(self._canvas, top)
        self._y, self._after, self._at_top = top - part.height, part.after, False

    def _turn(self) -> None:
        if not self._at_top:
            self._next_page()

    def _next_page(self) -> None:
        self._finish_page()
        self._y, self._after, self._at_top, self._turned = _TOP, 0.0, True, True

    def _finish_page(self) -> None:
        self._close()
        self._canvas.showPage()
        self._told(len(self._queue))
