"""A netwerkopstelling on the beamer: who stands where, looks where, and is connected with whom."""

from collections.abc import Iterator, Sequence
from functools import partial

from models.figures.audience.flow import Area, Block, Drawn, Item, flowed, height_of, placed_items, shrunk
from models.figures.audience.frame import Frame
from models.figures.audience.listed import title_block
from models.figures.audience.sheet import GAP, LEAD, Sheet, block_height, broken, lines_of, whole_words, wide
from models.figures.audience.standing import named, numbered
from models.figures.shapes import Rect, Role, Shape, Weight
from models.workshop.pages import Board, Setup

__all__ = ["setup_sheets"]

_TITLE = 56.0
_BESIDE = 1.3
"""From this shape of the room on, two boards stand beside each other."""
_LEAST_WIDE, _LEAST_HIGH = 11.0, 7.0
"""Of a board, in sizes of running text: else each board has a sheet of its own."""
_CAPTION_LINES = 1
_LIST = 0.3
_SPACE = 6.0

_Names = dict[tuple[str, str], str]
"""The number of who has this key and name: the same on all boards."""


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
    if not groups and (begin is not frame.shapes or not page.title):
        yield begin
    for group in groups:
        yield from _boards(group, sheet, here, area, begin, frame.shapes)


def _grouped(boards: tuple[Board, ...], sheet: Sheet, area: Area) -> tuple[tuple[Board, ...], ...]:
    """Which boards stand on a sheet together."""
    parts = _divided(area, min(len(boards), 2))
    roomy = all(part.width >= _LEAST_WIDE * sheet.body and part.height >= _LEAST_HIGH * sheet.body for part in parts)
    together = 2 if roomy else 1
    return tuple(boards[at : at + together] for at in range(0, len(boards), together))


def _divided(area: Area, count: int) -> tuple[Area, ...]:
    """Beside each other, or under each other where the room is high."""
    if count < 2:
        return (area,)
    if area.width / area.height >= _BESIDE:
        width = (area.width - GAP) / 2
        return area._replace(width=width), area._replace(left=area.left + width + GAP, width=width)
    return _under_each_other(area)


def _under_each_other(area: Area) -> tuple[Area, ...]:
    height = (area.height - GAP / 2) / 2
    return area._replace(bottom=area.top + height), area._replace(top=area.bottom - height)


def _boards(
    boards: tuple[Board, ...], sheet: Sheet, here: Area, whole: Area, begin: Sequence[Shape], frame: Sequence[Shape]
) -> Iterator[tuple[Shape, ...]]:
    """The sheets of boards that stand together: by name, or by number with one list of who they are."""
    parts = _divided(here, len(boards))
    long = [
        board.caption
        for board, part in zip(boards, parts, strict=False)
        if len(broken(board.caption, sheet.body, part.width)) > _CAPTION_LINES
    ]
    if long:
        yield from flowed(
            [Block(broken(text, sheet.body, whole.width), sheet.body, gap=GAP) for text in long], whole, frame
        )
        boards = tuple(board._replace(caption="" if board.caption in long else board.caption) for board in boards)
    for ways in (parts, _under_each_other(here)) if len(boards) > 1 else (parts,):
        drawn = [_board(board, part, sheet, None) for board, part in zip(boards, ways, strict=False)]
        if all(shapes is not None for shapes in drawn):
            yield (*begin, *(shape for shapes in drawn for shape in shapes or ()))
            return
    names = _numbered(boards)
    listed = tuple(f"{number} {name}" if number else name for (_, name), number in names.items())
    if len(boards) == 1 and (beside := _with_list(boards[0], sheet, here, names, listed)) is not None:
        yield (*begin, *beside)
        return
    shown = [_board(board, part, sheet, names) or () for board, part in zip(boards, parts, strict=False)]
    yield (*begin, *(shape for shapes in shown for shape in shapes))
    yield from flowed(_names_in_rows(listed, sheet, whole), whole, frame)


def _numbered(boards: tuple[Board, ...]) -> _Names:
    names: _Names = {}
    for board in boards:
        for one in board.figurines:
            names.setdefault((one.key, one.name), str(len(names) + 1))
    return names


def _board(board: Board, area: Area, sheet: Sheet, names: _Names | None) -> tuple[Shape, ...] | None:
    """The board in ``area``; with ``names`` by number, without those by name, None where names do not fit."""
    caption: tuple[Shape, ...] = ()
    high = 0.0
    if board.caption.split():
        caption = tuple(lines_of((board.caption,), area.left, area.top, sheet.body, weight=Weight.SEMIBOLD))
        high = sheet.body * LEAD + _SPACE
    inside = area._replace(top=area.top + high)
    if names is None:
        standing = named(board, inside, sheet)
    else:
        standing = numbered(board, inside, sheet, tuple(names[one.key, one.name] for one in board.figurines))
    if standing is None:
        return None
    edge = Rect(inside.left, inside.top, inside.width, inside.height, Role.PAPER, Role.RULE, 2, radius=8)
    return (*caption, edge, *standing)


# --- the list of names


def _with_list(
    board: Board, sheet: Sheet, area: Area, names: _Names, listed: tuple[str, ...]
) -> tuple[Shape, ...] | None:
    """One board with its names at the right; None where those do not stand there."""
    width = area.width * _LIST
    if not all(whole_words(text, sheet.body, width) for text in listed):
        return None
    lines = [Block(broken(text, sheet.body, width), sheet.body, gap=4) for text in listed]
    if height_of(lines) > area.height:
        return None
    left = area._replace(width=area.width - width - GAP)
    if len(broken(board.caption, sheet.body, left.width)) > _CAPTION_LINES:
        return None
    drawn = _board(board, left, sheet, names) or ()
    return (*drawn, *placed_items(lines, area.left + area.width - width, area.top, width))


def _names_in_rows(listed: tuple[str, ...], sheet: Sheet, area: Area) -> tuple[Item, ...]:
    """The names in as many columns as hold each on a line; else under each other."""
    size = sheet.body
    longest = max((wide(text, size) for text in listed), default=0.0) + GAP
    count = int((area.width + GAP) / longest)
    if count < 2:
        return tuple(Block(broken(text, size, area.width), size, gap=_SPACE) for text in listed)
    rows = (listed[at : at + count] for at in range(0, len(listed), count))
    high = block_height(("",), size)
    return tuple(Drawn(high, partial(_row, texts, area, area.width / count, size), _SPACE) for texts in rows)


def _row(texts: Sequence[str], area: Area, step: float, size: float, top: float) -> Iterator[Shape]:
    for number, text in enumerate(texts):
        yield from lines_of((text,), area.left + number * step, top, size)
