"""What a municipal lawyer would catch: who publishes, what each body is told, and days that are not as they seem."""

from datetime import date

import pytest

from models.dossier.agree import RegelingKind
from models.knowledge import Knowledge
from models.planning import (
    NoteKind,
    Organ,
    Ready,
    StepKey,
    budget_calendar,
    decision_calendar,
    leaving_calendar,
)
from models.planning.results import DecisionCalendar, PlannedStep
from models.vocabulary import LegalBasis
from models.wording.planning import body_name, headline, note_words, step_table, term_words, when_words, who
from tests.models.planning.plans import NO_TIME, plan_of

K = StepKey
OL, BVO, GO = (
    LegalBasis.OPENBAAR_LICHAAM,
    LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
    LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
)
CENTRE, PLAIN = LegalBasis.CENTRUMGEMEENTE, LegalBasis.REGELING_ZONDER_MEER
NAMES = {"p1": "Aalten", "p2": "Borne"}
LEAVING = {"leaving": "p2", "leaving_start": "2027-01-11", "notice_months": 12}


def step(calendar: DecisionCalendar, key: StepKey) -> PlannedStep:
    found = calendar.step(key)
    assert found is not None
    return found


def kinds(calendar: DecisionCalendar) -> set[NoteKind]:
    return {note.kind for note in (*calendar.obstacles, *calendar.remarks)}


def words(calendar: DecisionCalendar, kind: NoteKind) -> str:
    return note_words(next(note for note in calendar.remarks if note.kind is kind), NAMES).replace("\u00a0", " ")


def heading(calendar: DecisionCalendar) -> str:
    return " ".join(headline(calendar, NAMES)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("basis", "organ", "name"),
    [
        (OL, Organ.ZETELGEMEENTE, "gemeente van de zetel (Aalten)"),
        (BVO, Organ.ZETELGEMEENTE, "gemeente van de zetel (Aalten)"),
        (GO, Organ.ZETELGEMEENTE, "gemeente van de zetel (Aalten)"),
        (CENTRE, Organ.AANGEWEZEN_GEMEENTE, "aangewezen gemeente (Aalten)"),
        (PLAIN, Organ.AANGEWEZEN_GEMEENTE, "aangewezen gemeente (Aalten)"),
    ],
)
def test_without_a_seat_the_designated_municipality_publishes(
    knowledge: Knowledge, basis: LegalBasis, organ: Organ, name: str
):
    """Wgr 26(1): the municipality that the regeling designates, else that of the seat (law.md §1.5)."""
    made = step(decision_calendar(plan_of(basis), knowledge), K.BEKENDMAKING)
    left = step(leaving_calendar(plan_of(basis, **LEAVING), knowledge), K.UITTREDEN_BEKENDMAKING)
    for publication in (made, left):
        assert (publication.organ, publication.partners) == (organ, ("p1",))
        assert who(publication, NAMES) == name
    agenda = next(a for a in decision_calendar(plan_of(basis), knowledge).per_body() if a.organ is organ)
    assert body_name(agenda, NAMES) == name


def test_who_tells_the_register(knowledge: Knowledge):
    organs = {basis: step(decision_calendar(plan_of(basis), knowledge), K.REGISTER).organ for basis in (CENTRE, PLAIN)}
    assert organs == {CENTRE: Organ.CENTRUMGEMEENTE, PLAIN: Organ.AANGEWEZEN_GEMEENTE}


def test_an_unknown_publisher_is_not_called_a_seat_only(knowledge: Knowledge):
    said = words(decision_calendar(plan_of(CENTRE, seat=None), knowledge), NoteKind.SEAT_MISSING)
    assert "welke gemeente bekendmaakt" in said and "wijst haar aan" in said


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (RegelingKind.COLLEGEREGELING, K.BESLUIT),
        (RegelingKind.GEMENGDE_REGELING, K.BESLUIT),
        (RegelingKind.RAADSREGELING, K.RAADSBESLUIT),
    ],
)
def test_every_centrumregeling_describes_its_mandate(knowledge: Knowledge, kind: RegelingKind, key: StepKey):
    """Wgr 8(4): mandate, whoever makes the centrumregeling."""
    assert Ready.MANDAAT_CENTRUM in step(decision_calendar(plan_of(CENTRE, kind=kind.value), knowledge), key).ready
    plain = step(decision_calendar(plan_of(PLAIN, kind=kind.value), knowledge), key)
    assert Ready.MANDAAT_CENTRUM not in plain.ready


def test_leaving_a_mixed_regeling_needs_permission_too(knowledge: Knowledge):
    """Wgr 1(4)(5): the raad decides for itself and permits its college (law.md §1.4)."""
    mixed = leaving_calendar(plan_of(OL, kind="gemengde-regeling", **LEAVING), knowledge)
    decision = step(mixed, K.UITTREDEN_RAADSBESLUIT)
    assert decision.article == "artikel 1, vierde en vijfde lid, Wgr"
    assert Ready.TWEE_RAADSBESLUITEN in decision.ready
    alone = step(leaving_calendar(plan_of(OL, kind="raadsregeling", **LEAVING), knowledge), K.UITTREDEN_RAADSBESLUIT)
    assert alone.article == "artikel 1, vijfde lid, Wgr"
    assert Ready.TWEE_RAADSBESLUITEN not in alone.ready


def test_leaving_names_the_ondernemingsraad(knowledge: Knowledge):
    """WOR 25(1): ending lasting cooperation asks advice too (law.md §5.5)."""
    for basis in (OL, PLAIN, LegalBasis.CONVENANT):
        assert NoteKind.LEAVING_WORKS_COUNCIL in kinds(leaving_calendar(plan_of(basis, **LEAVING), knowledge))
    without = leaving_calendar(plan_of(OL, works_council=False, **LEAVING), knowledge)
    assert NoteKind.LEAVING_WORKS_COUNCIL not in kinds(without)


def test_notice_of_an_agreement_is_no_term_of_a_regeling(knowledge: Knowledge):
    calendar = leaving_calendar(plan_of(LegalBasis.CONVENANT, **LEAVING), knowledge)
    assert term_words(step(calendar, K.OPZEGTERMIJN)) == "volgens afspraak: 12 maanden"


def test_a_step_that_has_not_begun_does_not_still_run(knowledge: Knowledge):
    early = decision_calendar(plan_of(in_force="2026-12-01"), knowledge)
    assert early.late_step is K.PRINCIPEBESLUIT
    assert "“Besluit in principe” is dan nog niet begonnen." in heading(early)
    assert "is dan nog niet klaar" in words(early, NoteKind.WISHED_TOO_EARLY)
    during = decision_calendar(plan_of(in_force="2027-04-24"), knowledge)
    assert "“Toestemming van de raden” duurt dan nog." in heading(during)


@pytest.mark.parametrize("basis", [OL, BVO, GO, CENTRE, PLAIN])
def test_every_collegeregeling_says_that_it_usually_takes_longer(knowledge: Knowledge, basis: LegalBasis):
    """law.md §6.1 holds for all forms: six to nine months."""
    assert NoteKind.USUALLY_LONGER in kinds(decision_calendar(plan_of(basis, terms=NO_TIME), knowledge))


def test_the_raad_is_told_beforehand_if_it_asks_too(knowledge: Knowledge):
    """Gemw 169(4): on request, or where the consequences may be drastic (law.md §3.1)."""
    calendar = decision_calendar(plan_of(LegalBasis.OVEREENKOMST), knowledge)
    said = words(calendar, NoteKind.RAAD_FIRST_IF_DRASTIC)
    assert "als een raad dat vraagt" in said and "wensen en bedenkingen" in said
    # There is no decision in principle before an agreement.
    assert Ready.COLLEGEBESLUIT_TEKST not in step(calendar, K.BESLUIT_OVEREENKOMST).ready
    assert Ready.EEN_TEKST in step(calendar, K.BESLUIT_OVEREENKOMST).ready


def test_unknown_meetings_in_the_budget_are_the_last_working_days(knowledge: Knowledge):
    calendar = budget_calendar(plan_of(OL, budget_year=2027), knowledge)
    views = step(calendar, K.BEGROTING_ZIENSWIJZE)
    assert {raad.day for raad in views.raden} == {date(2026, 9, 11)}  # the 13th is a Sunday
    assert "eerste werkdag" not in words(calendar, NoteKind.MEETINGS_UNKNOWN)


def test_adoption_too_late_shows_no_later_day_as_in_time(knowledge: Knowledge):
    """Wgr 34(2): before 15 September, whatever the day of adoption (law.md §6.6)."""
    calendar = budget_calendar(plan_of(OL, budget_year=2028, board_adopts_on="2027-09-20"), knowledge)
    sent = step(calendar, K.BEGROTING_GS)
    assert (sent.start, sent.end, sent.latest) == (date(2027, 9, 20), date(2027, 9, 20), False)
    assert term_words(sent).replace("\u00a0", " ") == "wet: vóór 15 september"
    assert "Vaststellen op 20 september 2027 is te laat." in heading(calendar)
    assert not any("oktober" in cell for row in step_table(calendar, NAMES).rows for cell in row)
    weekend = budget_calendar(plan_of(OL, budget_year=2028, board_adopts_on="2027-09-25"), knowledge)
    assert K.BEGROTING_GS not in {note.step for note in weekend.remarks}


def test_a_day_that_people_chose_is_no_last_day(knowledge: Knowledge):
    days = {"board_offers_on": "2027-06-28", "board_adopts_on": "2027-07-05"}
    calendar = budget_calendar(plan_of(OL, budget_year=2028, **days), knowledge)
    assert when_words(step(calendar, K.BEGROTING_VASTSTELLEN)).replace("\u00a0", " ") == "5 juli 2027"
    assert when_words(step(calendar, K.BEGROTING_AANBIEDEN)).replace("\u00a0", " ") == "28 juni 2027"
    assert "stelt de begroting op 5 juli 2027 vast." in heading(calendar)
    latest = budget_calendar(plan_of(OL, budget_year=2028), knowledge)
    assert "stelt de begroting uiterlijk op 14 september 2027 vast." in heading(latest)
    one = budget_calendar(plan_of(BVO, budget_year=2028, board_offers_on="2027-07-05"), knowledge)
    assert not step(one, K.BEGROTING_VASTSTELLEN).latest


def test_an_answer_on_a_sunday_is_said(knowledge: Knowledge):
    calendar = budget_calendar(plan_of(OL, budget_year=2028, board_adopts_on="2027-07-05"), knowledge)
    note = next(n for n in calendar.remarks if n.step is K.BEGROTING_ANTWOORD)
    assert (note.kind, note.day, note.until) == (NoteKind.LATEST_IN_WEEKEND, date(2027, 7, 4), date(2027, 7, 2))


def test_a_silent_regeling_is_not_simply_for_the_judge(knowledge: Knowledge):
    """Wgr 28: gedeputeerde staten decide disputes first (law.md §1.2)."""
    item = next(item for item in knowledge.checklists.regeling if item.id == "uittreedsom")
    assert item.why is not None and "Gedeputeerde staten" in item.why
    assert next(item for item in knowledge.checklists.staff if item.id == "cao").article is None
