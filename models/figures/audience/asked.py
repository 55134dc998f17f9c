"""A question on the beamer, with its scale."""

from collections.abc import Iterator
from typing import NamedTuple

from models.figures.audience.flow import Area, Block, Drawn, Item, flowed, height_of, placed_items, shrunk
from models.figures.audience.frame import Frame
from models.figures.audience.sheet import GAP, Sheet, block_height, broken, lines_of, whole_words
from models.figures.shapes import Anchor, Circle, Line, Role, Shape, Text, Weight
from models.workshop.pages import Asked

__all__ = ["asked_sheets"]

_QUESTION, _HELP, _STOP, _RADIUS, _WORD = 84.0, 41.0, 60.0, 66.0, 41.0
_AIR, _UNDER = 24.0, 20.0
_MOST_LINES = 4
_ANCHORS = (Anchor.START, Anchor.MIDDLE, Anchor.END)


def asked_sheets(page: Asked, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """The shapes of each sheet: one, or more where question and scale do not fit on one."""
    area = frame.area
    scale = _scale_items(page, sheet)
    room = area.height - _AIR - height_of(scale) - 2 * GAP
    question = shrunk(lambda share: _question(page, sheet, share), lambda items: height_of(items) <= room)
    used = height_of(question) + height_of(scale) + GAP
    if used <= area.height:
        air = min(_AIR, area.height - used)
        spare = area.height - used - air
        yield (
            *frame.shapes,
            *placed_items(question, area.left, area.top + air, area.width),
            *placed_items(scale, area.left, area.bottom - height_of(scale) - spare * 0.55, area.width),
        )
        return
    yield from _on_more(page, sheet, area, frame, scale)


def _on_more(
    page: Asked, sheet: Sheet, area: Area, frame: Frame, scale: tuple[Item, ...]
) -> Iterator[tuple[Shape, ...]]:
    """First the question with its stops, so that people can answer; then what the stops mean."""
    stops = _bare_scale(page, sheet, GAP)
    room = area.height - stops.height - GAP
    large = shrunk(lambda share: _question(page, sheet, share), lambda items: height_of(items) <= room)
    first = large if height_of(large) <= room else large[:1]
    if height_of(first) > room:
        yield from flowed((*large[:-1], large[-1]._replace(gap=GAP), *scale), area, frame.shapes)
        return
    yield (
        *frame.shapes,
        *placed_items((*first[:-1], first[-1]._replace(gap=GAP), stops), area.left, area.top, area.width),
    )
    # Words in columns need their stops above them; lines begin with the number themselves.
    meant = scale[1:] if len(scale) > 1 else scale if any(page.words) else ()
    rest = (one._replace(gap=GAP) for one in large[len(first) :])
    yield from flowed((*rest, *meant), area, frame.shapes)


def _question(page: Asked, sheet: Sheet, share: float) -> tuple[Block, ...]:
    size, small = sheet.size(_QUESTION * share), sheet.size(_HELP * min(1.0, share * 1.2))
    asked = Block(broken(page.question, size, sheet.room), size, Weight.SEMIBOLD, gap=12)
    if not page.help:
        return (asked,)
    return (asked, Block(broken(page.help, small, sheet.room), small, fill=Role.GREY))


# --- the scale


class _Words(NamedTuple):
    """The words at three stops, in columns below them."""

    columns: tuple[tuple[str, ...], ...]
    size: float


def _scale_items(page: Asked, sheet: Sheet) -> tuple[Item, ...]:
    """The stops with their words below; words that are too long for that come as lines over the whole width."""
    radius = _radius(page, sheet)
    words = _in_columns(page, sheet)
    if words is not None:
        below = max(block_height(lines, words.size) for lines in words.columns)
        return (Drawn(2 * radius + _UNDER + below, lambda top: _scale(page, sheet, top, words)),)
    size = sheet.body
    told = [f"{stop}: {word}" for stop, word in zip(_marked(page), page.words, strict=True) if word]
    lines = tuple(Block(broken(text, size, sheet.room), size, gap=8) for text in told)
    return (_bare_scale(page, sheet, _UNDER), *lines)


def _bare_scale(page: Asked, sheet: Sheet, gap: float) -> Drawn:
    """The stops without words."""
    return Drawn(2 * _radius(page, sheet), lambda top: _scale(page, sheet, top, _Words((), 0)), gap)


def _in_columns(page: Asked, sheet: Sheet) -> _Words | None:
    room = sheet.room / 3 - 30
    for size in (sheet.size(_WORD), sheet.body):
        columns = tuple(broken(word, size, room) if word else () for word in page.words)
        short = all(len(lines) <= _MOST_LINES for lines in columns)
        if short and all(whole_words(word, size, room) for word in page.words):
            return _Words(columns, size)
    return None


def _marked(page: Asked) -> tuple[int, int, int]:
    return page.stops[0], page.stops[len(page.stops) // 2], page.stops[-1]


def _radius(page: Asked, sheet: Sheet) -> float:
    return min(_RADIUS * max(1.0, sheet.body / _STOP), sheet.room / len(page.stops) / 2 * 0.92)


def _scale(page: Asked, sheet: Sheet, top: float, words: _Words) -> Iterator[Shape]:
    radius = _radius(page, sheet)
    left, right, y = sheet.margin + radius, sheet.width - sheet.margin - radius, top + radius
    step = (right - left) / max(1, len(page.stops) - 1)
    yield Line(left, y, right, y, Role.EDGE, 3)
    size = max(sheet.body, min(_STOP, radius * 0.95))
    for number, stop in enumerate(page.stops):
        x = left + number * step
        yield Circle(x, y, radius, Role.PAPER, Role.INK, 3)
        yield Text(x, y + size * 0.33, str(stop), size, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)
    places = (sheet.margin, sheet.width / 2, sheet.width - sheet.margin)
    for lines, anchor, x in zip(words.columns, _ANCHORS, places, strict=False):
        yield from lines_of(lines, x, top + 2 * radius + _UNDER, words.size, anchor=anchor)
