"""Reads the tags of a PDF back by hand, so that more than one checker has an opinion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import page as checker
import pikepdf

__all__ = ["Node", "Tagged", "failures"]

_TEXT = {"Tj", "'", '"', "TJ"}
_PAINTING = {"f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "INLINE IMAGE"}


def failures(pdf: bytes) -> list[str]:
    """What page-validation has against ``pdf``, for PDF/UA-1 and PDF/A-2a."""
    found = []
    for profile in ("ua1", "2a"):
        result = checker.validate_pdf_bytes(pdf, profile=profile)
        found += [f"{profile} {failure.rule_id}: {failure.message}" for failure in result.failures]
        if not result.is_compliant and not result.failures:
            found.append(f"{profile} not compliant")
    return found


@dataclass
class Node:
    """An element as the file has it; ``file`` lives as long as it does."""

    tag: str
    parent: "Node | None"
    entry: Any
    file: pikepdf.Pdf
    kids: list["Node"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Node"]:
        """This and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def attributes(self) -> dict[str, Any]:
        """Of the element, by name."""
        return dict(self.entry.get("/A", {}).items())


class Tagged:
    """A file with its tree, and what each page draws under each mark."""

    def __init__(self, pdf: bytes) -> None:
        self.file = pikepdf.open(BytesIO(pdf))
        self.pages = list(self.file.pages)
        self._numbers = {held.obj.objgen: number for number, held in enumerate(self.pages)}
        self.drawn: dict[tuple[int, int], str] = {}
        self.faults: list[str] = []
        for number, drawn in enumerate(self.pages):
            self._read(number, drawn)
        root = self.file.Root.StructTreeRoot
        self.tree = self._node(root.K, None)
        if root.K.P.objgen != root.objgen:
            self.faults.append("the document does not name the root of the structure as its parent")
        self.by_mark: dict[tuple[int, int], list[Node]] = {}
        for node in self.tree.walk():
            for mark in node.marks:
                self.by_mark.setdefault(mark, []).append(node)

    def _node(self, entry: Any, parent: Node | None) -> Node:
        node = Node(str(entry.S)[1:], parent, entry, self.file)
        kids = entry.get("/K", pikepdf.Array())
        order: list[str] = []
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                self._mark(node, order, (self._numbers[entry.Pg.objgen], int(kid)))
            elif kid.get("/Type") == pikepdf.Name.MCR:
                self._mark(node, order, (self._numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == pikepdf.Name.OBJR:
                node.notes.append(kid.Obj)
            else:
                made = self._node(kid, node)
                if made.entry.P.objgen != entry.objgen:
                    self.faults.append(f"{made.tag} has another parent")
                node.kids.append(made)
                order.append(made.text)
        node.text = "".join(order)
        return node

    def _mark(self, node: Node, order: list[str], mark: tuple[int, int]) -> None:
        node.marks.append(mark)
        order.append(self.drawn.get(mark, ""))

    def _read(self, number: int, page: pikepdf.Page) -> None:
        fonts = {str(name): _signs(font) for name, font in page.Resources.Font.items()}
        stack: list[tuple[str, tuple[int, int] | None]] = []
        font = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = operands[1] if name == "BDC" else None
                held = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                stack.append((str(operands[0])[1:], (number, int(properties.MCID)) if held else None))
                self._opened(stack)
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                font = str(operands[0])
            elif name in _TEXT:
                self._said(stack, "".join(fonts[font][code] for code in bytes(operands[0])))
            elif name in _PAINTING and not stack:
                self.faults.append(f"page {number + 1}: {name} outside tags and artifacts")
        if stack:
            self.faults.append(f"page {number + 1}: {len(stack)} marks stay open")

    def _opened(self, stack: list[tuple[str, tuple[int, int] | None]]) -> None:
        tags = [tag for tag, _ in stack]
        mark = stack[-1][1]
        if mark is not None:
            if mark in self.drawn:
                self.faults.append(f"{mark} twice")
            self.drawn[mark] = ""
        if len(stack) > 1 and (tags[0] == "Artifact" or tags[-1] != "Span"):
            self.faults.append(f"{tags[-1]} inside {tags[0]}")

    def _said(self, stack: list[tuple[str, tuple[int, int] | None]], text: str) -> None:
        if not stack:
            self.faults.append(f"{text!r} outside tags and artifacts")
        for _, mark in stack:
            if mark is not None:
                self.drawn[mark] += text


def _signs(font: Any) -> dict[int, str]:
    """What each code of a font means."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>", table)
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in found if len(sign) >= 4}
