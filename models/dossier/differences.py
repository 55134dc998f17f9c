"""Where two dossiers differ: the fields and records, as paths."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

from models.dossier.document import Dossier
from models.dossier.edit import Path, is_keyed, key_of

__all__ = ["Difference", "common_path", "differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two dossiers differ. ``before``, ``after``: what stands there, None where there is nothing.

    A list of which only the order differs is one difference.
    """

    path: Path
    before: Any
    after: Any


def differences(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """The places where the two differ, as deep as they go, in the order of the document."""
    return _between((), before, after)


def common_path(before: Dossier, after: Dossier) -> Path:
    """The deepest path that holds everything in which the two differ; empty when that is the whole dossier."""
    paths = [difference.path for difference in differences(before, after)]
    if not paths:
        return ()
    # Of all paths in order, only the first and the last need to be compared.
    first, last = min(paths), max(paths)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return tuple(part for part, _ in alike)


def _between(path: Path, before: Any, after: Any) -> Iterator[Difference]:
    if before is after or before == after:
        return
    old, new = _parts(before), _parts(after)
    if old is None or new is None or type(before) is not type(after):
        yield Difference(path, before, after)
        return
    if old.keys() == new.keys() and list(old) != list(new) and isinstance(after, tuple):
        yield Difference(path, before, after)
        return
    for name in dict.fromkeys((*old, *new)):
        yield from _between((*path, name), old.get(name), new.get(name))


def _parts(node: Any) -> Mapping[str, Any] | None:
    """What a node is made of, by name; None for a value that is one piece."""
    if isinstance(node, BaseModel):
        return {name: getattr(node, name) for name in type(node).model_fields}
    if isinstance(node, Mapping):
        return {str(key): value for key, value in node.items()}
    if isinstance(node, tuple) and all(map(is_keyed, node)):
        parts = {key_of(record): record for record in node}
        return parts if len(parts) == len(node) else None
    return None
