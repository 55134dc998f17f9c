"""The netwerkopstelling: who stood where before and after, in pairs. Attitudes are in no snapshot, nor here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.report.content.workshop_view import View
from desktop.report.styles import FULL
from desktop.report.tree import Block, Column, FigureBlock, KeySentence, Paragraph, Row, Table, cell, plain
from models.figures.stood import stood_figure
from models.wording.words import counted, first_upper, shortened
from models.workshop.records import Snapshot

__all__ = ["network_blocks"]

_NAME = 80
_HOW = (
    "In het midden staat de opgave. Wie dichter bij het midden staat, is er meer bij betrokken. "
    "Het streepje aan een figuur wijst waar zij heen kijkt. Een lijn verbindt wie veel met elkaar te maken heeft."
)


def network_blocks(view: View) -> Iterator[Block]:
    """Empty without snapshots of anybody."""
    held = [_tidy(view, one) for one in view.session.workshop.snapshots if one.places]
    if not held:
        return
    yield KeySentence(_key(held))
    yield Paragraph(plain(_HOW))
    for start in range(0, len(held), 2):
        yield from _pair(held[start : start + 2])


def _tidy(view: View, snapshot: Snapshot) -> Snapshot:
    names = {key: view.told(snapshot.names.get(key, ""), _NAME) for key in snapshot.places}
    return snapshot.model_copy(update={"names": names, "name": view.told(snapshot.name, _NAME)})


def _key(held: Sequence[Snapshot]) -> str:
    people = len({key for one in held for key in one.places})
    stood = first_upper(counted(people, "belanghebbende kreeg een plaats", "belanghebbenden kregen een plaats"))
    return f"{stood}, in {counted(len(held), 'opstelling', 'opstellingen')}."


def _pair(pair: Sequence[Snapshot]) -> Iterator[Block]:
    named = [one if one.name else one.model_copy(update={"name": f"Opstelling {n}"}) for n, one in enumerate(pair, 1)]
    title = " en ".join(one.name for one in named)
    figure = stood_figure(title, named, "de opgave", FULL)
    yield FigureBlock(replace(figure, title=f"Zo stond het: {title}"), figure.alt)
    columns = (Column("Nummer en naam"), *(Column(head, 2) for head in figure.twin.head[2:]))
    rows = []
    for number, name, *where in figure.twin.rows:
        texts = (f"{number}. {name}", *where)
        rows.append(Row(tuple(cell(shortened(text, 160)) for text in texts)))
    yield Table("Wie stond waar?", columns, tuple(rows), unit="het nummer staat in de figuur")
