"""What the rounds do to the advice: each partner's own ranking, the joint one, and what makes it tip.

A trial: the answers that rounds propose stand in a copy of the dossier that nobody saves. Medians of the people of a
partner count as its answers, with three people or more, the lower one where it lies between two; so does the median of
all as the joint answer, until the group sets another. An answer that was set and is other in the dossier by now does
not count: somebody took it back, or gave another one by hand. That is a look ahead, never an answer.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from models.advice.advise import advise
from models.advice.results import Advice
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.workshop.decisions import answer_in, decision_of, proposals, set_in_dossier
from models.workshop.records import Decision, Subject, SubjectKind
from models.workshop.revealed import Revealed

__all__ = ["Effect", "effect_of", "latest"]


class Effect(NamedTuple):
    """``before``: the advice on the dossier; ``after``: with what the rounds gave; ``used``: rounds that count."""

    before: Advice
    after: Advice
    trial: Dossier
    used: tuple[Revealed, ...]

    @property
    def turned(self) -> bool:
        """Whether another form comes first than before."""
        return self.before.form.recommended is not self.after.form.recommended


def latest(rounds: Iterable[Revealed]) -> Mapping[str, Revealed]:
    """The last round on each subject."""
    return {round_.subject.key: round_ for round_ in sorted(rounds, key=lambda r: r.number)}


def effect_of(
    dossier: Dossier, knowledge: Knowledge, rounds: Iterable[Revealed], decisions: tuple[Decision, ...]
) -> Effect:
    """The advice with and without the last rounds on statements and their importance (without samples: 0.03 s each)."""
    known = {criterion.value for criterion in knowledge.criterion}
    used = tuple(
        round_
        for round_ in latest(rounds).values()
        if round_.subject.kind in {SubjectKind.SCORE, SubjectKind.IMPORTANCE} and round_.subject.ref in known
    )
    trial = dossier
    for round_ in used:
        trial = _with_round(trial, round_, decisions)
    before = advise(dossier, knowledge, samples=False)
    return Effect(before, advise(trial, knowledge, samples=False) if trial is not dossier else before, trial, used)


def _with_round(dossier: Dossier, round_: Revealed, decisions: tuple[Decision, ...]) -> Dossier:
    active = {one.id for one in dossier.partners.active}
    for partner, median in (*((row.partner, row.median) for row in round_.by_partner), (None, round_.median)):
        if partner is None or partner in active:
            dossier = _with_answer(dossier, round_.subject, partner, median, decisions)
    return dossier


def _with_answer(
    dossier: Dossier, subject: Subject, partner: str | None, median: Fraction | None, decisions: tuple[Decision, ...]
) -> Dossier:
    decision, held = decision_of(decisions, subject, partner), answer_in(dossier, subject, partner)
    if decision is not None and held is not None:
        return dossier  # what was set, or what somebody put in its place
    values = proposals(median)
    return set_in_dossier(dossier, subject, values[0], partner) if values else dossier
