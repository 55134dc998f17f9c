"""Pages of kosten, uren and vaststelling on screen, and how a person fills them in."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import Path
from tests.models.samples import full
from wizards.context import Context
from wizards.page import StepSpec
from wizards.steps.views import ViewsPage
from wizards.widgets.buttons import Button
from wizards.widgets.fields import FieldWidget
from wizards.widgets.inputs import Area, Line


def filled() -> Dossier:
    """The full dossier with every kind of answer of these steps."""
    values: dict[str, Any] = full()
    kosten, uren = values["kosten"], values["uren"]
    kosten["items"][1] |= {"vat": "compensable", "bcf_percentage": "80", "wage_percentage": "70", "source": "Begroting"}
    kosten["keys"] += [
        {
            "id": "k2",
            "kind": "composite",
            "name": "Mengvorm",
            "drivers": {"Inwoners": {"aldermeer": 5}, "a/b %": {"castelrade": 2}},
            "weights": {"Inwoners": "60"},
        },
        {"id": "k3", "kind": "usage", "drivers": {"Servers": {}}, "prices": {"Servers": "2.5"}},
        {"id": "k4", "kind": "equal", "name": "Gelijk"},
    ]
    uren["entries"] += [
        {"id": "u2", "role": "Jurist", "partner": "brinkhoven", "hours": "4", "unit": "week", "takes": True}
    ]
    uren |= {"productive_source": "Eigen cijfer", "settlement": "invoice"}
    values["vaststelling"]["beslispunten"][0] |= {"arguments": ["Een", "Twee"], "remarks": ["Let op"]}
    return dossier_from_values(values)


def crowd() -> Dossier:
    """Forty partners with long names."""
    values: dict[str, Any] = full()
    more = [{"id": f"x{n}", "name": f"Gemeente met een heel lange naam aan de rivier {n}"} for n in range(37)]
    values["partners"]["partners"] = [*values["partners"]["partners"], *more]
    return dossier_from_values(values)


def shown(qtbot: QtBot, context: Context, spec: StepSpec, size: tuple[int, int] = (1032, 700)) -> ViewsPage:
    """The page on screen."""
    page = spec.page(context)
    assert isinstance(page, ViewsPage)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.wait(30)
    return page


def field_at(page: ViewsPage, path: Path) -> FieldWidget:
    """The field that shows ``path``, on screen."""
    assert page.reveal(path), path
    found = [f for f in page.findChildren(FieldWidget) if f.path == path and f.isVisibleTo(page)]
    assert len(found) == 1, (path, len(found))
    return found[0]


def typed(qtbot: QtBot, page: ViewsPage, path: Path, text: str) -> None:
    """Put ``text`` in the field at ``path`` with the keyboard."""
    control = field_at(page, path).control
    assert isinstance(control, (Line, Area))
    control.setFocus()
    control.selectAll()
    qtbot.keyClick(control, Qt.Key.Key_Delete)
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(control, Qt.Key.Key_Return)
        qtbot.keyClicks(control, line)
    qtbot.wait(5)


def chosen(qtbot: QtBot, page: ViewsPage, path: Path, words: str) -> None:
    """Choose the pill or box with these words at ``path``."""
    control = field_at(page, path).control
    button = next(w for w in control.findChildren(QWidget) if w.accessibleName() == words and w.isVisibleTo(page))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def picked(page: ViewsPage, path: Path, words: str) -> None:
    """Choose these words in the combo box at ``path``."""
    combo = field_at(page, path).control
    index = combo.findText(words)  # type: ignore[attr-defined]
    assert index >= 0, words
    combo.setCurrentIndex(index)  # type: ignore[attr-defined]
    combo.activated.emit(index)  # type: ignore[attr-defined]


def clicked(qtbot: QtBot, root: QWidget, words: str) -> None:
    """Click the first button on screen with these words."""
    button = next(b for b in root.findChildren(Button) if b.words == words and b.isVisibleTo(root))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
