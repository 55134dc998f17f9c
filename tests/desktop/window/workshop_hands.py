"""A window with an open dossier and a werksessie, for tests."""

from random import Random

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from desktop.workshop.view import WorkshopView
from models.dossier import dossier_from_values
from models.storage.library import Library
from models.vocabulary import SubjectKind
from models.workshop.codes import new_codes
from models.workshop.records import Participant, Vote
from models.workshop.subjects import subjects_of
from tests.desktop.workshop.fake_screens import LAPTOP, ROOM, FakeScreens
from tests.models.samples import example


class Held:
    """An open dossier in a library, with a werksessie of fourteen people and two fake screens."""

    def __init__(self, window: MainWindow, library: Library, qtbot: QtBot) -> None:
        self.window, self.library, self.qtbot = window, library, qtbot
        self.dossier = dossier_from_values(example("lindestreek"))
        library.save(self.dossier)
        self.screens = FakeScreens(LAPTOP, ROOM)
        self.open()

    def open(self) -> None:
        """Open the dossier in the window."""
        self.view: DossierView = self.window.open_dossier(self.dossier, self.library)
        self.view.workshop.screens = self.screens
        self.desk = self.view.workshop.desk
        self.qtbot.waitUntil(lambda: self.desk.ready)

    @property
    def page(self) -> WorkshopView:
        """The werksessie in it."""
        return self.view.workshop.page

    def begin(self) -> None:
        """Begin a werksessie, with its people."""
        self.view.show_workshop()
        self.page.begin_button.click()
        partners = [one.id for one in self.dossier.partners.active]
        codes = new_codes(14, (), Random(1))
        people = tuple(
            Participant(id=f"d{n}", name=f"Deelnemer {n}", partner=partners[n % len(partners)], code=codes[n])
            for n in range(14)
        )
        self.desk.update(lambda held: held.model_copy(update={"participants": people, "name": "Onze avond"}))
        settle()

    def vote(self, *values: int) -> None:
        """Open a round on the first statement, in which people give these answers."""
        assert self.desk.workshop is not None
        subject = next(
            one
            for one in subjects_of(self.dossier, self.view.editor.knowledge, self.desk.workshop)
            if one.kind is SubjectKind.SCORE
        )
        self.desk.open_round(subject)
        for number, value in enumerate(values):
            self.desk.vote(f"d{number}", Vote(value=value))


def settle() -> None:
    """Let layouts find their heights."""
    for _ in range(6):
        QApplication.processEvents()
