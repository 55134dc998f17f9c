"""Checklists: which points hold (law.md §7, ux.md §6, S4 §5.7), how far they are, who does them, what is late."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier import Dossier, dossier_from_values
from models.dossier.agree import CheckState
from models.knowledge import Knowledge
from models.planning import DecisionCalendar, StepKey, decision_calendar
from models.planning.checklists import (
    Checklist,
    ChecklistKind,
    Lateness,
    PointGroup,
    agreement_expected,
    checklist_items,
    checklist_of,
    group_of,
)
from models.vocabulary import LegalBasis
from models.wording.checklists import (
    deadline_words,
    late_words,
    list_table,
    no_points_words,
    owner_words,
    progress_words,
    status_words,
)
from tests.models.samples import example, minimal

REGELING, AGREEMENT, STAFF = ChecklistKind.REGELING, ChecklistKind.AGREEMENT, ChecklistKind.STAFF
PUBLIC = [
    LegalBasis.REGELING_ZONDER_MEER,
    LegalBasis.CENTRUMGEMEENTE,
    LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
    LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
    LegalBasis.OPENBAAR_LICHAAM,
]
WITHOUT_REGELING = [basis for basis in LegalBasis if basis not in PUBLIC]


def of_basis(basis: LegalBasis | None, **planning: Any) -> Dossier:
    choice = None if basis is None else {"basis": basis.value}
    return dossier_from_values(minimal(rechtsvorm={"choice": choice}, besluitvorming=planning))


def planned() -> Dossier:
    return dossier_from_values(example("lindestreek"))


def calendar_of(knowledge: Knowledge) -> DecisionCalendar:
    return decision_calendar(planned(), knowledge)


def point(checklist: Checklist, key: str) -> Any:
    return next(p for p in checklist.points if p.item.id == key)


# --- which points hold


@pytest.mark.parametrize("basis", PUBLIC)
def test_law_7_every_regeling_holds_these(knowledge: Knowledge, basis: LegalBasis) -> None:
    ids = {item.id for item in checklist_items(REGELING, of_basis(basis), knowledge)}
    assert {"belang", "wijzigen", "opheffen", "toetreden", "uittreden", "evaluatie", "inwerkingtreding"} <= ids
    # Who publishes is named where no body has a seat (Wgr 26(1)).
    assert ("bekendmakende-gemeente" in ids) is (basis in PUBLIC[:2])
    assert ("overgedragen-bevoegdheden" in ids) is (basis in PUBLIC[2:])
    assert ("vereffening" in ids) is (basis in PUBLIC[3:])
    assert ("mandaat-precies" in ids) is (basis is LegalBasis.CENTRUMGEMEENTE)


@pytest.mark.parametrize("basis", WITHOUT_REGELING)
def test_without_a_regeling_its_list_is_empty_and_says_so(knowledge: Knowledge, basis: LegalBasis) -> None:
    held = checklist_of(REGELING, of_basis(basis), knowledge)
    assert held.points == () and progress_words(held) == ()
    assert "geen gemeenschappelijke regeling" in no_points_words(REGELING)


def test_the_advised_basis_counts_until_people_choose(knowledge: Knowledge) -> None:
    advised = LegalBasis.OPENBAAR_LICHAAM
    free, chosen = of_basis(None), of_basis(LegalBasis.CENTRUMGEMEENTE)
    assert checklist_items(REGELING, free, knowledge, None) == knowledge.checklists.regeling
    with_advice = {item.id for item in checklist_items(REGELING, free, knowledge, advised)}
    assert "vereffening" in with_advice and "mandaat-precies" not in with_advice
    assert checklist_items(REGELING, chosen, knowledge, advised) == checklist_items(REGELING, chosen, knowledge)


@pytest.mark.parametrize("basis", list(LegalBasis))
def test_law_6_5_6_7_and_7_when_an_agreement_is_expected(basis: LegalBasis) -> None:
    expected = basis in (*WITHOUT_REGELING, LegalBasis.CENTRUMGEMEENTE)
    assert agreement_expected(of_basis(basis)) is expected
    assert agreement_expected(of_basis(None), basis) is expected
    assert agreement_expected(of_basis(basis, agreement_checklist={"taken": {}}))


def test_the_lists_of_ux_6_and_s4_do_not_hang_on_the_basis(knowledge: Knowledge) -> None:
    for basis in (None, *LegalBasis):
        held = of_basis(basis)
        assert checklist_items(AGREEMENT, held, knowledge) == knowledge.checklists.dienstverleningsovereenkomst
        assert checklist_items(STAFF, held, knowledge) == knowledge.checklists.staff


def test_the_groups_come_in_order_and_keep_the_order_of_the_law(knowledge: Knowledge) -> None:
    for kind in ChecklistKind:
        points = checklist_of(kind, planned(), knowledge).points
        order = [list(PointGroup).index(p.group) for p in points]
        assert order == sorted(order)
        items = checklist_items(kind, planned(), knowledge)
        for group in PointGroup:
            assert [p.item for p in points if p.group is group] == [i for i in items if group_of(i) is group]


# --- how far


def test_progress_counts_what_the_law_asks(knowledge: Knowledge) -> None:
    held = checklist_of(REGELING, planned(), knowledge)
    assert (held.statutory_done, len(held.counted)) == (6, 16)
    assert progress_words(held) == (
        "6 van de 16 verplichte onderdelen staan in het ontwerp.",
        "6 van de 34 punten zijn klaar of niet nodig.",
    )
    assert len(held.statutory_open) == 10 and all(p.is_open for p in held.statutory_open)


def _with(states: dict[str, str], knowledge: Knowledge) -> Checklist:
    statuses = {key: {"state": state} for key, state in states.items()}
    return checklist_of(AGREEMENT, of_basis(LegalBasis.OVEREENKOMST, agreement_checklist=statuses), knowledge)


def test_a_point_that_does_not_apply_is_not_counted(knowledge: Knowledge) -> None:
    held = _with({"mandaat": "not_applicable", "partijen": "done"}, knowledge)
    assert [p.item.id for p in held.counted] == ["partijen", "avg"]
    assert progress_words(held)[0] == "1 van de 2 verplichte onderdelen staat in het ontwerp."
    assert held.settled == 2


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ({}, "Nog geen van de 3 verplichte onderdelen staat in het ontwerp."),
        (dict.fromkeys(("partijen", "mandaat", "avg"), "done"), "Alle 3 verplichte onderdelen staan in het ontwerp."),
        (
            {"partijen": "not_applicable", "mandaat": "not_applicable"},
            "Het verplichte onderdeel staat nog niet in het ontwerp.",
        ),
        (
            {"partijen": "not_applicable", "mandaat": "not_applicable", "avg": "done"},
            "Het verplichte onderdeel staat in het ontwerp.",
        ),
    ],
)
def test_progress_in_words(knowledge: Knowledge, states: dict[str, str], words: str) -> None:
    assert progress_words(_with(states, knowledge))[0] == words


def test_without_any_statutory_point_only_the_whole_is_counted(knowledge: Knowledge) -> None:
    held = _with(dict.fromkeys(("partijen", "mandaat", "avg"), "not_applicable"), knowledge)
    assert progress_words(held) == ("3 van de 18 punten zijn klaar of niet nodig.",)


@given(states=st.lists(st.sampled_from(list(CheckState)), min_size=18, max_size=18))
def test_counts_agree_whatever_the_states(knowledge: Knowledge, states: list[CheckState]) -> None:
    ids = [item.id for item in knowledge.checklists.dienstverleningsovereenkomst]
    held = _with({key: state.value for key, state in zip(ids, states, strict=True)}, knowledge)
    assert held.settled + len(held.open) == len(held.points)
    assert held.statutory_done + len(held.statutory_open) == len(held.counted)
    assert sum(len(row.points) for row in held.per_owner()) == len(held.open)
    assert set(held.late) <= set(held.open)
    assert len(list_table(held).rows) == len(held.points)


# --- what is late


@pytest.mark.parametrize(
    ("kind", "step", "at_end"),
    [
        (REGELING, StepKey.ONTWERP_NAAR_RADEN, False),
        (AGREEMENT, StepKey.INWERKINGTREDING, False),
        (STAFF, StepKey.BESLUIT, True),
    ],
)
def test_the_calendar_says_when_a_list_is_needed(
    knowledge: Knowledge, kind: ChecklistKind, step: StepKey, at_end: bool
) -> None:
    calendar = calendar_of(knowledge)
    held = checklist_of(kind, planned(), knowledge, calendar=calendar)
    planned_step = calendar.step(step)
    assert planned_step is not None and held.deadline is not None
    assert (held.deadline.step, held.deadline.day) == (step, planned_step.end if at_end else planned_step.start)
    assert deadline_words(held).endswith("Dan moet dit klaar zijn.")


def test_a_raadsregeling_is_ready_when_the_raden_get_it(knowledge: Knowledge) -> None:
    values = example("lindestreek")
    values["besluitvorming"] |= {"kind": "raadsregeling"}
    values["rechtsvorm"] |= {"choice": {"basis": "openbaar-lichaam"}}
    dossier = dossier_from_values(values)
    calendar = decision_calendar(dossier, knowledge)
    step = calendar.step(StepKey.RAADSBESLUIT)
    assert step is not None
    draft = checklist_of(REGELING, dossier, knowledge, calendar=calendar)
    staff = checklist_of(STAFF, dossier, knowledge, calendar=calendar)
    assert draft.deadline is not None and draft.deadline.day == step.start
    assert staff.deadline is not None and staff.deadline.day == step.end
    assert "voor hun besluit" in deadline_words(draft) and "besluiten de raden" in deadline_words(staff)


@pytest.mark.parametrize("kind", list(ChecklistKind))
@pytest.mark.parametrize("basis", list(LegalBasis))
@pytest.mark.parametrize("regeling", ["raadsregeling", "collegeregeling", "gemengde-regeling"])
def test_each_deadline_has_its_sentence(
    knowledge: Knowledge, kind: ChecklistKind, basis: LegalBasis, regeling: str
) -> None:
    values = example("lindestreek")
    values["besluitvorming"] |= {"kind": regeling}
    values["rechtsvorm"] |= {"choice": {"basis": basis.value}}
    dossier = dossier_from_values(values)
    calendar = decision_calendar(dossier, knowledge)
    held = checklist_of(kind, dossier, knowledge, calendar=calendar)
    # There is no list to be ready where no regeling is made; and no day where there is no calendar.
    if calendar.steps and held.points:
        assert held.deadline is not None
    assert bool(deadline_words(held)) is (held.deadline is not None)


def test_an_own_day_after_the_step_is_too_late_for_the_planning(knowledge: Knowledge) -> None:
    # The draft goes to the raden on 9 February 2027; the griffiers are ready on the fifteenth.
    held = checklist_of(REGELING, planned(), knowledge, calendar=calendar_of(knowledge))
    assert [(p.item.id, p.late) for p in held.late] == [("zienswijze-besluiten", Lateness.AFTER_STEP)]
    said = late_words(held.late[0], held.deadline)
    assert said == "Te laat voor de planning: dit is nodig op 9\u00a0februari 2027."


def test_without_calendar_or_today_nothing_is_late(knowledge: Knowledge) -> None:
    assert checklist_of(REGELING, planned(), knowledge).late == ()


def test_a_day_that_passed_and_a_step_that_passed(knowledge: Knowledge) -> None:
    calendar, passed = calendar_of(knowledge), date(2027, 3, 1)
    held = checklist_of(REGELING, planned(), knowledge, calendar=calendar, today=passed)
    assert point(held, "uittreden").late is Lateness.DUE_PASSED
    assert (
        late_words(point(held, "uittreden"), held.deadline) == "Te laat: dit moest op 1\u00a0februari 2027 klaar zijn."
    )
    assert point(held, "participatie").late is Lateness.STEP_PASSED
    assert late_words(point(held, "participatie"), held.deadline) == "Te laat: dit was nodig op 9\u00a0februari 2027."
    assert point(held, "belang").late is None, "it is ready"
    assert all(p.late is None for p in held.in_group(PointGroup.OPTIONAL)), "what may be left out is not late"
    assert late_words(point(held, "belang"), held.deadline) == ""


@given(offset=st.integers(-400, 400))
def test_the_day_itself_is_in_time(knowledge: Knowledge, offset: int) -> None:
    due = date(2027, 2, 15)
    values = example("lindestreek")
    values["besluitvorming"]["checklist"] = {"belang": {"due": due.isoformat()}}
    today = due + timedelta(days=offset)
    held = checklist_of(REGELING, dossier_from_values(values), knowledge, today=today)
    assert (point(held, "belang").late is Lateness.DUE_PASSED) is (offset > 0)


# --- who


def test_owners_are_one_whatever_the_capitals(knowledge: Knowledge) -> None:
    statuses = {
        "partijen": {"owner": "Griffier", "due": "2027-03-02"},
        "taken": {"owner": " griffier ", "due": "2027-03-01"},
        "kosten": {"owner": "controller"},
        "avg": {"owner": "controller", "state": "done"},
    }
    held = checklist_of(AGREEMENT, of_basis(LegalBasis.OVEREENKOMST, agreement_checklist=statuses), knowledge)
    rows = held.per_owner()
    assert [(row.owner, len(row.points), row.first_due) for row in rows] == [
        ("Griffier", 2, date(2027, 3, 1)),
        ("controller", 1, None),
        ("", 14, None),
    ]
    assert owner_words(held) == (
        "Open per persoon: Griffier (2 punten, eerst op 1\u00a0maart 2027) en controller (1 punt). "
        "Bij 14 punten staat nog geen naam."
    )


def test_without_names_there_is_nothing_per_person(knowledge: Knowledge) -> None:
    assert owner_words(_with({}, knowledge)) == ""


def test_many_owners_are_not_all_spelled_out(knowledge: Knowledge) -> None:
    ids = [item.id for item in knowledge.checklists.dienstverleningsovereenkomst]
    statuses = {key: {"owner": f"medewerker {number}"} for number, key in enumerate(ids)}
    held = checklist_of(AGREEMENT, of_basis(LegalBasis.OVEREENKOMST, agreement_checklist=statuses), knowledge)
    assert owner_words(held).endswith("medewerker 6 (1 punt) en nog tien anderen.")


# --- as a table


def test_the_table_says_everything(knowledge: Knowledge) -> None:
    held = checklist_of(REGELING, planned(), knowledge, calendar=calendar_of(knowledge))
    rows = {row[1]: row for row in list_table(held).rows}
    row = rows["De regeling noemt de besluiten waarover raden een zienswijze geven, en hoe dat gaat."]
    assert row[0] == "Wet" and row[2] == "artikel 10, vijfde lid, Wgr" and row[3] == "Open"
    assert row[4:] == (
        "griffiers",
        "15\u00a0februari 2027",
        "",
        "Te laat voor de planning: dit is nodig op 9\u00a0februari 2027.",
    )
    late = point(held, "uittreden")
    said = "Wie: juridisch adviseur  ·  Klaar op 1\u00a0februari 2027  ·  Staat in: artikel 23"
    assert status_words(late) == said and status_words(point(held, "participatie")) == ""
