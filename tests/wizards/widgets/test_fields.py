"""Fields: what a person types or picks arrives in the dossier; drafts are kept; nothing complains while typing."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN
from models.dossier.edit import record_added, value_at
from models.dossier.explore import Fact, TaskItem
from tests.wizards import audit
from wizards.context import Context
from wizards.forms import Field, Kind, Option
from wizards.forms.spec import ALL_NO_ANSWERS
from wizards.widgets.boxes import column
from wizards.widgets.fields import FieldWidget, label_text
from wizards.widgets.inputs import Area, Check, Combo, ImportanceInput, Line, clean

Make = Callable[..., Context]


def shown(qtbot: QtBot, *fields: FieldWidget) -> QWidget:
    window = QWidget()
    layout = column(8)
    window.setLayout(layout)
    for field in fields:
        layout.addWidget(field)
    qtbot.addWidget(window)
    window.resize(600, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def fact_context(context_of: Make) -> Context:
    context = context_of()
    context.editor.apply(lambda d: record_added(d, ("opgave", "facts"), Fact(id="f1")))
    return context


def type_in(qtbot: QtBot, widget: FieldWidget, text: str) -> None:
    widget.take_focus()
    qtbot.keyClicks(widget.control, text)


def test_a_line_arrives_while_one_types(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    field = FieldWidget(context, Field("occasion", "Aanleiding"), ("opgave",))
    _window = shown(qtbot, field)
    type_in(qtbot, field, "R&D <b>en</b> meer")
    assert context.editor.dossier.opgave.occasion == "R&D <b>en</b> meer"
    context.editor.undo()
    assert context.editor.dossier.opgave.occasion == ""


def test_an_area_takes_several_lines(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    field = FieldWidget(context, Field("question", "Vraag", Kind.AREA), ("opgave",))
    _window = shown(qtbot, field)
    field.take_focus()
    qtbot.keyClicks(field.control, "een")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    qtbot.keyClicks(field.control, "twee")
    assert context.editor.dossier.opgave.question == "een\ntwee"


def test_a_wrong_number_is_kept_and_complains_only_after_leaving(qtbot: QtBot, context_of: Make) -> None:
    context = fact_context(context_of)
    field = FieldWidget(context, Field("figure", "Getal", Kind.NUMBER), ("opgave", "facts", "f1"))
    other = FieldWidget(context, Field("source", "Bron"), ("opgave", "facts", "f1"))
    _window = shown(qtbot, field, other)
    type_in(qtbot, field, "veel")
    assert not field.message.isVisible()
    assert context.editor.dossier.drafts == {"opgave/facts/f1/figure": "veel"}
    other.take_focus()
    qtbot.waitUntil(field.message.isVisible)
    assert field.message.text() == "Vul een getal in, bijvoorbeeld 6,5."
    assert field.control.accessibleDescription() == field.message.text()
    field.take_focus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, "2,5")
    assert value_at(context.editor.dossier, field.path) == Decimal("2.5")
    assert context.editor.dossier.drafts == {}
    other.take_focus()
    qtbot.waitUntil(lambda: not field.message.isVisible())
    assert field.control.text() == "2,5"


def test_the_text_under_the_cursor_is_left_alone(qtbot: QtBot, context_of: Make) -> None:
    context = fact_context(context_of)
    field = FieldWidget(context, Field("figure", "Getal", Kind.NUMBER), ("opgave", "facts", "f1"))
    _window = shown(qtbot, field)
    context.editor.changed.connect(field.refresh)
    type_in(qtbot, field, "1.2000")
    assert field.control.text() == "1.2000"
    assert value_at(context.editor.dossier, field.path) == Decimal("1.2000")


def test_no_answer_is_another_state_than_empty(qtbot: QtBot, context_of: Make) -> None:
    context = fact_context(context_of)
    spec = Field("figure", "Getal", Kind.NUMBER, no_answers=ALL_NO_ANSWERS)
    field = FieldWidget(context, spec, ("opgave", "facts", "f1"))
    _window = shown(qtbot, field)
    menu = field._no_answer.menu()
    for action, value in zip(menu.actions(), (UNKNOWN, NOT_APPLICABLE, LATER), strict=False):
        action.trigger()
        assert value_at(context.editor.dossier, field.path) == value
        assert field._no_answer.words == action.text()
    menu.actions()[-1].trigger()
    assert value_at(context.editor.dossier, field.path) is None
    assert field._no_answer.words == "Geen antwoord"


def test_pills_choose_and_clear(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    context.editor.apply(lambda d: record_added(d, ("opgave", "tasks"), TaskItem(id="t1")))
    options = (Option("support", "Ondersteuning"), Option("policy", "Beleid"))
    spec = Field("nature", "Soort werk", Kind.CHOICE, options=options, no_answers=ALL_NO_ANSWERS)
    field = FieldWidget(context, spec, ("opgave", "tasks", "t1"))
    _window = shown(qtbot, field)
    pills = field.control.findChildren(QWidget)
    qtbot.mouseClick(pills[1], Qt.MouseButton.LeftButton)
    assert context.editor.dossier.opgave.tasks[0].nature == "policy"
    qtbot.mouseClick(pills[2], Qt.MouseButton.LeftButton)
    assert context.editor.dossier.opgave.tasks[0].nature == UNKNOWN
    qtbot.keyClick(field.control, Qt.Key.Key_Delete)
    assert context.editor.dossier.opgave.tasks[0].nature is None


def test_yes_no_score_importance_toggle_many(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    base = ("sturing",)
    yes = FieldWidget(context, Field("budget_agreement", "Afspraak?", Kind.YES_NO, no_answers=ALL_NO_ANSWERS), base)
    score = FieldWidget(context, Field("beleid/joint", "Beleid", Kind.SCORE), ("vorm", "answers"))
    weight = FieldWidget(context, Field("beleid/importance", "Belang", Kind.IMPORTANCE), ("vorm", "answers"))
    toggle = FieldWidget(context, Field("mandaat", "Met mandaat", Kind.TOGGLE), ("rechtsvorm",))
    options = (Option("knob-1", "Een"), Option("knob-2", "Twee"))
    many = FieldWidget(context, Field("knobs", "Knoppen", Kind.MANY, options=options), ("doelen",))
    _window = shown(qtbot, yes, score, weight, toggle, many)
    qtbot.mouseClick(yes.control.findChildren(QWidget)[1], Qt.MouseButton.LeftButton)
    assert context.editor.dossier.sturing.budget_agreement is False
    qtbot.keyClick(score.control, "4")
    assert context.editor.dossier.vorm.answers["beleid"].joint == 4
    assert isinstance(weight.control, ImportanceInput)
    weight.control.number.setValue(7)
    assert context.editor.dossier.vorm.answers["beleid"].importance == 7
    assert isinstance(toggle.control, Check)
    qtbot.mouseClick(toggle.control, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.rechtsvorm.mandaat is True
    boxes = many.control.findChildren(Check)
    for box in reversed(boxes):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.doelen.knobs == ("knob-1", "knob-2")
    qtbot.mouseClick(boxes[0], Qt.MouseButton.LeftButton)
    assert context.editor.dossier.doelen.knobs == ("knob-2",)


def test_a_long_choice_is_a_combo_and_says_its_label(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    options = tuple(Option(f"o{n}", f"Mogelijkheid {n}") for n in range(9))
    field = FieldWidget(context, Field("main", "Hoofdsturing", Kind.CHOICE, options=options), ("sturing",))
    window = shown(qtbot, field)
    assert isinstance(field.control, Combo)
    assert audit.unnamed(window) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name_and_a_target(qtbot: QtBot, context_of: Make, kind: Kind) -> None:
    context = fact_context(context_of)
    names = {Kind.SCORE: "x", Kind.IMPORTANCE: "y"}
    options = (Option("a", "Een heel lange keuze waar veel woorden in staan"), Option("b", "Twee"))
    if kind in names or kind in (Kind.YES_NO, Kind.TOGGLE, Kind.MANY, Kind.CHOICE):
        base, name = ("sturing", "answers"), "nieuw"
    else:
        base, name = ("opgave", "facts", "f1"), "text"
    window = shown(qtbot, FieldWidget(context, Field(name, "Een vraag", kind, "Uitleg.", options), base))
    assert audit.unnamed(window) == []
    assert audit.small_targets(window) == []
    assert audit.rich_labels(window) == []


def test_labels_say_whether_an_answer_is_required() -> None:
    assert label_text(Field("a", "Naam", required=True)) == "Naam (verplicht)"
    assert label_text(Field("a", "Naam")) == "Naam (niet verplicht)"
    assert label_text(Field("a", "Houding", internal=True)) == "Houding (niet verplicht, intern)"


def test_pasted_text_loses_what_a_dossier_refuses() -> None:
    assert clean("a\r\nb\x07c\ud800d\ufffe\te") == "a\nbcd\te"
    assert clean("é ñ 中 🙂") == "é ñ 中 🙂"


def test_a_line_and_an_area_are_plain(qtbot: QtBot, look: object) -> None:
    line, area = Line(look), Area(look)
    qtbot.addWidget(line)
    qtbot.addWidget(area)
    area.show_value("<img src='/etc/passwd'>")
    assert area.toPlainText() == "<img src='/etc/passwd'>"
