"""The ranking of the forms: bars from 0 to 100, the distance between the best two, how often each is first.

[report-look, part 4]. Excluded forms stay in the picture, hatched, with the reason under the bar.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from models.advice.results import FormAdvice, FormOutcome, Outcome
from models.figures.figure import Figure, Twin
from models.figures.glyphs import glyph_shapes
from models.figures.in_words import difference_words, of_hundred
from models.figures.metrics import text_width, wrap_label
from models.figures.shapes import Anchor, Line, Rect, Role, Shape, Text, Weight, placed
from models.rounding import half_up
from models.vocabulary import CooperationForm

__all__ = ["difference_of", "ranked_forms", "ranking_alt", "ranking_figure", "ranking_title", "ranking_twin"]

_MM = 72 / 25.4
_FULL, _AXIS = 160 * _MM, 41 * _MM
_SHARES = 3 * _AXIS
_SCALE = (2 * 37 + 4) * _MM / 100
_TOP, _ROW, _LINE = 13.0, 33.0, 10.5
_NAME_X, _NAME_SIZE = 30.0, 9.5
_REASON_SIZE = 8.5
_SHARE_BAR = 46.0


def ranked_forms(advice: FormAdvice) -> tuple[FormOutcome, ...]:
    """The forms, highest score first; equal scores keep the order from light to far-reaching; no score comes last."""
    return tuple(sorted(advice.forms, key=lambda f: (f.score is None, -(f.score or Fraction(0)))))


def difference_of(advice: FormAdvice) -> str | None:
    """The distance between the best two that take part, in words; None where there is no second."""
    best = _best_two(advice)
    if best is None:
        return None
    first, second = best
    close = advice.outcome is Outcome.NOT_CLEAR and second.form in advice.contenders
    return difference_words(_score(first), _score(second), close=close)


def ranking_figure(
    advice: FormAdvice, names: Mapping[CooperationForm, str], reasons: Mapping[CooperationForm, str]
) -> Figure:
    """Draw the ranking.

    ``names``: of the forms; ``reasons``: why an excluded form drops out, as the end of "valt af, omdat ...".
    Without samples the right column is left out. Width: 160 mm.
    """
    rows = _rows(advice, names, reasons)
    shapes: list[Shape] = list(_heads(advice))
    for row in rows:
        shapes += _row(row, advice)
    shapes += _bracket(advice, rows)
    bottom = rows[-1].top + rows[-1].height
    shapes += _scale(bottom)
    twin = ranking_twin(advice, names, reasons)
    return Figure(ranking_title(advice), ranking_alt(advice, names, reasons), _FULL, bottom + 14, tuple(shapes), twin)


class _Row(NamedTuple):
    outcome: FormOutcome
    name: str
    lines: tuple[str, ...]
    reason: tuple[str, ...]
    top: float
    height: float

    @property
    def bar_top(self) -> float:
        return self.top + (6 if self.reason else 7)


def _rows(
    advice: FormAdvice, names: Mapping[CooperationForm, str], reasons: Mapping[CooperationForm, str]
) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    top = _TOP
    for outcome in ranked_forms(advice):
        lines = wrap_label(names[outcome.form], _NAME_SIZE, _AXIS - _NAME_X - 3, 3)
        full = _drops_out(outcome, reasons)
        reason = wrap_label(full, _REASON_SIZE, 100 * _SCALE, 3)
        height = max(_ROW, len(lines) * _LINE + 8, 19 + len(reason) * _LINE + 3)
        rows.append(_Row(outcome, names[outcome.form], lines, reason, top, height))
        top += height
    return tuple(rows)


def _heads(advice: FormAdvice) -> Iterator[Shape]:
    yield Text(_AXIS, 8, "Hoe goed past de vorm? Score van 0 tot 100", 9, Weight.SEMIBOLD, Role.GREY)
    if advice.robustness.uniform is not None:
        yield Text(_SHARES, 8, "Hoe vaak op plaats 1?", 9, Weight.SEMIBOLD, Role.GREY)
    yield Line(0, _TOP, _FULL, _TOP)


def _row(row: _Row, advice: FormAdvice) -> Iterator[Shape]:
    chosen = row.outcome.form is advice.recommended
    colour = Role.MID if row.outcome.excluded_by else Role.ACCENT
    yield from placed(glyph_shapes(row.outcome.form, colour), 1, row.top + 6, 0.21)
    first = row.top + (min(_ROW, row.height) - len(row.lines) * _LINE) / 2 + 8
    for number, line in enumerate(row.lines):
        weight = Weight.BOLD if chosen else Weight.SEMIBOLD
        yield Text(_NAME_X, first + number * _LINE, line, _NAME_SIZE, weight)
    yield from _bar(row, chosen)
    yield from _share(row, advice, chosen)
    end = row.top + row.height
    yield Line(0, end, _FULL, end, Role.RULE, 0.4)


def _bar(row: _Row, chosen: bool) -> Iterator[Shape]:
    score = row.outcome.score
    if score is None:
        yield Text(_AXIS, row.bar_top + 10, "nog geen score", 9.5, fill=Role.GREY)
        return
    width, shown = float(score) * _SCALE, str(half_up(score))
    if row.outcome.excluded_by:
        yield from _hatched(row, width, shown)
        return
    fill, ink = (Role.ACCENT, Role.PAPER) if chosen else (Role.MID, Role.INK)
    yield Rect(_AXIS, row.bar_top, max(width, 0.6), 14, fill=fill)
    if width > 24:
        yield Text(_AXIS + width - 5, row.bar_top + 10.8, shown, 11, Weight.BOLD, ink, Anchor.END)
    else:
        yield Text(_AXIS + width + 5, row.bar_top + 10.8, shown, 11, Weight.BOLD)


def _hatched(row: _Row, width: float, shown: str) -> Iterator[Shape]:
    y = row.bar_top
    yield Rect(_AXIS, y, max(width, 0.6), 11, Role.PAPER, Role.MID, 0.7, dashed=True, hatch=Role.MID)
    if width > 24:
        yield Rect(_AXIS + width - 19.5, y + 0.7, 18.8, 9.6, fill=Role.PAPER)
        yield Text(_AXIS + width - 4, y + 8.9, shown, 9.5, Weight.SEMIBOLD, anchor=Anchor.END)
    else:
        yield Text(_AXIS + width + 5, y + 8.9, shown, 9.5, Weight.SEMIBOLD)
    for number, line in enumerate(row.reason):
        yield Text(_AXIS, y + 21 + number * _LINE, line, _REASON_SIZE, fill=Role.GREY)


def _share(row: _Row, advice: FormAdvice, chosen: bool) -> Iterator[Shape]:
    samples = advice.robustness.uniform
    if samples is None or row.outcome.score is None:
        return
    y = row.bar_top
    if row.outcome.excluded_by:
        yield Text(_SHARES, y + 10, "doet niet mee", 9.5, fill=Role.GREY)
        return
    share = samples.first(row.outcome.form)
    words, weight = of_hundred(share), Weight.BOLD if chosen else Weight.SEMIBOLD
    if text_width(words, 9.5) + _SHARE_BAR + 6 > _FULL - _SHARES:
        yield Text(_FULL, y + 10.4, words, 9.5, weight, anchor=Anchor.END)
        return
    yield Rect(_SHARES, y, _SHARE_BAR, 14, Role.PAPER, Role.GREY, 0.6)
    if share > 0:
        yield Rect(_SHARES, y, _SHARE_BAR * share, 14, Role.ACCENT if chosen else Role.MID)
    yield Text(_FULL, y + 10.4, words, 9.5, weight, anchor=Anchor.END)


def _bracket(advice: FormAdvice, rows: tuple[_Row, ...]) -> Iterator[Shape]:
    """The distance between the best two, drawn under the bar of the second."""
    best, words = _best_two(advice), difference_of(advice)
    if best is None or words is None:
        return
    first, second = (next(row for row in rows if row.outcome is outcome) for outcome in best)
    start, end = (_AXIS + float(_score(row.outcome)) * _SCALE for row in (second, first))
    y = second.bar_top + 19
    yield Line(end, first.bar_top + 14, end, y + 3, Role.ACCENT, 0.9, dashed=True)
    if end - start > 0.5:
        yield Line(start, second.bar_top + 14, start, y + 3, Role.ACCENT, 0.9, dashed=True)
        yield Line(start, y, end, y, Role.ACCENT, 1.6)
    label = words if words == "geen verschil" else f"verschil: {words}"
    fits = start - _AXIS > text_width(label, 9) + 6
    anchor, x = (Anchor.END, start - 4) if fits else (Anchor.START, end + 4)
    yield Text(x, y + 3, label, 9, Weight.SEMIBOLD, Role.ACCENT, anchor)


def _scale(bottom: float) -> Iterator[Shape]:
    yield Line(0, bottom, _FULL, bottom)
    for value in (0, 25, 50, 75, 100):
        x = _AXIS + value * _SCALE
        yield Line(x, bottom, x, bottom + 3, stroke_width=0.6)
        anchor = {0: Anchor.START, 100: Anchor.END}.get(value, Anchor.MIDDLE)
        yield Text(x, bottom + 12, str(value), 8.5, fill=Role.GREY, anchor=anchor)


def _best_two(advice: FormAdvice) -> tuple[FormOutcome, FormOutcome] | None:
    running = [f for f in ranked_forms(advice) if f.rank is not None]
    return (running[0], running[1]) if len(running) > 1 else None


def _score(outcome: FormOutcome) -> Fraction:
    return outcome.score or Fraction(0)


def _drops_out(outcome: FormOutcome, reasons: Mapping[CooperationForm, str]) -> str:
    return f"valt af, omdat {reasons[outcome.form]}" if outcome.excluded_by else ""


def ranking_title(advice: FormAdvice) -> str:
    """The title of a ranking."""
    return "Vijf vormen op volgorde, met het verschil" if _best_two(advice) else "Vijf vormen op volgorde"


def ranking_alt(
    advice: FormAdvice, names: Mapping[CooperationForm, str], reasons: Mapping[CooperationForm, str]
) -> str:
    """The outcome in sentences: who leads and by how much, then every form."""
    parts: list[str] = []
    for outcome in ranked_forms(advice):
        shown = "nog geen score" if outcome.score is None else f"{half_up(outcome.score)} van 100"
        why = f" Valt af, omdat {reasons[outcome.form]}." if outcome.excluded_by else ""
        parts.append(f"{names[outcome.form]}: {shown}.{why}")
    difference, running = difference_of(advice), [f for f in ranked_forms(advice) if f.rank is not None]
    if difference == "geen verschil":
        return f"Tussen de beste vormen is geen verschil. {' '.join(parts)}"
    if running and difference is not None:
        lead = f"{names[running[0].form]} staat bovenaan. Het verschil met de volgende vorm is {difference}."
        return f"{lead} {' '.join(parts)}"
    if running:
        return f"{names[running[0].form]} is de enige vorm die overblijft. {' '.join(parts)}"
    return f"Er staat geen vorm bovenaan. {' '.join(parts)}"


def ranking_twin(
    advice: FormAdvice, names: Mapping[CooperationForm, str], reasons: Mapping[CooperationForm, str]
) -> Twin:
    """The ranking as a table; the share of first places where samples were run."""
    samples = advice.robustness.uniform
    head = ("Vorm", "Score van 100", "Plaats", *(("Hoe vaak op plaats 1",) if samples else ()), "Opmerking")
    cells = []
    for outcome in ranked_forms(advice):
        score = "–" if outcome.score is None else str(half_up(outcome.score))
        place = "–" if outcome.rank is None else str(outcome.rank)
        share = "doet niet mee" if outcome.rank is None or samples is None else of_hundred(samples.first(outcome.form))
        note = _drops_out(outcome, reasons) or "–"
        cells.append((names[outcome.form], score, place, *((share,) if samples else ()), note))
    return Twin(head, tuple(cells))
