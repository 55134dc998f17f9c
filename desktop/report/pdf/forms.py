"""What is filled in by hand: tables with writing lines and boxes, and rooms for signatures."""

from collections.abc import Iterator

from desktop.report import styles, tree
from desktop.report.pdf.blocks import Block, Trim
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.cells import Boxes, Content
from desktop.report.pdf.drawing import draw_rule, width_of
from desktop.report.pdf.parts import Part, kept_with_next
from desktop.report.pdf.tables import GridCell, GridRow, GridTable
from desktop.report.pdf.tags import Element, Field
from desktop.report.pdf.texts import Text, heights, text
from desktop.report.pdf.words import one_line
from desktop.report.styles import ALONG, AXIS, COLUMN, FULL, GUTTER, LEFT, MM, snap
from models.figures import Role

__all__ = ["form_table", "signatures"]

_ROOM = 14 * MM
"""Height of the room for a signature."""

_HALF = 2 * COLUMN + GUTTER
_STEP = _HALF + GUTTER
_WRITE = 30.0
"""From the role to the line for place and date."""

_UNDER = 3.0
_WORDS = ("plaats", "datum")
_LINE = 20.0
"""Height of a row to write in."""

_BOXES_PAD = 7.0
_GAP = GUTTER


def form_table(form: tree.FormTable, element: Element) -> GridTable:
    """``form`` without its caption; ``element``: the table's own."""
    starts = _starts(form.weights)
    rooms = [stop - start - _GAP for start, stop in zip(starts, [*starts[1:], FULL + _GAP], strict=True)]
    lines = tuple((start, start + room) for start, room in zip(starts, rooms, strict=True))
    heads = element.add("TR")
    cells = [
        GridCell(x, Content(text(head, styles.HEAD, room)), heads.add("TH", scope="Column"))
        for head, x, room in zip(form.heads, starts, rooms, strict=True)
    ]
    rows = [_form_row(row, starts, rooms, lines, element.add("TR")) for row in form.rows]
    return GridTable(rows, GridRow(tuple(cells), 2.5, 2.5, low=True), after=14)


def _starts(weights: tuple[float, ...]) -> list[float]:
    """Where the columns start: the first is the margin, the others share the rest by weight."""
    shares = [max(weight, 0.01) for weight in weights[1:]]
    starts = [0.0]
    for number in range(len(shares)):
        starts.append(AXIS + (FULL + _GAP - AXIS) * sum(shares[:number]) / sum(shares))
    return starts


def _form_row(
    row: tuple[tree.FormCell, ...],
    starts: list[float],
    rooms: list[float],
    lines: tuple[tuple[float, float], ...],
    element: Element,
) -> GridRow:
    cells = []
    for number, (entry, x, room) in enumerate(zip(row, starts, rooms, strict=True)):
        own = element.add("TD") if number else element.add("TH", scope="Row")
        style = styles.CELL if number else styles.CELL_FIRST
        content = Boxes.of(entry, room) if entry.boxes else Content(text(entry.text, style, room))
        cells.append(GridCell(x, content, own))
    stacked = any(isinstance(cell.content, Boxes) and not cell.content.beside for cell in cells)
    pad = _BOXES_PAD if stacked else 4.0
    return GridRow(tuple(cells), pad, pad, broken=lines, least=_LINE)


def signatures(block: tree.SignatureBlock, parent: Element) -> Iterator[Part]:
    """A head, then the rooms two by two."""
    element = parent.add("P")
    left = [(text(block.label, styles.CELL_FIRST, COLUMN), element)] if block.label else []
    law = [tree.Run(f" ({block.law})")] if block.law else []
    title = text((tree.bold(block.title), *law), styles.SIGNED_TITLE, ALONG)
    head = Block([(title, element)], left, trim=Trim(rule=(Role.RULE, 0.5), top=6))
    yield kept_with_next(head) if block.lines else head
    for at in range(0, len(block.lines), 2):
        yield _Signatures(block.lines[at : at + 2], one_line(block.title), parent)


class _Signatures(Part):
    """Room for one or two signatures, with who signs under it."""

    def __init__(self, lines: tuple[tree.SignatureLine, ...], title: str, parent: Element) -> None:
        super().__init__(0, 7)
        self.rooms = [_Room(line, title, parent) for line in lines]

    @property
    def height(self) -> float:
        """As high as the longest role asks."""
        return snap(_ROOM + max(room.height for room in self.rooms))

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Left, then right."""
        for number, room in enumerate(self.rooms):
            room.draw(canvas, LEFT + number * _STEP, top - _ROOM)


class _Room:
    """One signature: its line with the role under it; place and date as long as nobody signed."""

    def __init__(self, line: tree.SignatureLine, title: str, parent: Element) -> None:
        self.line, self.who = line, parent.add("P")
        self.roles = _roles(line)
        self.signed = None if not line.signed else text(line.signed, styles.CELL, _HALF)
        self.rest = parent.add("P")
        begin = "Handtekening" if line.role.startswith("namens ") else "Handtekening van"
        self.words = one_line(f"{begin} {line.role or line.name}: {title}")
        self.field = parent.add("Form", alt=self.words) if line.field else None

    @property
    def height(self) -> float:
        """Below the line."""
        return _UNDER + heights(self.roles) + (_WRITE if self.signed is None else 0)

    def draw(self, canvas: ReportCanvas, x: float, y: float) -> None:
        """From the line at ``y`` down; what was signed stands on it."""
        with canvas.artifact():
            draw_rule(canvas, x, y, _HALF, Role.INK, 0.8)
        top, placed = y - _UNDER, list[tuple[Text, float, float]]()
        for entry in self.roles:
            placed.append((entry, x, top))
            top -= entry.height
        canvas.show(self.who, *placed)
        if self.signed is not None:
            canvas.show(self.rest, (self.signed, x, y + _UNDER + self.signed.height))
        else:
            self._draw_lines(canvas, x, top - _WRITE)
        if self.field is not None:
            self.field.kids.append(Field(canvas.page, (x, y, x + _HALF, y + _ROOM), self.line.field, self.words))

    def _draw_lines(self, canvas: ReportCanvas, x: float, y: float) -> None:
        words = [text(word, styles.SMALL, COLUMN) for word in _WORDS]
        with canvas.artifact():
            for number, word in enumerate(_WORDS):
                taken = width_of(word, styles.SMALL) + 5
                draw_rule(canvas, x + number * AXIS + taken, y + 4, COLUMN - taken, Role.INK, 0.8)
        canvas.show(self.rest, *((word, x + number * AXIS, y + 16) for number, word in enumerate(words)))


def _roles(line: tree.SignatureLine) -> list[Text]:
    made = [text(line.role, styles.ROLE, _HALF)]
    made += [text(line.name, styles.CELL, _HALF)] if line.name else []
    made += [text(line.below, styles.SMALL, _HALF)] if line.below else []
    return made
