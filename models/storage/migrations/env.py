"""Alembic's entry: runs the versions on the connection that ``models.storage.schema.migrate`` hands over."""

from alembic import context

from models.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
