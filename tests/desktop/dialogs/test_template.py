"""The dialog of the template: every field by keyboard, the order, the logo, files in and out, and bad files."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.template_dialog import TemplateDialog
from desktop.report.content.chapters import TITLES, Chapter
from desktop.report.template import Template, read_template, template_bytes, with_logo
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look
from wizards.look.tokens import Appearance


def picture(size=(40, 20), colour="navy") -> bytes:
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG")
    return made.getvalue()


FULL = with_logo(
    Template(
        organisation="Gemeente <b>Aalten</b>",
        kind="Raadsvoorstel",
        portfolio="wethouder bedrijfsvoering",
        case_number="Z-2026-14",
        headings={Chapter.COSTS: "Financiën"},
        order=(Chapter.LEGAL, Chapter.COSTS, *(c for c in Chapter if c not in (Chapter.LEGAL, Chapter.COSTS))),
    ),
    picture(),
)


def opened(look: Look, qtbot: QtBot, template: Template, folder: Path | None = None) -> TemplateDialog:
    dialog = TemplateDialog(look, None, template, folder)
    dialog.open()
    qtbot.wait(10)
    return dialog


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("template", [Template(), FULL], ids=["empty", "full"])
def test_it_holds_to_the_rules(look: Look, qtbot: QtBot, appearance, zoom, template) -> None:
    look.wear(appearance, zoom=zoom)
    dialog = opened(look, qtbot, template)
    for found in (unnamed(dialog), small_targets(dialog), rich_labels(dialog), cut_off(dialog), overlapping(dialog)):
        assert found == []
    assert dialog.buttons["leave"].hasFocus() or dialog.focusWidget() is dialog.buttons["leave"]
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert heard == ["leave"]


def test_what_is_shown_comes_out_the_same(look: Look, qtbot: QtBot) -> None:
    for template in (Template(), FULL):
        dialog = opened(look, qtbot, template)
        assert dialog.template == template
        dialog.reject()


def test_every_field_is_typed(look: Look, qtbot: QtBot) -> None:
    dialog = opened(look, qtbot, Template())
    for name, line in dialog.fields.items():
        qtbot.keyClicks(line, f"tekst {name}")
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    dialog.buttons["keep"].click()
    assert heard == ["keep"]
    made = dialog.template
    assert (made.organisation, made.kind) == ("tekst organisation", "tekst kind")
    assert (made.portfolio, made.case_number) == ("tekst portfolio", "tekst case_number")


def test_a_field_takes_no_more_than_a_template_holds(look: Look, qtbot: QtBot) -> None:
    dialog = opened(look, qtbot, Template())
    dialog.fields["kind"].insert("x" * 500)
    assert len(dialog.template.kind) == 120
    dialog.reject()


def test_a_chapter_is_renamed_by_keyboard(look: Look, qtbot: QtBot) -> None:
    dialog = opened(look, qtbot, Template())
    table = dialog.chapters.table
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClicks(table, "F")
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert "Besluiten en argumenten" in editor.accessibleName()
    qtbot.keyClicks(editor, "inancien")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.template.headings == {Chapter.DECISIONS: "Financien"})
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert dialog.template == Template()
    dialog.reject()


def test_a_name_that_is_that_of_the_program_is_no_own_name(look: Look, qtbot: QtBot) -> None:
    dialog = opened(look, qtbot, Template())
    model = dialog.chapters.model
    assert model.setData(model.index(0, 1), f" {TITLES[Chapter.QUESTION]}\x07 ")
    assert dialog.template.headings == {}
    assert not model.setData(model.index(0, 0), "vast")
    dialog.reject()


def test_chapters_move_by_keyboard_and_by_button(look: Look, qtbot: QtBot) -> None:
    dialog = opened(look, qtbot, Template())
    chapters, table = dialog.chapters, dialog.chapters.table
    assert not chapters.up.isEnabled()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.template.order[:2] == (Chapter.DECISIONS, Chapter.QUESTION)
    assert table.currentIndex().row() == 1
    chapters.up.click()
    assert dialog.template.order == ()
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.template.order == ()
    for _ in range(2 * len(Chapter)):
        chapters.down.click()
    assert dialog.template.order[-1] is Chapter.QUESTION
    assert not chapters.down.isEnabled()
    dialog.reject()


def test_a_logo_comes_and_goes(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(look, qtbot, Template())
    assert not dialog.remove.isEnabled()
    assert not dialog.logo.isVisible()
    path = tmp_path / "logo.png"
    path.write_bytes(picture())
    dialog.take_logo(path)
    assert dialog.logo.isVisible()
    assert dialog.template.logo_bytes.startswith(b"\x89PNG")
    dialog.remove.click()
    assert dialog.template == Template()
    dialog.reject()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", picture()[:60], None], ids=str)
def test_a_bad_logo_leaves_the_old_one(look: Look, qtbot: QtBot, tmp_path: Path, data) -> None:
    dialog = opened(look, qtbot, FULL)
    path = tmp_path / "logo.png"
    if data is not None:
        path.write_bytes(data)
    dialog.take_logo(path)
    assert dialog.message.text().endswith(".")
    assert dialog.template == FULL
    dialog.reject()


def test_a_template_goes_to_a_file_and_comes_back(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.json"
    first = opened(look, qtbot, FULL)
    first.save_file(path)
    assert path.name in first.message.text()
    assert read_template(path.read_bytes()) == FULL
    first.reject()
    second = opened(look, qtbot, Template())
    second.take_file(path)
    assert second.template == FULL
    second.back_to_standard()
    assert second.template == Template()
    second.reject()


@pytest.mark.parametrize("data", [b"{}", b"geen json", template_bytes(FULL)[:-80], b"x" * 4_000_000], ids=len)
def test_a_bad_file_changes_nothing(look: Look, qtbot: QtBot, tmp_path: Path, data) -> None:
    path = tmp_path / "sjabloon.json"
    path.write_bytes(data)
    dialog = opened(look, qtbot, FULL)
    dialog.take_file(path)
    assert dialog.template == FULL
    assert dialog.message.isVisible()
    dialog.save_file(tmp_path / "geen" / "map.json")
    assert "bestaat niet" in dialog.message.text()
    dialog.reject()


def test_file_dialogs_are_dutch_and_begin_in_the_folder(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(look, qtbot, Template(), tmp_path)
    for word in ("Logo kiezen", "Uit een bestand inlezen", "Bewaar als bestand"):
        button = next(b for b in dialog.findChildren(type(dialog.choose)) if b.words == word)
        button.click()
        files = next(d for d in dialog.findChildren(QFileDialog) if d.isVisible())
        assert Path(files.directory().absolutePath()) == tmp_path
        assert files.windowTitle().split()[0] in ("Logo", "Sjabloon")
        files.reject()
        QApplication.processEvents()
    dialog.reject()
