"""ICU's data made small: what stays is what ICU itself can read; anything else is refused."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packaging.scripts import script

icu = script("icu")

HEADER = struct.pack("<HH", 32, 0x27DA) + struct.pack("<HH4B", 20, 0, 0, 0, 2, 0) + b"CmnD" + bytes(8)
HEADER = HEADER.ljust(32, b"\0")
NAMES = st.from_regex(r"icudt73l/[a-z]{2,8}\.res", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=60), max_size=8))
def test_a_package_reads_back_as_it_was_made(items: dict[str, bytes]) -> None:
    made = icu.package_of(HEADER, items)
    read = icu.read_package(made)
    assert read.keys() == items.keys()
    assert all(read[name].rstrip(b"\0") == data.rstrip(b"\0") for name, data in items.items())
    assert icu.package_of(HEADER, read) == made


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 64,
        HEADER,
        HEADER.replace(b"CmnD", b"ResB"),
        HEADER + struct.pack("<I", 2**31),
        HEADER + struct.pack("<III", 1, 2**30, 16),
        HEADER + struct.pack("<III", 1, 12, 2**30) + b"a\0",
        HEADER[:8] + b"\1" + HEADER[9:] + bytes(64),
    ],
)
def test_what_is_no_package_is_refused(data: bytes) -> None:
    with pytest.raises(icu.IcuError):
        icu.read_package(data)


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("icudt73l/nl.res", True),
        ("icudt73l/nl_NL.res", True),
        ("icudt73l/root.res", True),
        ("icudt73l/de.res", False),
        ("icudt73l/agq_CM.res", False),
        ("icudt73l/supplementalData.res", True),
        ("icudt73l/pool.res", True),
        ("icudt73l/coll/nl.res", True),
        ("icudt73l/coll/ucadata.icu", True),
        ("icudt73l/coll/ja.res", False),
        ("icudt73l/curr/nl.res", False),
        ("icudt73l/nfc.nrm", True),
        ("icudt73l/gb18030.cnv", False),
        ("icudt73l/ibm-5348_P100-1997.cnv", True),
    ],
)
def test_dutch_english_and_what_all_languages_share_stays(name: str, stays: bool) -> None:
    assert icu.is_kept(name) is stays


def _library() -> Path | None:
    import PySide6

    return next(iter(sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))), None)


@pytest.mark.skipif(
    sys.platform != "linux" or _library() is None or not shutil.which("objcopy"), reason="needs ICU and binutils"
)
def test_icu_sorts_dutch_with_the_small_library(tmp_path: Path) -> None:
    library = _library()
    small = tmp_path / library.name
    icu.shrink(library, small)
    assert small.stat().st_size < library.stat().st_size / 5
    done = subprocess.run(
        [sys.executable, "-c", _SORT, str(small), str(library.parent), library.suffix[1:]],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.split() == ["0", "d,é,f,ij,z", "small"]


_SORT = """
import ctypes, functools, sys
small, folder, number = sys.argv[1:]
ctypes.CDLL(small, mode=ctypes.RTLD_GLOBAL)
common = ctypes.CDLL(f"{folder}/libicuuc.so.{number}", mode=ctypes.RTLD_GLOBAL)
icu = ctypes.CDLL(f"{folder}/libicui18n.so.{number}")
error = ctypes.c_int(0)
getattr(common, f"u_init_{number}")(ctypes.byref(error))
print(error.value)
open_ = getattr(icu, f"ucol_open_{number}"); open_.restype = ctypes.c_void_p
collator = ctypes.c_void_p(open_(b"nl", ctypes.byref(error)))
assert error.value <= 0, error.value
def units(text): return (ctypes.c_uint16 * len(text))(*map(ord, text))
compare = getattr(icu, f"ucol_strcoll_{number}")
order = functools.cmp_to_key(lambda a, b: compare(collator, units(a), len(a), units(b), len(b)))
print(",".join(sorted(["z", "é", "ij", "f", "d"], key=order)))
maps = open("/proc/self/maps").read()
print("small" if small in maps and f"{folder}/libicudata" not in maps else maps)
"""


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("nm"), reason="needs binutils")
def test_a_library_without_data_is_refused(tmp_path: Path) -> None:
    library = _library()
    assert library is not None
    other = next(library.parent.glob("libicuuc.so.*"))
    with pytest.raises((icu.IcuError, subprocess.CalledProcessError)):
        icu.shrink(other, tmp_path / "none")
