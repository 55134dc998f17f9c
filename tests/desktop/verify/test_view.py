"""The screens: drop or choose a file, read the outcome, copy it; sign into a new file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.library_session import LibrarySession
from desktop.verify.results import Verdict, Verification
from desktop.verify.sign_dialog import SignDialog, SignedFile, open_signing
from desktop.verify.view import VerifyDialog, choose_pdf, open_verify, session_look_up
from models.knowledge import Knowledge
from models.storage.errors import LibraryDamaged
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, mark, report_pdf
from tests.desktop.verify.scenes import Scene, with_page, with_revision
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look

_HARM = "<img src=/etc/passwd> & \u202e" + "x" * 200


@pytest.fixture
def pdf(scene: Scene) -> Path:
    path = scene.folder / "Advies.pdf"
    path.write_bytes(scene.made)
    return path


def checked(dialog: VerifyDialog, path: Path) -> Verification:
    heard: list[Verification] = []
    dialog.view.checked.connect(heard.append)
    dialog.view.check(path)
    dialog.view.wait()
    (found,) = heard
    return found


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("what", ["equal", "page", "signed", "no"])
def test_every_outcome_can_be_read(what: str, zoom: float, scene: Scene, pdf: Path, look: Look, qtbot: QtBot) -> None:
    if what == "page":
        pdf.write_bytes(with_page(scene.made))
    elif what == "signed":
        signed = scene.signed(scene.made, "burgemeester", _HARM[:60]).data
        pdf.write_bytes(with_revision(scene.signed(signed, "secretaris", "B").data))
    elif what == "no":
        pdf.write_bytes(b"hallo")
    look.wear(zoom=zoom)
    dialog = open_verify(None, look, lambda: scene.look_up)
    found = checked(dialog, pdf)
    assert dialog.view.words is not None
    qtbot.waitUntil(dialog.view.area.isVisible)
    qtbot.wait(10)
    for faults in (unnamed(dialog), small_targets(dialog), rich_labels(dialog), cut_off(dialog), overlapping(dialog)):
        assert faults == []
    assert (found.verdict is Verdict.UNREADABLE) == (what == "no")
    dialog.reject()


def test_the_facts_can_be_copied(scene: Scene, pdf: Path, look: Look, qtbot: QtBot) -> None:
    dialog = open_verify(None, look, lambda: scene.look_up)
    found = checked(dialog, pdf)
    table = dialog.view.table
    assert table is not None
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert f"SHA-256\t{found.file.sha256}" in copied
    assert "Dossier\tICT van A en B" in copied
    qtbot.mouseClick(dialog.buttons["copy"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Dit bestand is gelijk aan wat Mijn dossiers heeft gemaakt.")
    dialog.reject()


def test_a_file_can_be_dropped(scene: Scene, pdf: Path, look: Look, qtbot: QtBot) -> None:
    dialog = open_verify(None, look, lambda: scene.look_up)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pdf))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    dialog.dragEnterEvent(entered)
    assert entered.isAccepted()
    with qtbot.waitSignal(dialog.view.checked) as heard:
        dialog.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert heard.args[0].verdict is Verdict.EQUAL
    two = QMimeData()
    two.setUrls([QUrl.fromLocalFile(str(pdf)), QUrl.fromLocalFile(str(pdf))])
    refused = QDragEnterEvent(QPoint(5, 5), copy, two, left, none)
    refused.ignore()
    dialog.dragEnterEvent(refused)
    assert not refused.isAccepted()
    dialog.reject()


def test_what_cannot_be_opened_is_said(scene: Scene, look: Look, qtbot: QtBot) -> None:
    dialog = open_verify(None, look, lambda: scene.look_up)
    for path, words in ((scene.folder, "map"), (scene.folder / "weg.pdf", "bestaat niet")):
        with qtbot.waitSignal(dialog.view.failed) as heard:
            dialog.view.check(path)
        assert words in heard.args[0]
    dialog.reject()


def test_the_last_file_that_was_asked_for_comes_next(scene: Scene, pdf: Path, look: Look, qtbot: QtBot) -> None:
    other = scene.folder / "Ander.pdf"
    other.write_bytes(b"hallo")
    dialog = open_verify(None, look, lambda: scene.look_up, pdf)
    heard: list[Verdict] = []
    dialog.view.checked.connect(lambda found: heard.append(found.verdict))
    dialog.view.check(pdf)
    dialog.view.check(other)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [Verdict.EQUAL, Verdict.UNREADABLE]
    assert dialog.view.file.text() == "Ander.pdf"
    dialog.reject()


def test_a_library_that_fails_is_named(scene: Scene, pdf: Path, look: Look, qtbot: QtBot) -> None:
    def broken() -> None:
        raise LibraryDamaged(scene.library.path)

    dialog = open_verify(None, look, broken)
    found = checked(dialog, pdf)
    assert (found.verdict, found.library_used) == (Verdict.UNKNOWN, False)
    assert dialog.view.words is not None
    assert "De controle ging zonder Mijn dossiers verder." in dialog.view.words.lines
    dialog.reject()


def test_a_check_makes_no_library(tmp_path: Path, knowledge: Knowledge) -> None:
    session = LibrarySession(tmp_path / "nieuw" / "x.db", knowledge)
    assert session_look_up(session, knowledge)() is None
    assert not (tmp_path / "nieuw").exists()
    dossier = session.create("Een dossier")
    found = session_look_up(session, knowledge)()
    assert found is not None
    assert found.title(dossier.id) == "Een dossier"
    now = found.content_hash_now(dossier.id)
    assert now is not None
    assert len(now) == 64
    assert found.content_hash_now("weg") is None
    session.close()


def test_choosing_a_file(look: Look, pdf: Path, qtbot: QtBot) -> None:
    dialog = VerifyDialog(look, lambda: None)
    chosen: list[Path] = []
    files = choose_pdf(dialog, "pdf kiezen", "Controleren", chosen.append)
    assert isinstance(files, QFileDialog)
    files.fileSelected.emit(str(pdf))
    assert chosen == [pdf]
    files.reject()
    dialog.reject()


# --- signing


@pytest.fixture
def filled(pdf: Path, look: Look, scene: Scene, qtbot: QtBot) -> SignDialog:
    dialog = open_signing(None, look, pdf)
    dialog.form.field.show_value("secretaris")
    dialog.form.take_certificate(certificate_file(scene.folder, "B. Jansen"))
    qtbot.keyClicks(dialog.form.secret, PASSPHRASE)
    qtbot.keyClicks(dialog.form.role, "secretaris van Linde")
    return dialog


def test_somebody_signs(filled: SignDialog, pdf: Path, scene: Scene, qtbot: QtBot) -> None:
    before = pdf.read_bytes()
    with qtbot.waitSignal(filled.signed) as heard:
        qtbot.mouseClick(filled.buttons["sign"], Qt.MouseButton.LeftButton)
    done: SignedFile = heard.args[0]
    assert done.path == pdf.with_name("Advies - ondertekend.pdf")
    assert (done.field, done.name) == ("secretaris", "B. Jansen")
    assert pdf.read_bytes() == before
    assert filled.form.secret.text() == ""
    assert "B. Jansen heeft ondertekend" in filled.notice.title.text()
    found = checked(VerifyDialog(filled.look, lambda: scene.look_up), done.path)
    assert (found.verdict, found.file.sha256) == (Verdict.SIGNED_SINCE, done.sha256)
    assert [filled.form.field.itemData(at) for at in range(filled.form.field.count())] == ["", "burgemeester"]
    filled.reject()


def test_a_wrong_passphrase_is_said_and_forgotten(filled: SignDialog, pdf: Path, qtbot: QtBot) -> None:
    filled.form.secret.setText("fout")
    filled.buttons["sign"].click()
    filled.wait()
    assert "wachtzin past niet" in filled.notice.title.text()
    assert filled.form.secret.text() == ""
    assert filled.focusWidget() is filled.form.secret
    assert [path.name for path in pdf.parent.glob("*.pdf")] == ["Advies.pdf"]
    filled.reject()


def test_what_is_missing_gets_the_focus(pdf: Path, look: Look, scene: Scene, qtbot: QtBot) -> None:
    dialog = open_signing(None, look)
    dialog.buttons["sign"].click()
    assert "Kies eerst de pdf" in dialog.notice.title.text()
    dialog.take_file(pdf)
    qtbot.waitUntil(dialog.form.isVisible)
    form = dialog.form
    for words, where, fill in (
        ("Kies het veld", form.field, lambda: form.field.show_value("secretaris")),
        ("certificaat", form.certificate_button, lambda: form.take_certificate(certificate_file(scene.folder, "B"))),
        ("wachtzin", form.secret, lambda: form.where._buttons["token"].click()),
        ("stuurprogramma", form.module_button, lambda: form.take_module(scene.folder / "geen.so")),
        ("naam van het certificaat", form.on_token, lambda: form.on_token.setText("Mijn certificaat")),
        ("pincode", form.secret, lambda: form.secret.setText("1234")),
    ):
        dialog.buttons["sign"].click()
        assert words in dialog.notice.title.text()
        assert dialog.focusWidget() is where
        fill()
    dialog.buttons["sign"].click()
    dialog.wait()
    assert "stuurprogramma van het token staat niet" in dialog.notice.title.text()
    dialog.reject()


def test_files_that_cannot_be_signed(pdf: Path, look: Look, scene: Scene, qtbot: QtBot) -> None:
    dialog = open_signing(None, look)
    full = scene.signed(scene.signed(scene.made, "burgemeester", "A").data, "secretaris", "B").data
    for data, words in (
        (b"hallo", "geen pdf"),
        (report_pdf(mark(), fields=()), "geen veld"),
        (full, "al ondertekend"),
    ):
        pdf.write_bytes(data)
        dialog.take_file(pdf)
        assert words in dialog.notice.title.text()
        assert dialog.form.isHidden()
    dialog.reject()


def test_without_the_extra_it_says_so(look: Look, monkeypatch, qtbot: QtBot) -> None:
    monkeypatch.setattr("desktop.verify.sign_dialog.sign_extra_there", lambda: False)
    dialog = open_signing(None, look)
    assert "vormwijzer[sign]" in dialog.notice.title.text()
    dialog.reject()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("token", [False, True])
def test_the_form_can_be_read(zoom: float, token: bool, pdf: Path, look: Look, qtbot: QtBot) -> None:
    look.wear(zoom=zoom)
    dialog = open_signing(None, look, pdf)
    if token:
        dialog.form.where._buttons["token"].click()
    dialog.buttons["sign"].click()
    qtbot.wait(20)
    for faults in (unnamed(dialog), small_targets(dialog), rich_labels(dialog), cut_off(dialog), overlapping(dialog)):
        assert faults == []
    dialog.reject()
