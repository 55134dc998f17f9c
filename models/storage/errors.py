"""What can go wrong with storage, as typed errors that carry data; the shell words the dialogs.

``reason`` is one Dutch sentence of at most twenty words, fit for a command line. It may quote what stands in a
file that somebody else made: show it as plain text.
"""

# ruff: noqa: N818 - the names say what is the case, as the shell words it

from datetime import datetime
from pathlib import Path

__all__ = [
    "AlreadyExists",
    "ContentChanged",
    "DiskFull",
    "DossierNewer",
    "DossierUnreadable",
    "ExchangeError",
    "ExchangeNewer",
    "FileFailed",
    "ImportConflict",
    "LibraryDamaged",
    "LibraryFailed",
    "LibraryLocked",
    "LibraryNewer",
    "LibraryReadOnly",
    "NotALibrary",
    "NotFound",
    "NotWritable",
    "PolicyFailed",
    "StorageError",
]


class StorageError(Exception):
    """Base of everything that can go wrong here. ``reason``: one Dutch sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class FileFailed(StorageError):
    """A file could not be read or written. ``path``: the file that was asked for, not a temporary one."""

    default = "Het bestand kan niet worden gelezen of opgeslagen."

    def __init__(self, path: Path, reason: str | None = None) -> None:
        super().__init__(reason or self.default)
        self.path = path


class DiskFull(FileFailed):
    """No room left on the disk, or within the user's quota."""

    default = "De schijf is vol: maak ruimte vrij en probeer het opnieuw."


class NotWritable(FileFailed):
    """The program may not write (or read) here."""

    default = "Vormwijzer mag hier niet schrijven: kies een andere map of vraag uw beheerder om toegang."


class LibraryFailed(FileFailed):
    """The database of the library failed in a way that none of the others names, such as a broken disk."""

    default = "Mijn dossiers kan niet worden bijgewerkt: controleer of de schijf goed werkt en ruimte heeft."


class LibraryReadOnly(LibraryFailed, NotWritable):
    """The library, or its folder, may not be written to."""

    default = "Vormwijzer mag Mijn dossiers niet wijzigen: vraag uw beheerder om toegang tot de map."


class LibraryLocked(LibraryFailed):
    """Another program keeps the library locked."""

    default = "Een ander programma gebruikt Mijn dossiers: sluit dat programma en probeer het opnieuw."


class LibraryDamaged(LibraryFailed):
    """The library is damaged; nothing was changed. The way on is a backup."""

    default = "Het bestand met Mijn dossiers is beschadigd: zet een reservekopie terug."


class NotALibrary(LibraryDamaged):
    """The file is a database of something else."""

    default = "Dit bestand hoort niet bij Vormwijzer: kies een ander bestand."


class LibraryNewer(LibraryFailed):
    """The library was made by a newer program; nothing was changed. ``found``: its schema version."""

    default = "Mijn dossiers is van een nieuwere versie van Vormwijzer: werk het programma bij."

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path)
        self.found = found


class PolicyFailed(FileFailed):
    """The policy file cannot be used, so nobody knows where the library belongs; nothing was opened or made.

    ``reason`` names the file and what is wrong in it.
    """


class NotFound(StorageError):
    """There is no such dossier or version. ``what``: "dossier" or "versie"; ``key``: the id asked for."""

    def __init__(self, what: str, key: str) -> None:
        article = "Dit dossier" if what == "dossier" else f"Deze {what}"
        super().__init__(f"{article} staat niet in Mijn dossiers: {key}.")
        self.what, self.key = what, key


class AlreadyExists(StorageError):
    """The id for something new is taken. ``key``: that id."""

    def __init__(self, key: str) -> None:
        super().__init__(f"Dit nummer is al in gebruik in Mijn dossiers: {key}.")
        self.key = key


class DossierUnreadable(StorageError):
    """One dossier in the library is damaged, the library itself is not. ``where``: the field."""

    def __init__(self, dossier_id: str, where: str, why: str) -> None:
        super().__init__(f"Dit dossier is beschadigd bij {where} ({why}): zet een reservekopie terug.")
        self.dossier_id, self.where = dossier_id, where


class DossierNewer(StorageError):
    """One dossier in the library has a newer format than this program knows. ``found``: that format version."""

    def __init__(self, dossier_id: str, found: int) -> None:
        super().__init__("Dit dossier is van een nieuwere versie van Vormwijzer: werk het programma bij.")
        self.dossier_id, self.found = dossier_id, found


class ContentChanged(StorageError):
    """The content hash is not that of the dossier as stored. ``expected``: asked for; ``stored``: what is there."""

    def __init__(self, dossier_id: str, expected: str, stored: str) -> None:
        super().__init__("Het dossier is intussen veranderd: open het opnieuw en leg dan een versie vast.")
        self.dossier_id, self.expected, self.stored = dossier_id, expected, stored


class ExchangeError(StorageError):
    """An exchange file or a dossier in JSON is not acceptable; nothing of it was used.

    ``member``: the part of the exchange file, ``where``: the field in it, each if known.
    """

    def __init__(self, reason: str, member: str | None = None, where: str | None = None) -> None:
        super().__init__(reason)
        self.member, self.where = member, where


class ExchangeNewer(ExchangeError):
    """The file was made by a newer program. ``found``, ``newest``: format versions, in the file and known here."""

    def __init__(self, found: int, newest: int, member: str | None = None) -> None:
        super().__init__("Dit bestand is van een nieuwere versie van Vormwijzer: werk het programma bij.", member)
        self.found, self.newest = found, newest


class ImportConflict(StorageError):
    """The library holds another content under the same id; nothing was changed.

    ``stored``, ``offered``: the moments of last change; ``offered`` is None for a plain JSON file.
    ``deleted``: the stored dossier is in the bin. ``undecided``: the newest was asked for and cannot be told.
    """

    def __init__(
        self,
        dossier_id: str,
        title: str,
        stored: datetime,
        offered: datetime | None,
        deleted: bool,
        undecided: bool = False,
    ) -> None:
        way_on = "niet te zeggen is welke nieuwer is, kies beide" if undecided else "kies de nieuwste of beide"
        super().__init__(f"Dit dossier staat al in Mijn dossiers met andere inhoud: {way_on}.")
        self.dossier_id, self.title = dossier_id, title
        self.stored, self.offered, self.deleted = stored, offered, deleted
