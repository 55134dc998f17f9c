"""What every chapter is written from, and the few look-ups that all of them need."""

from dataclasses import dataclass
from functools import cached_property

from models.advice.legal import notes_on
from models.advice.legal.results import Finding
from models.vocabulary import CooperationForm, LegalBasis
from models.wording.about import NAME_LENGTH, About

__all__ = ["NAME_LENGTH", "Brief"]


@dataclass(frozen=True)
class Brief(About):
    """What one report is about; ``problems``: contradictions found elsewhere, as sentences."""

    content_hash: str
    problems: tuple[str, ...]

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
