"""How far the partners agree: Kendall's coefficient of concordance W over their rankings, with ties.

Kendall & Babington Smith (1939); the correction for ties as in Siegel & Castellan (1988). [advice-model, "Partners"]
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

__all__ = ["kendalls_w", "mean_ranks"]


def mean_ranks(scores: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Ranks from 1 (highest score); equal scores share the mean of the places that they take."""
    values = list(scores.values())
    return {
        key: 1 + sum(other > score for other in values) + Fraction(sum(other == score for other in values) - 1, 2)
        for key, score in scores.items()
    }


def kendalls_w(rankings: Sequence[Mapping[str, Fraction]]) -> Fraction | None:
    """W of m rankings (mean ranks) of the same n objects: 1 when all agree, 0 when the rank sums are equal.

    None when there are fewer than two rankings or objects, or when every ranking is one single tie.
    """
    if len(rankings) < 2 or len(rankings[0]) < 2:
        return None
    m, n = len(rankings), len(rankings[0])
    sums = [sum((ranking[key] for ranking in rankings), Fraction(0)) for key in rankings[0]]
    mean = Fraction(m * (n + 1), 2)
    spread = sum(((total - mean) ** 2 for total in sums), Fraction(0))
    ties = sum(_tie_term(list(ranking.values())) for ranking in rankings)
    bottom = m * m * (n**3 - n) - m * ties
    return 12 * spread / bottom if bottom else None


def _tie_term(ranks: Sequence[Fraction]) -> int:
    counts = {rank: ranks.count(rank) for rank in ranks}
    return sum(t**3 - t for t in counts.values())
