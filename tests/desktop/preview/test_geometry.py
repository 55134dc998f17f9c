"""Where pages stand."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from desktop.preview.geometry import ZOOMS, Fit, next_zoom, sheets_of

SIZES = st.lists(
    st.tuples(st.floats(50, 2000), st.floats(50, 2000)).map(lambda size: QSizeF(*size)), min_size=1, max_size=12
)
VIEWS = st.tuples(st.integers(80, 4000), st.integers(80, 3000))


@given(SIZES, VIEWS, st.sampled_from(Fit), st.floats(0.2, 8))
def test_pages_stand_under_each_other_in_the_middle(
    sizes: list[QSizeF], view: tuple[int, int], fit: Fit, scale: float
) -> None:
    sheets = sheets_of(sizes, view, fit, scale, 16)
    for above, below in zip(sheets.boxes, sheets.boxes[1:], strict=False):
        assert below.top() == above.bottom() + 1 + 16
    for box in sheets.boxes:
        assert abs((box.left() - 16) - (sheets.width - 16 - box.right() - 1)) <= 1
        assert box.top() >= 0 and box.bottom() < sheets.height
    if fit is not Fit.FREE:
        assert sheets.width <= max(view[0], 72)
    if fit is Fit.PAGE:
        assert all(box.height() <= max(view[1] - 32, 40) for box in sheets.boxes)


@given(SIZES, VIEWS, st.data())
def test_the_pages_in_view_are_those_that_touch_it(
    sizes: list[QSizeF], view: tuple[int, int], data: st.DataObject
) -> None:
    sheets = sheets_of(sizes, view, Fit.WIDTH, 1.0, 16)
    top = data.draw(st.integers(0, sheets.height))
    bottom = data.draw(st.integers(top, sheets.height))
    touching = [at for at, box in enumerate(sheets.boxes) if box.bottom() >= top and box.top() <= bottom]
    assert list(sheets.within(top, bottom)) == touching
    assert 0 <= sheets.at(top) < len(sizes)


def test_zoom_goes_by_the_sizes_and_stops_at_the_ends() -> None:
    assert next_zoom(1.0, 1) == 1.25
    assert next_zoom(1.1, -1) == 1.0
    assert next_zoom(ZOOMS[-1], 1) == ZOOMS[-1]
    assert next_zoom(0.1, -1) == ZOOMS[0]
