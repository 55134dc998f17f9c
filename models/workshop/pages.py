"""What the room sees, as data: public words and counts, and nothing else.

A page has no field that could hold a vote before its round is closed, who gave it, or anything that is marked intern.
Made by :mod:`models.wording.workshop`; drawn by :mod:`models.figures.audience`.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

__all__ = [
    "Asked",
    "Board",
    "Columns",
    "Counted",
    "Distribution",
    "Figurine",
    "Listed",
    "Page",
    "Setup",
    "Words",
]


class Asked(NamedTuple):
    """A question while people vote. ``done`` of ``expected`` gave an answer; ``stops``: the answers that are marked.

    ``words``: at the lowest, the middle and the highest answer; ``help``: one line under the question.
    """

    part: str
    place: str
    question: str
    help: str
    stops: tuple[int, ...]
    words: tuple[str, str, str]
    done: int
    expected: int
    note: str


class Distribution(NamedTuple):
    """How answers lie: per answer how many, the median, and the middle half."""

    counts: Mapping[int, int]
    median: Fraction
    low: Fraction
    high: Fraction


class Counted(NamedTuple):
    """The outcome of a round. ``spread``: None with fewer than five answers; ``talk``: what to talk about now."""

    part: str
    place: str
    question: str
    stops: tuple[int, ...]
    ends: tuple[str, str]
    spread: Distribution | None
    answers: str
    verdict: str
    reason: str
    talk: str
    note: str


class Listed(NamedTuple):
    """A list: options to put dots on, outcomes of that with ``marks`` (how many), points, agreements."""

    part: str
    place: str
    title: str
    rows: tuple[str, ...]
    marks: tuple[int, ...] = ()
    note: str = ""


class Columns(NamedTuple):
    """Lists beside each other, such as the ranking of each partner."""

    part: str
    place: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


class Words(NamedTuple):
    """A title with a few words: the opening, the line to read aloud, a pause."""

    part: str
    place: str
    title: str
    text: str = ""
    note: str = ""


class Figurine(NamedTuple):
    """Who stands where in a netwerkopstelling: ``x`` and ``y`` from 0 (left, top) to 1; ``degrees``: where it looks,
    clockwise from up, None where nobody said.
    """

    key: str
    name: str
    x: float
    y: float
    degrees: int | None = None


class Board(NamedTuple):
    """A netwerkopstelling; ``lines``: pairs of keys that are connected. ``caption``: such as "Voor" or "Nu"."""

    caption: str
    figurines: tuple[Figurine, ...]
    lines: tuple[tuple[str, str], ...] = ()


class Setup(NamedTuple):
    """One netwerkopstelling, or two beside each other."""

    part: str
    place: str
    title: str
    boards: tuple[Board, ...]
    note: str = ""


Page = Asked | Counted | Listed | Columns | Words | Setup
