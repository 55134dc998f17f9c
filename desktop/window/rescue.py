"""A way out where saving fails: the open dossier in a file of its own, somewhere else."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.dossier import Dossier, canonical_json

__all__ = ["keep_copy"]


def keep_copy(parent: QWidget, dossier: Dossier) -> str:
    """Ask where, and write the exchange file there; what to say about it, empty when somebody thinks better of it."""
    from models.storage.errors import StorageError
    from models.storage.exchange import EXCHANGE_SUFFIX, exchange_bytes, read_any
    from models.storage.files import write_atomically

    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Kopie bewaren", f"{_plain(dossier.title)}{EXCHANGE_SUFFIX}", f"Vormwijzer (*{EXCHANGE_SUFFIX})"
    )
    if not chosen:
        return ""
    path = Path(chosen)
    try:
        write_atomically(path, exchange_bytes(read_any(canonical_json(dossier.as_json()))))
    except (OSError, StorageError):
        return "De kopie kon niet worden geschreven. Kies een andere map of schijf."
    return f"De kopie staat in {path.name}."


def _plain(title: str) -> str:
    return (
        " ".join("".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title).split())[:80] or "Dossier"
    )
