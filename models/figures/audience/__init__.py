"""What the room sees on the beamer: pages as figures, at any shape of screen and any size of type.

A page is ``HEIGHT`` units high and as wide as the screen is, so that sizes are tenths of a percent of the height
(screens-look.md, "Beamer"). What does not fit goes on a next sheet: nothing is cut off, and nothing is smaller than the
rule. Pages hold public words only; they are made from :mod:`models.workshop.pages`.
"""

from collections.abc import Iterator

from models.figures.audience.asked import asked_sheets
from models.figures.audience.counted import counted_sheets
from models.figures.audience.listed import column_sheets, listed_sheets, word_sheets
from models.figures.audience.sheet import HEIGHT, Sheet
from models.figures.figure import Figure, Twin
from models.figures.shapes import Shape, Text
from models.workshop.pages import Asked, Columns, Counted, Listed, Page, Words

__all__ = ["HEIGHT", "Sheet", "audience_figures"]


def audience_figures(page: Page, sheet: Sheet, timer: str = "") -> tuple[Figure, ...]:
    """The page on a sheet, or on several; ``timer``: what the clock says, empty where none runs.

    The text alternative of each sheet is all that stands on it, as one would read it.
    """
    return tuple(_figure(page, sheet, shapes) for shapes in _sheets(page, sheet, timer))


def _sheets(page: Page, sheet: Sheet, timer: str) -> Iterator[tuple[Shape, ...]]:
    match page:
        case Asked():
            return asked_sheets(page, sheet, timer)
        case Counted():
            return counted_sheets(page, sheet, timer)
        case Listed():
            return listed_sheets(page, sheet, timer)
        case Columns():
            return column_sheets(page, sheet, timer)
        case Words():
            return word_sheets(page, sheet, timer)


def _figure(page: Page, sheet: Sheet, shapes: tuple[Shape, ...]) -> Figure:
    read = " ".join(shape.text for shape in shapes if isinstance(shape, Text))
    return Figure(page.part, read, sheet.width, HEIGHT, shapes, Twin((), ()))
