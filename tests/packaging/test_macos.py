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
