"""Figures as neutral shapes, each with a text alternative and a table twin. Knows no Qt and no reportlab."""

from models.figures.figure import Figure, Twin
from models.figures.glyphs import form_glyph, glyph_shapes
from models.figures.in_words import difference_words, half_up, of_hundred, points_words
from models.figures.ranking import difference_of, ranked_forms, ranking_figure
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight, placed

__all__ = [
    "Anchor",
    "Circle",
    "Figure",
    "Line",
    "Polygon",
    "Rect",
    "Role",
    "Shape",
    "Text",
    "Twin",
    "Weight",
    "difference_of",
    "difference_words",
    "form_glyph",
    "glyph_shapes",
    "half_up",
    "of_hundred",
    "placed",
    "points_words",
    "ranked_forms",
    "ranking_figure",
]
