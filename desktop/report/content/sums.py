"""Tables of amounts: numbers as cells, groups of rows with their total, and columns spread over tables that fit.

A table is never set smaller to make it fit: what has no room beside goes to a table of its own [report-look].
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from desktop.report.tree import Align, Cell, Column, Row, RowKind, Table, cell
from models.dutch import euros
from models.figures.metrics import text_width
from models.wording.costs import sign_of

__all__ = [
    "EMPTY_CELL",
    "MANY",
    "Group",
    "Scale",
    "amount",
    "difference_cell",
    "money_cell",
    "money_tables",
    "row_names",
    "scale_of",
    "spread",
]

MANY = 12
"""More partners than this, and each group of rows becomes a table of its own: its head then repeats on each page."""

NOTHING = "–"
"""What is not known."""

EMPTY_CELL = cell("")
_HEAD_SIGNS, _TAIL_SIGNS = 20, 16
_SIZE, _HEAD_SIZE, _AROUND, _SLOT = 9.5, 9.0, 9.0, 11.0
_ALONG = 337.0
"""Points beside the margin column."""
_THOUSANDS_FROM = Decimal(1_000_000)


def row_names(names: Mapping[str, str]) -> tuple[str, ...]:
    """The partners as they head rows: of many, a long name keeps its begin and end, so that a page holds more rows.

    A name that would then look like another stays whole; the table of partners has them all in full.
    """
    full = tuple(names.values())
    if len(full) <= MANY:
        return full
    short = [_middle_cut(name) for name in full]
    return tuple(cut if short.count(cut) == 1 else name for cut, name in zip(short, full, strict=True))


def _middle_cut(name: str) -> str:
    if len(name) <= _HEAD_SIGNS + _TAIL_SIGNS + 1:
        return name
    return f"{name[:_HEAD_SIGNS].rstrip()}…{name[-_TAIL_SIGNS:].lstrip()}"


class Scale(NamedTuple):
    """How amounts are shown: exact, in whole euros or in thousands of euros; ``unit``: the words for it."""

    unit: str
    divisor: int = 1
    exact: bool = False

    def words(self, value: Decimal) -> str:
        """``value`` in this scale, without the sign of the euro: that stands in the unit line."""
        if self.exact:
            return amount(value)
        whole = (value / self.divisor).quantize(Decimal(1), ROUND_HALF_UP)
        return amount(whole).removesuffix(",00")


EXACT = Scale("bedragen in euro’s", exact=True)


def scale_of(values: Iterable[Decimal]) -> Scale:
    """Thousands where there are millions, else whole euros."""
    if max((abs(value) for value in values), default=Decimal(0)) >= _THOUSANDS_FROM:
        return Scale("bedragen × € 1.000, een som kan er één van afwijken", 1000)
    return Scale("bedragen in hele euro’s, een som kan er één van afwijken")


def amount(value: Decimal) -> str:
    """``1.234,56``: euros to the cent without their sign."""
    return euros(value).removeprefix("€\u00a0").replace("-", "\N{MINUS SIGN}")


def money_cell(value: Decimal | None, scale: Scale = EXACT) -> Cell:
    """An amount, or a dash where it is not known."""
    return cell(NOTHING if value is None else scale.words(value))


def difference_cell(value: Decimal | None, scale: Scale = EXACT) -> Cell:
    """A difference with today without its sign, and V or N in the slot after it."""
    if value is None:
        return cell(NOTHING)
    return cell(scale.words(abs(value)), after=sign_of(value))


class Group(NamedTuple):
    """Rows of a table of amounts: heading, rows by name, and what they add up to.

    ``own``: the caption where the group is a table of its own.
    """

    title: str
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    total: tuple[str, tuple[Cell, ...]] | None = None
    own: str = ""


def spread(widths: Sequence[float], along: float = _ALONG) -> Iterator[range]:
    """Which columns go together in a table: as few tables as fit, with about as many columns in each."""
    most = max(1, int(along // max(widths, default=along)))
    count = len(widths)
    tables = -(-count // most) if count else 0
    begin = 0
    for left in range(tables, 0, -1):
        size = -(-(count - begin) // left)
        yield range(begin, begin + size)
        begin += size


def money_tables(
    caption: str,
    first: str,
    heads: Sequence[str],
    groups: Sequence[Group],
    *,
    unit: str = "",
    note: str = "",
    apart: bool = False,
) -> Iterator[Table]:
    """``groups`` under ``heads``, over as many tables as their widths ask.

    ``apart``: each group in a table of its own.
    """
    sets = [[group] for group in groups] if apart else [list(groups)]
    done: list[Table] = []
    for held in sets:
        parts = list(spread(_widths(heads, held)))
        for place, part in enumerate(parts, start=1):
            title = held[0].own or held[0].title if apart else caption
            span = _span(heads, part, place, len(parts))
            done.append(_table(title + span, first, [heads[i] for i in part], held, part, unit, headed=not apart))
    for number, table in enumerate(done, start=1):
        yield table if number < len(done) or not note else _noted(table, note)


def _span(heads: Sequence[str], part: range, place: int, count: int) -> str:
    """Which columns this table has of all: years by their ends, others by their number."""
    if count < 2:
        return ""
    if all(head.isdigit() for head in heads):
        return f", {heads[part[0]]} tot en met {heads[part[-1]]}"
    return f", deel {place} van {count}"


def _noted(table: Table, note: str) -> Table:
    return Table(table.caption, table.columns, table.rows, table.unit, note)


def _widths(heads: Sequence[str], groups: Sequence[Group]) -> list[float]:
    """The widest column decides for all: years beside each other look alike."""
    slot = any(entry.after for group in groups for _, cells in _all_rows(group) for entry in cells)
    widest = max(
        (
            text_width("".join(run.text for run in entry.runs), _SIZE)
            for group in groups
            for _, cells in _all_rows(group)
            for entry in cells
        ),
        default=0.0,
    )
    words = max((text_width(word, _HEAD_SIZE) for head in heads for word in head.split()), default=0.0)
    return [max(widest, words) + _AROUND + (_SLOT if slot else 0.0)] * len(heads)


def _all_rows(group: Group) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    yield from group.rows
    if group.total is not None:
        yield group.total


def _table(
    caption: str, first: str, heads: Sequence[str], groups: Sequence[Group], part: range, unit: str, *, headed: bool
) -> Table:
    columns = (Column(first), *(Column(head, 1, Align.RIGHT) for head in heads))
    rows: list[Row] = []
    for group in groups:
        if headed and group.title:
            rows.append(Row((cell(group.title), *(EMPTY_CELL for _ in heads)), kind=RowKind.GROUP))
        rows += [_row(name, cells, part, RowKind.PLAIN) for name, cells in group.rows]
        if group.total is not None:
            rows.append(_row(*group.total, part, RowKind.TOTAL))
    return Table(caption, columns, tuple(rows), unit)


def _row(name: str, cells: Sequence[Cell], part: range, kind: RowKind) -> Row:
    return Row((cell(name), *(cells[i] for i in part)), kind=kind)
