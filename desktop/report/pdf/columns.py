"""How wide the columns of a table are: the grid first, and no word broken but at a syllable."""

from collections.abc import Iterator, Sequence

from desktop.report import styles, tree
from desktop.report.fonts import faces_for, printable
from desktop.report.pdf.hyphens import breaks_of
from desktop.report.styles import AXIS, FULL, TextStyle
from desktop.report.tree import Align

__all__ = ["GAP", "SLOT", "rooms_of", "slots_of", "widths_of"]

GAP = 8.0
"""White at the right of a column."""

SLOT = 11.0
"""White after a number for the letter that comes with it."""

_NUMBERS_GAP = 8.0
"""More of it where text follows numbers that end at the right."""

_NARROW = 90.0
"""Points; words that matter here fit in a wider column anyway."""

_LOOKED_AT = 200
"""Signs of a cell; what is longer needs no narrow column."""

_SLACK = 0.5


def widths_of(table: tree.Table) -> tuple[float, ...]:
    """The widths of the columns: the first is the margin, the others share the width of the text by weight.

    A column in which a short word or a syllable would be broken takes from the others what it lacks.
    """
    weights = [max(column.weight, 0.01) for column in table.columns[1:]]
    if not weights:
        return (FULL,)
    room = FULL - AXIS
    widths = [room * weight / sum(weights) for weight in weights]
    needs = [_need(table, index + 1) if width < _NARROW else 0.0 for index, width in enumerate(widths)]
    lacking = sum(max(need - width, 0) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needs, widths, strict=True))
    if not lacking or not spare:
        return (AXIS, *widths)
    taken = min(lacking / spare, 1.0)
    given = min(spare / lacking, 1.0)
    return (
        AXIS,
        *(
            width + (need - width) * (given if need > width else taken)
            for need, width in zip(needs, widths, strict=True)
        ),
    )


def slots_of(table: tree.Table) -> tuple[bool, ...]:
    """Which columns need a slot for letters after their numbers."""
    return tuple(any(row.cells[index].after for row in table.rows) for index in range(len(table.columns)))


def rooms_of(columns: Sequence[tree.Column], widths: Sequence[float], slots: Sequence[bool] = ()) -> tuple[float, ...]:
    """The widths of the texts: what the columns leave between them is white; ``slots``: where letters stand in it."""
    return tuple(width - _white(columns, index, slots) for index, width in enumerate(widths))


def _white(columns: Sequence[tree.Column], index: int, slots: Sequence[bool]) -> float:
    slot = SLOT if index < len(slots) and slots[index] else 0.0
    if index == len(columns) - 1:
        return slot
    turns = columns[index].align is Align.RIGHT and columns[index + 1].align is Align.LEFT
    return (slot + GAP / 2 if slot else GAP) + (_NUMBERS_GAP if turns else 0)


def _need(table: tree.Table, index: int) -> float:
    """The width that the longest unbroken part of a column asks for."""
    longest = _longest(table.columns[index].head, styles.HEAD)
    for row in table.rows:
        entry = row.cells[index]
        if entry.mark is None and entry.form is None:
            style = styles.CELL_FIRST if row.kind is tree.RowKind.TOTAL else styles.CELL
            longest = max(longest, _longest(tree.text_of(entry.runs), style))
    return longest + _white(table.columns, index, slots_of(table)) + _SLACK


def _longest(text: str, style: TextStyle) -> float:
    """The width of the longest part of ``text`` that does not break."""
    parts = (part for word in printable(text[:_LOOKED_AT]).split() for part in _parts(word, style))
    return max((_width(part, style) for part in parts), default=0.0)


def _parts(word: str, style: TextStyle) -> Iterator[str]:
    """A short word whole, a longer one by syllable with its hyphen; nothing of one that has no syllables."""
    if not style.hyphenate or len(word) < style.hyphenate:
        yield word
        return
    heads = [head for head, _ in reversed(breaks_of(word))]
    for start, head in zip(["", *heads], heads, strict=False):
        yield head[len(start) :] + "-"
    if heads:
        yield word[len(heads[-1]) :]


def _width(word: str, style: TextStyle) -> float:
    return sum(face.width(part, style.size) for face, part in faces_for(word, style.weight))
