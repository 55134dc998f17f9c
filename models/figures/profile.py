"""What a form asks against the answers, on one axis from 1 to 5; and one statement against all five forms.

[report-look, part 6; screens-look, "Wat elke vorm hier vraagt"]. Rows that cost most come first; a statement
without an answer is said in words. More than five partners stand at 5, in words as they are.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from models.advice.results import FormOutcome
from models.dossier.base import Answer, known
from models.figures.answers import answer_words
from models.figures.figure import Figure, Twin
from models.figures.in_words import points_words
from models.figures.metrics import BODY, SMALL, fitted, text_width, wrap_label
from models.figures.parts import form_role, form_tile, text_block
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.knowledge import Knowledge
from models.knowledge.forms import Cell, Criterion
from models.rounding import half_up
from models.vocabulary import CooperationForm, CriterionId

__all__ = ["criterion_figure", "profile_figure"]

_NARROWEST, _STACKED = 220.0, 380.0
_FEW = 8.5
_FIVE = 5


class _Axis(NamedTuple):
    """Where the values 1 to 5 stand."""

    left: float
    right: float

    def at(self, value: float) -> float:
        return self.left + (min(max(value, 1), _FIVE) - 1) / (_FIVE - 1) * (self.right - self.left)


class _Row(NamedTuple):
    criterion: Criterion
    cell: Cell
    answer: Answer[int]
    lost: Fraction | None
    excludes: bool

    @property
    def value(self) -> int | None:
        return known(self.answer)

    @property
    def meets(self) -> bool:
        return self.value is not None and self.cell.low <= self.value <= (self.cell.high or self.value)

    @property
    def verdict(self) -> str:
        if self.value is None:
            return answer_words(self.answer, "nog geen antwoord")
        if self.excludes:
            return "valt hierop af"
        if self.meets:
            return "past"
        return "telt niet mee" if self.lost is None else f"kost {_points(self.lost)}"


def _points(lost: Fraction) -> str:
    return "minder dan 1 punt" if half_up(lost) == 0 else points_words(half_up(lost))


def profile_figure(
    outcome: FormOutcome,
    knowledge: Knowledge,
    answers: Mapping[CriterionId, Answer[int]],
    width: float = 453.5,
    *,
    start: float | None = None,
) -> Figure:
    """The profile of one form, ``width`` points wide (at least 220); ``start``: where its axis starts.

    ``answers``: the joint answers, with the number of partners that was counted.
    """
    width = max(width, _NARROWEST)
    rows = _rows(outcome, knowledge, answers)
    stacked = width < _STACKED
    axis = _Axis(6, width - 6) if stacked else _Axis((0.31 * width if start is None else start) + 8, width - 92)
    shapes: list[Shape] = [*_scale(axis, 9)]
    top, height = 16.0, 54.0 if stacked else 37.0
    for row in rows:
        shapes.append(Line(0, top, width, top, Role.RULE, 0.4))
        shapes += _stacked(row, axis, top, width) if stacked else _beside(row, axis, top, width)
        top += height
    name = knowledge.form[outcome.form].name
    title = f"Wat {name} vraagt en wat u antwoordt"
    return Figure(title, _alt(name, rows), width, top + 2, tuple(shapes), _twin(rows))


def _rows(outcome: FormOutcome, knowledge: Knowledge, answers: Mapping[CriterionId, Answer[int]]) -> tuple[_Row, ...]:
    lost = {contribution.criterion: contribution.lost for contribution in outcome.contributions}
    cells = knowledge.profile[outcome.form]
    rows = [
        _Row(text, cells[key], answers.get(key), lost.get(key), key in outcome.excluded_by)
        for key, text in knowledge.criterion.items()
        if key in cells
    ]
    return tuple(sorted(rows, key=lambda row: (row.value is None, not row.excludes, row.meets, -(row.lost or 0))))


def _scale(axis: _Axis, y: float) -> Iterator[Shape]:
    for value in range(1, _FIVE + 1):
        yield Text(axis.at(value), y, str(value), _FEW, fill=Role.GREY, anchor=Anchor.MIDDLE)


def _beside(row: _Row, axis: _Axis, top: float, width: float) -> Iterator[Shape]:
    lines = wrap_label(row.criterion.label, BODY, axis.left - 18, 2)
    yield from text_block(lines, 0, top + 18, BODY, Weight.SEMIBOLD)
    yield from _plot(row, axis, top + 14)
    yield from _ends(row.criterion, axis, top + 32)
    yield from text_block(wrap_label(row.verdict, SMALL, 78, 2), width, top + 18, SMALL, *_look(row))


def _stacked(row: _Row, axis: _Axis, top: float, width: float) -> Iterator[Shape]:
    verdict = fitted(row.verdict, SMALL, 110)
    yield Text(0, top + 14, fitted(row.criterion.label, BODY, width - 118), BODY, Weight.SEMIBOLD)
    weight, fill, anchor = _look(row)
    yield Text(width, top + 14, verdict, SMALL, weight, fill, anchor)
    yield from _plot(row, axis, top + 30)
    yield from _ends(row.criterion, axis, top + 48)


def _look(row: _Row) -> tuple[Weight, Role, Anchor]:
    if row.value is None:
        return Weight.REGULAR, Role.GREY, Anchor.END
    return Weight.SEMIBOLD, Role.INK if row.meets else Role.BRICK, Anchor.END


def _ends(criterion: Criterion, axis: _Axis, y: float) -> Iterator[Shape]:
    room = axis.right - axis.left
    high = fitted(criterion.high_short, _FEW, room / 2)
    low = fitted(criterion.low_short, _FEW, room - text_width(high, _FEW))
    yield Text(axis.left - 5, y, low, _FEW, fill=Role.GREY)
    yield Text(axis.right + 5, y, high, _FEW, fill=Role.GREY, anchor=Anchor.END)


def _plot(row: _Row, axis: _Axis, y: float) -> Iterator[Shape]:
    """The axis, the range as a band, the answer as a disc (it fits) or as a diamond at the end of its distance."""
    yield Line(axis.left, y, axis.right, y, Role.RULE, 0.8)
    for value in range(1, _FIVE + 1):
        yield Line(axis.at(value), y - 2.5, axis.at(value), y + 2.5, Role.RULE, 0.8)
    yield from _band(row.cell, axis, y, Role.BAND, Role.ACCENT)
    if row.value is None:
        return
    x = axis.at(row.value)
    if row.meets:
        yield Circle(x, y, 4.2, Role.ACCENT, Role.PAPER, 1)
        return
    edge = axis.at(row.cell.low if row.value < row.cell.low else row.cell.high or row.value)
    yield Line(edge, y, x, y, Role.BRICK, 2)
    yield Polygon(((x, y - 5.5), (x + 5.5, y), (x, y + 5.5), (x - 5.5, y)), Role.PAPER, Role.BRICK, 1.5)


def _band(cell: Cell, axis: _Axis, y: float, fill: Role, stroke: Role) -> Iterator[Shape]:
    start = axis.at(cell.low) - 5
    yield Rect(start, y - 5, axis.at(cell.high or _FIVE) + 5 - start, 10, fill, stroke, 0.8, radius=5)


def _asked(cell: Cell | None) -> str:
    if cell is None:
        return "vraagt hier niets"
    if cell.high is None:
        return f"{cell.low} of meer"
    return str(cell.low) if cell.low == cell.high else f"{cell.low} tot en met {cell.high}"


def _alt(name: str, rows: tuple[_Row, ...]) -> str:
    answered = [row for row in rows if row.value is not None]
    if not answered:
        return f"{name} vraagt iets bij {_statements(len(rows))}. Daarvan is nog niets beantwoord."
    meeting = sum(row.meets for row in answered)
    parts = [f"Bij {meeting} van {_statements(len(answered))} past uw antwoord bij {name}."]
    worst = next((row for row in answered if not row.meets), None)
    if worst is not None and worst.excludes:
        parts.append(f"De vorm valt af op {worst.criterion.label}.")
    elif worst is not None and worst.lost is not None:
        parts.append(f"Het meest kost {worst.criterion.label}: {_points(worst.lost)}.")
    if len(answered) < len(rows):
        parts.append(f"Zonder antwoord: {_statements(len(rows) - len(answered))}.")
    return " ".join(parts)


def _statements(count: int) -> str:
    return "1 stelling" if count == 1 else f"{count} stellingen"


def _twin(rows: tuple[_Row, ...]) -> Twin:
    cells = ((r.criterion.label, _asked(r.cell), answer_words(r.answer), r.verdict) for r in rows)
    return Twin(("Stelling", "De vorm vraagt", "Uw antwoord", "Oordeel"), tuple(cells))


def criterion_figure(
    criterion: CriterionId,
    knowledge: Knowledge,
    answer: Answer[int],
    width: float = 320.0,
) -> Figure:
    """What each of the five forms asks of one statement, with a line at the answer; ``width`` at least 220.

    What a form rules out is hatched.
    """
    width = max(width, _NARROWEST)
    text, value = knowledge.criterion[criterion], known(answer)
    cells = {form: knowledge.profile[form].get(criterion) for form in knowledge.form}
    axis = _Axis(max(0.4 * width, 114) + 8, width - 8)
    bottom = 16.0 + 27 * len(cells)
    shapes: list[Shape] = [*_scale(axis, 9), *_ends(text, axis, bottom + 11)]
    for number, (form, cell) in enumerate(cells.items()):
        shapes += _form_row(form, knowledge.form[form].name, cell, axis, 16.0 + 27 * number)
    if value is not None:
        x = axis.at(value)
        shapes += (Line(x, 12, x, bottom, Role.ON_POINTER, 4), Line(x, 12.8, x, bottom - 0.8, Role.POINTER, 2.4))
    title = f"Wat elke vorm hier vraagt: {text.label}"
    rows = tuple(
        (knowledge.form[form].name, _asked(cell), answer_words(answer), _fits(cell, value))
        for form, cell in cells.items()
    )
    twin = Twin(("Vorm", "De vorm vraagt", "Uw antwoord", "Oordeel"), rows)
    return Figure(title, _criterion_alt(knowledge, cells, value), width, bottom + 14, tuple(shapes), twin)


def _form_row(form: CooperationForm, name: str, cell: Cell | None, axis: _Axis, top: float) -> Iterator[Shape]:
    middle, colour = top + 13.5, form_role(form)
    yield from form_tile(form, 0, top + 3.5, 20)
    yield Line(axis.left, middle, axis.right, middle, Role.RULE, 0.8)
    room = axis.left - 36
    if cell is None:
        yield Text(26, middle - 2, fitted(name, SMALL, room), SMALL)
        yield Text(26, middle + 9, fitted("vraagt hier niets", _FEW, room), _FEW, fill=Role.GREY)
        return
    yield from text_block(wrap_label(name, SMALL, room, 2), 26, middle, SMALL)
    if cell.hard_min is not None and cell.hard_min > 1:
        end = axis.at(cell.hard_min - 1) + 5
        yield Rect(axis.left - 5, middle - 4, end - axis.left + 5, 8, stroke=Role.EDGE, stroke_width=0.6, hatch=colour)
    if cell.hard_max is not None and cell.hard_max < _FIVE:
        start = axis.at(cell.hard_max + 1) - 5
        room = axis.right + 5 - start
        yield Rect(start, middle - 4, room, 8, stroke=Role.EDGE, stroke_width=0.6, hatch=colour)
    yield from _band(cell, axis, middle, colour, colour)


def _fits(cell: Cell | None, value: int | None) -> str:
    if cell is None or value is None:
        return "–"
    if (cell.hard_min is not None and value < cell.hard_min) or (cell.hard_max is not None and value > cell.hard_max):
        return "valt hierop af"
    return "past" if cell.low <= value <= (cell.high or value) else "past niet"


def _criterion_alt(knowledge: Knowledge, cells: Mapping[CooperationForm, Cell | None], value: int | None) -> str:
    if value is None:
        return "Deze stelling heeft nog geen antwoord. De tabel zegt wat elke vorm vraagt."
    parts = [f"Uw antwoord is {value}."]
    for form, cell in cells.items():
        verdict = "vraagt hier niets" if cell is None else f"{_fits(cell, value)} (vraagt {_asked(cell)})"
        parts.append(f"{knowledge.form[form].name}: {verdict}.")
    return " ".join(parts)
