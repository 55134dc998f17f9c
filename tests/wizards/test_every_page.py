"""All fourteen pages, empty, filled and with forty partners: names, targets, room, plain text (ux.md section 8)."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import value_at
from models.vocabulary import StepId
from tests.models.samples import example, full, minimal
from tests.wizards import audit
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import Appearance
from wizards.page import StepPage
from wizards.registry import spec_of

Make = Callable[..., Context]
LONG = "Gemeenschappelijke gemeente Noordoostelijk-Achtkarspelen aan den Rijn en Omstreken"


def forty_partners() -> Dossier:
    values = minimal()
    values["partners"] = {"partners": [{"id": f"p{n}", "name": f"{LONG} {n}"} for n in range(40)]}
    return dossier_from_values(values)


DOSSIERS: dict[str, Callable[[], Dossier]] = {
    "empty": lambda: dossier_from_values(minimal()),
    "bar": lambda: dossier_from_values(example("bar")),
    "full": lambda: dossier_from_values(full()),
    "forty": forty_partners,
}


def shown(qtbot: QtBot, context: Context, step: StepId, width: int, height: int = 668) -> StepPage:
    page = spec_of(step).page(context)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    for _ in range(4):
        QApplication.processEvents()
    return page


def views(page: StepPage) -> list[str | None]:
    return [None] if page.view is None else list(page.view._buttons)


def open_view(qtbot: QtBot, page: StepPage, view: str | None) -> None:
    if view is not None and page.view is not None:
        page.view._buttons[view].click()
        for _ in range(4):
            QApplication.processEvents()


@pytest.mark.parametrize("step", StepId)
@pytest.mark.parametrize(("kind", "width"), [*((kind, 1032) for kind in DOSSIERS), ("full", 696)])
def test_controls_have_names_targets_and_room(
    qtbot: QtBot, context_of: Make, step: StepId, kind: str, width: int
) -> None:
    page = shown(qtbot, context_of(DOSSIERS[kind]()), step, width)
    for view in views(page):
        open_view(qtbot, page, view)
        if width > 1000:  # beside the advice, which needs an answer first, some pages scroll
            assert_room(page, view)
        for root in filter(None, (page, page.panel)):
            assert audit.unnamed(root) == [], view
            assert audit.small_targets(root) == [], view
            assert audit.rich_labels(root) == [], view


@pytest.mark.parametrize("step", StepId)
@pytest.mark.parametrize("kind", ["bar", "forty"])
def test_nothing_is_cut_off_in_large_type(
    qtbot: QtBot, context_of: Make, look: Look, qapp: QApplication, step: StepId, kind: str
) -> None:
    look.wear(zoom=2.0)
    look.apply_to(qapp)
    page = shown(qtbot, context_of(DOSSIERS[kind]()), step, 1280)
    for view in views(page):
        open_view(qtbot, page, view)
        assert_room(page, view)


def assert_room(page: StepPage, view: str | None) -> None:
    assert audit.cut_off(page) == [], view
    assert audit.overlapping(page) == [], view
    assert page.scroller.horizontalScrollBar().maximum() == 0, view


@pytest.mark.parametrize("step", StepId)
def test_another_look_is_taken_at_once(
    qtbot: QtBot, context_of: Make, look: Look, qapp: QApplication, step: StepId
) -> None:
    page = shown(qtbot, context_of(DOSSIERS["bar"]()), step, 1032)
    for appearance in Appearance:
        look.wear(appearance=appearance)
        look.apply_to(qapp)
        QApplication.processEvents()
        assert not page.grab().isNull()


@pytest.mark.parametrize("step", StepId)
@pytest.mark.parametrize("kind", DOSSIERS)
def test_each_row_of_the_check_page_leads_to_its_field(qtbot: QtBot, context_of: Make, step: StepId, kind: str) -> None:
    context = context_of(DOSSIERS[kind]())
    page = shown(qtbot, context, step, 1032)
    spec = spec_of(step)
    for row in spec.rows(context.editor.dossier, context.editor.knowledge):
        assert row.path[0] in (step.value, "title"), row
        assert page.reveal(row.path), row


@pytest.mark.parametrize("step", StepId)
def test_every_answer_stands_on_the_check_page(context_of: Make, step: StepId) -> None:
    """Each field of the section is reached by a row: nothing is asked that one cannot check, nothing is hidden."""
    context = context_of(DOSSIERS["full"]())
    dossier = context.editor.dossier
    rows = spec_of(step).rows(dossier, context.editor.knowledge)
    section = dossier.section(step)
    reached = {row.path[1] for row in rows if len(row.path) > 1}
    filled = {name for name in type(section).model_fields if value_at(dossier, (step.value, name))}
    assert filled <= reached | {"accepted_warnings"}
