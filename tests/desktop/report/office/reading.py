"""Reads the files back with python-docx and odfpy: texts in order, headings, tables, pictures, links."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from odf import draw, svg, table, text
from odf.element import Element
from odf.opendocument import load

__all__ = ["Found", "read", "read_docx", "read_odt", "squeezed"]

_COUNTED = "2"
_LABELS = ("Besluit {0}", "Argument {0}.{1}", "Kanttekening {0}.{2}")


@dataclass(frozen=True)
class Found:
    """What stands in a file."""

    text: str
    headings: list[tuple[int, str]]
    heads: list[list[str]]
    """The head row of each table."""
    alts: list[tuple[str, str]]
    links: set[str]


def squeezed(given: str) -> str:
    """Without white, soft hyphens and what nobody sees."""
    return re.sub(r"[\s\u00ad]", "", given)


def read(kind: str, data: bytes) -> Found:
    """The file, of kind "docx" or "odt"."""
    return read_docx(data) if kind == "docx" else read_odt(data)


def read_docx(data: bytes) -> Found:
    """A .docx; labels that its list counts are worked out as Word does."""
    document = docx.Document(BytesIO(data))
    counter = [0, 0, 0]
    parts = []
    for element in document.element.body.iter():
        if element.tag == qn("w:p"):
            parts.append("\n" + _counted(element, counter))
        elif element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag in {qn("w:br"), qn("w:tab")}:
            parts.append(" ")
        elif element.tag == qn("wp:docPr"):
            parts.append(element.get("descr"))
    headings = [
        (int(p.style.name.split()[1]), p.text.replace("\t", " "))
        for p in document.paragraphs
        if p.style.name.startswith("Heading")
    ]
    heads = []
    for found in document.tables:
        marked = [row for row in found.rows if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        assert [row._tr for row in marked] == [found.rows[0]._tr]
        heads.append([c.text for c in found.rows[0].cells])
    properties = list(document.element.body.iter(qn("wp:docPr")))
    links = {r.target_ref for r in document.part.rels.values() if r.reltype.endswith("/hyperlink")}
    return Found("".join(parts), headings, heads, [(p.get("title"), p.get("descr")) for p in properties], links)


def _counted(paragraph: Any, counter: list[int]) -> str:
    number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if number is None or number.find(qn("w:numId")).get(qn("w:val")) != _COUNTED:
        return ""
    level = int(number.find(qn("w:ilvl")).get(qn("w:val")))
    counter[level] += 1
    counter[level + 1 :] = [0] * (2 - level)
    return _LABELS[level].format(*counter) + " "


def read_odt(data: bytes) -> Found:
    """An .odt."""
    document = load(BytesIO(data))
    headings = [(int(h.getAttribute("outlinelevel")), _text(h)) for h in document.getElementsByType(text.H)]
    heads = []
    for found in document.getElementsByType(table.Table):
        (head,) = found.getElementsByType(table.TableHeaderRows)
        (row,) = head.getElementsByType(table.TableRow)
        assert len(found.getElementsByType(table.TableHeaderColumns)) == 1
        heads.append([_text(c).strip() for c in row.getElementsByType(table.TableCell)])
    frames = document.getElementsByType(draw.Frame)
    alts = [tuple(_text(f.getElementsByType(kind)[0]) for kind in (svg.Title, svg.Desc)) for f in frames]
    targets = {link.getAttribute("href") for link in document.getElementsByType(text.A)}
    links = {target for target in targets if not target.startswith("#")}
    return Found(_text(document.text), headings, heads, alts, links)  # type: ignore[arg-type]


def _text(node: Element) -> str:
    if node.nodeType in {3, 4}:
        return str(node.data)
    inner = "".join(map(_text, node.childNodes))
    name = node.qname[1]
    return {"s": " ", "tab": " ", "line-break": " "}.get(name, f"\n{inner}" if name in {"p", "h"} else inner)
