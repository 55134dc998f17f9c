"""What the report says: one module a chapter, each a pure function from the brief to blocks."""

from collections.abc import Iterator

from desktop.report.content.alternatives import alternatives_chapter
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
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


def agreed_chapters(brief: Brief) -> Iterator[Block]:
    """What the partners agree on before they decide; what builds it loads only where there is something to tell."""
    agreed = brief.agreed
    if agreed is None:
        return
    if Chapter.COSTS in agreed.chapters:
        from desktop.report.content.costs import costs_chapter

        yield from costs_chapter(brief, agreed)
    if Chapter.HOURS in agreed.chapters:
        from desktop.report.content.hours import hours_chapter

        yield from hours_chapter(brief, agreed)
    if Chapter.LEAVING in agreed.chapters:
        from desktop.report.content.leaving import leaving_chapter

        yield from leaving_chapter(brief, agreed)
    if Chapter.PLANNING in agreed.chapters:
        from desktop.report.content.planning import planning_chapter

        yield from planning_chapter(brief, agreed)


def checklist_chapters(brief: Brief) -> Iterator[Block]:
    """The checklists, after the lessons."""
    agreed = brief.agreed
    if agreed is not None and Chapter.CHECKLIST in agreed.chapters:
        from desktop.report.content.checklist import checklist_chapter

        yield from checklist_chapter(brief, agreed)


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
        *agreed_chapters(brief),
        *lessons_chapter(brief),
        *checklist_chapters(brief),
        *open_chapter(brief),
    )
    said = " ".join(text for block in chapters for text in texts_of(block))
    return numbered(Document(meta_of(brief), (*chapters, *sources_chapter(brief, said))))
