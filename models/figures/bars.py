"""The ranking for a narrow place: per form its tile, its name, its score and an arm; no shares, no bracket.

[screens-look, "Advice"]. Excluded forms stay, hatched, with the reason under the arm.
"""

from collections.abc import Iterator, Mapping

from models.advice.results import FormAdvice, FormOutcome
from models.figures.figure import Figure
from models.figures.metrics import BODY, SMALL, text_width, wrap_label
from models.figures.parts import arm, form_role, form_tile
from models.figures.ranking import ranked_forms, ranking_alt, ranking_title, ranking_twin
from models.figures.shapes import Anchor, Line, Role, Shape, Text, Weight
from models.rounding import half_up
from models.vocabulary import CooperationForm

__all__ = ["ranking_bars"]

_TILE, _INDENT, _BAR, _LEADING, _GAP = 22.0, 31.0, 8.0, 12.5, 9.0
_NARROWEST = 140.0


def ranking_bars(
    advice: FormAdvice,
    names: Mapping[CooperationForm, str],
    reasons: Mapping[CooperationForm, str],
    width: float = 300.0,
) -> Figure:
    """Draw the ranking ``width`` points wide (at least 140); ``names`` and ``reasons`` as for ``ranking_figure``."""
    width = max(width, _NARROWEST)
    shapes: list[Shape] = []
    top = 0.0
    for outcome in ranked_forms(advice):
        chosen = outcome.form is advice.recommended
        row, top = _row(outcome, names[outcome.form], reasons, top, width, chosen)
        shapes += row
    alt, twin = ranking_alt(advice, names, reasons), ranking_twin(advice, names, reasons)
    return Figure(ranking_title(advice), alt, width, max(top - _GAP + 2, 1), tuple(shapes), twin)


def _row(
    outcome: FormOutcome,
    name: str,
    reasons: Mapping[CooperationForm, str],
    top: float,
    width: float,
    chosen: bool,
) -> tuple[list[Shape], float]:
    """The shapes of one form, and where the next one starts."""
    score = "nog geen score" if outcome.score is None else str(half_up(outcome.score))
    ink, weight = (Role.GREY if outcome.excluded_by else Role.INK), Weight.BOLD if chosen else Weight.REGULAR
    lines = wrap_label(name, BODY, width - _INDENT - text_width(score, BODY) - 10, 2) or ("",)
    shapes: list[Shape] = [*form_tile(outcome.form, 0, top + 1, _TILE)]
    for number, line in enumerate(lines):
        shapes.append(Text(_INDENT, top + 9 + number * _LEADING, line, BODY, weight, ink))
    figure_size = SMALL if outcome.score is None else BODY
    strong = Weight.REGULAR if outcome.score is None else Weight.SEMIBOLD
    shapes.append(Text(width, top + 9, score, figure_size, strong, ink, Anchor.END))
    bar = top + 2 + len(lines) * _LEADING
    shapes += _bar(outcome, bar, width)
    bottom = bar + _BAR
    if outcome.excluded_by:
        why = wrap_label(f"Valt af, omdat {reasons[outcome.form]}", SMALL, width - _INDENT, 3)
        shapes += (Text(_INDENT, bottom + 11 + n * 12, line, SMALL, fill=Role.GREY) for n, line in enumerate(why))
        bottom += 3 + len(why) * 12
    return shapes, max(bottom, top + _TILE + 2) + _GAP


def _bar(outcome: FormOutcome, y: float, width: float) -> Iterator[Shape]:
    room, colour = width - _INDENT, form_role(outcome.form)
    yield Line(_INDENT, y + _BAR / 2, width, y + _BAR / 2, Role.RULE, 1.2)
    if outcome.score is None:
        return
    length = max(float(outcome.score) * room / 100, 1.0)
    if outcome.excluded_by:
        box = (_INDENT + 0.5, y + 0.5, max(length - 1, 0.5), _BAR - 1)
        yield arm(*box, Role.PAPER, colour, stroke_width=1, hatch=colour)
    else:
        yield arm(_INDENT, y, length, _BAR, colour)
