"""What every view of the facilitator holds to: names, targets, plain text, nothing cut off, no scroll sideways."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.clock_bar import ClockBar
from desktop.workshop.effect_view import EffectView
from desktop.workshop.lists_view import ListsView
from desktop.workshop.room_view import RoomView
from desktop.workshop.script_view import ScriptView
from desktop.workshop.setup_view import SetupView
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import ViewPage
from models.knowledge import Knowledge
from models.workshop.records import Agreement, Parked, SubjectKind
from tests.desktop.workshop.stage_hands import Stage, on_stage
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look
from wizards.look.tokens import Appearance

VIEWS: tuple[Callable[[Stand], QWidget], ...] = (ScriptView, ClockBar, ListsView, SetupView, EffectView, RoomView)


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        made.people()
        yield made
        look.wear(Appearance.LIGHT, 1.0)


def fill(stage: Stage) -> None:
    """Something in every view, with words that Qt would take for markup."""
    stage.vote(stage.subjects(SubjectKind.SCORE)[0], 1, 5, 4, 2)
    stage.think()
    parked = Parked(id="a", text="Wie betaalt <b>de opleiding</b> & de reiskosten van nieuwe medewerkers in 2027?")
    agreement = Agreement(id="b", text="Rekenkamerbrief rondsturen", owner="secretaris Waterambt")
    stage.desk.update(lambda held: held.model_copy(update={"parked": (parked,), "agreements": (agreement,)}))
    stage.desk.start_clock("2 minuten met twee", 120)


def settled(qtbot: QtBot, view: QWidget) -> None:
    for _ in range(12):
        QApplication.processEvents()


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize(("appearance", "zoom"), [(Appearance.LIGHT, 1.0), (Appearance.DARK, 2.0)])
def test_a_view_holds_to_the_rules(
    stage: Stage, qtbot: QtBot, make: Callable[[Stand], QWidget], appearance: Appearance, zoom: float
) -> None:
    fill(stage)
    view = make(stage.stand)
    qtbot.addWidget(view)
    if isinstance(view, SetupView):
        view.photos.take("Voor")
        view.choose(stage.editor.dossier.krachtenveld.stakeholders[1].id)
    stage.look.wear(appearance, zoom)
    stage.look.apply_to(QApplication.instance())  # type: ignore[arg-type]
    stage.look.changed.emit()
    view.resize(1280, 720)
    view.show()
    settled(qtbot, view)
    assert unnamed(view) == []
    assert small_targets(view) == []
    assert rich_labels(view) == []
    assert overlapping(view) == []
    assert cut_off(view) == []
    if isinstance(view, ViewPage):
        assert view.area.horizontalScrollBar().maximum() == 0
    stage.look.wear(Appearance.LIGHT, 1.0)
    stage.look.apply_to(QApplication.instance())  # type: ignore[arg-type]


@pytest.mark.parametrize("make", VIEWS)
def test_a_view_stands_without_a_werksessie(
    tmp_path: Path, look: Look, knowledge: Knowledge, qtbot: QtBot, make: Callable[[Stand], QWidget]
) -> None:
    with on_stage(tmp_path, look, knowledge) as stage:
        view = make(stage.stand)
        qtbot.addWidget(view)
        view.show()
        stage.editor.put(("opgave", "question"), "Een andere vraag?")
        assert stage.desk.workshop is None
        assert view.isVisible()


def test_a_view_that_nobody_sees_waits_until_it_is_shown(stage: Stage, qtbot: QtBot) -> None:
    view = ListsView(stage.stand)
    qtbot.addWidget(view)
    fill(stage)
    assert view.parked.rows == ()
    view.show()
    assert len(view.parked.rows) == 1


def test_scroll_and_focus_stay_when_something_changes(stage: Stage, qtbot: QtBot) -> None:
    fill(stage)
    view = EffectView(stage.stand)
    qtbot.addWidget(view)
    view.resize(1000, 400)
    view.show()
    settled(qtbot, view)
    bar = view.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.show_round.setFocus()
    settled(qtbot, view)
    before = bar.value()
    assert before > 0
    stage.desk.start_clock("10 minuten", 600)
    settled(qtbot, view)
    assert (bar.value(), view.show_round.hasFocus()) == (before, True)
