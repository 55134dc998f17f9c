"""Makes what one installs: the folder of the program, and the package of this system. One command on every system.

    python packaging/build.py             folder, package, list of components and check sums in the folder dist
    python packaging/build.py --folder    the folder only

Needs Python 3.11 or later, and the network the first time. The same source gives the same files: every date in them is
that of the source (``SOURCE_DATE_EPOCH``, else the last commit).
"""

import argparse
import gzip
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import debian
import run
import trim

ROOT = run.ROOT
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
ENVIRONMENT = BUILD / "venv"
FOLDER = DIST / "vormwijzer"
RESOURCES = Path("_internal") / "resources"
BOM = "components.cdx.json"
SUMS = "SHA256SUMS"
MOST_FOLDER = 150_000_000
"""Bytes that the folder may have."""

MOST_PACKAGE = 50_000_000
"""Bytes that the Debian package may have."""

TOOLS = {
    "binutils": ("objcopy", "strip", "ld", "readelf"),
    "dpkg-dev": ("dpkg-deb", "dpkg-shlibdeps"),
    "patchelf": ("patchelf",),
}
"""By package of Debian, the commands that a build on Linux needs."""

GUIDES = ("BEHEER.md", "beleid.voorbeeld.toml")
"""What an ICT department reads, beside the program."""


@dataclass(frozen=True)
class Facts:
    """``moment``: of the source; every date in what is built. ``commit``: as git names it, or "onbekend"."""

    version: str
    commit: str
    moment: datetime
    system: str

    def as_json(self) -> str:
        """For the spec, which runs in an environment of its own."""
        return json.dumps(
            {
                "version": self.version,
                "commit": self.commit,
                "moment": self.moment.isoformat(),
                "date": self.moment.date().isoformat(),
                "system": self.system,
            }
        )


def main(arguments: Sequence[str]) -> int:
    """Build; returns the exit code."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--folder", action="store_true", help="the folder only, no package")
    options = words.parse_args(arguments)
    if sys.platform == "linux":
        install_tools()
        run.install_system_libraries({**run.QT_LIBRARIES, **run.SCREEN_LIBRARIES})
    run.prepare("requirements-package.txt", ENVIRONMENT)
    facts = facts_of_source()
    build_folder(facts)
    made = [] if options.folder else packages(facts)
    write_sums([*made, DIST / BOM])
    return report(made)


def facts_of_source() -> Facts:
    """Version, commit and moment of what is built here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    commit = _git("rev-parse", "--short=12", "HEAD") or "onbekend"
    if commit != "onbekend" and _git("status", "--porcelain", "--untracked-files=no"):
        commit += " (gewijzigd)"
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct") or "315532800"
    system = f"{platform.system()} {platform.machine()}"
    return Facts(project["version"], commit, datetime.fromtimestamp(int(seconds), UTC), system)


def build_folder(facts: Facts) -> None:
    """Make :data:`FOLDER` with PyInstaller; every file in it bears the date of the source."""
    BUILD.mkdir(exist_ok=True)
    told, icons = BUILD / "facts.json", BUILD / "icons"
    told.write_text(facts.as_json(), encoding="utf-8")
    python = run.python(ENVIRONMENT)
    settled = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": str(int(facts.moment.timestamp())),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "VORMWIJZER_BUILD_FACTS": str(told),
        "VORMWIJZER_BUILD_ICONS": str(icons),
    }
    must([str(python), str(HERE / "icons.py"), str(icons)], settled)
    work = ("--distpath", str(DIST), "--workpath", str(BUILD / "work"))
    must([str(python), "-m", "PyInstaller", "--noconfirm", "--clean", *work, str(HERE / "vormwijzer.spec")], settled)
    for name in GUIDES:
        shutil.copyfile(HERE / name, FOLDER / name)
    shutil.copyfile(FOLDER / RESOURCES / "build" / BOM, DIST / BOM)
    settle_dates(FOLDER, facts.moment)


def packages(facts: Facts) -> list[Path]:
    """The folder in one file for use without installing, and on Linux the Debian package."""
    name = f"vormwijzer-{facts.version}-{platform.system().lower()}-{platform.machine().lower()}"
    if sys.platform == "win32":
        return [zipped(DIST / f"{name}.zip")]
    made = [tarred(DIST / f"{name}.tar.gz", facts.moment)]
    if sys.platform == "linux":
        icons = BUILD / "icons"
        depends = debian.depends_of(FOLDER, trim.SYSTEM_LIBRARIES, BUILD / "depends")
        staged = debian.stage(BUILD / "deb", FOLDER, HERE / "linux", icons, HERE, facts.version, facts.moment, depends)
        made.append(debian.build(staged, DIST, facts.version, facts.moment))
    return made


def tarred(target: Path, moment: datetime) -> Path:
    """The folder as ``.tar.gz``, the same for the same source: sorted, without owners, with one date."""

    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = int(moment.timestamp())
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    seconds = int(moment.timestamp())
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=seconds) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in [FOLDER, *sorted(FOLDER.rglob("*"))]:
            archive.add(path, path.relative_to(DIST).as_posix(), recursive=False, filter=settled)
    return target


def zipped(target: Path) -> Path:
    """The folder as ``.zip`` for use from a stick, with the empty folder ``gegevens`` that makes it portable."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("vormwijzer/gegevens/", "")
        for path in sorted(FOLDER.rglob("*")):
            archive.write(path, path.relative_to(DIST).as_posix())
    return target


def settle_dates(folder: Path, moment: datetime) -> None:
    """Give every file below ``folder`` the date ``moment``."""
    seconds = int(moment.timestamp())
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def write_sums(files: Sequence[Path]) -> None:
    """Write the check sums of ``files`` as ``sha256sum --check`` reads them."""
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (DIST / SUMS).write_text("".join(rows), encoding="utf-8")


def report(made: Sequence[Path]) -> int:
    """Say how large everything is; returns 1 where that is too much."""
    folder = sum(path.lstat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    sizes: list[tuple[Path, int, int | None]] = [(FOLDER, folder, MOST_FOLDER)]
    sizes += [(path, path.stat().st_size, MOST_PACKAGE if path.suffix == ".deb" else None) for path in made]
    code = 0
    for path, size, most in sizes:
        too_much = most is not None and size > most
        limit = "" if most is None else f" of {most / 1e6:.0f}"
        print(f"{path.relative_to(ROOT)}: {size / 1e6:.1f}{limit} MB{', too much' if too_much else ''}")
        code = max(code, int(too_much))
    return code


def install_tools() -> None:
    """Have the commands that a build on Linux needs; ends with what to do where they cannot be had."""
    missing = [package for package, names in TOOLS.items() if not all(shutil.which(name) for name in names)]
    if not missing:
        return
    administrator = [] if os.geteuid() == 0 else ["sudo"]
    if shutil.which("apt-get") is None or (administrator and shutil.which("sudo") is None):
        print("Install these packages first: " + " ".join(missing))
        raise SystemExit(2)
    run.must(*administrator, "apt-get", "update", "-qq")
    run.must(*administrator, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)


def must(command: Sequence[str], environment: dict[str, str]) -> None:
    """Run a command that has to succeed; ends with its exit code, and the end of what it said, when it does not."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        print(done.stdout[-6000:])
        raise SystemExit(done.returncode)


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
