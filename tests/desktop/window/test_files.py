"""What leaves an open dossier by the menu of exports, and what a PDF is when it comes back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.library_session import LibrarySession
from desktop.start.view import StartView
from desktop.verify.view import VerifyDialog
from desktop.window.dossier_view import DossierView
from desktop.window.look_up import look_up_of
from desktop.window.main_window import MainWindow
from desktop.window.places import Here, What
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.window.conftest import settle
from tests.models.samples import example


def dialog_of(window: MainWindow) -> VerifyDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, VerifyDialog)
    return found


def test_the_menu_begins_with_the_preview_and_ends_with_the_check(view: DossierView, window: MainWindow) -> None:
    entries = [action for action in window.bar.export_menu.actions() if not action.isSeparator()]
    assert entries[0].text() == "Afdrukvoorbeeld en opslaan (pdf, docx, odt)\tCtrl+P"
    entries[0].trigger()
    assert view.here == Here(What.PREVIEW)
    assert entries[-1].text() == "Een pdf controleren…"
    entries[-1].trigger()
    dialog_of(window).close()


def test_the_task_list_leads_to_the_preview(view: DossierView) -> None:
    view.tasks.preview_button.click()
    assert view.here == Here(What.PREVIEW)


@pytest.mark.parametrize("opened_first", [False, True])
def test_a_saved_pdf_is_recognised_from_either_window(
    window: MainWindow, knowledge: Knowledge, qtbot: QtBot, tmp_path: Path, opened_first: bool
) -> None:
    from datetime import UTC, datetime

    from desktop.preview.making import Wish, make
    from desktop.preview.saving import record_of
    from desktop.report.edition import Edition

    session = LibrarySession(tmp_path / "library" / "m.db", knowledge)
    dossier = dossier_from_values(example("netwerk"))
    session.library.save(dossier)
    made = make(Wish(dossier, knowledge, Edition()), lambda _part: None)
    session.library.add_export(dossier.id, record_of(made, datetime.now(UTC)))
    target = tmp_path / "advies.pdf"
    target.write_bytes(made.data)
    window.set_look_up(look_up_of(lambda: session, lambda: knowledge))
    if opened_first:
        window.open_dossier(dossier, session.library).verify_pdf()
    else:
        start = StartView(window.look)
        start.verify_wanted.connect(window.verify_pdf)
        window.set_start(start)
        start.verify_button.click()
    dialog = dialog_of(window)
    dialog.view.check(target)
    qtbot.waitUntil(lambda: dialog.view.words is not None, timeout=20_000)
    assert dialog.view.words is not None
    assert dossier.title in dialog.view.words.as_text()
    dialog.close()
    settle(qtbot)
    window.close_dossier()
    session.close()


def test_without_a_session_there_is_no_library() -> None:
    assert look_up_of(lambda: None, lambda: pytest.fail("no knowledge is needed"))() is None
