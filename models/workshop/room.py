"""Whether people in the room can read the screen (ux.md section 4, "Legibility").

Who sits at k times the height of the picture needs an em of 0.57 % of that height per k: 3.4 % at k = 6.
"""

from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

__all__ = ["BODY_SHARE", "LARGEST", "Room", "legible"]

BODY_SHARE = Decimal("3.4")
"""Running text on the audience window, in percent of the height of the screen, at least."""
LARGEST = Decimal("2.0")
"""How much larger type can be than that with the page still whole."""
_PER_HEIGHT = Decimal("0.57")


class Room(NamedTuple):
    """What a distance asks. ``heights``: the distance in heights of the picture; ``share``: running text in percent of
    the height; ``scale``: how much larger than usual, at least 1; ``too_far``: the largest type is still too small.
    """

    heights: Decimal
    share: Decimal
    scale: Decimal
    too_far: bool


def legible(distance: Decimal, height: Decimal) -> Room:
    """For the farthest seat at ``distance`` from a picture of ``height``, both in metres above zero."""
    if distance <= 0 or height <= 0:
        raise ValueError("distance and height are more than zero")
    heights = distance / height
    asked = heights * _PER_HEIGHT
    scale = max(Decimal(1), (asked / BODY_SHARE).quantize(Decimal("0.01"), rounding=ROUND_CEILING))
    used = min(scale, LARGEST)
    return Room(heights, BODY_SHARE * used, used, scale > LARGEST)
