"""Besluitvorming: who decides, the days of the raden, the checklist that follows the basis, what is arranged."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.agree import BesluitvormingSection
from tests.models.samples import example
from tests.wizards import audit
from wizards.context import Context
from wizards.forms import Unreadable
from wizards.steps.besluitvorming import SPEC
from wizards.steps.besluitvorming_parts.lists import ListsView
from wizards.steps.besluitvorming_parts.raden import Raden
from wizards.steps.views import ViewsPage
from wizards.widgets.days import days_text, read_days, read_periods

Make = Callable[..., Context]
days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def page_of(qtbot: QtBot, context: Context) -> ViewsPage:
    page = SPEC.page(context)
    assert isinstance(page, ViewsPage)
    qtbot.addWidget(page)
    page.resize(1032, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(50)
    return page


@given(st.sets(days).map(lambda chosen: tuple(sorted(chosen))))
def test_days_read_back(chosen: tuple[date, ...]) -> None:
    assert read_days(days_text(chosen)) == chosen


@given(st.sets(st.tuples(days, days).map(lambda pair: tuple(sorted(pair)))).map(lambda s: tuple(sorted(s))))
def test_periods_read_back(chosen: tuple[tuple[date, date], ...]) -> None:
    assert read_periods(days_text(chosen)) == chosen


@pytest.mark.parametrize("text", ["morgen", "31-2-2027", "5-1-2027 t/m 3-1-2027"])
def test_unreadable_days_say_what_to_type(text: str) -> None:
    with pytest.raises(Unreadable):
        read_periods(text)


def test_meeting_days_arrive_and_a_mistake_is_kept(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    assert page.reveal(("besluitvorming", "raad", "barendrecht", "meetings"))
    field = next(f for f in page.findChild(Raden).fields if f.path[-2:] == ("barendrecht", "meetings"))
    qtbot.waitUntil(field.control.hasFocus)
    qtbot.keyClicks(field.control, "12-1-2027, 9-2-2027")
    assert context.editor.dossier.besluitvorming.raad["barendrecht"].meetings == (date(2027, 1, 12), date(2027, 2, 9))
    qtbot.keyClicks(field.control, ", later")
    assert context.editor.dossier.drafts["besluitvorming/raad/barendrecht/meetings"].endswith(", later")
    page.findChild(Raden).fields[1].control.setFocus()
    qtbot.waitUntil(field.message.isVisible)
    assert field.control.toPlainText() == "12-1-2027, 9-2-2027, later"


def test_the_checklists_follow_the_basis(qtbot: QtBot, context_of: Make) -> None:
    values = example("bar")

    def rows(basis: str) -> set[tuple[str, str]]:
        made = dossier_from_values({**values, "rechtsvorm": {**values["rechtsvorm"], "choice": {"basis": basis}}})
        editor = context_of(made).editor
        paths = [row.path for row in SPEC.rows(editor.dossier, editor.knowledge)]
        return {(path[1], path[2]) for path in paths if path[1].endswith("checklist")}

    assert ("checklist", "bevoegdheden-db") in rows("openbaar-lichaam")
    assert ("checklist", "bevoegdheden-db") not in rows("bedrijfsvoeringsorganisatie")
    assert {name for name, _ in rows("openbaar-lichaam")} == {"checklist"}
    assert {name for name, _ in rows("overeenkomst")} == {"agreement_checklist"}
    assert {name for name, _ in rows("centrumgemeente")} == {"checklist", "agreement_checklist"}


def test_the_agreement_list_comes_when_asked_for_and_its_answers_keep_it(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    page.open_view("regeling")
    view = page.findChild(ListsView)
    assert view.agreement is None and view.ask.isVisibleTo(page)
    qtbot.mouseClick(view.ask, Qt.MouseButton.LeftButton)
    assert view.agreement is not None and not view.ask.isVisibleTo(page)
    assert page.reveal(("besluitvorming", "agreement_checklist", "taken", "owner"))
    qtbot.keyClicks(view.agreement._points["taken"].fields[0].control, "controller")
    assert context.editor.dossier.besluitvorming.agreement_checklist["taken"].owner == "controller"
    paths = {row.path for row in SPEC.rows(context.editor.dossier, context.editor.knowledge)}
    assert ("besluitvorming", "agreement_checklist", "taken", "state") in paths


def test_every_field_of_the_section_has_its_row(context_of: Make) -> None:
    values = example("lindestreek")
    values["besluitvorming"] |= {"agreement_checklist": {"taken": {"state": "busy"}}}
    editor = context_of(dossier_from_values(values)).editor
    names = {row.path[1] for row in SPEC.rows(editor.dossier, editor.knowledge)}
    assert names == set(BesluitvormingSection.model_fields)


def test_every_row_leads_to_its_question_and_all_have_names(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    for row in SPEC.rows(context.editor.dossier, context.editor.knowledge):
        assert page.reveal(row.path), row
    for view in ("besluiten", "raden", "planning", "regeling", "afspraken"):
        page.open_view(view)
        qtbot.wait(50)
        assert audit.unnamed(page) == []
        assert audit.small_targets(page) == []
        qtbot.waitUntil(lambda: audit.cut_off(page) == [])  # a page of five views settles in a few turns
