"""What a page of the naslag is made of: small blocks that a window and a report can both draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Block", "Bullets", "Facts", "Heading", "Paragraph", "SourceNote", "Topic", "TopicKind", "texts_of_topic"]


class TopicKind(StrEnum):
    """The shelves of the naslag, in their order; the value begins the keys."""

    FORM = "form"
    BASIS = "basis"
    CRITERION = "criterion"
    FACTOR = "factor"
    CASE = "case"
    WARNING = "warning"
    PRACTICE = "practice"
    THEME = "theme"
    WEGWIJZER = "wegwijzer"
    CHECKLIST = "checklist"
    COSTS = "costs"
    LAW = "law"
    STEP = "step"
    WORKSHOP = "workshop"
    HELP = "help"
    TERM = "term"
    SOURCE = "source"

    @property
    def shelf(self) -> str:
        """The name of the shelf, Dutch."""
        return _TITLES[self]


_TITLES = {
    TopicKind.FORM: "Samenwerkingsvormen",
    TopicKind.BASIS: "Rechtsvormen",
    TopicKind.CRITERION: "Stellingen",
    TopicKind.FACTOR: "Wat helpt en wat hindert",
    TopicKind.CASE: "Praktijkgevallen",
    TopicKind.WARNING: "Waarschuwingen",
    TopicKind.PRACTICE: "Goede voorbeelden",
    TopicKind.THEME: "Achtergrond",
    TopicKind.WEGWIJZER: "Wegwijzers",
    TopicKind.CHECKLIST: "Lijsten om na te lopen",
    TopicKind.COSTS: "Kosten verdelen",
    TopicKind.LAW: "De wet",
    TopicKind.STEP: "Onderdelen",
    TopicKind.WORKSHOP: "Werksessie",
    TopicKind.HELP: "Hulp bij het programma",
    TopicKind.TERM: "Begrippen",
    TopicKind.SOURCE: "Bronnen",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points under each other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and what it is."""

    pairs: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Bullets | Facts


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source in words, and the key of its page."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the naslag. ``links``: keys of other pages that belong with it; each exists."""

    key: str
    kind: TopicKind
    title: str
    body: tuple[Block, ...]
    sources: tuple[SourceNote, ...] = ()
    links: tuple[str, ...] = ()


def texts_of_topic(topic: Topic) -> Iterator[str]:
    """Every text of the page, its title first, without the sources."""
    yield topic.title
    for block in topic.body:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Facts():
                yield from (part for pair in block.pairs for part in pair)
