"""The parts with a form of their own: head of the first page, head of the panel, contents."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.report import styles, tree
from desktop.report.pdf.blocks import Told
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.drawing import draw_figure, draw_line_of_text, draw_rule, draw_tint, width_of
from desktop.report.pdf.logos import Picture, picture_of
from desktop.report.pdf.parts import Part
from desktop.report.pdf.places import Place
from desktop.report.pdf.tags import Element, Link
from desktop.report.pdf.texts import Text, heights, text
from desktop.report.styles import ALONG, AXIS, BLEED, COLUMN, FULL, GUTTER, LEFT, PAGE_HEIGHT, snap
from models.figures import Anchor, Role, form_glyph

__all__ = ["ContentsList", "Opening", "PanelHead"]

_SIGN = 88.0
_BAR = 3.0
_MOST_TITLE_LINES = 3
_MOST_WORDS_MEASURED = 60
_SMALLER_VALUES = (17.0, 14.0)
_LOGO_GAP = 8.0


class Opening(Part):
    """The head of the first page: logo, bar, kind and status, sign of the advised form, title and subtitle."""

    _above = 44.0

    def __init__(self, page: tree.TitlePage, parent: Element, after: float) -> None:
        super().__init__(0, after)
        self.page = page
        self.logo: Picture | None = None if page.logo is None else picture_of(page.logo)
        self.logo_element = None if self.logo is None else parent.add("Figure", alt=self.logo.alt)
        self.kind, self.status = parent.add("P"), parent.add("P")
        self.title_element, self.subtitle_element = parent.add("H1"), parent.add("P")
        self.title = text(page.title, styles.TITLE, ALONG)
        too_wide = any(width_of(word, styles.TITLE) > ALONG for word in page.title.split()[:_MOST_WORDS_MEASURED])
        if too_wide or self.title.count > _MOST_TITLE_LINES:
            self.title = text(page.title, styles.TITLE_LONG, ALONG)
        self.subtitle = text(page.subtitle, styles.SUBTITLE, ALONG)

    @property
    def height(self) -> float:
        """At least the sign."""
        texts = self.title.height + styles.TITLE.after + self.subtitle.height
        sign = _SIGN if self.page.form is not None else 0
        return snap(self._above + max(texts, sign + 6) + 14)

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Kind, status, title, subtitle."""
        with canvas.artifact():
            draw_tint(canvas, LEFT, top - _BAR, FULL, _BAR, Role.ACCENT)
            if self.page.form is not None:
                draw_figure(canvas, form_glyph(self.page.form, _SIGN), LEFT, top - self._above - 6)
        if self.logo is not None and self.logo_element is not None:
            bottom = min(top + _LOGO_GAP, PAGE_HEIGHT - self.logo.height)
            self.logo_element.box = (LEFT, bottom, LEFT + self.logo.width, bottom + self.logo.height)
            with canvas.tagged(self.logo_element):
                self.logo.draw(canvas, LEFT, bottom)
        self._draw_lines(canvas, top - 20)
        y = top - self._above
        canvas.show(self.title_element, (self.title, LEFT + AXIS, y))
        y -= self.title.height + styles.TITLE.after
        canvas.show(self.subtitle_element, (self.subtitle, LEFT + AXIS, y))

    def _draw_lines(self, canvas: ReportCanvas, y: float) -> None:
        page = self.page
        with canvas.tagged(self.kind):
            draw_line_of_text(canvas, page.kind, LEFT + AXIS, y, styles.KIND, room=ALONG / 2)
        with canvas.tagged(self.status):
            room = ALONG - min(width_of(page.kind, styles.KIND), ALONG / 2) - GUTTER
            draw_line_of_text(canvas, page.status, LEFT + FULL, y, styles.KIND, Anchor.END, room=room)


class PanelHead(Part):
    """The top of the tinted summary: title and key figures, one a column of the grid."""

    _row = 3

    def __init__(self, panel: tree.Panel, place: Place, heading: Element, parent: Element) -> None:
        super().__init__()
        self.place, self.heading = place, heading
        self.title = text(panel.title, styles.PANEL_TITLE, ALONG)
        self.figures = [(_key_figure(figure), parent.add("P")) for figure in panel.figures]

    @property
    def _rows(self) -> list[list[tuple[list[Text], Element]]]:
        return [self.figures[at : at + self._row] for at in range(0, len(self.figures), self._row)]

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        figures = sum(max(heights(texts) for texts, _ in row) + 7 for row in self._rows)
        return snap(12 + self.title.height + 4 + figures + 10)

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Tint, title, key figures."""
        canvas.mark_place(self.place, top)
        height, width = self.height, FULL + 2 * BLEED
        with canvas.artifact():
            draw_tint(canvas, LEFT - BLEED, top - height, width, height, Role.PANEL)
            draw_tint(canvas, LEFT - BLEED, top - _BAR, width, _BAR, Role.ACCENT)
        canvas.show(self.heading, (self.title, LEFT + AXIS, top - 12))
        y = top - 12 - self.title.height - 4
        for row in self._rows:
            y -= 7
            for column, ((value, meaning), element) in enumerate(row, start=1):
                x = LEFT + column * AXIS
                canvas.show(element, (value, x, y), (meaning, x, y - value.height))
            y -= max(heights(texts) for texts, _ in row)


def _key_figure(figure: tree.KeyFigure) -> list[Text]:
    """Value and meaning; a long value is set smaller, so that it stays on one line."""
    value = text(figure.value, styles.FIGURE_VALUE, COLUMN)
    for size in _SMALLER_VALUES:
        if value.count > 1:
            value = text(figure.value, replace(styles.FIGURE_VALUE, size=size), COLUMN)
    return [value, text(figure.text, styles.FIGURE_TEXT, COLUMN)]


class ContentsList(Part):
    """The chapters in two halves, each with its page and a link to it."""

    sinks = True
    _line = 17.5
    _letter = 20.0

    def __init__(self, contents: tree.Contents, chapters: Sequence[Place], parent: Element, before: float) -> None:
        super().__init__(before, 0)
        self.chapters = chapters
        self.title: Told = (text(contents.title, styles.H3, FULL), parent.add("P"))
        room = 2 * COLUMN + GUTTER - self._letter - 24
        self.entries = [text(place.text, replace(styles.BODY, hyphenate=0), room) for place in chapters]
        listed = parent.add("TOC") if chapters else parent
        self.elements = [listed.add("TOCI").add("Reference").add("Link") for _ in chapters]

    @property
    def _half(self) -> int:
        return (len(self.chapters) + 1) // 2

    def _heights(self) -> list[float]:
        """The height of each entry; a long title takes more lines."""
        return [entry.height + self._line - styles.BODY.leading for entry in self.entries]

    @property
    def height(self) -> float:
        """The higher half."""
        each, half = self._heights(), self._half
        return snap(self.title[0].height + 3.5 + max(sum(each[:half]), sum(each[half:])))

    def draw(self, canvas: ReportCanvas, top: float) -> None:
        """Title, then letter, title and page of each chapter."""
        title, element = self.title
        canvas.show(element, (title, LEFT, top))
        start = y = top - title.height - 3.5
        for index, height in enumerate(self._heights()):
            y = start if index in (0, self._half) else y
            self._draw_entry(canvas, index, LEFT + 2 * AXIS * (index // self._half), y, height)
            y -= height

    def _draw_entry(self, canvas: ReportCanvas, index: int, x: float, top: float, height: float) -> None:
        place, entry, element = self.chapters[index], self.entries[index], self.elements[index]
        width, bottom = 2 * COLUMN + GUTTER, top - height
        letter = text(place.label, replace(styles.BODY, weight=styles.BOLD, colour=Role.ACCENT), self._letter * 2)
        with canvas.artifact():
            draw_rule(canvas, x, bottom, width)
        with canvas.tagged(element):
            canvas.speak((letter, x, top - 2), (entry, x + self._letter, top - 2))
            canvas.draw_page_of(place, x + width, top - 2 - entry.base)
        element.kids.append(Link(canvas.page, ((x, bottom, x + width, top),), place.title, place=place.key))
