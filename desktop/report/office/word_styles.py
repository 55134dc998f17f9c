"""The styles, lists, settings and fonts of a .docx, as the XML of WordprocessingML."""

from collections.abc import Iterable

from desktop.report import styles
from desktop.report.office.clean import attribute
from desktop.report.office.counting import NAMES
from desktop.report.office.items import ListKind, Look, Style
from desktop.report.office.looks import (
    BUILT_IN,
    FALLBACK,
    FONT,
    LISTS,
    LOOKS,
    PAD_BOTTOM,
    PAD_RIGHT,
    PAD_TOP,
    PARAS,
    WIDTH,
    ListLook,
    ParaLook,
    Rule,
    hexed,
    is_bold,
)
from desktop.report.styles import AXIS, TextStyle
from models.figures import Role, Weight

__all__ = [
    "BULLETS",
    "DECISIONS",
    "TABLE",
    "W",
    "fonts_xml",
    "look_id",
    "numbering_xml",
    "settings_xml",
    "style_id",
    "styles_xml",
    "twips",
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE = "TabelVormwijzer"
BULLETS, DECISIONS = 1, 2
"""The numbers of the lists that go on through the whole document; those that start anew come after them."""

_ABSTRACT = {ListKind.BULLET: 0, ListKind.NUMBER: 1, ListKind.ASKED: 2}
_COUNTED = 3
_COUNTED_LOOKS = (Look.PLAIN, Look.LABEL, Look.REMARK)


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def style_id(style: Style) -> str:
    """The name of a style inside the file; fixed ones for those that Word knows itself."""
    if style not in BUILT_IN:
        return style.value.title().replace(" ", "")
    name = BUILT_IN[style][0]
    return "TOCHeading" if name == "TOC Heading" else name.title().replace(" ", "").replace("Toc", "TOC")


def look_id(look: Look) -> str:
    """The name of a style of characters inside the file."""
    return "Hyperlink" if look is Look.LINK else "Teken" + look.value.title().replace(" ", "")


def styles_xml(language: str) -> str:
    """All styles."""
    paras = "".join(_para_style(style, look) for style, look in PARAS.items())
    looks = "".join(_look_style(look, text) for look, text in LOOKS.items())
    return f'<w:styles xmlns:w="{W}">{_defaults(language)}{_base()}{paras}{looks}{_table_style()}</w:styles>'


def _defaults(language: str) -> str:
    lang = attribute(language)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{hexed(Role.INK)}"/>{_size(styles.BODY.size)}'
        f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _base() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
        '<w:aliases w:val="Standaard"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>' if points else ""


def _run(text: TextStyle) -> str:
    bold = "<w:b/><w:bCs/>" if is_bold(text) else '<w:b w:val="0"/><w:bCs w:val="0"/>' if text.size else ""
    italic = "<w:i/><w:iCs/>" if text.weight is Weight.ITALIC else ""
    colour = f'<w:color w:val="{hexed(text.colour)}"/>' if text.size or text.colour is not Role.INK else ""
    return f"<w:rPr>{bold}{italic}{colour}{_size(text.size)}</w:rPr>"


def _look_style(look: Look, text: TextStyle) -> str:
    name = "Hyperlink" if look is Look.LINK else look.value
    own = "" if look is Look.LINK else ' w:customStyle="1"'
    run = _run(text)
    if look is Look.TAG:
        run = run.replace("</w:rPr>", f'<w:shd w:val="clear" w:color="auto" w:fill="{hexed(Role.INK)}"/></w:rPr>')
    if look is Look.LINK:
        run = run.replace("</w:rPr>", '<w:u w:val="single"/></w:rPr>')
    return (
        f'<w:style w:type="character"{own} w:styleId="{look_id(look)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Standaardalinea"/><w:qFormat/>{run}</w:style>'
    )


def _para_style(style: Style, look: ParaLook) -> str:
    built_in = style in BUILT_IN
    own = "" if built_in else ' w:customStyle="1"'
    name = BUILT_IN[style][0] if built_in else style.value
    parent = style_id(look.parent) if look.parent is not None else "Standaard"
    after = style_id(Style.BODY)
    alias = f'<w:aliases w:val="{style.value}"/>' if built_in else ""
    follows = f'<w:next w:val="{after}"/>' if look.keep else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style_id(style)}"><w:name w:val="{name}"/>'
        f'{alias}<w:basedOn w:val="{parent}"/>{follows}'
        f'<w:uiPriority w:val="1"/><w:qFormat/>{_properties(look)}{_run(look.text)}</w:style>'
    )


def _properties(look: ParaLook) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if look.keep else ""
    hyphens = "" if look.text.hyphenate else "<w:suppressAutoHyphens/>"
    spacing = f'w:before="{twips(look.before)}" w:after="{twips(look.after)}" w:line="{twips(look.text.leading)}"'
    level = f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else ""
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexed(look.tint)}"/>' if look.tint else ""
    return (
        f"<w:pPr>{keep}<w:widowControl/>{_borders(look)}{tint}{_tabs(look)}{hyphens}"
        f'<w:spacing {spacing} w:lineRule="atLeast"/>'
        f'<w:ind w:left="{twips(look.left)}" w:hanging="{twips(look.hanging)}"/>'
        f'<w:jc w:val="{"right" if look.right else "left"}"/>{level}</w:pPr>'
    )


def _borders(look: ParaLook) -> str:
    parts = (("top", look.above), ("bottom", look.below), ("between", look.between))
    lines = "".join(_border(name, rule) for name, rule in parts if rule is not None)
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def _border(name: str, rule: Rule) -> str:
    size = max(round(rule.weight * 8), 2)
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="{round(rule.gap)}" w:color="{hexed(rule.role)}"/>'


def _tabs(look: ParaLook) -> str:
    stops = [f'<w:tab w:val="left" w:pos="{twips(place)}"/>' for place in look.tabs]
    if look.hanging:
        stops.append(f'<w:tab w:val="left" w:pos="{twips(look.left)}"/>')
    if look.end:
        stops.append(f'<w:tab w:val="right" w:pos="{twips(WIDTH)}"/>')
    return f"<w:tabs>{''.join(stops)}</w:tabs>" if stops else ""


def _table_style() -> str:
    ink, rule = hexed(Role.INK), hexed(Role.RULE)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Tabel Vormwijzer"/>'
        '<w:basedOn w:val="Standaardtabel"/><w:uiPriority w:val="1"/><w:qFormat/><w:tblPr>'
        f'<w:tblBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{rule}"/></w:tblBorders>'
        f'<w:tblCellMar><w:top w:w="{twips(PAD_TOP)}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(PAD_BOTTOM)}" w:type="dxa"/><w:right w:w="{twips(PAD_RIGHT)}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ink}"/></w:tcBorders><w:vAlign w:val="bottom"/>'
        "</w:tcPr></w:tblStylePr></w:style>"
    )


def numbering_xml(started: Iterable[tuple[int, ListKind]]) -> str:
    """The lists; ``started``: the number and kind of each list that starts at 1."""
    kinds = "".join(_abstract(_ABSTRACT[kind], [_level(0, LISTS[kind])]) for kind in ListKind)
    counted = _abstract(_COUNTED, [_counted_level(level) for level in range(len(NAMES))])
    fixed = _num(BULLETS, _ABSTRACT[ListKind.BULLET]) + _num(DECISIONS, _COUNTED)
    own = "".join(_num(number, _ABSTRACT[kind], fresh=True) for number, kind in started)
    return f'<w:numbering xmlns:w="{W}">{kinds}{counted}{fixed}{own}</w:numbering>'


def _abstract(number: int, levels: list[str]) -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{"".join(levels)}</w:abstractNum>'
    )


def _num(number: int, abstract: int, fresh: bool = False) -> str:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if fresh else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>'


def _level(level: int, look: ListLook) -> str:
    shown, kind = (look.sign, "bullet") if look.sign else (f"%1{look.suffix}", "decimal")
    return _lvl(level, kind, shown, look.left, look.room, _run(look.text))


def _lvl(level: int, kind: str, shown: str, left: float, room: float, run: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{twips(left)}"/>'
        f'</w:tabs><w:ind w:left="{twips(left)}" w:hanging="{twips(room)}"/></w:pPr>{run}</w:lvl>'
    )


def _counted_level(level: int) -> str:
    shown = f"{NAMES[level]} %1" + (f".%{level + 1}" if level else "")
    look = _COUNTED_LOOKS[level]
    run = _run(LOOKS[look]) if look is not Look.PLAIN else ""
    return _lvl(level, "decimal", shown, AXIS, AXIS, run)


def settings_xml(language: str) -> str:
    """Hyphenation on, and the layout rules of Word since 2013."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{attribute(language)}"/></w:settings>'
    )


def fonts_xml() -> str:
    """Which font stands in where Source Sans Pro is not there."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="{W}"><w:font w:name="{FONT}">'
        f'<w:altName w:val="{FALLBACK[0]}"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
