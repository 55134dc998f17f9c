"""What every section of a dossier is made of: frozen models, safe text, and answers that may be missing.

There are four kinds of "no answer": nothing yet (``None``, JSON ``null``) and the three of
:class:`NoAnswer`, written in JSON as ``{"no_answer": "unknown"}``. They stay different everywhere.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, NoReturn, Self, TypeVar, Union

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)
from pydantic_core import PydanticCustomError

__all__ = [
    "EMPTY",
    "LATER",
    "MAX_TEXT",
    "NOT_APPLICABLE",
    "UNKNOWN",
    "Answer",
    "Day",
    "Flag",
    "Frozen",
    "FrozenDict",
    "Id",
    "ImmutableDict",
    "Importance",
    "Money",
    "NoAnswer",
    "NoAnswerKind",
    "Number",
    "Score",
    "Text",
    "known",
]

MAX_TEXT = 200_000
"""The most characters that one text of a dossier may hold."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_K = TypeVar("_K")
_V = TypeVar("_V")
_T = TypeVar("_T")


class Frozen(BaseModel):
    """Base of everything in a dossier: cannot be changed, knows no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        # Nothing in it can change, so a copy would only cost time (pydantic copies default values).
        return self


def _safe_text(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise PydanticCustomError("text_too_long", "de tekst is te lang: hoogstens 200.000 tekens")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    for sign in text:
        category = unicodedata.category(sign)
        if category == "Cc" and sign not in "\n\t":
            raise PydanticCustomError("control_character", "de tekst bevat een besturingsteken")
        if category == "Cs":
            raise PydanticCustomError("lone_surrogate", "de tekst bevat een half teken (los surrogaat)")
        if category == "Cn" and ord(sign) & 0xFFFE == 0xFFFE:
            raise PydanticCustomError("noncharacter", "de tekst bevat een code die geen teken is")
    return text


Text = Annotated[str, AfterValidator(_safe_text)]
"""Plain text as a person typed it: any script, no control characters but line end and tab, no half signs."""

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
"""The key of a record inside a dossier."""


def _no_float_or_bool(value: object) -> object:
    # A float is not the number that was typed (0.1), and True is no amount.
    if isinstance(value, bool):
        raise PydanticCustomError("number_expected", "hier hoort een getal te staan")
    return str(value) if isinstance(value, float) else value


Number = Annotated[Decimal, BeforeValidator(_no_float_or_bool), Field(allow_inf_nan=False, max_digits=20)]
"""An exact number; JSON as text (``"2.5"``) or as a number."""

Money = Annotated[
    Decimal, BeforeValidator(_no_float_or_bool), Field(allow_inf_nan=False, max_digits=16, decimal_places=2)
]
"""Euros, to the cent."""


def _only_a_day(value: object) -> object:
    # A number is no date: pydantic would read 0 as 1 January 1970.
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise PydanticCustomError("day_expected", "hier hoort een datum te staan, zoals 2026-03-05")
    if not isinstance(value, (str, date)):
        raise PydanticCustomError("day_expected", "hier hoort een datum te staan, zoals 2026-03-05")
    return value


Day = Annotated[date, BeforeValidator(_only_a_day)]
"""A calendar day; JSON as ``2026-03-05`` and nothing else."""

Flag = Annotated[bool, Field(strict=True)]
"""Yes or no; nothing else counts as either."""

Score = Annotated[int, Field(strict=True, ge=1, le=5)]
"""A place on a five-point scale."""

Importance = Annotated[int, Field(strict=True, ge=0, le=10)]
"""How much something weighs, 0 (leave out) to 10."""


class NoAnswerKind(StrEnum):
    """Why there is no answer, where somebody said so."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    LATER = "later"


class NoAnswer(Frozen):
    """ "Weet ik niet", "niet van toepassing" or "later invullen"."""

    no_answer: NoAnswerKind


UNKNOWN = NoAnswer.model_construct(no_answer=NoAnswerKind.UNKNOWN)
NOT_APPLICABLE = NoAnswer.model_construct(no_answer=NoAnswerKind.NOT_APPLICABLE)
LATER = NoAnswer.model_construct(no_answer=NoAnswerKind.LATER)

Answer = Union[_T, NoAnswer, None]  # noqa: UP007 - a generic alias needs Union at run time
"""An answer of type T, one of three kinds of "no answer", or ``None`` for nothing yet."""


def known(answer: "_T | NoAnswer | None") -> _T | None:
    """The answer itself, or ``None`` for every kind of "no answer"."""
    return None if isinstance(answer, NoAnswer) else answer


class ImmutableDict(dict[_K, _V]):
    """A dict that refuses to change; equal to, and serialised as, an ordinary dict."""

    def _refuse(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise TypeError("this mapping cannot be changed; make a new one")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __deepcopy__(self, _memo: object) -> "ImmutableDict[_K, _V]":
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (dict(self),))


EMPTY: ImmutableDict[Any, Any] = ImmutableDict()
"""The default of a mapping."""


def _freeze(mapping: dict[_K, _V]) -> dict[_K, _V]:
    return ImmutableDict(mapping)


FrozenDict = Annotated[dict[_K, _V], AfterValidator(_freeze)]
"""A mapping that cannot be changed after it was made."""
