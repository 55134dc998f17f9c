"""Libraries that only dropped parts asked for go, with the links to them."""

import sys

import pytest

from tests.packaging.scripts import script

slimming = script("slimming")


@pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")
def test_what_nothing_asks_for_goes_with_its_link(monkeypatch: pytest.MonkeyPatch) -> None:
    asks = {
        "/v/PySide6/QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "/v/PySide6/Qt/lib/libQt6Gui.so.6": ["libQt6Core.so.6"],
    }
    monkeypatch.setattr(slimming, "_asked_by", lambda source: asks.get(source, []))
    names = ("PySide6/QtGui.abi3.so", *(f"PySide6/Qt/lib/libQt6{part}.so.6" for part in ("Gui", "Core", "Qml")))
    modules = (
        "libpython3.11.so.1.0",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
    )  # nothing asks for these by name
    binaries = [(name, f"/v/{name}", "BINARY") for name in (*names, "x.libs/libz.so", *modules)]
    links = [(f"libQt6{part}.so.6", f"PySide6/Qt/lib/libQt6{part}.so.6", "SYMLINK") for part in ("Gui", "Qml")]
    inside = ("x.libs/libcore.so", "../PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    data = [("resources/a.txt", "/v/a.txt", "DATA"), *links, inside]
    kept, datas = slimming.only_needed(binaries, data)
    assert [name for name, _source, _kind in kept] == [*names[:3], *modules]
    assert datas == [data[0], links[0], inside]


def test_the_links_of_a_framework_stay() -> None:
    """On macOS a framework without them cannot be signed."""
    root = "PySide6/Qt/lib/QtCore.framework"
    binaries = [(f"{root}/Versions/A/QtCore", "/v/QtCore", "BINARY")]
    links = [
        (f"{root}/Versions/Current", "A", "SYMLINK"),
        (f"{root}/QtCore", "Versions/Current/QtCore", "SYMLINK"),
        (f"{root}/Resources", "Versions/Current/Resources", "SYMLINK"),
    ]
    known = sys.platform == "linux"
    kept, datas = slimming.only_needed([] if known else binaries, links)
    assert datas == links
    assert kept == ([] if known else binaries)
