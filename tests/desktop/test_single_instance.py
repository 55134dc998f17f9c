"""A second start hands over to the first; what a killed process left is cleaned."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.single_instance import SingleInstance, _request_of, bring_forward, instance_name
from tests.processes import killed_when_late, line_of

SECOND = """
import sys
from pathlib import Path
from desktop.single_instance import SingleInstance
second = SingleInstance("proef", Path(sys.argv[1]))
print(second.acquire(), flush=True)
if len(sys.argv) > 2:
    print(second.hand_over([Path(p) for p in sys.argv[2:]], 5.0))
"""
HOLD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance("proef", Path(sys.argv[1]))
print(first.acquire() and first.listen(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder():
    with tempfile.TemporaryDirectory(dir="/tmp" if os.name == "posix" else None) as name:  # a socket's path is short
        yield Path(name)


@pytest.fixture
def first(qtbot, folder):
    instance = SingleInstance("proef", folder)
    assert instance.acquire()
    assert instance.listen()
    yield instance
    instance.release()


def test_a_second_start_is_told_so_and_hands_over_its_files(qtbot, folder, first):
    asked = []
    first.asked.connect(asked.append)
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), "/x/een dossier.vormwijzer"], stdout=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate(timeout=20)[0].split() == ["False", "True"]
    assert asked == [(Path("/x/een dossier.vormwijzer"),)]


def test_after_a_release_the_next_is_first(qtbot, folder, first):
    first.release()
    following = SingleInstance("proef", folder)
    assert following.acquire()
    following.release()


def test_another_library_has_its_own_first(qtbot, folder, first):
    other = SingleInstance("ander", folder)
    assert other.acquire()
    other.release()


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_what_a_killed_process_left_is_cleaned(qtbot, folder):
    killed = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    with killed_when_late(killed):
        assert line_of(killed.stdout) == "True"
    instance = SingleInstance("proef", folder)
    assert not instance.acquire()
    killed.send_signal(signal.SIGKILL)
    killed.wait(20)
    killed.stdout.close()
    assert (folder / "proef.lock").exists()
    assert instance.acquire()
    assert instance.listen()
    instance.release()


def test_nobody_answers(qtbot, folder):
    assert not SingleInstance("proef", folder).hand_over((), 0.1)


@pytest.mark.parametrize(
    "line",
    [b"", b"[]", b"{", b'{"files": "x"}', b'{"files": ["los"]}', b'{"files": [1]}', b'{"files": [], "token": 1}'],
)
def test_a_request_that_is_none_is_refused(line):
    assert _request_of(line) is None


def test_the_name_is_that_of_the_library(tmp_path):
    here = tmp_path / "a.db"
    assert instance_name(here) == instance_name(tmp_path / "x" / ".." / "a.db")
    assert instance_name(here) != instance_name(tmp_path / "b.db")


def test_bringing_forward_undoes_minimising(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_forward(window)
    assert not window.isMinimized()
    assert window.isVisible()


def test_the_decision_imports_no_network():
    code = "import sys, desktop.single_instance; print('PySide6.QtNetwork' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert out.stdout.strip() == "False"
