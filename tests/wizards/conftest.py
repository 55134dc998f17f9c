"""A look, an editor and a context for pages and controls, all real but the shell's way through the program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editor import DossierEditor
from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.vocabulary import StepId
from tests.models.samples import minimal
from wizards.context import Context
from wizards.look.look import Look, load_fonts


@dataclass
class Wishes:
    """What pages asked of the shell."""

    steps: list[tuple[StepId, Path]] = field(default_factory=list)
    checks: list[StepId] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def open_step(self, step: StepId, path: Path = ()) -> None:
        self.steps.append((step, path))

    def open_check(self, step: StepId) -> None:
        self.checks.append(step)

    def open_help(self, topic: str = "") -> None:
        self.topics.append(topic)

    def say(self, text: str) -> None:
        self.said.append(text)

    def export_calendar(self) -> None:
        self.files.append("ics")

    def export_spreadsheet(self, kind: str) -> None:
        self.files.append(kind)

    def open_preview(self, kind: str) -> None:
        self.files.append(kind)

    def sign_pdf(self) -> None:
        self.files.append("sign")

    def verify_pdf(self) -> None:
        self.files.append("verify")

    def save_questionnaire(self, partner: str) -> None:
        self.files.append(f"form:{partner}")

    def read_questionnaires(self) -> None:
        self.files.append("forms")


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look on the whole program; it stays on, as taking it off and on again takes longer than most tests."""
    load_fonts()
    made = Look()
    made.apply_to(qapp)
    return made


@pytest.fixture
def wishes() -> Wishes:
    """What was asked of the shell."""
    return Wishes()


@pytest.fixture
def context_of(look: Look, knowledge: Knowledge, wishes: Wishes, qtbot: QtBot) -> Iterator[Callable[..., Context]]:
    """Makes a context with a real editor for a dossier (an empty one by default)."""
    editors: list[DossierEditor] = []

    def make(dossier: Dossier | None = None) -> Context:
        editor = DossierEditor(dossier or dossier_from_values(minimal()), knowledge)
        editors.append(editor)
        return Context(look, editor, wishes)

    yield make
    for editor in editors:
        editor.close()
