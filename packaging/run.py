"""Sets up what is needed and runs one job, on a machine with nothing but Python 3.11 or later.

    python3 packaging/run.py start      open the program
    python3 packaging/run.py advies     make advies.pdf from an example dossier, without a screen
    python3 packaging/run.py signing    add what signing a PDF with a certificate needs (once; then start as usual)
    python3 packaging/run.py screens    make pictures of every page in the folder screens, without a screen
    python3 packaging/run.py test       run the tests
    python3 packaging/run.py check      lint, types and import contracts
    python3 packaging/run.py benchmark  print speed and memory

The packages to install are made by packaging/build.py.

Uses the standard library only. Everything lands in the folder ``.venv`` of the checkout; a second run
finds it there and needs no network.
"""

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xkbcommon": "libxkbcommon0",
}
"""What Qt needs on Linux, even without a screen, and the Debian package that brings it."""
SCREEN_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
"""What it needs besides for a window on a Linux screen."""
SETS = ("requirements.txt", "requirements-sign.txt", "requirements-dev.txt")
"""The locks of the environment for working, each with all of those before it."""


def main(arguments: Sequence[str]) -> int:
    """Run the job that ``arguments`` names; returns its exit code."""
    jobs = {
        "start": start,
        "advies": advice,
        "signing": signing,
        "screens": screens,
        "test": test,
        "check": check,
        "benchmark": benchmark,
    }
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must also speak on an older Python
        print("Vormwijzer needs Python 3.11 or later; this is " + sys.version.split()[0])
        return 2
    if not arguments or arguments[0] not in jobs:
        print(__doc__)
        return 2
    return jobs[arguments[0]](list(arguments[1:]))


def start(arguments: list[str]) -> int:
    """Open the program; ``arguments``: exchange files to import."""
    if sys.platform.startswith("linux") and not any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY")):
        print("There is no screen here. Make an advice (run.py advies) or pictures of every page (run.py screens).")
        return 2
    install_system_libraries({**QT_LIBRARIES, **SCREEN_LIBRARIES})
    prepare("requirements.txt")
    return run(SCRIPTS / "vormwijzer", *arguments)


def screens(arguments: list[str]) -> int:
    """Make a picture of every page; ``arguments``: those of screens.py, which begin with a folder."""
    install_system_libraries(QT_LIBRARIES)
    prepare("requirements.txt")
    given = arguments if arguments and not arguments[0].startswith("-") else ["screens", *arguments]
    return run(python(), str(ROOT / "packaging" / "screens.py"), *given)


def advice(arguments: list[str]) -> int:
    """Make an advice PDF from an example dossier, in the folder where one stands."""
    prepare("requirements.txt")
    target = arguments[0] if arguments else "advies.pdf"
    example = ROOT / "resources" / "examples" / "bar.json"
    return run(SCRIPTS / "vormwijzer", "advies", str(example), "--pdf", target)


def signing(_arguments: list[str]) -> int:
    """Add the extra ``[sign]`` to the environment; the program finds it by itself."""
    prepare("requirements-sign.txt")
    print("Signing is there. Start the program as usual.")
    return 0


def test(arguments: list[str]) -> int:
    """Run the whole test suite on all cores."""
    install_system_libraries(QT_LIBRARIES)
    prepare("requirements-dev.txt")
    return run(python(), "-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments, folder=ROOT)


def check(_arguments: list[str]) -> int:
    """Lint, formatting, types and import contracts."""
    prepare("requirements-dev.txt")
    steps = (
        (SCRIPTS / "ruff", "check", "."),
        (SCRIPTS / "ruff", "format", "--check", "."),
        (SCRIPTS / "mypy",),
        (SCRIPTS / "lint-imports", "--no-cache"),
    )
    return max(run(*step, folder=ROOT) for step in steps)


def benchmark(arguments: list[str]) -> int:
    """Print the figures of the benchmark."""
    install_system_libraries(QT_LIBRARIES)
    prepare("requirements-dev.txt")
    return run(python(), str(ROOT / "packaging" / "benchmark.py"), *arguments, folder=ROOT)


def prepare(requirements: str, environment: Path = ENVIRONMENT) -> None:
    """Make ``environment``, unless it already holds what ``requirements`` asks.

    A larger set contains the smaller ones, so an environment for tests also runs the program.
    """
    enough = SETS[SETS.index(requirements) :] if requirements in SETS else (requirements,)
    stamps = {name: _stamp(name) for name in enough}
    stamp_file = environment / "vormwijzer-stamp"
    if stamp_file.exists() and stamp_file.read_text(encoding="utf-8") in stamps.values():
        compile_all(environment)
        return
    print(f"Setting up {environment.relative_to(ROOT)}; this takes a minute the first time.", flush=True)
    stamped = stamp_file.exists()
    stamp_file.unlink(missing_ok=True)
    try:
        # Anew, unless a finished set-up stands there: what an earlier attempt left half done would fail for ever.
        venv.create(environment, with_pip=True, clear=not stamped)
    except subprocess.CalledProcessError:
        print(f"Python cannot make {environment.name} here. On Debian and Ubuntu: apt install python3-venv")
        raise SystemExit(2) from None
    pip = (python(environment), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    lock = str(ROOT / "packaging" / requirements)
    must(*pip, "--require-hashes", "-r", lock)
    must(*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    compile_all(environment)
    stamp_file.write_text(stamps[requirements], encoding="utf-8")


def compile_all(environment: Path) -> None:
    """Compile what changed: some machines are told not to keep what Python compiles when it imports."""
    must(
        python(environment),
        "-m",
        "compileall",
        "-q",
        *(str(ROOT / folder) for folder in ("models", "wizards", "desktop")),
    )


def _stamp(requirements: str) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for part in (ROOT / "packaging" / requirements, ROOT / "pyproject.toml"):
        digest.update(part.read_bytes())
    return f"{requirements} {digest.hexdigest()}"


def install_system_libraries(wanted: Mapping[str, str]) -> None:
    """Install the libraries that Qt needs (by name, with their package), on a Debian-like Linux that lacks them."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in wanted.items() if ctypes.util.find_library(library) is None]
    if not missing:
        return
    root = [] if os.geteuid() == 0 else ["sudo"]
    if shutil.which("apt-get") is None or (root and shutil.which("sudo") is None):
        print("Qt needs these libraries; install them first: " + " ".join(missing), flush=True)
        return
    must(*root, "apt-get", "update", "-qq")
    must(*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)


def python(environment: Path = ENVIRONMENT) -> Path:
    """The interpreter of ``environment``."""
    return environment / SCRIPTS.name / ("python.exe" if os.name == "nt" else "python")


def run(*command: str | Path, folder: Path | None = None) -> int:
    """Run a command with this terminal; returns its exit code."""
    return subprocess.run([str(part) for part in command], cwd=folder, check=False).returncode


def must(*command: str | Path) -> None:
    """Run a command that has to succeed; ends this script with its exit code when it does not."""
    code = run(*command)
    if code:
        raise SystemExit(code)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
