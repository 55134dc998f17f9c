"""The tags of a document: a tree of what each part is, which the file gets beside what is drawn.

An element is made where its part is made, so the tree has the order of the document tree, wherever a page puts the
parts. What is drawn is then marked with numbers, each of which belongs to one element.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Box", "Element", "Field", "Link", "Marked"]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top on a page, in points."""


class Marked(NamedTuple):
    """Content with a number on a page, both from 0."""

    page: int
    number: int


class Link(NamedTuple):
    """A place to click on: ``boxes``, one for each line; leads to an address or to the ``place`` with that key."""

    page: int
    boxes: tuple[Box, ...]
    words: str
    address: str = ""
    place: str = ""


class Field(NamedTuple):
    """An empty signature field with its name and what it is for, in words."""

    page: int
    box: Box
    name: str
    words: str


@dataclass(slots=True, eq=False)
class Element:
    """One element: ``tag``, such as ``P`` or ``TD``, and what it holds, in reading order.

    ``alt``: what a figure or a field shows, in words; ``scope`` and ``span``: of a cell; ``numbering``: of a list;
    ``box``: of a figure.
    """

    tag: str
    alt: str = ""
    scope: str = ""
    span: int = 1
    numbering: str = ""
    box: Box | None = None
    kids: "list[Element | Marked | Link | Field]" = field(default_factory=list)

    def add(self, tag: str, *, alt: str = "", scope: str = "", span: int = 1, numbering: str = "") -> "Element":
        """A new element at the end of this one."""
        made = Element(tag, alt, scope, span, numbering)
        self.kids.append(made)
        return made
