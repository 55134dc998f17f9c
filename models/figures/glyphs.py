"""The signs of the five forms: one triangle drawn five ways, in a box of 100 by 100.

An open ring is a partner that stays what it is; solid is where the work is done.
"""

from collections.abc import Callable, Mapping

from models.figures.figure import Figure, Twin
from models.figures.shapes import Circle, Line, Rect, Role, Shape, placed
from models.vocabulary import CooperationForm

__all__ = ["form_glyph", "glyph_shapes"]

_TOP, _LEFT, _RIGHT = (50.0, 19.0), (18.5, 80.0), (81.5, 80.0)
_CORNERS = (_TOP, _LEFT, _RIGHT)
_PEN = 5.5
_RING = 12.0

Point = tuple[float, float]


def form_glyph(form: CooperationForm, size: float, colour: Role = Role.ACCENT) -> Figure:
    """The sign of ``form`` as a figure of ``size`` points square. Decoration: the name always stands beside it."""
    return Figure("", "", size, size, placed(glyph_shapes(form, colour), 0, 0, size / 100), Twin((), ()))


def glyph_shapes(form: CooperationForm, colour: Role = Role.ACCENT) -> tuple[Shape, ...]:
    """The shapes of the sign of ``form`` in a box of 100 by 100."""
    return _DRAWN[form](colour)


def _arm(start: Point, end: Point, colour: Role) -> Line:
    return Line(*start, *end, stroke=colour, stroke_width=_PEN, round_ends=True)


def _sides(colour: Role) -> tuple[Shape, ...]:
    return (_arm(_TOP, _LEFT, colour), _arm(_LEFT, _RIGHT, colour), _arm(_RIGHT, _TOP, colour))


def _ring(at: Point, colour: Role, radius: float = _RING, fill: Role = Role.PAPER) -> Circle:
    return Circle(*at, radius, fill=fill, stroke=colour, stroke_width=_PEN)


def _netwerk(colour: Role) -> tuple[Shape, ...]:
    return (*_sides(colour), *(_ring(corner, colour) for corner in _CORNERS))


def _centrum(colour: Role) -> tuple[Shape, ...]:
    heart = (50.0, 30.0)
    arms = (_arm(heart, _LEFT, colour), _arm(heart, _RIGHT, colour))
    return (*arms, _ring(heart, colour, 25, colour), _ring(_LEFT, colour), _ring(_RIGHT, colour))


def _matrix(colour: Role) -> tuple[Shape, ...]:
    squares = (Rect(x - 6.5, y - 6.5, 13, 13, fill=colour) for x, y in _CORNERS)
    return (*_sides(colour), *(_ring(corner, colour, 15.5) for corner in _CORNERS), *squares)


def _ssc(colour: Role) -> tuple[Shape, ...]:
    heart = (50.0, 57.0)
    arms = (_arm(corner, heart, colour) for corner in _CORNERS)
    return (*arms, *(_ring(c, colour) for c in _CORNERS), Rect(31, 40, 38, 35, fill=colour, radius=3))


def _seta(colour: Role) -> tuple[Shape, ...]:
    house = Rect(2, 2, 96, 96, fill=colour, radius=8)
    inside = ((50.0, 27.0), (25.0, 71.0), (75.0, 71.0))
    return (house, *(Circle(x, y, 11.5, stroke=Role.PAPER, stroke_width=_PEN) for x, y in inside))


_DRAWN: Mapping[CooperationForm, Callable[[Role], tuple[Shape, ...]]] = {
    CooperationForm.NETWERK: _netwerk,
    CooperationForm.CENTRUM: _centrum,
    CooperationForm.MATRIX: _matrix,
    CooperationForm.SSC: _ssc,
    CooperationForm.SETA: _seta,
}
