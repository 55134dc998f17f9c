"""Runs a procedure forward from a day: when each step begins and ends, and what must be said about it.

Days count whole: a planning term of seven days that begins on Monday ends on Sunday, and so on the Monday after,
because a step ends on a working day. The next step begins on the working day after. A statutory term of 56 days
begun by receipt on day R ends on R + 56. What waits for several steps begins after the last of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.planning.days import plus_days
from models.planning.keys import Organ, StepKey
from models.planning.notes import NoteKind, PlanNote
from models.planning.raden import Raad
from models.planning.results import PlannedStep, RaadDay
from models.planning.situation import Setting
from models.planning.step_rules import StepRule, Timing
from models.planning.terms import TermKind, UsedTerm, forward_end, notice_term

__all__ = ["Outcome", "Plan", "planning_terms_used", "run"]


class Plan(NamedTuple):
    """What a procedure is run with.

    ``partners``: whose bodies act; ``who``: the partners of an organ where they differ; ``wished``: the day that
    people want; ``notice``: in months, ``None`` where nobody said.
    """

    setting: Setting
    rules: tuple[StepRule, ...]
    begin: date
    partners: tuple[str, ...]
    raden: tuple[Raad, ...]
    who: Mapping[Organ, tuple[str, ...]]
    wished: date | None = None
    notice: int | None = None


@dataclass
class Outcome:
    """The steps as planned, with the first day on which the last moment can be."""

    steps: list[PlannedStep] = field(default_factory=list)
    obstacles: list[PlanNote] = field(default_factory=list)
    remarks: list[PlanNote] = field(default_factory=list)
    first_possible: date | None = None
    in_force: date | None = None
    late_step: StepKey | None = None


def run(plan: Plan) -> Outcome:
    """Every step of the procedure, or obstacles where a term does not hold on the date of the dossier."""
    runner = _Runner(plan)
    missing = runner.missing_terms()
    if missing:
        return Outcome(obstacles=missing)
    for rule in plan.rules:
        runner.add(rule)
    out = runner.out
    order = {rule.key: place for place, rule in enumerate(plan.rules)}
    out.steps.sort(key=lambda step: (step.start, order[step.key]))
    if plan.wished is not None and out.first_possible is not None and plan.wished < out.first_possible:
        out.late_step = runner.late(plan.wished)
        out.remarks.insert(
            0, PlanNote(NoteKind.WISHED_TOO_EARLY, step=out.late_step, day=plan.wished, until=out.first_possible)
        )
    return out


class _Runner:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._setting = plan.setting
        self.out = Outcome()
        self._done: dict[StepKey, PlannedStep] = {}
        self._next: dict[StepKey, date] = {}

    def missing_terms(self) -> list[PlanNote]:
        """Terms of the law or the planning that do not hold on the date of the dossier."""
        book = self._setting.book
        wanted = dict.fromkeys(rule.term for rule in self._plan.rules if rule.term is not None)
        if any(rule.timing is Timing.VIEW for rule in self._plan.rules):
            wanted |= dict.fromkeys(("atw-weken",))
        return [
            PlanNote(NoteKind.TERM_NOT_VALID, name=book.name(key), day=book.day)
            for key in wanted
            if book.find(key) is None
        ]

    def add(self, rule: StepRule) -> None:
        """Plan one step; what it waits for is planned already."""
        begin, because = self._begin(rule)
        match rule.timing:
            case Timing.PLAN:
                self._planned(rule, begin, because)
            case Timing.MOMENT:
                self._keep(rule, begin, begin, begin, because, None, begin)
            case Timing.VIEW:
                self._view(rule, begin, because)
            case Timing.RAAD:
                self._raad(rule, begin, because)
            case Timing.START:
                self._start(rule)
            case Timing.NOTICE:
                self._notice(rule, begin, because)

    def _begin(self, rule: StepRule) -> tuple[date, StepKey | None]:
        waits = [key for key in rule.waits if key in self._next]
        if not waits:
            return self._plan.begin, None
        last = max(waits, key=lambda key: self._next[key])
        return self._setting.work.on_or_after(self._next[last]), last

    def _term(self, rule: StepRule) -> UsedTerm:
        term = self._setting.book.find(rule.term or "")
        assert term is not None  # missing_terms went before
        return term

    def _planned(self, rule: StepRule, begin: date, because: StepKey | None) -> None:
        term = self._term(rule)
        days = (term.after(begin) - begin).days
        counted = plus_days(begin, max(days - 1, 0))
        end = self._setting.work.on_or_after(counted)
        # A step to which people give no time at all costs none: the next one can begin on the same day.
        self._keep(rule, begin, end, counted, because, term, plus_days(end, 1) if days else end)

    def _view(self, rule: StepRule, begin: date, because: StepKey | None) -> None:
        term, work = self._term(rule), self._setting.work
        found = forward_end(term, begin, work, self._setting.book)
        assert found is not None  # missing_terms went before
        counted, end = found
        raden = tuple(raad.speaks(begin, end, work) for raad in self._plan.raden)
        self._keep(rule, begin, end, counted, because, term, plus_days(end, 1), raden)
        if end != counted:
            self._say(NoteKind.TERM_MOVED, rule, day=counted, until=end)
        through = [raad.partner for raad in self._plan.raden if raad.in_recess(begin, end)]
        silent = [day.partner for day in raden if day.day is None]
        self._of_partners(NoteKind.TERM_THROUGH_RECESS, rule, through)
        self._of_partners(NoteKind.NO_MEETING_IN_TERM, rule, silent)
        self._earlier(rule, begin, end)

    def _earlier(self, rule: StepRule, begin: date, end: date) -> None:
        """All raden may answer before the term ends; then it ends early (Wgr 1(3))."""
        firsts = [raad.first_meeting_in(begin, end) for raad in self._plan.raden]
        known = [day for day in firsts if day is not None]
        if len(known) == len(firsts) and known and max(known) < end:
            self._say(NoteKind.VIEWS_CAN_BE_EARLIER, rule, day=max(known))

    def _raad(self, rule: StepRule, begin: date, because: StepKey | None) -> None:
        term, work = self._term(rule), self._setting.work
        days = (term.after(begin) - begin).days
        raden = tuple(raad.decides(begin, days, work) for raad in self._plan.raden)
        if not raden:  # the municipality that leaves has no raad among the partners: never in a valid dossier
            self._planned(rule, begin, because)
            return
        end = max(day.day for day in raden if day.day is not None)
        counted = max(day.from_day for day in raden)
        self._keep(rule, begin, end, counted, because, term, plus_days(end, 1), raden)
        self._of_partners(NoteKind.RECESS_LENGTHENS, rule, [day.partner for day in raden if day.recess_days])
        given = {raad.partner for raad in self._plan.raden if raad.has_meetings}
        self._of_partners(
            NoteKind.MEETINGS_RUN_OUT, rule, [d.partner for d in raden if not d.meeting and d.partner in given]
        )

    def _start(self, rule: StepRule) -> None:
        waits = [key for key in rule.waits if key in self._done]
        last = max(waits, key=lambda key: self._done[key].end)
        first = self._done[last].end
        day = first if self._plan.wished is None else max(first, self._plan.wished)
        self.out.first_possible, self.out.in_force = first, day
        self._keep(rule, day, day, day, last, None, day)

    def _notice(self, rule: StepRule, begin: date, because: StepKey | None) -> None:
        months = self._plan.notice
        if months is None:
            self._say(NoteKind.NOTICE_UNKNOWN, rule)
        elif months:
            term = notice_term(months)
            end = term.after(begin)
            self._keep(rule, begin, end, end, because, term, plus_days(end, 1))

    def _keep(
        self,
        rule: StepRule,
        start: date,
        end: date,
        counted: date,
        because: StepKey | None,
        term: UsedTerm | None,
        following: date,
        raden: tuple[RaadDay, ...] = (),
    ) -> None:
        article = rule.article if term is None or term.article is None else term.article
        waits = tuple(key for key in rule.waits if key in self._done)
        partners = self._plan.who.get(rule.organ, self._plan.partners)
        step = PlannedStep(
            rule.key,
            rule.organ,
            partners,
            start,
            end,
            counted,
            term,
            article,
            rule.decision,
            ready=rule.ready,
            waits=waits,
            because=because,
            raden=raden,
        )
        self._done[rule.key], self._next[rule.key] = step, following
        self.out.steps.append(step)

    def late(self, wished: date) -> StepKey:
        """The step that still runs, or has yet to begin, on a wished day that is too early.

        It is the first of the chain of steps that decided the outcome, each of which began after the one before.
        """
        chain: list[PlannedStep] = []
        key: StepKey | None = next(rule.key for rule in self._plan.rules if rule.timing is Timing.START)
        key = self._done[key].because if key is not None else None
        while key is not None:
            chain.append(self._done[key])
            key = chain[-1].because
        late = [step for step in reversed(chain) if step.end > wished]
        return late[0].key if late else chain[0].key

    def _say(self, kind: NoteKind, rule: StepRule, day: date | None = None, until: date | None = None) -> None:
        self.out.remarks.append(PlanNote(kind, step=rule.key, day=day, until=until))

    def _of_partners(self, kind: NoteKind, rule: StepRule, partners: Iterable[str]) -> None:
        found = tuple(partners)
        if found:
            self.out.remarks.append(PlanNote(kind, found, step=rule.key))


def planning_terms_used(steps: Iterable[PlannedStep]) -> tuple[UsedTerm, ...]:
    """The planning terms of these steps, each once."""
    found = {step.term.id: step.term for step in steps if step.term and step.term.kind is TermKind.PLANNING}
    return tuple(found.values())
