"""Changes to one place of a dossier: each gives the next dossier and leaves the old one as it is.

A place is a path of names: ``("opgave", "facts", "f1", "text")``. A record of a list goes by its key (``id``, or
the id of knowledge that it is about), an entry of a mapping by its key as text.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar
from uuid import uuid4

from pydantic import BaseModel, ValidationError

from models.dossier.base import ImmutableDict
from models.dossier.document import Dossier
from models.dossier.wording import reason_of

__all__ = [
    "InvalidValueError",
    "Path",
    "fresh_id",
    "is_keyed",
    "key_of",
    "path_from",
    "path_key",
    "record_added",
    "record_moved",
    "value_at",
    "with_value",
    "without",
]

Path = tuple[str, ...]

_KEYS = ("id", "theme", "warning")
_M = TypeVar("_M", bound=BaseModel)


class InvalidValueError(Exception):
    """A value does not fit its place. ``reason``: why, in Dutch, without capital or full stop."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path_key(path)}: {reason}")
        self.path, self.reason = path, reason


def fresh_id() -> str:
    """A key for a new record, unique enough for people who edit the same dossier on two laptops."""
    return uuid4().hex[:12]


def path_key(path: Path) -> str:
    """The path as one text, as ``Dossier.drafts`` keeps it."""
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in path)


def path_from(key: str) -> Path:
    """The path that :func:`path_key` made a text of."""
    return tuple(part.replace("%2F", "/").replace("%25", "%") for part in key.split("/"))


def key_of(record: BaseModel) -> str:
    """The key of a record in a list."""
    return str(next(getattr(record, name) for name in _KEYS if hasattr(record, name)))


def is_keyed(record: object) -> bool:
    """Whether ``record`` has a key, so that a path can go through the list in which it stands."""
    return isinstance(record, BaseModel) and any(name in type(record).model_fields for name in _KEYS)


def value_at(dossier: Dossier, path: Path) -> Any:
    """What stands at ``path``; None where a record, an entry or a field is not there."""
    node: Any = dossier
    for part in path:
        node = _child(node, part)
        if node is None:
            return None
    return node


def with_value(dossier: Dossier, path: Path, value: object) -> Dossier:
    """The next dossier, with ``value`` at ``path``; an entry of a mapping is made where there is none.

    Raises :class:`InvalidValueError`, also for a record that does not exist.
    """
    return _in_model(dossier, path, path, lambda _old: value)


def without(dossier: Dossier, path: Path) -> Dossier:
    """The next dossier without the record or entry at ``path``; the same where it is not there."""
    holder = value_at(dossier, path[:-1])
    if isinstance(holder, Mapping):
        return with_value(dossier, path[:-1], {k: v for k, v in holder.items() if str(k) != path[-1]})
    if isinstance(holder, tuple):
        return with_value(dossier, path[:-1], tuple(r for r in holder if key_of(r) != path[-1]))
    return dossier


def record_added(dossier: Dossier, path: Path, record: BaseModel, at: int | None = None) -> Dossier:
    """The next dossier, with ``record`` in the list at ``path``, at the end or at place ``at``."""
    records = list(value_at(dossier, path))
    records.insert(len(records) if at is None else at, record)
    return with_value(dossier, path, tuple(records))


def record_moved(dossier: Dossier, path: Path, by: int) -> Dossier:
    """The next dossier, with the record at ``path`` moved ``by`` places, at most to an end of its list."""
    records = list(value_at(dossier, path[:-1]))
    here = next((i for i, record in enumerate(records) if key_of(record) == path[-1]), None)
    if here is None:
        return dossier
    record = records.pop(here)
    records.insert(min(max(here + by, 0), len(records)), record)
    return with_value(dossier, path[:-1], tuple(records))


@cache
def _key_name(kind: type) -> str | None:
    """By which field records of this kind go; remembered, for tables look up thousands of cells."""
    if not issubclass(kind, BaseModel):
        return None
    return next((name for name in _KEYS if name in kind.model_fields), None)


def _child(node: Any, part: str) -> Any:
    if isinstance(node, Mapping):
        return next((value for key, value in node.items() if str(key) == part), None)
    if isinstance(node, tuple):
        for record in node:
            name = _key_name(type(record))  # type: ignore[arg-type]  # mypy: a type can be hashed
            if name is not None and str(getattr(record, name)) == part:
                return record
        return None
    return getattr(node, part, None) if part in type(node).model_fields else None


def _in_model(model: _M, rest: Path, path: Path, change: Callable[[Any], object]) -> _M:
    name, deeper = rest[0], rest[1:]
    if name not in type(model).model_fields:
        raise InvalidValueError(path, "dit veld bestaat niet")
    old = getattr(model, name)
    if deeper and isinstance(old, BaseModel):
        return model.model_copy(update={name: _in_model(old, deeper, path, change)})
    try:
        # The lowest model on the path checks its own field; the ones above only get another child.
        new = _in_container(old, deeper, path, change)
        checked = type(model).model_validate({**model.__dict__, name: new})
    except ValidationError as error:
        raise InvalidValueError(path, reason_of(error.errors(include_url=False)[0])[1]) from error
    return checked


def _in_container(old: Any, rest: Path, path: Path, change: Callable[[Any], object]) -> object:
    if not rest:
        return change(old)
    name, deeper = rest[0], rest[1:]
    if isinstance(old, BaseModel):
        return _in_model(old, rest, path, change)
    if isinstance(old, tuple):
        if not any(is_keyed(record) and key_of(record) == name for record in old):
            raise InvalidValueError(path, "dit staat niet meer in de lijst")
        return tuple(
            _in_container(record, deeper, path, change) if key_of(record) == name else record for record in old
        )
    if isinstance(old, Mapping):
        known = next((key for key in old if str(key) == name), name)
        return ImmutableDict({**old, known: _in_container(old.get(known), deeper, path, change)})
    # Nothing there yet: plain values, of which the model above makes what belongs here.
    return {name: _in_container(None, deeper, path, change)}
