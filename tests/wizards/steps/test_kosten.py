"""Kosten verdelen: costs and tables, keys by kind with their figures, the choice, leaving."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.agree import CostItemKind, CostKeyKind
from models.dossier.base import LATER
from models.dossier.edit import value_at, with_value
from models.dossier.references import check_references
from models.knowledge import Knowledge
from tests.models.samples import example, full, minimal
from tests.wizards.steps.agreement_pages import chosen, clicked, field_at, filled, picked, shown, typed
from wizards.context import Context
from wizards.steps.kosten import SPEC, _Keys
from wizards.steps.kosten_parts import keys
from wizards.steps.kosten_parts.cases import CaseCard, WarningCard
from wizards.steps.kosten_parts.items import cost_sheet
from wizards.steps.kosten_parts.key_cards import KeyOverview, KindPicker
from wizards.steps.kosten_parts.key_detail import DriverNames
from wizards.steps.kosten_parts.table import ReadTable
from wizards.steps.views import ViewsPage
from wizards.widgets.fields import FieldWidget
from wizards.widgets.grid import GridWidget

Make = Callable[..., Context]


def bar() -> Dossier:
    values = example("bar")
    values["kosten"] = {}
    return dossier_from_values(values)


def grid_called(page: ViewsPage, title: str) -> GridWidget:
    return next(g for g in page.findChildren(GridWidget) if g.spec.title == title and g.isVisibleTo(page))


def test_costs_are_typed_from_nothing_to_totals_and_undone(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(bar())
    editor, page = context.editor, shown(qtbot, context, SPEC)
    before = editor.dossier
    typed(qtbot, page, ("kosten", "start_year"), "2027")
    clicked(qtbot, page, "Kostenpost toevoegen")
    (item,) = editor.dossier.kosten.items
    path = ("kosten", "items", item.id)
    assert item.kind is CostItemKind.STRUCTURAL
    typed(qtbot, page, (*path, "name"), "Salarissen")
    chosen(qtbot, page, (*path, "vat"), "Btw terug via het BTW-compensatiefonds")
    qtbot.wait(20)
    typed(qtbot, page, (*path, "bcf_percentage"), "62,5")
    typed(qtbot, page, (*path, "wage_percentage"), "70")
    typed(qtbot, page, (*path, "source"), "Begroting 2026")
    clicked(qtbot, page, "Eenmalige post toevoegen")
    once = editor.dossier.kosten.items[1]
    typed(qtbot, page, ("kosten", "items", once.id, "name"), "Verhuizen")
    picked(page, ("kosten", "items", once.id, "kind"), "Huisvesting")
    qtbot.wait(20)

    amounts = grid_called(page, "Structurele kosten per jaar")
    assert page.reveal((*path, "amounts", "2027"))
    amounts.table.paste("€ 910.000,00\t925.000,50\t\tonbekend")
    grid_called(page, "Eenmalige kosten per jaar").table.setCurrentIndex(amounts.model.index(0, 0))
    assert page.reveal(("kosten", "items", once.id, "amounts", "2028"))
    grid_called(page, "Eenmalige kosten per jaar").table.paste("5000")
    qtbot.wait(20)

    first, second = editor.dossier.kosten.items
    assert first.amounts == {2027: Decimal("910000.00"), 2028: Decimal("925000.50")}
    assert (first.bcf_percentage, first.wage_percentage, first.source) == (Decimal("62.5"), 70, "Begroting 2026")
    assert (second.kind, second.amounts) == (CostItemKind.HOUSING, {2028: Decimal(5000)})
    assert list(editor.dossier.drafts.values()) == ["onbekend"]
    sheet = next(t for t in page.findChildren(ReadTable) if t.isVisibleTo(page)).sheet
    assert sheet.rows[2] == ("Totaal", ("€\u00a0910.000,00", "€\u00a0930.000,50", "€\u00a00,00", "€\u00a00,00"))
    while editor.can_undo:  # type: ignore[attr-defined]
        editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.kosten == before.kosten and editor.dossier.drafts == before.drafts


def test_an_emptied_cell_leaves_no_figure_and_no_draft(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "items", "c2", "amounts", "2028"))
    table = grid_called(page, "Structurele kosten per jaar").table
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert context.editor.dossier.kosten.items[1].amounts == {}
    assert context.editor.dossier.drafts == {}
    assert page.reveal(("kosten", "today", "aldermeer"))
    qtbot.keyClick(grid_called(page, "Wat het werk elke partner nu kost").table, Qt.Key.Key_Delete)
    assert "aldermeer" not in context.editor.dossier.kosten.today


def test_the_part_that_is_reclaimed_is_only_asked_where_vat_is_compensable(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    path = ("kosten", "items", "c2")
    assert field_at(page, (*path, "bcf_percentage")).isVisibleTo(page)
    chosen(qtbot, page, (*path, "vat"), "Geen btw")
    qtbot.wait(20)
    asked = [f for f in page.findChildren(FieldWidget) if f.path == (*path, "bcf_percentage") and f.isVisibleTo(page)]
    assert asked == []
    assert context.editor.dossier.kosten.items[1].bcf_percentage == 80


def test_a_cost_can_become_structural(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    page = shown(qtbot, context, SPEC)
    picked(page, ("kosten", "items", "c1", "kind"), "Elk jaar (structureel)")
    qtbot.wait(20)
    assert [row.key for row in grid_called(page, "Structurele kosten per jaar").model.rows] == ["c1", "c2"]


def test_today_indexation_and_savings(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(bar())
    editor, page = context.editor, shown(qtbot, context, SPEC)
    typed(qtbot, page, ("kosten", "start_year"), "2027")
    qtbot.wait(20)
    assert page.reveal(("kosten", "today", "barendrecht"))
    grid_called(page, "Wat het werk elke partner nu kost").table.paste("310.000\nlater\n100,10")
    assert list(editor.dossier.kosten.today.values()) == [Decimal(310000), LATER, Decimal("100.10")]
    assert page.reveal(("kosten", "indices", "2027", "wage"))
    grid_called(page, "Indexatie per jaar").table.paste("2,8\t1,6\t50\tNuenen")
    assert value_at(editor.dossier, ("kosten", "indices", "2027", "material")) == Decimal("1.6")
    clicked(qtbot, page, "Besparing toevoegen")
    (saving,) = editor.dossier.kosten.savings
    path = ("kosten", "savings", saving.id)
    assert saving.year == 2027
    typed(qtbot, page, (*path, "text"), "Minder inhuur")
    typed(qtbot, page, (*path, "amount"), "50.000")
    qtbot.wait(20)
    card = next(c for c in page.findChildren(WarningCard) if c.warning == "savings-too-early")
    assert card.isVisibleTo(page)
    typed(qtbot, page, (*path, "year"), "2031")
    qtbot.wait(20)
    assert not card.isVisibleTo(page)
    page.open_view("uittreden")
    qtbot.wait(20)
    assert not card.isVisibleTo(page)


def test_each_kind_of_key_asks_what_belongs_to_it(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(bar())
    page = shown(qtbot, context, SPEC)
    page.open_view("sleutels")
    view = page.findChild(_Keys)
    picker = page.findChild(KindPicker)
    assert picker.is_open
    for kind in CostKeyKind:
        picker.offer()
        qtbot.wait(5)
        qtbot.mouseClick(picker.buttons[kind], Qt.MouseButton.LeftButton)
        key = context.editor.dossier.kosten.keys[-1]
        needs = keys.NEEDS[kind]
        assert (key.kind, view.records.current) == (kind, key.id)
        assert tuple(key.drivers) == needs.drivers
        figures, factors, limits = (grid.isVisibleTo(page) for grid in view.detail.grids)
        assert limits
        assert figures is bool(needs.drivers)
        assert factors is bool(needs.price or needs.weight)
        fixed = next(f for f in view.records.fields if f.field.name == "fixed_percentage")
        assert fixed.isVisibleTo(page) is needs.fixed
    assert not picker.is_open
    assert len(page.findChild(KeyOverview).cards) == len(CostKeyKind)
    rows = SPEC.rows(context.editor.dossier, context.editor.knowledge)
    assert len([r for r in rows if r.path[:2] == ("kosten", "keys") and len(r.path) == 3]) == len(CostKeyKind)


def test_another_kind_keeps_the_figures_of_the_old_one(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    picked(page, ("kosten", "keys", "k2", "kind"), "Gelijke delen")
    qtbot.wait(20)
    key = keys.key_of(context.editor.dossier, "k2")
    assert key.kind is CostKeyKind.EQUAL and key.drivers["Inwoners"] == {"aldermeer": 5}
    assert not page.findChild(DriverNames).isVisibleTo(page)
    assert keys.needs_of(key, context.editor.dossier) == ()


def test_drivers_are_added_renamed_filled_and_taken_out(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    editor, page = context.editor, shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "k2", "name"))
    names = page.findChild(DriverNames)
    qtbot.keyClicks(names.new, "Gebruik")
    qtbot.keyClick(names.new, Qt.Key.Key_Return)
    qtbot.wait(20)
    assert tuple(keys.key_of(editor.dossier, "k2").drivers) == ("Inwoners", "a/b %", "Gebruik")
    first = names.names[0]
    first.line.setFocus()
    first.line.selectAll()
    qtbot.keyClicks(first.line, "Inwonertal")
    qtbot.keyClick(first.line, Qt.Key.Key_Return)
    qtbot.wait(20)
    key = keys.key_of(editor.dossier, "k2")
    assert key.drivers["Inwonertal"] == {"aldermeer": 5} and key.weights == {"Inwonertal": 60}
    qtbot.mouseClick(names.names[2].take, Qt.MouseButton.LeftButton)
    taken = keys.key_of(editor.dossier, "k2").drivers["Gebruik"]
    assert taken == {p.id: p.inhabitants for p in editor.dossier.partners.active if p.inhabitants is not None}
    qtbot.wait(20)
    qtbot.mouseClick(names.names[0].remove, Qt.MouseButton.LeftButton)
    key = keys.key_of(editor.dossier, "k2")
    assert tuple(key.drivers) == ("a/b %", "Gebruik") and key.weights == {}
    assert page.reveal(("kosten", "keys", "k2", "weights", "a/b %"))
    grid_called(page, "Wat bij elke maat hoort").table.paste("40\n60")
    assert keys.weights_text(keys.key_of(editor.dossier, "k2")) == "De aandelen zijn samen 100%."


def test_a_name_that_is_there_is_refused(qtbot: QtBot, context_of: Make, wishes: object) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "k2", "name"))
    names, before = page.findChild(DriverNames), context.editor.dossier
    qtbot.keyClicks(names.new, "Inwoners")
    qtbot.keyClick(names.new, Qt.Key.Key_Return)
    assert wishes.said == ["Er is al een maat met deze naam."]  # type: ignore[attr-defined]
    line = names.names[1].line
    line.setText("Inwoners")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "a/b %" and context.editor.dossier is before


def test_the_key_is_chosen_beside_the_others_and_goes_with_it(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    editor, page = context.editor, shown(qtbot, context, SPEC)
    page.open_view("sleutels")
    qtbot.wait(20)
    cards = page.findChild(KeyOverview).cards
    assert not cards["k1"].choose.isVisibleTo(page)
    qtbot.mouseClick(cards["k4"].choose, Qt.MouseButton.LeftButton)
    assert editor.dossier.kosten.chosen == "k4"
    typed(qtbot, page, ("kosten", "chosen_reason"), "Eenvoudig")
    assert page.reveal(("kosten", "keys", "k4", "name"))
    clicked(qtbot, page, "Verdeelsleutel verwijderen")
    assert editor.dossier.kosten.chosen is None
    assert editor.dossier.kosten.chosen_reason == "Eenvoudig"
    check_references(editor.dossier)
    qtbot.wait(20)
    assert not cards["k4"].isVisibleTo(page)
    editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.kosten.chosen == "k4"


def test_the_sed_case_is_told_once(qtbot: QtBot, context_of: Make, wishes: object) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    page.open_view("sleutels")
    qtbot.wait(20)
    view = page.findChild(_Keys)
    assert view.case.isVisibleTo(page) and not view.warning.isVisibleTo(page)
    picked(page, ("kosten", "keys", "k4", "kind"), "Naar ingebracht personeel of budget")
    qtbot.wait(20)
    assert view.warning.isVisibleTo(page) and not view.case.isVisibleTo(page)
    clicked(qtbot, view.warning, "Lees over SED")
    assert wishes.topics == ["case:sed"]  # type: ignore[attr-defined]


def test_leaving(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(bar())
    page = shown(qtbot, context, SPEC)
    typed(qtbot, page, ("kosten", "exit_formula"), "Drie keer de bijdrage.\nR&D telt mee.")
    picked(page, ("kosten", "exit_method"), "Werkelijke schade")
    kosten = context.editor.dossier.kosten
    assert (kosten.exit_formula, kosten.exit_method) == ("Drie keer de bijdrage.\nR&D telt mee.", "real-damage")
    assert page.current == "uittreden"
    case = page.findChild(CaseCard)
    assert "5 tot 10 miljoen" in case.text.text() and "\n" not in case.text.text()


@pytest.mark.parametrize("kind", CostKeyKind)
def test_every_kind_says_what_is_still_needed(kind: CostKeyKind, knowledge: Knowledge) -> None:
    dossier = dossier_from_values(full())
    key = keys.new_key(kind, knowledge)
    assert all(not need.ready for need in keys.needs_of(key, dossier))
    assert bool(keys.needs_of(key, dossier)) is (kind is not CostKeyKind.EQUAL)
    held = with_value(dossier, ("kosten", "keys"), (*dossier.kosten.keys, key))
    for name in key.drivers:
        held = keys.inhabitants_taken(held, key.id, name)
        for part in ("prices", "weights"):
            held = with_value(held, ("kosten", "keys", key.id, part, name), Decimal(1))
    held = with_value(held, ("kosten", "keys", key.id, "fixed_percentage"), Decimal(25))
    found = keys.key_of(held, key.id)
    assert found is not None and all(need.ready for need in keys.needs_of(found, held))


def test_sums_only_where_there_are_costs() -> None:
    assert cost_sheet(dossier_from_values(minimal())).rows == ()
