"""Partners: the list, pasting and copying, taking out and back in, and the intake of each."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN, NoAnswerKind
from models.dossier.edit import with_value
from models.dossier.explore import Intake, Partner
from models.dossier.references import check_references, refers_to_partner
from models.knowledge import Knowledge
from models.vocabulary import PartnerKind, StepId
from tests.models.samples import example
from tests.strategies import dossiers
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from tests.wizards.steps.views import (
    Make,
    button,
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
from wizards.steps.partners import PartnersPage
from wizards.steps.partners_parts.compare import inhabitants_in_words
from wizards.steps.partners_parts.intake import answered
from wizards.steps.partners_parts.taking_part import LIST, joined_again, taken_out
from wizards.widgets.buttons import Button
from wizards.widgets.inputs import Area

STEP = StepId.PARTNERS


def partners(qtbot: QtBot, context) -> PartnersPage:
    page = shown(qtbot, context, STEP)
    assert isinstance(page, PartnersPage)
    return page


def names(context) -> list[str]:
    return [partner.name for partner in context.editor.dossier.partners.active]


# --- the list


def test_the_empty_table_leads_to_the_first_partner(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    context = context_of()
    page = partners(qtbot, context)
    assert page.empty.title.text() == "Nog geen partners aan tafel"
    assert page.list_card.isHidden()
    page.empty.example.click()
    assert wishes.topics == ["case:bar"]
    press(qtbot, page.empty.add)
    qtbot.keyClicks(focus_leads_to(page), "Aalst")
    settle()
    assert names(context) == ["Aalst"]
    assert page.empty.title.text() == "Nog één partner nodig"
    assert page.empty.seats.taken == ("A",)
    press(qtbot, page.empty.add)
    qtbot.keyClicks(focus_leads_to(page), "Borne")
    settle()
    assert names(context) == ["Aalst", "Borne"]
    assert page.empty.isHidden()


def test_every_field_of_a_partner(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2))
    page = partners(qtbot, context)
    base = (*LIST, "p1")
    typed = {
        "inhabitants": "24.500",
        "inhabitants_on": "1 januari 2026",
        "inhabitants_source": "CBS",
        "fte": "6,5",
        "brings": "Kennis",
    }
    for name, text in typed.items():
        type_at(qtbot, page, (*base, name), text)
    field_at(page, (*base, "can_be_centre")).control._buttons["ja"].click()
    field_at(page, (*base, "own_policy")).control._buttons["~unknown"].click()
    kind = field_at(page, (*base, "kind")).control
    kind.edited.emit("waterschap")
    kind.edited.emit("")
    held = context.editor.dossier.partners.partners[1]
    assert (held.inhabitants, held.inhabitants_on, held.inhabitants_source) == (24_500, date(2026, 1, 1), "CBS")
    assert (held.fte, held.brings, held.kind) == (Decimal("6.5"), "Kennis", PartnerKind.WATERSCHAP)
    assert held.can_be_centre is True
    assert held.own_policy == UNKNOWN
    context.editor.undo()
    settle()
    assert context.editor.dossier.partners.partners[1].kind is PartnerKind.GEMEENTE


def test_a_wrong_number_is_kept_and_explained(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2))
    page = partners(qtbot, context)
    type_at(qtbot, page, (*LIST, "p0", "inhabitants"), "veel")
    field = field_at(page, (*LIST, "p0", "inhabitants"))
    page.records.list.setFocus()
    settle()
    assert "geheel getal" in field.message.text()
    assert context.editor.dossier.drafts == {"partners/partners/p0/inhabitants": "veel"}


def test_moving_passes_over_those_who_left(qtbot: QtBot, context_of: Make) -> None:
    dossier = with_value(with_partners(3), (*LIST, "p1", "removed"), True)
    context = context_of(dossier)
    page = partners(qtbot, context)
    page.records.choose("p2")
    page.records.list.setFocus()
    qtbot.keyClick(page.records.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert names(context) == ["Gemeente Plaats 2", "Gemeente Plaats 0"]
    assert page.records.current == "p2"


def test_the_rows_say_what_they_show(qtbot: QtBot, context_of: Make) -> None:
    dossier = with_value(with_partners(2), (*LIST, "p0", "inhabitants"), 24_500)
    dossier = with_value(dossier, (*LIST, "p0", "fte"), UNKNOWN)
    page = partners(qtbot, context_of(dossier))
    said = page.records.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Gemeente Plaats 0. Gemeente, inwoners: 24.500, formatie: weet ik niet"


# --- taking out


def test_a_partner_without_answers_is_dropped(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(3))
    page = partners(qtbot, context)
    page.records.choose("p1")
    page.records.list.setFocus()
    qtbot.keyClick(page.records.list, Qt.Key.Key_Delete)
    settle()
    assert [p.id for p in context.editor.dossier.partners.partners] == ["p0", "p2"]
    assert page.removed.isHidden()
    context.editor.undo()
    settle()
    assert len(page.records.model.rows) == 3


def test_a_partner_with_answers_stays_inactive_and_can_come_back(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(dossier_from_values(example("bar")))
    page = partners(qtbot, context)
    before = context.editor.dossier.opgave
    page.records.choose("ridderkerk")
    press(qtbot, button(page, "Partner verwijderen"))
    assert names(context) == ["Barendrecht", "Albrandswaard"]
    assert context.editor.dossier.opgave == before
    assert page.reveal((*LIST, "ridderkerk", "name"))
    assert focus_leads_to(page) is page.removed.buttons["ridderkerk"]
    press(qtbot, button(page, "Ridderkerk weer laten meedoen"))
    assert names(context) == ["Barendrecht", "Albrandswaard", "Ridderkerk"]
    assert page.removed.isHidden()


@given(dossiers(), st.data())
def test_taking_out_and_back_loses_nothing(dossier: Dossier, data: st.DataObject) -> None:
    partner = data.draw(st.sampled_from([p.id for p in dossier.partners.partners]))
    out = taken_out(dossier, (*LIST, partner))
    check_references(out)
    assert partner not in {p.id for p in out.partners.active}
    held = next(p for p in dossier.partners.partners if p.id == partner)
    kept = any(p.id == partner for p in out.partners.partners)
    assert kept == (refers_to_partner(dossier, partner) or held.intake != Intake())
    if kept:
        assert joined_again(out, partner) == joined_again(dossier, partner)
    assert taken_out(dossier, (*LIST, "niemand")) == dossier


# --- pasting and copying


def test_pasting_shows_first_and_is_one_step_of_undo(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(1))
    page = partners(qtbot, context)
    press(qtbot, button(page.list_card, "Plakken uit een rekenblad"))
    area = focus_leads_to(page)
    assert area is page.paste.area
    QGuiApplication.clipboard().setText("Gemeente\tInwoners\nPlaats 0\t5\nAalst\t24.500\nBorne\tveel\nDelft\t7\n")
    qtbot.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    model = page.paste.model
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == ["Wordt bijgewerkt", "Nieuw", "Niet gelezen", "Nieuw"]
    assert "Regel 4" in page.paste.message.text()
    assert names(context) == ["Gemeente Plaats 0"]
    press(qtbot, button(page, "2 partners toevoegen, 1 bijwerken"))
    assert names(context) == ["Gemeente Plaats 0", "Aalst", "Delft"]
    assert page.paste.isHidden()
    context.editor.undo()
    settle()
    assert names(context) == ["Gemeente Plaats 0"]


def test_pasting_on_the_list_takes_the_clipboard(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2))
    page = partners(qtbot, context)
    QGuiApplication.clipboard().setText("Aalst\nBorne")
    page.records.list.setFocus()
    qtbot.keyClick(page.records.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.paste.do.words == "2 partners toevoegen"
    qtbot.keyClick(page.paste.area, Qt.Key.Key_Escape)
    settle()
    assert page.paste.isHidden()
    assert focus_leads_to(page) is page.records.list


def test_pasting_nothing_says_so(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = partners(qtbot, context)
    press(qtbot, page.empty.paste)
    press(qtbot, button(page, "Partners toevoegen"))
    assert page.paste.message.text() == "Er is niets om over te nemen. Plak eerst een lijst met namen."
    assert page.paste.isVisible()


def test_the_list_can_be_copied_and_pasted_back(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    context = context_of(dossier_from_values(example("aalsmeer-amstelveen")))
    page = partners(qtbot, context)
    page.records.list.setFocus()
    qtbot.keyClick(page.records.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("naam\tsoort\tinwoners")
    assert wishes.said == ["De lijst is gekopieerd. U kunt haar in een rekenblad plakken."]
    page.open_paste(take=True)
    assert {page.paste.model.index(row, 0).data() for row in range(page.paste.model.rowCount())} == {"Verandert niet"}


# --- comparison


def of_inhabitants(*counts: object) -> tuple[Partner, ...]:
    return tuple(Partner(id=f"p{n}", name=f"P{n}", inhabitants=count) for n, count in enumerate(counts))


def test_the_comparison_states_facts() -> None:
    assert inhabitants_in_words(of_inhabitants(5, UNKNOWN, None)) == ()
    assert inhabitants_in_words(of_inhabitants(20_000, 60_000, 20_000)) == (
        "Samen 100.000 inwoners.",
        "De grootste: P1 (60.000). De kleinste: P0 en P2 (20.000).",
        "P1 heeft meer dan de helft van de inwoners (60%).",
    )
    assert inhabitants_in_words(of_inhabitants(50, 50)) == ("Samen 100 inwoners.", "Elke partner heeft er 50.")
    assert inhabitants_in_words(of_inhabitants(90, 5, None))[0] == "Samen 95 inwoners, van 2 van de 3 partners."
    assert len(inhabitants_in_words(of_inhabitants(90, 5, None))) == 2


# --- the intake


def test_the_intake_of_each_partner(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(3))
    page = partners(qtbot, context)
    assert page.view is not None
    page.view._buttons["intake"].click()
    settle()
    base = (*LIST, "p0", "intake")
    type_at(qtbot, page, (*base, "answers", "reden"), "Vrijwillig")
    type_at(qtbot, page, (*base, "empathy_map", "pijn"), "Vacatures")
    type_at(qtbot, page, (*base, "respondent"), "secretaris")
    type_at(qtbot, page, (*base, "held_on"), "5-3-2026")
    doelen = field_at(page, (*base, "answers", "doelen"))
    doelen._put(NOT_APPLICABLE)
    settle()
    intake = context.editor.dossier.partners.partners[0].intake
    assert intake.answers == {"reden": "Vrijwillig", "doelen": NOT_APPLICABLE}
    assert intake.empathy_map == {"pijn": "Vacatures"}
    assert (intake.respondent, intake.held_on) == ("secretaris", date(2026, 3, 5))
    assert page.intake.progress.text() == "3 van 13 beantwoord"
    press(qtbot, page.intake.next)
    assert page.intake.partner == "p1"
    assert page.intake.progress.text() == "0 van 13 beantwoord"
    assert all(area.toPlainText() == "" for area in visible(page.intake, Area))
    press(qtbot, page.intake.back)
    press(qtbot, page.intake.back)
    assert page.intake.partner == "p2"
    page.intake.chooser.edited.emit("p0")
    settle()
    assert page.intake.chooser.currentText() == "Gemeente Plaats 0 (3 van 13)"


def test_a_form_for_the_partner_that_is_shown(qtbot: QtBot, context_of: Make, wishes: Wishes) -> None:
    page = partners(qtbot, context_of(with_partners(3)))
    assert page.view is not None
    page.view._buttons["intake"].click()
    settle()
    press(qtbot, page.intake.next)
    press(qtbot, page.intake.save_form)
    press(qtbot, page.intake.read_forms)
    assert wishes.files == ["form:p1", "forms"]


def test_later_is_no_answer_yet(knowledge: Knowledge) -> None:
    intake = Intake(answers={"reden": LATER, "doelen": UNKNOWN, "succes": "  "}, empathy_map={"ziet": "Druk"})
    assert answered(intake, knowledge) == (2, 13)
    assert LATER.no_answer is NoAnswerKind.LATER


def test_the_intake_without_partners_says_what_to_do(qtbot: QtBot, context_of: Make) -> None:
    page = partners(qtbot, context_of())
    assert page.view is not None
    page.view._buttons["intake"].click()
    settle()
    assert visible(page.intake, Area) == []
    page.intake.step(1)
    assert page.intake.partner is None


# --- the page as a whole


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_every_row_of_the_check_page_leads_somewhere(qtbot: QtBot, context_of: Make, count: int) -> None:
    dossier = with_partners(count)
    if count:
        dossier = with_value(dossier, (*LIST, "p0", "intake", "respondent"), "secretaris")
    context = context_of(dossier)
    page = partners(qtbot, context)
    every_row_leads(page, context)
    rows = spec_of(STEP).rows(context.editor.dossier, context.editor.knowledge)
    asked = {row.path[4:] for row in rows if row.path[:4] == (*LIST, "p0", "intake")}
    assert len(asked) == (15 if count else 0)


@pytest.mark.parametrize("view", ["partners", "intake"])
@pytest.mark.parametrize(("count", "zoom", "width"), [(0, 2.0, 696), (1, 1.0, 696), (40, 1.0, 1032), (3, 2.0, 1032)])
def test_nothing_is_cut_off_or_nameless(
    qtbot: QtBot, context_of: Make, view: str, count: int, zoom: float, width: int
) -> None:
    dossier = with_partners(count)
    if count > 2:
        dossier = with_value(dossier, (*LIST, "p2", "removed"), True)
    context = context_of(dossier)
    context.look.wear(zoom=zoom)
    context.look.apply_to(QApplication.instance())
    page = partners(qtbot, context)
    assert page.view is not None
    page.view._buttons[view].click()
    if view == "partners" and count > 2:
        page.open_paste()
        page.paste.area.setPlainText("Gemeente\tInwoners\nAalst\t24.500\nBorne\tveel")
    page.resize(width, 700)
    settle()
    assert audit.unnamed(page) == []
    assert audit.small_targets(page) == []
    assert audit.rich_labels(page) == []
    assert audit.cut_off(page) == []
    assert audit.overlapping(page) == []
    assert page.scroller.horizontalScrollBar().maximum() == 0


def test_a_page_that_is_shown_later_has_caught_up(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(with_partners(2))
    page = partners(qtbot, context)
    page.hide()
    context.editor.put((*LIST, "p0", "name"), "Nieuwe naam")
    with qtbot.waitExposed(page):
        page.show()
    settle()
    assert page.records.model.index(0).data() == "Nieuwe naam"
    assert [b for b in visible(page, Button) if b.accessibleName() == "Partner toevoegen"]
