"""The Alembic environment of the library; run by ``models.storage.schema`` only."""
