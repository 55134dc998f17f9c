"""The legitimacy arrangements that follow from how one steers [S1 wegwijzer 6]."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from models.knowledge.catalogue import SteeringText
from models.vocabulary import SteeringKind

__all__ = ["SuggestedArrangement", "centres_of", "suggested_arrangements"]


class SuggestedArrangement(NamedTuple):
    """An arrangement of ``steering.yaml`` by id, and the kinds of steering that ask for it."""

    arrangement: str
    kinds: tuple[SteeringKind, ...]


def centres_of(weights: Mapping[SteeringKind, int], main: SteeringKind | None = None) -> tuple[SteeringKind, ...]:
    """Where the steering has its centres: ``main`` first, then what weighs at least four fifths of the heaviest.

    ``weights``: 0 to 10. Equal weights stand in the order of the vocabulary; nothing weighed and no main: empty.
    """
    heaviest = max(weights.values(), default=0)
    near = [k for k in SteeringKind if weights.get(k, 0) > 0 and 5 * weights[k] >= 4 * heaviest]
    near.sort(key=lambda kind: -weights[kind])
    first = [main] if main is not None else []
    return tuple(dict.fromkeys((*first, *near)))


def suggested_arrangements(
    weights: Mapping[SteeringKind, int], main: SteeringKind | None, texts: Sequence[SteeringText]
) -> tuple[SuggestedArrangement, ...]:
    """What fits the centres of the steering, the heaviest first.

    An arrangement that every kind names is a mix: it is suggested only where the centres ask for different ones.
    """
    named = {text.id: text.legitimacy for text in texts}
    mixed = set.intersection(*(set(ids) for ids in named.values())) if len(named) > 1 else set()
    centres = [kind for kind in centres_of(weights, main) if kind in named]
    wanted: dict[str, list[SteeringKind]] = {}
    for kind in centres:
        for arrangement in named[kind]:
            if arrangement not in mixed:
                wanted.setdefault(arrangement, []).append(kind)
    found = [SuggestedArrangement(key, tuple(kinds)) for key, kinds in wanted.items()]
    if len(found) > 1:
        ordered = dict.fromkeys(a for kind in centres for a in named[kind] if a in mixed)
        found.extend(SuggestedArrangement(key, tuple(centres)) for key in ordered)
    return tuple(found)
