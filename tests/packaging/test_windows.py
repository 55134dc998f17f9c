"""The recipe for Windows, as far as it can be checked on another system: names, places, what is promised."""

import importlib.util
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.places import POLICY_NAME, PORTABLE_NAME
from models.storage.exchange import EXCHANGE_SUFFIX
from models.storage.library_location import default_library_path

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"
INSTALLER = (WINDOWS / "vormwijzer.iss").read_bytes().decode()
BUILD = (WINDOWS / "build.ps1").read_bytes().decode()
PROGRAMS = {"Vormwijzer.exe", "vormwijzer-opdracht.exe"}


def section(name):
    """The lines of a section of the installer, without comments."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", INSTALLER, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    return [line for line in found[1].splitlines() if line and not line.startswith((";", "#"))]


def setup():
    return dict(line.split("=", 1) for line in section("Setup"))


def defines():
    return dict(re.findall(r'^ *#define (\w+) "(.*)"$', INSTALLER, re.MULTILINE))


@pytest.mark.parametrize("text", [INSTALLER, BUILD], ids=["iss", "ps1"])
def test_the_scripts_are_plain_ascii(text):
    # Windows PowerShell and the compiler read a file without a mark in the code page of the computer.
    assert text.isascii()


def test_each_name_of_the_preprocessor_is_defined():
    used = set(re.findall(r"\{#(\w+)\}", INSTALLER))
    assert used == {*defines(), "Version", "Numbers"}
    assert "#ifndef Version\n  #error" in INSTALLER
    assert "#ifndef Numbers\n  #error" in INSTALLER


def test_each_message_is_defined_and_used():
    there = {line.split("=")[0].removeprefix("nl.") for line in section("CustomMessages")}
    used = set(re.findall(r"\{cm:(\w+)\}|CustomMessage\('(\w+)'\)", INSTALLER))
    assert {one or other for one, other in used} == there
    assert section("Languages") == ['Name: "nl"; MessagesFile: "compiler:Languages\\Dutch.isl"']


def test_the_messages_are_short_and_polite():
    for line in section("CustomMessages"):
        words = line.split("=", 1)[1].replace("%n", " ")
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"[.?:] ", words)), line
        assert not re.search(r"\b(je|jij|jouw|wij)\b|!", words)


def test_nobody_needs_to_be_an_administrator():
    values = setup()
    assert values["PrivilegesRequired"] == "lowest"
    assert values["PrivilegesRequiredOverridesAllowed"] == "dialog"
    assert values["DefaultDirName"].startswith("{autopf}")
    roots = {re.match(r"Root: (\w+);", line)[1] for line in section("Registry")}
    assert roots == {"HKA"}


def test_an_upgrade_closes_the_program_and_leaves_no_old_parts():
    values = setup()
    assert values["CloseApplications"] == "yes"
    assert re.fullmatch(r"\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", values["AppId"])
    assert section("InstallDelete") == ['Type: filesandordirs; Name: "{app}\\_internal"']


def test_the_file_type_opens_in_the_window():
    values = defines()
    kind = ElementTree.parse(ROOT / "packaging" / "linux" / "vormwijzer.mime.xml").getroot()[0].get("type")
    assert (values["Suffix"], values["MediaType"]) == (EXCHANGE_SUFFIX, kind)
    assert setup()["ChangesAssociations"] == "yes"
    lines = "\n".join(section("Registry"))
    assert (
        '''{#DossierClass}\\shell\\open\\command"; ValueType: string; ValueData: """{app}\\{#Program}"" ""%1"""'''
        in lines
    )
    assert '''Classes\\{#Suffix}"; ValueType: string; ValueData: "{#DossierClass}"''' in lines


def test_uninstalling_takes_nothing_of_the_user():
    assert "[UninstallDelete]" not in INSTALLER
    assert not re.search(r"DelTree|DeleteFile|RemoveDir", INSTALLER)
    for line in section("Registry"):
        if "uninsdeletekey" in line and "ifempty" not in line:  # only keys that are ours alone
            assert re.search(r"\{#(DossierClass|Program)\}\"", line), line


def test_a_silent_run_waits_for_nobody():
    assert "skipifsilent" in "\n".join(section("Run"))
    code = "\n".join(section("Code"))
    assert not re.search(r"(?<!Suppressible)MsgBox", code)
    assert "or UninstallSilent then\n    Exit;" in code
    assert code.count("begin") + code.count("try") == len(re.findall(r"\bend[;.]", code))


def test_a_silent_removal_stops_at_once_where_the_program_is_open():
    body = INSTALLER.split("function InitializeUninstall: Boolean;")[1].split("\nend;")[0]
    steps = [" ".join(part.split()) for part in body.split(";")]
    assert steps[:2] == ["begin Result := not IsOpen", "if UninstallSilent then Exit"]
    assert "MsgBox" in "".join(steps[2:])


def test_what_is_packed_is_made_and_no_data_goes_along():
    spec = (ROOT / "packaging" / "vormwijzer.spec").read_text(encoding="utf-8")
    folders = [f"dist\\{name}\\*" for name in re.findall(r'COLLECT\(.*\bname="(\w+)"', spec)]
    drawn = set(re.findall(r'"(vormwijzer[a-z-]*)"', (ROOT / "packaging" / "icons.py").read_text(encoding="utf-8")))
    made = {*folders, *("{#Icons}\\" + name + ".ico" for name in drawn)}
    sources = [re.match(r'Source: "([^"]+)"', line)[1] for line in section("Files")]
    assert len(sources) == 2
    assert [source for source in [*sources, setup()["SetupIconFile"]] if source not in made] == []
    assert f'Excludes: "\\{PORTABLE_NAME},\\{POLICY_NAME}"' in section("Files")[0]


def rights():
    """What the installer tells icacls about the folder of the policy."""
    (line,) = [line for line in section("Run") if "icacls" in line]
    assert line.endswith("; Flags: runhidden; Check: PolicyFolderIsNew")
    folder, given = re.search(r'Parameters: """([^"]+)"" ([^"]+)"', line).groups()
    assert folder == "{commonappdata}\\{#Name}"
    return given


def test_only_administrators_write_where_the_policy_of_all_stands():
    assert section("Dirs") == ['Name: "{commonappdata}\\{#Name}"; Check: IsAdminInstallMode']
    granted = rights()
    assert granted.startswith("/inheritance:r /grant:r ")
    users = {"S-1-5-18": "F", "S-1-5-32-544": "F", "S-1-5-32-545": "RX"}
    assert dict(re.findall(r"\*(S-[\d-]+):\(OI\)\(CI\)(\w+)", granted)) == users


def test_a_folder_that_was_there_before_keeps_its_rights():
    body = INSTALLER.split("procedure CurStepChanged(CurStep: TSetupStep);")[1].split("\nend;")[0]
    assert "CurStep = ssInstall" in body  # later the folder is there in any case
    assert "IsAdminInstallMode and not DirExists(ExpandConstant('{commonappdata}\\{#Name}'))" in body


def test_the_guide_gives_the_same_rights_by_hand():
    guide = (ROOT / "packaging" / "BEHEER.md").read_text(encoding="utf-8")
    (by_hand,) = re.findall(r'^icacls "%ProgramData%\\Vormwijzer" (.+)$', guide, re.MULTILINE)
    assert by_hand.replace('"', "") == rights()


def test_the_guide_names_the_key_by_which_windows_knows_the_program():
    guide = (ROOT / "packaging" / "BEHEER.md").read_text(encoding="utf-8")
    key = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{setup()['AppId'][1:]}_is1"
    assert f"`HKCU\\{key}`" in guide
    assert f"`HKLM\\{key}`" in guide


def test_removal_says_where_the_dossiers_are():
    code = "\n".join(section("Code"))
    assert set(re.findall(r"Place := (.+?);?$", code, re.MULTILINE)) == {
        "'%LOCALAPPDATA%\\{#Name}'",
        "ExpandConstant('{localappdata}\\{#Name}')",
    }
    library = default_library_path({"LOCALAPPDATA": "C:/Local", "APPDATA": "C:/Roaming"}, "win32")
    assert library.parent.as_posix() == f"C:/Local/{defines()['Name']}"


@pytest.mark.parametrize(("version", "numbers"), [("1.2.0rc1", "1.2.0"), ("0.1.0", "0.1.0"), ("2.0.0.dev3", "2.0.0")])
def test_windows_gets_a_version_of_numbers_only(version, numbers):
    assert setup()["VersionInfoVersion"] == "{#Numbers}"
    assert '"/DNumbers=$(Get-Numbers $Version)"' in BUILD
    pattern = re.search(r"\[regex\]::Match\(\$Text, '([^']+)'\)", BUILD)[1]
    assert re.search(pattern, version)[0] == numbers
    assert "+ @('0', '0', '0')\n    return $Numbers[0..3] -join '.'" in BUILD


def test_the_compiler_is_looked_for_in_both_versions():
    assert re.findall(r"'(Inno Setup \d)'", BUILD) == ["Inno Setup 7", "Inno Setup 6"]


def test_both_recipes_speak_of_the_same_programs():
    assert {defines()["Program"], defines()["Command"]} == PROGRAMS
    assert set(re.findall(r"'([\w-]+\.exe)'", BUILD)) - {"ISCC.exe"} == PROGRAMS
    assert f"{defines()['Name']}-{{#Version}}-setup" == setup()["OutputBaseFilename"].replace("{#Name}", "Vormwijzer")
    assert '"dist\\Vormwijzer-$Version-setup.exe"' in BUILD


def test_the_version_comes_from_the_project():
    pattern = re.search(r"-Pattern '([^']+)'", BUILD)[1]
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(pattern, text, re.MULTILINE)[1] == tomllib.loads(text)["project"]["version"]


def test_the_portable_zip_has_the_folder_that_makes_it_portable():
    assert f"New-Item -ItemType Directory -Path (Join-Path $Inside '{PORTABLE_NAME}')" in BUILD


def test_the_build_stops_at_the_first_failure():
    assert "$ErrorActionPreference = 'Stop'" in BUILD
    assert "if ($LASTEXITCODE -ne 0) { throw" in BUILD
    for pair in ("{}", "()", "[]"):
        assert BUILD.count(pair[0]) == BUILD.count(pair[1]), pair


def test_signing_is_by_choice_and_no_certificate_lies_around():
    assert "#ifdef Sign\nSignTool=vormwijzer\nSignedUninstaller=yes\n#endif" in INSTALLER
    keys = {".pfx", ".p12", ".pem", ".key", ".snk"}
    assert [path.name for path in (ROOT / "packaging").rglob("*") if path.suffix in keys] == []


def version_module():
    # Not by its name: there is a module "packaging" on PyPI as well.
    spec = importlib.util.spec_from_file_location("recipe_version_file", WINDOWS / "version_file.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_windows_shows_name_and_version(tmp_path):
    read = []

    def taken(kind):
        return lambda *values, **named: read.append((kind, values, named))

    kinds = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    path = version_module().write(tmp_path, "vormwijzer-opdracht.exe", 'Vormwijzer "opdracht"', "1.2.0rc1")
    eval(Path(path).read_text(encoding="utf-8"), {kind: taken(kind) for kind in kinds})  # as PyInstaller reads it
    shown = dict(values for kind, values, _ in read if kind == "StringStruct")
    assert shown["FileDescription"] == 'Vormwijzer "opdracht"'
    assert shown["OriginalFilename"] == "vormwijzer-opdracht.exe"
    assert shown["ProductVersion"] == "1.2.0rc1"
    (fixed,) = [named for kind, _, named in read if kind == "FixedFileInfo"]
    assert fixed["filevers"] == fixed["prodvers"] == (1, 2, 0, 0)
    assert len(read) == len(kinds) - 1 + len(shown)


def test_a_version_without_a_number_is_refused():
    with pytest.raises(ValueError, match="nieuw"):
        version_module().version_text("x.exe", "x", "nieuw")
