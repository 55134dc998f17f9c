"""Opgave en feiten: filled in with keyboard and mouse, through the real controls."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier
from models.dossier.base import NoAnswerKind
from models.dossier.edit import with_value
from models.dossier.explore import TaskNature
from models.dossier.references import check_references
from models.vocabulary import StepId
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from tests.wizards.steps.views import (
    Make,
    button,
    every_row_leads,
    field_at,
    focus_leads_to,
    press,
    settle,
    shown,
    type_at,
    with_partners,
)
from wizards.registry import spec_of
from wizards.steps.opgave import FIELDS, OpgavePage
from wizards.steps.opgave_parts.overlap import overlap_in_words, toggled
from wizards.widgets.order import reading_order
from wizards.widgets.records import RecordsWidget

STEP = StepId.OPGAVE


def opgave(qtbot: QtBot, context) -> OpgavePage:
    page = shown(qtbot, context, STEP)
    assert isinstance(page, OpgavePage)
    return page


def with_agenda(count: int, agenda: int = 2, interests: int = 1) -> Dossier:
    """Partners, points that the first ones win by, and interests of the first ones."""
    points = [
        {"id": f"a{n}", "text": f"Punt {n}", "partners": [f"p{m}" for m in range(min(n + 1, count))]}
        for n in range(agenda)
    ]
    wishes = [{"id": f"i{n}", "partner": f"p{n}", "text": f"Belang {n}"} for n in range(min(interests, count))]
    return with_partners(count, opgave={"agenda": points, "interests": wishes})


def test_question_occasion_and_review(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = opgave(qtbot, context)
    type_at(qtbot, page, ("opgave", "question"), "Hoe blijven wij sterk")
    type_at(qtbot, page, ("opgave", "occasion"), "Vacatures")
    type_at(qtbot, page, ("opgave", "review_on"), "5 maart 2027")
    section = context.editor.dossier.opgave
    assert (section.question, section.occasion, section.review_on) == (
        "Hoe blijven wij sterk",
        "Vacatures",
        date(2027, 3, 5),
    )
    context.editor.undo()
    settle()
    assert context.editor.dossier.opgave.review_on is None


def test_a_fact_with_figure_source_and_date(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = opgave(qtbot, context)
    press(qtbot, button(page, "Feit toevoegen"))
    (fact,) = context.editor.dossier.opgave.facts
    base = ("opgave", "facts", fact.id)
    for name, text in (("text", "Begroting"), ("figure", "59,4"), ("unit", "miljoen"), ("source", "Jaarrekening")):
        type_at(qtbot, page, (*base, name), text)
    type_at(qtbot, page, (*base, "dated"), "31-12-2025")
    (fact,) = context.editor.dossier.opgave.facts
    assert (fact.text, fact.figure, fact.unit, fact.source) == ("Begroting", Decimal("59.4"), "miljoen", "Jaarrekening")
    assert fact.dated == date(2025, 12, 31)


def test_a_fact_to_find_is_one_click(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = opgave(qtbot, context)
    press(qtbot, button(page, "Werkloosheid: zet in de lijst met feiten"))
    (fact,) = context.editor.dossier.opgave.facts
    assert fact.text == "Werkloosheid"
    assert page.to_find.buttons["Werkloosheid"].isHidden()
    qtbot.keyClicks(focus_leads_to(page), "4,2")
    assert context.editor.dossier.opgave.facts[0].figure == Decimal("4.2")
    context.editor.undo()
    context.editor.undo()
    settle()
    assert not page.to_find.buttons["Werkloosheid"].isHidden()


def test_a_task_and_the_kind_of_work(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = opgave(qtbot, context)
    press(qtbot, button(page, "Taak toevoegen"))
    (task,) = context.editor.dossier.opgave.tasks
    type_at(qtbot, page, ("opgave", "tasks", task.id, "name"), "Inkoop")
    pills = field_at(page, ("opgave", "tasks", task.id, "nature")).control
    pills._buttons["support"].click()
    assert context.editor.dossier.opgave.tasks[0].nature is TaskNature.SUPPORT
    pills._buttons["~later"].click()
    assert context.editor.dossier.opgave.tasks[0].nature.no_answer is NoAnswerKind.LATER


def test_policy_fields_are_typed_line_by_line(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = opgave(qtbot, context)
    assert page.reveal(FIELDS)
    for text in ("Wonen", "Zorg", "Werk"):
        line = focus_leads_to(page)
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        settle()
    assert context.editor.dossier.opgave.fields == ("Wonen", "Zorg", "Werk")
    rows = page.policy_fields.rows
    assert [row.line.text() for row in rows if row.isVisible()] == ["Wonen", "Zorg", "Werk", ""]
    qtbot.mouseClick(rows[0].drop, Qt.MouseButton.LeftButton)
    settle()
    assert context.editor.dossier.opgave.fields == ("Zorg", "Werk")
    context.editor.undo()
    settle()
    assert [row.line.text() for row in rows if row.isVisible()] == ["Wonen", "Zorg", "Werk", ""]


def test_an_emptied_policy_field_goes_when_it_is_left(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_value(with_partners(0), FIELDS, ("Wonen", "Zorg", "Werk")))
    page = opgave(qtbot, context)
    rows = page.policy_fields.rows
    rows[1].line.setFocus()
    rows[1].line.selectAll()
    qtbot.keyClick(rows[1].line, Qt.Key.Key_Backspace)
    assert context.editor.dossier.opgave.fields == ("Wonen", "", "Werk")
    # The button under the mouse takes out its own line, although leaving the other one drops that too.
    qtbot.mouseClick(rows[2].drop, Qt.MouseButton.LeftButton)
    settle()
    assert context.editor.dossier.opgave.fields == ("Wonen",)
    rows[0].line.setFocus()
    rows[0].line.selectAll()
    qtbot.keyClick(rows[0].line, Qt.Key.Key_Delete)
    rows[1].line.setFocus()
    settle()
    assert context.editor.dossier.opgave.fields == ()


def test_without_partners_the_interests_lead_to_partners(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    context = context_of()
    page = opgave(qtbot, context)
    assert page.interests.isHidden()
    assert page.reveal(("opgave", "interests"))
    qtbot.keyClick(focus_leads_to(page), Qt.Key.Key_Space)
    assert wishes.steps == [(StepId.PARTNERS, ())]


def test_an_interest_starts_with_a_partner_of_whom_none_is_known(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_agenda(2))
    page = opgave(qtbot, context)
    press(qtbot, button(page, "Belang toevoegen"))
    made = context.editor.dossier.opgave.interests[-1]
    assert made.partner == "p1"
    field = field_at(page, ("opgave", "interests", made.id, "partner"))
    field.control.edited.emit("")
    assert context.editor.dossier.opgave.interests[-1].partner == "p1"
    field.control.edited.emit("p0")
    assert context.editor.dossier.opgave.interests[-1].partner == "p0"


def test_an_interest_when_every_partner_left(qtbot: QtBot, context_of: Make) -> None:
    dossier = with_agenda(2)
    for partner in ("p0", "p1"):
        dossier = with_value(dossier, ("partners", "partners", partner, "removed"), True)
    context = context_of(dossier)
    page = opgave(qtbot, context)
    press(qtbot, button(page, "Belang toevoegen"))
    check_references(context.editor.dossier)
    chooser = field_at(page, ("opgave", "interests", "i0", "partner")).control
    assert chooser.currentText() == "Gemeente Plaats 0 (doet niet meer mee)"


def test_who_wins_by_what_with_keys_and_mouse(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_agenda(3))
    page = opgave(qtbot, context)
    assert page.reveal(("opgave", "agenda", "a0", "partners"))
    table = page.gains.table
    assert focus_leads_to(page) is table
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert context.editor.dossier.opgave.agenda[0].partners == ("p0", "p1")
    cell = table.visualRect(page.gains.model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell))
    assert context.editor.dossier.opgave.agenda[0].partners == ("p1",)
    said = page.gains.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Gemeente Plaats 1, Punt 0: wint"
    context.editor.undo()
    settle()
    assert page.gains.model.wins(page.gains.model.index(0, 0))


def test_many_partners_are_named_cell_by_cell(qtbot: QtBot, context_of: Make) -> None:
    page = opgave(qtbot, context_of(with_agenda(40)))
    assert page.gains.here.text() == "Kies een cel om te zien van welke partner die is."
    assert page.reveal(("opgave", "agenda", "a0", "partners"))
    qtbot.keyClick(page.gains.table, Qt.Key.Key_Right)
    assert page.gains.here.text() == "Gemeente Plaats 1, Punt 0: nog niet"


def test_the_words_beside_the_matrix() -> None:
    assert overlap_in_words(with_partners(3)) == ()
    assert overlap_in_words(with_agenda(3, agenda=2, interests=2)) == (
        "Er is nog geen punt waarbij elke partner wint.",
        "Nog bij geen enkel punt: Gemeente Plaats 2.",
        "Nog geen belang bekend van: Gemeente Plaats 2.",
    )
    assert overlap_in_words(with_agenda(2, agenda=3, interests=2)) == ("Bij 2 van de 3 punten wint elke partner.",)
    assert overlap_in_words(with_agenda(40, agenda=1))[1] == "Nog bij geen enkel punt: 39 partners."


def test_a_partner_that_left_stays_in_its_point() -> None:
    assert toggled(("oud", "b"), "a", ("a", "b")) == ("oud", "a", "b")
    assert toggled(("oud", "b"), "b", ("a", "b")) == ("oud",)


@pytest.mark.parametrize("count", [0, 2, 40])
def test_every_row_of_the_check_page_leads_somewhere(qtbot: QtBot, context_of: Make, count: int) -> None:
    context = context_of(with_agenda(count, agenda=3 if count else 0))
    every_row_leads(opgave(qtbot, context), context)


def test_the_check_page_has_every_field_of_the_section(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_value(with_agenda(2), FIELDS, ("Wonen", "Zorg")))
    rows = spec_of(STEP).rows(context.editor.dossier, context.editor.knowledge)
    section = type(context.editor.dossier.opgave)
    assert {row.path[1] for row in rows} == set(section.model_fields)
    assert next(row.answer for row in rows if row.path == FIELDS) == "Wonen\nZorg"


@pytest.mark.parametrize(("count", "zoom", "width"), [(0, 1.0, 1032), (2, 1.0, 696), (40, 1.0, 1032), (3, 2.0, 1032)])
def test_nothing_is_cut_off_or_nameless(qtbot: QtBot, context_of: Make, count: int, zoom: float, width: int) -> None:
    context = context_of(with_agenda(count, agenda=3 if count else 0, interests=3))
    context.look.wear(zoom=zoom)
    context.look.apply_to(QApplication.instance())
    page = opgave(qtbot, context)
    page.resize(width, 700)
    settle()
    assert audit.unnamed(page) == []
    assert audit.small_targets(page) == []
    assert audit.rich_labels(page) == []
    assert audit.cut_off(page) == []
    assert audit.overlapping(page) == []
    assert page.scroller.horizontalScrollBar().maximum() == 0


def test_tab_goes_as_one_reads(qtbot: QtBot, context_of: Make) -> None:
    page = opgave(qtbot, context_of(with_agenda(2)))
    inner = page.scroller.widget()
    order = list(reading_order(inner))
    assert order.index(page.policy_fields.rows[0].line) < order.index(page.findChildren(RecordsWidget)[0].list)
