"""The structure tree as objects of the file: every element, and from every mark on a page back to its element."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.report.pdf.properties import pdf_text
from desktop.report.pdf.tags import Element, Field, Link, Marked

__all__ = ["Structure"]

_EMPTY_TOO = frozenset({"TD", "TH", "TR", "LBody", "Document"})
"""What stays when nothing is in it: a table keeps its cells, an item its text."""


class Structure:
    """The tree under ``root``; ``pages`` and ``notes``: numbers of the pages and annotations.

    ``own``: the number of the root of the structure; ``first``: of the first element.
    """

    def __init__(self, root: Element, pages: Sequence[int], notes: Mapping[int, int], own: int, first: int) -> None:
        self._root, self._pages, self._notes = root, pages, notes
        _prune(root)
        self._numbers: dict[int, int] = {}
        self._elements: list[tuple[Element, int]] = []
        self._count(root, own, first)
        self._marks: list[dict[int, int]] = [{} for _ in pages]
        self._owners: list[int] = []
        for element, _ in self._elements:
            self._remember(element)

    def _count(self, element: Element, parent: int, number: int) -> int:
        """Number ``element`` and all under it; the next free number."""
        self._numbers[id(element)] = number
        self._elements.append((element, parent))
        following = number + 1
        for kid in element.kids:
            if isinstance(kid, Element):
                following = self._count(kid, number, following)
        return following

    def _remember(self, element: Element) -> None:
        number = self._numbers[id(element)]
        for kid in element.kids:
            if isinstance(kid, Marked):
                self._marks[kid.page][kid.number] = number
            elif isinstance(kid, Link | Field):
                self._owners.append(number)

    def objects(self) -> Iterator[tuple[int, bytes]]:
        """Number and content of every element."""
        for element, parent in self._elements:
            yield self._numbers[id(element)], self._body(element, parent)

    def root(self) -> bytes:
        """The root, with the way back from the marks."""
        first = self._elements[0]
        nums = [
            f"{page}[{' '.join(f'{marks[number]} 0 R' for number in sorted(marks))}]"
            for page, marks in enumerate(self._marks)
        ]
        nums += [f"{key} {owner} 0 R" for key, owner in enumerate(self._owners, start=len(self._pages))]
        return (
            f"<</Type/StructTreeRoot/K {self._numbers[id(first[0])]} 0 R/ParentTreeNextKey {len(nums)}"
            f"/ParentTree<</Nums[{' '.join(nums)}]>>>>"
        ).encode("ascii")

    def _body(self, element: Element, parent: int) -> bytes:
        page = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        parts = [f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]} 0 R")
        kids = [self._kid(kid, page) for kid in element.kids]
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        if element.alt:
            parts.append(f"/Alt{pdf_text(element.alt)}")
        parts += [*_attributes(element), ">>"]
        return "".join(parts).encode("ascii")

    def _kid(self, kid: Element | Marked | Link | Field, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self._numbers[id(kid)]} 0 R"
        if isinstance(kid, Marked):
            if kid.page == page:
                return str(kid.number)
            return f"<</Type/MCR/Pg {self._pages[kid.page]} 0 R/MCID {kid.number}>>"
        return f"<</Type/OBJR/Pg {self._pages[kid.page]} 0 R/Obj {self._notes[id(kid)]} 0 R>>"


def _attributes(element: Element) -> Iterator[str]:
    if element.scope:
        span = f"/ColSpan {element.span}" if element.span > 1 else ""
        yield f"/A<</O/Table/Scope/{element.scope}{span}>>"
    if element.numbering:
        yield f"/A<</O/List/ListNumbering/{element.numbering}>>"
    if element.box is not None:
        box = " ".join(f"{round(value, 2):g}" for value in element.box)
        yield f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"


def _prune(element: Element) -> None:
    """Take out what holds nothing, such as the paragraph of an empty text."""
    for kid in element.kids:
        if isinstance(kid, Element):
            _prune(kid)
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or kid.kids or kid.tag in _EMPTY_TOO]
