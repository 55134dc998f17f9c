"""Kosten verdelen, the view Verdeelsleutels: kinds with what they ask, drivers, what stands open, the choice."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.agreements.contributions import work_out
from models.dossier import Dossier, dossier_from_values
from models.dossier.base import EMPTY
from models.dossier.costs import CostKey, CostKeyKind
from models.dossier.edit import with_value
from models.dossier.references import check_references
from models.knowledge import Knowledge
from tests.models.samples import example, full
from tests.wizards.steps.agreement_pages import clicked, filled, picked, shown, typed
from wizards.context import Context
from wizards.steps.kosten import SPEC
from wizards.steps.kosten_parts import keys
from wizards.steps.kosten_parts.driver_list import DriverNames
from wizards.steps.kosten_parts.key_cards import KindPicker
from wizards.steps.kosten_parts.key_changes import inhabitants_taken
from wizards.steps.kosten_parts.key_detail import open_notes
from wizards.steps.kosten_parts.key_sections import sections_of
from wizards.steps.kosten_parts.keys_view import KeysView
from wizards.steps.views import ViewsPage
from wizards.widgets.grid import GridWidget

Make = Callable[..., Context]


def bar() -> Dossier:
    values = example("bar")
    values["kosten"] = {}
    return dossier_from_values(values)


def with_keys(*rows: dict[str, Any], **kosten: Any) -> Dossier:
    """Three partners with inhabitants, one cost of 910.000 euros, and these keys."""
    values = full()
    values["kosten"]["keys"], values["kosten"]["chosen"] = list(rows), None
    values["kosten"] |= kosten
    return dossier_from_values(values)


def grid_called(page: ViewsPage, title: str) -> GridWidget:
    return next(g for g in page.findChildren(GridWidget) if g.spec.title == title and g.isVisibleTo(page))


def key_at(context: Context, key: str) -> CostKey:
    found = keys.key_of(context.editor.dossier, key)
    assert found is not None
    return found


def open_texts(page: ViewsPage) -> list[str]:
    return [text for text, _path in page.findChild(KeysView).detail.notes.lines]


def test_each_kind_of_key_asks_what_belongs_to_it(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(bar())
    page = shown(qtbot, context, SPEC)
    page.open_view("sleutels")
    view = page.findChild(KeysView)
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
        detail = view.detail
        assert detail.figures.isVisibleTo(page) is bool(needs.drivers)
        assert detail.factors.isVisibleTo(page) is bool(keys.factors_of(key))
        assert detail.notes.isVisibleTo(page), "there is no start year yet"
        asked = {f.field.name for f in view.records.fields if f.isVisibleTo(page)}
        assert ("fixed_percentage" in asked) is (kind is CostKeyKind.FIXED_VARIABLE)
        assert ("rest_key" in asked) is (kind is CostKeyKind.COMBINATION)
        assert ("index_prices" in asked) is (kind.value in ("usage", "lump-sum-plus", "hours-rate", "cost-price"))
        cards = {name for name, card in view.sections.cards.items() if card.isVisibleTo(page)}
        assert cards == {section.id for section in sections_of(key)}
    assert not picker.is_open
    rows = SPEC.rows(context.editor.dossier, context.editor.knowledge)
    assert len([r for r in rows if r.path[:2] == ("kosten", "keys") and len(r.path) == 3]) == len(CostKeyKind)


def test_a_first_key_is_ready_with_one_click(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_keys())
    page = shown(qtbot, context, SPEC)
    page.open_view("sleutels")
    view = page.findChild(KeysView)
    qtbot.mouseClick(view.picker.buttons[CostKeyKind.INHABITANTS], Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    dossier = context.editor.dossier
    assert view.detail.ready.isVisibleTo(page) and not view.detail.notes.isVisibleTo(page)
    assert not any(card.is_open for card in view.sections.cards.values())
    counts = [p.inhabitants for p in dossier.partners.active]
    grid = grid_called(page, "Maten per partner")
    hints = [grid.model.index(row, 0).data().replace(".", "") for row in range(len(counts))]
    assert hints == [str(count) for count in counts]
    total = grid.model.index(len(counts), 0).data().replace(".", "")
    assert int(total) == sum(count for count in counts if isinstance(count, int))
    (outcome,) = work_out(dossier.kosten, dossier.partners.active).keys
    assert outcome.years


def test_another_kind_keeps_the_figures_of_the_old_one(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    picked(page, ("kosten", "keys", "k2", "kind"), "Gelijke delen")
    qtbot.wait(20)
    key = key_at(context, "k2")
    assert key.kind is CostKeyKind.EQUAL and key.drivers["Inwoners"] == {"aldermeer": 5}
    assert not page.findChild(DriverNames).isVisibleTo(page)
    assert open_notes(key, context.editor.dossier) == ()
    picked(page, ("kosten", "keys", "k2", "kind"), "Gewogen mengvorm")
    qtbot.wait(20)
    assert grid_called(page, "Maten per partner").model.index(0, 0).data() == "5"


def test_a_key_without_drivers_gets_the_usual_ones(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    picked(page, ("kosten", "keys", "k4", "kind"), "Gewogen mengvorm")
    qtbot.wait(20)
    names = page.findChild(DriverNames)
    assert names.begin.words == "Voeg toe: Inwoners en Gebruik"
    qtbot.mouseClick(names.begin, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert tuple(key_at(context, "k4").drivers) == ("Inwoners", "Gebruik")
    assert not names.begin.isVisibleTo(page)


def test_drivers_are_added_renamed_filled_and_taken_out(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "k2", "name"))
    names = page.findChild(DriverNames)
    qtbot.keyClicks(names.new, "Gebruik")
    qtbot.keyClick(names.new, Qt.Key.Key_Return)
    qtbot.wait(20)
    assert tuple(key_at(context, "k2").drivers) == ("Inwoners", "a/b %", "Gebruik")
    first = names.names[0]
    first.line.setFocus()
    first.line.selectAll()
    qtbot.keyClicks(first.line, "Inwonertal")
    qtbot.keyClick(first.line, Qt.Key.Key_Return)
    qtbot.wait(20)
    key = key_at(context, "k2")
    assert key.drivers["Inwonertal"] == {"aldermeer": 5} and key.weights == {"Inwonertal": 60}
    qtbot.mouseClick(names.names[2].take, Qt.MouseButton.LeftButton)
    taken = key_at(context, "k2").drivers["Gebruik"]
    counts = {p.id: p.inhabitants for p in context.editor.dossier.partners.active if p.inhabitants is not None}
    assert taken == counts
    qtbot.wait(20)
    qtbot.mouseClick(names.names[0].remove, Qt.MouseButton.LeftButton)
    key = key_at(context, "k2")
    assert tuple(key.drivers) == ("a/b %", "Gebruik") and key.weights == {}
    assert page.reveal(("kosten", "keys", "k2", "weights", "a/b %"))
    grid_called(page, "Wat bij elke maat hoort").table.paste("40\n60")
    assert keys.weights_text(key_at(context, "k2")) == "De aandelen zijn samen 100%."


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


def test_hours_times_rate_of_the_cost_centre(qtbot: QtBot, context_of: Make) -> None:
    """cases.md: 1.200.000 over 30.000 productive hours is 40 an hour; 90 hours and 16.500 direct is 20.100."""
    row = {"id": "u", "kind": "hours-rate", "drivers": {"Uren": {}, "Directe kosten": {}}}
    context = context_of(with_keys(row))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "u", "drivers", "Uren", "aldermeer"))
    grid_called(page, "Maten per partner").table.paste("90\t16500\n0\t0\n0\t0")
    assert page.reveal(("kosten", "keys", "u", "rate_costs", "Uren"))
    factors = grid_called(page, "Wat bij elke maat hoort")
    factors.table.paste("€ 1.200.000\t30.000\n\t\t1")
    qtbot.wait(20)
    assert [factors.model.index(row, 3).data() for row in range(2)] == ["€\u00a040,00", "€\u00a01,00"]
    key = key_at(context, "u")
    assert (key.rate_costs, key.rate_hours, key.prices) == ({"Uren": 1200000}, {"Uren": 30000}, {"Directe kosten": 1})
    dossier = context.editor.dossier
    (outcome,) = work_out(dossier.kosten, dossier.partners.active).keys
    assert outcome.years[-1].contributions[0].structural == Decimal("20100.00")
    page.reveal(("kosten", "keys", "u", "index_prices"))
    toggle = next(f for f in page.findChild(KeysView).records.fields if f.field.name == "index_prices")
    qtbot.mouseClick(toggle.control, Qt.MouseButton.LeftButton)
    assert key_at(context, "u").index_prices is True


def test_a_driver_with_a_pool_of_its_own(qtbot: QtBot, context_of: Make) -> None:
    row = {"id": "u", "kind": "usage", "drivers": {"Racks": {}, "Rest": {}}}
    context = context_of(with_keys(row))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "u", "pools", "Racks"))
    grid_called(page, "Wat bij elke maat hoort").table.paste("50")
    assert key_at(context, "u").pools == {"Racks": 50}
    # As an hours key the pool still counts, so it stays in sight.
    picked(page, ("kosten", "keys", "u", "kind"), "Uren maal tarief")
    qtbot.wait(20)
    assert page.reveal(("kosten", "keys", "u", "pools", "Racks"))
    # In proportion it does not.
    picked(page, ("kosten", "keys", "u", "kind"), "Naar aandeel in de uitkering")
    qtbot.wait(20)
    assert [f.field for f in keys.factors_of(key_at(context, "u"))] == ["weights"]


def test_cost_price_with_norm_hours_of_three_years(qtbot: QtBot, context_of: Make) -> None:
    row = {"id": "p", "kind": "cost-price", "drivers": {"Vergunning": {}}}
    context = context_of(with_keys(row))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "p", "prices", "Vergunning"))
    grid_called(page, "Wat bij elke maat hoort").table.paste("90\t5")
    factors = grid_called(page, "Wat bij elke maat hoort")
    qtbot.wait(20)
    assert factors.model.index(0, 2).data() == "€\u00a0450,00"
    assert page.reveal(("kosten", "keys", "p", "norm_hours", "Vergunning", "2025"))
    norms = grid_called(page, "Normuren per stuk, per jaar")
    norms.table.paste("3\t4\t4")
    qtbot.wait(20)
    assert key_at(context, "p").norm_hours == {"Vergunning": {2025: 3, 2026: 4, 2027: 4}}
    assert norms.model.index(0, 3).data() == "3,6667"
    assert factors.model.index(0, 2).data() == "€\u00a0330,00"
    page.reveal(("kosten", "keys", "p", "weights", "Vergunning"))
    qtbot.keyClick(factors.table, Qt.Key.Key_Delete)
    qtbot.wait(20)
    assert factors.model.index(0, 1).data() == "3,6667"


def test_a_grant_share_averages_years_and_other_years_can_be_added(
    qtbot: QtBot, context_of: Make, wishes: object
) -> None:
    row = {"id": "g", "kind": "grant-share", "drivers": {"Uitkering": {}}}
    context = context_of(with_keys(row))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "g", "name"))
    card = page.findChild(KeysView).sections.cards["jaren"]
    assert card.is_open
    grid = grid_called(page, "Cijfers per jaar")
    assert [field.label for field in grid.model.columns] == ["2025", "2026", "2027"]
    assert page.reveal(("kosten", "keys", "g", "yearly", "Uitkering", "2026", "aldermeer"))
    grid.table.paste("100\t110\n50\t60\n30\t")
    qtbot.wait(20)
    key = key_at(context, "g")
    assert key.yearly["Uitkering"][2026] == {"aldermeer": 100, "brinkhoven": 50, "castelrade": 30}
    assert any("ontbreekt een jaar" in text for text in open_texts(page))
    (path,) = [path for text, path in page.findChild(KeysView).detail.notes.lines if "ontbreekt" in text]
    assert path == ("kosten", "keys", "g", "yearly", "Uitkering", "2027", "castelrade")
    assert page.reveal(path)
    grid.table.paste("40")
    qtbot.wait(20)
    assert open_notes(key_at(context, "g"), context.editor.dossier) == ()
    # A column that is emptied does not count any more.
    grid.table.selectColumn(2)
    qtbot.keyClick(grid.table, Qt.Key.Key_Delete)
    qtbot.wait(20)
    assert open_notes(key_at(context, "g"), context.editor.dossier) == ()
    more = card.findChild(type(card.inside.layout().itemAt(1).widget()))  # type: ignore[union-attr]
    qtbot.keyClicks(more.line, "morgen")
    qtbot.keyClick(more.line, Qt.Key.Key_Return)
    assert wishes.said == ["Vul een jaar in, bijvoorbeeld 2024."]  # type: ignore[attr-defined]
    more.line.clear()
    qtbot.keyClicks(more.line, "2019")
    qtbot.keyClick(more.line, Qt.Key.Key_Return)
    assert page.reveal(("kosten", "keys", "g", "yearly", "Uitkering", "2019", "aldermeer"))


def test_a_combination_names_a_key_per_item_and_one_for_the_rest(qtbot: QtBot, context_of: Make) -> None:
    rows = ({"id": "a", "kind": "equal"}, {"id": "b", "kind": "equal"}, {"id": "c", "kind": "combination"})
    context = context_of(with_keys(*rows))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "c", "item_keys", "c1"))
    assert any("Deze kosten hebben nog geen verdeelsleutel" in text for text in open_texts(page))
    grid = grid_called(page, "Verdeelsleutel per kostenpost")
    grid.table.paste("Gelijke delen (2)\nNergens")
    assert key_at(context, "c").item_keys == {"c1": "b"}
    qtbot.keyClick(grid.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Gelijke delen (2)"
    picked(page, ("kosten", "keys", "c", "rest_key"), "Gelijke delen")
    qtbot.wait(20)
    assert key_at(context, "c").rest_key == "a" and open_texts(page) == []
    # A key that becomes a combination itself is named as such.
    picked(page, ("kosten", "keys", "b", "kind"), "Combinatie per kostenpost")
    assert page.reveal(("kosten", "keys", "c", "item_keys", "c1"))
    qtbot.wait(20)
    assert grid.model.index(0, 0).data() == "Combinatie per kostenpost (is zelf een combinatie)"
    assert any("zelf een combinatie" in text for text in open_texts(page))


def test_the_chosen_key_goes_with_all_that_names_it(qtbot: QtBot, context_of: Make) -> None:
    rows = ({"id": "a", "kind": "equal"}, {"id": "b", "kind": "inhabitants", "drivers": {"Inwoners": {}}})
    mixed = {"id": "c", "kind": "combination", "item_keys": {"c1": "a", "c2": "b"}, "rest_key": "a"}
    context = context_of(with_keys(*rows, mixed, chosen="a"))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    before = editor.dossier.kosten
    typed(qtbot, page, ("kosten", "chosen_reason"), "Eenvoudig")
    assert page.reveal(("kosten", "keys", "a", "name"))
    clicked(qtbot, page, "Verdeelsleutel verwijderen")
    kosten = editor.dossier.kosten
    check_references(editor.dossier)
    assert (kosten.chosen, kosten.chosen_reason) == (None, "Eenvoudig")
    assert (kosten.keys[-1].item_keys, kosten.keys[-1].rest_key) == ({"c2": "b"}, None)
    editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.kosten.keys == before.keys and editor.dossier.kosten.chosen == "a"
    picked(page, ("kosten", "chosen"), "Naar inwoners")
    assert editor.dossier.kosten.chosen == "b"


def test_the_sed_case_is_told_once(qtbot: QtBot, context_of: Make, wishes: object) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    page.open_view("sleutels")
    qtbot.wait(20)
    view = page.findChild(KeysView)
    assert view.case.isVisibleTo(page) and not view.warning.isVisibleTo(page)
    picked(page, ("kosten", "keys", "k4", "kind"), "Naar ingebracht personeel of budget")
    qtbot.wait(20)
    assert view.warning.isVisibleTo(page) and not view.case.isVisibleTo(page)
    clicked(qtbot, view.warning, "Lees over SED")
    assert wishes.topics == ["case:sed"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", CostKeyKind)
def test_every_kind_is_ready_once_its_own_questions_are_answered(kind: CostKeyKind, knowledge: Knowledge) -> None:
    """What the page asks for a kind is enough to work it out, and nothing stands open that it does not ask."""
    key = keys.new_key(kind, knowledge)
    held = with_keys({"id": "a", "kind": "equal"})
    held = with_value(held, ("kosten", "keys"), (*held.kosten.keys, key))
    needed = kind not in (CostKeyKind.EQUAL, CostKeyKind.INHABITANTS)
    assert bool(open_notes(key, held)) is needed
    for name in key.drivers:
        held = inhabitants_taken(held, key.id, name)
        for factor in keys.factors_of(key):
            number = Decimal(100) / len(key.drivers) if factor.field == "weights" else Decimal(1)
            held = with_value(held, ("kosten", "keys", key.id, factor.field, name), number)
    held = with_value(held, ("kosten", "keys", key.id, "fixed_percentage"), Decimal(25))
    held = with_value(held, ("kosten", "keys", key.id, "rest_key"), "a")
    if kind is CostKeyKind.FIXED_TERM:
        shares = dict(zip((p.id for p in held.partners.active), (50, 30, 20), strict=True))
        held = with_value(held, ("kosten", "keys", key.id, "drivers", *key.drivers), shares)
    found = keys.key_of(held, key.id)
    assert found is not None
    assert [note for note in open_notes(found, held) if note.kind != "not_covered"] == []


def test_a_fixed_percentage_works_with_one_driver() -> None:
    key = CostKey(id="f", kind=CostKeyKind.FIXED_TERM, drivers={"Deel": EMPTY, "Oud": EMPTY})
    assert keys.driver_names(key) == ("Deel",)
