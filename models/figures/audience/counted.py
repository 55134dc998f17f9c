"""The outcome of a round on the beamer: a dot per answer, the middle half, the median, and what to talk about."""

from collections.abc import Iterator

from models.figures.audience.frame import foot_of, head_of
from models.figures.audience.sheet import Sheet, block_height, broken, fitting, lines_of, split
from models.figures.metrics import text_width
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.workshop.pages import Counted, Distribution

__all__ = ["counted_sheets"]

_TITLE, _VERDICT, _TALK, _STOP = 56.0, 54.0, 44.0, 48.0
_GAP, _PAD = 36.0, 26.0
_BESIDE = 1.45
"""From this aspect on the words stand beside the figure; on a narrower screen they have a sheet of their own."""
_FIGURE = 0.65


def counted_sheets(page: Counted, sheet: Sheet, timer: str) -> Iterator[tuple[Shape, ...]]:
    """One sheet where all fits, else the figure first and the words on the next."""
    head, foot = head_of(sheet, page.part, page.place), foot_of(sheet, page.note, timer)
    frame = (*head.shapes, *foot.shapes)
    top, high = head.bottom + _GAP, foot.top - head.bottom - 2 * _GAP
    size, title = fitting(page.question, sheet.room, high * 0.22, _TITLE, sheet.body)
    first, *more = split(title, size, high * 0.3 if page.spread else high)
    for part in (first, *more) if more else ():
        yield (*frame, *lines_of(part, sheet.margin, top, size, weight=Weight.SEMIBOLD))
    shown = () if more else title
    above = block_height(shown, size) + (_GAP / 2 if shown else 0)
    begin = (*frame, *lines_of(shown, sheet.margin, top, size, weight=Weight.SEMIBOLD))
    figure_top, room = top + above, high - above
    wide = sheet.room * _FIGURE
    words = _words(page, sheet, sheet.room - wide - 2 * _GAP)
    beside = page.spread is not None and sheet.aspect >= _BESIDE and words is not None and words[1] <= room
    if beside and words is not None and page.spread is not None:
        x = sheet.margin + wide + 2 * _GAP
        yield (
            *begin,
            *_figure(page, page.spread, sheet, sheet.margin, figure_top, wide, room),
            Line(x - _GAP, figure_top, x - _GAP, figure_top + room, Role.RULE, 2),
            *_placed_words(words[0], x, figure_top),
        )
        return
    if page.spread is not None:
        yield (*begin, *_figure(page, page.spread, sheet, sheet.margin, figure_top, sheet.room, room))
        begin, figure_top, room = frame, top, high
    yield from _in_words(page, sheet, begin, figure_top, room)


_Block = tuple[tuple[str, ...], float, Weight, Role, bool]
"""Lines, their size and style, and whether they stand on the dark panel."""


def _words(page: Counted, sheet: Sheet, room: float) -> tuple[tuple[_Block, ...], float] | None:
    """The words beside the figure and their height; None where a word is wider than the column."""
    body, inside = sheet.body, room - 2 * _PAD
    blocks: list[_Block] = [
        (broken(page.answers, body, room), body, Weight.REGULAR, Role.GREY, False),
        (broken(page.verdict, sheet.size(_VERDICT), room), sheet.size(_VERDICT), Weight.SEMIBOLD, Role.INK, False),
        (broken(page.reason, body, room), body, Weight.REGULAR, Role.INK, False),
    ]
    if page.talk:
        blocks.append((broken(_HEAD, body, inside), body, Weight.SEMIBOLD, Role.POINTER, True))
        size = sheet.size(_TALK)
        blocks.append((broken(page.talk, size, inside), size, Weight.SEMIBOLD, Role.ON_DEEP, True))
    high = sum(block_height(lines, size) + 12 for lines, size, *_ in blocks) + (2 * _PAD + 16 if page.talk else 0)
    return (tuple(blocks), high) if inside > 6 * body else None


_HEAD = "Praat hierover"


def _placed_words(blocks: tuple[_Block, ...], x: float, top: float, width: float | None = None) -> Iterator[Shape]:
    dark = [block for block in blocks if block[4]]
    for lines, size, weight, fill, _ in (block for block in blocks if not block[4]):
        yield from lines_of(lines, x, top, size, weight=weight, fill=fill)
        top += block_height(lines, size) + 12
    if not dark:
        return
    top += 16
    high = sum(block_height(lines, size) + 6 for lines, size, *_ in dark) + 2 * _PAD
    wide = width if width is not None else _widest(dark) + 2 * _PAD
    yield Rect(x, top, wide, high, fill=Role.DEEP, radius=8)
    top += _PAD
    for lines, size, weight, fill, _ in dark:
        yield from lines_of(lines, x + _PAD, top, size, weight=weight, fill=fill)
        top += block_height(lines, size) + 6


def _widest(blocks: list[_Block]) -> float:
    return max(text_width(line, size) for lines, size, *_ in blocks for line in lines)


def _in_words(
    page: Counted, sheet: Sheet, begin: tuple[Shape, ...], top: float, room: float
) -> Iterator[tuple[Shape, ...]]:
    """The words over the full width, on as many sheets as they take."""
    texts = (page.answers, page.verdict, page.reason, f"{_HEAD}: {page.talk}" if page.talk else "")
    lines = [line for text in texts if text for line in (*broken(text, sheet.body, sheet.room), "")]
    for part in split(lines[:-1], sheet.body, room):
        yield (*begin, *lines_of(part, sheet.margin, top, sheet.body))


# --- the figure


def _figure(
    page: Counted, spread: Distribution, sheet: Sheet, left: float, top: float, width: float, height: float
) -> Iterator[Shape]:
    stops, body = page.stops, sheet.body
    ends = [broken(word, body, width / 2 - 20) for word in page.ends]
    number = sheet.size(_STOP)
    foot = number * 1.9 + max(block_height(lines, body) for lines in ends)
    line = top + height - foot
    step = width / len(stops)
    x_of = {stop: left + step * (place + 0.5) for place, stop in enumerate(stops)}
    most = max(spread.counts.values(), default=1)
    radius = min(28.0, step * 0.36, (line - top - 10) / most / 2.25)
    low, high = (left + step * (float(value) - stops[0] + 0.5) for value in (spread.low, spread.high))
    yield Rect(low - step * 0.4, top, high - low + step * 0.8, line - top, fill=Role.WASH, radius=8)
    yield Line(left, line, left + width, line, Role.EDGE, 3)
    for stop in stops:
        for place in range(spread.counts.get(stop, 0)):
            yield Circle(x_of[stop], line - radius * (1.3 + 2.25 * place), radius, Role.ACCENT)
    middle = left + step * (float(spread.median) - stops[0] + 0.5)
    yield _house(middle, line + 8, max(number * 0.8, 30), number * 1.5)
    for stop in stops:
        here = stop == spread.median
        yield Text(
            x_of[stop],
            line + 8 + number * 1.12,
            str(stop),
            number,
            Weight.SEMIBOLD,
            Role.ON_POINTER if here else Role.INK,
            Anchor.MIDDLE,
        )
    below = line + number * 1.9
    yield from lines_of(ends[0], left, below, body, fill=Role.GREY)
    yield from lines_of(ends[1], left + width, below, body, fill=Role.GREY, anchor=Anchor.END)


def _house(x: float, top: float, half: float, height: float) -> Polygon:
    """The pointer at the median, upwards."""
    roof = half * 0.5
    points = (
        (x, top),
        (x + half, top + roof),
        (x + half, top + height),
        (x - half, top + height),
        (x - half, top + roof),
    )
    return Polygon(points, Role.POINTER, Role.ON_POINTER, 3)
