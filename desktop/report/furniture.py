"""The running lines: header with kind, chapter and status; footer with version, date, code and page."""

from dataclasses import replace

from desktop.report import styles
from desktop.report.layout import Pages
from desktop.report.pen import Pen
from desktop.report.styles import AXIS, FULL, LEFT, MM, PAGE_HEIGHT, SMALL
from desktop.report.tree import Meta
from desktop.report.typeset import set_text
from models.figures import Anchor, Role, Weight

__all__ = ["draw_furniture"]

_HEADER, _FOOTER = 16 * MM, PAGE_HEIGHT - 14 * MM
_CHAPTER = replace(SMALL, weight=Weight.SEMIBOLD, colour=Role.INK)
_NUMBER = replace(styles.SMALL, size=9, weight=Weight.SEMIBOLD, colour=Role.INK)


def draw_furniture(pen: Pen, meta: Meta, pages: Pages, number: int) -> None:
    """The lines of page ``number``; the first page has no header."""
    if number > 1:
        _header(pen, meta, pages, number)
    pen.rule(LEFT, _FOOTER - 13, FULL, Role.RULE, 0.5)
    pen.text(meta.version, LEFT, _FOOTER, SMALL)
    pen.text(f"{meta.dated}   ·   controlecode {meta.code}", LEFT + AXIS, _FOOTER, SMALL)
    pen.text(f"pagina {number} van {len(pages.pages)}", LEFT + FULL, _FOOTER, _NUMBER, Anchor.END)


def _header(pen: Pen, meta: Meta, pages: Pages, number: int) -> None:
    chapter = pages.chapter_on(number)
    pen.text(meta.kind, LEFT, _HEADER, SMALL)
    if chapter is not None:
        pen.line(set_text(chapter.title, _CHAPTER, FULL - AXIS)[0], LEFT + AXIS, _HEADER, _CHAPTER)
    pen.text(meta.status, LEFT + FULL, _HEADER, SMALL, Anchor.END)
