"""A checklist on screen: groups, filters that keep what is under the hand, the owner and the day, copying."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.agree import CheckState
from models.planning.checklists import ChecklistKind, PointGroup
from tests.models.samples import example
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from wizards.context import Context
from wizards.steps.besluitvorming_parts.lists import REGELING
from wizards.steps.besluitvorming_parts.worked import Worked
from wizards.widgets.checklist import FILTERS, ChecklistSpec, ChecklistWidget, checklist_rows
from wizards.widgets.copy_table import COPIED

Make = Callable[..., Context]
TODAY = date(2027, 1, 20)


def shown(qtbot: QtBot, context: Context, spec: ChecklistSpec = REGELING, today: date = TODAY) -> ChecklistWidget:
    worked = Worked(context.editor, lambda: today)
    made = ChecklistWidget(context, spec, lambda: worked.checklist(spec.kind))
    context.editor.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def planned(context_of: Make) -> Context:
    return context_of(dossier_from_values(example("lindestreek")))


def seen(widget: ChecklistWidget) -> set[str]:
    return {key for key, point in widget._points.items() if point.isVisibleTo(widget)}


def pill(widget: ChecklistWidget, key: str, state: str) -> None:
    widget._points[key].pills._buttons[state].click()
    settle()


def test_groups_progress_deadline_and_persons_are_said(qtbot: QtBot, context_of: Make) -> None:
    widget = shown(qtbot, planned(context_of))
    assert widget.count.text() == "6 van de 16 verplichte onderdelen staan in het ontwerp."
    said = widget.more.text().split("\n")
    assert said[0] == "6 van de 34 punten zijn klaar of niet nodig."
    assert said[1].startswith("Op 9\u00a0februari 2027 gaat het ontwerp naar de raden.")
    assert said[2] == "1 punt is te laat." and said[3].startswith("Open per persoon: ")
    assert len(widget._groups) == len(PointGroup)
    late = widget._points["zienswijze-besluiten"].late
    assert late.isVisibleTo(widget) and late.text().startswith("Te laat voor de planning")
    assert not widget._points["belang"].late.isVisibleTo(widget)


def test_filters_show_what_is_open_or_late(qtbot: QtBot, context_of: Make) -> None:
    widget = shown(qtbot, planned(context_of))
    everything = seen(widget)
    for key, _ in FILTERS:
        widget.filters._buttons[key].click()
        settle()
        assert (
            seen(widget)
            == {
                "all": everything,
                "open": everything - {"belang", "wijzigen", "opheffen", "toetreden", "evaluatie", "inwerkingtreding"},
                "late": {"zienswijze-besluiten"},
            }[key]
        )


def test_what_is_settled_under_the_filter_stays_in_sight(qtbot: QtBot, context_of: Make) -> None:
    context = planned(context_of)
    widget = shown(qtbot, context)
    widget.choose_filter("open")
    pill(widget, "participatie", "done")
    assert context.editor.dossier.besluitvorming.checklist["participatie"].state is CheckState.DONE
    assert "participatie" in seen(widget)
    assert widget.count.text().startswith("7 van de 16 ")
    widget.choose_filter("open")
    assert "participatie" not in seen(widget)
    context.editor.undo()
    settle()
    assert "participatie" in seen(widget), "it is open again"


def test_an_empty_filter_says_so(qtbot: QtBot, context_of: Make) -> None:
    context = planned(context_of)
    widget = shown(qtbot, context)
    pill(widget, "zienswijze-besluiten", "done")
    widget.choose_filter("late")
    assert seen(widget) == set() and widget.empty.text() == "Er is niets te laat."
    assert widget.empty.isVisibleTo(widget)
    widget.choose_filter("all")
    assert not widget.empty.isVisibleTo(widget)


def test_every_field_of_a_point_is_typed_and_said(qtbot: QtBot, context_of: Make) -> None:
    context = planned(context_of)
    widget = shown(qtbot, context)
    for name, text in (("owner", "griffier"), ("due", "1-2-2027"), ("place", "artikel 9"), ("remark", "navragen")):
        assert widget.reveal((*REGELING.path, "participatie", name))
        control = next(f for f in widget._points["participatie"].fields if f.field.name == name).control
        qtbot.waitUntil(control.hasFocus)
        qtbot.keyClicks(control, text)
    status = context.editor.dossier.besluitvorming.checklist["participatie"]
    assert (status.owner, status.due, status.place, status.remark) == (
        "griffier",
        date(2027, 2, 1),
        "artikel 9",
        "navragen",
    )
    point = widget._points["participatie"]
    assert not point.summary.isVisibleTo(widget), "the fields say it already"
    point.toggle()
    assert point.summary.text() == "Wie: griffier  ·  Klaar op 1\u00a0februari 2027  ·  Staat in: artikel 9"
    assert point.summary.isVisibleTo(widget)


def test_state_by_the_keyboard(qtbot: QtBot, context_of: Make) -> None:
    context = planned(context_of)
    widget = shown(qtbot, context)
    first = widget._points["participatie"].pills._buttons["open"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert context.editor.dossier.besluitvorming.checklist["participatie"].state is CheckState.BUSY


def test_reveal_brings_back_what_a_filter_hides(qtbot: QtBot, context_of: Make) -> None:
    widget = shown(qtbot, planned(context_of))
    widget.choose_filter("late")
    assert widget.reveal((*REGELING.path, "belang", "state"))
    assert "belang" in seen(widget)
    assert widget.reveal(REGELING.path)
    assert not widget.reveal((*REGELING.path, "bestaat-niet"))
    assert not widget.reveal(("medewerkers", "checklist", "rie"))


def test_copy_gives_all_points_as_cells(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    widget = shown(qtbot, planned(context_of))
    widget.choose_filter("late")
    qtbot.mouseClick(widget.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:4] == ["Soort", "Onderdeel", "Artikel", "Stand"]
    assert len(lines) == 1 + len(widget._points)
    assert lines[1].split("\t")[3] == "Klaar" and wishes.said == [COPIED]


def test_another_basis_gives_another_list(qtbot: QtBot, context_of: Make) -> None:
    context = planned(context_of)
    widget = shown(qtbot, context)
    context.editor.put(("rechtsvorm", "choice", "basis"), "overeenkomst")
    settle()
    assert widget._points == {} and "geen gemeenschappelijke regeling" in widget.empty.text()
    assert not widget.filters.isVisibleTo(widget) and not widget.copy_button.isVisibleTo(widget)
    assert not widget.reveal(REGELING.path)
    context.editor.undo()
    settle()
    assert len(widget._points) == 34


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_names_targets_and_room(qtbot: QtBot, context_of: Make, zoom: float) -> None:
    context = planned(context_of)
    context.look.wear(zoom=zoom)
    widget = shown(qtbot, context)
    widget._points["participatie"].toggle()
    qtbot.wait(30)
    assert audit.unnamed(widget) == [] and audit.small_targets(widget) == []
    assert audit.rich_labels(widget) == [] and audit.overlapping(widget) == []


def test_rows_of_the_check_page_say_what_was_filled_in(context_of: Make) -> None:
    editor = planned(context_of).editor
    rows = {row.path[2]: row for row in checklist_rows(REGELING, editor.dossier, editor.knowledge)}
    assert rows["uittreden"].answer.split("\n") == [
        "Bezig",
        "Wie zorgt hiervoor? juridisch adviseur",
        "Wanneer is het klaar? 1\u00a0februari 2027",
        "Waar staat het? artikel 23",
    ]
    assert REGELING.kind is ChecklistKind.REGELING and rows["participatie"].answer == "Open"
