"""The desk of a werksessie over a real library: nothing is lost, and nothing is told before its time."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.editor import DossierEditor
from desktop.workshop.desk import WorkshopDesk
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import StorageError
from models.storage.library import Library
from models.storage.records import Ballot, Conflict, WorkshopRecord
from models.vocabulary import CriterionId
from models.workshop.changes import VoteError
from models.workshop.records import ConsensusKind, ConsensusRule, Participant, Subject, SubjectKind, Vote, Workshop
from models.workshop.revealed import Harmony
from tests.models.storage.helpers import make_dossier

SCORE = Subject(kind=SubjectKind.SCORE, ref="gelijkwaardigheid", title="Hoeveel zeggenschap wil uw gemeente?")
OTHER = Subject(kind=SubjectKind.SCORE, ref="vertrouwen", title="Een andere stelling")


class Watched(Library):
    """The library; remembers what was done on the GUI thread, and fails when it is told to."""

    on_gui: list[str]
    fails: list[str]

    def put_workshop(self, dossier_id: str, workshop: WorkshopRecord) -> None:
        self._note("put_workshop")
        super().put_workshop(dossier_id, workshop)

    def put_ballot(self, dossier_id: str, ballot: Ballot) -> None:
        self._note("put_ballot")
        super().put_ballot(dossier_id, ballot)

    def workshops(self, dossier_id: str) -> tuple[WorkshopRecord, ...]:
        self._note("workshops")
        return super().workshops(dossier_id)

    def _note(self, what: str) -> None:
        if current_thread() is main_thread():
            self.on_gui.append(what)
        if what in self.fails:
            raise StorageError("De schijf is vol.")


class Room:
    """An open dossier with its library, editor and desk; ``moment``: what the clock says."""

    def __init__(self, path: Path, knowledge: Knowledge, dossier: Dossier | None = None) -> None:
        self.library = Watched.open(path)
        self.library.on_gui, self.library.fails = [], []
        if dossier is not None:
            self.library.save(dossier)
        self.knowledge = knowledge
        self.moment = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
        self.told: list[str] = []
        self.open()

    def open(self) -> None:
        self.editor = DossierEditor(self.library.load("aa"), self.knowledge)
        self.desk = WorkshopDesk(self.editor, self.library, now=lambda: self.moment)
        self.desk.said.connect(self.told.append)
        self.desk.failed.connect(self.told.append)

    def again(self) -> None:
        """As after a new start of the program."""
        self.close()
        self.open()
        self.desk._keeper.wait_ready()

    def close(self) -> None:
        self.desk.close()
        self.editor.close()

    def people(self, count: int) -> None:
        rows = tuple(Participant(id=f"d{n}", name=f"Deelnemer {n}", partner="ab"[n % 2]) for n in range(count))
        self.desk.update(lambda held: held.model_copy(update={"participants": rows}))


@pytest.fixture
def room(tmp_path: Path, knowledge: Knowledge, qtbot: QtBot) -> Iterator[Room]:
    made = Room(tmp_path / "m.db", knowledge, make_dossier())
    qtbot.waitUntil(lambda: made.desk.ready)
    made.desk.begin("Eerste werksessie")
    made.people(6)
    yield made
    made.close()
    made.library.close()


def vote_all(room: Room, *values: int | None) -> None:
    for number, value in enumerate(values):
        room.desk.vote(f"d{number}", Vote(value=value))


def test_a_werksessie_is_there_again_with_its_people_rounds_and_clock(room: Room) -> None:
    desk = room.desk
    desk.start_clock("2 samen", 120)
    desk.open_round(SCORE)
    vote_all(room, 1, 2, 3, 4, 5, None)
    first = desk.close_round()
    desk.open_round(OTHER)
    vote_all(room, 4, 4)
    room.moment += timedelta(seconds=50)
    room.again()
    desk = room.desk
    assert desk.workshop is not None and desk.workshop.name == "Eerste werksessie"
    assert len(desk.workshop.participants) == 6
    assert desk.session is not None and desk.session.rounds == (first,)
    assert desk.polling is not None and desk.polling.done == {"d0", "d1"} and desk.polling.subject == OTHER
    assert desk.seconds_left == 70
    vote_all(room, 4, 4, 4, 4, 4, 4)
    assert desk.close_round().harmony is Harmony.AGREED
    assert room.library.on_gui == []


def test_a_vote_is_in_the_library_without_closing_the_desk(room: Room, qtbot: QtBot) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 5, 4)

    def stored() -> bool:
        other = WorkshopDesk(room.editor, room.library)
        other._keeper.wait_ready()
        polling = other.polling
        other.close()
        return polling is not None and polling.done == {"d0", "d1"}

    qtbot.waitUntil(stored)


def test_before_it_is_closed_a_round_tells_who_is_done_and_no_more(room: Room) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 5, None)
    room.desk.count_hands("b", {2: 1, None: 1})
    polling = room.desk.polling
    assert polling is not None
    assert (polling.answered, polling.expected, polling.hands) == (4, 6, 2)
    assert polling.done == {"d0", "d1"}
    assert room.desk.session is not None and room.desk.session.rounds == ()
    assert room.desk.effect is None


def test_a_vote_can_change_until_the_round_closes(room: Room) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 5, 5, 5, 5, 5, 5)
    vote_all(room, 1, 1, 1, 1, 1)
    room.desk.withdraw("d5")
    told = room.desk.close_round()
    assert told.spread is not None and dict(told.spread.counts) == {1: 5}
    with pytest.raises(ValueError, match="no round"):
        room.desk.vote("d0", Vote(value=3))


def test_a_vote_of_somebody_who_was_not_there_is_refused(room: Room) -> None:
    room.desk.open_round(SCORE)
    with pytest.raises(VoteError):
        room.desk.vote("zz", Vote(value=3))
    with pytest.raises(VoteError):
        room.desk.vote("d0", Vote(value=6))
    with pytest.raises(ValueError, match="open"):
        room.desk.open_round(OTHER)


def test_three_rounds_then_no_more_and_the_own_earlier_answer_is_kept(room: Room) -> None:
    for number in (1, 2, 3):
        room.desk.open_round(SCORE)
        assert room.desk.own_earlier("d0") == (None if number == 1 else Vote(value=number - 1))
        vote_all(room, number, 5, 1, 5, 1)
        assert room.desk.close_round().number == number
    with pytest.raises(ValueError, match="three"):
        room.desk.open_round(SCORE)
    room.again()
    assert room.desk.session is not None and [one.number for one in room.desk.session.rounds] == [1, 2, 3]


def test_a_round_that_is_dropped_leaves_nothing(room: Room) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 5)
    room.desk.drop_round()
    assert room.desk.polling is None
    room.again()
    assert room.desk.polling is None and room.library.ballots("aa") == ()
    room.desk.drop_round()  # there is none: nothing happens


def test_the_rule_is_fixed_before_the_first_round(room: Room) -> None:
    rule = ConsensusRule(kind=ConsensusKind.NEAR_MEDIAN)
    room.desk.set_rule(rule)
    room.desk.open_round(SCORE)
    with pytest.raises(ValueError, match="before the first"):
        room.desk.set_rule(ConsensusRule())
    assert room.desk.workshop is not None and room.desk.workshop.rule == rule


def test_the_group_sets_the_answer_and_where_it_came_from_is_kept(room: Room) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 4, 4, 4, 2, 2, 2)
    told = room.desk.close_round()
    key = CriterionId.GELIJKWAARDIGHEID
    assert room.editor.dossier.vorm.answers.get(key) is None, "nothing is set by itself"
    assert room.desk.decide(told, 3)
    assert room.desk.decide(told, 2, partner="a", by="Deelnemer 0")
    answers = room.editor.dossier.vorm.answers[key]
    assert answers.joint == 3 and dict(answers.partners) == {"a": 2}
    room.again()
    assert room.desk.workshop is not None
    assert [(one.partner, one.value, one.number, one.by) for one in room.desk.workshop.decisions] == [
        (None, 3, 1, ""),
        ("a", 2, 1, "Deelnemer 0"),
    ]
    room.editor.undo()


def test_an_answer_without_a_place_any_more_is_not_set(room: Room) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 4, 4, 4, 2, 2, 2)
    told = room.desk.close_round()
    assert not room.desk.decide(told, 3, partner="weg")
    assert room.told == ["Dit antwoord heeft geen plaats meer in het dossier. Het is niet gezet."]
    assert room.desk.workshop is not None and room.desk.workshop.decisions == ()


def test_what_the_rounds_do_is_worked_out_and_changes_nothing(room: Room, qtbot: QtBot) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 5, 5, 5, 5, 5, 5)
    room.desk.close_round()
    before = room.editor.dossier
    qtbot.waitUntil(lambda: room.desk.effect is not None)
    effect = room.desk.effect
    assert effect is not None and effect.trial.vorm.answers[CriterionId.GELIJKWAARDIGHEID].joint == 5
    assert room.editor.dossier is before
    room.desk.start_clock("pauze", 60)
    assert room.desk.effect is effect, "a clock changes no advice"


def test_a_full_disk_is_said_once_and_all_is_written_afterwards(room: Room, qtbot: QtBot) -> None:
    room.library.fails = ["put_ballot", "put_workshop"]
    room.desk.open_round(SCORE)
    vote_all(room, 1, 2, 3, 4, 5)
    room.desk.update(lambda held: held.model_copy(update={"aim": "Samen kiezen"}))
    qtbot.waitUntil(lambda: bool(room.told))
    assert room.told == ["De werksessie is niet opgeslagen. Het programma probeert het opnieuw."]
    room.library.fails = []
    room.desk._keeper._again()
    qtbot.waitUntil(lambda: len(room.told) == 2)
    assert room.told[1] == "De werksessie is weer opgeslagen."
    room.again()
    assert room.desk.workshop is not None and room.desk.workshop.aim == "Samen kiezen"
    assert room.desk.polling is not None and len(room.desk.polling.done) == 5


def test_what_is_written_already_is_not_written_again_after_a_failure(room: Room, qtbot: QtBot) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 1, 2, 3, 4, 5)
    room.desk._keeper._background.wait()
    room.library.fails = ["put_workshop"]
    room.desk.close_round()
    room.desk.update(lambda held: held.model_copy(update={"aim": "Samen kiezen"}))
    qtbot.waitUntil(lambda: bool(room.told))
    room.library.fails = []
    room.desk._keeper._again()  # a closed round may be written once only: writing it twice would fail for ever
    qtbot.waitUntil(lambda: len(room.told) == 2)


def test_a_library_that_cannot_be_read_at_first_is_read_later(
    tmp_path: Path, knowledge: Knowledge, qtbot: QtBot
) -> None:
    room = Room(tmp_path / "m.db", knowledge, make_dossier())
    room.desk._keeper.wait_ready()
    room.desk.begin("Bewaard")
    room.close()
    room.library.fails = ["workshops"]
    room.open()
    qtbot.waitUntil(lambda: bool(room.told))
    room.desk.begin("Toch begonnen")
    assert not room.desk.ready
    room.library.fails = []
    room.desk._keeper._again()
    qtbot.waitUntil(lambda: room.desk.ready)
    assert [one.name for one in room.desk.workshops] == ["Bewaard", "Toch begonnen"]
    room.again()
    assert [one.name for one in room.desk.workshops] == ["Bewaard", "Toch begonnen"]
    room.close()
    room.library.close()


def test_a_mistake_of_the_program_is_no_full_disk(room: Room, qtbot: QtBot) -> None:
    def broken(*_: Any) -> None:
        raise TypeError("mistake")

    room.library.put_workshop = broken  # type: ignore[method-assign]
    with qtbot.captureExceptions() as raised:
        room.desk.begin("Nog een")
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is TypeError
    del room.library.put_workshop


def test_an_example_keeps_nothing_and_works(knowledge: Knowledge, qtbot: QtBot) -> None:
    editor = DossierEditor(make_dossier(), knowledge, read_only=True)
    desk = WorkshopDesk(editor, None)
    assert desk.ready and not desk.kept
    desk.begin("Proef")
    desk.update(lambda held: held.model_copy(update={"participants": (Participant(id="d1"),)}))
    desk.open_round(SCORE)
    desk.vote("d1", Vote(value=2))
    assert desk.close_round().n == 1
    desk.close()
    editor.close()


def test_a_clock_stands_still_and_runs_on(room: Room) -> None:
    desk = room.desk
    assert desk.seconds_left is None
    desk.turn_clock()
    desk.start_clock("4 samen", 240)
    room.moment += timedelta(seconds=100)
    assert desk.seconds_left == 140
    desk.turn_clock()
    room.moment += timedelta(seconds=100)
    assert desk.seconds_left == 140
    desk.turn_clock()
    room.moment += timedelta(seconds=150)
    assert desk.seconds_left == -10
    desk.stop_clock()
    assert desk.seconds_left is None


def test_another_werksessie_takes_the_people_along(room: Room) -> None:
    room.desk.begin("Tweede")
    held = room.desk.workshop
    assert held is not None and held.name == "Tweede" and len(held.participants) == 6 and held.decisions == ()
    first = room.desk.workshops[0]
    room.desk.choose(first.id)
    assert room.desk.workshop == first
    room.desk.choose("onbekend")
    assert room.desk.workshop == first


def test_damaged_records_are_said_and_the_rest_stands(room: Room, tmp_path: Path) -> None:
    room.desk.open_round(SCORE)
    vote_all(room, 1, 2, 3, 4, 5)
    room.desk.close_round()
    room.desk.open_round(OTHER)
    room.desk.close_round()
    assert room.desk.settle()
    with sqlite3.connect(tmp_path / "m.db") as damaged:
        damaged.execute("UPDATE ballots SET payload = 'kapot' WHERE rowid = (SELECT min(rowid) FROM ballots)")
    damaged.close()
    room.again()
    assert room.told == ["Een deel van de werksessie is niet te lezen. De rest staat hier."]
    assert room.desk.session is not None and len(room.desk.session.rounds) == 1 and room.desk.session.unread == 1


def test_without_a_werksessie_there_is_nothing(tmp_path: Path, knowledge: Knowledge, qtbot: QtBot) -> None:
    room = Room(tmp_path / "m.db", knowledge, make_dossier())
    desk = room.desk
    assert (desk.workshop, desk.session, desk.polling, desk.effect, desk.seconds_left) == (None,) * 5
    assert desk.own_earlier("d1") is None
    with pytest.raises(ValueError, match="no werksessie"):
        desk.update(lambda held: Workshop(id=held.id))
    room.close()
    room.library.close()


def test_the_werksessie_of_a_copied_dossier_can_go_on(tmp_path: Path, knowledge: Knowledge, qtbot: QtBot) -> None:
    """ "Allebei" brings a copy with records of its own; what is done in it is written there."""
    room = Room(tmp_path / "m.db", knowledge, make_dossier())
    room.desk._keeper.wait_ready()
    room.desk.begin("Eerste")
    room.people(6)
    room.desk.open_round(SCORE)
    vote_all(room, 4, 4, 4, 4, 4, 4)
    room.desk.close_round()
    assert room.desk.settle()
    contents = room.library.contents_for_exchange("aa")
    room.library.rename("aa", "Anders")
    copy = room.library.import_exchange(contents, Conflict.BOTH).dossier_id
    for _ in range(2):
        editor = DossierEditor(room.library.load(copy), knowledge)
        desk = WorkshopDesk(editor, room.library)
        desk.failed.connect(room.told.append)
        desk._keeper.wait_ready()
        assert desk.session is not None and len(desk.session.rounds) == 1
        desk.update(lambda held: held.model_copy(update={"aim": f"{held.aim}x"}))
        assert desk.settle()
        desk.close()
        editor.close()
    assert [one.payload["aim"] for one in room.library.workshops(copy)] == ["xx"]
    assert [one.payload["aim"] for one in room.library.workshops("aa")] == [""] and room.told == []
    room.close()
    room.library.close()


def test_a_round_that_a_file_closed_keeps_no_other_round_out_of_the_library(room: Room) -> None:
    desk = room.desk
    desk.open_round(SCORE)
    vote_all(room, 1, 2)
    assert desk.settle()
    (stored,) = room.library.ballots("aa")
    room.library.put_ballot("aa", stored.model_copy(update={"closed_at": stored.created}))
    desk.vote("d2", Vote(value=3))
    assert desk.settle()
    assert room.told == ["Een deel van de werksessie staat intussen anders in Mijn dossiers. U ziet nu wat daar staat."]
    assert desk.polling is None and desk.session is not None and [one.n for one in desk.session.rounds] == [2]
    desk.open_round(OTHER)
    vote_all(room, 5, 5, 5)
    room.again()
    assert room.desk.polling is not None and room.desk.polling.done == {"d0", "d1", "d2"}


def test_a_dossier_that_was_destroyed_is_no_reason_to_try_for_ever(room: Room) -> None:
    assert room.desk.settle()
    room.library.purge("aa")
    room.desk.open_round(SCORE)
    assert room.desk.settle()
    room.library.save(make_dossier())


def test_what_a_file_brings_is_there_and_nothing_of_here_is_lost(room: Room) -> None:
    desk = room.desk
    assert desk.settle()
    (record,) = room.library.workshops("aa")
    desk.begin("Tweede")
    desk.choose(desk.workshops[0].id)
    desk.open_round(SCORE)
    vote_all(room, 1, 2)
    assert desk.settle()
    later = record.modified + timedelta(days=1)
    changed = record.model_copy(update={"modified": later, "payload": {**record.payload, "aim": "Van de ander"}})
    room.library.put_workshop("aa", changed)
    vote_all(room, 1, 2, 3)  # not written yet
    desk.reread()
    assert desk.workshop is not None and (desk.workshop.name, desk.workshop.aim) == (
        "Eerste werksessie",
        "Van de ander",
    )
    assert desk.polling is not None and desk.polling.done == {"d0", "d1", "d2"}
    desk.update(lambda held: held.model_copy(update={"place": "Raadzaal"}))
    room.again()
    assert [(one.aim, one.place) for one in room.desk.workshops] == [("Van de ander", "Raadzaal"), ("", "")]


def test_what_cannot_be_written_is_not_replaced_by_what_was(room: Room) -> None:
    assert room.desk.settle()
    room.library.fails = ["put_ballot"]
    room.desk.open_round(SCORE)
    vote_all(room, 1, 2)
    assert not room.desk.settle()
    room.desk.reread()
    assert room.desk.polling is not None and room.desk.polling.done == {"d0", "d1"}
    room.library.fails = []


def test_what_is_forgotten_goes_before_what_is_new(room: Room) -> None:
    """Killed between the two, the round of before would be back beside the new one, or in its place."""
    desk = room.desk
    desk.open_round(SCORE)
    assert desk.settle()
    order: list[str] = []
    put, drop = room.library.put_ballot, room.library.drop_ballot
    room.library.put_ballot = lambda *args: (order.append("put"), put(*args))[1]  # type: ignore[method-assign]
    room.library.drop_ballot = lambda *args: (order.append("drop"), drop(*args))[1]  # type: ignore[method-assign]
    room.library.fails = ["put_workshop"]
    desk.update(lambda held: held.model_copy(update={"aim": "Samen"}))
    desk.drop_round()
    desk.open_round(OTHER)
    assert not desk.settle()
    room.library.fails = []
    assert desk.settle() and order == ["drop", "put"]


def test_what_was_begun_while_the_library_could_not_be_read_is_written_at_the_end(
    tmp_path: Path, knowledge: Knowledge, qtbot: QtBot
) -> None:
    room = Room(tmp_path / "m.db", knowledge, make_dossier())
    room.close()
    room.library.fails = ["workshops"]
    room.open()
    qtbot.waitUntil(lambda: bool(room.told))
    room.desk.begin("Toch begonnen")
    room.library.fails = []
    room.close()
    assert [one.payload["name"] for one in room.library.workshops("aa")] == ["Toch begonnen"]
    room.library.close()
