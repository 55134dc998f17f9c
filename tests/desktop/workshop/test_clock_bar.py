"""The clock: started, held, lengthened and stopped; seen by the room, told once, back after a restart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.workshop.clock_bar import LONGEST, ClockBar
from models.knowledge import Knowledge
from tests.desktop.workshop.stage_hands import Stage, on_stage
from wizards.look.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def bar(stage: Stage, qtbot: QtBot) -> ClockBar:
    return made(stage, qtbot)


def made(stage: Stage, qtbot: QtBot) -> ClockBar:
    bar = ClockBar(stage.stand)
    qtbot.addWidget(bar)
    bar.resize(1200, 80)
    bar.show()
    return bar


def pick(bar: ClockBar, words: str) -> None:
    """Choose a clock in the list, as a person does."""
    place = bar.choice.findText(words)
    assert place > 0, words
    bar.choice.setCurrentIndex(place)
    bar.choice.activated.emit(place)


def type_minutes(bar: ClockBar, text: str, qtbot: QtBot) -> None:
    pick(bar, "Eigen tijd")
    bar.minutes.clear()
    qtbot.keyClicks(bar.minutes, text)
    qtbot.keyClick(bar.minutes, Qt.Key.Key_Return)


def test_a_preset_runs_where_the_room_sees_it(stage: Stage, bar: ClockBar) -> None:
    assert not bar.face.isVisible()
    pick(bar, "10 minuten")
    bar.start.click()
    assert stage.hall.clocks[-1] == "nog 10:00"
    stage.pass_time(65)
    assert stage.hall.clocks[-1] == "nog 8:55"
    assert bar.face.isVisible()
    assert bar.face.accessibleDescription() == "8:55, loopt"
    assert bar.name.text() == "10 minuten"


def test_the_first_clock_begins_a_werksessie(stage: Stage, bar: ClockBar) -> None:
    assert stage.desk.workshop is None
    bar.start_clock("Pauze", 60)
    assert stage.workshop.timer is not None


def test_without_a_choice_it_says_what_to_do(stage: Stage, bar: ClockBar) -> None:
    bar.start.click()
    assert bar.message.isVisible()
    assert bar.message.text() == "Kies eerst een tijd."
    assert stage.desk.workshop is None


def test_minutes_of_ones_own(stage: Stage, bar: ClockBar, qtbot: QtBot) -> None:
    assert not bar.minutes.isVisible()
    type_minutes(bar, "7", qtbot)
    assert stage.desk.seconds_left == 420
    assert bar.name.text() == "7 minuten"
    assert not bar.minutes.isVisible()
    type_minutes(bar, "1", qtbot)
    assert bar.name.text() == "1 minuut"


@pytest.mark.parametrize("text", ["", "abc", "0", "-3", "241", "2,5"])
def test_minutes_that_cannot_be(stage: Stage, bar: ClockBar, qtbot: QtBot, text: str) -> None:
    type_minutes(bar, text, qtbot)
    assert bar.message.text() == "Vul hele minuten in, van 1 tot 240."
    assert bar.minutes.accessibleDescription() == bar.message.text()
    assert stage.desk.workshop is None
    qtbot.keyClicks(bar.minutes, "5")
    assert not bar.message.isVisible()


def test_pause_and_go_on(stage: Stage, bar: ClockBar) -> None:
    bar.start_clock("10 minuten", 600)
    stage.pass_time(60)
    bar.turn.click()
    stage.pass_time(300)
    assert (stage.desk.seconds_left, bar.turn.words, bar.state.text()) == (540, "Verder", "Staat stil")
    bar.turn.click()
    stage.pass_time(10)
    assert (stage.desk.seconds_left, bar.turn.words, bar.state.text()) == (530, "Pauze", "Loopt")


def test_stop_takes_it_from_the_room(stage: Stage, bar: ClockBar) -> None:
    bar.start_clock("10 minuten", 600)
    bar.stop.click()
    assert stage.hall.clocks[-1] == ""
    assert not bar.face.isVisible()
    assert bar.start.isVisible()


def test_a_minute_more_while_it_runs_stands_still_or_is_over(stage: Stage, bar: ClockBar) -> None:
    bar.start_clock("1 minuut", 60)
    stage.pass_time(20)
    bar.more.click()
    assert stage.desk.seconds_left == 100
    bar.turn.click()
    bar.more.click()
    assert stage.desk.seconds_left == 160
    bar.turn.click()
    stage.pass_time(400)
    assert bar.state.text() == "De tijd is om"
    assert not bar.turn.isVisible()
    bar.more.click()
    assert (stage.desk.seconds_left, bar.state.text()) == (60, "Loopt")


def test_no_clock_grows_longer_than_can_be_kept(stage: Stage, bar: ClockBar, qtbot: QtBot) -> None:
    bar.start_clock("Lang", LONGEST)
    bar.turn.click()
    bar.more.click()
    stage.again()
    assert stage.desk.seconds_left == LONGEST


def test_the_end_is_told_once(stage: Stage, bar: ClockBar, qtbot: QtBot) -> None:
    told: list[str] = []
    bar.time_up.connect(told.append)
    bar.start_clock("Kort", 30)
    stage.pass_time(29)
    assert told == []
    stage.pass_time(1)
    stage.pass_time(40)
    stage.desk.update(lambda held: held.model_copy(update={"aim": "Samen kiezen"}))
    assert told == ["De tijd is om: Kort."]
    assert bar.face.accessibleDescription() == "+0:40, de tijd is om"
    bar.start_clock("Kort", 30)
    stage.pass_time(31)
    assert len(told) == 2


def test_after_a_restart_it_runs_on_and_what_ended_meanwhile_says_nothing(
    stage: Stage, bar: ClockBar, qtbot: QtBot
) -> None:
    bar.start_clock("2 minuten met twee", 120)
    stage.moment = stage.moment.replace(second=30)
    stage.again()
    other = made(stage, qtbot)
    told: list[str] = []
    other.time_up.connect(told.append)
    assert other.face.accessibleDescription() == "1:30, loopt"
    assert other.next.words == "Hierna: 4 minuten met vier"
    stage.moment = stage.moment.replace(minute=50)
    stage.again()
    late = made(stage, qtbot)
    late.time_up.connect(told.append)
    late.refresh()
    assert late.state.text() == "De tijd is om"
    assert told == []


def test_one_two_four_all(stage: Stage, bar: ClockBar) -> None:
    pick(bar, "1-2-4-allen (na elkaar)")
    bar.start.click()
    seen = [(bar.name.text(), stage.desk.seconds_left)]
    while bar.next.isVisible():
        stage.pass_time(7)
        bar.next.click()
        seen.append((bar.name.text(), stage.desk.seconds_left))
    assert seen == [
        ("1 minuut alleen", 60),
        ("2 minuten met twee", 120),
        ("4 minuten met vier", 240),
        ("5 minuten met allen", 300),
    ]


def test_another_clock_takes_the_place_of_the_one_that_runs(stage: Stage, bar: ClockBar) -> None:
    bar.start_clock("10 minuten", 600)
    assert not bar.start.isVisible()
    pick(bar, "3 minuten")
    assert bar.start.isVisible()
    assert stage.desk.seconds_left == 600
    bar.start.click()
    assert stage.desk.seconds_left == 180
    assert not bar.start.isVisible()
