"""A source reference in words: ``wgr art. 8(3)`` is "artikel 8, derde lid, Wgr"."""

import re
from collections.abc import Iterable

from models.knowledge.base import Sourced
from models.knowledge.loader import Knowledge
from models.knowledge.topic import SourceNote

__all__ = ["notes_of"]

_ARTICLE = re.compile(r"art\. ([0-9][0-9a-z:.]*)((?:\([0-9a-z]+\))*)")
_PART = re.compile(r"\(([0-9a-z]+)\)")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


def notes_of(knowledge: Knowledge, records: Iterable[Sourced]) -> tuple[SourceNote, ...]:
    """The sources of ``records`` in words, each once, in the order in which they come."""
    references = dict.fromkeys(reference for record in records for reference in record.sources)
    return tuple(dict.fromkeys(_note(knowledge, reference) for reference in references))


def _note(knowledge: Knowledge, reference: str) -> SourceNote:
    first, _, place = reference.partition(" ")
    key = first.rstrip(":,")
    statute = knowledge.statute.get(key)
    if statute is not None:
        return SourceNote(_article(statute.short, place), f"source:{key}")
    source = next(source for source in knowledge.sources.sources if source.id == key)
    name = f"{source.name} ({source.date})" if source.date else source.name
    return SourceNote(f"{name}, {place}" if place else name, f"source:{key}")


def _article(short: str, place: str) -> str:
    found = _ARTICLE.fullmatch(place)
    if found is None:
        return f"{short}, {place}" if place else short
    words = [f"artikel {found[1]}", *(_part(part) for part in _PART.findall(found[2]))]
    return f"{', '.join(words)}, {short}" if len(words) > 1 else f"{words[0]} {short}"


def _part(part: str) -> str:
    if not part.isdigit():
        return f"onder {part}"
    number = int(part)
    return f"{_ORDINALS[number - 1]} lid" if 0 < number <= len(_ORDINALS) else f"lid {number}"
