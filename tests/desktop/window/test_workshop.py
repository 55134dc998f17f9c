"""The werksessie in the real window: its page, the keys of the beamer, one screen, paper, and the report."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from desktop.window.places import What
from desktop.workshop.paper_dialog import PaperDialog
from desktop.workshop.parts import PARTS
from desktop.workshop.pass_on import PassOn
from models.dossier import dossier_from_values
from models.storage.library import Library
from models.vocabulary import StepId, SubjectKind
from tests.desktop.window.workshop_hands import Held, settle
from tests.desktop.workshop.fake_screens import LAPTOP, MIRROR, ROOM, FakeScreens
from tests.models.samples import example
from tests.pdf_text import page_texts
from tests.wizards import audit


@pytest.fixture
def held(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Iterator[Held]:
    with Library.open(tmp_path / "m.db") as library:
        made = Held(window, library, qtbot)
        yield made
        window.close_dossier()
        settle()


def press(held: Held, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    held.window.activateWindow()
    settle()
    QTest.keyClick(held.window, key, modifier)
    settle()


def test_the_bar_and_a_key_lead_to_it(held: Held) -> None:
    held.window.bar.workshop_button.click()
    assert held.view.here.what is What.WORKSHOP and held.view.stack.currentWidget() is held.page
    assert held.view.rail.isHidden() and held.window.windowTitle().startswith("Werksessie · ")
    held.view.open_step(StepId.VORM)
    press(held, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert held.view.here.what is What.WORKSHOP


def test_before_it_is_begun_only_that_can_be_done(held: Held) -> None:
    held.view.show_workshop()
    settle()
    assert held.page.begin.isVisible() and not held.page.tabs.isVisible() and not held.page.stack.isVisible()
    held.page.begin_button.click()
    settle()
    assert held.page.tabs.isVisible() and not held.page.begin.isVisible()
    assert held.desk.workshop is not None


@pytest.mark.parametrize(("width", "zoom"), [(1280, 1.0), (960, 1.0), (1280, 2.0)])
def test_every_part_fits_and_has_names(held: Held, width: int, zoom: float) -> None:
    held.window.take_settings(Settings(zoom=zoom))
    held.window.resize(width, 720)
    held.begin()
    held.vote(1, 2, 2, 3, 4, 4, 5)
    held.desk.close_round()
    for part in (part.key for part in PARTS):
        held.page.open_part(part)
        settle()
        shown = held.page.parts[part]
        assert held.page.stack.currentWidget() is shown and shown.isVisible(), part
        assert audit.unnamed(held.page) == [] and audit.small_targets(held.page) == [], part
        assert shown.width() <= held.window.width(), part
    held.window.take_settings(Settings())


def test_what_the_room_sees_stands_beside_or_behind_a_button(held: Held) -> None:
    held.begin()
    assert held.page.side_area.isVisible() and not held.page.room.isVisible()
    held.window.resize(960, 640)
    settle()
    assert not held.page.side_area.isVisible() and held.page.room.isVisible()
    held.page.room.click()
    settle()
    assert held.page.side_area.isVisible() and not held.page.stack.isVisible()
    held.page.open_part("stemmen")
    settle()
    assert held.page.stack.isVisible() and not held.page.side_area.isVisible()


def test_the_keys_of_the_beamer_work_on_every_page(held: Held) -> None:
    held.begin()
    beamer = held.view.workshop.beamer
    beamer.start()
    held.view.open_step(StepId.OPGAVE)
    press(held, Qt.Key.Key_F7)
    assert beamer.frozen
    press(held, Qt.Key.Key_F8)
    assert beamer.blanked
    before = beamer.screen
    press(held, Qt.Key.Key_F9)
    assert beamer.screen != before
    press(held, Qt.Key.Key_F5)
    assert not beamer.running and held.view.here.what is What.WORKSHOP


def test_the_screen_is_asked_for_the_first_time_and_remembered(held: Held) -> None:
    from desktop.workshop.choose_screen import ChooseScreen

    held.begin()
    press(held, Qt.Key.Key_F5)
    dialog = held.window.findChild(ChooseScreen)
    assert dialog is not None and not held.view.workshop.beamer.running
    held.view.workshop.beamer.start(ROOM.key)
    dialog.reject()
    settle()
    assert held.window.settings.audience_screen == ROOM.key
    press(held, Qt.Key.Key_F5)
    assert not held.view.workshop.beamer.running
    press(held, Qt.Key.Key_F5)
    assert held.view.workshop.beamer.running
    held.view.workshop.beamer.zoom_by(1)
    assert held.window.settings.audience_zoom > 1.0


def test_on_one_screen_what_is_intern_is_hidden_while_the_beamer_runs(held: Held) -> None:
    held.begin()
    beamer, privacy = held.view.workshop.beamer, held.view.context.privacy
    beamer.start()
    assert not privacy.hidden
    held.screens.become(LAPTOP, MIRROR)
    assert privacy.hidden, "a mirrored beamer shows this very window"
    held.screens.become(LAPTOP, ROOM)
    assert not privacy.hidden
    held.screens.become(LAPTOP, MIRROR)
    beamer.stop()
    assert privacy.hidden and held.page.side.shared.isVisible(), "a mirror goes on showing it"


def test_with_one_screen_it_stays_hidden_until_somebody_says_that_nobody_looks_on(held: Held) -> None:
    held.begin()
    beamer, privacy, shared = held.view.workshop.beamer, held.view.context.privacy, held.page.side.shared
    assert not shared.isVisible()
    held.screens.become(LAPTOP)
    settle()
    assert not privacy.hidden and shared.isVisible() and not shared.isChecked()
    for _ in range(2):
        beamer.start()
        assert privacy.hidden
        beamer.show_clock("1:00")
        beamer.stop()
        assert privacy.hidden and shared.isChecked()
        shared.click()
        assert not privacy.hidden
    shared.click()
    assert privacy.hidden
    held.screens.become(LAPTOP, ROOM)
    assert not privacy.hidden


def test_a_screen_that_was_pulled_out_hides_nothing(held: Held) -> None:
    held.begin()
    beamer = held.view.workshop.beamer
    beamer.start(ROOM.key)
    held.screens.become(LAPTOP)
    assert beamer.lost and not held.view.context.privacy.hidden


def test_names_and_codes_do_not_stand_together_where_the_room_looks_on(held: Held) -> None:
    held.begin()
    assert held.desk.workshop is not None
    person = held.desk.workshop.participants[2]
    people = held.page.parts["deelnemers"]
    people.list.choose(person.id)  # type: ignore[attr-defined]
    settle()
    assert person.code in people.person.code.text() and people.person.code.isVisible()  # type: ignore[attr-defined]
    before = people.grab().toImage()
    held.view.context.privacy.hide(True)
    settle()
    assert not people.person.code.isVisible()  # type: ignore[attr-defined]
    assert people.list._people.codes is False  # type: ignore[attr-defined]
    assert people.grab().toImage() != before
    held.view.context.privacy.hide(False)


def test_the_laptop_goes_round_in_a_window_of_its_own(held: Held, qtbot: QtBot) -> None:
    held.begin()
    held.vote(3)
    held.page.open_part("stemmen")
    settle()
    page = held.page.parts["stemmen"].pass_on()  # type: ignore[attr-defined]
    settle()
    assert held.page.cover is page and page.isWindow() and page.isVisible()
    page.left.emit()
    settle()
    assert held.page.cover is None
    held.page.parts["stemmen"].pass_on()  # type: ignore[attr-defined]
    held.desk.close_round()
    settle()
    assert held.page.cover is None, "with the round it ends"


def test_the_laptop_does_not_go_round_while_the_room_sees_it(held: Held) -> None:
    held.begin()
    held.vote(3)
    held.screens.become(LAPTOP, MIRROR)
    settle()
    held.page.open_part("stemmen")
    said: list[str] = []
    held.page.said.connect(said.append)
    held.page.show_cover(PassOn(held.page.stand))
    assert held.page.cover is None and said == [
        "De zaal kijkt mee op dit scherm. Stem met handen of papier, of zet de beamer eerst uit."
    ]
    held.desk.drop_round()


def test_voting_sheets_are_written_for_the_codes(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    held.begin()
    held.page.open_part("deelnemers")
    held.page.sheets_wanted.emit()
    dialog = held.window.findChild(PaperDialog)
    assert dialog is not None and dialog.boxes[SubjectKind.SCORE].isChecked()
    dialog.answer("yes")
    settle()
    files = held.window.findChild(QFileDialog)
    assert files is not None
    path = tmp_path / "stembriefjes.pdf"
    files.fileSelected.emit(str(path))
    files.reject()
    qtbot.waitUntil(path.exists)
    text = "".join(page_texts(path.read_bytes()))
    assert held.desk.workshop is not None
    for person in held.desk.workshop.participants:
        assert person.code in text.replace(" ", "") and person.name not in text


def test_without_codes_that_is_said(held: Held) -> None:
    held.begin()
    held.desk.update(
        lambda one: one.model_copy(
            update={"participants": tuple(p.model_copy(update={"code": ""}) for p in one.participants)}
        )
    )
    said: list[str] = []
    held.view.workshop.said.connect(said.append)
    held.page.sheets_wanted.emit()
    assert said == ["Er zijn nog geen codes. Maak ze eerst bij Deelnemers."]


def test_the_report_tells_of_the_werksessie_and_follows_it(held: Held, qtbot: QtBot) -> None:
    held.begin()
    held.vote(1, 2, 2, 3, 4, 4, 5)
    held.desk.close_round()
    held.page.report.click()
    preview = held.view.files.preview
    qtbot.waitUntil(lambda: preview.shown is not None and not preview.maker.busy, timeout=20_000)
    assert preview.shown is not None and preview.shown.wish.edition.session is not None
    assert [one.n for one in preview.shown.wish.edition.session.rounds] == [7]
    held.desk.update(lambda one: one.model_copy(update={"name": "Een andere avond"}))
    qtbot.waitUntil(lambda: "Een andere avond" in text_of(preview.shown), timeout=20_000)
    held.view.escape()
    assert held.view.here.what is What.WORKSHOP


def text_of(made: object) -> str:
    data: bytes = made.data  # type: ignore[attr-defined]
    return "".join(page_texts(data))


def test_closing_the_dossier_keeps_all_and_darkens_the_room(held: Held) -> None:
    held.begin()
    held.vote(1, 2, 3)
    held.view.workshop.beamer.start()
    room = held.view.workshop.beamer.window
    held.window.close_dossier()
    settle()
    assert room is None or not room.isVisible()
    held.open()
    polling = held.desk.polling
    assert polling is not None and len(polling.done) == 3
    held.desk.drop_round()


def test_an_example_can_be_tried_and_says_that_it_is_not_kept(
    window: MainWindow, qtbot: QtBot, opened: Callable[..., DossierView]
) -> None:
    view = window.open_dossier(dossier_from_values(example("lindestreek")), None, read_only=True)
    view.workshop.screens = FakeScreens(LAPTOP)
    view.show_workshop()
    settle()
    assert any("niet bewaard" in label.text() for label in view.workshop.page.begin.findChildren(QLabel))
    view.workshop.page.begin_button.click()
    settle()
    assert view.workshop.desk.workshop is not None
    window.close_dossier()


def test_swapping_brings_the_window_to_the_other_screen(held: Held) -> None:
    held.begin()
    held.view.workshop.beamer.start(ROOM.key)
    held.view.workshop.beamer.swap_wanted.emit(ROOM.geometry)
    settle()
    assert ROOM.geometry.contains(held.window.geometry().center())


def test_a_room_that_looks_on_does_so_with_the_next_dossier_too(held: Held) -> None:
    """Else the attitudes in another dossier would be on the beamer before its werksessie is opened."""
    held.begin()
    held.screens.become(LAPTOP, MIRROR)
    settle()
    assert held.view.context.privacy.hidden
    held.window.show_start()
    other = held.window.open_dossier(dossier_from_values({**example("bar"), "id": "ander"}))
    assert other is not held.view and other.context.privacy.hidden
    other.context.privacy.hide(False)
    held.window.close_dossier()
    assert not held.window.open_dossier(held.dossier, held.library).context.privacy.hidden


def test_a_screen_that_is_mirrored_halfway_takes_the_laptop_out_of_sight(held: Held) -> None:
    """What somebody gave before, and what they choose now, would be on the beamer."""
    held.begin()
    held.vote(3)
    held.page.open_part("stemmen")
    held.page.show_cover(PassOn(held.page.stand))
    assert held.page.cover is not None
    said: list[str] = []
    held.page.said.connect(said.append)
    held.screens.become(LAPTOP, MIRROR)
    settle()
    assert held.page.cover is None and len(said) == 1
    held.desk.drop_round()
