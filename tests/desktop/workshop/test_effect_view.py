"""What the rounds say together: the answers per partner, the differences, and a look ahead at the advice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.workshop.effect_tables import ranking_sheet, spread_sheet
from desktop.workshop.effect_view import EffectView
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm
from models.wording.workshop import tipping_words
from models.workshop.pages import Columns, Listed
from models.workshop.records import DotOption, Subject, SubjectKind, Vote
from tests.desktop.workshop.stage_hands import Stage, on_stage
from wizards.look.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    with on_stage(tmp_path, look, knowledge) as made:
        made.people()
        yield made


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> EffectView:
    view = EffectView(stage.stand)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    return view


def rounds(stage: Stage) -> None:
    """Four partners far apart on the first three statements."""
    for subject, values in zip(
        stage.subjects(SubjectKind.SCORE), ((1, 5, 5, 2), (4, 4, 5, 4), (5, 1, 1, 1)), strict=False
    ):
        stage.vote(subject, *values)


def ready(stage: Stage, view: EffectView) -> None:
    stage.think()
    view.refresh()


def test_before_the_first_round_there_is_nothing_to_show(view: EffectView) -> None:
    assert view.nothing.isVisible()
    assert not any(card.isVisible() for card in (view.trial, view.advice, view.tips, view.differences, view.spreads))


def test_while_it_is_worked_out_it_says_so(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    assert not view.nothing.isVisible()
    assert view.verdict.text() == "Het advies wordt berekend."
    assert view.tipping.text() == "Het advies wordt berekend."
    assert not view.show_effect.isVisible()
    assert not view.ranking.isVisible()
    assert view.table.isVisible()
    stage.think()
    assert view.show_effect.isVisible()
    assert "berekend" not in view.verdict.text()
    assert view.ranking.sheet.rows


def test_it_is_a_trial(stage: Stage, view: EffectView) -> None:
    dossier = stage.editor.dossier
    rounds(stage)
    ready(stage, view)
    words = "Dit is een vooruitblik. Het dossier verandert pas als de groep een antwoord zet."
    assert view.trial.title.text() == words
    assert stage.editor.dossier is dossier


def test_the_place_of_each_form_before_and_after(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    ready(stage, view)
    effect = stage.desk.effect
    assert effect is not None
    sheet = view.ranking.sheet
    assert sheet == ranking_sheet(stage.editor.dossier, effect)
    assert len(sheet.rows) == len(CooperationForm)
    names = [one.name for one in stage.editor.dossier.partners.active]
    assert sheet.heads == ("Samen, eerst", "Samen, nu", *names)
    for form, (_, cells) in zip(CooperationForm, sheet.rows, strict=True):
        for cell, advice in zip(cells, (effect.before, effect.after), strict=False):
            outcome = advice.form.form(form)
            assert cell == "valt af" if outcome.excluded_by else cell.startswith(f"{outcome.rank} (")
    advised = effect.after.form.recommended
    assert sheet.bold == {list(CooperationForm).index(advised)} if advised else not sheet.bold


def test_a_partner_whose_ranking_changes_shows_what_it_was(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    ready(stage, view)
    effect = stage.desk.effect
    assert effect is not None
    seen = set()
    for was, now in zip(effect.before.partners.views, effect.after.partners.views, strict=True):
        column = 2 + [one.id for one in stage.editor.dossier.partners.active].index(now.partner)
        for place, form in enumerate(CooperationForm):
            cell = view.ranking.sheet.rows[place][1][column]
            ranked = form in was.ranks and form in now.ranks
            if ranked and was.ranks[form] != now.ranks[form]:
                assert cell == f"{now.ranks[form]}, was {was.ranks[form]}"
                seen.add("changed")
            elif ranked:
                assert cell == str(now.ranks[form])
                seen.add("same")
    assert seen == {"changed", "same"}


def test_what_makes_it_tip_in_words(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    ready(stage, view)
    effect = stage.desk.effect
    assert effect is not None
    assert view.tipping.text().split("\n") == list(tipping_words(stage.knowledge, effect))
    view.show_tips.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Listed)
    assert page.rows == tipping_words(stage.knowledge, effect)


def test_the_answers_per_partner(stage: Stage, view: EffectView) -> None:
    subject = stage.subjects(SubjectKind.SCORE)[0]
    stage.vote(subject, 1, 5, 5, 2)  # 18 people of four partners: two with five people, two with four
    label, cells = view.table.sheet.rows[0]
    assert (
        label == stage.knowledge.criterion[next(c for c in stage.knowledge.criterion if c.value == subject.ref)].label
    )
    assert view.table.sheet.heads[0] == "Allen"
    assert cells[1:-1] == ("1 (1 tot 1)", "5 (5 tot 5)", "blijft dicht", "blijft dicht")
    assert cells[-1] == "18"


def test_a_median_of_too_few_is_not_told(stage: Stage, view: EffectView) -> None:
    partners = [one.id for one in stage.editor.dossier.partners.active]
    two = [one for one in stage.workshop.participants if one.partner == partners[0]][:2]
    rest = [one for one in stage.workshop.participants if one.partner == partners[1]]
    people = tuple(one.model_copy(update={"id": f"d{n}"}) for n, one in enumerate((*two, *rest)))
    stage.desk.update(lambda held: held.model_copy(update={"participants": people}))
    stage.vote(stage.subjects(SubjectKind.SCORE)[0], 4)
    session = stage.desk.session
    assert session is not None
    ((_, cells),) = spread_sheet(stage.editor.dossier, stage.knowledge, session).rows
    # Five people of the second partner: their spread would, with that of all, tell what the two others gave.
    assert cells[1:-1] == ("te weinig", "4", "–", "–")


def test_where_partners_differ_most(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    heads = (view.apart.sheet.corner, *view.apart.sheet.heads)
    assert heads == ("Onderwerp", "Laagst", "Hoogst", "Verschil")
    assert view.apart.sheet.rows[0][1][2] == "4 punten"
    view.show_differences.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Columns)
    assert tuple((row[0], row[1:]) for row in page.rows) == view.apart.sheet.rows


def test_partners_that_agree(stage: Stage, view: EffectView) -> None:
    stage.vote(stage.subjects(SubjectKind.SCORE)[0], 4)
    assert not view.apart.isVisible()
    assert view.alike.text().startswith("Er is geen verschil te tonen.")


def test_the_look_ahead_in_the_room(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    ready(stage, view)
    view.show_effect.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Columns)
    assert page.title == "Wat doet dit met het advies?"
    assert "Drie rondes tellen mee." in page.note
    stage.vote(stage.subjects(SubjectKind.SCORE)[3], 1)
    assert stage.hall.pages[-1] == page  # until it is worked out the room keeps what it saw
    stage.think()
    newer = stage.hall.pages[-1]
    assert isinstance(newer, Columns)
    assert "Vier rondes tellen mee." in newer.note


def test_one_subject_per_partner_in_the_room(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    subjects = stage.subjects(SubjectKind.SCORE)
    assert view.round.currentData() == subjects[2].key
    place = view.round.findData(subjects[1].key)
    view.round.setCurrentIndex(place)
    view.round.activated.emit(place)
    view.show_round.click()
    page = stage.hall.pages[-1]
    assert isinstance(page, Columns)
    assert page.title == subjects[1].title
    stage.vote(subjects[4], 4)
    assert view.round.currentData() == subjects[1].key


def test_dots_are_no_answers_of_partners(stage: Stage, view: EffectView) -> None:
    options = (DotOption(id="a", text="Eén loket"), DotOption(id="b", text="Samen inkopen"))
    stage.desk.open_round(Subject(kind=SubjectKind.DOTS, ref="kansen", title="Kansen", options=options, dots=3))
    for person in stage.workshop.participants:
        stage.desk.vote(person.id, Vote(dots={"a": 2, "b": 1}))
    stage.desk.close_round()
    assert not view.spreads.isVisible()
    rounds(stage)
    assert len(view.table.sheet.rows) == 3


def test_a_table_is_copied(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    ready(stage, view)
    view.ranking.button.click()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].startswith("Samenwerkingsvorm\tSamen, eerst\t")
    assert len(copied) == 1 + len(CooperationForm)
    assert stage.wishes.said == ["De tabel staat op het klembord. Plak haar in een rekenblad."]


def test_an_edit_of_the_dossier_works_it_out_anew(stage: Stage, view: EffectView) -> None:
    rounds(stage)
    ready(stage, view)
    before = stage.desk.effect
    stage.editor.put(("opgave", "question"), "Een andere vraag?")
    assert view.verdict.text() == "Het advies wordt berekend."
    stage.think()
    assert stage.desk.effect is not before
    assert "berekend" not in view.verdict.text()
