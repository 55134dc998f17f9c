"""The list of components: of a built program, and of what is installed; bad lists stop nothing."""

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.about.components import BOM, LICENCES, TEXTS, Component, load_components, read_bom
from desktop.about.installed import (
    closure,
    component_of,
    installed_components,
    own_components,
    texts_of_licence,
)


def row(name: object = "alpha", **values: object) -> dict[str, object]:
    return {"name": name, "version": "1.0", "licenses": [{"license": {"id": "MIT"}}], **values}


def texts(value: object) -> list[object]:
    return [{"name": "iets anders", "value": "x.txt"}, {"name": TEXTS, "value": value}]


def bom(*rows: object) -> bytes:
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": list(rows)}).encode()


def test_a_built_program_carries_its_list(tmp_path: Path) -> None:
    (tmp_path / LICENCES / "sub").mkdir(parents=True)
    (tmp_path / LICENCES / "a.txt").write_text("Vrij te gebruiken: é", encoding="utf-8")
    (tmp_path / LICENCES / "sub" / "b.txt").write_text("Nog een tekst")
    named = row("Beta", licenses=[{"license": {"name": "Eigen licentie"}}, {"expression": "MIT OR Apache-2.0"}])
    (tmp_path / BOM).write_bytes(bom(named, row(properties=texts("a.txt;sub/b.txt"))))
    alpha, beta = load_components(tmp_path)
    assert (alpha.line, alpha.licence) == ("alpha 1.0", "MIT")
    assert alpha.licence_text().startswith("Vrij te gebruiken: é") and "Nog een tekst" in alpha.licence_text()
    assert beta.licence == "Eigen licentie, MIT OR Apache-2.0"
    assert beta.licence in beta.licence_text()  # there is no text, so it says what the licence is called


@pytest.mark.parametrize(
    "name", ["../buiten.txt", "/etc/passwd", "C:\\a.txt", "C:a.txt", "\\\\server\\deel\\a.txt", "a/../../b", "a\0b", ""]
)
def test_no_text_is_read_outside_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "buiten.txt").write_text("geheim")
    (one,) = read_bom(bom(row(properties=texts(name))), tmp_path / LICENCES)
    assert one.texts == ()


def test_a_text_that_is_gone_or_no_file(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (one,) = read_bom(bom(row(properties=texts("weg.txt;map"))), tmp_path)
    assert len(one.texts) == 2
    assert one.licence_text() == Component("alpha", "1.0", "MIT").licence_text()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"components": 3}', b"\xff", b"[" * 100_000])
def test_a_damaged_list_is_empty(tmp_path: Path, data: bytes) -> None:
    (tmp_path / BOM).write_bytes(data)
    assert load_components(tmp_path) == ()


def test_a_damaged_row_costs_only_itself(tmp_path: Path) -> None:
    rows = (3, {}, row(name=None), row("goed", licenses={"a": 1}, properties=[3, {"name": TEXTS, "value": 3}]), row())
    assert [one.name for one in read_bom(bom(*rows), tmp_path)] == ["alpha", "goed"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda part: st.lists(part) | st.dictionaries(st.sampled_from(("license", "id", "name", "value")), part),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.sampled_from(("name", "version", "licenses", "properties")), JSON)))
def test_whatever_a_list_holds_gives_components(rows: list[object]) -> None:
    for one in read_bom(bom(*rows), Path("/nergens")):
        assert one.name and one.licence_text()


# --- from source


def test_from_source_it_is_what_is_installed(tmp_path: Path) -> None:
    found = {one.name: one for one in load_components(tmp_path)}
    assert {"Qt", "Python", "SQLAlchemy", "pydantic", "pydantic_core", "typing_extensions"} <= found.keys()
    assert "pytest" not in found and "pyHanko" not in found  # of the extras
    assert all(one.licence for one in found.values())
    for name in ("SQLAlchemy", "DejaVu Sans (lettertype)", "Source Sans Pro (lettertype)", "sRGB (kleurprofiel)"):
        assert found[name].texts and len(found[name].licence_text()) > 200
    assert list(found) == sorted(found, key=str.casefold)
    assert load_components(tmp_path) == installed_components()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt uses what the system has")
def test_on_linux_icu_comes_with_qt() -> None:
    icu = next(one for one in own_components() if one.name == "ICU")
    assert re.fullmatch(r"\d+(\.\d+)*", icu.version)
    assert icu.licence == "Unicode-DFS-2016" and "Unicode, Inc." in icu.licence_text()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_there_is_no_icu(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert "ICU" not in {one.name for one in own_components()}


def test_what_is_not_installed_is_left_out_and_circles_end() -> None:
    found = closure(("bestaat-niet-echt>=3", "SQLAlchemy", "sqlalchemy", "alembic ; extra == 'x'"))
    names = [component_of(one).name for one in found]
    assert "SQLAlchemy" in names and "alembic" not in names
    assert len(names) == len(set(names))


def test_a_known_licence_has_its_full_text_where_the_maker_brings_none(tmp_path: Path) -> None:
    assert texts_of_licence("LGPL-3.0-only", tmp_path) == ()
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt", "Apache-2.0.txt"):
        (tmp_path / name).write_text(name)
    found = {licence: [path.name for path in texts_of_licence(licence, tmp_path)] for licence in LICENCE_FILES}
    assert found == LICENCE_FILES


LICENCE_FILES = {
    "LGPL-3.0-only OR GPL-2.0-only": ["LGPL-3.0.txt", "GPL-3.0.txt"],
    "GPL-3.0-only": ["GPL-3.0.txt"],
    "Apache Software License, GNU General Public License (GPL)": ["Apache-2.0.txt"],
    "MIT": [],
    "": [],
}


@pytest.mark.parametrize(
    ("marker", "holds"),
    [
        ('python_version < "3.11"', False),
        ('python_version >= "3.9"', True),
        ('sys_platform == "plan9"', False),
        ('(sys_platform == "plan9" or python_version < "4") and extra == ""', True),
        ('extra == "dev"', False),
    ],
)
def test_what_is_asked_for_elsewhere_is_no_component_here(marker: str, holds: bool) -> None:
    assert bool(closure((f"SQLAlchemy>=2; {marker}",))) is holds


def test_a_requirement_that_cannot_be_read_stops_nothing() -> None:
    assert closure(("een raar verzoek !!", "")) == ()
