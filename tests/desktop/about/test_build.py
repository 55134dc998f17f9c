"""The version and the build, from the file of a built program or from the source."""

import json
import tomllib
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.about import build as build_module
from desktop.about.build import UNKNOWN, Build, read_build
from desktop.faults import FaultCatcher, FaultReport
from desktop.report.content import standing

ROOT = Path(__file__).resolve().parents[3]
VALUES = {"version": "1.2.3", "commit": "abc1234", "date": "2026-11-21T10:00:00+01:00", "system": "Linux x86_64"}


def written(folder: Path, data: object) -> Build:
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    (folder / "build.json").write_bytes(text)
    return read_build(folder)


def test_a_built_program_says_from_what(tmp_path: Path) -> None:
    build = written(tmp_path, VALUES)
    assert build == Build("1.2.3", "abc1234", date(2026, 11, 21), "Linux x86_64")
    assert build.words == "abc1234 · 21\u00a0november 2026 · Linux x86_64"


def test_from_source_it_says_so(tmp_path: Path) -> None:
    build = read_build(tmp_path)
    assert build.from_source and build.words == "vanuit de broncode"
    try:
        assert build.version == version("vormwijzer")
    except PackageNotFoundError:
        table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        assert build.version == table["project"]["version"]


def test_without_anything_to_read_the_version_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_module, "PROGRAM", "vormwijzer-die-er-niet-is")
    monkeypatch.setattr(build_module, "_PROJECT", tmp_path / "pyproject.toml")
    assert read_build(tmp_path).version == UNKNOWN
    (tmp_path / "pyproject.toml").write_text("geen = [toml")
    assert read_build(tmp_path).version == UNKNOWN


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"a": "' + b"x" * 30_000 + b'"}'])
def test_a_damaged_file_stops_nothing(tmp_path: Path, data: bytes) -> None:
    build = written(tmp_path, data)
    assert build.damaged and not build.from_source
    assert build.version == read_build(tmp_path / "weg").version
    assert build.words == UNKNOWN


def test_each_value_is_judged_on_its_own(tmp_path: Path) -> None:
    build = written(tmp_path, {**VALUES, "date": "gisteren", "system": "a\u202eb", "commit": 3})
    assert build == Build("1.2.3", damaged=True)


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "build.json").mkdir()
    assert read_build(tmp_path).damaged


@given(st.dictionaries(st.sampled_from(sorted(VALUES)), st.text() | st.integers() | st.none() | st.lists(st.text())))
def test_whatever_it_holds_gives_a_build(tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]) -> None:
    build = written(tmp_path_factory.mktemp("build"), values)
    assert build.version and "\n" not in build.words


def test_a_report_of_a_fault_and_a_pdf_name_the_version_of_the_build(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setattr(build_module, "read_build", lambda: Build("9.8.7"))
    told: list[FaultReport] = []
    catcher = FaultCatcher(tmp_path)
    catcher.faulted.connect(told.append)
    catcher._tell("Er ging iets mis.", "regel 1")
    assert [report.version for report in told] == ["9.8.7"]
    caplog.clear()
    standing._program.cache_clear()
    assert standing._program() == "9.8.7"
    standing._program.cache_clear()
