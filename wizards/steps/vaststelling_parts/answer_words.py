"""What changed in the answers, in the words of the page that asked them. Without widgets."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from models.dossier import Dossier
from models.dossier.base import NoAnswer
from models.dossier.differences import Difference
from models.dossier.edit import Path
from models.dutch import day
from models.knowledge import Knowledge
from models.signoff.comparison import Comparison
from models.vocabulary import StepId
from models.wording.words import answer_words, number_words
from wizards.forms.rows import CheckRow
from wizards.registry import spec_of

__all__ = ["AnswerChange", "StepChanges", "answer_changes"]

_ABSENT = "staat er niet"


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer that differs: under which heading, which question, and both answers in words.

    Empty ``before`` and ``after``: only that it changed, such as the order of a list.
    """

    group: str
    question: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class StepChanges:
    """The answers of one step that differ, in the order of its check page."""

    step: StepId
    title: str
    changes: tuple[AnswerChange, ...]


_Key = tuple[Path, str, int]
"""Path, group, and the place among the rows of that path and group."""
_Rows = dict[_Key, CheckRow]


def answer_changes(comparison: Comparison, knowledge: Knowledge) -> tuple[StepChanges, ...]:
    """Every answer that differs, per step; no difference is left out."""
    return tuple(
        StepChanges(step, knowledge.step[step].title, tuple(_of_step(step, found, comparison, knowledge)))
        for step, found in comparison.steps()
    )


def _of_step(
    step: StepId, found: tuple[Difference, ...], comparison: Comparison, knowledge: Knowledge
) -> Iterator[AnswerChange]:
    first = _rows(step, comparison.before.dossier, knowledge)
    second = _rows(step, comparison.after.dossier, knowledge)
    order = dict.fromkeys((*second, *first))
    changed = _Index(key for key in order if _answer(first.get(key)) != _answer(second.get(key)))
    all_rows = _Index(order)
    told: dict[_Key, AnswerChange] = {}
    for difference in found:
        keys = changed.about(difference.path)
        for key in keys:
            told[key] = _change(first.get(key), second.get(key))
        if not keys:
            # The words are the same, such as where only the order or the mark "intern" differs.
            near = all_rows.nearest(difference.path)
            place = near or (difference.path[:2], "", 0)
            row = None if near is None else second.get(near) or first.get(near)
            told.setdefault((difference.path, *place[1:]), _without_words(row, difference))
    ordered = dict.fromkeys((*(key for key in order if key in told), *told))
    yield from (told[key] for key in ordered)


class _Index:
    """Rows by their path. The row of a table has the path of its first cell, so what stands beside it is its own."""

    def __init__(self, keys: Iterable[_Key]) -> None:
        self._whole: dict[Path, list[_Key]] = {}
        self._begins: dict[Path, list[_Key]] = {}
        for key in keys:
            self._whole.setdefault(key[0], []).append(key)
            for length in range(2, len(key[0]) + 1):
                self._begins.setdefault(key[0][:length], []).append(key)

    def about(self, path: Path) -> list[_Key]:
        """The rows that show a place: those that lead to it, those beside it in its record or table, those in it."""
        leads = [key for length in range(2, len(path) + 1) for key in self._whole.get(path[:length], ())]
        beside = self._begins.get(path[: min(len(path), max(3, len(path) - 1))], [])
        return [*dict.fromkeys((*leads, *beside))]

    def nearest(self, path: Path) -> _Key | None:
        """A row with as much as possible of a place in its path."""
        for length in range(len(path), 1, -1):
            if path[:length] in self._begins:
                return self._begins[path[:length]][0]
        return None


def _rows(step: StepId, dossier: Dossier, knowledge: Knowledge) -> _Rows:
    found: _Rows = {}
    seen: Counter[tuple[Path, str]] = Counter()
    for row in spec_of(step).rows(dossier, knowledge):
        place = (row.path, row.group)
        found[*place, seen[place]] = row
        seen[place] += 1
    return found


def _answer(row: CheckRow | None) -> tuple[str, str] | None:
    return None if row is None else (row.label, row.answer)


def _change(before: CheckRow | None, after: CheckRow | None) -> AnswerChange:
    row = after or before
    assert row is not None
    if before is not None and after is not None and before.answer == after.answer:
        return AnswerChange(row.group, row.label, before.label, after.label)  # a record that got another name
    old, new = (_ABSENT if r is None else r.answer for r in (before, after))
    return AnswerChange(row.group, row.label, old, new)


def _without_words(row: CheckRow | None, difference: Difference) -> AnswerChange:
    said = _bare(difference.before), _bare(difference.after)
    both = said if "" not in said and said[0] != said[1] else ("", "")
    if row is not None:
        return AnswerChange(row.group, row.label, *both)
    return AnswerChange("", "Een gegeven dat op de controlepagina geen eigen regel heeft", *both)


def _bare(value: object) -> str:
    """A single value as it is; empty for what is more than that."""
    if value is None or value in ((), ""):
        return _ABSENT
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return number_words(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, NoAnswer):
        return answer_words(value)
    return str(value) if isinstance(value, str | int) and not isinstance(value, Enum) else ""
