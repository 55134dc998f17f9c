"""The desk of a dossier over a real library: read, frozen and noted off the GUI thread, everything worded."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.autosave import Autosave
from desktop.editor import DossierEditor
from desktop.signoff import DossierDesk
from models.advice.fingerprint import dossier_hash
from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.signoff.approvals import Standing
from models.signoff.comparison import compare
from models.storage.library import Library
from models.storage.records import Adoption, Revision, Signature, SignatureAct
from tests.models.samples import full
from tests.models.signoff.samples import adoption, approval, signature

TODAY = date(2026, 3, 5)


class Watched(Library):
    """The library; remembers whether it was used on the GUI thread, and can be disturbed before a version is frozen."""

    on_gui: list[str]
    before_freeze: Callable[[], object]

    def freeze(self, *args: Any) -> Revision:
        self._note("freeze")
        self.before_freeze()
        return super().freeze(*args)

    def revisions(self, dossier_id: str) -> tuple[Revision, ...]:
        self._note("revisions")
        return super().revisions(dossier_id)

    def _note(self, what: str) -> None:
        if current_thread() is main_thread():
            self.on_gui.append(what)


class Office:
    """An open dossier with its library, editor, autosave and desk."""

    def __init__(self, path: Path, dossier: Dossier, knowledge: Knowledge) -> None:
        self.library = Watched.open(path)
        self.library.on_gui, self.library.before_freeze = [], lambda: None
        self.library.save(dossier)
        self.editor = DossierEditor(dossier, knowledge)
        self.autosave = Autosave(self.editor, self.library)
        self.desk = DossierDesk(self.editor, self.library, self.autosave.flush, today=lambda: TODAY)
        self.failed: list[str] = []
        self.said: list[str] = []
        self.copies: list[Dossier] = []
        self.desk.failed.connect(self.failed.append)
        self.desk.said.connect(self.said.append)
        self.desk.copied.connect(self.copies.append)
        self.settle()

    def settle(self) -> None:
        """Wait for the background, and for what comes of it."""
        while self.desk.busy:
            self.desk._background.wait()

    def freeze(self, name: str = "Voor het college") -> Revision:
        """Freeze, and give the version."""
        done: list[bool] = []
        self.desk.freeze(name, lambda: done.append(True))
        self.settle()
        assert done == [True], self.failed
        current = self.desk.sign_off.current
        assert current is not None
        return current

    def close(self) -> None:
        self.desk.close()
        self.autosave.close()
        self.editor.close()
        self.library.close()


@pytest.fixture
def office(tmp_path: Path, knowledge: Knowledge, qtbot: QtBot) -> Iterator[Office]:
    made = Office(tmp_path / "mijn-dossiers.db", dossier_from_values(full()), knowledge)
    yield made
    made.close()


def test_what_is_frozen_is_what_is_seen(office: Office, knowledge: Knowledge) -> None:
    office.editor.put(("opgave", "question"), "Wat nu?")  # not saved yet
    revision = office.freeze("  Voor de raad ")
    assert (revision.number, revision.name) == (1, "Voor de raad")
    assert revision.content_hash == dossier_hash(office.editor.dossier, office.editor.insight.advice, knowledge)
    side = office.desk.side(revision.id)
    assert side is not None
    assert side.dossier == office.library.load(office.editor.dossier.id)
    assert side.dossier.opgave.question == "Wat nu?"
    assert compare(side, office.desk.now).empty
    assert office.said == ["De versie is vastgelegd."]
    assert office.library.on_gui == []


def test_records_are_noted_and_read_back(office: Office, tmp_path: Path, knowledge: Knowledge) -> None:
    revision = office.freeze()
    done: list[str] = []
    for record in (
        approval(revision),
        adoption(revision, "raad van Aldermeer", "aldermeer"),
        signature(revision, SignatureAct.RAAD, "aldermeer", "griffier"),
    ):
        office.desk.add(record, lambda: done.append("x"))
        office.settle()
    assert done == ["x"] * 3
    held = office.desk.sign_off
    assert (len(held.approvals), len(held.adoptions), len(held.signatures)) == (1, 1, 1)
    assert office.desk.approvals[0].holds
    other = DossierDesk(office.editor, office.library, lambda: True)
    while other.busy:
        other._background.wait()
    assert other.sign_off == held
    assert other.ready
    other.close()


def test_an_akkoord_lapses_and_comes_back_with_undo(office: Office) -> None:
    office.desk.add(approval(office.freeze()), lambda: None)
    office.settle()
    office.editor.put(("opgave", "question"), "Anders")
    assert office.desk.approvals[0].standing is Standing.LAPSED
    assert office.desk.sign_off.current is None
    office.editor.undo()
    assert office.desk.approvals[0].holds


def test_whoever_changes_an_answer_hears_that_the_akkoord_lapses(office: Office, qtbot: QtBot) -> None:
    office.desk.add(approval(office.freeze()), lambda: None)
    office.settle()
    office.said.clear()
    office.editor.put(("opgave", "question"), "Een andere vraag")
    qtbot.waitUntil(lambda: len(office.said) == 1, timeout=10_000)
    office.editor.put(("opgave", "question"), "Nog een andere vraag")
    qtbot.wait(300)
    office.editor.undo()
    office.editor.undo()
    qtbot.waitUntil(lambda: len(office.said) == 2, timeout=10_000)
    assert office.said[0].startswith("Door deze wijziging vervalt het akkoord.")
    assert office.said[1].endswith("Het akkoord geldt weer.")


def test_a_change_while_freezing_freezes_nothing(office: Office) -> None:
    other = with_value(office.editor.dossier, ("opgave", "question"), "Van een ander venster")
    office.library.before_freeze = lambda: office.library.save(other)
    office.desk.freeze("x", lambda: pytest.fail("nothing was frozen"))
    office.settle()
    assert office.failed == [
        "Het dossier veranderde tijdens het vastleggen. Er is geen versie vastgelegd. Probeer het opnieuw."
    ]
    assert office.library.revisions(other.id) == ()


def test_what_is_not_saved_is_not_frozen(office: Office) -> None:
    desk = DossierDesk(office.editor, office.library, lambda: False)
    desk.failed.connect(office.failed.append)
    desk.freeze("x", lambda: pytest.fail("nothing was frozen"))
    desk.close()
    assert office.failed == ["Het dossier is nog niet opgeslagen. Er is geen versie vastgelegd."]


def test_what_goes_wrong_is_said_in_words(office: Office) -> None:
    revision = office.freeze()
    record = approval(revision)
    for _ in range(2):
        office.desk.add(record, lambda: None)
        office.settle()
    assert len(office.failed) == 1
    assert office.failed[0].startswith("Dit nummer is al in gebruik")
    wrong: Adoption | Signature = adoption(revision, "raad", "aldermeer", content_hash="0" * 64)
    office.desk.add(wrong, lambda: None)
    office.settle()
    assert len(office.failed) == 2
    assert office.desk.sign_off.adoptions == ()


def test_a_copy_starts_from_the_version_without_its_records(office: Office) -> None:
    revision = office.freeze()
    office.editor.put(("opgave", "question"), "Later veranderd")
    office.desk.open_copy(revision.id)
    office.settle()
    (copy,) = office.copies
    assert copy.id != office.editor.dossier.id
    assert copy.title.endswith("(kopie van versie 1)")
    stored = office.library.load(copy.id)
    assert stored == copy
    assert stored.opgave.question != "Later veranderd"
    assert office.library.revisions(copy.id) == ()
    office.desk.open_copy("gone")
    assert office.failed == ["Deze versie is niet te lezen."]


def test_a_version_of_a_newer_program_is_kept_but_not_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = office.freeze()
    document = office.library.revision_document(revision.id)
    newer = document.model_copy(update={"document": {**document.document, "format_version": 999}})
    monkeypatch.setattr(office.library, "revision_document", lambda _id: newer)
    desk = DossierDesk(office.editor, office.library, lambda: True)
    while desk.busy:
        desk._background.wait()
    assert desk.sign_off.revisions == (revision,)
    assert desk.side(revision.id) is None
    assert desk.sign_off.current is None
    desk.close()


def test_reading_again_sees_what_others_noted(office: Office, qtbot: QtBot) -> None:
    revision = office.freeze()
    office.library.add_signature(
        office.editor.dossier.id, signature(revision, SignatureAct.RAAD, "aldermeer", "griffier")
    )
    assert office.desk.sign_off.signatures == ()
    with qtbot.waitSignal(office.desk.changed):
        office.desk.read()
        office.desk.read()  # while the first is on its way
    office.settle()
    assert len(office.desk.sign_off.signatures) == 1
