"""What comes next: who does what by when."""

from collections.abc import Iterator, Sequence

from desktop.report.content.actions import Action
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.tree import Block, Column, KeySentence, Paragraph, Row, Table, bold, cell, plain
from desktop.report.tree import Cell as TableCell
from models.wording.words import counted, first_upper

__all__ = ["next_chapter"]


def next_chapter(brief: Brief) -> Iterator[Block]:
    """One table, the first day first."""
    actions = brief.actions
    yield brief.heading(Chapter.NEXT)
    yield KeySentence(_key(actions))
    if text := _elsewhere(brief):
        yield Paragraph(plain(text))
    columns = (Column("Wanneer"), Column("Wat er gebeurt", 2.6), Column("Wie", 1.8), Column("Komt uit", 1.6))
    note = "Vet betekent: dag of naam ontbreekt nog." if any(_lacks(action) for action in actions) else ""
    yield Table("Wie doet wat, en wanneer?", columns, tuple(_row(action) for action in actions), note=note)


def _key(actions: Sequence[Action]) -> str:
    first = next((action for action in actions if action.when is not None), None)
    number = first_upper(counted(len(actions), "stap volgt", "stappen volgen"))
    if first is None:
        return f"{number}. De dagen zijn nog niet gepland."
    lacking = sum(_lacks(action) for action in actions)
    open_ones = f" Bij {counted(lacking, 'stap', 'stappen')} ontbreekt de dag of de naam." if lacking else ""
    return f"{number}. De eerste is op {first.when_words}.{open_ones}" if _is_day(first) else f"{number}.{open_ones}"


def _is_day(action: Action) -> bool:
    """Whether the words of its time are one day."""
    return " tot en met " not in action.when_words and not action.when_words.startswith("uiterlijk")


def _lacks(action: Action) -> bool:
    return action.when is None or action.who == "nog niet bekend"


def _row(action: Action) -> Row:
    who = TableCell((bold(action.who),)) if action.who == "nog niet bekend" else cell(action.who)
    when = first_upper(action.when_words)
    return Row((cell(when), cell(first_upper(action.what)), who, cell(action.why)))


def _elsewhere(brief: Brief) -> str:
    parts = []
    if Chapter.PLANNING in brief.letters:
        parts.append(f"Alle stappen van de planning staan in hoofdstuk {brief.letters[Chapter.PLANNING]}.")
    if Chapter.CHECKLIST in brief.letters:
        parts.append(f"Alle punten die open zijn, staan in hoofdstuk {brief.letters[Chapter.CHECKLIST]}.")
    return " ".join(parts)
