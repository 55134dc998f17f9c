"""What kosten, uren and vaststelling have in common: rows lead to fields, names, room, empty and crowded dossiers."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.models.samples import minimal
from tests.wizards import audit
from tests.wizards.steps.agreement_pages import crowd, filled, shown
from wizards.context import Context
from wizards.page import StepSpec
from wizards.steps import kosten, uren, vaststelling

Make = Callable[..., Context]
SPECS = [kosten.SPEC, uren.SPEC, vaststelling.SPEC]
specs = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.step.value)


def empty() -> Dossier:
    return dossier_from_values(minimal())


def test_every_field_of_the_sections_has_its_row(knowledge: Knowledge) -> None:
    dossier = filled()
    for spec in SPECS:
        paths = {row.path for row in spec.rows(dossier, knowledge)}
        names = {path[1] for path in paths}
        section = type(dossier.section(spec.step))
        assert names == set(section.model_fields), spec.step


@specs
@pytest.mark.parametrize("dossier", [filled(), crowd(), empty()], ids=["full", "forty", "empty"])
def test_every_row_leads_to_its_question(qtbot: QtBot, context_of: Make, spec: StepSpec, dossier: Dossier) -> None:
    context = context_of(dossier)
    page = shown(qtbot, context, spec)
    before = context.editor.dossier
    for row in spec.rows(context.editor.dossier, context.editor.knowledge):
        assert page.reveal(row.path), row
        if len(row.path) > 2 and dossier.partners.partners:
            focus = page.focusWidget()
            assert focus is not None and focus.isVisibleTo(page), row
        assert page.isActiveWindow(), row
    qtbot.wait(30)
    assert page.isActiveWindow(), "a part of the page was a window for a moment"
    assert context.editor.dossier is before


@specs
@pytest.mark.parametrize(
    ("dossier", "width"),
    [(filled(), 696), (crowd(), 696), (crowd(), 1032), (empty(), 696)],
    ids=["full", "forty", "forty, wide", "empty"],
)
def test_names_targets_and_room(qtbot: QtBot, context_of: Make, spec: StepSpec, dossier: Dossier, width: int) -> None:
    page = shown(qtbot, context_of(dossier), spec, (width, 720))
    for key in page._views:
        page.open_view(key)
        # Wrapped labels get their height in later rounds of the layout; on a busy machine that takes more than one.
        qtbot.waitUntil(lambda: not audit.cut_off(page), timeout=3000)
        assert audit.unnamed(page) == [], key
        assert audit.small_targets(page) == [], key
        assert audit.rich_labels(page) == [], key
        assert audit.cut_off(page) == [], key
        assert audit.overlapping(page) == [], key
        assert page.scroller.horizontalScrollBar().maximum() == 0, key
        assert page.isActiveWindow(), key


@specs
def test_large_text_is_not_cut_off(qtbot: QtBot, context_of: Make, spec: StepSpec) -> None:
    context = context_of(filled())
    context.look.wear(zoom=2.0)
    page = shown(qtbot, context, spec)
    for key in page._views:
        page.open_view(key)
        qtbot.wait(30)
        assert audit.cut_off(page) == [], key
        assert audit.overlapping(page) == [], key
