"""What a check of a PDF asks of a library."""

from collections.abc import Callable
from typing import Protocol

from models.dossier import Dossier
from models.storage.errors import DossierNewer, DossierUnreadable, NotFound
from models.storage.records import Adoption, ExportRecord, Revision, Signature

__all__ = ["LibraryLookUp", "LookUp", "Store"]


class Store(Protocol):
    """The part of ``models.storage.library.Library`` that is used; nothing in it writes."""

    def load(self, dossier_id: str, /) -> Dossier:
        """The dossier."""
        ...

    def find_export(self, sha256: str, /) -> tuple[str, ExportRecord] | None:
        """The dossier id and the record of the file with this hash."""
        ...

    def exports(self, dossier_id: str, /) -> tuple[ExportRecord, ...]:
        """The files that were made of it."""
        ...

    def revisions(self, dossier_id: str, /) -> tuple[Revision, ...]:
        """Its frozen versions."""
        ...

    def adoptions(self, dossier_id: str, /) -> tuple[Adoption, ...]:
        """Every vaststelling of it."""
        ...

    def signatures(self, dossier_id: str, /) -> tuple[Signature, ...]:
        """Every ondertekening of it."""
        ...


class LookUp(Protocol):
    """The questions that a check asks. Each may raise a ``StorageError``; then the check goes on without a library."""

    def find_export(self, sha256: str, /) -> tuple[str, ExportRecord] | None:
        """The dossier id and the record of the file with this hash; None when this library did not make it."""
        ...

    def title(self, dossier_id: str, /) -> str | None:
        """The title of a dossier; None where the library does not hold it."""
        ...

    def exports(self, dossier_id: str, /) -> tuple[ExportRecord, ...]:
        """The files that were made of a dossier that is there."""
        ...

    def revisions(self, dossier_id: str, /) -> tuple[Revision, ...]:
        """The frozen versions of a dossier that is there."""
        ...

    def adoptions(self, dossier_id: str, /) -> tuple[Adoption, ...]:
        """Every vaststelling of a dossier that is there."""
        ...

    def signatures(self, dossier_id: str, /) -> tuple[Signature, ...]:
        """Every ondertekening of a dossier that is there."""
        ...

    def content_hash_now(self, dossier_id: str, /) -> str | None:
        """The content hash of the dossier as it is now; None where it cannot be told."""
        ...


class LibraryLookUp:
    """A library that is open, as a check asks it. ``content_hash``: of a dossier as it is now, with its advice."""

    def __init__(self, store: Store, content_hash: Callable[[Dossier], str]) -> None:
        self._store, self._content_hash = store, content_hash
        self.find_export = store.find_export
        self.exports = store.exports
        self.revisions = store.revisions
        self.adoptions = store.adoptions
        self.signatures = store.signatures

    def title(self, dossier_id: str) -> str | None:
        """The title of a dossier; "" of one that is damaged, None where the library does not hold it."""
        try:
            return self._store.load(dossier_id).title
        except NotFound:
            return None
        except (DossierUnreadable, DossierNewer):
            return ""

    def content_hash_now(self, dossier_id: str) -> str | None:
        """The content hash of the dossier as it is now; None where it cannot be told."""
        try:
            dossier = self._store.load(dossier_id)
        except (NotFound, DossierUnreadable, DossierNewer):
            return None
        return self._content_hash(dossier)
