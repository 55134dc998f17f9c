"""What the partners worked out together: costs, hours, leaving, planning, checklists; each worked out once.

Which chapters follow from it: a chapter is there only where the dossier has something to tell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop.report.content.chapters import Chapter
from models.agreements.contributions import CostOutcome, work_out
from models.agreements.hours import HoursOutcome, hours_outcome
from models.agreements.leaving import LeaveOverview, Leaving, leave, leave_overview
from models.agreements.leaving_methods import has_own_figures
from models.dossier import Dossier
from models.dossier.agree import CheckStatus
from models.dossier.base import known
from models.dossier.costs import CostKey
from models.knowledge import Knowledge
from models.knowledge.base import Sourced
from models.knowledge.catalogue import CheckItem, CostKeyText
from models.planning import DecisionCalendar, calendars
from models.planning.situation import AGREEMENTS
from models.vocabulary import LegalBasis
from models.wording.words import shortened

__all__ = ["Agreed", "Checklist"]

_KEY_NAME = 60


class Checklist(NamedTuple):
    """A list with the points that count in this dossier; ``held``: what was filled in, by id of a point."""

    title: str
    points: tuple[CheckItem, ...]
    held: Mapping[str, CheckStatus]


@dataclass(frozen=True)
class Agreed:
    """The outcomes; ``advised``: the legal basis that counts where none is chosen."""

    dossier: Dossier
    knowledge: Knowledge
    advised: LegalBasis | None

    @cached_property
    def chapters(self) -> frozenset[Chapter]:
        """Which chapters have something to tell."""
        return frozenset(self._chapters())

    def _chapters(self) -> Iterator[Chapter]:
        if self._has_costs:
            yield Chapter.COSTS
        if self.hours.lines:
            yield Chapter.HOURS
        if self.leaving is not None:
            yield Chapter.LEAVING
        if any(calendar.steps for calendar in self.calendars):
            yield Chapter.PLANNING
        if self.checklists:
            yield Chapter.CHECKLIST

    # --- costs

    @cached_property
    def costs(self) -> CostOutcome:
        """All keys on the partners that take part."""
        return work_out(self.dossier.kosten, self.dossier.partners.active)

    @property
    def _has_costs(self) -> bool:
        budget = self.costs.budget
        amounts = any(cell.gross for line in budget.lines for cell in line.cells)
        return bool(amounts or any(key.years for key in self.costs.keys))

    @cached_property
    def key_names(self) -> dict[str, str]:
        """The name of each key by id; one without a name is called after its kind."""
        return {key.id: self._key_name(key) for key in self.dossier.kosten.keys}

    def _key_name(self, key: CostKey) -> str:
        return shortened(key.name, _KEY_NAME) or self.key_text(key).name

    def key_text(self, key: CostKey) -> CostKeyText:
        """What the knowledge says about the kind of a key."""
        return next(text for text in self.knowledge.costs.keys if text.id == key.kind.value)

    @property
    def chosen_key(self) -> CostKey | None:
        """The key that the partners chose."""
        kosten = self.dossier.kosten
        return next((key for key in kosten.keys if key.id == kosten.chosen), None)

    # --- hours, leaving, planning

    @cached_property
    def hours(self) -> HoursOutcome:
        """Everything of the section uren."""
        return hours_outcome(self.dossier.uren, [partner.id for partner in self.dossier.partners.active])

    @cached_property
    def leaving(self) -> Leaving | None:
        """The partner that leaves; ``None`` where nothing about leaving was filled in."""
        kosten = self.dossier.kosten
        told = kosten.exit_formula.strip() or kosten.exit_partner or known(kosten.exit_method) or kosten.exit_damages
        if not (told or has_own_figures(kosten)):
            return None
        return leave(kosten, self.dossier.partners.active, self.costs, self.knowledge.costs.exit)

    @cached_property
    def leave_overview(self) -> LeaveOverview:
        """The same for each partner in turn."""
        return leave_overview(self.dossier.kosten, self.dossier.partners.active, self.costs, self.knowledge.costs.exit)

    @cached_property
    def calendars(self) -> tuple[DecisionCalendar, ...]:
        """The calendars that the dossier asks for."""
        planned = self.dossier.besluitvorming
        if planned.start is None and planned.budget_year is None and planned.leaving is None:
            return ()
        return calendars(self.dossier, self.knowledge, self.advised)

    @property
    def records(self) -> Iterator[Sourced]:
        """The knowledge on which these chapters rest, for the list of sources."""
        chapters = self.chapters
        if Chapter.COSTS in chapters:
            yield from (self.key_text(key) for key in self.dossier.kosten.keys)
        if Chapter.LEAVING in chapters:
            yield from self.knowledge.costs.exit
        if Chapter.PLANNING in chapters:
            used = {step.term.id for calendar in self.calendars for step in calendar.steps if step.term is not None}
            yield from (term for term in self.knowledge.law.terms if term.id in used)
        yield from (point for held in self.checklists for point in held.points)

    # --- checklists

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists in which somebody filled something in."""
        return tuple(self._checklists())

    def _checklists(self) -> Iterator[Checklist]:
        choice, lists = self.dossier.rechtsvorm.choice, self.knowledge.checklists
        basis = choice.basis if choice is not None else self.advised
        planned = self.dossier.besluitvorming
        agreement = dict(planned.agreement_checklist)
        if planned.checklist and basis in AGREEMENTS:
            agreement = {**planned.checklist, **agreement}
        elif planned.checklist:
            points = tuple(p for p in lists.regeling if basis is None or not p.for_bases or basis in p.for_bases)
            yield Checklist("Wat er in de regeling staat", points, planned.checklist)
        if agreement:
            title = "Wat er in de dienstverleningsovereenkomst staat"
            yield Checklist(title, lists.dienstverleningsovereenkomst, agreement)
        if self.dossier.medewerkers.checklist:
            yield Checklist("Wat medewerkers nodig hebben", lists.staff, self.dossier.medewerkers.checklist)
