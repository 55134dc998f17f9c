"""Three-valued logic over facts that may be unknown (Kleene): ``True``, ``False``, or ``None`` for unknown.

Every rule is built from these functions only, and all of them are monotone: making a fact unknown can turn
a ``True`` into ``None`` but never a ``None`` or ``False`` into ``True``. That is why a fact that nobody gave
can never exclude a legal basis (advice-model, "Legal basis").
"""

from decimal import Decimal
from typing import TypeAlias

__all__ = ["Tri", "above", "all_of", "any_of", "at_least", "contains", "equals", "lacks", "negate"]

Tri: TypeAlias = bool | None


def equals(value: object | None, *wanted: object) -> Tri:
    """Whether ``value`` is one of ``wanted``; unknown when it is ``None``."""
    return None if value is None else value in wanted


def contains(values: tuple[object, ...] | None, wanted: object) -> Tri:
    """Whether ``wanted`` is among ``values``; unknown when they are ``None``."""
    return None if values is None else wanted in values


def lacks(values: tuple[object, ...] | None, wanted: object) -> Tri:
    """Whether ``wanted`` is not among ``values``; unknown when they are ``None``."""
    return negate(contains(values, wanted))


def negate(value: Tri) -> Tri:
    """The opposite; unknown stays unknown."""
    return None if value is None else not value


def all_of(*values: Tri) -> Tri:
    """``False`` when one is false, else unknown when one is unknown, else ``True``."""
    if any(value is False for value in values):
        return False
    return None if None in values else True


def any_of(*values: Tri) -> Tri:
    """``True`` when one is true, else unknown when one is unknown, else ``False``."""
    if any(value is True for value in values):
        return True
    return None if None in values else False


def at_least(value: Decimal | None, limit: Decimal | None) -> Tri:
    """Whether ``value`` reaches ``limit``; without a limit on the day anything above nothing does.

    The finding then says that no text is known for the day: never silent, never an old figure instead.
    """
    if value is None:
        return None
    return value > 0 if limit is None else value >= limit


def above(value: Decimal | None, limit: Decimal | None) -> Tri:
    """Whether ``value`` lies above ``limit``; without a limit on the day as in :func:`at_least`."""
    if value is None:
        return None
    return value > 0 if limit is None else value > limit
