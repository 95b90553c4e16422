"""Connections to an SQLite file, with the guards that keep it whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from negotiator.errors import StorageFailed

# "negp" in the header tells our files from any other SQLite database.
APPLICATION_ID = int.from_bytes(b"negp", "big")
WAIT_SECONDS = 10


def locate(address: str) -> Path:
    """Return the file that a path or an SQLAlchemy URL names.

    Raises:
        StorageFailed: for a database that is not a file of SQLite.
    """
    if "://" not in address:
        return Path(address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StorageFailed(
            "this is not a database address", where=address, remedy="name a file, as talks.db"
        ) from error
    if url.get_backend_name() != "sqlite":
        raise StorageFailed(
            f"{url.get_backend_name()} databases are not supported yet",
            where=url.render_as_string(hide_password=True),
            remedy="name a file, as talks.db or sqlite:///talks.db",
        )
    if not url.database or url.database == ":memory:":
        raise StorageFailed(
            "a database in memory would be lost at once", where=address, remedy="name a file"
        )
    return Path(url.database)


def engine(path: Path) -> Engine:
    """Return an engine on a database file.

    The driver opens no transactions of its own (`isolation_level=None`); ours begin as the
    connection's option `begin` says. A deferred BEGIN loses updates between a read and a write,
    so writers take the lock first.
    """

    def connect() -> sqlite3.Connection:
        mode, guards = _mode(path)
        address = f"file:{quote(str(path.absolute()))}?{mode}"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=WAIT_SECONDS)
        for guard in guards:
            connection.execute(f"PRAGMA {guard}")
        return connection

    made = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return made


def _mode(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return how to open a file: to read and write, or where nothing may be written, to read.

    Raises:
        StorageFailed: when what was written last stands in a file beside it, and cannot be moved.
    """
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return "mode=rw", ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL")
    beside = path.with_name(f"{path.name}-wal")
    if beside.exists() and beside.stat().st_size:
        raise StorageFailed(
            f"what was written last is in {beside.name} still, and nothing may be written here",
            where=str(path),
            remedy="copy both files to a folder that may be written",
        )
    # Nobody writes here, so nobody has to be kept out.
    return "mode=ro&immutable=1", ("foreign_keys=ON",)


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """Run one transaction: committed whole, or rolled back."""
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"
    with engine.connect() as connection, connection.execution_options(begin=begin).begin():
        yield connection


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what SQLite says into what a person can act on."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        cause = str(getattr(error, "orig", error))
        raise StorageFailed(
            f"the database says: {cause}", where=where, remedy=_remedy(cause)
        ) from (error)


def _remedy(cause: str) -> str:
    if "locked" in cause:
        return "another program is writing to it; try again when it has finished"
    if "readonly" in cause or "unable to open" in cause:
        return "the file and its folder must be writable"
    if "malformed" in cause or "not a database" in cause:
        return "the file is damaged; restore a copy"
    if "full" in cause:
        return "make room on the disk"
    return "nothing was changed"
