"""Plain sums of what people typed about costs. Exact; nothing is assumed.

No figure is made up for what is missing: where answers are missing the sums say how many.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.dossier.base import Answer, known
from models.dossier.costs import CostItem

__all__ = ["PartSum", "amounts_by_year", "item_total", "part_sum"]

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class PartSum:
    """A sum over partners: ``given`` of the ``asked`` filled in a figure."""

    total: Decimal
    given: int
    asked: int

    @property
    def complete(self) -> bool:
        """Whether everybody gave a figure."""
        return self.given == self.asked


def amounts_by_year(items: Iterable[CostItem], years: Iterable[int]) -> Mapping[int, Decimal]:
    """Per year the sum of the amounts, in euros."""
    rows = tuple(items)
    return {year: sum((item.amounts.get(year, _NOTHING) for item in rows), _NOTHING) for year in years}


def item_total(item: CostItem) -> Decimal:
    """All amounts of one item, in euros."""
    return sum(item.amounts.values(), _NOTHING)


def part_sum(answers: Mapping[str, Answer[Decimal]], partners: Iterable[str]) -> PartSum:
    """The sum of what these partners gave; a kind of "no answer" is no figure, and not zero either."""
    asked = tuple(partners)
    given = [figure for p in asked if (figure := known(answers.get(p))) is not None]
    return PartSum(sum(given, _NOTHING), len(given), len(asked))
