"""The flow: phases, order, what a step needs, the short route, and the one function that says how a step stands.

Navigation, task list and check page all ask :func:`status_of`; nothing else decides a status. Without Qt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.check import Finding, FindingKind
from models.dossier import Dossier, Progress, Recheck
from models.dossier.base import ImmutableDict
from models.dossier.section import Section
from models.knowledge import Knowledge
from models.knowledge.flow import StepLink
from models.vocabulary import StepId

__all__ = [
    "Status",
    "StepStatus",
    "is_empty",
    "mark_finished",
    "mark_rechecks",
    "route",
    "status_of",
    "status_without_check",
    "statuses",
    "unmet",
]


class Status(StrEnum):
    """How a step stands; never more than these five."""

    NOT_STARTED = "not_started"
    BUSY = "busy"
    FINISHED = "finished"
    RECHECK = "recheck"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class StepStatus:
    """The status of one step; ``reasons``: in words, for a recheck or a problem."""

    step: StepId
    status: Status
    reasons: tuple[str, ...] = ()


def route(dossier: Dossier, knowledge: Knowledge) -> tuple[StepId, ...]:
    """The steps in order: all fourteen, or those of the short route."""
    return tuple(s.id for s in knowledge.steps.steps if s.short_route or not dossier.short_route)


def is_empty(dossier: Dossier, step: StepId) -> bool:
    """Whether nobody filled in anything in ``step``."""
    section = dossier.section(step)
    return section == type(section).model_construct()


def status_of(dossier: Dossier, step: StepId, findings: tuple[Finding, ...]) -> StepStatus:
    """How ``step`` stands. ``findings``: what :func:`models.check.check_dossier` found in this dossier.

    A contradiction goes before everything, a recheck before "afgerond": both must be seen.
    """
    problems = tuple(f.text for f in findings if f.step is step and f.kind is FindingKind.CONTRADICTION)
    progress = dossier.progress.get(step, Progress())
    if problems:
        return StepStatus(step, Status.PROBLEM, problems)
    status = status_without_check(progress, empty=is_empty(dossier, step))
    return StepStatus(step, status, tuple(recheck.reason for recheck in progress.recheck))


def status_without_check(progress: Progress, *, empty: bool) -> Status:
    """How a step stands, apart from contradictions: all that a list of dossiers can say without reading them."""
    if progress.recheck:
        return Status.RECHECK
    if progress.finished:
        return Status.FINISHED
    return Status.NOT_STARTED if empty else Status.BUSY


def statuses(dossier: Dossier, knowledge: Knowledge, findings: tuple[Finding, ...]) -> tuple[StepStatus, ...]:
    """The status of every step of the route, in order."""
    return tuple(status_of(dossier, step, findings) for step in route(dossier, knowledge))


def _enough_partners(dossier: Dossier) -> bool:
    return len(dossier.partners.active) >= 2


def _statements_begun(dossier: Dossier) -> bool:
    return bool(dossier.vorm.answers) or dossier.vorm.choice is not None


def _legal_facts_begun(dossier: Dossier) -> bool:
    return not is_empty(dossier, StepId.RECHTSVORM)


SUFFICES: Mapping[StepId, Callable[[Dossier], bool]] = {
    StepId.PARTNERS: _enough_partners,
    StepId.VORM: _statements_begun,
    StepId.RECHTSVORM: _legal_facts_begun,
}
"""When a step holds enough for the steps that need it."""


def unmet(dossier: Dossier, step: StepId, knowledge: Knowledge) -> tuple[StepLink, ...]:
    """What ``step`` still needs, in words. It can be entered all the same and shows what it can."""
    return tuple(need for need in knowledge.step[step].needs if not SUFFICES[need.step](dossier))


def mark_finished(dossier: Dossier, step: StepId, finished: bool) -> Dossier:
    """The next dossier, in which the user said whether ``step`` is finished; that also answers a recheck."""
    return dossier.model_copy(update={"progress": _with(dossier, {step: Progress(finished=finished)})})


def mark_rechecks(before: Dossier, after: Dossier, knowledge: Knowledge) -> Dossier:
    """``after``, with every begun step that a change touches marked "opnieuw bekijken", with the reason.

    Later answers stay as they are. A step that is empty has nothing to look at again.
    """
    marks: dict[StepId, Progress] = {}
    for changed in StepId:
        old, new = before.section(changed), after.section(changed)
        if old is new or _answers(old) == _answers(new):
            continue
        for link in knowledge.step[changed].touches:
            progress = marks.get(link.step, after.progress.get(link.step, Progress()))
            mark = Recheck(reason=link.reason, changed_step=changed)
            if mark not in progress.recheck and not is_empty(after, link.step):
                marks[link.step] = progress.model_copy(update={"recheck": (*progress.recheck, mark)})
    return after.model_copy(update={"progress": _with(after, marks)}) if marks else after


_BESIDE = {"notes": (), "review_on": None}
"""What stands in a section beside its answers: a note or a day to look again makes no later answer doubtful."""


def _answers(section: Section) -> Section:
    beside = {name: empty for name, empty in _BESIDE.items() if name in type(section).model_fields}
    return section.model_copy(update=beside)


def _with(dossier: Dossier, marks: Mapping[StepId, Progress]) -> dict[StepId, Progress]:
    return ImmutableDict({**dossier.progress, **marks})
