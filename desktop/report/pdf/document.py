"""The document as pages: running lines, properties, progress."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO

from desktop.report import styles, tree
from desktop.report.fonts import base_face
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_rule, draw_tint, width_of
from desktop.report.pdf.file import written
from desktop.report.pdf.pages import fill
from desktop.report.pdf.story import story_of
from desktop.report.pdf.tags import Element
from desktop.report.styles import (
    ALONG,
    AXIS,
    COLUMN,
    FULL,
    GUTTER,
    LEFT,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
)
from models.figures import Anchor, Role, Weight

__all__ = ["render"]

_HEADER, _FOOTER = PAGE_HEIGHT - 16 * MM, 14 * MM
_CHAPTER = replace(SMALL, weight=styles.SEMI, colour=Role.INK)
_MIDDLE = ALONG / 2
_INTERNAL = "Intern, niet openbaar"
_TAG_PAD, _TAG_ROOM = 6.5, COLUMN
_STORY, _PAGES = 0.45, 0.9
"""How far the work is when the story is made, and when its pages are."""


def render(document: tree.Document, progress: Callable[[float], object] | None = None) -> bytes:
    """``document`` as a PDF; see the package."""
    with _no_collecting():
        return _rendered(document, progress)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Ten thousands of small objects are made here, and none is garbage: looking for it takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _rendered(document: tree.Document, progress: Callable[[float], object] | None) -> bytes:
    tell = progress or _nobody
    root = Element("Document")
    story = story_of(tree.numbered(document), root, lambda part: tell(_STORY * part))
    # invariant: no clock and no chance in the file, so equal input gives equal bytes. The initial font is ours, or
    # an unembedded Helvetica stays in the file.
    canvas = ReportCanvas(
        BytesIO(),
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=base_face(Weight.REGULAR).name,
        initialFontSize=10.5,
    )
    total = len(story)
    titled = bool(document.blocks) and isinstance(document.blocks[0], tree.TitlePage)

    def told(left: int) -> None:
        tell(_STORY + (_PAGES - _STORY) * max(total - left, 0) / max(total, 1))

    fill(canvas, story, lambda: _draw_running_lines(canvas, document.meta, titled=titled), told)
    canvas.finish()
    file = written(canvas, document.meta, root)
    tell(1.0)
    return file


def _nobody(_part: float) -> None:
    """Nobody wants to know how far the work is."""


def _draw_running_lines(canvas: ReportCanvas, meta: tree.Meta, *, titled: bool) -> None:
    """Header with kind, chapter and status, but not above a title; footer with version, date, code and page."""
    headed = canvas.getPageNumber() > 1 or not titled
    if headed or meta.internal:
        with canvas.artifact("Header"):
            if headed:
                _draw_header(canvas, meta)
            if meta.internal:
                _draw_tag(canvas)
    with canvas.artifact("Footer"):
        draw_rule(canvas, LEFT, _FOOTER + 13, FULL, Role.RULE, 0.5)
        canvas.draw_running_line(meta.version, LEFT, _FOOTER, SMALL, room=COLUMN)
        code = f"{meta.dated}   ·   controlecode {meta.code}"
        canvas.draw_running_line(code, LEFT + AXIS, _FOOTER, SMALL)
        canvas.draw_page_number(LEFT + FULL, _FOOTER, meta.page_word)


def _draw_header(canvas: ReportCanvas, meta: tree.Meta) -> None:
    canvas.draw_running_line(meta.kind, LEFT, _HEADER, SMALL, room=COLUMN)
    taken = _TAG_ROOM if meta.internal else min(width_of(meta.status, SMALL), _MIDDLE)
    place = canvas.chapter
    if place is None or (canvas.getPageNumber() == 1 and not place.label):
        canvas.draw_running_line(meta.title, LEFT + AXIS, _HEADER, SMALL, room=ALONG - taken - GUTTER)
    else:
        canvas.draw_running_line(place.running, LEFT + AXIS, _HEADER, _CHAPTER, room=ALONG - taken - GUTTER)
    if not meta.internal:
        canvas.draw_running_line(meta.status, LEFT + FULL, _HEADER, SMALL, Anchor.END, room=_MIDDLE)


def _draw_tag(canvas: ReportCanvas) -> None:
    """Where the status stands otherwise: that the page is not for the public."""
    width = width_of(_INTERNAL, styles.TAG) + 2 * _TAG_PAD
    draw_tint(canvas, LEFT + FULL - width, _HEADER - 5.5, width, 16, Role.INK)
    canvas.draw_running_line(_INTERNAL, LEFT + FULL - _TAG_PAD, _HEADER, styles.TAG, Anchor.END)
