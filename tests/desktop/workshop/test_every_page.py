"""Every public page on every size of screen, with the letters that Qt really draws: whole, and large enough."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from desktop.workshop.beamer import Beamer
from models.figures.shapes import Anchor, Text, Weight
from models.workshop.pages import Page
from tests.desktop.workshop.fake_screens import LAPTOP, SIZES, FakeScreens, screen_of
from tests.models.figures.audience.pages import PAGES
from wizards.look.look import FAMILY, Look

_SMALLEST = 0.034


def measure(weight: Weight) -> QFontMetricsF:
    font = QFont(FAMILY)
    font.setPixelSize(200)
    font.setWeight(QFont.Weight.DemiBold if weight is Weight.SEMIBOLD else QFont.Weight.Normal)
    return QFontMetricsF(font)


@pytest.mark.parametrize("width, height", SIZES)
@pytest.mark.parametrize("zoom", (1.0, 2.0))
def test_no_text_is_cut_off_or_smaller_than_the_rule(
    look: Look, qtbot: QtBot, width: int, height: int, zoom: float
) -> None:
    room = screen_of(2, left=1366, width=width, height=height)
    beamer = Beamer(look, FakeScreens(LAPTOP, room), zoom=zoom, home=lambda: QRect(0, 0, 200, 200))
    beamer.start()
    metrics = {weight: measure(weight) for weight in (Weight.REGULAR, Weight.SEMIBOLD)}
    for page in PAGES:
        beamer.show_page(page)
        for _ in range(beamer.sheets):
            figure = beamer.stage().figure
            assert figure is not None
            pixels = min(width / figure.width, height / figure.height)
            texts = [shape for shape in figure.shapes if isinstance(shape, Text)]
            assert texts
            for text in texts:
                assert text.size * pixels >= _SMALLEST * height * 0.999, text
                wide = metrics[text.weight].horizontalAdvance(text.text) * text.size / 200
                left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
                assert left >= 0 and left + wide <= figure.width, text
                assert text.y - text.size * 0.7 >= 0 and text.y + text.size * 0.2 <= figure.height, text
            beamer.next_sheet()
    beamer.close()


@pytest.mark.parametrize("width, height", SIZES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: type(page).__name__)
def test_every_page_can_be_painted(look: Look, qtbot: QtBot, page: Page, width: int, height: int) -> None:
    room = screen_of(2, left=1366, width=width, height=height)
    beamer = Beamer(look, FakeScreens(LAPTOP, room), home=lambda: QRect(0, 0, 200, 200))
    beamer.show_page(page)
    beamer.show_clock("nog 4:12")
    beamer.start()
    assert beamer.window is not None
    image = beamer.window.grab().toImage()
    assert (image.width(), image.height()) == (width, height)
    step = width // 64
    colours = {image.pixelColor(x, height - height // 12).name() for x in range(0, width, step)}
    assert "#ffc83a" in colours  # the clock, on every page
    beamer.close()
