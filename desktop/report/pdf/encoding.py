"""Texts as the operators of a page: each sign as the code that its font has for it in this file."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from desktop.report.fonts import Face
from desktop.report.pdf import rl
from desktop.report.pdf.texts import Text
from models.figures import Role

__all__ = ["Encoder", "Placed", "Stretch", "number", "stretches"]

Placed = tuple[Text, float, float]
"""A text with its left and its top."""


class Stretch(NamedTuple):
    """A part of a line in one face, from (x, y); ``goes_on``: right after the stretch before it."""

    x: float
    y: float
    face: Face
    text: str
    size: float
    colour: Role
    target: str
    goes_on: bool

    @property
    def width(self) -> float:
        """In points, without the space at the end of a line."""
        return self.face.width(self.text.rstrip(" "), self.size)


def number(value: float) -> str:
    """A number as PDF has it, to a hundredth of a point."""
    return f"{round(value, 2):g}"


def stretches(placed: Iterable[Placed]) -> Iterator[Stretch]:
    """All parts of all lines. A line ends in a space where the text has one, so that its last word does not run on."""
    for text, left, top in placed:
        style = text.style
        size, y = style.size, top - text.base
        for line in text.lines:
            x = left + text.measure - line.width * size / 1000 if text.right else left
            goes_on, last = False, len(line.pieces) - 1
            for place, (face, words, target) in enumerate(line.pieces):
                shown = f"{words} " if place == last and line.spaced else words
                yield Stretch(x, y, face, shown, size, Role.ACCENT if target else style.colour, target, goes_on)
                goes_on = True
                if place < last:
                    x += face.width(words, size)
            y -= style.leading


class Encoder:
    """Encodes texts for one file."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[str, _Codes] = {}

    def text(self, shown: Sequence[Stretch]) -> str:
        """One text object."""
        parts, font, colour = ["BT"], "", None
        for at, part in enumerate(shown):
            if not part.goes_on or not at:
                parts.append(f"1 0 0 1 {number(part.x)} {number(part.y)} Tm")
            if part.colour is not colour:
                colour = part.colour
                parts.append(f"{rl.parts_of(colour)} rg")
            for name, literal in self._encoded(part.face, part.text):
                chosen = f"{name} {part.size:g} Tf"
                if chosen != font:
                    font = chosen
                    parts.append(font)
                parts.append(f"({literal}) Tj")
        parts.append("ET")
        return "\n".join(parts)

    def _encoded(self, face: Face, text: str) -> Sequence[tuple[str, str]]:
        codes = self._codes.get(face.name)
        if codes is None:
            codes = self._codes[face.name] = _Codes(rl.font_of(face.name), self._document)
        literal = text.translate(codes)
        return ((codes.name, literal),) if codes.simple else codes.split(text)


class _Codes(dict[int, str]):
    """By sign how the font writes it, as long as one subset of 256 holds all of them."""

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font, self._document, self.simple = font, document, True
        font.splitString(" ", document)
        self.name: str = font.getSubsetInternalName(0, document)

    def __missing__(self, sign: int) -> str:
        ((subset, codes),) = self._font.splitString(chr(sign), self._document)
        self.simple = self.simple and not subset
        made = self[sign] = "".join(map(_escaped, codes))
        return made

    def split(self, text: str) -> list[tuple[str, str]]:
        """``text`` by subset."""
        return [
            (self._font.getSubsetInternalName(subset, self._document), "".join(map(_escaped, codes)))
            for subset, codes in self._font.splitString(text, self._document)
        ]


@cache
def _escaped(code: int) -> str:
    sign = chr(code)
    if sign in "()\\":
        return "\\" + sign
    return sign if 32 <= code < 127 else f"\\{code:03o}"
