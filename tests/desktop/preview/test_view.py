"""The preview as somebody uses it: live, stopped, searched, saved, opened, let go of."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.preview import maker as maker_module
from desktop.preview.geometry import Fit
from desktop.preview.making import Made, Wish, file_name, make
from desktop.preview.saving import FileFormat
from desktop.preview.view import PreviewView
from desktop.report.edition import DocumentKind
from desktop.report.template import Template
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from desktop.window.places import Here, What
from models.dossier import dossier_from_values
from models.storage.library import Library
from models.vocabulary import StepId
from tests.desktop.preview.conftest import answering, finished, of_window, process
from tests.desktop.window.conftest import press, settle
from tests.models.samples import example


def words(window: MainWindow) -> str:
    return window.toast.words.text()


# --- live


def test_an_edit_shows_in_the_pages_at_the_place_where_one_was(preview: PreviewView, qtbot: QtBot) -> None:
    before = preview.shown
    assert before is not None and preview.pages.count > 5
    preview.pages.go_to(3)
    preview.context.editor.put(("title",), "Een heel andere naam")
    assert preview.maker.busy and preview.line.words.text() == "Het afdrukvoorbeeld wordt bijgewerkt."
    assert preview.shown is before and preview.pages.count > 5
    finished(preview, qtbot)
    after = preview.shown
    assert after is not None and after.data != before.data
    assert after.wish.dossier.title == "Een heel andere naam"
    assert preview.pages.page == 3
    assert preview._pages is not None and "heel andere naam" in " ".join(preview._pages.text(0).split())
    assert "controlecode" in preview.line.words.text()


def test_the_pages_are_those_of_the_command_line(preview: PreviewView, made: Made) -> None:
    """The window knows the advice already, and a library without records beside it changes nothing."""
    assert preview.shown is not None and preview.shown.wish.advice is not None
    assert preview.shown.data == made.data


def test_undo_shows_in_the_pages_too(preview: PreviewView, qtbot: QtBot) -> None:
    first = preview.shown
    preview.context.editor.put(("title",), "Anders")
    finished(preview, qtbot)
    of_window(preview).undo()
    assert of_window(preview).here == Here(What.PREVIEW)
    finished(preview, qtbot)
    assert first is not None and preview.shown is not None and preview.shown.data == first.data


def test_out_of_sight_nothing_is_made_until_somebody_looks(preview: PreviewView, qtbot: QtBot) -> None:
    view, before = of_window(preview), preview.shown
    view.open_step(StepId.OPGAVE)
    view.editor.put(("title",), "Anders")
    qtbot.wait(50)
    assert not preview.maker.busy and preview.shown is before
    view.open_preview()
    assert preview.maker.busy
    finished(preview, qtbot)
    assert preview.shown is not None and preview.shown.wish.dossier.title == "Anders"
    view.open_step(StepId.OPGAVE)
    view.open_preview()
    assert not preview.maker.busy


# --- progress


class Slow:
    """Makes nothing until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = threading.Event()
        monkeypatch.setattr(maker_module, "make", self)

    def __call__(self, wish: Wish, tell: Callable[[float], object]) -> Made:
        while not self.gate.wait(0.005):
            tell(0.4)
        return make(wish, tell)


def test_after_half_a_second_there_is_a_bar_and_a_way_to_stop(
    preview: PreviewView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, before, line = Slow(monkeypatch), preview.shown, preview.line
    preview.renew()
    settle(qtbot)
    assert not line.bar.isVisible() and not line.stop.isVisible()
    qtbot.waitUntil(lambda: line.bar.isVisible() and line.stop.isVisible(), timeout=3000)
    assert line.bar.value() == 40 and line.bar.accessibleName() == "Het afdrukvoorbeeld wordt bijgewerkt."
    line.stop.setFocus()
    press(line, Qt.Key.Key_Space)
    assert not preview.maker.busy and not line.bar.isVisible()
    assert line.words.text() == "Het afdrukvoorbeeld is niet bijgewerkt."
    assert line.again.hasFocus() and preview.shown is before and preview.pages.count > 0
    slow.gate.set()
    press(line, Qt.Key.Key_Space)
    finished(preview, qtbot)
    assert preview.shown is not before and not line.again.isVisible()


def test_closing_the_window_while_it_runs_leaves_nothing(
    preview: PreviewView, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    Slow(monkeypatch)
    preview.renew()
    qtbot.wait(30)
    window.close_dossier()
    process()
    assert all(not thread.name.startswith("vormwijzer") for thread in threading.enumerate())


def test_a_mistake_of_the_program_is_told_and_can_be_tried_again(
    preview: PreviewView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_wish: Wish, _tell: object) -> Made:
        raise ValueError("a mistake")

    monkeypatch.setattr(maker_module, "make", fails)
    with qtbot.captureExceptions() as found:
        preview.renew()
        qtbot.waitUntil(lambda: not preview.maker.busy, timeout=5000)
        process()
    assert [kind for kind, *_ in found] == [ValueError]
    assert preview.line.words.text() == "Het afdrukvoorbeeld kon niet worden gemaakt."
    monkeypatch.setattr(maker_module, "make", make)
    preview.line.again.click()
    finished(preview, qtbot)
    assert "controlecode" in preview.line.words.text()


# --- choices


def test_each_document_can_be_chosen_and_says_when_it_is_internal(preview: PreviewView, qtbot: QtBot) -> None:
    choices, made = preview.choices, dict[DocumentKind, bytes]()
    for kind in DocumentKind:
        of_window(preview).open_preview(kind.value)
        finished(preview, qtbot)
        assert preview.shown is not None and preview.shown.kind is kind
        made[kind] = preview.shown.data
        assert choices.warning.isVisible() is (kind is DocumentKind.APPROVALS)
    assert len(set(made.values())) == len(DocumentKind)
    choices.choose(DocumentKind.ADVICE)
    finished(preview, qtbot)
    public = preview.shown
    choices.intern.setFocus()
    press(choices, Qt.Key.Key_Space)
    assert choices.warning.isVisible()
    finished(preview, qtbot)
    assert public is not None and preview.shown is not None and preview.shown.internal
    assert preview.shown.data != public.data and preview.shown.content_hash == public.content_hash
    assert file_name(preview.shown, "pdf").endswith("- adviesrapport intern.pdf")
    assert preview.line.words.text().startswith("Intern, niet openbaar · ")


def test_another_template_is_kept_and_shows(preview: PreviewView, window: MainWindow, qtbot: QtBot) -> None:
    preview._keep_template(Template(kind="Raadsvoorstel van hier"))
    finished(preview, qtbot)
    assert preview._around.templates is not None
    assert preview._around.templates.load().kind == "Raadsvoorstel van hier"
    assert preview.shown is not None and preview.shown.wish.edition.template.kind == "Raadsvoorstel van hier"
    preview.choices.template.click()
    process()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    process()


# --- searching


def test_search_marks_counts_and_goes_round(preview: PreviewView, qtbot: QtBot) -> None:
    view = of_window(preview)
    press(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert preview.tools.search.hasFocus() and view.here == Here(What.PREVIEW)
    QTest.keyClicks(preview.tools.search, "gemeenten")
    assert preview._search is not None
    count = len(preview._search.hits)
    assert count > 2 and preview.tools.found.text() == f"1 van {count}"
    press(preview, Qt.Key.Key_Return)
    assert preview.tools.found.text() == f"2 van {count}"
    press(preview, Qt.Key.Key_F3)
    press(preview, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    press(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.tools.found.text() == f"1 van {count}"
    press(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.tools.found.text() == f"{count} van {count}"
    hit = preview._search.here
    assert hit is not None and hit.page in preview.pages._sheets.within(
        preview.pages.verticalScrollBar().value(),
        preview.pages.verticalScrollBar().value() + preview.pages.viewport().height(),
    )
    preview.context.editor.put(("title",), "Gemeenten van hier")
    finished(preview, qtbot)
    assert preview.tools.found.text().endswith(f" van {len(preview._search.hits)}")
    press(view, Qt.Key.Key_Escape)
    assert preview.tools.search.text() == "" and preview.tools.found.text() == ""
    assert view.here == Here(What.PREVIEW)
    press(view, Qt.Key.Key_Escape)
    assert view.here == Here(What.TASKS)


# --- leafing


def test_keyboard_leads_everywhere(preview: PreviewView, window: MainWindow) -> None:
    tools, pages = preview.tools, preview.pages
    assert pages.hasFocus()
    tools.number.setFocus()
    tools.number.selectAll()
    QTest.keyClicks(tools.number, "4")
    press(tools, Qt.Key.Key_Return)
    assert pages.page == 3 and tools.number.text() == "4"
    QTest.keyClicks(tools.number, "99")
    press(tools, Qt.Key.Key_Return)
    assert pages.page == 3 and tools.number.text() == "4"
    tools.onto.click()
    assert pages.page == 4 and tools.number.text() == "5"
    tools.back.click()
    tools.size_box.setFocus()
    for fit in (Fit.PAGE, Fit.WIDTH):
        tools._take_size(fit.value)
        assert pages.fit is fit and tools.size_box.currentData() == fit.value
    tools.larger.click()
    assert pages.fit is Fit.FREE and tools.size_box.currentText().endswith("%")
    preview.contents.list.setFocus()
    preview.contents.list.setCurrentRow(3)
    press(preview, Qt.Key.Key_Return)
    assert pages.page == preview.contents._entries[3].page
    reached, start = set[QWidget](), pages
    start.setFocus()
    for _ in range(80):
        press(window, Qt.Key.Key_Tab)
        held = window.focusWidget()
        assert held is not None and (held.accessibleName() or getattr(held, "text", str)())
        reached.add(held)
        if held is start:
            break
    wanted = (preview.save, preview.print, preview.open, preview.choices.kind_box, preview.choices.intern)
    more = (preview.choices.fields, preview.choices.template, tools.contents, tools.number, tools.size_box)
    last = (tools.search, tools.text, preview.contents.list, pages, preview.back)
    assert reached >= {*wanted, *more, *last}


def test_the_text_of_the_page_can_be_shown_and_follows(preview: PreviewView) -> None:
    preview.tools.text.click()
    box = preview.page_text
    assert box.isVisible() and box.text.accessibleName() == "Tekst van pagina 1"
    preview.pages.go_to(2)
    assert box.text.accessibleName() == "Tekst van pagina 3" and len(box.text.toPlainText()) > 100
    assert "\ufffe" not in box.text.toPlainText()
    preview.tools.text.click()
    assert not box.isVisible()


def test_back_leads_to_where_one_was(opened: Callable[..., DossierView], qtbot: QtBot) -> None:
    view = opened()
    for go, here in (
        (view.show_tasks, Here(What.TASKS)),
        (view.show_findings, Here(What.FINDINGS)),
        (lambda: view.open_step(StepId.PARTNERS), Here(What.STEP, StepId.PARTNERS)),
        (lambda: view.open_check(StepId.PARTNERS), Here(What.CHECK, StepId.PARTNERS)),
    ):
        go()
        press(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert view.here == Here(What.PREVIEW) and view.part == "Afdrukvoorbeeld"
        view.files.preview.back.click()
        assert view.here == here


# --- saving


def test_saving_writes_the_very_bytes_and_one_record(
    preview: PreviewView, window: MainWindow, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    target, shown = tmp_path / "advies.pdf", preview.shown
    assert shown is not None
    preview.desk.ask_file = answering(target)
    preview.save_menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: words(window) == "Het document staat in advies.pdf.", timeout=10_000)
    assert target.read_bytes() == shown.data
    found = library.find_export(shown.sha256)
    assert found is not None
    assert found[0] == shown.wish.dossier.id
    assert (found[1].kind, found[1].content_hash) == ("advies", shown.content_hash)
    assert len(library.exports(shown.wish.dossier.id)) == 1
    assert window.settings.last_folder == tmp_path
    preview.save_menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(library.exports(shown.wish.dossier.id)) == 2, timeout=10_000)


@pytest.mark.parametrize("kind", [FileFormat.DOCX, FileFormat.ODT])
def test_a_word_processor_gets_the_same_document_and_leaves_no_record(
    kind: FileFormat, preview: PreviewView, window: MainWindow, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    target, shown = tmp_path / f"advies.{kind.value}", preview.shown
    assert shown is not None
    preview.desk.ask_file = answering(target)
    preview.desk.save(kind)
    qtbot.waitUntil(lambda: words(window) == f"Het document staat in {target.name}.", timeout=20_000)
    assert target.read_bytes()[:2] == b"PK"
    assert library.exports(shown.wish.dossier.id) == ()


def test_what_cannot_be_written_is_said_and_leaves_nothing(
    preview: PreviewView, window: MainWindow, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    preview.desk.ask_file = answering(tmp_path / "nergens" / "advies.pdf")
    preview.desk.save(FileFormat.PDF)
    qtbot.waitUntil(lambda: words(window).startswith("Het document kon niet"), timeout=10_000)
    assert preview.shown is not None
    assert library.exports(preview.shown.wish.dossier.id) == ()


def test_while_it_is_made_nothing_old_is_saved(preview: PreviewView, window: MainWindow, tmp_path: Path) -> None:
    asked: list[object] = []
    preview.desk.ask_file = lambda *arguments: asked.append(arguments)
    preview.context.editor.put(("title",), "Anders")
    for act in (lambda: preview.desk.save(FileFormat.PDF), preview.desk.print, preview.desk.open):
        act()
        assert words(window).startswith("Het afdrukvoorbeeld wordt nog gemaakt")
    assert asked == []


def test_an_example_is_saved_without_a_library(
    opened: Callable[..., DossierView], window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view = opened(dossier_from_values(example("netwerk")), read_only=True)
    view.open_preview()
    shown = view.files.preview
    finished(shown, qtbot)
    shown.desk.ask_file = answering(tmp_path / "a.pdf")
    shown.desk.save(FileFormat.PDF)
    qtbot.waitUntil(lambda: words(window) == "Het document staat in a.pdf.", timeout=10_000)
    assert shown.shown is not None and (tmp_path / "a.pdf").read_bytes() == shown.shown.data


# --- printing and other programs


def test_without_a_printer_it_says_so(preview: PreviewView, window: MainWindow) -> None:
    preview.desk.ask_printer = lambda *_: None
    preview.print.click()
    assert words(window).startswith("Er is geen printer gevonden.")


def test_printing_shows_how_far_it_is_and_can_be_stopped(
    preview: PreviewView, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtCore import QSizeF
    from PySide6.QtPrintSupport import QPrinter

    from desktop.preview.printing import printer_for

    printer = printer_for("Proef", QSizeF(595, 842))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "druk.pdf"))

    def ask(*arguments: object) -> object:
        then = arguments[-1]
        assert callable(then)
        then(printer)
        return printer

    preview.desk.ask_printer = ask
    preview.print.click()
    assert preview.print_line.isVisible() and preview.desk.printing is not None
    preview.print.click()
    assert words(window) == "Er wordt al een document afgedrukt."
    qtbot.waitUntil(lambda: preview.print_line.stop.isVisible(), timeout=5000)
    preview.print_line.stop.click()
    assert words(window) == "Het afdrukken is gestopt."
    assert not preview.print_line.isVisible() and preview.desk.printing is None


@pytest.mark.skipif(not hasattr(stat, "S_IMODE"), reason="modes of files")
def test_another_program_gets_a_copy_that_it_cannot_change(preview: PreviewView, window: MainWindow) -> None:
    opened_files: list[Path] = []

    def open_file(path: Path) -> bool:
        opened_files.append(path)
        return len(opened_files) < 3

    preview.desk.viewer._open = open_file
    preview.open.click()
    preview.open.click()
    copy = opened_files[0]
    assert preview.shown is not None and copy.read_bytes() == preview.shown.data
    assert opened_files[1] == copy
    assert stat.S_IMODE(copy.stat().st_mode) == 0o400
    assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == 0o700
    preview.open.click()
    assert words(window).startswith("Er is geen programma gevonden")
    window.close_dossier()
    assert not copy.exists()


# --- room


@pytest.mark.parametrize(
    ("width", "height", "zoom", "folds", "least"),
    [(1280, 720, 1.0, False, 350), (960, 600, 1.0, True, 300), (1280, 720, 2.0, True, 200), (960, 600, 2.5, True, 60)],
)
def test_the_pages_keep_room_and_the_choices_can_be_reached(
    preview: PreviewView,
    window: MainWindow,
    qtbot: QtBot,
    width: int,
    height: int,
    zoom: float,
    folds: bool,
    least: int,
) -> None:
    window.resize(width, height)
    window.take_settings(window.settings._replace(zoom=zoom))
    settle(qtbot)
    assert (window.width(), window.height()) == (width, height)
    assert preview.pages.height() >= least
    assert preview.fold.isVisible() is folds
    if folds:
        preview.fold.click()
    assert preview.choices.kind_box.isVisible()
