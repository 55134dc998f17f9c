"""The laptop goes round: nothing that somebody gave stays on the screen, in a name or on the clipboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.workshop.pass_on import PassOn
from desktop.workshop.pass_on_scale import BigDots, BigScale
from desktop.workshop.people_changes import changed
from desktop.workshop.vote_view import VoteView
from models.knowledge import Knowledge
from models.workshop.records import SubjectKind, Vote
from tests.desktop.workshop.hidden import texts_of
from tests.desktop.workshop.stands import Held, held_stand, settle, shown, subject_of, vote_round
from tests.wizards.audit import cut_off, rich_labels, small_targets, unnamed
from wizards.look.look import Look
from wizards.look.tokens import Appearance


@pytest.fixture
def held(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Held]:
    with held_stand(tmp_path, look, knowledge) as made:
        yield made


def page(held: Held, qtbot: QtBot, kind: SubjectKind = SubjectKind.SCORE) -> PassOn:
    held.desk.open_round(subject_of(held, kind))
    made = PassOn(held.stand)
    qtbot.addWidget(made)
    shown(made, (1280, 720))
    return made


def focus(made: PassOn) -> QWidget:
    found = made.focusWidget()
    assert found is not None
    return found


def name(made: PassOn, key: str) -> QWidget:
    return made._names[key]


def scale(made: PassOn) -> BigScale:
    assert isinstance(made.scale, BigScale)
    return made.scale


def test_those_who_are_there_can_choose_their_name(held: Held, qtbot: QtBot) -> None:
    held.desk.update(lambda workshop: changed(workshop, "d3", present=False))
    made = page(held, qtbot)
    assert len(made._names) == 13 and "d3" not in made._names
    held.desk.vote("d2", Vote(value=4))
    assert name(made, "d2").accessibleName() == "Bram de Wit, klaar"
    assert name(made, "d1").accessibleName() == "Anke Bosman"


def test_an_answer_from_the_keyboard_alone(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    made.show_who()
    QTest.keyClick(focus(made), Qt.Key.Key_F)
    assert focus(made) is name(made, "d6")
    QTest.keyClick(focus(made), Qt.Key.Key_Return)
    assert made.pages.currentWidget() is made.question and scale(made).value is None
    QTest.keyClick(focus(made), Qt.Key.Key_Return)
    assert made.message.text() == "Kies eerst een antwoord, of kies Geen antwoord."
    QTest.keyClick(focus(made), Qt.Key.Key_3)
    assert scale(made).value == 3
    QTest.keyClick(focus(made), Qt.Key.Key_Right)
    assert scale(made).value == 4
    QTest.keyClick(focus(made), Qt.Key.Key_Return)
    assert made.pages.currentWidget() is made.thanks and made.thanked.text() == "Bedankt. Geef de laptop door."
    polling = held.desk.polling
    assert polling is not None and polling.done == {"d6"}
    QTest.keyClick(focus(made), Qt.Key.Key_Return)
    assert made.pages.currentWidget() is made.who
    assert held.desk.close_round().n == 1


def test_who_answers_again_is_told_what_happens(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    made.ask("d2")
    assert not any("vervangt" in text for text in texts_of(made.question))
    QTest.keyClicks(focus(made), "4")
    made.ready.click()
    made.ask("d2")
    assert any("U heeft al geantwoord." in text for text in texts_of(made.question))
    assert scale(made).value is None, "but not what"


def test_an_answer_too_many_is_told(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    held.desk.count_hands(None, {3: 14})
    made.ask("d2")
    QTest.keyClicks(focus(made), "4")
    made.ready.click()
    assert made.pages.currentWidget() is made.who and made.full.isVisible()
    assert "begeleider" in made.full.text()
    made.ask("d3")
    made.other.click()
    assert not made.full.isVisible()


@pytest.mark.parametrize(("keys", "value"), [("0", 0), ("7", 7), ("10", 10), ("18", 8)])
def test_digits_of_the_scale_to_ten(held: Held, qtbot: QtBot, keys: str, value: int) -> None:
    made = page(held, qtbot, SubjectKind.IMPORTANCE)
    made.ask("d1")
    for key in keys:
        QTest.keyClicks(focus(made), key)
    assert scale(made).value == value


def test_arrows_stop_at_the_ends_and_strange_digits_do_nothing(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    made.ask("d1")
    QTest.keyClicks(focus(made), "7")
    assert scale(made).value is None
    for _ in range(9):
        QTest.keyClick(focus(made), Qt.Key.Key_Left)
    assert scale(made).value == 1


def test_dots_are_divided_with_the_rest_in_sight(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot, SubjectKind.DOTS)
    made.ask("d1")
    dots = made.scale
    assert isinstance(dots, BigDots) and dots.rest.text() == "Nog 5 van 5 stippen te geven"
    made.ready.click()
    assert made.message.text() == "Geef eerst een stip, of kies Geen antwoord."
    for _ in range(7):
        dots._options["o1"].more.click()
    assert dots.given == {"o1": 5} and dots.rest.text() == "Alle stippen zijn gegeven"
    for _ in range(2):
        dots._options["o1"].less.click()
    dots._options["o3"].more.click()
    assert dots.given == {"o1": 3, "o3": 1} and dots.rest.text() == "Nog 1 van 5 stippen te geven"
    made.ready.click()
    assert made.pages.currentWidget() is made.thanks
    for number in range(2, 7):
        held.desk.vote(f"d{number}", Vote(dots={"o0": 1}))
    assert dict(held.desk.close_round().dots) == {"o0": 5, "o1": 3, "o3": 1, "o2": 0}


def test_nothing_of_an_answer_stays(held: Held, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("van tevoren")
    made = page(held, qtbot, SubjectKind.IMPORTANCE)
    made.ask("d1")
    scale(made)._choose(9)
    made.ready.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [text for text in texts_of(made) if "9" in text]
    assert made.findChildren(QRadioButton) == [] and made.findChildren(QLineEdit) == []
    assert QGuiApplication.clipboard().text() == "van tevoren"
    made.ask("d1")
    assert scale(made).value is None and "Vorige ronde" not in " ".join(texts_of(made))
    made.none.click()
    assert held.desk.close_round().abstained == 1


def test_ones_own_earlier_answer_is_for_oneself_alone(held: Held, qtbot: QtBot) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), (3, None))
    made = page(held, qtbot)
    assert "Vorige ronde" not in " ".join(texts_of(made))
    made.ask("d1")
    assert "Vorige ronde gaf u 3." in texts_of(made)
    made.ask("d2")
    assert "Vorige ronde gaf u geen antwoord." in texts_of(made) and "Vorige ronde gaf u 3." not in texts_of(made)
    made.ask("d5")
    assert "Vorige ronde" not in " ".join(texts_of(made))
    made.ask("d1")
    made.other.click()
    assert made.pages.currentWidget() is made.who and "Vorige ronde" not in " ".join(texts_of(made))


def test_an_earlier_division_of_dots_is_told_in_words(held: Held, qtbot: QtBot) -> None:
    held.desk.open_round(subject_of(held, SubjectKind.DOTS))
    held.desk.vote("d1", Vote(dots={"o0": 2, "o2": 1}))
    held.desk.close_round()
    made = page(held, qtbot, SubjectKind.DOTS)
    made.ask("d1")
    assert "Vorige ronde gaf u: Samen opleiden 2 en Minder inhuur 1." in texts_of(made)


def test_escape_asks_for_the_facilitator(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    made.ask("d1")
    scale(made)._choose(2)
    QTest.keyClick(focus(made), Qt.Key.Key_Escape)
    assert made.pages.currentWidget() is made.leaving and made.scale is None
    made.stay.click()
    assert made.pages.currentWidget() is made.who
    QTest.keyClick(made, Qt.Key.Key_Escape)
    with qtbot.waitSignal(made.left):
        made.leave.click()
    polling = held.desk.polling
    assert polling is not None and polling.done == frozenset()


def test_the_window_is_not_closed_by_a_participant(held: Held, qtbot: QtBot) -> None:
    class Closed(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    made = page(held, qtbot)
    made.ask("d1")
    event = Closed()
    made.closeEvent(event)
    assert not event.isAccepted() and made.pages.currentWidget() is made.leaving and made.scale is None
    with qtbot.waitSignal(made.left):
        made.closeEvent(Closed())


def test_with_everybody_done_it_goes_back(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    for number in range(2, 15):
        held.desk.vote(f"d{number}", Vote())
    made.ask("d1")
    made.none.click()
    assert made.thanked.text() == "Bedankt. Iedereen is klaar."
    with qtbot.waitSignal(made.left):
        made.next.click()


def test_it_leaves_when_the_round_is_over(held: Held, qtbot: QtBot) -> None:
    made = page(held, qtbot)
    made.ask("d1")
    with qtbot.waitSignal(made.left):
        held.desk.close_round()
    assert made.scale is None


def test_the_view_hands_it_out(held: Held, qtbot: QtBot) -> None:
    view = VoteView(held.stand)
    qtbot.addWidget(view)
    shown(view)
    held.desk.open_round(subject_of(held, SubjectKind.SCORE))
    with qtbot.waitSignal(view.page_wanted) as told:
        view.round.pass_button.click()
    assert isinstance(told.args[0], PassOn)
    qtbot.addWidget(told.args[0])


@pytest.mark.parametrize("kind", [SubjectKind.SCORE, SubjectKind.IMPORTANCE, SubjectKind.DOTS])
@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1024, 640), 1.0), ((1280, 720), 2.0)])
def test_it_can_be_read_and_reached(
    held: Held, look: Look, qtbot: QtBot, qapp: QApplication, kind: SubjectKind, size: tuple[int, int], zoom: float
) -> None:
    look.wear(zoom=zoom)
    look.apply_to(qapp)
    made = page(held, qtbot, kind)
    made.resize(*size)
    for step in (made.show_who, lambda: made.ask("d1"), made.done, made._ask_leaving):
        step()
        settle()
        shown_now = made.pages.currentWidget()
        assert shown_now is not None
        assert [*unnamed(shown_now), *small_targets(shown_now), *rich_labels(shown_now), *cut_off(shown_now)] == []
    look.wear(Appearance.DARK)
    assert made.look.appearance is Appearance.DARK and made.look.zoom > look.zoom
