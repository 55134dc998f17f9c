"""From plain text to set lines: words, faces, breaks.

This is the one place where text of people meets the page. Text stays data from beginning to end: nothing in the
report reads markup, so there is nothing to escape and nothing that a text could switch on. A tag prints as typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.report.fonts import Face, base_face, faces_for, printable
from desktop.report.hyphenation import break_positions
from desktop.report.styles import TextStyle
from desktop.report.tree import Inline, Run, RunStyle, plain
from models.figures import Weight

__all__ = ["Line", "Piece", "set_text", "text_size"]

_BOLDER = {Weight.REGULAR: Weight.SEMIBOLD, Weight.SEMIBOLD: Weight.BOLD}
_TOKENS = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_NB = "\u00a0"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_BINDINGS = (
    (re.compile(r"€ (?=\d)"), "€" + _NB),
    (re.compile(rf"\b(\d{{1,2}}) (?=(?:{_MONTHS})\b)"), r"\1" + _NB),
    (re.compile(r"\b([Aa]rtikel(?:en)?|[Hh]oofdstuk|[Tt]abel|[Ff]iguur|[Vv]ersie) (?=[\dA-Z])"), r"\1" + _NB),
    (re.compile(r" (lid \d)"), _NB + r"\1"),
    (re.compile(r"\b(\d+) van (?=\d)"), rf"\1{_NB}van{_NB}"),
    (re.compile(r"\b(\d+) (?=(?:punten|punt|partners)\b)"), r"\1" + _NB),
)
_LAST_WORD = re.compile(r" (\S{1,6})\Z")
_LONG_ENOUGH, _WIDE_ENOUGH = 60, 200
"""Signs and points from which a lone short last word is worth a shorter line before it."""
_LONGEST_WORD = 200
"""Signs; nothing longer is a word that a reader would want broken at a syllable."""
_SHORTEST = 6
"""Letters of a word that may be broken where it does not fit on a line of its own."""
_JOINTS = ("ings", "schaps", "heids", "teits", "drijfs", "meente")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS, _ADDRESS_BREAKS = re.compile(r"[(<]?(?:https?://|www\.)"), re.compile(r"[/_?=&.-](?=\w)")
_INNER_BREAKS = re.compile(r"(?<=[-/–])(?=[^\W\d_]{2})")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face, with its width."""

    face: Face
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A set line; ``spaced``: a space followed it in the text, so that a reader hears two words."""

    pieces: tuple[Piece, ...]
    width: float
    spaced: bool

    @property
    def text(self) -> str:
        """What stands on the line."""
        return "".join(piece.text for piece in self.pieces)


def text_size(text: str, style: TextStyle) -> float:
    """The width of ``text`` on one line."""
    return sum(face.width(part, style.size) for face, part in faces_for(printable(text), style.weight))


def set_text(runs: Inline | str, style: TextStyle, measure: float) -> tuple[Line, ...]:
    """Break ``runs`` into lines of at most ``measure`` points.

    A word that is wider than the measure is broken between signs. A line end in the text ends a line.
    """
    given = plain(runs) if isinstance(runs, str) else runs
    lines = _set(given, style, measure)
    if style.balance and len(lines) > 1:
        lines = _balanced(given, style, measure, len(lines))
    return lines


@lru_cache(maxsize=4096)
def _set(runs: Inline, style: TextStyle, measure: float) -> tuple[Line, ...]:
    return tuple(_Setter(style, measure).lines(runs))


def _balanced(runs: Inline, style: TextStyle, measure: float, count: int) -> tuple[Line, ...]:
    """The narrowest setting with as many lines: display text with lines of even length."""
    words = "".join(run.text for run in runs).split()
    low, high = max([measure * 0.4, *(text_size(word, style) for word in words)]), measure
    if count > 6 or low >= high:
        return _set(runs, style, measure)
    while high - low > 3:
        middle = (low + high) / 2
        if len(_set(runs, style, middle)) > count:
            low = middle
        else:
            high = middle
    return _set(runs, style, high)


def _bound(text: str) -> str:
    """Keep together what a reader reads together: amounts, dates, articles; leave no short last word alone."""
    for pattern, replacement in _BINDINGS:
        text = pattern.sub(replacement, text)
    return text


def _runs(runs: Sequence[Run], bind: bool, measure: float) -> Iterator[tuple[str, RunStyle]]:
    total = sum(len(run.text) for run in runs)
    for index, run in enumerate(runs):
        text = printable(run.text)
        if bind:
            text = _bound(text)
            if index == len(runs) - 1 and total > _LONG_ENOUGH and measure > _WIDE_ENOUGH:
                text = _LAST_WORD.sub(_NB + r"\1", text)
        yield text, run.style


class _Setter:
    """Fills lines from left to right. Holds what is on the line so far; used once."""

    def __init__(self, style: TextStyle, measure: float) -> None:
        self.style, self.measure = style, max(measure, style.size * 2)
        self.done: list[Line] = []
        self.pieces: list[Piece] = []
        self.width = 0.0
        self.space: list[Piece] = []
        self.space_width = 0.0

    def lines(self, runs: Inline) -> list[Line]:
        """All lines of ``runs``."""
        word: list[Piece] = []
        for text, style in _runs(runs, self.style.bind, self.measure):
            weight = self._weight(style)
            for token in _TOKENS.findall(text):
                if token[0] in "\n \t":
                    self._word(word)
                    word = []
                    self._gap(token, weight)
                else:
                    # bound words are one word for the breaker; the spaces inside print as spaces
                    word += self._pieces(token.replace(_NB, " "), weight)
        self._word(word)
        if self.pieces or not self.done:
            self._end(spaced=False)
        return self.done

    def _weight(self, style: RunStyle) -> Weight:
        if style is RunStyle.BOLD:
            return _BOLDER.get(self.style.weight, Weight.BOLD)
        return Weight.ITALIC if style is RunStyle.ITALIC else self.style.weight

    def _pieces(self, text: str, weight: Weight) -> list[Piece]:
        return [Piece(face, part, face.width(part, self.style.size)) for face, part in faces_for(text, weight)]

    def _gap(self, gap: str, weight: Weight) -> None:
        if gap == "\n":
            self._end(spaced=True)
        elif self.pieces:
            more = self._pieces(gap.replace("\t", "    "), weight)
            self.space = [*self.space, *more]
            self.space_width += _width(more)

    def _end(self, *, spaced: bool) -> None:
        self.done.append(Line(_joined(self.pieces), self.width, spaced))
        self.pieces, self.width, self.space, self.space_width = [], 0.0, [], 0.0

    def _add(self, pieces: Sequence[Piece]) -> None:
        self.pieces += [*self.space, *pieces]
        self.width += self.space_width + _width(pieces)
        self.space, self.space_width = [], 0.0

    def _word(self, word: list[Piece]) -> None:
        """Put one word on the line, on the next one, or over several."""
        address = bool(word) and _ADDRESS.match(word[0].text) is not None
        while word:
            room = self.measure - self.width - self.space_width
            if _width(word) <= room + 0.01:
                self._add(word)
                return
            head, tail = self._broken(word, room, address)
            if head:
                self._add(head)
                self._end(spaced=False)
                word = tail
            elif self.pieces:
                self._end(spaced=True)
            else:
                self._overlong(word)
                return

    def _overlong(self, word: list[Piece]) -> None:
        """Break a word that no line can hold between its signs, in one pass."""
        for part in _by_width(word, self.measure, self.style.size):
            if self.pieces:
                self._end(spaced=False)
            self._add(part)

    def _broken(self, word: list[Piece], room: float, address: bool) -> tuple[list[Piece], list[Piece]]:
        """The longest part of ``word`` that fits in ``room`` at a hyphen or syllable; nothing where none does."""
        text = "".join(piece.text for piece in word)
        if len(text) > _LONGEST_WORD:
            return [], word
        for place, sign in _address_breaks(text) if address else _breaks(text, self.style.hyphenate, not self.pieces):
            head, tail = _cut(word, place, self.style.size)
            if sign and head:
                head = [*head, *self._hyphen(head[-1].face)]
            if head and tail and _width(head) <= room:
                return head, tail
        return [], word

    def _hyphen(self, face: Face) -> list[Piece]:
        own = face if face.covers("-") else base_face(self.style.weight)
        return [Piece(own, "-", own.width("-", self.style.size))]


def _address_breaks(text: str) -> tuple[tuple[int, str], ...]:
    """Where an address may be broken, last place first; a hyphen would be taken for a part of it."""
    return tuple((match.end(), "") for match in reversed(list(_ADDRESS_BREAKS.finditer(text))))


@lru_cache(maxsize=4096)
def _breaks(text: str, hyphenate: int, whole_line: bool) -> tuple[tuple[int, str], ...]:
    """Where a word may be broken, last place first, with the sign that the break adds.

    ``whole_line``: it does not fit on a line of its own, so bound words may part after all.
    """
    places = {match.start(): "" for match in _INNER_BREAKS.finditer(text) if match.start() > 1}
    if whole_line:
        places |= {match.end(): "" for match in re.finditer(" ", text)}
    if hyphenate:
        fewest = min(hyphenate, _SHORTEST) if whole_line else hyphenate
        for match in _LETTERS.finditer(text):
            if len(match.group()) >= fewest:
                places |= {match.start() + place: "-" for place in break_positions(match.group())}
    # A break where two words were joined reads best: bedrijfsvoerings-organisatie.
    return tuple(sorted(places.items(), key=lambda at: (text[: at[0]].endswith(_JOINTS), at[0]), reverse=True))


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours in one face as one piece: a line of one face is drawn in one go."""
    if not pieces:
        return ()
    parts: list[Piece] = []
    texts, width, face = [pieces[0].text], pieces[0].width, pieces[0].face
    for piece in pieces[1:]:
        if piece.face is face:
            texts.append(piece.text)
            width += piece.width
        else:
            parts.append(Piece(face, "".join(texts), width))
            texts, width, face = [piece.text], piece.width, piece.face
    return (*parts, Piece(face, "".join(texts), width))


def _width(pieces: Sequence[Piece]) -> float:
    if len(pieces) == 1:
        return pieces[0].width
    return sum(piece.width for piece in pieces)


def _cut(word: Sequence[Piece], place: int, size: float) -> tuple[list[Piece], list[Piece]]:
    """``word`` in two, after ``place`` signs."""
    head: list[Piece] = []
    tail: list[Piece] = []
    for piece in word:
        left, right = piece.text[: max(place, 0)], piece.text[max(place, 0) :]
        head += [Piece(piece.face, left, piece.face.width(left, size))] if left else []
        tail += [Piece(piece.face, right, piece.face.width(right, size))] if right else []
        place -= len(piece.text)
    return head, tail


def _by_width(word: Sequence[Piece], room: float, size: float) -> Iterator[list[Piece]]:
    """``word`` in parts that each fit in ``room``, as many signs as go, at least one."""
    part: list[Piece] = []
    used = 0.0
    for piece in word:
        advances, start, begun = piece.face.advances, 0, used
        for place, sign in enumerate(piece.text):
            step = advances[ord(sign)] * size / 1000
            if used + step > room and used > 0:
                kept = piece.text[start:place]
                yield [*part, *([Piece(piece.face, kept, used - begun)] if kept else [])]
                part, start, begun, used = [], place, 0.0, 0.0
            used += step
        part.append(Piece(piece.face, piece.text[start:], used - begun))
    yield part
