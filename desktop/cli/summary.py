"""The advice in a terminal: the same words as the report's summary, and the ranking in figures."""

import textwrap
from collections.abc import Iterator

from desktop.report.tree import Document, Panel, TitlePage, text_of, walk
from models.advice.results import FormAdvice, FormOutcome, Outcome
from models.knowledge import Knowledge
from models.wording.words import bare_form, code_of, first_upper, score_words

__all__ = ["advice_lines"]

_WIDTH = 88


def advice_lines(document: Document, advice: FormAdvice, knowledge: Knowledge) -> Iterator[str]:
    """Title, advice in words, ranking, and the rows of "In het kort"."""
    for block in walk(document):
        if isinstance(block, TitlePage):
            yield from textwrap.wrap(block.title, _WIDTH)
            yield ""
            yield from (line for text in block.sentences for line in textwrap.wrap(text, _WIDTH))
            yield ""
            if advice.outcome is not Outcome.NO_ADVICE:
                yield from _ranking(advice, knowledge)
        elif isinstance(block, Panel):
            yield from _rows(block)
    yield ""
    yield f"Controlecode {code_of(document.meta.content_hash)}. Dit is geen juridisch advies."


def _ranking(advice: FormAdvice, knowledge: Knowledge) -> Iterator[str]:
    def place(outcome: FormOutcome) -> tuple[bool, int]:
        return outcome.rank is None, outcome.rank or 0

    width = max(len(bare_form(form)) for form in knowledge.form)
    for outcome in sorted(advice.forms, key=place):
        name = first_upper(bare_form(outcome.form))
        reasons = [knowledge.profile[outcome.form][c].excluded_because for c in outcome.excluded_by]
        why = f"  valt af, omdat {reasons[0]}" if reasons else ""
        yield f"  {outcome.rank or '-':>2}  {name:<{width}}  {score_words(outcome.score):>3} van 100{why}"


def _rows(panel: Panel) -> Iterator[str]:
    for row in panel.rows:
        yield ""
        yield row.question
        yield from textwrap.wrap(text_of(row.runs), _WIDTH, initial_indent="  ", subsequent_indent="  ")
