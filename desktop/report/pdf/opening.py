"""The parts with a form of their own: head of the first page, head of the panel, contents."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.report import styles, tree
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_figure, draw_line_of_text, draw_rule, draw_tint, width_of
from desktop.report.pdf.flowables import Part
from desktop.report.pdf.places import Place
from desktop.report.pdf.texts import Text, heights, text
from desktop.report.styles import ALONG, AXIS, BLEED, COLUMN, FULL, GUTTER, snap
from models.figures import Anchor, Role, form_glyph

__all__ = ["ContentsList", "Opening", "PanelHead"]

_SIGN = 88.0
_BAR = 3.0
_MOST_TITLE_LINES = 3
_MOST_WORDS_MEASURED = 60
_SMALLER_VALUES = (17.0, 14.0)


class Opening(Part):
    """The head of the first page: bar, kind and status, sign of the advised form, title and subtitle."""

    _above = 44.0

    def __init__(self, page: tree.TitlePage, after: float) -> None:
        super().__init__(0, after)
        self.page = page
        self.title = text(page.title, styles.TITLE, ALONG)
        too_wide = any(width_of(word, styles.TITLE) > ALONG for word in page.title.split()[:_MOST_WORDS_MEASURED])
        if too_wide or self.title.count > _MOST_TITLE_LINES:
            self.title = text(page.title, styles.TITLE_LONG, ALONG)
        self.subtitle = text(page.subtitle, styles.SUBTITLE, ALONG)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """At least the sign."""
        del height
        texts = heights([self.title]) + styles.TITLE.after + heights([self.subtitle])
        sign = _SIGN if self.page.form is not None else 0
        self.width, self.height = width, snap(self._above + max(texts, sign + 6) + 14)
        return width, self.height

    def draw(self) -> None:
        """Kind, status, title, subtitle."""
        canvas, top = self.canv, self.height
        draw_tint(canvas, 0, top - _BAR, FULL, _BAR, Role.ACCENT)
        if self.page.form is not None:
            draw_figure(canvas, form_glyph(self.page.form, _SIGN), 0, top - self._above - 6)
        draw_line_of_text(canvas, self.page.kind, AXIS, top - 20, styles.KIND, room=ALONG / 2)
        draw_line_of_text(canvas, self.page.status, FULL, top - 20, styles.KIND, Anchor.END, room=ALONG / 2 - GUTTER)
        y = top - self._above - self.title.height
        self.title.drawOn(canvas, AXIS, y)
        self.subtitle.drawOn(canvas, AXIS, y - styles.TITLE.after - self.subtitle.height)


class PanelHead(Part):
    """The top of the tinted summary: title and key figures, one a column of the grid."""

    _row = 3

    def __init__(self, panel: tree.Panel, place: Place) -> None:
        super().__init__()
        self.place = place
        self.title = text(panel.title, styles.PANEL_TITLE, ALONG)
        self.figures = [_key_figure(figure) for figure in panel.figures]

    @property
    def _rows(self) -> list[list[list[Text]]]:
        return [self.figures[at : at + self._row] for at in range(0, len(self.figures), self._row)]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Rounded up to the vertical unit."""
        del height
        figures = sum(max(map(heights, row)) + 7 for row in self._rows)
        self.width, self.height = width, snap(12 + heights([self.title]) + 4 + figures + 10)
        return width, self.height

    def draw(self) -> None:
        """Tint, title, key figures."""
        canvas: ReportCanvas = self.canv
        canvas.mark_place(self.place, self.height)
        draw_tint(canvas, -BLEED, 0, FULL + 2 * BLEED, self.height, Role.PANEL)
        draw_tint(canvas, -BLEED, self.height - _BAR, FULL + 2 * BLEED, _BAR, Role.ACCENT)
        y = self.height - 12 - self.title.height
        self.title.drawOn(canvas, AXIS, y)
        y -= 4
        for row in self._rows:
            y -= 7
            for column, (value, meaning) in enumerate(row, start=1):
                value.drawOn(canvas, column * AXIS, y - value.height)
                meaning.drawOn(canvas, column * AXIS, y - value.height - meaning.height)
            y -= max(map(heights, row))


def _key_figure(figure: tree.KeyFigure) -> list[Text]:
    """Value and meaning; a long value is set smaller, so that it stays on one line."""
    value = text(figure.value, styles.FIGURE_VALUE, COLUMN)
    for size in _SMALLER_VALUES:
        if value.count > 1:
            value = text(figure.value, replace(styles.FIGURE_VALUE, size=size), COLUMN)
    return [value, text(figure.text, styles.FIGURE_TEXT, COLUMN)]


class ContentsList(Part):
    """The chapters in two halves, each with its page and a link to it."""

    _line = 17.5
    _letter = 20.0

    def __init__(self, contents: tree.Contents, chapters: Sequence[Place], before: float) -> None:
        super().__init__(before, 0)
        self.chapters = chapters
        self.title = text(contents.title, styles.H3, FULL)
        room = 2 * COLUMN + GUTTER - self._letter - 24
        self.entries = [text(place.text, replace(styles.BODY, hyphenate=0), room) for place in chapters]

    @property
    def _half(self) -> int:
        return (len(self.chapters) + 1) // 2

    def _heights(self) -> list[float]:
        """The height of each entry; a long title takes more lines."""
        return [entry.wrap(0, 0)[1] + self._line - styles.BODY.leading for entry in self.entries]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The higher half."""
        del height
        each, half = self._heights(), self._half
        self.width = width
        self.height = snap(heights([self.title]) + 3.5 + max(sum(each[:half]), sum(each[half:])))
        return width, self.height

    def draw(self) -> None:
        """Title, then letter, title and page of each chapter."""
        self.title.drawOn(self.canv, 0, self.height - self.title.height)
        top = y = self.height - self.title.height - 3.5
        for index, (place, entry, height) in enumerate(zip(self.chapters, self.entries, self._heights(), strict=True)):
            y = top if index in (0, self._half) else y
            self._draw_entry(place, entry, 2 * AXIS * (index // self._half), y, height)
            y -= height

    def _draw_entry(self, place: Place, entry: Text, x: float, top: float, height: float) -> None:
        canvas: ReportCanvas = self.canv
        width, bottom = 2 * COLUMN + GUTTER, top - height
        letter = replace(styles.BODY, weight=styles.BOLD, colour=Role.ACCENT)
        base = top - 2 - entry.base
        draw_line_of_text(canvas, place.label, x, base, letter)
        entry.drawOn(canvas, x + self._letter, top - 2 - entry.height)
        canvas.draw_page_of(place, x + width, base)
        canvas.linkRect(place.title, place.key, (x, bottom, x + width, top), relative=1)
        draw_rule(canvas, x, bottom, width)
