"""Whether the program ended as it should: a marker that is there while it runs, and the dump of a crash.

``previous_crash`` comes before ``begin_run``, and both after :meth:`desktop.single_instance.SingleInstance.acquire`
said that this is the first: the marker that is found then belongs to nobody who still runs.
"""

import contextlib
import faulthandler
import json
import logging
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from models.storage.errors import StorageError
from models.storage.files import write_atomically

__all__ = ["PreviousCrash", "Run", "begin_run", "previous_crash"]

_MARKER = "bezig.json"
_DUMP = "crash.txt"
_LIMIT = 200_000
_LOG = logging.getLogger(__name__)
_FILE = re.compile(r'File "([^"\n]*)"')


@dataclass(frozen=True, slots=True)
class PreviousCrash:
    """A run that did not end as it should: killed, crashed, or the computer went out.

    ``started``: None where the marker is damaged. ``text``: what the crash left, often empty. ``open_dossier``: the id
    of what was open, empty for none. ``said``: what happened, in Dutch.
    """

    started: datetime | None
    text: str
    open_dossier: str = ""

    @property
    def said(self) -> str:
        """What to tell the user."""
        return "Vormwijzer is de vorige keer niet gewoon afgesloten. Wat u deed, is opgeslagen."


def previous_crash(folder: Path) -> PreviousCrash | None:
    """What is left of a previous run that ended abnormally; None where it ended as it should, or there was none."""
    marker = _read(folder / _MARKER)
    if marker is None:
        return None
    values = _object_of(marker)
    started, dossier = values.get("started"), values.get("open_dossier")
    moment = None
    with contextlib.suppress(ValueError, TypeError):
        moment = datetime.fromisoformat(started) if isinstance(started, str) else None
    dump = (_read(folder / _DUMP) or b"").decode(errors="replace")
    text = _FILE.sub(lambda found: f'File "{_name(found[1])}"', dump)
    return PreviousCrash(moment, text, dossier if isinstance(dossier, str) else "")


def begin_run(folder: Path) -> "Run":
    """Leave the marker and have a crash written to a file. Call ``end`` at a clean exit."""
    run = Run(folder)
    run.begin()
    return run


class Run:
    """This run. A disk that refuses costs only what one would have known after a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started = datetime.now().astimezone()
        self._dump: FileIO | None = None
        self._was_enabled = False

    def begin(self) -> None:
        """Make marker and dump file."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._dump = (self._folder / _DUMP).open("wb", buffering=0)
        except OSError as error:
            _LOG.warning("no file for a crash: %s", error.strerror)
            return
        self._was_enabled = faulthandler.is_enabled()
        faulthandler.enable(self._dump)
        self.note_open("")

    def note_open(self, dossier: str) -> None:
        """Remember the id of the dossier that is open, so that the next start can offer it."""
        values = {"started": self._started.isoformat(), "open_dossier": dossier}
        try:
            write_atomically(self._folder / _MARKER, json.dumps(values).encode())
        except StorageError as error:
            _LOG.warning("no marker of this run: %s", type(error).__name__)

    def end(self) -> None:
        """Take the marker away: this run ends as it should."""
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()
            self._dump = None
            if self._was_enabled and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
        for name in (_MARKER, _DUMP):
            try:
                (self._folder / name).unlink(missing_ok=True)
            except OSError as error:
                _LOG.warning("%s stays behind: %s", name, error.strerror)


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(_LIMIT)
    except FileNotFoundError:
        return None
    except OSError as error:
        _LOG.warning("%s cannot be read: %s", path.name, error.strerror)
        return None


def _object_of(data: bytes) -> dict[str, Any]:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _name(path: str) -> str:
    """The last three parts of a path of code, so that no folder of the user shows."""
    parts = (PureWindowsPath(path) if "\\" in path else PurePosixPath(path)).parts
    home = Path.home().parts
    kept = parts[len(home) :] if parts[: len(home)] == home else parts
    return "/".join(kept[-3:])
