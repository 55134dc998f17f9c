"""What somebody is in the middle of typing, and what another file brings in, is never lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from desktop.dialogs.base import Dialog
from desktop.dialogs.conflict import ConflictDialog
from desktop.program import Program
from models.dossier import dossier_from_values
from models.dossier.edit import with_value
from models.storage.errors import StorageError
from models.storage.exchange import exchange_bytes
from models.storage.records import Ballot, ExchangeContents
from models.vocabulary import StepId
from models.workshop.records import Participant, Subject, SubjectKind, Vote
from models.workshop.sealed import sealed
from tests.desktop.test_program import dialog_of, make  # noqa: F401 - a fixture
from tests.models.samples import example
from tests.models.workshop.samples import round_of
from wizards.page import StepPage
from wizards.steps.vorm_parts.statement import StatementView
from wizards.widgets.inputs import Line

Make = Callable[..., Program]


def opened(program: Program, qtbot: QtBot) -> str:
    """The id of a dossier with partners and amounts that stands in the window."""
    assert program.session is not None
    program.session.library.save(dossier_from_values({**example("bar"), "id": "open", "title": "Oude naam"}))
    program.refresh()
    program.open("open")
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    return "open"


def test_closing_in_the_middle_of_a_new_title_keeps_it(make: Make, qtbot: QtBot) -> None:  # noqa: F811
    program = make()
    key = opened(program, qtbot)
    view = program.window.dossier_view
    assert view is not None and program.session is not None
    title = view.tasks.title
    title.begin()
    qtbot.keyClicks(title.field, "Nieuwe naam")
    assert view.editor.dossier.title == "Nieuwe naam"
    qtbot.keyClick(title.field, Qt.Key.Key_Escape)
    assert view.editor.dossier.title == "Oude naam" and not view.editor.can_undo
    title.begin()
    qtbot.keyClicks(title.field, "Nieuwe naam")
    program.window.close()
    assert program.session.load(key).title == "Nieuwe naam"


def test_closing_in_the_middle_of_a_cell_keeps_it(make: Make, qtbot: QtBot) -> None:  # noqa: F811
    program = make()
    key = opened(program, qtbot)
    view = program.window.dossier_view
    assert view is not None and program.session is not None
    view.open_step(StepId.KOSTEN)
    page = view.stack.currentWidget()
    tables = (table for table in page.findChildren(QTableView) if "nu kost" in table.accessibleName())
    table = next(tables)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClicks(table, "4")
    line = next(line for line in table.findChildren(Line) if line.isVisible())
    qtbot.keyClicks(line, "321")
    program.window.close()
    assert 4321 in program.session.load(key).kosten.today.values()


def test_closing_in_the_middle_of_the_name_of_a_driver_keeps_it(make: Make, qtbot: QtBot) -> None:  # noqa: F811
    """Names by which answers go are taken when the field is left; closing is leaving."""
    program = make()
    opened(program, qtbot)
    view = program.window.dossier_view
    assert view is not None
    view.open_step(StepId.OPGAVE)
    page = view.stack.currentWidget()
    line = next(line for line in page.findChildren(Line) if line.isVisible())
    line.setFocus()
    with qtbot.waitSignal(line.left):
        program.window.close()


def test_a_newer_file_shows_in_the_open_dossier(make: Make, qtbot: QtBot, tmp_path: Path) -> None:  # noqa: F811
    program = make()
    key = opened(program, qtbot)
    view, session = program.window.dossier_view, program.session
    assert view is not None and session is not None
    view.editor.put(("opgave", "question"), "Hier getypt")
    newer = with_value(session.load(key), ("opgave", "question"), "Uit het bestand")
    path = tmp_path / "nieuwer.vormwijzer"
    path.write_bytes(exchange_bytes(ExchangeContents(newer, modified=datetime.now(UTC) + timedelta(hours=1))))
    program.take_files((path,))
    dialog_of(program, ConflictDialog).buttons["newest"].click()
    assert view.editor.dossier.opgave.question == "Uit het bestand"
    view.editor.put(("opgave", "occasion"), "Later")
    program.window.show_start()
    assert session.load(key).opgave.question == "Uit het bestand"
    assert session.load(key).opgave.occasion == "Later"


@pytest.mark.parametrize("number", [0, 9])
def test_an_example_shows_its_own_importance_again(make: Make, qtbot: QtBot, number: int) -> None:  # noqa: F811
    program = make()
    program.open_example("bar")
    view = program.window.dossier_view
    assert view is not None
    view.open_step(StepId.VORM)
    page = view.stack.currentWidget()
    assert isinstance(page, StepPage)
    statement = page.findChild(StatementView)
    assert statement is not None
    before = statement.weight.number.value()
    statement.weight.number.setValue(number)
    qtbot.waitUntil(lambda: statement.weight.number.value() == before)
    assert program.window.toast.isVisible()


def test_a_werksessie_in_a_file_shows_in_the_open_dossier(make: Make, qtbot: QtBot, tmp_path: Path) -> None:  # noqa: F811
    """And what is done after that is not written over it."""
    program = make()
    key = opened(program, qtbot)
    view, session = program.window.dossier_view, program.session
    assert view is not None and session is not None
    desk = view.workshop.desk
    qtbot.waitUntil(lambda: desk.ready)
    desk.begin("Onze avond")
    people = tuple(Participant(id=f"d{number}") for number in range(5))
    desk.update(lambda held: held.model_copy(update={"participants": people}))
    subject = Subject(kind=SubjectKind.SCORE, ref="gelijkwaardigheid", title="Stelling")
    desk.open_round(subject)
    desk.vote("d0", Vote(value=4))
    assert desk.settle() and desk.workshop is not None
    contents = session.library.contents_for_exchange(key)
    (record,) = contents.workshops
    closed = round_of((4,) * 5, subject.model_copy(update={"ref": "vertrouwen"}))
    closed = closed.model_copy(update={"workshop": desk.workshop.id})
    elsewhere = Ballot(id="elders", created=record.created, closed_at=record.modified, payload=sealed(closed))
    later = record.model_copy(
        update={"modified": record.modified + timedelta(days=1), "payload": {**record.payload, "aim": "Samen"}}
    )
    contents = replace(contents, workshops=(later,), ballots=(elsewhere,))
    desk.vote("d1", Vote(value=2))
    path = tmp_path / "van-de-ander.vormwijzer"
    path.write_bytes(exchange_bytes(contents))
    program.take_files((path,))
    assert desk.workshop is not None and desk.workshop.aim == "Samen"
    assert desk.session is not None and [one.n for one in desk.session.rounds] == [5]
    assert desk.polling is not None and desk.polling.done == {"d0", "d1"}, "the open round goes on"
    desk.update(lambda held: held.model_copy(update={"place": "Raadzaal"}))
    assert desk.settle()
    (kept,) = session.library.workshops(key)
    assert (kept.payload["aim"], kept.payload["place"]) == ("Samen", "Raadzaal")


def test_leaving_asks_where_a_vote_cannot_be_written(
    make: Make,  # noqa: F811
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = make()
    opened(program, qtbot)
    view, session = program.window.dossier_view, program.session
    assert view is not None and session is not None
    desk = view.workshop.desk
    qtbot.waitUntil(lambda: desk.ready)
    desk.begin("Onze avond")
    assert desk.settle()

    def full(*_: object) -> None:
        raise StorageError("De schijf is vol.")

    monkeypatch.setattr(session.library, "put_workshop", full)
    desk.update(lambda held: held.model_copy(update={"aim": "Samen"}))
    program.window.close()
    dialog = dialog_of(program, Dialog)
    assert program.window.isVisible()
    assert any("De werksessie is niet opgeslagen." in label.text() for label in dialog.findChildren(QLabel))
    dialog.buttons["stay"].click()
    monkeypatch.undo()
    assert desk.settle()
    assert program.window.close()
