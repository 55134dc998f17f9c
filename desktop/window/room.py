"""How the width of a dossier is shared: first the panel folds, then the rail, never the text."""

from dataclasses import dataclass

from wizards.look.look import Look

__all__ = ["FOLD_ZOOM", "Room", "room_for"]

FOLD_ZOOM = 1.6
"""From this size of the text both fold."""

_PAGE_ROOM, _RAIL_ROOM = 640, 600
"""The page keeps this much width, grown with the text."""
_WIDTHS = ((1900, 288, 416), (1400, 264, 360), (0, 248, 336))
"""From which width of the window: the rail and the panel (screens-look.md, "Layout")."""


@dataclass(frozen=True, slots=True)
class Room:
    """``rail``, ``panel``: their widths in pixels, and whether each stands beside the page."""

    rail: int
    panel: int
    rail_fits: bool
    panel_fits: bool


def room_for(look: Look, width: int, natural_rail: int) -> Room:
    """Share ``width``; ``natural_rail``: how wide the words of the rail are."""
    rail, panel = next((r, p) for least, r, p in _WIDTHS if width >= least)
    rail_width = max(look.glyph(rail), min(natural_rail, look.glyph(rail + 40)))
    panel_width = look.glyph(panel)
    zoomed = look.zoom >= FOLD_ZOOM
    rail_fits = not zoomed and width - rail_width >= look.glyph(_RAIL_ROOM)
    left = width - (rail_width if rail_fits else 0)
    return Room(rail_width, panel_width, rail_fits, not zoomed and left - panel_width >= look.glyph(_PAGE_ROOM))
