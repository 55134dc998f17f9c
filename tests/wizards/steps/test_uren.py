"""Uren en inzet: roles by form and by table, pasting, sums, what hours rest on."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.agree import HourUnit, Settlement
from models.dossier.base import UNKNOWN
from models.dossier.edit import with_value
from tests.models.samples import example, full, minimal
from tests.wizards.steps.agreement_pages import chosen, clicked, filled, picked, shown, typed
from wizards.context import Context
from wizards.page import GroupCard
from wizards.steps.kosten_parts.table import ReadTable
from wizards.steps.uren import SPEC
from wizards.steps.uren_parts import entries
from wizards.widgets.grid import GridWidget

Make = Callable[..., Context]


def test_a_role_is_filled_in_field_by_field(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    before = editor.dossier
    clicked(qtbot, page, "Rol toevoegen")
    (entry,) = editor.dossier.uren.entries
    path = ("uren", "entries", entry.id)
    typed(qtbot, page, (*path, "role"), "Trekker")
    picked(page, (*path, "partner"), "Ridderkerk")
    chosen(qtbot, page, (*path, "takes"), "Ja")
    typed(qtbot, page, (*path, "phase"), "Invoering")
    typed(qtbot, page, (*path, "hours"), "12,5")
    chosen(qtbot, page, (*path, "unit"), "per week")
    typed(qtbot, page, (*path, "actual"), "11")
    typed(qtbot, page, (*path, "scale"), "11")
    typed(qtbot, page, (*path, "rate"), "1.068,50")
    chosen(qtbot, page, (*path, "freed"), "Weet ik niet")
    (entry,) = editor.dossier.uren.entries
    assert (entry.role, entry.partner, entry.takes, entry.phase) == ("Trekker", "ridderkerk", True, "Invoering")
    assert (entry.hours, entry.unit, entry.actual) == (Decimal("12.5"), HourUnit.WEEK, 11)
    assert (entry.scale, entry.rate, entry.freed) == ("11", Decimal("1068.50"), UNKNOWN)
    clicked(qtbot, page, "Rol toevoegen")
    assert editor.dossier.uren.entries[1].partner == "ridderkerk"
    assert editor.dossier.uren.entries[1].unit is HourUnit.WEEK
    while editor.can_undo:  # type: ignore[attr-defined]
        editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.uren == before.uren


def test_rows_from_a_spreadsheet_make_the_table_grow(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = shown(qtbot, context, SPEC)
    page.open_view("tabel")
    qtbot.wait(20)
    clicked(qtbot, page, "Rij toevoegen")
    grid = next(g for g in page.findChildren(GridWidget) if g.isVisibleTo(page))
    grid.table.setCurrentIndex(grid.model.index(0, 0))
    grid.table.paste(
        "Trekker\tBarendrecht\tNee\tStart\t300\tper jaar\n"
        "Jurist\tridderkerk\tja\t\t4,5\tper week\tweet niet\t\t€ 68,00\tnee\n"
        "Iemand\tOnbekende gemeente"
    )
    qtbot.wait(20)
    first, second, third = context.editor.dossier.uren.entries
    assert (first.role, first.partner, first.hours) == ("Trekker", "barendrecht", 300)
    assert (second.partner, second.takes, second.unit) == ("ridderkerk", True, HourUnit.WEEK)
    assert (second.actual, second.rate, second.freed) == (UNKNOWN, 68, False)
    assert third.role == "Iemand"
    assert list(context.editor.dossier.drafts.values()) == ["Onbekende gemeente"]
    page.open_view("rollen")
    assert page.reveal(("uren", "entries", second.id, "hours"))
    assert page.current == "rollen"


def test_without_partners_no_role_can_be_added(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(minimal()))
    page = shown(qtbot, context, SPEC)
    assert not page.bodies[page.current].findChild(GroupCard).lists[0].add_button.isVisibleTo(page)
    assert entries.with_entries(context.editor.dossier, 3) is context.editor.dossier
    page.open_view("tabel")
    qtbot.wait(20)
    assert not [b for b in page.findChildren(GridWidget) if b.table.isVisibleTo(page)]


def test_the_overview_adds_up_per_unit(qtbot: QtBot, context_of: Make) -> None:
    dossier = with_value(filled(), ("uren", "entries", "u1", "takes"), False)
    context = context_of(dossier)
    page = shown(qtbot, context, SPEC)
    page.open_view("overzicht")
    qtbot.wait(20)
    year, week = (t.sheet for t in page.findChildren(ReadTable))
    assert year.rows == (("Aldermeer", ("300", "0", "300")), ("Totaal", ("300", "0", "300")))
    assert week.rows == (("Brinkhoven", ("0", "4", "-4")), ("Totaal", ("0", "4", "-4")))
    table = page.findChild(ReadTable)
    table.selectAll()
    table.setFocus()
    assert table.copied().split("\n")[1] == "Aldermeer\t300\t0\t300"
    empty = with_value(dossier, ("uren", "entries", "u2", "hours"), None)
    assert entries.missing_text(empty) == "Bij 1 rol zijn nog geen uren ingevuld."
    assert entries.missing_text(dossier) == ""
    assert entries.balance_sheet(dossier_from_values(minimal()), HourUnit.YEAR).rows == ()


def test_what_hours_rest_on(qtbot: QtBot, context_of: Make) -> None:
    values = full()
    values["uren"] = {}
    context = context_of(dossier_from_values(values))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("uren", "productive_hours", "aldermeer"))
    assert page.current == "basis"
    grid = next(g for g in page.findChildren(GridWidget) if g.isVisibleTo(page))
    qtbot.keyClicks(grid.table, "1")
    grid.table.paste("1.390\n1.420\n0")
    uren = context.editor.dossier.uren
    assert list(uren.productive_hours.values()) == [1390, 1420]
    assert list(context.editor.dossier.drafts.values()) == ["0"]
    typed(qtbot, page, ("uren", "productive_source"), "Eigen cao, 2026")
    typed(qtbot, page, ("uren", "overhead_per_hour"), "46")
    typed(qtbot, page, ("uren", "overhead_percentage"), "92")
    chosen(qtbot, page, ("uren", "settlement"), "Met een rekening")
    uren = context.editor.dossier.uren
    assert (uren.productive_source, uren.overhead_per_hour, uren.overhead_percentage) == ("Eigen cao, 2026", 46, 92)
    assert uren.settlement is Settlement.INVOICE


def test_no_figure_is_filled_in_by_the_program(context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    assert context.editor.dossier.uren.productive_hours == {}
    assert all("1.363" not in row.answer for row in SPEC.rows(context.editor.dossier, context.editor.knowledge))


def test_alt_arrow_moves_a_role(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("uren", "entries", "u2", "role"))
    records = page.bodies["rollen"].findChild(GroupCard).lists[0]
    records.list.setFocus()
    qtbot.keyClick(records.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [e.id for e in context.editor.dossier.uren.entries] == ["u2", "u1"]
