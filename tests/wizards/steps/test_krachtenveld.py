"""Krachtenveld: add, score, move, place and relate by mouse and by keyboard; the three views show the same."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.base import known
from models.dossier.edit import value_at
from models.dossier.explore import Attitude, Participation, Stakeholder
from models.figures.grid_plates import area_of
from tests.models.samples import full, minimal
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from wizards.context import Context
from wizards.look.tokens import Appearance
from wizards.steps.krachtenveld import SPEC, KrachtenveldPage
from wizards.steps.krachtenveld_parts.forms import stakeholders
from wizards.steps.krachtenveld_parts.grid_map import GridMap
from wizards.steps.krachtenveld_parts.map_view import MapView
from wizards.steps.krachtenveld_parts.rings_view import RingsView
from wizards.steps.krachtenveld_parts.table_view import TableView

Make = Callable[..., Context]
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def some(count: int = 3, **more: Any) -> Dossier:
    """Stakeholders s0, s1, ... in different cells."""
    rows = [
        {"id": f"s{n}", "name": f"Groep {n}", "influence": 1 + n % 5, "interest": 1 + n // 5 % 5} for n in range(count)
    ]
    return dossier_from_values(minimal(krachtenveld={"stakeholders": rows, **more}))


def page_of(qtbot: QtBot, context: Context, width: int = 1032, height: int = 700) -> KrachtenveldPage:
    page = SPEC.page(context)
    assert isinstance(page, KrachtenveldPage)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(30)
    return page


def map_of(page: KrachtenveldPage) -> MapView:
    assert page.map is not None
    return page.map


def rings_of(page: KrachtenveldPage) -> RingsView:
    page.open_view("ringen")
    assert page.rings is not None
    return page.rings


def table_of(page: KrachtenveldPage) -> TableView:
    page.open_view("tabel")
    assert page.table is not None
    return page.table


def one(context: Context, key: str) -> Stakeholder:
    return next(s for s in context.editor.dossier.krachtenveld.stakeholders if s.id == key)


def scores(context: Context, key: str) -> tuple[object, object]:
    return one(context, key).influence, one(context, key).interest


def drag(qtbot: QtBot, grid: Any, start: QPoint, end: QPoint) -> None:
    view = grid.viewport()
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, start + QPoint(4, 4))
    qtbot.wait(5)
    for step in (0.5, 1.0):
        at = start + (end - start) * step
        _move(grid, at)
    qtbot.mouseRelease(view, LEFT, pos=end)


def _move(grid: Any, at: QPoint) -> None:
    """A move with the button down, which QTest does not send off screen."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    there = QPointF(at)
    grid.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, there, there, Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier)
    )


def cell_of(grid: GridMap, influence: int, interest: int) -> QPoint:
    area = area_of(*grid.units())
    return QPoint(round(area.x_of(interest) * grid.scale_now), round(area.y_of(influence) * grid.scale_now))


# --- the map


def test_one_click_adds_a_kind_and_two_digits_place_it(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    view = map_of(page_of(qtbot, context))
    qtbot.mouseClick(view.quick.buttons["raad"], LEFT)
    (made,) = context.editor.dossier.krachtenveld.stakeholders
    assert (made.name, made.kind, made.influence) == ("Gemeenteraden", "raad", None)
    assert view.card.name.text() == "Gemeenteraden"
    assert view.quick.buttons["raad"].isHidden()
    assert view.waiting.buttons[0].words == "Gemeenteraden"
    qtbot.keyClick(view.card.fields["influence"].control, Qt.Key.Key_5)
    qtbot.keyClick(view.card.fields["interest"].control, Qt.Key.Key_4)
    assert scores(context, made.id) == (5, 4)
    qtbot.waitUntil(lambda: view.map.box_of(made.id) is not None)
    assert view.waiting.isHidden()
    while context.editor.can_undo:
        context.editor.undo()
    qtbot.waitUntil(lambda: view.quick.buttons["raad"].isVisibleTo(view))
    assert view.map.current is None
    assert view.card.nobody.isVisibleTo(view)


def test_an_own_one_opens_the_form_on_its_name(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    qtbot.mouseClick(map_of(page).quick.own, LEFT)
    assert page.current == "tabel"
    name = page.focusWidget()
    assert name is not None
    qtbot.keyClicks(name, "Buren")
    assert context.editor.dossier.krachtenveld.stakeholders[0].name == "Buren"


def test_click_chooses_and_the_card_fills_in(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = map_of(page_of(qtbot, context))
    box = view.map.box_of("s1")
    assert box is not None
    qtbot.mouseClick(view.map.viewport(), LEFT, pos=box.center().toPoint())
    assert view.map.current == "s1"
    assert view.card.name.text() == "Groep 1"
    qtbot.keyClicks(view.card.fields["action"].control, "Bellen")
    qtbot.keyClicks(view.card.fields["owner"].control, "Ans")
    assert (one(context, "s1").action, one(context, "s1").owner) == ("Bellen", "Ans")
    qtbot.mouseClick(view.card.fields["attitude"].control._buttons["critical"], LEFT)
    assert one(context, "s1").attitude is Attitude.CRITICAL


def test_dragging_sets_influence_and_interest_in_one_edit(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    context = context_of(some())
    view = map_of(page_of(qtbot, context))
    box = view.map.box_of("s0")
    assert box is not None
    drag(qtbot, view.map, box.center().toPoint(), cell_of(view.map, 5, 4))
    assert scores(context, "s0") == (5, 4)
    assert wishes.said == ["Groep 0, invloed 5, belang 4."]
    context.editor.undo()
    assert scores(context, "s0") == (1, 1)


def test_a_click_without_a_drag_moves_nothing(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = map_of(page_of(qtbot, context))
    box = view.map.box_of("s0")
    assert box is not None
    qtbot.mouseClick(view.map.viewport(), LEFT, pos=box.center().toPoint() + QPoint(5, 0))
    assert not context.editor.can_undo


def test_arrows_choose_and_ctrl_arrows_move(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    page = page_of(qtbot, context)
    view = map_of(page)
    view.map.setFocus()
    assert view.map.current == "s0"
    qtbot.keyClick(view.map, Qt.Key.Key_Up)
    assert view.map.current == "s1"
    qtbot.keyClick(view.map, Qt.Key.Key_End)
    assert view.map.current == "s2"
    qtbot.keyClick(view.map, Qt.Key.Key_PageUp)
    assert view.map.current == "s1"
    qtbot.keyClick(view.map, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(view.map, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert scores(context, "s1") == (3, 2)
    for _ in range(6):
        qtbot.keyClick(view.map, Qt.Key.Key_Right, CTRL)
    assert scores(context, "s1") == (3, 5)
    qtbot.keyClicks(view.map, "groep 2")
    assert view.map.current == "s2"
    qtbot.keyClick(view.map, Qt.Key.Key_Return)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_4)
    assert scores(context, "s2") == (4, 1)


def test_the_map_is_a_list_to_assistive_technology(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = map_of(page_of(qtbot, context))
    interface = QAccessible.queryAccessibleInterface(view.map)
    assert interface.role() is QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Kaart: invloed en belang"
    assert "Volgen" in interface.text(QAccessible.Text.Description)
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert names[0] == "Groep 0, invloed 1, belang 1"
    assert len(names) == 3


def test_the_whole_picture_is_painted_whatever_the_height_was_before(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    grid = GridMap(context)
    qtbot.addWidget(grid)
    grid.resize(600, 80)
    grid.grab()
    grid.resize(600, grid.heightForWidth(600))
    picture = grid.grab().toImage()
    at = cell_of(grid, 1, 1)
    box = grid.box_of("s0")
    assert box is not None
    assert box.contains(at)
    ink = {picture.pixelColor(x, at.y()).name() for x in range(int(box.left()), int(box.right()))}
    assert len(ink) > 3  # the name on its plate, in the lowest row


def test_attitude_shows_only_when_asked_for(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    context.editor.put(("krachtenveld", "stakeholders", "s0", "attitude"), "opposed")
    view = map_of(page_of(qtbot, context))
    view.picture.open_table(True)
    figure = view.map.figure
    assert figure is not None
    assert "Houding (intern)" not in figure.twin.head
    assert view.picture.table is not None
    assert view.picture.table.columnCount() == 4
    qtbot.mouseClick(view.attitude, LEFT, pos=QPoint(10, 14))
    assert view.map.figure is not None
    assert "Houding (intern)" in view.map.figure.twin.head
    assert view.picture.table.columnCount() == 5


def test_those_in_one_full_cell_can_all_be_reached(qtbot: QtBot, context_of: Make) -> None:
    rows = [{"id": f"s{n}", "name": f"Vereniging nummer {n}", "influence": 2, "interest": 2} for n in range(30)]
    context = context_of(dossier_from_values(minimal(krachtenveld={"stakeholders": rows})))
    view = map_of(page_of(qtbot, context))
    view.map.setFocus()
    assert len(view.map.together()) == 30
    qtbot.keyClick(view.map, Qt.Key.Key_Space)
    assert view.map.current == "s1"
    qtbot.mouseClick(view.card.others[3], LEFT)
    assert view.map.current == "s4"
    assert view.card.name.text() == "Vereniging nummer 4"


# --- the rings


def test_placing_by_drag_keys_and_numbers(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = rings_of(page_of(qtbot, context))
    rings = view.rings
    rings.setFocus()
    box = rings.box_of("s1")
    assert box is not None
    end = QPoint(rings.width() // 4, rings.height() // 2)
    drag(qtbot, rings, box.center().toPoint(), end)
    place = one(context, "s1").place
    assert place is not None
    assert abs(place.x - 250) < 10
    qtbot.keyClick(rings, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(rings, Qt.Key.Key_Down, CTRL | Qt.KeyboardModifier.ShiftModifier)
    moved = one(context, "s1").place
    assert moved is not None
    assert (moved.x, moved.y) == (place.x + 20, place.y + 5)
    qtbot.keyClick(rings, Qt.Key.Key_BracketRight)
    qtbot.keyClick(rings, Qt.Key.Key_BracketRight)
    qtbot.keyClick(rings, Qt.Key.Key_BracketLeft)
    assert value_at(context.editor.dossier, ("krachtenveld", "stakeholders", "s1", "place", "degrees")) == 15
    qtbot.waitUntil(lambda: view.card.fields["place/x"].isVisibleTo(view))
    number = view.card.fields["place/x"].control
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "640")
    assert value_at(context.editor.dossier, ("krachtenveld", "stakeholders", "s1", "place", "x")) == 640
    qtbot.mouseClick(view.card.back, LEFT)
    assert one(context, "s1").place is None
    qtbot.mouseClick(view.card.place, LEFT)
    assert one(context, "s1").place is not None


def test_a_relation_by_keyboard(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = rings_of(page_of(qtbot, context))
    view.rings.setFocus()
    qtbot.keyClick(view.rings, Qt.Key.Key_R)
    assert view.card.pick.isVisibleTo(view)
    qtbot.keyClick(view.rings, Qt.Key.Key_Return)  # to itself: nothing
    assert view.rings.drawing
    qtbot.keyClick(view.rings, Qt.Key.Key_End)
    qtbot.keyClick(view.rings, Qt.Key.Key_Return)
    (made,) = context.editor.dossier.krachtenveld.relations
    assert (made.source, made.target) == ("s0", "s2")
    assert not view.card.pick.isVisibleTo(view)
    strength = next(f for f in view.relations.fields if f.field.name == "strength")
    qtbot.keyClick(strength.control, Qt.Key.Key_4)
    assert context.editor.dossier.krachtenveld.relations[0].strength == 4


def test_a_relation_by_mouse_and_by_list_and_leaving_off(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = rings_of(page_of(qtbot, context))
    view.rings.setFocus()
    qtbot.mouseClick(view.card.relate, LEFT)
    qtbot.keyClick(view.rings, Qt.Key.Key_Escape)
    assert not view.rings.drawing
    qtbot.mouseClick(view.card.relate, LEFT)
    box = view.rings.box_of("s1")
    assert box is not None
    qtbot.mouseClick(view.rings.viewport(), LEFT, pos=box.center().toPoint())
    assert [r.target for r in context.editor.dossier.krachtenveld.relations] == ["s1"]
    view.rings.setFocus()
    qtbot.mouseClick(view.card.relate, LEFT)
    view.card.other.setCurrentIndex(view.card.other.findData("s2"))
    view.card.other.activated.emit(view.card.other.currentIndex())
    assert [(r.source, r.target) for r in context.editor.dossier.krachtenveld.relations][-1] == ("s1", "s2")


def test_the_ring_is_chosen_on_the_card(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    view = rings_of(page_of(qtbot, context))
    view.rings.setFocus()
    qtbot.mouseClick(view.card.fields["participation"].control._buttons["meedoen"], LEFT)
    assert one(context, "s0").participation is Participation.MEEDOEN
    qtbot.waitUntil(lambda: "meedoen" in str(view.rings.people.index(0).data(Qt.ItemDataRole.AccessibleTextRole)))


# --- the table


def test_the_form_has_every_field_of_a_card(qtbot: QtBot, context_of: Make) -> None:
    page_of(qtbot, context_of())
    asked = {field.name.split("/")[0] for field in stakeholders().fields}
    assert asked == set(Stakeholder.model_fields) - {"id"}


def test_power_legitimacy_and_urgency_give_a_type(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    table = table_of(page_of(qtbot, context))
    assert "Nog geen type" in table.salience.text()
    for name, words in (("power", "slapend"), ("legitimacy", "dominant"), ("urgency", "beslissend")):
        field = next(f for f in table.people.fields if f.field.name == name)
        qtbot.mouseClick(field.control, LEFT, pos=QPoint(10, 14))
        qtbot.waitUntil(lambda words=words: words in table.salience.text())


def test_removing_one_takes_its_relations_along(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some(relations=[{"id": "r", "source": "s0", "target": "s1"}]))
    page = page_of(qtbot, context)
    table = table_of(page)
    table.people.remove()
    assert [s.id for s in context.editor.dossier.krachtenveld.stakeholders] == ["s1", "s2"]
    assert context.editor.dossier.krachtenveld.relations == ()
    context.editor.undo()
    assert len(context.editor.dossier.krachtenveld.relations) == 1


def test_who_is_chosen_stays_chosen_in_another_view(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some())
    page = page_of(qtbot, context)
    map_of(page).map.setFocus()
    qtbot.keyClick(map_of(page).map, Qt.Key.Key_End)
    assert rings_of(page).rings.current == "s2"
    table = table_of(page)
    assert table.people.current == "s2"
    table.people.choose("s1")
    page.open_view("kaart")
    assert map_of(page).map.current == "s1"


# --- all views


def test_every_check_row_can_be_reached(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    page = page_of(qtbot, context)
    for row in SPEC.rows(context.editor.dossier, context.editor.knowledge):
        assert page.reveal(row.path), row
        focus = page.focusWidget()
        assert focus is not None
        assert focus.isVisibleTo(page)
    assert page.reveal(("krachtenveld", "relations", "r1", "text"))
    assert not page.reveal(("partners", "partners"))


def test_an_empty_dossier_has_rows_too(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    for row in SPEC.rows(context.editor.dossier, context.editor.knowledge):
        assert page.reveal(row.path), row
    rings_of(page)


def test_who_scored_and_when(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    for name, text in (("scored_by", "kerngroep"), ("scored_on", "12-11-2026")):
        assert page.reveal(("krachtenveld", name))
        focus = page.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, text)
    held = context.editor.dossier.krachtenveld
    assert (held.scored_by, held.scored_on.isoformat() if held.scored_on else "") == ("kerngroep", "2026-11-12")


@pytest.mark.parametrize(("width", "zoom"), [(1032, 1.0), (696, 1.0), (1032, 2.0)])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_names_targets_and_room(
    qtbot: QtBot, context_of: Make, width: int, zoom: float, appearance: Appearance
) -> None:
    context = context_of(dossier_from_values(full()))
    context.look.wear(appearance, zoom)
    page = page_of(qtbot, context, width, 2400)
    map_of(page).map.setFocus()
    for view in ("kaart", "ringen", "tabel"):
        page.open_view(view)
        qtbot.wait(40)
        assert audit.unnamed(page) == []
        assert audit.small_targets(page) == []
        assert audit.rich_labels(page) == []
        assert audit.cut_off(page) == []
        assert audit.overlapping(page) == []


def test_two_hundred_show_with_room(qtbot: QtBot, context_of: Make) -> None:
    rows = [{"id": f"s{n}", "name": f"Belanghebbende {n} " * 3, "influence": 1 + n % 5, "interest": 1 + n // 40,
             "participation": "meedoen"} for n in range(200)]  # fmt: skip
    context = context_of(dossier_from_values(minimal(krachtenveld={"stakeholders": rows})))
    page = page_of(qtbot, context)
    for view in ("ringen", "tabel", "kaart"):
        page.open_view(view)
    assert known(context.editor.dossier.krachtenveld.stakeholders[0].influence) == 1
