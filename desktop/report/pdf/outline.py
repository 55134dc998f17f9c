"""The outline beside the pages: chapters and their parts, closed below the chapters."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.report.pdf.places import Place
from desktop.report.pdf.properties import pdf_text

__all__ = ["outline_objects"]

_ABOVE = 14.0
"""White above a heading when one jumps to it."""


@dataclass(slots=True, eq=False)
class _Entry:
    title: str
    target: str
    number: int = 0
    kids: "list[_Entry]" = field(default_factory=list)


def outline_objects(places: Sequence[tuple[int, float, Place]], pages: Sequence[int], first: int) -> dict[int, bytes]:
    """The objects of the outline, numbered from ``first``, which is its root; none if nothing stands in it."""
    path = [root := _Entry("", "")]
    for page, top, place in places:
        if place.outline is not None:
            target = f"[{pages[page]} 0 R/XYZ 0 {round(top + _ABOVE, 2):g} null]"
            made = _Entry(place.title, target)
            del path[min(place.outline + 1, len(path)) :]
            path[-1].kids.append(made)
            path.append(made)
    if not root.kids:
        return {}
    _count(root, first)
    objects = {first: f"<</Type/Outlines{_ends(root)}/Count {len(root.kids)}>>".encode("ascii")}
    _add(objects, root)
    return objects


def _count(entry: _Entry, number: int) -> int:
    entry.number = number
    number += 1
    for kid in entry.kids:
        number = _count(kid, number)
    return number


def _ends(entry: _Entry) -> str:
    return f"/First {entry.kids[0].number} 0 R/Last {entry.kids[-1].number} 0 R"


def _add(objects: dict[int, bytes], parent: _Entry) -> None:
    for place, entry in enumerate(parent.kids):
        parts = [f"<</Title{pdf_text(entry.title)}/Parent {parent.number} 0 R/Dest{entry.target}"]
        if place:
            parts.append(f"/Prev {parent.kids[place - 1].number} 0 R")
        if place + 1 < len(parent.kids):
            parts.append(f"/Next {parent.kids[place + 1].number} 0 R")
        if entry.kids:
            parts.append(f"{_ends(entry)}/Count -{len(entry.kids)}")
        objects[entry.number] = "".join([*parts, ">>"]).encode("ascii")
        _add(objects, entry)
