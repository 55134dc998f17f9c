"""The netwerkopstelling: moved, turned and connected as edits of the dossier, photographed, shown in the room."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from desktop.workshop.setup_changes import NOW, connected, disconnected, looks_at, neighbours, taken_words
from desktop.workshop.setup_view import SetupView
from models.dossier.explore import Attitude, Placed, Stakeholder
from models.knowledge import Knowledge
from models.vocabulary import StepId
from models.workshop.pages import Setup
from models.workshop.records import Snapshot
from tests.desktop.workshop.stage_hands import START, Stage, on_stage
from wizards.look.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> SetupView:
    view = SetupView(stage.stand)
    qtbot.addWidget(view)
    view.resize(1280, 1200)
    view.show()
    qtbot.waitActive(view)
    return view


def people(stage: Stage) -> tuple[Stakeholder, ...]:
    return stage.editor.dossier.krachtenveld.stakeholders


def one(stage: Stage, key: str) -> Stakeholder:
    return next(row for row in people(stage) if row.id == key)


def place(stage: Stage, key: str) -> Placed:
    found = one(stage, key).place
    assert found is not None
    return found


def page(stage: Stage) -> Setup:
    found = stage.hall.pages[-1]
    assert isinstance(found, Setup)
    return found


def test_a_figure_is_chosen_from_the_list_or_in_the_picture(stage: Stage, view: SetupView) -> None:
    view.choose(None)
    assert not view.chosen.rest.isVisible()
    second = people(stage)[1]
    index = view.chosen.who.findData(second.id)
    view.chosen.who.setCurrentIndex(index)
    view.chosen.who.activated.emit(index)
    assert view.rings.current == second.id
    assert view.chosen.rest.isVisible()
    view.rings.setFocus()
    view.rings.keyPressEvent(_key(Qt.Key.Key_Home))
    assert view.chosen.who.currentData() == people(stage)[0].id


def test_keys_move_and_turn_and_undo_takes_it_back(stage: Stage, view: SetupView, qtbot: QtBot) -> None:
    key = people(stage)[2].id
    view.choose(key)
    view.rings.setFocus()
    qtbot.keyClick(view.rings, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    before = place(stage, key)
    qtbot.keyClick(view.rings, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert (place(stage, key).x - before.x, place(stage, key).y) == (20, before.y)
    qtbot.keyClicks(view.rings, "]]]")
    assert place(stage, key).degrees == 45
    assert view.chosen.looks.text() == "Kijkt naar rechtsboven (45 graden)."
    assert view.rings.hasFocus()
    while stage.editor.can_undo:
        stage.editor.undo()
    assert one(stage, key).place is None
    assert view.chosen.looks.text() == "Niet gedraaid."


def test_buttons_move_and_turn_too(stage: Stage, view: SetupView) -> None:
    key = people(stage)[2].id
    view.choose(key)
    left, up, down, right = view.chosen.moves
    up.click()
    start = place(stage, key)
    left.click()
    down.click()
    right.click()
    right.click()
    assert (place(stage, key).x - start.x, place(stage, key).y - start.y) == (20, 20)
    view.chosen.left.click()
    assert place(stage, key).degrees == 345
    view.chosen.right.click()
    view.chosen.right.click()
    assert place(stage, key).degrees == 15
    view.chosen.back.click()
    assert one(stage, key).place is None
    assert not view.chosen.back.isVisible()


def test_the_mouse_moves(stage: Stage, view: SetupView, qtbot: QtBot) -> None:
    key = people(stage)[0].id
    box = view.rings.box_of(key)
    assert box is not None
    start, end = box.center().toPoint(), box.center().toPoint()
    end.setY(end.y() + 120)
    target = view.rings.viewport()
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(target, end)
    view.rings._ghost = view.rings._ghost or end.toPointF()  # offscreen tells no button while moving
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)
    moved = view.rings.box_of(key)
    assert moved is not None
    assert abs(moved.center().y() - end.y()) <= 2
    assert place(stage, key).degrees == 0


def test_two_are_connected_and_disconnected(stage: Stage, view: SetupView) -> None:
    first, other = people(stage)[5].id, people(stage)[6].id
    view.choose(first)
    assert view.chosen.alone.isVisible()
    view.chosen.link.click()
    assert neighbours(stage.editor.dossier, first) == ()
    view.chosen.other.show_value(other)
    view.chosen.link.click()
    assert neighbours(stage.editor.dossier, first) == (other,)
    assert list(view.chosen.ties) == [other]
    assert view.chosen.ties[other].accessibleDescription() == one(stage, other).name
    assert view.chosen.other.findData(other) == -1
    view.chosen.ties[other].click()
    assert neighbours(stage.editor.dossier, other) == ()
    assert view.chosen.alone.isVisible()
    stage.editor.undo()
    assert neighbours(stage.editor.dossier, other) == (first,)
    stage.editor.undo()
    assert neighbours(stage.editor.dossier, other) == ()


def test_a_line_is_drawn_with_keys(stage: Stage, view: SetupView, qtbot: QtBot) -> None:
    first, other = people(stage)[5].id, people(stage)[6].id
    view.choose(first)
    view.rings.setFocus()
    qtbot.keyClicks(view.rings, "r")
    assert view.chosen.drawing.isVisible()
    view.rings.choose(other)
    qtbot.keyClick(view.rings, Qt.Key.Key_Return)
    assert neighbours(stage.editor.dossier, first) == (other,)
    assert not view.chosen.drawing.isVisible()


def test_changes_of_lines(stage: Stage) -> None:
    dossier = stage.editor.dossier
    a, b = people(stage)[5].id, people(stage)[6].id
    both = connected(dossier, a, b)
    assert connected(both, b, a) is both
    assert connected(dossier, a, a) is dossier
    assert neighbours(both, a) == (b,) and neighbours(both, b) == (a,)
    assert disconnected(both, b, a) == dossier


@pytest.mark.parametrize(
    ("degrees", "words"),
    [
        (0, "Niet gedraaid."),
        (90, "Kijkt naar rechts (90 graden)."),
        (200, "Kijkt naar onder (200 graden)."),
        (350, "Kijkt naar boven (350 graden)."),
    ],
)
def test_where_somebody_looks(degrees: int, words: str) -> None:
    assert looks_at(degrees) == words


def test_the_room_sees_people_move(stage: Stage, view: SetupView) -> None:
    view.beamer.click()
    key = people(stage)[2].id
    view.choose(key)
    view.rings.turn(90)
    (board,) = page(stage).boards
    seen = next(figurine for figurine in board.figurines if figurine.key == key)
    assert (round(seen.x * 1000), round(seen.y * 1000), seen.degrees) == (place(stage, key).x, place(stage, key).y, 90)


def test_photos_are_kept_named_and_shown_beside_each_other(stage: Stage, view: SetupView, qtbot: QtBot) -> None:
    photos = view.photos
    assert not photos.both.isVisible()
    photos.before.click()
    key = people(stage)[2].id
    view.choose(key)
    view.rings.turn(90)
    stage.pass_time(600)
    photos.after.click()
    before, after = stage.workshop.snapshots
    assert (before.name, before.taken, after.name) == ("Voor", START, "Na")
    assert before.places[key] != after.places[key]
    photos.both.click()
    assert [board.caption for board in page(stage).boards] == ["Voor", "Na"]
    assert stage.direction.name == "Netwerkopstelling: Voor en Na"
    photos.named.click()
    assert photos.name.hasFocus()
    assert len(stage.workshop.snapshots) == 2
    qtbot.keyClicks(photos.name, "Na de pauze")
    qtbot.keyClick(photos.name, Qt.Key.Key_Return)
    assert stage.workshop.snapshots[2].name == "Na de pauze"
    photos.rows[stage.workshop.snapshots[2].id][0].click()
    assert [board.caption for board in page(stage).boards] == ["Na de pauze"]
    stage.again()
    assert [photo.name for photo in stage.workshop.snapshots] == ["Voor", "Na", "Na de pauze"]


def test_a_photo_beside_how_it_stands_now(stage: Stage, view: SetupView) -> None:
    view.photos.before.click()
    assert view.photos.right.currentData() == NOW
    view.photos.both.click()
    key = people(stage)[2].id
    view.choose(key)
    view.rings.turn(90)
    old, now = page(stage).boards
    assert (old.caption, now.caption) == ("Voor", "Nu")
    turned = {board.caption: f.degrees for board in (old, now) for f in board.figurines if f.key == key}
    assert turned == {"Voor": None, "Nu": 90}


def test_what_a_person_picked_stays(stage: Stage, view: SetupView) -> None:
    view.photos.before.click()
    first = stage.workshop.snapshots[0].id
    place_of = view.photos.right.findData(first)
    view.photos.right.setCurrentIndex(place_of)
    view.photos.right.activated.emit(place_of)
    view.photos.after.click()
    assert view.photos.right.currentData() == first
    view.photos.both.click()
    assert [board.caption for board in page(stage).boards] == ["Voor"]


def test_a_photo_that_is_removed_comes_back(stage: Stage, view: SetupView) -> None:
    view.photos.before.click()
    view.photos.after.click()
    photos = stage.workshop.snapshots
    view.photos.rows[photos[0].id][0].click()
    view.photos.rows[photos[0].id][1].click()
    assert stage.workshop.snapshots == photos[1:]
    assert page(stage).boards[0].caption == "Voor"
    view.photos.undone.button.click()
    assert stage.workshop.snapshots == photos


def test_a_photo_of_another_day_says_which(stage: Stage) -> None:
    photo = Snapshot(id="f", name="Voor", taken=START - timedelta(days=2))
    assert taken_words(photo, START).startswith("19\u00a0november 2026, ")
    assert taken_words(photo.model_copy(update={"taken": START}), START).endswith(".30 uur")


def test_an_attitude_is_nowhere(stage: Stage, view: SetupView) -> None:
    assert any(row.attitude is Attitude.CRITICAL for row in people(stage))
    view.photos.before.click()
    view.photos.both.click()
    view.picture.open_table(True)
    view.choose(people(stage)[1].id)
    said = [repr(page(stage)), stage.workshop.model_dump_json(), view.rings.accessibleDescription()]
    figure = view.rings.figure
    assert figure is not None
    said += [repr(figure.twin), repr(figure.shapes)]
    for words in (*Attitude, "kritisch", "houding", "tegen"):
        assert all(str(words) not in text.lower() for text in said), words


def test_without_belanghebbenden_it_leads_to_the_step(stage: Stage, view: SetupView) -> None:
    stage.editor.put(("krachtenveld", "stakeholders"), ())
    assert view.nobody.isVisible()
    assert not view.photos.isVisible()
    view.to_step.click()
    assert stage.wishes.steps == [(StepId.KRACHTENVELD, ())]
    stage.editor.undo()
    assert not view.nobody.isVisible()


def test_somebody_who_is_gone_is_chosen_no_longer(stage: Stage, view: SetupView) -> None:
    view.choose(people(stage)[0].id)
    view.rings.draw_from_chosen()
    stage.editor.put(("krachtenveld", "stakeholders"), people(stage)[1:])
    assert view.rings.current is None
    assert not view.chosen.rest.isVisible()
    assert not view.chosen.drawing.isVisible()


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
