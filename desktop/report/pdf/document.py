"""The document as platypus builds it: page, running lines, properties."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from desktop.report import styles, tree
from desktop.report.fonts import base_face
from desktop.report.pdf import rl
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_line_of_text, draw_rule, width_of
from desktop.report.pdf.flowables import Kept
from desktop.report.pdf.markup import one_line
from desktop.report.pdf.story import story_of
from desktop.report.styles import (
    ALONG,
    AXIS,
    COLUMN,
    FRAME_TOP,
    FULL,
    GUTTER,
    LEFT,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    ROOM,
    SMALL,
)
from models.figures import Anchor, Role, Weight

__all__ = ["render"]

_HEADER, _FOOTER = PAGE_HEIGHT - 16 * MM, 14 * MM
_CHAPTER = replace(SMALL, weight=styles.SEMI, colour=Role.INK)
_MIDDLE = ALONG / 2


def render(document: tree.Document) -> bytes:
    """``document`` as a PDF; see the package."""
    numbered, file = tree.numbered(document), BytesIO()
    template = _Template(document.meta, file)
    story: list[rl.Flowable] = story_of(numbered) or [rl.CondPageBreak(0)]
    template.build(story, canvasmaker=ReportCanvas)
    return file.getvalue()


class _Template(rl.BaseDocTemplate):
    """One kind of page; properties from ``meta``."""

    def __init__(self, meta: tree.Meta, file: BytesIO) -> None:
        # invariant: no clock and no chance in the file, so equal input gives equal bytes. The initial font is ours,
        # or an unembedded Helvetica stays in the file.
        super().__init__(
            file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=base_face(Weight.REGULAR).name,
            initialFontSize=10.5,
            lang=meta.language,
            title=one_line(meta.title),
            author=one_line(meta.author),
            subject=one_line(meta.kind),
            creator="Vormwijzer",
            displayDocTitle=True,
            keepTogetherClass=Kept,
        )
        self.meta = meta
        frame = rl.Frame(LEFT, PAGE_HEIGHT - FRAME_TOP - ROOM, FULL, ROOM, 0, 0, 0, 0)
        self.addPageTemplates([rl.PageTemplate("page", [frame], onPageEnd=_draw_running_lines)])


def _draw_running_lines(canvas: ReportCanvas, template: Any) -> None:
    """Header with kind, chapter and status, from the second page; footer with version, date, code and page."""
    meta: tree.Meta = template.meta
    if canvas.getPageNumber() > 1:
        draw_line_of_text(canvas, meta.kind, LEFT, _HEADER, SMALL, room=COLUMN)
        if canvas.chapter is not None:
            room = ALONG - min(width_of(meta.status, SMALL), _MIDDLE) - GUTTER
            draw_line_of_text(canvas, canvas.chapter.running, LEFT + AXIS, _HEADER, _CHAPTER, room=room)
        draw_line_of_text(canvas, meta.status, LEFT + FULL, _HEADER, SMALL, Anchor.END, room=_MIDDLE)
    draw_rule(canvas, LEFT, _FOOTER + 13, FULL, Role.RULE, 0.5)
    draw_line_of_text(canvas, meta.version, LEFT, _FOOTER, SMALL, room=COLUMN)
    draw_line_of_text(canvas, f"{meta.dated}   ·   controlecode {meta.code}", LEFT + AXIS, _FOOTER, SMALL)
    canvas.draw_page_number(LEFT + FULL, _FOOTER)
