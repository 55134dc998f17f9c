"""What the room sees on the beamer: pages as figures, at any shape of screen and any size of type.

A page is ``HEIGHT`` units high and as wide as the screen is, so that sizes are tenths of a percent of the height
(screens-look.md, "Beamer"). What does not fit goes on a next sheet: nothing is cut off, and nothing is smaller than the
rule. Pages hold public words only; they are made from :mod:`models.workshop.pages`.
"""

from collections.abc import Iterator

from models.figures.audience.asked import asked_sheets
from models.figures.audience.columns import column_sheets
from models.figures.audience.counted import counted_sheets
from models.figures.audience.flow import flowed
from models.figures.audience.frame import Frame, frame_of
from models.figures.audience.listed import listed_sheets, word_sheets
from models.figures.audience.setup import setup_sheets
from models.figures.audience.sheet import HEIGHT, Sheet
from models.figures.figure import Figure, Twin
from models.figures.shapes import Rect, Role, Shape, Text
from models.workshop.pages import Asked, Columns, Counted, Listed, Page, Setup, Words

__all__ = ["HEIGHT", "Sheet", "audience_figures"]


def audience_figures(page: Page, sheet: Sheet, timer: str = "") -> tuple[Figure, ...]:
    """The page on a sheet, or on several; ``timer``: what the clock says, such as "nog 4:12", empty where none runs.

    The text alternative of each sheet is all that stands on it, as one would read it, and what is only drawn.
    """
    frame = _frame(page, sheet, timer)
    sheets = (
        *flowed(frame.before, frame.area, frame.shapes),
        *_sheets(page, sheet, frame),
        *flowed(frame.after, frame.area, frame.shapes),
    )
    return tuple(_figure(page, sheet, shapes) for shapes in sheets)


def _frame(page: Page, sheet: Sheet, timer: str) -> Frame:
    if isinstance(page, Asked):
        return frame_of(sheet, page.part, page.place, page.note, timer, page.done, page.expected)
    return frame_of(sheet, page.part, page.place, page.note, timer)


def _sheets(page: Page, sheet: Sheet, frame: Frame) -> Iterator[tuple[Shape, ...]]:
    match page:
        case Asked():
            return asked_sheets(page, sheet, frame)
        case Counted():
            return counted_sheets(page, sheet, frame)
        case Listed():
            return listed_sheets(page, sheet, frame)
        case Columns():
            return column_sheets(page, sheet, frame)
        case Words():
            return word_sheets(page, sheet, frame)
        case Setup():
            return setup_sheets(page, sheet, frame)


def _figure(page: Page, sheet: Sheet, shapes: tuple[Shape, ...]) -> Figure:
    read = " ".join((*(shape.text for shape in shapes if isinstance(shape, Text)), *_drawn(page, shapes)))
    return Figure(page.part, read, sheet.width, HEIGHT, shapes, Twin((), ()))


def _drawn(page: Page, shapes: tuple[Shape, ...]) -> Iterator[str]:
    """What a sheet shows without a word: how many gave each answer, and who is connected."""
    washed = any(isinstance(shape, Rect) and shape.fill is Role.WASH for shape in shapes)
    if isinstance(page, Counted) and page.spread is not None and washed:
        told = (f"{answer}: {count} keer" for answer, count in sorted(page.spread.counts.items()) if count)
        yield f"Antwoorden: {', '.join(told)}."
    if isinstance(page, Setup):
        for board in page.boards:
            names = {one.key: one.name for one in board.figurines}
            pairs = (f"{names[a]} en {names[b]}" for a, b in board.lines if a in names and b in names)
            if told_pairs := ", ".join(pairs):
                yield f"{board.caption + ': v' if board.caption else 'V'}erbonden zijn {told_pairs}."
