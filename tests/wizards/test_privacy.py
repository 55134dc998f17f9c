"""While the room sees this screen, nothing that is intern is on it: planted words are looked for on every page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.window.check_view import CheckView
from desktop.window.dossier_view import DossierView
from desktop.window.search_view import SearchView
from models.dossier import Dossier, dossier_from_values
from models.vocabulary import StepId
from tests.models.samples import full
from wizards.context import Context
from wizards.privacy import Privacy, internal_at
from wizards.registry import spec_of
from wizards.widgets.records import RecordsWidget

SECRET = "Zwijgzaam"


@pytest.fixture
def secrets() -> Dossier:
    """A full dossier in which every record that can be intern is, with a word that stands nowhere else."""
    values = full()
    for step in StepId:
        section = values.setdefault(step.value, {})
        section["notes"] = [
            {"id": "geheim", "text": f"{SECRET} over {step.value}", "internal": True},
            {"id": "open", "text": "Openbaar", "internal": False},
        ]
    for number, factor in enumerate(values["factoren"]["factors"]):
        factor |= {"internal": True, "text": f"{SECRET} {number}"}
    return dossier_from_values(values, references=False)


def said(widget: QWidget) -> Iterator[str]:
    """Every text of a widget that is on screen, also those for assistive technology."""
    for one in (widget, *widget.findChildren(QWidget)):
        if not one.isVisibleTo(widget) and one is not widget:
            continue
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            yield one.text()
        elif isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        elif isinstance(one, QComboBox):
            yield one.currentText()
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from model_texts(one.model())


def model_texts(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.data(model.index(row, column), role) or "")


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(said(widget))


@pytest.mark.parametrize("step", list(StepId))
def test_nothing_that_is_intern_is_on_a_page(
    step: StepId, secrets: Dossier, context_of: Callable[..., Context], qtbot: QtBot
) -> None:
    context = context_of(secrets)
    page = spec_of(step).page(context)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    assert SECRET in shown(page), "a secret that is never there proves nothing"
    context.privacy.hide(True)
    page.refresh()
    for view in [None] if page.view is None else list(page.view._buttons):
        if view is not None:
            page.view._buttons[view].click()
        texts = shown(page)
        assert SECRET not in texts and "intern)" not in texts and "Openbaar" in texts, view
    context.privacy.hide(False)
    page.refresh()
    assert SECRET in shown(page)


@pytest.mark.parametrize("step", list(StepId))
def test_nothing_that_is_intern_is_on_a_check_page(
    step: StepId, secrets: Dossier, context_of: Callable[..., Context], qtbot: QtBot
) -> None:
    context = context_of(secrets)
    view = CheckView(context, spec_of(step), lambda _path: None, lambda: None)
    qtbot.addWidget(view)
    view.show()
    view.refresh()
    assert SECRET in shown(view)
    context.privacy.hide(True)
    view.refresh()
    texts = shown(view)
    assert SECRET not in texts and "Houding" not in texts and "Openbaar" in texts


def test_the_search_finds_nothing_that_is_intern(
    secrets: Dossier, context_of: Callable[..., Context], qtbot: QtBot
) -> None:
    context = context_of(secrets)
    view = SearchView(context)
    qtbot.addWidget(view)
    view.show()
    view.field.setText(SECRET.lower())
    view.refresh()
    assert view.hits
    context.privacy.hide(True)
    view.refresh()
    assert view.hits == () and SECRET not in shown(view)


def test_privacy_tells_when_it_changes(qtbot: QtBot) -> None:
    privacy = Privacy()
    with qtbot.waitSignal(privacy.changed):
        privacy.hide(True)
    with qtbot.assertNotEmitted(privacy.changed):
        privacy.hide(True)


def test_what_is_intern_at_a_path(secrets: Dossier) -> None:
    assert internal_at(secrets, ("opgave", "notes", "geheim", "text"))
    assert not internal_at(secrets, ("opgave", "notes", "open", "text"))
    assert not internal_at(secrets, ("opgave", "notes", "weg", "text"))
    assert not internal_at(secrets, ("opgave", "question"))
    key = secrets.krachtenveld.stakeholders[0].id
    assert internal_at(secrets, ("krachtenveld", "stakeholders", key, "attitude"))
    assert not internal_at(secrets, ("krachtenveld", "stakeholders", key, "name"))


def test_a_note_that_is_made_while_the_room_looks_on_is_there_to_write(
    secrets: Dossier, context_of: Callable[..., Context], qtbot: QtBot
) -> None:
    """A note is intern of itself; then it would be gone before the first letter."""
    context = context_of(secrets)
    page = spec_of(StepId.OPGAVE).page(context)
    qtbot.addWidget(page)
    page.show()
    context.privacy.hide(True)
    page.refresh()
    notes = next(one for one in page.findChildren(RecordsWidget) if one.records.path == ("opgave", "notes"))
    for number in (1, 2):
        notes.add()
        made = context.editor.dossier.opgave.notes[-1]
        assert not made.internal and notes.current == made.id and len(notes.model.rows) == 1 + number
    context.privacy.hide(False)
    notes.add()
    assert context.editor.dossier.opgave.notes[-1].internal


def test_nothing_that_is_intern_is_in_the_window_around_the_pages(
    secrets: Dossier, context_of: Callable[..., Context], qtbot: QtBot
) -> None:
    """Task list, findings, panels, undo: whole, with the way to an intern record as a search would go."""
    context = context_of(secrets)
    window = DossierView(context.look, context.editor)
    said_aloud: list[str] = []
    window.said.connect(said_aloud.append)
    qtbot.addWidget(window)
    window.resize(1400, 900)
    window.show()
    window.context.privacy.hide(True)
    window.show_findings()
    assert SECRET not in shown(window)
    for step in (StepId.FACTOREN, StepId.KRACHTENVELD, StepId.OPGAVE):
        window.open_step(step, (step.value, "notes", "geheim", "text"))
        assert SECRET not in shown(window)
        assert "Houding" not in shown(window)
    section = secrets.factoren.model_copy(update={"factors": secrets.factoren.factors[1:]})
    window.editor.apply(lambda dossier: dossier.with_section(StepId.FACTOREN, section))
    window.undo()
    window.redo()
    assert SECRET not in shown(window) and SECRET not in " ".join(said_aloud) and len(said_aloud) == 2
    window.close_dossier()
