"""Searching in the texts of pages, as a reader does: without case, accents, line ends and broken-off words."""

from collections.abc import Callable
from dataclasses import dataclass

from models.folding import folded, folded_length

__all__ = ["BROKEN", "Finder", "Hit", "readable"]

BROKEN = frozenset("\ufffe\x02\xad")
"""What stands in the text of a PDF where a word is broken off at the end of a line."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand; ``start`` and ``count``: signs of the text of ``page``."""

    page: int
    start: int
    count: int


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text to search in; ``places``: for each of its signs, which one it is in the text of the page."""

    text: str
    places: tuple[int, ...]


class Finder:
    """Finds words in pages; ``text_of`` gives the text of a page, which is asked for once."""

    def __init__(self, pages: int, text_of: Callable[[int], str]) -> None:
        self._pages, self._text_of = pages, text_of
        self._folded: dict[int, _Folded] = {}

    def find(self, words: str) -> tuple[Hit, ...]:
        """All places, in reading order, none within another."""
        wanted = " ".join(folded(words).split())
        if not wanted:
            return ()
        return tuple(hit for page in range(self._pages) for hit in self._on(page, wanted))

    def _on(self, page: int, wanted: str) -> list[Hit]:
        if page not in self._folded:
            self._folded[page] = _fold(self._text_of(page))
        here, found, at = self._folded[page], [], 0
        while (at := here.text.find(wanted, at)) >= 0:
            first, last = here.places[at], here.places[at + len(wanted) - 1]
            found.append(Hit(page, first, last - first + 1))
            at += len(wanted)
        return found


def _fold(text: str) -> _Folded:
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign in BROKEN:
            continue
        if sign.isspace():
            if signs and signs[-1] != " ":
                signs.append(" ")
                places.append(place)
            continue
        parts = folded(sign)
        signs.extend(parts)
        places.extend([place] * (1 if sign.isascii() else folded_length(sign)))
    return _Folded("".join(signs), tuple(places))


def readable(text: str) -> str:
    """The text of a page to be read: whole words, lines as on the page."""
    return "".join(sign for sign in text.replace("\r\n", "\n").replace("\r", "\n") if sign not in BROKEN)
