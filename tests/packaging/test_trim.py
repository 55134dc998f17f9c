"""What goes into the folder: enough of Qt for a window in Dutch, nothing of this machine, nothing that nobody asks."""

import ast
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packaging.scripts import PACKAGING, ROOT, script

trim = script("trim")
VENV = Path("/somewhere/venv")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
    ],
)
def test_what_a_window_needs_stays(name: str) -> None:
    assert trim.keep_binary(name, f"{VENV}/{name}", "linux")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6\\plugins\\qmltooling\\qmldbg_server.dll",
    ],
)
def test_plugins_that_nobody_asks_for_go(name: str) -> None:
    assert not trim.keep_binary(name, f"{VENV}/{name}", "linux")


SYSTEM = "/usr/lib/x86_64-linux-gnu"


@pytest.mark.parametrize(
    ("source", "stays"),
    [
        (f"{SYSTEM}/libxcb-cursor.so.0", True),
        (f"{SYSTEM}/libglib-2.0.so.0", False),
        ("/lib/x86_64-linux-gnu/libX11.so.6", False),
        (f"{SYSTEM}/libpython3.11.so.1.0", True),
        ("/usr/lib/python3.11/lib-dynload/_json.so", True),
        ("/usr/lib/python3/dist-packages/x.so", True),
    ],
)
def test_of_the_system_only_the_named_libraries_and_its_python_go_along(source: str, stays: bool) -> None:
    assert trim.keep_binary(Path(source).name, source, "linux") is stays


def test_elsewhere_pyinstaller_knows_what_is_of_the_system() -> None:
    assert trim.keep_binary("libmpdec.dylib", "/usr/local/lib/libmpdec.dylib", "darwin")
    assert trim.keep_binary("python311.dll", "C:\\Python311\\python311.dll", "win32")


def test_dutch_is_the_only_language() -> None:
    there = "PySide6/Qt/translations/"
    assert trim.keep_data(there + "qtbase_nl.qm")
    assert not trim.keep_data(there + "qtbase_de.qm")
    assert not trim.keep_data(there + "qt_nl.qm")
    assert trim.keep_data("pyphen/dictionaries/hyph_nl_NL.dic")
    assert not trim.keep_data("pyphen/dictionaries/hyph_de_DE.dic")


def test_nothing_says_where_the_program_was_built() -> None:
    assert trim.keep_data("pyside6_essentials-6.11.3.dist-info/METADATA")
    assert not trim.keep_data("vormwijzer-0.1.0.dist-info/direct_url.json")
    assert not trim.keep_data("vormwijzer-0.1.0.dist-info/RECORD")


def test_every_file_of_ours_goes_along() -> None:
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert len(files) > 60
    lost = [path for path in files if not trim.keep_data(path.relative_to(ROOT).as_posix())]
    assert all("__pycache__" in path.parts for path in lost)


def test_nothing_that_the_program_imports_is_left_out() -> None:
    """A module that is left out may be named nowhere in our own code, not even late."""
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for folder in ("models", "wizards", "desktop")
        for path in (ROOT / folder).rglob("*.py")
        for name in _imported(path)
        if any(name == left or name.startswith(f"{left}.") for left in trim.EXCLUDED_MODULES)
    }
    assert found == set()


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_no_name_that_is_left_out_is_said_twice() -> None:
    assert len(set(trim.EXCLUDED_MODULES)) == len(trim.EXCLUDED_MODULES)


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdefgh")), max_size=6), st.data())
def test_what_is_reachable_is_closed_and_no_more(graph: dict[str, set[str]], data: st.DataObject) -> None:
    known = {name: f"lib/{name}" for name in graph}
    roots = data.draw(st.sets(st.sampled_from(sorted(known.values())))) if known else set()
    found = trim.reachable(roots, lambda name: graph[name.removeprefix("lib/")], known)
    assert roots <= found
    assert all(known[asked] in found for name in found for asked in graph[name[4:]] if asked in known)
    asked_for = {known[asked] for name in found for asked in graph[name[4:]] if asked in known}
    assert found <= roots | asked_for


def test_only_the_hook_that_qt_needs_runs_first() -> None:
    kept = [name for name in ("pyi_rth_inspect", "pyi_rth_pyside6", "__main__") if trim.keep_hook(name)]
    assert kept == ["pyi_rth_pyside6", "__main__"]


def test_the_spec_can_be_read_as_python() -> None:
    ast.parse((PACKAGING / "vormwijzer.spec").read_text(encoding="utf-8"))


@pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")
def test_the_plugins_that_stay_exist_in_this_qt() -> None:
    """A name that is wrong would go unnoticed until somebody misses it."""
    import PySide6

    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    there = {path.name.removeprefix("lib").split(".")[0] for path in plugins.rglob("*.so")}
    others = {"qwindows", "qcocoa", "qmodernwindowsstyle", "qmacstyle"}
    assert set().union(*trim._PLUGINS.values()) - others <= there
