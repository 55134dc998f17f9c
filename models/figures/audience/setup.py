"""A netwerkopstelling on the beamer: who stands where, looks where, and is connected with whom."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.figures.audience.flow import Area, Block, Drawn, Item, flowed, height_of, placed_items, shrunk
from models.figures.audience.frame import Frame
from models.figures.audience.listed import title_block
from models.figures.audience.sheet import GAP, Sheet, block_height, broken
from models.figures.audience.standing import Standing, named, numbered
from models.figures.shapes import Rect, Role, Shape, Weight
from models.workshop.pages import Board, Setup

__all__ = ["setup_sheets"]

_TITLE = 56.0
_BESIDE = 1.3
"""From this shape of the room on, two boards stand beside each other."""
_LEAST_WIDE, _LEAST_HIGH = 11.0, 6.0
"""Of a board, in sizes of running text: else each board has a sheet of its own."""


class _Place(NamedTuple):
    """Where a board stands, with its figurines."""

    area: Area
    caption: Block | None
    standing: Standing


def setup_sheets(page: Setup, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """The boards on one sheet where they can be. Names that do not fit beside come as a list, with numbers."""
    area = frame.area
    title = shrunk(
        lambda share: title_block(page.title, sheet, share, _TITLE),
        lambda block: height_of((block,)) <= area.height * 0.15,
    )
    begin, here = frame.shapes, area
    if page.title and height_of((title,)) <= area.height * 0.3:
        begin = (*frame.shapes, *placed_items((title,), area.left, area.top, area.width))
        here = area._replace(top=area.top + height_of((title,)) + 12)
    elif page.title:
        yield from flowed((title,), area, frame.shapes)
    groups = _grouped(page.boards, sheet, here)
    if not groups:
        yield from (begin,) if begin is not frame.shapes or not page.title else ()
    for group in groups:
        yield from _boards(group, sheet, here, area, begin, frame.shapes)


def _grouped(boards: tuple[Board, ...], sheet: Sheet, area: Area) -> tuple[tuple[Board, ...], ...]:
    """Which boards stand on a sheet together."""
    if len(boards) < 2:
        return (boards,) if boards else ()
    parts = _divided(area, min(len(boards), 2))
    roomy = all(part.width >= _LEAST_WIDE * sheet.body and part.height >= _LEAST_HIGH * sheet.body for part in parts)
    if not roomy:
        return tuple((board,) for board in boards)
    return tuple(boards[at : at + 2] for at in range(0, len(boards), 2))


def _divided(area: Area, count: int) -> tuple[Area, ...]:
    """Beside each other, or under each other where the room is high."""
    if count == 1:
        return (area,)
    if area.width / area.height >= _BESIDE:
        width = (area.width - GAP) / 2
        return area._replace(width=width), area._replace(left=area.left + width + GAP, width=width)
    height = (area.height - GAP / 2) / 2
    return area._replace(bottom=area.top + height), area._replace(top=area.bottom - height)


def _boards(
    boards: tuple[Board, ...], sheet: Sheet, here: Area, whole: Area, begin: Sequence[Shape], frame: Sequence[Shape]
) -> Iterator[tuple[Shape, ...]]:
    names = _numbers(boards)
    places = [
        _place(board, part, sheet, None) for board, part in zip(boards, _divided(here, len(boards)), strict=True)
    ]
    if all(place is not None for place in places):
        yield (*begin, *(shape for place in places if place is not None for shape in _drawn(place, sheet)))
        return
    # With more than a few people the same numbers stand on both boards, with one list of who they are.
    listed = _listed(names, sheet)
    beside = _with_list(boards, sheet, here, names, listed) if len(boards) == 1 else None
    if beside is not None:
        yield (*begin, *beside)
        return
    shown = [
        _place(board, part, sheet, names) for board, part in zip(boards, _divided(here, len(boards)), strict=True)
    ]
    yield (*begin, *(shape for place in shown if place is not None for shape in _drawn(place, sheet)))
    yield from flowed(_in_columns(listed, sheet, whole), whole, frame)


def _numbers(boards: tuple[Board, ...]) -> dict[str, str]:
    """The name of each key, in the order of their numbers."""
    return {one.key: one.name for board in boards for one in board.figurines}


def _place(board: Board, area: Area, sheet: Sheet, names: dict[str, str] | None) -> _Place | None:
    """The board in ``area``; with ``names`` by number, without those by name, None where names do not fit."""
    caption = Block(broken(board.caption, sheet.body, area.width), sheet.body, Weight.SEMIBOLD) if board.caption else None
    high = block_height(caption.lines, caption.size) + 6 if caption is not None else 0.0
    inside = area._replace(top=area.top + high)
    if caption is not None and inside.height < _LEAST_HIGH * sheet.body * 0.6:
        return None
    if names is None:
        standing = named(board, inside, sheet)
        return _Place(inside, caption, standing) if standing is not None else None
    numbers = {key: str(number) for number, key in enumerate(names, 1)}
    return _Place(inside, caption, numbered(board, inside, sheet, numbers))


def _drawn(place: _Place, sheet: Sheet) -> Iterator[Shape]:
    area = place.area
    if place.caption is not None:
        top = area.top - block_height(place.caption.lines, place.caption.size) - 6
        yield from placed_items((place.caption,), area.left, top, area.width)
    yield Rect(area.left, area.top, area.width, area.height, Role.PAPER, Role.RULE, 2, radius=8)
    yield from place.standing.shapes


# --- the list of names


def _listed(names: dict[str, str], sheet: Sheet) -> tuple[str, ...]:
    return tuple(f"{number} {name}" for number, name in enumerate(names.values(), 1))


def _with_list(
    boards: tuple[Board, ...], sheet: Sheet, area: Area, names: dict[str, str], listed: tuple[str, ...]
) -> tuple[Shape, ...] | None:
    """One board with its names at the right; None where those do not stand there."""
    width = area.width * 0.3
    if not all(len(broken(text, sheet.body, width)) <= 2 for text in listed):
        return None
    lines = [Block(broken(text, sheet.body, width), sheet.body, gap=4) for text in listed]
    if height_of(lines) > area.height:
        return None
    left = area.left + area.width - width
    place = _place(boards[0], area._replace(width=area.width - width - GAP), sheet, names)
    if place is None:
        return None
    return (*_drawn(place, sheet), *placed_items(lines, left, area.top, width))


def _in_columns(listed: tuple[str, ...], sheet: Sheet, area: Area) -> tuple[Item, ...]:
    """The names in as many columns as hold each on a line, in rows; else under each other."""
    size = sheet.body
    most = max((len(broken(text, size, area.width)) for text in listed), default=1)
    longest = max((_width(text, size) for text in listed), default=1.0) + GAP
    count = max(1, int((area.width + GAP) / longest)) if most == 1 else 1
    if count == 1:
        return tuple(Block(broken(text, size, area.width), size, gap=6) for text in listed)
    high = -(-len(listed) // count)
    return tuple(
        Drawn(block_height(("",), size), _line_of(listed[at::high], area, count, size), gap=6) for at in range(high)
    )


def _width(text: str, size: float) -> float:
    from models.figures.audience.sheet import wide

    return wide(text, size)
