"""Wat helpt en wat hindert: pick, write and weigh factors, take over suggestions, answer the check questions."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.choose import FactorDirection, FactorEntry, FactorPhase
from models.knowledge import Knowledge
from tests.models.samples import example, full, minimal
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from wizards.context import Context
from wizards.look.tokens import Appearance
from wizards.steps.factoren import SPEC, FactorenPage
from wizards.steps.factoren_parts.field_view import ForceFieldView
from wizards.steps.factoren_parts.forms import factors, matching, offered, success_rows
from wizards.steps.factoren_parts.picker import Picker
from wizards.steps.factoren_parts.suggested import SuggestedView
from wizards.widgets.records import RecordsWidget

Make = Callable[..., Context]
LEFT = Qt.MouseButton.LeftButton


def some(count: int) -> Dossier:
    rows = [
        {
            "id": f"f{n}",
            "text": f"Factor {n}",
            "direction": "promoting" if n % 2 else "blocking",
            "phase": ("randvoorwaarden", "proces", "staand")[n % 3],
            "strength": 1 + n % 5,
            "influenceable": 5 - n % 5,
            "internal": n % 4 == 3,
        }
        for n in range(count)
    ]
    return dossier_from_values(minimal(factoren={"factors": rows}, opgave={"question": "Een team HR?"}))


def page_of(qtbot: QtBot, context: Context, width: int = 1032, height: int = 700) -> FactorenPage:
    page = SPEC.page(context)
    assert isinstance(page, FactorenPage)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(30)
    return page


def field_of(page: FactorenPage) -> ForceFieldView:
    assert page.field is not None
    return page.field


def picker_of(page: FactorenPage) -> Picker:
    page.open_view("lijst")
    assert page.picker is not None
    return page.picker


def list_of(page: FactorenPage) -> RecordsWidget:
    page.open_view("lijst")
    found = page.bodies["lijst"].findChild(RecordsWidget)
    assert isinstance(found, RecordsWidget)
    return found


def suggested_of(page: FactorenPage) -> SuggestedView:
    page.open_view("voorstellen")
    assert page.suggested is not None
    return page.suggested


def held(context: Context) -> tuple[FactorEntry, ...]:
    return context.editor.dossier.factoren.factors


def shown_cards(view: SuggestedView) -> list[str]:
    return [card.title.text() for card in view.cards if not card.isHidden()]


def test_knowledge_offers_more_than_fifty_that_can_be_searched(knowledge: Knowledge) -> None:
    rows = offered(knowledge)
    assert len(rows) > 50
    assert len({row.id for row in rows}) == len(rows)
    found = matching(rows, "VERTROUWEN collega", None, None)
    assert "onderling-vertrouwen" in [row.id for row in found]
    assert all(row.phase is FactorPhase.PROCES for row in matching(rows, "", None, FactorPhase.PROCES))
    sides = [len(matching(rows, "", side, None)) for side in FactorDirection]
    assert sum(sides) == len(rows)
    assert min(sides) > 10


def test_one_click_adds_a_factor_from_practice(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    picker = picker_of(page)
    picker.search.setFocus()
    qtbot.keyClicks(picker.search, "vage doelen")
    assert [row.name.text() for row in picker.rows if not row.isHidden()] == ["Vage doelen"]
    qtbot.wait(30)  # the rows get their place at the next turn of the event loop
    qtbot.mouseClick(picker.rows[0].button, LEFT)
    (made,) = held(context)
    assert (made.factor, made.direction, made.phase) == ("vage-doelen", FactorDirection.BLOCKING, FactorPhase.PROCES)
    assert made.strength is None
    assert picker.found() == ()
    assert "Schrijf er zelf een op" in picker.count.text()
    assert list_of(page).current == made.id
    context.editor.undo()
    qtbot.waitUntil(lambda: len(picker.found()) == 1)


def test_filters_and_more(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    picker = picker_of(page_of(qtbot, context))
    assert sum(not row.isHidden() for row in picker.rows) == 6
    qtbot.mouseClick(picker.more, LEFT)
    assert sum(not row.isHidden() for row in picker.rows) == 18
    assert picker.rows[6].button.hasFocus()
    qtbot.mouseClick(picker.direction._buttons["promoting"], LEFT)
    qtbot.mouseClick(picker.phase._buttons["staand"], LEFT)
    assert {(row.direction, row.phase) for row in picker.found()} == {(FactorDirection.PROMOTING, FactorPhase.STAAND)}


def test_every_field_of_a_factor_can_be_filled_in(qtbot: QtBot, context_of: Make) -> None:
    assert {field.name for field in factors().fields} == set(FactorEntry.model_fields) - {"id"}
    context = context_of()
    records = list_of(page_of(qtbot, context))
    qtbot.mouseClick(records.add_button, LEFT)
    by_name: dict[str, QWidget] = {field.field.name: field.control for field in records.fields}
    qtbot.mouseClick(by_name["direction"]._buttons["promoting"], LEFT)
    qtbot.keyClicks(by_name["text"], "Goede sfeer")
    qtbot.mouseClick(by_name["phase"]._buttons["staand"], LEFT)
    qtbot.keyClick(by_name["strength"], Qt.Key.Key_4)
    qtbot.keyClick(by_name["influenceable"], Qt.Key.Key_2)
    qtbot.keyClicks(by_name["measure"], "Samen eten")
    qtbot.keyClicks(by_name["owner"], "Ans")
    qtbot.keyClicks(by_name["due"], "1-2-2027")
    qtbot.mouseClick(by_name["internal"], LEFT, pos=QPoint(10, 14))
    (made,) = held(context)
    assert made.model_dump(mode="json", exclude={"id"}) == {
        "factor": None,
        "text": "Goede sfeer",
        "direction": "promoting",
        "phase": "staand",
        "strength": 4,
        "influenceable": 2,
        "measure": "Samen eten",
        "owner": "Ans",
        "due": "2027-02-01",
        "internal": True,
    }


def test_the_picture_follows_phase_and_keeps_internal_ones_back(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some(8))
    view = field_of(page_of(qtbot, context))

    def rows() -> set[str]:
        figure = view.figure.figure()
        assert figure is not None
        return {cell for row in figure.twin.rows for cell in row if cell.startswith("Factor ")}

    assert rows() == {f"Factor {n}" for n in range(8) if n % 4 != 3}
    assert view.hidden.text() == "2 interne factoren staan niet in dit beeld."
    qtbot.mouseClick(view.internal, LEFT, pos=QPoint(10, 14))
    assert rows() == {f"Factor {n}" for n in range(8)}
    assert view.hidden.isHidden()
    qtbot.mouseClick(view.phase._buttons["proces"], LEFT)
    assert rows() == {"Factor 1", "Factor 4", "Factor 7"}
    context.editor.put(("factoren", "factors", "f1", "phase"), "staand")
    qtbot.waitUntil(lambda: rows() == {"Factor 4", "Factor 7"})


def test_the_picture_leads_to_the_picker(qtbot: QtBot, context_of: Make) -> None:
    page = page_of(qtbot, context_of())
    field_of(page).wanted.emit("promoting")
    assert page.current == "lijst"
    assert page.picker is not None
    assert {row.direction for row in page.picker.found()} == {FactorDirection.PROMOTING}
    assert page.picker.search.hasFocus()


def test_suggestions_are_taken_over_with_their_reason_and_not_offered_again(
    qtbot: QtBot, context_of: Make, wishes: Wishes
) -> None:
    context = context_of(dossier_from_values(example("aalsmeer-amstelveen")))
    view = suggested_of(page_of(qtbot, context))
    before = shown_cards(view)
    warning = context.editor.knowledge.warning["no-budget-steering"]
    card = next(card for card in view.cards if card.title.text() == warning.title)
    assert card.button.words == "Toevoegen als belemmerende factor"
    assert card.reason.text().startswith("Waarom dit voorstel: ")
    qtbot.mouseClick(card.case, LEFT)
    assert wishes.topics == ["case:aalsmeer-amstelveen"]
    count = len(held(context))
    qtbot.mouseClick(card.button, LEFT)
    assert [f.text for f in held(context)][count:] == [warning.title]
    assert held(context)[-1].measure == warning.do
    assert warning.title not in shown_cards(view)
    assert len(shown_cards(view)) == len(before) - 1
    context.editor.undo()
    qtbot.waitUntil(lambda: shown_cards(view) == before)


def test_without_answers_there_is_no_suggestion(qtbot: QtBot, context_of: Make) -> None:
    view = suggested_of(page_of(qtbot, context_of()))
    assert shown_cards(view) == []
    assert "geen voorstel" in view.said.text()


def test_check_questions_and_their_rows(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    knowledge = context.editor.knowledge
    first = knowledge.factors.success_factors[0]
    assert page.reveal(("factoren", "success", first.id, "met"))
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.reveal(("factoren", "success", first.id, "remark"))
    focus = page.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "Nog doen")
    check = context.editor.dossier.factoren.success[first.id]
    assert check.remark == "Nog doen"
    rows = list(success_rows(context.editor.dossier, knowledge))
    assert len(rows) == len(knowledge.factors.success_factors) + len(knowledge.factors.labour_success_factors)
    assert rows[0].answer.endswith("Toelichting: Nog doen")


def test_a_no_becomes_a_suggestion(qtbot: QtBot, context_of: Make) -> None:
    context = context_of()
    page = page_of(qtbot, context)
    first = context.editor.knowledge.factors.success_factors[0]
    page.open_view("vragen")
    field = page.bodies["vragen"].findChildren(QWidget)
    pills = next(w for w in field if getattr(getattr(w, "field", None), "name", "") == f"success/{first.id}/met")
    qtbot.mouseClick(pills.control._buttons["nee"], LEFT)
    assert context.editor.dossier.factoren.success[first.id].met is False
    view = suggested_of(page)
    assert any(first.name[1:] in title for title in shown_cards(view))


def test_every_check_row_can_be_reached(qtbot: QtBot, context_of: Make) -> None:
    for dossier in (dossier_from_values(full()), dossier_from_values(minimal())):
        context = context_of(dossier)
        page = page_of(qtbot, context)
        for row in SPEC.rows(context.editor.dossier, context.editor.knowledge):
            assert page.reveal(row.path), row
            focus = page.focusWidget()
            assert focus is not None
            assert focus.isVisibleTo(page)


@pytest.mark.parametrize(("width", "zoom"), [(1032, 1.0), (696, 1.0), (1032, 2.0)])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_names_targets_and_room(
    qtbot: QtBot, context_of: Make, width: int, zoom: float, appearance: Appearance
) -> None:
    context = context_of(dossier_from_values(example("aalsmeer-amstelveen")))
    context.look.wear(appearance, zoom)
    page = page_of(qtbot, context, width, 2400)
    for view in ("beeld", "lijst", "voorstellen", "vragen"):
        page.open_view(view)
        qtbot.wait(40)
        assert audit.unnamed(page) == []
        assert audit.small_targets(page) == []
        assert audit.rich_labels(page) == []
        assert audit.cut_off(page) == []
        assert audit.overlapping(page) == []


def test_three_hundred_show(qtbot: QtBot, context_of: Make) -> None:
    context = context_of(some(300))
    page = page_of(qtbot, context)
    for view in ("lijst", "voorstellen", "beeld"):
        page.open_view(view)
        assert page.current == view
