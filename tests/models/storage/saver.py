"""A program to be killed: forks a child per line of its input that saves, or opens, a library in a loop.

Run as ``python -m tests.models.storage.saver``. A line is ``save PATH`` or ``create PATH``. Says ``pid N``, then a
line per acknowledged value, then ``dead`` when the child is gone. One start of Python serves all children.
"""

import os
import sys
from pathlib import Path

from models.storage import schema
from models.storage.library import Library
from tests.models.storage.helpers import asking, make_dossier


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def save_for_ever(path: Path) -> None:
    library = Library.open(path)
    entries = library.list()
    number = int(library.load("aa").opgave.question) if entries else 0
    while True:
        number += 1
        # Title and section carry the number both, so that half a save would show.
        library.save(asking(make_dossier(title=f"Nummer {number}"), str(number)))
        say(str(number))


def main() -> None:
    assert schema  # loaded before the forks, so that a child starts at once
    for line in sys.stdin:
        action, name = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                save_for_ever(Path(name)) if action == "save" else Library.open(Path(name)).close()
            finally:
                os._exit(0)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
