"""Questions that a raadslid can ask: those that the people wrote down, then what the program sees lie open."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from models.advice.acceptance import acceptance_of
from models.advice.results import Outcome
from models.wording.words import counted, shortened

__all__ = ["MOST_QUESTIONS", "questions_of"]

MOST_QUESTIONS = 5


def questions_of(brief: Brief, most: int = MOST_QUESTIONS, length: int = 160) -> tuple[str, ...]:
    """At most ``most`` questions, each at most ``length`` signs long; their own come first."""
    own = (shortened(text, length) for text in brief.dossier.vaststelling.questions)
    said = dict.fromkeys(text for text in (*(_asked(text) for text in own if text), *_seen(brief)))
    return tuple(said)[:most]


def _asked(text: str) -> str:
    """With a question mark, unless it ends in a sign of its own."""
    return text if text[-1] in ".!?…:" else f"{text}?"


def _seen(brief: Brief) -> Iterator[str]:
    """What weighs most comes first."""
    dossier, agreed = brief.dossier, () if brief.agreed is None else brief.agreed.chapters
    if brief.problems:
        number = counted(len(brief.problems), "tegenspraak", "tegenspraken")
        yield f"Het dossier bevat {number}. Wat klopt er wel?"
    if brief.advice.form.outcome is Outcome.NO_ADVICE:
        yield "Wanneer is er genoeg bekend voor een advies?"
    yield from (shortened(question.text, 160) for question in brief.advice.legal.questions[:2])
    for matched in brief.advice.warnings:
        if acceptance_of(dossier, matched) is None:
            title = brief.knowledge.warning[matched.warning].title
            yield f"Wat doen de partners aan dit risico: {title[:1].lower()}{title[1:]}?"
            break
    if Chapter.COSTS not in agreed:
        yield "Wat gaat dit kosten, en wanneer weten wij dat?"
    if Chapter.LEAVING not in agreed:
        yield "Wat kost het om later uit te treden?"
    if not dossier.vaststelling.evaluation.first_on:
        yield "Wanneer evalueren de partners, en waarop?"
    if not dossier.medewerkers.staff:
        yield "Wat betekent dit voor de medewerkers?"
    if not dossier.besluitvorming.participation.strip():
        yield "Hoe horen wij wat inwoners ervan vinden?"
    yield "Hoe houdt de raad grip op wat de partners samen doen?"
