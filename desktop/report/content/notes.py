"""Notes beside a step: public ones in the chapter of the step, internal ones in a chapter of an internal copy."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.presence import CHAPTER_OF, internal_notes, public_notes
from desktop.report.tree import Block, KeySentence, LabelKind, LabelledParagraph, Paragraph, plain
from models.vocabulary import StepId
from models.wording.words import counted, first_upper, sentence

__all__ = ["note_blocks", "notes_chapter", "step_title", "stray_notes"]


def note_blocks(brief: Brief, *steps: StepId) -> Iterator[Block]:
    """The public notes of these steps."""
    for step in steps:
        for note in public_notes(brief.dossier.section(step)):
            yield LabelledParagraph("Let op", plain(sentence(note.text)), LabelKind.REMARK)


def stray_notes(brief: Brief) -> Iterator[Block]:
    """The public notes of steps whose chapter this report does not have."""
    for step, chapter in CHAPTER_OF.items():
        if chapter not in brief.letters:
            for note in public_notes(brief.dossier.section(step)):
                text = f"{step_title(brief, step)}: {sentence(note.text)}"
                yield LabelledParagraph("Let op", plain(text), LabelKind.REMARK)


def notes_chapter(brief: Brief) -> Iterator[Block]:
    """The internal notes, by step. Only an internal copy has this chapter."""
    notes = list(internal_notes(brief.dossier))
    yield brief.heading(Chapter.NOTES)
    yield KeySentence(f"{first_upper(counted(len(notes), 'notitie', 'notities'))}, alleen voor intern gebruik.")
    yield Paragraph(plain("Dit hoofdstuk staat alleen in een intern exemplaar, niet in het openbare rapport."))
    for step, note in notes:
        yield LabelledParagraph(step_title(brief, step), plain(sentence(note.text)))


def step_title(brief: Brief, step: StepId) -> str:
    """What a step is called on screen."""
    return brief.knowledge.step[step].title
