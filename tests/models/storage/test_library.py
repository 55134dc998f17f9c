"""The library: what is saved comes back, only what changed is written, and the list."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models.dossier import Dossier, DossierError, canonical_json
from models.storage.errors import AlreadyExists, DossierNewer, DossierUnreadable, NotFound
from models.storage.library import Library
from models.storage.records import AuditAction
from models.vocabulary import StepId
from tests.models.storage.helpers import Ticking, asking, make_dossier, mode_of, picture
from tests.strategies import dossiers


def rows(library: Library, query: str) -> list[Any]:
    with closing(sqlite3.connect(library.path)) as connection:
        return connection.execute(query).fetchall()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(dossiers(dossier_id="x"))
def test_what_is_saved_comes_back(library: Library, dossier: Dossier) -> None:
    library.save(dossier)
    loaded = library.load("x")
    assert loaded == dossier
    assert canonical_json(loaded.as_json()) == canonical_json(dossier.as_json())


def test_a_save_writes_only_the_sections_that_changed(library: Library) -> None:
    dossier = make_dossier()
    assert set(library.save(dossier).steps) == set(StepId)
    before = dict(rows(library, "SELECT step, saved_at FROM sections"))
    saved = library.save(asking(dossier, "Samen de ICT doen?"))
    assert saved.steps == (StepId.OPGAVE,) and not saved.head
    after = dict(rows(library, "SELECT step, saved_at FROM sections"))
    assert {step for step in after if after[step] != before[step]} == {"opgave"}


def test_a_save_without_a_change_writes_nothing(library: Library) -> None:
    dossier = make_dossier()
    library.save(dossier)
    before = rows(library, "SELECT * FROM dossiers"), rows(library, "SELECT * FROM audit")
    assert not library.save(dossier).changed
    assert (rows(library, "SELECT * FROM dossiers"), rows(library, "SELECT * FROM audit")) == before


def test_drafts_and_dangling_references_never_block_a_save(library: Library) -> None:
    drafts = {"opgave.facts.f1.figure": "twaalf duizend?", "title": ""}
    dossier = make_dossier(drafts=drafts, sturing={"votes": {"a": {"votes": 2}}})
    without = dossier.model_copy(update={"partners": type(dossier.partners)()})
    assert library.save(without).changed
    assert library.load("aa") == without


def test_a_true_and_a_one_are_different_changes(library: Library) -> None:
    dossier = make_dossier()
    library.save(dossier)
    saved = library.save(dossier.model_copy(update={"short_route": True}))
    assert saved.head and saved.steps == ()
    assert library.load("aa").short_route


def test_the_list_shows_title_partners_and_last_change(library: Library) -> None:
    library.save(make_dossier("one", "Eerste"))
    library.save(make_dossier("two", "Tweede"))
    changed = make_dossier("one", "Eerste!")
    gone = changed.partners.partners[1].model_copy(update={"removed": True})
    partners = changed.partners.model_copy(update={"partners": (changed.partners.partners[0], gone)})
    library.save(changed.with_section(StepId.PARTNERS, partners))
    assert [(entry.title, entry.partners) for entry in library.list()] == [
        ("Eerste!", ("Aalsmeer",)),
        ("Tweede", ("Aalsmeer", "Amstelveen")),
    ]


def test_the_list_says_which_steps_hold_something(library: Library) -> None:
    dossier = asking(make_dossier(progress={"opgave": {"finished": True}}, short_route=True), "Waarom?")
    library.save(dossier)
    library.save(make_dossier("bb", partners={}))
    one, other = sorted(library.list(), key=lambda entry: entry.id)
    assert one.filled == {StepId.OPGAVE, StepId.PARTNERS} and one.short_route
    assert one.progress == dossier.progress
    assert other.filled == frozenset() and other.progress == {} and not other.short_route


def test_rename_keeps_the_rest_and_refuses_an_empty_title(library: Library) -> None:
    library.save(asking(make_dossier(), "Waarom?"))
    library.rename("aa", "Ander dossier 👍")
    assert library.load("aa") == asking(make_dossier(title="Ander dossier 👍"), "Waarom?")
    assert library.list()[0].title == "Ander dossier 👍"
    with pytest.raises(DossierError):
        library.rename("aa", "")
    assert library.load("aa").title == "Ander dossier 👍"


def test_archive_and_bin_hide_and_give_back(library: Library) -> None:
    for key in ("arch", "bin", "plain"):
        library.save(make_dossier(key))
    library.archive("arch")
    library.delete("bin")
    assert {entry.id for entry in library.list()} == {"plain"}
    assert {entry.id for entry in library.list(include_archived=True)} == {"plain", "arch"}
    assert {e.id for e in library.list(include_archived=True, include_deleted=True)} == {"plain", "arch", "bin"}
    assert library.load("bin").id == "bin"
    library.unarchive("arch")
    library.undelete("bin")
    assert {entry.id for entry in library.list()} == {"plain", "arch", "bin"}


def test_purge_destroys_all_but_the_line_that_says_so(library: Library) -> None:
    library.save(asking(make_dossier(), "ZEER-GEHEIM-WOORD"))
    library.purge("aa")
    with pytest.raises(NotFound):
        library.load("aa")
    assert [entry.action for entry in library.audit("aa")] == [AuditAction.PURGED]
    assert rows(library, "SELECT count(*) FROM sections") == [(0,)]
    library._database.close()
    assert b"ZEER-GEHEIM-WOORD" not in library.path.read_bytes()


def test_duplicate_copies_the_answers_under_a_new_id(library: Library) -> None:
    source = asking(make_dossier(title="T" * 300), "Waarom?")
    library.save(source)
    copy = library.duplicate("aa", "bb")
    assert copy.title.endswith(" (kopie)") and len(copy.title) == 300
    assert library.load("bb") == copy and copy.opgave == source.opgave
    assert library.load("aa") == source
    with pytest.raises(AlreadyExists):
        library.duplicate("aa", "bb")
    assert library.duplicate("aa").id not in {"aa", "bb"}


def test_what_is_not_there_is_said(library: Library) -> None:
    for act in (library.load, library.archive, library.delete, library.purge, library.duplicate, library.approvals):
        with pytest.raises(NotFound) as caught:
            act("niets")
        assert caught.value.key == "niets"


def test_saves_of_the_same_step_are_one_line_of_the_audit_trail(library: Library, clock: Ticking) -> None:
    dossier = make_dossier()
    library.save(dossier)
    for number in range(3):
        library.save(asking(dossier, f"Vraag {number}"))
    clock.now = clock.now.replace(hour=20)
    library.save(asking(dossier, "Later"))
    library.rename("aa", "Anders")
    lines = library.audit("aa")
    assert [line.action for line in lines] == [
        AuditAction.CREATED,
        AuditAction.SAVED,
        AuditAction.SAVED,
        AuditAction.RENAMED,
    ]
    assert lines[1].detail == {"steps": ["opgave"], "times": 3}
    assert library.audit() == lines


def test_one_damaged_dossier_is_named_and_the_others_stay_readable(library: Library) -> None:
    library.save(make_dossier("good"))
    library.save(make_dossier("bad"))
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE sections SET json = '{\"facts\": [' WHERE dossier_id = 'bad' AND step = 'opgave'")
    with pytest.raises(DossierUnreadable) as caught:
        library.load("bad")
    assert (caught.value.dossier_id, caught.value.where) == ("bad", "opgave")
    assert library.load("good").id == "good"
    assert len(library.list()) == 2


def test_a_dossier_of_a_newer_format_is_refused(library: Library) -> None:
    library.save(make_dossier())
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE dossiers SET head = replace(head, '\"format_version\":1', '\"format_version\":2')")
    with pytest.raises(DossierNewer):
        library.load("aa")


def test_only_the_owner_may_read_and_all_survives_reopening(path: Path) -> None:
    with Library.open(path) as library:
        library.save(make_dossier())
        assert mode_of(path.parent) == 0o700
        assert {mode_of(file) for file in path.parent.glob("*.db*")} == {0o600}
    assert list(picture(path.parent)) == [path.name, *[n for n in picture(path.parent) if n.startswith("reserve")]]
    with Library.open(path) as library:
        assert library.load("aa") == make_dossier()


def test_the_database_is_set_as_designed(library: Library) -> None:
    with library._database.writing() as session:
        connection = session.connection()
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 2000,
        "secure_delete": 1,
    }


def test_an_error_in_the_block_is_not_hidden_by_the_closing(path: Path) -> None:
    with pytest.raises(KeyError), Library.open(path):
        raise KeyError
