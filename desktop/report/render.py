"""From the document tree to a PDF: boxes, pages, then one pass of drawing."""

from dataclasses import replace

from desktop.report.blocks import boxes_of
from desktop.report.furniture import draw_furniture
from desktop.report.layout import Pages, paginate
from desktop.report.parts import ContentsBox
from desktop.report.pen import Pen
from desktop.report.styles import FRAME_TOP, LEFT
from desktop.report.tree import Document, numbered

__all__ = ["render_pdf"]


def render_pdf(document: Document) -> bytes:
    """``document`` as a PDF. Equal documents give equal bytes; nothing is read but our own fonts."""
    document = numbered(document)
    pages = paginate(boxes_of(document))
    pen = Pen(document.meta)
    for number, page in enumerate(pages.pages, start=1):
        draw_furniture(pen, document.meta, pages, number)
        for box, top in page.boxes:
            drawn = replace(box, pages=pages) if isinstance(box, ContentsBox) else box
            drawn.draw(pen, LEFT, FRAME_TOP + top)
        _bookmarks(pen, pages, number)
        pen.next_page()
    return pen.finish()


def _bookmarks(pen: Pen, pages: Pages, number: int) -> None:
    for page, top, place in pages.places:
        if page == number and place.level <= 2:
            pen.bookmark(place.key, place.title, place.level - 1, FRAME_TOP + top)
