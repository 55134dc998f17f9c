"""Motieven, doelen en thema's: filled in with keyboard and mouse, through the real controls."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from models.dossier.base import NoAnswerKind, known
from models.dossier.edit import with_value
from models.vocabulary import StepId
from tests.wizards import audit
from tests.wizards.conftest import Wishes
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
    visible,
    with_partners,
)
from wizards.registry import spec_of
from wizards.steps.doelen_parts.dots import PartnerDots
from wizards.steps.doelen_parts.goals import SmartCard
from wizards.steps.doelen_parts.meter import count_words, most_recognised, source_words, themes_in_words
from wizards.steps.doelen_parts.practices import PracticesCard
from wizards.steps.doelen_parts.themes import ThemesView
from wizards.steps.views import ViewsPage
from wizards.widgets.bars import ArmBars
from wizards.widgets.order import reading_order

STEP = StepId.DOELEN


def doelen(qtbot: QtBot, context, view: str) -> ViewsPage:
    page = shown(qtbot, context, STEP)
    assert isinstance(page, ViewsPage)
    assert page.view is not None
    page.view._buttons[view].click()
    settle()
    return page


def themes(page: ViewsPage) -> ThemesView:
    found = page.findChild(ThemesView)
    assert isinstance(found, ThemesView)
    return found


def test_motives_are_weighed_and_the_arms_follow(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = doelen(qtbot, context, "motieven")
    (bars,) = visible(page, ArmBars)
    assert bars.bars == ()
    for motive, ups in (("kwaliteit", 3), ("werving", 5)):
        field = field_at(page, ("doelen", "motives", motive))
        number = field.findChild(QSpinBox)
        for _ in range(ups):
            qtbot.keyClick(number, Qt.Key.Key_Up)
    settle()
    assert context.editor.dossier.doelen.motives == {"kwaliteit": 3, "werving": 5}
    assert [(bar.label, bar.words) for bar in bars.bars] == [("Werven", "5 van 10"), ("Kwaliteit", "3 van 10")]
    assert bars.conclusion.text() == "Werven weegt het zwaarst: 5 van 10."
    assert "Kwaliteit: 3 van 10." in bars.accessibleDescription()


@pytest.mark.parametrize(
    ("name", "field", "key"),
    [
        ("Sterkere lobby", "submotives", "lobby"),
        ("Nieuwe taken van het Rijk", "push_factors", "decentralisaties"),
        ("Nieuwe manieren van werken", "pull_factors", "nieuwe-manieren-van-werken"),
    ],
)
def test_what_is_ticked_arrives_and_can_be_undone(
    qtbot: QtBot, context_of: Make, name: str, field: str, key: str
) -> None:
    context = context_of()
    page = doelen(qtbot, context, "motieven")
    press(qtbot, check(page, name))
    assert getattr(context.editor.dossier.doelen, field) == (key,)
    context.editor.undo()
    settle()
    assert getattr(context.editor.dossier.doelen, field) == ()
    assert not check(page, name).isChecked()


def test_a_goal_is_made_smart(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = doelen(qtbot, context, "doelen")
    press(qtbot, button(page, "Doel toevoegen"))
    (goal,) = context.editor.dossier.doelen.goals
    smart = page.findChild(SmartCard)
    assert isinstance(smart, SmartCard)
    assert "Er ontbreekt: wat u wilt bereiken, wat u meet" in smart.lines[0].words.text()
    press(qtbot, smart.lines[0].button)
    focused = QApplication.focusWidget()
    assert focused is field_at(page, ("doelen", "goals", goal.id, "text")).control
    for name, text in (
        ("text", "Vacatures staan korter open"),
        ("indicator", "dagen open"),
        ("baseline", "90"),
        ("target", "60"),
        ("due", "1-1-2028"),
        ("reporter", "Hoofd HR"),
    ):
        type_at(qtbot, page, ("doelen", "goals", goal.id, name), text)
    kind = field_at(page, ("doelen", "goals", goal.id, "kind")).control
    kind.setCurrentIndex(kind.findData("samen-sterker"))
    kind.activated.emit(kind.currentIndex())
    settle()
    (goal,) = context.editor.dossier.doelen.goals
    assert (goal.indicator, goal.due, goal.kind) == ("dagen open", date(2028, 1, 1), "samen-sterker")
    assert smart.summary.text() == "Het doel is SMART."
    assert not smart.lines[0].button.isVisible()


def test_an_example_goal_is_added_in_one_click_and_says_so(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = doelen(qtbot, context, "doelen")
    said: list[str] = []
    context.editor.said.connect(said.append)
    press(qtbot, button(page, "Doel toevoegen: Minder kwetsbaar"))
    (goal,) = context.editor.dossier.doelen.goals
    assert (goal.kind, goal.text) == ("minder-kwetsbaar", "Het werk hangt minder af van een paar mensen")
    assert said == ["Doel toegevoegd: Minder kwetsbaar."]


def test_result_and_pool_are_written_down(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = doelen(qtbot, context, "motieven")
    type_at(qtbot, page, ("doelen", "result_definition"), "Een vaste baan")
    assert context.editor.dossier.doelen.result_definition == "Een vaste baan"
    assert page.current == "doelen"
    type_at(qtbot, page, ("doelen", "pool_choices", "doelgroep"), "Bouwinspecteurs")
    assert context.editor.dossier.doelen.pool_choices == {"doelgroep": "Bouwinspecteurs"}
    field = field_at(page, ("doelen", "pool_choices", "afzender"))
    field._no_answer.menu().actions()[2].trigger()
    answer = context.editor.dossier.doelen.pool_choices["afzender"]
    assert known(answer) is None
    assert answer.no_answer is NoAnswerKind.LATER


def test_partners_are_marked_with_mouse_and_keyboard(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(6))
    page = doelen(qtbot, context, "themas")
    row = themes(page).rows["behoud"]
    for partner in ("p0", "p2"):
        qtbot.mouseClick(row.dots.dots[partner], Qt.MouseButton.LeftButton)
    dot = row.dots.dots["p2"]
    dot.setFocus()
    qtbot.keyClick(dot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is row.dots.dots["p3"]
    qtbot.keyClick(row.dots.dots["p3"], Qt.Key.Key_Space)
    settle()
    (mark,) = context.editor.dossier.doelen.themes
    assert mark.partners == ("p0", "p2", "p3")
    assert row.count.text() == "3 van 6 partners"
    assert themes(page).conclusion.text() == "Meest herkende pijnpunt: “Mensen behouden” (3 van 6 partners)."
    context.editor.undo()
    settle()
    assert row.count.text() == "2 van 6 partners"
    qtbot.mouseClick(row.all_button, Qt.MouseButton.LeftButton)
    assert row.count.text() == "6 van 6 partners"
    assert row.all_button.words == "Geen partner"
    qtbot.mouseClick(row.all_button, Qt.MouseButton.LeftButton)
    assert context.editor.dossier.doelen.themes == ()


def test_tab_stops_once_in_a_meter(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(40))
    page = doelen(qtbot, context, "themas")
    dots = page.findChildren(PartnerDots)
    assert [len(list(reading_order(one))) for one in dots] == [1] * len(dots)
    assert len(dots[0].dots) == 40


def test_the_rows_stand_still_while_one_marks_and_sort_on_request(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(3))
    page = doelen(qtbot, context, "themas")
    view = themes(page)
    holder, _items = view._lists[0]
    before = [holder.itemAt(n).widget() for n in range(holder.count())]
    last = before[-1]
    qtbot.mouseClick(last.all_button, Qt.MouseButton.LeftButton)
    settle()
    assert [holder.itemAt(n).widget() for n in range(holder.count())] == before
    qtbot.mouseClick(view.sort_button, Qt.MouseButton.LeftButton)
    assert holder.itemAt(0).widget() is last
    order = list(reading_order(view))
    assert order.index(last.remark) < order.index(before[0].remark)


def test_a_remark_is_one_step_of_undo_and_needs_no_partner(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = doelen(qtbot, context, "themas")
    row = themes(page).rows["samen-werven"]
    assert not row.dots.isVisible()
    row.remark.setFocus()
    qtbot.keyClicks(row.remark, "Vooral voor ICT")
    (mark,) = context.editor.dossier.doelen.themes
    assert mark.remark == "Vooral voor ICT"
    context.editor.undo()
    assert context.editor.dossier.doelen.themes == ()


def test_a_partner_that_left_keeps_its_mark_but_does_not_count(qtbot: QtBot, context_of: Make) -> None:
    marked = {"themes": [{"theme": "behoud", "partners": ["p0", "p1"]}]}
    dossier = with_value(with_partners(3, doelen=marked), ("partners", "partners", "p0", "removed"), True)
    context = context_of(dossier)
    page = doelen(qtbot, context, "themas")
    row = themes(page).rows["behoud"]
    assert row.count.text() == "1 van 2 partners"
    qtbot.mouseClick(row.dots.dots["p2"], Qt.MouseButton.LeftButton)
    assert context.editor.dossier.doelen.themes[0].partners == ("p0", "p1", "p2")


def test_the_source_says_its_own_count(knowledge) -> None:
    chances = {theme.id: source_words(theme) for theme in knowledge.themes.chances}
    assert chances["flexibele-schil"] == "In het onderzoek: 11 van de 15 organisaties."
    assert "niet te zien" in chances["hr-netwerk"]
    assert count_words(1, 1) == "1 van 1 partner"


def test_most_recognised_first(knowledge) -> None:
    marks = [{"theme": "overheid-als-werkgever", "partners": ["p0", "p1"]}, {"theme": "behoud", "partners": ["p1"]}]
    dossier = with_partners(2, doelen={"themes": marks})
    ordered = [theme.id for theme in most_recognised(dossier, knowledge.themes.pain_points)]
    assert ordered == ["overheid-als-werkgever", "behoud", "inhuur-schaarse-expertise"]
    assert themes_in_words(with_partners(0), knowledge) == ""


def test_knobs_and_practices_are_picked_filtered_and_read(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    context = context_of()
    page = doelen(qtbot, context, "draaiknoppen")
    press(qtbot, check(page, "3. Werkuren"))
    card = page.findChild(PracticesCard)
    assert isinstance(card, PracticesCard)
    assert len(card.ticks.items) == 19
    card.filter._buttons["3"].click()
    settle()
    seen = {key for key, item in card.ticks.items.items() if item.isVisibleTo(page)}
    assert seen == {"wzw", "capaciteit-politie"}
    press(qtbot, check(page, "WZW, zorg en welzijn in Gelderland"))
    assert context.editor.dossier.doelen.knobs == ("werkuren",)
    assert context.editor.dossier.doelen.practices == ("wzw",)
    assert card.count.text() == "U ziet 2 van de 19 voorbeelden. Gekozen: 1."
    card.filter._buttons["gekozen"].click()
    assert [key for key, item in card.ticks.items.items() if item.isVisibleTo(page)] == ["wzw"]
    press(qtbot, card.more["wzw"])
    assert wishes.topics == ["practice:wzw"]


def test_every_answer_can_be_found_back(qtbot: QtBot, context_of: Make) -> None:
    values = {
        "motives": {"kwaliteit": 8},
        "goals": [{"id": "g1", "text": "Sneller werven"}],
        "themes": [{"theme": "behoud", "partners": ["p1"], "remark": "Ja"}],
        "practices": ["wzw"],
    }
    context = context_of(with_partners(2, doelen=values))
    page = doelen(qtbot, context, "motieven")
    every_row_leads(page, context)
    rows = {row.label: row.answer for row in spec_of(STEP).rows(context.editor.dossier, context.editor.knowledge)}
    assert rows["Kwaliteit"] == "8 van 10"
    assert rows["Mensen behouden"] == "1 van 2 partners: Gemeente Plaats 1\nOpmerking: Ja"
    assert not page.reveal(("opgave", "question"))


@pytest.mark.parametrize("view", ["motieven", "doelen", "themas", "pool", "draaiknoppen"])
@pytest.mark.parametrize("partners", [0, 40])
def test_each_view_is_sound_and_tab_goes_as_one_reads(qtbot: QtBot, context_of: Make, view: str, partners: int) -> None:
    page = doelen(qtbot, context_of(with_partners(partners)), view)
    assert audit.unnamed(page) == []
    assert audit.small_targets(page) == []
    assert audit.cut_off(page) == []
    inner = page.scroller.widget()
    wanted = [widget for widget in reading_order(inner) if widget.isVisibleTo(page)]
    chain: list[QWidget] = []
    widget = wanted[0]
    while len(chain) < len(wanted):
        if widget in wanted:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    assert chain == wanted
