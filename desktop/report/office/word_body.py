"""The items as WordprocessingML: paragraphs, lists, tables, pictures and the contents."""

from collections.abc import Callable, Sequence

from desktop.report.office.clean import SOFT_HYPHEN, attribute, clean, xml_text
from desktop.report.office.items import (
    Entries,
    Grid,
    GridCell,
    GridRow,
    Listing,
    ListKind,
    Look,
    Para,
    Picture,
    Piece,
    Pieces,
    Style,
)
from desktop.report.office.looks import PAD_RIGHT, PARAS, hexed
from desktop.report.office.tables import is_address
from desktop.report.office.word_styles import BULLETS, DECISIONS, TABLE, look_id, style_id, twips
from desktop.report.office.writer import ItemWriter
from desktop.report.tree import RowKind
from models.figures import Role

__all__ = ["WordBody", "runs_xml"]

_EMU = 12700
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class WordBody(ItemWriter):
    """Writes the items; ``link`` and ``image`` give the relation to an address and to a picture."""

    def __init__(self, link: Callable[[str], str], image: Callable[[bytes], str]) -> None:
        self._link, self._image = link, image
        self._pictures = 0
        self._places = 0
        self.started: list[tuple[int, ListKind]] = []

    def _para(self, item: Para) -> str:
        look = PARAS[item.style]
        begin, extra = "", ""
        if item.counted is not None:
            extra = _numbered(item.counted.level, DECISIONS)
        elif item.label:
            begin = self._runs(item.label) + ("<w:r><w:br/></w:r>" if item.wide else "<w:r><w:tab/></w:r>")
        elif look.hanging and (look.above or look.tint):
            begin = "<w:r><w:tab/></w:r>"
        indent = f'<w:ind w:left="{twips(look.left)}" w:firstLine="0"/>' if look.hanging and not begin + extra else ""
        end = f"<w:r><w:tab/></w:r>{self._runs((Piece(item.right),))}" if item.right else ""
        spacing = "" if item.before is None else f'<w:spacing w:before="{twips(item.before)}"/>'
        keep = "<w:keepNext/>" if item.keep else ""
        page = "<w:pageBreakBefore/>" if item.page else ""
        own = f"{keep}{page}{extra}{spacing}{indent}"
        return _p(item.style, own, self._placed(item.anchor, begin + self._runs(item.pieces) + end))

    def _placed(self, anchor: str, inner: str) -> str:
        if not anchor:
            return inner
        self._places += 1
        number = self._places
        start = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'

    def _runs(self, pieces: Pieces) -> str:
        return "".join(self._linked(piece) if is_address(piece.target) else runs_xml((piece,)) for piece in pieces)

    def _linked(self, piece: Piece) -> str:
        inner = runs_xml((Piece(piece.text, Look.LINK),))
        return f'<w:hyperlink r:id="{self._link(piece.target)}" w:history="1">{inner}</w:hyperlink>'

    def _listing(self, item: Listing) -> str:
        number = BULLETS
        if item.kind is not ListKind.BULLET:
            number = DECISIONS + 1 + len(self.started)
            self.started.append((number, item.kind))
        made = []
        for index, pieces in enumerate(item.items):
            last = index == len(item.items) - 1
            keep = "<w:keepNext/>" if item.keep or (index == 0 and not last) else ""
            space = f' w:before="{twips(item.before)}"' if item.before is not None and index == 0 else ""
            space += f' w:after="{twips(PARAS[Style.BODY].after)}"' if last and item.kind is not ListKind.ASKED else ""
            spacing = f"<w:spacing{space}/>" if space else ""
            made.append(_p(item.style, f"{keep}{_numbered(0, number)}{spacing}", self._runs(pieces)))
        return "".join(made)

    def _picture(self, item: Picture) -> str:
        self._pictures += 1
        number, relation = self._pictures, self._image(item.data)
        wide, high = round(item.width * _EMU), round(item.height * _EMU)
        words = f'name="Afbeelding {number}" descr="{attribute(item.alt)}" title="{attribute(item.title)}"'
        drawing = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" {words}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Afbeelding {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        return _p(item.style, "<w:keepNext/>" if item.keep else "", drawing)

    def _contents(self, item: Entries) -> str:
        """A field that Word brings up to date when asked; the chapters are in it already."""
        made = [_p(Style.CONTENTS_TITLE, "", self._runs((Piece(item.title),)))]
        begin = _field_begin(' TOC \\o "1-1" \\h \\z ') if item.entries else ""
        for number, entry in enumerate(item.entries):
            page = _field_begin(f" PAGEREF {entry.anchor} \\h ", dirty=True) + _FIELD_END
            inner = f"{self._runs((Piece(entry.label),))}<w:r><w:tab/></w:r>{self._runs((Piece(entry.text),))}"
            link = (
                f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{inner}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
            )
            end = _FIELD_END if number == len(item.entries) - 1 else ""
            made.append(_p(Style.CONTENTS, "", f"{begin}{link}{end}"))
            begin = ""
        return "".join(made)

    def _grid(self, grid: Grid) -> str:
        columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in grid.widths)
        name = attribute(grid.name)[:250]
        head = self._row(grid, grid.head, head=True)
        rows = "".join(self._row(grid, row) for row in grid.rows)
        dashed = _borders((("insideH", 0.5, Role.GREY),), "tblBorders", "dashed") if grid.dashed else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(map(twips, grid.widths))}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/>{dashed}<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" '
            'w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{name}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>'
        )

    def _row(self, grid: Grid, row: GridRow, head: bool = False) -> str:
        whole = "<w:cantSplit/>" if row.whole else ""
        height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>' if row.height else ""
        marks = f"{whole}{height}{'<w:tblHeader/>' if head else ''}"
        cells, at = [], 0
        for cell in row.cells:
            cells.append(self._cell(grid, row, cell, at))
            at += cell.span
        return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{''.join(cells)}</w:tr>"

    def _cell(self, grid: Grid, row: GridRow, cell: GridCell, at: int) -> str:
        width = sum(map(twips, grid.widths[at : at + cell.span]))
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexed(Role.PANEL)}"/>' if row.chosen else ""
        pad = grid.pads[at + cell.span - 1] if grid.pads else PAD_RIGHT
        room = f'<w:tcMar><w:right w:w="{twips(pad)}" w:type="dxa"/></w:tcMar>' if pad != PAD_RIGHT else ""
        keep = "<w:keepNext/>" if row.keep or grid.keep else ""
        own = keep
        if cell.inset:
            own += f'<w:ind w:right="{twips(cell.inset)}"/>'
        if cell.hang:
            own += f'<w:ind w:left="{twips(cell.hang)}" w:hanging="{twips(cell.hang)}"/>'
        text = "".join(_p(cell.style, own, self._runs(line)) for line in cell.lines or ((),))
        rules = _borders(_row_rules(row), "tcBorders")
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{rules}{tint}{room}</w:tcPr>{text}</w:tc>'


def _p(style: Style, own: str, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{own}</w:pPr>{inner}</w:p>'


def _numbered(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def runs_xml(pieces: Pieces) -> str:
    """Text as runs; a line end is a line end."""
    return "".join(_run(piece) for piece in pieces if piece.text)


def _run(piece: Piece) -> str:
    look = f'<w:rPr><w:rStyle w:val="{look_id(piece.look)}"/></w:rPr>' if piece.look is not Look.PLAIN else ""
    lines = clean(piece.text).split("\n")
    text = "<w:br/>".join(map(_line_of_text, lines))
    return f"<w:r>{look}{text}</w:r>"


def _line_of_text(line: str) -> str:
    parts = (f'<w:t xml:space="preserve">{xml_text(part)}</w:t>' for part in line.split(SOFT_HYPHEN))
    return "<w:softHyphen/>".join(parts)


_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field_begin(instruction: str, dirty: bool = False) -> str:
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r><w:r><w:instrText xml:space="preserve">{instruction}'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _row_rules(row: GridRow) -> tuple[tuple[str, float, Role], ...]:
    """What differs from the style of the table."""
    if row.chosen:
        return (("top", 1.4, Role.ACCENT), ("bottom", 1.4, Role.ACCENT))
    if row.kind is RowKind.TOTAL:
        return (("top", 0.8, Role.INK),)
    return (("bottom", 0.8, Role.INK),) if row.kind is RowKind.GROUP else ()


def _borders(rules: Sequence[tuple[str, float, Role]], name: str, kind: str = "single") -> str:
    lines = "".join(
        f'<w:{side} w:val="{kind}" w:sz="{max(round(weight * 8), 2)}" w:space="0" w:color="{hexed(role)}"/>'
        for side, weight, role in rules
    )
    return f"<w:{name}>{lines}</w:{name}>" if lines else ""
