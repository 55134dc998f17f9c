"""The beamer on screens that come and go: nothing is lost, and the room sees what it should."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.audience import AudienceWindow
from desktop.workshop.beamer import Beamer
from models.figures.shapes import Text
from models.workshop.pages import Listed, Words
from tests.desktop.workshop.fake_screens import LAPTOP, MIRROR, ROOM, FakeScreens, screen_of
from tests.models.figures.audience.pages import ASKED, COUNTED, LISTED
from wizards.look.look import Look

LONG = Listed("Deel", "Lijst", "Een lange lijst", tuple(f"Punt {n} van deze lange lijst" for n in range(60)))
Make = Callable[..., Beamer]


@pytest.fixture
def screens() -> FakeScreens:
    return FakeScreens(LAPTOP, ROOM)


@pytest.fixture
def make(look: Look, screens: FakeScreens, qtbot: QtBot) -> Iterator[Make]:
    made: list[Beamer] = []

    def of(**named: object) -> Beamer:
        beamer = Beamer(look, screens, **{"home": lambda: QRect(100, 100, 800, 500), **named})  # type: ignore[arg-type]
        made.append(beamer)
        return beamer

    yield of
    for beamer in made:
        beamer.close()


def window_of(beamer: Beamer) -> AudienceWindow:
    assert beamer.window is not None
    return beamer.window


def words_of(beamer: Beamer) -> str:
    figure = beamer.stage().figure
    assert figure is not None
    return " ".join(shape.text for shape in figure.shapes if isinstance(shape, Text))


def said_by(beamer: Beamer) -> list[str]:
    said: list[str] = []
    beamer.said.connect(said.append)
    return said


# --- where


def test_it_starts_where_the_facilitator_is_not(make: Make) -> None:
    beamer = make()
    assert (beamer.running, beamer.screen, beamer.window) == (False, ROOM, None)
    beamer.start()
    assert beamer.running and beamer.screen == ROOM
    assert window_of(beamer).isVisible() and window_of(beamer).geometry() == ROOM.geometry


def test_it_starts_on_the_screen_of_last_time(make: Make, screens: FakeScreens) -> None:
    third = screen_of(3, left=4000, make="Epson")
    screens.become(LAPTOP, ROOM, third)
    beamer = make(screen_key=third.key)
    beamer.start()
    assert beamer.screen == third
    gone = make(screen_key="a screen in another room")
    gone.start()
    assert gone.screen == ROOM


def test_the_screen_of_last_time_is_not_taken_from_the_facilitator(make: Make) -> None:
    beamer = make(screen_key=LAPTOP.key)
    beamer.start()
    assert beamer.screen == ROOM
    beamer.start(LAPTOP.key)
    assert beamer.screen == LAPTOP


def test_the_place_of_the_window_that_it_belongs_to_counts(look: Look, screens: FakeScreens, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(1500, 100, 600, 400)
    window.show()
    beamer = Beamer(look, screens, parent=QObject(window))
    beamer.start()
    assert (beamer.home_screen, beamer.screen) == (ROOM, LAPTOP)
    beamer.close()


def test_swap_exchanges_both(make: Make) -> None:
    beamer = make()
    wanted: list[QRect] = []
    beamer.swap_wanted.connect(wanted.append)
    beamer.start()
    beamer.swap()
    assert beamer.screen == LAPTOP and window_of(beamer).geometry() == LAPTOP.geometry
    assert wanted == [ROOM.geometry]
    assert window_of(beamer).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_after_a_swap_the_facilitator_has_the_focus(look: Look, screens: FakeScreens, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(100, 100, 600, 400)
    window.show()
    beamer = Beamer(look, screens, parent=QObject(window))
    beamer.swap_wanted.connect(window.setGeometry)
    beamer.start()
    beamer.swap()
    qtbot.waitUntil(window.isActiveWindow)
    assert (beamer.home_screen, beamer.screen) == (ROOM, LAPTOP)
    beamer.close()


def test_with_one_screen_there_is_nothing_to_swap(make: Make, screens: FakeScreens) -> None:
    screens.become(LAPTOP)
    beamer = make()
    said = said_by(beamer)
    beamer.start()
    beamer.swap()
    assert beamer.screen == LAPTOP and said == ["Er is maar één scherm. Wisselen kan dan niet."]


@pytest.mark.parametrize("shown", ((LAPTOP,), (LAPTOP, MIRROR)))
def test_one_screen_or_a_mirrored_one(make: Make, screens: FakeScreens, shown: tuple) -> None:
    screens.become(*shown)
    beamer = make()
    assert beamer.one_screen
    beamer.start()
    assert window_of(beamer).isVisible() and beamer.running
    screens.become(LAPTOP, ROOM)
    assert not beamer.one_screen and beamer.running


def test_no_screen_at_all(make: Make, screens: FakeScreens) -> None:
    screens.become()
    beamer = make()
    said = said_by(beamer)
    beamer.start()
    assert not beamer.running and said == ["Er is geen scherm voor de zaal. Sluit een scherm aan."]


def test_unplugging_loses_nothing_and_plugging_in_shows_it_again(make: Make, screens: FakeScreens) -> None:
    beamer = make()
    said = said_by(beamer)
    beamer.show_page(LONG)
    beamer.next_sheet()
    beamer.start()
    beamer.freeze()
    beamer.show_page(LISTED)
    screens.become(LAPTOP)
    assert beamer.lost and beamer.running and beamer.frozen and not window_of(beamer).isVisible()
    assert beamer.screen is None
    screens.become(LAPTOP)
    assert len([text for text in said if text.startswith("Het scherm is weg.")]) == 1
    beamer.show_page(ASKED)
    moved = ROOM._replace(geometry=QRect(1366, 0, 1280, 720))
    screens.become(LAPTOP, moved)
    assert not beamer.lost and window_of(beamer).isVisible() and window_of(beamer).geometry() == moved.geometry
    assert beamer.page_shown is LONG and beamer.page_live is ASKED
    assert said[-1] == "Het scherm is er weer. De zaal ziet weer mee."


def test_a_computer_that_slept_shows_it_again(make: Make, screens: FakeScreens) -> None:
    beamer = make()
    beamer.start()
    beamer.blank()
    screens.become()
    assert not window_of(beamer).isVisible()
    screens.become(LAPTOP, ROOM)
    assert window_of(beamer).isVisible() and beamer.blanked and beamer.stage().figure is None


def test_another_screen_can_be_taken_while_the_first_is_away(make: Make, screens: FakeScreens) -> None:
    beamer = make()
    beamer.start()
    third = screen_of(3, left=1366, width=1024, height=768, make="Epson")
    screens.become(LAPTOP, third)
    beamer.start(third.key)
    assert not beamer.lost and beamer.screen == third and window_of(beamer).isVisible()
    screens.become(LAPTOP, third, ROOM._replace(geometry=QRect(2390, 0, 1920, 1080)))
    assert beamer.screen == third


def test_unplugging_while_it_does_not_run_says_nothing(make: Make, screens: FakeScreens) -> None:
    beamer = make()
    said = said_by(beamer)
    screens.become(LAPTOP)
    screens.become(LAPTOP, ROOM)
    assert said == [] and not beamer.running


def test_when_the_facilitators_screen_goes_the_way_back_is_told(make: Make, screens: FakeScreens, qtbot: QtBot) -> None:
    beamer = make()
    said = said_by(beamer)
    beamer.start()
    screens.become(ROOM._replace(geometry=QRect(0, 0, 1920, 1080)))
    assert beamer.one_screen and window_of(beamer).isVisible()
    assert said == ["Er is nog één scherm. Druk op Esc om de beamer te stoppen."]
    # So that the key works, also where it covers the other window.
    qtbot.waitUntil(window_of(beamer).isActiveWindow)


def test_another_resolution_is_laid_out_again(make: Make, screens: FakeScreens) -> None:
    beamer = make()
    beamer.show_page(COUNTED)
    beamer.start()
    assert beamer.sheets == 1
    screens.become(LAPTOP, ROOM._replace(geometry=QRect(1366, 0, 1024, 768)))
    assert beamer.aspect == pytest.approx(4 / 3) and beamer.sheets == 2
    assert window_of(beamer).size().toTuple() == (1024, 768)


# --- what


def test_the_room_sees_the_live_page(make: Make) -> None:
    beamer = make()
    beamer.start()
    beamer.show_page(ASKED)
    assert beamer.page_live is beamer.page_shown is ASKED
    assert "Hoeveel zeggenschap" in words_of(beamer)
    assert "Hoeveel zeggenschap" in window_of(beamer).accessibleDescription()
    assert window_of(beamer).accessibleName() == "Beamer: Samenwerkingsvorm"


def test_a_frozen_page_stays_with_its_sheet_while_the_clock_runs(make: Make) -> None:
    beamer = make()
    beamer.start()
    beamer.show_page(LONG)
    beamer.next_sheet()
    seen = words_of(beamer)
    beamer.freeze()
    beamer.previous_sheet()
    for page in (ASKED, LISTED, COUNTED):
        beamer.show_page(page)
        assert (beamer.page_shown, beamer.page_live) == (LONG, page) and words_of(beamer) == seen
    beamer.show_clock("4:12")
    assert "4:12" in words_of(beamer)
    assert "4:12" not in window_of(beamer).accessibleDescription()
    beamer.freeze(False)
    assert beamer.page_shown is COUNTED and "Praat hierover" in words_of(beamer)


def test_freezing_twice_keeps_the_first_page(make: Make) -> None:
    beamer = make()
    beamer.show_page(ASKED)
    beamer.start()
    beamer.freeze(True)
    beamer.show_page(LISTED)
    beamer.freeze(True)
    assert beamer.page_shown is ASKED
    beamer.freeze()
    assert not beamer.frozen and beamer.page_shown is LISTED


def test_nothing_is_held_back_while_it_is_off(make: Make) -> None:
    beamer = make()
    said = said_by(beamer)
    beamer.freeze()
    beamer.blank()
    assert said == ["De beamer staat uit. Start die eerst met F5."] * 2
    assert not beamer.frozen and not beamer.blanked


def test_blank_shows_nothing_and_says_nothing(make: Make) -> None:
    beamer = make()
    beamer.start()
    beamer.show_page(ASKED)
    beamer.blank()
    assert beamer.stage().figure is None and beamer.in_words() == ""
    assert window_of(beamer).accessibleDescription() == ""
    beamer.show_page(LISTED)
    assert beamer.stage().figure is None
    beamer.blank(False)
    assert beamer.page_shown is LISTED and beamer.stage().figure is not None


def test_after_a_stop_the_room_sees_the_live_page_again(make: Make) -> None:
    beamer = make()
    beamer.show_page(ASKED)
    beamer.start()
    beamer.freeze()
    beamer.blank()
    beamer.show_page(LISTED)
    beamer.toggle()
    assert (beamer.running, beamer.frozen, beamer.blanked) == (False, False, False)
    assert not window_of(beamer).isVisible()
    beamer.toggle()
    assert beamer.running and beamer.page_shown is LISTED


def test_sheets_go_to_their_ends_and_no_further(make: Make) -> None:
    beamer = make()
    beamer.show_page(LONG)
    assert beamer.sheets > 2
    beamer.previous_sheet()
    assert beamer.sheet == 0
    for _ in range(50):
        beamer.next_sheet()
    assert beamer.sheet == beamer.sheets - 1
    beamer.show_page(LONG._replace(rows=LONG.rows[:3]))  # the same list, shorter
    assert (beamer.sheet, beamer.sheets) == (0, 1)


def test_one_more_vote_keeps_the_sheet_and_another_page_starts_anew(make: Make) -> None:
    beamer = make(zoom=2.0)
    beamer.show_page(ASKED)
    beamer.next_sheet()
    assert beamer.sheet == 1
    beamer.show_page(ASKED._replace(done=12))
    assert beamer.sheet == 1
    beamer.show_page(ASKED._replace(question="Iets anders?"))
    assert beamer.sheet == 0


def test_text_is_as_large_as_zoom_and_room_ask_and_never_too_small(make: Make) -> None:
    beamer = make(zoom=1.25)
    assert (beamer.zoom, beamer.scale) == (1.25, 1.25)
    beamer.set_room_scale(Decimal("1.20"))
    assert beamer.scale == pytest.approx(1.5)
    said = said_by(beamer)
    for _ in range(20):
        beamer.zoom_by(1)
    assert beamer.scale == 2.0 and "groot" in said[-1]
    for _ in range(20):
        beamer.zoom_by(-1)
    assert beamer.scale == 1.0 and "klein" in said[-1]
    beamer.zoom_by(0)
    assert (beamer.zoom, beamer.scale) == (1.0, pytest.approx(1.2))


def test_a_step_back_is_seen_at_once_after_the_largest(make: Make) -> None:
    beamer = make()
    for _ in range(20):
        beamer.zoom_by(1)
    beamer.zoom_by(-1)
    assert beamer.scale < 2.0


def test_all_that_changes_is_told(make: Make, screens: FakeScreens, qtbot: QtBot) -> None:
    beamer = make()
    acts: tuple[Callable[[], object], ...] = (
        beamer.start,
        lambda: beamer.show_page(LONG),
        beamer.next_sheet,
        beamer.freeze,
        beamer.blank,
        lambda: beamer.show_clock("0:10"),
        lambda: beamer.zoom_by(1),
        lambda: beamer.set_room_scale(Decimal("1.3")),
        beamer.swap,
        lambda: screens.become(LAPTOP, ROOM._replace(geometry=QRect(1366, 0, 800, 600))),
        beamer.stop,
    )
    for act in acts:
        with qtbot.waitSignal(beamer.changed, timeout=500):
            act()


def test_nothing_is_told_where_nothing_changes(make: Make, qtbot: QtBot) -> None:
    beamer = make()
    beamer.show_page(Words("a", "b", "c"))
    with qtbot.assertNotEmitted(beamer.changed):
        beamer.show_page(Words("a", "b", "c"))
        beamer.previous_sheet()
        beamer.show_clock("")
        beamer.freeze(False)
        beamer.blank(False)
        beamer.stop()


def test_close_lets_go_of_the_window(look: Look, screens: FakeScreens, qtbot: QtBot) -> None:
    beamer = Beamer(look, screens)
    beamer.start()
    window = window_of(beamer)
    with qtbot.waitSignal(window.destroyed, timeout=2000):
        beamer.close()
    assert not beamer.running
    screens.become(LAPTOP)  # nobody listens any more


# --- the keys of its window


@pytest.mark.parametrize("key", (Qt.Key.Key_Escape, Qt.Key.Key_F5))
def test_a_key_stops_it(make: Make, qtbot: QtBot, key: Qt.Key) -> None:
    beamer = make()
    beamer.start()
    qtbot.keyClick(window_of(beamer), key)
    assert not beamer.running


def test_the_keys_of_the_facilitator_work_in_it(make: Make, qtbot: QtBot) -> None:
    beamer = make()
    beamer.start()
    beamer.show_page(LONG)
    window = window_of(beamer)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert beamer.sheet == 1
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert beamer.sheet == 0
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert beamer.frozen
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert beamer.blanked
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert beamer.screen == LAPTOP
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Equal, control)
    assert beamer.zoom == 1.1
    qtbot.keyClick(window, Qt.Key.Key_Plus, control | Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert beamer.zoom == 1.1
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert beamer.zoom == 1.0
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert beamer.running


def test_closing_its_window_stops_the_beamer_only(make: Make) -> None:
    beamer = make()
    beamer.start()
    window = window_of(beamer)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    window.close()
    assert not beamer.running
    beamer.start()
    assert window_of(beamer).isVisible()
