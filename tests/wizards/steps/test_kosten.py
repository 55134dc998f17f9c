"""Kosten verdelen, the view Kosten: items and amounts, index, savings, what partners pay now, the budget."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.base import LATER
from models.dossier.costs import CostItemKind
from models.dossier.edit import value_at
from models.dossier.references import check_references
from models.knowledge import Knowledge
from tests.models.samples import example, full, minimal
from tests.wizards.steps.agreement_pages import chosen, clicked, field_at, filled, picked, shown, typed
from wizards.context import Context
from wizards.steps.kosten import SPEC
from wizards.steps.kosten_parts.budget_sheet import BudgetCard, budget_sheet
from wizards.steps.kosten_parts.cases import WarningCard
from wizards.steps.kosten_parts.items import vat_terms
from wizards.steps.kosten_parts.outcome import outcome_of
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
    typed(qtbot, page, (*path, "vat_percentage"), "21")
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
    assert (first.vat_percentage, first.bcf_percentage) == (21, Decimal("62.5"))
    assert (first.wage_percentage, first.source) == (70, "Begroting 2026")
    assert (second.kind, second.amounts) == (CostItemKind.HOUSING, {2028: Decimal(5000)})
    assert list(editor.dossier.drafts.values()) == ["onbekend"]
    sheet = page.findChild(BudgetCard).table.sheet
    rows = dict(sheet.rows)
    assert rows["Salarissen, btw"][:2] == ("€\u00a0191.100,00", "€\u00a0194.250,11")
    assert rows["Alles samen"][:2] == ("€\u00a01.101.100,00", "€\u00a01.124.250,61")
    # Without an index the amount of the year before goes on.
    assert rows["Salarissen, zonder btw"][2] == "€\u00a0925.000,50"
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


def test_an_empty_year_shows_what_the_index_makes_of_it(qtbot: QtBot, context_of: Make) -> None:
    """Nuenen (cases.md): wage 2.8, material 1.6, half and half gives 2.2 percent."""
    values = full()
    values["kosten"] |= {
        "start_year": 2027,
        "items": [{"id": "c", "name": "Software", "kind": "structural", "amounts": {"2027": "1000"}}],
        "indices": {"2028": {"wage": "2.8", "material": "1.6", "wage_weight": "50"}},
    }
    context = context_of(dossier_from_values(values))
    page = shown(qtbot, context, SPEC)
    index = grid_called(page, "Indexatie per jaar")
    place = [row.key for row in index.model.rows].index("2028")
    assert index.model.index(place, 4).data() == "2,2%"
    amounts = grid_called(page, "Structurele kosten per jaar")
    assert [amounts.model.index(0, n).data() for n in range(3)] == ["1.000,00", "1.022,00", "1.022,00"]
    assert amounts.model.data(amounts.model.index(0, 1), Qt.ItemDataRole.EditRole) == ""
    amounts.table.selectAll()
    qtbot.keyClick(amounts.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n")[0] == "1.000,00\t\t\t"
    typed(qtbot, page, ("kosten", "index_decimals"), "0")
    qtbot.wait(20)
    assert index.model.index(place, 4).data() == "2%"
    assert amounts.model.index(0, 1).data() == "1.020,00"
    typed(qtbot, page, ("kosten", "years"), "11")
    assert context.editor.dossier.kosten.years == 4 and context.editor.dossier.drafts == {"kosten/years": "11"}
    typed(qtbot, page, ("kosten", "years"), "6")
    qtbot.wait(20)
    assert [field.name for field in amounts.model.columns][-1] == "2032"


def test_the_rate_of_vat_is_said_and_not_filled_in(qtbot: QtBot, context_of: Make, knowledge: Knowledge) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    field = field_at(page, ("kosten", "items", "c2", "vat_percentage")).field
    said = "Het algemene tarief is 21% (artikel 9, eerste lid, Wet OB 1968). Nagekeken op 21 november 2026."
    assert field.why.replace("\u00a0", " ") == said
    assert context.editor.dossier.kosten.items[1].vat_percentage is None
    (term,) = vat_terms(context.editor.dossier, knowledge)
    assert (term.kind, term.mark) == ("wettelijk", "M-hi")
    before = context.editor.dossier.model_copy(update={"dated": term.valid_from.replace(year=2011)})
    assert vat_terms(before, knowledge) == ()


def test_savings_grow_and_lower_what_is_shared_only_when_asked(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    page = shown(qtbot, context, SPEC)
    typed(qtbot, page, ("kosten", "savings", "s1", "year"), "2029")
    typed(qtbot, page, ("kosten", "savings", "s1", "ramp_years"), "2")
    qtbot.wait(20)
    table = page.findChild(BudgetCard).table
    first = table.sheet.heads.index("2029")
    assert dict(table.sheet.rows)["Besparingen (niet afgetrokken)"][first : first + 2] == (
        "€\u00a025.000,00",
        "€\u00a050.000,00",
    )
    qtbot.mouseClick(field_at(page, ("kosten", "subtract_savings")).control, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert context.editor.dossier.kosten.subtract_savings
    rows = dict(table.sheet.rows)
    assert (rows["Af: besparingen"][first + 1], rows["Te verdelen per jaar"][first + 1]) == (
        "€\u00a050.000,00",
        "€\u00a0860.000,00",
    )
    qtbot.mouseClick(table.button, Qt.MouseButton.LeftButton)
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert next(line for line in copied if line[0] == "Te verdelen per jaar")[first + 2] == "860000,00"


def test_what_comes_back_of_vat_is_asked_per_partner_where_it_matters(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    page = shown(qtbot, context, SPEC)
    path = ("kosten", "items", "c2")
    titles = [g.spec.title for g in page.findChildren(GridWidget) if g.isVisibleTo(page)]
    assert "Btw terug per partner" not in titles
    chosen(qtbot, page, (*path, "vat"), "Btw terug via het BTW-compensatiefonds")
    qtbot.wait(20)
    assert page.reveal(("kosten", "bcf", "aldermeer"))
    grid = grid_called(page, "Btw terug per partner")
    assert grid.model.index(0, 0).data() == "zoals bij de kostenpost"
    grid.table.paste("80\n90,5")
    assert dict(context.editor.dossier.kosten.bcf) == {"aldermeer": 80, "brinkhoven": Decimal("90.5")}
    chosen(qtbot, page, (*path, "vat"), "Geen btw")
    qtbot.wait(20)
    assert page.reveal(("kosten", "bcf", "aldermeer")), "what is filled in stays in sight"


def test_what_is_missing_is_said_with_the_way_there(qtbot: QtBot, context_of: Make, wishes: object) -> None:
    values = full()
    values["kosten"]["items"].append({"id": "c3", "name": "Licenties", "kind": "structural", "vat": "cost"})
    context = context_of(dossier_from_values(values))
    page = shown(qtbot, context, SPEC)
    notes = page.findChild(BudgetCard).notes
    texts = [text for text, _path in notes.lines]
    assert any("Licenties" in text for text in texts)
    for (_text, path), button in zip([line for line in notes.lines if line[1]], notes.buttons, strict=True):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wishes.steps[-1] == ("kosten", path)  # type: ignore[attr-defined]
        assert page.reveal(path), path


def test_an_item_goes_with_what_a_combination_says_of_it(qtbot: QtBot, context_of: Make) -> None:
    values = full()
    values["kosten"]["keys"].append({"id": "k9", "kind": "combination", "item_keys": {"c2": "k1"}})
    context = context_of(dossier_from_values(values))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "items", "c2", "name"))
    clicked(qtbot, page, "Kostenpost verwijderen")
    check_references(context.editor.dossier)
    assert context.editor.dossier.kosten.keys[-1].item_keys == {}
    context.editor.undo()  # type: ignore[attr-defined]
    assert context.editor.dossier.kosten.keys[-1].item_keys == {"c2": "k1"}


def test_sums_only_where_there_are_costs() -> None:
    assert budget_sheet(outcome_of(dossier_from_values(minimal())).budget).rows == ()


def test_an_outcome_is_worked_out_once_for_each_change() -> None:
    dossier = dossier_from_values(full())
    found = outcome_of(dossier)
    assert outcome_of(dossier.model_copy(update={"title": "Anders"})) is found
    other = dossier.model_copy(update={"kosten": dossier.kosten.model_copy(update={"years": 6})})
    assert len(outcome_of(other).budget.years) == len(found.budget.years) + 2
