"""How a step stands, what it needs, and what a change of an earlier answer does to the later ones."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.check import Finding, FindingKind
from models.dossier import Dossier, Progress, Recheck
from models.dossier.choose import FactorDirection, FactorEntry
from models.dossier.explore import ExistingCooperation, Partner
from models.dossier.section import Note
from models.flow import (
    SUFFICES,
    Status,
    is_empty,
    mark_finished,
    mark_rechecks,
    route,
    status_of,
    statuses,
    unmet,
)
from models.knowledge.flow import StepLink
from models.vocabulary import Phase, StepId
from tests.models.samples import full, made, minimal
from tests.strategies import dossiers

EMPTY = made(minimal())
FULL = made(full())
RECHECK = Recheck(reason="De opgave is veranderd.", changed_step=StepId.OPGAVE)


def _finding(kind: FindingKind, step: StepId = StepId.VORM) -> Finding:
    return Finding("x", kind, step, "vorm", f"Dit is {kind}.")


def _with_progress(dossier: Dossier, **progress: Progress) -> Dossier:
    return dossier.model_copy(update={"progress": {StepId(step): row for step, row in progress.items()}})


def _noted(dossier: Dossier, step: StepId, text: str = "anders") -> Dossier:
    """The next dossier, changed in one section only."""
    section = dossier.section(step)
    note = Note(id=f"n{len(section.notes)}", text=text)
    return dossier.with_section(step, section.model_copy(update={"notes": (*section.notes, note)}))


_TEXTS = {
    StepId.OPGAVE: "question",
    StepId.DOELEN: "result_definition",
    StepId.KRACHTENVELD: "scored_by",
    StepId.STURING: "legitimacy_text",
    StepId.VORM: "go_on_as_now",
    StepId.KOSTEN: "exit_formula",
    StepId.UREN: "productive_source",
    StepId.MEDEWERKERS: "works_council_text",
    StepId.BESLUITVORMING: "communication",
    StepId.VASTSTELLING: "summary",
}


def _answered(dossier: Dossier, step: StepId, text: str = "anders") -> Dossier:
    """The next dossier, with another answer in one section only."""
    section = dossier.section(step)
    if step is StepId.PARTNERS:
        change = {"partners": (*section.partners, Partner(id=f"p-{text}", name=text))}
    elif step is StepId.BEGINSITUATIE:
        change = {"existing": (*section.existing, ExistingCooperation(id=f"e-{text}", name=text))}
    elif step is StepId.FACTOREN:
        entry = FactorEntry(id=f"f-{text}", text=text, direction=FactorDirection.PROMOTING)
        change = {"factors": (*section.factors, entry)}
    elif step is StepId.RECHTSVORM:
        change = {"mandaat": not section.mandaat}
    else:
        change = {_TEXTS[step]: getattr(section, _TEXTS[step]) + text}
    return dossier.with_section(step, section.model_copy(update=change))


def test_a_note_or_a_day_to_look_again_makes_no_answer_doubtful(knowledge):
    for step in StepId:
        noted = _noted(FULL, step)
        assert mark_rechecks(FULL, noted, knowledge) is noted
    later = FULL.with_section(StepId.OPGAVE, FULL.opgave.model_copy(update={"review_on": date(2031, 1, 1)}))
    assert mark_rechecks(FULL, later, knowledge) is later


def test_there_are_five_statuses():
    assert len(Status) == 5


def test_an_empty_step_is_not_started_and_one_with_anything_in_it_is_busy():
    assert {status_of(EMPTY, step, ()).status for step in StepId} == {Status.NOT_STARTED}
    assert {status_of(FULL, step, ()).status for step in StepId} == {Status.BUSY}
    for step in StepId:
        assert status_of(_noted(EMPTY, step), step, ()).status is Status.BUSY


def test_finished_is_what_the_user_says_even_of_an_empty_step():
    done = mark_finished(EMPTY, StepId.OPGAVE, True)
    assert status_of(done, StepId.OPGAVE, ()).status is Status.FINISHED
    assert status_of(mark_finished(done, StepId.OPGAVE, False), StepId.OPGAVE, ()).status is Status.NOT_STARTED


def test_contradiction_goes_before_recheck_and_recheck_before_finished():
    finished = _with_progress(FULL, vorm=Progress(finished=True))
    both = _with_progress(FULL, vorm=Progress(finished=True, recheck=(RECHECK,)))
    problem = _finding(FindingKind.CONTRADICTION)
    assert status_of(finished, StepId.VORM, ()).status is Status.FINISHED
    assert status_of(both, StepId.VORM, ()).status is Status.RECHECK
    assert status_of(both, StepId.VORM, (problem,)).status is Status.PROBLEM


def test_a_recheck_and_a_problem_say_why_and_the_others_do_not():
    second = Recheck(reason="De partners zijn veranderd.", changed_step=StepId.PARTNERS)
    dossier = _with_progress(FULL, vorm=Progress(finished=True, recheck=(RECHECK, second)))
    problems = tuple(_finding(kind) for kind in FindingKind)
    assert status_of(dossier, StepId.VORM, ()).reasons == (RECHECK.reason, second.reason)
    assert status_of(dossier, StepId.VORM, problems).reasons == ("Dit is contradiction.",)
    assert status_of(FULL, StepId.VORM, ()).reasons == ()


@pytest.mark.parametrize("kind", [FindingKind.MISSING, FindingKind.NOTICE])
def test_what_is_missing_or_good_to_know_is_no_problem(kind):
    assert status_of(FULL, StepId.VORM, (_finding(kind),)).status is Status.BUSY


def test_a_problem_of_another_step_is_not_this_steps_problem():
    assert status_of(FULL, StepId.VORM, (_finding(FindingKind.CONTRADICTION, StepId.KOSTEN),)).status is Status.BUSY


def test_the_full_route_has_all_fourteen_steps_in_order(knowledge):
    assert route(FULL, knowledge) == tuple(StepId)
    assert [row.step for row in statuses(FULL, knowledge, ())] == list(StepId)


def test_the_short_route_is_the_one_of_the_design(knowledge):
    short = made(minimal(short_route=True))
    wanted = ("partners", "vorm", "rechtsvorm", "kosten", "vaststelling")
    assert route(short, knowledge) == tuple(StepId(step) for step in wanted)
    assert [row.step for row in statuses(short, knowledge, ())] == [StepId(step) for step in wanted]


def test_steps_phases_and_titles_are_the_table_of_the_design(knowledge, shared):
    text = (shared / "design.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| *(\w*) *\| `(\w+)` \| ([^|]+?) \|", text, re.MULTILINE)
    assert len(rows) == 14
    phase, wanted = "", []
    for named, step, title in rows:
        phase = named or phase
        wanted.append((phase.lower(), step, title.replace("'", "’")))
    assert [(s.phase, s.id, s.title) for s in knowledge.steps.steps] == wanted
    assert [row.id for row in knowledge.steps.phases] == list(Phase)
    assert [row.title for row in knowledge.steps.phases] == list(dict.fromkeys(p.capitalize() for p, _, _ in wanted))


def test_the_short_route_stands_in_the_design(knowledge, shared):
    text = (shared / "design.md").read_text(encoding="utf-8")
    named = re.search(r"short route\s+\(([^)]*)\)", text)
    assert named is not None
    assert tuple(named[1].split(", ")) == route(made(minimal(short_route=True)), knowledge)


def test_a_step_says_what_it_still_needs_in_words(knowledge):
    needs = {step: [(link.step, link.reason) for link in unmet(EMPTY, step, knowledge)] for step in StepId}
    assert needs[StepId.OPGAVE] == []
    assert needs[StepId.VORM] == [
        (StepId.PARTNERS, "Vul eerst de partners in. Het aantal partners telt mee in het advies.")
    ]
    assert {step: [s for s, _ in rows] for step, rows in needs.items() if rows} == {
        StepId.STURING: [StepId.PARTNERS],
        StepId.VORM: [StepId.PARTNERS],
        StepId.RECHTSVORM: [StepId.VORM],
        StepId.KOSTEN: [StepId.PARTNERS],
        StepId.UREN: [StepId.PARTNERS],
        StepId.MEDEWERKERS: [StepId.VORM],
        StepId.BESLUITVORMING: [StepId.RECHTSVORM],
        StepId.VASTSTELLING: [StepId.VORM],
    }
    assert all(unmet(FULL, step, knowledge) == () for step in StepId)


def test_there_is_a_rule_for_every_step_that_another_needs(knowledge):
    assert {link.step for step in knowledge.steps.steps for link in step.needs} == set(SUFFICES)


@pytest.mark.parametrize(("active", "removed", "enough"), [(1, 0, False), (1, 1, False), (2, 0, True), (2, 3, True)])
def test_two_partners_that_take_part_are_enough(active, removed, enough, knowledge):
    rows = [{"id": f"p{n}", "name": f"P{n}", "removed": n >= active} for n in range(active + removed)]
    dossier = made(minimal(partners={"partners": rows}))
    assert (unmet(dossier, StepId.KOSTEN, knowledge) == ()) is enough


@pytest.mark.parametrize(
    ("vorm", "enough"),
    [
        ({"go_on_as_now": "Niets doen"}, False),
        ({"answers": {"beleid": {"joint": 3}}}, True),
        ({"choice": {"form": "doorgaan"}}, True),
    ],
)
def test_a_first_statement_or_a_choice_is_enough_for_the_steps_after_it(vorm, enough, knowledge):
    assert (unmet(made(minimal(vorm=vorm)), StepId.RECHTSVORM, knowledge) == ()) is enough


def _links(knowledge) -> list[tuple[StepId, StepLink]]:
    return [(step.id, link) for step in knowledge.steps.steps for link in step.touches]


def test_a_step_is_touched_only_by_steps_before_it_or_that_feed_it(knowledge):
    order = list(StepId)
    backwards = {(a, link.step) for a, link in _links(knowledge) if order.index(link.step) <= order.index(a)}
    assert backwards == {(StepId.UREN, StepId.KOSTEN)}


def test_every_touched_step_is_marked_with_the_reason_of_steps_yaml(knowledge):
    finished = _with_progress(FULL, **{step.value: Progress(finished=True) for step in StepId})
    for changed_step in StepId:
        after = mark_rechecks(finished, _answered(finished, changed_step), knowledge)
        marked = {step: row.recheck for step, row in after.progress.items() if row.recheck}
        touches = knowledge.step[changed_step].touches
        assert marked == {link.step: (Recheck(reason=link.reason, changed_step=changed_step),) for link in touches}
        assert all(after.progress[step].finished for step in StepId)


def test_changing_an_early_answer_keeps_every_later_one(knowledge):
    edited = made(full(), {"partners.partners.0.inhabitants": 1, "opgave.question": "Anders"})
    after = mark_rechecks(FULL, edited, knowledge)
    assert all(after.section(step) == edited.section(step) for step in StepId)
    later = [step for step in StepId if step not in {StepId.OPGAVE, StepId.PARTNERS}]
    assert all(after.section(step) == FULL.section(step) for step in later)


def test_a_step_that_is_empty_is_not_marked(knowledge):
    for changed_step, link in _links(knowledge):
        before = EMPTY.with_section(changed_step, FULL.section(changed_step))
        assert mark_rechecks(before, _answered(before, changed_step), knowledge).progress == {}
        begun = _answered(before, link.step)
        marked = mark_rechecks(begun, _answered(begun, changed_step), knowledge).progress
        assert set(marked) == {link.step}


def test_the_same_reason_is_given_once_however_often_the_step_changes(knowledge):
    dossier = FULL
    for number in range(3):
        dossier = mark_rechecks(dossier, _answered(dossier, StepId.DOELEN, str(number)), knowledge)
    assert [len(row.recheck) for row in dossier.progress.values()] == [1, 1]
    again = mark_rechecks(dossier, _answered(dossier, StepId.OPGAVE), knowledge)
    assert [mark.changed_step for mark in again.progress[StepId.VORM].recheck] == [StepId.DOELEN, StepId.OPGAVE]


def test_two_changes_at_once_are_both_given_as_a_reason(knowledge):
    after = mark_rechecks(FULL, _answered(_answered(FULL, StepId.DOELEN), StepId.OPGAVE), knowledge)
    assert {mark.changed_step for mark in after.progress[StepId.VORM].recheck} == {StepId.DOELEN, StepId.OPGAVE}


def test_without_a_change_the_same_dossier_comes_back(knowledge):
    renamed = FULL.model_copy(update={"title": "Anders"})
    assert mark_rechecks(FULL, FULL, knowledge) is FULL
    assert mark_rechecks(FULL, renamed, knowledge) is renamed
    factors = _answered(FULL, StepId.FACTOREN)
    assert mark_rechecks(FULL, factors, knowledge) is factors


@pytest.mark.parametrize("finished", [True, False])
def test_looking_at_a_step_clears_its_recheck_and_no_other(finished, knowledge):
    marked = mark_rechecks(FULL, _answered(FULL, StepId.PARTNERS), knowledge)
    after = mark_finished(marked, StepId.VORM, finished)
    assert after.progress[StepId.VORM] == Progress(finished=finished)
    rest = {step: row for step, row in marked.progress.items() if step is not StepId.VORM}
    assert {step: row for step, row in after.progress.items() if step is not StepId.VORM} == rest
    assert rest


def test_marks_stay_frozen_and_survive_writing_and_reading(knowledge):
    marked = mark_rechecks(FULL, _answered(FULL, StepId.PARTNERS), knowledge)
    assert made(marked.as_json()) == marked
    for mapping in (marked.progress, mark_finished(FULL, StepId.VORM, True).progress):
        with pytest.raises(TypeError):
            mapping[StepId.UREN] = Progress()


EDITS = st.lists(st.tuples(st.sampled_from(list(StepId)), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=30)
@given(dossiers(), EDITS)
def test_whatever_is_edited_no_other_section_is_lost(knowledge, dossier, edits):
    for step, finishes in edits:
        before = dossier
        dossier = mark_rechecks(before, _answered(before, step), knowledge)
        if finishes:
            dossier = mark_finished(dossier, step, True)
        for other in StepId:
            if other is not step:
                assert dossier.section(other) is before.section(other)
        assert dossier.section(step).notes == before.section(step).notes
        for marked in set(dossier.progress) - set(before.progress) - {step}:
            assert not is_empty(dossier, marked)
        for row in statuses(dossier, knowledge, ()):
            assert bool(row.reasons) == (row.status is Status.RECHECK)
