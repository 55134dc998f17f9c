"""A figure on screen: its size, its words, its table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.figures import Anchor, Figure, Line, Role, Text, Twin, criterion_figure
from models.knowledge import Knowledge
from models.vocabulary import CriterionId
from wizards.look.look import Look
from wizards.look.tokens import Appearance
from wizards.widgets.figure_view import FigureView, figure_colours

TWIN = Twin(("Vorm", "Score"), (("Netwerk", "80"), ("Matrix", "60")))


def drawn(width: float = 200.0, alt: str = "Netwerk 80, matrix 60.") -> Figure:
    shapes = (Line(0, 10, width, 10), Text(width, 20, "80", anchor=Anchor.END))
    return Figure("Scores", alt, width, 30, shapes, TWIN)


def shown(qtbot: QtBot, view: FigureView, width: int = 500) -> FigureView:
    qtbot.addWidget(view)
    view.resize(width, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.mark.parametrize("appearance", list(Appearance))
def test_every_role_has_a_colour(look: Look, appearance: Appearance) -> None:
    look.wear(appearance)
    colours = figure_colours(look, "wash")
    assert set(colours) == set(Role)
    assert colours[Role.PAPER] == look.colour("wash")


def test_it_says_what_the_figure_says(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look, drawn()))
    assert view.canvas.accessibleName() == "Scores"
    assert view.canvas.accessibleDescription() == "Netwerk 80, matrix 60."


def test_a_made_figure_gets_the_width_on_screen(qtbot: QtBot, look: Look) -> None:
    widths: list[float] = []

    def make(width: float) -> Figure:
        widths.append(width)
        return drawn(width)

    view = shown(qtbot, FigureView(look, make=make))
    first = view.figure()
    view.resize(300, 400)
    second = view.figure()
    assert first is not None
    assert second is not None
    assert first.width > second.width
    look.wear(zoom=2.0)
    third = view.figure()
    assert third is not None
    assert third.width == pytest.approx(second.width / 2, rel=0.05)


def test_a_figure_that_is_too_wide_shrinks(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look, drawn(2000)))
    assert view.canvas.heightForWidth(200) < view.canvas.heightForWidth(400)


def test_the_same_key_makes_nothing_anew(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look))
    view.show_made(lambda width: drawn(width, "een"), key=1)
    view.show_made(lambda width: drawn(width, "twee"), key=1)
    figure = view.figure()
    assert figure is not None
    assert figure.alt == "een"
    view.show_made(lambda width: drawn(width, "drie"), key=2)
    assert view.canvas.accessibleDescription() == "drie"


def test_the_table_opens_from_the_keyboard_and_follows(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look, drawn()))
    qtbot.keyClick(view.toggle, Qt.Key.Key_Space)
    assert view.table is not None
    assert view.table.isVisible()
    assert view.toggle.words == "Verberg tabel"
    assert view.words.text() == "Netwerk 80, matrix 60."
    cells = [[view.table.item(y, x).text() for x in range(2)] for y in range(2)]
    assert cells == [list(row) for row in TWIN.rows]
    other = Figure("Scores", "Anders.", 200, 30, (), Twin(("Vorm",), (("Ssc",),)))
    view.show_figure(other)
    assert view.table.item(0, 0).text() == "Ssc"
    assert (view.table.rowCount(), view.table.columnCount()) == (1, 1)
    qtbot.keyClick(view.toggle, Qt.Key.Key_Space)
    assert view.table.isHidden()


def test_the_table_shows_all_rows(qtbot: QtBot, look: Look, knowledge: Knowledge) -> None:
    figure = criterion_figure(CriterionId.CENTRUM, knowledge, 4)
    view = shown(qtbot, FigureView(look, figure))
    view.resize(500, 900)
    view.open_table(True)
    qtbot.wait(30)
    table = view.table
    assert table is not None
    rows = sum(table.rowHeight(y) for y in range(table.rowCount()))
    assert table.viewport().height() >= rows - 2
    assert table.accessibleName().endswith("als tabel")


def test_something_passes_by_without_another_size(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look, make=drawn))
    height = view.canvas.heightForWidth(400)
    view.pass_by(lambda width: Figure("Ander", "", width, 300, (), TWIN))
    view.grab()
    assert view.canvas.heightForWidth(400) == height
    view.pass_by(None)
    assert view.canvas.accessibleName() == "Scores"


def test_nothing_to_show_is_no_fault(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look))
    view.grab()
    assert view.figure() is None


def test_the_table_of_a_figure_is_copied_by_button_and_by_key(qtbot: QtBot, look: Look) -> None:
    view = shown(qtbot, FigureView(look, drawn()))
    assert view.copy_button.isHidden()
    view.open_table(True)
    assert view.table is not None
    view.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Vorm\tScore\nNetwerk\t80\nMatrix\t60"
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Vorm\tScore\n")
