"""Reading what a person names on the command line, and writing what a command makes."""

import json
import sys
from pathlib import Path
from typing import Any

from desktop.cli.errors import CommandError
from models.dossier import Dossier
from models.dossier.knowledge_ids import check_knowledge_ids
from models.dossier.read import MAX_DOCUMENT
from models.knowledge import Knowledge
from models.storage.exchange import read_any
from models.storage.files import read_limited, write_atomically
from models.storage.records import ExchangeContents

__all__ = ["check_target", "print_json", "read_bytes", "read_contents", "read_dossier_file", "write_result"]

_MAX_FILE = 2 * MAX_DOCUMENT
_READABLE = 0o644
"""Mode of what a command makes for others to read, such as a PDF."""


def read_bytes(name: str) -> bytes:
    """The bytes of the file ``name``, or of the standard input for ``-``."""
    if name == "-":
        if sys.stdin is None:  # closed before the program began
            raise CommandError("Er is geen invoer. Noem een bestand.")
        data = sys.stdin.buffer.read(_MAX_FILE + 1)
        if len(data) > _MAX_FILE:
            raise CommandError("De invoer is te groot voor een dossier.")
        return data
    path = Path(name)
    if not name or path.is_dir():
        raise CommandError(f"“{name}” is een map. Noem een bestand.")
    if not path.exists():
        raise CommandError(f"Het bestand {name} bestaat niet.")
    return read_limited(path, _MAX_FILE)


def read_contents(name: str, knowledge: Knowledge) -> ExchangeContents:
    """What stands in an exchange file or a dossier in JSON; every id in it is known."""
    contents = read_any(read_bytes(name))
    check_knowledge_ids(contents.dossier, knowledge)
    return contents


def read_dossier_file(name: str, knowledge: Knowledge) -> Dossier:
    """The dossier in an exchange file or in JSON."""
    return read_contents(name, knowledge).dossier


def check_target(name: str, *, source: str | None = None, replace: bool = True) -> Path:
    """The path that ``name`` stands for, if a result may be written there.

    ``source``: the file that the command reads, which is never replaced. ``replace``: whether a file that is there
    may go. A device, a pipe or a folder is refused: putting a file in its place would destroy it.
    """
    path = Path(name).resolve()
    if not name or path.is_dir():
        raise CommandError(f"“{name}” is een map. Noem een bestand.")
    if not path.parent.is_dir():
        raise CommandError(f"De map {path.parent} bestaat niet.")
    if path.exists():
        if not path.is_file():
            raise CommandError(f"{name} is geen gewoon bestand. Kies een andere naam.")
        if source not in {None, "-"} and Path(str(source)).exists() and path.samefile(str(source)):
            raise CommandError(f"{name} is het dossier zelf. Kies een andere naam.")
        if not replace:
            raise CommandError(f"{name} bestaat al. Kies een andere naam, of gebruik --vervang.")
    return path


def write_result(path: Path, data: bytes) -> None:
    """Write what a command made, whole or not at all, where :func:`check_target` allowed it."""
    write_atomically(path, data, mode=_READABLE)


def print_json(values: Any) -> None:
    """Print ``values`` as JSON that a person can read too."""
    print(json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False))
