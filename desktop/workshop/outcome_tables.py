"""What closed rounds say as tables and figures, as far as it may be told."""

from collections.abc import Sequence

from desktop.workshop.stand import Stand
from models.figures.dot_rows import DotRow, dot_rows_figure, middle_words
from models.figures.figure import Figure
from models.wording.words import first_upper
from models.wording.workshop_words import middle_words as number_words
from models.wording.workshop_words import partner_name
from models.workshop.records import Subject, SubjectKind
from models.workshop.revealed import Harmony, PartnerSpread, Revealed
from models.workshop.statistics import FEWEST_FOR_MEDIAN, FEWEST_SHOWN
from wizards.widgets.bars import Bar
from wizards.widgets.read_table import Sheet

__all__ = ["dot_bars", "partner_sheet", "round_sheet", "votes_figure"]

TOO_FEW = "te weinig"
"""Shorter than in the room: these tables stand beside a list."""
_HARMONY = {Harmony.AGREED: "eens", Harmony.APART: "nog niet eens", Harmony.TOO_FEW: TOO_FEW}
_ROWS = (
    "Antwoorden",
    "Geen antwoord",
    "Midden",
    "Middelste helft",
    "Eens?",
    "Veranderd",
)
_PARTNER_HEADS = ("Antwoorden", "Midden", "Middelste helft")


def round_sheet(rounds: Sequence[Revealed]) -> Sheet:
    """A column per round on one subject; for dots only how many people gave them."""
    heads = tuple(f"Ronde {one.number}" for one in rounds)
    dots = bool(rounds) and rounds[-1].subject.kind is SubjectKind.DOTS
    cells = tuple(_round_cells(before, now) for before, now in zip((None, *rounds), rounds, strict=False))
    rows = tuple((label, tuple(cell[at] for cell in cells)) for at, label in enumerate(_ROWS[:2] if dots else _ROWS))
    return Sheet(heads, rows)


def _round_cells(before: Revealed | None, now: Revealed) -> tuple[str, ...]:
    # With few answers in either round, what changed between them would tell who gave which.
    told = before is not None and before.spread is not None and now.spread is not None and now.changed is not None
    return (
        str(now.n),
        str(now.abstained),
        _hidden(now.n, FEWEST_FOR_MEDIAN) if now.median is None else number_words(now.median),
        _hidden(now.n, FEWEST_SHOWN) if now.spread is None else middle_words(now.spread),
        _HARMONY[now.harmony],
        str(now.changed) if told else "–",
    )


def partner_sheet(stand: Stand, round_: Revealed) -> Sheet:
    """A row per partner."""
    rows = tuple(
        (first_upper(partner_name(stand.editor.dossier, row.partner)), _partner_cells(row)) for row in round_.by_partner
    )
    return Sheet(_PARTNER_HEADS, rows, corner="Partner")


def _partner_cells(row: PartnerSpread) -> tuple[str, str, str]:
    if not row.n:
        return "0", "–", "–"
    middle = _hidden(row.n, FEWEST_FOR_MEDIAN) if row.median is None else number_words(row.median)
    half = _hidden(row.n, FEWEST_SHOWN) if row.spread is None else middle_words(row.spread)
    return str(row.n), middle, half


def _hidden(n: int, fewest: int) -> str:
    return TOO_FEW if n < fewest else "blijft dicht"


def votes_figure(rounds: Sequence[Revealed], width: float) -> Figure:
    """The answers per round as dots."""
    rows = [
        DotRow(
            label=f"Ronde {one.number}",
            n=one.n,
            median=one.median,
            spread=one.spread,
            note=f"{one.n} {'antwoord' if one.n == 1 else 'antwoorden'}",
            said=(_HARMONY[one.harmony],),
        )
        for one in rounds
    ]
    title = "Zo liggen de antwoorden"
    return dot_rows_figure(title, rows, rounds[-1].subject.scale, width=width)


def dot_bars(round_: Revealed) -> tuple[Bar, ...]:
    """How many dots each option got, most first; none where too few people gave them."""
    texts = _texts(round_.subject)
    most = max((count for _, count in round_.dots), default=0) or 1
    return tuple(
        Bar(texts[key], count / most, str(count), leading=count == most and count > 0)
        for key, count in round_.dots
        if key in texts
    )


def _texts(subject: Subject) -> dict[str, str]:
    return {option.id: option.text for option in subject.options}
