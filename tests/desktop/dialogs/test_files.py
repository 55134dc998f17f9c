"""The dialogs for files speak Dutch where Qt draws them itself."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.files import choose_folder, choose_to_open, choose_to_save


@pytest.mark.parametrize("kind", ["open", "save", "folder"])
def test_no_english_word_is_left_beside_the_fields(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog: QFileDialog
    if kind == "open":
        dialog = choose_to_open(parent, tmp_path, lambda _files: None)
    elif kind == "save":
        dialog = choose_to_save(parent, tmp_path, "een", lambda _file: None)
    else:
        dialog = choose_folder(parent, tmp_path, lambda _folder: None)
    said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Zoeken in:", "Soort bestand:"} <= said
    dialog.reject()
