"""The outcome: what may be told, whether another round makes sense, and what the group sets with a click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editor import DossierEditor
from desktop.workshop.decision_values import dossier_value, proposal_words, spokesperson_words
from desktop.workshop.outcome_tables import partner_sheet
from desktop.workshop.outcome_view import OutcomeView
from desktop.workshop.people_changes import changed
from desktop.workshop.vote_pages import all_subjects
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.workshop.pages import Asked, Columns, Counted
from models.workshop.records import ConsensusKind, ConsensusRule, SubjectKind, Vote
from models.workshop.revealed import PartnerSpread
from tests.desktop.workshop.hidden import texts_of
from tests.desktop.workshop.stands import DOTS, Held, held_stand, settle, shown, subject_of, vote_round
from tests.models.workshop.samples import FOURTEEN
from tests.wizards.audit import cut_off, rich_labels, small_targets, unnamed
from wizards.look.look import Look
from wizards.look.tokens import Appearance
from wizards.widgets.buttons import ButtonKind


@pytest.fixture
def held(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Held]:
    with held_stand(tmp_path, look, knowledge) as made:
        yield made


@pytest.fixture
def view(held: Held, qtbot: QtBot) -> OutcomeView:
    made = OutcomeView(held.stand)
    qtbot.addWidget(made)
    shown(made)
    return made


def cells(view: OutcomeView) -> dict[str, tuple[str, ...]]:
    return dict(view.rounds.sheet.rows)


def test_before_a_round_is_closed_it_says_so(view: OutcomeView, held: Held, qtbot: QtBot) -> None:
    assert view.empty.isVisible() and not view.sides.isVisible()
    held.desk.open_round(subject_of(held, SubjectKind.SCORE))
    assert view.empty.isVisible()
    held.desk.close_round()
    assert view.sides.isVisible() and not view.empty.isVisible()


def test_rounds_stand_beside_each_other(view: OutcomeView, held: Held) -> None:
    subject = subject_of(held, SubjectKind.SCORE)
    vote_round(held, subject, FOURTEEN)
    vote_round(held, subject, (2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, None))
    assert view.rounds.sheet.heads == ("Ronde 1", "Ronde 2")
    rows = cells(view)
    assert rows["Antwoorden"] == ("14", "13") and rows["Geen antwoord"] == ("0", "1")
    assert rows["Midden"] == ("4", "4")
    assert rows["Middelste helft"] == ("2 tot 4", "3 tot 4")
    assert rows["Eens?"] == ("nog niet eens", "eens")
    assert rows["Veranderd"][0] == "–"
    assert view.verdict.text() == "U bent het eens" and view.figure.isVisible()
    figure = view.figure.figure()
    assert figure is not None and len(figure.twin.rows) == 2


def test_below_five_answers_there_are_words_only(view: OutcomeView, held: Held) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), (1, 5))
    assert not view.figure.isVisible()
    rows = cells(view)
    assert rows["Midden"] == ("te weinig",) and rows["Middelste helft"] == ("te weinig",)
    told = " ".join(texts_of(view))
    assert "Geen voorstel: te weinig mensen." in told and "mediaan" not in told.lower()
    partners = dict(view.partners.sheet.rows)
    assert partners["Lindervoort"] == ("1", "te weinig", "te weinig")
    assert partners["Zandmeer"] == ("0", "–", "–")


def test_the_room_sees_the_outcome_and_the_partners_when_asked(view: OutcomeView, held: Held) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
    before = len(held.room.pages)
    view.room.click()
    assert isinstance(held.room.pages[-1], Counted)
    view.partners_room.click()
    assert isinstance(held.room.pages[-1], Columns) and len(held.room.pages) == before + 2


def test_another_round_is_opened_from_here(view: OutcomeView, held: Held, qtbot: QtBot) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
    assert view.next.words == "Open ronde 2" and view.advice.text().startswith("U kunt nog een ronde doen.")
    with qtbot.waitSignal(view.vote_wanted):
        view.next.click()
    polling = held.desk.polling
    assert polling is not None and polling.number == 2 and isinstance(held.room.pages[-1], Asked)
    assert not view.next.isVisible() and "ronde open" in view.advice.text()
    held.desk.close_round()
    vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
    assert not view.next.isVisible() and "drie rondes" in view.advice.text()


def test_how_alike_people_rank_the_statements_is_said(view: OutcomeView, held: Held) -> None:
    scores = [one for one in all_subjects(held.stand) if one.kind is SubjectKind.SCORE][:3]
    for value, subject in zip((1, 3, 5), scores, strict=True):
        vote_round(held, subject, (value,) * 6)
    assert "Kendalls W" in view.alike.text() and "sterk" in view.alike.text()


def test_what_is_set_stands_before_what_it_rests_on(view: OutcomeView, held: Held) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
    settle()
    order = [view.card, view.decision, view.dissent, view.rounds.parentWidget(), view.partners_card]
    places = [widget.mapTo(view, widget.rect().topLeft()).y() for widget in order if widget is not None]
    assert len(places) == 5 and places == sorted(places)
    assert view.ends.text().startswith("1: ") and "…" not in view.ends.text()


def test_the_next_statement_is_one_click_away(view: OutcomeView, held: Held, qtbot: QtBot) -> None:
    first, second, third = [one for one in all_subjects(held.stand) if one.kind is SubjectKind.SCORE][:3]
    vote_round(held, second, (3,) * 14)
    vote_round(held, first, FOURTEEN)
    view.show_subject(first.key)
    assert view.next.kind is ButtonKind.SOLID and view.onward.kind is ButtonKind.OUTLINE
    with qtbot.waitSignal(view.subject_wanted) as told:
        view.onward.click()
    assert told.args == [third.key], "the second had its round"
    view.show_subject(second.key)
    assert view.onward.kind is ButtonKind.ARM and view.next.kind is not ButtonKind.SOLID
    held.desk.open_round(third)
    assert not view.onward.isVisible()


def test_after_the_last_statement_there_is_no_next(view: OutcomeView, held: Held) -> None:
    scores = [one for one in all_subjects(held.stand) if one.kind is SubjectKind.SCORE]
    for subject in scores:
        vote_round(held, subject, (3,) * 6)
    view.show_subject(scores[4].key)
    assert not view.onward.isVisible()


def test_a_middle_that_stays_hidden_is_not_called_too_few(view: OutcomeView, held: Held) -> None:
    vote_round(held, subject_of(held, SubjectKind.IMPORTANCE), (8, 2, 5) * 4)
    session = held.desk.session
    assert session is not None
    closed = PartnerSpread("lindervoort", 4, None, None)
    sheet = partner_sheet(held.stand, session.rounds[-1]._replace(by_partner=(closed,)))
    assert sheet.rows == (("Lindervoort", ("4", "blijft dicht", "te weinig")),)
    assert proposal_words(closed) == "Geen voorstel: het midden blijft dicht."


# --- what is set


def test_nothing_is_set_by_itself_and_a_click_sets_the_joint_answer(view: OutcomeView, held: Held) -> None:
    subject = subject_of(held, SubjectKind.SCORE)
    before = held.stand.editor.dossier
    vote_round(held, subject, (2, 2, 2, 3, 3, 3))
    joint = view.decision.answers[None]
    assert held.stand.editor.dossier == before and joint.pills.value() is None
    assert joint.proposal.text() == "Voorstel: 2 of 3. Het midden is 2,5."
    joint.pills._buttons["3"].click()
    assert dossier_value(held.stand.editor.dossier, subject) == 3
    assert joint.state.text() == "Gezet op 3 na ronde 1 door de groep." and joint.pills.value() == "3"
    vote_round(held, subject, (5,) * 6)
    assert view.decision.answers[None].state.text().startswith("Gezet op 3 na ronde 1 door de groep.")
    assert dossier_value(held.stand.editor.dossier, subject) == 3


def test_it_tells_when_the_dossier_says_something_else_now(view: OutcomeView, held: Held) -> None:
    subject = subject_of(held, SubjectKind.SCORE)
    vote_round(held, subject, FOURTEEN)
    view.decision.answers[None].pills._buttons["4"].click()
    held.stand.editor.apply(lambda dossier: with_value(dossier, ("vorm", "answers", subject.ref, "joint"), 2))
    state = view.decision.answers[None].state.text()
    assert state == "Gezet op 4 na ronde 1 door de groep. In het dossier staat nu 2."


def test_a_woordvoerder_sets_the_answer_of_the_own_partner(view: OutcomeView, held: Held) -> None:
    subject = subject_of(held, SubjectKind.IMPORTANCE)
    vote_round(held, subject, (2,) * 12)
    answer = view.decision.answers["waterambt"]
    assert answer.proposal.text() == "Voorstel: 2, het midden."
    answer.pills._buttons["3"].click()
    assert dossier_value(held.stand.editor.dossier, subject, "waterambt") == 3
    assert answer.state.text() == "Gezet op 3 na ronde 1 door de woordvoerder."
    workshop = held.desk.workshop
    assert workshop is not None and "Bram" not in workshop.decisions[0].by
    assert spokesperson_words(changed(workshop, "d2", named=True), "waterambt") == "de woordvoerder, Bram de Wit"


def test_an_answer_of_an_earlier_round_says_so(view: OutcomeView, held: Held) -> None:
    subject = subject_of(held, SubjectKind.SCORE)
    vote_round(held, subject, FOURTEEN)
    view.decision.answers[None].pills._buttons["4"].click()
    assert view.decision.answers[None].state.text() == "Gezet op 4 na ronde 1 door de groep."
    vote_round(held, subject, (3,) * 14)
    assert view.decision.answers[None].state.text().endswith("Daarna was er nog een ronde.")


@pytest.mark.parametrize("kind", [SubjectKind.FACTOR, SubjectKind.INFLUENCE, SubjectKind.INTEREST])
def test_factors_and_belanghebbenden_have_a_joint_answer_only(view: OutcomeView, held: Held, kind: SubjectKind) -> None:
    subject = subject_of(held, kind)
    vote_round(held, subject, (5,) * 6)
    assert list(view.decision.answers) == [None]
    view.decision.answers[None].pills._buttons["2"].click()
    assert dossier_value(held.stand.editor.dossier, subject) == 2


def test_dots_are_counted_and_not_set(view: OutcomeView, held: Held) -> None:
    held.desk.open_round(DOTS)
    for number in range(1, 7):
        held.desk.vote(f"d{number}", Vote(dots={"o0": 1, "o2": 2}))
    held.desk.close_round()
    assert [(bar.label, bar.words) for bar in view.bars.bars][:2] == [("Minder inhuur", "12"), ("Samen opleiden", "6")]
    assert not view.decision.isVisible() and not view.partners_card.isVisible()
    held.desk.open_round(DOTS)
    held.desk.vote("d1", Vote(dots={"o1": 4}))
    held.desk.close_round()
    assert not view.bars.isVisible() and view.verdict.text().startswith("Te weinig mensen")


def test_in_an_example_nothing_is_set(tmp_path: Path, look: Look, knowledge: Knowledge, qtbot: QtBot) -> None:
    with held_stand(tmp_path, look, knowledge, read_only=True) as held:
        assert isinstance(held.stand.editor, DossierEditor) and held.stand.editor.read_only
        vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
        view = OutcomeView(held.stand)
        qtbot.addWidget(view)
        shown(view)
        view.decision.answers[None].pills._buttons["1"].click()
        workshop = held.desk.workshop
        assert workshop is not None and workshop.decisions == () and held.wishes.said
        assert view.decision.answers[None].pills.value() is None


def test_dissent_is_kept_in_words(view: OutcomeView, held: Held) -> None:
    vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
    view.dissent.add.click()
    key, row = next(iter(view.dissent.rows.items()))
    row.text.setPlainText("Wij willen eerst de kosten zien.\n")
    QTest.keyClicks(row.by, "Gerda")
    workshop = held.desk.workshop
    assert workshop is not None
    one = workshop.dissent[0]
    assert (one.text, one.by) == ("Wij willen eerst de kosten zien.\n", "Gerda")
    assert one.subject == subject_of(held, SubjectKind.SCORE).key and view.dissent.rows[key] is row
    row.remove.click()
    workshop = held.desk.workshop
    assert workshop is not None and workshop.dissent == () and view.dissent.rows == {}
    view.dissent.undone.button.click()
    assert held.desk.workshop is not None and held.desk.workshop.dissent == (one,)


def test_the_rule_decides_on_agreement(view: OutcomeView, held: Held) -> None:
    held.desk.set_rule(ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN, points=0, percentage=100))
    vote_round(held, subject_of(held, SubjectKind.SCORE), (3, 3, 3, 3, 4))
    assert cells(view)["Eens?"] == ("nog niet eens",)


# --- all of it


@pytest.mark.parametrize("kind", [SubjectKind.SCORE, SubjectKind.IMPORTANCE, SubjectKind.DOTS])
@pytest.mark.parametrize(("size", "zoom"), [((1280, 620), 1.0), ((980, 480), 1.0), ((1280, 620), 2.0)])
def test_it_can_be_read_and_reached(
    held: Held, look: Look, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float, kind: SubjectKind
) -> None:
    look.wear(zoom=zoom)
    look.apply_to(qapp)
    subject = subject_of(held, kind)
    held.desk.open_round(subject)
    for number in range(1, 13):
        dots = kind is SubjectKind.DOTS
        held.desk.vote(f"d{number}", Vote(dots={"o1": 2}) if dots else Vote(value=number % 5 + 1))
    held.desk.close_round()
    view = OutcomeView(held.stand)
    qtbot.addWidget(view)
    shown(view, size)
    view.dissent.add_row()
    settle()
    assert [*unnamed(view), *small_targets(view), *rich_labels(view), *cut_off(view)] == []
    look.wear(Appearance.DARK)
    assert not view.grab().isNull()


def test_with_large_text_the_outcome_comes_in_sight(view: OutcomeView, held: Held, look: Look) -> None:
    look.wear(look.appearance, 2.0)
    vote_round(held, subject_of(held, SubjectKind.SCORE), FOURTEEN)
    settle()
    view.take_focus()
    settle()
    top = view.card.mapTo(view, view.card.rect().topLeft()).y()
    assert 0 <= top < 120 and view.card.isAncestorOf(view.focusWidget())
    view.sides.scroller.verticalScrollBar().setValue(0)
    view.subjects.list.clicked.emit(view.subjects.list.currentIndex())
    settle()
    assert view.card.mapTo(view, view.card.rect().topLeft()).y() == top
