"""The settings survive damage, newer versions and disks that refuse."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.settings import ZOOM_STEPS, Appearance, Settings, SettingsStore, _understood, settings_folder, zoomed
from models.storage.library_location import PlaceUnknown
from models.vocabulary import Onlooker

OTHER = Settings(1.5, 2.0, Appearance.CONTRAST, False, Onlooker.RAADSLID, "QUJD", Path("/x/a.db"), Path("/x"), "d-1")


@pytest.fixture
def store(tmp_path):
    return SettingsStore(tmp_path / "config")


def written(store, text):
    store.folder.mkdir(exist_ok=True)
    store.path.write_text(text, encoding="utf-8")


def test_without_a_file_the_standard_holds(store):
    assert store.load() == Settings()
    assert not store.folder.exists()


def test_what_is_kept_comes_back(store):
    assert store.save(OTHER)
    assert SettingsStore(store.folder).load() == OTHER
    assert [path.name for path in store.folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\ufeff", "[" * 100_000])
def test_a_damaged_file_falls_back_and_is_kept(store, text):
    written(store, text)
    assert store.load() == Settings()
    assert (store.folder / "settings.damaged.json").read_text(encoding="utf-8") == text
    assert store.save(OTHER)
    assert store.load() == OTHER


def test_each_value_falls_back_on_its_own(store):
    written(
        store, json.dumps({"zoom": 9, "appearance": "sepia", "motion": "ja", "library": "los", "onlooker": "raadslid"})
    )
    assert store.load() == Settings(onlooker=Onlooker.RAADSLID)
    assert (store.folder / "settings.damaged.json").exists()


def test_what_a_newer_version_wrote_is_kept(store):
    written(store, json.dumps({"version": 7, "zoom": 1.25, "colour": "blauw"}))
    settings = store.load()
    assert settings.zoom == 1.25
    assert store.save(settings._replace(zoom=1.5))
    values = json.loads(store.path.read_text(encoding="utf-8"))
    assert (values["version"], values["colour"], values["zoom"]) == (7, "blauw", 1.5)


def test_a_disk_that_refuses_stops_nothing(store, caplog):
    store.folder.write_text("a file where a folder belongs")
    assert store.load() == Settings()
    assert not store.save(OTHER)
    assert "settings" in caplog.text
    caplog.clear()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(), lambda part: st.lists(part), max_leaves=3
)


@given(st.dictionaries(st.sampled_from(Settings._fields), ANYTHING))
def test_no_value_stops_the_program(values):
    good, _ = _understood(values)
    settings = Settings(**good)
    assert settings.zoom in ZOOM_STEPS
    assert isinstance(settings.appearance, Appearance)


def test_zoom_goes_by_steps_between_its_ends():
    assert zoomed(1.0, 1) == 1.1
    assert zoomed(1.0, -1) == 0.9
    assert zoomed(2.5, 1) == 2.5
    assert zoomed(0.8, -3) == 0.8
    assert zoomed(1.37, 0) in ZOOM_STEPS


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"HOME": "/h"}, "linux", "/h/.config/Vormwijzer"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "/c"}, "linux", "/c/Vormwijzer"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "c"}, "linux", "/h/.config/Vormwijzer"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Preferences/Vormwijzer"),
        ({"APPDATA": "/a"}, "win32", "/a/Vormwijzer"),
        ({"USERPROFILE": "/u"}, "win32", "/u/AppData/Roaming/Vormwijzer"),
        ({"VORMWIJZER_CONFIG": "/o", "XDG_CONFIG_HOME": "/c"}, "linux", "/o"),
        ({"VORMWIJZER_CONFIG": "~/o", "HOME": "/h"}, "linux", "/h/o"),
        ({"LOCALAPPDATA": "/l", "APPDATA": "/a"}, "win32", "/a/Vormwijzer"),
    ],
)
def test_the_folder_follows_the_platform(environ, platform, folder):
    assert settings_folder(environ, platform) == Path(folder)


@pytest.mark.parametrize("text", ["rel", "~niemand-die-zo-heet/x"])
def test_a_variable_that_is_no_full_path_names_no_folder(text):
    with pytest.raises(PlaceUnknown, match=f"VORMWIJZER_CONFIG noemt {text}:"):
        settings_folder({"HOME": "/h", "VORMWIJZER_CONFIG": text}, "linux")


def test_importing_the_settings_is_light():
    heavy = ("pydantic", "sqlalchemy", "yaml", "PySide6")
    code = f"import sys, desktop.settings; print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert out.stdout.strip() == "[]"
