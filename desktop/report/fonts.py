"""The embedded fonts: which signs they cover, how wide a text is, which face prints which part of it.

Source Sans Pro for all text, DejaVu Sans for the signs that it lacks, and □ for a sign that both lack. Signs that
are invisible by nature (direction marks, joiners, soft hyphens) are not printed and not missing. A combining
accent is joined with its letter where Unicode has one sign for both.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from models.figures import Weight

__all__ = ["FONT_FOLDER", "REPLACEMENT", "Face", "base_face", "faces_for", "missing_signs", "printable"]

FONT_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"

REPLACEMENT = "\N{WHITE SQUARE}"
"""What stands for a sign that no font covers."""

_FILES = {
    Weight.REGULAR: "SourceSansPro-Regular",
    Weight.SEMIBOLD: "SourceSansPro-Semibold",
    Weight.BOLD: "SourceSansPro-Bold",
    Weight.ITALIC: "SourceSansPro-It",
}
_SYMBOLS = "DejaVuSans"
_PRIVATE = range(0xE000, 0xF900)
"""Signs that mean nothing outside one font: nobody could read them aloud."""

_NOT_TEXT = frozenset({0, 0xFEFF, 0xFFFE, 0xFFFF})
_INVISIBLE = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F}
"""Variation selectors and the grapheme joiner: invisible, though not of category Cf."""


@dataclass(frozen=True, eq=False)
class Face:
    """One registered font file, the same object each time; ``advances``: by code point, in thousandths of the size."""

    name: str
    advances: dict[int, float]
    codes: frozenset[int]

    def covers(self, sign: str) -> bool:
        """Whether this face has a glyph for ``sign``."""
        return ord(sign) in self.advances

    def width(self, text: str, size: float) -> float:
        """The width of ``text`` in points; every sign must be covered."""
        return _thousandths(self, text) * size / 1000


@lru_cache(maxsize=16384)
def _thousandths(face: Face, text: str) -> float:
    return sum(map(face.advances.__getitem__, map(ord, text)))


@lru_cache(maxsize=8)
def _face(name: str) -> Face:
    font: Any = TTFont(name, str(FONT_FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    widths = font.face.charWidths
    # A font can map a code to its empty glyph 0: that is no coverage.
    advances = {
        code: widths[code]
        for code, glyph in font.face.charToGlyph.items()
        if glyph and code in widths and code not in _PRIVATE and code not in _NOT_TEXT
    }
    return Face(name, advances, frozenset(advances))


def base_face(weight: Weight) -> Face:
    """The face of Source Sans Pro in ``weight``; registered with reportlab the first time."""
    return _face(_FILES[weight])


def printable(text: str) -> str:
    """``text`` with accents joined to their letters and without the signs that are invisible by nature."""
    if text.isascii():
        return text
    joined = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in joined if not _invisible(sign))


def _invisible(sign: str) -> bool:
    return ord(sign) > 0x7F and (unicodedata.category(sign) == "Cf" or ord(sign) in _INVISIBLE)


@lru_cache(maxsize=16384)
def faces_for(text: str, weight: Weight) -> tuple[tuple[Face, str], ...]:
    """``text`` cut into stretches, each with the face that prints it; a missing sign has become □.

    ``text`` has passed :func:`printable`, and holds no line ends.
    """
    base = base_face(weight)
    if base.codes.issuperset(map(ord, text)):
        return ((base, text),) if text else ()
    stretches = groupby(_signs(text, base), key=itemgetter(0))
    return tuple((face, "".join(sign for _, sign in signs)) for face, signs in stretches)


def _signs(text: str, base: Face) -> Iterator[tuple[Face, str]]:
    regular, symbols = base_face(Weight.REGULAR), _face(_SYMBOLS)
    for sign in text:
        face = next((face for face in (base, regular, symbols) if face.covers(sign)), None)
        yield (face, sign) if face is not None else (symbols, REPLACEMENT)


def missing_signs(text: str) -> tuple[str, ...]:
    """The signs of ``text`` that the report prints as □, each once, in order of appearance."""
    if text.isascii() and text.isprintable():
        return ()
    regular = base_face(Weight.REGULAR)
    unsure = dict.fromkeys(sign for sign in printable(text) if sign not in "\n\t" and not regular.covers(sign))
    if not unsure:
        return ()
    symbols = _face(_SYMBOLS)
    return tuple(sign for sign in unsure if not symbols.covers(sign))
