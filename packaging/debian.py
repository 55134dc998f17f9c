"""The Debian package: the folder below /usr/lib, and what the desktop, the manual and the archive want to know.

No scripts run at installation: menu, file types and icons are taken up by dpkg's own triggers. One runs at removal, to
say where the dossiers stay.
"""

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

__all__ = ["architecture", "build", "depends_of", "stage"]

_VERSIONED = ("libc6", "libstdc++6")
"""Of these the least version counts; of others Debian names its own, where an older Ubuntu would do as well."""

_OPTIONAL = ("libqgtk3.so",)
"""A plugin that Qt loads only where a GTK desktop is: nobody needs GTK for it."""

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_HOME = Path("usr/lib/vormwijzer")
_SHARE = Path("usr/share")
_DOC = _SHARE / "doc/vormwijzer"
_ID = "nl.vormwijzer.Vormwijzer"


def architecture() -> str:
    """This machine as Debian names it."""
    machine = platform.machine()
    return _ARCHITECTURES.get(machine, machine)


def depends_of(folder: Path, bundled: Sequence[str], work: Path) -> list[str]:
    """The packages whose libraries the files below ``folder`` ask for, as Debian's own tool finds them.

    ``bundled``: how the names of packages begin whose libraries stand in the folder itself; ``work``: a folder that
    is emptied. Raises ``subprocess.CalledProcessError``.
    """
    shutil.rmtree(work, ignore_errors=True)
    (work / "debian").mkdir(parents=True)
    words = "Source: vormwijzer\n\nPackage: vormwijzer\nArchitecture: any\nDescription: x\n"
    (work / "debian" / "control").write_text(words, encoding="utf-8")
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_binary(path)]
    own = sorted({f"-l{path.parent}" for path in found})
    asked = [f"-e{path}" for path in sorted(found) if path.name not in _OPTIONAL]
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *own, *asked]
    said = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True).stdout
    row = next(line for line in said.splitlines() if line.startswith("shlibs:Depends="))
    packages = row.partition("=")[2].split(", ")
    needed = [package for package in packages if not package.startswith(tuple(bundled))]
    return sorted(package if package.startswith(_VERSIONED) else package.split()[0] for package in needed)


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def stage(
    target: Path,
    folder: Path,
    linux: Path,
    icons: Path,
    guides: Path,
    version: str,
    moment: datetime,
    depends: Sequence[str],
) -> Path:
    """Lay out the package below ``target``; returns it.

    ``folder``: the built program; ``linux``: the files for the desktop; ``icons``: ``hicolor`` as made;
    ``guides``: where what an ICT department reads stands; ``moment``: the date of every file; ``depends``: as
    :func:`depends_of` gives it.
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
    _control(target, linux, version, depends)
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


def _control(target: Path, linux: Path, version: str, depends: Sequence[str]) -> None:
    size = sum(path.lstat().st_size for path in target.rglob("*") if path.is_file() and not path.is_symlink())
    words = (linux / "control.in").read_text(encoding="utf-8")
    values = {
        "VERSION": version,
        "ARCHITECTURE": architecture(),
        "INSTALLED_SIZE": str(-(-size // 1024)),
        "DEPENDS": ", ".join(depends),
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
