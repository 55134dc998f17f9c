"""What the system asks of the application itself: files to open, also before there is anything to open them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from desktop.application import FileOpens


class Opened:
    """Takes files."""

    def __init__(self) -> None:
        self.calls: list[tuple[Path, ...]] = []

    def take(self, files: tuple[Path, ...]) -> None:
        self.calls.append(files)


def test_what_comes_too_early_is_kept_and_handed_over_once(tmp_path: Path) -> None:
    files, opened = FileOpens(), Opened()
    early = tmp_path / "één.vormwijzer", tmp_path / "twee & 100%20.VORMWIJZER"
    for path in early:
        assert files.hear(QFileOpenEvent(str(path)))
    files.hand_over(opened.take)
    assert opened.calls == [early]
    later = tmp_path / "drie.json"
    assert files.hear(QFileOpenEvent(QUrl.fromLocalFile(str(later))))
    assert opened.calls == [early, (later,)]


def test_without_early_files_nothing_is_asked(tmp_path: Path) -> None:
    files, opened = FileOpens(), Opened()
    files.hand_over(opened.take)
    assert opened.calls == []


@pytest.mark.parametrize(
    "url",
    [
        "https://voorbeeld.nl/a.vormwijzer",
        "vormwijzer:a.vormwijzer",
        "file:///tmp/a.pdf",
        "file:///tmp/.vormwijzer",
        "file:///tmp/vormwijzer",
        "a.vormwijzer",
        "",
    ],
)
def test_what_is_no_dossier_on_this_computer_is_left_to_qt(url: str) -> None:
    files, opened = FileOpens(), Opened()
    assert not files.hear(QFileOpenEvent(QUrl(url)))
    files.hand_over(opened.take)
    assert not files.hear(QFileOpenEvent(QUrl(url)))
    assert opened.calls == []
