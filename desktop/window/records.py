"""What the library keeps beside a dossier, for the window: versions, akkoord, files that were made, werksessies."""

from typing import Protocol, runtime_checkable

from desktop.autosave import Store
from desktop.preview.saving import ExportShelf
from desktop.signoff import RecordStore
from desktop.workshop.keeper import WorkshopStore
from models.dossier import Dossier

__all__ = ["Records"]


@runtime_checkable
class Records(RecordStore, ExportShelf, WorkshopStore, Store, Protocol):
    """A store that keeps records too, such as ``models.storage.library.Library``; one that only saves is none."""

    def save(self, dossier: Dossier) -> object:
        """Write ``dossier``."""
