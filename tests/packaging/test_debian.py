"""The Debian package: where everything lands, and that the same source gives the same bytes."""

import gzip
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.packaging.scripts import PACKAGING, script

debian = script("debian")
DEPENDS = ["libc6 (>= 2.35)", "libx11-6"]
MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vormwijzer"
    (made / "_internal" / "resources").mkdir(parents=True)
    (made / "vormwijzer").write_bytes(b"\x7fELF program")
    (made / "_internal" / "lib.so.1").write_bytes(b"\x7fELF library" * 500)
    (made / "_internal" / "lib.so").symlink_to("lib.so.1")
    (made / "_internal" / "resources" / "a b.txt").write_text("é", encoding="utf-8")
    (made / "BEHEER.md").write_text("gids", encoding="utf-8")
    return made


@pytest.fixture
def icons(tmp_path: Path) -> Path:
    apps = tmp_path / "icons" / "hicolor" / "48x48" / "apps"
    apps.mkdir(parents=True)
    (apps / "vormwijzer.png").write_bytes(b"\x89PNG")
    return tmp_path / "icons"


def staged(tmp_path: Path, folder: Path, icons: Path, name: str) -> Path:
    return debian.stage(tmp_path / name, folder, PACKAGING / "linux", icons, PACKAGING, "1.2.3", MOMENT, DEPENDS)


def test_everything_lands_where_a_desktop_looks(tmp_path: Path, folder: Path, icons: Path) -> None:
    made = staged(tmp_path, folder, icons, "deb")
    for name in (
        "usr/lib/vormwijzer/vormwijzer",
        "usr/lib/vormwijzer/_internal/lib.so.1",
        "usr/share/applications/vormwijzer.desktop",
        "usr/share/mime/packages/vormwijzer.xml",
        "usr/share/metainfo/nl.vormwijzer.Vormwijzer.metainfo.xml",
        "usr/share/icons/hicolor/48x48/apps/vormwijzer.png",
        "usr/share/man/man1/vormwijzer.1.gz",
        "usr/share/man/nl/man1/vormwijzer.1.gz",
        "usr/share/doc/vormwijzer/copyright",
        "usr/share/doc/vormwijzer/BEHEER.md",
    ):
        assert (made / name).is_file(), name
    assert (made / "usr/bin/vormwijzer").resolve() == (made / "usr/lib/vormwijzer/vormwijzer").resolve()
    assert not (made / "usr/lib/vormwijzer/BEHEER.md").exists()


def test_the_control_file_is_filled_in(tmp_path: Path, folder: Path, icons: Path) -> None:
    words = (staged(tmp_path, folder, icons, "deb") / "DEBIAN" / "control").read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in words.splitlines() if line[:1] not in ("", " "))
    assert fields["Version"] == "1.2.3"
    assert fields["Architecture"] == debian.architecture()
    assert int(fields["Installed-Size"]) >= 6
    assert fields["Depends"].split(", ") == DEPENDS
    assert "@" not in words.replace("beheer@vormwijzer.invalid", "")


def test_rights_do_not_depend_on_who_builds(tmp_path: Path, folder: Path, icons: Path) -> None:
    old = os.umask(0o077)
    try:
        made = staged(tmp_path, folder, icons, "deb")
    finally:
        os.umask(old)
    modes = {path.relative_to(made).as_posix(): path.stat().st_mode & 0o777 for path in made.rglob("*")}
    assert modes["usr/lib/vormwijzer"] == 0o755
    assert modes["usr/lib/vormwijzer/vormwijzer"] == 0o755
    assert modes["usr/lib/vormwijzer/_internal/resources/a b.txt"] == 0o644
    assert modes["DEBIAN/postrm"] == 0o755
    assert {path.lstat().st_mtime for path in made.rglob("*")} == {MOMENT.timestamp()}


def test_the_manual_and_the_changes_are_packed_without_a_date_of_today(
    tmp_path: Path, folder: Path, icons: Path
) -> None:
    one, other = (staged(tmp_path, folder, icons, name) for name in ("one", "other"))
    for name in ("man/man1/vormwijzer.1.gz", "doc/vormwijzer/changelog.gz"):
        assert (one / "usr/share" / name).read_bytes() == (other / "usr/share" / name).read_bytes()
    changes = gzip.decompress((one / "usr/share/doc/vormwijzer/changelog.gz").read_bytes()).decode()
    assert changes.startswith("vormwijzer (1.2.3)")
    assert "Sat, 21 Nov 2026 12:00:00 +0000" in changes


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg")
def test_the_same_source_gives_the_same_package(tmp_path: Path, folder: Path, icons: Path) -> None:
    packages = []
    for name in ("one", "other"):
        target = tmp_path / f"{name}-dist"
        target.mkdir()
        packages.append(debian.build(staged(tmp_path, folder, icons, name), target, "1.2.3", MOMENT))
        for path in folder.rglob("*"):
            os.utime(path, (1, 1), follow_symlinks=False)
    assert packages[0].name == f"vormwijzer_1.2.3_{debian.architecture()}.deb"
    assert packages[0].read_bytes() == packages[1].read_bytes()
    listed = subprocess.run(["dpkg-deb", "-c", packages[0]], capture_output=True, text=True, check=True).stdout
    assert all(" root/root " in line for line in listed.splitlines())
    assert "./usr/bin/vormwijzer -> ../lib/vormwijzer/vormwijzer" in listed


@pytest.mark.skipif(shutil.which("md5sum") is None, reason="needs md5sum")
def test_an_installation_can_be_verified(tmp_path: Path, folder: Path, icons: Path) -> None:
    made = staged(tmp_path, folder, icons, "deb")
    subprocess.run(["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=made, check=True)
    sums = (made / "DEBIAN" / "md5sums").read_text(encoding="utf-8")
    assert "usr/lib/vormwijzer/vormwijzer\n" in sums and "DEBIAN" not in sums and "lib.so\n" not in sums


@pytest.mark.skipif(shutil.which("dpkg-shlibdeps") is None, reason="needs dpkg-dev")
def test_what_the_binaries_ask_for_is_asked_of_the_system(tmp_path: Path) -> None:
    folder = tmp_path / "folder é"
    (folder / "sub").mkdir(parents=True)
    shutil.copy(Path(shutil.which("xz") or "/bin/true").resolve(), folder / "sub" / "program")
    (folder / "text.so").write_text("no binary", encoding="utf-8")
    found = debian.depends_of(folder, (), tmp_path / "work")
    assert any(re.fullmatch(r"libc6 \(>= [\d.]+\)", one) for one in found)
    assert found == sorted(found)
    others = [one for one in found if not one.startswith(("libc6", "libstdc++6"))]
    assert all(" " not in one for one in others)
    for one in others:
        assert one not in debian.depends_of(folder, (one,), tmp_path / "work")
