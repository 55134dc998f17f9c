"""What all sheets of one workbook share, and the few look-ups that they need."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.spreadsheet.grid import Book
from models.agreements.contributions import CostOutcome
from models.dossier import Dossier
from models.dossier.costs import CostKey, KostenSection
from models.dossier.explore import Partner
from models.knowledge import Knowledge
from models.wording.words import shortened

__all__ = ["FIRST", "NAME_WIDTH", "Case", "names_of"]

FIRST = 1
"""The first column after the names of the partners."""
NAME_WIDTH = 34.0

_NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Case:
    """Dossier, knowledge, what was worked out, the sheets made so far, and the names of partners by id."""

    dossier: Dossier
    knowledge: Knowledge
    outcome: CostOutcome
    book: Book
    names: Mapping[str, str]

    @property
    def kosten(self) -> KostenSection:
        """The section kosten."""
        return self.dossier.kosten

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The partners that take part."""
        return self.dossier.partners.active

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are worked out."""
        return self.outcome.budget.years

    @property
    def start(self) -> int:
        """The year in which the cooperation begins; years before it hold one-off cost only."""
        return self.outcome.budget.start

    @property
    def start_place(self) -> int:
        """Its place in the years."""
        return self.outcome.budget.start_place

    def key_name(self, key: CostKey) -> str:
        """The name of a key, or that of its kind."""
        return key.name.strip() or self.kind_name(key)

    def kind_name(self, key: CostKey) -> str:
        """The name of the kind of a key."""
        return next((text.name for text in self.knowledge.costs.keys if text.id == key.kind), str(key.kind))


def names_of(dossier: Dossier) -> Mapping[str, str]:
    """The names of the partners that take part, by id; a long one is shortened."""
    return {p.id: shortened(p.name, _NAME_LENGTH) or "zonder naam" for p in dossier.partners.active}
