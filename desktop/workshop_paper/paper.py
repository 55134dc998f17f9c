"""The voting sheets as a PDF: slips under each other with lines to cut along, tagged as the report is."""

from io import BytesIO

from desktop.report import styles
from desktop.report.fonts import base_face
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_rule
from desktop.report.pdf.file import written
from desktop.report.pdf.pages import fill
from desktop.report.pdf.parts import Break, Part, kept_with_next
from desktop.report.pdf.tags import Element
from desktop.report.styles import AXIS, FULL, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, ROOM, SMALL
from desktop.report.tree import Meta
from desktop.workshop_paper.parts import Dots, Head, Message, Option, Scale
from desktop.workshop_paper.slips import NO_ANSWER, DotList, Question, Sheets
from models.figures import Role, Weight

__all__ = ["render_sheets"]

_HEADER, _FOOTER = PAGE_HEIGHT - 16 * MM, 14 * MM


def render_sheets(sheets: Sheets) -> bytes:
    """The sheets as a PDF; equal sheets give equal bytes."""
    root = Element("Document")
    canvas = ReportCanvas(
        BytesIO(),
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=base_face(Weight.REGULAR).name,
        initialFontSize=10.5,
    )
    parts: list[Part] = []
    if sheets.nothing:
        parts.append(Message(sheets.nothing, sheets.meta.kind, root.add("Sect")))
    else:
        for code in sheets.codes:
            slip = _slip(sheets, code, root.add("Sect"))
            if sum(part.height for part in slip) > ROOM:
                parts.append(Break())  # one that takes more than a page shares none with another
            parts += slip
    fill(canvas, parts, lambda: _draw_running_lines(canvas, sheets.meta), lambda _: None)
    canvas.finish()
    return written(canvas, sheets.meta, root)


def _slip(sheets: Sheets, code: str, section: Element) -> list[Part]:
    """The parts of one slip, which stay on a page as long as one holds them."""
    parts: list[Part] = [Head(code, sheets.title, sheets.fill_in, section)]
    for asked in sheets.asked:
        match asked:
            case Question():
                parts.append(Scale(code, asked, section))
            case DotList():
                parts.append(Dots(code, asked, section))
                parts += (Option(code, option, section) for option in asked.options)
                parts.append(Option(code, NO_ANSWER, section, circle=True))
    return [*(kept_with_next(part) for part in parts[:-1]), parts[-1]]


def _draw_running_lines(canvas: ReportCanvas, meta: Meta) -> None:
    with canvas.artifact("Footer"):
        draw_rule(canvas, LEFT, _FOOTER + 13, FULL, Role.RULE, 0.5)
        canvas.draw_running_line(meta.kind, LEFT, _FOOTER, SMALL, room=styles.COLUMN)
        canvas.draw_running_line(meta.dated, LEFT + AXIS, _FOOTER, SMALL)
        canvas.draw_page_number(LEFT + FULL, _FOOTER, meta.page_word)
