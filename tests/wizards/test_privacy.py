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
from desktop.window.search_view import SearchView
from models.dossier import Dossier, dossier_from_values
from models.vocabulary import StepId
from tests.models.samples import full
from wizards.context import Context
from wizards.privacy import Privacy, internal_at
from wizards.registry import spec_of

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
