"""Editable tables as data: rows by columns, what a cell may hold, and their rows on the check page. Without Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models.dossier import Dossier
from models.dossier.base import ImmutableDict, NoAnswer, NoAnswerKind
from models.dossier.edit import InvalidValueError, Path, path_key, value_at, with_value, without
from models.knowledge import Knowledge
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Field, Kind, Option, options_of
from wizards.forms.values import NO_ANSWER_WORDS, Unreadable, parse, spoken

__all__ = [
    "NUMERIC",
    "PICKED",
    "Derived",
    "GridRow",
    "GridSpec",
    "cell_advice",
    "cell_choices",
    "grid_rows",
    "read_cell",
    "with_cell",
]

PICKED = frozenset({Kind.CHOICE, Kind.YES_NO, Kind.SCORE})
NUMERIC = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.YEAR, Kind.SCORE})
_NO = "~"
_SHORT: dict[str, NoAnswerKind] = {
    "w": NoAnswerKind.UNKNOWN,
    "weet niet": NoAnswerKind.UNKNOWN,
    "n": NoAnswerKind.NOT_APPLICABLE,
    "nvt": NoAnswerKind.NOT_APPLICABLE,
    "n.v.t.": NoAnswerKind.NOT_APPLICABLE,
    "l": NoAnswerKind.LATER,
    "later": NoAnswerKind.LATER,
    **{words: kind for kind, words in NO_ANSWER_WORDS.items()},
}
"""What one may type in a cell for "no answer"."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: the key in its path, and its label."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that only shows what follows from a row: its head, and the text for the row with this key."""

    label: str
    text: Callable[[Dossier, Knowledge, str], str]


@dataclass(frozen=True, slots=True)
class GridSpec:
    """An editable table.

    ``row_title``: what the rows are ("Partner"). ``rows`` and ``columns``: in this dossier; a column is a field,
    its ``name`` the key. ``path``: where the answer of a row (by key) and column stands. ``totals``: one text per
    column for the last row; None: no such row.
    """

    title: str
    row_title: str
    rows: Callable[[Dossier, Knowledge], tuple[GridRow, ...]]
    columns: Callable[[Dossier, Knowledge], tuple[Field, ...]]
    path: Callable[[str, Field], Path]
    why: str = ""
    empty: str = ""
    """What is said while there are no rows or no columns: what to do first."""
    grow: Callable[[Dossier, int], Dossier] | None = None
    """Adds a number of rows at the end, for cells that are pasted below the last one; None: those are left out."""
    totals: Callable[[Dossier, Knowledge], tuple[str, ...]] | None = None
    total_label: str = "Totaal"
    internal: bool = False
    hint: Callable[[Dossier, Knowledge, str, Field], str] | None = None
    """What the program counts with where a cell (row by key, column) is empty; shown in grey, never copied."""
    derived: Callable[[Dossier, Knowledge], tuple[Derived, ...]] = lambda _dossier, _knowledge: ()
    """Columns behind the others, to read only."""


def grid_rows(spec: GridSpec, dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the check page: one per row of the table, that leads to its first cell."""
    columns = spec.columns(dossier, knowledge)
    for row in spec.rows(dossier, knowledge):
        said, unread = [], False
        for field in columns:
            path = spec.path(row.key, field)
            draft = dossier.drafts.get(path_key(path))
            value = value_at(dossier, path)
            unread = unread or draft is not None
            if draft is not None:
                said.append(f"{field.label}: {draft}")
            elif value is not None and value != "":
                said.append(f"{field.label}: {spoken(field, value, dossier, knowledge)}")
        answer = "\n".join(said) or "Niet ingevuld"
        if columns:
            yield CheckRow(spec.title, row.label, answer, spec.path(row.key, columns[0]), unread, spec.internal)


def cell_choices(field: Field, dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """The choices of a cell that is picked, not typed."""
    if field.kind is Kind.YES_NO:
        given: tuple[Option, ...] = (Option("ja", "Ja"), Option("nee", "Nee"))
    elif field.kind is Kind.SCORE:
        given = tuple(Option(str(n), str(n)) for n in range(1, 6))
    else:
        given = options_of(field, dossier, knowledge)
    none = (Option(_NO + kind.value, NO_ANSWER_WORDS[kind].capitalize()) for kind in field.no_answers)
    return (*given, *none)


def read_cell(field: Field, text: str, dossier: Dossier, knowledge: Knowledge) -> Any:
    """The value of what was typed or pasted in a cell. Raises :class:`Unreadable`."""
    bare = text.strip().lower()
    none = _SHORT.get(bare)
    if none is not None and none in field.no_answers:
        return NoAnswer(no_answer=none)
    if field.kind not in PICKED:
        return parse(field.kind, text)
    if not bare:
        return None
    for option in cell_choices(field, dossier, knowledge):
        if bare in (option.value.lower(), option.label.lower()):
            if field.kind is Kind.YES_NO:
                return option.value == "ja"
            return int(option.value) if field.kind is Kind.SCORE else option.value
    raise Unreadable("Kies een van de mogelijkheden uit de lijst.")


def with_cell(dossier: Dossier, field: Field, path: Path, text: str, knowledge: Knowledge) -> Dossier:
    """The next dossier with what was typed in a cell: as a value, or as a draft where it is none."""
    key = path_key(path)
    try:
        value = read_cell(field, text, dossier, knowledge)
        after = _emptied(dossier, path) if value is None else with_value(dossier, path, value)
        drafts = {k: v for k, v in after.drafts.items() if k != key}
    except (Unreadable, InvalidValueError):
        after, drafts = dossier, {**dossier.drafts, key: text}
    if drafts == after.drafts:
        return after
    return after.model_copy(update={"drafts": ImmutableDict(drafts)})


def _emptied(dossier: Dossier, path: Path) -> Dossier:
    """The next dossier with nothing at ``path``: an entry of a mapping goes, what must have a value keeps its own."""
    if isinstance(value_at(dossier, path[:-1]), Mapping):
        return without(dossier, path)
    if value_at(dossier, path) is None:
        return dossier
    try:
        return with_value(dossier, path, None)
    except InvalidValueError:
        return dossier


def cell_advice(field: Field, draft: str, dossier: Dossier, knowledge: Knowledge) -> str:
    """What to type instead of what cannot be read in a cell, in Dutch."""
    try:
        read_cell(field, draft, dossier, knowledge)
    except Unreadable as error:
        return error.advice
    return "Dit past hier niet."
