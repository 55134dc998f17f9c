"""What holds for every page, on every screen and at every size of type: nothing cut off, too small or covered."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures.audience import HEIGHT, Sheet, audience_figures
from models.figures.audience.sheet import wide
from models.figures.figure import Figure
from models.figures.shapes import Anchor, Text
from models.workshop.pages import Columns, Counted, Listed, Page, Setup
from tests.models.figures.audience.pages import PAGES, clocks, pages
from tests.models.figures.geometry import assert_inside

aspects = st.floats(1.25, 2.4)
scales = st.floats(1.0, 2.0)


def texts_of(figure: Figure) -> list[Text]:
    return [shape for shape in figure.shapes if isinstance(shape, Text)]


def box_of_text(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the letters: capitals above the base line, and what hangs below it."""
    width = wide(text.text, text.size)
    left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    return left, text.y - text.size * 0.72, left + width, text.y + text.size * 0.2


def assert_kept(figures: tuple[Figure, ...], sheet: Sheet) -> None:
    for figure in figures:
        assert (figure.width, figure.height) == (HEIGHT * sheet.aspect, HEIGHT)
        assert_inside(figure)
        boxes = []
        for text in texts_of(figure):
            assert text.size >= 34 * sheet.scale - 1e-6, text
            left, top, right, bottom = box_of_text(text)
            assert left >= -0.5 and top >= -0.5, text
            assert right <= figure.width + 0.5 and bottom <= HEIGHT + 0.5, text
            boxes.append((left, top, right, bottom, text.text))
        for one, other in combinations(boxes, 2):
            apart = (
                one[2] <= other[0] + 0.5
                or other[2] <= one[0] + 0.5
                or one[3] <= other[1] + 0.5
                or other[3] <= one[1] + 0.5
            )
            assert apart, (one, other)


def said(page: Page) -> Iterator[str]:
    """All that the page says."""
    for name, value in page._asdict().items():
        if isinstance(value, str):
            yield value
        elif name in ("words", "ends", "rows", "heads") and not isinstance(page, Columns):
            if name != "ends" or (isinstance(page, Counted) and page.spread is not None):
                yield from value
        elif name == "heads":
            yield from value
        elif name == "rows":
            yield from (cell for row in value for cell in row)
    if isinstance(page, Setup):
        for board in page.boards:
            yield board.caption
        # Who stands on both boards is named once, where there are numbers.
        yield from (name for _, name in {(one.key, one.name) for board in page.boards for one in board.figurines})
    if isinstance(page, Listed):
        yield from map(str, page.marks)


def signs(texts: Iterator[str] | list[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in "".join(text.split()))


def assert_all_said(page: Page, figures: tuple[Figure, ...]) -> None:
    drawn = signs([text.text for figure in figures for text in texts_of(figure)])
    missing = signs(said(page)) - drawn
    assert not missing, missing


@given(pages, clocks, aspects, scales)
def test_any_page_is_whole(page: Page, clock: str, aspect: float, scale: float) -> None:
    sheet = Sheet(aspect, scale)
    figures = audience_figures(page, sheet, clock)
    assert figures
    assert_kept(figures, sheet)
    assert_all_said(page, figures)
    if clock:
        assert all(clock in [text.text for text in texts_of(figure)] for figure in figures)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: type(page).__name__)
@pytest.mark.parametrize("aspect", (1.25, 4 / 3, 1.6, 16 / 9, 2.4))
@pytest.mark.parametrize("scale", (1.0, 1.37, 2.0))
@pytest.mark.parametrize("clock", ("", "nog 10:45"))
def test_a_page_of_a_workshop_is_whole(page: Page, aspect: float, scale: float, clock: str) -> None:
    sheet = Sheet(aspect, scale)
    figures = audience_figures(page, sheet, clock)
    assert_kept(figures, sheet)
    assert_all_said(page, figures)


@given(pages)
def test_the_words_of_a_sheet_are_its_text_alternative(page: Page) -> None:
    for figure in audience_figures(page, Sheet(16 / 9)):
        assert all(text.text in figure.alt for text in texts_of(figure))
