"""What the report says: one module a chapter, each a pure function from the brief to blocks."""

from desktop.report.content.alternatives import alternatives_chapter
from desktop.report.content.brief import Brief
from desktop.report.content.form_chapter import form_chapter
from desktop.report.content.in_short import in_short
from desktop.report.content.legal import legal_chapter
from desktop.report.content.lessons import lessons_chapter
from desktop.report.content.open_points import open_chapter
from desktop.report.content.question import question_chapter
from desktop.report.content.sources import sources_chapter
from desktop.report.content.title_page import meta_of, title_page
from desktop.report.texts import texts_of
from desktop.report.tree import Block, Document, PageBreak, numbered
from models.advice.results import Advice
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["report"]


def report(
    dossier: Dossier, advice: Advice, knowledge: Knowledge, content_hash: str, problems: tuple[str, ...]
) -> Document:
    """The whole advice report, numbered."""
    brief = Brief(dossier, advice, knowledge, content_hash, problems)
    chapters: tuple[Block, ...] = (
        title_page(brief),
        PageBreak(),
        *in_short(brief),
        PageBreak(),
        *question_chapter(brief),
        *form_chapter(brief),
        *alternatives_chapter(brief),
        *legal_chapter(brief),
        *lessons_chapter(brief),
        *open_chapter(brief),
    )
    said = " ".join(text for block in chapters for text in texts_of(block))
    return numbered(Document(meta_of(brief), (*chapters, *sources_chapter(brief, said))))
