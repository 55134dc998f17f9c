"""Makes the binaries of the folder few and small, while PyInstaller builds: see the spec. Needs PyInstaller.

An entry of PyInstaller's lists is (name in the folder, path of the source, kind).
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import icu
from trim import reachable

__all__ = ["only_needed", "small"]

Entry = tuple[str, str, str]
"""Name in the folder, path of the source (of a link: where it points to), kind."""


_BINARIES = frozenset({"BINARY", "EXTENSION"})


def only_needed(binaries: Sequence[Entry], datas: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Both lists without the libraries that nothing asks for any more, and without the links to them."""
    source = {name: path for name, path, kind in binaries if kind != "SYMLINK"}
    known = {PurePosixPath(_posix(name)).name: name for name in source if _is_droppable(name)}
    roots = [name for name in source if not _is_droppable(name)]
    kept = reachable(roots, lambda name: _asked_by(source[name]), known)
    gone = {_posix(name) for name in source if name not in kept}

    def stays(entry: Entry) -> bool:
        return _target(entry) not in gone if entry[2] == "SYMLINK" else _posix(entry[0]) not in gone

    return [entry for entry in binaries if stays(entry)], [entry for entry in datas if stays(entry)]


def small(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """With smaller copies in ``folder``, without symbols for a debugger and languages of others; on Linux only."""
    if sys.platform != "linux":
        return list(entries)
    shutil.rmtree(folder, ignore_errors=True)
    return [_smaller(entry, folder) if entry[2] in _BINARIES else entry for entry in entries]


def _smaller(entry: Entry, folder: Path) -> Entry:
    name, source, kind = entry
    target = folder / name
    if PurePosixPath(name).name.startswith("libicudata.so"):
        icu.shrink(Path(source), target)
        return name, str(target), kind
    return _stripped(entry, target)


def _stripped(entry: Entry, target: Path) -> Entry:
    """Without symbols for a debugger, and without the folders of this machine in which Python looked for itself."""
    name, source, kind = entry
    sections = _run("readelf", "-SW", source)
    far = any(word.startswith("[/") for line in _run("readelf", "-dW", source).splitlines() for word in line.split())
    if ".symtab" not in sections and not far:
        return entry
    target.parent.mkdir(parents=True, exist_ok=True)
    _run("strip", "--strip-unneeded", "-o", str(target), source)
    if far:
        # First another text in its place: removing alone would leave the old one in the file.
        _run("patchelf", "--set-rpath", "$ORIGIN", str(target))
        _run("patchelf", "--remove-rpath", str(target))
    return name, str(target), kind


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _asked_by(source: str) -> Iterable[str]:
    from PyInstaller.depend.bindepend import get_imports  # only there while PyInstaller builds

    return [name for name, _path in get_imports(source)]


def _is_droppable(name: str) -> bool:
    """A library that only counts when something asks for it; not a module of Python, nor a plugin."""
    path = PurePosixPath(_posix(name))
    if sys.platform == "win32":
        return path.parent.name == "PySide6" and path.name.startswith("Qt6")
    if sys.platform != "linux":
        return False
    of_qt = path.parts[:3] == ("PySide6", "Qt", "lib")
    beside = path.parent.name.endswith(".libs")
    of_system = len(path.parts) == 1 and path.name.startswith("lib") and not path.name.startswith("libpython")
    return of_qt or beside or of_system


def _target(entry: Entry) -> str:
    name, points_to, _kind = entry
    folder = PurePosixPath(_posix(name)).parent
    parts: list[str] = []
    for part in (folder / _posix(points_to)).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _posix(name: str) -> str:
    return name.replace("\\", "/")
