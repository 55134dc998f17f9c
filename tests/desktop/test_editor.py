"""The editor: each edit makes the next dossier, undo gives the old one back, and the insight follows."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.editor import DossierEditor
from models.advice.advise import advise
from models.check import check_dossier
from models.dossier import Dossier, canonical_json, dossier_from_values
from models.dossier.edit import InvalidValueError, record_added, record_moved, with_value, without
from models.dossier.explore import Fact, Partner
from models.knowledge import Knowledge
from models.vocabulary import StepId
from tests.models.samples import full, minimal
from wizards.editor import Editor

QUESTION = ("opgave", "question")
JOINT = ("vorm", "answers", "beleid", "joint")


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Heard:
    """What an editor said, by signal."""

    def __init__(self, editor: DossierEditor) -> None:
        self.changed = self.insights = self.refused = self.undo = 0
        self.settled: list[bool] = []
        self.said: list[str] = []
        editor.changed.connect(lambda: self._count("changed"))
        editor.refused.connect(lambda: self._count("refused"))
        editor.undo_changed.connect(lambda: self._count("undo"))
        editor.insight_changed.connect(lambda: self.settled.append(editor.insight.settled))
        editor.said.connect(self.said.append)

    def _count(self, name: str) -> None:
        setattr(self, name, getattr(self, name) + 1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def editor(qtbot: QtBot, knowledge: Knowledge, clock: Clock) -> Iterator[DossierEditor]:
    editor = DossierEditor(dossier_from_values(full()), knowledge, clock=clock)
    yield editor
    editor.close()


@pytest.fixture
def heard(editor: DossierEditor) -> Heard:
    return Heard(editor)


def same(one: Dossier, other: Dossier) -> bool:
    return canonical_json(one.as_json()) == canonical_json(other.as_json())


def test_it_is_the_editor_that_pages_ask_for(editor: DossierEditor) -> None:
    asked: Editor = editor
    assert asked.dossier is editor.dossier and not asked.read_only


def test_an_edit_makes_the_next_dossier_and_tells(editor: DossierEditor, heard: Heard) -> None:
    start = editor.dossier
    editor.put(QUESTION, "Waarom?")
    assert editor.dossier.opgave.question == "Waarom?" and start.opgave.question != "Waarom?"
    assert (heard.changed, heard.undo) == (1, 1)
    assert editor.can_undo and editor.undo_path == QUESTION and not editor.can_redo


def test_what_is_there_already_changes_nothing(editor: DossierEditor, heard: Heard) -> None:
    editor.put(QUESTION, editor.dossier.opgave.question)
    editor.apply(lambda dossier: dossier, "Niets.")
    editor.apply(lambda dossier: dossier.model_copy())
    editor.replace(editor.dossier, "Versie 1")
    editor.mark_finished(StepId.OPGAVE, False)
    editor.mark_finished(StepId.OPGAVE, False)
    editor.undo()
    assert heard.changed <= 2 and heard.said == []


def test_a_wrong_value_is_refused_and_changes_nothing(editor: DossierEditor, heard: Heard) -> None:
    start = editor.dossier
    with pytest.raises(InvalidValueError):
        editor.put(JOINT, 9)
    assert editor.dossier is start and heard.changed == 0 and not editor.can_undo


def test_undo_and_redo_walk_the_same_way(editor: DossierEditor) -> None:
    seen = [editor.dossier]
    for number in range(120):
        editor.put(QUESTION, f"Vraag {number}")
        seen.append(editor.dossier)
    for expected in reversed(seen[:-1]):
        editor.undo()
        assert editor.dossier is expected
    assert not editor.can_undo and editor.undo_path is None
    for expected in seen[1:]:
        editor.redo()
        assert editor.dossier is expected
    assert not editor.can_redo and editor.redo_path is None


def test_five_hundred_steps_are_kept(editor: DossierEditor) -> None:
    for number in range(520):
        editor.put(QUESTION, f"Vraag {number}")
    steps = 0
    while editor.can_undo:
        editor.undo()
        steps += 1
    assert steps == 500 and editor.dossier.opgave.question == "Vraag 19"


def test_an_edit_after_undo_forgets_what_was_undone(editor: DossierEditor) -> None:
    editor.put(QUESTION, "Een")
    editor.put(QUESTION, "Twee")
    editor.undo()
    assert editor.redo_path == QUESTION
    editor.put(QUESTION, "Drie")
    assert not editor.can_redo
    editor.undo()
    assert editor.dossier.opgave.question == "Een"


def typed(editor: DossierEditor, text: str) -> None:
    for end in range(1, len(text) + 1):
        editor.put(QUESTION, text[:end], merge=True)


def test_typing_is_one_step_of_undo(editor: DossierEditor, heard: Heard) -> None:
    start = editor.dossier
    typed(editor, "Samen ICT")
    assert heard.changed == 9
    editor.undo()
    assert editor.dossier is start
    editor.redo()
    assert editor.dossier.opgave.question == "Samen ICT"


@pytest.mark.parametrize("pause", ["end_merge", "time", "other path", "no merge", "undo"])
def test_what_ends_a_merge(editor: DossierEditor, clock: Clock, pause: str) -> None:
    typed(editor, "Een")
    if pause == "end_merge":
        editor.end_merge()
    elif pause == "time":
        clock.seconds += 3.1
    elif pause == "other path":
        editor.put(("opgave", "occasion"), "Aanleiding", merge=True)
    elif pause == "undo":
        editor.put(("opgave", "occasion"), "Aanleiding", merge=True)
        editor.undo()
    before = editor.dossier
    editor.put(QUESTION, "Twee", merge=pause != "no merge")
    editor.undo()
    assert editor.dossier is before


def test_slow_but_steady_typing_is_one_step(editor: DossierEditor, clock: Clock) -> None:
    start = editor.dossier
    for end in range(1, 10):
        editor.put(QUESTION, "langzaam!"[:end], merge=True)
        clock.seconds += 2.9
    editor.undo()
    assert editor.dossier is start


def test_typing_back_to_what_was_leaves_no_step(editor: DossierEditor) -> None:
    start = editor.dossier
    question = start.opgave.question
    editor.put(QUESTION, question + "?", merge=True)
    editor.put(QUESTION, question, merge=True)
    assert same(editor.dossier, start) and not editor.can_undo


def test_a_draft_is_kept_undone_and_dropped_by_an_answer(editor: DossierEditor) -> None:
    path = ("opgave", "review_on")
    start = editor.dossier
    editor.put_draft(path, "5 maa")
    editor.put_draft(path, "5 maart")
    assert editor.dossier.drafts == {"opgave/review_on": "5 maart"}
    editor.put(path, "2026-03-05")
    assert editor.dossier.drafts == {} and str(editor.dossier.opgave.review_on) == "2026-03-05"
    editor.undo()
    assert editor.dossier.drafts == {"opgave/review_on": "5 maart"}
    editor.undo()
    assert editor.dossier is start


def test_an_equal_value_still_drops_the_draft(editor: DossierEditor) -> None:
    editor.put_draft(QUESTION, "half")
    editor.put(QUESTION, editor.dossier.opgave.question)
    assert editor.dossier.drafts == {}


def test_a_draft_keeps_what_a_dossier_can_hold(editor: DossierEditor) -> None:
    editor.put_draft(("opgave", "review_on"), "5\x00 \ud800maart\x07\tof\nlater\uffff 👍")
    assert editor.dossier.drafts == {"opgave/review_on": "5 maart\tof\nlater 👍"}
    assert same(dossier_from_values(editor.dossier.as_json()), editor.dossier)


def test_drafts_of_a_record_that_goes_go_along_and_come_back(editor: DossierEditor) -> None:
    facts = ("opgave", "facts")
    editor.apply(lambda dossier: record_added(dossier, facts, Fact(id="f9")))
    editor.put_draft((*facts, "f9", "figure"), "veel")
    editor.put_draft(("vorm", "answers", "urgentie", "joint"), "?")
    with_draft = editor.dossier
    editor.apply(lambda dossier: without(dossier, (*facts, "f9")), "Feit verwijderd.")
    assert set(editor.dossier.drafts) == {"vorm/answers/urgentie/joint"}
    editor.undo()
    assert editor.dossier is with_draft


def test_apply_says_what_happened_and_where(editor: DossierEditor, heard: Heard) -> None:
    partner = Partner(id="p-nieuw", name="Dalem")
    editor.apply(lambda dossier: record_added(dossier, ("partners", "partners"), partner), "Partner toegevoegd.")
    assert heard.said == ["Partner toegevoegd."]
    assert editor.undo_label == "Partner toegevoegd." and editor.redo_label == ""
    assert editor.undo_path == ("partners", "partners", "p-nieuw")
    editor.undo()
    assert editor.redo_label == "Partner toegevoegd."


def test_an_error_in_a_change_passes_and_changes_nothing(editor: DossierEditor) -> None:
    start = editor.dossier
    with pytest.raises(InvalidValueError):
        editor.apply(lambda dossier: with_value(dossier, ("opgave", "facts", "weg", "text"), "x"))
    assert editor.dossier is start


def test_a_changed_answer_marks_the_later_steps_once(editor: DossierEditor, knowledge: Knowledge) -> None:
    touched = [link.step for link in knowledge.step[StepId.VORM].touches]
    start = editor.dossier
    joint = start.vorm.answers
    assert touched and joint
    for value in (1, 2, 3, 4, 5):
        editor.put(JOINT, value, merge=True)
    for step in touched:
        if (progress := editor.dossier.progress.get(step)) is not None:
            assert [mark.changed_step for mark in progress.recheck].count(StepId.VORM) <= 1
    assert any(editor.dossier.progress.get(step) != start.progress.get(step) for step in touched)
    old = cast(Any, start.vorm.answers)["beleid"].joint
    editor.put(JOINT, old, merge=True)
    assert same(editor.dossier, start)


def test_finished_is_an_edit_that_answers_a_recheck(editor: DossierEditor, knowledge: Knowledge) -> None:
    editor.put(JOINT, 1)
    step = next(s for s, progress in editor.dossier.progress.items() if progress.recheck)
    marked = editor.dossier
    editor.mark_finished(step, True)
    assert editor.dossier.progress[step].finished and not editor.dossier.progress[step].recheck
    assert editor.undo_path == (step.value,)
    editor.undo()
    assert editor.dossier is marked


def test_replacing_is_one_step_back(editor: DossierEditor) -> None:
    start = editor.dossier
    other = start.model_copy(update={"title": "Eerder", "opgave": type(start.opgave)(question="Toen")})
    editor.replace(other, "Versie 2 teruggezet")
    assert editor.dossier is other and editor.undo_path == () and editor.undo_label == "Versie 2 teruggezet"
    editor.undo()
    assert editor.dossier is start
    with pytest.raises(ValueError, match="another dossier"):
        editor.replace(dossier_from_values(minimal()), "Ander dossier")
    with pytest.raises(ValueError, match="another dossier"):
        editor.put(("id",), "iets-anders")


def test_an_example_refuses_every_edit(qtbot: QtBot, knowledge: Knowledge) -> None:
    saved: list[Dossier] = []
    editor = DossierEditor(dossier_from_values(full()), knowledge, read_only=True, save=saved.append)
    heard, start = Heard(editor), editor.dossier
    editor.put(QUESTION, "Anders")
    editor.put_draft(QUESTION, "Anders")
    editor.apply(lambda dossier: without(dossier, ("partners", "partners", "aldermeer")), "Weg.")
    editor.mark_finished(StepId.OPGAVE, True)
    editor.replace(start.model_copy(update={"title": "x"}), "x")
    editor.undo()
    editor.redo()
    assert editor.dossier is start and heard.refused == 5
    assert (heard.changed, heard.said, saved) == (0, [], [])
    assert editor.insight.advice.form.coverage > 0
    editor.close()


def test_each_change_is_handed_to_save(qtbot: QtBot, knowledge: Knowledge) -> None:
    saved: list[Dossier] = []
    editor = DossierEditor(dossier_from_values(full()), knowledge, save=saved.append)
    start = editor.dossier
    editor.put(QUESTION, "Anders")
    changed = editor.dossier
    editor.undo()
    assert saved == [changed, start] and saved[1] is start
    editor.close()


VALUES = [
    (QUESTION, ["", "Een", "Twee"]),
    (("title",), ["Proef", "Samen"]),
    (("short_route",), [True, False]),
    (JOINT, [None, 1, 5, {"no_answer": "unknown"}]),
    (("vorm", "choice"), [None, {"form": "ssc"}, {"form": "doorgaan"}]),
    (("partners", "partners", "aldermeer", "inhabitants"), [None, 10, 52_300]),
    (("kosten", "today", "aldermeer"), [None, "1.00", "2.50"]),
]
PLACES = [path for path, _ in VALUES]
FACTS = ("opgave", "facts")

EDITS = st.one_of(
    st.sampled_from(VALUES).flatmap(
        lambda place: st.tuples(st.just("put"), st.just(place[0]), st.sampled_from(place[1]), st.booleans())
    ),
    st.tuples(st.just("draft"), st.sampled_from(PLACES), st.sampled_from(["", "half", "x\x00"])),
    st.tuples(st.just("add"), st.sampled_from(["f1", "f2"])),
    st.tuples(st.just("remove"), st.sampled_from(["f1", "f2"])),
    st.tuples(st.just("move"), st.sampled_from(["aldermeer", "castelrade"]), st.integers(-2, 2)),
    st.tuples(st.just("finish"), st.sampled_from(list(StepId)), st.booleans()),
    st.tuples(st.just("replace"), st.sampled_from(["A", "B"])),
    st.tuples(st.sampled_from(["end", "pause"])),
)


def perform(editor: DossierEditor, clock: Clock, edit: tuple[Any, ...]) -> None:
    match edit:
        case ("put", path, value, merge):
            editor.put(path, value, merge=merge)
        case ("draft", path, text):
            editor.put_draft(path, text)
        case ("add", key):
            editor.apply(
                lambda dossier: (
                    dossier
                    if any(fact.id == key for fact in dossier.opgave.facts)
                    else record_added(dossier, FACTS, Fact(id=key), 0)
                )
            )
        case ("remove", key):
            editor.apply(lambda dossier: without(dossier, (*FACTS, key)), "Feit verwijderd.")
        case ("move", key, by):
            editor.apply(lambda dossier: record_moved(dossier, ("partners", "partners", key), by))
        case ("finish", step, finished):
            editor.mark_finished(step, finished)
        case ("replace", title):
            editor.replace(editor.dossier.model_copy(update={"title": title}), "Teruggezet")
        case ("end",):
            editor.end_merge()
        case ("pause",):
            clock.seconds += 4


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(edits=st.lists(EDITS, max_size=40))
def test_undo_all_is_the_start_and_redo_all_the_end(
    qtbot: QtBot, knowledge: Knowledge, edits: list[tuple[Any, ...]]
) -> None:
    clock = Clock()
    editor = DossierEditor(dossier_from_values(full()), knowledge, clock=clock)
    start, seen = editor.dossier, []
    for edit in edits:
        perform(editor, clock, edit)
    end = editor.dossier
    while editor.can_undo:
        seen.append(editor.dossier)
        editor.undo()
        assert editor.dossier != seen[-1]  # no step does nothing
    assert editor.dossier is start or (not seen and same(start, end))
    while editor.can_redo:
        editor.redo()
        assert editor.dossier is seen.pop()
    assert same(editor.dossier, end) and not seen
    assert same(dossier_from_values(end.as_json(), references=False), end)
    editor.close()


# --- insight


def test_the_insight_is_always_that_of_the_present_dossier(editor: DossierEditor, knowledge: Knowledge) -> None:
    for value in (1, 5, None):
        editor.put(JOINT, value)
        advice = advise(editor.dossier, knowledge, samples=False)
        assert editor.insight.advice == advice
        assert editor.insight.findings == check_dossier(editor.dossier, advice, knowledge)
        assert not editor.insight.settled


def test_the_insight_settles_once_nobody_edits(
    qtbot: QtBot, editor: DossierEditor, heard: Heard, knowledge: Knowledge
) -> None:
    heard.settled.clear()  # pytest-qt let the first one through
    for value in (1, 2, 3, 5):
        editor.put(JOINT, value)
    qtbot.waitUntil(lambda: heard.settled == [False, True], timeout=5000)
    assert editor.insight.advice == advise(editor.dossier, knowledge)
    qtbot.wait(200)
    assert heard.settled == [False, True]


def test_typing_a_text_keeps_a_settled_insight(
    qtbot: QtBot, editor: DossierEditor, heard: Heard, knowledge: Knowledge
) -> None:
    qtbot.waitUntil(lambda: True in heard.settled, timeout=5000)
    heard.settled.clear()
    typed(editor, "Samen?")
    qtbot.waitUntil(lambda: heard.settled == [True], timeout=5000)
    assert editor.insight.advice == advise(editor.dossier, knowledge)
    assert editor.insight.findings == check_dossier(editor.dossier, editor.insight.advice, knowledge)


def test_a_result_that_came_too_late_is_dropped(
    qtbot: QtBot, editor: DossierEditor, heard: Heard, knowledge: Knowledge
) -> None:
    qtbot.waitUntil(lambda: True in heard.settled, timeout=5000)
    for value in (1, 5, 2):
        editor.put(JOINT, value)
        qtbot.waitUntil(lambda: editor._keeper._background.busy, timeout=5000)
    editor.put(JOINT, 4)
    heard.settled.clear()
    qtbot.waitUntil(lambda: True in heard.settled, timeout=5000)
    assert heard.settled == [False, True]
    assert editor.insight.advice == advise(editor.dossier, knowledge)


def test_closing_waits_and_nothing_comes_after(qtbot: QtBot, editor: DossierEditor, heard: Heard) -> None:
    editor.put(JOINT, 1)
    qtbot.waitUntil(lambda: editor._keeper._background.busy, timeout=5000)
    editor.close()
    assert not editor._keeper._background.busy
    heard.settled.clear()
    editor.put(JOINT, 2)
    qtbot.wait(150)
    assert heard.settled == [] and not editor.insight.settled
    editor.close()


def test_an_edit_is_not_held_up_by_what_is_computed(qtbot: QtBot, editor: DossierEditor) -> None:
    editor.put(JOINT, 2)
    qtbot.waitUntil(lambda: editor._keeper._background.busy, timeout=5000)
    with qtbot.waitSignal(editor.insight_changed, timeout=5000):
        editor.put(QUESTION, "Vraag")
    # How long that takes stands in the benchmark; here: it came before the samples of the edit before were in.
    assert not editor.insight.settled
