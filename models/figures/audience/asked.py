"""A question on the beamer, with its scale."""

from collections.abc import Iterator

from models.figures.audience.frame import foot_of, head_of
from models.figures.audience.sheet import Sheet, block_height, broken, fitting, lines_of, split
from models.figures.shapes import Anchor, Circle, Line, Role, Shape, Text, Weight
from models.workshop.pages import Asked

__all__ = ["asked_sheets"]

_QUESTION, _STOP, _RADIUS = 84.0, 60.0, 66.0
_GAP = 36.0
_ANCHORS = (Anchor.START, Anchor.MIDDLE, Anchor.END)


def asked_sheets(page: Asked, sheet: Sheet, timer: str) -> Iterator[tuple[Shape, ...]]:
    """The shapes of each sheet: one, or more where question and scale do not fit on one."""
    head = head_of(sheet, page.part, page.place)
    foot = foot_of(sheet, page.note, timer, page.done, page.expected)
    frame = (*head.shapes, *foot.shapes)
    top, high = head.bottom + _GAP, foot.top - head.bottom - 2 * _GAP
    helped = broken(page.help, sheet.body, sheet.room) if page.help else ()
    words = _words(page, sheet)
    scale = 2 * _radius(page, sheet) + max(block_height(lines, _word_size(sheet)) for lines in words) + 20
    below = block_height(helped, sheet.body) + scale + 2 * _GAP
    size, lines = fitting(page.question, sheet.room, max(high - below, high * 0.3), _QUESTION, sheet.body)
    asked = block_height(lines, size)
    if asked + below <= high + 1:
        spare = high - asked - below
        yield (
            *frame,
            *lines_of(lines, sheet.margin, top, size, weight=Weight.SEMIBOLD),
            *lines_of(helped, sheet.margin, top + asked + 8, sheet.body, fill=Role.GREY),
            *_scale(page, sheet, foot.top - _GAP - scale - spare / 2, words),
        )
        return
    size = sheet.body
    whole = (*broken(page.question, size, sheet.room), *helped)
    for part in split(whole, size, high):
        yield (*frame, *lines_of(part, sheet.margin, top, size, weight=Weight.SEMIBOLD))
    if scale <= high:
        yield (*frame, *_scale(page, sheet, top + (high - scale) / 2, words))
        return
    meaning = [f"{stop}: {word}" for stop, word in zip(_marked(page), page.words, strict=True) if word]
    told = [line for text in meaning for line in broken(text, size, sheet.room)]
    for part in split(told, size, high):
        yield (*frame, *lines_of(part, sheet.margin, top, size))


def _marked(page: Asked) -> tuple[int, int, int]:
    return page.stops[0], page.stops[len(page.stops) // 2], page.stops[-1]


def _word_size(sheet: Sheet) -> float:
    return sheet.size(41)


def _words(page: Asked, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    return tuple(broken(word, _word_size(sheet), sheet.room / 3 - 20) if word else () for word in page.words)


def _radius(page: Asked, sheet: Sheet) -> float:
    return min(_RADIUS, sheet.room / len(page.stops) / 2 * 0.92)


def _scale(page: Asked, sheet: Sheet, top: float, words: tuple[tuple[str, ...], ...]) -> Iterator[Shape]:
    radius = _radius(page, sheet)
    left, right, y = sheet.margin + radius, sheet.width - sheet.margin - radius, top + radius
    step = (right - left) / (len(page.stops) - 1)
    yield Line(left, y, right, y, Role.EDGE, 3)
    size = max(sheet.body, min(_STOP, radius * 0.95))
    for number, stop in enumerate(page.stops):
        x = left + number * step
        yield Circle(x, y, radius, Role.PAPER, Role.INK, 3)
        yield Text(x, y + size * 0.34, str(stop), size, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)
    for lines, anchor, x in zip(
        words, _ANCHORS, (sheet.margin, sheet.width / 2, sheet.width - sheet.margin), strict=True
    ):
        yield from lines_of(lines, x, top + 2 * radius + 20, _word_size(sheet), anchor=anchor)
