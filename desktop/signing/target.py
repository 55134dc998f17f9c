"""Where a signed file goes: beside the original, never in its place."""

from pathlib import Path

from desktop.signing.errors import SigningFailed
from models.storage.errors import StorageError
from models.storage.files import write_atomically

__all__ = ["signed_name", "write_signed"]

_BEHIND = " - ondertekend"
_FOR_OTHERS = 0o644


def signed_name(source: Path) -> Path:
    """ "Advies - ondertekend.pdf" beside "Advies.pdf"; of a file that is called so already " 2" and on."""
    stem, suffix = source.stem, source.suffix or ".pdf"
    base = stem.split(_BEHIND)[0] + _BEHIND
    number, name = 1, f"{base}{suffix}"
    while (path := source.with_name(name)).exists() or path == source:
        number += 1
        name = f"{base} {number}{suffix}"
    return path


def write_signed(target: Path, source: Path, data: bytes) -> None:
    """Write a signed file, whole or not at all. Raises ``SigningFailed`` for the original itself."""
    if target.exists() and source.exists() and target.samefile(source):
        raise SigningFailed("Kies een andere naam. Het oorspronkelijke bestand blijft zoals het is.")
    try:
        write_atomically(target, data, mode=_FOR_OTHERS)
    except StorageError as error:
        raise SigningFailed(error.reason) from error
