"""The script: every step with what to do, ticked and timed, in the room with one click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.workshop.script_view import ScriptView
from models.knowledge import Knowledge
from models.vocabulary import StepId
from models.workshop.pages import Listed
from tests.desktop.workshop.stage_hands import Stage, on_stage
from wizards.look.look import Look
from wizards.widgets.text import Label


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> ScriptView:
    return made(stage, qtbot)


def made(stage: Stage, qtbot: QtBot) -> ScriptView:
    view = ScriptView(stage.stand)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    return view


def words(view: ScriptView) -> str:
    return "\n".join(label.text() for label in view.card.findChildren(Label) if label.isVisibleTo(view.card))


def titles(view: ScriptView) -> list[str]:
    model = view.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spoken(view: ScriptView, row: int) -> str:
    return str(view.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_all_steps_stand_in_the_order_of_the_wizard(stage: Stage, view: ScriptView) -> None:
    assert titles(view) == [stage.knowledge.step[step].title for step in StepId]
    assert spoken(view, 0) == "Opgave en feiten, 25 minuten, nog niet gedaan"
    assert spoken(view, 1) == "Partners, vooraf voorbereiden, nog niet gedaan"


def test_a_step_says_aim_method_minutes_and_when_to_go_on(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.VORM)
    part = stage.knowledge.workshop.part(StepId.VORM)
    shown = words(view)
    for line in (part.aim, *part.method, part.ready or "", *part.talk):
        assert line in shown
    assert "75 minuten" in shown
    assert view.clock.words == "Start de klok (75 minuten)"


def test_a_step_that_is_prepared_says_why_and_has_no_clock(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.KOSTEN)
    assert stage.knowledge.workshop.part(StepId.KOSTEN).beforehand in words(view)
    assert not view.clock.isVisible()


def test_ticking_counts_and_is_kept(stage: Stage, view: ScriptView, qtbot: QtBot) -> None:
    total = sum(part.minutes or 0 for part in stage.knowledge.workshop.script)
    assert view.total.text() == f"0 van de 7 onderdelen in de zaal gedaan. Nog {total} van de {total} minuten."
    view.done.click()
    assert view.total.text() == f"1 van de 7 onderdelen in de zaal gedaan. Nog {total - 25} van de {total} minuten."
    assert view.step is StepId.OPGAVE
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    assert stage.workshop.script_done == ("opgave", "partners")
    assert spoken(view, 1).endswith("gedaan") and not spoken(view, 1).endswith("nog niet gedaan")
    stage.again()
    again = made(stage, qtbot)
    assert (again.total.text(), again.step) == (view.total.text(), StepId.DOELEN)


def test_unticking_leaves_what_another_version_ticked(stage: Stage, view: ScriptView) -> None:
    stage.people()
    stage.desk.update(lambda held: held.model_copy(update={"script_done": ("nieuw", "vorm", "opgave")}))
    view.choose(StepId.VORM)
    assert view.done.isChecked()
    view.done.click()
    assert stage.workshop.script_done == ("nieuw", "opgave")


def test_keys_show_another_step(view: ScriptView, qtbot: QtBot) -> None:
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.step is StepId.DOELEN
    assert view.name.text() == titles(view)[2]


def test_the_clock_runs_for_the_minutes_of_the_step(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.DOELEN)
    view.clock.click()
    assert stage.desk.seconds_left == 35 * 60
    assert stage.hall.clocks[-1] == "nog 35:00"
    assert view.running.isVisible() and view.running.text() == f"De klok loopt: {titles(view)[2]}."
    assert not stage.wishes.said, "a message would cover the buttons"
    stage.pass_time(4 * 3600)
    assert not view.running.isVisible()


def test_the_room_sees_what_it_does(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.KRACHTENVELD)
    view.beamer.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Listed)
    assert page.rows == stage.knowledge.workshop.part(StepId.KRACHTENVELD).method
    assert stage.direction.name == "Draaiboek: Krachtenveld"
    view.choose(StepId.VORM)
    stage.direction.refresh()
    assert stage.hall.pages[-1] == page


def test_open_goes_to_the_step(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.FACTOREN)
    view.open.click()
    assert stage.wishes.steps == [(StepId.FACTOREN, ())]


def test_everybody_ready_ticks_and_goes_to_the_next_in_the_room(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.BEGINSITUATIE)
    assert view.on.words == "Klaar: naar Samenwerkingsvorm"
    view.on.click()
    assert view.step is StepId.VORM
    assert stage.workshop.script_done == ("beginsituatie",)
    view.choose(StepId.VASTSTELLING)
    assert not view.on.isVisible()


def test_one_two_four_all_goes_on_with_one_click(stage: Stage, view: ScriptView) -> None:
    card = view.parts[0]
    seen = []
    for _ in range(5):
        seen.append(card.start.words)
        card.start.click()
        stage.pass_time(500)
    assert seen == [
        "Start 1-2-4-allen",
        "Hierna: 2 minuten met twee",
        "Hierna: 4 minuten met vier",
        "Hierna: 5 minuten met allen",
        "Start 1-2-4-allen opnieuw",
    ]
    assert stage.workshop.timer is not None
    assert stage.workshop.timer.name == "1 minuut alleen"


def test_what_somebody_looks_at_stays_when_the_clock_goes_on(stage: Stage, view: ScriptView) -> None:
    view.choose(StepId.FACTOREN)
    view.list.setFocus()
    kept = view.card.findChildren(Label)
    stage.desk.begin()
    stage.desk.start_clock("10 minuten", 600)
    assert view.step is StepId.FACTOREN
    assert view.list.hasFocus()
    assert view.card.findChildren(Label) == kept


def test_a_step_with_votes_leads_to_them(stage: Stage, view: ScriptView, qtbot: QtBot) -> None:
    assert not view.vote.isVisible()
    view.choose(StepId.VORM)
    with qtbot.waitSignal(view.vote_wanted):
        view.vote.click()
