"""What somebody filled in, as plain values: no PDF any more, not yet a part of a dossier."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.questionnaire.mark import Mark
from models.dossier.base import NoAnswer

__all__ = ["FilledForm", "OddKind", "Oddity", "StatementFilled", "TextFilled"]


class OddKind(StrEnum):
    """What is the matter with one field."""

    TWO_VALUES = "two_values"
    """It holds two values that differ. Nothing is taken."""
    IMPOSSIBLE = "impossible"
    """A value that the form does not offer. Nothing is taken."""
    NO_DATE = "no_date"
    """Words that are no date. Nothing is taken."""
    TOO_LONG = "too_long"
    """More text than a dossier holds. Nothing is taken."""
    SIGNS_LEFT_OUT = "signs_left_out"
    """Signs that no dossier holds. The rest of the text is taken."""
    UNKNOWN_FIELD = "unknown_field"
    """A field that this form does not have."""
    SECOND_LAYER = "second_layer"
    """The file has an XFA form beside its fields, which is not read."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd about ``field`` (full name, empty for the whole form); ``shown``: its value, shortened."""

    kind: OddKind
    field: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class StatementFilled:
    """One statement; ``criterion``: its id as the form has it. None and empty: left open."""

    criterion: str
    answer: int | NoAnswer | None = None
    importance: int | None = None
    remark: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return self.answer is None and self.importance is None and not self.remark


@dataclass(frozen=True, slots=True)
class TextFilled:
    """A question answered in words; ``field``: ``vraag.reden``."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as somebody sent it back; ``statements`` and ``texts`` hold only what was filled in.

    ``organisation``: as typed in a form that was for anybody; it says which partner to offer, no more.
    """

    mark: Mark
    statements: tuple[StatementFilled, ...] = ()
    texts: tuple[TextFilled, ...] = ()
    organisation: str = ""
    respondent: str = ""
    held_on: date | None = None
    odd: tuple[Oddity, ...] = ()
