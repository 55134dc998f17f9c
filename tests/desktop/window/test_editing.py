"""Undo and redo across pages, the message that offers it, the check page and the way back, search."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.window.dossier_view import DossierView
from desktop.window.errors import ErrorSummary
from desktop.window.main_window import MainWindow
from desktop.window.places import Here, What
from models.dossier import dossier_from_values
from models.dossier.edit import Path
from models.dossier.section import Section
from models.flow import Status, mark_finished, statuses
from models.vocabulary import StepId
from tests.desktop.window.conftest import press, settle
from tests.models.samples import minimal
from wizards.forms.values import NOT_FILLED_IN
from wizards.page import StepPage

CTRL = Qt.KeyboardModifier.ControlModifier
QUESTION = ("opgave", "question")


def focus(widget: QWidget) -> QWidget:
    found = widget.window().focusWidget()
    assert found is not None
    return found


def test_ctrl_z_in_a_text_field_undoes_in_the_dossier(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    before = view.editor.dossier.opgave.question
    view.open_step(StepId.OPGAVE, QUESTION)
    settle(qtbot)
    field = focus(view)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "abc")
    assert "abc" in view.editor.dossier.opgave.question
    press(window, Qt.Key.Key_Z, CTRL)
    assert view.editor.dossier.opgave.question == before
    settle(qtbot)
    assert field.toPlainText() == before
    press(window, Qt.Key.Key_Y, CTRL)
    assert "abc" in view.editor.dossier.opgave.question


def test_undo_shows_the_page_where_the_change_was(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    view.editor.put(QUESTION, "Een andere vraag?")
    view.open_step(StepId.KOSTEN)
    press(window, Qt.Key.Key_Z, CTRL)
    settle(qtbot)
    assert view.here == Here(What.STEP, StepId.OPGAVE)
    assert window.toast.words.text() == "Ongedaan gemaakt bij Opgave en feiten."
    assert focus(view).accessibleName() == "Welke vraag wilt u samen beantwoorden?"


def test_nothing_to_undo_is_said(view: DossierView, window: MainWindow) -> None:
    view.undo()
    assert window.toast.words.text() == "Er is niets om ongedaan te maken."


def test_what_was_removed_can_be_brought_back_from_the_message(view: DossierView, window: MainWindow) -> None:
    count = len(view.editor.dossier.opgave.facts)
    view.open_step(StepId.OPGAVE)
    view.editor.apply(
        lambda d: d.with_section(StepId.OPGAVE, d.opgave.model_copy(update={"facts": d.opgave.facts[1:]})),
        "Feit verwijderd.",
    )
    assert window.toast.words.text() == "Feit verwijderd."
    window.toast.action.click()
    assert len(view.editor.dossier.opgave.facts) == count
    assert window.toast.words.text() == "Ongedaan gemaakt: feit verwijderd."


def test_message_goes_at_the_next_action(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    view.say("Iets.")
    settle(qtbot)
    assert window.toast.isVisible()
    view.editor.put(QUESTION, "Anders?")
    assert not window.toast.isVisible()


def test_check_page_has_every_answer_and_leads_there_and_back(view: DossierView, qtbot: QtBot) -> None:
    view.open_check(StepId.OPGAVE)
    page = view.pages._checks[StepId.OPGAVE]
    rows = page.spec.rows(view.editor.dossier, view.editor.knowledge)
    assert {row.path for row in rows} == set(page.links)
    link = page.links[QUESTION]
    assert link.accessibleName() == "Wijzig: Welke vraag wilt u samen beantwoorden?"
    link.click()
    settle(qtbot)
    assert focus(view).accessibleName() == "Welke vraag wilt u samen beantwoorden?"
    assert view.footer.on.words == "Terug naar controleren"
    view.footer.on.click()
    assert view.here == Here(What.CHECK, StepId.OPGAVE)
    view.open_step(StepId.OPGAVE)
    assert view.footer.on.words == "Volgende: Partners"


def test_check_page_says_what_is_not_filled_in(opened: Callable[..., DossierView]) -> None:
    view = opened(dossier_from_values(minimal()))
    view.open_check(StepId.OPGAVE)
    texts = [w.text() for w in view.pages._checks[StepId.OPGAVE].findChildren(QWidget) if hasattr(w, "text")]
    assert NOT_FILLED_IN in texts


def test_finishing_from_the_check_page_is_one_step_of_undo(view: DossierView, window: MainWindow) -> None:
    view.open_check(StepId.OPGAVE)
    page = view.pages._checks[StepId.OPGAVE]
    page._finish()
    assert view.editor.dossier.progress[StepId.OPGAVE].finished
    assert view.here == Here(What.TASKS)
    assert window.toast.words.text() == "Opgave en feiten is afgerond."
    window.toast.action.click()
    assert StepId.OPGAVE not in view.editor.dossier.progress
    assert view.here == Here(What.STEP, StepId.OPGAVE)


def test_search_finds_a_text_and_enter_opens_its_field(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    field = focus(view)
    QTest.keyClicks(field, "vitaal")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot)
    assert view.here == Here(What.STEP, StepId.OPGAVE)
    assert isinstance(focus(view), QPlainTextEdit)


def test_search_without_result_says_so(view: DossierView) -> None:
    view.show_search()
    assert view.pages._search is not None
    view.pages._search.field.setText("xyzzy")
    view.pages._search.refresh()
    assert view.pages._search.count.text() == "Niets gevonden. Probeer een korter woord."


def test_next_shows_once_what_is_no_answer_and_then_goes_on(view: DossierView, qtbot: QtBot) -> None:
    fact = view.editor.dossier.opgave.facts[0].id
    view.open_step(StepId.OPGAVE)
    view.editor.put_draft(("opgave", "facts", fact, "figure"), "veel")
    view.footer.go_on()
    assert view.errors.isVisible()
    assert isinstance(view.errors, ErrorSummary)
    assert view.errors.isAncestorOf(focus(view))
    view.footer.go_on()
    assert view.here == Here(What.STEP, StepId.PARTNERS)
    assert not view.errors.isVisible()


def test_rail_task_list_and_flow_agree(view: DossierView, qtbot: QtBot) -> None:
    view.editor.apply(lambda d: mark_finished(d, StepId.OPGAVE, True))
    settle(qtbot)
    editor = view.editor
    expected = statuses(editor.dossier, editor.knowledge, editor.insight.findings)
    rows = {row.about.id: row for card in view.tasks.cards for row in card.rows}
    for status in expected:
        assert rows[status.step]._status == status
    done = sum(status.status is Status.FINISHED for status in expected)
    assert view.tasks.count.text() == f"{done} van 14 onderdelen afgerond"
    assert view.rail.count.text() == f"{done} van 14 afgerond"
    assert [row._status for row in view.rail.rows] == [status.status for status in expected]


def test_short_route_keeps_numbers_and_reach(view: DossierView, qtbot: QtBot) -> None:
    view.tasks.route.chosen.emit("short")
    settle(qtbot)
    assert view.editor.dossier.short_route
    assert [row.step for row in view.rail.rows] == [s.id for s in view.editor.knowledge.steps.steps if s.short_route]
    assert view.tasks.others is not None
    view.open_step(StepId.VORM)
    if hasattr(view.stack.currentWidget(), "show_view"):
        view.stack.currentWidget().show_view("overzicht")
    assert view.footer._words == "Volgende: Rechtsvorm"
    view.open_step(StepId.OPGAVE)
    assert view.footer._words == "Volgende: Partners"


def test_rail_is_a_list_for_the_keyboard(view: DossierView, qtbot: QtBot) -> None:
    view.open_step(StepId.OPGAVE)
    settle(qtbot)
    row = view.rail.rows[0]
    assert row.accessibleName() == "Opgave en feiten, bezig, u bent hier"
    row.setFocus()
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    assert focus(view) is view.rail.rows[2]
    press(view, Qt.Key.Key_Return)
    assert view.here.step is StepId.DOELEN


def test_title_is_changed_in_place(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    view.tasks.title.change.click()
    field = focus(view)
    QTest.keyClicks(field, "Sociale dienst")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot)
    assert view.editor.dossier.title == "Sociale dienst"
    assert view.tasks.title.heading.text() == "Sociale dienst"
    view.tasks.title.change.click()
    field = focus(view)
    QTest.keyClicks(field, "Iets")
    press(view, Qt.Key.Key_Escape)
    assert view.editor.dossier.title == "Sociale dienst"


def test_findings_lead_to_their_field(view: DossierView, qtbot: QtBot) -> None:
    view.show_findings()
    assert view.pages._findings is not None
    from desktop.window.rows import LinkRow

    links = view.pages._findings.findChildren(LinkRow)
    assert len(links) == len(view.editor.insight.findings)
    for index in range(len(links)):
        view.show_findings()
        view.pages._findings.findChildren(LinkRow)[index].click()
        settle(qtbot)
        assert view.here.what is What.STEP


def test_questions_of_each_onlooker_lead_to_a_step(view: DossierView, qtbot: QtBot) -> None:
    for onlooker, text in view.editor.knowledge.onlooker.items():
        view.show_tasks()
        view.set_onlooker(onlooker)
        settle(qtbot)
        card = view.tasks.questions
        assert card.isVisible()
        card._show_all()
        assert len(card.rows) == len(text.questions)
        card.rows[0].click()
        assert view.here == Here(What.STEP, text.questions[0].step)


def test_panel_folds_into_a_sheet_and_comes_back(view: DossierView, window: MainWindow, qtbot: QtBot) -> None:
    view.open_step(StepId.VORM)
    settle(qtbot)
    panel = view.dock.panel
    assert panel is not None
    assert panel.isVisible()
    window.resize(960, 600)
    settle(qtbot)
    assert not panel.isVisible()
    assert view.footer.panel.isVisible()
    view.footer.panel.click()
    assert view.dock.sheet.isAncestorOf(focus(view))
    assert panel.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not view.dock.sheet.isVisible()
    view.footer.panel.click()
    view.dock.sheet.shut.click()
    window.resize(1280, 720)
    settle(qtbot)
    assert panel.isVisible()
    assert not view.footer.panel.isVisible()


def _without_row(section: Section, path: Path) -> Path:
    """The path without the id of the row of a list or mapping that it goes through."""
    held = getattr(section, path[1], None) if len(path) > 2 else None
    return path[:2] + path[3:] if isinstance(held, (tuple, dict)) else path


@pytest.mark.parametrize("step", list(StepId))
def test_every_row_of_a_check_page_leads_to_the_page_with_a_focus(
    view: DossierView, qtbot: QtBot, step: StepId
) -> None:
    view.open_check(step)
    page = view.pages._checks.get(step)
    if page is None:
        pytest.skip("this page is not there yet")
    # Each row by itself: tests/wizards/test_every_page.py. Here one of each field, through the whole window.
    section = view.editor.dossier.section(step)
    fields = {_without_row(section, path): path for path in page.links}
    for path in fields.values():
        view._change(step, path)
        settle(qtbot)
        assert view.here == Here(What.STEP, step)
        shown = view.stack.currentWidget()
        assert isinstance(shown, StepPage)
        held = focus(view)
        assert held is not shown.title, path
        assert shown.isAncestorOf(held) or view.dock.isAncestorOf(held), path


def test_forty_partners_fit(opened: Callable[..., DossierView], qtbot: QtBot) -> None:
    names = [{"id": f"p{i}", "name": f"Gemeente nummer {i}", "kind": "gemeente"} for i in range(40)]
    view = opened(dossier_from_values({**minimal(), "partners": {"partners": names}}))
    settle(qtbot)
    assert view.tasks._names.text().endswith("en nog 37")
    view.open_check(StepId.PARTNERS)
    assert len(view.pages._checks[StepId.PARTNERS].links) >= 40
