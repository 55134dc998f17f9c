"""The tables of the view Uittreden: schedules side by side, taking over by year and by partner, every partner.

Rows and columns as data; the report and the spreadsheet have tables of their own.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from models.agreements.contributions import CostOutcome
from models.agreements.leaving import LeaveOverview, Leaving, leave, leave_overview
from models.agreements.leaving_takeover import TakenOver, Takeover
from models.agreements.money import euros
from models.dossier import Dossier
from models.dossier.costs import KostenSection
from models.knowledge import Knowledge
from models.wording.leaving import BEYOND_NAME, NOTHING, cents_words, method_name
from wizards.steps.kosten_parts.outcome import outcome_of
from wizards.widgets.read_table import Sheet, Value

__all__ = [
    "Side",
    "leaving_of",
    "overview_of",
    "overview_sheet",
    "partner_sheet",
    "schedule_sheet",
    "takeover_sheet",
]

Names = Mapping[str, str]


class Side(StrEnum):
    """Which amounts of the partners that stay are shown."""

    EXTRA = "extra"
    BEFORE = "before"
    AFTER = "after"


class _Case:
    """What an outcome rests on; alike only where these are the very same objects."""

    __slots__ = ("dossier", "knowledge", "kosten", "outcome")

    def __init__(self, dossier: Dossier, knowledge: Knowledge) -> None:
        self.dossier, self.knowledge = dossier, knowledge
        self.kosten: KostenSection = dossier.kosten
        self.outcome: CostOutcome = outcome_of(dossier)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Case) and self.kosten is other.kosten and self.outcome is other.outcome

    def __hash__(self) -> int:
        return hash((id(self.kosten), id(self.outcome)))


@lru_cache(maxsize=2)
def _both(case: _Case) -> tuple[Leaving, LeaveOverview]:
    partners, texts = case.dossier.partners.active, case.knowledge.costs.exit
    given = (case.kosten, partners, case.outcome, texts)
    return leave(*given), leave_overview(*given)


def leaving_of(dossier: Dossier, knowledge: Knowledge) -> Leaving:
    """What comes out for the partner that the dossier names."""
    return _both(_Case(dossier, knowledge))[0]


def overview_of(dossier: Dossier, knowledge: Knowledge) -> LeaveOverview:
    """What comes out for each partner."""
    return _both(_Case(dossier, knowledge))[1]


def _value(amount: int | None) -> Value:
    return None if amount is None else euros(amount)


def _row(amounts: tuple[int | None, ...]) -> tuple[tuple[str, ...], tuple[Value, ...]]:
    return tuple(cents_words(amount) for amount in amounts), tuple(_value(amount) for amount in amounts)


def _sheet(
    heads: tuple[str, ...], rows: tuple[tuple[str, tuple[int | None, ...]], ...], corner: str, bold: frozenset[int]
) -> Sheet:
    cells = tuple(_row(amounts) for _label, amounts in rows)
    shown = tuple((label, texts) for (label, _amounts), (texts, _values) in zip(rows, cells, strict=True))
    return Sheet(heads, shown, bold, corner, tuple(values for _texts, values in cells))


def schedule_sheet(leaving: Leaving) -> Sheet:
    """Every method that gives a sum, by year after leaving, with its sum; the one that applies is bold.

    Damage after the bridging has a row of its own without a sum: it does not count.
    """
    counted = tuple(method for method in leaving.methods if method.total_cents is not None)
    late = {row.number: row.cents for method in counted for row in method.beyond}
    numbers = sorted({row.number for method in counted for row in method.years} | set(late))
    if not numbers:
        return Sheet()
    left = leaving.left_in
    heads = tuple(f"Jaar {n}" if left is None else str(left + n) for n in numbers)
    rows: list[tuple[str, tuple[int | None, ...]]] = [
        (method_name(method), (*(method.cents_in(n) for n in numbers), method.total_cents)) for method in counted
    ]
    if late:
        rows.append((BEYOND_NAME, (*(late.get(n) for n in numbers), None)))
    bold = frozenset(place for place, method in enumerate(counted) if method.id == leaving.applied)
    return _sheet((*heads, "Uittreedsom"), tuple(rows), "Manier", bold)


def takeover_sheet(takeover: Takeover) -> Sheet:
    """By year: what falls away, what is avoided, what the others take over, and what the exit sum covers."""
    years = takeover.years
    if not years:
        return Sheet()
    rows: list[tuple[str, tuple[int | None, ...]]] = [
        ("Bijdrage van de vertrekker", tuple(row.leaver_cents for row in years)),
        ("Deel dat wegvalt", tuple(row.avoided_cents for row in years)),
        ("De anderen nemen over", tuple(row.stranded_cents for row in years)),
        ("Uittreedsom", tuple(row.exit_cents for row in years)),
        ("Blijft ongedekt", tuple(row.uncovered_cents for row in years)),
    ]
    with_sum = tuple((label, (*amounts, _sum(amounts))) for label, amounts in rows)
    return _sheet((*(str(row.year) for row in years), "Samen"), with_sum, "Per jaar", frozenset({2, 4}))


def _sum(amounts: tuple[int | None, ...]) -> int | None:
    found = tuple(amount for amount in amounts if amount is not None)
    return sum(found) if len(found) == len(amounts) else None


def partner_sheet(takeover: Takeover, names: Names, side: Side) -> Sheet:
    """By partner that stays and by year: its contribution with or without the leaver, or the difference."""
    years = takeover.years
    if not years:
        return Sheet()
    staying = [partner.partner for partner in years[0].partners]
    rows = [
        (names.get(partner, NOTHING), tuple(_side(row.partners[place], side) for row in years))
        for place, partner in enumerate(staying)
    ]
    rows.append(("Samen", tuple(sum(_side(p, side) for p in row.partners) for row in years)))
    with_sum = tuple((label, (*amounts, sum(amounts))) for label, amounts in rows)
    return _sheet((*(str(row.year) for row in years), "Samen"), with_sum, "Partner", frozenset({len(staying)}))


def _side(partner: TakenOver, side: Side) -> int:
    if side is Side.BEFORE:
        return partner.before_cents
    return partner.after_cents if side is Side.AFTER else partner.extra_cents


def overview_sheet(overview: LeaveOverview, names: Names) -> Sheet:
    """Each partner, if it would leave: contribution, lowest and highest exit sum, and what the others take over."""
    if all(row.contribution_cents is None and row.high_cents is None for row in overview.rows):
        return Sheet()
    heads = ("Bijdrage per jaar", "Laagste som", "Hoogste som", "Som die geldt", "Anderen, jaar 1")
    rows = tuple(
        (
            names.get(row.partner, NOTHING),
            (
                row.contribution_cents,
                row.low_cents,
                row.high_cents,
                row.applied_cents,
                row.stranded_cents[0] if row.stranded_cents else None,
                row.stranded_total_cents,
            ),
        )
        for row in overview.rows
    )
    return _sheet((*heads, f"Anderen, {overview.count} jaar"), rows, "Partner", frozenset())
