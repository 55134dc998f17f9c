"""What a closed round says: how the answers lie, per partner too, and whether people agree by the rule of before.

Below five answers no distribution leaves this module, below three no median: neither to a screen, nor to a report.
Hands that were raised the room has seen, so that beside them the unseen answers must be that many too.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.advice.agreement import kendalls_w, mean_ranks
from models.workshop.partners import Group, PartnerSpread, enough, partner_spreads
from models.workshop.records import MAX_ROUNDS, ConsensusKind, ConsensusRule, Participant, Round, Subject, SubjectKind
from models.workshop.statistics import FEWEST_FOR_MEDIAN, FEWEST_SHOWN, Spread, spread_of

__all__ = ["Harmony", "Next", "PartnerSpread", "Revealed", "agrees", "harmony", "next_round", "revealed"]


class Harmony(StrEnum):
    """What the rule says of a round."""

    AGREED = "agreed"
    APART = "apart"
    TOO_FEW = "too_few"


class Next(StrEnum):
    """Whether another round makes sense, and if not, why."""

    GO_ON = "go_on"
    AGREED = "agreed"
    UNCHANGED = "unchanged"
    ENOUGH = "enough"


class Revealed(NamedTuple):
    """A closed round. ``n``: answers; ``abstained``: people who gave none; ``spread`` and ``median`` as above.

    ``dots``: per option how many, most first (dots only; empty with fewer than five people); ``by_partner``: in the
    order of ``partners``; ``changed``: how many people gave another answer than in the round before, None in the first,
    and where other people answered: what is more or less than before would be theirs.
    """

    subject: Subject
    number: int
    rule: ConsensusRule
    n: int
    abstained: int
    median: Fraction | None
    spread: Spread | None
    dots: tuple[tuple[str, int], ...]
    by_partner: tuple[PartnerSpread, ...]
    harmony: Harmony
    changed: int | None = None


def agrees(rule: ConsensusRule, spread: Spread, subject: Subject) -> bool:
    """Whether the answers lie as near each other as the rule asks."""
    points = Fraction(rule.points * (2 if subject.kind is SubjectKind.IMPORTANCE else 1))
    if rule.kind is ConsensusKind.MIDDLE_HALF:
        return spread.middle_half <= points
    return spread.near(points) * 100 >= rule.percentage


def revealed(
    round_: Round,
    participants: Sequence[Participant],
    partners: Sequence[str],
    before: Round | None = None,
) -> Revealed:
    """What the closed ``round_`` says; ``before``: the round on the same subject before it."""
    of = _sides(round_, participants)
    groups = _groups(round_, of)
    everybody = Group(*(tuple(value for group in groups.values() for value in group[part]) for part in range(2)))
    spread, subject = spread_of(everybody.all), round_.subject
    shown = spread if enough(everybody, FEWEST_SHOWN) else None
    people = sum(not vote.abstained for vote in round_.votes.values()) + _raised(round_)
    return Revealed(
        subject,
        round_.number,
        round_.rule,
        people,
        sum(vote.abstained for vote in round_.votes.values()) + _raised(round_, abstained=True),
        spread.median if spread is not None and enough(everybody, FEWEST_FOR_MEDIAN) else None,
        shown,
        _dots(round_) if people >= FEWEST_SHOWN else (),
        partner_spreads(groups, partners),
        Harmony.TOO_FEW if shown is None else Harmony.AGREED if agrees(round_.rule, shown, subject) else Harmony.APART,
        None if before is None or not _same_people(before, round_, participants) else _changed(before, round_),
    )


def next_round(rounds: Sequence[Revealed]) -> Next:
    """After these rounds on one subject, oldest first: agreement by the rule, no change, or three rounds end it."""
    if not rounds:
        return Next.GO_ON
    last = rounds[-1]
    if last.harmony is Harmony.AGREED:
        return Next.AGREED
    if last.number >= MAX_ROUNDS:
        return Next.ENOUGH
    if len(rounds) > 1 and last.spread is not None and rounds[-2].spread is not None:
        same = last.spread.counts == rounds[-2].spread.counts and last.changed == 0
        if same:
            return Next.UNCHANGED
    return Next.GO_ON


def harmony(rounds: Iterable[Round]) -> Fraction | None:
    """Kendall's W over rounds on different subjects, of those who answered all of them; None below five such people."""
    held = tuple(rounds)
    everybody = set.intersection(*(set(round_.votes) for round_ in held)) if held else set()
    rows = ([(round_.subject.key, round_.votes[person].value) for round_ in held] for person in sorted(everybody))
    whole = [{key: Fraction(value) for key, value in row if value is not None} for row in rows]
    ranked = [mean_ranks(row) for row in whole if len(row) == len(held)]
    return kendalls_w(ranked) if len(ranked) >= FEWEST_SHOWN else None


def _sides(round_: Round, participants: Sequence[Participant]) -> Mapping[str, str | None]:
    """The partner of each voter, as it was when the round was opened where that was noted."""
    if round_.sides is None:
        return {one.id: one.partner for one in participants}
    return round_.sides


def _groups(round_: Round, of: Mapping[str, str | None]) -> Mapping[str | None, Group]:
    """The answers by partner; of a raised hand only what was counted."""
    secret: dict[str | None, list[int]] = {}
    raised: dict[str | None, list[int]] = {}
    for person, vote in round_.votes.items():
        if vote.value is not None:
            secret.setdefault(of.get(person), []).append(vote.value)
    for row in round_.hands:
        if row.value is not None:
            raised.setdefault(row.partner, []).extend([row.value] * row.count)
    return {key: Group(tuple(secret.get(key, ())), tuple(raised.get(key, ()))) for key in {**secret, **raised}}


def _raised(round_: Round, *, abstained: bool = False) -> int:
    return sum(row.count for row in round_.hands if (row.value is None) is abstained)


def _dots(round_: Round) -> tuple[tuple[str, int], ...]:
    totals: Counter[str] = Counter()
    for vote in round_.votes.values():
        totals.update(vote.dots)
    order = {option.id: place for place, option in enumerate(round_.subject.options)}
    return tuple(sorted(((key, totals[key]) for key in order), key=lambda row: (-row[1], order[row[0]])))


def _same_people(before: Round, after: Round, participants: Sequence[Participant]) -> bool:
    """Whether the same people answered, each for the same partner."""
    answered = [
        {person: of.get(person) for person, vote in round_.votes.items() if not vote.abstained}
        for round_ in (before, after)
        for of in (_sides(round_, participants),)
    ]
    return answered[0] == answered[1]


def _changed(before: Round, after: Round) -> int:
    both = before.votes.keys() & after.votes.keys()
    return sum(before.votes[person] != after.votes[person] for person in both)
