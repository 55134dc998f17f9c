"""A program to be killed: a werksessie in the middle of its second round, with a clock that runs.

Run as ``python -m tests.end_to_end.voting PATH``. Says the id of the dossier, then the number of each vote as it is
taken; after sixty votes it only waits, as a room does that talks.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import _GuiCollector
from desktop.cli.knowledge import shipped_knowledge
from desktop.editor import DossierEditor
from desktop.library_session import LibrarySession
from desktop.workshop.desk import WorkshopDesk
from models.workshop.records import Participant, Subject, SubjectKind, Vote

PEOPLE = 60
SUBJECT = Subject(kind=SubjectKind.IMPORTANCE, ref="beleid", title="Hoe zwaar telt dit mee: beleid?")


def value_of(number: int) -> int:
    """What participant ``number`` gives."""
    return number % 11


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main() -> None:
    app = QApplication([])
    _GuiCollector(app)  # as the program does: garbage goes in this thread only
    session = LibrarySession(Path(sys.argv[1]), shipped_knowledge())
    dossier = session.create("Wordt afgebroken")
    editor = DossierEditor(dossier, shipped_knowledge())
    desk = WorkshopDesk(editor, session.library)
    desk.begin("Werksessie")
    people = tuple(Participant(id=f"d{number}", name=f"Deelnemer {number}") for number in range(PEOPLE))
    desk.update(lambda held: held.model_copy(update={"participants": people}))
    desk.open_round(SUBJECT)
    for number in range(PEOPLE):
        desk.vote(f"d{number}", Vote(value=5))
    desk.close_round()
    desk.start_clock("4 samen", 3600)
    desk.open_round(SUBJECT)
    made = 0

    def vote() -> None:
        nonlocal made
        if made < PEOPLE:
            desk.vote(f"d{made}", Vote(value=value_of(made)))
            made += 1
            say(str(made))

    timer = QTimer()
    timer.timeout.connect(vote)
    timer.start(20)
    say(dossier.id)
    app.exec()


if __name__ == "__main__":
    main()
