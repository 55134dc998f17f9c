"""A werksessie without its votes as the payload of a record in the library, and back."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from models.workshop.changes import MOST_VOTERS
from models.workshop.records import Workshop

__all__ = ["WorkshopError", "read_workshop", "workshop_payload"]

_WORKSHOPS: TypeAdapter[Workshop] = TypeAdapter(Workshop)


class WorkshopError(Exception):
    """The payload of a record is no werksessie that this version knows."""


def workshop_payload(workshop: Workshop) -> dict[str, Any]:
    """``workshop`` as plain values; equal input, equal values."""
    return workshop.model_dump(mode="json")


def read_workshop(payload: Mapping[str, Any]) -> Workshop:
    """The werksessie in a payload. Raises :class:`WorkshopError` for anything else, and for one of too many people."""
    people = payload.get("participants")
    if isinstance(people, list | tuple) and len(people) > MOST_VOTERS:
        raise WorkshopError
    try:
        made = _WORKSHOPS.validate_python(dict(payload))
    except ValidationError as error:
        raise WorkshopError from error
    if len({one.id for one in made.participants}) < len(made.participants):
        raise WorkshopError
    return made
