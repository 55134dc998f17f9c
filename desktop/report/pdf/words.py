"""From plain text to words that can be set: the one place where typed text is made ready for paper.

Whatever a person typed stays text: nothing here or after it reads markup, so that no tag, link or picture can come
from it. Here too every sign gets the font that has it, and words that are read together are bound.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.report.fonts import Face, faces_for, printable
from desktop.report.styles import TextStyle
from desktop.report.tree import Inline, Run, RunStyle, plain
from models.figures import Weight

__all__ = ["Piece", "Word", "one_line", "unbroken", "words_of"]

_NB = "\N{NO-BREAK SPACE}"
_BOLDER = {Weight.REGULAR: Weight.SEMIBOLD, Weight.SEMIBOLD: Weight.BOLD}
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TOO_MANY_LINE_ENDS = re.compile(r"\n{3,}")
_FIXED_SPACES = re.compile(r"[\u2007\u202f]")
_SPACES = re.compile(r"[^\S\n\u00a0]")
_ANY_SPACE = re.compile(r"[^\S\u00a0]")

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NUMBERED = "[Aa]rtikel|[Ll]id|[Hh]oofdstuk|[Tt]abel|[Ff]iguur|[Bb]esluit|[Aa]rgument|[Kk]anttekening|[Vv]ersie"
_UNITS = "punten|punt|partners|partner|uur|jaar|dagen|dag|maanden|maand|weken|week"
_LETTERED = re.compile(rf"\b({_NUMBERED}) (?=[\dA-Z]\w{{0,3}}\b)")
_BINDINGS = (
    (re.compile(r"€ (?=\d)"), "€" + _NB),
    (re.compile(rf"\b(\d{{1,2}}) (?=(?:{_MONTHS})\b)"), r"\1" + _NB),
    (re.compile(r"\b(\d+) van (?=\d)"), rf"\1{_NB}van{_NB}"),
    (re.compile(rf"\b(\d+) (?=(?:{_UNITS})\b)"), r"\1" + _NB),
)
"""Around a number."""

_DIGIT = re.compile(r"\d")
_DISPLAY_BINDINGS = (
    (re.compile(r"\b([Dd]e|[Hh]et|[Ee]en|van|in|en|dit|op) (?=\w)"), r"\1" + _NB),
    (re.compile(r"(?<=[.:?] )(Er|U|Dat|Dit) (?=\w)"), r"\1" + _NB),
)
_LAST_WORD = re.compile(r"(?<=[^\S\u00a0])(\S{1,12}) (\S{1,8})\Z")
_REMEMBERED = 60
"""Signs; a longer word does not come back."""

_LONG_ENOUGH = 60
_WIDE = 200.0
"""Points; in a narrower column a bound last word does more harm than a short last line."""


class Piece(NamedTuple):
    """A stretch of text in one face; ``target``: the address that it leads to, empty for none."""

    face: Face
    text: str
    target: str = ""


class Word(NamedTuple):
    """What stands between two spaces, with its width in thousandths of the size."""

    width: float
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return self.pieces[0].text if len(self.pieces) == 1 else "".join(piece.text for piece in self.pieces)


def words_of(given: Inline | str, style: TextStyle, measure: float) -> list[list[Word]]:
    """The words of ``given``, in a list for each line end in it, for a text that is ``measure`` points wide."""
    runs = plain(given) if isinstance(given, str) else given
    bound = _bound([_clean(run) for run in runs], style, measure)
    if len(bound) == 1:
        run = bound[0]
        weight = _weight(style, run.style)
        return [[_word(part, weight, run.target) for part in line.split(" ") if part] for line in run.text.split("\n")]
    return _joined(bound, style)


def one_line(text: str) -> str:
    """``text`` for a place without a layout of its own: an entry of the outline, a link, a property."""
    return " ".join(unbroken(text).split())


def unbroken(text: str) -> str:
    """``text`` to be drawn on one line: line ends and tabs have become spaces."""
    return text if text.isprintable() and text.isascii() else _ANY_SPACE.sub(" ", printable(text))


def _word(text: str, weight: Weight, target: str) -> Word:
    return _made(text, weight, target) if len(text) > _REMEMBERED else _known(text, weight, target)


@lru_cache(maxsize=8192)
def _known(text: str, weight: Weight, target: str) -> Word:
    return _made(text, weight, target)


def _made(text: str, weight: Weight, target: str) -> Word:
    pieces = tuple(Piece(face, part, target) for face, part in faces_for(text, weight))
    return Word(sum(piece.face.width(piece.text, 1000) for piece in pieces), pieces)


def _joined(runs: Sequence[Run], style: TextStyle) -> list[list[Word]]:
    """Words of several runs; where no space parts two runs, one word holds of both."""
    lines: list[list[Word]] = [[]]
    glued = False
    for run in runs:
        weight = _weight(style, run.style)
        for number, line in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
                glued = False
            for place, part in enumerate(line.split(" ")):
                glued = glued and not place
                if part:
                    word = _word(part, weight, run.target)
                    if glued and lines[-1]:
                        last = lines[-1].pop()
                        word = Word(last.width + word.width, last.pieces + word.pieces)
                    lines[-1].append(word)
                    glued = True
    return lines


def _weight(style: TextStyle, run: RunStyle) -> Weight:
    if run is RunStyle.BOLD:
        return _BOLDER.get(style.weight, Weight.BOLD)
    return Weight.ITALIC if run is RunStyle.ITALIC else style.weight


def _clean(run: Run) -> Run:
    """Line ends of one kind, at most one empty line, ordinary spaces; no invisible signs."""
    if run.text.isprintable() and run.text.isascii():
        return run
    text = printable(run.text)
    if not text.isprintable():
        text = _TOO_MANY_LINE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text))
        text = _SPACES.sub(" ", _FIXED_SPACES.sub(_NB, text))
    return Run(text, run.style, run.target)


def _bound(runs: list[Run], style: TextStyle, measure: float) -> list[Run]:
    """Keep together what is read together; leave no short last word alone on a line."""
    if not style.bind:
        return runs
    long = sum(len(run.text) for run in runs) > _LONG_ENOUGH and measure > _WIDE
    last = len(runs) - 1
    return [_bound_run(run, style, ends=long and index == last) for index, run in enumerate(runs)]


def _bound_run(run: Run, style: TextStyle, *, ends: bool) -> Run:
    if " " not in run.text:
        return run
    text = run.text
    for pattern, replacement in _bindings(text, style):
        text = pattern.sub(replacement, text)
    if ends:
        text = _LAST_WORD.sub(rf"\1{_NB}\2", text)
    return run if text == run.text else Run(text, run.style, run.target)


def _bindings(text: str, style: TextStyle) -> Iterator[tuple[re.Pattern[str], str]]:
    """The bindings that can occur in ``text``."""
    yield _LETTERED, r"\1" + _NB
    if _DIGIT.search(text):
        yield from _BINDINGS
    if style.balance:
        yield from _DISPLAY_BINDINGS
