"""How the partners answered each statement, on one axis from 1 to 5, with the answer that they gave together.

[report-look, part 6]. A few partners have a letter each; of more, a disc says how many gave that answer. The band
runs from the lowest to the highest answer; a triangle under the axis points at the answer of all together.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.dossier.base import Answer, known
from models.figures.answers import answer_words
from models.figures.figure import Figure, Twin
from models.figures.metrics import SMALL, fitted, wrap_label
from models.figures.parts import text_block
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Shape, Text, Weight
from models.knowledge.forms import Criterion

__all__ = ["MOST_LETTERS", "StatementAnswers", "letters_of", "partner_answers_figure"]

MOST_LETTERS = 4
"""As many partners have a letter: more of them would not stand beside each other at one answer."""

_FIVE = 5
_FEW = 8.5
_LEFT, _RIGHT = 124.0, 92.0
"""Room for the name of the statement, and for how far the answers lie apart."""
_ROW, _TOP, _LEGEND = 38.0, 16.0, 14.0
_DISC = 6.4


@dataclass(frozen=True, slots=True)
class StatementAnswers:
    """One statement. ``joint``: what all say together; ``partners``: by id, only answers on the scale."""

    criterion: Criterion
    joint: Answer[int]
    partners: Mapping[str, int]

    @property
    def spread(self) -> int:
        """From the lowest to the highest answer."""
        return max(self.partners.values()) - min(self.partners.values()) if self.partners else 0


def letters_of(names: Mapping[str, str]) -> Mapping[str, str]:
    """A letter for each partner by id; empty where they are too many."""
    if len(names) > MOST_LETTERS:
        return {}
    return {partner: chr(ord("A") + place) for place, partner in enumerate(names)}


def partner_answers_figure(
    rows: Sequence[StatementAnswers], names: Mapping[str, str], wide: int, width: float = 453.5
) -> Figure:
    """Draw the answers, ``width`` points wide.

    ``names``: of the partners by id; ``wide``: from which difference on partners must talk.
    """
    letters = letters_of(names)
    shapes: list[Shape] = list(_legend(letters, names, width))
    top = (_LEGEND * len(letters) + 6 if letters else 0) + _TOP
    left, right = _LEFT, width - _RIGHT
    for value in range(1, _FIVE + 1):
        shapes.append(Text(_at(value, left, right), top - 7, str(value), _FEW, fill=Role.GREY, anchor=Anchor.MIDDLE))
    for row in rows:
        shapes.append(Line(0, top, width, top, Role.RULE, 0.4))
        shapes += _row(row, letters, top, (left, right, width), wide)
        top += _ROW
    title = "Zo antwoorden de partners op de stellingen"
    return Figure(title, _alt(rows, wide), width, top + 2, tuple(shapes), _twin(rows, names))


def _at(value: int, left: float, right: float) -> float:
    return left + (min(max(value, 1), _FIVE) - 1) / (_FIVE - 1) * (right - left)


def _legend(letters: Mapping[str, str], names: Mapping[str, str], width: float) -> Iterator[Shape]:
    for place, (partner, letter) in enumerate(letters.items()):
        y = _LEGEND * place + 9
        yield from _disc(_LEFT, y, letter)
        yield Text(_LEFT + 14, y + 3, fitted(names[partner], SMALL, width - _LEFT - 14), SMALL)


def _disc(x: float, y: float, sign: str) -> Iterator[Shape]:
    size = 8.0 if len(sign) < 2 else 7.0
    yield Circle(x, y, _DISC, Role.PAPER, Role.ACCENT, 1)
    yield Text(x, y + 2.8, sign, size, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)


def _row(
    row: StatementAnswers, letters: Mapping[str, str], top: float, across: tuple[float, float, float], wide: int
) -> Iterator[Shape]:
    left, right, width = across
    middle = top + 12
    yield from text_block(wrap_label(row.criterion.label, SMALL, left - 22, 2), 0, top + 15, SMALL, Weight.SEMIBOLD)
    yield Line(left, middle, right, middle, Role.RULE, 0.8)
    for value in range(1, _FIVE + 1):
        x = _at(value, left, right)
        yield Line(x, middle - 2.5, x, middle + 2.5, Role.RULE, 0.8)
    if row.partners:
        start = _at(min(row.partners.values()), left, right) - 5
        end = _at(max(row.partners.values()), left, right) + 5
        yield Rect(start, middle - 5, end - start, 10, Role.BAND, Role.ACCENT, 0.8, radius=5)
    for value, signs in _signs(row, letters):
        yield from _side_by_side(_at(value, left, right), middle, signs)
    joint = known(row.joint)
    if joint is not None:
        x, y = _at(joint, left, right), middle + 7.5
        yield Polygon(((x, y), (x + 4, y + 6.5), (x - 4, y + 6.5)), Role.ACCENT)
    yield from _ends(row.criterion, left, right, top + 34)
    words, apart = _verdict(row), row.spread >= wide
    weight, colour = (Weight.SEMIBOLD, Role.BRICK) if apart else (Weight.REGULAR, Role.GREY)
    yield from text_block(wrap_label(words, SMALL, _RIGHT - 16, 2), width, top + 15, SMALL, weight, colour, Anchor.END)


def _signs(row: StatementAnswers, letters: Mapping[str, str]) -> Iterator[tuple[int, list[str]]]:
    for value in range(1, _FIVE + 1):
        here = [partner for partner, answer in row.partners.items() if answer == value]
        if here:
            yield value, [letters[partner] for partner in here] if letters else [str(len(here))]


def _side_by_side(x: float, y: float, signs: Sequence[str]) -> Iterator[Shape]:
    step = 2 * _DISC - 0.4
    begin = x - step * (len(signs) - 1) / 2
    for place, sign in enumerate(signs):
        yield from _disc(begin + place * step, y, sign)


def _ends(criterion: Criterion, left: float, right: float, y: float) -> Iterator[Shape]:
    half = (right - left) / 2 - 12
    yield Text(left - 6, y, fitted(criterion.low_short, _FEW, half), _FEW, fill=Role.GREY)
    high = fitted(criterion.high_short, _FEW, half)
    yield Text(right + 6, y, high, _FEW, fill=Role.GREY, anchor=Anchor.END)


def _verdict(row: StatementAnswers) -> str:
    if not row.partners:
        return "geen antwoord per partner" if known(row.joint) is not None else "nog geen antwoord"
    if len(row.partners) == 1:
        return "één partner antwoordde"
    return f"verschil {row.spread}" if row.spread else "gelijk"


def _alt(rows: Sequence[StatementAnswers], wide: int) -> str:
    answered = [row for row in rows if len(row.partners) > 1]
    if not answered:
        return "Er zijn nog geen antwoorden van twee of meer partners om te vergelijken."
    apart = sorted((row for row in answered if row.spread >= wide), key=lambda row: -row.spread)
    if not apart:
        return f"Bij geen van de {len(answered)} stellingen is het verschil {wide} of meer."
    first = apart[0]
    label = first.criterion.label[:1].lower() + first.criterion.label[1:]
    return (
        f"Bij {len(apart)} van de {len(answered)} stellingen is het verschil {wide} of meer. "
        f"Het grootst is het bij {label}: {first.spread}."
    )


def _twin(rows: Sequence[StatementAnswers], names: Mapping[str, str]) -> Twin:
    """A column per partner where they have letters, else how many gave each answer."""
    if len(names) <= MOST_LETTERS:
        head = ("Stelling", "Samen", *names.values(), "Verschil")
        return Twin(head, tuple(_named_cells(row, names) for row in rows))
    head = ("Stelling", "Samen", *(f"Antwoord {value}" for value in range(1, _FIVE + 1)), "Verschil")
    return Twin(head, tuple(_counted_cells(row) for row in rows))


def _named_cells(row: StatementAnswers, names: Mapping[str, str]) -> tuple[str, ...]:
    own = (str(row.partners[partner]) if partner in row.partners else "–" for partner in names)
    return (row.criterion.label, answer_words(row.joint, "–"), *own, _apart(row))


def _counted_cells(row: StatementAnswers) -> tuple[str, ...]:
    numbers = Counter(row.partners.values())
    return (
        row.criterion.label,
        answer_words(row.joint, "–"),
        *(str(numbers[value]) if numbers[value] else "–" for value in range(1, _FIVE + 1)),
        _apart(row),
    )


def _apart(row: StatementAnswers) -> str:
    return str(row.spread) if len(row.partners) > 1 else "–"
