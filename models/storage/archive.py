"""Reading and writing a zip of a few known members, without believing what its headers say.

Limits are held while decompressing: a header may lie about sizes. Nothing is ever unpacked to disk.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from models.storage.errors import ExchangeError

__all__ = ["MAX_ARCHIVE", "MAX_MEMBER", "is_zip", "read_members", "zip_bytes"]

MAX_MEMBER = 64 * 1024 * 1024
"""The most bytes that one member may hold, unpacked."""

MAX_ARCHIVE = 128 * 1024 * 1024
"""The most bytes that all members may hold together, unpacked, and the file itself, packed."""

_MAX_RATIO = 200
_RATIO_FROM = 8 * 1024 * 1024
_CHUNK = 64 * 1024
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)
"""What zipfile is known to raise for bytes that are no sound zip."""

_DAMAGED = "Dit bestand is beschadigd of niet volledig: vraag het opnieuw op."


def is_zip(data: bytes) -> bool:
    """Whether ``data`` begins as a zip does, sound or not."""
    return data.startswith(b"PK")


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    """A zip of ``members``: sorted, without dates, so that equal members give equal bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.compress_type = zipfile.ZIP_STORED if _too_tight(members[name]) else zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(info, members[name])
    return target.getvalue()


def _too_tight(content: bytes) -> bool:
    # Packed, it would look like a bomb to the reader below.
    return len(content) > _RATIO_FROM and len(content) > _MAX_RATIO * len(zlib.compress(content, 6))


def read_members(data: bytes, known: Iterable[str]) -> dict[str, bytes]:
    """The members of the zip in ``data``, each of them one of ``known``.

    Raises :class:`ExchangeError` for anything that is no sound zip, a member that is unknown, double, encrypted
    or no plain file, a path that climbs out, and for more bytes than the limits allow.
    """
    if not is_zip(data):
        raise ExchangeError("Dit is geen bestand van Vormwijzer.")
    if len(data) > MAX_ARCHIVE:
        raise ExchangeError("Dit bestand is te groot voor een dossier.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_names(infos, frozenset(known))
            return _unpack(archive, infos)
    except _BROKEN as error:
        raise ExchangeError(_DAMAGED) from error


def _check_names(infos: list[zipfile.ZipInfo], known: frozenset[str]) -> None:
    seen: set[str] = set()
    for info in infos:
        # zipfile cuts ``filename`` at a NUL and turns the separator of the platform; the original shows both.
        name = info.orig_filename
        if _climbs(name):
            raise ExchangeError("In dit bestand staat een onderdeel met een onveilig pad.", _shown(name))
        if name in seen:
            raise ExchangeError(f"In dit bestand staat {_shown(name)} twee keer.", _shown(name))
        if name not in known:
            raise ExchangeError(f"In dit bestand staat een onbekend onderdeel: {_shown(name)}.", _shown(name))
        seen.add(name)
        _check_kind(info, name)


def _check_kind(info: zipfile.ZipInfo, name: str) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise ExchangeError(f"In dit bestand is {name} geen gewoon bestand.", name)
    if info.flag_bits & _ENCRYPTED:
        raise ExchangeError(f"In dit bestand is {name} versleuteld: vraag een bestand zonder wachtwoord.", name)
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ExchangeError(f"In dit bestand is {name} ingepakt op een manier die Vormwijzer niet kent.", name)


def _climbs(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name[:60])


def _unpack(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    members: dict[str, bytes] = {}
    room = MAX_ARCHIVE
    for info in infos:
        content = _read_one(archive, info, min(MAX_MEMBER, room))
        room -= len(content)
        members[info.orig_filename] = content
    return members


def _read_one(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    name = info.orig_filename
    content = bytearray()
    with archive.open(info) as member:
        while chunk := member.read(_CHUNK):
            content += chunk
            # Repeated text packs well, so the ratio counts only for what is large as well.
            bomb = len(content) > _RATIO_FROM and len(content) > _MAX_RATIO * max(info.compress_size, 1)
            if len(content) > limit or bomb:
                raise ExchangeError(f"In dit bestand is {name} te groot om veilig te openen.", name)
    return bytes(content)
