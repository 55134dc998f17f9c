"""Uren en inzet: roles by form and by table, pasting, sums, what hours rest on."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from models.agreements.hours import footing_of, hours_outcome
from models.dossier import Dossier, dossier_from_values
from models.dossier.agree import HourUnit, Settlement
from models.dossier.base import UNKNOWN
from models.dossier.edit import with_value
from models.vocabulary import StepId
from tests.models.samples import example, full, minimal
from tests.wizards.conftest import Wishes
from tests.wizards.steps.agreement_pages import chosen, clicked, crowd, filled, picked, shown, typed
from wizards.context import Context
from wizards.page import GroupCard
from wizards.steps.uren import SPEC
from wizards.steps.uren_parts import entries
from wizards.steps.uren_parts.notes import path_of
from wizards.steps.uren_parts.overview import Overview
from wizards.steps.uren_parts.scales import ScalesCard
from wizards.steps.uren_parts.shares import cost_shares
from wizards.steps.uren_parts.sheets import footing_sheet
from wizards.steps.views import ViewsPage
from wizards.widgets.buttons import Button
from wizards.widgets.grid import GridWidget
from wizards.widgets.read_table import ReadTable, Sheet
from wizards.widgets.text import Label

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


def _tables(page: QWidget) -> dict[str, Sheet]:
    return {t.accessibleName(): t.sheet for t in page.findChildren(ReadTable) if t.isVisibleTo(page)}


def _overview(qtbot: QtBot, context: Context) -> ViewsPage:
    page = shown(qtbot, context, SPEC)
    page.open_view("overzicht")
    qtbot.wait(20)
    return page


def _settled(**uren: object) -> Dossier:
    rows = [
        {"id": "u1", "role": "Trekker", "partner": "aldermeer", "hours": "8", "unit": "week", "scale": "11"},
        {"id": "u2", "role": "trekker", "partner": "brinkhoven", "hours": "320", "takes": True, "scale": "11"},
    ]
    rows[0] |= {"phase": "Start", "freed": False}
    values = full()
    values["uren"] = {
        "entries": rows,
        "weeks_per_year": "40",
        "rates": {"11": "50.00"},
        "settlement": "invoice",
        **uren,
    }
    return dossier_from_values(values)


def test_the_overview_says_who_brings_and_who_pays(qtbot: QtBot, context_of: Make) -> None:
    page = _overview(qtbot, context_of(_settled(overhead_percentage="80", advance_percentage="75")))
    overview = page.findChild(Overview)
    assert overview.title.text() == "Aldermeer brengt meer uren in dan het zelf gebruikt."
    tables = _tables(page)
    sums = tables["Brengen, gebruiken en saldo"]
    assert sums.rows[0] == ("Aldermeer", ("320", "0", "+ 320"))
    assert sums.rows[-1] == ("Samen", ("320", "320", "0"))
    money = tables["Afrekening in euro's"]
    assert money.rows[0][1] == ("+ €\u00a028.800,00", "+ €\u00a021.600,00", "Ontvangt €\u00a021.600")
    assert overview.settlement.who.text() == "Vooraf:\nBrinkhoven betaalt Aldermeer €\u00a021.600,00."
    assert tables["Tijd vrijgemaakt per rol"].rows == (("Trekker", ("Aldermeer", "320", "nee")),)
    (first, _second) = tables["Elke rol uitgerekend"].rows
    assert first[1][4:] == ("€\u00a050,00", "€\u00a040,00", "€\u00a090,00", "€\u00a028.800,00")
    assert "Een trekker die het erbij doet" in overview.drivers.words.text()
    figure = overview.figure.figure()
    assert figure is not None
    assert figure.twin.rows[1][0] == "Brinkhoven"


def test_sums_by_phase_and_in_fte_and_euros(qtbot: QtBot, context_of: Make) -> None:
    dossier = _settled(productive_hours={"aldermeer": "1280", "brinkhoven": "1600"})
    page = _overview(qtbot, context_of(dossier))
    sums = page.findChild(Overview).sums
    for pills, words in ((sums.by, "Per fase"), (sums.measure, "Fte")):
        button = next(b for b in pills.findChildren(QRadioButton) if b.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    sheet = sums.table.sheet
    assert sheet.corner == "Fase"
    assert [label.strip() for label, _ in sheet.rows] == ["Start", "Aldermeer", "Zonder fase", "Brinkhoven", "Samen"]
    assert [cells[2] for _, cells in sheet.rows] == ["+ 0,25", "+ 0,25", "− 0,20", "− 0,20", "+ 0,05"]
    button = next(b for b in sums.by.findChildren(QRadioButton) if b.text() == "Per rol")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button = next(b for b in sums.measure.findChildren(QRadioButton) if b.text() == "Euro's")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sums.table.sheet.rows[0] == (
        "Trekker",
        ("€\u00a016.000,00", "€\u00a016.000,00", "€\u00a00,00"),
    )
    qtbot.mouseClick(sums.table.button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[1] == "Trekker\t16000,00\t16000,00\t0,00"


def test_in_kind_shows_hours_and_no_euros(qtbot: QtBot, context_of: Make) -> None:
    dossier = with_value(_settled(settlement="in_kind", rates={}), ("uren", "entries", "u2", "hours"), Decimal(300))
    page = _overview(qtbot, context_of(dossier))
    tables = _tables(page)
    assert "Afrekening in euro's" not in tables
    assert tables["Afrekening in uren, gepland"].rows == (
        ("Aldermeer", ("320", "0", "+ 320", "+ 300", "Tegoed")),
        ("Brinkhoven", ("0", "300", "− 300", "− 300", "Nog schuldig")),
        ("Castelrade", ("0", "0", "0", "0", "Staat quitte")),
        ("Samen", ("320", "300", "+ 20", "0", "")),
    )
    assert page.findChild(Overview).settlement.who.text() == "Brinkhoven is Aldermeer nog 300 uur schuldig."


def test_after_the_hours_made_the_rest_is_settled(qtbot: QtBot, context_of: Make) -> None:
    dossier = _settled(advance_percentage="50", overhead_per_hour="0")
    for key, hours in (("u1", 7), ("u2", 280)):
        dossier = with_value(dossier, ("uren", "entries", key, "actual"), Decimal(hours))
    page = _overview(qtbot, context_of(dossier))
    money = _tables(page)["Afrekening in euro's"]
    assert money.heads == ("Volgens plan", "Voorschot", "Op gemaakte uren", "Nog te verrekenen", "In woorden")
    assert money.values[0] == (16_000, 8_000, 14_000, 6_000, None)
    assert page.findChild(Overview).settlement.who.text() == "Achteraf:\nBrinkhoven betaalt Aldermeer €\u00a06.000,00."


def test_what_is_missing_leads_to_its_field(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(_settled(weeks_per_year=None, rates={}))
    page = _overview(qtbot, context)
    overview = page.findChild(Overview)
    said = [label.text() for label in overview.obstacles.findChildren(Label) if label.isVisibleTo(page)]
    assert any("Vul in hoeveel weken per jaar tellen." in text for text in said)
    button = next(b for b in overview.obstacles.findChildren(Button) if "weken per jaar" in b.accessibleDescription())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.current == "basis"
    typed(qtbot, page, ("uren", "weeks_per_year"), "40")
    page.open_view("overzicht")
    qtbot.wait(20)
    said = [label.text() for label in overview.obstacles.findChildren(Label) if label.isVisibleTo(page)]
    assert not any("weken per jaar" in text for text in said)
    assert any(text == "Schaal 11 heeft nog geen tarief. Vul het in bij Uitgangspunten." for text in said)


def test_every_note_of_a_messy_dossier_leads_somewhere(qtbot: QtBot, context_of: Make) -> None:
    values = full()
    values["uren"] = {
        "entries": [
            {"id": "a", "role": "R", "partner": "aldermeer", "freed": False, "scale": " 9 "},
            {"id": "b", "partner": "brinkhoven", "hours": "4", "unit": "week", "rate": "-1", "actual": "2"},
            {"id": "c", "partner": "castelrade", "hours": {"no_answer": "not_applicable"}},
            {"id": "d", "partner": "castelrade", "hours": "9", "rate": "3"},
        ],
        "productive_hours": {"aldermeer": "1400"},
        "overhead_per_hour": "1",
        "overhead_percentage": "2",
    }
    context = context_of(dossier_from_values(values))
    dossier = context.editor.dossier
    outcome = hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])
    page = shown(qtbot, context, SPEC)
    for note in outcome.notes:
        path = path_of(note, dossier)
        assert path is not None, note
        assert page.reveal(path), note
    assert len(outcome.notes) >= 10


def test_shares_in_hours_beside_shares_in_cost(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    context = context_of(with_value(_settled(), ("kosten", "chosen"), None))
    page = _overview(qtbot, context)
    footing = page.findChild(Overview).footing
    shares = footing_sheet(
        footing_of(
            hours_outcome(context.editor.dossier.uren, ("aldermeer", "brinkhoven")),
            {"aldermeer": Decimal(1), "brinkhoven": Decimal(3)},
        ),
        {"aldermeer": "Aldermeer", "brinkhoven": "Brinkhoven"},
    )
    assert shares.rows[0] == ("Aldermeer", ("100,0%", "0,0%", "25,0%", "+ 75,0"))
    assert cost_shares(context.editor.dossier) is None
    qtbot.mouseClick(footing.to_costs, Qt.MouseButton.LeftButton)
    assert wishes.steps == [(StepId.KOSTEN, ())]


def test_the_share_in_cost_follows_the_chosen_key(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("lindestreek")))
    footing = _overview(qtbot, context).findChild(Overview).footing
    shares = [row[2] for row in footing.table.sheet.values]
    assert footing.table.sheet.heads[2:] == ("Deel van de kosten", "Verschil")
    assert sum(shares) == 100
    assert sum(row[3] for row in footing.table.sheet.values) == 0
    assert not footing.to_costs.isVisible()
    context.editor.put(("kosten", "chosen"), None)
    qtbot.wait(20)
    assert footing.table.sheet.heads == ("Deel van gebrachte uren", "Deel van gebruikte uren")
    assert footing.to_costs.isVisible()


def test_an_empty_overview_leads_to_the_first_role(qtbot: QtBot, context_of: Make) -> None:
    values = full()
    values["uren"] = {}
    page = _overview(qtbot, context_of(dossier_from_values(values)))
    overview = page.findChild(Overview)
    assert overview.title.text() == "Er zijn nog geen uren ingevuld."
    qtbot.mouseClick(overview.begin, Qt.MouseButton.LeftButton)
    assert page.current == "rollen"
    assert page.isAncestorOf(page.focusWidget())


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
    typed(qtbot, page, ("uren", "weeks_per_year"), "41,5")
    typed(qtbot, page, ("uren", "weeks_source"), "Afspraak secretarissen")
    typed(qtbot, page, ("uren", "rates_source"), "Begroting 2026")
    typed(qtbot, page, ("uren", "rate_decimals"), "2")
    typed(qtbot, page, ("uren", "overhead_per_hour"), "46")
    typed(qtbot, page, ("uren", "overhead_percentage"), "92")
    typed(qtbot, page, ("uren", "overhead_source"), "Jaarrekening")
    typed(qtbot, page, ("uren", "advance_percentage"), "80")
    chosen(qtbot, page, ("uren", "settlement"), "Met een rekening")
    uren = context.editor.dossier.uren
    assert (uren.productive_source, uren.overhead_per_hour, uren.overhead_percentage) == ("Eigen cao, 2026", 46, 92)
    assert (uren.weeks_per_year, uren.weeks_source) == (Decimal("41.5"), "Afspraak secretarissen")
    assert (uren.rates_source, uren.rate_decimals, uren.overhead_source) == ("Begroting 2026", 2, "Jaarrekening")
    assert (uren.settlement, uren.advance_percentage) == (Settlement.INVOICE, 80)
    typed(qtbot, page, ("uren", "weeks_per_year"), "")
    assert context.editor.dossier.uren.weeks_per_year is None


def test_scales_that_roles_name_get_a_rate_and_others_can_be_added(
    qtbot: QtBot, context_of: Make, wishes: Wishes
) -> None:
    context = context_of(_settled(rates={}))
    page = shown(qtbot, context, SPEC)
    page.open_view("basis")
    qtbot.wait(20)
    card = page.findChild(ScalesCard)
    assert [row.label for row in card.grid.model.rows] == ["Schaal 11"]
    assert page.reveal(("uren", "rates", "11"))
    card.grid.table.paste("61,50")
    assert context.editor.dossier.uren.rates == {"11": Decimal("61.50")}
    qtbot.keyClicks(card.name, "Regionaal  tarief")
    qtbot.keyClicks(card.rate, "zes")
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    assert "Regionaal tarief" not in context.editor.dossier.uren.rates
    card.rate.clear()
    qtbot.keyClicks(card.rate, "72,25")
    qtbot.keyClick(card.rate, Qt.Key.Key_Return)
    assert context.editor.dossier.uren.rates["Regionaal tarief"] == Decimal("72.25")
    QGuiApplication.clipboard().setText("schaal\tloon\n 11 \t€ 1.063,00\n12\t70,5")
    qtbot.mouseClick(card.paste, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.uren.rates == {
        "11": Decimal("1063.00"),
        "Regionaal tarief": Decimal("72.25"),
        "12": Decimal("70.5"),
    }
    assert wishes.said == ["2 schalen geplakt."]
    QGuiApplication.clipboard().setText("alleen woorden")
    qtbot.mouseClick(card.paste, Qt.MouseButton.LeftButton)
    assert card.message.isVisibleTo(page)
    qtbot.wait(20)
    assert [row.label for row in card.grid.model.rows] == ["Schaal 11", "Schaal Regionaal tarief", "Schaal 12"]


def test_rates_that_do_not_fit_are_refused_with_a_sentence(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(_settled(rates={}))
    page = shown(qtbot, context, SPEC)
    page.open_view("basis")
    card = page.findChild(ScalesCard)
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    assert card.message.text() == "Vul de naam van de schaal en het loon per uur in."
    qtbot.keyClicks(card.name, "12")
    qtbot.keyClicks(card.rate, "1,234")
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.uren.rates == {}
    assert "twee cijfers" in card.message.text()
    assert card.rate.text() == "1,234"


@pytest.mark.parametrize("make", [crowd, lambda: dossier_from_values(minimal())])
def test_the_overview_with_forty_partners_and_with_none(
    qtbot: QtBot, context_of: Make, make: Callable[[], Dossier]
) -> None:
    dossier = make()
    context = context_of(dossier)
    page = _overview(qtbot, context)
    overview = page.findChild(Overview)
    assert overview.sums.isVisibleTo(page) == bool(dossier.uren.entries)
    if dossier.uren.entries:
        assert len(overview.sums.table.sheet.rows) == len(dossier.partners.active) + 1


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
