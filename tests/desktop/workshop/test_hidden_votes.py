"""A vote of an open round is in no text, name, model, page, pixel or log before the round is closed.

Two werksessies that differ in their votes only must look the same in every way; and planted values are nowhere.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.outcome_view import OutcomeView
from desktop.workshop.pass_on import PassOn
from desktop.workshop.pass_on_scale import BigDots, BigScale
from desktop.workshop.people_changes import changed
from desktop.workshop.people_view import PeopleView
from desktop.workshop.vote_pages import all_subjects
from desktop.workshop.vote_view import VoteView
from models.knowledge import Knowledge
from models.storage.library import Library
from models.workshop.codes import new_codes
from models.workshop.records import Subject, SubjectKind, Vote
from tests.desktop.workshop.hidden import texts_of
from tests.desktop.workshop.stands import Held, held_stand, settle, shown, subject_of, vote_round
from wizards.look.look import Look

PLANTED, OTHER = 9, 2
"""What people give in the one werksessie and in the other."""
CODES = new_codes(14, (), Random(5))


class Seen(NamedTuple):
    """All that one can see, hear or find."""

    texts: dict[str, list[str]]
    pages: list[object]
    images: dict[str, QImage]
    logged: list[str]
    said: list[str]


@pytest.fixture(autouse=True)
def still_cursor(qapp: QApplication) -> Iterator[None]:
    """A cursor that blinks makes two pictures differ."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def by_screen(view: VoteView, held: Held, subject: Subject, value: int) -> PassOn:
    """Answers in all three ways, as people give them; the page that went round."""
    page = PassOn(held.stand)
    shown(page, (1280, 720))
    for person in ("d1", "d2", "d3"):
        page.ask(person)
        if isinstance(page.scale, BigScale):
            page.scale._choose(value)
        elif isinstance(page.scale, BigDots):
            for _ in range(value % 6):
                page.scale._options[f"o{value % 4}"].more.click()
        page.ready.click()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    codes = view.round.codes
    view.round._show_way("codes")
    for code in CODES[3:6]:
        QTest.keyClicks(codes.code, code)
        if subject.kind is SubjectKind.DOTS:
            QTest.keyClicks(codes.dots.fields[f"o{value % 4}"], str(value % 6))
        else:
            QTest.keyClicks(codes.answer, str(value))
        codes.button.click()
    if subject.kind is not SubjectKind.DOTS:
        view.round._show_way("hands")
        QTest.keyClicks(view.round.hands.counts.fields[str(value)], "4")
        view.round.hands.button.click()
    return page


def look_at(
    tmp_path: Path,
    look: Look,
    knowledge: Knowledge,
    caplog: pytest.LogCaptureFixture,
    kind: SubjectKind,
    value: int,
    then: Callable[[VoteView], None] | None = None,
) -> Seen:
    caplog.clear()
    with ExitStack() as stack:
        held = stack.enter_context(held_stand(tmp_path / str(value), look, knowledge))
        for number, code in enumerate(CODES, 1):
            held.desk.update(lambda w, number=number, code=code: changed(w, f"d{number}", code=code))
        subject = subject_of(held, kind)
        if kind is not SubjectKind.DOTS:
            vote_round(held, subject, (1, 2, 3, 4, 5, 1, 2))
        views: dict[str, QWidget] = {
            "people": PeopleView(held.stand),
            "vote": VoteView(held.stand),
            "outcome": OutcomeView(held.stand),
        }
        for view in views.values():
            shown(view)
        vote = views["vote"]
        assert isinstance(vote, VoteView)
        vote.show_subject(subject.key)
        vote.open_round()
        views["pass"] = by_screen(vote, held, subject, value)
        if then is not None:
            then(vote)
        settle()
        polling = held.desk.polling
        assert polling is not None and polling.answered == (6 if kind is SubjectKind.DOTS else 10)
        seen = Seen(
            {name: texts_of(view) for name, view in views.items()},
            list(held.room.pages),
            {name: view.grab().toImage() for name, view in views.items()},
            [record.getMessage() for record in caplog.records],
            list(held.wishes.said),
        )
        for view in views.values():
            view.close()
            view.deleteLater()
        settle()
        return seen


@pytest.mark.parametrize("kind", [SubjectKind.IMPORTANCE, SubjectKind.DOTS])
def test_two_werksessies_with_other_votes_look_the_same(
    tmp_path: Path, look: Look, knowledge: Knowledge, caplog: pytest.LogCaptureFixture, kind: SubjectKind
) -> None:
    Library.open(tmp_path / "eerst.db").close()  # the first of a process tells what it loads
    caplog.set_level(logging.DEBUG)
    QGuiApplication.clipboard().setText("van tevoren")
    one = look_at(tmp_path, look, knowledge, caplog, kind, PLANTED)
    other = look_at(tmp_path, look, knowledge, caplog, kind, OTHER)
    assert one.texts == other.texts
    assert one.pages == other.pages and len(one.pages) > 5
    assert one.logged == other.logged and one.said == other.said
    for name, image in one.images.items():
        assert image == other.images[name], name
    assert QGuiApplication.clipboard().text() == "van tevoren"


def test_the_looking_would_see_a_vote(
    tmp_path: Path, look: Look, knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    """The same comparison fails on one digit that stays in a field, in texts and in pixels."""

    def leak(view: VoteView) -> None:
        view.round.hands.counts.fields["5"].setText("7")

    kind = SubjectKind.IMPORTANCE
    one = look_at(tmp_path / "a", look, knowledge, caplog, kind, OTHER)
    other = look_at(tmp_path / "b", look, knowledge, caplog, kind, OTHER, leak)
    assert one.texts["people"] == other.texts["people"] and one.texts["vote"] != other.texts["vote"]
    assert one.images["people"] == other.images["people"] and one.images["vote"] != other.images["vote"]


def test_planted_values_are_nowhere(
    tmp_path: Path, look: Look, knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    seen = look_at(tmp_path, look, knowledge, caplog, SubjectKind.IMPORTANCE, PLANTED)
    found = [
        text
        for name, texts in seen.texts.items()
        for text in texts
        if str(PLANTED) in text and not (name in {"vote", "outcome"} and text == str(PLANTED)) and text != "90%"
    ]
    # The scale itself has that number, as the name of a field or a pill that nobody chose; so has the rule.
    assert found == []
    assert not any(f"'{PLANTED}'" in str(page) or f"={PLANTED}," in str(page) for page in seen.pages)
    assert not any(str(PLANTED) in line for line in seen.logged)


def test_a_crash_or_a_refusal_names_no_vote(held: Held) -> None:
    subject = subject_of(held, SubjectKind.IMPORTANCE)
    held.desk.open_round(subject)
    for refuse in (
        lambda: held.desk.vote("nobody", Vote(value=PLANTED)),
        lambda: held.desk.vote("d1", Vote(dots={"o0": PLANTED})),
        lambda: held.desk.count_hands(None, {PLANTED: 99}),
        lambda: held.desk.open_round(subject),
    ):
        with pytest.raises(ValueError) as told:
            refuse()
        assert str(PLANTED) not in str(told.value)


@pytest.fixture
def held(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Held]:
    with held_stand(tmp_path, look, knowledge) as made:
        yield made


def test_other_subjects_tell_nothing_while_a_round_is_open(held: Held, qtbot: QtBot) -> None:
    subject = all_subjects(held.stand)[0]
    vote_round(held, subject, (3,) * 6)
    view = OutcomeView(held.stand)
    qtbot.addWidget(view)
    shown(view)
    view.show_subject(subject.key)
    before = texts_of(view.rounds) + texts_of(view.partners) + texts_of(view.decision)
    held.desk.open_round(subject)
    for number in range(1, 8):
        held.desk.vote(f"d{number}", Vote(value=1))
    assert texts_of(view.rounds) + texts_of(view.partners) + texts_of(view.decision) == before
