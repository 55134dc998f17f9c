"""A dossier from nothing to an advice with the keyboard alone: only keys are sent, to whatever has the focus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.program import Program
from models.advice.results import Outcome
from models.dossier.base import known
from models.vocabulary import CriterionId, StepId
from tests.desktop.test_program import make  # noqa: F401 - a fixture

Make = Callable[..., Program]

PARTNERS = ("Lindervoort", "Waterambt")


class Typist:
    """Somebody without a mouse."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def name(self) -> str:
        """What a screen reader says of it."""
        interface = QAccessible.queryAccessibleInterface(self.focus)
        return interface.text(QAccessible.Text.Name) if interface is not None else ""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        self.qtbot.keyClick(self.focus, key, modifier)
        self.qtbot.wait(5)

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type."""
        self.qtbot.keyClicks(self.focus, text)
        self.qtbot.wait(5)

    def tab_to(self, *begins: str, most: int = 150) -> None:
        """Press Tab until something with this name has the focus; it must be reachable."""
        heard = []
        for _ in range(most):
            if self.name.startswith(begins):
                return
            heard.append(self.name)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"not reached by Tab: {begins}; heard: {heard}")

    def go_to(self, step: StepId) -> None:
        """Press Ctrl+Enter until this step is shown."""
        view = self.program.window.dossier_view
        assert view is not None
        for _ in range(20):
            if view.here.step is step:
                return
            self.ctrl(Qt.Key.Key_Return)
            self.qtbot.wait(30)
        raise AssertionError(f"{step} not reached")


def test_a_dossier_from_nothing_to_an_advice(qtbot: QtBot, make: Make) -> None:  # noqa: F811
    program = make()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    typist = Typist(qtbot, program)
    typist.ctrl(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: typist.name.startswith("Hoe heet de samenwerking"))
    typist.type("Samen belasting heffen")
    typist.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.dossier_view is not None)
    view = program.window.dossier_view
    assert view is not None
    editor = view.editor

    typist.tab_to("Opgave en feiten")
    typist.key(Qt.Key.Key_Space)
    typist.tab_to("Welke vraag wilt u samen beantwoorden")
    typist.type("Hoe houden wij de belastingen op orde?")
    assert editor.dossier.opgave.question == "Hoe houden wij de belastingen op orde?"

    typist.go_to(StepId.PARTNERS)
    for name in PARTNERS:
        typist.tab_to("Partner toevoegen")
        typist.key(Qt.Key.Key_Space)
        typist.tab_to("Naam")
        typist.ctrl(Qt.Key.Key_A)
        typist.type(name)
    assert [partner.name for partner in editor.dossier.partners.active] == list(PARTNERS)

    typist.go_to(StepId.VORM)
    for number in range(1, 14):
        typist.tab_to("1 van 5", "2 van 5", "3 van 5", "4 van 5", "5 van 5", "Uw antwoord")
        typist.type(str(1 + number % 5))
        typist.key(Qt.Key.Key_Return)
        qtbot.wait(30)
    answered = [c for c in CriterionId if (a := editor.dossier.vorm.answers.get(c)) and known(a.joint) is not None]
    assert len(answered) == 13
    assert editor.insight.advice.form.outcome is not Outcome.NO_ADVICE

    view.editor.end_merge()
    before = editor.dossier
    typist.ctrl(Qt.Key.Key_Z)
    assert editor.dossier != before
    typist.ctrl(Qt.Key.Key_Y)
    assert editor.dossier == before
