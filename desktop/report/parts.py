"""The boxes with a form of their own: opening, panel, contents, figure."""

from dataclasses import dataclass, replace

from desktop.report import styles, tree
from desktop.report.boxes import Box, Place, Stack, baseline_of, draw_stack, stack, stack_height
from desktop.report.layout import Pages
from desktop.report.pen import Pen
from desktop.report.styles import ALONG, AXIS, BLEED, COLUMN, FULL, GUTTER, snap
from desktop.report.typeset import text_size
from models.figures import Anchor, Figure, Role, form_glyph

__all__ = ["ContentsBox", "FigureBox", "OpeningBox", "PanelBox", "contents_box", "opening_box", "panel_box"]

_GLYPH = 88.0


@dataclass(frozen=True, kw_only=True)
class OpeningBox(Box):
    """The head of the first page: bar, kind and status, sign of the form, title and subtitle."""

    page: tree.TitlePage
    title: Stack
    subtitle: Stack

    @property
    def height(self) -> float:
        """At least the sign."""
        text = stack_height(self.title) + styles.TITLE.after + stack_height(self.subtitle)
        return snap(48 + max(text, _GLYPH if self.page.form is not None else 0) + 10)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Kind, status, title, subtitle."""
        pen.tint(x, y, FULL, 3, Role.ACCENT)
        pen.text(self.page.kind, x + AXIS, y + 20, styles.KIND)
        pen.text(self.page.status, x + FULL, y + 20, styles.KIND, Anchor.END)
        if self.page.form is not None:
            pen.figure(form_glyph(self.page.form, _GLYPH), x, y + 50)
        draw_stack(pen, self.title, x + AXIS, y + 44)
        draw_stack(pen, self.subtitle, x + AXIS, y + 44 + stack_height(self.title) + styles.TITLE.after)


def opening_box(page: tree.TitlePage) -> OpeningBox:
    """Set the opening; a title that is long, or has a word that no line holds, is set smaller."""
    title = stack(page.title, styles.TITLE, ALONG)
    if len(title) > 3 or any(text_size(word, styles.TITLE) > ALONG for word in page.title.split()):
        title = stack(page.title, styles.TITLE_LONG, ALONG)
    return OpeningBox(page=page, title=title, subtitle=stack(page.subtitle, styles.SUBTITLE, ALONG), after=35)


@dataclass(frozen=True, kw_only=True)
class PanelBox(Box):
    """The tinted summary; the tint hangs out on both sides, the text stays on its lines."""

    title: str
    figures: tuple[tuple[Stack, Stack], ...]
    rows: tuple[tuple[Stack, Stack], ...]

    @property
    def _top(self) -> float:
        """Height above the rows."""
        title = 45.0 if self.title else 14.0
        if not self.figures:
            return title
        return title + 14 + max(stack_height(value) + stack_height(text) for value, text in self.figures)

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        return snap(self._top + sum(_row_height(row) for row in self.rows) + 8)

    @property
    def least(self) -> float:
        """The top with two rows."""
        return self._top + sum(_row_height(row) for row in self.rows[:2])

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Between rows."""
        left, count = room - self._top - 8, 0
        for row in self.rows:
            left -= _row_height(row)
            if left < 0:
                break
            count += 1
        if not count or count == len(self.rows):
            return None
        rest = replace(self, title="", figures=(), rows=self.rows[count:], place=None, before=0)
        return replace(self, rows=self.rows[:count]), rest

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Tint, title, key figures, questions with answers."""
        left, width, bottom = x - BLEED, FULL + 2 * BLEED, y + self.height
        pen.tint(left, y, width, self.height, Role.PANEL)
        pen.tint(left, y, width, 3, Role.ACCENT)
        pen.tint(left, bottom - 0.8, width, 0.8, Role.ACCENT)
        if self.title:
            pen.text(self.title, x + AXIS, y + 31, styles.PANEL_TITLE)
        for index, (value, text) in enumerate(self.figures):
            at = x + (1 + index) * AXIS
            draw_stack(pen, value, at, y + 45)
            draw_stack(pen, text, at, y + 45 + stack_height(value))
        top = y + self._top
        for question, answer in self.rows:
            pen.rule(x, top, FULL, Role.RULE, 0.5)
            shift = baseline_of(styles.BODY) - baseline_of(styles.CELL_FIRST)
            draw_stack(pen, question, x, top + 6 + shift)
            draw_stack(pen, answer, x + AXIS, top + 6)
            top += _row_height((question, answer))


def _row_height(row: tuple[Stack, Stack]) -> float:
    return max(stack_height(row[0]), stack_height(row[1])) + 13


def panel_box(panel: tree.Panel, place: Place) -> PanelBox:
    """Set the summary."""
    figures = tuple(
        (stack(figure.value, styles.FIGURE_VALUE, COLUMN), stack(figure.text, styles.FIGURE_TEXT, COLUMN))
        for figure in panel.figures
    )
    body = replace(styles.BODY, after=0)
    rows = tuple(
        (stack(row.question, styles.CELL_FIRST, COLUMN), stack(row.runs, body, ALONG)) for row in panel.rows
    )
    return PanelBox(title=panel.title, figures=figures, rows=rows, after=21, place=place)


@dataclass(frozen=True, kw_only=True)
class ContentsBox(Box):
    """The chapters in two halves; the pages are filled in when all is placed."""

    title: str
    chapters: tuple[Place, ...]
    pages: Pages | None = None

    @property
    def _lines(self) -> int:
        return (len(self.chapters) + 1) // 2

    @property
    def height(self) -> float:
        """Title and lines."""
        return snap(17.5 + self._lines * 17.5)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Letter, title and page of each chapter, with a link to it."""
        assert self.pages is not None
        pen.text(self.title, x, y + baseline_of(styles.H3), styles.H3)
        width = 2 * COLUMN + GUTTER
        letter, page = replace(styles.BODY, weight=styles.BOLD, colour=Role.ACCENT), styles.KIND
        for index, place in enumerate(self.chapters):
            left = x + 2 * AXIS * (index // self._lines)
            bottom = y + 17.5 + 17.5 * (index % self._lines + 1)
            number = str(self.pages.page_of(place.key))
            pen.text(place.label, left, bottom - 5, letter)
            pen.text(place.text, left + 20, bottom - 5, styles.BODY)
            pen.text(number, left + width, bottom - 5, page, Anchor.END)
            pen.rule(left, bottom, width)
            pen.link(place.key, f"{place.title}, pagina {number}", left, bottom - 17.5, width, 17.5)


def contents_box(contents: tree.Contents, chapters: tuple[Place, ...]) -> ContentsBox:
    """The contents, at the foot of its page."""
    return ContentsBox(title=contents.title, chapters=chapters, sinks=True, before=14)


@dataclass(frozen=True, kw_only=True)
class FigureBox(Box):
    """A figure on the left of the frame."""

    figure: Figure

    @property
    def height(self) -> float:
        """Rounded up to the vertical unit."""
        return snap(self.figure.height)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Its shapes."""
        pen.figure(self.figure, x, y)
