"""The view Uittreden: filling it in, the sums side by side, taking over, every partner, and the check page."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.agreements.leaving import ExitNote, ExitNoteKind
from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import value_at
from models.knowledge import Knowledge
from models.vocabulary import StepId
from models.wording.leaving import BEYOND_NAME, OWN_NAME
from tests.models.agreements.leaving_samples import dossier
from tests.models.samples import minimal
from tests.wizards.steps.agreement_pages import clicked, crowd, field_at, picked, shown, typed
from wizards.context import Context
from wizards.page import StepSpec
from wizards.steps.kosten_parts import exit_view
from wizards.steps.kosten_parts.cases import CaseCard
from wizards.steps.kosten_parts.exit_view import EveryPartner, ExitSums, TakingOver
from wizards.steps.kosten_parts.leaving import note_path
from wizards.steps.views import View, ViewsPage
from wizards.widgets.grid import GridWidget
from wizards.widgets.text import Label

Make = Callable[..., Context]


def _page(context: Context) -> ViewsPage:
    view = View("uittreden", "Uittreden", exit_view.FIELDS, exit_view.fill)
    return ViewsPage(context, StepId.KOSTEN, (view,))


SPEC = StepSpec(StepId.KOSTEN, _page, exit_view.groups, exit_view.more_rows)


def card(page: ViewsPage, kind: type[Any]) -> Any:
    return next(iter(page.findChildren(kind)))


def grid(page: ViewsPage, title: str) -> GridWidget:
    return next(g for g in page.findChildren(GridWidget) if g.spec.title == title)


def test_everything_is_filled_in_with_the_keyboard_and_undone(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier(exit_partner=None, exit_year=None))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    before = editor.dossier
    typed(qtbot, page, ("kosten", "exit_formula"), "Drie keer de bijdrage.\nR&D telt mee.")
    typed(qtbot, page, ("kosten", "exit_fixed"), "1.000,50")
    picked(page, ("kosten", "exit_method"), "Werkelijke schade")
    picked(page, ("kosten", "exit_partner"), "Partner 2")
    typed(qtbot, page, ("kosten", "exit_year"), "2028")
    typed(qtbot, page, ("kosten", "exit_contribution"), "250.000")
    typed(qtbot, page, ("kosten", "exit_avoidable"), "12,5")
    assert page.reveal(("kosten", "exit_percentages", "1"))
    grid(page, "Eigen formule van de regeling in cijfers").table.paste("100\t80,5\t\t\t20")
    clicked(qtbot, page, "Schadepost toevoegen")
    (damage,) = editor.dossier.kosten.exit_damages
    path = ("kosten", "exit_damages", damage.id)
    typed(qtbot, page, (*path, "text"), "Huur")
    typed(qtbot, page, (*path, "percentage"), "33,3")
    typed(qtbot, page, (*path, "source"), "Contract van 2026")
    box = field_at(page, (*path, "fixed")).control
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert page.reveal((*path, "amounts", "1"))
    grid(page, "Schade per jaar na het uittreden").table.paste("40000\t40000")
    qtbot.wait(20)
    kosten = editor.dossier.kosten
    assert kosten.exit_formula == "Drie keer de bijdrage.\nR&D telt mee."
    assert (kosten.exit_fixed, kosten.exit_method, kosten.exit_partner) == (Decimal("1000.50"), "real-damage", "p2")
    assert (kosten.exit_year, kosten.exit_contribution, kosten.exit_avoidable) == (2028, 250000, Decimal("12.5"))
    assert kosten.exit_percentages == {1: 100, 2: Decimal("80.5"), 5: 20}
    (damage,) = kosten.exit_damages
    assert (damage.text, damage.percentage, damage.fixed, damage.source) == (
        "Huur",
        Decimal("33.3"),
        True,
        "Contract van 2026",
    )
    assert damage.amounts == {1: 40000, 2: 40000}
    assert editor.dossier.drafts == {}
    sums = card(page, ExitSums)
    assert sums.methods[0].name.text() == f"{OWN_NAME} (geldt)"
    assert sums.methods[0].sum.text() == "€\u00a0502.250,50, dat is 2,005 keer de bijdrage plus €\u00a01.000,50."
    while editor.can_undo:  # type: ignore[attr-defined]
        editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.kosten == before.kosten


def test_the_methods_stand_side_by_side_with_their_years(qtbot: QtBot, context_of: Make) -> None:
    damages = [{"id": "d", "text": "Huur", "amounts": {str(n): "100.00" for n in range(1, 7)}}]
    context = context_of(dossier(exit_method="tapering-80", exit_damages=damages))
    page = shown(qtbot, context, SPEC)
    sums = card(page, ExitSums)
    sheet = sums.table.sheet
    assert sheet.heads == ("2028", "2029", "2030", "2031", "2032", "2033", "Uittreedsom")
    assert [label for label, _cells in sheet.rows] == [
        "Aflopende bijdrage vanaf 80%",
        "Aflopende bijdrage vanaf 100%",
        "Werkelijke schade",
        BEYOND_NAME,
    ]
    assert [row[-1] for row in sheet.values] == [600000, 900000, 500, None]
    assert sheet.bold == {0}
    assert sums.said.text() == (
        "De regeling heeft geen eigen formule. Daarom geldt de manier die u koos: ‘Aflopende bijdrage vanaf 80%’."
    )
    assert sums.base.text() == ("De jaarlijkse bijdrage is €\u00a0300.000,00: de bijdrage van 2027 volgens ‘Gelijk’.")
    sums.table.copy()
    assert "Aflopende bijdrage vanaf 80%\t240000,00\t180000,00" in QGuiApplication.clipboard().text()


def test_taking_over_shows_years_and_partners_that_add_up(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier(exit_method="tapering-100", exit_avoidable="40"))
    page = shown(qtbot, context, SPEC)
    taking = card(page, TakingOver)
    rows = dict(zip((label for label, _ in taking.years.sheet.rows), taking.years.sheet.values, strict=True))
    assert rows["Bijdrage van de vertrekker"][-1] == 1500000
    assert rows["De anderen nemen over"] == (180000, 180000, 180000, 180000, 180000, 900000)
    assert rows["Blijft ongedekt"] == (-120000, -60000, 0, 60000, 120000, 0)
    assert taking.sign.isVisibleTo(page)
    assert taking.said.text().endswith("De uittreedsom dekt dat precies.")
    assert [label for label, _cells in taking.partners.sheet.rows] == ["Partner 2", "Partner 3", "Samen"]
    assert [row[0] for row in taking.partners.sheet.values] == [90000, 90000, 180000]
    for words, first in (("Met vertrekker", 300000), ("Zonder vertrekker", 390000), ("Verschil", 90000)):
        pill = next(w for w in taking.sides.findChildren(QWidget) if w.accessibleName() == words)
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
        assert taking.partners.sheet.values[0][0] == first


def test_every_partner_is_shown_before_signing_with_the_case_of_aalsmeer(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier(exit_method="tapering-100"))
    page = shown(qtbot, context, SPEC)
    every = card(page, EveryPartner)
    assert [label for label, _cells in every.table.sheet.rows] == ["Partner 1", "Partner 2", "Partner 3"]
    assert every.table.sheet.values[0] == (300000, 600000, 900000, 900000, 300000, 1500000)
    assert every.said.text() == (
        "Bij uittreden na 2027 ligt de uittreedsom tussen €\u00a0600.000,00 en €\u00a0900.000,00."
    )
    assert "5 tot 10 miljoen" in card(page, CaseCard).text.text()


def test_that_consent_may_not_be_asked_stands_on_the_page_with_its_ruling(qtbot: QtBot, context_of: Make) -> None:
    page = shown(qtbot, context_of(dossier()), SPEC)
    texts = [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]
    assert any(text.startswith("Uittreden mag niet afhangen van instemming") for text in texts)
    assert any("ECLI:NL:RVS:2015:1198" in text and "Bron:" in text for text in texts)
    assert any("AB 1985/424" in text and "Bekeken op 21" in text for text in texts)


@pytest.mark.parametrize(
    "held",
    [dossier_from_values(minimal()), dossier(2), dossier(1), dossier(exit_method={"no_answer": "later"}), crowd()],
    ids=["empty", "two", "one", "later", "forty"],
)
def test_every_row_of_the_check_page_leads_to_its_field(qtbot: QtBot, context_of: Make, held: Dossier) -> None:
    context = context_of(held)
    page = shown(qtbot, context, SPEC, (696, 720))
    rows = tuple(SPEC.rows(context.editor.dossier, context.editor.knowledge))
    asked = {row.path[1] for row in rows}
    assert asked == {*exit_view.FIELDS, "notes"}
    for row in rows:
        assert page.reveal(row.path), row.path


def test_damages_lead_to_their_field_and_cells(qtbot: QtBot, context_of: Make, knowledge: Knowledge) -> None:
    damages = [{"id": "d1", "text": "Huur", "amounts": {"7": "5.00"}}, {"id": "d2", "text": "ICT"}]
    held = dossier(exit_damages=damages, exit_percentages={"9": "5"})
    context = context_of(held)
    page = shown(qtbot, context, SPEC)
    assert grid(page, "Schade per jaar na het uittreden").model.columnCount() == 8
    assert grid(page, "Eigen formule van de regeling in cijfers").model.columnCount() == 10
    for path in (("kosten", "exit_damages", "d2", "text"), ("kosten", "exit_damages", "d1", "amounts", "7")):
        assert page.reveal(path)
    answers = [row.answer for row in SPEC.rows(held, knowledge)]
    assert any("Jaar 7, 2034: " in answer for answer in answers)
    assert any("Jaar 9, 2036 " in answer or "Jaar 9, 2036: 5" in answer for answer in answers)


@pytest.mark.parametrize("kind", ExitNoteKind)
def test_a_note_leads_to_a_field_that_there_is(kind: ExitNoteKind) -> None:
    held = dossier(exit_damages=[{"id": "d1", "text": "Huur"}])
    path = note_path(ExitNote(kind), held)
    assert path == () or len(path) == 1 or path[1] in {*exit_view.FIELDS, "keys", "chosen"}
    if len(path) == 2:
        value_at(held, path)
