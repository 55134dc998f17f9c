"""The parking list and the agreements: kept as they are typed, brought back when removed by mistake."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.lists_rows import AgreementRow, ParkedRow
from desktop.workshop.lists_view import ListCard, ListsView
from models.knowledge import Knowledge
from models.workshop.pages import Listed
from models.workshop.records import Agreement, Parked
from tests.desktop.workshop.stage_hands import Stage, on_stage
from wizards.look.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> ListsView:
    view = ListsView(stage.stand)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    qtbot.waitActive(view)
    return view


def add(card: ListCard, text: str, qtbot: QtBot) -> None:
    card.new.setFocus()
    qtbot.keyClicks(card.new, text)
    qtbot.keyClick(card.new, Qt.Key.Key_Return)


def parked(view: ListsView, place: int) -> ParkedRow:
    row = view.parked.rows[place]
    assert isinstance(row, ParkedRow)
    return row


def agreement(view: ListsView, place: int) -> AgreementRow:
    row = view.agreements.rows[place]
    assert isinstance(row, AgreementRow)
    return row


def texts(rows: tuple[Parked, ...] | tuple[Agreement, ...]) -> list[str]:
    return [row.text for row in rows]


def test_points_are_added_with_enter_and_kept(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    assert view.parked.empty.isVisible()
    add(view.parked, "Wie betaalt?", qtbot)
    add(view.parked, "  Reistijd ", qtbot)
    assert texts(stage.workshop.parked) == ["Wie betaalt?", "Reistijd"]
    assert view.parked.new.hasFocus()
    assert view.parked.new.text() == ""
    assert view.parked.count.text() == "Nog 2 van de 2 te bespreken"
    assert not view.parked.empty.isVisible()
    stage.again()
    assert texts(stage.workshop.parked) == ["Wie betaalt?", "Reistijd"]


def test_nothing_is_added_for_nothing(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "   ", qtbot)
    view.parked.add_button.click()
    assert stage.desk.workshop is None


def test_the_button_adds_once(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    view.agreements.new.setFocus()
    qtbot.keyClicks(view.agreements.new, "Bellen")
    qtbot.mouseClick(view.agreements.add_button, Qt.MouseButton.LeftButton)
    assert texts(stage.workshop.agreements) == ["Bellen"]
    assert view.agreements.new.hasFocus()


def test_what_is_changed_is_kept_after_a_pause(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "Wie betaalt?", qtbot)
    row = parked(view, 0)
    row.text.setFocus()
    row.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(row.text, " En wie niet?")
    assert texts(stage.workshop.parked) == ["Wie betaalt?"]
    view.parked._pause.timeout.emit()
    assert texts(stage.workshop.parked) == ["Wie betaalt? En wie niet?"]
    assert row.text.hasFocus()


def test_what_is_changed_is_kept_on_going_on(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "Wie betaalt?", qtbot)
    row = parked(view, 0)
    row.text.setFocus()
    row.text.selectAll()
    qtbot.keyClicks(row.text, "Reistijd")
    row.done.setFocus()
    assert texts(stage.workshop.parked) == ["Reistijd"]


def test_what_is_typed_when_the_view_goes_is_kept(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.agreements, "Bellen", qtbot)
    row = agreement(view, 0)
    row.owner.setFocus()
    qtbot.keyClicks(row.owner, "secretaris")
    view.parked.new.setFocus()
    qtbot.keyClicks(view.parked.new, "Half getypt")
    view.hide()
    assert stage.workshop.agreements[0].owner == "secretaris"
    assert texts(stage.workshop.parked) == ["Half getypt"]
    view.show()
    assert parked(view, 0).text.toPlainText() == "Half getypt"


def test_a_new_one_that_is_left_is_added_but_not_while_another_window_is_used(
    stage: Stage, view: ListsView, qtbot: QtBot
) -> None:
    stage.people()
    view.parked.new.setFocus()
    qtbot.keyClicks(view.parked.new, "Half")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not view.parked.new.hasFocus())
    assert view.parked.new.text() == "Half"
    assert stage.workshop.parked == ()
    view.activateWindow()
    qtbot.waitUntil(view.parked.new.hasFocus)
    view.parked.add_button.setFocus()
    assert texts(stage.workshop.parked) == ["Half"]


def test_what_is_being_typed_stays_while_others_change(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "Wie betaalt?", qtbot)
    row = parked(view, 0)
    row.text.setFocus()
    row.text.selectAll()
    qtbot.keyClicks(row.text, "Half")
    qtbot.keyClicks(view.parked.new, "Ook half")
    stage.desk.start_clock("10 minuten", 600)
    assert parked(view, 0) is row
    assert (row.text.toPlainText(), row.text.hasFocus()) == ("Half", True)
    assert view.parked.new.text() == "Ook half"


def test_a_point_that_was_talked_about(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "Wie betaalt?", qtbot)
    add(view.parked, "Reistijd", qtbot)
    parked(view, 0).done.click()
    assert [row.done for row in stage.workshop.parked] == [True, False]
    assert view.parked.count.text() == "Nog 1 van de 2 te bespreken"


def test_what_is_removed_comes_back_in_its_place(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    for text in ("Een", "Twee", "Drie"):
        add(view.parked, text, qtbot)
    middle = stage.workshop.parked[1]
    parked(view, 1).remove.click()
    assert texts(stage.workshop.parked) == ["Een", "Drie"]
    assert view.parked.undone.words.text() == "Punt verwijderd."
    assert view.parked.undone.button.hasFocus()
    view.parked.undone.button.click()
    assert stage.workshop.parked[1] == middle
    assert parked(view, 1).text.hasFocus()
    assert not view.parked.undone.isVisible()


def test_the_way_back_goes_with_the_next_thing(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    for text in ("Een", "Twee"):
        add(view.agreements, text, qtbot)
    agreement(view, 0).remove.click()
    assert view.agreements.undone.isVisible()
    add(view.agreements, "Drie", qtbot)
    assert not view.agreements.undone.isVisible()
    assert texts(stage.workshop.agreements) == ["Twee", "Drie"]


def test_an_agreement_has_an_owner_and_a_date(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.agreements, "Brief rondsturen", qtbot)
    assert view.agreements.count.text() == "1 afspraak, 1 nog zonder naam of datum"
    row = agreement(view, 0)
    for field, text in ((row.owner, "secretaris Waterambt"), (row.due, "4-12-2026")):
        field.setFocus()
        qtbot.keyClicks(field, text)
    assert row.due.text() == "4-12-2026"
    row.text.setFocus()
    kept = stage.workshop.agreements[0]
    assert (kept.owner, kept.due) == ("secretaris Waterambt", date(2026, 12, 4))
    assert row.due.text().replace("\u00a0", " ") == "4 december 2026"
    assert view.agreements.count.text() == "1 afspraak"


def test_what_is_no_date_is_told_on_leaving_and_stays(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.agreements, "Brief rondsturen", qtbot)
    row = agreement(view, 0)
    row.due.setFocus()
    qtbot.keyClicks(row.due, "volgende week")
    assert not row.message.isVisible()
    row.owner.setFocus()
    assert row.message.text().startswith("Vul een datum in")
    stage.desk.start_clock("10 minuten", 600)
    assert row.due.text() == "volgende week"
    row.due.setFocus()
    row.due.selectAll()
    qtbot.keyClicks(row.due, "1 feb 2027")
    row.owner.setFocus()
    assert not row.message.isVisible()
    assert stage.workshop.agreements[0].due == date(2027, 2, 1)


def test_the_room_sees_a_list_grow(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.parked.new, "Wie betaalt?")
    view.parked.beamer.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Listed)
    assert page.rows == ("Wie betaalt?",)
    add(view.parked, "Reistijd", qtbot)
    page = stage.hall.pages[-1]
    assert isinstance(page, Listed)
    assert page.rows == ("Wie betaalt?", "Reistijd.")
    assert stage.direction.name == "Voor later"
    view.agreements.beamer.click()
    assert stage.direction.name == "Afspraken"


def test_each_control_says_of_which_row_it_is(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    for text in ("Een", "Twee"):
        add(view.agreements, text, qtbot)
        add(view.parked, text, qtbot)
    row = agreement(view, 1)
    names = [control.accessibleName() for control in (row.text, row.owner, row.due, row.remove)]
    assert names == ["Afspraak 2", "Afspraak 2: wie", "Afspraak 2: wanneer", "Afspraak 2 verwijderen"]
    assert parked(view, 1).done.accessibleName() == "Punt 2 besproken"


def test_another_werksessie_has_its_own_lists(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "Eerste", qtbot)
    first = stage.workshop.id
    stage.desk.begin("Tweede")
    assert view.parked.rows == ()
    add(view.parked, "Tweede", qtbot)
    stage.desk.choose(first)
    assert texts(stage.workshop.parked) == ["Eerste"]
    assert parked(view, 0).text.toPlainText() == "Eerste"


def test_a_point_is_one_paragraph_that_wraps(stage: Stage, view: ListsView, qtbot: QtBot) -> None:
    add(view.parked, "Kort", qtbot)
    row = parked(view, 0)
    low = row.text.sizeHint().height()
    row.text.setFocus()
    row.text.selectAll()
    QGuiApplication.clipboard().setText("Wie betaalt?\nEn wie niet?")
    row.text.paste()
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert not row.text.hasFocus()
    assert texts(stage.workshop.parked) == ["Wie betaalt? En wie niet?"]
    assert row.text.toPlainText() == "Wie betaalt? En wie niet?"
    stage.desk.update(lambda held: held.model_copy(update={"parked": (Parked(id="l", text="lang woord " * 40),)}))
    qtbot.waitUntil(lambda: parked(view, 0).text.sizeHint().height() > 2 * low)
