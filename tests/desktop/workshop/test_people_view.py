"""The people of a werksessie: added, pasted, there or not, with codes; and the rule, fixed before the first round."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.workshop.people_changes import MOST_PEOPLE, added, changed, pasted, put_back, removed, with_codes
from desktop.workshop.people_view import PeopleView
from models.knowledge import Knowledge
from models.workshop.codes import is_code
from models.workshop.records import ConsensusKind, Participant, SubjectKind, Workshop
from tests.desktop.workshop.stands import Held, held_stand, settle, shown, subject_of, vote_round
from tests.wizards.audit import cut_off, rich_labels, small_targets, unnamed
from wizards.look.look import Look
from wizards.look.tokens import Appearance


@pytest.fixture
def held(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Held]:
    with held_stand(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(held: Held, qtbot: QtBot) -> PeopleView:
    made = PeopleView(held.stand)
    qtbot.addWidget(made)
    shown(made)
    return made


def people(held: Held) -> tuple[Participant, ...]:
    workshop = held.desk.workshop
    assert workshop is not None
    return workshop.participants


# --- pure changes


def test_lines_of_a_spreadsheet_become_people() -> None:
    partners, roles = {"p1": "Lindervoort", "p2": "Waterambt"}, ("raadslid", "ambtenaar")
    text = "Anke\n\n Bram ; gemeente Lindervoort; Raadslid\nCarla\twaterambt\nDaan; Elders; ambtenaar\n; ;"
    rows = pasted(text, partners, roles)
    assert [(one.name, one.partner, one.role) for one in rows] == [
        ("Anke", None, ""),
        ("Bram", "p1", "raadslid"),
        ("Carla", "p2", ""),
        ("Daan", None, "Elders, ambtenaar"),
    ]
    assert len({one.id for one in rows}) == 4 and not any(one.named for one in rows)


def test_a_partner_has_one_woordvoerder() -> None:
    rows = tuple(Participant(id=f"d{n}", partner="p1", spokesperson=n == 1) for n in (1, 2))
    workshop = changed(Workshop(id="w", participants=rows), "d2", spokesperson=True)
    assert [one.spokesperson for one in workshop.participants] == [False, True]
    moved = changed(workshop, "d2", partner=None)
    assert not any(one.spokesperson for one in moved.participants)
    assert changed(workshop, "gone", name="x") == workshop


def test_who_was_removed_comes_back_where_they_were() -> None:
    rows = tuple(Participant(id=f"d{n}", partner="p1", spokesperson=n == 2) for n in (1, 2, 3))
    workshop = Workshop(id="w", participants=rows)
    without = changed(removed(workshop, "d2"), "d1", spokesperson=True)
    back = put_back(without, rows[1], 1)
    assert [one.id for one in back.participants] == ["d1", "d2", "d3"]
    assert [one.spokesperson for one in back.participants] == [False, True, False]
    assert put_back(back, rows[1], 0) == back


def test_there_is_room_for_so_many() -> None:
    crowd = tuple(Participant(id=f"d{n}") for n in range(MOST_PEOPLE + 5))
    assert len(added(Workshop(id="w"), crowd).participants) == MOST_PEOPLE


def test_codes_are_for_those_without_or_new_for_all() -> None:
    rows = (Participant(id="d1", code="OUDE"), Participant(id="d2"))
    some = with_codes(Workshop(id="w", participants=rows), Random(1), everybody=False).participants
    assert some[0].code == "OUDE" and is_code(some[1].code)
    every = with_codes(Workshop(id="w", participants=some), Random(2), everybody=True).participants
    assert len({one.code for one in (*some, *every)}) == 4 and all(is_code(one.code) for one in every)


# --- on screen


def test_enter_adds_the_next_one(view: PeopleView, held: Held) -> None:
    view.add.partner.show_value("waterambt")
    view.add.role.show_value("ambtenaar")
    for name in ("Olga", "Piet"):
        QTest.keyClicks(view.add.name, name)
        QTest.keyClick(view.add.name, Qt.Key.Key_Return)
    QTest.keyClick(view.add.name, Qt.Key.Key_Return)
    assert [(one.name, one.partner, one.role) for one in people(held)[14:]] == [
        ("Olga", "waterambt", "ambtenaar"),
        ("Piet", "waterambt", "ambtenaar"),
    ]
    assert view.add.name.text() == "" and view.person.name.text() == "Piet"
    assert view.attendance.text() == "16 van 16 deelnemers aanwezig"


def test_a_list_is_pasted(view: PeopleView, held: Held) -> None:
    view.add.several.click()
    view.add.lines.setPlainText("Olga; Heidebroek; raadslid\nPiet")
    view.add.take.click()
    assert [one.name for one in people(held)[14:]] == ["Olga", "Piet"]
    assert people(held)[14].partner == "heidebroek" and view.add.paste.isHidden()
    assert held.wishes.said == ["2 deelnemers toegevoegd. Daarvan 1 zonder partner."]
    assert view.add.name.hasFocus()


def test_space_and_a_click_note_who_is_there(view: PeopleView, held: Held) -> None:
    view.list.choose("d2")
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    assert not people(held)[1].present
    box = view.list.visualRect(view.list.model().index(0, 0))
    where = box.topLeft()
    where.setX(box.left() + 16)
    where.setY(box.center().y())
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not people(held)[0].present and people(held)[2].present
    assert view.attendance.text() == "12 van 14 deelnemers aanwezig"
    told = view.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Anke Bosman, Lindervoort, raadslid, woordvoerder, afwezig"


def test_a_person_is_described(view: PeopleView, held: Held) -> None:
    view.list.choose("d4")
    card = view.person
    assert not people(held)[3].named and not card.named.isChecked()
    card.name.setFocus()
    QTest.keyClicks(card.name, " jr")
    card.named.click()
    card.speaks.click()
    assert people(held)[3].name == "Daan Meijer jr" and people(held)[3].named
    assert [one.id for one in people(held) if one.spokesperson and one.partner == "lindervoort"] == ["d4"]
    card.role.show_value("anders")
    card.role.edited.emit("anders")
    assert card.other.isVisibleTo(view) and people(held)[3].role == ""
    QTest.keyClicks(card.other, "griffier")
    assert people(held)[3].role == "griffier" and card.role.is_other
    card.partner.show_value("")
    card.partner.edited.emit("")
    assert people(held)[3].partner is None and not people(held)[3].spokesperson
    assert not card.speaks.isVisibleTo(view)


def test_delete_removes_with_a_way_back(view: PeopleView, held: Held) -> None:
    before = people(held)
    view.list.choose("d2")
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert [one.id for one in people(held)][:2] == ["d1", "d3"] and view.list.current == "d3"
    assert view.undone.words.text() == "Bram de Wit is verwijderd."
    view.undone.button.click()
    assert people(held) == before and view.list.current == "d2"


def test_half_typed_text_scroll_and_focus_stay_when_something_changes(view: PeopleView, held: Held) -> None:
    view.activateWindow()
    view.add.name.setFocus()
    QTest.keyClicks(view.add.name, "Olg")
    view.workshop.day.setText("31 febr")
    view.workshop.day.edited.emit("31 febr")
    bar = view.list.verticalScrollBar()
    view.list.choose("d3")
    bar.setValue(bar.maximum())
    held.desk.update(lambda workshop: changed(workshop, "d1", name="Anders"))
    assert view.add.name.text() == "Olg" and view.add.name.hasFocus()
    assert view.workshop.day.text() == "31 febr"
    assert bar.value() == bar.maximum() > 0 and view.list.current == "d3"


def test_the_werksessie_has_a_name_a_day_and_an_aim(view: PeopleView, held: Held) -> None:
    card = view.workshop
    for control, text in ((card.name, "Raad en college"), (card.place, "Stadhuis")):
        control.clear()
        QTest.keyClicks(control, text)
    card.aim.setPlainText("Een vorm kiezen")
    card.day.setFocus()
    card.day.selectAll()
    QTest.keyClicks(card.day, "overmorgen")
    card.place.setFocus()
    card.day.left.emit()
    assert not card.wrong.isHidden() and card.day.text() == "overmorgen"
    card.day.selectAll()
    QTest.keyClicks(card.day, "5-3-2027")
    card.day.left.emit()
    workshop = held.desk.workshop
    assert workshop is not None and card.wrong.isHidden()
    assert (workshop.name, workshop.place, workshop.aim) == ("Raad en college", "Stadhuis", "Een vorm kiezen")
    assert str(workshop.held_on) == "2027-03-05" and card.day.text() == "5 maart 2027".replace("5 ", "5\u00a0")


def test_codes_are_made_shown_and_asked_for(view: PeopleView, held: Held, qtbot: QtBot) -> None:
    assert view.codes.sheets.isHidden()
    view.codes.make.click()
    codes = [one.code for one in people(held)]
    assert all(is_code(code) for code in codes) and len(set(codes)) == 14
    view.list.choose("d1")
    assert view.person.code.text() == f"Code op papier: {codes[0]}"
    with qtbot.waitSignal(view.sheets_wanted):
        view.codes.sheets.click()
    view.codes.again.click()
    view.codes.keep.click()
    assert [one.code for one in people(held)] == codes
    view.codes.again.click()
    view.codes.renew.click()
    assert not set(codes) & {one.code for one in people(held)}


def test_the_rule_is_chosen_before_the_first_round_and_told_after(view: PeopleView, held: Held) -> None:
    view.rule.kind.chosen.emit(ConsensusKind.NEAR_MEDIAN.value)
    view.rule.share.chosen.emit("70")
    workshop = held.desk.workshop
    assert workshop is not None and workshop.rule.percentage == 70
    assert "70%" in view.rule.words.text() and view.rule.choices.isVisibleTo(view)
    held.desk.open_round(subject_of(held, SubjectKind.SCORE))
    assert not view.rule.choices.isVisibleTo(view) and view.rule.state.text().startswith("Vast sinds ronde 1.")
    held.desk.drop_round()
    assert view.rule.choices.isVisibleTo(view)
    vote_round(held, subject_of(held, SubjectKind.SCORE), (3,) * 6)
    assert not view.rule.choices.isVisibleTo(view)


def test_without_a_werksessie_or_people_it_says_so(
    tmp_path: Path, look: Look, knowledge: Knowledge, qtbot: QtBot
) -> None:
    with held_stand(tmp_path, look, knowledge, people=0) as held:
        view = PeopleView(held.stand)
        qtbot.addWidget(view)
        shown(view)
        assert not view.sides.isVisible()
        held.desk.begin()
        assert view.sides.isVisible() and view.empty.isVisible() and not view.list.isVisible()


@pytest.mark.parametrize(("size", "zoom"), [((1280, 620), 1.0), ((980, 480), 1.0), ((1280, 620), 2.0)])
def test_it_can_be_read_and_reached(
    held: Held, look: Look, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float
) -> None:
    look.wear(zoom=zoom)
    look.apply_to(qapp)
    view = PeopleView(held.stand)
    qtbot.addWidget(view)
    shown(view, size)
    view.list.choose("d2")
    view.codes.make.click()
    view.remove()
    settle()
    assert unnamed(view) == [] and small_targets(view) == [] and rich_labels(view) == [] and cut_off(view) == []
    look.wear(Appearance.DARK)
    assert not view.grab().isNull()


def test_the_rule_comes_in_sight_when_asked(view: PeopleView, held: Held) -> None:
    view.list.choose("d2")
    view.show_rule()
    settle()
    top = view.rule.mapTo(view.sides.detail.viewport(), view.rule.rect().topLeft()).y()
    assert 0 <= top < view.sides.detail.viewport().height() and view.rule.isAncestorOf(view.focusWidget())


def test_the_middle_half_is_explained_where_it_decides(view: PeopleView, held: Held) -> None:
    assert view.rule.half.isVisible() and "laagste en het hoogste kwart" in view.rule.half.text()
    view.rule._set(kind=ConsensusKind.NEAR_MEDIAN)
    assert not view.rule.half.isVisible()
