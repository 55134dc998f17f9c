"""The answers of the oplegnotitie: in the words of the people, else in what follows from the dossier."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desktop.report.content.brief import Brief
from models.advice.results import Outcome
from models.dossier.base import known
from models.dutch import listed
from models.figures import ranked_forms
from models.wording.words import (
    bare_form,
    counted,
    first_upper,
    number_words,
    score_words,
    sentence,
    shortened,
    the_basis,
    the_form,
)

__all__ = ["changes_words", "cut_at_sentence", "watch_words", "weighed_words", "why_now_words"]

_ENDS = re.compile(r"(?<=[.!?])\s+")


def cut_at_sentence(text: str, most: int) -> str:
    """At most ``most`` signs: whole sentences as long as one fits, and "…" where something is left out."""
    flat = " ".join(text[: 4 * most + 400].split())
    if len(flat) <= most and len(text) <= 4 * most + 400:
        return flat
    kept = ""
    for part in _ENDS.split(flat):
        longer = f"{kept} {part}".strip()
        if len(longer) + 2 > most:
            break
        kept = longer
    return f"{kept} …" if kept else shortened(flat, most)


def why_now_words(brief: Brief, most: int) -> str:
    """Their own words, else what set it in motion, else the question."""
    section = brief.dossier.opgave
    told = (brief.dossier.vaststelling.why_now, section.occasion, section.question)
    text = next((text for text in told if text.strip()), "De aanleiding is nog niet beschreven.")
    return sentence(cut_at_sentence(text, most))


def changes_words(brief: Brief, most: int) -> str:
    """Their own words, else what the form and the legal basis bring."""
    told = brief.dossier.vaststelling.changes
    return sentence(cut_at_sentence(told if told.strip() else " ".join(_changes(brief)), most))


def _changes(brief: Brief) -> Iterator[str]:
    choice = brief.dossier.vorm.choice
    if choice is not None and choice.form == "doorgaan":
        yield "De partners gaan door zoals nu. Er komt geen nieuwe organisatie."
        return
    form = brief.chosen_form or brief.advice.considered
    if form is None:
        yield "Dat is nog niet te zeggen: er is nog geen vorm gekozen."
        return
    yield sentence(brief.knowledge.form[form].summary)
    basis = brief.held_basis
    if basis is not None:
        new = brief.knowledge.basis[basis].legal_personality.startswith("Ja")
        organisation = "Er komt een nieuwe organisatie." if new else "Er komt geen nieuwe organisatie."
        yield f"{organisation} De rechtsvorm is {the_basis(basis)}."
    moving = [count for count in brief.dossier.medewerkers.staff.values() if known(count.moves)]
    fte = sum((known(count.fte) or Decimal(0) for count in moving), Decimal(0))
    if fte:
        yield f"Het werk van {number_words(fte)} fte gaat over naar een andere werkgever."
    else:
        yield sentence(brief.knowledge.form[form].staff)


def weighed_words(brief: Brief, most: int) -> str:
    """All five forms with their scores, and going on as now."""
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        return "Vijf samenwerkingsvormen. Er is nog te weinig beantwoord om ze te vergelijken."
    ranked = ranked_forms(advice)
    running = [f for f in ranked if f.rank is not None]
    out = [bare_form(f.form) for f in ranked if f.excluded_by]
    parts = []
    if running:
        units = (" van 100 punten", *("" for _ in running[1:]))
        scores = [f"{the_form(f.form)} ({score_words(f.score)}{unit})" for f, unit in zip(running, units, strict=True)]
        parts.append(f"{first_upper(listed(scores))}.")
    if out:
        parts.append(f"{first_upper(listed(out))} {'valt' if len(out) == 1 else 'vallen'} af.")
    as_now = brief.dossier.vorm.go_on_as_now.strip()
    parts.append("Ook doorgaan zoals nu is bekeken." if as_now else "Doorgaan zoals nu is niet beschreven.")
    return cut_at_sentence(" ".join(parts), max(most, 240))


def watch_words(brief: Brief, most: int) -> str:
    """Where nobody wrote a kanttekening: what speaks against, and warnings of cases."""
    return cut_at_sentence(" ".join(_watched(brief)), most) or "De partners schreven nog geen kanttekeningen op."


def _watched(brief: Brief) -> Iterator[str]:
    form = brief.advice.considered
    if form is not None:
        weak = (brief.cell(form, c.criterion) for c in brief.outcome(form).speaks_against[:2])
        yield from (sentence(cell.unmet) for cell in weak if cell is not None)
    matched = brief.advice.warnings
    if matched:
        titles = [brief.knowledge.warning[m.warning].title for m in matched[:2]]
        lead = first_upper(counted(len(matched), "waarschuwing past", "waarschuwingen passen"))
        told = listed([title[:1].lower() + title[1:] for title in titles])
        yield f"{lead} bij dit dossier. Elders ging het mis: {told}."
