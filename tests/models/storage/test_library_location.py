"""Where the library stands, by platform."""

from pathlib import Path

import pytest

from models.storage.library_location import PlaceUnknown, default_library_path, home_folder, named_folder

NAME = "mijn-dossiers.db"


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"HOME": "/home/k"}, "linux", "/home/k/.local/share/Vormwijzer"),
        ({"HOME": "/home/k", "XDG_DATA_HOME": "/data"}, "linux", "/data/Vormwijzer"),
        ({"HOME": "/home/k", "XDG_DATA_HOME": "relative"}, "linux", "/home/k/.local/share/Vormwijzer"),
        ({"HOME": "/home/k", "XDG_DATA_HOME": ""}, "linux", "/home/k/.local/share/Vormwijzer"),
        ({"HOME": "/Users/k"}, "darwin", "/Users/k/Library/Application Support/Vormwijzer"),
        ({"LOCALAPPDATA": "/c/Local", "APPDATA": "/c/Roaming"}, "win32", "/c/Local/Vormwijzer"),
        ({"USERPROFILE": "/c/k", "APPDATA": "/c/Roaming"}, "win32", "/c/k/AppData/Local/Vormwijzer"),
        ({"HOME": "/home/k", "VORMWIJZER_DATA": "/elders"}, "linux", "/elders"),
        ({"HOME": "/home/k", "VORMWIJZER_DATA": "~/elders"}, "linux", "/home/k/elders"),
        ({"LOCALAPPDATA": "/c/Local", "VORMWIJZER_DATA": "D:/elders"}, "win32", "D:/elders"),
    ],
)
def test_the_conventions_of_the_platform(environ: dict[str, str], platform: str, expected: str) -> None:
    assert default_library_path(environ, platform) == Path(expected) / NAME


def test_without_an_environment_the_home_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/k")
    assert default_library_path({}, "linux") == Path("/home/k/.local/share/Vormwijzer") / NAME


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("rel", "linux"),
        ("./rel", "darwin"),
        ("~niemand-die-zo-heet/x", "linux"),
        ("D:/elders", "linux"),
        ("C:los", "win32"),
        ("/zonder/schijf", "win32"),
    ],
)
def test_a_variable_names_a_full_path_or_nothing(text: str, platform: str) -> None:
    with pytest.raises(PlaceUnknown) as caught:
        default_library_path({"HOME": "/home/k", "VORMWIJZER_DATA": text}, platform)
    assert str(caught.value) == f"VORMWIJZER_DATA noemt {text}: vul een heel pad in, vanaf de schijf."
    assert caught.value.named == text


def test_what_is_quoted_from_a_variable_stays_one_line() -> None:
    with pytest.raises(PlaceUnknown) as caught:
        named_folder("X", {"X": "a\nb" + "c" * 5000}, "linux")
    said = str(caught.value)
    assert said.startswith("X noemt a?bc") and said.isprintable() and len(said) < 300


def test_an_empty_variable_names_nothing() -> None:
    assert named_folder("X", {"X": ""}, "linux") is named_folder("X", {}, "linux") is None


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_where_the_system_knows_no_user(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    for environ in ({}, {"HOME": "", "USERPROFILE": ""}, {"HOME": "los", "USERPROFILE": "los"}):
        with pytest.raises(PlaceUnknown, match="map van de gebruiker is onbekend"):
            home_folder(environ, platform)
        with pytest.raises(PlaceUnknown):
            default_library_path({**environ, "VORMWIJZER_DATA": "~/x"}, platform)
