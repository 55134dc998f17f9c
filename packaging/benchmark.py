"""Prints speed and memory of the main job and of the window: medians, and ratios to a process that does the least.

No test: a shared machine is too noisy for that. Quote the ratios rather than single times.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import benchmark_package

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
EXAMPLES = ROOT / "resources" / "examples"
RUNS = 7


@dataclass(frozen=True)
class Sample:
    """Seconds on the clock, seconds of processor time, and peak memory in MiB (0 where unknown)."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    """Print all figures."""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, medians of {RUNS}\n")
    window()
    print()
    opened()
    print()
    agreements()
    workshop()
    print()
    report()
    print()
    processes()  # first: a child starts with the memory of its parent, so the parent must still be small
    print()
    inside()
    print()
    benchmark_package.main()


BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("Vormwijzer")
label.show()
app.processEvents()
wall = time.time() - float(os.environ["VORMWIJZER_TIMING_START"])
print("shown", 1000 * wall, "processor", 1000 * time.process_time())
"""


def window() -> None:
    """From the start of the process to the painted window, taking turns with a bare window of one label."""
    with tempfile.TemporaryDirectory() as folder:
        bare, ours = [], []
        for _ in range(2 * RUNS + 1):
            bare.append(_shown(folder, "-c", BARE))
            ours.append(_shown(folder, "-m", "desktop"))
    for at, name in enumerate(("on the clock", "of the processor")):
        one, other = (statistics.median(sample[at] for sample in samples[1:]) for samples in (bare, ours))
        print(f"window shown, ms {name:16} bare {one:6.0f}  ours {other:6.0f}  {other / one:5.2f} x bare (limit 1.50)")


def _shown(folder: str, *command: str) -> tuple[float, float]:
    own = {"VORMWIJZER_CONFIG": folder, "VORMWIJZER_DATA": folder, "XDG_RUNTIME_DIR": folder, "VORMWIJZER_TIMING": "1"}
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **own, "VORMWIJZER_TIMING_START": repr(time.time())}
    with subprocess.Popen([sys.executable, *command], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        words = process.stdout.readline().split()
        process.kill()
    return float(words[1]), float(words[3])


OPENED = ROOT / "packaging" / "benchmark_dossier.py"


def opened() -> None:
    """A large dossier in the real window, in a process of its own."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        names = ("VORMWIJZER_CONFIG", "VORMWIJZER_DATA", "XDG_RUNTIME_DIR")
        subprocess.run([sys.executable, str(OPENED)], cwd=ROOT, env={**env, **dict.fromkeys(names, folder)}, check=True)


AGREEMENTS = ROOT / "packaging" / "benchmark_agreements.py"


def agreements() -> None:
    """Cost sharing and the spreadsheet at full size, in a process of their own."""
    subprocess.run([sys.executable, str(AGREEMENTS)], cwd=ROOT, check=True)


WORKSHOP = ROOT / "packaging" / "benchmark_workshop.py"


def workshop() -> None:
    """Each action of a large werksessie in the real window, in a process of its own."""
    subprocess.run([sys.executable, str(WORKSHOP)], cwd=ROOT, check=True)


REPORT = ROOT / "packaging" / "benchmark_report.py"


def report() -> None:
    """The largest report as a whole process, taking turns with plain reportlab that sets the same words."""
    example = str(EXAMPLES / "lindestreek.json")
    with tempfile.TemporaryDirectory() as folder:
        words, target = str(Path(folder) / "words.txt"), str(Path(folder) / "advies.pdf")
        subprocess.run([sys.executable, str(REPORT), "--text", example, words], cwd=ROOT, check=True)
        commands = {
            "plain reportlab, the same words": (str(REPORT), words, target),
            "vormwijzer advies, all of it": ("-m", "desktop", "advies", example, "--pdf", target),
        }
        runs: dict[str, list[Sample]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, command in commands.items():
                runs[name].append(_run(command))
    medians = {name: _median(samples[1:]) for name, samples in runs.items()}
    least = medians["plain reportlab, the same words"]
    for name, sample in medians.items():
        times = f"{sample.wall:6.3f} s  {sample.processor:6.3f} s cpu"
        print(f"{name:32} {times}  {sample.memory:6.1f} MiB  {sample.wall / least.wall:5.2f} x plain")
    print("limits for the report of some fifty pages: 1.0 s and 150 MB (143 MiB)")


def inside() -> None:
    """The advice itself, in this process."""
    from models.advice.advise import advise
    from models.dossier import read_dossier
    from models.knowledge import load_knowledge

    _row("knowledge loaded", _timed(load_knowledge))
    knowledge = load_knowledge()
    for path in sorted(EXAMPLES.glob("*.json")):
        dossier = read_dossier(path.read_bytes())
        without = _timed(partial(advise, dossier, knowledge, samples=False))
        _row(f"advice without samples, {path.stem}", without, 0.020)
        _row(f"advice with 2 x 10,000 samples, {path.stem}", _timed(partial(advise, dossier, knowledge)), 0.300)


def processes() -> None:
    """Whole processes, from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "advies.pdf")
        example = str(EXAMPLES / "bar.json")
        commands = {
            "bare: import pydantic": ("-c", "import pydantic"),
            "vormwijzer advies --pdf": ("-m", "desktop", "advies", example, "--pdf", target),
            "vormwijzer advies --json": ("-m", "desktop", "advies", example, "--json"),
            "vormwijzer controle": ("-m", "desktop", "controle", example),
            "vormwijzer lijst": ("-m", "desktop", "lijst", "--map", folder),
        }
        medians = {name: _process(command) for name, command in commands.items()}
    bare = medians["bare: import pydantic"]
    for name, sample in medians.items():
        ratio = sample.wall / bare.wall
        times = f"{sample.wall:6.3f} s  {sample.processor:6.3f} s cpu"
        print(f"{name:30} {times}  {sample.memory:6.1f} MiB  {ratio:5.2f} x bare")
    print("limits for advies --pdf: 1.0 s and 120 MB (114 MiB)")


def _timed(job: Callable[[], object]) -> float:
    job()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _row(name: str, seconds: float, limit: float | None = None) -> None:
    against = f"  (limit {1000 * limit:.0f} ms)" if limit else ""
    print(f"{name:50} {1000 * seconds:8.1f} ms{against}")


def _process(arguments: Sequence[str]) -> Sample:
    return _median([_run(arguments) for _ in range(RUNS + 1)][1:])


def _median(samples: Sequence[Sample]) -> Sample:
    columns = [[getattr(sample, name) for sample in samples] for name in ("wall", "processor", "memory")]
    return Sample(*(statistics.median(column) for column in columns))


def _run(arguments: Sequence[str]) -> Sample:
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):  # Windows tells neither processor time nor memory of a child
        process.wait()
        return Sample(time.perf_counter() - start, 0.0, 0.0)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_mib)


if __name__ == "__main__":
    main()
