"""Mijn dossiers behind the start window: everything that one can do with a dossier, and what the list shows."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.cli.main import main
from desktop.library_session import LibrarySession
from desktop.session_memory import SessionMemory, WhereWeWere
from desktop.start.rows import EXAMPLES
from models.dossier import Dossier, DossierError, dossier_from_values
from models.dossier.edit import with_value
from models.flow import Status, mark_finished, mark_rechecks, route, status_of
from models.knowledge import Knowledge
from models.storage.errors import ExchangeError, ImportConflict, LibraryDamaged, NotFound, StorageError
from models.storage.exchange import read_any
from models.storage.records import Ballot, Conflict, ImportOutcome
from models.vocabulary import StepId
from models.workshop.sealed import sealed, unsealed
from tests.models.samples import full, minimal
from tests.models.storage.helpers import asking, make_dossier
from tests.models.workshop.samples import FOURTEEN, NOW, round_of

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)


@pytest.fixture
def session(tmp_path: Path, knowledge: Knowledge) -> Iterator[LibrarySession]:
    session = LibrarySession(tmp_path / "data" / "m.db", knowledge, today=lambda: TODAY)
    yield session
    session.close()


def test_importing_and_making_a_session_loads_no_sqlalchemy(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import desktop.autosave, desktop.session_memory;"
        "from desktop.library_session import LibrarySession; LibrarySession(Path('m.db'), None);"
        "assert 'sqlalchemy' not in sys.modules and 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=120)


def test_nothing_is_made_before_it_is_needed(session: LibrarySession) -> None:
    assert session.close() is None and not session.is_open and not session.path.exists()
    assert session.rows() == () and session.is_open and session.path.exists()


def test_a_new_dossier_is_dated_today_and_saved_from_the_first_second(session: LibrarySession) -> None:
    dossier = session.create("  ICT van drie gemeenten  ")
    assert (dossier.title, dossier.dated, dossier.fictional) == ("ICT van drie gemeenten", TODAY, False)
    assert session.load(dossier.id) == dossier
    assert [row.title for row in session.rows()] == ["ICT van drie gemeenten"]
    assert session.create("Nog een").id != dossier.id
    for title in ("", "   ", "x" * 301):
        with pytest.raises(DossierError):
            session.create(title)
    assert len(session.rows()) == 2


def test_rename_duplicate_archive_and_delete_with_a_way_back(session: LibrarySession) -> None:
    key = session.create("Eerste").id
    session.rename(key, " Tweede ")
    assert session.load(key).title == "Tweede"
    copy = session.duplicate(key)
    assert copy.title == "Tweede (kopie)"
    session.archive(copy.id)
    assert [row.id for row in session.rows()] == [key]
    assert {(row.id, row.archived) for row in session.rows(archived=True)} == {(key, False), (copy.id, True)}
    session.unarchive(copy.id)
    session.delete(key)
    assert [row.id for row in session.rows(archived=True)] == [copy.id]
    session.undelete(key)
    assert {row.id for row in session.rows()} == {key, copy.id}


def test_every_example_opens(session: LibrarySession) -> None:
    opened = {example.name: session.example(example.name) for example in EXAMPLES}
    assert {name for name, dossier in opened.items() if dossier.fictional} == {"lindestreek", "matrix", "netwerk"}
    assert not session.is_open
    for name in ("bestaat-niet", "../knowledge/steps", ""):
        with pytest.raises(NotFound):
            session.example(name)


def test_an_example_can_be_kept_as_ones_own(session: LibrarySession) -> None:
    kept = session.keep_example("matrix")
    assert kept.id != session.example("matrix").id and kept.fictional and kept.dated == TODAY
    assert session.load(kept.id) == kept


# --- files


def test_a_dossier_goes_out_and_comes_in_elsewhere(
    session: LibrarySession, tmp_path: Path, knowledge: Knowledge
) -> None:
    session.library.save(dossier_from_values(full()))
    dossier = session.load("voorbeeld-matrix")
    target = tmp_path / session.export_name(dossier)
    session.export(dossier.id, target)
    other = LibrarySession(tmp_path / "elsewhere" / "m.db", knowledge)
    result = other.bring_in(other.read_file(target))
    assert result.outcome is ImportOutcome.ADDED and other.load(dossier.id) == dossier
    assert other.bring_in(other.read_file(target)).outcome is ImportOutcome.UNCHANGED
    other.close()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ICT: A/B \\ C?", "ICT A B C.vormwijzer"),
        ("../../etc", "etc.vormwijzer"),
        ("???", "dossier.vormwijzer"),
        ("Één dossier (2)", "Één dossier (2).vormwijzer"),
        ("x" * 300, "x" * 80 + ".vormwijzer"),
    ],
)
def test_the_name_of_an_export_fits_every_disk(session: LibrarySession, title: str, name: str) -> None:
    assert session.export_name(make_dossier(title=title)) == name


def conflicting(session: LibrarySession, tmp_path: Path) -> tuple[Dossier, Dossier, Path]:
    """A file with a newer version than the library has, of the same dossier."""
    mine = dossier_from_values(full())
    session.library.save(mine)
    target = tmp_path / "collega.vormwijzer"
    theirs = with_value(with_value(mine, ("opgave", "question"), "Anders?"), ("title",), "Van een collega")
    session.library.save(theirs)
    session.export(mine.id, target)
    session.library.save(mine)
    return mine, theirs, target


def test_a_conflict_leaves_three_choices(session: LibrarySession, tmp_path: Path) -> None:
    mine, theirs, target = conflicting(session, tmp_path)
    contents = session.read_file(target)
    with pytest.raises(ImportConflict):
        session.bring_in(contents)
    found = session.compare(contents)
    assert found.stored == mine and found.offered == theirs
    assert found.offered_at is not None and found.stored_at > found.offered_at
    assert [(d.path, d.before, d.after) for d in found.head] == [(("title",), mine.title, "Van een collega")]
    assert list(found.sections) == [StepId.OPGAVE]
    assert [d.path for d in found.sections[StepId.OPGAVE]] == [("opgave", "question")]
    assert session.bring_in(contents, Conflict.NEWEST).outcome is ImportOutcome.KEPT
    assert session.load(mine.id) == mine
    both = session.bring_in(contents, Conflict.BOTH)
    assert both.outcome is ImportOutcome.COPIED and session.load(both.dossier_id).opgave == theirs.opgave


def test_nothing_to_compare_with_is_said(session: LibrarySession, tmp_path: Path) -> None:
    source = tmp_path / "d.json"
    source.write_text(json.dumps(minimal()), encoding="utf-8")
    contents = session.read_file(source)
    with pytest.raises(NotFound):
        session.compare(contents)
    assert session.bring_in(contents).outcome is ImportOutcome.ADDED


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{}", b"\xff\xfe", b"[1]"])
def test_what_is_no_dossier_is_refused(session: LibrarySession, tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "x.vormwijzer"
    source.write_bytes(data)
    with pytest.raises(ExchangeError):
        session.read_file(source)


def test_a_file_with_an_id_that_nobody_knows_is_refused(session: LibrarySession, tmp_path: Path) -> None:
    source = tmp_path / "x.json"
    source.write_text(json.dumps(minimal(doelen={"practices": ["bestaat-niet"]})), encoding="utf-8")
    with pytest.raises(ExchangeError) as caught:
        session.read_file(source)
    assert "doelen" in caught.value.reason and caught.value.where


def test_a_file_that_is_not_there_and_a_folder_are_typed_errors(session: LibrarySession, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        session.read_file(tmp_path / "weg.vormwijzer")
    key = session.create("Proef").id
    with pytest.raises(StorageError):
        session.export(key, tmp_path / "weg" / "x.vormwijzer")
    with pytest.raises(NotFound):
        session.export("niets", tmp_path / "x.vormwijzer")


# --- the list


def test_a_row_says_how_far_each_step_is(session: LibrarySession, knowledge: Knowledge) -> None:
    dossier = session.create("Proef")
    changed = with_value(dossier, ("opgave", "question"), "Waarom?")
    partner = {"id": "a", "name": "A"}
    changed = with_value(changed, ("partners", "partners"), [partner, {"id": "b", "name": "B"}])
    changed = with_value(changed, ("vorm", "answers", "beleid", "joint"), 3)
    session.library.save(mark_finished(changed, StepId.OPGAVE, True))
    row = session.rows()[0]
    assert (row.finished, row.steps, row.phase, row.partners) == (1, 14, "Verkennen", ("A", "B"))
    assert [len(group) for group in row.blocks] == [5, 4, 4, 1]
    assert row.blocks[0] == ("finished", "busy", "not_started", "not_started", "not_started")
    assert row.blocks[1] == ("not_started", "busy", "not_started", "not_started")


def test_the_list_and_the_task_list_say_the_same(session: LibrarySession, knowledge: Knowledge) -> None:
    before = dossier_from_values(full())
    for step in (StepId.VORM, StepId.PARTNERS, StepId.KOSTEN):
        before = mark_finished(before, step, True)
    after = with_value(before, ("partners", "partners", "aldermeer", "inhabitants"), 60_000)
    samples = [before, mark_rechecks(before, after, knowledge), asking(make_dossier(), "Waarom?"), make_dossier("b")]
    samples += [d.model_copy(update={"id": f"{d.id}-kort", "short_route": True}) for d in samples]
    for dossier in samples:
        session.library.save(dossier)
        row = next(row for row in session.rows() if row.id == dossier.id)
        expected = [status_of(dossier, step, ()).status for step in route(dossier, knowledge)]
        assert [block for group in row.blocks for block in group] == expected
        assert row.steps == len(expected) and row.finished == expected.count(Status.FINISHED)


def test_a_dossier_that_is_done_is_in_the_last_phase(session: LibrarySession, knowledge: Knowledge) -> None:
    dossier = dossier_from_values(full())
    for step in StepId:
        dossier = mark_finished(dossier, step, True)
    session.library.save(dossier)
    row = session.rows()[0]
    assert (row.finished, row.phase) == (14, "Vaststellen")


def test_damaged_progress_does_not_hide_the_list(session: LibrarySession) -> None:
    import sqlite3

    key = session.create("Proef").id
    with sqlite3.connect(session.path) as connection:
        head = json.loads(connection.execute("SELECT head FROM dossiers").fetchone()[0])
        head["progress"] = {"opgave": {"finished": "ja"}, "niets": {}, "vorm": {"finished": True, "recheck": []}}
        connection.execute("UPDATE dossiers SET head = ?", (json.dumps(head),))
    connection.close()
    row = session.rows()[0]
    assert row.id == key and row.finished == 1


def test_a_long_list_comes_whole(session: LibrarySession) -> None:
    dossier = dossier_from_values(full())
    for number in range(200):
        session.library.save(dossier.model_copy(update={"id": f"d{number}"}))
    assert len(session.rows()) == 200


# --- when it does not open


def test_a_damaged_library_is_said_each_time_and_a_backup_puts_it_right(session: LibrarySession) -> None:
    key = session.create("Proef").id
    session.close()
    session.path.write_bytes(b"geen database" * 1000)
    for _ in range(2):
        with pytest.raises(LibraryDamaged):
            session.rows()
    backup = session.backups()[0]
    aside = session.restore(backup, datetime.now(UTC))
    assert aside is not None and session.load(key).title == "Proef"
    assert session.restore(backup, datetime.now(UTC)) is not None and session.load(key).title == "Proef"


# --- where we were


def test_where_we_were_is_remembered_and_forgotten(tmp_path: Path) -> None:
    memory = SessionMemory(tmp_path / "settings")
    assert memory.recall() is None
    for where in (WhereWeWere("a1"), WhereWeWere("a1", StepId.VORM)):
        memory.remember(where)
        assert SessionMemory(tmp_path / "settings").recall() == where
    memory.forget()
    memory.forget()
    assert memory.recall() is None


def test_an_equal_place_is_not_written_again(tmp_path: Path) -> None:
    memory = SessionMemory(tmp_path)
    memory.remember(WhereWeWere("a1"))
    memory.path.unlink()
    memory.remember(WhereWeWere("a1"))
    assert not memory.path.exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'{"dossier": 3}', b'{"dossier": "../x"}', b'{"dossier": ""}', b"[" * 9000, b"\xff"],
)
def test_a_damaged_memory_counts_as_none(tmp_path: Path, data: bytes) -> None:
    memory = SessionMemory(tmp_path)
    memory.path.write_bytes(data)
    assert memory.recall() is None


@pytest.mark.parametrize("step", ['"nieuw"', "3", "null", "[]", "{}"])
def test_a_step_that_is_not_known_is_the_task_list(tmp_path: Path, step: str) -> None:
    memory = SessionMemory(tmp_path)
    memory.path.write_text(f'{{"dossier": "a1", "step": {step}}}', encoding="utf-8")
    assert memory.recall() == WhereWeWere("a1")


def test_a_folder_that_refuses_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_bytes(b"")
    memory = SessionMemory(tmp_path / "file")
    memory.remember(WhereWeWere("a1"))
    memory.forget()
    assert memory.recall() is None
    assert [record.name for record in caplog.records] == ["desktop.session_memory"] * 2
    caplog.clear()


def test_an_exported_file_does_not_tell_who_gave_which_answer(session: LibrarySession, tmp_path: Path) -> None:
    dossier = session.create("Met een werksessie")
    round_ = round_of(FOURTEEN)
    session.library.put_ballot(dossier.id, Ballot(id="b1", created=NOW, closed_at=NOW, payload=sealed(round_)))
    target = tmp_path / "weg.vormwijzer"
    session.export(dossier.id, target)
    (ballot,) = read_any(target.read_bytes()).ballots
    given = unsealed(ballot.payload)
    assert not set(round_.votes) & {*given.votes, *given.voters}
    assert len(given.votes) == len(round_.votes)
    folder = session.path.parent
    held = folder / "mijn-dossiers.db"
    session.close()
    session.path.rename(held)
    out = tmp_path / "cli.vormwijzer"
    assert main(["exporteer", dossier.id, "--map", str(folder), "--uit", str(out)]) == 0
    (other,) = read_any(out.read_bytes()).ballots
    assert not set(round_.votes) & set(unsealed(other.payload).votes)
