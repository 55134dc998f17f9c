"""What changed, in the words of the pages: nothing is left out, and amounts stand beside each other exactly."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.signoff.comparison import Comparison, Side, compare
from models.signoff.money_changes import MoneyKind
from models.vocabulary import StepId
from tests.models.samples import example, full
from tests.strategies import dossiers
from wizards.steps.vaststelling_parts.answer_words import AnswerChange, answer_changes
from wizards.steps.vaststelling_parts.compare_view import money_sheet

FULL = dossier_from_values(full())


def between(before: Dossier, after: Dossier) -> Comparison:
    return compare(Side(before, {}, "1"), Side(after, {}, "1"))


def told(after: Dossier, knowledge: Knowledge, before: Dossier = FULL) -> list[AnswerChange]:
    return [change for step in answer_changes(between(before, after), knowledge) for change in step.changes]


@settings(max_examples=40)
@given(before=dossiers(dossier_id="a"), after=dossiers(dossier_id="a"))
def test_every_step_that_differs_says_what(knowledge: Knowledge, before: Dossier, after: Dossier) -> None:
    found = between(before, after)
    said = answer_changes(found, knowledge)
    assert [step.step for step in said] == [step for step, _ in found.steps()]
    assert all(step.changes for step in said)
    for step in said:
        for change in step.changes:
            assert change.question or change.group
            assert (change.before != change.after) or (change.before, change.after) == ("", "")


@pytest.mark.parametrize(
    ("path", "value", "question", "before", "after"),
    [
        (("opgave", "question"), "Anders", "Welke vraag wilt u samen beantwoorden?", None, "Anders"),
        (("vorm", "answers", "beleid", "joint"), 5, "Beleid of uitvoering", "2 van 5", "5 van 5"),
        (("kosten", "items", "c2", "amounts", "2029"), Decimal(5), "Salarissen", "2028: € 910.000,00", None),
        (("kosten", "chosen"), None, "Welke verdeelsleutel kiest u?", "Inwoners", "Niet ingevuld"),
        (("kosten", "today", "castelrade"), Decimal(1), "Castelrade", "Kosten per jaar: Later invullen", None),
        (("vaststelling", "case_number"), "Z-1", "Zaaknummer", "Niet ingevuld", "Z-1"),
    ],
)
def test_an_answer_has_the_words_of_its_page(
    knowledge: Knowledge, path: tuple[str, ...], value: object, question: str, before: str | None, after: str | None
) -> None:
    (change,) = told(with_value(FULL, path, value), knowledge)
    assert change.question == question
    assert before is None or change.before == before
    assert after is None or change.after == after


def test_a_record_that_came_or_went_is_shown(knowledge: Knowledge) -> None:
    (gone,) = [c for c in told(with_value(FULL, ("kosten", "savings"), ()), knowledge) if c.question == "Minder inhuur"]
    assert gone.before.startswith("Waarop bespaart u?")
    assert gone.after == "staat er niet"


def test_order_alone_is_a_change_without_two_texts(knowledge: Knowledge) -> None:
    items = FULL.kosten.items
    assert len(items) > 1
    changes = told(with_value(FULL, ("kosten", "items"), tuple(reversed(items))), knowledge)
    assert changes
    assert {(c.before, c.after) for c in changes} == {("", "")}


@pytest.mark.parametrize("name", ["bar", "lindestreek", "matrix"])
def test_an_emptied_step_is_told_for_every_example(knowledge: Knowledge, name: str) -> None:
    values = example(name)
    before = dossier_from_values(values)
    for step in (StepId.OPGAVE, StepId.VORM, StepId.BEGINSITUATIE):
        empty = type(before.section(step))()
        after = before.with_section(step, empty)
        if after != before:
            assert told(after, knowledge, before), step


def test_amounts_stand_beside_each_other() -> None:
    found = between(FULL, with_value(FULL, ("kosten", "items", "c2", "amounts", "2028"), Decimal("950000.00")))
    sheet = money_sheet(found, MoneyKind.STRUCTURAL)
    assert sheet.heads[0].endswith(": was")
    assert len(sheet.heads) == 6  # years with equal amounts stand together, and all years
    names = [label for label, _ in sheet.rows]
    assert names == ["Aldermeer", "Brinkhoven", "Castelrade", "Samen"]
    assert sheet.bold == {3}
    for place in range(3):
        column = [row[place] for row in sheet.values]
        assert sum(v for v in column[:3] if isinstance(v, Decimal)) == column[3]
    assert sheet.values[3][:3] == (Decimal("910000.00"), Decimal("950000.00"), Decimal("40000.00"))
    assert money_sheet(found, MoneyKind.ONE_OFF).rows == ()
