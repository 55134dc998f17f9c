"""Kosten verdelen: every field of the section can be filled in, stands on the check page, and goes where it belongs."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.costs import CostItem, CostKey, KostenSection, RestRule, Saving, YearIndex
from models.dossier.edit import Path, path_key, value_at, with_value
from models.knowledge import Knowledge
from tests.models.samples import full, minimal
from tests.wizards import audit
from tests.wizards.steps.agreement_pages import chosen, crowd, field_at, picked, shown, typed
from wizards.context import Context
from wizards.steps.kosten import SPEC
from wizards.steps.kosten_parts import exit_view, key_changes, keys
from wizards.steps.kosten_parts.keys_view import KeysView
from wizards.steps.kosten_parts.section_card import SectionCard
from wizards.steps.views import ViewsPage
from wizards.widgets.fields import FieldWidget
from wizards.widgets.grid import GridWidget

Make = Callable[..., Context]
A, B = "aldermeer", "brinkhoven"

ITEM = ("kosten", "items", "c2")
SAVING = ("kosten", "savings", "s1")
PRICED, MIXED, FIXED, NORMS, COMBINED = (("kosten", "keys", key) for key in ("u", "m", "f", "p", "c"))

SECTION_FIELDS: dict[str, Path] = {
    "start_year": ("kosten", "start_year"),
    "years": ("kosten", "years"),
    "items": ITEM,
    "savings": SAVING,
    "subtract_savings": ("kosten", "subtract_savings"),
    "today": ("kosten", "today", A),
    "today_year": ("kosten", "today_year"),
    "today_indexed": ("kosten", "today_indexed"),
    "bcf": ("kosten", "bcf", A),
    "indices": ("kosten", "indices", "2028", "wage"),
    "index_decimals": ("kosten", "index_decimals"),
    "keys": MIXED,
    "chosen": ("kosten", "chosen"),
    "chosen_reason": ("kosten", "chosen_reason"),
    "notes": ("kosten", "notes"),
}
INDEX = ("kosten", "indices", "2028")
KEY_FIELDS: dict[str, Path] = {
    "kind": (*MIXED, "kind"),
    "name": (*MIXED, "name"),
    "drivers": (*MIXED, "drivers", "Inwoners", A),
    "prices": (*PRICED, "prices", "Uren"),
    "weights": (*MIXED, "weights", "Inwoners"),
    "pools": (*PRICED, "pools", "Uren"),
    "yearly": (*MIXED, "yearly", "Inwoners", "2026", A),
    "norm_hours": (*NORMS, "norm_hours", "Product", "2026"),
    "rate_costs": (*PRICED, "rate_costs", "Uren"),
    "rate_hours": (*PRICED, "rate_hours", "Uren"),
    "actuals": (*PRICED, "actuals", "Uren", A),
    "actual_cost": (*PRICED, "actual_cost"),
    "index_prices": (*PRICED, "index_prices"),
    "item_keys": (*COMBINED, "item_keys", "c2"),
    "rest_key": (*COMBINED, "rest_key"),
    "fixed_percentage": (*FIXED, "fixed_percentage"),
    "component_decimals": (*MIXED, "component_decimals"),
    "share_decimals": (*MIXED, "share_decimals"),
    "rate_decimals": (*PRICED, "rate_decimals"),
    "rest": (*MIXED, "rest"),
    "rest_partner": (*PRICED, "rest_partner"),
    "transition_years": (*MIXED, "transition_years"),
    "transition_steps": (*MIXED, "transition_steps", "2028"),
    "floors": (*MIXED, "floors", A),
    "ceilings": (*MIXED, "ceilings", B),
    "absorb": (*MIXED, "absorb"),
    "absorb_partner": (*PRICED, "absorb_partner"),
    "corridor_percentage": (*MIXED, "corridor_percentage"),
    "recalibrate_in": (*MIXED, "recalibrate_in"),
    "reason": (*MIXED, "reason"),
}
FIELDS = [
    *SECTION_FIELDS.values(),
    *((*ITEM, name) if name != "amounts" else (*ITEM, name, "2028") for name in CostItem.model_fields if name != "id"),
    *((*SAVING, name) for name in Saving.model_fields if name != "id"),
    *((*INDEX, name) for name in YearIndex.model_fields),
    *KEY_FIELDS.values(),
]


def everything() -> Dossier:
    """Every field of the section filled in, but for leaving."""
    values: dict[str, Any] = full()
    kosten = values["kosten"]
    kosten |= {"years": 5, "subtract_savings": True, "today_year": 2026, "today_indexed": True, "index_decimals": 2}
    kosten["bcf"] = {A: "80"}
    kosten["items"][1] |= {
        "vat": "compensable",
        "vat_percentage": "21",
        "bcf_percentage": "80",
        "wage_percentage": "70",
        "source": "Begroting",
    }
    kosten["savings"][0]["ramp_years"] = 3
    kosten["indices"]["2028"]["source"] = "Septembercirculaire"
    kosten["keys"] = [
        {
            "id": "m",
            "kind": "composite",
            "name": "Mengvorm",
            "drivers": {"Inwoners": {A: 5}, "a/b %": {B: 2}},
            "weights": {"Inwoners": "60"},
            "yearly": {"Inwoners": {"2026": {A: "7"}}},
            "component_decimals": 2,
            "share_decimals": 1,
            "rest": "organisation",
            "transition_years": 4,
            "transition_steps": {"2028": "30"},
            "floors": {A: "1000"},
            "ceilings": {B: "500000"},
            "absorb": "equal",
            "corridor_percentage": "10",
            "recalibrate_in": 2031,
            "reason": "Eerlijk",
        },
        {
            "id": "u",
            "kind": "hours-rate",
            "drivers": {"Uren": {A: 90}},
            "prices": {"Uren": "41"},
            "pools": {"Uren": "10"},
            "rate_costs": {"Uren": "1200000"},
            "rate_hours": {"Uren": "30000"},
            "actuals": {"Uren": {A: 95}},
            "actual_cost": "900000",
            "index_prices": True,
            "rate_decimals": 2,
            "rest": "partner",
            "rest_partner": B,
            "absorb": "partner",
            "absorb_partner": A,
        },
        {"id": "f", "kind": "fixed-variable", "drivers": {"Inwoners": {}}, "fixed_percentage": "25"},
        {"id": "p", "kind": "cost-price", "drivers": {"Product": {A: 1}}, "norm_hours": {"Product": {"2026": "4"}}},
        {"id": "c", "kind": "combination", "item_keys": {"c2": "f"}, "rest_key": "m"},
    ]
    kosten["chosen"] = "m"
    return dossier_from_values(values)


def test_the_lists_above_name_every_field() -> None:
    leaving = {name for name in KostenSection.model_fields if name.startswith("exit_")}
    assert set(SECTION_FIELDS) | leaving == set(KostenSection.model_fields)
    assert leaving <= set(exit_view.FIELDS)
    assert set(KEY_FIELDS) == set(CostKey.model_fields) - {"id"}


def _stands(dossier: Dossier, page: ViewsPage, path: Path) -> bool:
    """Whether the focus is in the field or the cell at ``path``."""
    widget = QApplication.focusWidget()
    assert widget is not None and page.isAncestorOf(widget), path
    while widget is not page:
        if isinstance(widget, FieldWidget):
            return widget.path[: len(path)] == path
        if isinstance(widget, GridWidget):
            return bool(widget.model.path(widget.table.currentIndex()) == path)
        widget = widget.parentWidget()
    return value_at(dossier, path) is not None


def test_every_field_has_its_control(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(everything())
    page = shown(qtbot, context, SPEC)
    for path in FIELDS:
        page.scroller.setFocus()
        assert page.reveal(path), path
        QApplication.processEvents()
        assert _stands(context.editor.dossier, page, path), path


def test_every_answer_stands_on_the_check_page_and_leads_back(
    qtbot: QtBot, context_of: Make, knowledge: Knowledge
) -> None:
    dossier = everything()
    rows = SPEC.rows(dossier, knowledge)
    said = "\n".join(f"{row.group}|{row.label}|{row.answer}" for row in rows)
    for words in (
        "Percentage btw: 21%",
        "Opbouw: 3 jaar",
        "Mengvorm|Afronden|Decimalen van het aandeel in elke maat: 2",
        "Decimalen van de aandelen: 1",
        "Wie krijgt het afrondingsverschil? Blijft bij de organisatie",
        "Mengvorm: eigen stappen per jaar|2028|Verdeelsleutel telt voor: 30%",
        "Mengvorm: cijfers per jaar|",
        "Wie draagt het verschil? De anderen gelijk",
        "Uren maal tarief: wat bij elke maat hoort|Uren|Kosten van de kostenplaats: € 1.200.000,00",
        "Werkelijke kosten in het eerste jaar: € 900.000,00",
        "Uren maal tarief: werkelijk gebruik in het eerste jaar|",
        "Kostprijs van producten: normuren per stuk, per jaar|Product|2026: 4",
        "Combinatie per kostenpost: verdeelsleutel per kostenpost|Salarissen|Verdeelsleutel: Vast deel",
        "Bandbreedte: 10%",
        "Trek besparingen af van de kosten die u verdeelt|Ja",
        "Btw terug per partner|",
    ):
        assert words in said, words
    page = shown(qtbot, context_of(dossier), SPEC)
    for row in rows:
        assert page.reveal(row.path), row


def test_a_card_that_is_not_filled_in_gives_no_row(knowledge: Knowledge) -> None:
    dossier = dossier_from_values(full())
    groups = {row.group for row in SPEC.rows(dossier, knowledge)}
    labels = {row.label for row in SPEC.rows(dossier, knowledge)}
    assert "Inwoners: ondergrens en bovengrens per partner" in groups
    assert not any("cijfers per jaar" in group or "werkelijk gebruik" in group for group in groups)
    assert not {"Afronden", "Ingroei", "Bandbreedte en herijking"} & labels


def test_rounding_transition_and_limits_are_filled_in_and_undone(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    before, path = editor.dossier, ("kosten", "keys", "k1")
    typed(qtbot, page, (*path, "share_decimals"), "2")
    chosen(qtbot, page, (*path, "rest"), "Voor één partner")
    qtbot.wait(20)
    texts = [text for text, _ in page.findChild(KeysView).detail.notes.lines]
    assert texts == ["Kies welke partner het afrondingsverschil draagt."]
    partner = field_at(page, (*path, "rest_partner")).control
    picked(page, (*path, "rest_partner"), partner.itemText(2))  # type: ignore[attr-defined]
    typed(qtbot, page, (*path, "transition_years"), "3")
    assert page.reveal((*path, "transition_steps", "2029"))
    steps = next(g for g in page.findChildren(GridWidget) if g.spec.title == "Eigen stappen per jaar")
    steps.table.paste("25\n50\n200")
    assert page.reveal((*path, "floors", B))
    limits = next(g for g in page.findChildren(GridWidget) if g.spec.title.startswith("Ondergrens en bov"))
    limits.table.paste("2.000\t3.000")
    chosen(qtbot, page, (*path, "absorb"), "Eén partner")
    qtbot.wait(20)
    picked(page, (*path, "absorb_partner"), partner.itemText(1))  # type: ignore[attr-defined]
    typed(qtbot, page, (*path, "corridor_percentage"), "10")
    typed(qtbot, page, (*path, "recalibrate_in"), "2031")
    typed(qtbot, page, (*path, "actual_cost"), "800.000")
    key = keys.key_of(editor.dossier, "k1")
    assert key is not None
    assert (key.share_decimals, key.rest, key.rest_partner) == (2, RestRule.PARTNER, B)
    assert (key.transition_years, key.transition_steps) == (3, {2029: 25, 2030: 50})
    assert list(editor.dossier.drafts.values()) == ["200"]
    assert (key.floors[B], key.ceilings[B], key.absorb_partner) == (2000, 3000, A)
    assert (key.corridor_percentage, key.recalibrate_in, key.actual_cost) == (10, 2031, 800000)
    while editor.can_undo:  # type: ignore[attr-defined]
        editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.kosten == before.kosten and editor.dossier.drafts == before.drafts


def test_what_was_used_in_the_end_is_settled_beside_it(qtbot: QtBot, context_of: Make) -> None:
    """cases.md: 50 euros of racks over servers, estimated as 10 and 15, used as 15 and 10."""
    values = full()
    kosten = values["kosten"]
    kosten["keys"] = [{"id": "k", "kind": "usage", "drivers": {"Servers": {A: 10, B: 15, "castelrade": 0}}}]
    kosten |= {"chosen": None, "items": [{"id": "r", "kind": "structural", "amounts": {"2028": "50"}, "vat": "none"}]}
    context = context_of(dossier_from_values(values))
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "keys", "k", "actuals", "Servers", A))
    grid = next(g for g in page.findChildren(GridWidget) if g.spec.title.startswith("Werkelijk gebruik"))
    grid.table.paste("15\n10")
    qtbot.wait(20)
    detail = page.findChild(KeysView).detail
    assert any("ontbreekt" in text for text, _ in detail.notes.lines)
    grid.table.paste("15\n10\n0")
    qtbot.wait(20)
    card = page.findChild(KeysView).sections.cards["afrekenen"]
    assert card.settled is not None
    rows = dict(card.settled.sheet.rows)
    assert [cells[2] for cells in rows.values()][:2] == ["€\u00a010,00", "€\u00a0-10,00"]
    assert rows["Totaal"][:2] == ("€\u00a050,00", "€\u00a050,00")


def test_a_folded_card_says_what_is_in_it(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(everything())
    page = shown(qtbot, context, SPEC)
    assert page.reveal((*MIXED, "name"))
    cards = page.findChild(KeysView).sections.cards
    assert not cards["afronden"].is_open and cards["jaren"].is_open
    assert cards["afronden"].summary.text().startswith("Decimalen van het aandeel in elke maat: 2")
    assert "Ondergrens en bovengrens per partner: ingevuld" in cards["grenzen"].summary.text()
    card = cards["grenzen"]
    assert card.fold.accessibleName() == "Onder- en bovengrens: tonen"
    card.fold.setFocus()
    qtbot.keyClick(card.fold, Qt.Key.Key_Space)
    assert card.is_open and card.fold.accessibleName() == "Onder- en bovengrens: verbergen"
    qtbot.keyClick(card.fold, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None and card.isAncestorOf(focus), "Tab goes into what was unfolded"


def test_another_key_shows_its_own_answers(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(everything())
    page = shown(qtbot, context, SPEC)
    assert page.reveal((*MIXED, "absorb"))
    assert page.reveal((*PRICED, "absorb"))
    field = field_at(page, (*PRICED, "absorb"))
    assert field.control.value() == "partner"  # type: ignore[attr-defined]
    assert field_at(page, (*PRICED, "rate_decimals")).control.text() == "2"  # type: ignore[attr-defined]


def driver_figures(dossier: Dossier, name: str) -> dict[str, Any]:
    """What each field of the first key holds for a driver."""
    key = dossier.kosten.keys[0]
    return {field: getattr(key, field)[name] for field in key_changes.BY_DRIVER if name in getattr(key, field)}


def _about_one_driver() -> Dossier:
    held: dict[str, Any] = {
        "drivers": {"Uren": {A: 1}, "b": {}},
        "prices": {"Uren": "2"},
        "weights": {"Uren": "3"},
        "pools": {"Uren": "4"},
        "yearly": {"Uren": {"2026": {A: 5}}},
        "norm_hours": {"Uren": {"2026": 6}},
        "rate_costs": {"Uren": "7"},
        "rate_hours": {"Uren": "8"},
        "actuals": {"Uren": {A: 9}},
    }
    values = full()
    values["kosten"]["keys"] = [{"id": "k", "kind": "hours-rate", **held}]
    values["kosten"]["chosen"] = None
    values["drafts"] = {path_key(("kosten", "keys", "k", "drivers", "Uren", B)): "veel"}
    return dossier_from_values(values)


def test_a_driver_is_renamed_and_removed_in_every_field() -> None:
    dossier = _about_one_driver()
    before = driver_figures(dossier, "Uren")
    assert set(before) == set(key_changes.BY_DRIVER)
    renamed = key_changes.driver_renamed(dossier, "k", "Uren", "Uren per jaar")
    assert driver_figures(renamed, "Uren per jaar") == before and driver_figures(renamed, "Uren") == {}
    assert list(renamed.kosten.keys[0].drivers) == ["Uren per jaar", "b"]
    assert dict(renamed.drafts) == {path_key(("kosten", "keys", "k", "drivers", "Uren per jaar", B)): "veel"}
    removed = key_changes.driver_removed(dossier, "k", "Uren")
    assert driver_figures(removed, "Uren") == {} and dict(removed.drafts) == {}
    again = key_changes.driver_added(removed, "k", "Uren")
    assert driver_figures(again, "Uren") == {"drivers": {}}
    # A price that an older driver left behind does not come back with the name.
    stale = with_value(removed, ("kosten", "keys", "k", "prices", "Oud"), 3)
    assert driver_figures(key_changes.driver_added(stale, "k", "Oud"), "Oud") == {"drivers": {}}
    assert driver_figures(key_changes.driver_renamed(stale, "k", "b", "Oud"), "Oud") == {"drivers": {}}


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("dossier", [everything(), crowd(), dossier_from_values(minimal())], ids=["all", "40", "none"])
def test_unfolded_cards_have_room_and_names(qtbot: QtBot, context_of: Make, dossier: Dossier, zoom: float) -> None:
    context = context_of(dossier)
    context.look.wear(zoom=zoom)
    page = shown(qtbot, context, SPEC, (696 if zoom == 1 else 1280, 720))
    page.open_view("sleutels")
    for key in dossier.kosten.keys or [None]:
        if key is not None:
            assert page.reveal(("kosten", "keys", key.id, "name"))
        for card in page.findChildren(SectionCard):
            if card.isVisibleTo(page):
                card.open(True)
        qtbot.wait(30)
        assert audit.unnamed(page) == []
        assert audit.small_targets(page) == []
        assert audit.rich_labels(page) == []
        assert audit.cut_off(page) == []
        assert audit.overlapping(page) == []
        assert page.scroller.horizontalScrollBar().maximum() == 0
