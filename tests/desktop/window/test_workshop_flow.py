"""An evening in the real window: names, focus and sight from one part to the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.window.main_window import MainWindow
from desktop.workshop.outcome_view import OutcomeView
from desktop.workshop.parts import PARTS, Part
from desktop.workshop.vote_view import VoteView
from models.storage.library import Library
from tests.desktop.window.workshop_hands import Held, settle
from wizards.widgets.text import Heading


@pytest.fixture
def held(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Iterator[Held]:
    with Library.open(tmp_path / "m.db") as library:
        made = Held(window, library, qtbot)
        yield made
        window.close_dossier()
        settle()


@pytest.mark.parametrize("part", PARTS, ids=[part.key for part in PARTS])
def test_a_part_is_called_as_its_tab(held: Held, part: Part) -> None:
    held.begin()
    held.vote(1, 2, 3, 4, 5)
    held.desk.close_round()
    held.page.open_part(part.key)
    settle()
    titles = [one for one in held.page.parts[part.key].findChildren(Heading) if one.isVisible()]
    assert titles and titles[0].text() == part.words


def test_the_focus_follows_a_round(held: Held) -> None:
    held.view.show_workshop()
    held.page.begin_button.click()
    people = held.page.parts["deelnemers"]
    assert held.window.focusWidget() is people.add.name  # type: ignore[attr-defined]
    held.begin()
    held.page.open_part("stemmen")
    view = held.page.parts["stemmen"]
    assert isinstance(view, VoteView)
    view.open_button.click()
    settle()
    assert view.round.ways.isAncestorOf(held.window.focusWidget())
    view.round.close_button.click()
    view.round.sure.click()
    settle()
    outcome = held.page.parts["uitkomst"]
    assert isinstance(outcome, OutcomeView) and held.page.current == "uitkomst"
    assert outcome.card.isAncestorOf(held.window.focusWidget())
    outcome.onward.click()
    settle()
    assert held.page.current == "stemmen" and view.open_button.hasFocus()
    assert view.open_button.words == "Open ronde 1"


def test_with_large_text_a_round_can_be_closed_without_scrolling(held: Held) -> None:
    held.window.take_settings(Settings(zoom=2.0))
    held.window.resize(1280, 720)
    held.begin()
    held.vote(3)
    held.page.open_part("stemmen")
    settle()
    view = held.page.parts["stemmen"]
    assert isinstance(view, VoteView)
    button = view.round.close_button
    assert button.mapTo(held.window, button.rect().bottomLeft()).y() <= held.window.height()
    held.window.take_settings(Settings())


def test_another_werksessie_begins_beside_the_people_only_and_not_by_accident(held: Held) -> None:
    held.begin()
    heard: list[str] = []
    held.page.said.connect(heard.append)
    assert held.page.new.isVisible()
    held.page.new.click()
    assert len(held.desk.workshops) == 1 and "nog niet gebruikt" in heard[-1]
    held.vote(1, 2, 3)
    held.desk.close_round()
    held.page.open_part("stemmen")
    assert not held.page.new.isVisible()
    held.page.open_part("deelnemers")
    held.page.new.click()
    settle()
    assert len(held.desk.workshops) == 2 and held.page.choice.isVisible() and "dezelfde deelnemers" in heard[-1]
