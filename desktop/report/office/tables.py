"""The tables of the tree, its forms and its signatures as grids for a word processor."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.report import styles, tree
from desktop.report.office.items import Grid, GridCell, GridRow, Look, Piece, Pieces, Style
from desktop.report.office.looks import PAD_BOTTOM, PAD_TOP
from desktop.report.office.signs import marked
from desktop.report.office.soft import softened
from desktop.report.tree import Align, RowKind
from models.figures import Role

__all__ = ["form_grid", "grid_of", "is_address", "piece_of", "signature_grid", "split_lines"]

_SLOT = 7.7
"""Points: a space and the letter after a number, at the size of a cell."""

_HANG = 11.5
"""The sign of a mark with its space."""

_HALF_PAGE = styles.ROOM / 2
"""A row that is higher may go over two pages, or it might not fit on any; a lower table stays on one page."""

_SIGN_WIDTH = 0.55
"""Of a letter, in sizes of the type; a wide one, so that no height is guessed too low."""

_FORM = 9
"""A form of fewer rows stays on one page."""

_WRITING, _SIGNING, _LOW = 24.0, 76.0, 18.0
"""Heights of rows to write on."""

_SIGNATURES = ("Wie", "Handtekening", "Plaats en datum")
_BOXES = {True: "☒", False: "☐"}


def grid_of(table: tree.Table) -> Grid:
    """``table`` without its caption and note, its columns as wide as in the PDF."""
    from desktop.report.pdf.columns import rooms_of, slots_of, widths_of

    slots, widths = slots_of(table), tuple(widths_of(table))
    rooms = rooms_of(table.columns, widths)
    head = GridRow(
        tuple(
            _head_cell(column, rooms[index], Style.HEAD_NUMBER if _numbers(column, index) else Style.HEAD)
            for index, column in enumerate(table.columns)
        ),
        keep=True,
    )
    heights = [_height(row, rooms) for row in table.rows]
    short = sum(heights) <= _HALF_PAGE
    rows = []
    for number, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
        made, whole = _row(row, table, number, slots, short), height <= _HALF_PAGE
        made = made if row.kind is RowKind.GROUP else _softened(made, rooms)
        rows.append(replace(made, whole=whole, keep=made.keep and whole))
    pads = tuple(round(width - room, 1) for width, room in zip(widths, rooms, strict=True))
    return Grid(table.caption, widths, head, tuple(rows), pads, keep=short and bool(table.note))


def _head_cell(column: tree.Column, room: float, style: Style) -> GridCell:
    return GridCell(((Piece(softened(column.head, styles.HEAD, room)),),), style)


def _height(row: tree.Row, rooms: Sequence[float]) -> float:
    """About the height of a row; never much too low."""
    texts = (tree.text_of(entry.runs) for entry in row.cells)
    lines = max(_lines(text, room) for text, room in zip(texts, rooms, strict=True))
    return lines * styles.CELL.leading + PAD_TOP + PAD_BOTTOM


def _lines(text: str, room: float) -> float:
    return 1 + text.count("\n") + len(text) * styles.CELL.size * _SIGN_WIDTH / max(room, styles.CELL.size)


def _softened(row: GridRow, rooms: Sequence[float]) -> GridRow:
    """The same, with places to break in the words that their column cannot hold."""
    cells = tuple(
        replace(cell, lines=tuple(tuple(_soft(piece, room - cell.hang) for piece in line) for line in cell.lines))
        for cell, room in zip(row.cells, rooms, strict=True)
    )
    return replace(row, cells=cells)


def _soft(piece: Piece, room: float) -> Piece:
    return replace(piece, text=softened(piece.text, styles.CELL_FIRST, room))


def _numbers(column: tree.Column, index: int) -> bool:
    return column.align is Align.RIGHT and index > 0


def _row(row: tree.Row, table: tree.Table, number: int, slots: Sequence[bool], short: bool) -> GridRow:
    rest = table.rows[number + 1 :]
    edge = number == 0 or len(rest) == 1
    keep = bool(rest) and (short or edge or row.kind is RowKind.GROUP or rest[0].kind is RowKind.TOTAL)
    if row.kind is RowKind.GROUP:
        cells: tuple[GridCell, ...] = (GridCell((_pieces(row.cells[0]),), Style.FIRST, len(row.cells)),)
    else:
        cells = tuple(
            _cell(entry, index, table.columns[index], row, slots[index]) for index, entry in enumerate(row.cells)
        )
    return GridRow(cells, row.kind, row.chosen, keep=keep)


def _cell(entry: tree.Cell, index: int, column: tree.Column, row: tree.Row, slot: bool) -> GridCell:
    strong = index == 0 or row.kind is RowKind.TOTAL
    pieces = _pieces(entry)
    if not _numbers(column, index):
        hang = _HANG if entry.mark is not None else 0
        return GridCell((pieces,), Style.FIRST if strong else Style.CELL, hang=hang)
    if strong:
        pieces = tuple(Piece(p.text, p.look if p.look is not Look.PLAIN else Look.BOLD, p.target) for p in pieces)
    return GridCell((pieces,), Style.NUMBER, inset=_SLOT if slot and not entry.after else 0)


def _pieces(entry: tree.Cell) -> Pieces:
    letter = (Piece(f"\N{NO-BREAK SPACE}{entry.after}", Look.BOLD),) if entry.after else ()
    return (*marked(entry.mark), *(piece_of(run) for run in entry.runs), *letter)


def piece_of(run: tree.Run) -> Piece:
    """A run of the tree; only it can bring a link."""
    look = {tree.RunStyle.BOLD: Look.BOLD, tree.RunStyle.ITALIC: Look.ITALIC}.get(run.style, Look.PLAIN)
    return Piece(run.text, look, run.target)


def is_address(target: str) -> bool:
    """Whether ``target`` is a page on the web: nothing else becomes a link."""
    return target.startswith(("https://", "http://"))


def _shared(weights: Sequence[float]) -> tuple[float, ...]:
    """The first column is the margin, the others share the width of the text."""
    parts = [max(weight, 0.01) for weight in weights[1:]]
    if not parts:
        return (styles.FULL,)
    return (styles.AXIS, *(styles.ALONG * part / sum(parts) for part in parts))


def form_grid(form: tree.FormTable) -> Grid:
    """A form to be filled in: empty cells are high enough to write in."""
    head = GridRow(tuple(GridCell(((Piece(text),),), Style.HEAD) for text in form.heads), keep=True)
    rows = tuple(
        GridRow(tuple(map(_form_cell, row, range(len(row)))), height=_WRITING, keep=_FORM > len(form.rows) > number + 1)
        for number, row in enumerate(form.rows)
    )
    return Grid(form.caption, _shared(form.weights), head, rows, dashed=True)


def _form_cell(entry: tree.FormCell, index: int) -> GridCell:
    lines: list[Pieces] = [(Piece(entry.text),)] if entry.text or not entry.boxes else []
    for number, words in enumerate(entry.boxes):
        lines.append((Piece(f"{_BOXES[number == entry.ticked]}\N{NO-BREAK SPACE}{words}"),))
    return GridCell(tuple(lines), Style.CELL if index else Style.FIRST)


def signature_grid(block: tree.SignatureBlock) -> Grid:
    """One row a signature, with room to sign; who signed already has no lines for place and date."""
    head = GridRow(tuple(GridCell(((Piece(text),),), Style.HEAD) for text in _SIGNATURES), keep=True)
    rows = []
    for number, line in enumerate(block.lines):
        who = [(Piece(line.role),)]
        who += [(Piece(text, Look.GREY),) for text in (line.name, line.below) if text]
        cells = (
            GridCell(tuple(who), Style.FIRST),
            GridCell(((Piece(line.signed),),)),
            GridCell(((Piece(""),),) if line.signed else ((Piece("Plaats:"),), (Piece("Datum:"),))),
        )
        rows.append(GridRow(cells, height=_LOW if line.signed else _SIGNING, keep=number + 1 < len(block.lines)))
    return Grid(block.title, _shared((1, 1.2, 1)), head, tuple(rows), dashed=True)


def split_lines(grid: Grid) -> list[tuple[float, Role, float, Role, bool]]:
    """For each row: weight and colour of the rule above and below it (0: none), and whether it is tinted."""
    found = []
    for number, row in enumerate(grid.rows):
        last = number == len(grid.rows) - 1
        top, top_role = 0.0, Role.RULE
        bottom, role = (0.8, Role.INK) if last else (0.5, Role.RULE)
        if row.kind is RowKind.TOTAL:
            top, top_role = 0.8, Role.INK
        if row.kind is RowKind.GROUP:
            bottom, role = 0.8, Role.INK
        if row.chosen:
            top, top_role, bottom, role = 1.4, Role.ACCENT, 1.4, Role.ACCENT
        elif not last and grid.rows[number + 1].chosen:
            bottom, role = 1.4, Role.ACCENT
        elif not last and grid.rows[number + 1].kind is RowKind.TOTAL:
            bottom, role = 0.8, Role.INK
        found.append((top, top_role, bottom, role, row.chosen))
    return found
