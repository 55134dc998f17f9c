"""Opens a dossier of 20 partners, 200 stakeholders and 300 factors in the real window and prints how long it takes.

Run by benchmark.py in a process of its own, so that the peak of its memory is that of the window.
"""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402 - the checkout must be on the path before what it holds is imported

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from desktop.cli.knowledge import shipped_knowledge
from desktop.settings import SettingsStore
from desktop.start.view import StartView
from desktop.window.main_window import MainWindow
from models.dossier import Dossier, dossier_from_values
from models.vocabulary import StepId
from wizards.look.look import Look, load_fonts

RUNS = 7


def large() -> dict[str, Any]:
    """The answers of the largest example, with as many people around it as the program must stand."""
    values: dict[str, Any] = json.loads((ROOT / "resources" / "examples" / "bar.json").read_text(encoding="utf-8"))
    values["id"] = "groot"
    partners = values["partners"]["partners"]
    for number in range(len(partners), 20):
        partners.append({"id": f"p{number}", "name": f"Gemeente nummer {number}", "kind": "gemeente"})
    field = values.setdefault("krachtenveld", {})
    field["stakeholders"] = [
        {"id": f"s{n}", "name": f"Belanghebbende {n}", "influence": n % 5 + 1, "interest": n // 5 % 5 + 1}
        for n in range(200)
    ]
    field.pop("relations", None)
    values["factoren"]["factors"] = [
        {"id": f"f{n}", "text": f"Factor {n}", "direction": ("promoting", "blocking")[n % 2], "strength": n % 5 + 1}
        for n in range(300)
    ]
    return values


def main() -> None:
    """Print all figures."""
    app = QApplication(["benchmark", "-style", "fusion"])
    load_fonts()
    look = Look()
    window = MainWindow(look, SettingsStore())
    window.set_start(StartView(look))
    look.apply_to(app)
    window.resize(1280, 720)
    window.show()
    app.processEvents()
    knowledge = shipped_knowledge()
    window.set_knowledge(lambda: knowledge)
    dossier = dossier_from_values(large())
    first = _open(app, window, dossier)
    print(f"{'large dossier opened, the first time':50} {1000 * first:8.1f} ms  (limit 400 ms)")
    opened = peak_memory()
    if opened is not None:
        print(f"{'peak memory with the dossier open':50} {opened:8.1f} MB  (limit 160 MB)")
    for step in StepId:
        begun = time.perf_counter()
        assert window.dossier_view is not None
        window.dossier_view.open_step(step)
        app.processEvents()
        print(f"{'page shown: ' + step:50} {1000 * (time.perf_counter() - begun):8.1f} ms")
    _answers(app, window)
    peak = peak_memory()
    if peak is not None:
        print(f"{'peak memory after a look at every page':50} {peak:8.1f} MB  (limit 160 MB)")
    again = statistics.median(_open(app, window, dossier) for _ in range(RUNS))
    print(f"{'large dossier opened again':50} {1000 * again:8.1f} ms  (limit 400 ms)")
    window.close()


def _open(app: QApplication, window: MainWindow, dossier: Dossier) -> float:
    begun = time.perf_counter()
    window.open_dossier(dossier)
    app.processEvents()
    return time.perf_counter() - begun


def _answers(app: QApplication, window: MainWindow) -> None:
    """An answer on the page of the form: until the advice beside it is painted, and until it is settled."""
    view = window.dossier_view
    assert view is not None
    view.open_step(StepId.VORM)
    app.processEvents()
    editor = view.editor
    criterion = next(iter(editor.dossier.vorm.answers))
    path = ("vorm", "answers", criterion, "joint")
    now = editor.dossier.vorm.answers[criterion].joint
    seen, settled = [], []
    for turn in range(RUNS):
        begun = time.perf_counter()
        editor.put(path, 1 + (turn + (now if isinstance(now, int) else 0)) % 5)
        app.processEvents()
        seen.append(time.perf_counter() - begun)
        while not editor.insight.settled and time.perf_counter() - begun < 5:
            # Asleep until something happens, as the program is: a busy loop would take turns from the worker.
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        settled.append(time.perf_counter() - begun)
    print(f"{'answer: its effect painted':50} {1000 * statistics.median(seen):8.1f} ms  (limit 50 ms)")
    words = "answer: robustness too"
    print(f"{words:50} {1000 * statistics.median(settled):8.1f} ms  (limit 200 ms)")


def peak_memory() -> float | None:
    """The largest this process was, in MB; None where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main()
