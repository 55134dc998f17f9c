"""The styles of an .odt, made with odfpy: paragraphs, characters, lists, the page with its running lines."""

from typing import Any

from odf import style, text
from odf.namespaces import FONS, STYLENS

from desktop.report.office.clean import one_line
from desktop.report.office.items import ListKind, Look, Style
from desktop.report.office.looks import (
    BUILT_IN,
    FALLBACK,
    FONT,
    LISTS,
    LOOKS,
    PARAS,
    WIDTH,
    ListLook,
    ParaLook,
    Rule,
    hexed,
    is_bold,
)
from desktop.report.office.running import FIELDS, INTERNAL, Field, footer_parts, header_parts
from desktop.report.styles import FRAME_TOP, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, TextStyle
from desktop.report.tree import Meta
from models.figures import Role, Weight

__all__ = ["INDEX_LINK", "LIST_NAMES", "add_styles", "look_name", "pt", "style_name"]

INDEX_LINK = "Index_20_Link"
LIST_NAMES = {ListKind.BULLET: "Opsomming", ListKind.NUMBER: "Nummering", ListKind.ASKED: "Gevraagde_20_besluiten"}
_BOTTOM, _HEADER, _FOOTER = 27 * MM, 13 * MM, 11 * MM
_LINE = 16.0


def pt(points: float) -> str:
    """A length."""
    return f"{round(points, 2):g}pt"


def _encoded(name: str) -> str:
    return name.replace(" ", "_20_")


def style_name(of: Style) -> str:
    """The name of a style inside the file; those that LibreOffice knows itself have its names."""
    return _encoded(BUILT_IN[of][1] if of in BUILT_IN else of.value)


def look_name(look: Look) -> str:
    """The name of a style of characters inside the file."""
    return _encoded(look.value)


def add_styles(document: Any, meta: Meta) -> None:
    """Fonts, styles, lists and the page."""
    families = ", ".join(f"'{name}'" for name in (FONT, *FALLBACK))
    document.fontfacedecls.addElement(
        style.FontFace(name=FONT, fontfamily=families, fontfamilygeneric="swiss", fontpitch="variable")
    )
    document.styles.addElement(_default(meta.language))
    document.styles.addElement(style.Style(name="Standard", family="paragraph"))
    for of, look in PARAS.items():
        document.styles.addElement(_para_style(of, look))
    document.styles.addElement(style.Style(name=INDEX_LINK, displayname="Index Link", family="text"))
    for kind, words in LOOKS.items():
        document.styles.addElement(_look_style(kind, words))
    for list_kind, list_look in LISTS.items():
        _add_list(document, list_kind, list_look)
    _add_pages(document, meta)


def _default(language: str) -> Any:
    made = style.DefaultStyle(family="paragraph")
    made.addElement(style.ParagraphProperties(tabstopdistance="35.45pt", writingmode="page"))
    tongue, _, land = language.partition("-")
    made.addElement(
        style.TextProperties(
            fontname=FONT,
            fontsize="10.5pt",
            color=f"#{hexed(Role.INK)}",
            language=tongue,
            country=land or "none",
            hyphenationremaincharcount="3",
            hyphenationpushcharcount="3",
        )
    )
    return made


def _words(look: TextStyle, hyphenate: bool | None = None) -> Any:
    given: dict[str, str] = {}
    if look.size:
        given |= {"fontsize": pt(look.size), "fontweight": "bold" if is_bold(look) else "normal"}
    elif is_bold(look):
        given["fontweight"] = "bold"
    if look.weight is Weight.ITALIC:
        given["fontstyle"] = "italic"
    if look.size or look.colour is not Role.INK:
        given["color"] = f"#{hexed(look.colour)}"
    if hyphenate is not None:
        given["hyphenate"] = "true" if hyphenate else "false"
    return style.TextProperties(**given)


def _para_style(of: Style, look: ParaLook) -> Any:
    shown = BUILT_IN[of][1] if of in BUILT_IN else of.value
    given = {"parentstylename": style_name(look.parent) if look.parent is not None else "Standard"}
    if look.level:
        given["defaultoutlinelevel"] = str(look.level)
    if look.keep:
        given["nextstylename"] = style_name(Style.BODY)
    made = style.Style(name=style_name(of), displayname=shown, family="paragraph", **given)
    if look.level:
        made.setAttrNS(STYLENS, "list-style-name", "")  # a heading has its label in its text
    properties = style.ParagraphProperties(**_properties(look))
    stops = style.TabStops()
    for place in look.tabs:
        stops.addElement(style.TabStop(position=pt(place - look.left)))
    if look.end:
        stops.addElement(style.TabStop(position=pt(WIDTH - look.left), type="right"))
    properties.addElement(stops)
    made.addElement(properties)
    made.addElement(_words(look.text, bool(look.text.hyphenate)))
    return made


def _properties(look: ParaLook) -> dict[str, str]:
    given = {
        "marginleft": pt(look.left),
        "textindent": pt(-look.hanging),
        "margintop": pt(look.before),
        "marginbottom": pt(look.after),
        "lineheightatleast": pt(look.text.leading),
        "textalign": "end" if look.right else "start",
        "widows": "2",
        "orphans": "2",
        "keepwithnext": "always" if look.keep else "auto",
    }
    for side, rule in (("top", look.above), ("bottom", look.below)):
        if rule is not None:
            given |= {f"border{side}": _line(rule), f"padding{side}": pt(rule.gap)}
    if look.above or look.below:
        given["joinborder"] = "false"
    if look.tint is not None:
        given["backgroundcolor"] = f"#{hexed(look.tint)}"
    return given


def _line(rule: Rule) -> str:
    return f"{pt(rule.weight)} solid #{hexed(rule.role)}"


def _look_style(look: Look, words: TextStyle) -> Any:
    made = style.Style(name=look_name(look), displayname=look.value, family="text")
    properties = _words(words)
    if look is Look.TAG:
        properties.setAttrNS(FONS, "background-color", f"#{hexed(Role.INK)}")
    if look is Look.LINK:
        properties.setAttribute("textunderlinestyle", "solid")
    made.addElement(properties)
    return made


def _add_list(document: Any, kind: ListKind, look: ListLook) -> None:
    """One list; its signs have a style of characters of their own."""
    sign = style.Style(name=f"Teken_20_{LIST_NAMES[kind]}", family="text")
    sign.addElement(_words(look.text))
    document.styles.addElement(sign)
    made = text.ListStyle(name=LIST_NAMES[kind], displayname=LIST_NAMES[kind].replace("_20_", " "))
    named: Any = {"level": "1", "stylename": sign}
    level = (
        text.ListLevelStyleBullet(bulletchar=look.sign, **named)
        if look.sign
        else text.ListLevelStyleNumber(numformat="1", numsuffix=look.suffix, **named)
    )
    properties = style.ListLevelProperties(listlevelpositionandspacemode="label-alignment")
    properties.addElement(
        style.ListLevelLabelAlignment(
            labelfollowedby="listtab",
            listtabstopposition=pt(look.left),
            textindent=pt(-look.room),
            marginleft=pt(look.left),
        )
    )
    level.addElement(properties)
    made.addElement(level)
    document.styles.addElement(made)


def _add_pages(document: Any, meta: Meta) -> None:
    """A page without the header for the first, the others after it."""
    layout = style.PageLayout(name="A4")
    layout.addElement(
        style.PageLayoutProperties(
            pagewidth=pt(PAGE_WIDTH),
            pageheight=pt(PAGE_HEIGHT),
            printorientation="portrait",
            marginleft=pt(LEFT),
            marginright=pt(LEFT),
            margintop=pt(_HEADER),
            marginbottom=pt(_FOOTER),
        )
    )
    for holder, height, side in (
        (style.HeaderStyle(), FRAME_TOP - _HEADER, "bottom"),
        (style.FooterStyle(), _BOTTOM - _FOOTER, "top"),
    ):
        given: Any = {f"margin{side}": pt(height - _LINE), "minheight": pt(_LINE), "dynamicspacing": "false"}
        holder.addElement(style.HeaderFooterProperties(**given))
        layout.addElement(holder)
    document.automaticstyles.addElement(layout)
    rest = style.MasterPage(name="Standard", pagelayoutname=layout)
    first = style.MasterPage(
        name="First_20_Page", displayname="First Page", pagelayoutname=layout, nextstylename="Standard"
    )
    for page, runs_head in ((rest, True), (first, False)):
        page.addElement(_header(meta, runs_head))
        page.addElement(_footer(meta))
        document.masterstyles.addElement(page)


def _header(meta: Meta, running: bool) -> Any:
    made = style.Header()
    if meta.internal:
        line = text.P(stylename=style_name(Style.HEADER))
        line.addElement(text.Span(stylename=look_name(Look.TAG), text=INTERNAL.strip()))
        made.addElement(line)
    line = text.P(stylename=style_name(Style.HEADER))
    if running:
        _add_parts(line, header_parts(meta))
    made.addElement(line)
    return made


def _footer(meta: Meta) -> Any:
    made = style.Footer()
    line = text.P(stylename=style_name(Style.FOOTER))
    _add_parts(line, footer_parts(meta))
    made.addElement(line)
    return made


def _add_parts(line: Any, parts: tuple[Field | str, ...]) -> None:
    for part in parts:
        if part == "\t":
            line.addElement(text.Tab())
        elif isinstance(part, str):
            line.addElement(text.Span(text=part.replace("   ", "\N{NO-BREAK SPACE} ")))
        elif part.name in FIELDS:
            line.addElement(text.UserDefined(name=part.name, text=one_line(part.value)))
        elif part.name == "page":
            line.addElement(text.PageNumber(selectpage="current", text=part.value))
        else:
            line.addElement(text.PageCount(text=part.value))
