"""Paints what the room sees, on the beamer and in the small picture of it: always in the light colours."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from models.figures.audience import Sheet, audience_figures
from models.figures.figure import Figure
from models.figures.shapes import Role
from models.workshop.pages import Page
from wizards.look.look import FAMILY, Look
from wizards.look.painting import paint_figure
from wizards.widgets.figure_view import figure_colours

__all__ = ["Drawer", "Stage", "StageColours", "paint_stage", "stage_colours"]


_NARROWEST, _WIDEST = 1.25, 2.4
"""Shapes of a page; on a screen of another shape it has room beside or above it."""


class _Made(NamedTuple):
    page: Page
    sheet: Sheet
    clock: str
    figures: tuple[Figure, ...]


class Stage(NamedTuple):
    """What is seen: a sheet, or a calm plane without anything on it (None)."""

    figure: Figure | None


class Drawer:
    """Draws pages as figures, and keeps the last two: of the live page and of a frozen one."""

    def __init__(self) -> None:
        self._made: list[_Made] = []

    def figures(self, page: Page, aspect: float, scale: float, clock: str) -> tuple[Figure, ...]:
        """The sheets of ``page`` on a screen ``aspect`` times as wide as high; at least one."""
        sheet = Sheet(min(max(aspect, _NARROWEST), _WIDEST), scale)
        for made in self._made:
            if made.page is page and (made.sheet, made.clock) == (sheet, clock):
                return made.figures
        figures = audience_figures(page, sheet, clock)
        self._made = [_Made(page, sheet, clock, figures), *self._made[:1]]
        return figures


class StageColours(NamedTuple):
    """Of the figure by role, of the paper around it, and of the empty plane."""

    figure: Mapping[Role, QColor]
    paper: QColor
    empty: QColor


def stage_colours() -> StageColours:
    """The light colours, whatever the facilitator's window wears: beamers wash dark colours out."""
    light = Look()
    return StageColours(figure_colours(light), light.colour("surface"), light.colour("ink"))


def paint_stage(painter: QPainter, box: QRectF, stage: Stage, colours: StageColours) -> None:
    """Fill ``box``, and paint the sheet as large as it stands in it. The painter's state is as before afterwards."""
    figure = stage.figure
    painter.fillRect(box, colours.empty if figure is None else colours.paper)
    if figure is None or box.isEmpty():
        return
    scale = min(box.width() / figure.width, box.height() / figure.height)
    painter.save()
    painter.setClipRect(box)
    painter.translate(
        box.left() + (box.width() - figure.width * scale) / 2, box.top() + (box.height() - figure.height * scale) / 2
    )
    painter.scale(scale, scale)
    paint_figure(painter, figure, colours.figure, FAMILY)
    painter.restore()
