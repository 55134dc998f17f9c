"""What the Debian package carries besides the program: each file is sound, and they agree with each other."""

import argparse
import configparser
import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.cli.parser import make_parser
from models.storage.exchange import EXCHANGE_SUFFIX, exchange_bytes, read_any

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
METAINFO = LINUX / "nl.vormwijzer.Vormwijzer.metainfo.xml"
MEDIA_TYPE = "application/vnd.vormwijzer+zip"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def run(*command, **options):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)


def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "vormwijzer.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_starts_the_program_with_our_files():
    values = entry()
    assert values["Exec"] == "vormwijzer %F"
    assert values["MimeType"].split(";") == [MEDIA_TYPE, ""]
    assert values["Terminal"] == "false"
    assert (ROOT / "resources" / "icons" / f"{values['Icon']}.svg").is_file()


def test_the_window_finds_its_desktop_entry():
    named = re.search(r'setDesktopFileName\("(.+?)"\)', (ROOT / "desktop" / "app.py").read_text(encoding="utf-8"))
    assert named is not None
    assert (LINUX / f"{named[1]}.desktop").is_file()
    assert entry()["StartupWMClass"] == named[1]


def test_the_desktop_entry_is_valid():
    done = run("desktop-file-validate", str(LINUX / "vormwijzer.desktop"))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_media_type_has_our_suffix_and_a_dutch_name():
    kind = ElementTree.parse(LINUX / "vormwijzer.mime.xml").find("m:mime-type", MIME)
    assert kind.get("type") == MEDIA_TYPE
    assert kind.find("m:glob", MIME).get("pattern") == f"*{EXCHANGE_SUFFIX}"
    assert kind.find("m:sub-class-of", MIME).get("type") == "application/zip"
    dutch = [c.text for c in kind.findall("m:comment", MIME) if c.get("{http://www.w3.org/XML/1998/namespace}lang")]
    assert dutch == ["Dossier van Vormwijzer"]


@pytest.mark.parametrize("example", ["bar", "lindestreek"])
def test_an_exchange_file_is_known_by_its_name_and_by_its_content(tmp_path, example):
    folder = tmp_path / "share" / "mime" / "packages"
    folder.mkdir(parents=True)
    shutil.copy(LINUX / "vormwijzer.mime.xml", folder / "vormwijzer.xml")
    data = exchange_bytes(read_any((ROOT / "resources" / "examples" / f"{example}.json").read_bytes()))
    (tmp_path / "met-naam.vormwijzer").write_bytes(data)
    (tmp_path / "zonder-naam").write_bytes(data)
    shutil.make_archive(str(tmp_path / "anders"), "zip", folder)
    code = (
        "import sys; from PySide6.QtCore import QMimeDatabase as Mime; mime = Mime()\n"
        "print(*(mime.mimeTypeForFile(name).name() for name in sys.argv[1:]))"
    )
    names = ("met-naam.vormwijzer", "zonder-naam", "anders.zip")
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        cwd=tmp_path,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "share")},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.split() == [MEDIA_TYPE, MEDIA_TYPE, "application/zip"]


def test_the_appstream_data_agrees_with_the_rest():
    root = ElementTree.parse(METAINFO).getroot()
    assert METAINFO.name == f"{root.findtext('id')}.metainfo.xml"
    assert (LINUX / root.findtext("launchable")).is_file()
    assert root.findtext("provides/mediatype") == MEDIA_TYPE
    assert root.findtext("provides/binary") == entry()["Exec"].split()[0]
    assert [c.text for c in root.findall("categories/category")] == entry()["Categories"].strip(";").split(";")
    newest = root.find("releases/release")
    assert newest.get("version") == VERSION
    assert date.fromisoformat(newest.get("date")).year >= 2026
    assert re.search(rf"^## {re.escape(VERSION)}\b", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_appstream_data_says_everything_in_both_languages():
    description = ElementTree.parse(METAINFO).getroot().find("description")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    texts = [(text.tag, text.get(lang)) for text in description.iter() if text.tag in {"p", "li"}]
    assert len(texts) > 8
    assert texts[0::2] == [(tag, None) for tag, _ in texts[0::2]]
    assert texts[1::2] == [(tag, "nl") for tag, _ in texts[0::2]]


def test_the_appstream_data_is_valid():
    done = run("appstreamcli", "validate", "--no-net", "--no-color", str(METAINFO))
    assert done.returncode == 0, done.stdout
    assert not re.search(r"^[EW]:", done.stdout, re.MULTILINE), done.stdout


def manual():
    return (LINUX / "vormwijzer.1").read_text(encoding="utf-8")


def in_the_manual():
    """Each command of the man page, with its choices."""
    part = manual().split(".SH OPDRACHTEN")[1].split("\n.SH ")[0].replace("\\-", "-")
    found = {}
    for section in part.split("\n.SS ")[1:]:
        found[section.split()[0]] = set(re.findall(r"^\.BI? (--[a-z-]+)", section, re.MULTILINE))
    return found


def in_the_parser():
    commands = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    return {
        name: {word for action in command._actions for word in action.option_strings} - {"-h", "--help"}
        for name, command in commands.items()
    }


def test_the_manual_names_each_command_with_all_its_choices():
    assert in_the_manual() == in_the_parser()


def test_the_manual_is_of_this_version():
    assert re.search(r'^\.TH VORMWIJZER 1 "[a-z]+ \d{4}" "Vormwijzer ([^"]+)"', manual(), re.MULTILINE)[1] == VERSION


def test_the_manual_names_the_variables_of_the_program():
    from desktop.cli.verify_command import PASSPHRASE
    from desktop.places import DATA_OVERRIDE, POLICY_OVERRIDE, SETTINGS_OVERRIDE

    ours = {PASSPHRASE, DATA_OVERRIDE, POLICY_OVERRIDE, SETTINGS_OVERRIDE}
    assert set(re.findall(r"VORMWIJZER_[A-Z]+", manual())) == ours


def test_the_manual_is_sound_roff():
    done = run("groff", "-man", "-ww", "-K", "utf8", "-T", "utf8", str(LINUX / "vormwijzer.1"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "reservekopieën" in done.stdout


def control():
    text = (LINUX / "control.in").read_text(encoding="utf-8")
    values = {"VERSION": VERSION, "ARCHITECTURE": "amd64", "INSTALLED_SIZE": "200000", "DEPENDS": "libc6, libegl1"}
    for name, value in values.items():
        assert f"@{name}@" in text
        text = text.replace(f"@{name}@", value)
    return text


def test_the_control_fields_are_complete():
    text = control()
    assert "@" not in re.sub(r"<[^>]+>", "", text)
    fields = dict(re.findall(r"^([A-Z][A-Za-z-]+): (.+)$", text, re.MULTILINE))
    assert {"Package", "Version", "Architecture", "Maintainer", "Depends", "Section", "Description"} <= fields.keys()
    assert fields["Package"] == "vormwijzer"
    assert len(fields["Description"]) < 80
    assert text.endswith("\n")


def test_dpkg_takes_the_control_fields_and_the_script(tmp_path):
    folder = tmp_path / "tree" / "DEBIAN"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "control").write_text(control(), encoding="utf-8")
    shutil.copy(LINUX / "postrm", folder)
    done = run("dpkg-deb", "--root-owner-group", "--build", str(folder.parent), str(tmp_path / "vormwijzer.deb"))
    assert (done.returncode, done.stderr) == (0, "")
    done = run("dpkg-deb", "--field", str(tmp_path / "vormwijzer.deb"), "Package", "Version")
    assert done.stdout == f"Package: vormwijzer\nVersion: {VERSION}\n"


@pytest.mark.parametrize("action", ["remove", "purge"])
def test_removing_says_that_the_dossiers_stay_and_leaves_them(tmp_path, action):
    library = tmp_path / ".local" / "share" / "Vormwijzer" / "mijn-dossiers.db"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"dossiers")
    done = run("sh", str(LINUX / "postrm"), action, env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]})
    assert (done.returncode, done.stderr) == (0, "")
    assert "blijven" in done.stdout
    assert "dossiers" in done.stdout
    assert library.read_bytes() == b"dossiers"


@pytest.mark.parametrize("action", ["upgrade", "failed-upgrade", "abort-install", "disappear"])
def test_an_upgrade_says_nothing(action):
    done = run("sh", str(LINUX / "postrm"), action, "0.1.0")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_copyright_file_names_what_is_not_ours():
    text = (LINUX / "copyright").read_text(encoding="utf-8")
    paragraphs = [re.findall(r"^([A-Z][A-Za-z-]+):", part, re.MULTILINE) for part in text.split("\n\n")]
    assert paragraphs[0][0] == "Format"
    assert all(part == ["Files", "Copyright", "License"] for part in paragraphs[1:])
    for pattern in re.findall(r"^Files: \*/(resources/\S+)$", text, re.MULTILINE):
        assert list(ROOT.glob(pattern)), pattern
    for licence in re.findall(r"\S+-LICENSE\.txt", text):
        assert list(ROOT.glob(f"resources/*/{licence}")), licence
    named = set(re.findall(r"_internal/(resources/licences/[\w-]+\.txt)", text))
    assert len(named) == 2
    assert [name for name in named if not (ROOT / name).is_file()] == []


def licence_of(path):
    """What the copyright file says of a path; of the patterns that fit, the last counts."""
    text = (LINUX / "copyright").read_text(encoding="utf-8")
    stanzas = re.findall(r"^Files: (.+?)^Copyright: .+?^License: (\S+)$", text, re.MULTILINE | re.DOTALL)
    return [name for files, name in stanzas if any(fnmatchcase(path, pattern) for pattern in files.split())][-1]


@pytest.mark.parametrize(
    ("path", "licence"),
    [
        ("vormwijzer", "Vormwijzer"),
        ("_internal/resources/knowledge/forms.yaml", "Vormwijzer"),
        ("_internal/resources/fonts/DejaVuSans.ttf", "Bitstream-Vera"),
        ("_internal/PySide6/Qt/lib/libQt6Core.so.6", "LGPL-3"),
        ("_internal/PySide6/QtCore.abi3.so", "LGPL-3"),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "Unicode-DFS-2016"),
        ("_internal/libQt6Core.so.6", "LGPL-3"),
        ("_internal/shiboken6/Shiboken.abi3.so", "LGPL-3"),
        ("_internal/python3.11/lib-dynload/math.so", "PSF-2.0"),
        ("_internal/libpython3.11.so.1.0", "PSF-2.0"),
        ("_internal/lxml/etree.so", "various"),
    ],
)
def test_the_copyright_file_gives_each_part_its_licence(path, licence):
    assert licence_of(f"usr/lib/vormwijzer/{path}") == licence


def test_the_explanation_of_the_lgpl_says_all_that_it_must():
    text = " ".join((ROOT / "resources" / "licences" / "Qt-LGPL.txt").read_text(encoding="utf-8").split())
    dutch, english = text.split("1. What is used")
    sentences = re.split(r"(?<=[.:]) ", dutch)
    assert len(sentences) > 4
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
    for word in ("download.qt.io", "code.qt.io", "_internal/PySide6", "_internal/shiboken6", "libicudata", "stripped"):
        assert word in english
    for part in ("PCRE2", "zlib", "libpng", "libjpeg-turbo", "HarfBuzz", "FreeType", "double-conversion", "MD4C"):
        assert f" {part} " in english
    assert "modify Vormwijzer for your own use, and reverse engineer it for debugging such modifications" in english
    for name in re.findall(r"\b[\w.-]+-3\.0\.txt|\bICU\.txt", text):
        assert (ROOT / "resources" / "licences" / name).is_file(), name
