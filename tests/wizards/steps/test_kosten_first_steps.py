"""From an empty dossier to a first comparison: what to do first, what stops every key, and a way to each field."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.agreements.notes import Note, NoteKind
from models.dossier import Dossier
from models.dossier.edit import value_at, with_value
from models.vocabulary import StepId
from tests.wizards.conftest import Wishes
from tests.wizards.steps.agreement_pages import clicked, filled, shown, typed
from tests.wizards.steps.compare_samples import crowd, lindestreek, with_kosten
from wizards.context import Context
from wizards.steps.kosten import SPEC
from wizards.steps.kosten_parts.compare_view import CompareView
from wizards.steps.kosten_parts.first_steps import FIRST_STEPS, FirstStepsCard
from wizards.steps.kosten_parts.key_detail import KeyDetail
from wizards.steps.kosten_parts.keys import formula_text
from wizards.steps.kosten_parts.note_paths import remark_path
from wizards.widgets.grid import GridWidget
from wizards.widgets.text import Label

Make = Callable[..., Context]

_PARTNERS = (("l", "Lindervoort", 23_947), ("w", "Waterambt", 15_309))


def nothing() -> Dossier:
    return with_kosten({}, _PARTNERS)


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_card_leads_to_each_field_and_goes_when_all_is_there(
    qtbot: QtBot, context_of: Make, wishes: Wishes
) -> None:
    context = context_of(nothing())
    page = shown(qtbot, context, SPEC)
    card = page.findChild(FirstStepsCard)
    assert card.isVisibleTo(page) and len(card.buttons) == len(FIRST_STEPS)
    for button in card.buttons:
        press(qtbot, button)
    assert [path for _step, path in wishes.steps] == [
        ("kosten", "start_year"),
        ("kosten", "items"),
        ("kosten", "today", "l"),
        ("kosten", "keys"),
    ]
    for _step, path in wishes.steps:
        assert page.reveal(path) and page.focusWidget() is not None, path
        page.open_view("kosten")
    typed(qtbot, page, ("kosten", "start_year"), "2027")
    qtbot.wait(20)
    assert not card.buttons[0].isVisibleTo(page) and card.buttons[1].isVisibleTo(page)
    clicked(qtbot, page, "Kostenpost toevoegen")
    qtbot.wait(20)
    press(qtbot, card.buttons[1])
    (item,) = context.editor.dossier.kosten.items
    amount = ("kosten", "items", item.id, "amounts", "2027")
    assert wishes.steps[-1] == (StepId.KOSTEN, amount)
    for path, value in ((amount, Decimal(100_000)), (("kosten", "today", "l"), Decimal(60_000))):
        context.editor.put(path, value)
    keys = lindestreek().kosten.keys[:2]
    context.editor.apply(lambda dossier: with_value(dossier, ("kosten", "keys"), keys))
    qtbot.wait(20)
    assert not card.isVisibleTo(page)


def test_without_partners_the_costs_of_today_lead_to_partners(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    page = shown(qtbot, context_of(with_kosten({}, ())), SPEC)
    press(qtbot, page.findChild(FirstStepsCard).buttons[2])
    assert wishes.steps == [(StepId.PARTNERS, ())]


def test_what_stops_every_key_is_said_once_with_the_way_to_it(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    keys = [{"id": "a", "kind": "equal"}, {"id": "b", "kind": "inhabitants", "drivers": {"Inwoners": {}}}]
    context = context_of(with_kosten({"keys": keys}, _PARTNERS))
    page = shown(qtbot, context, SPEC)
    page.open_view("vergelijken")
    view = page.findChild(CompareView)
    assert "startjaar" in view.missing.text() and not view.table.isVisibleTo(page)
    press(qtbot, view.to_costs)
    assert wishes.steps[-1] == (StepId.KOSTEN, ("kosten", "start_year"))
    context.editor.put(("kosten", "start_year"), 2027)
    qtbot.wait(20)
    assert "kosten" in view.missing.text()
    press(qtbot, view.to_costs)
    assert wishes.steps[-1] == (StepId.KOSTEN, ("kosten", "items"))
    items = lindestreek().kosten.items
    context.editor.apply(lambda dossier: with_value(dossier, ("kosten", "items"), items))
    qtbot.wait(20)
    assert view.table.isVisibleTo(page) and not view.missing.isVisibleTo(page)
    # What was assumed has a way to its field too: here that nobody said what partners pay now.
    ways = dict(view.remarks.lines)
    assert ("kosten", "today", "l") in ways.values()
    assert all(page.reveal(path) for path in ways.values() if path)


def test_a_remark_that_asks_nothing_has_no_way() -> None:
    dossier = lindestreek()
    assert remark_path(Note(NoteKind.INHABITANTS_TAKEN), dossier.kosten.keys[1], dossier) == ()


class _Windows(QObject):
    """Every widget that appears as a window of its own."""

    def __init__(self, own: QWidget | None = None) -> None:
        super().__init__()
        self.own, self.found = own, list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(type(watched).__name__)
        return False


def test_opening_a_view_shows_no_window_and_keeps_the_focus(qtbot: QtBot, context_of: Make) -> None:
    for dossier in (nothing(), lindestreek(), crowd(partners=3, items=2, years=4), filled()):
        page = shown(qtbot, context_of(dossier), SPEC)
        watch = _Windows()
        app = QApplication.instance()
        assert app is not None and page.view is not None
        app.installEventFilter(watch)
        page.view.setFocus()
        for key in ("sleutels", "vergelijken", "uittreden", "kosten"):
            page.open_view(key)
            qtbot.wait(20)
            assert page.focusWidget() is not None and page.isActiveWindow(), key
        app.removeEventFilter(watch)
        assert watch.found == []
        page.hide()


def test_enter_goes_a_row_down_and_stops_above_the_totals(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(nothing())
    page = shown(qtbot, context, SPEC)
    assert page.reveal(("kosten", "today", "l"))
    table = next(g for g in page.findChildren(GridWidget) if g.table.hasFocus()).table
    for amount in ("60000", "50.000,50"):
        qtbot.keyClicks(table, amount[0])
        line = page.focusWidget()
        assert line is not None and line is not table
        qtbot.keyClicks(line, amount[1:])
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.wait(20)
    assert context.editor.dossier.kosten.today == {"l": Decimal(60_000), "w": Decimal("50000.50")}
    assert table.currentIndex().row() == 1
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.currentIndex().row() == 1
    assert value_at(context.editor.dossier, ("kosten", "today", "w")) == Decimal("50000.50")


def test_a_table_is_as_wide_as_its_columns(qtbot: QtBot, context_of: Make) -> None:
    page = shown(qtbot, context_of(lindestreek()), SPEC)
    assert page.reveal(("kosten", "today", "l"))
    table = next(g for g in page.findChildren(GridWidget) if g.table.hasFocus()).table
    wanted = table.horizontalHeader().length() + table.verticalHeader().width() + 2 * table.frameWidth()
    assert table.width() == wanted < page.width() / 2


def test_a_formula_says_what_its_letters_stand_for(qtbot: QtBot, context_of: Make) -> None:
    assert (
        formula_text("B ÷ n") == "Formule: B ÷ n. Hierin: B is het bedrag dat u verdeelt en n is het aantal partners."
    )
    assert formula_text("som van prijs × aantal (P × Q)") == "Formule: som van prijs × aantal (P × Q)"
    assert "a is het vaste deel en x is de maat" in formula_text("a × B ÷ n + (1 − a) × B × x ÷ som van alle x")
    page = shown(qtbot, context_of(lindestreek()), SPEC)
    page.open_view("sleutels")
    words = [label.text() for label in page.findChild(KeyDetail).findChildren(Label)]
    assert any("n is het aantal partners" in text for text in words)
