"""Medewerkers: the table, the ondernemingsraad, the checklist."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.agree import CheckState
from models.dossier.edit import with_value
from tests.models.samples import example
from tests.wizards import audit
from wizards.context import Context
from wizards.page import StepPage
from wizards.steps.medewerkers import SPEC
from wizards.steps.medewerkers_sums import fte_totals
from wizards.widgets.checklist import ChecklistWidget
from wizards.widgets.grid import GridWidget

Make = Callable[..., Context]


def page_of(qtbot: QtBot, context: Context) -> StepPage:
    page = SPEC.page(context)
    qtbot.addWidget(page)
    page.resize(1032, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(50)
    return page


def test_the_table_takes_a_paste_and_adds_up(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    grid = page.findChild(GridWidget)
    grid.table.setCurrentIndex(grid.model.index(0, 0))
    grid.table.paste("12,5\tja\n3\tnee\nweet niet\tja")
    staff = context.editor.dossier.medewerkers.staff
    assert staff["barendrecht"].fte == Decimal("12.5") and staff["albrandswaard"].moves is False
    assert fte_totals(context.editor.dossier) == ("15,5", "12,5 fte", "")


def test_a_partner_that_left_does_not_count(context_of: Make) -> None:
    dossier = with_value(dossier_from_values(example("bar")), ("medewerkers", "staff", "barendrecht", "fte"), "4")
    gone = with_value(dossier, ("partners", "partners", "barendrecht", "removed"), True)
    assert fte_totals(dossier)[0] == "4" and fte_totals(gone)[0] == "0"


def test_a_point_of_the_checklist_gets_a_state_and_an_owner(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    checklist = page.findChild(ChecklistWidget)
    item = context.editor.knowledge.checklists.staff[0].id
    assert page.reveal(("medewerkers", "checklist", item, "owner"))
    point = checklist._points[item]
    owner = point.fields[0]
    qtbot.waitUntil(owner.control.hasFocus)
    qtbot.keyClicks(owner.control, "de secretaris")
    done = next(b for b in point.pills._buttons.values() if b.accessibleName() == "Klaar")
    qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    status = context.editor.dossier.medewerkers.checklist[item]
    assert (status.owner, status.state) == ("de secretaris", CheckState.DONE)
    qtbot.waitUntil(lambda: checklist.more.text().startswith("1 van de "))


def test_the_list_is_held_against_the_decision(qtbot: QtBot, context_of: Make) -> None:
    # The colleges of the example decide on 28 June 2027; the VGW plan is ready in October.
    context = context_of(dossier_from_values(example("lindestreek")))
    checklist = page_of(qtbot, context).findChild(ChecklistWidget)
    assert "Op 28\u00a0juni 2027 besluiten de partners." in checklist.more.text()
    assert checklist._points["vgw-plan"].late.text().startswith("Te laat voor de planning")
    assert checklist.count.text() == "1 van de 7 verplichte onderdelen is geregeld."


def test_every_row_leads_to_its_question_and_all_have_names(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    for row in SPEC.rows(context.editor.dossier, context.editor.knowledge):
        assert page.reveal(row.path), row
    qtbot.wait(50)
    assert audit.unnamed(page) == []
    assert audit.small_targets(page) == []
    assert audit.cut_off(page) == []
