"""Versies, akkoord, vaststelling and ondertekening on the page, with a real desk over a real library."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.editor import DossierEditor
from desktop.signoff import DossierDesk
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.storage.library import Library
from models.storage.records import SignatureAct, Verdict
from tests.models.samples import full
from tests.models.signoff.samples import adoption, approval, signature
from tests.wizards import audit
from tests.wizards.conftest import Wishes
from tests.wizards.steps.agreement_pages import clicked, crowd, shown
from wizards.context import Context
from wizards.look.look import Look
from wizards.steps.vaststelling import SPEC, VaststellingPage
from wizards.steps.vaststelling_parts.adoption_view import AdoptionView
from wizards.steps.vaststelling_parts.approvals_view import ApprovalsView
from wizards.steps.vaststelling_parts.form import RecordForm
from wizards.steps.vaststelling_parts.signing_view import SigningView
from wizards.steps.vaststelling_parts.versions_view import NOW, VersionsView
from wizards.widgets.buttons import Button
from wizards.widgets.inputs import Combo
from wizards.widgets.read_table import ReadTable
from wizards.widgets.text import Label

RECORDS = ("versies", "akkoord", "vaststelling", "ondertekening")
Open = Callable[..., "Room"]


class Room:
    """The page on screen with its desk."""

    def __init__(self, qtbot: QtBot, context: Context, desk: DossierDesk, editor: DossierEditor) -> None:
        self.qtbot, self.context, self.desk, self.editor = qtbot, context, desk, editor
        self.failed: list[str] = []
        desk.failed.connect(self.failed.append)
        self.settle()
        page = shown(qtbot, context, SPEC)
        assert isinstance(page, VaststellingPage)
        self.page = page

    def settle(self) -> None:
        """Wait for the background, and let the page follow."""
        while self.desk.busy:
            self.desk._background.wait()
        for _ in range(4):
            QApplication.processEvents()

    def view(self, key: str, kind: type[QWidget]) -> QWidget:
        """A view on screen."""
        self.page.open_view(key)
        self.settle()
        return self.page.bodies[key].findChild(kind)

    def press(self, words: str) -> None:
        """Press the button with these words, with the keyboard."""
        button = next(b for b in self.page.findChildren(Button) if b.words == words and b.isVisibleTo(self.page))
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def fill(self, form: RecordForm, **answers: str) -> None:
        """Fill in a form with the keyboard; a choice by its key."""
        for key, text in answers.items():
            control = form.control(key)
            if isinstance(control, Combo):
                control.setCurrentIndex(control.findData(text))
                control.activated.emit(control.currentIndex())
            elif hasattr(control, "_buttons"):
                control._buttons[text].click()
            else:
                control.setFocus()
                control.selectAll()  # type: ignore[attr-defined]
                self.qtbot.keyClicks(control, text)
        self.settle()

    def freeze(self, name: str = "Voor het college") -> None:
        """Freeze by hand."""
        view = self.view("versies", VersionsView)
        assert isinstance(view, VersionsView)
        self.fill(view.form, name=name)
        self.press("Versie vastleggen")
        assert self.failed == []

    def texts(self) -> str:
        """Everything that can be read on screen."""
        return "\n".join(w.text() for w in self.page.findChildren(Label) if w.isVisibleTo(self.page))


@pytest.fixture
def room_of(look: Look, knowledge: Knowledge, wishes: Wishes, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    made: list[tuple[DossierDesk, DossierEditor, Library]] = []

    def make(dossier: Dossier | None = None) -> Room:
        held = dossier or dossier_from_values(full())
        library = Library.open(tmp_path / f"{len(made)}.db")
        library.save(held)
        editor = DossierEditor(held, knowledge)

        def flush() -> bool:
            library.save(editor.dossier)
            return True

        desk = DossierDesk(editor, library, flush, today=lambda: date(2026, 3, 5))
        made.append((desk, editor, library))
        return Room(qtbot, Context(look, editor, wishes, desk), desk, editor)

    yield make
    for desk, editor, library in made:
        desk.close()
        editor.close()
        library.close()


def test_an_example_says_that_it_has_no_records(qtbot: QtBot, context_of: Callable[..., Context]) -> None:
    page = shown(qtbot, context_of(dossier_from_values(full())), SPEC)
    for key in RECORDS:
        page.open_view(key)
        told = [w.text() for w in page.findChildren(Label) if w.isVisibleTo(page)]
        assert "Bij een voorbeeld kan dit niet" in told, key


def test_a_version_is_frozen_and_the_page_says_so(room_of: Open) -> None:
    room = room_of()
    view = room.view("versies", VersionsView)
    assert isinstance(view, VersionsView)
    assert view.state.text() == "Er is nog geen versie van dit dossier vastgelegd."
    room.press("Versie vastleggen")
    assert view.form.message("name") == "Geef de versie een naam. Zo herkent u haar later."
    assert room.desk.sign_off.revisions == ()
    room.freeze("R&D <b>college</b>")
    assert view.state.text() == "Het dossier is nu gelijk aan versie 1."
    assert not view.button.isVisibleTo(room.page)
    assert "Versie 1: R&D <b>college</b>" in room.texts()
    assert view.form.text("name") == ""
    assert room.page.focusWidget() is view.onward  # the form went away with the focus in it
    room.editor.put(("opgave", "question"), "Anders")
    room.settle()
    assert not view.onward.isVisibleTo(room.page)
    assert view.state.text() == "Het dossier is veranderd na versie 1."
    assert view.button.isVisibleTo(room.page)


def test_each_act_has_the_way_to_a_version_and_on(room_of: Open) -> None:
    room = room_of()
    for key in ("akkoord", "vaststelling", "ondertekening"):
        room.page.open_view(key)
        room.press("Naar Versies")
        versions = room.view("versies", VersionsView)
        assert isinstance(versions, VersionsView)
        assert room.page.focusWidget() is versions.form.control("name")
    room.freeze()
    room.press("Naar Akkoord")
    approvals = room.view("akkoord", ApprovalsView)
    assert isinstance(approvals, ApprovalsView)
    assert room.page.focusWidget() is approvals.form.control("name")


def test_what_was_not_sent_is_known(room_of: Open) -> None:
    room = room_of()
    room.freeze()
    view = room.view("akkoord", ApprovalsView)
    assert isinstance(view, ApprovalsView)
    assert view.form.unsent == ()  # the day of today was filled in by the program
    room.fill(view.form, role="jurist", name="B. Bakker", verdict=Verdict.AGREED.value)
    assert [view.form.label(key) for key in view.form.unsent] == ["Naam", "Rol"]
    room.press("Akkoord noteren")
    assert view.form.unsent == ()


def test_the_comparison_that_is_asked_for_is_in_sight(room_of: Open) -> None:
    room = room_of()
    room.freeze("Een")
    room.editor.put(("vaststelling", "why_now"), "De termijn loopt af.")
    view = room.view("versies", VersionsView)
    assert isinstance(view, VersionsView)
    room.page.window().resize(1000, 640)
    room.settle()
    room.press("Vergelijk met nu")
    port, bar = room.page.scroller.viewport(), room.page.scroller.verticalScrollBar()
    assert view.compare.mapTo(port, QPoint(0, 0)).y() < 60 or bar.value() == bar.maximum()
    summary = view.compare.result.summary
    assert summary.text()
    assert 0 < summary.mapTo(port, QPoint(0, summary.height())).y() < port.height()


def test_two_versions_are_compared(room_of: Open) -> None:
    room = room_of()
    room.freeze("Een")
    room.editor.put(("vorm", "answers", "beleid", "joint"), 5)
    room.editor.put(("kosten", "items", "c2", "amounts", "2028"), "950000.00")
    room.editor.put(("vaststelling", "why_now"), "De termijn loopt af.")
    room.freeze("Twee")
    room.editor.put(("opgave", "question"), "Een heel andere vraag")
    view = room.view("versies", VersionsView)
    assert isinstance(view, VersionsView)
    first, second = room.desk.sign_off.revisions
    room.fill(view.compare.form, before=first.id, after=second.id)
    told = room.texts()
    assert "Veranderd zijn: antwoorden in twee onderdelen, het advies, de bedragen en het voorstel." in told
    for words in ("2 van 5", "5 van 5", "2028: € 950.000,00", "De termijn loopt af.", "Matrix, punten van 100"):
        assert words in told, words
    assert "Een heel andere vraag" not in told
    room.fill(view.compare.form, before=second.id, after=NOW)
    assert "Een heel andere vraag" in room.texts()
    assert "5 van 5" not in room.texts()
    room.fill(view.compare.form, before=NOW)
    assert "Kies twee verschillende versies." in room.texts()


def test_a_copy_of_a_version_is_asked_for(room_of: Open) -> None:
    room = room_of()
    room.freeze()
    copies: list[Dossier] = []
    room.desk.copied.connect(copies.append)
    room.press("Openen als kopie")
    assert [copy.title.endswith("(kopie van versie 1)") for copy in copies] == [True]


def test_an_akkoord_is_noted_by_keyboard_and_lapses(room_of: Open) -> None:
    room = room_of()
    view = room.view("akkoord", ApprovalsView)
    assert isinstance(view, ApprovalsView)
    assert "Een akkoord is intern: het is geen besluit en geen ondertekening." in room.texts()
    assert not view.card.isVisibleTo(room.page)
    room.press("Naar Versies")
    assert room.page.current == "versies"
    room.freeze()
    room.view("akkoord", ApprovalsView)
    room.press("Akkoord noteren")
    assert [view.form.message(key) != "" for key in ("name", "role", "verdict", "given_on")] == [
        True,
        True,
        True,
        False,
    ]
    assert view.form.control("name").hasFocus()
    room.fill(
        view.form, name="J. de Wit", role="secretaris", verdict="agreed_with_remark", remark="R&D", given_on="gisteren"
    )
    room.press("Akkoord noteren")
    assert view.form.message("given_on").startswith("Vul een datum in")
    room.fill(view.form, given_on="6-3-2026")
    room.press("Akkoord noteren")
    (state,) = room.desk.approvals
    assert state.holds
    assert (state.approval.verdict, state.approval.remark) == (Verdict.AGREED_WITH_REMARK, "R&D")
    assert state.approval.given_on == date(2026, 3, 6)
    assert "Geldig akkoord: 1. Niet akkoord: 0. Vervallen: 0." in room.texts()
    assert view.form.text("name") == ""
    room.editor.put(("opgave", "question"), "Een heel andere vraag")
    room.settle()
    assert "Vervallen: de antwoorden of het advies zijn veranderd." in room.texts()
    room.press("Wat is er veranderd?")
    assert room.page.current == "versies"
    assert "Een heel andere vraag" in room.texts()
    room.editor.undo()
    room.view("akkoord", ApprovalsView)
    assert "Dit oordeel geldt." in room.texts()


def test_what_no_record_can_hold_is_refused_or_left_out(room_of: Open) -> None:
    room = room_of()
    room.freeze()
    view = room.view("akkoord", ApprovalsView)
    assert isinstance(view, ApprovalsView)
    for key, text in (
        ("name", '<img src="/etc/passwd">\x07\u202eR&D'),
        ("role", "jurist\nen meer"),
        ("remark", "x" * 200_001),
    ):
        view.form.put(key, text)
    room.fill(view.form, verdict="agreed")
    room.press("Akkoord noteren")
    assert view.form.message("remark") == "De tekst is te lang: hoogstens 200.000 tekens."
    assert room.desk.approvals == ()
    view.form.put("remark", "]]>\x00</para>")
    room.press("Akkoord noteren")
    (state,) = room.desk.approvals
    assert state.approval.name == '<img src="/etc/passwd">\u202eR&D'
    assert state.approval.role == "jurist en meer"
    assert state.approval.remark.replace("\ufffd", "") == "]]></para>"
    assert '<img src="/etc/passwd">' in room.texts()
    assert room.failed == []


def test_a_name_without_an_end_leaves_the_page_whole(room_of: Open) -> None:
    room, endless = room_of(), "x" * 100_000
    room.desk.freeze(endless, lambda: None)
    room.settle()
    revision = room.desk.sign_off.revisions[0]
    for record in (
        approval(revision, endless, role=endless, remark=endless),
        adoption(revision, f"raad van {endless}", "aldermeer", number=endless, amendments=endless),
        signature(revision, SignatureAct.RAAD, "aldermeer", f"griffier {endless}", endless),
        signature(revision, SignatureAct.OTHER, "aldermeer", endless, endless),
    ):
        room.desk.add(record, lambda: None)
        room.settle()
    for key in RECORDS:
        room.page.open_view(key)
        room.settle()
        assert room.page.scroller.horizontalScrollBar().maximum() == 0, key
        assert audit.overlapping(room.page) == [], key
        for table in room.page.findChildren(ReadTable):
            assert table.horizontalHeader().length() < 4000, key


def test_a_decision_is_noted(room_of: Open) -> None:
    room = room_of()
    room.freeze()
    view = room.view("vaststelling", AdoptionView)
    assert isinstance(view, AdoptionView)
    label, cells = view.table.sheet.rows[0]
    assert (label, cells[1]) == ("College van Aldermeer", "nog niet")
    room.press("Vaststelling noteren")
    assert view.form.message("partner") == "Kies een partner."
    room.fill(view.form, partner="aldermeer")
    bodies = view.form.control("body")
    assert isinstance(bodies, Combo)
    assert [bodies.itemText(i) for i in range(1, bodies.count())] == ["College", "Burgemeester", "Raad"]
    room.fill(
        view.form,
        body="college van Aldermeer",
        adopted_on="10 maart 2026",
        number="2026-114",
        amendments="Eerder evalueren, want de raad vraagt dat.",
    )
    room.press("Vaststelling noteren")
    (held,) = room.desk.sign_off.adoptions
    assert (held.body, held.number, held.adopted_on) == ("college van Aldermeer", "2026-114", date(2026, 3, 10))
    assert held.revision == room.desk.sign_off.revisions[0].id
    assert view.table.sheet.rows[0][1] == ("besluit", "10\u00a0maart 2026", "2026-114", "versie 1", "ja")
    assert "Eerder evalueren, want de raad vraagt dat." in room.texts()
    assert "ndertekend" not in room.texts()


def test_signatures_are_noted_one_after_another(room_of: Open, wishes: Wishes) -> None:
    room = room_of()
    room.freeze()
    room.desk.add(adoption(room.desk.sign_off.revisions[0], "college van Aldermeer", "aldermeer"), lambda: None)
    room.settle()
    view = room.view("ondertekening", SigningView)
    assert isinstance(view, SigningView)
    assert "ondertekend" not in room.texts().lower().replace("ondertekening", "")
    before = len(view.needs())
    assert view.state.text().startswith("Er zijn nog ")
    room.fill(view.form, act="college", partner="aldermeer")
    assert view.form.text("role") == "burgemeester"
    assert view.form.control("decided_on").isVisibleTo(room.page) is False
    room.fill(view.form, name="A. Jansen", signed_on="11-3-2026")
    room.press("Ondertekening noteren")
    assert view.form.text("role") == "secretaris"
    room.fill(view.form, name="B. Smit")
    room.press("Ondertekening noteren")
    room.fill(view.form, act="agreement", name="A. Jansen")
    assert (view.form.text("role"), view.form.text("decided_on")) == ("burgemeester", "5\u00a0maart 2026")
    room.press("Ondertekening noteren")
    held = room.desk.sign_off.signatures
    assert [(s.act, s.role) for s in held] == [
        (SignatureAct.COLLEGE, "burgemeester"),
        (SignatureAct.COLLEGE, "secretaris"),
        (SignatureAct.AGREEMENT, "burgemeester"),
    ]
    assert held[-1].decided_on == date(2026, 3, 5)
    assert sum(not need.done for need in view.needs()) == before - 3
    for words in ("Afdrukvoorbeeld en pdf", "Een pdf ondertekenen", "Een pdf controleren"):
        room.press(words)
    assert wishes.files == ["advies", "sign", "verify"]


def test_another_paper_is_shown_beside_the_needs(room_of: Open) -> None:
    room = room_of()
    room.freeze()
    view = room.view("ondertekening", SigningView)
    assert isinstance(view, SigningView)
    room.fill(view.form, act="other", partner="brinkhoven", name="C. Bos", role="wethouder")
    room.press("Ondertekening noteren")
    label, cells = view.table.sheet.rows[-1]
    assert label == "Brinkhoven"
    assert cells[:2] == ("Ander stuk", "Wethouder")
    assert cells[2].startswith("C. Bos, ")


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_crowd_fits(room_of: Open, look: Look, qapp: QApplication, zoom: float) -> None:
    look.wear(zoom=zoom)
    look.apply_to(qapp)
    room = room_of(crowd())
    room.page.resize(1032 if zoom == 1.0 else 1280, 668)
    room.freeze("Voor het college van burgemeester en wethouders en daarna voor de raad van elke partner")
    revision = room.desk.sign_off.revisions[0]
    for n in range(3):
        room.desk.add(approval(revision, f"Iemand met een lange naam {n}", remark="Let op. " * 20), lambda: None)
        room.settle()
    room.editor.put(("opgave", "question"), "Anders")
    view = room.view("versies", VersionsView)
    assert isinstance(view, VersionsView)
    room.fill(view.compare.form, before=revision.id, after=NOW)
    for key in RECORDS:
        room.page.open_view(key)
        room.settle()
        assert audit.unnamed(room.page) == [], key
        assert audit.small_targets(room.page) == [], key
        assert audit.rich_labels(room.page) == [], key
        assert audit.cut_off(room.page) == [], key
        assert audit.overlapping(room.page) == [], key
        assert room.page.scroller.horizontalScrollBar().maximum() == 0, key


def test_the_page_follows_the_desk_only_while_it_is_shown(room_of: Open, qtbot: QtBot) -> None:
    room = room_of()
    room.freeze()
    room.page.hide()
    room.desk.add(approval(room.desk.sign_off.revisions[0]), lambda: None)
    room.settle()
    room.page.show()
    view = room.view("akkoord", ApprovalsView)
    assert isinstance(view, ApprovalsView)
    assert "Geldig akkoord: 1." in view.total.text()
    clicked(qtbot, room.page, "Akkoordblad bekijken")
