"""All texts of a dossier that people typed, and a search through them.

What is a text is read off the schema once: ids, chosen values, numbers and dates are none.
"""

import functools
import types
import typing
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from models.dossier.base import Text
from models.dossier.document import Dossier
from models.dossier.edit import Path, key_of
from models.folding import folded, folded_length
from models.vocabulary import StepId

__all__ = ["FoundText", "Hit", "search", "texts_of"]

EXCERPT = 80
"""About how many characters an excerpt has."""

_Walk = Callable[[Any, Path], Iterator[tuple[Path, str]]]


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text and its place, never empty.

    ``value_at(dossier, path)`` is the text. Two kinds of text have no place of their own: for an entry of a list of
    plain texts ``path`` is the list, and for a name that is the key of a mapping it is the entry.
    """

    step: StepId
    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that holds all words of a query. ``start`` and ``end``: the first match in ``text``.

    ``excerpt``: one line of about 80 characters with the match in the middle, at ``excerpt_start`` to ``excerpt_end``.
    """

    step: StepId
    path: Path
    text: str
    start: int
    end: int
    excerpt: str
    excerpt_start: int
    excerpt_end: int


def texts_of(dossier: Dossier) -> Iterator[FoundText]:
    """Every text of every section, notes and removed partners included, in the order of the steps."""
    for step in StepId:
        section = dossier.section(step)
        for path, text in _in_model(section, (step.value,)):
            yield FoundText(step, path, text)


def search(dossier: Dossier, query: str) -> tuple[Hit, ...]:
    """The texts that hold every word of ``query``, whatever the case and the accents; none for an empty query."""
    phrase = " ".join(folded(query).split())
    words = phrase.split()
    if not words:
        return ()
    hits = []
    for found in texts_of(dossier):
        plain = folded(found.text)
        if all(word in plain for word in words):
            hits.append(_hit(found, plain, phrase if phrase in plain else words[0]))
    return tuple(hits)


# --- matching


def _span(text: str, plain: str, wanted: str) -> tuple[int, int]:
    """Where ``wanted``, found in ``plain``, stands in ``text``."""
    start = plain.index(wanted)
    end = start + len(wanted)
    if text.isascii():
        return start, end
    at, first, last = 0, 0, len(text)
    for index, sign in enumerate(text):
        after = at + folded_length(sign)
        if at <= start < after:
            first = index
        if at < end <= after:
            last = index + 1
            break
        at = after
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return first, last


def _hit(found: FoundText, plain: str, wanted: str) -> Hit:
    start, end = _span(found.text, plain, wanted)
    excerpt, at = _excerpt(found.text, start, end)
    return Hit(found.step, found.path, found.text, start, end, excerpt, at, at + end - start)


def _excerpt(text: str, start: int, end: int) -> tuple[str, int]:
    """One line around the match, and where the match stands in it. Cut between words where one is near."""
    room = max(EXCERPT - (end - start), 20)
    low, high = max(0, start - room // 2), min(len(text), end + room // 2)
    low, high = max(0, low - (end + room // 2 - high)), min(len(text), high + max(0, room // 2 - start))
    if low:
        space = text.find(" ", low, min(start, low + 12))
        low = low if space < 0 else space + 1
    if high < len(text):
        space = text.rfind(" ", max(end, high - 12), high)
        high = high if space < 0 else space
    before, after = "…" if low else "", "…" if high < len(text) else ""
    line = "".join(" " if sign.isspace() else sign for sign in text[low:high])
    return before + line + after, len(before) + start - low


# --- walking


def _in_model(record: BaseModel, path: Path) -> Iterator[tuple[Path, str]]:
    values = record.__dict__
    for name, walk in _plan(type(record)):
        value = values[name]
        if value:
            yield from walk(value, (*path, name))


@functools.cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, _Walk], ...]:
    """The fields of ``model`` that can hold texts, each with how to walk it."""
    hints = typing.get_type_hints(model, include_extras=True)
    walks = ((name, _walk_of(hints[name])) for name in model.model_fields)
    return tuple((name, walk) for name, walk in walks if walk is not None)


_TEXT_MARK = next(mark for mark in get_args(Text) if isinstance(mark, AfterValidator))


def _walk_of(hint: Any) -> _Walk | None:
    """How to walk values of a type of the schema; None where it can hold no text."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _one_text if parts[0] is str and _TEXT_MARK in parts[1:] else _walk_of(parts[0])
    if origin in {Union, types.UnionType}:
        return _of_union([walk for part in parts if (walk := _walk_of(part)) is not None])
    if origin is tuple:
        return _of_tuple(parts)
    if origin is dict:
        return _of_mapping(_walk_of(parts[0]) is not None, _walk_of(parts[1]))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _in_model if _plan(hint) else None
    return None


def _one_text(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    # Beside a text an answer may be one of the kinds of "no answer".
    if isinstance(value, str):
        yield path, value


def _of_union(walks: list[_Walk]) -> _Walk | None:
    assert len(walks) < 2, "the schema has no union of two kinds of text"
    return walks[0] if walks else None


def _of_tuple(parts: tuple[Any, ...]) -> _Walk | None:
    inner = _walk_of(parts[0])
    if inner is None:
        return None

    def walk(rows: Any, path: Path) -> Iterator[tuple[Path, str]]:
        for row in rows:
            if isinstance(row, BaseModel):
                yield from inner(row, (*path, key_of(row)))
            elif row:
                yield path, row

    return walk


def _of_mapping(named: bool, inner: _Walk | None) -> _Walk | None:
    if inner is None and not named:
        return None

    def walk(entries: Any, path: Path) -> Iterator[tuple[Path, str]]:
        for key, value in entries.items():
            here = (*path, str(key))
            if named and key:
                yield here, key
            if inner is not None and value:
                yield from inner(value, here)

    return walk
