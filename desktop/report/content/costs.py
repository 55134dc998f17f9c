"""Costs and contributions: what each partner pays, by which key and why, other keys beside it, on what it rests."""

from collections.abc import Iterator

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.costs_basis import basis_blocks
from desktop.report.content.costs_compare import compare_blocks
from desktop.report.content.costs_key import key_blocks
from desktop.report.content.costs_tables import contribution_blocks
from desktop.report.content.costs_words import costs_key
from desktop.report.content.notes import note_blocks
from desktop.report.tree import Block, KeySentence, LabelKind, LabelledParagraph, Run, bold, plain
from models.vocabulary import StepId
from models.wording.words import sentence, shortened

__all__ = ["costs_chapter"]

_WARNINGS = frozenset({"historic-key", "savings-too-early", "vat-not-settled"})
"""Warnings of cases in which money went wrong."""


def costs_chapter(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """The chapter, with a section for all that there is something to say about."""
    letter = brief.letters[Chapter.COSTS]
    yield brief.heading(Chapter.COSTS)
    yield KeySentence(costs_key(agreed))
    sections = (
        ("Wat elke partner betaalt", contribution_blocks(brief, agreed)),
        ("De verdeelsleutel en de reden", key_blocks(brief, agreed)),
        ("De verdeelsleutels naast elkaar", compare_blocks(brief, agreed)),
        ("Wat elders misging", _warnings(brief, agreed)),
        ("Waar dit op rust", basis_blocks(brief, agreed)),
    )
    yield from numbered(letter, sections)
    yield from note_blocks(brief, StepId.KOSTEN)


def _warnings(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """Cases that failed on what stands here too; and what to beware of with the chosen key."""
    for matched in brief.advice.warnings:
        if matched.warning not in _WARNINGS:
            continue
        warning = brief.knowledge.warning[matched.warning]
        names = ", ".join(brief.knowledge.case[case].name for case in warning.cases)
        because = warning.because({key: shortened(value, 300) for key, value in matched.evidence.items()})
        runs = [bold(sentence(warning.title)), Run(f" {sentence(because)} {sentence(warning.do)}")]
        runs.append(Run(f" Hoofdstuk {brief.letters[Chapter.LESSONS]} vertelt wat er gebeurde."))
        yield LabelledParagraph(names, tuple(runs), LabelKind.REMARK)
    key = agreed.chosen_key
    beware = None if key is None else agreed.key_text(key).beware
    if beware:
        yield LabelledParagraph("Bij deze verdeelsleutel", plain(sentence(beware)), LabelKind.REMARK)
