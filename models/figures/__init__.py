"""Figures as neutral shapes, each with a text alternative and a table twin. Knows no Qt and no reportlab.

The shapes themselves load at once and need nothing else. The figures need the dossier or the advice, which take
time to load: they come when somebody asks for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from models.figures.figure import Figure, Twin
from models.figures.glyphs import form_glyph, glyph_shapes
from models.figures.in_words import difference_words, of_hundred, points_words
from models.figures.parts import form_role, form_tile
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight, placed
from models.rounding import half_up

if TYPE_CHECKING:
    from models.figures.bars import ranking_bars
    from models.figures.force_field import force_field_figure
    from models.figures.grid_plates import Plate, plates
    from models.figures.network import Spot, network_figure, places
    from models.figures.profile import criterion_figure, profile_figure
    from models.figures.ranking import difference_of, ranked_forms, ranking_figure
    from models.figures.robustness import robustness_strip
    from models.figures.stakeholder_grid import stakeholder_grid_figure

__all__ = [
    "Anchor",
    "Circle",
    "Figure",
    "Line",
    "Plate",
    "Polygon",
    "Rect",
    "Role",
    "Shape",
    "Spot",
    "Text",
    "Twin",
    "Weight",
    "criterion_figure",
    "difference_of",
    "difference_words",
    "force_field_figure",
    "form_glyph",
    "form_role",
    "form_tile",
    "glyph_shapes",
    "half_up",
    "network_figure",
    "of_hundred",
    "placed",
    "places",
    "plates",
    "points_words",
    "profile_figure",
    "ranked_forms",
    "ranking_bars",
    "ranking_figure",
    "robustness_strip",
    "stakeholder_grid_figure",
]

_HOMES = {
    "Plate": "grid_plates",
    "Spot": "network",
    "criterion_figure": "profile",
    "difference_of": "ranking",
    "force_field_figure": "force_field",
    "network_figure": "network",
    "places": "network",
    "plates": "grid_plates",
    "profile_figure": "profile",
    "ranked_forms": "ranking",
    "ranking_bars": "bars",
    "ranking_figure": "ranking",
    "robustness_strip": "robustness",
    "stakeholder_grid_figure": "stakeholder_grid",
}
"""In which module a name lives that loads late."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"models.figures.{_HOMES[name]}"), name)
