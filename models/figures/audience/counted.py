"""The outcome of a round on the beamer: how the answers lie, what that says, and what to talk about."""

from collections.abc import Iterator

from models.figures.audience.flow import Area, Block, Item, Panel, flowed, height_of, inside_panel, placed_items, shrunk
from models.figures.audience.frame import Frame
from models.figures.audience.sheet import Sheet, block_height, broken, whole_words
from models.figures.audience.spread import ends_fit, least_height, spread_shapes
from models.figures.shapes import Line, Role, Shape, Weight
from models.workshop.pages import Counted, Distribution

__all__ = ["counted_sheets"]

_TITLE, _VERDICT, _REASON, _TALK = 56.0, 54.0, 38.0, 44.0
_BESIDE = 1.45
"""From this aspect on the words stand beside the figure; on a narrower screen they have a sheet of their own."""
_FIGURE = 0.65
_BETWEEN = 48.0
_LARGER = 1.5
"""How much larger words may be that have a sheet of their own."""
_HEAD = "Praat hierover"


def counted_sheets(page: Counted, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    """One sheet where all fits, else the figure first and the words on the next."""
    if page.spread is None:
        yield from _words_only(page, sheet, frame, titled=True)
        return
    area = frame.area
    most = max(area.height * 0.2, area.height - least_height(page, sheet))
    title = shrunk(lambda share: _title(page, sheet, share), lambda block: _height(block) <= min(most, 170.0))
    if _height(title) > most:
        yield from flowed((title,), area, frame.shapes)
        begin, here = frame.shapes, area
    else:
        begin = (*frame.shapes, *placed_items((title,), area.left, area.top, area.width))
        here = area._replace(top=area.top + _height(title) + 12)
    beside = _beside(page, page.spread, sheet, here) if sheet.aspect >= _BESIDE else None
    if beside is not None:
        yield (*begin, *beside)
        return
    yield (*begin, *spread_shapes(page, page.spread, sheet, here))
    yield from _words_only(page, sheet, frame, titled=False)


def _title(page: Counted, sheet: Sheet, share: float) -> Block:
    size = sheet.size(_TITLE * share)
    return Block(broken(page.question, size, sheet.room), size, Weight.SEMIBOLD)


def _height(block: Block) -> float:
    return block_height(block.lines, block.size)


# --- the words


def _beside(page: Counted, spread: Distribution, sheet: Sheet, area: Area) -> tuple[Shape, ...] | None:
    """Figure and words beside each other; None where the words do not stand in what is left of the width."""
    figure = area._replace(width=area.width * _FIGURE)
    left = area.left + figure.width + 2 * _BETWEEN
    room = area.left + area.width - left
    if not all(whole_words(text, sheet.body, inside_panel(room)) for text in _texts(page)):
        return None
    if not ends_fit(page, sheet, figure):
        return None

    def fits(items: tuple[Item, ...]) -> bool:
        return height_of(items) <= area.height and _unbroken(page, items, room)

    items = shrunk(lambda share: _words(page, sheet, room, share), fits)
    if not fits(items):
        return None
    x = area.left + figure.width + _BETWEEN
    return (
        *spread_shapes(page, spread, sheet, figure),
        Line(x, area.top, x, area.bottom, Role.RULE, 2),
        *placed_items(items, left, area.top - sheet.body * 0.2, room),
    )


def _texts(page: Counted) -> tuple[str, ...]:
    return page.answers, page.verdict, page.reason, page.talk, _HEAD if page.talk else ""


def _unbroken(page: Counted, items: tuple[Item, ...], room: float) -> bool:
    """Whether the large words are whole; the small ones were looked at before."""
    sizes = {item.weight: item.size for item in items if isinstance(item, Block)}
    panel = next((item for item in items if isinstance(item, Panel)), None)
    whole = whole_words(page.verdict, sizes.get(Weight.SEMIBOLD, 0.0), room)
    return whole and (panel is None or whole_words(page.talk, panel.blocks[-1].size, inside_panel(room)))


def _words(page: Counted, sheet: Sheet, room: float, share: float) -> tuple[Item, ...]:
    """The styled words in a column of ``room``; ``share``: of the usual sizes, none below that of running text."""
    body, inside = sheet.size(34 * share), inside_panel(room)
    verdict, reason, talk = (sheet.size(size * share) for size in (_VERDICT, 34.0, _TALK))
    air = 30 * min(1.0, share)
    items: list[Item] = []
    if page.answers:
        items.append(Block(broken(page.answers, body, room), body, fill=Role.GREY, gap=4))
    if page.verdict:
        items.append(Block(broken(page.verdict, verdict, room), verdict, Weight.SEMIBOLD, gap=air * 0.7))
    if page.reason:
        items.append(Block(broken(page.reason, reason, room), reason, gap=air * 1.3))
    if page.talk:
        head = Block(broken(_HEAD, body, inside), body, Weight.SEMIBOLD, Role.POINTER, gap=6)
        items.append(Panel((head, Block(broken(page.talk, talk, inside), talk, Weight.SEMIBOLD, Role.ON_DEEP))))
    return tuple(items)


def _words_only(page: Counted, sheet: Sheet, frame: Frame, *, titled: bool) -> Iterator[tuple[Shape, ...]]:
    """The words over the full width, as large as they can be, on as many sheets as they take."""
    area = frame.area
    meant = () if page.spread is None or ends_fit(page, sheet, area) else page.ends

    def made(share: float) -> tuple[Item, ...]:
        size = sheet.size(34 * share)
        title = (_title(page, sheet, min(share, 1.2))._replace(gap=24),) if titled else ()
        told = [f"{stop}: {word}" for stop, word in zip((page.stops[0], page.stops[-1]), meant, strict=False) if word]
        ends = (Block(broken(text, size, area.width), size, fill=Role.GREY, gap=12) for text in told)
        return (*title, *ends, *_words(page, sheet, area.width, share))

    items = shrunk(made, lambda items: height_of(items) <= area.height, _LARGER)
    if not items:
        return
    high = height_of(items)
    spare = max(0.0, area.height - high) * 0.3
    if high <= area.height:
        yield (*frame.shapes, *placed_items(items, area.left, area.top + spare, area.width))
    else:
        yield from flowed(items, area, frame.shapes)
