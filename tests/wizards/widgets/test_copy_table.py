"""Tables to read: what a spreadsheet gets of them, by the keyboard and by the button."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.figures import Twin
from tests.wizards.conftest import Wishes
from wizards.context import Context
from wizards.widgets.copy_table import COPIED, CopyTable
from wizards.widgets.figure_view import TwinTable
from wizards.widgets.read_table import Sheet, copied_cell

Make = Callable[..., Context]
SHEET = Sheet(
    ("Brengt", "Bedrag", "Wat"),
    (("=Aldermeer", ("1.234,5", "€\u00a01.000,00", "betaalt")), ("Totaal", ("–", "− 2", "-"))),
    frozenset({1}),
    "Partner",
    ((Fraction(12345, 10), Decimal("1000.00"), None), (None, -2, None)),
    frozenset({2}),
)


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("€\u00a01.234,56", "1234,56"),
        ("€\u00a0-5,00", "-5,00"),
        ("-€ 5", "-5"),
        ("− 3.370", "-3370"),
        ("−3.370", "-3370"),
        ("+5", "5"),
        ("1.5", "1.5"),
        ("12,5%", "12,5%"),
        ("2027", "2027"),
        ("–", "–"),
        ("-", "-"),
        ("=1+1", "'=1+1"),
        ("@naam", "'@naam"),
        ("626 V", "626 V"),
        ("", ""),
    ],
)
def test_a_cell_without_a_known_figure(text: str, copied: str) -> None:
    assert copied_cell(text) == copied


@pytest.mark.parametrize(
    ("value", "copied"),
    [
        (Fraction(1, 3), "0,333333"),
        (Fraction(-1, 8), "-0,125"),
        (Fraction(1_000_000), "1000000"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.50"), "-0,50"),
        (7, "7"),
    ],
)
def test_a_cell_with_its_figure(value: Decimal | Fraction | int, copied: str) -> None:
    assert copied_cell("wat er staat", value) == copied


def test_the_button_copies_the_whole_table_and_says_so(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    view = CopyTable(context_of(), "Uren per partner")
    qtbot.addWidget(view)
    view.take(SHEET)
    view.show()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text == "Partner\tBrengt\tBedrag\tWat\n'=Aldermeer\t1234,5\t1000,00\tbetaalt\nTotaal\t–\t-2\t-"
    assert wishes.said == [COPIED]
    assert view.button.accessibleDescription() == "Uren per partner"
    view.take(Sheet())
    assert not view.isVisible()


def test_the_keyboard_copies_what_is_chosen_or_all_of_it(qtbot: QtBot, context_of: Make) -> None:
    view = CopyTable(context_of(), "Uren per partner")
    qtbot.addWidget(view)
    view.take(SHEET)
    view.show()
    view.table.clearSelection()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.table.copied_whole()
    qtbot.keyClick(view.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.table.copied() == view.table.copied_whole()
    view.table.clearSelection()
    view.table.setCurrentIndex(view.table.model().index(1, 1))
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Partner\tBedrag\nTotaal\t-2"
    assert view.table.model().index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "=Aldermeer, Wat: betaalt"


def test_the_table_of_a_figure_is_copied_as_a_whole(qtbot: QtBot, context_of: Make) -> None:
    table = TwinTable(context_of().look)
    qtbot.addWidget(table)
    table.fill(Twin(("Partner", "Uren"), (("=Aldermeer", "1.234,5"), ("Brinkhoven", "nog niet bekend"))))
    table.show()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Partner\tUren\n'=Aldermeer\t1234,5\nBrinkhoven\tnog niet bekend"
