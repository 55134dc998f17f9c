"""The bare controls: what is pasted into a line, and what a choice shows that is offered no more."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.edit import record_added, value_at, with_value
from models.dossier.explore import AgendaItem
from tests.models.samples import full
from wizards.context import Context
from wizards.forms.spec import Field, Kind
from wizards.look.look import Look
from wizards.steps.options import partner_options
from wizards.widgets.fields import FieldWidget
from wizards.widgets.inputs import Check, Combo, Line

Make = Callable[..., Context]


def test_line_ends_and_tabs_in_a_line_become_spaces(qtbot: QtBot, look: Look) -> None:
    line = Line(look)
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText("Regio\tNoord\nen\r\nZuid\x07")
    with qtbot.waitSignal(line.edited) as caught:
        line.paste()
    assert caught.args == ["Regio Noord en Zuid"]


def test_a_pasted_name_of_two_lines_is_one_line_in_the_dossier(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    widget = FieldWidget(context, Field("question", "Vraag"), ("opgave",))
    qtbot.addWidget(widget)
    assert isinstance(widget.control, Line)
    widget.control.selectAll()
    QGuiApplication.clipboard().setText("Een\ntwee")
    widget.control.paste()
    assert context.editor.dossier.opgave.question == "Een twee"


def test_a_partner_that_left_is_named_where_it_was_chosen(qtbot: QtBot, context_of: Make) -> None:
    dossier = dossier_from_values(full())
    gone = dossier.partners.active[0]
    dossier = with_value(dossier, ("besluitvorming", "seat"), gone.id)
    dossier = with_value(dossier, ("partners", "partners", gone.id, "removed"), True)
    context = context_of(dossier)
    field = Field("seat", "Zetel", Kind.CHOICE, options=partner_options)
    widget = FieldWidget(context, field, ("besluitvorming",))
    qtbot.addWidget(widget)
    assert isinstance(widget.control, Combo)
    assert widget.control.currentText() == f"{gone.name} (doet niet meer mee)"


def test_a_partner_that_left_can_be_unticked(qtbot: QtBot, context_of: Make) -> None:
    dossier = dossier_from_values(full())
    gone = dossier.partners.active[0]
    dossier = with_value(dossier, ("partners", "partners", gone.id, "removed"), True)
    path = ("opgave", "agenda", "a1")
    dossier = record_added(dossier, path[:2], AgendaItem(id="a1", partners=(gone.id,)))
    context = context_of(dossier)
    widget = FieldWidget(context, Field("partners", "Wie?", Kind.MANY, options=partner_options), path)
    qtbot.addWidget(widget)
    box = next(b for b in widget.findChildren(Check) if b.text() == f"{gone.name} (doet niet meer mee)")
    assert box.isChecked()
    box.click()
    assert gone.id not in widget._boxes
    assert value_at(context.editor.dossier, (*path, "partners")) == ()
