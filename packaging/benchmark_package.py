"""The built program beside the source: how fast its window shows and a command runs, in turns, and how large it is.

python packaging/benchmark_package.py [FOLDER]    FOLDER: as build.py left it, by default dist/vormwijzer
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "dist" / "vormwijzer"
RUNS = 11
_EXAMPLE = ROOT / "resources" / "examples" / "lindestreek.json"


def main(folder: Path = BUILT) -> None:
    """Print all figures, or that there is nothing built."""
    program = folder / ("vormwijzer-opdracht.exe" if sys.platform == "win32" else "vormwijzer")
    if not program.is_file():
        print("nothing is built in dist: packaging/build.py makes it")
        return
    built, source = (str(program),), (sys.executable, "-m", "desktop")
    with tempfile.TemporaryDirectory() as home:
        _compare("window shown", built, source, lambda command: _shown(home, command))
        target = str(Path(home) / "a.pdf")
        words = ("advies", str(_EXAMPLE), "--pdf", target)
        _compare("report made", built, source, lambda command: _made(home, (*command, *words)))
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"folder {sum(path.stat().st_size for path in files) / 1e6:.1f} MB (limit 150), {len(files)} files")
    for package in sorted(folder.parent.glob("vormwijzer_*.deb")):
        print(f"{package.name} {package.stat().st_size / 1e6:.1f} MB (limit 50)")


def _compare(
    name: str, built: tuple[str, ...], source: tuple[str, ...], run: Callable[[tuple[str, ...]], tuple[float, float]]
) -> None:
    """Take turns, drop the first of each, and print medians and their ratio."""
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for _ in range(RUNS + 1):
        ours.append(run(built))
        theirs.append(run(source))
    for at, clock in enumerate(("on the clock", "of the processor")):
        one, other = (statistics.median(sample[at] for sample in samples[1:]) for samples in (ours, theirs))
        print(f"{name}, ms {clock:16} built {one:6.0f}  source {other:6.0f}  {one / other:5.2f} x source (limit 1.10)")


def _environment(home: str) -> dict[str, str]:
    own = {"VORMWIJZER_CONFIG": home, "VORMWIJZER_DATA": home, "XDG_RUNTIME_DIR": home, "VORMWIJZER_TIMING": "1"}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}


def _shown(home: str, command: tuple[str, ...]) -> tuple[float, float]:
    environment = {**_environment(home), "VORMWIJZER_TIMING_START": repr(time.time())}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        words = process.stdout.readline().split()
        process.kill()
    return float(words[1]), float(words[3])


def _made(home: str, command: tuple[str, ...]) -> tuple[float, float]:
    begun, before = time.perf_counter(), os.times()
    subprocess.run(command, cwd=ROOT, env=_environment(home), stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return 1000 * (time.perf_counter() - begun), 1000 * processor


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
