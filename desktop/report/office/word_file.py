"""The .docx around the body: python-docx keeps the package, its parts and its relations."""

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt

from desktop.report import tree
from desktop.report.office.archive import dated, moment_of
from desktop.report.office.clean import attribute, one_line, xml_text
from desktop.report.office.items import Look, Piece, Style
from desktop.report.office.running import FIELDS, INTERNAL, Field, footer_parts, header_parts
from desktop.report.office.story import items_of
from desktop.report.office.word_body import WordBody, runs_xml
from desktop.report.office.word_styles import W, fonts_xml, numbering_xml, settings_xml, style_id, styles_xml
from desktop.report.styles import FRAME_TOP, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH

__all__ = ["docx_bytes"]

_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_NOT_OURS = frozenset({"stylesWithEffects", "webSettings", "customXml", "thumbnail", "extended-properties"})
"""Parts of the template of python-docx that say nothing here."""

_BOTTOM, _HEADER, _FOOTER = 27 * MM, 13 * MM, 11 * MM


def docx_bytes(document: tree.Document) -> bytes:
    """The file; equal documents give equal bytes."""
    made: Any = docx.Document()
    part, meta = made.part, document.meta
    _drop(part.package.rels)
    _drop(part.rels)
    body = WordBody(
        lambda target: part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        lambda data: part.get_or_add_image(io.BytesIO(data))[0],
    )
    _fill(made, body.xml(tuple(items_of(document))))
    _replace(part.styles.element, styles_xml(meta.language))
    _replace(part.numbering_part.element, numbering_xml(body.started))
    _replace(part.settings.element, settings_xml(meta.language))
    fonts = part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts._blob = fonts_xml().encode()
    _section(made.sections[0], meta)
    _properties(made, meta)
    target = io.BytesIO()
    made.save(target)
    return dated(target.getvalue(), moment_of(meta.dated))


def _drop(relations: Any) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype.rsplit("/", 1)[-1] in _NOT_OURS]:
        del relations[key]


def _replace(element: Any, xml: str) -> None:
    """Give ``element`` the children of ``xml``."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _fill(made: Any, xml: str) -> None:
    last = made.element.body.sectPr
    for child in list(parse_xml(f"<w:body {_SPACES}>{xml}</w:body>")):
        last.addprevious(child)


def _section(section: Any, meta: tree.Meta) -> None:
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Pt(LEFT)
    section.top_margin, section.bottom_margin = Pt(FRAME_TOP), Pt(_BOTTOM)
    section.header_distance, section.footer_distance = Pt(_HEADER), Pt(_FOOTER)
    section.different_first_page_header_footer = True
    tag = _paragraph(Style.HEADER, runs_xml((Piece(INTERNAL, Look.TAG),))) if meta.internal else ""
    running = _paragraph(Style.HEADER, _parts(header_parts(meta)))
    foot = _paragraph(Style.FOOTER, _parts(footer_parts(meta)))
    for place, xml in (
        (section.header, tag + running),
        (section.first_page_header, tag or _paragraph(Style.HEADER, "")),
        (section.footer, foot),
        (section.first_page_footer, foot),
    ):
        place.is_linked_to_previous = False
        _replace(place._element, f"<w:hdr {_SPACES}>{xml}</w:hdr>")


def _paragraph(style: Style, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{inner}</w:p>'


def _parts(parts: tuple[Field | str, ...]) -> str:
    return "".join(_part(part) for part in parts)


def _part(part: Field | str) -> str:
    if part == "\t":
        return "<w:r><w:tab/></w:r>"
    if isinstance(part, str):
        return runs_xml((Piece(part),))
    code = {"page": " PAGE ", "pages": " NUMPAGES "}.get(part.name, f" DOCPROPERTY {part.name} ")
    return f'<w:fldSimple w:instr="{code}">{runs_xml((Piece(part.value),))}</w:fldSimple>'


def _properties(made: Any, meta: tree.Meta) -> None:
    core, moment = made.core_properties, moment_of(meta.dated)
    core.title, core.subject, core.author = (one_line(text)[:255] for text in (meta.title, meta.kind, meta.author))
    core.last_modified_by, core.comments, core.keywords, core.category = core.author, "", "", ""
    core.language = meta.language
    core.content_status, core.version = one_line(meta.status)[:255], one_line(meta.version)[:255]
    core.created = core.modified = moment
    core.revision = 1
    package = made.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, _custom(meta).encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _custom(meta: tree.Meta) -> str:
    entries = "".join(
        f'<property fmtid="{_PROPERTY_SET}" pid="{number}" name="{attribute(name)}"><vt:lpwstr>'
        f"{xml_text(one_line(getattr(meta, field)))}</vt:lpwstr></property>"
        for number, (name, field) in enumerate(FIELDS.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}">{entries}</Properties>'
    )
