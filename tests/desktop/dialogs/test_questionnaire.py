"""The dialog that reads filled forms, and saving empty ones."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.questionnaire import QuestionnaireDialog
from desktop.dialogs.questionnaire_files import choose_forms, save_all_forms, save_one_form
from desktop.dialogs.questionnaire_saver import FormSaver, SavingDialog
from desktop.editor import DossierEditor
from desktop.questionnaire.form import questionnaire_pdf
from desktop.questionnaire.reading import read_questionnaire
from models.dossier import Dossier
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.vocabulary import CriterionId
from tests.desktop.questionnaire.forms import by_pikepdf, dossier_with
from tests.wizards.audit import cut_off, overlapping, rich_labels, small_targets, unnamed
from wizards.look.look import Look

ROUTINE = "stelling.routine.antwoord"
Maker = Callable[..., tuple[QuestionnaireDialog, DossierEditor]]


@pytest.fixture
def forms(knowledge: Knowledge, tmp_path: Path) -> dict[str, Path]:
    """A form of p1 that differs from the dossier, one for anybody, and no form at all."""
    dossier = dossier_with()
    made = {
        "p1": by_pikepdf(questionnaire_pdf(dossier, knowledge, "p1"), {ROUTINE: "antwoord-4", "vraag.reden": "<b>Zo"}),
        "blank": by_pikepdf(questionnaire_pdf(dossier, knowledge), {ROUTINE: "antwoord-3", "wie.organisatie": "Wij"}),
        "broken": b"geen pdf",
    }
    paths = {name: tmp_path / f"{name}.pdf" for name in made}
    for name, data in made.items():
        paths[name].write_bytes(data)
    return paths


@pytest.fixture
def maker(look: Look, knowledge: Knowledge, qtbot: QtBot) -> Iterator[Maker]:
    """Makes the dialog on a real editor."""
    editors: list[DossierEditor] = []

    def make(
        files: Sequence[Path] = (),
        dossier: Dossier | None = None,
    ) -> tuple[QuestionnaireDialog, DossierEditor]:
        answered = with_value(dossier_with(), ("vorm", "answers", "routine", "partners", "p1"), 1)
        editor = DossierEditor(dossier or answered, knowledge)
        editors.append(editor)
        dialog = QuestionnaireDialog(look, None, editor, files)
        dialog.open()
        qtbot.wait(10)
        return dialog, editor

    yield make
    for editor in editors:
        editor.close()


def said_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_nothing_is_taken_before_somebody_says_so(maker: Maker, forms: dict[str, Path]) -> None:
    dialog, editor = maker([forms["p1"]])
    before = editor.dossier
    words = said_in(dialog)
    assert "Gemeente 1: 1 van de 13 stellingen beantwoord, 1 van de 13 vragen." in words
    assert "in het dossier staat 1, in het formulier 4." in words
    dialog.buttons["neither"].click()
    assert editor.dossier is before
    assert not editor.can_undo


def test_taking_over_is_one_step_of_undo(maker: Maker, forms: dict[str, Path]) -> None:
    dialog, editor = maker([forms["p1"]])
    before, heard, told = editor.dossier, [], []
    dialog.chosen.connect(heard.append)
    editor.said.connect(told.append)
    dialog.buttons["take"].click()
    assert heard == ["take"]
    assert told == ["Vragenlijst van Gemeente 1 overgenomen."]
    assert editor.dossier.partners.partners[0].intake.answers == {"reden": "<b>Zo"}
    assert editor.dossier.vorm.answers[CriterionId.ROUTINE].partners == {"p1": 1}
    editor.undo()
    assert editor.dossier == before
    assert not editor.can_undo


def test_the_form_may_win(maker: Maker, forms: dict[str, Path], qtbot: QtBot) -> None:
    dialog, editor = maker([forms["p1"]])
    pill = dialog.cards[0].on_difference._buttons["vervang"]
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    dialog.buttons["take"].click()
    assert editor.dossier.vorm.answers[CriterionId.ROUTINE].partners == {"p1": 4}


def test_a_form_for_anybody_asks_whose_it_is(maker: Maker, forms: dict[str, Path]) -> None:
    dialog, editor = maker([forms["blank"]])
    assert dialog.buttons["take"].isHidden()
    assert "Ingevuld door “Wij”." in said_in(dialog)
    combo = dialog.cards[0].partner
    assert combo is not None
    combo.show_value("p2")
    combo.activated.emit(combo.currentIndex())
    assert "Gemeente 2: 1 van de 13" in said_in(dialog)
    dialog.buttons["take"].click()
    assert editor.dossier.vorm.answers[CriterionId.ROUTINE].partners == {"p1": 1, "p2": 3}


def test_a_file_that_is_no_form_says_so_and_stops_nothing(maker: Maker, forms: dict[str, Path]) -> None:
    dialog, editor = maker([forms["broken"], forms["p1"]])
    words = said_in(dialog)
    assert "Dit bestand is geen goede pdf." in words
    assert "1 van de 2 formulieren kunt u overnemen." in words
    dialog.buttons["take"].click()
    assert editor.can_undo


def test_files_can_be_dropped(maker: Maker, forms: dict[str, Path]) -> None:
    dialog, _ = maker()
    assert "Er is nog geen formulier gekozen." in said_in(dialog)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(forms["p1"])), QUrl("https://voorbeeld.nl/x.pdf")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.dragEnterEvent(entered)
    assert entered.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert len(dialog.forms) == 1
    assert not dialog.buttons["take"].isHidden()


def test_no_more_than_a_hundred(maker: Maker, forms: dict[str, Path]) -> None:
    dialog, _ = maker([forms["broken"]] * 120)
    assert len(dialog.forms) == 100


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_it_holds_to_what_every_screen_must(maker: Maker, forms: dict[str, Path], look: Look, zoom: float) -> None:
    look.wear(zoom=zoom)
    dialog, _ = maker(list(forms.values()))
    for found in (unnamed(dialog), small_targets(dialog), rich_labels(dialog), cut_off(dialog), overlapping(dialog)):
        assert found == []
    assert dialog.height() <= max(dialog.screen().availableGeometry().height(), dialog.minimumHeight())


def test_an_example_stays_as_it_is(look: Look, knowledge: Knowledge, forms: dict[str, Path], qtbot: QtBot) -> None:
    editor = DossierEditor(dossier_with(), knowledge, read_only=True)
    dialog = QuestionnaireDialog(look, None, editor, [forms["p1"]])
    dialog.open()
    with qtbot.waitSignal(editor.refused):
        dialog.buttons["take"].click()
    assert editor.dossier == dossier_with()
    editor.close()


def test_saving_one_form(look: Look, knowledge: Knowledge, qtbot: QtBot, tmp_path: Path) -> None:
    parent, told = QWidget(), list[str]()
    qtbot.addWidget(parent)
    dialog = save_one_form(parent, dossier_with(), knowledge, "p2", told.append, tmp_path)
    assert dialog.selectedFiles()[0].endswith("vragenlijst-gemeente-2.pdf")
    dialog.fileSelected.emit(str(tmp_path / "leeg.pdf"))
    assert told == ["De lege vragenlijst staat in leeg.pdf."]
    assert read_questionnaire((tmp_path / "leeg.pdf").read_bytes()).mark.partner == "p2"
    dialog.fileSelected.emit(str(tmp_path / "nergens" / "leeg.pdf"))
    assert len(told) == 2
    dialog.close()


def test_saving_a_form_for_each_partner(look: Look, knowledge: Knowledge, qtbot: QtBot, tmp_path: Path) -> None:
    parent, told = QWidget(), list[str]()
    qtbot.addWidget(parent)
    saver = FormSaver(parent)
    saver.said.connect(told.append)
    counts: list[int] = []
    saver.progressed.connect(counts.append)
    dialog = save_all_forms(parent, dossier_with(2), knowledge, saver, tmp_path)
    with qtbot.waitSignal(saver.finished, timeout=20_000):
        dialog.filesSelected.emit([str(tmp_path)])
        dialog.filesSelected.emit([str(tmp_path)])
    assert told == ["Er worden al vragenlijsten gemaakt.", f"2 lege vragenlijsten staan in de map {tmp_path.name}."]
    assert counts == [0, 1, 2]
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    with qtbot.waitSignal(saver.finished, timeout=20_000):
        dialog.filesSelected.emit([str(tmp_path / "nergens")])
    assert told[-1].startswith("Dit bestand of deze map bestaat niet.")
    dialog.close()
    empty = save_all_forms(parent, dossier_with(0), knowledge, saver, tmp_path)
    empty.filesSelected.emit([str(tmp_path)])
    assert told[-1] == "Er zijn nog geen partners. Voeg ze eerst toe."
    empty.close()
    saver.wait()


def test_stopping_keeps_what_is_written(look: Look, knowledge: Knowledge, qtbot: QtBot, tmp_path: Path) -> None:
    saver, told = FormSaver(), list[str]()
    saver.said.connect(told.append)
    dialogs: list[SavingDialog] = []

    def show(total: int) -> None:
        dialogs.append(SavingDialog(look, None, saver, total))
        dialogs[0].open()

    saver.started.connect(show)
    saver.progressed.connect(lambda done: dialogs[0].buttons["stop"].click() if done == 1 else None)
    with qtbot.waitSignal(saver.finished, timeout=30_000):
        saver.save(dossier_with(40), knowledge, tmp_path)
    written = len(list(tmp_path.glob("*.pdf")))
    assert 1 <= written < 40
    assert told[-1].startswith("Gestopt. ")
    assert str(written) in told[-1]
    saver.wait()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_progress_closes_by_itself(look: Look, knowledge: Knowledge, qtbot: QtBot, tmp_path: Path, zoom: float) -> None:
    look.wear(zoom=zoom)
    saver, heard = FormSaver(), list[str]()
    dialog = SavingDialog(look, None, saver, 2)
    dialog.chosen.connect(heard.append)
    dialog.open()
    qtbot.wait(10)
    for found in (unnamed(dialog), small_targets(dialog), rich_labels(dialog), cut_off(dialog), overlapping(dialog)):
        assert found == []
    with qtbot.waitSignal(saver.finished, timeout=20_000):
        saver.save(dossier_with(2), knowledge, tmp_path)
    assert heard == ["done"]
    saver.wait()


def test_choosing_forms(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    parent, got = QWidget(), []
    qtbot.addWidget(parent)
    dialog = choose_forms(parent, tmp_path, got.append)
    dialog.filesSelected.emit([str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")])
    assert got == [(tmp_path / "a.pdf", tmp_path / "b.pdf")]
    dialog.close()
