"""Makes ICU's data library small: of 31 MB, the 3 MB that a Dutch program asks for. Linux only; needs binutils.

Qt for Linux brings ICU with all languages of the world. ICU itself describes how data may be left out ("ICU Data
Build Tool"), by items of the package in ``libicudata``: here languages other than Dutch and English go, and whole
trees that neither Qt nor the program asks for. What is left is linked again under the same name, so that anybody can
put ICU's own file back. What ICU does not find, it replaces by its root.

The package ("CmnD", see ICU's ``ucmndata.h`` and ``udata.h``): a header, then a table of (name, data) offsets.
"""

import struct
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

__all__ = ["IcuError", "is_kept", "package_of", "read_package", "shrink"]

_TREES = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")
"""Names of currencies, languages, regions and units, spelled numbers, line breaks: Qt has its own or never asks."""

_LANGUAGES = ("root", "nl", "en")
_NO_LANGUAGE = frozenset({"pool", "res_index"})
_CONVERTERS = ("ibm-5348_P100-1997", "iso-8859_15-1998")
"""Windows-1252 and Latin-9, as Dutch files may have; UTF-8 and Latin-1 need no table."""

_ALIGNED = 16


class IcuError(Exception):
    """The file is not the package of data that is described here."""


def shrink(library: Path, target: Path) -> None:
    """Write ``target``: the data library ``library`` with what :func:`is_kept`. Raises :class:`IcuError`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        symbol = _symbol(library)
        data = folder / symbol
        _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(data))
        items = read_package(data.read_bytes())
        data.write_bytes(package_of(data.read_bytes(), {name: part for name, part in items.items() if is_kept(name)}))
        _link(data, library.name, target)


def is_kept(name: str) -> bool:
    """Whether the item ``name`` (as ``icudt73l/coll/nl.res``) stays."""
    _package, _slash, path = name.partition("/")
    tree, _slash, file = path.rpartition("/")
    stem, _dot, kind = file.rpartition(".")
    if tree in _TREES:
        return False
    if kind == "cnv":
        return stem in _CONVERTERS
    if kind != "res" or stem in _NO_LANGUAGE or (not tree and not _names_a_language(stem)):
        return True
    return stem.split("_")[0] in _LANGUAGES


def read_package(data: bytes) -> dict[str, bytes]:
    """The items of a package by name. Raises :class:`IcuError` for anything else."""
    try:
        header, magic = struct.unpack_from("<HH", data)
        kind = data[12:16]
        if magic != 0x27DA or kind != b"CmnD" or data[8] != 0:
            raise IcuError("this is no package of ICU data of this kind of machine")
        (count,) = struct.unpack_from("<I", data, header)
        table = [struct.unpack_from("<II", data, header + 4 + 8 * at) for at in range(count)]
        names = [data[header + at : data.index(b"\0", header + at)].decode("ascii") for at, _start in table]
    except (struct.error, IndexError, ValueError) as error:
        raise IcuError("the table of the package cannot be read") from error
    starts = [start for _name, start in table]
    ends = [*starts[1:], len(data) - header][: len(starts)]
    if starts != sorted(starts) or (starts and starts[-1] > len(data) - header):
        raise IcuError("the items do not follow each other")
    return {name: data[header + start : header + end] for name, start, end in zip(names, starts, ends, strict=True)}


def package_of(like: bytes, items: Mapping[str, bytes]) -> bytes:
    """A package with ``items`` and the header of the package ``like``."""
    (header,) = struct.unpack_from("<H", like)
    ordered = sorted(items.items())
    names = b"".join(name.encode("ascii") + b"\0" for name, _data in ordered)
    first_name = 4 + 8 * len(ordered)
    body = bytearray(_padded(first_name + len(names)))
    struct.pack_into("<I", body, 0, len(ordered))
    body[first_name : first_name + len(names)] = names
    at = first_name
    for number, (name, data) in enumerate(ordered):
        struct.pack_into("<II", body, 4 + 8 * number, at, len(body))
        at += len(name) + 1
        body += data.ljust(_padded(len(data)), b"\0")
    return like[:header] + bytes(body)


def _names_a_language(stem: str) -> bool:
    """At the top, beside the languages, stand tables such as ``supplementalData``."""
    first = stem.split("_")[0]
    return first == "root" or (2 <= len(first) <= 3 and first.islower())


def _padded(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED


def _symbol(library: Path) -> str:
    found = _run("nm", "-D", "--defined-only", str(library)).split()
    names = [word for word in found if word.startswith("icudt") and word.endswith("_dat")]
    if len(names) != 1:
        raise IcuError(f"{library.name} holds no package of ICU data")
    return names[0]


def _link(data: Path, soname: str, target: Path) -> None:
    unfinished = data.with_suffix(".o")
    # Without a folder in the name of the file, the symbol's name depends on nothing of this machine.
    _run("ld", "-r", "-b", "binary", "-o", unfinished.name, data.name, folder=data.parent)
    _run(
        "objcopy",
        f"--redefine-sym=_binary_{data.name}_start={data.name}",
        f"--strip-symbol=_binary_{data.name}_end",
        f"--strip-symbol=_binary_{data.name}_size",
        "--rename-section=.data=.rodata,alloc,load,readonly,data,contents",
        f"--set-section-alignment=.rodata={_ALIGNED}",
        str(unfinished),
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    _run("ld", "-shared", "-s", "-z", "noexecstack", "-soname", soname, "-o", str(target), str(unfinished))


def _run(*command: str, folder: Path | None = None) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
