"""All texts of the knowledge with their place, and what counts as a sentence."""

import re
from collections.abc import Iterator
from dataclasses import fields

from pydantic import BaseModel

from models.knowledge import Knowledge

NO_PROSE = {"id", "sources", "url", "statute", "formula", "article", "text_date", "step", "kind", "valid_from"}


def texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text under ``value`` that a person reads, with its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NO_PROSE:
                yield from texts(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from texts(entry, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from texts(entry, f"{path}.{index}")


def all_texts(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Every text of every file but the list of sources, whose titles are not ours."""
    for field in fields(knowledge):
        if field.name != "sources":
            yield from texts(getattr(knowledge, field.name), field.name)


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, split after a full stop, question mark, colon or semicolon."""
    return [part for part in re.split(r"(?<=[.?:;])\s+", text) if part]


def words(text: str) -> list[str]:
    """The words of ``text`` in lower case, without punctuation."""
    return re.findall(r"[a-z0-9à-ÿ]+", text.lower())
