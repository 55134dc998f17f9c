"""The guide for an ICT department: plain Dutch, and true for what the program does."""

import argparse
import re
import tomllib
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop.cli.knowledge import cache_path
from desktop.cli.parser import make_parser
from desktop.places import (
    DATA_OVERRIDE,
    POLICY_OVERRIDE,
    PORTABLE_NAME,
    REPORTS_NAME,
    SETTINGS_OVERRIDE,
    places_of,
    policy_candidates,
)
from desktop.policy import parse_policy
from desktop.report.template import Template, TemplateStore
from desktop.run_marker import begin_run
from desktop.session_memory import SessionMemory, WhereWeWere
from desktop.settings import ZOOM_STEPS, Settings, SettingsStore, settings_folder
from models.storage.backups import KEPT_BACKUPS, backup_folder
from models.storage.library_location import LIBRARY_NAME, default_library_path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
GUIDE = (PACKAGING / "BEHEER.md").read_text(encoding="utf-8")
EXAMPLE = (PACKAGING / "beleid.voorbeeld.toml").read_text(encoding="utf-8")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
HOME = {
    "linux": {"HOME": "/home/k"},
    "darwin": {"HOME": "/Users/k"},
    "win32": {"APPDATA": "C:/Users/k/Roaming", "LOCALAPPDATA": "C:/Users/k/Local", "PROGRAMDATA": "C:/ProgramData"},
}
SYSTEMS = {"win32": "Windows", "darwin": "macOS", "linux": "Linux"}


def prose(text):
    """The sentences that people read: without code blocks, a row of a table by its cells."""
    text = re.sub(r"^```.*?^```$", "\n", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`]*`", "code", text)
    parts = []
    for block in re.split(r"\n\s*\n|\n(?=[-#|\d])", text):
        plain = re.sub(r"^(#+|-|\d+\.)\s+", "", " ".join(block.split()))
        parts += plain.strip("|").split("|") if plain.startswith("|") else [plain]
    return [sentence.strip() for part in parts for sentence in re.split(r"(?<=[.?:])\s+", part) if sentence.strip()]


def comments(text):
    """The same of the comments in the example policy; each line that begins with # and a space."""
    lines = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#") and " = " not in line]
    return prose("\n".join(line if not line.startswith(("Windows", "macOS", "Linux")) else "" for line in lines))


def rows(under):
    """The cells of the rows of the first table under a heading."""
    part = re.split(rf"^#+ {re.escape(under)}$", GUIDE, flags=re.MULTILINE)[1]
    table = re.search(r"((?:^\|.*\n)+)", part, re.MULTILINE)[1]
    lines = [re.split(r"(?<!\\)\|", line.strip("|\n")) for line in table.splitlines()]
    return [[cell.strip() for cell in line] for line in lines[2:]]


@pytest.mark.parametrize("sentences", [prose(GUIDE), comments(EXAMPLE)], ids=["guide", "example"])
def test_the_sentences_are_short_and_polite(sentences):
    assert len(sentences) > 10
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
    assert [s for s in sentences if re.search(r"\b(je|jij|jouw|jullie|wij|ons|onze)\b|!", s, re.IGNORECASE)] == []


def test_the_check_on_sentences_sees_a_long_one():
    long = "woord " * 21
    assert any(len(sentence.split()) > 20 for sentence in prose(f"# Kop\n\nKort. {long}\n"))
    assert any(len(sentence.split()) > 20 for sentence in prose(f"| kort | {long} |\n| --- | --- |\n"))


@pytest.mark.parametrize("system", SYSTEMS)
def test_dossiers_and_settings_stand_where_the_guide_says(system):
    (row,) = [row for row in rows("Waar alles staat") if row[0] == SYSTEMS[system]]

    def filled(cell):
        text = cell.strip("`").replace("\\", "/").replace("~", HOME[system].get("HOME", "~"))
        return PurePosixPath(re.sub(r"%(\w+)%", lambda found: HOME[system][found[1]], text))

    library = default_library_path(HOME[system], system)
    assert PurePosixPath(library.parent) == filled(row[1])
    assert PurePosixPath(settings_folder(HOME[system], system)) == filled(row[2])
    assert PurePosixPath(cache_path(HOME[system], system).parent) == filled(row[3])


def test_a_portable_program_keeps_all_where_the_guide_says():
    (row,) = [row for row in rows("Waar alles staat") if row[0] == "draagbaar"]
    places = places_of({}, "linux", Path("/stick"), portable=True)
    cache = cache_path({}, "linux", places.portable)
    found = (places.library.path.parent, places.settings.path, cache.parent)
    assert [f"`{path.relative_to('/stick').as_posix()}`" for path in found] == row[1:]


def test_the_guide_names_each_file_that_the_program_keeps(tmp_path):
    folder = tmp_path / "instellingen"
    run = begin_run(folder)
    SettingsStore(folder).save(Settings(zoom=1.5))
    SessionMemory(folder).remember(WhereWeWere("een"))
    TemplateStore(folder).save(Template())
    kept = {path.name for path in folder.iterdir()}
    run.end()
    assert len(kept) == 5
    kept.add(cache_path(HOME["linux"], "linux").name)
    assert [name for name in sorted(kept) if f"`{name}`" not in GUIDE] == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_policy_is_looked_for_where_the_guide_says(system):
    (row,) = [row for row in rows("Beleid") if row[0] == SYSTEMS[system]]
    named = row[1].strip("`").replace("%ProgramData%", "C:/ProgramData").replace("\\", "/")
    beside, machine = policy_candidates(HOME[system], system, Path("/programma"))
    assert PurePosixPath(machine.path) == PurePosixPath(named)
    assert beside.path.parent == Path("/programma")
    assert str(PureWindowsPath(row[1].strip("`"))) in EXAMPLE or row[1].strip("`") in EXAMPLE


def test_the_names_of_files_and_folders_are_those_of_the_program():
    for name in (LIBRARY_NAME, backup_folder(Path("/x") / LIBRARY_NAME).name, REPORTS_NAME, PORTABLE_NAME):
        assert f"`{name}`" in GUIDE
    assert KEPT_BACKUPS == 10
    assert "de laatste tien reservekopieën" in GUIDE


def test_the_variables_are_those_of_the_program():
    assert {row[0].strip("`") for row in rows("Omgevingsvariabelen")} == {
        DATA_OVERRIDE,
        SETTINGS_OVERRIDE,
        POLICY_OVERRIDE,
    }


def policy_keys():
    """The keys in the second table under the policy, with the values that they take."""
    part = GUIDE.split("Begin met `beleid.voorbeeld.toml`.")[1]
    return dict(re.findall(r"^\| `([a-z_.]+)` \| (.+?) \| .+ \|$", part.split("\n## ")[0], re.MULTILINE))


def with_examples():
    """The example in which every line that is commented out for Linux counts."""
    return re.sub(r"^# (?=\w+ = '[~/])", "", EXAMPLE, flags=re.MULTILINE).replace(
        "# sjabloon = '%ProgramData%\\Vormwijzer\\sjabloon.json'", "sjabloon = '/etc/vormwijzer/sjabloon.json'"
    )


def test_the_example_is_taken_as_it_stands():
    policy = parse_policy(EXAMPLE.encode(), HOME["linux"], "linux")
    assert policy.unknown == ()
    assert policy.data is None
    assert policy.desk == "Servicedesk Lindestreek"


def test_the_example_is_taken_with_all_that_is_commented_out():
    policy = parse_policy(with_examples().encode(), HOME["linux"], "linux")
    assert policy.unknown == ()
    assert policy.data == Path("/home/k/Documenten/Vormwijzer")
    assert policy.settings == Path("/home/k/.config/Vormwijzer")
    assert policy.template == Path("/etc/vormwijzer/sjabloon.json")


def test_the_example_for_windows_is_taken_too():
    text = re.sub(r"^# (?=\w+ = '%)", "", EXAMPLE, flags=re.MULTILINE)
    home = {"USERPROFILE": r"C:\Users\k", "APPDATA": r"C:\Users\k\Roaming", "ProgramData": r"C:\ProgramData"}
    policy = parse_policy(text.encode(), home, "win32")
    assert policy.unknown == ()
    assert str(policy.data) == r"C:\Users\k\Documents\Vormwijzer"
    assert str(policy.settings) == r"C:\Users\k\Roaming\Vormwijzer"
    assert str(policy.template) == r"C:\ProgramData\Vormwijzer\sjabloon.json"


def test_guide_and_example_name_the_same_keys():
    tables = tomllib.loads(with_examples())
    assert {f"{table}.{key}" for table, inside in tables.items() for key in inside} == policy_keys().keys()


@pytest.mark.parametrize("key", ["standaard.uiterlijk", "standaard.tekstgrootte", "standaard.wie_kijkt_mee"])
def test_every_value_that_the_guide_names_is_taken(key):
    table, name = key.split(".")
    values = re.findall(r"\"[a-z-]+\"|\d+", policy_keys()[key])
    assert len(values) >= 3
    for value in values:
        assert parse_policy(f"[{table}]\n{name} = {value}\n".encode(), {}, "linux").unknown == ()
    if name == "tekstgrootte":
        assert [int(value) for value in values] == [round(100 * step) for step in ZOOM_STEPS]
        assert ", ".join(values[:-1]) + f" of {values[-1]}" in EXAMPLE


def test_the_packages_are_called_what_the_recipes_call_them():
    named = set(re.findall(r"\b[Vv]ormwijzer[-_][\w.-]+\.(?:exe|zip|deb|tar\.gz)", GUIDE)) - {"vormwijzer-opdracht.exe"}
    assert named == {
        f"Vormwijzer-{VERSION}-setup.exe",
        f"vormwijzer-{VERSION}-windows-amd64.zip",
        f"vormwijzer-{VERSION}-linux-x86_64.tar.gz",
        f"vormwijzer_{VERSION}_amd64.deb",
    }


def test_the_commands_in_the_guide_exist():
    commands = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    used = re.findall(r"`vormwijzer(?:-opdracht)? ([a-z]+)((?: --[a-z]+)*)", GUIDE)
    assert {name for name, _ in used} >= {"over"}
    for name, choices in used:
        words = {word for action in commands[name]._actions for word in action.option_strings}
        assert set(choices.split()) <= words, name


def test_the_list_of_components_is_where_the_guide_says():
    from desktop.about.build import BUILD_FOLDER
    from desktop.about.components import BOM, LICENCES

    assert f"`{BOM}`" in GUIDE
    assert f"`{LICENCES}`" in GUIDE
    assert f"`_internal/{BUILD_FOLDER.relative_to(ROOT).as_posix()}`" in GUIDE
