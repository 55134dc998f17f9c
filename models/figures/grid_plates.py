"""Where the name plates of the stakeholder grid stand. Pure arithmetic, the same for the picture and for the pointer.

A row is one value of influence. Its plates stand in as few lanes as will do; within a lane they are pushed apart,
each as little as possible, and never further than to the edge of their own cell. Where even that does not fit, the
fullest cell becomes one plate, "12 in deze cel". So plates never overlap, whatever the number.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from models.dossier.base import known
from models.dossier.explore import Stakeholder
from models.figures.answers import name_of
from models.figures.metrics import BODY, fitted, text_width

__all__ = ["GridArea", "Plate", "area_of", "plates"]

PLATE_HEIGHT, SIGN_ROOM, _PADDING, _GAP, _LANE_GAP = 18.0, 11.0, 6.0, 4.0, 3.0
_SMALLEST = (260.0, 240.0)
_LEFT, _RIGHT, _TOP, _BOTTOM, BAND = 34.0, 2.0, 2.0, 48.0, 17.0
_STEPS = 5
_ROOMS = (2.3, 1.6, 1.25, 0.95)
"""Widest plate in cells; names are cut shorter before a cell becomes one plate."""

Cell = tuple[int, int]
"""Influence and interest."""


class Plate(NamedTuple):
    """A name plate: whom it stands for, what is on it, and its box. ``grouped``: it stands for a full cell."""

    ids: tuple[str, ...]
    text: str
    influence: int
    interest: int
    x: float
    y: float
    width: float
    height: float

    @property
    def grouped(self) -> bool:
        """Whether it stands for more than one stakeholder."""
        return len(self.ids) > 1


class GridArea(NamedTuple):
    """The field inside the axes: a caption band at the top and at the bottom, between them five rows."""

    left: float
    top: float
    width: float
    height: float

    @property
    def step(self) -> float:
        """Width of a cell."""
        return self.width / _STEPS

    @property
    def row(self) -> float:
        """Height of a cell."""
        return (self.height - 2 * BAND) / _STEPS

    def x_of(self, interest: float) -> float:
        """The middle of a column."""
        return self.left + (interest - 0.5) * self.step

    def y_of(self, influence: float) -> float:
        """The middle of a row; the most influence stands at the top."""
        return self.top + BAND + (_STEPS - influence + 0.5) * self.row


def area_of(width: float, height: float) -> GridArea:
    """The field in a figure of this size; smaller than 260 by 240 it is not drawn."""
    across, down = max(width, _SMALLEST[0]), max(height, _SMALLEST[1])
    return GridArea(_LEFT, _TOP, across - _LEFT - _RIGHT, down - _TOP - _BOTTOM)


def plates(stakeholders: Sequence[Stakeholder], width: float, height: float) -> dict[str, Plate]:
    """The plate of each stakeholder with a known influence and interest, by id; a grouped plate stands there often.

    Coordinates are those of ``stakeholder_grid_figure`` at the same size. No two different plates overlap.
    """
    area = area_of(width, height)
    cells: dict[Cell, list[Stakeholder]] = {}
    for one in stakeholders:
        influence, interest = known(one.influence), known(one.interest)
        if influence is not None and interest is not None:
            cells.setdefault((influence, interest), []).append(one)
    made = [plate for row in range(1, _STEPS + 1) for plate in _row(row, cells, area)]
    return {key: plate for plate in made for key in plate.ids}


class _Label(NamedTuple):
    """A plate that has no place yet."""

    cell: Cell
    ids: tuple[str, ...]
    text: str
    width: float


_Block = tuple[list[_Label], float, float]
"""Labels that touch, the sum of the starts that each wants for the block, the width of all."""


def _row(row: int, cells: Mapping[Cell, Sequence[Stakeholder]], area: GridArea) -> list[Plate]:
    most = max(int((area.row + _LANE_GAP) // (PLATE_HEIGHT + _LANE_GAP)), 1)
    grouped: set[Cell] = set()
    there = {cell: cells[cell] for cell in sorted(cells) if cell[0] == row}
    while True:
        for steps in _ROOMS:
            here = {
                cell: [_group(cell, ones, area)] if cell in grouped else _labels(cell, ones, steps * area.step)
                for cell, ones in there.items()
            }
            placed = _fewest_lanes(here, most, area)
            if placed is not None:
                return placed
        grouped.add(max(there.keys() - grouped, key=lambda cell: (len(there[cell]), cell)))


def _fewest_lanes(here: Mapping[Cell, Sequence[_Label]], most: int, area: GridArea) -> list[Plate] | None:
    labels = [label for cell in here.values() for label in cell]
    if sum(label.width + _GAP for label in labels) > most * (area.width + _GAP):
        return None
    tries = (_lanes(labels, count, area) for count in range(1, most + 1))
    return next((placed for placed in tries if placed is not None), None)


def _labels(cell: Cell, there: Sequence[Stakeholder], room: float) -> list[_Label]:
    made = []
    for one in there:
        text = fitted(name_of(one.name), BODY, room - 2 * _PADDING - SIGN_ROOM)
        made.append(_Label(cell, (one.id,), text, text_width(text, BODY) + 2 * _PADDING + SIGN_ROOM))
    return made


def _group(cell: Cell, there: Sequence[Stakeholder], area: GridArea) -> _Label:
    """One plate that always fits in its cell; the plate of a single name is cut to the cell instead."""
    room = area.step - _GAP - 0.2
    if len(there) == 1:
        return _labels(cell, there, room)[0]
    words = (f"{len(there)} in deze cel", f"{len(there)} hier", str(len(there)))
    text = next((w for w in words if text_width(w, BODY) + 2 * _PADDING <= room), words[-1])
    width = min(text_width(text, BODY) + 2 * _PADDING, room)
    return _Label(cell, tuple(one.id for one in there), text, width)


def _lanes(labels: Sequence[_Label], count: int, area: GridArea) -> list[Plate] | None:
    """The labels in ``count`` lanes, or None where one would leave its cell."""
    lanes: list[list[_Label]] = [[] for _ in range(count)]
    ends = [area.left] * count
    for label in labels:
        start = area.x_of(label.cell[1]) - label.width / 2
        lane = min(range(count), key=lambda number: (max(ends[number] - start, 0), number))
        lanes[lane].append(label)
        ends[lane] = max(ends[lane], start) + label.width + _GAP
    made: list[Plate] = []
    pitch = PLATE_HEIGHT + _LANE_GAP
    filled = [labels_of_lane for labels_of_lane in lanes if labels_of_lane]
    for number, row in enumerate(filled):
        y_shift = (number - (len(filled) - 1) / 2) * pitch - PLATE_HEIGHT / 2
        lefts = _apart(row, area)
        for label, x in zip(row, lefts, strict=True):
            if abs(x + label.width / 2 - area.x_of(label.cell[1])) > area.step / 2:
                return None
            influence, interest = label.cell
            y = area.y_of(influence) + y_shift
            made.append(Plate(label.ids, label.text, influence, interest, x, y, label.width, PLATE_HEIGHT))
        if lefts and (lefts[0] < area.left or lefts[-1] + row[-1].width > area.left + area.width):
            return None
    return made


def _apart(lane: Sequence[_Label], area: GridArea) -> list[float]:
    """The left of each label: side by side, moved as little as possible in the sense of least squares."""
    blocks: list[_Block] = []
    for label in lane:
        block: _Block = ([label], area.x_of(label.cell[1]) - label.width / 2, label.width)
        while blocks and _start(blocks[-1], area) + blocks[-1][2] + _GAP > _start(block, area):
            before, wish, width = blocks.pop()
            moved = block[1] - len(block[0]) * (width + _GAP)
            block = (before + block[0], wish + moved, width + _GAP + block[2])
        blocks.append(block)
    lefts: list[float] = []
    for done in blocks:
        x = _start(done, area)
        for label in done[0]:
            lefts.append(x)
            x += label.width + _GAP
    return lefts


def _start(block: _Block, area: GridArea) -> float:
    labels, wish, width = block
    return max(min(wish / len(labels), area.left + area.width - width - 2), area.left + 2)
