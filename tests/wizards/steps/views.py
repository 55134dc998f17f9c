"""Pages with views on screen, and how a person finds the controls in them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import Path
from models.vocabulary import StepId
from tests.models.samples import minimal
from wizards.context import Context
from wizards.page import StepPage
from wizards.registry import spec_of
from wizards.widgets.buttons import Button
from wizards.widgets.fields import FieldWidget
from wizards.widgets.inputs import Area, Check, Line

Make = Callable[..., Context]


def with_partners(count: int, **sections: Any) -> Dossier:
    """A dossier with partners p0, p1, ..."""
    rows = [{"id": f"p{n}", "name": f"Gemeente Plaats {n}"} for n in range(count)]
    return dossier_from_values(minimal(partners={"partners": rows}, **sections))


def shown(qtbot: QtBot, context: Context, step: StepId) -> StepPage:
    """The page on screen."""
    page = spec_of(step).page(context)
    qtbot.addWidget(page)
    page.resize(1032, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    settle()
    return page


def settle() -> None:
    """Let what is due happen: pages refresh a moment after a change."""
    for _ in range(4):
        QApplication.processEvents()


def visible(page: QWidget, kind: type[Any]) -> list[Any]:
    """The widgets of a kind that are on screen."""
    return [widget for widget in page.findChildren(kind) if widget.isVisibleTo(page)]


def button(page: QWidget, name: str) -> Button:
    """The button on screen with this name."""
    found = [b for b in visible(page, Button) if b.accessibleName() == name]
    assert len(found) == 1, (name, [b.accessibleName() for b in visible(page, Button)])
    made: Button = found[0]
    return made


def check(page: QWidget, name: str) -> Check:
    """The box on screen with this name."""
    found = [c for c in visible(page, Check) if c.accessibleName() == name]
    assert len(found) == 1, name
    made: Check = found[0]
    return made


def field_at(page: StepPage, path: Path) -> FieldWidget:
    """The field that shows ``path``, with the focus."""
    assert page.reveal(path), path
    settle()
    found = [f for f in visible(page, FieldWidget) if f.path == path]
    assert len(found) == 1, path
    made: FieldWidget = found[0]
    return made


def type_at(qtbot: QtBot, page: StepPage, path: Path, text: str) -> None:
    """Type in the field at ``path``."""
    control = field_at(page, path).control
    assert isinstance(control, (Line, Area))
    qtbot.keyClicks(control, text)
    settle()


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """Press a key on a control."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, key)
    settle()


def focus_leads_to(page: StepPage) -> QWidget | None:
    """What has the focus inside the page."""
    settle()
    widget = QApplication.focusWidget()
    return widget if widget is not None and page.isAncestorOf(widget) else None


def every_row_leads(page: StepPage, context: Context) -> None:
    """Each row of the check page puts the focus somewhere on the page."""
    editor = context.editor
    for row in spec_of(page.step).rows(editor.dossier, editor.knowledge):
        page.scroller.setFocus()
        assert page.reveal(row.path), row
        assert focus_leads_to(page) is not None, row
