"""What comes out of all keys, worked out once for each change of the costs or of the partners."""

from functools import lru_cache

from models.agreements.contributions import CostOutcome, work_out
from models.dossier import Dossier
from models.dossier.costs import KostenSection
from models.dossier.explore import PartnersSection

__all__ = ["outcome_of"]

_KEPT = 2
"""How many outcomes stay in memory: the present one, and the one before it for undo."""


class _Case:
    """The sections on which an outcome rests, alike only where they are the very same objects.

    To compare their contents would cost as much as to work them out; a dossier never changes in place.
    """

    __slots__ = ("kosten", "partners")

    def __init__(self, kosten: KostenSection, partners: PartnersSection) -> None:
        self.kosten, self.partners = kosten, partners

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Case) and self.kosten is other.kosten and self.partners is other.partners

    def __hash__(self) -> int:
        return hash((id(self.kosten), id(self.partners)))


@lru_cache(maxsize=_KEPT)
def _worked_out(case: _Case) -> CostOutcome:
    return work_out(case.kosten, case.partners.active)


def outcome_of(dossier: Dossier) -> CostOutcome:
    """The budget and the outcome of every key of this dossier."""
    return _worked_out(_Case(dossier.kosten, dossier.partners))
