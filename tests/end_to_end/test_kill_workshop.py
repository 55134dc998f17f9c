"""kill -9 in the middle of a round: participants, votes and the clock are back, and no vote can be read in the file."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.editor import DossierEditor
from desktop.workshop.desk import WorkshopDesk
from models.knowledge import Knowledge
from models.storage.library import Library
from tests.end_to_end.voting import PEOPLE, SUBJECT, value_of
from tests.processes import killed_when_late, line_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def voting(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.end_to_end.voting", str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE) as process:
        try:
            with killed_when_late(process):
                yield process
        finally:
            process.kill()


@pytest.mark.parametrize("votes", [17, PEOPLE])
def test_killed_in_the_middle_of_a_round_it_goes_on_where_it_was(
    tmp_path: Path, knowledge: Knowledge, qtbot: QtBot, votes: int
) -> None:
    path = tmp_path / "m.db"
    with voting(path) as process:
        key = line_of(process.stdout)
        while int(line_of(process.stdout)) < votes:
            pass
        time.sleep(2)
        process.kill()
        process.wait(20)
    assert not [name for name in path.parent.iterdir() if name.suffix == ".tmp"]
    with Library.open(path) as library:
        editor = DossierEditor(library.load(key), knowledge)
        desk = WorkshopDesk(editor, library)
        qtbot.waitUntil(lambda: desk.ready)
        assert desk.workshop is not None and len(desk.workshop.participants) == PEOPLE
        assert desk.session is not None and [one.number for one in desk.session.rounds] == [1]
        assert desk.seconds_left is not None and 3000 < desk.seconds_left < 3600
        polling = desk.polling
        assert polling is not None and polling.number == 2 and polling.subject == SUBJECT
        assert len(polling.done) >= votes
        given = len(polling.done)
        told = desk.close_round()
        assert told.spread is not None
        expected = [value_of(number) for number in range(given)]
        assert {value: expected.count(value) for value in set(expected)} == dict(told.spread.counts)
        desk.close()
        editor.close()
