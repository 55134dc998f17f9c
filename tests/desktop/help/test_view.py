"""Naslag: every page can be read, found and left again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.help.topic_list import KEY
from desktop.help.view import HelpView
from models.knowledge import Knowledge
from models.knowledge.reference import search_topics, topics
from models.knowledge.topic import texts_of_topic
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look


@pytest.fixture
def view(look: Look, qtbot: QtBot, knowledge: Knowledge) -> Iterator[HelpView]:
    made = HelpView(look, knowledge)
    qtbot.addWidget(made)
    made.resize(1280, 668)
    made.show()
    made.open_topic()
    yield made
    made.close()


def shown(view: HelpView) -> str:
    return "\n".join(label.text() for label in view.page.widget().findChildren(QLabel))


def test_every_page_says_all_that_it_holds(view: HelpView, knowledge: Knowledge) -> None:
    for topic in topics(knowledge):
        view.open_topic(topic.key)
        assert view.topic == topic.key
        said = shown(view)
        for text in texts_of_topic(topic):
            assert text in said


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("topic", ["", "form:ssc", "step:opgave", "help:sneltoetsen", "help:toegankelijkheid"])
def test_everything_has_a_name_and_room(view: HelpView, qtbot: QtBot, topic: str, zoom: float) -> None:
    view._look.wear(zoom=zoom)
    view.open_topic(topic)
    qtbot.wait(10)
    for found in (unnamed(view), small_targets(view), rich_labels(view), cut_off(view), overlapping(view)):
        assert found == []


def test_the_help_of_an_onderdeel_comes_first(view: HelpView, knowledge: Knowledge) -> None:
    view.open_topic("step:opgave")
    said = shown(view)
    assert said.index(knowledge.step_help["opgave"].lines[0]) < said.index("Fase")  # type: ignore[index]


def test_search_as_you_type_and_enter_opens_the_first(view: HelpView, qtbot: QtBot, knowledge: Knowledge) -> None:
    view.focus_search()
    qtbot.keyClicks(view.search, "mandaat")
    hits = search_topics(knowledge, "mandaat")
    qtbot.waitUntil(lambda: view.model.rowCount() == len(hits))
    assert str(len(hits)) in view.found.text()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.topic == hits[0].key
    view.search.clear()
    qtbot.waitUntil(lambda: view.model.rowCount() != len(hits))
    qtbot.keyClicks(view.search, "qqqq")
    qtbot.waitUntil(lambda: "Niets" in view.found.text())


def test_back_and_forward(view: HelpView, qtbot: QtBot) -> None:
    view.open_topic("form:ssc")
    view.open_topic("term:onbekend")
    assert view.topic == ""
    view.open_topic("case:bar")
    view.go(-1)
    view.go(-1)
    assert view.topic == "form:ssc"
    view.forth.click()
    assert view.topic == ""
    view.open_topic("form:netwerk")
    view.go(1)
    assert view.topic == "form:netwerk"


def test_enter_on_a_shelf_unfolds_and_on_a_page_opens(view: HelpView, qtbot: QtBot) -> None:
    shelf = view.model.index(0, 0)
    view.tree.setFocus()
    view.tree.setCurrentIndex(shelf)
    view.tree.activated.emit(shelf)
    assert view.tree.isExpanded(shelf)
    page = view.model.index(1, 0, shelf)
    view.tree.activated.emit(page)
    assert view.topic == page.data(KEY)


def test_a_page_can_be_copied(view: HelpView, qtbot: QtBot) -> None:
    view.open_topic("form:ssc")
    view.page.setFocus()
    qtbot.keyClick(view.page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Shared service centrum" in QGuiApplication.clipboard().text()
