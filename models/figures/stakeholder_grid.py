"""The stakeholder grid: influence upwards, interest to the right, a name plate for each.

[screens-look, "Grid"; S4 §5.4]. Attitude is intern: signs and borders for it appear only when asked for.
"""

from collections.abc import Iterator, Mapping, Sequence

from models.dossier.base import NoAnswer, known
from models.dossier.explore import Attitude, Stakeholder
from models.figures.answers import answer_words, name_of, short_name
from models.figures.figure import Figure, Twin
from models.figures.grid_plates import BAND, SIGN_ROOM, GridArea, Plate, area_of, plates
from models.figures.metrics import BODY, SMALL, fitted
from models.figures.shapes import Anchor, Circle, Line, Rect, Role, Shape, Text, Weight

__all__ = ["approach_of", "stakeholder_grid_figure"]

_MIDDLE = 3
_CLOSE, _PLEASE, _INFORM, _FOLLOW = "Nauw betrekken", "Tevreden houden", "Informeren", "Volgen"
_ATTITUDES: Mapping[Attitude, str] = {
    Attitude.OPPOSED: "tegen",
    Attitude.CRITICAL: "kritisch",
    Attitude.NEUTRAL: "wacht af",
    Attitude.POSITIVE: "positief",
    Attitude.SUPPORTING: "steunt",
}
_FOR, _AGAINST = frozenset({Attitude.SUPPORTING, Attitude.POSITIVE}), frozenset({Attitude.OPPOSED, Attitude.CRITICAL})


def approach_of(influence: int, interest: int) -> str:
    """The quadrant in words; on the border (3) a stakeholder counts as having much."""
    if influence >= _MIDDLE:
        return _CLOSE if interest >= _MIDDLE else _PLEASE
    return _INFORM if interest >= _MIDDLE else _FOLLOW


def stakeholder_grid_figure(
    stakeholders: Sequence[Stakeholder],
    width: float = 453.5,
    height: float = 330.0,
    *,
    internal: bool = False,
    selected: str | None = None,
    placed: Mapping[str, Plate] | None = None,
) -> Figure:
    """Draw the grid of ``width`` by ``height`` points (at least 260 by 240).

    ``internal``: show attitude, in the twin as well; ``selected``: the id of the stakeholder that is pointed out.
    Plates stand where :func:`models.figures.plates` says; ``placed``: what it said, where somebody asked already.
    A stakeholder without scores is in the twin only.
    """
    area = area_of(width, height)
    placed = plates(stakeholders, width, height) if placed is None else placed
    size = (area.left + area.width + 2, area.top + area.height + 48)
    by_id = {one.id: one for one in stakeholders}
    shapes: list[Shape] = [*_field(area)]
    for plate in dict.fromkeys(placed.values()):
        attitude = known(by_id[plate.ids[0]].attitude) if internal and not plate.grouped else None
        shapes += _plate(plate, attitude, internal=internal, selected=selected in plate.ids)
    shapes += _foot(area, len(stakeholders) - len(placed), internal=internal)
    alt, twin = _alt(stakeholders, placed), _twin(stakeholders, internal=internal)
    return Figure("Krachtenveld: invloed en belang", alt, *size, tuple(shapes), twin)


def _field(area: GridArea) -> Iterator[Shape]:
    left, top, right, bottom = area.left, area.top, area.left + area.width, area.top + area.height
    middle, half = area.x_of(_MIDDLE), area.y_of(_MIDDLE)
    yield Rect(left, top, area.width, area.height, Role.PANEL)
    yield Rect(middle, top, right - middle, half - top, Role.WASH)
    for number in range(6):
        y = top + BAND + number * area.row
        yield Line(left, y, right, y, Role.RULE, 0.4)
        if number > 0:
            yield Line(left + number * area.step, top, left + number * area.step, bottom, Role.RULE, 0.4)
    yield Line(middle, top, middle, bottom, Role.EDGE, 1, dashed=True)
    yield Line(left, half, right, half, Role.EDGE, 1, dashed=True)
    yield Line(left, top, left, bottom, Role.EDGE, 1.4)
    yield Line(left, bottom, right, bottom, Role.EDGE, 1.4)
    for words, x, y in (
        (_PLEASE, (left + middle) / 2, top + 12),
        (_CLOSE, (middle + right) / 2, top + 12),
        (_FOLLOW, (left + middle) / 2, bottom - 5.5),
        (_INFORM, (middle + right) / 2, bottom - 5.5),
    ):
        yield Text(x, y, words, SMALL, Weight.SEMIBOLD, Role.ACCENT, Anchor.MIDDLE)
    yield from _axes(area)


def _axes(area: GridArea) -> Iterator[Shape]:
    right, bottom = area.left + area.width, area.top + area.height
    for value in range(1, 6):
        yield Text(area.left - 7, area.y_of(value) + 3.3, str(value), SMALL, fill=Role.GREY, anchor=Anchor.END)
        yield Text(area.x_of(value), bottom + 12, str(value), SMALL, fill=Role.GREY, anchor=Anchor.MIDDLE)
    strong = Weight.SEMIBOLD
    room = area.height - 64
    words = fitted("Invloed op het besluit", BODY, room)
    yield Text(10, area.top + area.height / 2, words, BODY, strong, anchor=Anchor.MIDDLE, turned=True)
    yield Text(10, bottom, "weinig", SMALL, fill=Role.GREY, turned=True)
    yield Text(10, area.top, "veel", SMALL, fill=Role.GREY, anchor=Anchor.END, turned=True)
    yield Text(area.left, bottom + 26, "weinig", SMALL, fill=Role.GREY)
    yield Text(right, bottom + 26, "veel", SMALL, fill=Role.GREY, anchor=Anchor.END)
    label = fitted("Belang bij de samenwerking", BODY, area.width - 70)
    yield Text(area.left + area.width / 2, bottom + 26, label, BODY, strong, anchor=Anchor.MIDDLE)


def _plate(plate: Plate, attitude: Attitude | None, *, internal: bool, selected: bool) -> Iterator[Shape]:
    x, y, width, height = plate.x, plate.y, plate.width, plate.height
    if selected:
        yield Rect(x - 1.9, y - 1.9, width + 3.8, height + 3.8, Role.POINTER, Role.INK, 1, radius=5)
    border = Role.OK if attitude in _FOR else Role.DANGER if attitude in _AGAINST else Role.EDGE
    ground = Role.WASH if plate.grouped else Role.PAPER
    yield Rect(x, y, width, height, ground, border, 1.1, dashed=attitude in _AGAINST, radius=3.5)
    signed = internal and attitude is not None
    middle = x + width / 2 + (SIGN_ROOM / 2 if signed else 0)
    weight = Weight.SEMIBOLD if plate.grouped or selected else Weight.REGULAR
    yield Text(middle, y + height / 2 + 3.4, plate.text, BODY, weight, anchor=Anchor.MIDDLE)
    if signed and attitude is not None:
        yield from _sign(attitude, x + 10, y + height / 2)


def _sign(attitude: Attitude, x: float, y: float) -> Iterator[Shape]:
    if attitude is Attitude.NEUTRAL:
        yield Circle(x, y, 3, stroke=Role.GREY, stroke_width=1.3)
        return
    colour = Role.OK if attitude in _FOR else Role.DANGER
    yield Line(x - 3.5, y, x + 3.5, y, colour, 1.6)
    if attitude in _FOR:
        yield Line(x, y - 3.5, x, y + 3.5, colour, 1.6)


def _foot(area: GridArea, missing: int, *, internal: bool) -> Iterator[Shape]:
    y, right = area.top + area.height + 43, area.left + area.width
    x = area.left
    if internal:
        for attitude, words, step in (
            (Attitude.SUPPORTING, "voor", 38.0),
            (Attitude.NEUTRAL, "wacht af", 56.0),
            (Attitude.OPPOSED, "tegen", 44.0),
        ):
            yield from _sign(attitude, x + 4, y - 3.2)
            yield Text(x + 11, y, words, SMALL, fill=Role.GREY)
            x += step
    if missing:
        words = f"Nog zonder plaats: {missing}"
        yield Text(right, y, fitted(words, SMALL, right - x), SMALL, fill=Role.GREY, anchor=Anchor.END)
    elif internal:
        yield Text(right, y, "Houding is intern", SMALL, fill=Role.INTERN, anchor=Anchor.END)


def _alt(stakeholders: Sequence[Stakeholder], placed: Mapping[str, Plate]) -> str:
    if not placed:
        return "Er staat nog geen belanghebbende in het krachtenveld."
    groups: dict[str, list[Stakeholder]] = {words: [] for words in (_CLOSE, _PLEASE, _INFORM, _FOLLOW)}
    for one in _by_weight(stakeholders):
        if one.id in placed:
            groups[approach_of(placed[one.id].influence, placed[one.id].interest)].append(one)
    parts = []
    for words, group in groups.items():
        if group:
            parts.append(f"{words}: {len(group)}, met {short_name(group[0].name)} vooraan.")
    if len(placed) < len(stakeholders):
        parts.append(f"Nog zonder plaats: {len(stakeholders) - len(placed)}.")
    return " ".join(parts)


def _by_weight(stakeholders: Sequence[Stakeholder]) -> list[Stakeholder]:
    """Most influence and interest first; no scores last."""
    return sorted(stakeholders, key=lambda one: -(known(one.influence) or 0) - (known(one.interest) or 0))


def _twin(stakeholders: Sequence[Stakeholder], *, internal: bool) -> Twin:
    head = ("Belanghebbende", "Invloed", "Belang", "Aanpak", *(("Houding (intern)",) if internal else ()))
    rows = []
    for one in _by_weight(stakeholders):
        influence, interest = known(one.influence), known(one.interest)
        approach = "–" if influence is None or interest is None else approach_of(influence, interest)
        cells = (name_of(one.name), answer_words(one.influence), answer_words(one.interest), approach)
        rows.append((*cells, *((_attitude_words(one),) if internal else ())))
    return Twin(head, tuple(rows))


def _attitude_words(one: Stakeholder) -> str:
    if one.attitude is None or isinstance(one.attitude, NoAnswer):
        return answer_words(one.attitude)
    return _ATTITUDES[one.attitude]
