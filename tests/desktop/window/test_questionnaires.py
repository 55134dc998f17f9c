"""Questionnaires from the window: an empty form out, a filled one back in, as one change."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.questionnaire import QuestionnaireDialog
from desktop.questionnaire.form import questionnaire_pdf
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.vocabulary import CriterionId
from tests.desktop.window.conftest import settle
from tests.models.samples import example

Opened = Callable[..., DossierView]


def chosen(view: DossierView, names: list[str]) -> None:
    """Choose in the dialog of the system."""
    dialog = view.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit(names)
    dialog.fileSelected.emit(names[0])
    dialog.reject()


def test_the_menu_offers_them(opened: Opened, window: MainWindow) -> None:
    opened(dossier_from_values(example("lindestreek")))
    words = [action.text() for action in window.bar.export_menu.actions()]
    assert "Lege vragenlijst voor elke partner (pdf)…" in words and "Ingevulde vragenlijsten inlezen…" in words


def test_a_form_for_each_partner(opened: Opened, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dossier = dossier_from_values(example("lindestreek"))
    view = opened(dossier)
    view.export("forms")
    settle(qtbot)
    chosen(view, [str(tmp_path)])
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == len(dossier.partners.active), timeout=20_000)
    view.files.questionnaires.close()
    settle(qtbot)


def test_a_filled_form_comes_back_as_one_change(
    opened: Opened, qtbot: QtBot, knowledge: Knowledge, tmp_path: Path
) -> None:
    dossier = dossier_from_values(example("lindestreek"))
    partner = dossier.partners.active[0].id
    view = opened(dossier)
    path = tmp_path / "ingevuld.pdf"
    path.write_bytes(filled(questionnaire_pdf(dossier, knowledge, partner)))
    view.files.questionnaires.read((path,))
    dialog = view.window().findChild(QuestionnaireDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.forms), timeout=20_000)
    dialog.answer("take")
    settle(qtbot)
    before = dossier.doelen
    after = view.editor.dossier
    held = next(p for p in after.partners.active if p.id == partner).intake
    assert held.respondent == "directeur van de dienst"
    assert after.doelen == before
    view.undo()
    assert view.editor.dossier.partners == dossier.partners
    assert view.editor.dossier.vorm.answers.get(CriterionId.BELEID) == dossier.vorm.answers.get(CriterionId.BELEID)


def filled(data: bytes) -> bytes:
    """The form with one text typed in."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    fields = writer.get_fields() or {}
    name = next(name for name in fields if "functie" in name or "respondent" in name)
    for page in writer.pages:
        writer.update_page_form_field_values(page, {name: "directeur van de dienst"}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
