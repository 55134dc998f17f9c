"""reportlab as this package sees it: the few classes that we use, with types. Nothing else here names reportlab.

reportlab has no type hints; the declarations below are read by the type checker only, and say no more than what
we rely on.
"""

from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, Any

__all__ = [
    "BaseDocTemplate",
    "Canvas",
    "Color",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "FrameBreak",
    "KeepTogether",
    "LongTable",
    "NullActionFlowable",
    "PageTemplate",
    "Paragraph",
    "ParagraphStyle",
    "TextObject",
    "TopPadder",
    "same_lines",
]

if TYPE_CHECKING:

    class Color:
        def __init__(self, red: float, green: float, blue: float) -> None: ...

    class TextObject:
        def setFont(self, name: str, size: float) -> None: ...  # noqa: N802
        def setFillColor(self, colour: Color) -> None: ...  # noqa: N802
        def textOut(self, text: str) -> None: ...  # noqa: N802

    class Path:
        def moveTo(self, x: float, y: float) -> None: ...  # noqa: N802
        def lineTo(self, x: float, y: float) -> None: ...  # noqa: N802
        def rect(self, x: float, y: float, width: float, height: float) -> None: ...
        def close(self) -> None: ...

    class Canvas:
        def __init__(self, *args: Any, **options: Any) -> None: ...
        def saveState(self) -> None: ...  # noqa: N802
        def restoreState(self) -> None: ...  # noqa: N802
        def translate(self, x: float, y: float) -> None: ...
        def setFillColor(self, colour: Color) -> None: ...  # noqa: N802
        def setStrokeColor(self, colour: Color) -> None: ...  # noqa: N802
        def setLineWidth(self, width: float) -> None: ...  # noqa: N802
        def setLineCap(self, kind: int) -> None: ...  # noqa: N802
        def setDash(self, on: float, off: float) -> None: ...  # noqa: N802
        def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
        def lines(self, lines: Sequence[tuple[float, float, float, float]]) -> None: ...
        def rect(self, x: float, y: float, width: float, height: float, stroke: int, fill: int) -> None: ...
        def roundRect(  # noqa: N802
            self, x: float, y: float, width: float, height: float, radius: float, stroke: int, fill: int
        ) -> None: ...
        def circle(self, x: float, y: float, radius: float, stroke: int, fill: int) -> None: ...
        def beginPath(self) -> Path: ...  # noqa: N802
        def drawPath(self, path: Path, stroke: int, fill: int) -> None: ...  # noqa: N802
        def clipPath(self, path: Path, stroke: int, fill: int) -> None: ...  # noqa: N802
        def beginText(self, x: float, y: float) -> TextObject: ...  # noqa: N802
        def drawText(self, text: TextObject) -> None: ...  # noqa: N802
        def absolutePosition(self, x: float, y: float) -> tuple[float, float]: ...  # noqa: N802
        def getPageNumber(self) -> int: ...  # noqa: N802
        def bookmarkHorizontalAbsolute(self, key: str, top: float) -> None: ...  # noqa: N802
        def addOutlineEntry(self, title: str, key: str, level: int, closed: bool) -> None: ...  # noqa: N802
        def showOutline(self) -> None: ...  # noqa: N802
        def linkRect(  # noqa: N802
            self, contents: str, destination: str, area: tuple[float, float, float, float], relative: int
        ) -> None: ...
        def doForm(self, name: str) -> None: ...  # noqa: N802
        def beginForm(self, name: str, x1: float, y1: float, x2: float, y2: float) -> None: ...  # noqa: N802
        def endForm(self) -> None: ...  # noqa: N802
        def save(self) -> None: ...

    class Frame:
        def __init__(self, x: float, y: float, width: float, height: float, *paddings: float) -> None: ...

    class Flowable:
        canv: Any
        width: float
        height: float
        spaceBefore: float
        spaceAfter: float
        keepWithNext: int

        def __init__(self) -> None: ...
        def wrap(self, width: float, height: float) -> tuple[float, float]: ...
        def split(self, width: float, height: float) -> Sequence["Flowable"]: ...
        def draw(self) -> None: ...
        def drawOn(self, canvas: Canvas, x: float, y: float) -> None: ...  # noqa: N802
        def getSpaceBefore(self) -> float: ...  # noqa: N802
        def getSpaceAfter(self) -> float: ...  # noqa: N802

    class FrameBreak(Flowable): ...

    class NullActionFlowable(Flowable): ...

    class CondPageBreak(Flowable):
        def __init__(self, height: float) -> None: ...

    class TopPadder(Flowable):
        def __init__(self, flowable: Flowable) -> None: ...

    class KeepTogether(Flowable):
        _content: list[Flowable]
        _frame: Any

        def __init__(self, flowables: Sequence[Flowable]) -> None: ...

    class ParagraphStyle:
        def __init__(self, name: str, **options: Any) -> None: ...

    class Paragraph(Flowable):
        blPara: Any
        frags: Any
        style: Any

        def __init__(self, text: str | None, style: Any = None, bulletText: Any = None, frags: Any = None) -> None: ...

    class LongTable(Flowable):
        splitInRow: int
        repeatRows: int
        _bkgrndcmds: Any
        _rowpositions: Sequence[float]
        _rowHeights: Sequence[float]
        _argH: Sequence[float | None]

        def __init__(self, data: Sequence[Sequence[Any]], *args: Any, **options: Any) -> None: ...

    class PageTemplate:
        def __init__(
            self, name: str, frames: Sequence[Frame], *, onPageEnd: Callable[[Any, Any], None]  # noqa: N803
        ) -> None: ...

    class BaseDocTemplate:
        def __init__(self, file: IO[bytes], **options: Any) -> None: ...
        def addPageTemplates(self, templates: Sequence[PageTemplate]) -> None: ...  # noqa: N802
        def build(self, story: list[Flowable], *, canvasmaker: Callable[..., Canvas]) -> None: ...

else:
    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject as TextObject
    from reportlab.platypus.doctemplate import BaseDocTemplate, FrameBreak, NullActionFlowable, PageTemplate
    from reportlab.platypus.flowables import CondPageBreak, Flowable, KeepTogether, TopPadder
    from reportlab.platypus.frames import Frame
    from reportlab.platypus.paragraph import Paragraph
    from reportlab.platypus.tables import LongTable


def same_lines(broken: Any, start: int, stop: int) -> Any:
    """Lines ``start`` to ``stop`` of a broken paragraph, as a broken paragraph of the same kind."""
    part = broken.clone() if hasattr(broken, "clone") else type(broken)(kind=broken.kind)
    part.lines = broken.lines[start:stop]
    return part
