"""B: the advice on the form: outcome, how firm it is, why, and how each partner sees it."""

from collections.abc import Iterator
from fractions import Fraction

from desktop.report.content.brief import Brief
from desktop.report.content.partners_view import partners_blocks
from desktop.report.content.reasons import reason_blocks
from desktop.report.content.robustness import robustness_blocks
from desktop.report.tree import Block, BulletList, FigureBlock, Heading, KeySentence, Paragraph, plain
from desktop.report.wording import (
    bare_form,
    counted,
    first_upper,
    number_words,
    percentage,
    score_words,
    spelled,
    the_form,
    times_of_hundred,
)
from models.advice.results import FormAdvice, Outcome
from models.dutch import listed
from models.figures import difference_of, ranked_forms, ranking_figure
from models.vocabulary import CriterionId

__all__ = ["form_chapter"]


def form_chapter(brief: Brief) -> Iterator[Block]:
    """Sections get their numbers here, so that one that is left out leaves no gap."""
    yield Heading(1, "Samenwerkingsvorm", "B")
    yield KeySentence(_key(brief))
    sections = [
        ("De uitkomst", list(_outcome(brief))),
        ("Hoe stevig is dit advies?", list(robustness_blocks(brief))),
        (_why_title(brief), list(reason_blocks(brief))),
        ("Hoe kijken de partners?", list(partners_blocks(brief))),
    ]
    number = 0
    for title, blocks in sections:
        if blocks:
            number += 1
            yield Heading(2, title, f"B{number}")
            yield from blocks


def _why_title(brief: Brief) -> str:
    form = brief.advice.form.recommended
    return "Wat is er geantwoord?" if form is None else f"Waarom {the_form(form)}?"


def _key(brief: Brief) -> str:
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        return "Er is nog geen advies, want er is te weinig beantwoord."
    if advice.recommended is None:
        return "Er is geen advies, want elke vorm valt af."
    form = first_upper(the_form(advice.recommended))
    difference = difference_of(advice)
    if difference is None:
        return f"{form} is de enige vorm die overblijft."
    if advice.outcome is Outcome.NOT_CLEAR:
        return f"Geen vorm wint duidelijk. {form} is de lichtste van de beste vormen."
    return f"{form} past het best. Het verschil met de volgende vorm is {difference}."


def _outcome(brief: Brief) -> Iterator[Block]:
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        yield from _nothing_yet(brief)
        return
    if all(outcome.score is None for outcome in advice.forms):
        return
    yield Paragraph(plain(_how(brief)))
    yield from _judgement(brief)
    names = {outcome.form: brief.name(outcome.form) for outcome in advice.forms}
    reasons = {outcome.form: brief.reason(outcome) for outcome in advice.forms}
    yield FigureBlock(ranking_figure(advice, names, reasons), _in_words(advice))
    thin = [outcome.form for outcome in advice.forms if outcome.thin and outcome.score is not None]
    if thin:
        text = f"Let op: bij {brief.forms(tuple(thin))} is te weinig beantwoord van wat de vorm vraagt."
        yield Paragraph(plain(f"{text} De score zegt dan weinig."))


def _nothing_yet(brief: Brief) -> Iterator[Block]:
    advice, threshold = brief.advice.form, brief.knowledge.profiles.thresholds.coverage
    if len(brief.dossier.partners.active) < 2:
        yield Paragraph(plain("Voor een advies zijn ten minste twee partners nodig."))
    if advice.coverage < Fraction(threshold):
        needed, share = number_words(100 * threshold), percentage(advice.coverage)
        yield Paragraph(plain(f"Voor een advies moet {needed}% van het belang zijn beantwoord. Nu is dat {share}."))
    elif len(brief.dossier.partners.active) >= 2:
        yield Paragraph(plain("Geen enkele stelling telt mee. Geef ten minste één stelling een antwoord en belang."))
    if advice.missing:
        yield Paragraph(plain("Deze stellingen missen nog. Wat bovenaan staat, maakt het meeste verschil:"), leads=True)
        yield BulletList(tuple(plain(_missing(brief, criterion)) for criterion in advice.missing))


def _missing(brief: Brief, criterion: CriterionId) -> str:
    entry = brief.knowledge.criterion[criterion]
    return f"{entry.label}: {entry.statement}"


def _how(brief: Brief) -> str:
    asked = sum(1 for criterion in brief.knowledge.criterion.values() if not criterion.derived)
    answered = brief.advice.form.problem.answered
    number = sum(1 for criterion in answered if not brief.knowledge.criterion[CriterionId(criterion)].derived)
    done = "alle" if number == asked else f"{spelled(number)} van de"
    first = f"De partners beantwoordden {done} {counted(asked, 'stelling', 'stellingen')}."
    return (
        f"{first} Elke vorm vraagt iets anders. Hoe beter een antwoord daarbij past, hoe meer punten een vorm krijgt. "
        "Stellingen met meer belang tellen zwaarder."
    )


def _judgement(brief: Brief) -> Iterator[Block]:
    advice, limits = brief.advice.form, brief.knowledge.profiles.thresholds
    if advice.outcome is Outcome.NOT_CLEAR:
        clear = number_words(limits.clear_margin)
        if len(advice.contenders) > 1:
            close = brief.forms(advice.contenders)
            text = f"De partners hebben de keus uit {close}. Het verschil is kleiner dan {clear} punten."
        else:
            text = "De vorm die bovenaan staat, verliest die plaats te vaak als het belang van de stellingen verandert."
        yield Paragraph(plain(f"{text} Dan gaat de lichtste vorm voor: houd het eenvoudig."))
    elif advice.outcome is Outcome.PROVISIONAL:
        yield Paragraph(plain("Dit is voorlopig: hoe stevig het advies is, is nog niet berekend."))
    elif advice.outcome is Outcome.ALL_EXCLUDED:
        yield Paragraph(plain("Kijk welke grens kan verschuiven. Onder elke balk staat waarom de vorm afvalt."))


def _in_words(advice: FormAdvice) -> str:
    """The figure in sentences: scores, who drops out, how often each is first."""
    ranked = ranked_forms(advice)
    running = [f"{bare_form(f.form)} {score_words(f.score)}" for f in ranked if f.rank is not None]
    out = [f"{bare_form(f.form)} ({score_words(f.score)})" for f in ranked if f.excluded_by]
    parts = [first_upper(listed(running)) + "."] if running else []
    if out:
        parts.append(f"{first_upper(listed(out))} {'valt' if len(out) == 1 else 'vallen'} af.")
    samples = advice.robustness.uniform
    if samples is not None and len(running) > 1:
        first = next(f for f in ranked if f.rank is not None)
        share = times_of_hundred(samples.first(first.form))
        parts.append(f"Bij willekeurig belang staat {the_form(first.form)} {share} op plaats 1.")
    return " ".join(parts) or "Geen vorm heeft een score."
