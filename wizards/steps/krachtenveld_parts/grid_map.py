"""The map: influence upwards, interest to the right. A plate is chosen and moved to another cell."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from models.dossier.base import known
from models.dossier.explore import Stakeholder
from models.figures.figure import Figure
from models.figures.grid_plates import BAND, Plate, area_of, plates
from models.figures.stakeholder_grid import stakeholder_grid_figure
from wizards.context import Context
from wizards.steps.krachtenveld_parts.changes import cell_at, moved_cell, scored_as
from wizards.steps.krachtenveld_parts.forms import spoken_place
from wizards.steps.krachtenveld_parts.items import FigureItems

__all__ = ["GridMap"]

_SEEN = tuple[tuple[str, str, int | None, int | None], ...]


class GridMap(FigureItems):
    """The grid of the dossier. ``internal``: whether attitude is shown, which is off until somebody asks."""

    def __init__(self, context: Context) -> None:
        self.internal = False
        self._plates: Mapping[str, Plate] = {}
        self._seen: tuple[_SEEN, float, float] | None = None
        super().__init__(context, "Kaart: invloed en belang", spoken_place)
        self.moved.connect(self._move)
        self.dropped.connect(self._drop)

    def laid_out(
        self, width: float, height: float, chosen: str | None
    ) -> tuple[tuple[Stakeholder, ...], Mapping[str, QRectF], Figure]:
        """The plates of those with both scores."""
        people = self.context.editor.dossier.krachtenveld.stakeholders
        seen = tuple((one.id, one.name, known(one.influence), known(one.interest)) for one in people)
        if self._seen != (seen, width, height):
            # Finding places for hundreds of plates takes long; most edits do not move any.
            self._seen, self._plates = (seen, width, height), plates(people, width, height)
        figure = stakeholder_grid_figure(
            people, width, height, internal=self.internal, selected=chosen, placed=self._plates
        )
        boxes = {key: QRectF(p.x, p.y, p.width, p.height) for key, p in self._plates.items()}
        return tuple(one for one in people if one.id in boxes), boxes, figure

    def together(self) -> tuple[Stakeholder, ...]:
        """Those on the same plate as the chosen one, when there are more than one."""
        plate = self._plates.get(self.current or "")
        if plate is None or not plate.grouped:
            return ()
        return tuple(one for one in self.people.rows if one.id in plate.ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes to the next on the same plate."""
        group = self.together()
        if event.key() == Qt.Key.Key_Space and group:
            keys = [one.id for one in group]
            key = keys[(keys.index(self.current or keys[0]) + 1) % len(keys)]
            self.choose(key)
            self.chosen.emit(key)
            return
        super().keyPressEvent(event)

    def paint_drag(self, painter: QPainter, at: QPointF) -> None:
        """The cell where it would land, and the plate under the pointer."""
        look, scale = self.context.look, self.scale_now
        area = area_of(*self.units())
        influence, interest = cell_at(area, at.x() / scale, at.y() / scale)
        left = area.left + (interest - 1) * area.step
        top = area.top + BAND + (5 - influence) * area.row
        cell = QRectF(left * scale, top * scale, area.step * scale, area.row * scale)
        painter.setPen(QPen(look.colour("action"), 2, Qt.PenStyle.DashLine))
        tint = QColor(look.colour("select"))
        tint.setAlpha(140)
        painter.setBrush(tint)
        painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 6, 6)
        box = self.box_of(self.current or "")
        one = next((one for one in self.people.rows if one.id == self.current), None)
        if box is None or one is None:
            return
        ghost = QRectF(box)
        ghost.moveCenter(at)
        painter.setPen(QPen(look.colour("focus_out"), 1.5))
        painter.setBrush(look.colour("pointer"))
        painter.drawRoundedRect(ghost, 5, 5)
        painter.setPen(look.colour("on_pointer"))
        painter.setFont(look.font())
        words = painter.fontMetrics().elidedText(one.name, Qt.TextElideMode.ElideRight, round(ghost.width()) - 8)
        painter.drawText(ghost, Qt.AlignmentFlag.AlignCenter, words)

    def _drop(self, x: float, y: float) -> None:
        self._score(*cell_at(area_of(*self.units()), x, y))

    def _move(self, right: int, up: int, _small: bool) -> None:
        one = next((one for one in self.people.rows if one.id == self.current), None)
        if one is not None:
            self._score(*moved_cell(one, up, right))

    def _score(self, influence: int, interest: int) -> None:
        key = self.current
        if key is None:
            return
        editor = self.context.editor
        editor.apply(lambda dossier: scored_as(dossier, key, influence, interest))
        self.refresh()
        one = next((one for one in self.people.rows if one.id == key), None)
        if one is not None:
            self.context.navigator.say(f"{spoken_place(one)}.")
