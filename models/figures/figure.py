"""A figure: shapes, what they say in words, and the same figures as a table."""

from dataclasses import dataclass

from models.figures.shapes import Shape

__all__ = ["Figure", "Twin"]


@dataclass(frozen=True, slots=True)
class Twin:
    """The table that says what a figure shows: column heads and rows, all as text."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("each row of a twin has as many cells as its head")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of ``width`` by ``height`` points.

    ``title``: for its caption; ``alt``: the text alternative, which says the outcome and not only the kind of
    picture; empty ``alt`` is for decoration only.
    """

    title: str
    alt: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    twin: Twin
