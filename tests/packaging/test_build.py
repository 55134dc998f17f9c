"""The build: the same source gives the same bytes, and what is too large is told."""

import hashlib
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.packaging.scripts import PACKAGING, ROOT, script

build = script("build")
MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as PyInstaller leaves it, very small."""
    folder = tmp_path / "dist" / "vormwijzer"
    (folder / "_internal" / "één map").mkdir(parents=True)
    (folder / "vormwijzer").write_bytes(b"\x7fELF")
    (folder / "vormwijzer").chmod(0o755)
    (folder / "_internal" / "één map" / "lib.so").write_bytes(b"lib" * 100)
    (folder / "_internal" / "lib.so").symlink_to("één map/lib.so")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "DIST", tmp_path / "dist")
    monkeypatch.setattr(build, "FOLDER", folder)
    return tmp_path / "dist"


def test_the_archive_is_the_same_whoever_packs_it_and_whenever(dist: Path) -> None:
    first = build.tarred(dist / "a.tar.gz", MOMENT).read_bytes()
    for path in (dist / "vormwijzer").rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    (dist / "vormwijzer" / "_internal" / "één map" / "lib.so").chmod(0o600)
    assert build.tarred(dist / "b.tar.gz", MOMENT).read_bytes() == first
    with tarfile.open(dist / "a.tar.gz") as archive:
        entries = {entry.name: entry for entry in archive}
    assert entries["vormwijzer/vormwijzer"].mode == 0o755
    assert entries["vormwijzer/_internal/één map/lib.so"].mode == 0o644
    assert entries["vormwijzer/_internal/lib.so"].issym()
    assert {(entry.uid, entry.uname, entry.mtime) for entry in entries.values()} == {(0, "", MOMENT.timestamp())}


def test_the_archive_for_a_stick_has_the_folder_that_makes_it_portable(dist: Path) -> None:
    with zipfile.ZipFile(build.zipped(dist / "a.zip")) as archive:
        names = archive.namelist()
    assert names[0] == "vormwijzer/gegevens/"
    assert "vormwijzer/vormwijzer" in names


def test_every_file_gets_the_date_of_the_source(dist: Path) -> None:
    build.settle_dates(dist / "vormwijzer", MOMENT)
    assert {path.lstat().st_mtime for path in (dist / "vormwijzer").rglob("*")} == {MOMENT.timestamp()}


@pytest.mark.skipif(sys.platform == "win32", reason="sha256sum is not there")
def test_the_check_sums_are_those_that_sha256sum_checks(dist: Path) -> None:
    files = [build.tarred(dist / "a.tar.gz", MOMENT), dist / "components.cdx.json"]
    files[1].write_text("{}", encoding="utf-8")
    build.write_sums(files)
    assert hashlib.sha256(b"{}").hexdigest() in (dist / build.SUMS).read_text(encoding="utf-8")
    subprocess.run(["sha256sum", "--check", build.SUMS], cwd=dist, check=True, capture_output=True)


def test_what_is_too_large_is_told_and_ends_with_1(
    dist: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = dist / "a.deb"
    package.write_bytes(b"x" * 2_000_000)
    assert build.report([package]) == 0
    assert "dist/a.deb: 2.0 of 50 MB\n" in capsys.readouterr().out
    monkeypatch.setattr(build, "MOST_PACKAGE", 1_000_000)
    assert build.report([package]) == 1
    assert "dist/a.deb: 2.0 of 1 MB, too much\n" in capsys.readouterr().out
    monkeypatch.setattr(build, "MOST_FOLDER", 100)
    assert build.report([]) == 1


def test_the_facts_are_those_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(MOMENT.timestamp())))
    facts = build.facts_of_source()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert facts.version == project["version"]
    assert facts.moment == MOMENT
    assert facts.commit


def test_without_git_the_build_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(build, "_git", lambda *_words: "")
    facts = build.facts_of_source()
    assert facts.commit == "onbekend"
    assert facts.moment.year == 1980


def test_the_limits_are_those_that_were_promised() -> None:
    assert (build.MOST_FOLDER, build.MOST_PACKAGE) == (150_000_000, 50_000_000)


def test_what_is_read_beside_the_program_is_there() -> None:
    assert all((PACKAGING / name).is_file() for name in build.GUIDES)
