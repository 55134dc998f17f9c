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

__all__ = ["print_json", "read_bytes", "read_contents", "read_dossier_file", "write_result"]

_MAX_FILE = 2 * MAX_DOCUMENT
_READABLE = 0o644
"""Mode of what a command makes for others to read, such as a PDF."""


def read_bytes(name: str) -> bytes:
    """The bytes of the file ``name``, or of the standard input for ``-``."""
    if name == "-":
        data = sys.stdin.buffer.read(_MAX_FILE + 1)
        if len(data) > _MAX_FILE:
            raise CommandError("De invoer is te groot voor een dossier.")
        return data
    path = Path(name)
    if path.is_dir():
        raise CommandError(f"{name} is een map. Noem een bestand.")
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


def write_result(name: str, data: bytes) -> Path:
    """Write what a command made, whole or not at all; returns the path."""
    path = Path(name)
    if path.is_dir():
        raise CommandError(f"{name} is een map. Noem een bestand.")
    if not path.parent.is_dir():
        raise CommandError(f"De map {path.parent} bestaat niet.")
    write_atomically(path, data, mode=_READABLE)
    return path


def print_json(values: Any) -> None:
    """Print ``values`` as JSON that a person can read too."""
    print(json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False))
