"""Columns take the room there is; Tab goes as one reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from wizards.look.look import Look
from wizards.widgets.bars import ArmBars, Bar
from wizards.widgets.boxes import column
from wizards.widgets.columns import Columns
from wizards.widgets.order import put_in_reading_order, reading_order
from wizards.widgets.ticks import ticked


def shown(qtbot: QtBot, widget: QWidget, width: int) -> QWidget:
    window = QWidget()
    layout = column()
    window.setLayout(layout)
    layout.addWidget(widget)
    layout.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


def made(look: Look, count: int) -> tuple[Columns, list[QPushButton]]:
    columns = Columns(look, narrowest=200, most=3)
    buttons = [QPushButton(str(n)) for n in range(count)]
    for button in buttons:
        columns.add(button)
    return columns, buttons


def test_columns_follow_the_width(qtbot: QtBot, look: Look) -> None:
    columns, buttons = made(look, 4)
    window = shown(qtbot, columns, 900)
    assert [(b.y() == buttons[0].y()) for b in buttons] == [True, True, True, False]
    window.resize(300, 600)
    qtbot.waitUntil(lambda: len({b.x() for b in buttons}) == 1)
    assert len({b.y() for b in buttons}) == 4
    assert columns.heightForWidth(300) > columns.heightForWidth(900)


def test_what_is_left_out_leaves_no_hole_and_the_order_can_change(qtbot: QtBot, look: Look) -> None:
    columns, buttons = made(look, 3)
    _window = shown(qtbot, columns, 900)
    columns.keep({buttons[0], buttons[2]})
    qtbot.waitUntil(lambda: buttons[2].y() == buttons[0].y())
    assert not buttons[1].isVisible()
    columns.keep(set(buttons))
    columns.order((buttons[2], buttons[0], buttons[1]))
    qtbot.waitUntil(lambda: buttons[2].x() == 0)
    assert list(reading_order(columns)) == [buttons[2], buttons[0], buttons[1]]


def test_tab_goes_as_one_reads(qtbot: QtBot, look: Look) -> None:
    columns, buttons = made(look, 3)
    window = shown(qtbot, columns, 900)
    columns.order((buttons[1], buttons[0], buttons[2]))
    put_in_reading_order(window)
    buttons[1].setFocus()
    for button in (buttons[0], buttons[2]):
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        assert window.focusWidget() is button


def test_arms_say_what_they_show(qtbot: QtBot, look: Look) -> None:
    bars = ArmBars(look, "Gewichten")
    window = shown(qtbot, bars, 500)
    bars.show_bars((Bar("Een", 0.5, "5 van 10"), Bar("Twee", 0, "0 van 10")), "Een weegt het zwaarst.")
    assert bars.accessibleDescription() == "Een weegt het zwaarst. Een: 5 van 10. Twee: 0 van 10."
    bars.show_bars((Bar("Twee", 1.0, "10 van 10", leading=True),), "")
    assert not window.grab().isNull()
    assert bars.accessibleDescription() == "Twee: 10 van 10."


def test_ticking_keeps_what_is_not_offered() -> None:
    assert ticked(("old", "b"), "a", True, ("a", "b")) == ("old", "a", "b")
    assert ticked(("old", "b"), "b", False, ("a", "b")) == ("old",)
