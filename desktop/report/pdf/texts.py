"""Paragraphs: the one function that makes them.

A paragraph is set once, at the width it is made for, and never changes: it is measured often, split page by page,
and the same words in the same place come back in many cells and in each preview.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.report.pdf.breaking import Line, broken, widest
from desktop.report.pdf.words import Word, words_of
from desktop.report.styles import TextStyle
from desktop.report.tree import Align, Inline

__all__ = ["Text", "baseline_of", "heights", "text"]

_MOST_BALANCED = 6
"""Lines; more is no display text."""

_NARROWEST = 0.4
_STEP = 3.0
_REMEMBERED = 400
"""Signs; a longer text does not come back."""


def baseline_of(style: TextStyle) -> float:
    """From the top of a line to its base line: capitals stand in the middle of the leading."""
    return style.leading / 2 + 0.33 * style.size


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of a paragraph of ``measure`` points wide, ``right``: ending at the right. Made by :func:`text` only."""

    lines: tuple[Line, ...]
    style: TextStyle
    measure: float
    right: bool = False

    @property
    def base(self) -> float:
        """From the top to the first base line."""
        return baseline_of(self.style)

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def count(self) -> int:
        """The number of lines."""
        return len(self.lines)

    @property
    def least(self) -> float:
        """The height of the smallest part that may stand at the foot of a page."""
        return self.style.leading * (2 if self.count > 3 else self.count)

    def split(self, room: float) -> "tuple[Text, Text] | None":
        """What fits in ``room`` and the rest, at least two lines each; nothing where that cannot be."""
        fit = int(room / self.style.leading)
        if self.count == fit + 1:
            fit = fit - 1 if self.count > 3 else 0
        if not 1 < fit < self.count:
            return None
        return replace(self, lines=self.lines[:fit]), replace(self, lines=self.lines[fit:])


def text(given: Inline | str, style: TextStyle, measure: float, align: Align = Align.LEFT) -> Text:
    """``given`` as a paragraph of ``measure`` points wide. Nothing else in this package makes paragraphs."""
    length = len(given) if isinstance(given, str) else sum(len(run.text) for run in given)
    make = _set if length > _REMEMBERED else _known
    return make(given, style, max(measure, 2 * style.size), align is Align.RIGHT)


def heights(texts: "tuple[Text, ...] | list[Text]") -> float:
    """The height of paragraphs under each other."""
    return sum(entry.height for entry in texts)


def _set(given: Inline | str, style: TextStyle, measure: float, right: bool) -> Text:
    words = words_of(given, style, measure)
    room = measure * 1000 / style.size
    syllables = style.hyphenate > 0 and not right
    lines = broken(words, room, style.hyphenate, syllables=syllables)
    if style.balance and 1 < len(lines) <= _MOST_BALANCED:
        lines = _balanced(words, lines, room, style)
    return Text(tuple(lines), style, measure, right)


_known = lru_cache(maxsize=4096)(_set)


def _balanced(words: list[list[Word]], lines: list[Line], high: float, style: TextStyle) -> list[Line]:
    """Narrower as long as the number of lines stays the same: lines of even length."""
    step = _STEP * 1000 / style.size
    low = max(high * _NARROWEST, min(high, widest(words) + step))  # never so narrow that a word breaks
    best = lines
    while high - low > step:
        middle = (low + high) / 2
        made = broken(words, middle, style.hyphenate, syllables=style.hyphenate > 0)
        if len(made) > len(lines):
            low = middle
        else:
            high, best = middle, made
    return best
