"""Voordeel and nadeel per partner under one key: bars to the right and to the left of what each pays now.

[screens-look, "Money: keys side by side"]. A voordeel is filled and goes right, a nadeel is hollow and goes left, so
that the two differ without colour. Give several figures the same ``longest`` and their bars can be compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.dutch import euros, listed
from models.figures.figure import Figure, Twin
from models.figures.shapes import Anchor, Circle, Line, Rect, Role, Shape, Text, Weight

__all__ = ["Difference", "differences_alt", "differences_figure", "longest_of"]

_PITCH, _RADIUS, _BAR, _LETTERS, _GAP = 16.5, 6.8, 8.0, 7.2, 6.0
_NARROWEST = 60.0
_MOST_NAMED = 3
_SAYS_NOTHING = "Wat partners nu betalen, is nog niet bekend."


@dataclass(frozen=True, slots=True)
class Difference:
    """One partner: its ``letters`` and name, and what it pays less than now in euros (below zero: more).

    ``amount`` is ``None`` where today's cost is not known.
    """

    letters: str
    name: str
    amount: Decimal | None


def longest_of(differences: Sequence[Difference]) -> Decimal:
    """The largest difference, without its sign; 0 for none."""
    return max((abs(d.amount) for d in differences if d.amount is not None), default=Decimal(0))


def differences_figure(
    title: str, differences: Sequence[Difference], width: float = 130.0, longest: Decimal | None = None
) -> Figure:
    """Draw the bars ``width`` points wide (at least 60).

    ``title``: the name of the key; ``longest``: the difference that fills half of the room, by default the largest.
    """
    width = max(width, _NARROWEST)
    most = longest_of(differences) if longest is None else longest
    left = 2 * _RADIUS + _GAP
    middle, half = left + (width - left) / 2, (width - left) / 2 - 1
    height = len(differences) * _PITCH + 2
    shapes: list[Shape] = [Line(middle, 0, middle, height, Role.EDGE, 1.0)]
    for place, difference in enumerate(differences):
        shapes += _row(difference, place * _PITCH + _PITCH / 2 + 1, middle, half, most)
    return Figure(title, differences_alt(title, differences), width, height, tuple(shapes), _twin(differences))


def _row(difference: Difference, y: float, middle: float, half: float, most: Decimal) -> Iterator[Shape]:
    yield Circle(_RADIUS + 0.5, y, _RADIUS, Role.PAPER, Role.INK, 0.9)
    yield Text(_RADIUS + 0.5, y + 2.6, difference.letters, _LETTERS, Weight.SEMIBOLD, Role.INK, Anchor.MIDDLE)
    amount = difference.amount
    if amount is None:
        yield Text(middle + 4, y + 2.6, "?", _LETTERS, Weight.SEMIBOLD, Role.GREY)
        return
    if not amount:
        return
    length = max(float(abs(amount) / most) * half, 1.0) if most else 1.0
    if amount > 0:
        yield Rect(middle, y - _BAR / 2, min(length, half), _BAR, Role.OK)
    else:
        # The pen stands inside the bar, so that a hollow bar is as long as a filled one.
        inner = max(min(length, half) - 0.9, 0.4)
        yield Rect(middle - inner - 0.45, y - _BAR / 2 + 0.45, inner, _BAR - 0.9, Role.DANGER_WASH, Role.DANGER, 0.9)


def differences_alt(title: str, differences: Sequence[Difference]) -> str:
    """The bars in words: who has a voordeel and a nadeel, and who the most."""
    held = [(d.amount, d.name) for d in differences if d.amount is not None]
    if not held:
        return f"{title}. {_SAYS_NOTHING}"
    said = [f"{title}."]
    said += _side("Voordeel", [(amount, name) for amount, name in held if amount > 0])
    said += _side("Nadeel", [(-amount, name) for amount, name in held if amount < 0])
    same = [name for amount, name in held if not amount]
    if same:
        said.append(f"Evenveel als nu: {_names(same)}.")
    if len(held) < len(differences):
        said.append(f"Nog niet bekend: {_names([d.name for d in differences if d.amount is None])}.")
    return " ".join(said)


def _side(word: str, held: list[tuple[Decimal, str]]) -> Iterator[str]:
    if not held:
        return
    amount, name = max(held, key=lambda pair: pair[0])
    if len(held) == 1:
        yield f"{word} voor {name}: {euros(amount)}."
        return
    yield f"{word} voor {_names([n for _, n in held])}."
    yield f"Het grootste {word.lower()} is {euros(amount)}, voor {name}."


def _names(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMED + 1:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMED])} en nog {len(names) - _MOST_NAMED} partners"


def _twin(differences: Sequence[Difference]) -> Twin:
    return Twin(("Partner", "Voordeel of nadeel"), tuple((d.name, _said(d.amount)) for d in differences))


def _said(amount: Decimal | None) -> str:
    if amount is None:
        return "nog niet bekend"
    if not amount:
        return "evenveel als nu"
    return f"{euros(abs(amount))} {'voordeel' if amount > 0 else 'nadeel'}"
