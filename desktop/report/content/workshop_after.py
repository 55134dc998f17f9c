"""What people agreed, what waits, and what comes next."""

from collections.abc import Iterator
from datetime import date

from desktop.report.content.chapters import numbered
from desktop.report.content.workshop_view import View
from desktop.report.tree import (
    Block,
    Column,
    KeySentence,
    Mark,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    cell,
    plain,
)
from models.dutch import day, listed
from models.wording.words import counted, first_upper, sentence, spelled
from models.workshop.decisions import can_be_set
from models.workshop.records import Agreement, Subject
from models.workshop.revealed import Harmony

__all__ = ["NO_DECISION", "after_blocks"]

NO_DECISION = "Dit verslag is geen advies en geen besluit."
_MOST_NAMED = 4


def after_blocks(view: View, letter: str, dossier: Iterator[Block]) -> Iterator[Block]:
    """Agreements, parking list, next steps; ``dossier``: what stood in the dossier already."""
    yield KeySentence(_key(view))
    sections = (
        ("Afspraken", _agreements(view)),
        ("Geparkeerde punten", _parked(view)),
        ("Wat nu volgt", _next(view)),
        ("Wat al in het dossier stond", dossier),
    )
    yield from numbered(letter, sections)
    yield Paragraph(plain(NO_DECISION), ParagraphKind.NOTE)


def _made(view: View) -> list[Agreement]:
    """The agreements, the first day first."""
    held = [row for row in view.session.workshop.agreements if row.text.strip()]
    return sorted(held, key=lambda row: row.due or date.max)


def _key(view: View) -> str:
    made = len(_made(view))
    waiting = sum(not row.done for row in view.session.workshop.parked if row.text.strip())
    agreed = f"De groep maakte {counted(made, 'afspraak', 'afspraken')}" if made else "De groep maakte geen afspraken"
    return (
        f"{agreed}. {first_upper(counted(waiting, 'punt staat', 'punten staan'))} nog geparkeerd."
        if waiting
        else f"{agreed}."
    )


def _agreements(view: View) -> Iterator[Block]:
    rows = []
    for row in _made(view):
        due = "Nog geen datum" if row.due is None else day(row.due)
        texts = (due, sentence(view.told(row.text)), first_upper(view.who(row.owner)) or "Nog niet bekend")
        rows.append(Row(tuple(cell(text) for text in texts)))
    if rows:
        columns = (Column("Wanneer"), Column("Wat is afgesproken", 2.6), Column("Wie", 1.6))
        yield Table("De afspraken van de werksessie", columns, tuple(rows))


def _parked(view: View) -> Iterator[Block]:
    held = [row for row in view.session.workshop.parked if row.text.strip()]
    if not held:
        return
    columns = (Column("Stand"), Column("Punt", 4))
    rows = []
    for row in sorted(held, key=lambda row: row.done):
        mark, word = (Mark.DONE, "besproken") if row.done else (Mark.OPEN, "wacht nog")
        rows.append(Row((cell(word, mark=mark), cell(sentence(view.told(row.text))))))
    yield Table("Punten voor later", columns, tuple(rows))


def _next(view: View) -> Iterator[Block]:
    steps = [text for text in _steps(view) if text]
    if steps:
        yield NumberedList(tuple(plain(text) for text in steps))


def _steps(view: View) -> Iterator[str]:
    apart = [one for one in view.scaled if view.last(one).harmony is Harmony.APART]
    if apart:
        yield f"Praat verder over {_some(view, apart)}. Daarover is de groep het nog niet eens."
    few = [one for one in view.scaled if view.last(one).harmony is Harmony.TOO_FEW]
    if few:
        yield f"Vraag meer mensen om een antwoord over {_some(view, few)}. Er waren te weinig antwoorden."
    agreed = (one for one in view.scaled if view.last(one).harmony is Harmony.AGREED)
    unset = [one for one in agreed if can_be_set(one, None) and view.decision(one) is None]
    if unset:
        yield f"Zet samen een antwoord bij {_some(view, unset)}. De groep is het daarover al eens."
    waiting = sum(not row.done for row in view.session.workshop.parked if row.text.strip())
    if waiting:
        yield f"Bespreek {'het geparkeerde punt' if waiting == 1 else f'de {spelled(waiting)} geparkeerde punten'}."
    if first := next((row for row in _made(view) if row.due is not None), None):
        assert first.due is not None
        yield f"Kom op {day(first.due)} terug op de eerste afspraak."
    if open_ones := [row for row in _made(view) if not row.owner.strip() or row.due is None]:
        number = counted(len(open_ones), "afspraak", "afspraken")
        yield f"Spreek bij {number} nog af wie het doet en wanneer."


def _some(view: View, subjects: list[Subject]) -> str:
    labels = [view.topic(one.key) for one in subjects]
    lower = [label if label[1:2].isupper() else label[:1].lower() + label[1:] for label in labels]
    if len(lower) <= _MOST_NAMED:
        return listed(lower)
    return f"{', '.join(lower[: _MOST_NAMED - 1])} en nog {len(lower) - _MOST_NAMED + 1} onderwerpen"
