"""Empty questionnaires as files: one for each partner in a folder, or one. A file that is there is never replaced."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from desktop.questionnaire.form import partner_name, questionnaire_pdf
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.files import write_atomically

__all__ = ["file_name", "save_all"]

_READABLE = 0o644
_LONGEST = 60
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))})


def file_name(name: str | None) -> str:
    """A file name that every system takes: ``vragenlijst-aalsmeer.pdf``; None for a form for anybody."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    kept = "".join(sign if sign.isalnum() else "-" for sign in plain)
    words = "-".join(filter(None, kept.split("-")))[:_LONGEST].strip("-")
    if words in _RESERVED:
        words = f"{words}-"
    return f"vragenlijst-{words}.pdf" if words else "vragenlijst.pdf"


def save_all(
    dossier: Dossier, knowledge: Knowledge, folder: Path, progress: Callable[[float], object] | None = None
) -> tuple[Path, ...]:
    """Write an empty form for each partner into ``folder``; the files, in the order of the partners.

    ``progress`` is called with 0 to 1; whatever it raises stops the work. Raises ``StorageError``.
    """
    written: list[Path] = []
    active = dossier.partners.active
    for number, partner in enumerate(active):
        if progress is not None:
            progress(number / len(active))
        data = questionnaire_pdf(dossier, knowledge, partner.id)
        path = _free(folder, file_name(partner_name(dossier, partner.id)))
        write_atomically(path, data, mode=_READABLE)
        written.append(path)
    if progress is not None:
        progress(1.0)
    return tuple(written)


def _free(folder: Path, name: str) -> Path:
    path, stem = folder / name, name.removesuffix(".pdf")
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.pdf"
        number += 1
    return path
