"""The headings of a document as places: what the outline, the contents and the running header lead to."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.report import tree
from desktop.report.pdf.words import one_line

__all__ = ["Place", "places_of"]

_OUTLINED = 2
"""Levels of heading that stand in the outline."""


class Place(NamedTuple):
    """A heading; ``outline``: its level in the outline, from 0, None for a heading that does not stand in it."""

    key: str
    level: int
    label: str
    text: str
    outline: int | None

    @property
    def title(self) -> str:
        """Label and text, for the outline and links."""
        return one_line(f"{self.label} {self.text}")

    @property
    def running(self) -> str:
        """Label and text, for the header."""
        return f"{self.label}  {self.text}" if self.label else self.text


def places_of(document: tree.Document) -> Iterator[Place]:
    """All headings in order. The outline never skips a level, whatever the headings do."""
    deepest = -1
    headings = (block for block in tree.walk(document) if isinstance(block, tree.Heading | tree.Panel))
    for number, block in enumerate(headings):
        level = 1 if isinstance(block, tree.Panel) else block.level
        outline = min(level - 1, deepest + 1) if level <= _OUTLINED else None
        deepest = deepest if outline is None else outline
        label, text = ("", block.title) if isinstance(block, tree.Panel) else (block.label, block.text)
        yield Place(f"h{number}", level, label, text, outline)
