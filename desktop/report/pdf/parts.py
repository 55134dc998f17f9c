"""What the pages are filled with: parts, each of which knows its height, draws itself and may split in two."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.report.pdf.canvas import ReportCanvas

__all__ = ["Break", "Part", "kept_with_next", "least_together"]


class Part:
    """Base of all parts. Its left is the left of the frame.

    ``before`` and ``after``: space around it, of which the larger counts; ``keeps``: not to be parted from what
    follows; ``whole``: it stays on one page if it fits on one; ``wants``: room that must be left where it starts;
    ``sinks``: it stands at the foot of its page; ``floats``: with what is kept with it it may give way to what follows;
    ``tail``: room for the note under its end, the next part; ``heads``: it opens a section.
    """

    keeps = False
    whole = False
    wants = 0.0
    sinks = False
    floats = False
    tail = 0.0
    heads = False

    def __init__(self, before: float = 0, after: float = 0) -> None:
        self.before, self.after = before, after

    @property
    def height(self) -> float:
        """What it takes of the page."""
        raise NotImplementedError

    @property
    def least(self) -> float:
        """The smallest part of it that may stand at the foot of a page: all, unless it can be split."""
        return self.height

    def split(self, room: float) -> "tuple[Part, Part] | None":
        """What fits in ``room`` and the rest; nothing where that cannot be."""
        del room
        return None

    def draw(self, canvas: "ReportCanvas", top: float) -> None:
        """All of it, with its upper side at ``top``."""
        raise NotImplementedError


class Break(Part):
    """What follows starts on a new page."""

    @property
    def height(self) -> float:
        """Nothing."""
        return 0.0

    def draw(self, canvas: "ReportCanvas", top: float) -> None:
        """Nothing."""


def kept_with_next(part: Part) -> Part:
    """The same, not to be parted from what follows."""
    part.keeps = True
    return part


def least_together(parts: "list[Part]") -> float:
    """Room that ``parts`` need at the foot of a page: all, and of the last its least part."""
    needed, after = 0.0, 0.0
    for number, part in enumerate(parts):
        gap = max(after, part.before) if number else 0
        needed += gap + (part.least if number == len(parts) - 1 else part.height)
        after = part.after
    return max([needed, *(part.wants for part in parts[:1])])
