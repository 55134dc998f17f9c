"""The schema: only through Alembic, equal to the tables, and reachable from every older version with its data."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from models.storage import library as library_module
from models.storage.backups import list_backups
from models.storage.condition import SCHEMA_VERSIONS
from models.storage.database import make_engine
from models.storage.library import Library
from models.storage.schema import alembic_config, migrate
from models.storage.tables import Base
from tests.models.storage.helpers import Ticking, make_dossier

_0001 = """
    INSERT INTO dossiers (id, title, partner_names, dated, created, modified, fictional, format_version, head)
    VALUES ('old', 'Oud dossier', '["Aalsmeer"]', '2026-03-05', '2026-03-05T10:00:00.000000+00:00',
            '2026-03-05T10:00:00.000000+00:00', 0, 1,
            '{"dated":"2026-03-05","format_version":1,"id":"old","title":"Oud dossier"}');
    INSERT INTO sections VALUES ('old', 'opgave', '{"question":"Waarom?"}', '2026-03-05T10:00:00.000000+00:00');
    INSERT INTO audit VALUES ('a1', 'old', '2026-03-05T10:00:00.000000+00:00', 'created', '{}');
    """
OLDER: dict[str, str] = {
    "0001": _0001,
    "0002": f"""{_0001}
    INSERT INTO workshops VALUES ('w1', 'old', '2026-11-21T10:00:00.000000+00:00', '2026-11-21T10:00:00.000000+00:00',
                                  '{{"id":"w1"}}');
    """,
}
"""Data as a program of that version wrote it; add a row with each new version and change none."""


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    engine = make_engine(path, busy_seconds=1.0)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def at_version(path: Path, version: str) -> None:
    """A library as a program of ``version`` left it."""
    path.parent.mkdir(parents=True)
    path.touch()
    migrate(path, busy_seconds=1.0, to=version)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(OLDER[version])


def test_the_versions_are_one_line_that_the_program_knows() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == SCHEMA_VERSIONS == tuple(OLDER)


def test_the_migrated_schema_is_that_of_the_tables(library: Library) -> None:
    with connected(library.path) as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.parametrize("version", SCHEMA_VERSIONS)
def test_a_library_of_every_version_opens_with_its_data(path: Path, clock: Ticking, version: str) -> None:
    at_version(path, version)
    with Library.open(path, clock=clock) as library:
        assert library.load("old").opgave.question == "Waarom?"
        assert [entry.partners for entry in library.list()] == [("Aalsmeer",)]
        assert [line.id for line in library.audit("old")] == ["a1"]
        library.save(make_dossier())
        with connected(path) as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
            tables = {"revisions", "approvals", "adoptions", "signatures"}
            triggers = connection.exec_driver_sql("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")
            assert set(triggers.scalars()) == tables


@pytest.mark.parametrize("version", SCHEMA_VERSIONS)
def test_each_version_makes_the_same_schema_as_at_once(path: Path, tmp_path: Path, version: str) -> None:
    at_version(path, version)
    migrate(path, busy_seconds=1.0)
    fresh = tmp_path / "fresh.db"
    fresh.touch()
    migrate(fresh, busy_seconds=1.0)
    query = "SELECT type, name, tbl_name FROM sqlite_master ORDER BY 1, 2"
    schemas = []
    for database in (path, fresh):
        with closing(sqlite3.connect(database)) as connection:
            schemas.append(connection.execute(query).fetchall())
    assert schemas[0] == schemas[1]


def test_before_a_migration_a_backup_is_made(path: Path, clock: Ticking, monkeypatch: pytest.MonkeyPatch) -> None:
    at_version(path, "0001")
    monkeypatch.setattr(library_module, "SCHEMA_VERSIONS", (*SCHEMA_VERSIONS, "9998"))
    monkeypatch.setattr(command, "upgrade", lambda _config, _to: None)
    library = Library.open(path, clock=clock)
    (backup,) = list_backups(path)
    library._database.close()
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("SELECT id FROM dossiers").fetchall() == [("old",)]


def test_a_migration_that_fails_leaves_everything_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_version(path, "0001")

    def fails_half_way(config: object, _to: str) -> None:
        connection: Connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("DROP TABLE sections")
        raise sqlite3.OperationalError("half way")

    monkeypatch.setattr(command, "upgrade", fails_half_way)
    with pytest.raises(sqlite3.OperationalError, match="half way"):
        migrate(path, busy_seconds=1.0)
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.load("old").opgave.question == "Waarom?"


def test_a_path_with_odd_signs_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "100% van ons? #1 é" / "m.db"
    with Library.open(path) as library:
        library.save(make_dossier())
    with Library.open(path) as library:
        assert library.load("aa") == make_dossier()
