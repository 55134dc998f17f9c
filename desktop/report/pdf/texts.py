"""Paragraphs: the one function that makes them, and the small changes to reportlab's own.

A paragraph is set once, at the width it is made for, and keeps its lines: platypus asks for a height several times
and splits long texts page by page, and breaking lines is what takes the time.
"""

from collections.abc import Sequence
from functools import lru_cache

from desktop.report.fonts import base_face
from desktop.report.pdf import rl
from desktop.report.pdf.hyphens import breaks_of
from desktop.report.pdf.markup import markup
from desktop.report.styles import TextStyle
from desktop.report.tree import Align, Inline

__all__ = ["Text", "baseline_of", "heights", "text"]

_MOST_BALANCED = 6
"""Lines; more is no display text."""

_NARROWEST = 0.4
_STEP = 3.0


def baseline_of(style: TextStyle) -> float:
    """From the top of a line to its base line: capitals stand in the middle of the leading."""
    return style.leading / 2 + 0.33 * style.size


class Text(rl.Paragraph):
    """A paragraph of ``measure`` points wide with its first base line at ``base``. Made by :func:`text` only."""

    measure = 0.0
    base = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines, the first time; the width on offer is not asked for: :func:`text` has set it."""
        del width
        if not hasattr(self, "blPara"):
            super().wrap(self.measure, height)
            self._settle()
        return self.width, self.height

    def _settle(self) -> None:
        """Put the first base line where the style wants it, whatever fonts stand on that line."""
        broken = self.blPara
        if broken.lines:
            (broken if broken.kind == 0 else broken.lines[0]).ascent = self.base

    @property
    def count(self) -> int:
        """The number of lines."""
        self.wrap(self.measure, 0)
        return len(self.blPara.lines)

    @property
    def least(self) -> float:
        """The height of the smallest part that may stand at the foot of a page."""
        lines = self.count
        return float(self.style.leading) * (2 if lines > 3 else lines)

    def rebroken(self, measure: float) -> int:
        """Set at another width; the number of lines."""
        self.measure = measure
        del self.blPara
        return self.count

    def split(self, width: float, height: float) -> Sequence[rl.Flowable]:
        """In two, each with the lines that it has already."""
        broken = self.blPara
        parts = super().split(width, height)
        self.blPara = broken
        if len(parts) != 2:
            return parts
        first, rest = parts
        assert isinstance(first, Text) and isinstance(rest, Text)
        cut, total = len(first.blPara.lines), len(broken.lines)
        first._take(self, broken, 0, cut)
        rest._take(self, broken, cut, total)
        return parts

    def _take(self, whole: "Text", broken: object, start: int, stop: int) -> None:
        self.measure, self.base, self.frags = whole.measure, whole.base, whole.frags
        self.blPara = rl.same_lines(broken, start, stop)
        self.width, self.height = whole.width, (stop - start) * float(self.style.leading)
        self._settle()


def text(given: Inline | str, style: TextStyle, measure: float, align: Align = Align.LEFT) -> Text:
    """``given`` as a paragraph of ``measure`` points wide. Nothing else in this package makes paragraphs."""
    measure = max(measure, 2 * style.size)
    made = Text(markup(given, style, measure), _paragraph_style(style, align))
    made.measure, made.base = measure, baseline_of(style)
    if style.balance:
        _balance(made)
    return made


def heights(texts: Sequence[Text]) -> float:
    """The height of paragraphs under each other."""
    return sum(entry.wrap(entry.measure, 0)[1] for entry in texts)


def _balance(made: Text) -> None:
    """Narrow a display text as long as its number of lines stays the same: lines of even length."""
    count, high = made.count, made.measure
    if not 1 < count <= _MOST_BALANCED:
        return
    low = max(high * _NARROWEST, min(high, made.minWidth() + _STEP))  # never so narrow that a word breaks
    while high - low > _STEP:
        middle = (low + high) / 2
        low, high = (middle, high) if made.rebroken(middle) > count else (low, middle)
    made.rebroken(high)


@lru_cache(maxsize=128)
def _paragraph_style(style: TextStyle, align: Align) -> rl.ParagraphStyle:
    numbers = align is Align.RIGHT
    return rl.ParagraphStyle(
        "",
        fontName=base_face(style.weight).name,
        fontSize=style.size,
        leading=style.leading,
        textColor=rl.colour(style.colour),
        alignment=2 if numbers else 0,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        embeddedHyphenation=1,
        uriWasteReduce=0,
        hyphenationLang=breaks_of if style.hyphenate and not numbers else "",
        hyphenationMinWordLength=style.hyphenate or 16,
    )
