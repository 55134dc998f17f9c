"""Every text of a block, for what must look at all of them: signs that fonts lack, terms to explain, tests."""

from collections.abc import Iterator

from desktop.report.tree import (
    Block,
    BulletList,
    Contents,
    Entry,
    FigureBlock,
    FormTable,
    Heading,
    KeySentence,
    LabelledParagraph,
    NumberedList,
    PageBreak,
    Panel,
    Paragraph,
    SignatureBlock,
    Table,
    TitlePage,
    Together,
    text_of,
)

__all__ = ["texts_of"]


def texts_of(block: Block) -> Iterator[str]:
    """Every text of ``block`` that comes to stand on paper, its shapes included."""
    match block:
        case Heading():
            yield from (block.label, block.text)
        case KeySentence():
            yield block.text
        case Paragraph():
            yield text_of(block.runs)
        case LabelledParagraph():
            yield from (block.label, text_of(block.runs))
        case BulletList() | NumberedList():
            yield from (text_of(item) for item in block.items)
        case Table():
            yield from (block.caption, block.unit, block.note, *(column.head for column in block.columns))
            yield from (f"{text_of(entry.runs)} {entry.after}".strip() for row in block.rows for entry in row.cells)
        case FigureBlock():
            yield from (block.figure.title, block.figure.alt, block.unit, block.words)
            yield from (shape.text for shape in block.figure.shapes if hasattr(shape, "text"))
        case Panel():
            yield from (block.title, *(part for figure in block.figures for part in (figure.value, figure.text)))
            yield from (part for row in block.rows for part in (row.question, text_of(row.runs)))
        case Entry():
            yield from (block.label, block.note, block.title, *(text_of(runs) for runs in block.paragraphs))
        case TitlePage():
            yield from (block.kind, block.status, block.title, block.subtitle, block.label, *block.sentences)
            yield from (part for fact in block.facts for part in fact)
            yield from (block.ask, *block.decisions)
        case SignatureBlock():
            yield from (block.label, block.title, block.law)
            yield from (part for line in block.lines for part in (line.role, line.name, line.below, line.signed))
        case FormTable():
            yield from (block.caption, block.unit, *block.heads)
            yield from (part for row in block.rows for entry in row for part in (entry.text, *entry.boxes))
        case Contents():
            yield block.title
        case Together():
            yield from (text for inner in block.blocks for text in texts_of(inner))
        case PageBreak():
            return
