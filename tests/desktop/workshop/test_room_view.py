"""The room helper: two distances in, type scale out, and a line to read aloud."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.workshop.room_view import RoomView
from models.knowledge import Knowledge
from models.workshop.pages import Words
from tests.desktop.workshop.stage_hands import Stage, on_stage
from wizards.look.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> RoomView:
    view = RoomView(stage.stand)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    return view


@pytest.fixture
def chosen(view: RoomView) -> list[Decimal]:
    scales: list[Decimal] = []
    view.scale_chosen.connect(scales.append)
    return scales


def measure(view: RoomView, qtbot: QtBot, distance: str, height: str) -> None:
    for field, text in ((view.distance, distance), (view.image, height)):
        field.line.clear()
        qtbot.keyClicks(field.line, text)
        field.line.edited.emit(text)


def test_two_distances_say_how_large(view: RoomView, chosen: list[Decimal], qtbot: QtBot) -> None:
    assert view.verdict.text() == "Vul links beide afstanden in."
    assert not view.use.isVisible()
    measure(view, qtbot, "14,4", "1,8")
    assert view.verdict.text() == "Maak de letters 1,35 keer zo groot."
    assert "8 keer de hoogte" in view.details.text()
    assert "4,6%" in view.details.text()
    assert chosen == []
    view.use.click()
    assert chosen == [Decimal("1.35")]
    assert view.now.text() == "De zaal ziet nu letters die 1,35 keer zo groot zijn."
    assert not view.use.isVisible()


def test_enter_takes_the_size(view: RoomView, chosen: list[Decimal], qtbot: QtBot) -> None:
    qtbot.keyClick(view.distance.line, Qt.Key.Key_Return)
    assert chosen == []
    measure(view, qtbot, "14,4", "1,8")
    qtbot.keyClick(view.image.line, Qt.Key.Key_Return)
    assert chosen == [Decimal("1.35")]


def test_back_to_the_usual_size(view: RoomView, chosen: list[Decimal], qtbot: QtBot) -> None:
    measure(view, qtbot, "14,4", "1,8")
    view.use.click()
    view.usual.click()
    assert chosen == [Decimal("1.35"), Decimal(1)]
    assert not view.usual.isVisible()
    assert view.now.text() == "De zaal ziet nu gewone letters."


def test_near_enough_needs_nothing(view: RoomView, qtbot: QtBot) -> None:
    measure(view, qtbot, "5", "2")
    assert view.verdict.text() == "De gewone grootte is goed te lezen."
    assert not view.use.isVisible()
    assert not view.far.isVisible()


def test_too_far_warns_in_words(view: RoomView, chosen: list[Decimal], qtbot: QtBot) -> None:
    measure(view, qtbot, "40", "1,5")
    assert view.far.isVisible()
    assert view.far.title.text().startswith("De achterste rij zit te ver weg.")
    view.use.click()
    assert chosen == [Decimal("2.0")]


@pytest.mark.parametrize("text", ["acht", "0", "-4", "1,234.5", "900"])
def test_what_is_no_distance_is_told_on_leaving(view: RoomView, qtbot: QtBot, text: str) -> None:
    measure(view, qtbot, text, "1,8")
    assert not view.distance.message.isVisible()
    view.distance.line.left.emit()
    assert view.distance.message.text() == "Vul meters in, bijvoorbeeld 8,5."
    assert view.distance.line.accessibleDescription() == view.distance.message.text()
    assert view.room is None
    qtbot.keyClicks(view.distance.line, "1")
    assert not view.distance.message.isVisible()


def test_the_room_reads_a_line_at_the_size_that_it_has(stage: Stage, view: RoomView, qtbot: QtBot) -> None:
    view.beamer.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Words)
    assert (page.title, page.text) == tuple(stage.knowledge.workshop.legible.model_dump().values())
    assert "3,4%" in page.note
    measure(view, qtbot, "14,4", "1,8")
    assert stage.hall.pages[-1] == page
    view.use.click()
    newer = stage.hall.pages[-1]
    assert isinstance(newer, Words)
    assert "4,6%" in newer.note


def test_the_beamer_can_say_what_it_kept(view: RoomView, chosen: list[Decimal]) -> None:
    view.show_scale(Decimal("1.5"))
    assert view.now.text() == "De zaal ziet nu letters die 1,5 keer zo groot zijn."
    assert view.usual.isVisible()
    assert chosen == []


def test_the_numbers_are_still_there_when_one_comes_back(view: RoomView, qtbot: QtBot) -> None:
    measure(view, qtbot, "14,4", "1,8")
    view.hide()
    view.show()
    assert (view.distance.line.text(), view.image.line.text()) == ("14,4", "1,8")
    assert view.use.isVisible()
