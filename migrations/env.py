"""Runs the migrations: inside the product's own guarded upgrade, or from `alembic` at the root."""

from __future__ import annotations

import os

from alembic import context
from sqlalchemy import Connection

from negotiator import __version__
from negotiator.store.migrations import guarded
from negotiator.store.tables import metadata


def run(connection: Connection) -> None:
    """Run the migrations on a connection that is in a transaction already."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def print_sql() -> None:
    """Print the statements instead of running them (`alembic upgrade head --sql`)."""
    context.configure(dialect_name="sqlite", target_metadata=metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


connection = context.config.attributes.get("connection")
if context.is_offline_mode():
    print_sql()
elif connection is not None:
    run(connection)
else:
    address = context.get_x_argument(as_dictionary=True).get("database")
    guarded(
        address or os.environ.get("NEGOTIATOR_DATABASE") or "negotiator.db",
        run,
        program=__version__,
    )
