"""What differs in money between two dossiers: the chosen key, what each partner pays per year, the totals. Exact."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.agreements.contributions import work_out
from models.agreements.outcome import KeyOutcome
from models.dossier import Dossier
from models.dossier.costs import CostKey

__all__ = ["ChosenKey", "MoneyChange", "MoneyComparison", "MoneyKind", "money_changes"]


class MoneyKind(StrEnum):
    """Which amount."""

    STRUCTURAL = "structural"
    """What is paid each year."""
    ONE_OFF = "one_off"
    """What is paid once, in that year."""


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """One amount that differs, in euros; None where there is no such amount.

    ``partner``: its id, None for all together (what is to be shared); ``year``: None for all years together.
    """

    kind: MoneyKind
    partner: str | None
    year: int | None
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class ChosenKey:
    """The key that was chosen. ``works``: whether the contributions under it can be worked out."""

    id: str
    kind: str
    name: str
    works: bool


@dataclass(frozen=True, slots=True)
class MoneyComparison:
    """The keys and the amounts that differ, by kind, then partner (all together last), then year (all years last)."""

    key_before: ChosenKey | None
    key_after: ChosenKey | None
    changes: tuple[MoneyChange, ...]

    @property
    def key_differs(self) -> bool:
        """Whether another key was chosen, or the same one became another."""
        return self.key_before != self.key_after

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not self.key_differs and not self.changes

    def of(self, kind: MoneyKind) -> tuple[MoneyChange, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)


_Place = tuple[MoneyKind, str | None, int | None]


def money_changes(before: Dossier, after: Dossier) -> MoneyComparison:
    """What differs in money; partners that left or came have amounts on one side only."""
    done, again = _choice(before), _choice(after)
    first, second = _amounts(done), _amounts(again)
    partners = dict.fromkeys(p.id for dossier in (before, after) for p in dossier.partners.active)
    years = sorted({year for _, _, year in (*first, *second) if year is not None})
    changes = tuple(_changed(first, second, [*partners, None], [*years, None]))
    return MoneyComparison(_key(before, done), _key(after, again), changes)


def _changed(
    first: dict[_Place, Decimal], second: dict[_Place, Decimal], partners: list[str | None], years: list[int | None]
) -> Iterator[MoneyChange]:
    for kind in MoneyKind:
        for partner in partners:
            for year in years:
                old, new = first.get((kind, partner, year)), second.get((kind, partner, year))
                if old != new:
                    yield MoneyChange(kind, partner, year, old, new)


def _choice(dossier: Dossier) -> KeyOutcome | None:
    kosten = dossier.kosten
    if kosten.chosen is None:
        return None
    return work_out(kosten, dossier.partners.active, only=kosten.chosen).choice


def _key(dossier: Dossier, choice: KeyOutcome | None) -> ChosenKey | None:
    chosen: CostKey | None = next((k for k in dossier.kosten.keys if k.id == dossier.kosten.chosen), None)
    if chosen is None:
        return None
    return ChosenKey(chosen.id, chosen.kind.value, chosen.name.strip(), choice is not None and bool(choice.years))


def _amounts(choice: KeyOutcome | None) -> dict[_Place, Decimal]:
    """Every amount under the chosen key; none where there is no such key, or where it cannot be worked out."""
    found: dict[_Place, Decimal] = {}

    def add(kind: MoneyKind, partner: str | None, year: int, amount: Decimal) -> None:
        found[kind, partner, year] = amount
        found[kind, partner, None] = found.get((kind, partner, None), Decimal(0)) + amount

    for year in choice.years if choice is not None else ():
        add(MoneyKind.STRUCTURAL, None, year.year, year.to_share)
        add(MoneyKind.ONE_OFF, None, year.year, year.one_off)
        for row in year.contributions:
            add(MoneyKind.STRUCTURAL, row.partner, year.year, row.structural)
            add(MoneyKind.ONE_OFF, row.partner, year.year, row.one_off)
    return found
