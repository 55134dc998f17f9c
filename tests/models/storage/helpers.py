"""Shared by the tests of storage: dossiers, a clock that ticks, folders as they are, other users and full disks."""

import os
import pickle
import stat
import subprocess
import tempfile
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import pytest

from models.dossier import Dossier, canonical_json, content_hash, dossier_from_values, sha256
from models.storage.exchange import exchange_bytes
from models.storage.records import ExchangeContents

NOBODY = 65534
ADVICE: dict[str, Any] = {"ranking": [{"form": "ssc", "score": 71.5}], "excluded": []}
KNOWLEDGE = "2026-03"

_T = TypeVar("_T")


class Ticking:
    """A clock that is one second later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def make_dossier(dossier_id: str = "aa", title: str = "ICT van A en B", **sections: Any) -> Dossier:
    partners = {"partners": [{"id": "a", "name": "Aalsmeer"}, {"id": "b", "name": "Amstelveen"}]}
    values = {"format_version": 1, "id": dossier_id, "title": title, "dated": "2026-03-05", "partners": partners}
    return dossier_from_values({**values, **sections})


def asking(dossier: Dossier, question: str) -> Dossier:
    """The dossier with another question."""
    return dossier.model_copy(update={"opgave": dossier.opgave.model_copy(update={"question": question})})


def hash_of(dossier: Dossier) -> str:
    return content_hash(dossier, ADVICE, KNOWLEDGE)


def picture(folder: Path) -> dict[str, str]:
    """Every file in ``folder`` with the hash of its bytes."""
    return {str(p.relative_to(folder)): sha256(p.read_bytes()) for p in sorted(folder.rglob("*")) if p.is_file()}


def members_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def resealed(contents: ExchangeContents, **changes: bytes) -> bytes:
    """An exchange file with other members (``dossier=``...), and a manifest whose hashes fit them."""
    import json

    members = members_of(exchange_bytes(contents)) | {f"{name}.json": data for name, data in changes.items()}
    manifest = json.loads(members.pop("manifest.json"))
    manifest["members"] = {name: sha256(data) for name, data in members.items()}
    return zipped({**members, "manifest.json": changes.get("manifest", canonical_json(manifest))})


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="vormwijzer-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


def as_other_user(act: Callable[[], _T]) -> _T:
    """What ``act`` gives, done by a user without rights: root may write everywhere, whatever the mode says."""
    if os.geteuid() != 0:
        return act()
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns of forks beside threads, such as those of pytest-xdist; this child takes no lock of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os.close(reader)
        _answer_as_nobody(act, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    assert answer, "the child died without an answer"
    result: _T = pickle.loads(answer)
    return result


def _answer_as_nobody(act: Callable[[], object], writer: int) -> None:
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(act(), pipe)
    finally:
        os._exit(0)


def refusal_of(act: Callable[[], object]) -> str:
    """The name of the typed error that ``act`` raises, with its sentence; empty when it raises none."""
    from models.storage.errors import StorageError

    try:
        act()
    except StorageError as error:
        return f"{type(error).__name__}: {error.reason}"
    return ""


@contextmanager
def tiny_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of so many kilobytes, mounted on ``folder``; the test is skipped where mounting is not allowed."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False, timeout=120).returncode == 0
    except OSError:
        done = False
    if not done:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True, timeout=120)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def on_day(text: str) -> date:
    return date.fromisoformat(text)
