"""In het kort: the page that is enough for somebody who has two minutes."""

from collections.abc import Iterator
from math import ceil

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.styles import ALONG, BODY
from desktop.report.tree import Block, Contents, KeyFigure, LabelledParagraph, Panel, QuestionAnswer, plain
from models.advice.results import Outcome
from models.figures import difference_of, of_hundred, ranked_forms
from models.figures.metrics import text_width
from models.wording.advice import smallest_tip
from models.wording.words import (
    bare_form,
    counted,
    first_upper,
    number_words,
    percentage,
    score_words,
    sentence,
    shortened,
    spelled,
    the_basis,
    the_form,
)

__all__ = ["in_short"]

_GUIDE = (
    "Onder elke hoofdstuktitel staat één vette zin met de uitkomst. De rest is bewijs. "
    "Letters wijzen de weg, cijfers horen bij besluiten."
)

_ROOM, _ROW = 33.5, 1.25
"""Lines of text on the page for answers, a line of white for each, and chapters; what two chapters take of it."""

_SHORTER = (190, 125)
"""The length of an answer where all of them together are still too long."""

_CHOICE = "Wat kiezen de partners?"
_FIRST_OUT = ("Wat doet het advies kantelen?", _CHOICE, "Waarom?", "Wat is ook gewogen?")
"""What is left out first where there is more to say than fits: each has a chapter of its own."""


def in_short(brief: Brief) -> Iterator[Block]:
    """Panel, guide to the reader, contents."""
    yield Panel("In het kort", tuple(_figures(brief)), tuple(_rows(brief)))
    yield LabelledParagraph("Leeswijzer", plain(_GUIDE))
    yield Contents("Inhoud")


def _figures(brief: Brief) -> Iterator[KeyFigure]:
    advice = brief.advice.form
    if advice.recommended is None:
        needed = number_words(100 * brief.knowledge.profiles.thresholds.coverage)
        share = percentage(advice.coverage)
        yield KeyFigure(share, f"van het belang is beantwoord; voor een advies is {needed}% nodig")
        if advice.missing:
            number = len(advice.missing)
            yield KeyFigure(str(number), "stelling is nog open" if number == 1 else "stellingen zijn nog open")
        yield KeyFigure(str(len(brief.partner_names)), "partners doen mee")
        return
    form = the_form(advice.recommended)
    score = score_words(brief.outcome(advice.recommended).score)
    yield KeyFigure(f"{score} van 100", f"zo goed past {form} bij de antwoorden")
    difference = difference_of(advice)
    if difference is not None:
        yield KeyFigure(_short(difference), "verschil met de volgende vorm, in punten")
    samples = advice.robustness.uniform
    if samples is not None:
        share = of_hundred(samples.first(advice.recommended)).replace("minder dan ", "< ").replace("meer dan ", "> ")
        yield KeyFigure(share, "keer op plaats 1, als het belang van elke stelling willekeurig is")


def _short(difference: str) -> str:
    """The difference for large type: the unit stands in the text beneath."""
    bare = difference.replace(" punten", "").replace(" punt", "").replace("minder dan ", "< ")
    return "0" if bare == "geen verschil" else bare


def _rows(brief: Brief) -> Iterator[QuestionAnswer]:
    """As much as the page holds, so that the list of chapters stays on it."""
    rows = [row for row in _all_rows(brief) if row[1]]
    room = _ROOM - _ROW * ((len(brief.chapters) + 1) // 2)
    for question in _FIRST_OUT:
        if _lines(rows) > room and not (question == _CHOICE and brief.differs):
            rows = [row for row in rows if row[0] != question]
    for most in _SHORTER:
        if _lines(rows) > room:
            rows = [(question, shortened(answer, most)) for question, answer in rows]
    for question, answer in rows:
        yield QuestionAnswer(question, plain(answer))


def _lines(rows: list[tuple[str, str]]) -> int:
    return sum(1 + ceil(text_width(answer, BODY.size) / (0.97 * ALONG)) for _, answer in rows)


def _all_rows(brief: Brief) -> Iterator[tuple[str, str]]:
    yield from (
        ("Samenvatting", shortened(brief.dossier.vaststelling.summary, 400)),
        ("Wat is het advies?", _advice(brief)),
        (_CHOICE, _choice(brief)),
        ("Waarom?", _why(brief)),
        ("Welke rechtsvorm?", _basis(brief)),
        ("Wat kost het?", _costs(brief)),
        ("Wanneer kan het?", _when(brief)),
        ("Wat is ook gewogen?", _weighed(brief)),
        ("Wat doet het advies kantelen?", smallest_tip(brief)),
        ("Waar let u op?", _watch(brief)),
    )


def _costs(brief: Brief) -> str:
    agreed = brief.agreed
    if agreed is None or Chapter.COSTS not in agreed.chapters:
        return ""
    from desktop.report.content.costs_words import costs_key

    return f"{costs_key(agreed)} Hoofdstuk {brief.letters[Chapter.COSTS]} noemt de bijdragen."


def _when(brief: Brief) -> str:
    agreed = brief.agreed
    if agreed is None or Chapter.PLANNING not in agreed.chapters:
        return ""
    from desktop.report.content.planning import planning_key

    return planning_key(brief, agreed.calendars)


def _advice(brief: Brief) -> str:
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        missing = brief.statements(advice.missing[:3])
        first = f" Beantwoord eerst de stellingen over {missing}." if missing else ""
        return f"Er is nog geen advies.{first}"
    if advice.recommended is None:
        return "Er is geen advies. Elke vorm vraagt iets dat volgens de antwoorden niet kan."
    form = the_form(advice.recommended)
    summary = brief.knowledge.form[advice.recommended].summary
    if advice.outcome is Outcome.NOT_CLEAR:
        if len(advice.contenders) > 1:
            close = brief.forms(advice.contenders)
            return f"De beste vormen liggen dicht bij elkaar: {close}. Dan gaat licht voor zwaar."
        return f"{first_upper(form)} staat bovenaan, maar dat hangt sterk af van het belang van de stellingen."
    provisional = " Dit is voorlopig." if advice.outcome is Outcome.PROVISIONAL else ""
    return f"{first_upper(form)}. {summary}{provisional}"


def _choice(brief: Brief) -> str:
    choice = brief.dossier.vorm.choice
    if choice is None:
        return ""
    chosen = "doorgaan zoals nu" if choice.form == "doorgaan" else the_form(choice.form)
    if not brief.differs:
        return f"De partners volgen het advies en kiezen {chosen}."
    reason = f" Hun reden: {sentence(shortened(choice.reason, 240))}" if choice.reason.strip() else ""
    return f"De partners kiezen {chosen}. Dat is anders dan het advies.{reason}"


def _why(brief: Brief) -> str:
    form = brief.advice.form.recommended
    if form is None:
        return ""
    strongest = brief.outcome(form).speaks_for[:2]
    texts = [cell.met for c in strongest if (cell := brief.cell(form, c.criterion)) is not None]
    return " ".join(sentence(text) for text in texts)


def _basis(brief: Brief) -> str:
    legal = brief.advice.legal
    if legal.preferred is None:
        return sentence(legal.preferred_because)
    number = len(legal.questions)
    still = f" Er {'is' if number == 1 else 'zijn'} nog {counted(number, 'vraag', 'vragen')} open." if number else ""
    chosen = brief.dossier.rechtsvorm.choice
    if chosen is not None and chosen.basis is not legal.preferred:
        other = first_upper(the_basis(chosen.basis))
        return f"{other}, naar keuze van de partners. Het advies is {the_basis(legal.preferred)}.{still}"
    return f"{first_upper(the_basis(legal.preferred))}: de lichtste rechtsvorm die volstaat.{still}"


def _weighed(brief: Brief) -> str:
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        return ""
    others = [f for f in ranked_forms(advice) if f.form is not advice.recommended]
    running = [f"{bare_form(f.form)} ({score_words(f.score)})" for f in others if f.rank is not None]
    out = [bare_form(f.form) for f in others if f.excluded_by]
    parts = []
    if running:
        parts.append(f"Score van 0 tot 100: {', '.join(running)}.")
    if out:
        verb = "valt" if len(out) == 1 else "vallen"
        parts.append(f"{first_upper(spelled(len(out)))} {verb} af: {', '.join(out)}.")
    if parts and brief.dossier.vorm.go_on_as_now.strip():
        parts.append("Ook doorgaan zoals nu is bekeken.")
    return " ".join(parts)


def _watch(brief: Brief) -> str:
    parts = []
    form = brief.advice.considered
    if form is not None:
        weak = brief.outcome(form).speaks_against[:1]
        parts += [sentence(cell.unmet) for c in weak if (cell := brief.cell(form, c.criterion)) is not None]
    matched = brief.advice.warnings
    if matched:
        first = brief.knowledge.warning[matched[0].warning].title
        lead = first_upper(counted(len(matched), "waarschuwing past", "waarschuwingen passen"))
        which = "Het gaat om" if len(matched) == 1 else "De eerste"
        parts.append(f"{lead} bij dit dossier. {which}: {sentence(first[:1].lower() + first[1:])}")
    if brief.problems:
        number = counted(len(brief.problems), "tegenspraak", "tegenspraken")
        parts.append(f"Het dossier bevat {number}: zie hoofdstuk {brief.letters[Chapter.OPEN]}.")
    return " ".join(parts)
