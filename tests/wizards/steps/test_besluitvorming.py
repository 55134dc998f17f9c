"""Besluitvorming: who decides, the days of the raden, the checklist that follows the basis, what is arranged."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from tests.models.samples import example
from tests.wizards import audit
from wizards.context import Context
from wizards.forms import Unreadable
from wizards.steps.besluitvorming import SPEC, _Raden, planning_terms, regeling_points
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
    field = next(f for f in page.findChild(_Raden).fields if f.path[-2:] == ("barendrecht", "meetings"))
    qtbot.waitUntil(field.control.hasFocus)
    qtbot.keyClicks(field.control, "12-1-2027, 9-2-2027")
    assert context.editor.dossier.besluitvorming.raad["barendrecht"].meetings == (date(2027, 1, 12), date(2027, 2, 9))
    qtbot.keyClicks(field.control, ", later")
    assert context.editor.dossier.drafts["besluitvorming/raad/barendrecht/meetings"].endswith(", later")
    page.findChild(_Raden).fields[1].control.setFocus()
    qtbot.waitUntil(field.message.isVisible)
    assert field.control.toPlainText() == "12-1-2027, 9-2-2027, later"


def test_the_checklist_follows_the_basis(knowledge: Knowledge) -> None:
    values = example("bar")

    def points(basis: str | None) -> set[str]:
        choice = None if basis is None else {"basis": basis}
        made = dossier_from_values({**values, "rechtsvorm": {**values["rechtsvorm"], "choice": choice}})
        return {point.id for point in regeling_points(made, knowledge)}

    assert "bevoegdheden-db" in points("openbaar-lichaam")
    assert "bevoegdheden-db" not in points("bedrijfsvoeringsorganisatie")
    assert points("overeenkomst") == {p.id for p in knowledge.checklists.dienstverleningsovereenkomst}
    assert points(None) == {p.id for p in knowledge.checklists.regeling}


def test_statutory_terms_are_shown_and_not_asked(knowledge: Knowledge) -> None:
    statutory = {term.id for term in planning_terms(knowledge) if term.kind == "wettelijk"}
    asked = {f.name.removeprefix("terms/") for g in SPEC.groups(None, knowledge) for f in g.items if hasattr(f, "kind")}
    assert "zienswijze-ontwerp-regeling" in statutory
    assert not statutory & asked and "or-advies" in asked


def test_every_row_leads_to_its_question_and_all_have_names(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    for row in SPEC.rows(context.editor.dossier, context.editor.knowledge):
        assert page.reveal(row.path), row
    for view in ("besluiten", "raden", "regeling", "afspraken"):
        page.open_view(view)
        qtbot.wait(50)
        assert audit.unnamed(page) == []
        assert audit.small_targets(page) == []
        assert audit.cut_off(page) == []
