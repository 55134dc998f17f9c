# ruff: noqa: D101, D102 -- the declarations follow reportlab in names and have its meaning
"""reportlab as this package sees it: canvas, fonts and the objects of a file. Nothing else here names reportlab.

reportlab has no type hints; the declarations below are read by the type checker only, and say no more than what
we rely on.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop.report.styles import COLOURS
from models.figures import Role

__all__ = [
    "Canvas",
    "Color",
    "ImageReader",
    "Path",
    "TextObject",
    "colour",
    "font_of",
    "number_of",
    "objects_of",
    "pages_of",
    "parts_of",
    "reserved",
]

if TYPE_CHECKING:

    class Color:
        red: float
        green: float
        blue: float

        def __init__(self, red: float, green: float, blue: float) -> None: ...

    class TextObject:
        def setFont(self, name: str, size: float) -> None: ...
        def setFillColor(self, colour: Color) -> None: ...
        def textOut(self, text: str) -> None: ...
        def getCode(self) -> str: ...

    class Path:
        def moveTo(self, x: float, y: float) -> None: ...
        def lineTo(self, x: float, y: float) -> None: ...
        def rect(self, x: float, y: float, width: float, height: float) -> None: ...
        def close(self) -> None: ...

    class Canvas:
        _doc: Any

        def __init__(self, *args: Any, **options: Any) -> None: ...
        def addLiteral(self, code: str) -> None: ...
        def showPage(self) -> None: ...
        def saveState(self) -> None: ...
        def restoreState(self) -> None: ...
        def translate(self, x: float, y: float) -> None: ...
        def setFillColor(self, colour: Color) -> None: ...
        def setStrokeColor(self, colour: Color) -> None: ...
        def setLineWidth(self, width: float) -> None: ...
        def setLineCap(self, kind: int) -> None: ...
        def rotate(self, theta: float) -> None: ...
        def setDash(self, on: float | list[float], off: float = 0) -> None: ...
        def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
        def lines(self, lines: Sequence[tuple[float, float, float, float]]) -> None: ...
        def rect(self, x: float, y: float, width: float, height: float, stroke: int, fill: int) -> None: ...
        def roundRect(
            self, x: float, y: float, width: float, height: float, radius: float, stroke: int, fill: int
        ) -> None: ...
        def circle(self, x: float, y: float, radius: float, stroke: int, fill: int) -> None: ...
        def beginPath(self) -> Path: ...
        def drawPath(self, path: Path, stroke: int, fill: int) -> None: ...
        def clipPath(self, path: Path, stroke: int, fill: int) -> None: ...
        def beginText(self, x: float, y: float) -> TextObject: ...
        def getPageNumber(self) -> int: ...
        def drawImage(self, image: Any, x: float, y: float, width: float, height: float) -> None: ...
        def doForm(self, name: str) -> None: ...
        def beginForm(self, name: str, x1: float, y1: float, x2: float, y2: float) -> None: ...
        def endForm(self) -> None: ...

    class ImageReader:
        def __init__(self, image: Any) -> None: ...

    class PDFObject:
        def format(self, document: Any) -> bytes: ...

else:
    from reportlab import rl_config
    from reportlab.lib.colors import Color
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfdoc import PDFObject
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject as Path
    from reportlab.pdfgen.textobject import PDFTextObject as TextObject

    # Binary streams: the default wraps them in ASCII, a quarter larger and slower to make.
    rl_config.useA85 = 0

_CODES = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_LISTED = re.compile(r"\d+ beginbfchar.*endbfchar", re.DOTALL)
_MOST_CODES = 100
_SPACE = 0x20
_END = b"endstream\n"


@cache
def colour(role: Role) -> Color:
    """The colour of ``role``."""
    code = COLOURS[role]
    return Color((code >> 16) / 255, (code >> 8 & 0xFF) / 255, (code & 0xFF) / 255)


@cache
def parts_of(role: Role) -> str:
    """The colour of ``role`` as PDF writes it."""
    made = colour(role)
    return " ".join(f"{round(part, 4):g}" for part in (made.red, made.green, made.blue))


def font_of(name: str) -> Any:
    """The registered font with that name."""
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(name)


def pages_of(canvas: Canvas) -> list[Any]:
    """The pages that were closed; what is set on them comes into the file."""
    pages: list[Any] = canvas._doc.Pages.pages
    for page in pages:
        page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
    return pages


class _Room(PDFObject):
    """An object whose content comes from us."""

    def format(self, document: Any) -> bytes:
        del document
        return b"null"


def reserved(canvas: Canvas) -> int:
    """The number of a new object, which we write ourselves."""
    return number_of(canvas, _Room())


def number_of(canvas: Canvas, thing: Any) -> int:
    """The number of an object of reportlab's in the file."""
    reference: bytes = canvas._doc.Reference(thing).format(canvas._doc)
    return int(reference.split()[0])


def objects_of(canvas: Canvas) -> Iterator[tuple[int, bytes]]:
    """Every object of the file that reportlab makes: fonts, pages, pictures. The canvas must not be used after it."""
    document = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    for name, thing in document.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            thing.content = _readable(thing.content)
    number = 1
    while number in document.numberToId:  # objects can join while others are written
        body: bytes = document.idToObject[document.numberToId[number]].format(document)
        if body.endswith(_END):
            body = body[: -len(_END)] + b"\r\nendstream"  # on a line of its own, as PDF/A wants it
        yield number, body
        number += 1


def _readable(table: str) -> str:
    """The table of what each code means, by the book: no code that means nothing, all planes, short lists."""
    entries = [f"<{code}> <{_sixteen(int(sign, 16) or _SPACE)}>" for code, sign in _CODES.findall(table)]
    return _LISTED.sub("\n".join(_lists(entries)), table)


def _lists(entries: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(entries), _MOST_CODES):
        part = entries[start : start + _MOST_CODES]
        yield "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"])


def _sixteen(sign: int) -> str:
    return chr(sign).encode("utf-16-be").hex().upper()
