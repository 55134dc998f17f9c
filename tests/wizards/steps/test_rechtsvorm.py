"""Rechtsvorm: the facts are asked, the bases follow from them with article, people choose."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.dossier import dossier_from_values
from models.dossier.base import UNKNOWN
from models.vocabulary import LegalBasis, LegalStatus
from tests.models.samples import example
from tests.wizards import audit
from wizards.context import Context
from wizards.steps.rechtsvorm import SPEC, Outcome, RechtsvormPage
from wizards.steps.rechtsvorm_parts.compare import BasisComparison
from wizards.steps.rechtsvorm_parts.form import SHORT_NAMES
from wizards.widgets.buttons import Button
from wizards.widgets.fields import FieldWidget
from wizards.widgets.text import Label

Make = Callable[..., Context]


def page_of(qtbot: QtBot, context: Context, width: int = 1032) -> RechtsvormPage:
    page = SPEC.page(context)
    assert isinstance(page, RechtsvormPage)
    qtbot.addWidget(page)
    page.resize(width, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(50)  # new cards get their place at the next turn of the event loop
    return page


def outcome_of(page: RechtsvormPage) -> Outcome:
    page.open_view("oordeel")
    outcome = page.findChild(Outcome)
    assert isinstance(outcome, Outcome)
    return outcome


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def test_every_fact_of_the_rules_is_asked_and_has_a_chip(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    asked = {
        field.field.name for field in page_of(qtbot, context).findChildren(FieldWidget) if field.path[1] == "facts"
    }
    facts = set(type(context.editor.dossier.rechtsvorm.facts).model_fields)
    assert asked == facts == set(SHORT_NAMES)


def test_the_board_shows_all_twelve_with_their_article(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    legal = context.editor.insight.advice.legal
    shown = words(outcome_of(page).board)
    for outcome in legal.outcomes:
        assert context.editor.knowledge.basis[outcome.basis].name in shown
        if outcome.status is LegalStatus.EXCLUDED:
            assert outcome.telling[0].article in shown
    assert "Lichtste vorm die volstaat" in [w.accessibleName() for w in outcome_of(page).board.findChildren(QWidget)]


def test_an_answer_moves_a_basis_to_excluded(qtbot: QtBot, context_of: Make) -> None:
    values = example("bar")
    values["rechtsvorm"]["facts"]["task_kind"] = "support_and_execution"
    context = context_of(dossier_from_values(values))
    page = page_of(qtbot, context)
    before = {o.basis: o.status for o in context.editor.insight.advice.legal.outcomes}
    assert before[LegalBasis.BEDRIJFSVOERINGSORGANISATIE] is not LegalStatus.EXCLUDED
    page.reveal(("rechtsvorm", "facts", "task_kind"))
    field = next(f for f in page.findChildren(FieldWidget) if f.field.name == "task_kind")
    assert field.isVisible()
    field.control.chosen.emit("policy_rich")
    after = {o.basis: o.status for o in context.editor.insight.advice.legal.outcomes}
    assert after[LegalBasis.BEDRIJFSVOERINGSORGANISATIE] is LegalStatus.EXCLUDED


def test_bodies_are_several_or_no_answer(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    field = next(f for f in page.findChildren(FieldWidget) if f.field.name == "bodies")
    for box in field._boxes.values():
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.rechtsvorm.facts.bodies == ("raad", "college", "burgemeester")
    field._no_answer.menu().actions()[0].trigger()
    assert context.editor.dossier.rechtsvorm.facts.bodies == UNKNOWN
    assert not any(box.isChecked() for box in field._boxes.values())


def test_choosing_and_clearing(qtbot: QtBot, context_of: Make) -> None:
    values = example("bar")
    values["rechtsvorm"] = {**values["rechtsvorm"], "choice": None}
    context = context_of(dossier_from_values(values))
    page = page_of(qtbot, context)
    page.open_view("oordeel")
    button = outcome_of(page).board._cards[LegalBasis.OPENBAAR_LICHAAM].choose
    assert isinstance(button, Button)
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.rechtsvorm.choice.basis is LegalBasis.OPENBAAR_LICHAAM
    reason = next(f for f in outcome_of(page).choice_card.fields if f.field.name == "choice/reason")
    qtbot.waitUntil(reason.control.hasFocus)
    qtbot.keyClicks(reason.control, "Het past.")
    assert context.editor.dossier.rechtsvorm.choice.reason == "Het past."
    qtbot.mouseClick(outcome_of(page).clear, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.rechtsvorm.choice is None


def test_more_shows_every_finding_with_article_and_date(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    outcome = next(o for o in context.editor.insight.advice.legal.outcomes if len(o.findings) > 2)
    qtbot.mouseClick(outcome_of(page).board._cards[outcome.basis].more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: outcome.findings[-1].article in words(outcome_of(page).board._cards[outcome.basis]))
    shown = words(outcome_of(page).board._cards[outcome.basis])
    for finding in outcome.findings:
        assert finding.article in shown and finding.text_date[:4] in shown


def test_side_by_side_starts_with_what_matters_and_takes_others(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    page.open_view("naast")
    names = context.editor.knowledge.basis
    assert names[LegalBasis.OPENBAAR_LICHAAM].name in words(page.findChild(BasisComparison))
    qtbot.mouseClick(page.findChild(BasisComparison)._boxes[LegalBasis.STICHTING], Qt.MouseButton.LeftButton)
    assert names[LegalBasis.STICHTING].leaving in words(page.findChild(BasisComparison))


def test_every_row_of_the_check_page_leads_to_its_question(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = page_of(qtbot, context)
    rows = SPEC.rows(context.editor.dossier, context.editor.knowledge)
    assert len(rows) >= len(SHORT_NAMES)
    for row in rows:
        assert page.reveal(row.path), row


def test_names_targets_and_room_at_both_widths(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    for width in (696, 1032):
        page = page_of(qtbot, context, width)
        for view in ("feiten", "oordeel", "naast"):
            page.open_view(view)
            qtbot.wait(10)
            assert audit.unnamed(page) == []
            assert audit.small_targets(page) == []
            assert audit.cut_off(page) == [], (width, view)
