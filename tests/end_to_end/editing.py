"""A program to be killed: edits a dossier through the editor, saved by itself, and says each edit that it made.

Run as ``python -m tests.end_to_end.editing PATH``. Says the number of each edit with the moment at which it was made;
after two hundred edits it only waits, as a person does who looks at the screen.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import _GuiCollector
from desktop.autosave import Autosave
from desktop.cli.knowledge import shipped_knowledge
from desktop.editor import DossierEditor
from desktop.library_session import LibrarySession
from models.dossier.edit import record_added
from models.dossier.explore import Fact

EDITS = 200


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main() -> None:
    app = QApplication([])
    _GuiCollector(app)  # as the program does: garbage goes in this thread only
    session = LibrarySession(Path(sys.argv[1]), shipped_knowledge())
    dossier = session.create("Wordt afgebroken")
    editor = DossierEditor(dossier, shipped_knowledge())
    keeper = Autosave(editor, session.library)
    made = 0

    def edit() -> None:
        nonlocal made
        if made == EDITS:
            return
        made += 1
        number = str(made)
        editor.put(("opgave", "question"), number)
        editor.put(("vorm", "answers", "beleid", "joint"), 1 + made % 5)
        editor.apply(lambda before: record_added(before, ("opgave", "facts"), Fact(id=f"f{number}", text=number)))
        editor.put_draft(("opgave", "review_on"), f"dag {number}")
        say(f"{number} {time.time()}")

    timer = QTimer()
    timer.timeout.connect(edit)
    timer.start(20)
    say(dossier.id)
    app.exec()
    assert keeper  # kept until here


if __name__ == "__main__":
    main()
