"""Wat er al is: the three scores, what they say together, and the cooperations that are there."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier.base import NoAnswerKind
from models.vocabulary import Pillar, StepId
from tests.wizards import audit
from tests.wizards.steps.views import (
    Make,
    button,
    check,
    every_row_leads,
    field_at,
    press,
    settle,
    shown,
    type_at,
    with_partners,
)
from wizards.registry import spec_of
from wizards.steps.beginsituatie import PillarFigure
from wizards.steps.beginsituatie_parts.scores import conclusion

STEP = StepId.BEGINSITUATIE


def pillar(name: str, field: str) -> tuple[str, ...]:
    return ("beginsituatie", "pillars", name, field)


def test_the_scores_are_given_with_digits_and_drawn(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = shown(qtbot, context, STEP)
    figure = page.findChild(PillarFigure)
    assert isinstance(figure, PillarFigure)
    assert figure.bars.conclusion.text().startswith("Geef elk van de drie een score.")
    for name, digit in (("structuur", Qt.Key.Key_4), ("personen", Qt.Key.Key_3), ("weefsel", Qt.Key.Key_2)):
        control = field_at(page, pillar(name, "score")).control
        qtbot.keyClick(control, digit)
        settle()
    scores = {one.value: held.score for one, held in context.editor.dossier.beginsituatie.pillars.items()}
    assert scores == {"structuur": 4, "personen": 3, "weefsel": 2}
    assert figure.bars.conclusion.text() == (
        "Het sterkst: structuur (4 van 5). Het zwakst: weefsel (2 van 5). Werk eerst aan weefsel."
    )
    assert [bar.words for bar in figure.bars.bars] == ["4: helpt meestal", "3: helpt soms", "2: helpt weinig"]
    context.editor.undo()
    settle()
    assert figure.bars.bars[2].words == "nog geen score"


def test_no_answer_is_an_answer(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = shown(qtbot, context, STEP)
    field_at(page, pillar("weefsel", "score")).control._buttons["~unknown"].click()
    score = context.editor.dossier.beginsituatie.pillars[Pillar.WEEFSEL].score
    assert score.no_answer is NoAnswerKind.UNKNOWN


def test_what_goes_well_and_what_must_change(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = shown(qtbot, context, STEP)
    type_at(qtbot, page, pillar("personen", "good"), "Zij kennen elkaar")
    type_at(qtbot, page, pillar("personen", "change"), "Te weinig tijd")
    held = context.editor.dossier.beginsituatie.pillars[Pillar.PERSONEN]
    assert (held.good, held.change) == ("Zij kennen elkaar", "Te weinig tijd")


def test_an_existing_cooperation(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2))
    page = shown(qtbot, context, STEP)
    press(qtbot, button(page, "Samenwerking toevoegen"))
    (item,) = context.editor.dossier.beginsituatie.existing
    base = ("beginsituatie", "existing", item.id)
    type_at(qtbot, page, (*base, "name"), "ICT-samenwerking")
    type_at(qtbot, page, (*base, "text"), "Klein beginnen")
    for name, key in (("form", "ssc"), ("basis", "~unknown")):
        combo = field_at(page, (*base, name)).control
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())
        settle()
    press(qtbot, check(page, "Gemeente Plaats 1"))
    (item,) = context.editor.dossier.beginsituatie.existing
    assert (item.name, item.form, item.partners) == ("ICT-samenwerking", "ssc", ("p1",))
    rows = {row.label: row.answer for row in spec_of(STEP).rows(context.editor.dossier, context.editor.knowledge)}
    assert "Welke partners doen mee? Gemeente Plaats 1" in rows["ICT-samenwerking"]


def test_the_day_to_look_again(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = shown(qtbot, context, STEP)
    type_at(qtbot, page, ("beginsituatie", "review_on"), "1 mei 2027")
    assert context.editor.dossier.beginsituatie.review_on == date(2027, 5, 1)


def test_the_missing_score_is_found_for_a_warning(qtbot: QtBot, context_of: Make) -> None:
    pillars = {"structuur": {"score": 3}, "weefsel": {"score": 3}}
    page = shown(qtbot, context_of(with_partners(2, beginsituatie={"pillars": pillars})), STEP)
    assert page.reveal(("beginsituatie", "pillars"))
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    control = field_at(page, pillar("personen", "score")).control
    assert control is focused or control.isAncestorOf(focused)


@pytest.mark.parametrize("partners", [0, 2, 40])
def test_every_answer_can_be_found_back(qtbot: QtBot, context_of: Make, partners: int) -> None:
    existing = [{"id": "e1", "name": "Belastingen"}]
    context = context_of(with_partners(partners, beginsituatie={"existing": existing}))
    page = shown(qtbot, context, STEP)
    every_row_leads(page, context)
    assert audit.unnamed(page) == []
    assert audit.cut_off(page) == []


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((3, 3, 3), "De scores zijn gelijk: 3 van 5."),
        ((5, 4, 4), "Het sterkst: structuur (5 van 5). Het zwakst: personen en weefsel (4 van 5). "
                    "U kunt hierop bouwen."),
        ((5, 3, 4), "Het sterkst: structuur (5 van 5). Het zwakst: personen (3 van 5). "
                    "Het verschil is groot. Kijk wat personen nodig heeft."),
        ((1, None, None), "Nog geen score: personen en weefsel. Werk eerst aan structuur."),
    ],
)  # fmt: skip
def test_the_scores_in_words(knowledge, scores: tuple[int | None, ...], said: str) -> None:
    assert conclusion(dict(zip(Pillar, scores, strict=True)), knowledge) == said


@given(st.tuples(*(st.none() | st.integers(1, 5) for _ in Pillar)))
def test_the_words_are_short(knowledge, scores: tuple[int | None, ...]) -> None:
    for sentence in re.split(r"(?<=\.) ", conclusion(dict(zip(Pillar, scores, strict=True)), knowledge)):
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 20
