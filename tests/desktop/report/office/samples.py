"""A document with every kind of block, and what of it must come to stand in a file for a word processor."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from desktop.report import tree
from desktop.report.texts import texts_of
from desktop.report.tree import (
    Align,
    BulletList,
    Cell,
    Column,
    Contents,
    Document,
    Entry,
    FigureBlock,
    FormCell,
    FormTable,
    Heading,
    HeadingKind,
    KeyFigure,
    KeySentence,
    LabelKind,
    LabelledParagraph,
    Logo,
    Mark,
    Meta,
    NumberedList,
    PageBreak,
    Panel,
    Paragraph,
    ParagraphKind,
    QuestionAnswer,
    Row,
    RowKind,
    SignatureBlock,
    SignatureLine,
    Table,
    TitlePage,
    Together,
    bold,
    cell,
    italic,
    linked,
    plain,
)
from models.figures import Figure, Rect, Role, Text, Twin
from models.vocabulary import CooperationForm

__all__ = ["ADDRESS", "HASH", "META", "every_block", "expected", "logo"]

HASH = "7f3a91c2" + "0" * 56
META = Meta(
    "Proef", "Advies over samenwerking", "Concept", "Versie 3", "9\u00a0juni 2026", "7F3A-91C2", HASH, "Steller"
)
ADDRESS = "https://wetten.overheid.nl/BWBR0003740/"


def logo() -> Logo:
    """A small picture."""
    file = BytesIO()
    Image.new("RGB", (120, 60), (12, 74, 87)).save(file, "PNG")
    return Logo(file.getvalue(), "Wapen van de gemeente")


def _figure(text: str) -> FigureBlock:
    shapes = (Rect(0, 0, 300, 40, fill=Role.MID), Text(4, 20, "In de figuur"))
    return FigureBlock(Figure(f"Figuur {text}", f"Wat zij zegt {text}", 420, 60, shapes, Twin((), ())), text, "eenheid")


def _table(text: str) -> Table:
    columns = (Column("Partner"), Column("Bedrag", 1, Align.RIGHT), Column("Uitleg", 2))
    rows = (
        Row((cell("Groep"), cell("verborgen"), cell("ook verborgen")), kind=RowKind.GROUP),
        Row((cell(text), cell("12,00", after="V"), cell(text, mark=Mark.HALF))),
        Row((cell("Gekozen"), cell("3,00"), cell("vorm", form=CooperationForm.SSC)), chosen=True),
        Row((cell("Samen"), cell("15,00", after="N"), Cell((bold("vet "), *plain(text)))), kind=RowKind.TOTAL),
    )
    return Table(f"Tabel {text}", columns, rows, "in euro's", f"Noot {text}")


def _decisions(text: str) -> Iterator[tree.Block]:
    for number in (1, 2):
        yield Heading(2, f"Kies {text}", f"Besluit {number}", HeadingKind.DECISION)
        yield LabelledParagraph(f"Argument {number}.1", (bold("Het helpt. "), *plain(text)))
        yield LabelledParagraph(f"Argument {number}.2", plain(text))
        yield LabelledParagraph(f"Kanttekening {number}.1", plain(text), LabelKind.REMARK)


def _signing(text: str) -> Iterator[tree.Block]:
    lines = (
        SignatureLine("de burgemeester", text, "op grond van het besluit", "burgemeester"),
        SignatureLine("de secretaris", "", "", "", "ondertekend op 5 maart 2026"),
    )
    yield SignatureBlock("Collegestuk", f"Het college {text}", "artikel 59a Gemeentewet", lines)
    form = (
        (FormCell("Wie"), FormCell(), FormCell(text)),
        (FormCell("Oordeel"), FormCell("", ("akkoord", "niet akkoord"), 1), FormCell("", (text,))),
    )
    yield FormTable("Akkoord", ("Vraag", "Antwoord", "Opmerking"), (1, 2, 2), form, "per persoon")


def _title(text: str, form: CooperationForm | None) -> TitlePage:
    sentences, facts = (f"Doe {text}.", "En dan dit."), (("Datum", "9 juni 2026"), (f"Feit {text}", text))
    decisions = (f"Eerst {text}", "Daarna dat.")
    return TitlePage(
        "Advies",
        "Concept",
        f"Titel {text}",
        text,
        "Het advies",
        sentences,
        facts,
        form,
        "Wij vragen:",
        decisions,
        logo(),
    )


def every_block(text: str = "Gewone tekst", meta: Meta = META) -> Document:
    """A document in which ``text`` stands in every place that holds text of people."""
    rows = (QuestionAnswer(f"Waarom {text}?", plain(text)), QuestionAnswer("Hoe?", plain("Zo.")))
    note = Paragraph((italic("schuin "), linked("de wet", ADDRESS), *plain(f" {text}")), ParagraphKind.NOTE)
    blocks: tuple[tree.Block, ...] = (
        _title(text, CooperationForm.SSC),
        PageBreak(),
        Panel(f"In het kort {text}", (KeyFigure("100", text), KeyFigure(text, "heel veel")), rows),
        Contents("Inhoud"),
        PageBreak(),
        Heading(1, text, "A"),
        KeySentence(text),
        Paragraph(plain(text), leads=True),
        BulletList((plain(text), plain("twee"))),
        NumberedList((plain("een"), plain(text))),
        NumberedList((plain("opnieuw een"),)),
        Heading(2, "Onderdeel", "A1"),
        Heading(3, text),
        LabelledParagraph("Let op", plain(text), LabelKind.REMARK),
        LabelledParagraph(f"Label {text}", plain("uitleg")),
        _table(text),
        _figure(text),
        note,
        Together((Heading(1, "Besluiten", "B"), KeySentence("Twee besluiten."), *_decisions(text))),
        Entry("SED", text, f"Geval {text}", (plain(text), plain("Tot slot.")), Mark.WARNING),
        Heading(1, "Zonder letter"),
        *_signing(text),
    )
    return Document(meta, blocks)


def expected(document: Document) -> Iterator[list[str]]:
    """Per block the texts that must be in the file: not the letters in a picture, nor what a group row hides."""
    for block in tree.walk(tree.numbered(document)):
        match block:
            case FigureBlock():
                yield [block.figure.title, block.figure.alt, block.unit, block.words]
            case Table():
                heads = [column.head for column in block.columns]
                shown = [row.cells[:1] if row.kind is RowKind.GROUP else row.cells for row in block.rows]
                cells = [f"{tree.text_of(c.runs)} {c.after}" for row in shown for c in row]
                yield [f"Tabel {block.number}", block.caption, block.unit, *heads, *cells, block.note]
            case _:
                yield list(texts_of(block))
