"""What the file says about itself: the properties that every viewer shows, and the same as XMP for archives."""

import json
import re
from html import escape

from desktop.report import tree
from desktop.report.pdf.words import one_line

__all__ = ["info", "metadata", "pdf_text"]

_MAKER = "Vormwijzer"
_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""

_PLAIN = re.compile(r"[ -~]*\Z")


def pdf_text(text: str) -> str:
    """``text`` as a string object."""
    if _PLAIN.match(text):
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def info(meta: tree.Meta) -> bytes:
    """The information dictionary; ``Vormwijzer``: where the document came from, as JSON with sorted names."""
    entries = {
        "Title": _clean(meta.title),
        "Author": _clean(meta.author),
        "Subject": _clean(meta.kind),
        "Creator": _MAKER,
        "Producer": _MAKER,
    }
    if meta.mark:
        entries[_MAKER] = json.dumps(dict(meta.mark), sort_keys=True, ensure_ascii=True)
    return ("<<" + "".join(f"/{name}{pdf_text(text)}" for name, text in entries.items() if text) + ">>").encode("ascii")


def metadata(meta: tree.Meta) -> bytes:
    """The XMP packet."""
    parts = [_named("title", "Alt", meta.title, ' xml:lang="x-default"')]
    if _clean(meta.author):
        parts.append(_named("creator", "Seq", meta.author))
    if _clean(meta.kind):
        parts.append(_named("description", "Alt", meta.kind, ' xml:lang="x-default"'))
    parts.append(_named("language", "Bag", meta.language))
    packet = _PACKET.replace("@DUBLIN@", "".join(parts)).replace("@MAKER@", _MAKER)
    return packet.encode("utf-8")


def _named(name: str, kind: str, text: str, attribute: str = "") -> str:
    said = escape(_clean(text), quote=False)
    return f"<dc:{name}><rdf:{kind}><rdf:li{attribute}>{said}</rdf:li></rdf:{kind}></dc:{name}>"


def _clean(text: str) -> str:
    return _REFUSED.sub("", one_line(text))


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">@DUBLIN@
<xmp:CreatorTool>@MAKER@</xmp:CreatorTool><pdf:Producer>@MAKER@</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
