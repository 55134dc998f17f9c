"""Advies, akkoord en evaluatie: the proposal, one argument a line, what is missing, choice beside advice."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.advice.advise import advise
from models.check import Finding, FindingKind, check_dossier
from models.dossier import dossier_from_values
from models.dossier.agree import GoalOutcome, GoalVerdict
from models.dossier.base import ImmutableDict
from models.dossier.choose import FormChoice, LegalChoice
from models.dossier.edit import with_value
from models.dossier.explore import Goal
from models.knowledge import Knowledge
from models.vocabulary import BodyKind, CooperationForm, LegalBasis, StepId
from tests.models.samples import example, full, minimal
from tests.wizards.steps.agreement_pages import chosen, clicked, field_at, filled, shown, typed
from wizards.context import Context
from wizards.forms.spec import Kind
from wizards.forms.values import parse
from wizards.forms.values import shown as shown_text
from wizards.steps.vaststelling import SPEC
from wizards.steps.vaststelling_parts.cards import ChoiceCard, MissingCard
from wizards.steps.vaststelling_parts.evaluation import GoalsCard
from wizards.steps.vaststelling_parts.sentences import (
    advice_sentences,
    choice_sentence,
    counted,
    findings_by_step,
    target_of,
    verdict,
)
from wizards.widgets.text import Label

Make = Callable[..., Context]


def test_the_proposal_is_typed(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    before = editor.dossier
    for name in ("summary", "minority_view", "why_now", "changes", "case_number", "portfolio", "author"):
        typed(qtbot, page, ("vaststelling", name), f"R&D <b>{name}</b>")
        assert getattr(editor.dossier.vaststelling, name) == f"R&D <b>{name}</b>"
    typed(qtbot, page, ("vaststelling", "questions"), "Wat kost het? Drie ton.\n\nWie betaalt?")
    assert editor.dossier.vaststelling.questions == ("Wat kost het? Drie ton.", "Wie betaalt?")
    typed(qtbot, page, ("vaststelling", "evaluation", "first_on"), "15 januari 2030")
    typed(qtbot, page, ("vaststelling", "evaluation", "every_years"), "4")
    typed(qtbot, page, ("vaststelling", "evaluation", "owner"), "De secretaris")
    typed(qtbot, page, ("vaststelling", "evaluation", "text"), "De doelen")
    plan = editor.dossier.vaststelling.evaluation
    assert (plan.first_on, plan.every_years, plan.owner, plan.text) == (
        date(2030, 1, 15),
        4,
        "De secretaris",
        "De doelen",
    )
    while editor.can_undo:  # type: ignore[attr-defined]
        editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.vaststelling == before.vaststelling


def test_an_evaluation_is_held(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    goal = editor.dossier.doelen.goals[0]
    page.open_view("evaluatie")
    told = [label.text() for label in page.findChildren(GoalsCard)[0].findChildren(Label)]
    assert any(goal.indicator in text for text in told)
    clicked(qtbot, page, "Evaluatie toevoegen")
    (held,) = editor.dossier.vaststelling.evaluations
    path = ("vaststelling", "evaluations", held.id)
    typed(qtbot, page, (*path, "held_on"), "15-1-2030")
    typed(qtbot, page, (*path, "revision"), "2")
    typed(qtbot, page, (*path, "owner"), "De secretaris")
    typed(qtbot, page, (*path, "goals", goal.id, "value"), "3 van 4")
    chosen(qtbot, page, (*path, "goals", goal.id, "verdict"), "Deels gehaald")
    typed(qtbot, page, (*path, "goals", goal.id, "remark"), "Een vacature")
    for name in ("came_about", "lessons", "actions"):
        typed(qtbot, page, (*path, name), f"R&D {name}")
    (held,) = editor.dossier.vaststelling.evaluations
    assert (held.held_on, held.revision, held.owner) == (date(2030, 1, 15), 2, "De secretaris")
    assert held.goals[goal.id] == GoalOutcome(value="3 van 4", verdict=GoalVerdict.PARTLY, remark="Een vacature")
    assert (held.came_about, held.lessons, held.actions) == ("R&D came_about", "R&D lessons", "R&D actions")
    rows = SPEC.rows(editor.dossier, editor.knowledge)
    row = next(r for r in rows if r.path == path)
    assert row.label == "Evaluatie van 15\u00a0januari 2030"
    assert "3 van 4" in row.answer
    assert "Deels gehaald" in row.answer
    while editor.can_undo:  # type: ignore[attr-defined]
        editor.undo()  # type: ignore[attr-defined]
    assert editor.dossier.vaststelling.evaluations == ()


def test_the_questions_of_an_evaluation_follow_the_goals(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(full()))
    editor, page = context.editor, shown(qtbot, context, SPEC)
    page.open_view("evaluatie")
    clicked(qtbot, page, "Evaluatie toevoegen")
    (held,) = editor.dossier.vaststelling.evaluations
    goals = (*editor.dossier.doelen.goals, Goal(id="nieuw", text="Een nieuw doel"))
    editor.put(("doelen", "goals"), goals)
    qtbot.wait(30)
    typed(qtbot, page, ("vaststelling", "evaluations", held.id, "goals", "nieuw", "value"), "7")
    assert editor.dossier.vaststelling.evaluations[0].goals["nieuw"].value == "7"
    editor.put(("doelen", "goals"), ())
    qtbot.wait(30)
    assert editor.dossier.vaststelling.evaluations[0].goals["nieuw"].value == "7"  # what was found stays


def test_arguments_stand_one_on_a_line(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = shown(qtbot, context, SPEC)
    clicked(qtbot, page, "Beslispunt toevoegen")
    (point,) = context.editor.dossier.vaststelling.beslispunten
    path = ("vaststelling", "beslispunten", point.id)
    typed(qtbot, page, (*path, "text"), "De regeling aangaan")
    typed(qtbot, page, (*path, "arguments"), "Het is goedkoper\n\n  Het is beter ")
    typed(qtbot, page, (*path, "remarks"), "Het kost tijd")
    raad = next(b for b in field_at(page, (*path, "bodies"))._boxes.values() if b.accessibleName() == "Raad")
    qtbot.mouseClick(raad, Qt.MouseButton.LeftButton)
    (point,) = context.editor.dossier.vaststelling.beslispunten
    assert point.arguments == ("Het is goedkoper", "Het is beter")
    assert point.remarks == ("Het kost tijd",)
    assert point.bodies == (BodyKind.RAAD,)
    rows = SPEC.rows(context.editor.dossier, context.editor.knowledge)
    row = next(r for r in rows if r.path == path)
    assert row.label == "1. De regeling aangaan"
    assert "Het is goedkoper\nHet is beter" in row.answer
    typed(qtbot, page, (*path, "arguments"), "")
    assert context.editor.dossier.vaststelling.beslispunten[0].arguments == ()


@pytest.mark.parametrize("text", ["", "een", "een\ntwee", "één & <b>", "a\n\nb", "  a  "])
def test_lines_are_read_as_they_are_shown(text: str) -> None:
    lines = parse(Kind.LINES, text)
    assert parse(Kind.LINES, shown_text(Kind.LINES, lines)) == lines
    assert all(line.strip() == line and line for line in lines)


def test_what_is_missing_leads_to_its_field(qtbot: QtBot, context_of: Make, wishes: object) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = shown(qtbot, context, SPEC)
    clicked(qtbot, page, "Bekijk de lijst")
    qtbot.wait(20)
    missing = page.findChild(MissingCard)
    assert len(missing.links) == len(context.editor.insight.findings) > 5
    for link in missing.links:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    asked = wishes.steps  # type: ignore[attr-defined]
    assert (StepId.KOSTEN, ("kosten", "chosen")) in asked
    assert [step for step, _ in asked] == sorted((step for step, _ in asked), key=list(StepId).index)
    typed(qtbot, page, ("vaststelling", "evaluation", "first_on"), "15 januari 2030")
    page.open_view("ontbreekt")
    qtbot.waitUntil(lambda: len(missing.links) == len(asked) - 1)


def test_nothing_missing_is_said(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(filled())
    page = shown(qtbot, context, SPEC)
    card = page.findChild(ChoiceCard)
    assert card.todo.text() == "Er ontbreekt niets en geen antwoord spreekt een ander tegen."
    assert not card.differs.isVisibleTo(page)


def test_a_choice_that_differs_shows_its_reason(qtbot: QtBot, context_of: Make) -> None:
    choice = FormChoice(form=CooperationForm.SETA, reason="De raden willen één organisatie.")
    context = context_of(with_value(filled(), ("vorm", "choice"), choice))
    page = shown(qtbot, context, SPEC)
    card = page.findChild(ChoiceCard)
    assert card.differs.isVisibleTo(page)
    assert card.differs.text.text().startswith("Reden: De raden willen één organisatie.")
    assert "Schrijf" not in card.differs.text.text()
    context.editor.put(("vorm", "choice", "reason"), "")
    qtbot.waitUntil(lambda: card.differs.text.text().endswith("Schrijf bij elke keuze op waarom u afwijkt."))


def test_choice_and_advice_in_words(knowledge: Knowledge) -> None:
    empty = dossier_from_values(minimal())
    assert choice_sentence(empty, knowledge).endswith("geen samenwerkingsvorm en geen rechtsvorm gekozen.")
    assert "nog geen advies" in advice_sentences(advise(empty, knowledge, samples=False), knowledge)
    going_on = with_value(empty, ("vorm", "choice"), FormChoice(form="doorgaan"))
    assert choice_sentence(going_on, knowledge) == "De partners kiezen ervoor om door te gaan zoals nu."
    basis = with_value(empty, ("rechtsvorm", "choice"), LegalChoice(basis=LegalBasis.CONVENANT))
    assert "De samenwerkingsvorm is nog niet gekozen." in choice_sentence(basis, knowledge)
    form = with_value(empty, ("vorm", "choice"), FormChoice(form=CooperationForm.SSC))
    assert choice_sentence(form, knowledge).endswith("De rechtsvorm is nog niet gekozen.")
    for dossier in (dossier_from_values(full()), dossier_from_values(example("netwerk")), form, going_on):
        said = verdict(dossier, advise(dossier, knowledge, samples=False), knowledge)
        sentences = f"{said.choice} {said.advice}".split(". ")
        assert all(0 < len(sentence.split()) <= 20 for sentence in sentences), sentences


def test_findings_go_to_the_step_that_they_are_about(knowledge: Knowledge) -> None:
    draft = Finding("draft", FindingKind.NOTICE, StepId.VASTSTELLING, "kosten/items/a.b%2Fc/name", "…")
    assert target_of(draft) == (StepId.KOSTEN, ("kosten", "items", "a.b/c", "name"))
    recheck = Finding("recheck", FindingKind.NOTICE, StepId.VASTSTELLING, "uren", "…")
    assert target_of(recheck) == (StepId.UREN, ("uren",))
    wrong = Finding("x", FindingKind.CONTRADICTION, StepId.UREN, "uren.entries", "…")
    (kosten, uren) = findings_by_step((draft, recheck, wrong), knowledge)
    assert kosten.step is StepId.KOSTEN
    assert [f.kind for f in uren.findings] == [FindingKind.CONTRADICTION, FindingKind.NOTICE]
    assert counted((draft, wrong)) == "Nog te doen: 1 tegenspraak en 1 aandachtspunt."
    dossier = dossier_from_values(full())
    dossier = dossier.model_copy(update={"drafts": ImmutableDict({"kosten/start_year": "straks"})})
    found = check_dossier(dossier, advise(dossier, knowledge, samples=False), knowledge)
    assert [target_of(f)[1] for f in found if f.check == "draft"] == [("kosten", "start_year")]
