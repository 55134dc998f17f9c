"""The voting sheets as a PDF: slips under each other with lines to cut along, tagged as the report is."""

from dataclasses import replace
from io import BytesIO

from desktop.report import styles
from desktop.report.fonts import base_face
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_rule
from desktop.report.pdf.file import written
from desktop.report.pdf.pages import fill
from desktop.report.pdf.parts import Part, kept_with_next
from desktop.report.pdf.tags import Element
from desktop.report.styles import AXIS, FULL, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, ROOM, SMALL
from desktop.report.tree import Meta
from desktop.workshop_paper.parts import Dots, Head, Message, Option, Scale
from desktop.workshop_paper.slips import NO_ANSWER, DotList, Question, Sheets
from models.figures import Anchor, Role, Weight

__all__ = ["render_sheets"]

_SHEET = replace(SMALL, weight=styles.SEMI, colour=Role.INK)
_FOOTER = 14 * MM


def render_sheets(sheets: Sheets) -> bytes:
    """The sheets as a PDF; equal sheets give equal bytes."""
    root, canvas = Element("Document"), _canvas()
    if sheets.nothing:
        _fill(canvas, sheets, [Message(sheets.nothing, sheets.meta.kind, root.add("Sect"))])
    else:
        slips = [_slip(sheets, code, root.add("Sect")) for code in sheets.codes]
        if sum(part.height for part in slips[0]) > ROOM:
            most = _pages(sheets)
            for slip in slips:  # one that takes more than a page shares none with another
                _fill(canvas, sheets, slip, most)
        else:
            _fill(canvas, sheets, [part for slip in slips for part in slip])
    canvas.finish()
    return written(canvas, sheets.meta, root)


def _canvas() -> ReportCanvas:
    return ReportCanvas(
        BytesIO(),
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=base_face(Weight.REGULAR).name,
        initialFontSize=10.5,
    )


def _fill(canvas: ReportCanvas, sheets: Sheets, parts: list[Part], most: int = 0) -> int:
    """Fill pages, and say how many. Of a slip of ``most`` pages each says which it is.

    Pages are not counted over all slips: a number in the whole pile would be one more sign of whose slip it is.
    """
    number = 0

    def close() -> None:
        nonlocal number
        number += 1
        _draw_running_lines(canvas, sheets.meta, f"blad {number} van {most}" if most else "")

    fill(canvas, parts, close, lambda _: None)
    return number


def _pages(sheets: Sheets) -> int:
    """Of one slip; all are as long as each other."""
    return _fill(_canvas(), sheets, _slip(sheets, sheets.codes[0], Element("Document")))


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


def _draw_running_lines(canvas: ReportCanvas, meta: Meta, number: str) -> None:
    with canvas.artifact("Footer"):
        draw_rule(canvas, LEFT, _FOOTER + 13, FULL, Role.RULE, 0.5)
        canvas.draw_running_line(meta.kind, LEFT, _FOOTER, SMALL, room=styles.COLUMN)
        canvas.draw_running_line(meta.dated, LEFT + AXIS, _FOOTER, SMALL)
        canvas.draw_running_line(number, LEFT + FULL, _FOOTER, _SHEET, Anchor.END)
