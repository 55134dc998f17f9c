"""What every chapter is written from, and the few look-ups that all of them need."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.report.content.chapters import ALWAYS, TITLES, Chapter, letters_of, ordered
from desktop.report.content.presence import told_chapters
from desktop.report.edition import Edition
from desktop.report.tree import Heading
from models.advice.legal import notes_on
from models.advice.legal.results import Finding
from models.vocabulary import CooperationForm, LegalBasis
from models.wording.about import NAME_LENGTH, About

if TYPE_CHECKING:
    from desktop.report.content.actions import Action
    from desktop.report.content.agreed import Agreed

__all__ = ["NAME_LENGTH", "Brief"]

_PLAIN = Edition()


@dataclass(frozen=True)
class Brief(About):
    """What one document is about; ``problems``: contradictions found elsewhere, as sentences."""

    content_hash: str
    problems: tuple[str, ...]
    edition: Edition = _PLAIN

    @cached_property
    def agreed(self) -> "Agreed | None":
        """What the partners worked out together; ``None`` where they filled in nothing of it.

        It asks for arithmetic and words that other reports do without, so they load here.
        """
        if not self._has_agreements:
            return None
        from desktop.report.content.agreed import Agreed

        return Agreed(self.dossier, self.knowledge, self.advice.legal.preferred)

    @property
    def _has_agreements(self) -> bool:
        kosten, planned = self.dossier.kosten, self.dossier.besluitvorming
        return bool(
            kosten.items
            or kosten.keys
            or kosten.exit_formula.strip()
            or kosten.exit_partner
            or kosten.exit_method
            or kosten.exit_percentages
            or kosten.exit_fixed is not None
            or self.dossier.uren.entries
            or planned.start
            or planned.budget_year
            or planned.leaving
            or planned.checklist
            or planned.agreement_checklist
            or self.dossier.medewerkers.checklist
        )

    @cached_property
    def actions(self) -> "tuple[Action, ...]":
        """Who does what by when; it needs the planning, so it waits."""
        from desktop.report.content.actions import actions_of

        return tuple(actions_of(self.dossier, self.knowledge, self.agreed, internal=self.edition.internal))

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters of the advice report, in the order in which they are printed."""
        there = {*ALWAYS, *told_chapters(self.dossier, internal=self.edition.internal)}
        there |= frozenset() if self.agreed is None else self.agreed.chapters
        there |= {Chapter.NEXT} if self.actions else set()
        return ordered(there, self.edition.template.order)

    @cached_property
    def letters(self) -> Mapping[Chapter, str]:
        """The letter of each chapter that this report has."""
        return letters_of(self.chapters)

    def title(self, chapter: Chapter) -> str:
        """What this edition calls a chapter."""
        return self.edition.template.headings.get(chapter, "").strip() or TITLES[chapter]

    def heading(self, chapter: Chapter) -> Heading:
        """The heading of a chapter, with its letter."""
        return Heading(1, self.title(chapter), self.letters[chapter])

    @property
    def chosen_form(self) -> CooperationForm | None:
        """The form that the people chose, if they chose one."""
        choice = self.dossier.vorm.choice
        return choice.form if choice is not None and isinstance(choice.form, CooperationForm) else None

    @property
    def held_basis(self) -> LegalBasis | None:
        """The legal basis that the people chose, else the one advised."""
        choice = self.dossier.rechtsvorm.choice
        return choice.basis if choice is not None else self.advice.legal.preferred

    @cached_property
    def legal_notes(self) -> tuple[Finding, ...]:
        """What the law asks with the basis that is held; without one, with those that are left."""
        basis, dossier = self.held_basis, self.dossier
        if basis is None:
            return self.advice.legal.statute_notes
        kinds = [partner.kind for partner in dossier.partners.active]
        return notes_on(
            basis, dossier.rechtsvorm.facts, self.advice.considered, kinds, dossier.dated, self.knowledge.law
        )
