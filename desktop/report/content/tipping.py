"""What would tip the advice, in words and as a table."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.report.content.brief import Brief
from desktop.report.tree import Block, Column, LabelledParagraph, Row, Table, cell, plain
from models.advice.results import Outcome
from models.advice.tipping import TippingPoint
from models.vocabulary import CooperationForm
from models.wording.words import counted, first_upper, the_form

__all__ = ["Wording", "tipping_blocks"]

_MOST = 8


class Wording(NamedTuple):
    """What the answers are called of which the tipping is told: by default those of the dossier."""

    now: str = "Nu"
    answer: str = "Antwoord nu"
    caption: str = "Wat doet het advies kantelen?"


_IN_DOSSIER = Wording()


def tipping_blocks(brief: Brief, words: Wording = _IN_DOSSIER) -> Iterator[Block]:
    """A sentence, and the table of single answers that tip the advice, smallest change first."""
    tips = brief.advice.form.robustness.tipping
    leader = _leader(brief, words)
    if not tips:
        text = f"{leader}Geen enkel antwoord verandert alleen wie op plaats 1 staat, ook niet van 1 naar 5."
        yield LabelledParagraph("Kantelen", plain(text))
        return
    first = tips[0].change.points
    points = counted(first, "punt", "punten")
    text = f"{leader}De kleinste verandering die plaats 1 doet wisselen, is {points} bij één antwoord."
    if first > 1:
        text += " Verandert één antwoord minder, dan blijft plaats 1 gelijk."
    yield LabelledParagraph("Kantelen", plain(text))
    yield _table(brief, tips, words)


def _leader(brief: Brief, words: Wording) -> str:
    """Who leads now, where that is not plainly the form advised: there "the advice" would be unclear."""
    advice = brief.advice.form
    if advice.outcome is not Outcome.NOT_CLEAR:
        return ""
    verb = "heeft" if len(advice.winners) == 1 else "hebben"
    return f"{words.now} {verb} {brief.forms(advice.winners)} de hoogste score. "


def _table(brief: Brief, tips: tuple[TippingPoint, ...], words: Wording) -> Table:
    columns = (Column("Stelling"), Column(words.answer, 1), Column("Kantelt bij", 1), Column("Dan bovenaan", 2.4))
    rows = []
    for tip in tips[:_MOST]:
        change = tip.change
        winners = [first_upper(the_form(CooperationForm(form))) for form in tip.winners]
        then = " en ".join([winners[0], *(w[:1].lower() + w[1:] for w in winners[1:])]) if winners else "geen vorm"
        texts = (brief.label(change.criterion), str(change.before), str(change.after), then)
        rows.append(Row(tuple(cell(text) for text in texts)))
    unit = "één antwoord verandert, de andere blijven gelijk"
    note = f"De tabel noemt de {_MOST} kleinste veranderingen van {len(tips)}." if len(tips) > _MOST else ""
    return Table(words.caption, columns, tuple(rows), unit=unit, note=note)
