"""Where everything stands and why, on each platform, as pure values and with real folders."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.main import main
from desktop.places import (
    Origin,
    Place,
    find_places,
    places_of,
    policy_candidates,
    portable_folder,
    program_folder,
)
from desktop.policy import Policy
from desktop.settings import Appearance, Settings
from models.storage.backups import backup_folder
from models.storage.errors import PolicyFailed
from models.storage.library_location import LIBRARY_NAME

PROGRAM = Path("/opt/vormwijzer")
HOME = {"HOME": "/home/k"}
ENV = {"VORMWIJZER_DATA": "/env/data", "VORMWIJZER_CONFIG": "/env/config"}
VARIABLES = (
    *("HOME", "USERPROFILE", "XDG_DATA_HOME", "LOCALAPPDATA", "PROGRAMDATA"),
    *("VORMWIJZER_DATA", "VORMWIJZER_CONFIG", "VORMWIJZER_PROGRAM", "VORMWIJZER_POLICY"),
)
RULES = Policy(data=Path("/beleid/data"), settings=Path("/beleid/config"))


@given(env=st.booleans(), portable=st.booleans(), policy=st.booleans(), fixed=st.booleans(), choice=st.booleans())
def test_the_order_of_origins(env, portable, policy, fixed, choice):
    rules = RULES._replace(fixed=fixed) if policy else None
    environ = {**HOME, **(ENV if env else {})}
    places = places_of(environ, "linux", PROGRAM, portable=portable, rules=rules)
    first = [
        (env, Origin.ENVIRONMENT, "/env/data", "/env/config"),
        (portable, Origin.PORTABLE, "/opt/vormwijzer/gegevens", "/opt/vormwijzer/gegevens/instellingen"),
        (policy, Origin.POLICY, "/beleid/data", "/beleid/config"),
        (True, Origin.STANDARD, "/home/k/.local/share/Vormwijzer", "/home/k/.config/Vormwijzer"),
    ]
    _, origin, data, config = next(row for row in first if row[0])
    assert places.given == Place(Path(data) / LIBRARY_NAME, origin)
    assert places.settings == Place(Path(config), origin)
    locked = env or (policy and fixed)
    assert places.fixed is locked
    chosen = places.with_choice(Path("/zelf/m.db") if choice else None)
    wanted = Place(Path("/zelf/m.db"), Origin.CHOSEN) if choice and not locked else places.given
    assert chosen.library == wanted
    assert chosen.backups == Place(backup_folder(wanted.path), wanted.origin)
    assert chosen.reports.path.parent == chosen.settings.path
    assert chosen.with_choice(None) == places  # and back


def test_choosing_the_place_that_it_has_anyway_is_no_choice():
    places = places_of(HOME, "linux", None)
    assert places.with_choice(places.given.path).library.origin is Origin.STANDARD


def test_a_policy_may_name_one_place_only():
    places = places_of(HOME, "linux", None, rules=Policy(data=Path("/d"), fixed=True))
    assert (places.library.origin, places.settings.origin) == (Origin.POLICY, Origin.STANDARD)
    locked = places_of(HOME, "linux", PROGRAM, portable=True, rules=Policy(fixed=True))
    assert locked.with_choice(Path("/zelf/m.db")).library.origin is Origin.PORTABLE


@pytest.mark.parametrize(
    ("platform", "executable", "folder"),
    [
        ("linux", "/opt/vormwijzer/vormwijzer", "/opt/vormwijzer"),
        ("darwin", "/Users/k/Apps/Vormwijzer.app/Contents/MacOS/vormwijzer", "/Users/k/Apps"),
        ("darwin", "/usr/local/bin/vormwijzer", "/usr/local/bin"),
    ],
)
def test_the_folder_of_a_packed_program(platform, executable, folder):
    assert program_folder({}, platform, executable, frozen=True) == Path(folder)
    assert program_folder({}, platform, executable, frozen=False) is None
    assert program_folder({"VORMWIJZER_PROGRAM": "/proef"}, platform, executable, frozen=False) == Path("/proef")


def test_where_a_policy_may_stand():
    windows = policy_candidates({"PROGRAMDATA": "/pd"}, "win32", PROGRAM)
    assert [place.path for place in windows] == [PROGRAM / "beleid.toml", Path("/pd/Vormwijzer/beleid.toml")]
    assert policy_candidates({}, "win32", None) == ()
    assert [place.path for place in policy_candidates({}, "linux", None)] == [Path("/etc/vormwijzer/beleid.toml")]
    mac = policy_candidates({}, "darwin", None)
    assert [place.path for place in mac] == [Path("/Library/Application Support/Vormwijzer/beleid.toml")]
    (named,) = policy_candidates({"VORMWIJZER_POLICY": "/x/b.toml", "PROGRAMDATA": "/pd"}, "win32", PROGRAM)
    assert named == Place(Path("/x/b.toml"), Origin.ENVIRONMENT)


# --- with real folders


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is that of the program; no other variable names a place."""
    for name in ("VORMWIJZER_DATA", "VORMWIJZER_CONFIG"):
        monkeypatch.delenv(name)
    folder = tmp_path / "programma"
    folder.mkdir()
    monkeypatch.setenv("VORMWIJZER_PROGRAM", str(folder))
    return folder


def test_without_the_folder_it_is_not_portable(program: Path):
    places = find_places()
    assert places.portable is None
    assert places.library.origin is places.settings.origin is Origin.STANDARD
    assert places.program == Place(program, Origin.ENVIRONMENT)
    (program / "gegevens").write_text("a file is no folder")
    assert find_places().portable is None


def test_the_folder_makes_it_portable(program: Path):
    data = program / "gegevens"
    data.mkdir()
    places = find_places()
    assert places.portable == data
    assert places.library == Place(data / LIBRARY_NAME, Origin.PORTABLE)
    assert places.settings == Place(data / "instellingen", Origin.PORTABLE)


def test_from_source_a_folder_beside_the_code_means_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("VORMWIJZER_PROGRAM", raising=False)
    assert find_places().portable is None


def test_a_library_on_a_stick_survives_another_drive_letter(program: Path, tmp_path: Path):
    data = program / "gegevens"
    data.mkdir()
    library, folder = data / "team noord" / LIBRARY_NAME, data / "uitvoer"
    assert find_places().store().save(Settings(library=library, last_folder=folder))
    assert str(tmp_path) not in (data / "instellingen" / "settings.json").read_text(encoding="utf-8")
    other = tmp_path / "andere-letter"
    shutil.move(program, other)
    places = find_places({**os.environ, "VORMWIJZER_PROGRAM": str(other)})
    settings = places.store().load()
    assert settings.library == other / "gegevens" / "team noord" / LIBRARY_NAME
    assert settings.last_folder == other / "gegevens" / "uitvoer"  # it is not there, and does no harm
    assert places.with_choice(settings.library).library.origin is Origin.CHOSEN


def test_a_library_outside_the_stick_keeps_its_own_path(program: Path, tmp_path: Path):
    (program / "gegevens").mkdir()
    elsewhere = tmp_path / "elders" / LIBRARY_NAME
    assert find_places().store().save(Settings(library=elsewhere))
    assert find_places().store().load().library == elsewhere


@pytest.mark.parametrize("kept", ["../buiten/m.db", "a/../../m.db"])
def test_a_kept_path_does_not_lead_out_of_the_folder(program: Path, kept: str):
    settings = program / "gegevens" / "instellingen"
    settings.mkdir(parents=True)
    (settings / "settings.json").write_text(f'{{"version": 2, "library": "{kept}"}}')
    assert find_places().store().load().library is None


def test_nothing_is_written_beside_the_program_but_in_its_folder(program: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["lijst"]) == 0
    assert list(program.iterdir()) == []
    (program / "gegevens").mkdir()
    assert main(["lijst"]) == 0
    assert [path.name for path in program.iterdir()] == ["gegevens"]
    assert (program / "gegevens" / LIBRARY_NAME).is_file()
    capsys.readouterr()


def test_the_policy_beside_the_program_counts(program: Path):
    (program / "beleid.toml").write_text('[standaard]\nuiterlijk = "donker"\n[beheer]\nnaam = "Helpdesk"\n')
    places = find_places()
    assert places.policy == Place(program / "beleid.toml", Origin.PORTABLE)
    assert places.rules is not None and places.rules.desk == "Helpdesk"
    assert places.store().load().appearance is Appearance.DARK
    assert not places.settings.path.exists()  # a default is not written


def test_a_policy_that_the_environment_names_must_be_there(program: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VORMWIJZER_POLICY", str(program / "weg.toml"))
    places = find_places()
    assert isinstance(places.trouble, PolicyFailed) and "weg.toml" in places.trouble.reason
    assert places.rules is None
    monkeypatch.setenv("VORMWIJZER_POLICY", "beleid.toml")
    assert isinstance(find_places().trouble, PolicyFailed)


def test_a_policy_that_leads_nowhere_is_not_passed_over(program: Path):
    (program / "beleid.toml").symlink_to(program / "weg.toml")
    assert isinstance(find_places().trouble, PolicyFailed)


def test_the_command_line_uses_the_library_that_the_window_uses(program: Path, tmp_path: Path, capsys):
    chosen = tmp_path / "zelf" / LIBRARY_NAME
    assert find_places().store().save(Settings(library=chosen))
    assert main(["lijst"]) == 0
    assert chosen.is_file()
    (program / "beleid.toml").write_text(f"[plaatsen]\ngegevens = '{tmp_path / 'beleid'}'\nvast = true\n")
    assert main(["lijst"]) == 0
    assert (tmp_path / "beleid" / LIBRARY_NAME).is_file()
    assert main(["lijst", "--map", str(tmp_path / "map")]) == 0
    assert (tmp_path / "map" / LIBRARY_NAME).is_file()
    capsys.readouterr()


def test_finding_the_places_is_light():
    heavy = ("tomllib", "pydantic", "sqlalchemy", "yaml", "PySide6", "desktop.policy")
    code = f"import sys, desktop.places as p; p.find_places(); print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert out.stdout.strip() == "[]"


def test_a_portable_program_needs_no_folder_of_the_user(program: Path, monkeypatch: pytest.MonkeyPatch):
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    (program / "gegevens").mkdir()
    bare = {"VORMWIJZER_PROGRAM": str(program)}
    for platform in ("linux", "darwin", "win32"):
        places = find_places(bare, platform)
        assert (places.library.origin, places.settings.origin) == (Origin.PORTABLE, Origin.PORTABLE)
    assert portable_folder(bare, "linux") == program / "gegevens"


@pytest.mark.parametrize("text", ["rel", "./rel", "~niemand-die-zo-heet/x"])
@pytest.mark.parametrize("variable", ["VORMWIJZER_DATA", "VORMWIJZER_CONFIG"])
@pytest.mark.parametrize("portable", [False, True])
def test_a_variable_that_is_no_full_path_is_trouble(portable: bool, variable: str, text: str):
    places = places_of({**HOME, **ENV, variable: text}, "linux", PROGRAM, portable=portable)
    assert isinstance(places.trouble, PolicyFailed)
    assert places.trouble.reason == f"{variable} noemt {text}: vul een heel pad in, vanaf de schijf."
    without = {key: value for key, value in {**HOME, **ENV}.items() if key != variable}
    otherwise = places_of(without, "linux", PROGRAM, portable=portable)
    assert (places.library, places.settings) == (otherwise.library, otherwise.settings)
    assert places.fixed  # somebody named a place: the user chooses no other one meanwhile


def test_the_trouble_of_the_policy_is_told_first():
    trouble = PolicyFailed(Path("/b.toml"), "Het beleidsbestand /b.toml is geen goede TOML.")
    assert places_of({**HOME, "VORMWIJZER_DATA": "rel"}, "linux", None, trouble=trouble).trouble is trouble


@pytest.mark.parametrize("variable", ["VORMWIJZER_DATA", "VORMWIJZER_CONFIG"])
def test_on_the_command_line_it_is_one_sentence(variable: str, tmp_path: Path, monkeypatch, capsys):
    working = tmp_path / "werkmap"
    working.mkdir()
    monkeypatch.chdir(working)
    monkeypatch.setenv(variable, "rel")
    assert main(["lijst"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err == f"{variable} noemt rel: vul een heel pad in, vanaf de schijf.\n"
    assert main(["over"]) == 0
    assert f"{variable} noemt rel" in capsys.readouterr().out
    assert list(working.iterdir()) == []


def test_a_folder_that_is_typed_may_begin_in_the_working_folder(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["lijst", "--map", "los"]) == 0
    assert (tmp_path / "los" / LIBRARY_NAME).is_file()
    assert main(["lijst", "--map", "~/thuis"]) == 0
    assert (Path.home() / "thuis" / LIBRARY_NAME).is_file()
    capsys.readouterr()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_where_the_system_knows_no_user_nothing_is_made(platform: str, monkeypatch: pytest.MonkeyPatch):
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    monkeypatch.delenv("VORMWIJZER_PROGRAM", raising=False)
    places = find_places({}, platform)
    assert isinstance(places.trouble, PolicyFailed)
    assert "map van de gebruiker is onbekend" in places.trouble.reason and len(places.trouble.reason.split()) <= 20
    for folder in (places.library.path.parent, places.settings.path):
        with pytest.raises(OSError, match="Not a directory"):
            folder.mkdir(parents=True)
    drive = "C:" if platform == "win32" else ""
    named = {"VORMWIJZER_DATA": f"{drive}/d", "VORMWIJZER_CONFIG": f"{drive}/c"}
    assert find_places(named, platform).trouble is None
    assert find_places({**named, "VORMWIJZER_CONFIG": "~/c"}, platform).trouble is not None


@given(
    st.dictionaries(
        st.sampled_from(VARIABLES),
        st.text(max_size=8) | st.sampled_from(["~", "~/x", "~x/y", "rel", "/x", "C:/x", "\0", "~\0"]),
    ),
    st.sampled_from(["linux", "darwin", "win32"]),
)
def test_whatever_the_environment_holds_places_are_found(environ: dict[str, str], platform: str):
    places = find_places(environ, platform)
    assert places.library.path.name == LIBRARY_NAME
    assert (places.trouble is None) or places.trouble.reason.endswith(".")


def test_without_a_working_folder_places_are_found(tmp_path: Path):
    gone = tmp_path / "weg"
    gone.mkdir()
    code = "import os, desktop.places as p; os.chdir(os.environ['GONE']); os.rmdir(os.environ['GONE']); p.find_places()"
    root = Path(__file__).resolve().parents[2]
    around = {**os.environ, "GONE": str(gone), "VORMWIJZER_PROGRAM": "los", "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", code], env=around, check=True, timeout=120)
    assert not gone.exists()


def test_a_folder_of_somebody_unknown_stops_nothing():
    strange = "~niemand-die-zo-heet/vormwijzer"
    assert portable_folder({"VORMWIJZER_PROGRAM": strange}, "linux") is None
    assert program_folder({"VORMWIJZER_PROGRAM": strange}, "linux", "", frozen=False) == Path(strange).absolute()
    assert portable_folder({}, "linux") is None
