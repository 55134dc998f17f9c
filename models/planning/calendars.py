"""The calendars of a dossier: making the regeling or agreement, the yearly budget, and leaving. Pure functions.

Nothing here knows what day it is: the terms are those that hold on the date of the dossier.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from models.advice.legal.findings import a_year_after
from models.dossier import Dossier
from models.dossier.base import NoAnswer, NoAnswerKind, known
from models.dossier.legal_facts import PowerTransfer
from models.knowledge import Knowledge
from models.planning.days import plus_months
from models.planning.forward import Outcome, Plan, planning_terms_used, run
from models.planning.keys import CalendarKind, Organ, StepKey
from models.planning.notes import NoteKind, PlanNote
from models.planning.procedures import regeling_steps
from models.planning.procedures_leaving import leaving_agreement_steps, leaving_steps
from models.planning.procedures_private import agreement_steps, entity_steps
from models.planning.raden import Raad
from models.planning.results import DecisionCalendar, PlannedStep
from models.planning.situation import (
    AGREEMENTS,
    ENTITIES,
    Regeling,
    Setting,
    basis_of,
    partner_notes,
    raden_of,
    regeling_of,
    seat_notes,
    setting_of,
    touching,
)
from models.planning.step_rules import StepRule, without
from models.vocabulary import LegalBasis, PartnerKind

__all__ = ["decision_calendar", "finished", "guarded", "leaving_calendar", "procedure_term_ids"]

_NO_WORKS_COUNCIL = NoAnswerKind.NOT_APPLICABLE
_TOGETHER: tuple[Organ, ...] = (Organ.BESTUUR, Organ.NIEUWE_ORGANISATIE, Organ.NOTARIS)
"""Bodies of all together, which no single partner has."""
_PUBLISHERS: tuple[Organ, ...] = (Organ.ZETELGEMEENTE, Organ.AANGEWEZEN_GEMEENTE, Organ.CENTRUMGEMEENTE)
"""Bodies of the one municipality that ``besluitvorming.seat`` names."""


def decision_calendar(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None) -> DecisionCalendar:
    """The steps from the first decision to the start, forward from ``besluitvorming.start`` (law.md §6.1-6.7).

    ``basis``: the legal basis that is advised, for a dossier in which none is chosen.
    """
    empty = DecisionCalendar(CalendarKind.BESLUITVORMING, None, None, wished=dossier.besluitvorming.in_force)
    return guarded(empty, lambda: _decision(empty, dossier, knowledge, basis))


def leaving_calendar(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None) -> DecisionCalendar:
    """The steps of the partner that plans to leave, from ``leaving_start`` (law.md §6.8)."""
    empty = DecisionCalendar(CalendarKind.UITTREDEN, None, None, wished=dossier.besluitvorming.leaving_on)
    return guarded(empty, lambda: _leaving(empty, dossier, knowledge, basis))


def guarded(empty: DecisionCalendar, make: Callable[[], DecisionCalendar]) -> DecisionCalendar:
    """What ``make`` makes, or an obstacle where a day would lie outside the calendar."""
    try:
        return make()
    except OverflowError:
        return replace(empty, obstacles=(PlanNote(NoteKind.OUT_OF_RANGE),))


def procedure_term_ids(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None) -> tuple[str, ...]:
    """Ids of the terms in the procedure of this dossier, in order; empty where the procedure is not known yet."""
    found, _ = basis_of(dossier, basis)
    if found is None:
        return ()
    regeling = None if found in AGREEMENTS | ENTITIES else regeling_of(dossier, found)[0]
    if regeling is None and found not in AGREEMENTS | ENTITIES:
        return ()
    rules = _rules(setting_of(dossier, knowledge), found, regeling)
    return tuple(dict.fromkeys(rule.term for rule in rules if rule.term is not None))


def _decision(
    empty: DecisionCalendar, dossier: Dossier, knowledge: Knowledge, advised: LegalBasis | None
) -> DecisionCalendar:
    setting = setting_of(dossier, knowledge)
    obstacles, remarks = partner_notes(setting)
    basis, basis_notes = basis_of(dossier, advised)
    regeling, kind_notes = _regeling(dossier, basis)
    start = dossier.besluitvorming.start
    obstacles = (*obstacles, *(basis_notes if basis is None else ()), *(kind_notes if _stops(basis, regeling) else ()))
    if start is None:
        obstacles = (*obstacles, PlanNote(NoteKind.NO_START))
    known_so_far = replace(empty, basis=basis, regeling=regeling.kind if regeling else None)
    if obstacles or basis is None or start is None:
        return replace(known_so_far, obstacles=obstacles)
    seat, seat_remarks = seat_notes(setting) if regeling is not None else ((), ())
    who = {**dict.fromkeys(_PUBLISHERS, seat), **dict.fromkeys(_TOGETHER, ())}
    raden = raden_of(setting, setting.municipalities)
    rules = _rules(setting, basis, regeling)
    plan = Plan(setting, rules, start, setting.municipalities, raden, who, dossier.besluitvorming.in_force)
    outcome = run(plan)
    before = (*remarks, *basis_notes, *kind_notes, *seat_remarks)
    after = _decision_remarks(setting, basis, regeling, outcome)
    return finished(known_so_far, outcome, setting, raden, before, after)


def _stops(basis: LegalBasis | None, regeling: Regeling | None) -> bool:
    return basis is not None and basis not in AGREEMENTS | ENTITIES and regeling is None


def _regeling(dossier: Dossier, basis: LegalBasis | None) -> tuple[Regeling | None, tuple[PlanNote, ...]]:
    if basis is None or basis in AGREEMENTS | ENTITIES:
        return None, ()
    return regeling_of(dossier, basis)


def _rules(setting: Setting, basis: LegalBasis, regeling: Regeling | None) -> tuple[StepRule, ...]:
    if regeling is not None:
        rules = regeling_steps(regeling, basis)
    else:
        rules = agreement_steps(mandate=_mandate(setting.dossier)) if basis in AGREEMENTS else entity_steps()
    return rules if _works_council(setting.dossier) is not False else without(rules, StepKey.OR_ADVIES)


def _mandate(dossier: Dossier) -> bool:
    facts = dossier.rechtsvorm.facts
    return dossier.rechtsvorm.mandaat or known(facts.powers) is PowerTransfer.MANDATE


def _works_council(dossier: Dossier) -> bool | None:
    """Whether an ondernemingsraad must advise; ``None`` where nobody said, which plans for it."""
    answer = dossier.besluitvorming.works_council
    if isinstance(answer, NoAnswer) and answer.no_answer is _NO_WORKS_COUNCIL:
        return False
    return known(answer)


def _decision_remarks(
    setting: Setting, basis: LegalBasis, regeling: Regeling | None, outcome: Outcome
) -> tuple[PlanNote, ...]:
    notes: list[PlanNote] = []
    if _works_council(setting.dossier) is None:
        notes.append(PlanNote(NoteKind.WORKS_COUNCIL_UNKNOWN))
    if _works_council(setting.dossier) is not False:
        notes += _suspension(setting, outcome.steps)
    if regeling is not None and regeling.raad and regeling.executive is not None:
        notes.append(PlanNote(NoteKind.COURTESY_ROUND))
    if basis in AGREEMENTS:
        notes.append(PlanNote(NoteKind.RAAD_FIRST_IF_DRASTIC))
    notes += _usually_longer(setting, regeling, outcome)
    return tuple(notes)


_FINAL_DECISIONS = (StepKey.BESLUIT, StepKey.RAADSBESLUIT, StepKey.BESLUIT_OPRICHTING, StepKey.BESLUIT_OVEREENKOMST)


def _suspension(setting: Setting, steps: Iterable[PlannedStep]) -> tuple[PlanNote, ...]:
    """A month of waiting where the decision departs from the advice of the ondernemingsraad (WOR 25(6))."""
    by_key = {step.key: step for step in steps}
    decided = next((by_key[key] for key in _FINAL_DECISIONS if key in by_key), None)
    term = setting.book.find("or-opschorting")
    if decided is None or term is None:
        return ()
    until = setting.work.on_or_after(term.after(decided.end))
    return (
        PlanNote(NoteKind.WORKS_COUNCIL_WAIT, step=decided.key, day=decided.end, until=until, name=term.article or ""),
    )


def _usually_longer(setting: Setting, regeling: Regeling | None, outcome: Outcome) -> tuple[PlanNote, ...]:
    """A collegeregeling that is planned faster than is realistic (law.md §6.1: six to nine months)."""
    usual = setting.book.find("doorlooptijd-regeling")
    start = setting.dossier.besluitvorming.start
    if usual is None or regeling is None or regeling.raad or start is None or outcome.first_possible is None:
        return ()
    if outcome.first_possible >= plus_months(start, usual.value):
        return ()
    return (PlanNote(NoteKind.USUALLY_LONGER, number=usual.value, years=(usual.maximum or usual.value,)),)


def _leaving(
    empty: DecisionCalendar, dossier: Dossier, knowledge: Knowledge, advised: LegalBasis | None
) -> DecisionCalendar:
    setting, section = setting_of(dossier, knowledge), dossier.besluitvorming
    basis, basis_notes = basis_of(dossier, advised)
    regeling, kind_notes = _regeling(dossier, basis)
    obstacles = (
        *_leaver_obstacles(dossier),
        *(basis_notes if basis is None else ()),
        *(kind_notes if _stops(basis, regeling) else ()),
        *((PlanNote(NoteKind.LEAVING_BY_STATUTES, basis=basis),) if basis in ENTITIES else ()),
    )
    known_so_far = replace(empty, basis=basis, regeling=regeling.kind if regeling else None)
    if obstacles or basis is None or section.leaving is None or section.leaving_start is None:
        return replace(known_so_far, obstacles=obstacles)
    seat, seat_remarks = seat_notes(setting) if regeling is not None else ((), ())
    rules = leaving_agreement_steps() if regeling is None else leaving_steps(regeling, basis)
    raden = raden_of(setting, (section.leaving,))
    who = {**dict.fromkeys(_PUBLISHERS, seat), **dict.fromkeys(_TOGETHER, ())}
    plan = Plan(
        setting,
        rules,
        section.leaving_start,
        (section.leaving,),
        raden,
        who,
        section.leaving_on,
        section.notice_months,
    )
    outcome = run(plan)
    after: tuple[PlanNote, ...] = (PlanNote(NoteKind.NOTICE_BY_AGREEMENT),)
    if regeling is not None and not regeling.raad:
        after = (PlanNote(NoteKind.ALL_RADEN_UNCLEAR), *after)
    if _works_council(dossier) is not False:
        after = (*after, PlanNote(NoteKind.LEAVING_WORKS_COUNCIL))
    return finished(known_so_far, outcome, setting, raden, (*basis_notes, *kind_notes, *seat_remarks), after)


def _leaver_obstacles(dossier: Dossier) -> tuple[PlanNote, ...]:
    section = dossier.besluitvorming
    if section.leaving is None:
        return (PlanNote(NoteKind.NO_LEAVING),)
    leaver = next((p for p in dossier.partners.active if p.id == section.leaving), None)
    notes: list[PlanNote] = []
    if leaver is None:
        notes.append(PlanNote(NoteKind.LEAVING_NOT_ACTIVE))
    elif leaver.kind is not PartnerKind.GEMEENTE:
        notes.append(PlanNote(NoteKind.LEAVING_NO_MUNICIPALITY, (leaver.id,)))
    if section.leaving_start is None:
        notes.append(PlanNote(NoteKind.NO_LEAVING_START))
    return tuple(notes)


def finished(
    so_far: DecisionCalendar,
    outcome: Outcome,
    setting: Setting,
    raden: tuple[Raad, ...],
    before: Iterable[PlanNote] = (),
    after: Iterable[PlanNote] = (),
) -> DecisionCalendar:
    """The calendar with its steps, and every remark that goes with them, the most pressing first."""
    if outcome.obstacles:
        return replace(so_far, obstacles=tuple(outcome.obstacles))
    steps = tuple(outcome.steps)
    first, last = min(step.start for step in steps), max(step.end for step in steps)
    remarks = (*before, *outcome.remarks, *after, *_about_raden(raden, steps), *_about_terms(setting, steps))
    return replace(
        so_far,
        steps=steps,
        remarks=remarks,
        first_possible=outcome.first_possible,
        in_force=outcome.in_force,
        late_step=outcome.late_step,
        recess=touching(raden, first, last) if any(step.raden for step in steps) else (),
    )


def _about_raden(raden: tuple[Raad, ...], steps: tuple[PlannedStep, ...]) -> tuple[PlanNote, ...]:
    if not any(step.raden for step in steps):
        return ()
    unknown = tuple(raad.partner for raad in raden if not raad.has_meetings)
    backwards = tuple(raad.partner for raad in raden if raad.reversed_recess)
    notes = []
    if unknown:
        notes.append(PlanNote(NoteKind.MEETINGS_UNKNOWN, unknown))
    if backwards:
        notes.append(PlanNote(NoteKind.RECESS_REVERSED, backwards))
    return tuple(notes)


def _about_terms(setting: Setting, steps: tuple[PlannedStep, ...]) -> tuple[PlanNote, ...]:
    book = setting.book
    notes = [PlanNote(NoteKind.STATUTORY_FIXED, name=book.name(key)) for key in book.fixed_but_changed()]
    if any(term.maximum is not None and not term.own for term in planning_terms_used(steps)):
        notes.append(PlanNote(NoteKind.SHORTEST_PLANNED))
    terms = {step.term.id: step.term for step in steps if step.is_statutory and step.term is not None}
    old = [term for term in terms.values() if term.checked_on is not None and book.day > a_year_after(term.checked_on)]
    notes += [PlanNote(NoteKind.TERMS_OLD, name=term.name, day=term.checked_on) for term in old]
    years = sorted({day.year for step in steps for day in (step.counted_end, step.end)})
    unknown = tuple(year for year in years if not setting.work.known(year))
    if unknown:
        notes.append(PlanNote(NoteKind.EQUAL_DAYS_UNKNOWN, years=unknown))
    return tuple(notes)
