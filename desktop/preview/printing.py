"""Printing what is shown: each page as the printer's own dots, at its size on paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.preview.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["NO_PRINTER", "Printing", "ask_printer", "printer_for"]

NO_PRINTER = "Er is geen printer gevonden. Sla het document op als pdf, en druk het daarna af."
_MOST_DOTS = 400
"""Dots per inch, in shades: more shows on no paper, and takes long to hand over."""
_STRIP = 160
"""Dots: a page is drawn in strips this high, so that the window stays awake and memory small."""
_SAME = 1.02
"""A paper that is a trifle smaller than the page is the same paper."""


def ask_printer(
    parent: QWidget, title: str, size: QSizeF, pages: int, then: "Callable[[QPrinter], object]"
) -> object | None:
    """Ask on what to print; ``then`` is called with the printer. None where this computer has no printer.

    ``size``: of the first page, in points.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return None
    printer = printer_for(title, size)
    printer.setFromTo(1, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Afdrukken")
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(lambda: then(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own asks for a slot
    return dialog


def printer_for(title: str, size: QSizeF) -> "QPrinter":
    """A printer with paper of ``size`` (points), to the edge: the pages have margins of their own."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Vormwijzer")
    printer.setFullPage(True)
    printer.setPageSize(_paper(size))
    return printer


def _paper(size: QSizeF) -> QPageSize:
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    return QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


class Printing(QObject):
    """Prints one document, strip by strip. ``part``: how far it is; ``done``: a Dutch sentence about how it ended."""

    part = Signal(float)
    done = Signal(str)

    def __init__(self, data: bytes, printer: "QPrinter", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer, self._data = printer, data
        self._pages: PdfPages | None = None
        self._painter: QPainter | None = None
        self._wanted: list[int] = []
        self._at, self._down = 0, 0
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin; the rest goes on by itself."""
        self._pages = PdfPages(self._data)
        self._wanted = self._chosen(len(self._pages))
        self._turn(0)
        self._painter = QPainter()
        if not self._wanted or not self._painter.begin(self._printer):
            self._end("De printer reageert niet. Kies een andere printer, of sla het document op.")
            return
        self._next.start()

    def stop(self) -> None:
        """Print no further."""
        if self._pages is not None:
            self._printer.abort()
            self._end("Het afdrukken is gestopt.")

    def _chosen(self, count: int) -> list[int]:
        from PySide6.QtPrintSupport import QPrinter

        first, last = self._printer.fromPage(), self._printer.toPage()
        if self._printer.printRange() != QPrinter.PrintRange.PageRange or not first:
            first, last = 1, count
        chosen = list(range(max(first, 1) - 1, min(last or count, count)))
        backwards = self._printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
        return chosen[::-1] if backwards else chosen

    def _turn(self, at: int) -> None:
        """Have the paper lie as the page does."""
        if self._pages is not None and at < len(self._wanted):
            size = self._pages.sizes[self._wanted[at]]
            wide = size.width() > size.height()
            lying = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
            if self._printer.pageLayout().orientation() != lying:
                self._printer.setPageOrientation(lying)

    def _go_on(self) -> None:
        assert self._pages is not None and self._painter is not None
        page = self._wanted[self._at]
        dots = min(self._printer.resolution(), _MOST_DOTS) / 72
        width, height = self._pages.pixels(page, dots)
        strip = QRect(0, self._down, width, min(_STRIP, height - self._down))
        picture = self._pages.picture(page, dots, strip)
        if not _blank(picture):
            self._painter.drawImage(self._place(page, strip, dots), picture)
        self._down += strip.height()
        self.part.emit((self._at + self._down / height) / len(self._wanted))
        if self._down < height:
            return
        self._at, self._down = self._at + 1, 0
        if self._at == len(self._wanted):
            self._end("Het document is naar de printer gestuurd.")
            return
        self._turn(self._at)
        if not self._printer.newPage():
            self._end("De printer is gestopt. Niet alle pagina’s zijn afgedrukt.")

    def _place(self, page: int, strip: QRect, dots: float) -> QRectF:
        """Where a strip of a page stands on the paper, in the printer's own dots: in the middle, as large as it is."""
        assert self._pages is not None
        size = self._pages.sizes[page]
        own = self._printer.resolution() / 72
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()
        wide, high = size.width() * own, size.height() * own
        smaller = max(wide / paper.width(), high / paper.height())
        shrunk = 1.0 if smaller <= _SAME else 1 / smaller
        each = own / dots * shrunk
        left, top = (paper.width() - wide * shrunk) / 2, (paper.height() - high * shrunk) / 2
        return QRectF(left, top + strip.top() * each, strip.width() * each, strip.height() * each)

    def _end(self, words: str) -> None:
        self._next.stop()
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        if self._pages is not None:
            self._pages.close()
        self._painter = self._pages = None
        self.done.emit(words)


def _blank(picture: QImage) -> bool:
    """Whether there is nothing but paper: most of a page is, and it costs as much to print as ink."""
    held = bytes(picture.constBits())
    return held == b"\xff" * len(held)
