"""Breaking words into lines: as many as fit, at a syllable where a long word does not.

A broken word ends in a soft hyphen, not in a hyphen: it looks the same, and whoever copies or searches the text, or
has it read aloud, gets the whole word.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop.report.pdf.hyphens import breaks_of
from desktop.report.pdf.words import Piece, Word

__all__ = ["Line", "broken", "widest"]

SOFT = "\N{SOFT HYPHEN}"
_OPENING = re.compile("^['\"([{¿‘‚“„]+")
_CLOSING = re.compile("[]'\")}?!.,;:’‛”‟]+$")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+\Z")
_SPACE = 200.0
"""Thousandths; of every weight of Source Sans Pro."""

_FEWEST = 16
_FUZZ = 0.001


class Line(NamedTuple):
    """One line: its pieces, the width in thousandths of the size, and whether a space follows in the text."""

    pieces: tuple[Piece, ...]
    width: float
    spaced: bool = True


def broken(lines: Sequence[Sequence[Word]], room: float, hyphenate: int, *, syllables: bool = True) -> list[Line]:
    """The lines of paper for each line of words, at most ``room`` thousandths wide.

    ``hyphenate``: fewest letters of a word that may be broken; ``syllables``: not only after a hyphen in it.
    """
    made: list[Line] = []
    for words in lines:
        made += _broken(words, room + _FUZZ, hyphenate, syllables) or [Line((), 0)]
    while made and not made[-1].pieces:
        made.pop()
    return made


def widest(lines: Sequence[Sequence[Word]]) -> float:
    """The width of the widest word."""
    return max((word.width for words in lines for word in words), default=0.0)


def _broken(words: Sequence[Word], room: float, hyphenate: int, syllables: bool) -> list[Line]:
    made: list[Line] = []
    taken: list[Word] = []
    used = -_SPACE
    for given in words:
        word: Word | None = given
        while word is not None:
            wide = used + _SPACE + word.width
            if wide <= room:
                taken.append(word)
                used, word = wide, None
                continue
            head, rest = _hyphenated(word, room - used - _SPACE, hyphenate, syllables)
            if head is not None:
                made.append(_line([*taken, head], used + _SPACE + head.width, broken=True))
            elif taken:
                made.append(_line(taken, used))
            else:
                cut = list(_cut(word, room))
                made += [Line(piece.pieces, piece.width, spaced=False) for piece in cut[:-1]]
                taken, used, word = [cut[-1]], cut[-1].width, None
                continue
            taken, used, word = [], -_SPACE, rest
    if taken:
        made.append(_line(taken, used))
    return made


def _line(words: Sequence[Word], width: float, *, broken: bool = False) -> Line:
    """Words with spaces between them, the last one ``broken``.

    What stands in one face and leads to one place is one piece.
    """
    first = words[0].pieces[0]
    face, target = first.face, first.target
    if all(len(word.pieces) == 1 and word.pieces[0][0] is face and word.pieces[0][2] == target for word in words):
        return Line((Piece(face, " ".join([word.pieces[0][1] for word in words]), target),), width, not broken)
    merged: list[Piece] = []
    for number, word in enumerate(words):
        for place, piece in enumerate(word.pieces):
            parted = number > 0 and place == 0
            last = merged[-1] if merged else None
            if last is not None and last.face is piece.face and last.target == piece.target:
                merged[-1] = Piece(last.face, last.text + (" " if parted else "") + piece.text, last.target)
                continue
            if last is not None and parted:
                merged[-1] = Piece(last.face, last.text + " ", last.target)
            merged.append(piece)
    return Line(tuple(merged), width, not broken)


def _hyphenated(word: Word, room: float, fewest: int, syllables: bool) -> tuple[Word | None, Word]:
    """As much of ``word`` as fits in ``room`` with its hyphen, and the rest; nothing where it may not be broken."""
    text = word.text
    if len(text) < (fewest or _FEWEST):
        return None, word
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    closing = _CLOSING.search(text, start)
    core = text[start : closing.start() if closing else len(text)]
    if len(core) < (fewest or _FEWEST):
        return None, word
    for place, soft in _places(core, fewest if syllables else 0):
        head = _part(word, 0, start + place, soft=soft)
        if head.width <= room:
            return head, _part(word, start + place, len(text))
    return None, word


def _places(core: str, fewest: int) -> Iterator[tuple[int, bool]]:
    """Where a word may be broken, the last first, and whether that needs a hyphen."""
    if fewest:
        for head, _ in breaks_of(core):
            yield len(head), True
    if _LETTERS.match(core):
        for place in range(len(core) - 1, 0, -1):
            if core[place - 1] == "-":
                yield place, False


def _part(word: Word, start: int, stop: int, *, soft: bool = False, begins: Sequence[int] = ()) -> Word:
    """The letters from ``start`` to ``stop``; ``begins``: where its pieces start, if that is known."""
    begins = begins or _begins(word)
    pieces: list[Piece] = []
    for number in range(bisect_right(begins, start) - 1, len(begins)):
        begin, piece = begins[number], word.pieces[number]
        if begin >= stop:
            break
        pieces.append(Piece(piece.face, piece.text[max(start - begin, 0) : stop - begin], piece.target))
    if soft:
        last = pieces[-1]
        pieces[-1] = Piece(last.face, last.text + SOFT, last.target)
    return Word(sum(piece.face.width(piece.text, 1000) for piece in pieces), tuple(pieces))


def _begins(word: Word) -> list[int]:
    return [0, *accumulate(len(piece.text) for piece in word.pieces[:-1])]


def _cut(word: Word, room: float) -> Iterator[Word]:
    """A word that no line can hold as lines of its own, each as full as it goes."""
    advances = [piece.face.advances[ord(sign)] for piece in word.pieces for sign in piece.text]
    ends, text, begins = list(accumulate(advances)), word.text, _begins(word)
    start, used = 0, 0.0
    while start < len(text) and ends[-1] - used > room:
        stop = max(bisect_right(ends, used + room), start + 1)
        stop = _good_place(text, start, stop)
        yield _part(word, start, stop, begins=begins)
        start, used = stop, ends[stop - 1]
    if start < len(text):
        yield _part(word, start, len(text), begins=begins)


def _good_place(text: str, start: int, stop: int) -> int:
    """Where to end a line before ``stop``: after a sign that divides an address, if one is near."""
    near = start + (stop - start) * 2 // 3
    return max((place + 1 for place in range(near, stop) if text[place] in "/-_.?&="), default=stop)
