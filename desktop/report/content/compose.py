"""The whole document that an edition asks for."""

from collections.abc import Callable, Iterator, Mapping

from desktop.report.content.adoption import adoption_chapter
from desktop.report.content.alternatives import alternatives_chapter
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.communication import communication_chapter
from desktop.report.content.decisions import decisions_chapter
from desktop.report.content.evaluation import evaluation_chapter
from desktop.report.content.form_chapter import form_chapter
from desktop.report.content.in_short import in_short
from desktop.report.content.legal import legal_chapter
from desktop.report.content.lessons import lessons_chapter
from desktop.report.content.next_steps import next_chapter
from desktop.report.content.notes import notes_chapter
from desktop.report.content.open_points import open_chapter
from desktop.report.content.question import question_chapter
from desktop.report.content.sources import sources_chapter
from desktop.report.content.staff import staff_chapter
from desktop.report.content.stakeholders import stakeholders_chapter
from desktop.report.content.steering import steering_chapter
from desktop.report.content.title_page import meta_of, title_page
from desktop.report.edition import DocumentKind, Edition
from desktop.report.texts import texts_of
from desktop.report.tree import Block, Document, PageBreak, numbered
from models.advice.results import Advice
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["compose"]

_CHAPTERS: Mapping[Chapter, Callable[[Brief], Iterator[Block]]] = {
    Chapter.QUESTION: question_chapter,
    Chapter.DECISIONS: decisions_chapter,
    Chapter.FORM: form_chapter,
    Chapter.ALTERNATIVES: alternatives_chapter,
    Chapter.LEGAL: legal_chapter,
    Chapter.STEERING: steering_chapter,
    Chapter.STAKEHOLDERS: stakeholders_chapter,
    Chapter.STAFF: staff_chapter,
    Chapter.COMMUNICATION: communication_chapter,
    Chapter.LESSONS: lessons_chapter,
    Chapter.NEXT: next_chapter,
    Chapter.EVALUATION: evaluation_chapter,
    Chapter.OPEN: open_chapter,
    Chapter.ADOPTION: adoption_chapter,
    Chapter.NOTES: notes_chapter,
}


def compose(
    dossier: Dossier,
    advice: Advice,
    knowledge: Knowledge,
    content_hash: str,
    problems: tuple[str, ...],
    edition: Edition,
) -> Document:
    """The document of the kind that ``edition`` names."""
    brief = Brief(dossier, advice, knowledge, content_hash, problems, edition)
    if edition.kind is DocumentKind.COVER_NOTE:
        from desktop.report.content.cover_note import cover_note

        return cover_note(brief)
    if edition.kind is DocumentKind.WORKSHOP:
        from desktop.report.content.workshop import workshop_report

        return workshop_report(brief)
    if edition.kind is DocumentKind.APPROVALS:
        from desktop.report.content.approval_sheet import approval_sheet

        return approval_sheet(brief)
    return _advice(brief)


def _advice(brief: Brief) -> Document:
    """The advice report, numbered. The sources are made last: they explain the terms that the rest uses."""
    opening: tuple[Block, ...] = (title_page(brief), PageBreak(), *in_short(brief), PageBreak())
    made: dict[Chapter, tuple[Block, ...]]
    made = {chapter: tuple(_chapter(brief, chapter)) for chapter in brief.chapters if chapter is not Chapter.SOURCES}
    told = (block for blocks in (opening, *made.values()) for block in blocks)
    said = " ".join(text for block in told for text in texts_of(block))
    made[Chapter.SOURCES] = tuple(sources_chapter(brief, said))
    chapters = (block for chapter in brief.chapters for block in made[chapter])
    return numbered(Document(meta_of(brief), (*opening, *chapters)))


def _chapter(brief: Brief, chapter: Chapter) -> Iterator[Block]:
    """The blocks of a chapter; what builds those about agreements loads only where they are there."""
    agreed = brief.agreed
    if chapter in _CHAPTERS or agreed is None:
        return _CHAPTERS[chapter](brief)
    if chapter is Chapter.COSTS:
        from desktop.report.content.costs import costs_chapter

        return costs_chapter(brief, agreed)
    if chapter is Chapter.HOURS:
        from desktop.report.content.hours import hours_chapter

        return hours_chapter(brief, agreed)
    if chapter is Chapter.LEAVING:
        from desktop.report.content.leaving import leaving_chapter

        return leaving_chapter(brief, agreed)
    if chapter is Chapter.PLANNING:
        from desktop.report.content.planning import planning_chapter

        return planning_chapter(brief, agreed)
    from desktop.report.content.checklist import checklist_chapter

    return checklist_chapter(brief, agreed)
