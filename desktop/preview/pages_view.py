"""The pages of a PDF under each other, as on paper: always light, on a neutral ground."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.preview.finding import readable
from desktop.preview.geometry import Fit, Sheets, next_zoom, sheets_of
from desktop.preview.pdf_pages import PdfPages
from desktop.preview.tiles import Tiles
from wizards.look.look import Look

__all__ = ["Marks", "PagesView"]

Marks = Callable[[int], Sequence[tuple[QRectF, bool]]]
"""The places to mark on a page, in points from its top left; with each whether it is where one is."""

_MARK, _MARK_HERE = QColor("#FFE9A8"), QColor("#FFC83A")
"""Behind words that were found, and behind the place where one is; paper is light in every appearance."""
_EDGE = QColor("#12282C")
_SPOKEN = 4_000
"""Signs of a page that assistive technology gets at once; "Tekst van deze pagina" has all of them."""


class PagesView(QAbstractScrollArea):
    """``page_changed``: another page is in view; ``zoomed``: the size is another."""

    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: PdfPages | None = None
        self._tiles: Tiles | None = None
        self._sheets = Sheets((), 0, 0, 1.0)
        self._zoom = 1.0
        self.fit, self.page = Fit.WIDTH, 0
        self._marks: Marks = _no_marks
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that comes and goes would change the width that pages fit in.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look.changed.connect(self.viewport().update)
        self._describe()

    # --- what is shown

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another document, at the place where the one before it was shown."""
        before, place = self._sheets, self.verticalScrollBar().value()
        within = place - before.boxes[self.page].top() if before.boxes else 0
        self._pages, self._marks = pages, _no_marks
        self._tiles = Tiles(pages) if pages is not None else None
        self._lay_out()
        if before.boxes and self._sheets.boxes:
            self.verticalScrollBar().setValue(self._sheets.boxes[min(self.page, self.count - 1)].top() + within)
        self._scrolled()
        self._describe()

    def show_marks(self, marks: Marks | None) -> None:
        """Mark these places from now on; they are asked for when a page is drawn."""
        self._marks = marks or _no_marks
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    # --- size

    @property
    def zoom(self) -> float:
        """The size: 1 is that on paper."""
        return self._sheets.scale / self._paper if self._sheets.boxes else self._zoom

    def show_fit(self, fit: Fit) -> None:
        """Make pages as wide as the view, or wholly in it."""
        self._resize_to(fit, self._zoom)

    def show_zoom(self, zoom: float) -> None:
        """Make pages this large."""
        self._resize_to(Fit.FREE, zoom)

    def zoom_by(self, by: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self.show_zoom(next_zoom(self.zoom, by))

    # --- going

    def go_to(self, page: int, top: float = 0.0) -> None:
        """Show a page; ``top``: points from its top that come first."""
        if not self._sheets.boxes:
            return
        box = self._sheets.boxes[min(max(page, 0), self.count - 1)]
        down = round(top * self._sheets.scale) if top else 0
        self.verticalScrollBar().setValue(box.top() + down - self._gap // 2)

    def reveal(self, page: int, box: QRectF) -> None:
        """Scroll so that ``box`` of a page (points) can be seen."""
        scale, sheet = self._sheets.scale, self._sheets.boxes[page]
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        wide, high = self._view
        top, bottom = sheet.top() + box.top() * scale, sheet.top() + box.bottom() * scale
        if top < down.value() + high * 0.1 or bottom > down.value() + high * 0.9:
            down.setValue(round(top - high / 3))
        left, right = sheet.left() + box.left() * scale, sheet.left() + box.right() * scale
        if left < across.value() or right > across.value() + wide:
            across.setValue(round((left + right - wide) / 2))

    # --- inside

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def _paper(self) -> float:
        """Pixels of the screen for a point, at the size on paper."""
        return self.logicalDpiX() / 72 * self._ratio

    @property
    def _gap(self) -> int:
        return round(16 * self._ratio)

    @property
    def _view(self) -> tuple[int, int]:
        size = self.viewport().size()
        return round(size.width() * self._ratio), round(size.height() * self._ratio)

    def _lay_out(self) -> None:
        sizes = self._pages.sizes if self._pages is not None else ()
        view = self._view
        self._sheets = sheets_of(sizes, view, self.fit, self._zoom * self._paper, self._gap)
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._sheets.height, view[1]),
            (self.horizontalScrollBar(), self._sheets.width, view[0]),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(max(1, seen // 12))
            bar.setRange(0, max(0, whole - seen))
        self.viewport().update()

    def _resize_to(self, fit: Fit, zoom: float) -> None:
        scale, (_, high) = self._sheets.scale, self._view
        page = self.page
        line = self.verticalScrollBar().value() + high // 3
        part = (line - self._sheets.boxes[page].top()) / scale if self._sheets.boxes else 0.0
        self.fit, self._zoom = fit, zoom
        self._lay_out()
        if self._sheets.boxes:
            whole = self._sheets.boxes[page].top() - self._gap // 2
            place = self._sheets.boxes[page].top() + round(part * self._sheets.scale) - high // 3
            self.verticalScrollBar().setValue(whole if fit is Fit.PAGE else place)
            across = self.horizontalScrollBar()
            across.setValue(across.maximum() // 2)
        self._scrolled()
        self.zoomed.emit()

    def _scrolled(self) -> None:
        self.viewport().update()
        place, (_, high) = self.verticalScrollBar().value(), self._view
        last = place > 0 and place >= self.verticalScrollBar().maximum()
        page = self.count - 1 if last else self._sheets.at(place + high // 3)
        if page != self.page and 0 <= page < self.count:
            self.page = page
            self._describe()
            self.page_changed.emit(page)

    def _describe(self) -> None:
        if self._pages is None:
            self.setAccessibleName("Pagina’s van het afdrukvoorbeeld")
            self.setAccessibleDescription("Het afdrukvoorbeeld is er nog niet.")
            return
        self.page = min(self.page, max(self.count - 1, 0))
        self.setAccessibleName(f"Pagina {self.page + 1} van {self.count}")
        self.setAccessibleDescription(readable(self._pages.text(self.page))[:_SPOKEN])

    # --- events

    def event(self, event: QEvent) -> bool:
        """Another screen may have other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_again()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, at the same place."""
        super().resizeEvent(event)
        self._fit_again()

    def _fit_again(self) -> None:
        before = self._sheets
        page, place = self.page, self.verticalScrollBar().value()
        part = (place - before.boxes[page].top()) / before.scale if before.boxes else 0.0
        self._lay_out()
        if self._sheets.boxes:
            self.verticalScrollBar().setValue(self._sheets.boxes[page].top() + round(part * self._sheets.scale))
        self._scrolled()
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel: larger or smaller; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down go by the page, space by the view, plus and minus change the size."""
        key, down = event.key(), self.verticalScrollBar()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_PageDown:
            self.go_to(self.page + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go_to(self.page - 1)
        elif key == Qt.Key.Key_Home:
            down.setValue(0)
        elif key == Qt.Key.Key_End:
            down.setValue(down.maximum())
        elif key == Qt.Key.Key_Space:
            down.setValue(down.value() + round(self._view[1] * (-0.9 if shift else 0.9)))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw what can be seen of the pages, pixel for pixel."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("sunken"))
        if self._tiles is None:
            return
        painter.scale(1 / self._ratio, 1 / self._ratio)
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = QRect(corner, corner + QPoint(*self._view))
        for page in self._sheets.within(seen.top(), seen.bottom()):
            self._paint_page(painter, page, seen)

    def _paint_page(self, painter: QPainter, page: int, seen: QRect) -> None:
        assert self._tiles is not None
        box, scale = self._sheets.boxes[page], self._sheets.scale
        at = box.topLeft() - seen.topLeft()
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRect(at, box.size()).adjusted(-1, -1, 0, 0))
        for part, picture in self._tiles.of(page, scale, seen.translated(-box.topLeft())):
            painter.drawImage(at + part.topLeft(), picture)
        for place, here in self._marks(page):
            around = QRectF(place.topLeft() * scale, place.size() * scale).translated(at).adjusted(-2, -2, 2, 2)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(around, _MARK_HERE if here else _MARK)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            if here:
                painter.setPen(QPen(_EDGE, 2 * self._ratio))
                painter.drawRect(around)


def _no_marks(_page: int) -> Sequence[tuple[QRectF, bool]]:
    return ()
