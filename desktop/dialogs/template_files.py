"""Choosing the files of a template: its logo and the template itself; and reading one without trusting its size."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.files import SaveKind, choose_one, choose_to_save
from desktop.report.template import TemplateError
from models.storage.errors import StorageError
from models.storage.files import read_limited

__all__ = ["choose_logo", "choose_template", "read_file", "save_template_as"]

_PICTURES = ("Afbeeldingen (*.png *.jpg *.jpeg)",)
_TEMPLATES = ("Sjabloon van Vormwijzer (*.json)",)
_SAVE = SaveKind("Sjabloon bewaren", "Bewaren", _TEMPLATES, "json")


def choose_logo(parent: QWidget, folder: Path | None, then: Callable[[Path], object]) -> QFileDialog:
    """Let somebody choose a picture."""
    return choose_one(parent, "Logo kiezen", "Kiezen", _PICTURES, folder, then)


def choose_template(parent: QWidget, folder: Path | None, then: Callable[[Path], object]) -> QFileDialog:
    """Let somebody choose a template to read."""
    return choose_one(parent, "Sjabloon inlezen", "Inlezen", _TEMPLATES, folder, then)


def save_template_as(parent: QWidget, folder: Path | None, name: str, then: Callable[[Path], object]) -> QFileDialog:
    """Let somebody choose where a template goes."""
    return choose_to_save(parent, folder, name, then, _SAVE)


def read_file(path: Path, most: int) -> bytes:
    """The bytes of ``path``. Raises :class:`TemplateError`, with a sentence, for a file that cannot be read."""
    try:
        if path.is_file() and path.stat().st_size > most:
            raise TemplateError("Dit bestand is te groot. Kies een kleiner bestand.")
        data = read_limited(path, most)
    except StorageError as error:
        raise TemplateError(error.reason) from error
    except OSError as error:
        raise TemplateError("Dit bestand is niet te lezen. Kies een ander bestand.") from error
    if not data:
        raise TemplateError("Dit bestand is leeg. Kies een ander bestand.")
    return data
