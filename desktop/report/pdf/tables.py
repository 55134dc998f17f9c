"""Tables on the grid: platypus's long table with our rules.

Horizontal rules only; the head repeats on each page; a row stays whole unless it is higher than a page.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.report import styles, tree
from desktop.report.fonts import base_face
from desktop.report.pdf import rl
from desktop.report.pdf.columns import GAP, SLOT, rooms_of, slots_of, widths_of
from desktop.report.pdf.drawing import MARK_ROOM, draw_figure, draw_mark, draw_rule, draw_tint
from desktop.report.pdf.flowables import Part
from desktop.report.pdf.texts import Text, text
from desktop.report.styles import AXIS, BLEED, FULL, ROOM, snap
from desktop.report.tree import Align, RowKind
from models.figures import Role, form_glyph

__all__ = ["GridTable", "facts_table", "grid_table"]

_PAD, _HEAD_PAD = 3.5, 2.5
_SIGN = 20.0
_SIGN_ROOM = _SIGN + 6
_END = ("LINEBELOW", (0, -1), (-1, -1), 0.8, rl.colour(Role.INK))
_STRONG = (0.8, rl.colour(Role.INK))
_GROUP_PAD, _SLOT_GAP = 9.0, 3.0
_LOW_ROW = 60.0
"""A last row lower than this does not go to the next page alone."""


class GridTable(rl.LongTable):
    """A table of the report; made by :func:`grid_table` and :func:`facts_table`."""

    whole = False
    wants = 0.0
    rest = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its own height; what is missing to the vertical unit counts as space after it."""
        size = super().wrap(width, height)
        self.rest = snap(size[1]) - size[1]
        return size

    def getSpaceAfter(self) -> float:
        """With what is missing to the vertical unit."""
        return super().getSpaceAfter() + self.rest

    @property
    def least(self) -> float:
        """The head with two rows; a head with less at the foot of a page stands alone."""
        full = self.wrap(FULL, 10 * ROOM)[1]
        few = sum(self._rowHeights[: self.repeatRows + 2])
        return full if self.whole or few > ROOM else few

    def split(self, width: float, height: float) -> Sequence[rl.Flowable]:
        """Between rows, no lone last row; inside a row only where no page can hold it."""
        rows = [row or 0.0 for row in self._rowHeights]
        head, turn = sum(rows[: self.repeatRows]), list[rl.Flowable]()
        if len(rows) > self.repeatRows + 2 and rows[-1] < _LOW_ROW and sum(rows) - rows[-1] <= height < sum(rows):
            height = sum(rows) - rows[-1] - 1
            turn = [rl.FrameBreak()]
        self.splitInRow = int(any(row > ROOM - head for row in rows))
        if self.splitInRow and not self._reaches_tall_row(rows, height, ROOM - head):
            self.splitInRow = 0
        parts = super().split(width, height)
        if len(parts) > 1 and isinstance(parts[0], GridTable):
            parts[0].setStyle([_END])
            return [parts[0], *turn, *parts[1:]]
        return parts

    def _reaches_tall_row(self, rows: Sequence[float], height: float, room: float) -> bool:
        """Whether the row that no longer fits in ``height`` is higher than a page."""
        for row in rows:
            if row > height:
                return row > room
            height -= row
        return False

    def _drawBkgrnd(self) -> None:
        """The tint of the advised row hangs out on both sides, between two strong rules."""
        for _, (_, first), (_, last), _ in self._bkgrndcmds:
            top, bottom = self._rowpositions[first], self._rowpositions[last + 1]
            draw_tint(self.canv, -BLEED, bottom, FULL + 2 * BLEED, top - bottom, Role.PANEL)
            for y in (top, bottom):
                draw_rule(self.canv, -BLEED, y, FULL + 2 * BLEED, Role.ACCENT, 1.4)


class _Signed(Part):
    """The text of a cell with a mark or the sign of a form before it."""

    def __init__(self, inner: Text, source: tree.Cell, indent: float) -> None:
        super().__init__()
        self.inner, self.source, self.indent = inner, source, indent

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """At least as high as the sign."""
        least = _SIGN if self.source.form is not None else 0
        self.width, self.height = width, max(self.inner.wrap(width - self.indent, height)[1], least)
        return self.width, self.height

    def split(self, width: float, height: float) -> Sequence[rl.Flowable]:
        """The sign stays with the first part."""
        parts = [part for part in self.inner.split(width - self.indent, height) if isinstance(part, Text)]
        if len(parts) != 2:
            return []
        return [_Signed(parts[0], self.source, self.indent), _Signed(parts[1], tree.Cell(()), self.indent)]

    def draw(self) -> None:
        """Sign, then text."""
        if self.source.mark is not None:
            draw_mark(self.canv, self.source.mark, 0, self.height - self.inner.base + 3.2)
        if self.source.form is not None:
            draw_figure(self.canv, form_glyph(self.source.form, _SIGN), 0, self.height)
        self.inner.drawOn(self.canv, self.indent, self.height - self.inner.height)


class _Slotted(Part):
    """A number with a letter after it, in the white beside its column."""

    def __init__(self, inner: Text, letter: Text, room: float) -> None:
        super().__init__()
        self.inner, self.letter, self.room = inner, letter, room

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the number."""
        del width
        self.width, self.height = self.room, self.inner.wrap(self.room, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Number, then letter, on the same first line."""
        self.inner.drawOn(self.canv, 0, 0)
        self.letter.wrap(0, 0)
        self.letter.drawOn(self.canv, self.room + _SLOT_GAP, self.height - self.letter.height)


def grid_table(table: tree.Table, after: float = 14) -> GridTable:
    """``table`` without its caption and note: the first column is the margin, the others share the width."""
    widths = widths_of(table)
    rooms = rooms_of(table.columns, widths, slots_of(table))
    head = [text(entry.head, styles.HEAD, room, entry.align) for entry, room in zip(table.columns, rooms, strict=True)]
    rows = [_cells(row, table.columns, rooms) for row in table.rows]
    chosen = [number for number, row in enumerate(table.rows, start=1) if row.chosen]
    commands = [*_head_commands(), *_row_commands(1, len(rows), chosen), *_kind_commands(table.rows)]
    return _table([head, *rows], widths, commands, repeat=1, after=after)


def facts_table(facts: Sequence[tuple[str, str]], before: float = 0) -> GridTable:
    """Labels and values, without a head."""
    columns = (tree.Column("Feit"), tree.Column("Waarde"))
    widths = (AXIS, FULL - AXIS)
    rooms = rooms_of(columns, widths)
    rows = [_cells(tree.Row((tree.cell(a), tree.cell(b))), columns, rooms) for a, b in facts]
    return _table(rows, widths, list(_row_commands(0, len(rows) - 1, ())), repeat=0, before=before)


def _table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    commands: Sequence[tuple[Any, ...]],
    *,
    repeat: int,
    before: float = 0,
    after: float = 0,
) -> GridTable:
    style = [
        ("FONT", (0, 0), (-1, -1), base_face(styles.CELL.weight).name, styles.CELL.size),  # or Helvetica is in the file
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), _PAD),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PAD + 0.5),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *commands,
    ]
    return GridTable(
        rows,
        colWidths=list(widths),
        style=style,
        repeatRows=repeat,
        hAlign="LEFT",
        spaceBefore=before,
        spaceAfter=after,
    )


def _head_commands() -> Iterator[tuple[Any, ...]]:
    yield "VALIGN", (0, 0), (-1, 0), "BOTTOM"
    yield "TOPPADDING", (0, 0), (-1, 0), _HEAD_PAD
    yield "BOTTOMPADDING", (0, 0), (-1, 0), _HEAD_PAD
    yield "LINEBELOW", (0, 0), (-1, 0), 0.8, rl.colour(Role.INK)


def _row_commands(first: int, last: int, chosen: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """A thin rule under each row, but not along the strong rules of the advised one; a strong one at the end."""
    for number in range(first, last):
        if number not in chosen and number + 1 not in chosen:
            yield "LINEBELOW", (0, number), (-1, number), 0.4, rl.colour(Role.RULE)
    if last >= first:
        yield _END
    for number in chosen:
        yield "BACKGROUND", (0, number), (-1, number), rl.colour(Role.PANEL)


def _kind_commands(rows: Sequence[tree.Row]) -> Iterator[tuple[Any, ...]]:
    """Strong rules under a group and around a total; both stay with a row that belongs to them."""
    for number, row in enumerate(rows, start=1):
        if row.kind is RowKind.GROUP:
            yield "TOPPADDING", (0, number), (-1, number), _GROUP_PAD
            yield "LINEBELOW", (0, number), (-1, number), *_STRONG
            if number < len(rows):
                yield "NOSPLIT", (0, number), (-1, number + 1)
        elif row.kind is RowKind.TOTAL:
            yield "LINEABOVE", (0, number), (-1, number), *_STRONG
            if number > 1:
                yield "NOSPLIT", (0, number - 1), (-1, number)


def _cells(row: tree.Row, columns: Sequence[tree.Column], rooms: Sequence[float]) -> list[rl.Flowable]:
    if row.kind is RowKind.GROUP:
        return [text(row.cells[0].runs, styles.CELL_FIRST, FULL), *(text("", styles.CELL, FULL) for _ in columns[1:])]
    strong = row.kind is RowKind.TOTAL
    return [
        _cell(entry, index == 0 or strong, column.align, room)
        for index, (entry, column, room) in enumerate(zip(row.cells, columns, rooms, strict=True))
    ]


def _cell(entry: tree.Cell, strong: bool, align: Align, room: float) -> rl.Flowable:
    style = styles.CELL_FIRST if strong else styles.CELL
    if entry.after:
        return _Slotted(text(entry.runs, style, room, align), text(entry.after, styles.CELL_FIRST, SLOT), room)
    if entry.mark is None and entry.form is None:
        return text(entry.runs, style, room, align)
    indent = MARK_ROOM - 1 if entry.mark is not None else _SIGN_ROOM
    return _Signed(text(entry.runs, style, room - indent, align), entry, indent)
