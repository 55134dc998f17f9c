"""What was open, remembered for the next start: one small JSON file, written whole or not at all."""

import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path

from models.storage.errors import StorageError
from models.storage.files import write_atomically
from models.vocabulary import StepId

__all__ = ["SessionMemory", "WhereWeWere"]

_FILE = "laatste-plek.json"
_LIMIT = 10_000
_DOSSIER_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WhereWeWere:
    """A dossier of the library and the step that was shown; None: its task list."""

    dossier_id: str
    step: StepId | None = None


class SessionMemory:
    """Remembers in ``folder``, that of the settings. Nothing here ever stops the program."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _FILE
        self._kept: WhereWeWere | None = None

    def recall(self) -> WhereWeWere | None:
        """Where the program was last; None at the first start, when nothing was open, or for a damaged file."""
        try:
            with self.path.open("rb") as file:
                values = json.loads(file.read(_LIMIT))
        except (OSError, ValueError, RecursionError):
            return None
        dossier = values.get("dossier") if isinstance(values, dict) else None
        if not isinstance(dossier, str) or not _DOSSIER_ID.fullmatch(dossier):
            return None
        step = values.get("step")
        known = isinstance(step, str) and step in set(StepId)
        return WhereWeWere(dossier, StepId(step) if known else None)

    def remember(self, where: WhereWeWere) -> None:
        """Keep ``where`` for the next start; an equal one is not written again."""
        if where == self._kept:
            return
        values = {"dossier": where.dossier_id, "step": where.step.value if where.step else None}
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self.path, json.dumps(values).encode())
        except (OSError, StorageError) as error:
            _LOG.warning("where we were is not remembered: %s", type(error).__name__)
            return
        self._kept = where

    def forget(self) -> None:
        """Nothing is open: the next start offers nothing."""
        self._kept = None
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            _LOG.warning("where we were stays behind: %s", type(error).__name__)
