"""The schema of the library, made and changed by Alembic only (design, "Storage").

Alembic takes time and memory to load: this module is imported when there is something to migrate.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from models.storage.database import WRITES, failures, make_engine
from models.storage.errors import LibraryDamaged

__all__ = ["alembic_config", "migrate"]


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file and wherever the package is installed."""
    config = Config()
    folder = Path(__file__).with_name("migrations")
    # ConfigParser reads % as the begin of a name.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def migrate(path: Path, *, busy_seconds: float, to: str = "head") -> None:
    """Bring the database ``path`` to version ``to``, in one transaction: all of it or nothing.

    Raises the errors of :mod:`models.storage.errors`.
    """
    engine = make_engine(path, busy_seconds=busy_seconds, foreign_keys=False)
    writer = engine.execution_options(**{WRITES: True})
    try:
        with failures(path), writer.begin() as connection:
            command.upgrade(alembic_config(connection), to)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise LibraryDamaged(path)
    finally:
        engine.dispose()
