"""The start view by itself: what it shows, and what it asks for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.start.rows import Row
from desktop.start.view import StartView
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look
from wizards.look.tokens import Appearance

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
BLOCKS = (("finished", "busy", "recheck", "problem", "not_started"), ("not_started",) * 4, ("busy",) * 4, ("finished",))


def rows(count: int) -> list[Row]:
    names = tuple(f"Gemeente {chr(65 + number % 26)}" for number in range(count))
    return [Row(f"d{n}", f"Dossier {n}", names, NOW - timedelta(days=n), "Kiezen", 2, 14, BLOCKS) for n in range(count)]


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> Iterator[StartView]:
    made = StartView(look)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize("count", [0, 1, 40])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("width", [960, 1280])
def test_everything_has_a_name_and_room(view: StartView, qtbot: QtBot, count: int, zoom: float, width: int) -> None:
    view.show_rows(rows(count))
    view._look.wear(zoom=zoom)
    view.resize(width, 720)
    qtbot.wait(10)
    for found in (unnamed(view), small_targets(view), rich_labels(view), cut_off(view), overlapping(view)):
        assert found == []


@pytest.mark.parametrize("appearance", list(Appearance))
def test_it_draws_in_every_appearance(view: StartView, appearance: Appearance) -> None:
    view.show_rows(rows(5))
    view._look.wear(appearance)
    assert not view.grab().isNull()


def test_the_signpost_folds_before_the_list_does(view: StartView, qtbot: QtBot) -> None:
    assert view.panel.isVisible()
    view.resize(980, 720)
    assert not view.panel.isVisible()
    view.resize(1280, 720)
    view._look.wear(zoom=1.5)
    assert not view.panel.isVisible()


def test_search_leaves_what_fits_and_says_when_nothing_does(view: StartView, qtbot: QtBot) -> None:
    view.show_rows(rows(12))
    middle = view.dossiers
    view.focus_search()
    qtbot.keyClicks(middle.search, "dossier 11")
    assert [row.title for row in middle.model.shown] == ["Dossier 11"]
    qtbot.keyClicks(middle.search, "x")
    assert middle.nothing.isVisible() and not middle.list.isVisible()
    middle.nothing.cleared.emit()
    assert len(middle.model.shown) == 12


def test_last_changed_comes_first_and_the_place_is_kept(view: StartView) -> None:
    view.show_rows(list(reversed(rows(5))), "d3")
    assert [row.id for row in view.dossiers.model.shown] == [f"d{n}" for n in range(5)]
    assert view.dossiers.selected_id() == "d3"
    view.show_rows(rows(5))
    assert view.dossiers.selected_id() == "d3"
    view.show_rows(rows(2))
    assert view.dossiers.selected_id() == "d0"


def test_every_action_of_the_menu_asks_for_its_dossier(view: StartView) -> None:
    view.show_rows(rows(2), "d1")
    asked: list[tuple[object, ...]] = []
    view.open_wanted.connect(lambda *a: asked.append(("open", *a)))
    view.duplicate_wanted.connect(lambda *a: asked.append(("duplicate", *a)))
    view.export_wanted.connect(lambda *a: asked.append(("export", *a)))
    view.archive_wanted.connect(lambda *a: asked.append(("archive", *a)))
    view.delete_wanted.connect(lambda *a: asked.append(("delete", *a)))
    menu = view.dossiers.list.menu()
    for action in menu.actions():
        if action.objectName() and action.objectName() != "rename":
            action.trigger()
    assert asked == [
        ("open", "d1"),
        ("duplicate", "d1"),
        ("export", "d1"),
        ("archive", "d1", True),
        ("delete", "d1"),
    ]
    menu.deleteLater()


def test_a_click_on_the_chevron_opens(view: StartView, qtbot: QtBot) -> None:
    view.show_rows(rows(2))
    shelf = view.dossiers.list
    box = shelf.visualRect(view.dossiers.model.index(1, 0))
    with qtbot.waitSignal(view.open_wanted) as heard:
        at = box.center()
        at.setX(box.right() - 20)
        qtbot.mouseClick(shelf.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["d1"]


def test_a_dossier_that_is_dropped_is_imported(view: StartView, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.vormwijzer", "plaatje.png")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(view.import_wanted) as heard:
        view.dropEvent(event)
    assert heard.args == [(tmp_path / "a.vormwijzer",)]


def test_a_library_that_does_not_open(view: StartView, qtbot: QtBot) -> None:
    view.show_trouble("Een ander programma gebruikt Mijn dossiers.")
    middle = view.dossiers
    assert middle.trouble.isVisible() and not middle.empty.isVisible()
    view.ask_new()
    assert not middle.card.isVisible()
    with qtbot.waitSignal(view.trouble_wanted):
        middle.trouble.button.click()
    view.show_rows(rows(1))
    assert not middle.trouble.isVisible()


def test_the_list_leaves_a_title_that_is_being_typed(view: StartView, qtbot: QtBot) -> None:
    view.new_button.click()
    card = view.dossiers.card
    assert card.isVisible() and view.focusWidget() is card.line
    qtbot.keyClicks(card.line, "Proef ")
    for count in (0, 3):
        view.show_rows(rows(count))
        view.focus_first()
        assert view.focusWidget() is card.line
        qtbot.keyClicks(card.line, "x")
    view.new_button.click()
    assert card.line.text() == "Proef xx"
    view.show_trouble("Een ander programma gebruikt Mijn dossiers.")
    assert not card.isVisible()


def test_escape_leaves_the_title(view: StartView, qtbot: QtBot) -> None:
    view.show_rows(rows(1))
    view.new_button.click()
    card = view.dossiers.card
    assert card.isVisible()
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert card.line.accessibleDescription()
    qtbot.keyClick(card.line, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_at_1280_by_720_the_first_use_fits_without_scrolling(view: StartView, qtbot: QtBot) -> None:
    view.resize(1280, 720)
    view.show_rows(())
    area = view.dossiers._empty_area
    qtbot.waitUntil(lambda: area.height() >= view.dossiers.empty.height())
    assert area.verticalScrollBar().maximum() == 0
    foot = view.import_button.mapTo(view, view.import_button.rect().bottomLeft())
    assert foot.y() < 720
