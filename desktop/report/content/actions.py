"""Who does what by when: what follows from planning, factors, stakeholders, checklists and evaluation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.dossier import Dossier
from models.dossier.agree import CheckState
from models.dutch import day
from models.knowledge import Knowledge
from models.wording.words import first_upper, sentence, shortened

if TYPE_CHECKING:
    from desktop.report.content.agreed import Agreed

__all__ = ["Action", "actions_of"]

_WHAT, _WHO, _NAME = 300, 120, 80


@dataclass(frozen=True)
class Action:
    """``when``: its first day, None where nobody said; ``when_words``: as printed; ``why``: where it comes from."""

    what: str
    who: str
    when: date | None
    when_words: str
    why: str


def actions_of(
    dossier: Dossier, knowledge: Knowledge, agreed: "Agreed | None", *, internal: bool
) -> tuple[Action, ...]:
    """All of them, the first day first; those without a day last. ``internal``: those of internal factors too."""
    found = [
        *_planning(dossier, agreed),
        *_measures(dossier, knowledge, internal=internal),
        *_stakeholders(dossier),
        *_checklists(agreed),
        *_reviews(dossier),
    ]
    return tuple(sorted(found, key=lambda action: action.when or date.max))


def _action(what: str, who: str, when: date | None, why: str) -> Action:
    words = "nog niet gepland" if when is None else day(when)
    return Action(shortened(what, _WHAT), shortened(who, _WHO) or "nog niet bekend", when, words, why)


def _planning(dossier: Dossier, agreed: "Agreed | None") -> Iterator[Action]:
    """The decisions of the bodies on the way to the start."""
    if agreed is None or not agreed.calendars:
        return
    from models.planning.keys import CalendarKind
    from models.wording.planning import step_title, when_words, who

    names = {p.id: shortened(p.name, _NAME) for p in dossier.partners.active}
    for calendar in agreed.calendars:
        if calendar.kind is CalendarKind.BESLUITVORMING:
            for step in calendar.steps:
                if step.decision:
                    body = first_upper(who(step, names))
                    yield Action(step_title(step), body, step.start, when_words(step), "planning")


def _measures(dossier: Dossier, knowledge: Knowledge, *, internal: bool) -> Iterator[Action]:
    names = {factor.id: factor.name for factor in knowledge.factors.factors}
    for entry in dossier.factoren.factors:
        if entry.measure.strip() and (internal or not entry.internal):
            about = shortened(entry.text or names.get(entry.factor or "", ""), _NAME)
            yield _action(entry.measure, entry.owner, entry.due, f"factor: {about}" if about else "factor")


def _stakeholders(dossier: Dossier) -> Iterator[Action]:
    for one in dossier.krachtenveld.stakeholders:
        if one.action.strip():
            yield _action(one.action, one.owner, one.due, f"krachtenveld: {shortened(one.name, _NAME)}")


def _checklists(agreed: "Agreed | None") -> Iterator[Action]:
    """The points that are not ready and of which somebody said who or when."""
    for held in () if agreed is None else agreed.checklists:
        for point in held.points:
            status = held.held.get(point.id)
            if status is None or status.state in (CheckState.DONE, CheckState.NOT_APPLICABLE):
                continue
            if status.owner.strip() or status.due is not None:
                yield _action(
                    f"Klaarmaken: {point.text[:1].lower()}{point.text[1:]}", status.owner, status.due, "controlelijst"
                )


def _reviews(dossier: Dossier) -> Iterator[Action]:
    for when, what in ((dossier.opgave.review_on, "De opgave"), (dossier.beginsituatie.review_on, "Wat er al is")):
        if when is not None:
            yield _action(f"{what} opnieuw bekijken", "", when, "afspraak")
    plan = dossier.vaststelling.evaluation
    if plan.first_on is not None:
        yield _action("Eerste evaluatie houden", plan.owner, plan.first_on, "evaluatie")
    for held in dossier.vaststelling.evaluations:
        if held.actions.strip():
            yield _action(sentence(held.actions), held.owner, None, "evaluatie")
