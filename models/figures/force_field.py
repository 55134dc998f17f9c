"""The force field: the goal in the middle, filled arms from the left help, hollow arms from the right hinder.

Length is strength 1-5, blocks are how far it can be influenced [screens-look, "Force field"; S4 §5.5]. The picture
gives no total and no verdict: the number of arms says nothing about what weighs most. Internal factors are left out
unless asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from models.dossier.base import known
from models.dossier.choose import FactorDirection, FactorEntry, FactorPhase
from models.figures.answers import answer_words, name_of, short_name
from models.figures.figure import Figure, Twin
from models.figures.metrics import BODY, SMALL, wrap_label
from models.figures.parts import arm, text_block
from models.figures.shapes import Anchor, Rect, Role, Shape, Text, Weight

__all__ = ["PHASE_WORDS", "force_field_figure"]

PHASE_WORDS: Mapping[FactorPhase, str] = {
    FactorPhase.RANDVOORWAARDEN: "randvoorwaarden",
    FactorPhase.PROCES: "proces",
    FactorPhase.STAAND: "staande samenwerking",
}
_HELPS, _HINDERS = FactorDirection.PROMOTING, FactorDirection.BLOCKING
_NARROWEST, _TOP, _ARM, _LEADING, _PIPS = 240.0, 20.0, 14.0, 13.0, 34.0


def force_field_figure(
    factors: Sequence[FactorEntry],
    goal: str,
    names: Mapping[str, str],
    width: float = 453.5,
    *,
    phase: FactorPhase | None = None,
    internal: bool = False,
    most: int = 12,
) -> Figure:
    """Draw the factors of one phase (None: of all), ``width`` points wide (at least 240).

    ``goal``: what stands in the middle; ``names``: of the factors of knowledge, by id, for an entry without own
    words; ``internal``: show the internal ones too; ``most``: arms per side, the strongest; the twin has them all.
    """
    width = max(width, _NARROWEST)
    shown = [f for f in factors if (internal or not f.internal) and (phase is None or known(f.phase) is phase)]
    shown.sort(key=lambda f: (-(known(f.strength) or 0), -(known(f.influenceable) or 0)))
    helping, hindering = ([f for f in shown if f.direction is side] for side in (_HELPS, _HINDERS))
    block = min(max(0.13 * width, 62), 92)
    field = _Field(width, block, names)
    shapes: list[Shape] = [
        Text(0, 9, "Helpt", SMALL, Weight.SEMIBOLD, Role.GREY),
        Text(width, 9, "Hindert", SMALL, Weight.SEMIBOLD, Role.GREY, Anchor.END),
    ]
    top = _TOP
    for left, right in zip_longest(helping[:most], hindering[:most]):
        drawn, top = field.row(left, right, top)
        shapes += drawn
    shapes += _rest(helping, hindering, most, top, width)
    top += 18 if max(len(helping), len(hindering)) > most else 0
    bottom = max(top - 6, _TOP + 66)
    shapes += _goal(goal, width, block, bottom)
    title = "Wat helpt en wat hindert" if phase is None else f"Wat helpt en wat hindert: {PHASE_WORDS[phase]}"
    alt = _alt(helping, hindering, names)
    return Figure(title, alt, width, bottom + 2, tuple(shapes), _twin(shown, names, internal))


class _Field:
    """Where the arms end, and how long a step of strength is."""

    def __init__(self, width: float, block: float, names: Mapping[str, str]) -> None:
        self.width, self.names = width, names
        self.tip = (width - block) / 2 - 5
        self.step = (self.tip - _PIPS - 16) / 5

    def row(self, left: FactorEntry | None, right: FactorEntry | None, top: float) -> tuple[list[Shape], float]:
        """A pair of arms with their names, and where the next pair starts."""
        labels = [wrap_label(_name(f, self.names), BODY, self.tip - 6, 2) if f else () for f in (left, right)]
        lines = max(map(len, labels))
        y = top + lines * _LEADING + 3
        shapes: list[Shape] = []
        for entry, label in zip((left, right), labels, strict=True):
            if entry is not None:
                helps = entry.direction is _HELPS
                x, anchor = (0.0, Anchor.START) if helps else (self.width, Anchor.END)
                first = top + 9.5 + (lines - len(label)) * _LEADING
                shapes += (Text(x, first + n * _LEADING, t, BODY, anchor=anchor) for n, t in enumerate(label))
                shapes += self._arm(entry, y, helps=helps)
        return shapes, y + _ARM + 9

    def _arm(self, entry: FactorEntry, y: float, *, helps: bool) -> Iterator[Shape]:
        strength = known(entry.strength)
        length = (strength or 1) * self.step + 10
        x = self.tip - length if helps else self.width - self.tip
        label = "?" if strength is None else str(strength)
        at, anchor = (x + 6, Anchor.START) if helps else (x + length - 6, Anchor.END)
        inside = (x + 0.7, y + 0.7, length - 1.4, _ARM - 1.4)
        if strength is None:
            yield arm(*inside, Role.PAPER, Role.EDGE, stroke_width=1, dashed=True, leftwards=not helps)
            yield Text(at, y + 10.4, label, SMALL, Weight.SEMIBOLD, Role.GREY, anchor)
        elif helps:
            yield arm(x, y, length, _ARM, Role.OK)
            yield Text(at, y + 10.4, label, SMALL, Weight.SEMIBOLD, Role.PAPER, anchor)
        else:
            yield arm(*inside, Role.DANGER_WASH, Role.DANGER, leftwards=True)
            yield Text(at, y + 10.4, label, SMALL, Weight.SEMIBOLD, Role.DANGER, anchor)
        yield from _pips(known(entry.influenceable), x - _PIPS if helps else x + length + 6, y + _ARM / 2)


def _pips(influenceable: int | None, x: float, middle: float) -> Iterator[Shape]:
    """Five blocks, as many filled as it can be influenced; hollow where nobody said."""
    for number in range(5):
        box = (x + 5.8 * number, middle - 1.6, 4.4, 3.2)
        if influenceable is None:
            yield Rect(*box, stroke=Role.RULE, stroke_width=0.5)
        else:
            yield Rect(*box, fill=Role.ACCENT if number < influenceable else Role.RULE)


def _rest(
    helping: Sequence[FactorEntry], hindering: Sequence[FactorEntry], most: int, top: float, width: float
) -> Iterator[Shape]:
    for side, x, anchor in ((helping, 0.0, Anchor.START), (hindering, width, Anchor.END)):
        if len(side) > most:
            yield Text(x, top + 9, f"en nog {len(side) - most} in de tabel", SMALL, fill=Role.GREY, anchor=anchor)
        elif not side:
            yield Text(x, _TOP + 9.5, "Nog niets ingevuld", SMALL, fill=Role.GREY, anchor=anchor)


def _goal(goal: str, width: float, block: float, bottom: float) -> Iterator[Shape]:
    height = bottom - _TOP
    yield Rect((width - block) / 2, _TOP, block, height, Role.DEEP, radius=6)
    words = goal if goal.strip() else "Ons doel"
    lines = wrap_label(words, BODY, block - 9, max(int((height - 12) / 13.2), 1))
    weight, middle = Weight.SEMIBOLD, _TOP + height / 2
    yield from text_block(lines, width / 2, middle, BODY, weight, Role.ON_DEEP, Anchor.MIDDLE)


def _name(entry: FactorEntry, names: Mapping[str, str]) -> str:
    return name_of(entry.text if entry.text.strip() else names.get(entry.factor or "", ""))


def _alt(helping: Sequence[FactorEntry], hindering: Sequence[FactorEntry], names: Mapping[str, str]) -> str:
    if not helping and not hindering:
        return "Er is nog niets ingevuld dat helpt of hindert."
    parts = []
    for side, verb in ((helping, "helpt"), (hindering, "hindert")):
        if not side:
            parts.append(f"Er is niets ingevuld dat {verb}.")
            continue
        strength = known(side[0].strength)
        how = "" if strength is None else f" Kracht: {strength} van 5."
        strongest = short_name(_name(side[0], names))
        end = "" if strongest.endswith(("…", ".")) else "."
        parts.append(f"Wat {verb}: {len(side)}. Het sterkst: {strongest}{end}{how}")
    return " ".join((*parts, "Het aantal beslist niet."))


def _twin(shown: Sequence[FactorEntry], names: Mapping[str, str], internal: bool) -> Twin:
    head = ("Factor", "Helpt of hindert", "Kracht", "Te beïnvloeden", "Fase", *(("Intern",) if internal else ()))
    rows = []
    for entry in shown:
        phase = known(entry.phase)
        rows.append(
            (
                _name(entry, names),
                "helpt" if entry.direction is _HELPS else "hindert",
                answer_words(entry.strength),
                answer_words(entry.influenceable),
                "niet ingevuld" if phase is None else PHASE_WORDS[phase],
                *(("ja" if entry.internal else "nee",) if internal else ()),
            )
        )
    return Twin(head, tuple(rows))
