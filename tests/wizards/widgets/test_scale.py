"""The scale of five stops: mouse, keyboard, assistive technology, many partners."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN
from wizards.look.look import Look
from wizards.widgets.answer_pills import AnswerPills
from wizards.widgets.scale import FiveScale, PartnerMark

WORDS = ("Eén taak", "Enkele taken", "Bijna alle taken")


@pytest.fixture
def scale(qtbot: QtBot, look: Look) -> FiveScale:
    made = FiveScale(look)
    qtbot.addWidget(made)
    made.ask("Hoeveel taken?", WORDS)
    made.resize(580, 240)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def answers(scale: FiveScale | AnswerPills) -> list[Any]:
    got: list[Any] = []
    scale.answered.connect(got.append)
    return got


def test_each_stop_is_a_radio_button_with_its_words(scale: FiveScale) -> None:
    names = [stop.accessibleName() for stop in scale.line.stops]
    assert names[0] == "1 van 5: Eén taak"
    assert names[2] == "3 van 5: Enkele taken"
    assert names[4] == "5 van 5: Bijna alle taken"
    roles = {QAccessible.queryAccessibleInterface(stop).role() for stop in scale.line.stops}
    assert roles == {QAccessible.Role.RadioButton}
    group = QAccessible.queryAccessibleInterface(scale.line)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Hoeveel taken?"


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_click_answers(qtbot: QtBot, scale: FiveScale, number: int) -> None:
    got = answers(scale)
    qtbot.mouseClick(scale.line.stops[number - 1], Qt.MouseButton.LeftButton)
    assert got == [number]


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_1, 1),
        (Qt.Key.Key_5, 5),
        (Qt.Key.Key_W, UNKNOWN),
        (Qt.Key.Key_N, NOT_APPLICABLE),
        (Qt.Key.Key_L, LATER),
        (Qt.Key.Key_Delete, None),
        (Qt.Key.Key_Backspace, None),
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Up, 4),
        (Qt.Key.Key_Down, 2),
    ],
)
def test_keys_answer(qtbot: QtBot, scale: FiveScale, key: Qt.Key, answer: object) -> None:
    scale.show_value(3)
    scale.take_focus()
    got = answers(scale)
    qtbot.keyClick(scale.line.stops[2], key)
    assert got == [answer]


def test_arrows_stop_at_the_ends_and_begin_where_the_focus_is(qtbot: QtBot, scale: FiveScale) -> None:
    got = answers(scale)
    scale.take_focus()
    qtbot.keyClick(scale.line.stops[0], Qt.Key.Key_Right)
    scale.show_value(5)
    qtbot.keyClick(scale.line.stops[4], Qt.Key.Key_Right)
    scale.show_value(1)
    qtbot.keyClick(scale.line.stops[0], Qt.Key.Key_Left)
    assert got == [1, 5, 1]


def test_the_focus_follows_the_answer(qtbot: QtBot, scale: FiveScale) -> None:
    scale.answered.connect(scale.show_value)
    scale.show_value(2)
    scale.take_focus()
    qtbot.keyClick(scale.line.stops[1], Qt.Key.Key_Right)
    assert scale.line.stops[2].hasFocus()
    assert scale.line.group.checkedId() == 3


def test_enter_goes_on_and_a_shortcut_answers_nothing(qtbot: QtBot, scale: FiveScale) -> None:
    got = answers(scale)
    scale.take_focus()
    with qtbot.waitSignal(scale.entered):
        qtbot.keyClick(scale.line.stops[0], Qt.Key.Key_Return)
    qtbot.keyClick(scale.line.stops[0], Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert got == []


def test_showing_a_value_tells_nobody(scale: FiveScale) -> None:
    got = answers(scale)
    for value in (4, 4, None, 1):
        scale.show_value(value)
        assert scale.line.group.checkedId() == (value or -1)
    assert got == []


def test_tokens_need_room_and_are_told(scale: FiveScale) -> None:
    empty = scale.line.heightForWidth(580)
    scale.show_marks((PartnerMark("A", "Aalten", 2), PartnerMark("B", "Borne", 5)), wide=True)
    few = scale.line.heightForWidth(580)
    scale.show_marks(tuple(PartnerMark(f"P{n}", f"Plaats {n}", 3) for n in range(40)))
    many = scale.line.heightForWidth(580)
    assert empty < few < many
    scale.grab()
    scale.show_marks((PartnerMark("A", "Aalten", 2),))
    assert scale.line.accessibleDescription() == "Antwoorden van de partners: Aalten 2."


def test_pills_answer_clear_and_take_the_same_keys(qtbot: QtBot, look: Look) -> None:
    pills = AnswerPills(look, "Antwoord van Aalten")
    qtbot.addWidget(pills)
    with qtbot.waitActive(pills):
        pills.show()
        pills.activateWindow()
    got = answers(pills)
    button = pills._buttons["4"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_W)
    qtbot.keyClick(button, Qt.Key.Key_2)
    qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert got == [4, None, UNKNOWN, 2, None]
    pills.show_value(LATER)
    assert pills.value() == "later"
