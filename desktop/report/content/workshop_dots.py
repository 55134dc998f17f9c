"""What the group put its dots on: each list sorted, most dots first."""

from collections.abc import Iterator

from desktop.report.content.workshop_view import View
from desktop.report.styles import FULL
from desktop.report.tree import (
    Align,
    Block,
    Column,
    FigureBlock,
    Heading,
    KeySentence,
    Paragraph,
    Row,
    Table,
    cell,
    plain,
)
from models.figures.dot_bars import dot_bars_figure
from models.wording.words import counted, first_upper, sentence, shortened
from models.workshop.records import Subject, SubjectKind
from models.workshop.revealed import Revealed

__all__ = ["dots_blocks"]

_OPTION, _MOST_BARS = 160, 20


def dots_blocks(view: View, letter: str) -> Iterator[Block]:
    """A section for each list; empty without lists."""
    lists = view.of_kind(SubjectKind.DOTS)
    if not lists:
        return
    yield KeySentence(_key(view, lists))
    for number, subject in enumerate(lists, start=1):
        title = shortened(view.told(subject.title), 120) or "Lijst zonder naam"
        yield Heading(2, title, f"{letter}{number}")
        yield from _list(view, subject)


def _key(view: View, lists: tuple[Subject, ...]) -> str:
    if len(lists) > 1:
        return f"De groep verdeelde stippen over {counted(len(lists), 'lijst', 'lijsten')}."
    best = _best(view, lists[0])
    return sentence(f"De meeste stippen kreeg: {best}") if best else "De groep verdeelde stippen over één lijst."


def _best(view: View, subject: Subject) -> str:
    """The option with the most dots, if there is one."""
    dots = view.last(subject).dots
    if not dots or not dots[0][1] or (len(dots) > 1 and dots[1][1] == dots[0][1]):
        return ""
    return shortened(_options(view, subject).get(dots[0][0], ""), 80).rstrip(".")


def _options(view: View, subject: Subject) -> dict[str, str]:
    return {option.id: view.told(option.text, _OPTION) or "zonder naam" for option in subject.options}


def _list(view: View, subject: Subject) -> Iterator[Block]:
    rounds = view.on(subject)
    last = rounds[-1]
    yield Paragraph(plain(_told(subject, last)))
    if not last.dots:
        return
    names, total = _options(view, subject), sum(count for _, count in last.dots)
    rows = [(names.get(key, "zonder naam"), count) for key, count in last.dots]
    if len(rows) <= _MOST_BARS:
        figure = dot_bars_figure("Waar de stippen liggen", rows, FULL)
        yield FigureBlock(figure, figure.alt, unit="aantal stippen")
    yield _table(rows, total, rounds)


def _told(subject: Subject, last: Revealed) -> str:
    people = first_upper(counted(last.n, "deelnemer verdeelde", "deelnemers verdeelden"))
    given = f"{people} stippen: elk hooguit {subject.dots}."
    if last.abstained:
        given += f" {first_upper(counted(last.abstained, 'deelnemer gaf', 'deelnemers gaven'))} er geen."
    return given if last.dots else f"{given} Dat zijn te weinig mensen om de uitkomst te laten zien."


def _table(rows: list[tuple[str, int]], total: int, rounds: tuple[Revealed, ...]) -> Table:
    """The same figures, with those of earlier rounds beside them."""
    keys, before = [key for key, _ in rounds[-1].dots], [dict(one.dots) for one in rounds[:-1] if one.dots]
    columns = [Column("Plaats"), Column("Keuze", 4), Column("Stippen", 0.9, Align.RIGHT)]
    columns += [Column(f"Eerder ({number})", 0.9, Align.RIGHT) for number in range(1, len(before) + 1)]
    made = []
    for key, (name, count) in zip(keys, rows, strict=True):
        place = 1 + sum(other > count for _, other in rows)
        earlier = (str(one.get(key, 0)) for one in before)
        made.append(Row(tuple(cell(text) for text in (str(place), name, str(count), *earlier))))
    return Table("De stippen geteld", tuple(columns), tuple(made), unit=f"aantal stippen, van {total} samen")
