"""A figure on screen: laid out at the width that there is, with its words and a table that says the same."""

from collections.abc import Callable, Mapping
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.figures.figure import Figure, Twin
from models.figures.metrics import BODY
from models.figures.shapes import Role
from wizards.look.look import FAMILY, Look
from wizards.look.painting import paint_figure
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.clipboard import copy_model
from wizards.widgets.text import Label

__all__ = ["FigureView", "Maker", "TwinTable", "figure_colours"]

Maker = Callable[[float], Figure]
"""Lays a figure out at a width, in units of a figure."""

_AIR, _PAD = 5, 6
"""Room above and beside the words of a cell."""
_OPEN, _SHUT = "Verberg tabel", "Toon als tabel"

_COLOURS: Mapping[Role, str] = {
    Role.ACCENT: "action",
    Role.MID: "edge",
    Role.BAND: "sunken",
    Role.PANEL: "ground",
    Role.GREY: "ink2",
    Role.RULE: "line",
    Role.BRICK: "danger",
    Role.PAPER: "surface",
    Role.DANGER_WASH: "danger_bg",
}
"""The roles of a figure that have another name on screen."""


def figure_colours(look: Look, paper: str = "surface") -> Mapping[Role, QColor]:
    """The colours of a figure in this look; ``paper``: role of the plane that it stands on."""
    colours = {role: look.colour(_COLOURS.get(role, role.value)) for role in Role}
    colours[Role.PAPER] = look.colour(paper)
    if paper == "wash":
        # Sunken is as light as wash: a band would not show there.
        colours[Role.BAND] = look.colour("surface")
    return colours


class FigureView(QWidget):
    """A figure with, when asked for, its table.

    Give it a ``figure`` that is made already, or ``make``, which lays one out at the width on screen and is asked
    again when that changes. ``show_title``: the title as a caption above. ``paper``: role of the plane behind it.
    To assistive technology its name is the title and its description the text alternative.
    """

    def __init__(
        self,
        look: Look,
        figure: Figure | None = None,
        *,
        show_title: bool = True,
        make: Maker | None = None,
        paper: str = "surface",
    ) -> None:
        super().__init__()
        self._look = look
        self._key: object = None
        self.canvas = _Canvas(look, paper)
        self._title = Label(look, role=TypeRole.BODY_BOLD) if show_title else None
        self._shut = Button(look, _SHUT, ButtonKind.QUIET, icon="list")
        self._shut.clicked.connect(self._turn_table)
        self.words = Label(look, colour="ink2")
        self.table: TwinTable | None = None
        layout = column(look.space(6))
        if self._title is not None:
            layout.addWidget(self._title)
        layout.addWidget(self.canvas)
        line = row()
        line.addWidget(self._shut)
        self.copy_button = Button(look, "Kopieer tabel", ButtonKind.QUIET, icon="export")
        self.copy_button.clicked.connect(self._copy)
        line.addWidget(self.copy_button)
        self.copy_button.hide()
        line.addStretch(1)
        layout.addLayout(line)
        self.words.hide()
        layout.addWidget(self.words)
        self._layout = layout
        self.setLayout(layout)
        if make is not None:
            self.show_made(make)
        elif figure is not None:
            self.show_figure(figure)

    @property
    def toggle(self) -> Button:
        """The button that opens and shuts the table."""
        return self._shut

    def show_figure(self, figure: Figure) -> None:
        """Show a figure that was laid out already; it shrinks where there is less room."""
        self._key = None
        self.canvas.take(lambda _width: figure, fixed=True)
        self._say()

    def show_made(self, make: Maker, *, key: object = None) -> None:
        """Show the figure that ``make`` lays out at the width on screen.

        ``key``: what it is made from; where that is the same as before, nothing is made anew.
        """
        if key is not None and key == self._key:
            return
        self._key = key
        self.canvas.take(make, fixed=False)
        self._say()

    def pass_by(self, make: Maker | None) -> None:
        """Paint this for a moment, on the way to the figure that is shown; None: the figure itself again."""
        self.canvas.pass_by(make)

    def figure(self) -> Figure | None:
        """The figure as it is shown now."""
        return self.canvas.figure()

    def open_table(self, on: bool) -> None:
        """Show or hide the table and the words."""
        if on and self.table is None:
            self.table = TwinTable(self._look)
            self._layout.addWidget(self.table)
        self._shut.setText(_OPEN if on else _SHUT)
        self.words.setVisible(on)
        if self.table is not None:
            self.table.setVisible(on)
        self.copy_button.setVisible(on)
        self._say()

    def _copy(self) -> None:
        if self.table is not None:
            copy_model(self.table.model(), labels=False)

    def _turn_table(self) -> None:
        self.open_table(self.table is None or self.table.isHidden())

    def showEvent(self, event: object) -> None:
        """Take the words of a figure that came while this was hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._say()

    def _say(self) -> None:
        figure = self.figure() if self.isVisible() else None
        if figure is None:
            return
        self.canvas.setAccessibleName(figure.title)
        self.canvas.setAccessibleDescription(figure.alt)
        self._shut.setAccessibleDescription(figure.title)
        if self._title is not None:
            self._title.setText(figure.title)
        if self.table is not None and not self.table.isHidden():
            self.words.setText(figure.alt)
            self.table.setAccessibleName(f"{figure.title}, als tabel")
            self.table.fill(figure.twin)


class _Canvas(QWidget):
    """Only the picture. Its height follows from its width."""

    def __init__(self, look: Look, paper: str) -> None:
        super().__init__()
        self._look, self._paper = look, paper
        self._make: Maker | None = None
        self._passing: Maker | None = None
        self._fixed = False
        self._made: dict[float, Figure] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._again)

    @property
    def _text_scale(self) -> float:
        """Pixels for one unit of a figure, so that its body text is as large as that of the page."""
        return QFontInfo(self._look.font()).pixelSize() / BODY

    def take(self, make: Maker, *, fixed: bool) -> None:
        """Draw what ``make`` gives from now on."""
        self._make, self._fixed, self._passing = make, fixed, None
        self._again()

    def pass_by(self, make: Maker | None) -> None:
        """Paint this instead until something else is asked for; the size stays."""
        self._passing = make
        self.update()

    def _again(self) -> None:
        self._made.clear()
        self.updateGeometry()
        self.update()

    def _at(self, width: int) -> tuple[Figure, float] | None:
        """The figure for ``width`` pixels, and its scale."""
        if self._make is None:
            return None
        units = 0.0 if self._fixed else max(width, 40) / self._text_scale
        if units not in self._made:
            if len(self._made) > 6:
                self._made.clear()
            self._made[units] = self._make(units)
        figure = self._made[units]
        return figure, min(self._text_scale, max(width, 1) / max(figure.width, 1))

    def figure(self) -> Figure | None:
        """The figure at the present width."""
        at = self._at(self.width())
        return at[0] if at is not None else None

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the figure at ``width``."""
        at = self._at(width)
        return 0 if at is None else ceil(at[0].height * at[1])

    def sizeHint(self) -> QSize:
        """As wide as there is room for, up to a text column."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_WState_Created) else 320
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may shrink."""
        return QSize(160, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the figure."""
        at = self._at(self.width())
        if at is None:
            return
        figure = at[0] if self._passing is None else self._passing(self.width() / self._text_scale)
        painter = QPainter(self)
        painter.scale(at[1], at[1])
        paint_figure(painter, figure, figure_colours(self._look, self._paper), FAMILY)


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their wrapped words: Qt reckons with the width of a cell without what its padding takes."""

    def __init__(self, table: "TwinTable", look: Look) -> None:
        super().__init__(table)
        self._table, self._look = table, look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of all lines."""
        hint, look = super().sizeHint(option, index), self._look
        margin = self._table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._table) + 1
        room = self._table.columnWidth(index.column()) - 2 * (look.space(_PAD) + margin) - 1
        box = look.metrics().boundingRect(
            QRectF(0, 0, max(room, 1), 100_000), int(Qt.TextFlag.TextWordWrap), str(index.data() or "")
        )
        return QSize(hint.width(), max(hint.height(), ceil(box.height()) + 2 * look.space(_AIR)))


class TwinTable(QTableWidget):
    """The table twin of a figure: text only, read with the arrow keys; as high as its rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self, look))
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setMaximumSectionSize(look.glyph(260))
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().sectionResized.connect(lambda *_: self.updateGeometry())
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        look = self._look
        self.setFont(look.font())
        # Cells of more than one line stand apart only with some air between the rows.
        self.setStyleSheet(f"QTableView::item {{ padding: {look.space(_AIR)}px {look.space(_PAD)}px; }}")
        header = self.horizontalHeader()
        header.setFont(look.font(TypeRole.CAPTION_BOLD))
        header.viewport().setFont(header.font())  # it paints with its own, which does not follow by itself
        self.updateGeometry()

    def fill(self, twin: Twin) -> None:
        """Take the cells of ``twin``; nothing moves where they are there already."""
        if (self.rowCount(), self.columnCount()) != (len(twin.rows), len(twin.head)):
            self.setRowCount(len(twin.rows))
            self.setColumnCount(len(twin.head))
        self.setHorizontalHeaderLabels(list(twin.head))
        for y, cells in enumerate(twin.rows):
            for x, text in enumerate(cells):
                item = self.item(y, x)
                if item is None:
                    self.setItem(y, x, QTableWidgetItem(text))
                elif item.text() != text:
                    item.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = sum(self.rowHeight(y) for y in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        return QSize(240, self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth() + bar + 2)

    def minimumSizeHint(self) -> QSize:
        """All rows: the page scrolls, not the table."""
        return QSize(160, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy takes the whole table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_model(self.model(), labels=False)
        else:
            super().keyPressEvent(event)
