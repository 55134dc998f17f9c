"""Tab goes in reading order over the whole window, reaches everything and is nowhere trapped; names and targets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from desktop.window.reading_order import reading_order
from models.vocabulary import StepId
from tests.desktop.window.conftest import press, settle
from tests.wizards.audit import controls, unnamed

MOST = 400


def test_tab_goes_from_bar_to_rail_to_page_to_panel(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    view.open_step(StepId.VORM)
    settle(qtbot)
    window.bar.crumb_home.setFocus()
    seen = []
    for _ in range(MOST):
        focus = window.focusWidget()
        zone = next(z for z in (window.bar, *view.zones()) if z.isAncestorOf(focus))
        if not seen or seen[-1] is not zone:
            seen.append(zone)
        press(window, Qt.Key.Key_Tab)
        if len(seen) > 4:
            break
    assert seen[:5] == [window.bar, view.rail, view.stack, view.footer, view.dock]


def test_shift_tab_is_the_way_back(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot)
    window.bar.crumb_home.setFocus()
    there = []
    for _ in range(12):
        there.append(window.focusWidget())
        press(window, Qt.Key.Key_Tab)
    back = []
    for _ in range(12):
        press(window, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(window.focusWidget())
    assert back == there[::-1]


def test_task_list_reads_from_title_to_steps_to_the_side(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot)
    order = reading_order(view.tasks)
    rows = [row for card in view.tasks.cards for row in card.rows]
    places = [order.index(widget) for widget in (view.tasks.title.change, *rows, view.tasks.go_on.go)]
    assert places == sorted(places)
    window.resize(960, 600)
    settle(qtbot)
    order = reading_order(view.tasks)
    assert order.index(view.tasks.go_on.go) < order.index(rows[0])


@pytest.mark.parametrize("step", list(StepId))
def test_every_page_is_reached_by_tab_and_nothing_holds_it(
    view: DossierView, window: MainWindow, qtbot: QtBot, step: StepId
) -> None:
    view.open_step(step)
    settle(qtbot)
    page = view.stack.currentWidget()
    assert page is not None
    press(window, Qt.Key.Key_Tab)
    first, last_focus, seen = window.focusWidget(), None, []
    for _ in range(MOST):
        press(window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert focus is not last_focus or isinstance(focus, QPlainTextEdit), focus
        last_focus = focus
        seen.append(focus)
        if focus is first:
            break
    else:
        pytest.fail("Tab does not come round")
    assert view.footer.on in seen
    heard = [widget.accessibleName() for widget in seen]
    for part in ("Mijn dossiers", "Takenlijst", "Controleer uw antwoorden"):
        assert part in heard
    assert any(page.isAncestorOf(widget) for widget in seen)


def test_focus_can_be_seen_where_tab_leads(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    view.open_step(StepId.OPGAVE)
    settle(qtbot)
    for _ in range(40):
        press(window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert focus is not None
        top = focus.mapTo(window, QPoint(0, 0)).y()
        assert -1 <= top < window.height(), focus


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_controls_of_the_shell_have_names_and_size(
    view: DossierView, window: MainWindow, qtbot: QtBot, zoom: float
) -> None:
    window.look.wear(zoom=zoom)
    for show in (view.show_tasks, view.show_findings, view.show_search, lambda: view.open_check(StepId.DOELEN)):
        show()
        settle(qtbot)
        assert unnamed(window) == []
        for control in controls(window):
            if control.isVisible() and not isinstance(control.parent(), type(None)):
                assert control.height() >= 24, control
                assert control.width() >= 24, control
