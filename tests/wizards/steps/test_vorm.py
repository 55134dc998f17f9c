"""Samenwerkingsvorm: two views on the same answers, all of it by keyboard and mouse."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN
from models.dossier.choose import CriterionAnswers
from models.dossier.edit import value_at
from models.vocabulary import CooperationForm, CriterionId, StepId
from tests.models.samples import example, full, minimal
from tests.wizards import audit
from wizards.context import Context
from wizards.page import notes_group
from wizards.steps.vorm import SPEC, VormPage
from wizards.steps.vorm_parts.overview import OverviewView
from wizards.steps.vorm_parts.overview_model import CellKind
from wizards.widgets.inputs import Area, Line

Make = Callable[..., Context]


def shown(qtbot: QtBot, context: Context, width: int = 696) -> VormPage:
    page = SPEC.page(context)
    assert isinstance(page, VormPage)
    qtbot.addWidget(page)
    qtbot.addWidget(page.panel)
    page.resize(width, 720)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(30)
    return page


def crowd(number: int = 40) -> Dossier:
    values = minimal()
    partners = [{"id": f"p{n}", "name": f"Gemeente met een heel lange naam aan de rivier {n}"} for n in range(number)]
    values["partners"] = {"partners": partners}
    values["vorm"] = {"answers": {"reikwijdte": {"partners": {f"p{n}": 1 + n % 5 for n in range(number)}}}}
    return dossier_from_values(values)


def three(**vorm: Any) -> Dossier:
    values = minimal()
    values["partners"] = {
        "partners": [{"id": c, "name": n} for c, n in (("a", "Aalten"), ("b", "Borne"), ("c", "Ede"))]
    }
    values["vorm"] = vorm
    return dossier_from_values(values)


def row_of(context: Context, key: CriterionId = CriterionId.REIKWIJDTE) -> CriterionAnswers:
    return context.editor.dossier.vorm.answers.get(key, CriterionAnswers())


# --- stelling voor stelling


def test_all_statements_are_answered_from_the_keyboard_alone(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    page.statement.scale.take_focus()
    for number in range(13):
        assert page.statement.number == number
        stop = page.focusWidget()
        assert stop is not None
        qtbot.keyClick(stop, str(1 + number % 5))  # type: ignore[call-overload]
        qtbot.wait(5)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    asked = [c.id for c in page.statement.statements]
    assert [row_of(context, key).joint for key in asked] == [1 + n % 5 for n in range(13)]
    assert page.choice.isAncestorOf(page.focusWidget())


def test_no_answer_and_clearing(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    scale = page.statement.scale
    scale.take_focus()
    for key, answer in ((Qt.Key.Key_W, UNKNOWN), (Qt.Key.Key_N, NOT_APPLICABLE), (Qt.Key.Key_L, LATER)):
        qtbot.keyClick(scale.line.stops[0], key)
        assert row_of(context).joint == answer
        qtbot.waitUntil(lambda answer=answer: page.statement.none.value() == answer.no_answer.value)
    pill = page.statement.none._buttons["unknown"]
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert row_of(context).joint == UNKNOWN
    qtbot.waitUntil(lambda: page.statement.joint.text() == "Samen kiezen wij: weet ik niet")
    qtbot.keyClick(scale.line.stops[0], Qt.Key.Key_Delete)
    assert row_of(context).joint is None
    context.editor.undo()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.statement.none.value() == "unknown")


def test_partners_answer_and_the_spread_warns(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    view = page.statement
    assert view.rows.isHidden()
    qtbot.mouseClick(view.open_rows, Qt.MouseButton.LeftButton)
    for partner, key in (("a", Qt.Key.Key_1), ("b", Qt.Key.Key_4), ("c", Qt.Key.Key_W)):
        pills = view.rows.rows[partner].pills
        pills.take_focus()
        qtbot.keyClick(page.focusWidget(), key)
    assert row_of(context).partners == {"a": 1, "b": 4, "c": UNKNOWN}
    qtbot.waitUntil(lambda: view.spread.isVisible())
    assert view.spread_text.text() == "3 punten verschil: praat hier eerst over"
    assert view.partners_caption.text() == "Antwoord per partner: 2 van 3"
    assert [mark.value for mark in view.scale.line.marks] == [1, 4]
    qtbot.keyClick(view.rows.rows["a"].pills._buttons["1"], Qt.Key.Key_Delete)
    assert row_of(context).partners == {"b": 4, "c": UNKNOWN}
    qtbot.waitUntil(lambda: not view.spread.isVisible())


def test_importance_of_all_and_of_each(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    view = page.statement
    assert view.weight_note.text() == "Nog niet gekozen: telt als 5"
    qtbot.keyClick(view.weight.number, Qt.Key.Key_Up)
    assert row_of(context).importance == 6
    view.show_rows(True)
    qtbot.mouseClick(view.rows.weights, Qt.MouseButton.LeftButton)
    weight = view.rows.rows["b"].weight
    qtbot.waitUntil(weight.isVisible)
    weight.setFocus()
    weight.selectAll()
    qtbot.keyClicks(weight, "9")
    assert row_of(context).partner_importance == {"b": 9}
    weight.setValue(-1)
    assert row_of(context).partner_importance == {}


def test_a_remark_belongs_to_its_statement(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    area = page.statement.remark.control
    assert isinstance(area, Area)
    area.setFocus()
    qtbot.keyClicks(area, "Per taak anders")
    page.statement.go_on()
    assert area.toPlainText() == ""
    page.statement.show_number(0)
    assert area.toPlainText() == "Per taak anders"
    assert row_of(context).remark == "Per taak anders"
    assert row_of(context, CriterionId.BELEID).remark == ""


def test_dots_lead_to_each_statement(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three(answers={"beleid": {"joint": 2}, "routine": {"joint": {"no_answer": "later"}}}))
    page = shown(qtbot, context)
    dots = page.statement.dots.dots
    names = [dot.accessibleName() for dot in dots]
    assert names[0] == "Stelling 1: Aantal taken, hier"
    assert names[1].endswith(", beantwoord")
    assert names[2].endswith(", nog open")
    qtbot.mouseClick(dots[7], Qt.MouseButton.LeftButton)
    assert page.statement.caption.text() == "Stelling 8 van 13"
    qtbot.keyClick(dots[7], Qt.Key.Key_Left)
    assert page.statement.number == 6


def test_the_page_begins_at_the_first_open_statement(qtbot: QtBot, context_of: Make) -> None:
    page = shown(qtbot, context_of(three(answers={"reikwijdte": {"joint": 2}})))
    assert page.statement.number == 1


def test_the_foot_names_the_next_statement_and_the_last_has_none(qtbot: QtBot, context_of: Make) -> None:
    page = shown(qtbot, context_of(three()))
    assert page.secondary is None
    assert page.primary is not None
    text, act = page.primary
    assert text == "Stelling 2: Beleid of uitvoering"
    with qtbot.waitSignal(page.footer_changed):
        act()
    assert page.secondary is not None
    page.secondary[1]()
    assert page.statement.number == 0
    page.statement.show_number(12)
    assert page.primary is None
    page.show_view("overzicht")
    assert page.primary is None
    assert page.panel_summary == "Nog geen advies"


# --- overzicht


def overview(qtbot: QtBot, page: VormPage) -> OverviewView:
    page.show_view("overzicht")
    qtbot.wait(30)
    assert page.overview is not None
    return page.overview


def at(view: OverviewView, criterion: CriterionId, kind: CellKind, partner: str | None = None) -> None:
    model = view.model
    y = next(n for n, row in enumerate(model.rows) if row.id is criterion)
    x = next(n for n, column in enumerate(model.columns) if (column.kind, column.partner) == (kind, partner))
    view.table.setFocus()
    view.table.setCurrentIndex(model.index(y, x))


def test_the_table_is_filled_in_from_the_keyboard(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    view = overview(qtbot, shown(qtbot, context))
    at(view, CriterionId.BELEID, CellKind.PARTNER, "a")
    for key in (Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_5, Qt.Key.Key_Right, Qt.Key.Key_N, Qt.Key.Key_Right):
        qtbot.keyClick(view.table, key)
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    row = row_of(context, CriterionId.BELEID)
    assert row.partners == {"a": 2, "b": 5, "c": NOT_APPLICABLE}
    assert row.joint == 3
    at(view, CriterionId.BELEID, CellKind.PARTNER, "b")
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert row_of(context, CriterionId.BELEID).partners == {"a": 2, "c": NOT_APPLICABLE}


def test_answers_are_copied_to_and_pasted_from_a_spreadsheet(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    view = overview(qtbot, shown(qtbot, context))
    at(view, CriterionId.BELEID, CellKind.PARTNER, "a")
    before = context.editor.dossier
    QGuiApplication.clipboard().setText("2\tweet ik niet\t9\n5\tN\t\n")
    qtbot.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert row_of(context, CriterionId.BELEID).partners == {"a": 2, "b": UNKNOWN}
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + view.model.rowCount()
    assert "\t2\tweet ik niet\t" in lines[1 + [c.id for c in view.model.rows].index(CriterionId.BELEID)]
    context.editor.undo()
    assert context.editor.dossier == before


@pytest.mark.parametrize(("keys", "value"), [("7", 7), ("10", 10), ("0", 0), ("1", 1), ("20", 0)])
def test_importance_is_typed(qtbot: QtBot, context_of: Make, keys: str, value: int) -> None:
    context = context_of(three())
    view = overview(qtbot, shown(qtbot, context))
    at(view, CriterionId.ROUTINE, CellKind.WEIGHT)
    qtbot.keyClicks(view.table, keys)
    assert row_of(context, CriterionId.ROUTINE).importance == value
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert row_of(context, CriterionId.ROUTINE).importance is None


def test_the_number_of_partners_is_counted_and_only_weighs(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    view = overview(qtbot, shown(qtbot, context))
    key = CriterionId.AANTAL_PARTNERS
    at(view, key, CellKind.JOINT)
    assert view.table.currentIndex().data() == "3"
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert key not in context.editor.dossier.vorm.answers
    assert view.note.isVisible()
    at(view, key, CellKind.WEIGHT)
    qtbot.keyClick(view.table, Qt.Key.Key_8)
    assert row_of(context, key).importance == 8
    assert row_of(context, key).joint is None


def test_the_cell_can_be_filled_in_with_the_mouse(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    view = overview(qtbot, shown(qtbot, context))
    at(view, CriterionId.URGENTIE, CellKind.PARTNER, "c")
    assert "(Ede)" in view.cell_name.text()
    qtbot.mouseClick(view.pills._buttons["4"], Qt.MouseButton.LeftButton)
    assert row_of(context, CriterionId.URGENTIE).partners == {"c": 4}
    at(view, CriterionId.URGENTIE, CellKind.WEIGHT)
    view.weight._more.click()
    assert row_of(context, CriterionId.URGENTIE).importance == 6


def test_cells_speak_and_warn(qtbot: QtBot, context_of: Make) -> None:
    answers = {"centrum": {"partners": {"a": 1, "b": 5, "c": {"no_answer": "unknown"}}, "joint": 2}}
    view = overview(qtbot, shown(qtbot, context_of(three(answers=answers))))
    model, role = view.model, Qt.ItemDataRole.AccessibleTextRole
    y = next(n for n, row in enumerate(model.rows) if row.id is CriterionId.CENTRUM)
    said = [model.index(y, x).data(role) for x in range(model.columnCount())]
    assert said == [
        "Mogelijk centrum, Aalten: 1 van 5",
        "Mogelijk centrum, Borne: 5 van 5",
        "Mogelijk centrum, Ede: weet ik niet",
        "Mogelijk centrum, samen: 2 van 5",
        "Mogelijk centrum, belang: 5 van 10, nog niet gekozen",
        "Mogelijk centrum, verschil tussen de partners: 4, praat hier eerst over",
    ]
    assert QAccessible.queryAccessibleInterface(view.table).role() == QAccessible.Role.Table


def test_both_views_show_the_same(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    view = overview(qtbot, page)
    at(view, CriterionId.REIKWIJDTE, CellKind.JOINT)
    qtbot.keyClick(view.table, Qt.Key.Key_4)
    page.show_view("stelling")
    assert page.statement.scale.line.group.checkedId() == 4
    page.statement.scale.answered.emit(2)
    page.show_view("overzicht")
    assert view.table.currentIndex().data() == "2"


def test_forty_partners_keep_statement_and_joint_answer_in_sight(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(crowd())
    page = shown(qtbot, context)
    page.statement.show_rows(True)
    assert len(page.statement.rows.rows) == 40
    view = overview(qtbot, page)
    assert view.model.columns[0].kind is CellKind.JOINT
    assert view.table.horizontalScrollBar().maximum() > 0
    assert view.table.verticalScrollBar().maximum() == 0
    assert view.width() <= page.width()
    at(view, CriterionId.REIKWIJDTE, CellKind.PARTNER, "p39")
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    assert row_of(context).partners["p39"] == 1


# --- the choice


def typed(qtbot: QtBot, control: QWidget, text: str) -> None:
    assert isinstance(control, (Line, Area))
    control.setFocus()
    qtbot.keyClicks(control, text)


def test_the_people_choose_with_a_reason_where_it_differs(qtbot: QtBot, context_of: Make) -> None:
    values = example("bar")
    values["vorm"]["choice"] = None
    context = context_of(dossier_from_values(values))
    page = shown(qtbot, context)
    card = page.choice
    assert not card.fields[0].isVisible()
    advised = context.editor.insight.advice.form.recommended
    assert advised is CooperationForm.SETA
    card.forms._buttons["netwerk"].setFocus()
    qtbot.keyClick(card.forms._buttons["netwerk"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.fields[0].isVisible())
    assert card.message.isVisible()
    assert "verplicht, want" in card.fields[0].label.text()
    typed(qtbot, card.fields[0].control, "Eerst klein beginnen")
    typed(qtbot, card.fields[1].control, "De stuurgroep")
    typed(qtbot, card.fields[2].control, "5 maart 2026")
    choice = context.editor.dossier.vorm.choice
    assert choice is not None
    assert (choice.form, choice.reason, choice.by) == ("netwerk", "Eerst klein beginnen", "De stuurgroep")
    assert str(choice.chosen_on) == "2026-03-05"
    qtbot.waitUntil(lambda: not card.message.isVisible())
    qtbot.mouseClick(card.forms._buttons["seta"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.fields[0].label.text().endswith("(niet verplicht)"))
    kept = context.editor.dossier.vorm.choice
    assert kept is not None
    assert kept.reason == "Eerst klein beginnen"
    qtbot.mouseClick(card.forms._buttons["doorgaan"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.forms.value() == "doorgaan")
    qtbot.mouseClick(card.clear, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.vorm.choice is None
    context.editor.undo()  # type: ignore[attr-defined]
    assert context.editor.dossier.vorm.choice is not None


def test_going_on_as_now_is_described(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(three())
    page = shown(qtbot, context)
    assert page.reveal(("vorm", "go_on_as_now"))
    qtbot.keyClicks(page.focusWidget(), "Dan blijft het kwetsbaar")
    assert context.editor.dossier.vorm.go_on_as_now == "Dan blijft het kwetsbaar"


# --- the check page


@pytest.mark.parametrize("name", ["full", "bar", "leeg", "veertig"])
def test_every_row_leads_to_its_field(qtbot: QtBot, context_of: Make, name: str) -> None:
    if name == "veertig":
        dossier = crowd()
    else:
        dossier = dossier_from_values({"full": full, "leeg": minimal}.get(name, lambda: example(name))())
    context = context_of(dossier)
    page = shown(qtbot, context)
    page.panel.show()
    qtbot.waitExposed(page.panel)
    rows = SPEC.rows(dossier, context.editor.knowledge)
    assert len({row.path for row in rows}) == len(rows)
    for row in rows:
        assert page.reveal(row.path), row.path
    shown_paths = {row.path for row in rows}
    for criterion in context.editor.knowledge.criterion:
        assert ("vorm", "answers", criterion.value, "importance") in shown_paths
    assert page.reveal(("vorm", "answers"))
    assert not page.reveal(("vorm", "answers", "bestaatniet"))


def test_rows_say_what_was_answered(context_of: Make) -> None:
    answers = {
        "reikwijdte": {
            "joint": 4,
            "partners": {"a": 2, "b": {"no_answer": "unknown"}},
            "importance": 8,
            "partner_importance": {"a": 9},
            "remark": "Let op",
        }
    }
    dossier = three(answers=answers, choice={"form": "doorgaan", "reason": "Rust"})
    rows = {row.path: row.answer for row in SPEC.rows(dossier, context_of(dossier).editor.knowledge)}
    base = ("vorm", "answers", "reikwijdte")
    assert rows[(*base, "joint")] == "4 van 5"
    assert rows[(*base, "partners")] == "Aalten: 2\nBorne: weet ik niet"
    assert rows[(*base, "importance")] == "8 van 10"
    assert rows[(*base, "partner_importance")] == "Aalten: 9"
    assert rows[(*base, "remark")] == "Let op"
    assert rows[("vorm", "answers", "beleid", "joint")] == "Niet ingevuld"
    assert rows[("vorm", "choice", "form")] == "Doorgaan zoals nu"
    assert rows[("vorm", "choice", "reason")] == "Rust"
    assert notes_group(StepId.VORM).title in {
        row.group for row in SPEC.rows(dossier, context_of(dossier).editor.knowledge)
    }
    assert value_at(dossier, ("vorm", "answers", "reikwijdte", "joint")) == 4


# --- what every screen must hold to


@pytest.mark.parametrize("view", ["stelling", "overzicht"])
@pytest.mark.parametrize(("width", "zoom"), [(696, 1.0), (1032, 1.0), (1280, 2.0)])
def test_it_holds_to_what_every_screen_must(qtbot: QtBot, context_of: Make, view: str, width: int, zoom: float) -> None:
    context = context_of(dossier_from_values(full()))
    context.look.wear(zoom=zoom)
    page = shown(qtbot, context, width)
    page.show_view(view)
    if view == "stelling":
        page.statement.show_rows(True)
    qtbot.wait(80)
    assert audit.unnamed(page) == []
    assert audit.small_targets(page) == []
    assert audit.rich_labels(page) == []
    assert audit.cut_off(page) == []
    assert audit.overlapping(page) == []
    assert page.scroller.horizontalScrollBar().maximum() == 0
