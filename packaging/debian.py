"""The Debian package: the folder below /usr/lib, and what the desktop, the manual and the archive want to know.

No scripts run at installation: menu, file types and icons are taken up by dpkg's own triggers. One runs at removal, to
say where the dossiers stay.
"""

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

__all__ = ["DEPENDS", "architecture", "build", "libc_of", "stage"]

DEPENDS = (
    "libcups2 | libcups2t64",
    "libdbus-1-3",
    "libdrm2",
    "libegl1",
    "libexpat1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++6",
    "libuuid1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
    "zlib1g",
)
"""What the program asks of the system besides C; each name as Debian and Ubuntu have it, before and after time_t."""

_LEAST_LIBC = (2, 28)
"""What the wheels of Qt ask at least."""

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_HOME = Path("usr/lib/vormwijzer")
_SHARE = Path("usr/share")
_DOC = _SHARE / "doc/vormwijzer"
_ID = "nl.vormwijzer.Vormwijzer"


def architecture() -> str:
    """This machine as Debian names it."""
    machine = platform.machine()
    return _ARCHITECTURES.get(machine, machine)


def libc_of(folder: Path) -> str:
    """The version of C's library that the programs and libraries below ``folder`` ask for, as ``2.35``."""
    versions = {_LEAST_LIBC}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and (".so" in path.name or path.name == "vormwijzer"):
            said = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=False).stdout
            versions |= {(int(one), int(other)) for one, other in re.findall(r"GLIBC_(\d+)\.(\d+)", said)}
    return ".".join(map(str, max(versions)))


def stage(target: Path, folder: Path, linux: Path, icons: Path, guides: Path, version: str, moment: datetime) -> Path:
    """Lay out the package below ``target``; returns it.

    ``folder``: the built program; ``linux``: the files for the desktop; ``icons``: ``hicolor`` as made;
    ``guides``: where what an ICT department reads stands; ``moment``: the date of every file.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target / _HOME, symlinks=True)
    for path in (target / _HOME).glob("*.*"):
        path.unlink()  # the guides go where Debian keeps documents
    command = target / "usr/bin/vormwijzer"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/vormwijzer/vormwijzer")
    _put(linux / "vormwijzer.desktop", target / _SHARE / "applications/vormwijzer.desktop")
    _put(linux / "vormwijzer.mime.xml", target / _SHARE / "mime/packages/vormwijzer.xml")
    _put(linux / f"{_ID}.metainfo.xml", target / _SHARE / f"metainfo/{_ID}.metainfo.xml")
    shutil.copytree(icons / "hicolor", target / _SHARE / "icons/hicolor")
    _documents(target, linux, guides, version, moment)
    _control(target, linux, version)
    _check_sums(target)
    _settle(target, moment)
    return target


def build(staged: Path, folder: Path, version: str, moment: datetime) -> Path:
    """Make the ``.deb`` of what :func:`stage` laid out, in ``folder``; the same for the same source."""
    made = folder / f"vormwijzer_{version}_{architecture()}.deb"
    seconds = str(int(moment.timestamp()))
    subprocess.run(
        # In one thread: the bytes would else depend on how many processors the machine has.
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=1", "--build", str(staged), str(made)],
        env={**os.environ, "SOURCE_DATE_EPOCH": seconds},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return made


def _documents(target: Path, linux: Path, guides: Path, version: str, moment: datetime) -> None:
    _put(linux / "copyright", target / _DOC / "copyright")
    for name in ("BEHEER.md", "beleid.voorbeeld.toml"):
        _put(guides / name, target / _DOC / name)
    dated = moment.strftime("%a, %d %b %Y %H:%M:%S +0000")
    changes = (
        f"vormwijzer ({version}) unstable; urgency=medium\n\n  * Zie de lijst van wijzigingen bij de broncode.\n\n"
        f" -- De makers van Vormwijzer <beheer@vormwijzer.invalid>  {dated}\n"
    )
    _pack(changes.encode(), target / _DOC / "changelog.gz", moment)
    page = (linux / "vormwijzer.1").read_bytes()
    # Dutch for all: who has another language gets a page too.
    for language in ("man1", "nl/man1"):
        _pack(page, target / _SHARE / "man" / language / "vormwijzer.1.gz", moment)


def _control(target: Path, linux: Path, version: str) -> None:
    size = sum(path.lstat().st_size for path in target.rglob("*") if path.is_file() and not path.is_symlink())
    words = (linux / "control.in").read_text(encoding="utf-8")
    values = {
        "VERSION": version,
        "ARCHITECTURE": architecture(),
        "INSTALLED_SIZE": str(-(-size // 1024)),
        "DEPENDS": ", ".join([f"libc6 (>= {libc_of(target / _HOME)})", *DEPENDS]),
    }
    for name, value in values.items():
        words = words.replace(f"@{name}@", value)
    control = target / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(words, encoding="utf-8")
    _put(linux / "postrm", control / "postrm", 0o755)


def _check_sums(target: Path) -> None:
    """``md5sums``: what dpkg itself verifies an installation by."""
    files = sorted(path for path in target.rglob("*") if path.is_file() and not path.is_symlink())
    rows = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(target)}\n"
        for path in files
        if path.parent.name != "DEBIAN"
    ]
    (target / "DEBIAN" / "md5sums").write_text("".join(rows), encoding="utf-8")


def _pack(data: bytes, target: Path, moment: datetime) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(data, 9, mtime=int(moment.timestamp())))


def _put(source: Path, target: Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def _settle(target: Path, moment: datetime) -> None:
    """One date, and rights that do not depend on who builds."""
    seconds = int(moment.timestamp())
    for path in [*target.rglob("*"), target]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.name in {"vormwijzer", "postrm"} and path.is_file())
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)
