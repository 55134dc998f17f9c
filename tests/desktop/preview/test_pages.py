"""What shows is what PDFium makes of the saved bytes, dot for dot."""

from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.preview import tiles as tiles_module
from desktop.preview.finding import readable
from desktop.preview.geometry import Fit
from desktop.preview.making import Made
from desktop.preview.pages_view import PagesView
from desktop.preview.pdf_pages import PdfPages
from desktop.preview.searching import Search
from desktop.preview.tiles import Tiles
from tests.desktop.preview.conftest import process
from wizards.look.look import Look
from wizards.look.tokens import Appearance


@pytest.fixture
def pages(qapp: object, made: Made) -> Iterator[PdfPages]:
    opened = PdfPages(made.data)
    yield opened
    opened.close()


@pytest.fixture
def shown(pages: PdfPages, qtbot: QtBot) -> Iterator[PagesView]:
    view = PagesView(Look())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_pages(pages)
    process()
    yield view
    view.show_pages(None)


def reference(data: bytes, page: int, scale: float) -> QImage:
    """The page as pypdfium2's own helper draws it."""
    pdf = pypdfium2.PdfDocument(data)
    opened = pdf[page]
    bitmap = opened.render(scale=scale, prefer_bgrx=True)
    size = (bitmap.width, bitmap.height, bitmap.stride)
    image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGB32).copy()
    for held in (bitmap, opened, pdf):
        held.close()
    return image


@pytest.mark.parametrize("scale", [0.7, 1.2345, 3.1])
def test_a_page_is_one_picture_that_equals_the_page(pages: PdfPages, made: Made, scale: float) -> None:
    wanted = reference(made.data, 1, scale)
    assert pages.pixels(1, scale) == (wanted.width(), wanted.height())
    assert [picture for _, picture in Tiles(pages).of(1, scale, QRect(0, 0, 9999, 9999))] == [wanted]


def test_a_large_page_comes_in_strips_without_seams(
    pages: PdfPages, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiles_module, "MOST_DOTS", 300_000)
    wanted = reference(made.data, 1, 2.0)
    strips = list(Tiles(pages).of(1, 2.0, QRect(0, 0, 9999, 9999)))
    assert len(strips) > 3 and sum(box.height() for box, _ in strips) == wanted.height()
    for box, picture in strips:
        one, other = (bytes(image.constBits()) for image in (picture, wanted.copy(box)))
        # A hairline that is cut by an edge may be a trace lighter.
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 1
    shown = QRect(300, 900, 10, 10)
    assert [box for box, _ in Tiles(pages).of(1, 2.0, shown)] == [b for b, _ in strips if b.intersects(shown)]


@pytest.mark.parametrize("appearance", list(Appearance))
def test_the_screen_shows_the_saved_bytes_dot_for_dot(
    shown: PagesView, made: Made, pages: PdfPages, appearance: Appearance
) -> None:
    shown._look.wear(appearance)
    for fit, page in ((Fit.WIDTH, 2), (Fit.PAGE, 1)):
        shown.show_fit(fit)
        shown.go_to(page)
        process()
        picture = shown.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        sheet = shown._sheets.boxes[page]
        corner = QPoint(shown.horizontalScrollBar().value(), shown.verticalScrollBar().value())
        there = sheet.translated(-corner).intersected(picture.rect())
        assert there.height() > 300
        wanted = reference(made.data, page, shown._sheets.scale).copy(there.translated(corner - sheet.topLeft()))
        assert picture.copy(there) == wanted


def test_parts_are_kept_within_bounds(pages: PdfPages) -> None:
    bound = 3 * pages.picture(0, 1.0).sizeInBytes()
    tiles = Tiles(pages, most_bytes=bound)
    for page in range(len(pages)):
        list(tiles.of(page, 1.0, QRect(0, 0, *pages.pixels(page, 1.0))))
        assert 0 < tiles.held <= bound
        assert tiles.held == sum(image.sizeInBytes() for image in tiles._kept.values())


def test_text_and_name_of_the_page_follow(shown: PagesView, pages: PdfPages) -> None:
    for page in (0, 3, len(pages) - 1):
        shown.go_to(page)
        assert shown.page == page
        assert shown.accessibleName() == f"Pagina {page + 1} van {len(pages)}"
        assert shown.accessibleDescription() == readable(pages.text(page))[:4000]
        assert shown.accessibleDescription()


def test_keys_leaf_scroll_and_zoom(shown: PagesView, qtbot: QtBot) -> None:
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.page == 2
    QTest.keyClick(shown, Qt.Key.Key_PageUp)
    assert shown.page == 1
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.page == shown.count - 1
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.page == 0
    place = shown.verticalScrollBar().value()
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert shown.verticalScrollBar().value() > place
    QTest.keyClick(shown, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert shown.verticalScrollBar().value() == place
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.verticalScrollBar().value() > place
    zoom = shown.zoom
    QTest.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.zoom > zoom and shown.fit is Fit.FREE
    QTest.keyClick(shown, Qt.Key.Key_Minus)
    QTest.keyClick(shown, Qt.Key.Key_Minus)
    assert shown.zoom < zoom


def test_zooming_keeps_the_page_and_whole_page_shows_one(shown: PagesView) -> None:
    shown.go_to(4)
    for act in (lambda: shown.show_zoom(3.0), lambda: shown.show_zoom(0.5), lambda: shown.show_fit(Fit.PAGE)):
        shown.go_to(4)
        act()
        assert shown.page == 4
    assert shown._sheets.boxes[4].height() <= shown.viewport().height()
    shown.show_zoom(1.0)
    assert shown.zoom == pytest.approx(1.0)
    assert shown._sheets.scale == pytest.approx(shown.logicalDpiX() / 72)


def test_a_wider_view_keeps_the_place(shown: PagesView) -> None:
    shown.go_to(3)
    for width in (900, 400, 1200):
        shown.resize(width, 500)
        process()
        assert shown.page == 3


def test_places_that_were_found_stand_on_their_words(pages: PdfPages) -> None:
    search = Search(pages)
    search.look_for("SAMENWERKING", 2)
    assert search.hits and search.here is not None and search.here.page >= 2
    assert search.said.endswith(f" van {len(search.hits)}")
    first = search.here
    search.go(1)
    search.go(-1)
    assert search.here == first
    for hit in search.hits[:5]:
        assert "samenwerking" in readable(pages.text(hit.page)[hit.start : hit.start + hit.count]).lower()
    page = search.here.page
    marks = search.marks(page)
    assert sum(here for _, here in marks) >= 1
    size = pages.sizes[page]
    for box, _ in marks:
        assert box.left() > 0 and box.right() < size.width() and box.top() > 0 and box.bottom() < size.height()
        # There is ink where the words are said to be.
        dots = pages.picture(page, 2.0).copy(
            QRect(round(box.x() * 2), round(box.y() * 2), 40, max(4, round(box.height() * 2)))
        )
        assert any(dots.pixelColor(x, y).lightness() < 140 for x in range(dots.width()) for y in range(dots.height()))
    search.look_for("xyzzy", 0)
    assert search.said == "Niet gevonden" and search.here is None and search.box() is None
    search.look_for("", 0)
    assert search.said == "" and search.marks(0) == ()


def test_contents_lead_to_pages_with_those_words(pages: PdfPages) -> None:
    entries = pages.contents()
    assert len(entries) > 5
    for entry in entries:
        assert 0 <= entry.page < len(pages) and 0 <= entry.top < pages.sizes[entry.page].height()
    words = entries[1].title.split()[-1]
    assert words.lower() in readable(pages.text(entries[1].page)).lower()
