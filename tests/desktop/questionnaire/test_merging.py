"""Answers of a form into a dossier: nothing replaced unasked, everything said."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.questionnaire.errors import OtherDossier, OtherPartner, PartnerGone, PartnerNeeded
from desktop.questionnaire.filled import FilledForm, Oddity, OddKind, StatementFilled, TextFilled
from desktop.questionnaire.form import questionnaire_pdf
from desktop.questionnaire.mark import Mark, mark_for
from desktop.questionnaire.merging import ItemKind, OnDifference, Report, answers_into, guessed_partner
from desktop.questionnaire.questions import STATES, statements_of
from desktop.questionnaire.reading import read_questionnaire
from desktop.questionnaire.wording import difference_line, field_words, head_line, odd_line, report_lines
from models.dossier import Dossier, dossier_from_values
from models.dossier.base import LATER, MAX_TEXT, UNKNOWN
from models.dossier.edit import value_at, with_value
from models.knowledge import Knowledge
from models.vocabulary import CriterionId
from tests.desktop.questionnaire.forms import by_pikepdf, dossier_with
from tests.models.samples import minimal
from tests.strategies import texts

ROUTINE = ("vorm", "answers", "routine")


def form(knowledge: Knowledge, dossier: Dossier, partner: str | None = "p1", **values: Any) -> FilledForm:
    return FilledForm(mark_for(dossier, knowledge, partner), **values)


def words_of(report: Report, knowledge: Knowledge) -> str:
    return "\n".join((head_line(report), *report_lines(report, knowledge), *map(difference_line, report.differs)))


def test_every_answer_goes_to_its_place(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    filled = form(
        knowledge,
        dossier,
        statements=(StatementFilled("routine", 4, 7, "Let op"), StatementFilled("beleid", UNKNOWN)),
        texts=(TextFilled("vraag.reden", "Omdat"), TextFilled("empathie.pijn", "Geen")),
        respondent="secretaris",
        held_on=date(2026, 3, 5),
    )
    after, report = answers_into(dossier, knowledge, filled)
    routine = after.vorm.answers[CriterionId.ROUTINE]
    assert routine.partners == {"p1": 4}
    assert routine.partner_importance == {"p1": 7}
    assert routine.remark == "Gemeente 1: Let op"
    assert (routine.joint, routine.importance) == (None, None)
    assert after.vorm.answers[CriterionId.BELEID].partners == {"p1": UNKNOWN}
    intake = after.partners.partners[0].intake
    assert intake.answers == {"reden": "Omdat"}
    assert intake.empathy_map == {"pijn": "Geen"}
    assert (intake.respondent, intake.held_on) == ("secretaris", date(2026, 3, 5))
    assert len(report.taken) == 8
    assert (report.answered, report.statements, report.written, report.questions) == (2, 13, 2, 13)
    assert "Gemeente 1: 2 van de 13 stellingen beantwoord, 2 van de 13 vragen." in words_of(report, knowledge)
    assert "8 antwoorden zijn nieuw." in words_of(report, knowledge)
    assert after.partners.partners[1:] == dossier.partners.partners[1:]


@given(data=st.data())
def test_any_form_changes_only_what_is_of_its_partner(data: st.DataObject, knowledge: Knowledge) -> None:
    dossier = dossier_with()
    scores = st.one_of(st.none(), st.sampled_from(list(STATES.values())))
    rows = tuple(
        StatementFilled(row.id.value, data.draw(scores), data.draw(st.one_of(st.none(), st.integers(0, 10))))
        for row in statements_of(knowledge)
    )
    words = tuple(
        TextFilled(key, data.draw(texts(20).filter(str.strip)))
        for key in mark_for(dossier, knowledge, "p1").questions
        if not key.startswith("stelling.") and data.draw(st.booleans())
    )
    filled = form(knowledge, dossier, statements=tuple(r for r in rows if not r.is_empty), texts=words)
    after, report = answers_into(dossier, knowledge, filled)
    for row in rows:
        base = ("vorm", "answers", row.criterion)
        assert value_at(after, (*base, "partners", "p1")) == row.answer
        assert value_at(after, (*base, "partner_importance", "p1")) == row.importance
        assert value_at(after, (*base, "partners", "p2")) is None
    assert report.differs == ()
    again, second = answers_into(after, knowledge, filled, on_difference=OnDifference.REPLACE)
    assert again == after
    assert (second.taken, second.replaced, second.same) == ((), (), len(report.taken))
    back = after.model_copy(update={"vorm": dossier.vorm, "partners": dossier.partners})
    assert back == dossier


def test_a_round_trip_through_a_file(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    data = by_pikepdf(questionnaire_pdf(dossier, knowledge, "p2"), {"stelling.routine.antwoord": "antwoord-5"})
    after, _ = answers_into(dossier, knowledge, read_questionnaire(data))
    assert after.vorm.answers[CriterionId.ROUTINE].partners == {"p2": 5}


# --- differences


def _answered(dossier: Dossier) -> Dossier:
    dossier = with_value(dossier, (*ROUTINE, "partners", "p1"), 2)
    return with_value(dossier, ("partners", "partners", "p1", "intake", "answers", "reden"), "Eerder")


def test_nothing_is_replaced_unasked(knowledge: Knowledge) -> None:
    dossier = _answered(dossier_with())
    rows = {"statements": (StatementFilled("routine", 4, 7),), "texts": (TextFilled("vraag.reden", "Nu"),)}
    after, report = answers_into(dossier, knowledge, form(knowledge, dossier, **rows))
    assert value_at(after, (*ROUTINE, "partners", "p1")) == 2
    assert value_at(after, (*ROUTINE, "partner_importance", "p1")) == 7
    assert [(item.kind, item.before, item.value) for item in report.kept] == [
        (ItemKind.ANSWER, 2, 4),
        (ItemKind.TEXT, "Eerder", "Nu"),
    ]
    told = words_of(report, knowledge)
    assert "in het dossier staat 2, in het formulier 4." in told
    assert "in het dossier staat “Eerder”, in het formulier “Nu”." in told


def test_what_differs_is_replaced_when_asked(knowledge: Knowledge) -> None:
    dossier = _answered(dossier_with())
    filled = form(knowledge, dossier, statements=(StatementFilled("routine", UNKNOWN),))
    after, report = answers_into(dossier, knowledge, filled, on_difference=OnDifference.REPLACE)
    assert value_at(after, (*ROUTINE, "partners", "p1")) == UNKNOWN
    assert len(report.replaced) == 1
    assert "in het formulier weet ik niet." in words_of(report, knowledge)


def test_an_open_answer_in_the_form_leaves_what_is_there(knowledge: Knowledge) -> None:
    dossier = _answered(dossier_with())
    after, report = answers_into(dossier, knowledge, form(knowledge, dossier), on_difference=OnDifference.REPLACE)
    assert after == dossier
    assert "In dit formulier is niets ingevuld." in words_of(report, knowledge)


def test_later_is_no_answer_yet(knowledge: Knowledge) -> None:
    dossier = with_value(dossier_with(), (*ROUTINE, "partners", "p1"), LATER)
    after, report = answers_into(
        dossier, knowledge, form(knowledge, dossier, statements=(StatementFilled("routine", 3),))
    )
    assert value_at(after, (*ROUTINE, "partners", "p1")) == 3
    assert report.differs == ()


def test_what_somebody_was_typing_makes_way(knowledge: Knowledge) -> None:
    drafts = {"partners/partners/p1/intake/held_on": "5 maar", "opgave/question": "x"}
    dossier = dossier_with(drafts=drafts)
    after, _ = answers_into(dossier, knowledge, form(knowledge, dossier, held_on=date(2026, 3, 5)))
    assert after.drafts == {"opgave/question": "x"}


# --- remarks


def test_a_remark_goes_under_what_is_there_and_only_once(knowledge: Knowledge) -> None:
    dossier = with_value(dossier_with(), (*ROUTINE, "remark"), "Samen besproken.")
    filled = form(knowledge, dossier, statements=(StatementFilled("routine", remark="Twee\nregels"),))
    after, _ = answers_into(dossier, knowledge, filled)
    assert value_at(after, (*ROUTINE, "remark")) == "Samen besproken.\nGemeente 1: Twee\nregels"
    again, report = answers_into(after, knowledge, filled)
    assert again == after
    assert report.same == 1


def test_a_remark_without_room_is_named(knowledge: Knowledge) -> None:
    dossier = with_value(dossier_with(), (*ROUTINE, "remark"), "a" * MAX_TEXT)
    filled = form(knowledge, dossier, statements=(StatementFilled("routine", remark="Meer"),))
    after, report = answers_into(dossier, knowledge, filled)
    assert after == dossier
    assert len(report.full) == 1
    assert "daar is geen ruimte meer" in words_of(report, knowledge)


# --- whose form it is


def test_a_form_of_another_dossier(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    other = dossier.model_copy(update={"id": "d-2"})
    with pytest.raises(OtherDossier):
        answers_into(other, knowledge, form(knowledge, dossier))


def test_a_partner_that_left(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    filled = form(knowledge, dossier)
    gone = with_value(dossier, ("partners", "partners", "p1", "removed"), True)
    with pytest.raises(PartnerGone):
        answers_into(gone, knowledge, filled)
    assert guessed_partner(gone, filled) is None
    with pytest.raises(OtherPartner):
        answers_into(dossier, knowledge, filled, "p2")


def test_a_form_for_anybody(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    filled = form(knowledge, dossier, None, organisation="gemeente  2", statements=(StatementFilled("routine", 1),))
    with pytest.raises(PartnerNeeded):
        answers_into(dossier, knowledge, filled)
    assert guessed_partner(dossier, filled) == "p2"
    after, _ = answers_into(dossier, knowledge, filled, "p3")
    assert value_at(after, (*ROUTINE, "partners")) == {"p3": 1}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Aalsmeer", "a"),
        ("gemeente AALSMEER", "a"),
        ("De gemeente Één", "e"),
        ("Dubbel", None),
        ("", None),
        ("x", None),
    ],
)
def test_a_partner_is_found_by_its_name(typed: str, found: str | None, knowledge: Knowledge) -> None:
    names = {"a": "Gemeente Aalsmeer", "e": "Een", "d1": "Dubbel", "d2": "dubbel"}
    rows = [{"id": key, "name": name} for key, name in names.items()]
    dossier = dossier_from_values(minimal(partners={"partners": rows}))
    assert guessed_partner(dossier, form(knowledge, dossier, None, organisation=typed)) == found


# --- other knowledge


def test_a_question_that_changed_is_left_out_and_named(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    mark = mark_for(dossier, knowledge, "p1")
    asked = {**mark.questions, "stelling.routine": "00000000", "vraag.oud": "11111111"}
    filled = FilledForm(
        Mark(mark.dossier, mark.partner, "2025.1", asked),
        (StatementFilled("routine", 4), StatementFilled("beleid", 3)),
        (TextFilled("vraag.oud", "Weg"),),
    )
    after, report = answers_into(dossier, knowledge, filled)
    assert set(after.vorm.answers) == {CriterionId.BELEID}
    assert set(report.changed) == {"stelling.routine", "vraag.oud"}
    told = words_of(report, knowledge)
    assert "Stelling “Soort werk”: deze vraag is intussen veranderd. Niet overgenomen." in told
    assert "Veld “vraag.oud”" in told


def test_another_version_with_the_same_questions(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    mark = mark_for(dossier, knowledge, "p1")
    filled = FilledForm(Mark(mark.dossier, mark.partner, "2025.1", mark.questions), (StatementFilled("beleid", 3),))
    _, report = answers_into(dossier, knowledge, filled)
    assert len(report.taken) == 1
    assert "eerdere versie" in words_of(report, knowledge)


# --- words


@pytest.mark.parametrize("kind", list(OddKind))
@pytest.mark.parametrize(
    "field", ["stelling.routine.belang", "vraag.reden", "wie.datum", "", "vreemd.<b>", "stelling.x"]
)
def test_every_oddity_has_a_sentence(kind: OddKind, field: str, knowledge: Knowledge) -> None:
    line = odd_line(Oddity(kind, field, "<b>waarde"), knowledge)
    assert line.endswith(".")
    assert max(len(sentence.split()) for sentence in line.split(". ")) <= 25


def test_fields_in_words(knowledge: Knowledge) -> None:
    assert field_words("stelling.routine.belang", knowledge) == "Stelling “Soort werk”, belang"
    assert field_words("stelling.routine", knowledge) == "Stelling “Soort werk”"
    assert field_words("wie.datum", knowledge) == "Datum"
    assert field_words("vraag.reden", knowledge).startswith("Vraag “Waarom")
    assert field_words("iets.anders", knowledge) == "Veld “iets.anders”"


def test_forty_partners(knowledge: Knowledge) -> None:
    dossier = dossier_with(40)
    for number in range(1, 41):
        rows = tuple(StatementFilled(row.id.value, 1 + number % 5, 5, "ja") for row in statements_of(knowledge))
        dossier, report = answers_into(dossier, knowledge, form(knowledge, dossier, f"p{number}", statements=rows))
        assert len(report.taken) == 39
    routine = dossier.vorm.answers[CriterionId.ROUTINE]
    assert len(routine.partners) == 40
    assert routine.remark.count("\n") == 39
