"""What Windows shows of a program: in its properties, in "Open with" and in Task Manager. For EXE in the spec.

EXE(..., version=write(folder, "Vormwijzer.exe", "Vormwijzer", "0.1.0"))
"""

import re
from pathlib import Path

__all__ = ["version_text", "write"]

_DUTCH, _UNICODE = 0x0413, 1200
_MAKERS = "De makers van Vormwijzer"


def version_text(program: str, description: str, version: str) -> str:
    """The text that PyInstaller reads; ``program``: the name of the file, ``description``: what people see.

    ``version``: as in pyproject.toml, such as ``0.1.0`` or ``1.2.0rc1``. Raises ``ValueError`` for one without numbers.
    """
    release = re.match(r"\d+(\.\d+)*", version)
    if release is None:
        raise ValueError(f"{version} does not begin with a number")
    four = tuple([*map(int, release[0].split(".")), 0, 0, 0][:4])
    shown = {
        "CompanyName": _MAKERS,
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": _MAKERS,
        "OriginalFilename": program,
        "ProductName": "Vormwijzer",
        "ProductVersion": version,
    }
    rows = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in shown.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0, OS=0x40004,"
        " fileType=0x1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('{_DUTCH:04X}{_UNICODE:04X}', [{rows}])]),"
        f" VarFileInfo([VarStruct('Translation', [{_DUTCH}, {_UNICODE}])])])\n"
    )


def write(folder: Path, program: str, description: str, version: str) -> str:
    """Write that text into ``folder``; returns the path, as EXE wants it."""
    target = folder / f"{program}.version.txt"
    target.write_text(version_text(program, description, version), encoding="utf-8")
    return str(target)
