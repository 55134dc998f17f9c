"""What the votes in a board mean: who can decide, who can block, whose votes never matter. Exact fractions."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import NamedTuple

from models.dossier.choose import DecisionRule
from models.dutch import listed, whole

__all__ = ["VotingPower", "meaning_of", "percent", "power_of", "threshold_of", "voting_words"]

_HALF = Fraction(1, 2)
_SHOWN = 3
"""So many pairs are named; more are counted."""


class VotingPower(NamedTuple):
    """Votes and what follows from them, partners by key.

    ``needed``: the fewest votes that decide. ``shares``: exact part of all votes. ``alone``: who decides alone;
    ``pairs``: which two decide together where nobody can alone; ``fewest``: how many partners a decision takes
    at least. ``blocking``: who can stop every decision alone; ``idle``: whose votes never make the difference.
    """

    total: int
    needed: int
    shares: Mapping[str, Fraction]
    alone: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    fewest: int
    blocking: tuple[str, ...]
    idle: tuple[str, ...]


def threshold_of(percentage: Decimal) -> Fraction:
    """The part of the votes that a percentage stands for; 33,3 or 66,67 as people write it is a third or two thirds."""
    places = -int(percentage.normalize().as_tuple().exponent)
    if places > 0:
        for third in (Fraction(1, 3), Fraction(2, 3)):
            exact = Decimal(third.numerator * 100) / Decimal(third.denominator)
            if exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == percentage:
                return third
    return Fraction(percentage) / 100


def power_of(votes: Mapping[str, int], rule: DecisionRule, percentage: Decimal | None = None) -> VotingPower:
    """What ``votes`` mean under a rule.

    Simple majority: more than half of all votes. Qualified: at least ``percentage`` of them, and more than half
    where none is given. Unanimity: all votes. Everybody is taken to be present.
    """
    total = sum(votes.values())
    needed = _needed(total, rule, percentage)
    ordered = sorted(votes, key=lambda key: -votes[key])
    alone = tuple(k for k in ordered if total and votes[k] >= needed)
    pairs = tuple(
        p
        for p in combinations(ordered, 2)
        if votes[p[0]] + votes[p[1]] >= needed and min(map(votes.__getitem__, p)) > 0
    )
    return VotingPower(
        total=total,
        needed=needed,
        shares={key: Fraction(count, total) if total else Fraction(0) for key, count in votes.items()},
        alone=alone,
        pairs=() if alone or not total else pairs,
        fewest=_fewest([votes[key] for key in ordered], needed) if total else 0,
        blocking=tuple(k for k in ordered if total and total - votes[k] < needed),
        idle=_idle(votes, needed) if total else (),
    )


def percent(share: Fraction) -> str:
    """A part as ``33,3%``, half up to one decimal; whole percents without."""
    tenths = floor(share * 1000 + _HALF)
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10},{tenths % 10}%"


def voting_words(
    names: Mapping[str, str],
    votes: Mapping[str, int | None],
    rule: DecisionRule | None,
    percentage: Decimal | None = None,
) -> tuple[str, ...]:
    """What the votes mean, in Dutch sentences. ``votes``: per partner of ``names``, None where not known."""
    counted = {key: count for key, count in votes.items() if count is not None}
    if not counted:
        return ("Vul het aantal stemmen in. Dan staat hier wat de stemmen betekenen.",)
    said = []
    missing = [names[key] for key in names if votes.get(key) is None]
    if missing:
        said.append(f"Nog niet bekend is het aantal stemmen van {_some(missing)}.")
    if rule is None:
        said.append("De besluitregel is nog niet gekozen. Hieronder geldt een gewone meerderheid.")
    if rule is DecisionRule.QUALIFIED_MAJORITY and percentage is None:
        said.append("Het percentage ontbreekt nog. Hieronder geldt meer dan de helft.")
    return (*said, *meaning_of(power_of(counted, rule or DecisionRule.SIMPLE_MAJORITY, percentage), names, rule))


def meaning_of(power: VotingPower, names: Mapping[str, str], rule: DecisionRule | None) -> tuple[str, ...]:
    """The sentences about the votes themselves."""
    if not power.total:
        return ("Geen enkele partner heeft een stem.",)
    count = f"Er {_verb(power.total)} {whole(power.total)} {_votes(power.total)}."
    said = [f"{count} Een besluit vraagt er {'minstens ' if power.needed < power.total else ''}{whole(power.needed)}."]
    enough = "genoeg stemmen" if rule is DecisionRule.QUALIFIED_MAJORITY else "de meerderheid"
    voters = sum(1 for share in power.shares.values() if share > 0)
    if rule is DecisionRule.UNANIMITY:
        said.append("Elke partner met een stem kan een besluit tegenhouden.")
    elif power.alone:
        who = [names[key] for key in power.alone]
        said.append(f"{who[0]} heeft alleen {enough}." if len(who) == 1 else f"{_some(who)} hebben elk {enough}.")
    else:
        said.append(f"Geen partner heeft alleen {enough}.")
        said.extend(_together(power, names, enough, voters))
        said.extend(_blocking(power, names, voters))
    if power.idle:
        own = "De stemmen" if len(power.idle) > 1 else "De stem"
        verb = "maken" if len(power.idle) > 1 else "maakt"
        said.append(f"{own} van {_some([names[key] for key in power.idle])} {verb} nooit het verschil.")
    return tuple(said)


def _needed(total: int, rule: DecisionRule, percentage: Decimal | None) -> int:
    if rule is DecisionRule.UNANIMITY:
        return total
    if rule is DecisionRule.QUALIFIED_MAJORITY and percentage is not None:
        return max(1, ceil(threshold_of(percentage) * total))
    return floor(_HALF * total) + 1


def _fewest(descending: list[int], needed: int) -> int:
    together = 0
    for count, votes in enumerate(descending, 1):
        together += votes
        if together >= needed:
            return count
    return len(descending)


def _idle(votes: Mapping[str, int], needed: int) -> tuple[str, ...]:
    """Who has votes that tip no coalition. The sums that the others can reach stand as the bits of one number."""
    idle = []
    for key, own in votes.items():
        sums = 1
        for other, count in votes.items():
            if other != key:
                sums |= sums << count
        low = max(0, needed - own)
        tips = own > 0 and (sums >> low) & ((1 << (needed - low)) - 1)
        if own > 0 and not tips:
            idle.append(key)
    return tuple(idle)


def _together(power: VotingPower, names: Mapping[str, str], enough: str, voters: int) -> list[str]:
    every = voters * (voters - 1) // 2
    if not power.pairs:
        return [f"Voor een besluit zijn minstens {power.fewest} partners nodig."]
    if len(power.pairs) == every and voters > 2:
        return [f"Elke twee partners hebben samen {enough}."]
    if len(power.pairs) > _SHOWN:
        return [f"{whole(len(power.pairs))} van de {whole(every)} tweetallen hebben samen {enough}."]
    return [f"{names[one]} en {names[other]} hebben samen {enough}." for one, other in power.pairs]


def _blocking(power: VotingPower, names: Mapping[str, str], voters: int) -> list[str]:
    if not power.blocking:
        return []
    if len(power.blocking) == voters:
        return ["Elke partner met een stem kan een besluit tegenhouden."]
    if len(power.blocking) == 1:
        return [f"{names[power.blocking[0]]} kan elk besluit alleen tegenhouden."]
    return [f"{_some([names[key] for key in power.blocking])} kunnen elk besluit alleen tegenhouden."]


def _some(names: list[str]) -> str:
    if len(names) <= 4:
        return listed(names)
    return f"{', '.join(names[:3])} en {len(names) - 3} andere partners"


def _verb(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _votes(count: int) -> str:
    return "stem" if count == 1 else "stemmen"
