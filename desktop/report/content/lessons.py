"""Warnings of real cases that fit this dossier."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.tree import (
    Block,
    Entry,
    Inline,
    KeySentence,
    Mark,
    Paragraph,
    ParagraphKind,
    Run,
    bold,
    plain,
)
from models.advice.acceptance import acceptance_of
from models.advice.results import MatchedWarning
from models.dutch import day, listed
from models.wording.words import bare_form, first_upper, sentence, shortened, spelled

__all__ = ["lessons_chapter"]

_NOTE = "Een geval is een voorbeeld, geen voorspelling."


def lessons_chapter(brief: Brief) -> Iterator[Block]:
    """One entry a warning; what other forms would bring; where the facts come from."""
    matched = brief.advice.warnings
    yield brief.heading(Chapter.LESSONS)
    yield KeySentence(_key(brief, len(matched)))
    for warning in matched:
        yield _entry(brief, warning)
    yield from _elsewhere(brief)
    if matched:
        cases = [case for m in matched for case in brief.knowledge.warning[m.warning].cases]
        gathered = max(brief.knowledge.case[case].facts_from for case in cases)
        yield Paragraph(plain(f"{_NOTE} De feiten zijn verzameld op {day(gathered)}."), ParagraphKind.NOTE)


def _key(brief: Brief, number: int) -> str:
    if not number:
        return "Geen waarschuwing uit de praktijk past bij de feiten in dit dossier."
    accepted = sum(1 for m in brief.advice.warnings if acceptance_of(brief.dossier, m) is not None)
    lead = "Eén waarschuwing past" if number == 1 else f"{first_upper(spelled(number))} waarschuwingen passen"
    if not accepted:
        return f"{lead} bij dit dossier. Bij elke staat wat u kunt doen."
    taken = "Bij één staat" if accepted == 1 else f"Bij {spelled(accepted)} staat"
    return f"{lead} bij dit dossier. {taken} waarom de partners haar aanvaarden."


def _entry(brief: Brief, matched: MatchedWarning) -> Entry:
    warning = brief.knowledge.warning[matched.warning]
    cases = [brief.knowledge.case[case] for case in warning.cases]
    note = "; ".join(f"{listed(case.partners)}, {case.years}" for case in cases)
    return Entry(
        label=listed([case.name for case in cases]),
        note=shortened(note, 160),
        title=sentence(warning.title),
        paragraphs=tuple(_paragraphs(brief, matched)),
        mark=Mark.WARNING,
    )


def _paragraphs(brief: Brief, matched: MatchedWarning) -> Iterator[Inline]:
    warning = brief.knowledge.warning[matched.warning]
    yield (bold("Wat gebeurde er: "), Run(sentence(warning.what_happened)))
    because = warning.because({key: shortened(value, 300) for key, value in matched.evidence.items()})
    if because:
        yield (bold("Past hier, want: "), Run(sentence(because)))
    yield (bold("Wat u kunt doen: "), Run(sentence(warning.do)))
    accepted = acceptance_of(brief.dossier, matched)
    if accepted is not None:
        reason = sentence(accepted.reason) or "er staat geen reden bij."
        yield (bold("Aanvaard door de partners: "), Run(reason))


def _elsewhere(brief: Brief) -> Iterator[Block]:
    """The warnings that another form would bring, by name only."""
    here = {matched.warning for matched in brief.advice.warnings}
    parts = []
    for form, warnings in brief.advice.warnings_by_form.items():
        titles = [brief.knowledge.warning[w.warning].title for w in warnings if w.warning not in here]
        if titles and form is not brief.advice.considered:
            parts.append(f"{bare_form(form)} ({listed([t[:1].lower() + t[1:] for t in titles])})")
    if parts:
        yield Paragraph(plain(sentence(f"Een andere vorm brengt ook eigen waarschuwingen mee: {'; '.join(parts)}")))
