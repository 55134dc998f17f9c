"""What stands on the audience window, in pixels and in words: light, whole, and nothing when it is blank."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.audience import AudienceWindow
from desktop.workshop.beamer import Beamer
from desktop.workshop.beamer_preview import BeamerControls, BeamerPreview
from desktop.workshop.stage import Drawer, Stage
from tests.desktop.workshop.fake_screens import LAPTOP, MIRROR, ROOM, FakeScreens, screen_of
from tests.models.figures.audience.pages import ASKED, COUNTED, LISTED
from wizards.look.look import Look
from wizards.look.tokens import DARK, LIGHT, Appearance


def colours_of(image: QImage) -> set[str]:
    step = max(1, image.height() // 120)
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    }


def grabbed(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def beamer_of(look: Look, *screens: object) -> Beamer:
    source = FakeScreens(*(screens or (LAPTOP, ROOM)))  # type: ignore[arg-type]
    beamer = Beamer(look, source, home=lambda: QRect(10, 10, 300, 200))
    source.setParent(beamer)
    return beamer


@pytest.mark.parametrize("appearance", list(Appearance))
def test_it_is_light_whatever_the_program_wears(qtbot: QtBot, appearance: Appearance) -> None:
    beamer = beamer_of(Look(appearance))
    beamer.show_page(ASKED)
    beamer.start()
    assert beamer.window is not None
    image = grabbed(beamer.window)
    assert image.pixelColor(image.width() // 2, image.height() // 6).name().upper() == LIGHT.surface
    assert image.pixelColor(4, 4).name().upper() == LIGHT.deep
    beamer.close()


def test_a_blank_screen_is_one_calm_colour(look: Look, qtbot: QtBot) -> None:
    beamer = beamer_of(look)
    beamer.show_page(ASKED)
    beamer.start()
    beamer.blank()
    assert beamer.window is not None
    assert colours_of(grabbed(beamer.window)) == {LIGHT.ink.lower()}
    beamer.close()


def test_another_shape_than_the_page_has_paper_around_it(qtbot: QtBot, look: Look) -> None:
    window = AudienceWindow()
    qtbot.addWidget(window)
    window.resize(300, 900)
    window.show_stage(Stage(Drawer().figures(ASKED, 300 / 900, 1.0, "")[0]), "Beamer: x", "y")
    image = grabbed(window)
    assert image.pixelColor(150, 10) == QColor(LIGHT.surface)
    assert LIGHT.deep.lower() in colours_of(image)


def test_a_page_is_drawn_once_for_each_shape(look: Look) -> None:
    drawer = Drawer()
    first = drawer.figures(COUNTED, 16 / 9, 1.0, "")
    assert drawer.figures(LISTED, 16 / 9, 1.0, "") is not first
    assert drawer.figures(COUNTED, 16 / 9, 1.0, "") is first
    assert drawer.figures(COUNTED, 4 / 3, 1.0, "") is not first


# --- the small picture


@pytest.fixture
def beamer(look: Look, qtbot: QtBot):
    made = beamer_of(look)
    yield made
    made.close()


def test_the_small_picture_is_as_the_room_sees_it(look: Look, beamer: Beamer, qtbot: QtBot) -> None:
    preview = BeamerPreview(look, beamer)
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    beamer.show_page(ASKED)
    beamer.start()
    assert preview.line.text() == "Dit ziet de zaal nu."
    assert "Hoeveel zeggenschap" in preview.picture.accessibleDescription()
    assert beamer.window is not None
    small = grabbed(preview.picture)
    large = grabbed(beamer.window).scaled(
        small.width() - 8, preview.picture.heightForWidth(small.width()) - 8,
        mode=Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    for share_x, share_y in ((0.5, 0.02), (0.02, 0.95), (0.5, 0.35), (0.9, 0.85)):
        at = QPoint(round(large.width() * share_x), round(large.height() * share_y))
        one, other = small.pixelColor(at + QPoint(4, 4)), large.pixelColor(at)
        assert abs(one.lightness() - other.lightness()) < 40, (share_x, share_y)


@pytest.mark.parametrize("appearance", (Appearance.LIGHT, Appearance.DARK))
def test_frozen_blank_and_away_are_said_and_drawn(qtbot: QtBot, appearance: Appearance) -> None:
    look, source = Look(appearance), FakeScreens(LAPTOP, ROOM)
    beamer = Beamer(look, source, home=lambda: QRect(10, 10, 300, 200))
    preview = BeamerPreview(look, beamer)
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    palette = LIGHT if appearance is Appearance.LIGHT else DARK

    def border() -> str:
        return grabbed(preview.picture).pixelColor(2, 60).name().upper()

    assert "staat uit" in preview.line.text() and border() == palette.line
    beamer.show_page(ASKED)
    beamer.start()
    assert border() == palette.ok
    beamer.freeze()
    beamer.show_page(LISTED)
    assert preview.line.text() == "Bevroren: de zaal ziet een eerder beeld." and border() == palette.warn
    assert "Hoeveel zeggenschap" in preview.accessibleDescription()
    beamer.blank()
    assert preview.line.text() == "Leeg scherm: de zaal ziet niets." and border() == palette.warn
    assert preview.accessibleDescription() == "Leeg scherm: de zaal ziet niets."
    source.become(LAPTOP)
    assert preview.line.text() == "Het scherm is weg: de zaal ziet niets." and border() == palette.danger
    beamer.close()


def test_the_small_picture_has_the_shape_of_the_screen(look: Look, qtbot: QtBot) -> None:
    source = FakeScreens(LAPTOP, screen_of(2, left=1366, width=1024, height=768))
    beamer = Beamer(look, source, home=lambda: QRect(10, 10, 300, 200))
    preview = BeamerPreview(look, beamer)
    qtbot.addWidget(preview)
    assert preview.picture.heightForWidth(408) == 300 + 8
    source.become(LAPTOP, ROOM)
    assert preview.picture.heightForWidth(408) == 225 + 8
    beamer.close()


# --- the buttons


def test_the_buttons_do_what_they_say(look: Look, beamer: Beamer, qtbot: QtBot) -> None:
    controls = BeamerControls(look, beamer)
    qtbot.addWidget(controls)
    controls.show()
    assert controls.freeze.isHidden() and controls.blank.isHidden()
    assert controls.where.text() == f"De zaal ziet het na de start op {ROOM.name}."
    controls.start.click()
    assert controls.freeze.isVisible() and controls.blank.isVisible()
    assert beamer.running and controls.start.words == "Stop de beamer"
    controls.freeze.click()
    assert beamer.frozen and controls.freeze.words == "Laat weer meelopen"
    controls.blank.click()
    assert beamer.blanked and controls.blank.words == "Toon weer"
    controls.swap.click()
    assert beamer.screen == LAPTOP
    assert controls.where.text() == f"De zaal kijkt naar {LAPTOP.name}."
    controls.larger.click()
    assert beamer.zoom == 1.1 and controls.text_size.text() == "Tekst in de zaal: 110%"
    controls.smaller.click()
    assert beamer.zoom == 1.0
    controls.start.click()
    assert not beamer.running and controls.blank.words == "Leeg scherm"


def test_sheets_are_turned_by_buttons(look: Look, beamer: Beamer, qtbot: QtBot) -> None:
    controls = BeamerControls(look, beamer)
    qtbot.addWidget(controls)
    beamer.show_page(LISTED._replace(rows=LISTED.rows * 20))
    assert controls.sheet.text() == f"Blad 1 van {beamer.sheets}"
    assert controls.previous.isHidden()
    controls.next.click()
    assert controls.sheet.text() == f"Blad 2 van {beamer.sheets}" and not controls.previous.isHidden()
    while not controls.next.isHidden():
        controls.next.click()
    assert beamer.sheet == beamer.sheets - 1
    controls.previous.click()
    assert beamer.sheet == beamer.sheets - 2


def test_with_one_screen_the_way_back_is_told(look: Look, qtbot: QtBot) -> None:
    source = FakeScreens(LAPTOP)
    beamer = Beamer(look, source, home=lambda: QRect(10, 10, 300, 200))
    controls = BeamerControls(look, beamer)
    qtbot.addWidget(controls)
    assert controls.where.text().startswith("Er is één scherm.") and "Esc" in controls.where.text()
    assert controls.swap.isHidden() and controls.choose.isHidden()
    source.become(LAPTOP, MIRROR)
    assert controls.where.text().startswith("Beide schermen tonen hetzelfde.")
    assert controls.swap.isHidden()
    source.become(LAPTOP, ROOM)
    assert not controls.swap.isHidden() and not controls.choose.isHidden()
    beamer.start()
    source.become(LAPTOP)
    assert controls.where.text() == "Het scherm is weg."
    beamer.close()
