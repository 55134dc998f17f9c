"""The answers per partner, as far as nobody can work out from them what a few people gave.

Two things stay hidden. What is left of the whole less the partners that are shown may be no group of fewer than five.
And the median of a small group may not, with all that is shown beside it, leave one way only in which its people can
have answered. Where medians would, none of a small group is shown; that they are missing leaves more ways than one too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from models.workshop.statistics import FEWEST_FOR_MEDIAN, FEWEST_SHOWN, Spread, spread_of

__all__ = ["Group", "PartnerSpread", "enough", "partner_spreads"]

_MOST_WAYS, _MOST_PEOPLE = 500, 20
"""So many ways to divide the answers of so many people are tried; beyond that it is tried to swap two answers."""
_Counts = tuple[tuple[int, int], ...]
"""How many people gave an answer, by answer."""


class PartnerSpread(NamedTuple):
    """The people of one partner. ``spread``: None with fewer than five; ``median``: None with fewer than three; both
    also where they would tell what a few people gave.
    """

    partner: str
    n: int
    median: Fraction | None
    spread: Spread | None


class Group(NamedTuple):
    """The answers of the people of one partner. ``secret``: given unseen; ``raised``: hands that the room saw."""

    secret: tuple[int, ...] = ()
    raised: tuple[int, ...] = ()

    @property
    def all(self) -> tuple[int, ...]:
        """Both."""
        return (*self.secret, *self.raised)


def enough(group: Group, fewest: int) -> bool:
    """Whether the answers are enough to tell of; so are the unseen ones, which are the whole less the hands."""
    return len(group.all) >= fewest and (not group.secret or len(group.secret) >= fewest)


def partner_spreads(groups: Mapping[str | None, Group], partners: Sequence[str]) -> tuple[PartnerSpread, ...]:
    """A row for each of ``partners``; ``groups``: everybody who answered, None: without a partner.

    What is shown follows from ``groups`` only: who asks for other partners, or in another order, sees no more.
    """
    open_ = _open(groups)
    medians = _with_median(groups, open_)
    return tuple(_row(key, groups.get(key, Group()), key in open_, key in medians) for key in partners)


def _row(partner: str, group: Group, shown: bool, has_median: bool) -> PartnerSpread:
    spread = spread_of(group.all)
    middle = spread.median if spread is not None and has_median else None
    return PartnerSpread(partner, len(group.all), middle, spread if shown else None)


def _open(groups: Mapping[str | None, Group]) -> set[str | None]:
    """The partners of which the spread is shown: the smallest give way until the rest is large enough, or nobody."""
    shown = sorted(
        (key for key, group in groups.items() if key is not None and enough(group, FEWEST_SHOWN)),
        key=lambda key: (len(groups[key].all), key or ""),
    )
    while shown and not _rest_is_safe(groups, shown):
        shown = shown[1:]
    return set(shown)


def _rest_is_safe(groups: Mapping[str | None, Group], shown: Sequence[str | None]) -> bool:
    rest = [group for key, group in groups.items() if key not in shown]
    whole, secret = sum(len(group.all) for group in rest), sum(len(group.secret) for group in rest)
    return not 0 < whole < FEWEST_SHOWN and not 0 < secret < FEWEST_SHOWN


def _with_median(groups: Mapping[str | None, Group], shown: set[str | None]) -> set[str | None]:
    """The partners of which the median is shown."""
    wanted = {key for key, group in groups.items() if enough(group, FEWEST_FOR_MEDIAN)}
    whole = [value for group in groups.values() for value in group.all]
    if len(whole) < FEWEST_SHOWN:
        # Beside the median of all, another one would tell of the one or two that are not in it.
        return {key for key in wanted if len(groups[key].all) == len(whole)}
    hidden = {key: group for key, group in groups.items() if key not in shown and group.secret}
    counts = tuple(sorted(Counter(value for group in hidden.values() for value in group.secret).items()))
    if not any(len(group.secret) < FEWEST_SHOWN for group in hidden.values()) or len(counts) < 2:
        return wanted
    # The room saw the hands: a median over both would tell of the others.
    asked = {key: key in wanted and not group.raised for key, group in hidden.items()}
    kept = {key for key in wanted if asked.get(key, True)}
    rows = sorted(((tuple(sorted(group.secret)), asked[key]) for key, group in hidden.items()), key=_by_size)
    telling = _telling(counts, tuple((len(held), has) for held, has in rows))
    tells = not _could_be_others(rows) if telling is None else _medians(rows) in telling
    return {key for key in kept if key not in hidden} if tells else kept


_Row = tuple[tuple[int, ...], bool]
"""The answers of a hidden group in order, and whether it has a median."""
_Medians = tuple[int | None, ...]


def _by_size(row: _Row) -> tuple[int, bool]:
    return len(row[0]), row[1]


def _medians(rows: Sequence[_Row]) -> _Medians:
    return tuple(_twice(held) if has else None for held, has in rows)


@lru_cache(maxsize=512)
def _telling(counts: _Counts, groups: tuple[tuple[int, bool], ...]) -> frozenset[_Medians] | None:
    """The medians that would tell exactly what a small group gave, so that they are not shown.

    ``groups``: sizes, and whether they have a median. Who sees none knows that it was one of these: where that tells it
    too, no medians are shown whatever they are. None where there are too many ways to try.
    """
    if sum(size for size, _ in groups) > _MOST_PEOPLE:
        return None
    ways: dict[_Medians, list[set[tuple[int, ...]]]] = {}
    for number, way in enumerate(_divisions(counts, tuple(size for size, _ in groups))):
        if number >= _MOST_WAYS:
            return None
        seen = _medians([(held, has) for held, (_, has) in zip(way, groups, strict=True)])
        kept = ways.setdefault(seen, [set() for _ in groups])
        for place, held in enumerate(way):
            kept[place].add(held)
    small = [place for place, (size, _) in enumerate(groups) if size < FEWEST_SHOWN]
    found = {seen for seen, kept in ways.items() if any(len(kept[place]) == 1 for place in small)}
    known = any(len(set.union(*(ways[seen][place] for seen in found))) == 1 for place in small) if found else False
    return frozenset(ways if known else found)


def _divisions(counts: _Counts, sizes: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every way to divide the answers over groups of these sizes."""
    if len(sizes) == 1:
        yield (tuple(value for value, count in counts for _ in range(count)),)
        return
    for held, left in _taken(counts, sizes[0]):
        for others in _divisions(left, sizes[1:]):
            yield held, *others


def _taken(counts: _Counts, size: int) -> Iterator[tuple[tuple[int, ...], _Counts]]:
    """Every way to take ``size`` answers, with what is left of them."""
    if not counts:
        if not size:
            yield (), ()
        return
    (value, count), rest = counts[0], counts[1:]
    for number in range(max(0, size - sum(more for _, more in rest)), min(count, size) + 1):
        for held, left in _taken(rest, size - number):
            yield (value,) * number + held, ((value, count - number), *left)


def _could_be_others(groups: Sequence[_Row]) -> bool:
    """Whether in each small group somebody could have given what somebody elsewhere gave, with the medians the same."""
    return all(
        any(_could_swap(mine, other) for place, other in enumerate(groups) if place != at)
        for at, mine in enumerate(groups)
        if len(mine[0]) < FEWEST_SHOWN
    )


def _could_swap(mine: _Row, other: _Row) -> bool:
    return any(
        _keeps(mine, one, another) and _keeps(other, another, one)
        for one, another in product(set(mine[0]), set(other[0]))
        if one != another
    )


def _keeps(group: _Row, out: int, into: int) -> bool:
    held, has_median = group
    if not has_median:
        return True
    changed = [*held, into]
    changed.remove(out)
    return _twice(sorted(changed)) == _twice(sorted(held))


def _twice(ordered: Sequence[int]) -> int:
    """Twice the median: a whole number."""
    return ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
