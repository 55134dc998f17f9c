"""Where the library stands, by platform."""

from pathlib import Path

import pytest

from models.storage.library_location import default_library_path

NAME = "mijn-dossiers.db"


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"HOME": "/home/k"}, "linux", "/home/k/.local/share/Vormwijzer"),
        ({"HOME": "/home/k", "XDG_DATA_HOME": "/data"}, "linux", "/data/Vormwijzer"),
        ({"HOME": "/home/k", "XDG_DATA_HOME": "relative"}, "linux", "/home/k/.local/share/Vormwijzer"),
        ({"HOME": "/home/k", "XDG_DATA_HOME": ""}, "linux", "/home/k/.local/share/Vormwijzer"),
        ({"HOME": "/Users/k"}, "darwin", "/Users/k/Library/Application Support/Vormwijzer"),
        ({"APPDATA": "/c/Roaming"}, "win32", "/c/Roaming/Vormwijzer"),
        ({"USERPROFILE": "/c/k"}, "win32", "/c/k/AppData/Roaming/Vormwijzer"),
        ({"HOME": "/home/k", "VORMWIJZER_DATA": "/elders"}, "linux", "/elders"),
        ({"APPDATA": "/c/Roaming", "VORMWIJZER_DATA": "/elders"}, "win32", "/elders"),
    ],
)
def test_the_conventions_of_the_platform(environ: dict[str, str], platform: str, expected: str) -> None:
    assert default_library_path(environ, platform) == Path(expected) / NAME


def test_without_an_environment_the_home_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/k")
    assert default_library_path({}, "linux") == Path("/home/k/.local/share/Vormwijzer") / NAME
