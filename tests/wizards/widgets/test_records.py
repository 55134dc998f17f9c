"""A list that grows: add, choose, fill in, move, take out, bring back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.dossier.edit import record_added
from models.dossier.explore import Fact
from tests.wizards import audit
from wizards.context import Context
from wizards.steps.opgave import groups
from wizards.widgets.records import RecordsWidget

Make = Callable[..., Context]


def facts_widget(qtbot: QtBot, context: Context) -> RecordsWidget:
    group = next(g for g in groups(context.editor.dossier, context.editor.knowledge) if g.title == "Feiten")
    widget = RecordsWidget(context, next(item for item in group.items if hasattr(item, "singular")))
    context.editor.changed.connect(widget.refresh)
    qtbot.addWidget(widget)
    widget.resize(900, 500)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def texts(context: Context) -> list[str]:
    return [fact.text for fact in context.editor.dossier.opgave.facts]


def test_add_fill_in_move_remove_and_undo(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    widget = facts_widget(qtbot, context)
    assert not widget.list.isVisible()
    for text in ("een", "twee", "drie"):
        qtbot.mouseClick(widget.add_button, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(widget.fields[0].control, text)
    assert texts(context) == ["een", "twee", "drie"]
    widget.list.setFocus()
    widget.shift(-2)
    assert texts(context) == ["drie", "een", "twee"]
    assert widget.model.rows[widget.list.currentIndex().row()].text == "drie"
    widget.remove()
    assert texts(context) == ["een", "twee"]
    context.editor.undo()
    assert texts(context) == ["drie", "een", "twee"]
    while context.editor.can_undo:
        context.editor.undo()
    assert texts(context) == []
    assert not widget.list.isVisible()
    while context.editor.can_redo:
        context.editor.redo()
    assert texts(context) == ["een", "twee"]


def test_choosing_another_shows_its_answers(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    for n in range(3):
        context.editor.apply(lambda d, n=n: record_added(d, ("opgave", "facts"), Fact(id=f"f{n}", text=f"feit {n}")))
    widget = facts_widget(qtbot, context)
    assert widget.reveal(("opgave", "facts", "f2", "source"))
    assert widget.fields[0].control.text() == "feit 2"
    assert widget.fields[3].control.hasFocus()
    qtbot.keyClicks(widget.fields[3].control, "CBS")
    assert context.editor.dossier.opgave.facts[2].source == "CBS"
    assert not widget.reveal(("partners", "partners"))


def test_three_hundred_records_show_at_once(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    facts = tuple(Fact(id=f"f{n}", text=f"feit {n}") for n in range(300))
    context.editor.put(("opgave", "facts"), facts)
    widget = facts_widget(qtbot, context)
    assert widget.model.rowCount() == 300
    assert widget.list.height() < 600
    assert audit.unnamed(widget) == []
    assert audit.small_targets(widget) == []
