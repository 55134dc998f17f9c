"""From typed errors to one Dutch sentence that says what is wrong and where."""

from models.dossier.errors import DossierError, NewerVersionError
from models.knowledge.loader import KnowledgeError
from models.storage.errors import StorageError

__all__ = ["EXPECTED", "CommandError", "sentence_of"]


class CommandError(Exception):
    """A command cannot be carried out; the message is one Dutch sentence."""


EXPECTED = (DossierError, KnowledgeError, StorageError)
"""What can go wrong without anything being wrong with the program."""


def sentence_of(error: Exception) -> str:
    """One sentence for an error of :data:`EXPECTED`."""
    if isinstance(error, NewerVersionError):
        return "Dit dossier is gemaakt met een nieuwere versie van Vormwijzer. Werk het programma bij."
    if isinstance(error, DossierError):
        return f"Dit is geen goed dossier: {error.reason}{_at(error.where)}."
    if isinstance(error, KnowledgeError):
        return f"Het kennisbestand {error.file} deugt niet bij {error.key}: {error.reason}."
    if isinstance(error, StorageError):
        return error.reason
    raise TypeError(type(error).__name__)


def _at(where: str) -> str:
    return "" if where == "-" else f" ({where})"
