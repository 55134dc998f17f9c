"""The procedures of law.md §6.1-6.5 and 6.7: which steps, in which order, on which days."""

from datetime import date
from typing import Any

import pytest

from models.knowledge import Knowledge
from models.planning import (
    DecisionCalendar,
    NoteKind,
    Organ,
    PlannedStep,
    Ready,
    StepKey,
    decision_calendar,
    procedure_term_ids,
)
from models.vocabulary import LegalBasis
from tests.models.planning.plans import NO_TIME, plan_of
from tests.models.samples import changed, made

K = StepKey
COLLEGE_ROAD = (
    K.PRINCIPEBESLUIT,
    K.OR_ADVIES,
    K.ONTWERP_NAAR_RADEN,
    K.ZIENSWIJZE,
    K.EINDTEKST,
    K.TOESTEMMING,
    K.BESLUIT,
    K.BEKENDMAKING,
    K.INWERKINGTREDING,
)
REGELINGEN = (
    LegalBasis.REGELING_ZONDER_MEER,
    LegalBasis.CENTRUMGEMEENTE,
    LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
    LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
    LegalBasis.OPENBAAR_LICHAAM,
)
ENTITIES = (LegalBasis.VERENIGING, LegalBasis.STICHTING, LegalBasis.COOPERATIE, LegalBasis.BV, LegalBasis.NV)


def keys(calendar: DecisionCalendar) -> tuple[StepKey, ...]:
    return tuple(step.key for step in calendar.steps)


def step(calendar: DecisionCalendar, key: StepKey) -> PlannedStep:
    found = calendar.step(key)
    assert found is not None
    return found


def kinds(calendar: DecisionCalendar) -> set[NoteKind]:
    return {note.kind for note in (*calendar.obstacles, *calendar.remarks)}


@pytest.mark.parametrize("basis", REGELINGEN)
@pytest.mark.parametrize("kind", ["collegeregeling", "burgemeestersregeling"])
def test_a_collegeregeling_takes_the_steps_of_law_6_1(knowledge: Knowledge, basis: LegalBasis, kind: str):
    calendar = decision_calendar(plan_of(basis, kind=kind), knowledge)
    if basis is LegalBasis.BEDRIJFSVOERINGSORGANISATIE and kind != "collegeregeling":
        assert kinds(calendar) == {NoteKind.KIND_NOT_ALLOWED}
        return
    assert keys(calendar)[: len(COLLEGE_ROAD)] == COLLEGE_ROAD
    assert K.REGISTER in keys(calendar)
    with_board = basis not in {LegalBasis.REGELING_ZONDER_MEER, LegalBasis.CENTRUMGEMEENTE}
    assert (K.INRICHTING in keys(calendar)) == with_board
    maker = Organ.COLLEGE if kind == "collegeregeling" else Organ.BURGEMEESTER
    assert step(calendar, K.BESLUIT).organ is maker


def test_the_days_of_a_collegeregeling(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(), knowledge)
    days = {s.key: (s.start, s.end) for s in calendar.steps}
    assert days == {
        # Four weeks from Monday 11 January end on Sunday 7 February, and so on the Monday after.
        K.PRINCIPEBESLUIT: (date(2027, 1, 11), date(2027, 2, 8)),
        K.OR_ADVIES: (date(2027, 2, 9), date(2027, 3, 22)),
        K.ONTWERP_NAAR_RADEN: (date(2027, 2, 9), date(2027, 2, 9)),
        K.ZIENSWIJZE: (date(2027, 2, 9), date(2027, 4, 6)),  # received on R, ends on R + 56
        K.EINDTEKST: (date(2027, 4, 7), date(2027, 4, 20)),
        K.TOESTEMMING: (date(2027, 4, 21), date(2027, 6, 1)),
        K.BESLUIT: (date(2027, 6, 2), date(2027, 6, 8)),
        K.BEKENDMAKING: (date(2027, 6, 9), date(2027, 6, 15)),
        K.INWERKINGTREDING: (date(2027, 6, 15), date(2027, 6, 15)),
        K.INRICHTING: (date(2027, 6, 15), date(2027, 7, 12)),
        K.REGISTER: (date(2027, 6, 16), date(2027, 6, 29)),
    }
    assert calendar.first_possible == date(2027, 6, 15)
    assert {s.key for s in calendar.steps if s.is_statutory} == {K.ZIENSWIJZE}
    assert {s.key for s in calendar.steps if s.decision} == {K.PRINCIPEBESLUIT, K.TOESTEMMING, K.BESLUIT}


@pytest.mark.parametrize(
    ("received", "until"),
    [
        ("2026-02-06", date(2026, 4, 7)),  # 56 days end on Good Friday 3 April 2026: to the Tuesday after Easter
        ("2026-03-02", date(2026, 4, 28)),  # on King's Day
        ("2026-03-10", date(2026, 5, 6)),  # on 5 May
        ("2026-03-19", date(2026, 5, 18)),  # on Ascension, with the Friday made equal to it
        ("2026-03-30", date(2026, 5, 26)),  # on Whit Monday
        ("2026-03-31", date(2026, 5, 26)),  # on the Tuesday after it
    ],
)
def test_a_zienswijze_that_ends_on_a_free_day_runs_on(knowledge: Knowledge, received: str, until: date):
    calendar = decision_calendar(plan_of(start=received, terms=NO_TIME), knowledge)
    view = step(calendar, K.ZIENSWIJZE)
    assert view.start == date.fromisoformat(received)
    assert (view.counted_end - view.start).days == 56
    assert view.end == until
    assert (NoteKind.TERM_MOVED in kinds(calendar)) == (view.end != view.counted_end)


def test_without_planning_only_the_law_takes_time(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(terms=NO_TIME, works_council=False), knowledge)
    assert calendar.first_possible == date(2027, 3, 10)
    view = step(calendar, K.ZIENSWIJZE)
    # The last day of the zienswijze belongs to the raden: the final text comes after it.
    assert view.end == date(2027, 3, 8)
    assert step(calendar, K.EINDTEKST).start == date(2027, 3, 9)


def test_a_raadsregeling_has_no_draft_round_and_no_permission(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(kind="raadsregeling", works_council=False), knowledge)
    assert keys(calendar) == (
        K.PRINCIPEBESLUIT,
        K.RAADSBESLUIT,
        K.BEKENDMAKING,
        K.INWERKINGTREDING,
        K.INRICHTING,
        K.REGISTER,
    )
    assert Ready.LEDEN_RADEN in step(calendar, K.INRICHTING).ready


def test_a_mixed_regeling_lets_the_raad_decide_and_permit_at_once(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(kind="gemengde-regeling", works_council=False), knowledge)
    assert keys(calendar)[:3] == (K.PRINCIPEBESLUIT, K.RAADSBESLUIT, K.BESLUIT)
    assert Ready.TWEE_RAADSBESLUITEN in step(calendar, K.RAADSBESLUIT).ready
    assert {NoteKind.COURTESY_ROUND, NoteKind.MIXED_WITH_RADEN} <= kinds(calendar)


def with_facts(bodies: list[str], basis: LegalBasis | None = LegalBasis.OPENBAAR_LICHAAM, **section: Any):
    values = plan_of(basis, **section).as_json()
    return made(changed(values, {"rechtsvorm.facts.bodies": bodies}))


def test_colleges_and_burgemeesters_without_raden_keep_the_draft_round(knowledge: Knowledge):
    calendar = decision_calendar(with_facts(["college", "burgemeester"], kind="gemengde-regeling"), knowledge)
    assert K.ZIENSWIJZE in keys(calendar)
    assert step(calendar, K.BESLUIT).organ is Organ.COLLEGE_EN_BURGEMEESTER
    assert NoteKind.MIXED_WITH_RADEN not in kinds(calendar)


@pytest.mark.parametrize(
    ("bodies", "kind"),
    [
        (["raad"], "raadsregeling"),
        (["college"], "collegeregeling"),
        (["burgemeester"], "burgemeestersregeling"),
        (["raad", "college"], "gemengde-regeling"),
        (["raad", "college", "burgemeester"], "gemengde-regeling"),
    ],
)
def test_the_kind_follows_from_the_bodies_and_that_is_said(knowledge: Knowledge, bodies: list[str], kind: str):
    calendar = decision_calendar(with_facts(bodies, kind=None), knowledge)
    assert calendar.regeling is not None
    assert calendar.regeling.value == kind
    assert NoteKind.KIND_DERIVED in kinds(calendar)


def test_a_kind_that_does_not_fit_the_bodies_is_said(knowledge: Knowledge):
    assert NoteKind.KIND_DIFFERS in kinds(decision_calendar(with_facts(["raad"]), knowledge))
    assert NoteKind.KIND_DIFFERS not in kinds(decision_calendar(with_facts(["college"]), knowledge))


@pytest.mark.parametrize("empty", [None, [], {"no_answer": "unknown"}])
def test_without_a_kind_or_bodies_there_is_an_obstacle(knowledge: Knowledge, empty: Any):
    calendar = decision_calendar(with_facts(empty, kind={"no_answer": "later"}), knowledge)
    assert kinds(calendar) == {NoteKind.NO_KIND}


@pytest.mark.parametrize("basis", ENTITIES)
def test_a_private_legal_person_waits_for_wishes_and_the_notary(knowledge: Knowledge, basis: LegalBasis):
    calendar = decision_calendar(plan_of(basis), knowledge)
    assert keys(calendar) == (
        K.ENTITEIT_VOORBEREIDEN,
        K.OR_ADVIES,
        K.ONTWERPBESLUIT_NAAR_RADEN,
        K.WENSEN_BEDENKINGEN,
        K.BESLUIT_OPRICHTING,
        K.NOTARIELE_AKTE,
        K.KVK,
        K.START_ENTITEIT,
    )
    assert not any(s.is_statutory for s in calendar.steps)  # the law names no term (Gemw 160(2))
    assert calendar.regeling is None


@pytest.mark.parametrize("basis", [LegalBasis.CONVENANT, LegalBasis.OVEREENKOMST])
def test_an_agreement_is_decided_by_the_colleges(knowledge: Knowledge, basis: LegalBasis):
    calendar = decision_calendar(plan_of(basis, kind=None), knowledge)
    assert K.MANDAAT_BEKENDMAKEN not in keys(calendar)
    assert keys(calendar)[-1] is K.START_OVEREENKOMST
    assert NoteKind.RAAD_FIRST_IF_DRASTIC in kinds(calendar)
    mandated = made(changed(plan_of(basis).as_json(), {"rechtsvorm.mandaat": True}))
    assert step(decision_calendar(mandated, knowledge), K.START_OVEREENKOMST).waits == (K.MANDAAT_BEKENDMAKEN,)


def test_one_municipality_publishes_for_all(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(partners=5, seat="p3"), knowledge)
    published = [s for s in calendar.steps if s.key is K.BEKENDMAKING]
    assert [s.partners for s in published] == [("p3",)]
    without = decision_calendar(plan_of(seat=None), knowledge)
    assert step(without, K.BEKENDMAKING).partners == ()
    assert NoteKind.SEAT_MISSING in kinds(without)


def test_a_bvo_lets_the_raad_test_its_tasks_and_the_colleges_appoint(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(LegalBasis.BEDRIJFSVOERINGSORGANISATIE), knowledge)
    assert Ready.BVO_BELEIDSARM in step(calendar, K.TOESTEMMING).ready
    assert Ready.LEDEN_COLLEGES in step(calendar, K.INRICHTING).ready


def test_a_wish_that_can_be_met_moves_only_the_start(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(in_force="2028-01-01"), knowledge)
    assert calendar.in_force == date(2028, 1, 1)  # a Saturday and a holiday: the regeling names the day
    assert (calendar.first_possible, calendar.wished_met, calendar.float_days) == (date(2027, 6, 15), True, 200)
    assert step(calendar, K.INRICHTING).start == date(2028, 1, 3)


@pytest.mark.parametrize(
    ("wished", "late"),
    [
        ("2020-01-01", K.PRINCIPEBESLUIT),
        ("2027-03-01", K.ZIENSWIJZE),
        ("2027-05-01", K.TOESTEMMING),
        ("2027-06-14", K.BEKENDMAKING),
    ],
)
def test_a_wish_that_cannot_be_met_says_why_and_what_can(knowledge: Knowledge, wished: str, late: StepKey):
    calendar = decision_calendar(plan_of(in_force=wished), knowledge)
    assert calendar.wished_met is False
    assert calendar.in_force == calendar.first_possible == date(2027, 6, 15)
    assert calendar.late_step is late
    note = next(n for n in calendar.remarks if n.kind is NoteKind.WISHED_TOO_EARLY)
    assert (note.step, note.until) == (late, date(2027, 6, 15))
    assert calendar.float_days is not None
    assert calendar.float_days < 0


def test_the_works_council(knowledge: Knowledge):
    for answer in (False, {"no_answer": "not_applicable"}):
        assert K.OR_ADVIES not in keys(decision_calendar(plan_of(works_council=answer), knowledge))
    for answer in (None, {"no_answer": "unknown"}):
        unknown = decision_calendar(plan_of(works_council=answer), knowledge)
        assert K.OR_ADVIES in keys(unknown)
        assert NoteKind.WORKS_COUNCIL_UNKNOWN in kinds(unknown)
    calendar = decision_calendar(plan_of(terms={"or-advies": 100}), knowledge)
    # It runs beside the zienswijze; the final text waits for both.
    assert step(calendar, K.OR_ADVIES).start == step(calendar, K.ZIENSWIJZE).start
    assert step(calendar, K.EINDTEKST).because is K.OR_ADVIES
    wait = next(n for n in calendar.remarks if n.kind is NoteKind.WORKS_COUNCIL_WAIT)
    assert wait.day == step(calendar, K.BESLUIT).end


def test_a_decision_that_departs_from_the_advice_waits_a_month(knowledge: Knowledge):
    wait = next(n for n in decision_calendar(plan_of(), knowledge).remarks if n.kind is NoteKind.WORKS_COUNCIL_WAIT)
    assert (wait.day, wait.until) == (date(2027, 6, 8), date(2027, 7, 8))


def test_a_statutory_term_is_not_changed_and_that_is_said(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(terms={"zienswijze-ontwerp-regeling": 7}), knowledge)
    assert (step(calendar, K.ZIENSWIJZE).counted_end - step(calendar, K.ZIENSWIJZE).start).days == 56
    assert NoteKind.STATUTORY_FIXED in kinds(calendar)


def test_an_own_term_is_used_and_marked(knowledge: Knowledge):
    first = step(decision_calendar(plan_of(terms={"principebesluit": 10}), knowledge), K.PRINCIPEBESLUIT)
    assert first.term is not None
    assert (first.term.own, first.end) == (True, date(2027, 1, 20))


def test_a_dossier_from_before_the_term_gets_no_old_one(knowledge: Knowledge):
    values = changed(plan_of().as_json(), {"dated": "2022-06-30"})
    calendar = decision_calendar(made(values), knowledge)
    assert {note.kind for note in calendar.obstacles} == {NoteKind.TERM_NOT_VALID}
    assert calendar.steps == ()


def test_a_term_not_looked_at_for_a_year_is_said(knowledge: Knowledge):
    assert NoteKind.TERMS_OLD not in kinds(decision_calendar(plan_of(), knowledge))
    values = changed(plan_of().as_json(), {"dated": "2028-01-01"})
    assert NoteKind.TERMS_OLD in kinds(decision_calendar(made(values), knowledge))


def test_a_year_without_a_decree_is_said(knowledge: Knowledge):
    assert NoteKind.EQUAL_DAYS_UNKNOWN not in kinds(decision_calendar(plan_of(), knowledge))
    calendar = decision_calendar(plan_of(start="2028-11-01"), knowledge)
    note = next(n for n in calendar.remarks if n.kind is NoteKind.EQUAL_DAYS_UNKNOWN)
    assert note.years == (2029,)


def test_a_planning_shorter_than_usual_is_said(knowledge: Knowledge):
    note = next(n for n in decision_calendar(plan_of(), knowledge).remarks if n.kind is NoteKind.USUALLY_LONGER)
    assert (note.number, note.years) == (6, (9,))
    slow = decision_calendar(plan_of(terms={"principebesluit": 84}), knowledge)
    assert NoteKind.USUALLY_LONGER not in kinds(slow)


def test_the_chosen_basis_comes_first_and_the_advised_one_is_said(knowledge: Knowledge):
    own, bv = LegalBasis.OPENBAAR_LICHAAM, LegalBasis.BV
    assert decision_calendar(plan_of(own), knowledge, bv).basis is own
    advised = decision_calendar(plan_of(None), knowledge, bv)
    assert advised.basis is bv
    assert NoteKind.BASIS_ADVISED in kinds(advised)
    assert kinds(decision_calendar(plan_of(None), knowledge)) == {NoteKind.NO_BASIS}


def test_what_is_missing_is_all_said_at_once(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(partners=1, start=None, kind=None), knowledge)
    assert [n.kind for n in calendar.obstacles] == [NoteKind.FEW_PARTNERS, NoteKind.NO_KIND, NoteKind.NO_START]


def test_partners_that_are_no_municipality(knowledge: Knowledge):
    values = plan_of(partners=3).as_json()
    values["partners"]["partners"][1]["kind"] = "waterschap"
    calendar = decision_calendar(made(values), knowledge)
    note = next(n for n in calendar.remarks if n.kind is NoteKind.OTHER_PARTNERS)
    assert note.partners == ("p2",)
    assert step(calendar, K.ZIENSWIJZE).partners == ("p1", "p3")
    for row in values["partners"]["partners"]:
        row["kind"] = "provincie"
    assert kinds(decision_calendar(made(values), knowledge)) == {NoteKind.NO_MUNICIPALITY}


def test_a_seat_that_is_no_municipality_does_not_publish(knowledge: Knowledge):
    values = plan_of(partners=3, seat="p2").as_json()
    values["partners"]["partners"][1]["kind"] = "waterschap"
    calendar = decision_calendar(made(values), knowledge)
    assert NoteKind.SEAT_NOT_MUNICIPALITY in kinds(calendar)
    assert step(calendar, K.BEKENDMAKING).partners == ()


def test_the_end_of_the_calendar_is_an_obstacle(knowledge: Knowledge):
    assert kinds(decision_calendar(plan_of(start="9999-12-01"), knowledge)) == {NoteKind.OUT_OF_RANGE}


def test_per_body(knowledge: Knowledge):
    calendar = decision_calendar(plan_of(partners=3), knowledge)
    agendas = {(a.organ, a.partner): a.entries for a in calendar.per_body()}
    assert [e.step.key for e in agendas[(Organ.RAAD, "p2")]] == [K.ZIENSWIJZE, K.TOESTEMMING]
    assert len([1 for organ, _ in agendas if organ is Organ.COLLEGE]) == 3
    assert sum(len(rows) for (organ, _), rows in agendas.items() if organ is Organ.ZETELGEMEENTE) == 1


def test_the_terms_of_the_procedure(knowledge: Knowledge):
    assert procedure_term_ids(plan_of(LegalBasis.BV), knowledge)[0] == "entiteit-voorbereiding"
    assert "zienswijze-ontwerp-regeling" in procedure_term_ids(plan_of(), knowledge)
    assert "zienswijze-ontwerp-regeling" not in procedure_term_ids(plan_of(kind="raadsregeling"), knowledge)
    assert procedure_term_ids(plan_of(None), knowledge) == ()
    assert procedure_term_ids(plan_of(kind=None), knowledge) == ()
