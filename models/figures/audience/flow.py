"""Items under each other on a page, over as many sheets as they take: text, a dark panel, a drawing."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from models.figures.audience.sheet import LEAD, block_height, lines_of
from models.figures.shapes import Rect, Role, Shape, Weight

__all__ = ["Area", "Block", "Drawn", "Item", "Panel", "flowed", "height_of", "placed_items", "shrunk"]

_PAD = 26.0
_TOGETHER = 6
"""A text of so many lines is not torn apart where a next sheet holds it whole."""
_SLACK = 0.5
_Made = TypeVar("_Made")


class Area(NamedTuple):
    """Where a page may be drawn, in units of the sheet."""

    left: float
    top: float
    width: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Block(NamedTuple):
    """Lines in one style. ``gap``: the room below it, where something follows."""

    lines: tuple[str, ...]
    size: float
    weight: Weight = Weight.REGULAR
    fill: Role = Role.INK
    gap: float = 0.0


class Panel(NamedTuple):
    """Blocks on a dark plane."""

    blocks: tuple[Block, ...]
    gap: float = 0.0


class Drawn(NamedTuple):
    """Something of ``height`` that ``draw`` draws from a top on; it is never torn apart."""

    height: float
    draw: Callable[[float], Iterable[Shape]]
    gap: float = 0.0


Item = Block | Panel | Drawn


def height_of(items: Sequence[Item]) -> float:
    """Of the items under each other."""
    return sum(_height(item) for item in items) + sum(item.gap for item in items[:-1])


def _height(item: Item) -> float:
    match item:
        case Block():
            return block_height(item.lines, item.size)
        case Panel():
            return height_of(item.blocks) + 2 * _PAD
        case Drawn():
            return item.height


def placed_items(items: Iterable[Item], left: float, top: float, width: float) -> Iterator[Shape]:
    """The shapes of the items under each other; a panel is ``width`` wide."""
    for item in items:
        match item:
            case Block():
                yield from lines_of(item.lines, left, top, item.size, weight=item.weight, fill=item.fill)
            case Panel():
                yield Rect(left, top, width, _height(item), fill=Role.DEEP, radius=8)
                yield from placed_items(item.blocks, left + _PAD, top + _PAD, width - 2 * _PAD)
            case Drawn():
                yield from item.draw(top)
        top += _height(item) + item.gap


def inside_panel(width: float) -> float:
    """The room for text on a panel of ``width``."""
    return width - 2 * _PAD


def flowed(items: Iterable[Item], area: Area, begin: Sequence[Shape]) -> Iterator[tuple[Shape, ...]]:
    """``items`` on sheets that each start with the shapes ``begin``. An item is whole on a sheet where it can be."""
    waiting, here, top = deque(items), list[Item](), area.top
    while waiting:
        item = waiting.popleft()
        high, room = _height(item), area.bottom - top
        if high > room + _SLACK:
            if not here or not (high <= area.height and _whole(item)):
                part, rest = _torn(item, room)
                waiting.extendleft(reversed(rest))
                if part is not None:
                    here.append(part)
                    top = area.bottom
                elif not here:
                    here.append(waiting.popleft())
                    top = area.bottom
            else:
                waiting.appendleft(item)
            yield (*begin, *placed_items(here, area.left, area.top, area.width))
            here, top = [], area.top
            continue
        here.append(item)
        top += high + item.gap
    if here:
        yield (*begin, *placed_items(here, area.left, area.top, area.width))


def _whole(item: Item) -> bool:
    return not isinstance(item, Block) or len(item.lines) <= _TOGETHER


def _torn(item: Item, room: float) -> tuple[Item | None, tuple[Item, ...]]:
    """What of ``item`` stands in ``room``, None for nothing; and the rest of it."""
    match item:
        case Drawn():
            return None, (item,)
        case Panel():
            return _torn_panel(item, room)
        case Block():
            most = int((room + _SLACK) / (item.size * LEAD))
            if most < 1:
                return None, (item,)
            return item._replace(lines=item.lines[:most], gap=0.0), (item._replace(lines=item.lines[most:]),)


def _torn_panel(panel: Panel, room: float) -> tuple[Item | None, tuple[Item, ...]]:
    kept, left = list[Block](), room - 2 * _PAD
    for number, block in enumerate(panel.blocks):
        if block_height(block.lines, block.size) > left + _SLACK:
            part, rest = _torn(block, left)
            if isinstance(part, Block):
                kept.append(part)
            others = tuple(one for one in (*rest, *panel.blocks[number + 1 :]) if isinstance(one, Block))
            whole = Panel(tuple(kept)) if kept else None
            return whole, (Panel(others, panel.gap),)
        kept.append(block)
        left -= block_height(block.lines, block.size) + block.gap
    return panel, ()


def shrunk(make: Callable[[float], _Made], fits: Callable[[_Made], bool], largest: float = 1.0) -> _Made:
    """What ``make`` makes with the largest share of its sizes that ``fits``; the smallest where none does."""
    share = largest
    while True:
        made = make(share)
        if share < _LEAST or fits(made):
            return made
        share *= _SMALLER


_SMALLER, _LEAST = 0.93, 0.35
