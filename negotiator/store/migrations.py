"""Bringing a database to this program's schema, guarded: whole and unaltered, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from negotiator import rooms
from negotiator.errors import StorageFailed
from negotiator.store.connecting import APPLICATION_ID, engine, locate, told, transaction
from negotiator.store.tables import APPEND_ONLY

# The newest chapter of migrations/versions; a test keeps it so. It stands here because asking
# Alembic for it would add a third of a second to every command.
HEAD = "0003"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did.

    Args:
        before: the revision found, empty for a new file.
        after: the revision now.
        copy: the copy made before, None when nothing needed doing.
    """

    before: str
    after: str
    copy: Path | None


def migrate(connection: Connection) -> None:
    """Run the migrations on a connection that is in a transaction already."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(rooms.migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def guarded(address: str | Path, run: Callable[[Connection], None], *, program: str) -> Upgraded:
    """Run migrations on a file so that it comes out whole, or as it was.

    Foreign keys are off while tables are rebuilt, because SQLite would otherwise delete the rows
    that refer to a table being replaced; they are checked before the commit. No append-only table
    may lose a row, a trigger or a content hash. The file is copied first.

    Args:
        address: the file; a new one is made.
        run: runs the migrations on the connection it is given.
        program: the version of this program, recorded in the database.

    Raises:
        StorageFailed: when a guard finds something amiss; the database is then as before.
    """
    path = locate(address) if isinstance(address, str) else address
    new = not path.exists() or path.stat().st_size == 0
    if new:
        with told(str(path)):
            sqlite3.connect(path).close()
    made = engine(path)
    try:
        with told(str(path)), made.connect() as connection:
            before = "" if new else _revision(connection)
            # Reading has begun a transaction, within which foreign keys cannot be switched off.
            connection.rollback()
            if before == HEAD:
                run(connection)  # `alembic current` and its like look, and change nothing
                connection.rollback()
                return Upgraded(before, before, None)
            driver = _driver(connection)
            copy = None if new else _copy(driver, path)
            driver.execute("PRAGMA foreign_keys=OFF")
            with connection.execution_options(begin="BEGIN IMMEDIATE").begin():
                held = {} if new else _holdings(connection)
                run(connection)
                _check(connection, held, copy)
                _sign(connection, program, new=new)
        return Upgraded(before, HEAD, copy)
    finally:
        made.dispose()


def upgrade(path: Path, *, program: str) -> Upgraded:
    """Bring an existing database to this program's schema.

    Raises:
        StorageFailed: when it is not one of ours, newer than the program, or a guard objects.
    """
    from negotiator.store.database import recognise

    recognise(path)
    made = engine(path)
    try:
        with told(str(path)), transaction(made, writing=False) as connection:
            refuse_newer(path, _revision(connection), _written_by(connection), program)
    finally:
        made.dispose()
    return guarded(path, migrate, program=program)


def refuse_newer(path: Path, revision: str, written_by: str, program: str) -> None:
    """Refuse a database that a later program has written.

    Raises:
        StorageFailed: when the revision is not one that this program knows.
    """
    if revision > HEAD or not revision.isdigit():
        raise StorageFailed(
            f"the database was written by negotiator {written_by or 'of unknown version'}"
            f" (schema {revision or 'none'}); this is negotiator {program} (schema {HEAD})",
            where=str(path),
            remedy=f"use negotiator {written_by or 'of that version'} or later",
        )


def _revision(connection: Connection) -> str:
    table = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(table).scalar_one():
        return ""
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found or "")


def _written_by(connection: Connection) -> str:
    query = "SELECT value FROM meta WHERE name = 'written_by'"
    return str(connection.exec_driver_sql(query).scalar() or "")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # the engine is SQLite's
    return driver


def _copy(source: sqlite3.Connection, path: Path) -> Path:
    """Copy the database with SQLite's online backup, which takes the write-ahead log along."""
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        target.close()
    return copy


def _holdings(connection: Connection) -> dict[str, object]:
    tables = {
        str(name)
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
    }
    held: dict[str, object] = {
        table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
        for table in APPEND_ONLY
        if table in tables
    }
    triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    held["triggers"] = {str(name) for (name,) in triggers}
    held["texts"] = _texts(connection) if "clause" in tables else ""
    return held


def _texts(connection: Connection) -> str:
    """Return one hash over all that must not be altered by moving it to another table."""
    import hashlib

    whole = hashlib.sha256()
    for query in (
        "SELECT id, content FROM version ORDER BY id",
        "SELECT row, version, id, text FROM clause ORDER BY row",
        "SELECT id, hash FROM decision ORDER BY id",
    ):
        for row in connection.exec_driver_sql(query):
            whole.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def _check(connection: Connection, held: dict[str, object], copy: Path | None) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    now = _holdings(connection)
    lost = [
        name
        for name, value in held.items()
        if (not value <= now[name] if isinstance(value, set) else value != now.get(name))  # type: ignore[operator]  # sets of trigger names on both sides
    ]
    if broken or lost:
        what = [f"rows of {row[0]} refer to nothing" for row in broken[:3]]
        what += [f"{name} would not be what it was" for name in lost]
        raise StorageFailed(
            f"the upgrade was not made: {'; '.join(what)}",
            where=str(copy or ""),
            remedy="the database is as before, and the copy named here holds the same",
        )


def _sign(connection: Connection, program: str, *, new: bool) -> None:
    names = ["created_by", "written_by"] if new else ["written_by"]
    for name in names:
        connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, program))
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
