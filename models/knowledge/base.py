"""What all knowledge records share: frozen, closed for unknown keys, each with its source."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

__all__ = ["Dated", "Item", "KnowledgeId", "Line", "Record", "SourceRef", "Sourced", "SourcedLine", "unique_ids"]

KnowledgeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]{0,60}$")]
"""A stable key: lower case, digits, ``_``, ``-`` and ``.``."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""One Dutch text that a user may read; never empty."""

SourceRef = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
"""Where a fact comes from, as ``S4 §5.2.1``, ``W25 art. 8(3)``, ``cases: SED`` or ``advice-model``."""


class Record(BaseModel):
    """A frozen record of a knowledge file; a key that the schema does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Sourced(Record):
    """A record that says where it comes from.

    ``sources``: one or more references; the first part of each (before the first space) is an id of
    ``sources.yaml``.
    """

    sources: tuple[SourceRef, ...] = Field(min_length=1)


class SourcedLine(Sourced):
    """A sentence with its source, without an id."""

    text: Line


class Item(Sourced):
    """The commonest record: an id, a short name and one or more plain sentences."""

    id: KnowledgeId
    name: Line
    text: Line


class Dated(Sourced):
    """A figure or rule that holds from a day, and was looked at on a day.

    ``valid_until`` is the last day on which it holds, where that is known.
    """

    valid_from: date
    valid_until: date | None = None
    checked_on: date

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> "Dated":
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError("valid_until ligt voor valid_from")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether this record is in force on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def _distinct(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[str] = set()
    for row in rows:
        key = str(row.id)
        if key in seen:
            raise ValueError(f"id {key!r} staat er twee keer in")
        seen.add(key)
    return rows


unique_ids = AfterValidator(_distinct)
"""Annotation for a tuple of records: no two share an id."""
