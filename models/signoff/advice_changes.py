"""What differs between two advices, read from the exact part that the content hash rests on.

A frozen advice may come from an older program, so nothing is taken for granted: what is not there is None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

__all__ = ["AdviceChange", "AdvicePart", "advice_changes", "fraction_of"]


class AdvicePart(StrEnum):
    """Which part of the advice; in brackets what ``key`` of a change names."""

    CONSIDERED = "considered"
    WINNERS = "winners"
    CONTENDERS = "contenders"
    MARGIN = "margin"
    COVERAGE = "coverage"
    SCORE = "score"
    """(form) a score of 100."""
    EXCLUDED = "excluded"
    """(form) the statements beyond a hard limit."""
    FORM_DETAIL = "form_detail"
    """(form) rank or coverage alone."""
    MISSING = "missing"
    TIPPING = "tipping"
    LEAVE_ONE_OUT = "leave_one_out"
    PARTNER = "partner"
    """(partner) the scores of its own ranking."""
    AGREEMENT = "agreement"
    LEGAL_FORM = "legal_form"
    LEGAL_PREFERRED = "legal_preferred"
    LEGAL_STATUS = "legal_status"
    """(basis)"""
    LEGAL_REASONS = "legal_reasons"
    """(basis) the reasons, where the status is the same."""
    LEGAL_QUESTIONS = "legal_questions"
    LEGAL_NOTES = "legal_notes"
    WARNING = "warning"
    """(warning) before or after is None where it came or went; else what it rests on."""
    OTHER = "other"
    """Something that this program does not know."""


@dataclass(frozen=True, slots=True)
class AdviceChange:
    """One difference; ``before`` and ``after`` are plain JSON values, None where there is nothing."""

    part: AdvicePart
    key: str
    before: Any
    after: Any


_FORM_PARTS: Mapping[str, AdvicePart] = {
    "winners": AdvicePart.WINNERS,
    "contenders": AdvicePart.CONTENDERS,
    "margin": AdvicePart.MARGIN,
    "coverage": AdvicePart.COVERAGE,
    "missing": AdvicePart.MISSING,
    "tipping": AdvicePart.TIPPING,
    "leave_one_out": AdvicePart.LEAVE_ONE_OUT,
}
_LEGAL_PARTS: Mapping[str, AdvicePart] = {
    "preferred": AdvicePart.LEGAL_PREFERRED,
    "form": AdvicePart.LEGAL_FORM,
    "questions": AdvicePart.LEGAL_QUESTIONS,
    "notes": AdvicePart.LEGAL_NOTES,
}
_ROOT = {"considered", "form", "partners", "legal", "warnings", "dated"}


def fraction_of(text: object) -> Fraction | None:
    """A fraction as the exact advice writes it, such as ``5/6``; None for ``None`` and for anything else."""
    try:
        return Fraction(text) if isinstance(text, str) else None
    except (ValueError, ZeroDivisionError):
        return None


def advice_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[AdviceChange, ...]:
    """The differences, what matters most first; none where the two are equal. The day is not among them."""
    old, new = dict(before), dict(after)
    found = (
        *_considered(old, new),
        *_form(_map(old.get("form")), _map(new.get("form"))),
        *_legal(_map(old.get("legal")), _map(new.get("legal"))),
        *_warnings(old.get("warnings"), new.get("warnings")),
        *_partners(_map(old.get("partners")), _map(new.get("partners"))),
        *_rest("", old, new, _ROOT),
    )
    if not found and {**old, "dated": ""} != {**new, "dated": ""}:
        return (AdviceChange(AdvicePart.OTHER, "", None, None),)
    return found


def _map(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _plain(value: Any) -> Any:
    """Tuples as lists: JSON knows no others, and a fresh advice still has them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _change(part: AdvicePart, key: str, before: Any, after: Any) -> Iterator[AdviceChange]:
    if _plain(before) != _plain(after):
        yield AdviceChange(part, key, _plain(before), _plain(after))


def _rest(where: str, old: Mapping[str, Any], new: Mapping[str, Any], known: set[str]) -> Iterator[AdviceChange]:
    for name in sorted({*old, *new} - known):
        yield from _change(AdvicePart.OTHER, f"{where}{name}", old.get(name), new.get(name))


def _considered(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[AdviceChange]:
    yield from _change(AdvicePart.CONSIDERED, "", old.get("considered"), new.get("considered"))


def _form(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[AdviceChange]:
    for name in ("winners", "contenders", "margin", "coverage"):
        yield from _change(_FORM_PARTS[name], "", old.get(name), new.get(name))
    scores, later = _map(old.get("scores")), _map(new.get("scores"))
    for form in dict.fromkeys((*scores, *later)):
        yield from _one_form(form, _list(scores.get(form)), _list(later.get(form)))
    for name in ("missing", "tipping", "leave_one_out"):
        yield from _change(_FORM_PARTS[name], "", old.get(name), new.get(name))
    yield from _rest("form.", old, new, {"scores", *_FORM_PARTS})


def _one_form(form: str, old: list[Any], new: list[Any]) -> Iterator[AdviceChange]:
    """A row of score, rank, excluded by, coverage."""
    first, second = (*old, *[None] * 4)[:4], (*new, *[None] * 4)[:4]
    found = (
        *_change(AdvicePart.SCORE, form, first[0], second[0]),
        *_change(AdvicePart.EXCLUDED, form, first[2], second[2]),
    )
    yield from found
    if not found:
        yield from _change(AdvicePart.FORM_DETAIL, form, old, new)


def _legal(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[AdviceChange]:
    for name in ("preferred", "form"):
        yield from _change(_LEGAL_PARTS[name], "", old.get(name), new.get(name))
    bases, later = _map(old.get("bases")), _map(new.get("bases"))
    for basis in dict.fromkeys((*bases, *later)):
        first, second = _list(bases.get(basis)), _list(later.get(basis))
        status = tuple(_change(AdvicePart.LEGAL_STATUS, basis, (first or [None])[0], (second or [None])[0]))
        yield from status
        if not status:
            yield from _change(AdvicePart.LEGAL_REASONS, basis, first[1:], second[1:])
    for name in ("questions", "notes"):
        yield from _change(_LEGAL_PARTS[name], "", old.get(name), new.get(name))
    yield from _rest("legal.", old, new, {"bases", *_LEGAL_PARTS})


def _warnings(old: Any, new: Any) -> Iterator[AdviceChange]:
    first, second = _by_name(old), _by_name(new)
    for warning in dict.fromkeys((*first, *second)):
        yield from _change(AdvicePart.WARNING, warning, first.get(warning), second.get(warning))


def _by_name(rows: Any) -> dict[str, Any]:
    return {str(row[0]): list(row[1:]) for row in _list(rows) if isinstance(row, list | tuple) and row}


def _partners(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[AdviceChange]:
    yield from _change(AdvicePart.AGREEMENT, "", old.get("kendalls_w"), new.get("kendalls_w"))
    first, second = _map(old.get("scores")), _map(new.get("scores"))
    for partner in dict.fromkeys((*first, *second)):
        yield from _change(AdvicePart.PARTNER, partner, first.get(partner), second.get(partner))
    yield from _rest("partners.", old, new, {"scores", "kendalls_w"})
