"""Voting: open a round, the three ways to answer, close or drop it; own lists to put dots on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.people_changes import added
from desktop.workshop.vote_lists import options_of
from desktop.workshop.vote_pages import all_subjects
from desktop.workshop.vote_view import VoteView
from models.knowledge import Knowledge
from models.workshop.codes import new_codes
from models.workshop.pages import Asked, Counted, Listed, Words
from models.workshop.records import DotOption, Participant, SubjectKind, Vote
from tests.desktop.workshop.stands import DOTS, Held, coded, held_stand, open_on, settle, shown, subject_of, vote_round
from tests.wizards.audit import cut_off, rich_labels, small_targets, unnamed
from wizards.look.look import Look


@pytest.fixture
def held(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Held]:
    with held_stand(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(held: Held, qtbot: QtBot) -> VoteView:
    made = VoteView(held.stand)
    qtbot.addWidget(made)
    shown(made)
    return made


# --- subjects


def test_subjects_stand_by_kind_with_what_happened(view: VoteView, held: Held) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), (1, 1, 1, 5, 5, 5))
    vote_round(held, subject_of(held, SubjectKind.SCORE), (3, 3, 3, 3, 3, 4))
    rows = view.subjects.model.rows
    heads = [row.text for row in rows if row.subject is None]
    assert heads == ["Stellingen", "Hoe zwaar telt het", "Factoren", "Belanghebbenden", "Stippen geven"]
    assert rows[1].state == "ronde 2 gesloten, eens" and rows[2].state == "nog geen ronde"
    assert len([row for row in rows if row.subject is not None]) == len(all_subjects(held.stand))


def test_the_search_finds_and_keeps_the_choice(view: VoteView, held: Held) -> None:
    key = subject_of(held, SubjectKind.SCORE).key
    view.show_subject(key)
    QTest.keyClicks(view.subjects.search, "kansen")
    assert [row.text for row in view.subjects.model.rows] == ["Stippen geven", "Kansen"]
    subject = view.subjects.subject
    assert subject is not None and subject.key == key
    view.subjects.search.clear()
    QTest.keyClicks(view.subjects.search, "zzz")
    assert view.subjects.model.rows == () and view.subjects.nothing.isVisible()
    view.show_subject(key)
    assert view.subjects.search.text() == "" and view.subjects.list.currentIndex().isValid()


def test_nobody_can_vote_before_there_are_people(
    tmp_path: Path, look: Look, knowledge: Knowledge, qtbot: QtBot
) -> None:
    with held_stand(tmp_path, look, knowledge, people=0) as held:
        view = VoteView(held.stand)
        qtbot.addWidget(view)
        shown(view)
        assert view.nobody.isVisible() and not view.card.isVisible()
        held.desk.begin()
        view.show_subject(subject_of(held, SubjectKind.SCORE).key)
        view.open_button.click()
        assert held.desk.polling is None and view.wrong.isVisible()


# --- a round


def test_opening_shows_the_question_to_the_room_with_a_live_count(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    page = held.room.pages[-1]
    assert isinstance(page, Asked) and (page.done, page.expected) == (0, 14)
    assert held.stand.direction.name == "Vraag van ronde 1"
    held.desk.vote("d2", Vote(value=5))
    page = held.room.pages[-1]
    assert isinstance(page, Asked) and page.done == 1
    assert view.count.text() == "1 van 14 klaar"
    texts = [view.done.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert texts == ["Anke Bosman, nog niet", "Bram de Wit, klaar"]
    assert not view.later.isVisible()
    late = Participant(id="late", name="Te laat")
    held.desk.update(lambda workshop: added(workshop, (late,)))
    assert view.later.isVisible()


def test_closing_asks_once_in_place_and_shows_the_outcome(view: VoteView, held: Held, qtbot: QtBot) -> None:
    open_on(view, held, SubjectKind.SCORE)
    for number in range(1, 14):
        held.desk.vote(f"d{number}", Vote(value=4))
    view.round.close_button.click()
    assert held.desk.polling is not None and view.round.asked.text() == "1 deelnemer is nog niet klaar."
    view.round.stay.click()
    assert not view.round.question.isVisible()
    view.round.close_button.click()
    with qtbot.waitSignal(view.outcome_wanted) as told:
        view.round.sure.click()
    assert held.desk.polling is None and told.args == [subject_of(held, SubjectKind.SCORE).key]
    page = held.room.pages[-1]
    assert isinstance(page, Counted) and page.answers.startswith("13 antwoorden van 14 ")
    assert view.card.isVisible() and view.open_button.words == "Open ronde 2"


def test_with_everybody_done_it_closes_at_once(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    for number in range(1, 15):
        held.desk.vote(f"d{number}", Vote())
    view.round.close_button.click()
    assert held.desk.polling is None


def test_a_round_is_dropped_after_a_question(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    held.desk.vote("d1", Vote(value=2))
    view.round.drop_button.click()
    assert held.desk.polling is not None
    view.round.sure.click()
    session = held.desk.session
    assert held.desk.polling is None and session is not None and session.rounds == ()
    assert isinstance(held.room.pages[-1], Words)


def test_after_three_rounds_there_is_none(view: VoteView, held: Held) -> None:
    subject = subject_of(held, SubjectKind.SCORE)
    for _ in range(3):
        vote_round(held, subject, (1, 2, 3, 4, 5))
    view.show_subject(subject.key)
    assert not view.open_button.isVisible() and view.look_button.isVisible()


# --- hands


def test_hands_are_counted_per_partner_and_wiped(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    view.round._show_way("hands")
    form = view.round.hands
    form.partner.show_value("waterambt")
    QTest.keyClicks(form.counts.fields["4"], "3")
    QTest.keyClick(form.counts.fields["4"], Qt.Key.Key_Return)
    QTest.keyClicks(form.counts.fields["none"], "2")
    QTest.keyClick(form.counts.fields["none"], Qt.Key.Key_Return)
    assert form.message.text() == "5 handen vastgelegd voor Waterambt."
    assert all(field.text() == "" and not field.isUndoAvailable() for field in form.counts.fields.values())
    assert view.count.text() == "5 van 14 klaar" and view.hands.text() == "Daarvan 5 met de hand omhoog."
    QTest.keyClicks(form.counts.fields["1"], "4")
    form.button.click()
    assert view.count.text() == "4 van 14 klaar"
    round_ = held.desk.close_round()
    assert (round_.n, round_.abstained) == (4, 0)


@pytest.mark.parametrize(("typed", "said"), [("", "ten minste"), ("x", "hele getallen"), ("15", "meer handen")])
def test_a_wrong_count_is_said_and_counts_for_nothing(view: VoteView, held: Held, typed: str, said: str) -> None:
    open_on(view, held, SubjectKind.SCORE)
    view.round._show_way("hands")
    form = view.round.hands
    QTest.keyClicks(form.counts.fields["2"], typed)
    form.button.click()
    assert said in form.message.text() and view.count.text() == "0 van 14 klaar"


def test_half_typed_hands_stay_while_others_answer(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    view.round._show_way("hands")
    field = view.round.hands.counts.fields["2"]
    field.setFocus()
    QTest.keyClicks(field, "3")
    held.desk.vote("d1", Vote(value=1))
    assert field.text() == "3" and view.round.hands.counts.fields["2"] is field
    held.desk.drop_round()
    open_on(view, held, SubjectKind.SCORE)
    assert all(one.text() == "" for one in view.round.hands.counts.fields.values())


# --- codes


def test_where_the_room_looks_on_no_answer_can_be_read_beside_its_code(view: VoteView, held: Held) -> None:
    codes = coded(held)
    open_on(view, held, SubjectKind.IMPORTANCE)
    view.round._show_way("codes")
    form = view.round.codes
    form.code.setText(codes[0])
    pictures = []
    for hidden in (False, True):
        held.stand.privacy.hide(hidden)
        for answer in ("3", "9"):
            form.answer.setText(answer)
            settle()
            pictures.append(form.answer.grab().toImage())
    assert pictures[0] != pictures[1] and pictures[2] == pictures[3]
    form.answer.forget()
    held.stand.privacy.hide(False)


def type_code(view: VoteView, code: str, answer: str) -> None:
    form = view.round.codes
    form.code.setFocus()
    QTest.keyClicks(form.code, code)
    QTest.keyClick(form.code, Qt.Key.Key_Return)
    QTest.keyClicks(form.answer, answer)
    QTest.keyClick(form.answer, Qt.Key.Key_Return)


def test_codes_are_typed_over_one_after_the_other(view: VoteView, held: Held) -> None:
    codes = coded(held)
    open_on(view, held, SubjectKind.IMPORTANCE)
    view.round._show_way("codes")
    form = view.round.codes
    type_code(view, codes[0].lower(), "10")
    assert form.message.text() == f"Code {codes[0]}: antwoord vastgelegd."
    assert form.answer.text() == "" and form.code.text() == "" and not form.answer.isUndoAvailable()
    type_code(view, f"{codes[0][:2]} {codes[0][2:]}", "9")
    assert form.message.text() == f"Code {codes[0]}: antwoord vervangen."
    QTest.keyClicks(form.code, codes[1])
    form.none.click()
    assert view.count.text() == "2 van 14 klaar"
    round_ = held.desk.close_round()
    assert (round_.n, round_.abstained) == (1, 1)


def test_a_wrong_code_or_answer_is_said_in_words_and_the_answer_is_gone(view: VoteView, held: Held) -> None:
    codes = coded(held)
    open_on(view, held, SubjectKind.SCORE)
    view.round._show_way("codes")
    form = view.round.codes
    wrong = codes[0][:3] + ("A" if codes[0][3] != "A" else "B")
    type_code(view, wrong, "4")
    assert form.message.text().startswith("Deze code klopt niet") and form.answer.text() == ""
    form.code.setText("")
    from random import Random

    type_code(view, new_codes(1, codes, Random(9))[0], "4")
    assert form.message.text().startswith("Deze code hoort niet")
    form.code.setText("")
    for answer in ("6", "0", "x", ""):
        type_code(view, codes[0], answer)
        assert form.message.text() == "Vul een getal in van 1 tot en met 5." and form.answer.text() == ""
        form.code.setText("")
    assert view.count.text() == "0 van 14 klaar"


def test_dots_come_from_paper_too(view: VoteView, held: Held) -> None:
    codes = coded(held)
    open_on(view, held, SubjectKind.DOTS)
    assert isinstance(held.room.pages[-1], Listed)
    view.round._show_way("codes")
    form = view.round.codes
    assert not form.answer.isVisible() and list(form.dots.fields) == ["o0", "o1", "o2", "o3"]
    QTest.keyClicks(form.code, codes[0])
    QTest.keyClicks(form.dots.fields["o0"], "6")
    form.button.click()
    assert "1 tot en met 5 stippen" in form.message.text() and form.dots.fields["o0"].text() == ""
    QTest.keyClicks(form.dots.fields["o1"], "3")
    form.button.click()
    assert view.count.text() == "1 van 14 klaar"
    view.round._show_way("hands")
    assert not view.round.hands.counts.isVisible() and "handen" in view.round.hands.why.text()


# --- own lists


def test_a_list_of_your_own(view: VoteView, held: Held) -> None:
    view.new_list.make("")
    form = view.list_form
    view.open_button.click()
    assert held.desk.polling is None and view.wrong.isVisible()
    QTest.keyClicks(form.name, "Wat eerst?")
    form.options.setPlainText("Salaris\n\n Inkoop \nICT")
    form.dots.chosen.emit("4")
    workshop = held.desk.workshop
    assert workshop is not None
    made = workshop.dot_lists[-1]
    assert (made.title, made.dots) == ("Wat eerst?", 4)
    assert [option.text for option in made.options] == ["Salaris", "Inkoop", "ICT"]
    assert form.options.toPlainText() == "Salaris\n\n Inkoop \nICT"
    view.open_button.click()
    held.desk.close_round()
    assert not form.name.isVisible() and form.fixed.isVisible()


def test_a_list_is_removed_with_a_way_back(view: VoteView, held: Held) -> None:
    view.show_subject(DOTS.key)
    view.list_form.remove.click()
    workshop = held.desk.workshop
    assert workshop is not None and workshop.dot_lists == ()
    view.undone.button.click()
    workshop = held.desk.workshop
    assert workshop is not None and workshop.dot_lists == (DOTS,) and view.list_form.isVisible()


def test_an_option_whose_words_stay_keeps_its_id() -> None:
    before = (DotOption(id="a", text="Een"), DotOption(id="b", text="Twee"))
    made = options_of("Nul\nTwee\nTwee\n", before)
    assert made[1].id == "b" and len({option.id for option in made}) == 3 and made[0].id not in {"a", "b"}


# --- all of it


@pytest.mark.parametrize("way", ["pass", "codes", "hands"])
@pytest.mark.parametrize(("size", "zoom"), [((1280, 620), 1.0), ((980, 480), 1.0), ((1280, 620), 2.0)])
def test_it_can_be_read_and_reached(
    held: Held, look: Look, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float, way: str
) -> None:
    look.wear(zoom=zoom)
    look.apply_to(qapp)
    view = VoteView(held.stand)
    qtbot.addWidget(view)
    shown(view, size)
    view.show_subject(DOTS.key)
    view.new_list._open(on=True)
    settle()
    assert faults(view) == []
    open_on(view, held, SubjectKind.IMPORTANCE)
    view.round.way.choose(way)
    view.round._show_way(way)
    view.round.close_round()
    view.round.codes.take()
    view.round.hands.count()
    settle()
    assert faults(view) == []


def faults(view: QWidget) -> list[str]:
    return [*unnamed(view), *small_targets(view), *rich_labels(view), *cut_off(view)]
