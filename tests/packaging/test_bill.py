"""The list of components: from what is really there, valid CycloneDX, the same each time, and read by the program."""

import json
import platform
from datetime import UTC, datetime
from importlib.metadata import distribution
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import given
from hypothesis import strategies as st

from desktop.about.build import read_build
from desktop.about.components import Component, load_components, read_bom
from tests.packaging.scripts import script

bill = script("bill")
MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def entry_of(package: str, file: str, kind: str = "PYMODULE") -> tuple[str, str, str]:
    one = distribution(package)
    path = next(path for path in one.files or () if path.as_posix().endswith(file))
    return file, str(path.locate()), kind


@pytest.fixture
def entries() -> list[tuple[str, str, str]]:
    return [
        entry_of("reportlab", "reportlab/__init__.py"),
        entry_of("alembic", "alembic/__init__.py"),
        entry_of("pydantic_core", ".so" if Path("/usr").exists() else ".pyd", "EXTENSION"),
        ("resources/x.yaml", "/nowhere/resources/x.yaml", "DATA"),
    ]


def test_only_what_landed_is_listed(entries: list[tuple[str, str, str]]) -> None:
    names = {part.component.name.lower() for part in bill.parts_of(entries)}
    assert {"reportlab", "alembic", "pydantic_core", "python", "qt"} <= names
    assert not {"sqlalchemy", "pytest", "vormwijzer", "lxml"} & names


def test_a_binary_is_named_with_what_it_belongs_to(entries: list[tuple[str, str, str]]) -> None:
    (part,) = [part for part in bill.parts_of(entries) if part.component.name == "pydantic_core"]
    assert len(part.files) == 1
    assert str(part.purl).startswith("pkg:pypi/pydantic-core@")


def test_lists_of_known_faults_find_python_and_qt(entries: list[tuple[str, str, str]]) -> None:
    rows = {row["name"]: row for row in json.loads(bill.bill_of(bill.parts_of(entries), {}, "1", MOMENT))["components"]}
    python = platform.python_version()
    assert rows["Python"]["cpe"] == f"cpe:2.3:a:python:python:{python}:*:*:*:*:*:*:*"
    assert rows["Python"]["purl"] == f"pkg:generic/python@{python}"
    assert rows["Qt"]["cpe"].startswith("cpe:2.3:a:qt:qt:6.")


def test_the_list_is_valid_and_the_same_each_time(entries: list[tuple[str, str, str]]) -> None:
    parts = bill.parts_of(entries)
    texts = {parts[0].component.line: ["a/1-LICENSE", "a/2-NOTICE"]}
    made = bill.bill_of(parts, texts, "1.2.3", MOMENT)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None
    assert bill.bill_of(list(reversed(parts)), texts, "1.2.3", MOMENT) == made
    assert json.loads(made)["metadata"]["timestamp"] == "2026-11-21T12:00:00+00:00"


def test_the_program_reads_what_the_build_wrote(entries: list[tuple[str, str, str]], tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    told = {"version": "1.2.3", "commit": "abc", "date": "2026-11-21", "system": "Linux x86_64"}
    facts.write_text(json.dumps({**told, "moment": MOMENT.isoformat()}), encoding="utf-8")
    added = bill.entries([entries], facts, tmp_path / "bill")
    assert all(name.startswith("resources/build/") and Path(source).is_file() for name, source, _kind in added)
    build = read_build(tmp_path / "bill")
    assert (build.version, build.commit, build.from_source, build.damaged) == ("1.2.3", "abc", False, False)
    shown = {one.name: one for one in load_components(tmp_path / "bill")}
    assert "Copyright" in shown["reportlab"].licence_text()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in shown["Qt"].licence_text()
    assert all(path.is_file() for one in shown.values() for path in one.texts)


LICENCES = st.one_of(
    st.sampled_from(["MIT", "Apache-2.0 OR BSD-3-Clause", "BSD license (see license.txt)", "zie de tekst", "A\nB", ""]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
)


@given(st.lists(st.tuples(st.from_regex(r"[a-z][a-z-]{0,9}", fullmatch=True), LICENCES), max_size=5))
def test_any_licence_gives_a_list_that_reads_back(rows: list[tuple[str, str]]) -> None:
    parts = [bill.Part(Component(name, "1.0", licence)) for name, licence in rows]
    made = bill.bill_of(parts, {}, "1", MOMENT)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None
    assert {one.name for one in read_bom(made.encode(), Path("/nowhere"))} == {name for name, _licence in rows}
