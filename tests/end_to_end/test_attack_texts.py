"""What people type is text, everywhere: in each document, each format and on each screen."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from desktop.report import build_report, render_pdf
from desktop.report.edition import DocumentKind, Edition
from desktop.report.tree import Document
from models.advice.advise import advise
from models.advice.fingerprint import dossier_hash
from models.dossier import Dossier, DossierError, dossier_from_values, texts
from models.dossier.edit import InvalidValueError, value_at, with_value
from models.knowledge import Knowledge
from tests.models.samples import example
from tests.pdf_text import page_texts

ATTACKS = {
    "picture": '<img src="/etc/passwd">',
    "link": '<a href="javascript:alert(1)">klik</a>',
    "address": "https://example.org/phish",
    "size": '<font size="5000">groot</font>',
    "paragraph": "<para alignment='center'>midden",
    "unclosed": "<b>vet",
    "entity": "R&D &amp; &euro;",
    "cdata": "]]>",
    "formula": "=HYPERLINK(A1)",
    "right to left": "שלום עולם",
    "emoji": "samen 🎉 sterk",
}
LONG = "x" * 100_000
SHOWN_ANYWHERE = ("picture", "link", "size", "paragraph", "unclosed", "entity", "cdata", "formula")
"""What every font has, so that it can be read back sign by sign."""
SHOWN_IN = {
    DocumentKind.ADVICE: SHOWN_ANYWHERE,
    DocumentKind.WORKSHOP: SHOWN_ANYWHERE,
    DocumentKind.COVER_NOTE: SHOWN_ANYWHERE[:1],  # a text of many lines is shortened there
    DocumentKind.APPROVALS: (),  # it holds no text of the dossier but its title
}


def attacked(text: str) -> Dossier:
    """The largest example with ``text`` in every place where a person typed something."""
    dossier = dossier_from_values(example("lindestreek"))
    for found in tuple(texts.texts_of(dossier)):
        if isinstance(value_at(dossier, found.path), str):
            try:
                dossier = with_value(dossier, found.path, text)
            except InvalidValueError:  # a title or a name has a limit
                dossier = with_value(dossier, found.path, text[:200])
    return dossier


def document(dossier: Dossier, knowledge: Knowledge, kind: DocumentKind, *, internal: bool = True) -> Document:
    advice = advise(dossier, knowledge, samples=False)
    code = dossier_hash(dossier, advice, knowledge)
    return build_report(dossier, advice, knowledge, content_hash=code, edition=Edition(kind, internal, fields=True))


def squeezed(text: str) -> str:
    """Without white space and without hyphens at the end of a line."""
    return "".join(text.replace("\N{SOFT HYPHEN}", "").split())


def addresses(data: bytes) -> list[str]:
    """Every address that a PDF leads to, and every action that it can do."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [
            str(annotation.A.get("/URI", annotation.A.get("/S")))
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation
        ]
        assert "/OpenAction" not in pdf.Root or "/JS" not in pdf.Root.OpenAction
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert not pdf.attachments
    return found


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """All attacks, each on a line of its own, in every text of the largest example."""
    return attacked("\n".join(ATTACKS.values()))


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_text_does_nothing_in_a_pdf(dossier: Dossier, kind: DocumentKind, knowledge: Knowledge) -> None:
    data = render_pdf(document(dossier, knowledge, kind))
    read = squeezed("".join(page_texts(data)))
    for attack in SHOWN_IN[kind]:
        assert squeezed(ATTACKS[attack]) in read, attack
    assert "root:" not in read
    assert not [address for address in addresses(data) if "javascript" in address.lower() or "phish" in address]


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_word_without_end_leaves_every_document_whole(kind: DocumentKind, knowledge: Knowledge) -> None:
    dossier = with_value(dossier_from_values(example("lindestreek")), ("title",), LONG[:300])
    for path in (("opgave", "question"), ("vaststelling", "summary"), ("vaststelling", "minority_view")):
        dossier = with_value(dossier, path, LONG)
    with pypdfium2.PdfDocument(render_pdf(document(dossier, knowledge, kind))) as pdf:
        for page in pdf:
            words, (width, height) = page.get_textpage(), page.get_size()
            for sign in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(sign)
                assert left >= -1 and bottom >= -1 and right <= width + 1 and top <= height + 1


def test_a_text_does_nothing_in_an_office_document(dossier: Dossier, knowledge: Knowledge) -> None:
    import docx
    from odf.opendocument import load
    from odf.teletype import extractText

    from desktop.report.office import render_docx, render_odt

    made = document(dossier, knowledge, DocumentKind.ADVICE)
    word = render_docx(made)
    nodes = docx.Document(io.BytesIO(word)).element.iter()
    texts_in_word = "".join(node.text or "" for node in nodes if node.tag.endswith("}t"))
    writer = render_odt(made)
    texts_in_writer = extractText(load(io.BytesIO(writer)).text)
    for attack in ATTACKS.values():
        assert squeezed(attack) in squeezed(texts_in_word)
        assert squeezed(attack) in squeezed(texts_in_writer)
    for data in (word, writer):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            assert packed.testzip() is None
            for name in packed.namelist():
                if name.endswith((".xml", ".rels")):
                    assert not [target for target in targets(packed.read(name)) if not ours(target)]


def targets(data: bytes) -> list[str]:
    """Every place that an XML part leads to."""
    return [
        value
        for node in ElementTree.fromstring(data).iter()
        for name, value in node.attrib.items()
        if name.rpartition("}")[2].lower() in ("href", "target")
    ]


def ours(target: str) -> bool:
    """A part of the same file, or an address of the knowledge."""
    return ":" not in target or (target.startswith("https://") and "example.org" not in target)


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\x1bb", "\ud800", "a\x7fb"])
def test_a_control_sign_or_half_a_sign_is_refused_at_entry(text: str) -> None:
    values = example("lindestreek")
    values["opgave"] = {**values["opgave"], "question": text}
    with pytest.raises(DossierError):
        dossier_from_values(values)
    with pytest.raises(InvalidValueError):
        with_value(dossier_from_values(example("lindestreek")), ("opgave", "question"), text)


def test_nothing_is_read_but_what_is_ours(tmp_path: Path) -> None:
    """The file that an attack names is opened by nobody: the system itself is asked."""
    planted = tmp_path / "planted.png"
    planted.write_bytes(b"no picture")
    dossier = attacked(f'<img src="{planted}"/>')
    source = tmp_path / "dossier.json"
    source.write_text(dossier.model_dump_json(), encoding="utf-8")
    program = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda name, given: opened.append(str(given[0])) if name == 'open' else None)\n"
        "from desktop.cli.main import main\n"
        f"main(['advies', {str(source)!r}, '--pdf', {str(tmp_path / 'x.pdf')!r}, '--intern'])\n"
        f"sys.exit(7 if {str(planted)!r} in opened else 0)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "x.pdf").stat().st_size > 10_000
