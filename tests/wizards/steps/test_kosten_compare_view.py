"""Vergelijken on screen: looking, choosing, copying and completing keys with mouse and keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import with_value
from models.vocabulary import StepId
from tests.models.samples import full, minimal
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from tests.wizards.steps.compare_samples import crowd, lindestreek, priced
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import Appearance
from wizards.steps.kosten_parts.compare_model import BoardModel, RowKind
from wizards.steps.kosten_parts.compare_view import FIELDS, CompareView, fill
from wizards.steps.views import ViewBody
from wizards.widgets.buttons import Button

Make = Callable[..., Context]


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def opened(qtbot: QtBot, context: Context, size: tuple[int, int] = (968, 700)) -> CompareView:
    """The view on screen, as wide as on a page of 1032."""
    body = ViewBody(context)
    qtbot.addWidget(body)
    fill(body)
    context.editor.changed.connect(body.refresh)
    body.resize(*size)
    with qtbot.waitActive(body):
        body.show()
        body.activateWindow()
    settle()
    view = body.findChild(CompareView)
    assert view is not None
    return view


def press(qtbot: QtBot, button: Button) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()


def told(view: CompareView) -> list[str]:
    """The sentences of the card of one key."""
    return [label.text() for label in view.key_years.told.labels if label.isVisibleTo(view)]


def spoken(model: BoardModel, row: int, column: int) -> str:
    words = model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(words, str)
    return words


def test_the_board_speaks_in_words(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    model = view.table.board_model
    assert view.table.accessibleName() == "Verdeelsleutels naast elkaar"
    assert spoken(model, 0, 0) == "Lindervoort, nu: 438.000"
    assert spoken(model, 0, 2) == "Lindervoort, Gelijke delen, verschil: voordeel 141.400"
    assert spoken(model, 3, 2) == "Zandmeer, Gelijke delen, verschil: nadeel 90.300"
    bars = model.rowCount() - 1
    assert model.kind(bars) is RowKind.BARS
    assert spoken(model, bars, 1).startswith("Gelijke delen. Voordeel voor Lindervoort en Waterambt.")
    assert model.headerData(5, Qt.Orientation.Horizontal) == "Vast en inwoners, bijdrage"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Lindervoort"
    assert view.whole.text() == "Totaal in 2027: €\u00a01.186.400"


def test_the_chosen_key_stands_on_wash_with_a_filled_v_and_a_hollow_n(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    look, table = view.table._look, view.table
    picture = table.viewport().grab().toImage()
    model = table.board_model

    def corner(row: int, column: int) -> QColor:
        box = table.visualRect(model.index(row, column))
        return picture.pixelColor(box.topRight() + QPoint(-3, 4))

    def colours(row: int, column: int) -> set[str]:
        box = table.visualRect(model.index(row, column))
        across = range(box.left() + 2, box.left() + 30)
        return {picture.pixelColor(x, box.center().y() - 6).name() for x in across}

    assert corner(0, 5) == look.colour("wash") == corner(model.rowCount() - 1, 5)
    assert corner(0, 3) == look.colour("surface")
    assert look.colour("ok").name() in colours(0, 2)
    assert look.colour("danger_bg").name() in colours(2, 2)
    assert look.colour("ok").name() not in colours(2, 2)


def test_another_year_kind_of_figure_and_unit(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    assert view.years.pills is not None
    qtbot.mouseClick(view.years.pills._buttons["2028"], Qt.MouseButton.LeftButton)
    settle()
    assert view.table.board.year == 2028
    assert view.whole.text() == "Totaal in 2028: €\u00a01.212.500,80"
    view.units.setFocus()
    qtbot.keyClick(view.units, Qt.Key.Key_Down)
    assert view.table.board.rows[0].pairs[0][0].text == "303.125,20"  # type: ignore[index]
    qtbot.keyClick(view.units, Qt.Key.Key_Down)
    assert "In duizenden kan de som" in view.notation.text()
    view.shows.setFocus()
    for words in ("aandeel", "per inwoner", "eenmalig", "netto", "tot nu toe"):
        qtbot.keyClick(view.shows, Qt.Key.Key_Down)
        settle()
        assert view.table.board.heads[0] == words
        assert not view.table.grab().isNull()


def test_choosing_a_key_is_one_edit_that_can_be_taken_back(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(lindestreek(chosen=None))
    view, editor = opened(qtbot, context), context.editor
    assert view.chosen.name.text() == "Nog geen keuze"
    button = view.choice.buttons["inwoners"]
    assert button.accessibleName() == "Kies Inwoners"
    press(qtbot, button)
    assert editor.dossier.kosten.chosen == "inwoners"
    assert view.choice.buttons["inwoners"].words == "Gekozen: Inwoners"
    assert button.hasFocus()
    assert view.chosen.name.text() == "Inwoners"
    assert "Lindervoort gaat erop achteruit." in view.chosen.words.text()
    assert [c.chosen for c in view.table.board.columns] == [False, True, False, False]
    press(qtbot, button)
    assert editor.dossier.kosten.chosen is None
    press(qtbot, view.choice.buttons["vast"])
    editor.undo()  # type: ignore[attr-defined]
    settle()
    assert editor.dossier.kosten.chosen is None
    assert view.choice.buttons["vast"].words == "Kies Vast en inwoners"


def test_the_page_leads_to_the_choice(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    assert FIELDS == ("chosen",)
    assert view.reveal(("kosten", "chosen"))
    assert view.choice.buttons["vast"].hasFocus()
    assert not view.reveal(("kosten", "keys", "vast"))


def test_a_key_that_cannot_be_worked_out_leads_to_its_fields(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    view = opened(qtbot, context_of(priced()))
    table, model = view.table, view.table.board_model
    column = model.columnCount() - 2
    assert "nog leeg bij Brinkhoven" in spoken(model, 0, column)
    table.setFocus()
    table.setCurrentIndex(model.index(0, column))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    # Not only to the key: to the figure that is missing.
    assert wishes.steps == [(StepId.KOSTEN, ("kosten", "keys", "leeg", "drivers", "Meldingen", "b"))]
    press(qtbot, view.choice.buttons["leeg"])
    assert wishes.steps[1] == wishes.steps[0]
    table.setCurrentIndex(model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert len(wishes.steps) == 2
    # All sentences fit in the column.
    width = table.columnWidth(column) + table.columnWidth(column + 1)
    room = sum(table.rowHeight(row) for row in range(model.rowCount()))
    assert table.painter_of_cells.obstacle_height(column, width) <= room
    assert any("te weinig" in text for text, _path in view.remarks.lines)


def test_copying_gives_numbers_that_dutch_excel_reads(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    press(qtbot, view.copy_button)
    assert wishes.said
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Partner", "Nu", "Gelijke delen: bijdrage 2027"]
    assert lines[1][:4] == ["Lindervoort", "438000,00", "296600,00", "141400,00"]
    assert lines[3][3] == "-33700,00"
    assert lines[-1][:3] == ["Totaal", "1225700,00", "1186400,00"]
    assert len(lines) == 6
    table = view.table
    table.setFocus()
    table.setCurrentIndex(table.board_model.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(table, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Partner\tNu\tGelijke delen: bijdrage 2027",
        "Lindervoort\t438000,00\t296600,00",
        "Waterambt\t318500,00\t296600,00",
    ]


def test_with_many_partners_the_total_stands_first_and_is_copied_as_what_it_is(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(crowd(items=4, years=4)))
    table, model = view.table, view.table.board_model
    assert model.kind(0) is RowKind.TOTAL
    assert table.verticalScrollBar().maximum() > 0
    assert table.horizontalScrollBar().maximum() > 0
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    names = [line.split("\t")[0] for line in table.copied().splitlines()]
    assert names == ["Partner", "Gemeente met een heel lange naam aan de rivier 0", "Totaal"]
    before = table.verticalHeader().width()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.verticalHeader().width() == before
    assert not table.grab().isNull()


def test_one_key_over_all_years(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(priced()))
    years = view.key_years
    assert years.keys.pills is not None
    assert years.keys.pills.value() == "gelijk"
    assert "Brinkhoven betaalt de bovengrens in 2029 en 2030." in told(view)
    assert years.settled.isHidden()
    qtbot.mouseClick(years.keys.pills._buttons["gebruik"], Qt.MouseButton.LeftButton)
    settle()
    assert years.settled.isVisibleTo(view)
    assert years.settled.table.sheet.rows[0][1][2].startswith("terug ")
    qtbot.mouseClick(years.keys.pills._buttons["leeg"], Qt.MouseButton.LeftButton)
    settle()
    assert years.obstacles.labels[0].text().startswith("De maat ‘Meldingen’ is nog leeg")
    assert years.money.isHidden()
    assert view.working.isHidden()


def test_a_change_in_the_dossier_shows_everywhere(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(lindestreek())
    view = opened(qtbot, context)
    press(qtbot, view.working.fold)
    context.editor.put(("kosten", "keys", "vast", "fixed_percentage"), 100)
    settle()
    assert view.table.board.rows[0].pairs[2][0].text == "296.600"  # type: ignore[index]
    assert view.key_years.money.table.sheet.rows[1][1][1] == "296.600"
    assert view.working.tables[1].table.sheet.heads == ("Gelijk deel, telt voor 100%", "Samen")


def test_the_working_opens_on_request_and_follows_the_year(qtbot: QtBot, context_of: Make) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    assert view.working.tables == []
    press(qtbot, view.working.fold)
    titles = [table.title.text() for table in view.working.tables]
    assert titles[-1] == "Van aandeel naar bijdrage in 2027"
    view._pick_year("2029")
    settle()
    assert view.working.tables[-1].title.text() == "Van aandeel naar bijdrage in 2029"
    view._pick_key("personeel")
    settle()
    assert "Formatie nu" in view.working.tables[1].table.sheet.heads
    press(qtbot, view.working.fold)
    assert all(table.isHidden() for table in view.working.tables)


def test_warnings_of_real_cases_where_a_key_repeats_what_failed(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(lindestreek())
    view = opened(qtbot, context)
    assert [w.warning for w in view.warnings if w.isVisibleTo(view)] == ["historic-key"]
    context.editor.apply(
        lambda d: with_value(d, ("kosten", "keys"), tuple(k for k in d.kosten.keys if k.id != "personeel"))
    )
    settle()
    assert not any(w.isVisibleTo(view) for w in view.warnings)


@pytest.mark.parametrize(
    ("dossier", "button", "leads"),
    [
        (lambda: dossier_from_values(minimal()), "to_partners", (StepId.PARTNERS, ())),
        (lambda: lindestreek(keys=[], chosen=None), "to_keys", (StepId.KOSTEN, ("kosten", "keys"))),
    ],
)
def test_nothing_to_compare_says_what_to_do(
    qtbot: QtBot,
    context_of: Make,
    wishes: Wishes,
    dossier: Callable[[], Dossier],
    button: str,
    leads: tuple[StepId, tuple[str, ...]],
) -> None:
    view = opened(qtbot, context_of(dossier()))
    assert view.table.isHidden() or not view.table.isVisibleTo(view)
    press(qtbot, getattr(view, button))
    assert wishes.steps == [leads]


def test_keys_that_come_later_appear_and_keys_that_go_disappear(qtbot: QtBot, context_of: Make) -> None:
    dossier = lindestreek()
    context = context_of(lindestreek(keys=[], chosen=None))
    view = opened(qtbot, context)
    for count in (1, 4, 2, 0, 3):
        context.editor.put(("kosten", "keys"), dossier.kosten.keys[:count])
        settle()
        assert view.table.isVisibleTo(view) is bool(count)
        if count:
            assert len(view.table.board.columns) == len(view.choice.buttons) == count
            assert view.table.board_model.columnCount() == 1 + 2 * count


SAMPLES: dict[str, Callable[[], Dossier]] = {
    "lindestreek": lindestreek,
    "priced": priced,
    "crowd": lambda: crowd(items=5),
    "full": lambda: dossier_from_values(full()),
    "one key": lambda: lindestreek(keys=[{"id": "e", "kind": "equal", "name": "L" * 200}], chosen="e"),
    "no years": lambda: lindestreek(start_year=None, items=[]),
}


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize(("zoom", "width"), [(1.0, 968), (1.0, 632), (2.0, 960)])
def test_everything_has_a_name_and_nothing_is_cut_off(
    qtbot: QtBot, context_of: Make, look: Look, qapp: QApplication, kind: str, zoom: float, width: int
) -> None:
    look.wear(zoom=zoom)
    look.apply_to(qapp)
    view = opened(qtbot, context_of(SAMPLES[kind]()), (width, 2400))
    if not view.working.isHidden():
        press(qtbot, view.working.fold)
    body = view.parentWidget()
    assert body is not None
    assert body.minimumSizeHint().width() <= width
    assert audit.unnamed(body) == []
    assert audit.small_targets(body) == []
    assert audit.rich_labels(body) == []
    assert audit.cut_off(body) == []
    table = view.table
    # What is drawn is at most as wide as its column.
    model, wide = table.board_model, look.metrics()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            figure = model.figure(model.index(row, column))
            if figure is not None:
                assert wide.horizontalAdvance(figure.text) <= table.columnWidth(column)
    if len(table.board.rows) <= 12:
        assert table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("appearance", Appearance)
def test_another_look_is_taken_at_once(
    qtbot: QtBot, context_of: Make, look: Look, qapp: QApplication, appearance: Appearance
) -> None:
    view = opened(qtbot, context_of(lindestreek()))
    look.wear(appearance=appearance, zoom=1.5)
    look.apply_to(qapp)
    settle()
    picture = view.table.viewport().grab().toImage()
    box = view.table.visualRect(view.table.board_model.index(0, 5))
    assert picture.pixelColor(box.topRight() + QPoint(-3, 4)) == look.colour("wash")
    assert view.table.rowHeight(0) > 40


def test_the_largest_comparison_follows_the_year(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(crowd())
    view = opened(qtbot, context, (968, 640))
    seen = set()
    for year in ("2028", "2029", "2030", "2031"):
        view._pick_year(year)
        view.table.viewport().repaint()
        assert len(view.table.board.rows) == 40
        seen.add(view.table.copied_whole())
    assert len(seen) == 4, "each year has figures of its own"
