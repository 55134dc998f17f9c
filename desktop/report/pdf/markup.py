"""From plain text to reportlab's paragraph markup: the one place where the two meet.

Whatever a person typed stays text: ``&``, ``<`` and ``>`` are escaped, so that no tag, link or picture can come
from it. Here too every sign gets the font that has it, words that are read together are bound, and a "word" that no
line can hold is cut, so that the breaker below never meets one.
"""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from desktop.report.fonts import base_face, faces_for, printable
from desktop.report.styles import TextStyle
from desktop.report.tree import Inline, Run, RunStyle, plain
from models.figures import Weight

__all__ = ["markup", "one_line", "unbroken"]

_NB = "\N{NO-BREAK SPACE}"
_BOLDER = {Weight.REGULAR: Weight.SEMIBOLD, Weight.SEMIBOLD: Weight.BOLD}
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TOO_MANY_LINE_ENDS = re.compile(r"\n{3,}")
_FIXED_SPACES = re.compile(r"[\u2007\u202f]")
_SPACES = re.compile(r"[^\S\n\u00a0]")
_ANY_SPACE = re.compile(r"[^\S\u00a0]")
_WORD = re.compile(r"\S{41,}")
"""Long enough to need a look; a word of up to forty letters is left to the hyphenation."""

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NUMBERED = "[Aa]rtikel|[Ll]id|[Hh]oofdstuk|[Tt]abel|[Ff]iguur|[Bb]esluit|[Aa]rgument|[Kk]anttekening|[Vv]ersie"
_BINDINGS = (
    (re.compile(rf"\b({_NUMBERED}) (?=[\dA-Z]\w{{0,3}}\b)"), r"\1" + _NB),
    (re.compile(r"€ (?=\d)"), "€" + _NB),
    (re.compile(rf"\b(\d{{1,2}}) (?=(?:{_MONTHS})\b)"), r"\1" + _NB),
    (re.compile(r"\b(\d+) van (?=\d)"), rf"\1{_NB}van{_NB}"),
    (re.compile(r"\b(\d+) (?=(?:punten|punt|partners|partner|uur|jaar)\b)"), r"\1" + _NB),
)
"""The first may bind a letter; all others bind a number."""

_DIGIT = re.compile(r"\d")
_DISPLAY_BINDINGS = (
    (re.compile(r"\b([Dd]e|[Hh]et|[Ee]en|van|in|en|dit|op) (?=\w)"), r"\1" + _NB),
    (re.compile(r"(?<=[.:?] )(Er|U|Dat|Dit) (?=\w)"), r"\1" + _NB),
)
_LAST_WORD = re.compile(r"(?<=[^\S\u00a0])(\S{1,12}) (\S{1,8})\Z")
_LONG_ENOUGH = 60
_WIDE = 200.0
"""Points; in a narrower column a bound last word does more harm than a short last line."""


def markup(given: Inline | str, style: TextStyle, measure: float) -> str:
    """``given`` as markup for a paragraph in ``style`` that is ``measure`` points wide."""
    runs = plain(given) if isinstance(given, str) else given
    bare = base_face(style.weight).name
    return "".join(_marked(run, style, measure, bare) for run in _bound(_clean(runs), style, measure))


def one_line(text: str) -> str:
    """``text`` for a place without a layout of its own: an entry of the outline, a link, a property."""
    return " ".join(unbroken(text).split())


def unbroken(text: str) -> str:
    """``text`` to be drawn on one line: line ends and tabs have become spaces."""
    return _ANY_SPACE.sub(" ", printable(text))


def _clean(runs: Sequence[Run]) -> Iterator[Run]:
    """Line ends of one kind, at most one empty line, ordinary spaces; no invisible signs."""
    for run in runs:
        text = _LINE_ENDS.sub("\n", printable(run.text))
        text = _TOO_MANY_LINE_ENDS.sub("\n\n", text)
        yield Run(_SPACES.sub(" ", _FIXED_SPACES.sub(_NB, text)), run.style)


def _bound(runs: Iterator[Run], style: TextStyle, measure: float) -> Iterator[Run]:
    """Keep together what is read together; leave no short last word alone on a line."""
    cleaned = list(runs)
    total = sum(len(run.text) for run in cleaned)
    for index, run in enumerate(cleaned):
        text = run.text
        if style.bind:
            for pattern, replacement in _bindings(text, style):
                text = pattern.sub(replacement, text)
            if index == len(cleaned) - 1 and total > _LONG_ENOUGH and measure > _WIDE:
                text = _LAST_WORD.sub(rf"\1{_NB}\2", text)
        yield Run(text, run.style)


def _bindings(text: str, style: TextStyle) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The bindings that can occur in ``text``."""
    of_numbers = _BINDINGS if _DIGIT.search(text) else _BINDINGS[:1]
    return (*of_numbers, *_DISPLAY_BINDINGS) if style.balance else of_numbers


def _marked(run: Run, style: TextStyle, measure: float, bare: str) -> str:
    weight = _weight(style, run.style)
    text = _WORD.sub(lambda match: _cut(match, weight, style.size, measure), run.text)
    return "<br/>".join(_faced(line, weight, bare) for line in text.split("\n"))


def _weight(style: TextStyle, run: RunStyle) -> Weight:
    if run is RunStyle.BOLD:
        return _BOLDER.get(style.weight, Weight.BOLD)
    return Weight.ITALIC if run is RunStyle.ITALIC else style.weight


def _faced(line: str, weight: Weight, bare: str) -> str:
    """One line, escaped, each part in the font that has its signs."""
    parts = ((face.name, escape(part)) for face, part in faces_for(line, weight))
    return "".join(part if name == bare else f'<font face="{name}">{part}</font>' for name, part in parts)


def _good_place(word: str, start: int, stop: int) -> int:
    """Where to end a line before ``stop``: after a sign that divides an address, if one is near."""
    near = start + (stop - start) * 2 // 3
    return max((place + 1 for place in range(near, stop) if word[place] in "/-_.?&="), default=stop)


def _cut(match: re.Match[str], weight: Weight, size: float, measure: float) -> str:
    """A word that is wider than the measure as lines of its own, each as full as it goes."""
    word = match.group()
    advances = [face.advances[ord(sign)] * size / 1000 for face, part in faces_for(word, weight) for sign in part]
    if sum(advances) <= measure:
        return word
    lines, start, used = [], 0, 0.0
    for place, advance in enumerate(advances):
        if used + advance > measure and place > start:
            stop = _good_place(word, start, place)
            lines.append(word[start:stop])
            start, used = stop, sum(advances[stop:place])
        used += advance
    begin = "" if match.start() == 0 or match.string[match.start() - 1] == "\n" else "\n"
    return begin + "\n".join([*lines, word[start:]])
