"""Voting without a dead end: what is at hand, when to close, hands that can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.workshop.vote_pages import all_subjects
from desktop.workshop.vote_view import VoteView
from models.knowledge import Knowledge
from models.workshop.records import SubjectKind, Vote
from tests.desktop.workshop.stands import Held, coded, held_stand, open_on, settle, shown, subject_of, vote_round
from wizards.look.look import Look
from wizards.widgets.buttons import Button


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


def test_the_first_subject_without_a_round_is_at_hand(
    tmp_path: Path, look: Look, knowledge: Knowledge, qtbot: QtBot
) -> None:
    with held_stand(tmp_path, look, knowledge) as held:
        first, second = [one for one in all_subjects(held.stand) if one.kind is SubjectKind.SCORE][:2]
        vote_round(held, first, (3,) * 6)
        view = VoteView(held.stand)
        qtbot.addWidget(view)
        shown(view)
        assert view.subjects.subject == second and view.card.isVisible() and not view.choose.isVisible()


def test_the_rule_is_told_before_the_first_round_only(view: VoteView, held: Held, qtbot: QtBot) -> None:
    view.show_subject(subject_of(held, SubjectKind.SCORE).key)
    assert view.rule.isVisible() and view.rule_words.text().startswith("De afspraak: eens bij 1 punt verschil.")
    with qtbot.waitSignal(view.rule_wanted):
        view.rule.findChildren(Button)[0].click()
    vote_round(held, subject_of(held, SubjectKind.SCORE), (3,) * 6)
    assert not view.rule.isVisible()


def test_what_closes_a_round_stands_above_the_people(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    settle()
    assert view.round.end.geometry().bottom() < view.done.geometry().top()


def test_when_everybody_is_done_that_is_said(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    for number in range(1, 15):
        assert not view.everybody.isVisible()
        held.desk.vote(f"d{number}", Vote())
    assert view.everybody.isVisible() and view.everybody.text() == "Iedereen is klaar. Sluit de ronde."


def test_after_a_dropped_round_one_goes_on_where_one_was(view: VoteView, held: Held) -> None:
    open_on(view, held, SubjectKind.SCORE)
    view.round.drop_button.click()
    view.round.sure.click()
    assert view.open_button.hasFocus()


def test_raised_hands_are_nobodys_and_can_be_taken_back(view: VoteView, held: Held) -> None:
    codes = coded(held)
    open_on(view, held, SubjectKind.SCORE)
    view.round._show_way("hands")
    form = view.round.hands
    assert not form.wipe.isVisible()
    QTest.keyClicks(form.counts.fields["4"], "14")
    form.button.click()
    first = view.done.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Anke Bosman, niet op naam"
    typed = view.round.codes
    typed.code.setText(codes[0])
    typed.answer.setText("4")
    typed.take()
    assert "Iedereen heeft al geantwoord" in typed.message.text() and view.count.text() == "14 van 14 klaar"
    form.wipe.click()
    assert view.count.text() == "0 van 14 klaar" and "gewist" in form.message.text() and not form.wipe.isVisible()
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Anke Bosman, nog niet"
