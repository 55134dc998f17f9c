"""Sturing en legitimiteit: weights, the questions of the others, what follows, and the say of each partner."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from models.dossier.base import LATER, UNKNOWN
from models.dossier.choose import DecisionRule
from models.vocabulary import SteeringKind, StepId
from tests.wizards import audit
from tests.wizards.steps.views import (
    Make,
    button,
    check,
    every_row_leads,
    field_at,
    focus_leads_to,
    press,
    settle,
    shown,
    type_at,
    visible,
    with_partners,
)
from wizards.registry import spec_of
from wizards.steps.sturing_parts.kinds import WeightFigure
from wizards.steps.sturing_parts.legitimacy import ArrangementsCard
from wizards.steps.sturing_parts.votes import MeaningCard
from wizards.steps.views import ViewsPage
from wizards.widgets.buttons import Button
from wizards.widgets.fields import FieldWidget
from wizards.widgets.grid import GridWidget

STEP = StepId.STURING


def sturing(qtbot: QtBot, context, view: str = "soorten") -> ViewsPage:
    page = shown(qtbot, context, STEP)
    assert isinstance(page, ViewsPage)
    assert page.view is not None
    page.view._buttons[view].click()
    settle()
    return page


def asked(page: ViewsPage) -> set[str]:
    return {field.path[-1].split("-")[0] for field in visible(page, FieldWidget) if field.path[1] == "answers"}


def pick(page: ViewsPage, name: str, key: str) -> None:
    field_at(page, ("sturing", name)).control._buttons[key].click()
    settle()


def said(page: ViewsPage) -> list[str]:
    card = page.findChild(MeaningCard)
    assert isinstance(card, MeaningCard)
    return [label.text() for label in card.labels if label.isVisibleTo(page)]


def test_the_four_kinds_are_weighed_and_the_heaviest_can_become_the_centre(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = sturing(qtbot, context)
    for kind, ups in (("netwerkend", 4), ("presterend", 2)):
        number = field_at(page, ("sturing", "weights", kind)).findChild(QSpinBox)
        for _ in range(ups):
            qtbot.keyClick(number, Qt.Key.Key_Up)
    settle()
    assert context.editor.dossier.sturing.weights == {"netwerkend": 4, "presterend": 2}
    figure = page.findChild(WeightFigure)
    assert isinstance(figure, WeightFigure)
    assert figure.bars.conclusion.text() == "De netwerkende overheid weegt het zwaarst: 4 van 10."
    press(qtbot, button(page, "Maak de netwerkende overheid het zwaartepunt"))
    assert context.editor.dossier.sturing.main is SteeringKind.NETWERKEND
    assert not figure.take.isVisible()
    pick(page, "main", "rechtmatig")
    assert figure.differs.isVisible()
    assert figure.differs.title.text() == "Uw zwaartepunt is de rechtmatige overheid."


def test_the_other_three_ask_their_questions(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = sturing(qtbot, context)
    assert asked(page) == set()
    pick(page, "main", "presterend")
    assert asked(page) == {"rechtmatig", "netwerkend", "responsief"}
    type_at(qtbot, page, ("sturing", "answers", "rechtmatig-wie-beslist"), "De colleges")
    assert context.editor.dossier.sturing.answers == {"rechtmatig-wie-beslist": "De colleges"}
    field = field_at(page, ("sturing", "answers", "responsief-loslaten"))
    field._no_answer.menu().actions()[2].trigger()
    assert context.editor.dossier.sturing.answers["responsief-loslaten"] == LATER
    pick(page, "main", "rechtmatig")
    assert asked(page) == {"presterend", "netwerkend", "responsief"}
    assert context.editor.dossier.sturing.answers["rechtmatig-wie-beslist"] == "De colleges"
    pick(page, "main", "~unknown")
    assert len(asked(page)) == 4


def test_what_follows_is_suggested_and_taken_over(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2, sturing={"weights": {"presterend": 8, "netwerkend": 7}}))
    page = sturing(qtbot, context, "legitimiteit")
    card = page.findChild(ArrangementsCard)
    assert isinstance(card, ArrangementsCard)
    signs = {key: item.sign.text() for key, item in card.ticks.items.items()}
    assert signs["doelen-in-begroting"] == "Past bij uw sturing: presterend."
    assert signs["mix"] == "Past bij uw sturing: presterend en netwerkend."
    assert signs["structuur-mandaten-regels"] == ""
    press(qtbot, button(page, "Neem de voorstellen over"))
    held = context.editor.dossier.sturing.legitimacy
    assert held == ("doelen-in-begroting", "dialoog-vroeg-betrekken", "mix")
    assert not card.take.isVisible()
    press(qtbot, check(page, "Een mengvorm"))
    assert context.editor.dossier.sturing.legitimacy == held[:2]
    press(qtbot, check(page, "Onderweg"))
    assert context.editor.dossier.sturing.raad_moments == ("onderweg",)
    type_at(qtbot, page, ("sturing", "legitimacy_text"), "Elk kwartaal een brief")
    assert context.editor.dossier.sturing.legitimacy_text == "Elk kwartaal een brief"


def test_without_weights_nothing_is_suggested(qtbot: QtBot, context_of: Make) -> None:
    page = sturing(qtbot, context_of(), "legitimiteit")
    assert "Neem de voorstellen over" not in {one.accessibleName() for one in visible(page, Button)}


def test_votes_are_typed_totalled_and_explained(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(3))
    page = sturing(qtbot, context, "zeggenschap")
    assert said(page) == ["Vul het aantal stemmen in. Dan staat hier wat de stemmen betekenen."]
    grid = page.findChild(GridWidget)
    assert isinstance(grid, GridWidget)
    assert page.reveal(("sturing", "votes", "p0", "votes"))
    QGuiApplication.clipboard().setText("5\t2\n3\t1\n1\tw")
    grid.table.setFocus()
    qtbot.keyClick(grid.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    votes = context.editor.dossier.sturing.votes
    assert (votes["p0"].votes, votes["p0"].seats) == (5, 2)
    assert votes["p2"].seats == UNKNOWN
    assert [grid.model.index(3, column).data() for column in (0, 1)] == ["9", "3"]
    assert "Gemeente Plaats 0 heeft alleen de meerderheid." in said(page)
    card = page.findChild(MeaningCard)
    assert isinstance(card, MeaningCard)
    assert [bar.words for bar in card.bars.bars] == [
        "5 stemmen (55,6%), 2 zetels (66,7%)",
        "3 stemmen (33,3%), 1 zetel (33,3%)",
        "1 stem (11,1%)",
    ]
    context.editor.undo()
    settle()
    assert context.editor.dossier.sturing.votes == {}
    assert len(said(page)) == 1


def test_the_percentage_is_asked_only_when_qualified(qtbot: QtBot, context_of: Make) -> None:
    votes = {"p0": {"votes": 4}, "p1": {"votes": 3}, "p2": {"votes": 2}}
    context = context_of(with_partners(3, sturing={"votes": votes}))
    page = sturing(qtbot, context, "zeggenschap")
    pick(page, "decision_rule", "simple_majority")
    assert all(field.path[-1] != "qualified_percentage" for field in visible(page, FieldWidget))
    pick(page, "decision_rule", "qualified_majority")
    type_at(qtbot, page, ("sturing", "qualified_percentage"), "66,67")
    held = context.editor.dossier.sturing
    assert (held.decision_rule, held.qualified_percentage) == (DecisionRule.QUALIFIED_MAJORITY, Decimal("66.67"))
    assert "Er zijn 9 stemmen. Een besluit vraagt er minstens 6." in said(page)
    pick(page, "decision_rule", "unanimity")
    assert "Elke partner met een stem kan een besluit tegenhouden." in said(page)
    assert context.editor.dossier.sturing.qualified_percentage == Decimal("66.67")


def test_who_steers_on_the_budget(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = sturing(qtbot, context, "zeggenschap")
    pick(page, "budget_agreement", "nee")
    type_at(qtbot, page, ("sturing", "budget_steering"), "De directeur, per kwartaal")
    held = context.editor.dossier.sturing
    assert held.budget_agreement is False
    assert held.budget_steering == "De directeur, per kwartaal"


@pytest.mark.parametrize("path", [("votes",), ("votes", "p1"), ("main",), ("qualified_percentage",)])
def test_what_a_check_points_at_is_found(qtbot: QtBot, context_of: Make, path: tuple[str, ...]) -> None:
    page = sturing(qtbot, context_of(with_partners(2, sturing={"decision_rule": "qualified_majority"})))
    assert page.reveal(("sturing", *path))
    assert focus_leads_to(page) is not None


def test_every_answer_can_be_found_back(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2, sturing={"main": "presterend", "votes": {"p1": {"votes": 3}}}))
    page = sturing(qtbot, context)
    every_row_leads(page, context)
    rows = {row.label: row.answer for row in spec_of(STEP).rows(context.editor.dossier, context.editor.knowledge)}
    assert rows["Gemeente Plaats 1"] == "Stemmen: 3"
    assert rows["Welke soort sturing is het zwaartepunt?"] == "Presterend"


@pytest.mark.parametrize("view", ["soorten", "legitimiteit", "zeggenschap"])
@pytest.mark.parametrize("partners", [0, 40])
def test_each_view_is_sound(qtbot: QtBot, context_of: Make, view: str, partners: int) -> None:
    votes = {f"p{n}": {"votes": n % 4, "seats": 1} for n in range(partners)}
    page = sturing(qtbot, context_of(with_partners(partners, sturing={"votes": votes})), view)
    assert audit.unnamed(page) == []
    assert audit.small_targets(page) == []
    assert audit.cut_off(page) == []
