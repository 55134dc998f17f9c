"""The recipe for macOS, as far as it can be checked on another system."""

import importlib.util
import os
import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from models.storage.exchange import EXCHANGE_SUFFIX

ROOT = Path(__file__).resolve().parents[2]
MACOS = ROOT / "packaging" / "macos"
SCRIPT = MACOS / "make_dmg.sh"


def load(path):
    # Not by its name: there is a module "packaging" on PyPI as well.
    spec = importlib.util.spec_from_file_location(f"recipe_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def info():
    return load(MACOS / "info_plist.py").info_plist()


def test_the_values_can_be_written(info):
    assert plistlib.loads(plistlib.dumps(info)) == info


def test_the_version_is_that_of_the_project(info):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == version
    assert load(MACOS / "info_plist.py").info_plist("7.8.9")["CFBundleVersion"] == "7.8.9"


def test_our_files_belong_to_the_program(info):
    (declared,) = info["UTExportedTypeDeclarations"]
    (opened,) = info["CFBundleDocumentTypes"]
    assert opened["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert [f".{suffix}" for suffix in declared["UTTypeTagSpecification"]["public.filename-extension"]] == [
        EXCHANGE_SUFFIX
    ]
    mime = ElementTree.parse(ROOT / "packaging" / "linux" / "vormwijzer.mime.xml").getroot()[0].get("type")
    assert declared["UTTypeTagSpecification"]["public.mime-type"] == [mime]


def test_the_program_has_one_name_on_all_systems(info):
    metainfo = ElementTree.parse(next((ROOT / "packaging" / "linux").glob("*.metainfo.xml"))).getroot()
    assert info["CFBundleIdentifier"] == metainfo.findtext("id")
    assert info["CFBundleName"] == metainfo.findtext("name")
    assert info["CFBundleDevelopmentRegion"] == "nl"
    assert info["NSHighResolutionCapable"] is True


def test_the_icons_that_are_named_are_drawn(info):
    drawn = {
        f"{name}.icns"
        for name in re.findall(r'"(vormwijzer[a-z-]*)"', (ROOT / "packaging/icons.py").read_text("utf-8"))
    }
    assert info["CFBundleDocumentTypes"][0]["CFBundleTypeIconFile"] in drawn


def test_the_entitlements_allow_what_is_needed_and_no_more():
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert allowed == {
        "com.apple.security.cs.disable-library-validation": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }


def test_the_script_is_sound_and_stops_elsewhere():
    bash = shutil.which("bash")
    if bash is None or sys.platform == "win32":
        pytest.skip("there is no bash")
    assert os.access(SCRIPT, os.X_OK)
    assert subprocess.run([bash, "-n", SCRIPT], capture_output=True, check=False, timeout=60).returncode == 0
    if sys.platform == "darwin":
        return
    done = subprocess.run([bash, SCRIPT], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "This runs on macOS only.\n")


STUB = """#!/bin/sh
echo "$(basename "$0") $*" >> "$LOG"
case "$(basename "$0") $*" in
    uname*-s) echo Darwin ;;
    uname*-m) echo arm64 ;;
    PlistBuddy*) echo 7.8.9 ;;
    codesign*--display*) echo "flags=0x10000(runtime)" ;;
    ditto*.app) mkdir -p "$2" ;;
    "hdiutil create"*) ls "$5" >> "$LOG" ;;
esac
"""
TOOLS = (
    *("uname", "codesign", "xattr", "file", "ditto", "hdiutil", "xcrun", "spctl", "plutil", "shasum"),
    "PlistBuddy",
)


def carried_out(folder, **environment):
    """What the script asks of the tools of macOS, each of which only writes down how it was called."""
    if sys.platform == "win32" or shutil.which("bash") is None:
        pytest.skip("there is no bash")
    script = folder / "packaging" / "macos" / "make_dmg.sh"
    script.parent.mkdir(parents=True)
    (folder / "dist" / "Vormwijzer.app" / "Contents" / "MacOS").mkdir(parents=True)
    for name in ("BEHEER.md", "beleid.voorbeeld.toml"):
        shutil.copy(MACOS.parent / name, folder / "packaging")
    # The one tool with a whole path, and a word that only the find of macOS knows.
    text = SCRIPT.read_text(encoding="utf-8").replace("/usr/libexec/", "").replace("-perm +111", "-perm /111")
    script.write_text(text, encoding="utf-8")
    stubs = folder / "stubs"
    stubs.mkdir()
    for name in TOOLS:
        (stubs / name).write_text(STUB, encoding="utf-8")
        (stubs / name).chmod(0o755)
    log = folder / "log"
    around = {"PATH": f"{stubs}{os.pathsep}{os.environ['PATH']}", "LOG": str(log), "HOME": str(folder), **environment}
    done = subprocess.run(["bash", script], capture_output=True, text=True, check=False, timeout=120, env=around)
    assert (done.returncode, done.stderr) == (0, "")
    return log.read_text(encoding="utf-8")


def test_the_program_is_notarized_before_it_is_packed(tmp_path):
    said = carried_out(tmp_path, VORMWIJZER_CODESIGN_IDENTITY="Developer ID", VORMWIJZER_NOTARY_PROFILE="profiel")
    order = (
        r"codesign --force --timestamp --sign Developer ID .*\.app$",
        r"ditto -c -k --keepParent .*/Vormwijzer\.app .*\.zip$",
        r"xcrun notarytool submit .*\.zip --keychain-profile profiel --wait$",
        r"xcrun stapler staple .*\.app$",
        r"ditto .*\.app .*\.app$",
        r"hdiutil create .*-7\.8\.9-arm64\.dmg$",
        r"codesign .*\.dmg$",
        r"xcrun notarytool submit .*\.dmg --keychain-profile profiel --wait$",
        r"xcrun stapler staple .*\.dmg$",
        r"hdiutil verify .*\.dmg$",
    )
    at = 0
    for step in order:
        found = re.compile(step, re.MULTILINE).search(said, at)
        assert found is not None, f"{step} does not follow"
        at = found.end()


def test_the_disk_image_holds_the_program_and_what_an_ict_department_reads(tmp_path):
    said = carried_out(tmp_path)
    inside = said.split("hdiutil create")[1].splitlines()[1:5]
    assert sorted(inside) == ["Applications", "BEHEER.md", "Vormwijzer.app", "beleid.voorbeeld.toml"]
    assert "xcrun" not in said  # ad hoc: nobody is asked


def test_the_script_holds_no_credentials():
    text = SCRIPT.read_text(encoding="utf-8")
    assert not re.search(r"(PASSWORD|IDENTITY|APPLE_ID|TEAM)=[^\s$]", text)
    for name in re.findall(r"\$\{?(VORMWIJZER_[A-Z_]+)", text):
        assert name in text.split("set -euo pipefail")[0], f"{name} is not explained at the top"


def test_the_spec_makes_the_bundle_with_these_values(info):
    spec = (ROOT / "packaging" / "vormwijzer.spec").read_text(encoding="utf-8")
    assert f'bundle_identifier="{info["CFBundleIdentifier"]}"' in spec
    assert f'name="{info["CFBundleName"]}.app"' in spec
    assert "info_plist=info_plist()" in spec
