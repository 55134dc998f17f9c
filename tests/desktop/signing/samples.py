"""Made at run time: a small PDF/UA-1 and PDF/A-2a with our mark and signature fields, and certificates to sign with."""

import io
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import page
import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

DOSSIER = "lindestreek"
HASH = "ab" * 32
FIELDS = ("burgemeester", "secretaris")
PASSPHRASE = "geheim"
_TITLE = "Advies over samenwerking"
_RECTS = ((60, 60, 260, 110), (300, 60, 500, 110), (60, 160, 260, 210))
_EXTENSION = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def mark(**changes: str) -> dict[str, str]:
    """The mark that the report writer puts in a PDF."""
    found = {
        "dossier": DOSSIER,
        "kind": "advies",
        "version": "",
        "content_hash": HASH,
        "knowledge": "2026.1",
        "dated": "5 maart 2026",
        "made_with": "0.1.0",
    }
    return found | changes


def report_pdf(
    values: Mapping[str, str] | str | None = None,
    *,
    fields: Sequence[str] = FIELDS,
    pages: int = 1,
    text: str = "",
    packed: bool = False,
) -> bytes:
    """A PDF as our writer makes it. ``values``: the mark, or any other text in its place; None for no mark.

    ``text``: in the metadata, so that two files differ; ``packed``: objects in compressed streams.
    """
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    _tag(pdf, fields)
    if values is not None:
        entry = values if isinstance(values, str) else json.dumps(values, sort_keys=True)
        pdf.docinfo[Name("/Vormwijzer")] = String(entry)
    _describe(pdf, text)
    out = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=mode)
    return out.getvalue()


def _tag(pdf: pikepdf.Pdf, fields: Sequence[str]) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    last, nums, widgets = pdf.pages[-1].obj, Array(), Array()
    for number, name in enumerate(fields):
        rect = _RECTS[number]
        said = f"Ruimte voor ondertekening door de {name}"
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(name), TU=String(said), F=4, P=last,
                Rect=Array(rect), StructParent=number,
            )
        )  # fmt: skip
        box = Array([0, 0, rect[2] - rect[0], rect[3] - rect[1]])
        shape = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
        widget.AP = Dictionary(N=shape)
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=whole, Alt=String(said)))
        element.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=last)
        whole.K.append(element)
        nums.extend((number, element))
        widgets.append(widget)
    if fields:
        last.Annots = Array(list(widgets))
        last.Tabs = Name.S
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=widgets, SigFlags=1))
    root.K = whole
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=nums))
    root.ParentTreeNextKey = len(fields)
    pdf.Root.StructTreeRoot = root


def _describe(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("nl-NL")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    colours = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = pdf.make_stream(colours, N=3, Alternate=Name.DeviceRGB)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"), DestOutputProfile=profile,
            )
        ]
    )  # fmt: skip
    with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:title"] = _TITLE
        meta["dc:language"] = {"nl-NL"}
        meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"] = "2", "A", "1"
        if text:
            meta["dc:description"] = text
    xmp = pdf.Root.Metadata.read_bytes().decode().replace("</rdf:RDF>", f"{_EXTENSION}</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


def faults(data: bytes) -> list[str]:
    """What the checker of PDF/UA-1 and PDF/A-2a has to say."""
    return [
        f"{profile} {fault.rule_id}: {fault.message}"
        for profile in ("ua1", "2a")
        for fault in page.validate_pdf_bytes(data, profile=profile).failures
    ]


@lru_cache(maxsize=1)
def _authority() -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Proef-CA", "Gemeente Lindestreek")
    return _certificate(name, key, name, key, days=(-30, 3650), authority=True), key


def certificate_file(
    folder: Path,
    name: str,
    *,
    days: tuple[int, int] = (-1, 365),
    passphrase: str = PASSPHRASE,
    organisation: str = "Gemeente Linde",
) -> Path:
    """A .p12 with a key of its own, issued by a self-made authority; ``days``: from and until, from today."""
    authority, authority_key = _authority()
    key = ec.generate_private_key(ec.SECP256R1())
    made = _certificate(_name(name, organisation), key, authority.subject, authority_key, days=days)
    data = pkcs12.serialize_key_and_certificates(
        b"sleutel", key, made, [authority], BestAvailableEncryption(passphrase.encode())
    )
    path = folder / f"{abs(hash((name, days, passphrase)))}.p12"
    path.write_bytes(data)
    return path


def _name(common: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    days: tuple[int, int],
    authority: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(not authority, not authority, False, False, False, authority, authority, False, False),
            critical=True,
        )
        .sign(issuer_key, hashes.SHA256())
    )
