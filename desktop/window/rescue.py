"""A way out where saving fails: the open dossier in a file of its own, somewhere else."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.dossier import Dossier, canonical_json

__all__ = ["keep_copy"]


def keep_copy(parent: QWidget, dossier: Dossier, say: Callable[[str], object]) -> QFileDialog:
    """Ask where, write the exchange file there, and ``say`` what came of it."""
    from desktop.dialogs.files import COPY, choose_to_save

    return choose_to_save(parent, None, _plain(dossier.title), lambda path: say(_written(dossier, path)), COPY)


def _written(dossier: Dossier, path: Path) -> str:
    from models.storage.errors import StorageError
    from models.storage.exchange import exchange_bytes, read_any
    from models.storage.files import write_atomically

    try:
        write_atomically(path, exchange_bytes(read_any(canonical_json(dossier.as_json()))))
    except (OSError, StorageError):
        return "De kopie kon niet worden geschreven. Kies een andere map of schijf."
    return f"De kopie staat in {path.name}."


def _plain(title: str) -> str:
    return (
        " ".join("".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title).split())[:80] or "Dossier"
    )
