"""The view Planning: what it shows, how terms are planned, the three calendars, and what costs time."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import with_value
from models.planning import CalendarKind, NoteKind, PlanNote, planning_term_ids
from models.vocabulary import StepId
from tests.models.samples import example, minimal
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from wizards.context import Context
from wizards.look.tokens import Appearance
from wizards.steps import besluitvorming
from wizards.steps.besluitvorming_parts import worked as worked_module
from wizards.steps.besluitvorming_parts.planning_view import PlanningView
from wizards.steps.besluitvorming_parts.planning_words import place_of
from wizards.steps.besluitvorming_parts.terms import TermField, own_term_words, term_at, usual_words
from wizards.steps.besluitvorming_parts.worked import Worked
from wizards.steps.views import ViewsPage
from wizards.widgets.buttons import Button
from wizards.widgets.text import Label

Make = Callable[..., Context]
BASE = ("besluitvorming",)


def planned(**planning: Any) -> Dossier:
    values = example("lindestreek")
    values["besluitvorming"] |= planning
    return dossier_from_values(values)


def crowd() -> Dossier:
    """Forty raden that meet each month for five years."""
    raad = {
        "meetings": [f"{year}-{month:02d}-14" for year in range(2027, 2032) for month in range(1, 13)],
        "recess": [[f"{year}-07-20", f"{year}-08-28"] for year in range(2027, 2032)],
    }
    planning = {
        "kind": "collegeregeling",
        "start": "2027-01-11",
        "in_force": "2032-01-01",
        "seat": "p0",
        "raad": {f"p{number}": raad for number in range(40)},
        "terms": {"inrichting-lichaam": 1500},
        "budget_year": 2033,
        "leaving": "p7",
        "leaving_start": "2030-01-01",
    }
    partners = [{"id": f"p{n}", "name": f"Gemeente met een heel lange naam aan de rivier {n}"} for n in range(40)]
    basis = {"choice": {"basis": "openbaar-lichaam"}}
    return dossier_from_values(minimal(partners={"partners": partners}, besluitvorming=planning, rechtsvorm=basis))


def page_of(qtbot: QtBot, context: Context, size: tuple[int, int] = (1032, 700)) -> ViewsPage:
    page = besluitvorming.SPEC.page(context)
    assert isinstance(page, ViewsPage)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open_view("planning")
    settle()
    return page


def view_of(qtbot: QtBot, context: Context) -> tuple[ViewsPage, PlanningView]:
    page = page_of(qtbot, context)
    return page, page.findChild(PlanningView)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def field(page: ViewsPage, term: str) -> TermField:
    assert page.reveal((*BASE, "terms", term))
    settle()
    found = [f for f in page.findChildren(TermField) if f.term.id == term and f.isVisibleTo(page)]
    assert len(found) == 1
    return found[0]


# --- what is shown


def test_outcome_steps_bodies_and_remarks(qtbot: QtBot, context_of: Make) -> None:
    _page, view = view_of(qtbot, context_of(planned()))
    assert view.outcome.first.text() == "De samenwerking kan starten vanaf 5\u00a0juli 2027."
    assert view.outcome.rest.text() == "Starten op 1\u00a0januari 2028 kan. De speling is 180 dagen."
    twin = view.steps.table.twin
    assert twin.head == ("Wanneer", "Stap", "Wie", "Termijn", "Grondslag") and len(twin.rows) == 11
    assert ("wet: 8 weken", "artikel 1, derde lid, Wgr") in {(row[3], row[4]) for row in twin.rows}
    assert view.remarks.said and view.remarks.isVisibleTo(view)
    figure = view.figure.figure()
    assert figure is not None and figure.twin == twin and figure.alt
    assert view.bodies.choice.count() == 1 + len(view._worked.calendar().per_body())


def test_a_day_that_cannot_be_met_is_said(qtbot: QtBot, context_of: Make) -> None:
    _page, view = view_of(qtbot, context_of(planned(in_force="2027-06-01")))
    assert view.outcome.rest.text().startswith("Starten op 1\u00a0juni 2027 kan niet.")


def test_the_copy_holds_what_must_be_ready(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    _page, view = view_of(qtbot, context_of(planned()))
    qtbot.mouseClick(view.steps.button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[-1] == "Wat klaar moet zijn" and len(lines) == 12
    assert all(len(line.split("\t")) == 6 for line in lines) and wishes.said
    view.steps.table.setFocus()
    qtbot.keyClick(view.steps.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n")[0].split("\t")[-1] == "Grondslag"


def test_each_body_has_its_own_steps_and_all_are_copied(qtbot: QtBot, context_of: Make) -> None:
    _page, view = view_of(qtbot, context_of(planned()))
    combo = view.bodies.choice
    shown = set()
    for index in range(1, combo.count()):
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
        shown |= {(combo.itemText(index), *row) for row in view.bodies.table.table.twin.rows}
    view.bodies.table.copy()
    copied = {tuple(line.split("\t")) for line in QGuiApplication.clipboard().text().split("\n")[1:]}
    assert copied == shown


def test_the_files_are_asked_of_the_shell(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    page, _view = view_of(qtbot, context_of(planned()))
    for words in ("Opslaan als agenda (.ics)", "Opslaan als rekenblad (.xlsx)", "Opslaan als rekenblad (.ods)"):
        button = next(b for b in page.findChildren(Button) if b.words == words and b.isVisibleTo(page))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes.files == ["ics", "xlsx", "ods"]


# --- what is missing


def test_an_empty_dossier_says_what_is_needed_and_leads_there(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    page, view = view_of(qtbot, context_of())
    assert view.outcome.first.text() == "Er is nog geen planning. Dit is nodig:"
    assert len(view.outcome.notes.said) >= 2
    assert not view.figure.isVisibleTo(page) and not view.outcome.agenda.isVisibleTo(page)
    for button in [b for b in page.findChildren(Button) if b.words == "Invullen" and b.isVisibleTo(page)]:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert {step for step, _ in wishes.steps} >= {StepId.PARTNERS, StepId.BESLUITVORMING}


def test_each_note_leads_to_a_field_that_is_there(qtbot: QtBot, context_of: Make) -> None:
    page = page_of(qtbot, context_of(planned()))
    places = {kind: place_of(PlanNote(kind, ("lindervoort",))) for kind in NoteKind}
    here = {kind: place[1] for kind, place in places.items() if place and place[0] is StepId.BESLUITVORMING}
    assert len(here) > 10
    for kind, path in here.items():
        assert page.reveal(path), kind


# --- the three calendars


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("budget_year", "2030", 2030),
        ("board_offers_on", "1-6-2029", date(2029, 6, 1)),
        ("board_adopts_on", "3-7-2029", date(2029, 7, 3)),
        ("leaving_start", "1-2-2028", date(2028, 2, 1)),
        ("leaving_on", "31-12-2029", date(2029, 12, 31)),
        ("notice_months", "12", 12),
    ],
)
def test_a_question_opens_its_calendar_and_takes_an_answer(
    qtbot: QtBot, context_of: Make, name: str, typed: str, value: object
) -> None:
    context = context_of(planned(budget_year=None, board_adopts_on=None))
    page, view = view_of(qtbot, context)
    assert page.reveal((*BASE, name))
    settle()
    control = page.focusWidget()
    assert control is not None
    qtbot.keyClicks(control, typed)
    settle()
    assert getattr(context.editor.dossier.besluitvorming, name) == value
    leaves = name.startswith(("leaving", "notice"))
    assert view.kind is (CalendarKind.UITTREDEN if leaves else CalendarKind.BEGROTING)


def test_budget_and_leaving_are_worked_out(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(planned(leaving="heidebroek", leaving_start="2029-01-08", notice_months=12))
    _page, view = view_of(qtbot, context)
    for key, words in (("begroting", "ontwerpbegroting"), ("uittreden", "laatste dag")):
        view.pills._buttons[key].click()
        settle()
        assert words in view.outcome.first.text() and view.steps.table.twin.rows
    assert "uittreden-principe" in view.terms.fields
    assert "principebesluit" not in view.terms.fields


# --- planning terms


def test_a_term_is_planned_in_weeks_or_days_and_goes_back(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(planned())
    page, view = view_of(qtbot, context)
    row = field(page, "principebesluit")
    before = view.outcome.first.text()
    assert row.control.text() == "4" and row.units.value() == "weken" and not row.back.isVisibleTo(page)
    row.control.selectAll()
    qtbot.keyClicks(row.control, "12")
    settle()
    assert context.editor.dossier.besluitvorming.terms["principebesluit"] == 84
    assert view.outcome.first.text() != before and row.back.isVisibleTo(page)
    row.units._buttons["dagen"].click()
    assert row.control.text() == "84"
    row.control.setFocus()
    row.control.selectAll()
    qtbot.keyClicks(row.control, "85")
    settle()
    assert context.editor.dossier.besluitvorming.terms["principebesluit"] == 85
    row.units._buttons["weken"].click()
    assert row.units.value() == "dagen" and "geen heel aantal weken" in row.message.text()
    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
    settle()
    assert "principebesluit" not in context.editor.dossier.besluitvorming.terms
    assert row.control.text() == "4" and view.outcome.first.text() == before and row.control.hasFocus()
    context.editor.undo()
    assert context.editor.dossier.besluitvorming.terms["principebesluit"] == 85


@pytest.mark.parametrize("text", ["veel", "-1", "1,5,3", "4000", "0,3"])
def test_a_term_that_cannot_be_is_kept_as_typed_and_explained(qtbot: QtBot, context_of: Make, text: str) -> None:
    context = context_of(planned())
    page, view = view_of(qtbot, context)
    row = field(page, "or-advies")
    row.control.selectAll()
    qtbot.keyClicks(row.control, text)
    settle()
    assert context.editor.dossier.drafts["besluitvorming/terms/or-advies"] == text
    view.pills._buttons["begroting"].setFocus()
    settle()
    assert row.message.text() and row.control.text() == text
    answers = {r.path: r for r in besluitvorming.SPEC.rows(context.editor.dossier, context.editor.knowledge)}
    assert answers[(*BASE, "terms", "or-advies")].unread
    qtbot.mouseClick(row.back, Qt.MouseButton.LeftButton)
    settle()
    assert context.editor.dossier.drafts == {} and row.message.text() == "" and row.control.text() == "6"


def test_an_emptied_term_is_the_usual_one_again(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(planned(terms={"or-advies": 45}))
    page, view = view_of(qtbot, context)
    row = field(page, "or-advies")
    assert row.control.text() == "45" and row.units.value() == "dagen"
    row.control.selectAll()
    qtbot.keyClick(row.control, Qt.Key.Key_Delete)
    settle()
    assert "or-advies" not in context.editor.dossier.besluitvorming.terms and row.control.text() == ""
    view.pills._buttons["begroting"].setFocus()
    settle()
    assert row.control.text() == "42"


def test_every_planning_term_can_be_reached(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(planned())
    page, _view = view_of(qtbot, context)
    day = context.editor.dossier.dated
    for key in planning_term_ids():
        term = term_at(context.editor.knowledge, key, day)
        assert term is not None
        assert page.reveal((*BASE, "terms", key)) is (term.kind == "planning"), key


def test_statutory_terms_are_read_with_their_article(qtbot: QtBot, context_of: Make) -> None:
    page, view = view_of(qtbot, context_of(planned()))
    said = " ".join(label.text() for label in view.terms.findChildren(Label) if label.isVisibleTo(page))
    assert "Ligt vast in de wet: 8 weken (artikel 1, derde lid, Wgr)." in said
    assert "zienswijze-ontwerp-regeling" not in view.terms.fields


def test_defaults_and_own_terms_in_words(context_of: Make) -> None:
    editor = context_of(planned()).editor
    term = term_at(editor.knowledge, "principebesluit", editor.dossier.dated)
    assert term is not None
    said = usual_words(term, editor.knowledge)
    assert said.startswith("Gebruikelijk: 4 tot 12 weken. De planning rekent met 4. Bron: ")
    assert [own_term_words(days) for days in (0, 1, 7, 10, 84)] == [
        "0 dagen",
        "1 dag",
        "1 week",
        "10 dagen",
        "12 weken",
    ]
    assert term_at(editor.knowledge, "principebesluit", date(2000, 1, 1)) is None


# --- cheap


def test_a_calendar_is_worked_out_once_for_each_change(context_of: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = context_of(planned()).editor
    made: list[Dossier] = []
    real = worked_module.decision_calendar

    def counting(dossier: Dossier, *rest: Any) -> Any:
        made.append(dossier)
        return real(dossier, *rest)

    monkeypatch.setitem(worked_module._MAKERS, CalendarKind.BESLUITVORMING, counting)
    worked = Worked(editor)
    first = worked.calendar()
    assert worked.calendar() is first and len(made) == 1
    editor.put((*BASE, "communication"), "Elke maand een brief.")
    editor.put((*BASE, "checklist", "belang", "owner"), "griffier")
    editor.put(("kosten", "exit_formula"), "Een formule")
    assert worked.calendar() is first and len(made) == 1, "nothing that it rests on is other"
    for path, value in (
        ((*BASE, "start"), date(2027, 2, 1)),
        ((*BASE, "terms", "or-advies"), 70),
        ((*BASE, "raad", "lindervoort", "meetings"), (date(2027, 5, 1),)),
        ((*BASE, "works_council"), False),
        (("rechtsvorm", "choice", "basis"), "openbaar-lichaam"),
        (("partners", "partners", "lindervoort", "removed"), True),
    ):
        number = len(made)
        editor.put(path, value)
        assert worked.calendar() == real(editor.dossier, editor.knowledge) and len(made) == number + 1, path


def test_the_advised_basis_counts_until_people_choose(context_of: Make) -> None:
    dossier = with_value(planned(), ("rechtsvorm", "choice"), None)
    editor = context_of(dossier).editor
    worked = Worked(editor)
    advised = editor.insight.advice.legal.preferred
    assert worked.basis() is advised and worked.calendar().basis is advised
    editor.put(("rechtsvorm", "choice"), {"basis": "convenant"})
    assert worked.basis() is None and worked.calendar().basis == "convenant"
    assert worked.agreement_expected()


# --- every size and look


@pytest.mark.parametrize(
    ("dossier", "size"),
    [
        (planned(), (696, 720)),
        (crowd(), (696, 720)),
        (crowd(), (1032, 720)),
        (dossier_from_values(minimal()), (696, 720)),
    ],
    ids=["four", "forty", "forty, wide", "empty"],
)
@pytest.mark.parametrize("kind", list(CalendarKind))
def test_names_targets_and_room(
    qtbot: QtBot, context_of: Make, dossier: Dossier, kind: CalendarKind, size: tuple[int, int]
) -> None:
    page = page_of(qtbot, context_of(dossier), size)
    page.findChild(PlanningView).open(kind)
    qtbot.waitUntil(lambda: not audit.small_targets(page), timeout=5_000)
    assert audit.unnamed(page) == []
    assert audit.rich_labels(page) == []
    assert audit.cut_off(page) == []
    assert audit.overlapping(page) == []
    assert page.scroller.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("appearance", [Appearance.DARK, Appearance.CONTRAST])
@pytest.mark.parametrize("kind", list(CalendarKind))
def test_large_text_in_other_looks(qtbot: QtBot, context_of: Make, kind: CalendarKind, appearance: Appearance) -> None:
    context = context_of(planned())
    context.look.wear(appearance, zoom=2.0)
    page = page_of(qtbot, context)
    page.findChild(PlanningView).open(kind)
    page.resize(1032, 720)
    qtbot.wait(30)
    assert audit.cut_off(page) == []
    assert audit.overlapping(page) == []


def test_forty_raden_have_eighty_bodies_and_all_rows_lead(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(crowd())
    page, view = view_of(qtbot, context)
    assert view._worked.calendar().steps and view.bodies.choice.count() > 80
    for row in besluitvorming.SPEC.rows(context.editor.dossier, context.editor.knowledge):
        if row.path[1] != "raad":
            assert page.reveal(row.path), row
