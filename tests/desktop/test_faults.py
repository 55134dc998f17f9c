"""Unexpected errors are told once, give nothing away, and never go round."""

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from desktop.about.build import read_build
from desktop.faults import FaultCatcher, _details, _short, install, words
from desktop.run_marker import begin_run, previous_crash

SECRET = "De wethouder vertrouwt de buren niet"


def failing(kind=ValueError, *args):
    def deeper():
        raise kind(*(args or (SECRET,)))

    try:
        deeper()
    except kind as error:
        return error


@pytest.fixture
def reports():
    return []


@pytest.fixture
def catcher(tmp_path, reports, qapp, caplog):
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = install(tmp_path / "data", reports.append)
    yield made
    made.uninstall()
    assert hooks == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    caplog.clear()


def hook(error):
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_fault_is_reported_written_and_logged(catcher, reports, tmp_path, caplog):
    hook(failing())
    (report,) = reports
    assert report.path is not None
    assert report.path.parent == tmp_path / "data"
    assert report.path.read_text(encoding="utf-8") == report.as_text()
    assert "tests/desktop/test_faults.py" in report.details
    assert f"Vormwijzer: {read_build().version}\n" in report.as_text()
    assert "ValueError" in caplog.text
    caplog.clear()


def test_a_report_holds_no_answers_and_no_folder_of_the_user(catcher, reports, caplog):
    try:
        raise KeyError(SECRET) from failing()
    except KeyError as error:
        hook(error)
    hook(failing(OSError, 28, "No space left", str(Path.home() / "x.db")))
    hook(failing(AttributeError, f"{Path.home()}/zo has no attribute"))
    assert len(reports) == 3
    for text in (*(report.as_text() for report in reports), caplog.text):
        assert SECRET not in text
        assert str(Path.home()) not in text
    caplog.clear()


def test_the_same_fault_at_every_frame_is_told_once(tmp_path, qapp, caplog):
    now = [0.0]
    catcher, told = FaultCatcher(tmp_path, lambda: now[0]), []
    catcher.faulted.connect(told.append)
    for _ in range(50):
        catcher._tell("x", "hetzelfde")
        now[0] += 1
    assert len(told) == 1
    now[0] += 10
    catcher._tell("x", "hetzelfde")
    assert len(told) == 2
    caplog.clear()


def test_a_fault_while_telling_a_fault_does_not_go_round(tmp_path, qapp, caplog):
    catcher, told = FaultCatcher(tmp_path), []

    def fails_too(report):
        told.append(report)
        catcher._tell("x", "nog een")

    catcher.faulted.connect(fails_too)
    catcher._tell("x", "een")
    assert len(told) == 1
    catcher._tell("x", "een derde")
    assert len(told) == 2
    caplog.clear()


def test_faults_of_threads_come_in_the_thread_that_installed(catcher, reports, qtbot, caplog):
    where = []
    catcher.faulted.connect(lambda _report: where.append(threading.current_thread()))
    thread = threading.Thread(target=lambda: threading.excepthook(
        threading.ExceptHookArgs((ValueError, failing(), None, threading.current_thread()))))  # fmt: skip
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(reports), timeout=5000)
    caplog.clear()


def test_what_cannot_be_raised_is_reported(catcher, reports, caplog):
    class Careless:
        def __del__(self):
            raise ValueError(SECRET)

    Careless()
    gc.collect()
    (report,) = reports
    assert "Careless" in report.details or "__del__" in report.details
    assert SECRET not in report.details
    caplog.clear()


def test_a_critical_message_of_qt_is_a_fault_and_a_warning_is_not(catcher, reports, caplog):
    catcher._on_qt(QtMsgType.QtWarningMsg, QMessageLogContext(), "let op")
    assert not reports
    catcher._on_qt(QtMsgType.QtCriticalMsg, QMessageLogContext(), "erg")
    assert len(reports) == 1
    caplog.clear()


def test_a_disk_that_refuses_still_tells(tmp_path, qapp, caplog):
    (tmp_path / "data").write_text("a file where a folder belongs")
    told = []
    catcher = FaultCatcher(tmp_path / "data")
    catcher.faulted.connect(told.append)
    catcher._tell("x", "y")
    assert told[0].path is None
    caplog.clear()


def test_only_the_last_twenty_reports_stay(tmp_path, qapp, caplog):
    catcher = FaultCatcher(tmp_path)
    for number in range(25):
        catcher._tell("x", str(number))
    assert len(list(tmp_path.glob("fout-*.txt"))) == 20
    caplog.clear()


def test_causes_that_refer_to_each_other_end():
    one, two = failing(), failing(KeyError)
    one.__cause__, two.__cause__ = two, one
    assert _details(one).count("ValueError") == 1


def test_paths_of_code_are_short():
    assert _short("/home/jan/venv/lib/python3.11/site-packages/pydantic/main.py") == "pydantic/main.py"
    assert _short("C:\\Users\\jan\\x\\site-packages\\a\\b.py") == "a/b.py"
    assert _short("/home/jan/los.py") == "los.py"


def test_the_words_say_whether_the_work_is_saved():
    assert words(True)[0] == "Er ging iets mis. Uw werk is opgeslagen."
    assert "niet opgeslagen" in words(False)[0]
    for text in (words(True)[0], *words(True)[1], words(False)[0], *words(False)[1]):
        assert all(len(sentence.split()) <= 20 for sentence in text.split(". "))


def test_a_clean_run_leaves_nothing(tmp_path):
    folder = tmp_path / "data"
    assert previous_crash(folder) is None
    run = begin_run(folder)
    run.note_open("d-1")
    run.end()
    assert previous_crash(folder) is None
    assert list(folder.iterdir()) == []


def test_a_run_that_crashed_is_seen_at_the_next_start(tmp_path):
    code = (
        "import sys, faulthandler; from pathlib import Path; from desktop.run_marker import begin_run\n"
        "begin_run(Path(sys.argv[1])).note_open('d-1'); faulthandler._sigabrt()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, timeout=120)
    assert done.returncode != 0
    crash = previous_crash(tmp_path)
    assert crash is not None
    assert crash.open_dossier == "d-1"
    assert crash.started is not None
    assert "Fatal Python error" in crash.text
    assert str(Path.home()) not in crash.text
    assert crash.said.endswith("opgeslagen.")


@pytest.mark.parametrize("text", ["", "{", '{"started": 5, "open_dossier": []}', '{"started": "gisteren"}'])
def test_a_damaged_marker_still_says_that_the_run_broke_off(tmp_path, text):
    (tmp_path / "bezig.json").write_text(text)
    crash = previous_crash(tmp_path)
    assert crash is not None
    assert (crash.started, crash.open_dossier) == (None, "")
