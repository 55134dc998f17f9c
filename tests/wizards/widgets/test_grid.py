"""The editable table: typing, words for "no answer", pasting, drafts, totals, names."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.base import UNKNOWN
from models.knowledge import Knowledge, load_knowledge
from tests.models.samples import example
from tests.wizards import audit
from wizards.context import Context
from wizards.forms.grid import GridRow, GridSpec, grid_rows, with_cell
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Kind
from wizards.widgets.grid import GridWidget
from wizards.widgets.inputs import Line

Make = Callable[..., Context]

VOTES = Field("votes", "Stemmen", Kind.WHOLE, no_answers=ALL_NO_ANSWERS)
SEATS = Field("seats", "Zetels", Kind.WHOLE)
SPEC = GridSpec(
    "Stemmen en zetels",
    "Partner",
    lambda dossier, _knowledge: tuple(GridRow(p.id, p.name) for p in dossier.partners.active),
    lambda _dossier, _knowledge: (VOTES, SEATS),
    lambda row, field: ("sturing", "votes", row, field.name),
    totals=lambda dossier, _knowledge: (
        str(sum(v.votes for v in dossier.sturing.votes.values() if isinstance(v.votes, int))),
        "",
    ),
)


def grid(qtbot: QtBot, context_of: Make) -> tuple[Context, GridWidget]:
    values = {**example("bar")}
    values["sturing"] = {**values["sturing"], "votes": {}}
    context = context_of(dossier_from_values(values))
    widget = GridWidget(context, SPEC)
    context.editor.changed.connect(widget.refresh)
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.table.setFocus()
    widget.table.setCurrentIndex(widget.model.index(0, 0))
    return context, widget


def test_typing_fills_a_cell_and_the_total(qtbot: QtBot, context_of: Make) -> None:
    context, widget = grid(qtbot, context_of)
    for row, text in enumerate(("3", "4")):
        widget.table.setCurrentIndex(widget.model.index(row, 0))
        widget.table.edit(widget.model.index(row, 0))
        editor = [line for line in widget.table.findChildren(Line) if line.isVisible()][-1]
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        # Qt's delegate takes Enter in at the next turn of the event loop.
        qtbot.waitUntil(lambda row=row, text=text: widget.model.index(row, 0).data() == text)
    votes = context.editor.dossier.sturing.votes
    assert [votes["barendrecht"].votes, votes["albrandswaard"].votes] == [3, 4]
    assert widget.model.index(3, 0).data() == "7"
    assert not widget.model.flags(widget.model.index(3, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_paste_is_one_edit(qtbot: QtBot, context_of: Make) -> None:
    context, widget = grid(qtbot, context_of)
    before = context.editor.dossier
    QGuiApplication.clipboard().setText("3\t2\r\nweet niet\t5\r\nx\t1\r\nbuiten\t9\r\n")
    qtbot.keyClick(widget.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    votes = context.editor.dossier.sturing.votes
    assert votes["barendrecht"].votes == 3 and votes["albrandswaard"].votes == UNKNOWN
    assert [vote.seats for vote in votes.values()] == [2, 5, 1]
    assert context.editor.dossier.drafts == {"sturing/votes/ridderkerk/votes": "x"}
    assert "Vul een geheel getal in" in widget._message.text()
    context.editor.undo()
    assert context.editor.dossier == before


def test_delete_clears_and_copy_gives_a_spreadsheet(qtbot: QtBot, context_of: Make) -> None:
    context, widget = grid(qtbot, context_of)
    widget.table.paste("1\t2\n3\t4")
    widget.table.selectAll()
    qtbot.keyClick(widget.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n")[0] == "1\t2"
    qtbot.keyClick(widget.table, Qt.Key.Key_Delete)
    votes = context.editor.dossier.sturing.votes
    assert [(v.votes, v.seats) for v in votes.values()] == [(None, None)] * 2


def test_cells_have_names_and_can_be_found(qtbot: QtBot, context_of: Make) -> None:
    _context, widget = grid(qtbot, context_of)
    said = widget.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Albrandswaard, Stemmen: niet ingevuld"
    assert widget.reveal(("sturing", "votes", "ridderkerk", "seats"))
    assert (widget.table.currentIndex().row(), widget.table.currentIndex().column()) == (2, 1)
    assert audit.unnamed(widget) == []


def test_rows_of_the_check_page(knowledge: Knowledge) -> None:
    dossier = with_cell(
        dossier_from_values(example("bar")), VOTES, ("sturing", "votes", "ridderkerk", "votes"), "veel", knowledge
    )
    row = next(r for r in grid_rows(SPEC, dossier, knowledge) if r.label == "Ridderkerk")
    assert row.unread and "Stemmen: veel" in row.answer


KNOWLEDGE = load_knowledge()
BAR = dossier_from_values(example("bar"))


@given(st.text(max_size=12))
def test_whatever_is_typed_is_kept(text: str) -> None:
    """A cell holds what was typed as a value or as a draft; it is never lost and never stops the program."""
    path = ("sturing", "votes", "ridderkerk", "votes")
    after = with_cell(BAR, VOTES, path, text, KNOWLEDGE)
    vote = after.sturing.votes["ridderkerk"].votes
    assert (
        after.drafts.get("/".join(path)) == text or vote is None or vote == UNKNOWN or vote != BAR or text.strip() == ""
    )


def typing(widget: GridWidget, row: int, column: int) -> Line:
    widget.table.setCurrentIndex(widget.model.index(row, column))
    widget.table.edit(widget.model.index(row, column))
    return next(line for line in widget.table.findChildren(Line) if line.isVisible() and line.hasFocus())


def test_what_is_being_typed_in_a_cell_is_kept_at_each_key(qtbot: QtBot, context_of: Make) -> None:
    """A laptop that dies in the middle of a cell costs nothing that was typed."""
    context, widget = grid(qtbot, context_of)
    line = typing(widget, 0, 0)
    qtbot.keyClicks(line, "12")
    assert context.editor.dossier.sturing.votes["barendrecht"].votes == 12
    qtbot.keyClicks(line, "x")
    assert context.editor.dossier.drafts == {"sturing/votes/barendrecht/votes": "12x"}
    assert line.text() == "12x" and line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(widget.table.hasFocus)
    assert context.editor.dossier.sturing.votes["barendrecht"].votes == 12
    context.editor.undo()
    assert "barendrecht" not in context.editor.dossier.sturing.votes


def test_escape_gives_a_cell_its_answer_back(qtbot: QtBot, context_of: Make) -> None:
    context, widget = grid(qtbot, context_of)
    widget.table.paste("weet niet\t5")
    before = context.editor.dossier
    for column in (0, 1):
        line = typing(widget, 0, column)
        line.selectAll()
        qtbot.keyClicks(line, "7")
        assert context.editor.dossier != before
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert context.editor.dossier == before


def test_undo_shows_in_the_cell_that_is_open(qtbot: QtBot, context_of: Make) -> None:
    context, widget = grid(qtbot, context_of)
    widget.table.paste("3")
    line = typing(widget, 0, 0)
    qtbot.keyClicks(line, "4")
    assert context.editor.dossier.sturing.votes["barendrecht"].votes in (4, 34)
    context.editor.undo()
    assert line.text() == "3"
