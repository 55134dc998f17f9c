"""Writing whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from models.storage.errors import DiskFull, FileFailed, NotWritable
from models.storage.files import error_of, read_limited, write_atomically
from tests.models.storage.helpers import as_other_user, mode_of, open_folder, picture, refusal_of, tiny_disk


def test_the_file_is_replaced_and_private(tmp_path: Path) -> None:
    target = tmp_path / "dossier.vormwijzer"
    for data in (b"first", b"second"):
        write_atomically(target, data)
        assert target.read_bytes() == data
    assert mode_of(target) == 0o600
    write_atomically(tmp_path / "advies.pdf", b"%PDF", mode=0o644)
    assert mode_of(tmp_path / "advies.pdf") == 0o644
    assert {path.name for path in tmp_path.glob("*.*")} == {"dossier.vormwijzer", "advies.pdf"}


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "disk", 64) as disk:
        write_atomically(disk / "a", b"old")
        before = picture(disk)
        with pytest.raises(DiskFull) as caught:
            write_atomically(disk / "a", b"x" * 200_000)
        assert caught.value.path == disk / "a"
        assert picture(disk) == before


def test_a_disk_that_fails_at_the_last_moment_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    write_atomically(target, b"old")
    before = picture(tmp_path)

    def full(_handle: int) -> None:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        write_atomically(target, b"new")
    assert picture(tmp_path) == before


def test_a_folder_without_permission_stays_as_it_is() -> None:
    with open_folder() as folder:
        (folder / "a").write_bytes(b"old")
        folder.chmod(0o555)
        before = picture(folder)
        refusal = as_other_user(lambda: refusal_of(lambda: write_atomically(folder / "a", b"new")))
        assert refusal.startswith("NotWritable: Vormwijzer mag hier niet schrijven")
        assert picture(folder) == before


def test_a_read_only_disk_is_no_place_to_write() -> None:
    assert isinstance(error_of(OSError(errno.EROFS, "Read-only"), Path("x")), NotWritable)


def test_a_folder_that_is_not_there_or_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    for target in (tmp_path / "none" / "a", tmp_path / "file" / "a"):
        with pytest.raises(FileFailed):
            write_atomically(target, b"x")
    (tmp_path / "folder").mkdir()
    before = picture(tmp_path)
    with pytest.raises(FileFailed):
        write_atomically(tmp_path / "folder", b"x")
    assert picture(tmp_path) == before


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_limited(tmp_path / "a", 5) == b"12345"
    with pytest.raises(FileFailed, match="te groot"):
        read_limited(tmp_path / "a", 4)
    for missing in (tmp_path / "none", tmp_path):
        with pytest.raises(FileFailed):
            read_limited(missing, 5)
