"""What the tests of the chapters read: the tree of a dossier, its tables by caption, the text of its PDF."""

from desktop.report import build_report, render_pdf
from desktop.report.edition import Edition
from desktop.report.texts import texts_of
from desktop.report.tree import Document, Heading, Table, text_of, walk
from models.advice.advise import advise
from models.dossier import Dossier
from models.knowledge import Knowledge
from tests.pdf_text import page_texts

__all__ = ["HASH", "chapter", "headings", "pages", "rows_of", "said", "squeezed", "table", "tree_of"]

HASH = "7f3a91c2" + "0" * 56


def tree_of(dossier: Dossier, knowledge: Knowledge, edition: Edition | None = None) -> Document:
    """The report as a tree, without samples."""
    advice = advise(dossier, knowledge, samples=False)
    return build_report(dossier, advice, knowledge, content_hash=HASH, edition=edition)


def headings(document: Document) -> dict[str, str]:
    """Letter by title of the chapters."""
    return {b.text: b.label for b in walk(document) if isinstance(b, Heading) and b.level == 1}


def said(document: Document) -> str:
    """Every text."""
    return "\n".join(text for block in walk(document) for text in texts_of(block))


def chapter(document: Document, title: str) -> str:
    """Every text of one chapter."""
    texts, inside = [], False
    for block in walk(document):
        if isinstance(block, Heading) and block.level == 1:
            inside = block.text == title
        if inside:
            texts += list(texts_of(block))
    return "\n".join(texts)


def table(document: Document, caption: str) -> Table:
    """The first table whose caption begins with ``caption``."""
    return next(b for b in walk(document) if isinstance(b, Table) and b.caption.startswith(caption))


def rows_of(held: Table) -> list[list[str]]:
    """The cells as text, the letter of a slot after a space."""
    return [[f"{text_of(c.runs)} {c.after}".strip() for c in row.cells] for row in held.rows]


def pages(document: Document) -> list[str]:
    """The text of each page of the PDF."""
    return page_texts(render_pdf(document))


def squeezed(text: str) -> str:
    """Without white and hyphens."""
    return "".join(text.replace("\u00a0", " ").split()).replace("-", "")
