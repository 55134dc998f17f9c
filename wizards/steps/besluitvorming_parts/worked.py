"""What follows from the dossier for these pages: calendars and checklists, worked out once for each change."""

from collections.abc import Callable, Mapping
from datetime import date

from models.advice.advise import advise
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning import (
    CalendarKind,
    DecisionCalendar,
    budget_calendar,
    decision_calendar,
    leaving_calendar,
    procedure_term_ids,
)
from models.planning.checklists import Checklist, ChecklistKind, agreement_expected, checklist_of
from models.vocabulary import LegalBasis
from models.wording.about import NAME_LENGTH
from models.wording.words import shortened
from wizards.editor import Editor

__all__ = ["Worked", "advised_basis", "names_of"]

_MAKERS = {
    CalendarKind.BESLUITVORMING: decision_calendar,
    CalendarKind.BEGROTING: budget_calendar,
    CalendarKind.UITTREDEN: leaving_calendar,
}


def names_of(dossier: Dossier) -> Mapping[str, str]:
    """Names of the partners by id, as calendars take them; a long name is shortened."""
    return {p.id: shortened(p.name, NAME_LENGTH) or "zonder naam" for p in dossier.partners.partners}


def advised_basis(dossier: Dossier, knowledge: Knowledge) -> LegalBasis | None:
    """The advised legal basis, for a dossier in which people chose none; ``None`` where they did."""
    if dossier.rechtsvorm.choice is not None:
        return None
    return advise(dossier, knowledge, samples=False).legal.preferred


class Worked:
    """The calendars of the dossier that is open.

    A calendar of forty raden takes fifteen milliseconds, and a page asks for it after each key. So it is kept as long
    as what it rests on is the same.
    """

    def __init__(self, editor: Editor, today: Callable[[], date] = date.today) -> None:
        self.editor, self.today = editor, today
        self._rests_on: tuple[object, ...] = ()
        self._calendars: dict[CalendarKind, DecisionCalendar] = {}
        self._terms: tuple[str, ...] | None = None

    def basis(self) -> LegalBasis | None:
        """The advised legal basis, where people chose none."""
        if self.editor.dossier.rechtsvorm.choice is not None:
            return None
        return self.editor.insight.advice.legal.preferred

    def names(self) -> Mapping[str, str]:
        """Names of the partners by id."""
        return names_of(self.editor.dossier)

    def calendar(self, kind: CalendarKind = CalendarKind.BESLUITVORMING) -> DecisionCalendar:
        """One calendar of the dossier as it is now."""
        basis = self._keep_up()
        if kind not in self._calendars:
            self._calendars[kind] = _MAKERS[kind](self.editor.dossier, self.editor.knowledge, basis)
        return self._calendars[kind]

    def procedure_terms(self) -> tuple[str, ...]:
        """Ids of the terms of the procedure; empty where it is not known yet."""
        basis = self._keep_up()
        if self._terms is None:
            self._terms = procedure_term_ids(self.editor.dossier, self.editor.knowledge, basis)
        return self._terms

    def _keep_up(self) -> LegalBasis | None:
        """Drop what was worked out before the dossier changed; the advised basis."""
        dossier, basis = self.editor.dossier, self.basis()
        rests_on = _rests_on(dossier, basis)
        if not _same(rests_on, self._rests_on):
            self._rests_on, self._terms = rests_on, None
            self._calendars.clear()
        return basis

    def checklist(self, kind: ChecklistKind) -> Checklist:
        """A checklist, held against the decision calendar and the day of today."""
        editor = self.editor
        calendar = self.calendar()
        return checklist_of(kind, editor.dossier, editor.knowledge, self.basis(), calendar=calendar, today=self.today())

    def agreement_expected(self) -> bool:
        """Whether the list of a dienstverleningsovereenkomst belongs here without being asked for."""
        return agreement_expected(self.editor.dossier, self.basis())


def _rests_on(dossier: Dossier, basis: LegalBasis | None) -> tuple[object, ...]:
    section = dossier.besluitvorming
    return (
        dossier.partners,
        dossier.rechtsvorm,
        section.terms,
        section.raad,
        basis,
        dossier.dated,
        section.kind,
        section.start,
        section.in_force,
        section.seat,
        section.works_council,
        section.budget_year,
        section.board_offers_on,
        section.board_adopts_on,
        section.leaving,
        section.leaving_start,
        section.leaving_on,
        section.notice_months,
    )


_SECTIONS = 2


def _same(now: tuple[object, ...], before: tuple[object, ...]) -> bool:
    """Other sections by identity; the answers of this one by value, for an edit of one makes all of them anew."""
    if len(now) != len(before):
        return False
    large = all(one is other for one, other in zip(now[:_SECTIONS], before[:_SECTIONS], strict=True))
    return large and now[_SECTIONS:] == before[_SECTIONS:]
