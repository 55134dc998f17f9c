"""The rings: who takes part how far, with figures that people place themselves and relations that they draw."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from models.dossier import Dossier
from models.dossier.base import known
from models.dossier.edit import fresh_id, value_at
from models.dossier.explore import Relation, Stakeholder
from models.figures.answers import name_of
from models.figures.figure import Figure
from models.figures.network import Spot, network_figure, place_at, places
from wizards.context import Context
from wizards.steps.krachtenveld_parts.changes import placed_at, related, turned, unplaced
from wizards.steps.krachtenveld_parts.items import FigureItems

__all__ = ["Rings", "goal_of", "spoken_ring"]

_STEP, _SMALL_STEP, _TURN = 20, 5, 15


def goal_of(dossier: Dossier) -> str:
    """What stands in the middle: the result that people want, else the question."""
    return dossier.doelen.result_definition.strip() or dossier.opgave.question.strip()


def spoken_ring(one: Stakeholder) -> str:
    """ "Gemeenteraad, meebeslissen, zelf geplaatst"."""
    parts = [name_of(one.name), known(one.participation) or "nog geen ring"]
    if one.place is not None:
        parts.append("zelf geplaatst")
    return ", ".join(parts)


class Rings(FigureItems):
    """The rings of the dossier.

    ``wanted``: a person began (True) or left off (False) drawing a relation; ``drawn``: the key of a new one.
    """

    wanted = Signal(bool)
    drawn = Signal(str)

    def __init__(self, context: Context) -> None:
        self._spots: Mapping[str, Spot] = {}
        self._from: str | None = None
        super().__init__(context, "Ringen: wie doet hoe ver mee", spoken_ring)
        self.moved.connect(self._move)
        self.dropped.connect(self._drop)
        self.chosen.connect(self._met)

    def laid_out(
        self, width: float, height: float, chosen: str | None
    ) -> tuple[tuple[Stakeholder, ...], Mapping[str, QRectF], Figure]:
        """Everybody has a spot."""
        section = self.context.editor.dossier.krachtenveld
        figure = network_figure(section, goal_of(self.context.editor.dossier), width, height, selected=chosen)
        self._spots = places(section, width, height)
        boxes = {
            key: QRectF(s.x - s.radius, s.y - s.radius, 2 * s.radius, 2 * s.radius) for key, s in self._spots.items()
        }
        return section.stakeholders, boxes, figure

    # --- relations

    @property
    def drawing(self) -> bool:
        """Whether the next choice ends a relation."""
        return self._from is not None

    def draw_from_chosen(self) -> None:
        """Begin a relation at the chosen one."""
        if self.current is not None and len(self.people.rows) > 1:
            self._from = self.current
            self.wanted.emit(True)

    def leave_off(self) -> None:
        """Draw no relation after all."""
        if self._from is not None:
            self._from = None
            self.wanted.emit(False)

    def draw_to(self, key: str) -> None:
        """End the relation at ``key``."""
        source, self._from = self._from, None
        if source is not None and source != key:
            relation = Relation(id=fresh_id(), source=source, target=key)
            self.context.editor.apply(lambda dossier: related(dossier, relation), "Relatie getekend.")
            self.wanted.emit(False)
            self.drawn.emit(relation.id)
        elif source is not None:
            self._from = source

    def _met(self, _key: str) -> None:
        if self._from is not None:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on another one ends a relation."""
        dragged = self._ghost is not None
        super().mouseReleaseEvent(event)
        if self._from is not None and not dragged and self.current is not None:
            self.draw_to(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R draws a relation, Enter ends it, Esc leaves off; [ and ] turn; Backspace puts back on the ring."""
        key, text = event.key(), event.text()
        if text in {"r", "R"} and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.draw_from_chosen()
        elif text in {"[", "]"}:
            self.turn(_TURN if text == "]" else -_TURN)
        elif key == Qt.Key.Key_Escape and self.drawing:
            self.leave_off()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.drawing and self.current is not None:
            self.draw_to(self.current)
        elif key == Qt.Key.Key_Backspace:
            self.put_back()
        else:
            super().keyPressEvent(event)

    # --- placing

    def place_here(self) -> None:
        """Keep the chosen one where it stands now, as its own place."""
        spot = self._spots.get(self.current or "")
        if spot is not None and not spot.own:
            self._drop(spot.x, spot.y)

    def put_back(self) -> None:
        """Take the chosen one's own place away: it goes back to its ring."""
        key = self.current
        if key is not None:
            self.context.editor.apply(lambda dossier: unplaced(dossier, key))
            self.refresh()

    def turn(self, by: int) -> None:
        """Turn the chosen one."""
        key = self.current
        if key is None:
            return
        x, y = self._place_of(key)
        self.context.editor.apply(lambda dossier: turned(placed_at(dossier, key, x, y), key, by))
        self.refresh()

    def _place_of(self, key: str) -> tuple[int, int]:
        one = next(one for one in self.people.rows if one.id == key)
        if one.place is not None:
            return one.place.x, one.place.y
        spot = self._spots[key]
        return place_at(spot.x, spot.y, *self.units())

    def _move(self, right: int, up: int, small: bool) -> None:
        key = self.current
        if key is None:
            return
        x, y = self._place_of(key)
        step = _SMALL_STEP if small else _STEP
        self._put(key, x + right * step, y - up * step, merge=True)

    def _drop(self, x: float, y: float) -> None:
        if self.current is not None:
            self._put(self.current, *place_at(x, y, *self.units()))

    def _put(self, key: str, x: int, y: int, *, merge: bool = False) -> None:
        path = ("krachtenveld", "stakeholders", key, "place")
        place = value_at(placed_at(self.context.editor.dossier, key, x, y), path)
        self.context.editor.put(path, place, merge=merge)
        self.refresh()

    # --- painting

    def paint_drag(self, painter: QPainter, at: QPointF) -> None:
        """The token under the pointer."""
        box = self.box_of(self.current or "")
        if box is None:
            return
        ghost = QRectF(box)
        ghost.moveCenter(at)
        painter.setPen(QPen(self.context.look.colour("ink"), 1.5))
        painter.setBrush(self.context.look.colour("pointer"))
        painter.drawEllipse(ghost)
