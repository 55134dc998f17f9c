"""The items as the text of OpenDocument: paragraphs, lists, tables, pictures and the contents."""

from collections.abc import Callable, Mapping

from desktop.report.office.clean import attribute, clean, xml_text
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
from desktop.report.office.looks import PAD_BOTTOM, PAD_RIGHT, PAD_TOP, PARAS, hexed
from desktop.report.office.odf_styles import INDEX_LINK, LIST_NAMES, look_name, pt, style_name
from desktop.report.office.tables import is_address, split_lines
from desktop.report.office.writer import ItemWriter
from models.figures import Role

__all__ = ["OdfBody"]

_LEVELS = {style: look.level for style, look in PARAS.items() if look.level}
_INDEX_LINK, _WEB_LINK = (
    f'xlink:type="simple" text:style-name="{name}" text:visited-style-name="{name}"'
    for name in (INDEX_LINK, look_name(Look.LINK))
)
_TEXT_KIND = 'office:value-type="string"'


class OdfBody(ItemWriter):
    """Writes the items; ``image`` stores a picture and gives its place in the file.

    ``automatic`` holds, after that, the styles that the body made itself, as text.
    """

    def __init__(self, image: Callable[[bytes], str], first: str) -> None:
        self._image, self._first = image, first
        self._made: dict[str, str] = {}
        self._tables = 0
        self._pictures = 0

    @property
    def automatic(self) -> str:
        """The automatic styles."""
        return "".join(f'<style:style style:name="{name}" {rest}' for rest, name in self._made.items())

    def _automatic(self, family: str, letter: str, inner: str, attributes: str = "") -> str:
        """The name of an automatic style with ``inner``; equal ones share a name."""
        rest = f'style:family="{family}"{attributes}>{inner}</style:style>'
        return self._made.setdefault(rest, f"{letter}{len(self._made) + 1}")

    def _named(self, of: Style, properties: Mapping[str, str]) -> str:
        """The style ``of``, or one made from it."""
        master, self._first = self._first, ""
        if not properties and not master:
            return style_name(of)
        inner = "".join(f' {name}="{value}"' for name, value in _whole(of, properties).items())
        begin = f' style:master-page-name="{master}"' if master else ""
        attributes = f' style:parent-style-name="{style_name(of)}"{begin}'
        return self._automatic("paragraph", "P", f"<style:paragraph-properties{inner}/>", attributes)

    def _para(self, item: Para) -> str:
        look = PARAS[item.style]
        begin = ""
        if item.label:
            begin = _runs(item.label) + ("<text:line-break/>" if item.wide else "<text:tab/>")
        elif look.hanging and (look.above or look.tint):
            begin = "<text:tab/>"
        properties: dict[str, str] = {}
        if item.keep:
            properties["fo:keep-with-next"] = "always"
        if item.page:
            properties["fo:break-before"] = "page"
        if item.before is not None:
            properties["fo:margin-top"] = pt(item.before)
        if look.hanging and not begin:
            properties["fo:text-indent"] = "0pt"
        end = f"<text:tab/>{_runs((Piece(item.right),))}" if item.right else ""
        place = f'<text:bookmark-start text:name="{item.anchor}"/>' if item.anchor else ""
        close = f'<text:bookmark-end text:name="{item.anchor}"/>' if item.anchor else ""
        tag, level = ("h", f' text:outline-level="{_LEVELS[item.style]}"') if item.style in _LEVELS else ("p", "")
        name = self._named(item.style, properties)
        inner = f"{place}{begin}{_runs(item.pieces)}{end}{close}"
        return f'<text:{tag} text:style-name="{name}"{level}>{inner}</text:{tag}>'

    def _listing(self, item: Listing) -> str:
        made = []
        for index, pieces in enumerate(item.items):
            last = index == len(item.items) - 1
            properties: dict[str, str] = {}
            if item.keep or (index == 0 and not last):
                properties["fo:keep-with-next"] = "always"
            if item.before is not None and index == 0:
                properties["fo:margin-top"] = pt(item.before)
            if last and item.kind is not ListKind.ASKED:
                properties["fo:margin-bottom"] = pt(PARAS[Style.BODY].after)
            name = self._named(item.style, properties)
            made.append(f'<text:list-item><text:p text:style-name="{name}">{_runs(pieces)}</text:p></text:list-item>')
        return f'<text:list text:style-name="{LIST_NAMES[item.kind]}">{"".join(made)}</text:list>'

    def _picture(self, item: Picture) -> str:
        self._pictures += 1
        name = self._named(item.style, {"fo:keep-with-next": "always"} if item.keep else {})
        frame = self._automatic(
            "graphic", "G", '<style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/>'
        )
        return (
            f'<text:p text:style-name="{name}"><draw:frame draw:style-name="{frame}" '
            f'draw:name="Afbeelding {self._pictures}" text:anchor-type="as-char" svg:width="{pt(item.width)}" '
            f'svg:height="{pt(item.height)}"><draw:image xlink:href="{self._image(item.data)}" xlink:type="simple" '
            f'xlink:show="embed" xlink:actuate="onLoad"/><svg:title>{attribute(item.title)}</svg:title>'
            f"<svg:desc>{attribute(item.alt)}</svg:desc></draw:frame></text:p>"
        )

    def _contents(self, item: Entries) -> str:
        """An index that LibreOffice brings up to date when asked; the page numbers are fields, always right."""
        title = xml_text(clean(item.title))
        heading = self._named(Style.CONTENTS_TITLE, {})
        name = style_name(Style.CONTENTS)
        lines = []
        for entry in item.entries:
            page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{entry.anchor}"/>'
            words = f"{_runs((Piece(entry.label),))}<text:tab/>{_runs((Piece(entry.text),))}"
            link = f'<text:a {_INDEX_LINK} xlink:href="#{entry.anchor}">{words}<text:tab/>{page}</text:a>'
            lines.append(f'<text:p text:style-name="{name}">{link}</text:p>')
        template = (
            f'<text:table-of-content-entry-template text:outline-level="1" text:style-name="{name}">'
            "<text:index-entry-link-start/><text:index-entry-text/>"
            '<text:index-entry-tab-stop style:type="right" style:leader-char=" "/><text:index-entry-page-number/>'
            "<text:index-entry-link-end/></text:table-of-content-entry-template>"
        )
        return (
            '<text:table-of-content text:name="Inhoud" text:protected="false"><text:table-of-content-source '
            f'text:outline-level="1"><text:index-title-template text:style-name="{style_name(Style.CONTENTS_TITLE)}">'
            f"{title}</text:index-title-template>{template}</text:table-of-content-source><text:index-body>"
            f'<text:index-title text:name="Inhoud kop"><text:p text:style-name="{heading}">{title}</text:p>'
            f"</text:index-title>{''.join(lines)}</text:index-body></text:table-of-content>"
        )

    def _grid(self, grid: Grid) -> str:
        self._tables += 1
        keep = ' fo:keep-with-next="always"' if grid.keep else ""
        if all(row.keep for row in grid.rows[:-1]):
            keep += ' style:may-break-between-rows="false"'
        width = f'style:width="{pt(sum(grid.widths))}" table:align="left" fo:margin-left="0pt"'
        table = self._automatic(
            "table", "T", f'<style:table-properties {width} table:border-model="collapsing"{keep}/>'
        )
        first, *others = map(self._column, grid.widths)
        head = self._row(grid, grid.head, (0.0, Role.INK, 0.8, Role.INK, False))
        rows = "".join(self._row(grid, row, lines) for row, lines in zip(grid.rows, split_lines(grid), strict=True))
        return (
            f'<table:table table:name="Tabel {self._tables}" table:style-name="{table}">'
            f"<table:table-header-columns>{first}</table:table-header-columns>{''.join(others)}"
            f"<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
        )

    def _column(self, width: float) -> str:
        name = self._automatic(
            "table-column", "K", f'<style:table-column-properties style:column-width="{pt(width)}"/>'
        )
        return f'<table:table-column table:style-name="{name}"/>'

    def _row(self, grid: Grid, row: GridRow, lines: tuple[float, Role, float, Role, bool]) -> str:
        whole = "always" if row.whole else "auto"
        height = f' style:min-row-height="{pt(row.height)}"' if row.height else ""
        name = self._automatic("table-row", "R", f'<style:table-row-properties fo:keep-together="{whole}"{height}/>')
        cells, at = [], 0
        for cell in row.cells:
            cells.append(self._cell(grid, row, cell, at, lines))
            at += cell.span
        return f'<table:table-row table:style-name="{name}">{"".join(cells)}</table:table-row>'

    def _cell(
        self, grid: Grid, row: GridRow, cell: GridCell, at: int, lines: tuple[float, Role, float, Role, bool]
    ) -> str:
        top, top_role, bottom, bottom_role, tinted = lines
        kind = "dashed" if grid.dashed and row is not grid.head else "solid"
        pad = grid.pads[at + cell.span - 1] if grid.pads else PAD_RIGHT
        tint = f' fo:background-color="#{hexed(Role.PANEL)}"' if tinted else ""
        last = row is grid.head
        name = self._automatic(
            "table-cell",
            "C",
            f'<style:table-cell-properties fo:padding-left="0pt" fo:padding-right="{pt(pad)}"'
            f' fo:padding-top="{pt(PAD_TOP)}" fo:padding-bottom="{pt(PAD_BOTTOM)}"'
            ' fo:border-left="none" fo:border-right="none"'
            f' fo:border-top="{_line(top, top_role, kind)}" fo:border-bottom="{_line(bottom, bottom_role, kind)}"'
            f' style:vertical-align="{"bottom" if last else "top"}"{tint}/>',
        )
        own: dict[str, str] = {"fo:keep-with-next": "always"} if row.keep or grid.keep else {}
        if cell.inset:
            own["fo:margin-right"] = pt(cell.inset)
        if cell.hang:
            own |= {"fo:margin-left": pt(cell.hang), "fo:text-indent": pt(-cell.hang)}
        text = "".join(
            f'<text:p text:style-name="{self._named(cell.style, own)}">{_runs(line)}</text:p>'
            for line in cell.lines or ((),)
        )
        span = f' table:number-columns-spanned="{cell.span}"' if cell.span > 1 else ""
        covered = "<table:covered-table-cell/>" * (cell.span - 1)
        return f'<table:table-cell table:style-name="{name}" {_TEXT_KIND}{span}>{text}</table:table-cell>{covered}'


def _whole(of: Style, properties: Mapping[str, str]) -> Mapping[str, str]:
    """LibreOffice forgets the other sides of a space when one is given: give those of the style with it."""
    look = PARAS[of]
    for sides in (
        {"fo:margin-top": look.before, "fo:margin-bottom": look.after},
        {"fo:margin-left": look.left, "fo:margin-right": 0.0, "fo:text-indent": -look.hanging},
    ):
        if properties.keys() & sides.keys():
            properties = {name: pt(value) for name, value in sides.items()} | dict(properties)
    return properties


def _line(weight: float, role: Role, kind: str) -> str:
    return f"{pt(weight)} {kind} #{hexed(role)}" if weight else "none"


def _runs(pieces: Pieces) -> str:
    return "".join(_run(piece) for piece in pieces if piece.text)


def _run(piece: Piece) -> str:
    linked = is_address(piece.target)
    look = Look.PLAIN if linked else piece.look
    inner = "<text:line-break/>".join(_spaced(xml_text(line)) for line in clean(piece.text).split("\n"))
    if look is not Look.PLAIN:
        inner = f'<text:span text:style-name="{look_name(look)}">{inner}</text:span>'
    if linked:
        return f'<text:a {_WEB_LINK} xlink:href="{attribute(piece.target)}">{inner}</text:a>'
    return inner


def _spaced(line: str) -> str:
    """Spaces that ODF would drop, as elements."""
    if line.startswith(" "):
        line = f"<text:s/>{line[1:]}"
    if line.endswith(" "):
        line = f"{line[:-1]}<text:s/>"
    return line.replace("  ", " <text:s/>")
