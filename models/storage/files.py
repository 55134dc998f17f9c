"""Writing a file whole or not at all, and reading one without trusting its size (codebases.md, practice 8)."""

import contextlib
import errno
import os
from pathlib import Path

from models.storage.errors import DiskFull, FileFailed, NotWritable

__all__ = ["PRIVATE", "error_of", "read_limited", "sync_file", "sync_folder", "write_atomically"]

PRIVATE = 0o600
"""Mode of a file that only its owner may read: dossiers hold what people think of each other."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_atomically(path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
    """Put ``data`` in ``path`` so that the file is always the old one or the new one, whole.

    A temporary file in the same folder, mode ``mode``, fsync, replace, fsync of the folder. On failure nothing
    stays behind; raises :class:`DiskFull`, :class:`NotWritable` or :class:`FileFailed`.
    """
    import tempfile  # not before somebody writes: the settings are read before the window shows

    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".vormwijzer-", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise error_of(error, path) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def read_limited(path: Path, limit: int) -> bytes:
    """The bytes of ``path``, at most ``limit``; raises :class:`FileFailed` or :class:`NotWritable`."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except PermissionError as error:
        raise NotWritable(path, "Vormwijzer mag dit bestand niet lezen: vraag uw beheerder om toegang.") from error
    except OSError as error:
        raise error_of(error, path) from error
    if len(data) > limit:
        raise FileFailed(path, "Dit bestand is te groot voor een dossier.")
    return data


def sync_file(path: Path) -> None:
    """Have the system put ``path`` on disk; raises ``OSError``."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the system put the names in ``folder`` on disk, where it can: Windows opens no folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def error_of(error: OSError, path: Path) -> FileFailed:
    """The typed error for what the system said about ``path``."""
    if error.errno in _FULL:
        return DiskFull(path)
    if error.errno in _REFUSED:
        return NotWritable(path)
    if error.errno == errno.ENOENT:
        return FileFailed(path, "Dit bestand of deze map bestaat niet.")
    if error.errno in {errno.EISDIR, errno.ENOTDIR, errno.EEXIST}:
        return FileFailed(path, "Hier staat een map waar een bestand hoort, of andersom.")
    return FileFailed(path)
