"""A copy of the open dossier where saving fails: a whole exchange file, or a clear sentence."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.window.rescue import keep_copy
from models.dossier import dossier_from_values
from models.storage.exchange import read_any
from tests.models.samples import example


def test_the_copy_is_a_whole_dossier(qtbot: QtBot, tmp_path: Path) -> None:
    parent, said = QWidget(), []
    qtbot.addWidget(parent)
    dossier = dossier_from_values(example("bar"))
    dialog = keep_copy(parent, dossier, said.append)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "kopie.vormwijzer"
    dialog.fileSelected.emit(str(target))
    assert read_any(target.read_bytes()).dossier == dossier
    dialog.fileSelected.emit(str(tmp_path / "nergens" / "kopie.vormwijzer"))
    assert said == [
        "De kopie staat in kopie.vormwijzer.",
        "De kopie kon niet worden geschreven. Kies een andere map of schijf.",
    ]
    dialog.reject()
