"""A library that is there, to look in, and the bytes of a file: neither is made or changed by a check."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.verify.lookup import LibraryLookUp, Store
from desktop.verify.reading import MAX_PDF
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import FileFailed
from models.storage.files import read_limited

__all__ = ["library_look_up", "look_up_at", "read_pdf"]


def read_pdf(path: Path) -> bytes:
    """The bytes of ``path``; of a file that is too large one byte more than may be read. Raises ``FileFailed``."""
    if path.is_dir():
        raise FileFailed(path, "Dit is een map. Kies een bestand.")
    if not path.exists():
        raise FileFailed(path, "Dit bestand bestaat niet.")
    if not path.is_file():
        raise FileFailed(path, "Dit is geen gewoon bestand. Kies een pdf.")
    if path.stat().st_size > MAX_PDF:
        raise FileFailed(path, "Dit bestand is te groot om te lezen.")
    return read_limited(path, MAX_PDF)


def library_look_up(store: Store, knowledge: Knowledge) -> LibraryLookUp:
    """A library that is open, as a check asks it."""

    def content_hash(dossier: Dossier) -> str:
        # Only now: to weigh a dossier loads the arithmetic, and many a check does not need it.
        from models.advice.advise import advise
        from models.advice.fingerprint import dossier_hash

        return dossier_hash(dossier, advise(dossier, knowledge, samples=False), knowledge)

    return LibraryLookUp(store, content_hash)


@contextmanager
def look_up_at(path: Path, knowledge: Knowledge) -> Iterator[LibraryLookUp | None]:
    """The library at ``path`` while it is open; None where there is none: a check never makes one.

    Raises what ``Library.open`` raises.
    """
    if not path.is_file():
        yield None
        return
    from models.storage.library import Library  # SQLAlchemy takes long to load

    with Library.open(path) as library:
        yield library_look_up(library, knowledge)
