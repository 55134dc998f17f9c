"""Printing: every page once, at its size, to be stopped."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.preview import printing as module
from desktop.preview.making import Made
from desktop.preview.pdf_pages import PdfPages
from desktop.preview.printing import Printing, ask_printer, printer_for


@pytest.fixture(autouse=True)
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dots that are quickly drawn."""
    monkeypatch.setattr(module, "_MOST_DOTS", 72)


def printer(made: Made, path: Path) -> tuple[QPrinter, int]:
    pages = PdfPages(made.data)
    size, count = pages.sizes[0], len(pages)
    pages.close()
    found = printer_for("Proef", size)
    found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found.setOutputFileName(str(path))
    return found, count


def pages_of(path: Path) -> list[tuple[float, float]]:
    pdf = pypdfium2.PdfDocument(path)
    sizes = [pdf.get_page_size(at) for at in range(len(pdf))]
    pdf.close()
    return sizes


def test_a_pdf_printer_gets_as_many_pages_of_the_same_size(made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "druk.pdf"
    found, count = printer(made, target)
    job, parts, words = Printing(made.data, found), list[float](), list[str]()
    job.part.connect(parts.append)
    job.done.connect(words.append)
    with qtbot.waitSignal(job.done, timeout=60_000):
        job.start()
    assert words == ["Het document is naar de printer gestuurd."]
    assert parts == sorted(parts) and parts[-1] == pytest.approx(1.0)
    sizes = pages_of(target)
    assert len(sizes) == count
    own = pypdfium2.PdfDocument(made.data)
    for at, size in enumerate(sizes):
        assert size == pytest.approx(own.get_page_size(at), abs=1)
    own.close()


def test_what_is_printed_stands_where_it_stands(made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "druk.pdf"
    found, _ = printer(made, target)
    found.setPrintRange(QPrinter.PrintRange.PageRange)
    found.setFromTo(2, 2)
    job = Printing(made.data, found)
    with qtbot.waitSignal(job.done, timeout=60_000):
        job.start()
    assert len(pages_of(target)) == 1
    printed, own = PdfPages(target.read_bytes()), PdfPages(made.data)
    one, other = printed.picture(0, 0.5), own.picture(1, 0.5)
    printed.close()
    own.close()
    far = 0
    for x in range(min(one.width(), other.width())):
        for y in range(min(one.height(), other.height())):
            far += abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 110
    assert far < 0.01 * one.width() * one.height()


def test_it_can_be_stopped(made: Made, qtbot: QtBot, tmp_path: Path) -> None:
    found, _ = printer(made, tmp_path / "druk.pdf")
    job, words = Printing(made.data, found), list[str]()
    job.done.connect(words.append)
    job.start()
    qtbot.waitSignal(job.part, timeout=10_000)
    job.stop()
    assert words == ["Het afdrukken is gestopt."]
    job.stop()
    qtbot.wait(20)
    assert words == ["Het afdrukken is gestopt."]


def test_a_smaller_paper_gets_the_whole_page_and_a_larger_one_its_own_size(made: Made, tmp_path: Path) -> None:
    found, _ = printer(made, tmp_path / "druk.pdf")
    for paper, shrunk in ((QPageSize.PageSizeId.A5, True), (QPageSize.PageSizeId.A3, False)):
        found.setPageSize(QPageSize(paper))
        job = Printing(made.data, found)
        job._pages = PdfPages(made.data)
        width, height = job._pages.pixels(0, 10.0)
        place = job._place(0, QRect(0, 0, width, height), 10.0)
        whole = found.pageLayout().fullRectPixels(found.resolution())
        assert place.left() >= -2 and place.right() <= whole.width() + 2
        natural = width / 10 * found.resolution() / 72
        assert (place.width() < natural - 5) is shrunk
        job._pages.close()


def test_without_a_printer_nothing_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask_printer(parent, "Proef", QSizeF(595, 842), 3, lambda _printer: None) is None
