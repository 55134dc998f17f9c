"""The advice on the form: outcome, how firm it is, why, and how each partner sees it."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.notes import note_blocks
from desktop.report.content.other_choice import form_difference
from desktop.report.content.partners_view import partners_blocks
from desktop.report.content.reasons import reason_blocks
from desktop.report.content.robustness import robustness_blocks
from desktop.report.tree import Block, BulletList, FigureBlock, KeySentence, Paragraph, plain
from models.advice.results import Outcome
from models.figures import ranking_figure
from models.vocabulary import CriterionId, StepId
from models.wording.advice import answered_statements, judgement, not_enough, ranking_words, verdict
from models.wording.words import (
    counted,
    spelled,
    the_form,
)

__all__ = ["form_chapter"]


def form_chapter(brief: Brief) -> Iterator[Block]:
    """Sections get their numbers here, so that one that is left out leaves no gap."""
    yield brief.heading(Chapter.FORM)
    yield KeySentence(verdict(brief))
    yield from form_difference(brief)
    sections = [
        ("De uitkomst", list(_outcome(brief))),
        ("Hoe stevig is dit advies?", list(robustness_blocks(brief))),
        (_why_title(brief), list(reason_blocks(brief))),
        ("Hoe kijken de partners?", list(partners_blocks(brief))),
    ]
    yield from numbered(brief.letters[Chapter.FORM], sections)
    yield from note_blocks(brief, StepId.VORM)


def _why_title(brief: Brief) -> str:
    form = brief.advice.form.recommended
    return "Wat is er geantwoord?" if form is None else f"Waarom {the_form(form)}?"


def _outcome(brief: Brief) -> Iterator[Block]:
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        yield from _nothing_yet(brief)
        return
    if all(outcome.score is None for outcome in advice.forms):
        return
    yield Paragraph(plain(_how(brief)))
    if text := judgement(brief):
        yield Paragraph(plain(text))
    yield FigureBlock(ranking_figure(advice, brief.form_names, brief.form_reasons), ranking_words(advice))
    thin = [outcome.form for outcome in advice.forms if outcome.thin and outcome.score is not None]
    if thin:
        text = f"Let op: bij {brief.forms(tuple(thin))} is te weinig beantwoord van wat de vorm vraagt."
        yield Paragraph(plain(f"{text} De score zegt dan weinig."))


def _nothing_yet(brief: Brief) -> Iterator[Block]:
    advice = brief.advice.form
    for text in not_enough(brief):
        yield Paragraph(plain(text))
    if advice.missing:
        yield Paragraph(plain("Deze stellingen missen nog. Wat bovenaan staat, maakt het meeste verschil:"), leads=True)
        yield BulletList(tuple(plain(_missing(brief, criterion)) for criterion in advice.missing))


def _missing(brief: Brief, criterion: CriterionId) -> str:
    entry = brief.knowledge.criterion[criterion]
    return f"{entry.label}: {entry.statement}"


def _how(brief: Brief) -> str:
    number, asked = answered_statements(brief)
    done = "alle" if number == asked else f"{spelled(number)} van de"
    first = f"De partners beantwoordden {done} {counted(asked, 'stelling', 'stellingen')}."
    return (
        f"{first} Elke vorm vraagt iets anders. Hoe beter een antwoord daarbij past, hoe meer punten een vorm krijgt. "
        "Stellingen met meer belang tellen zwaarder. De figuur met de vormen toont de scores."
    )
