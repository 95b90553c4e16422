"""The database of one negotiation: made, opened, recognised, and asked how it is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from negotiator.errors import StorageFailed
from negotiator.store.archive import Archive
from negotiator.store.connecting import APPLICATION_ID, engine, locate, told, transaction
from negotiator.store.migrations import HEAD, Upgraded, guarded, migrate, refuse_newer, upgrade

__all__ = ["Database", "DatabaseInfo", "Upgraded", "locate", "recognise", "upgrade"]


@dataclass(frozen=True, slots=True)
class DatabaseInfo:
    """What a database holds and who wrote it."""

    path: str
    title: str
    size: int
    schema: str
    created_by: str
    written_by: str
    versions: int
    clauses: int
    readings: int
    decisions: int
    fingerprint: str
    head: str


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. Close it when done."""

    path: Path
    engine: Engine

    @classmethod
    def create(cls, path: Path, *, program: str) -> Database:
        """Make a new database; it appears whole or not at all.

        Raises:
            StorageFailed: when something is there already, or the folder cannot be written.
        """
        if path.exists():
            raise StorageFailed(
                "something is there already",
                where=str(path),
                remedy="choose another place with --database, or move it away",
            )
        if not path.absolute().parent.is_dir():
            raise StorageFailed(
                "there is no such folder", where=str(path.parent), remedy="make it first"
            )
        try:
            with tempfile.TemporaryDirectory(
                dir=path.absolute().parent, prefix=".making-"
            ) as aside:
                partial = Path(aside) / path.name
                guarded(partial, migrate, program=program)
                partial.rename(path)
        except OSError as error:
            raise StorageFailed(
                f"cannot make the database: {error.strerror}",
                where=str(path),
                remedy="the folder must be writable",
            ) from error
        return cls(path, engine(path))

    @classmethod
    def open(cls, path: Path, *, program: str) -> Database:
        """Open a database that this program's schema fits.

        Raises:
            StorageFailed: when it is not there, not one of ours, older or newer.
        """
        recognise(path)
        opened = cls(path, engine(path))
        try:
            with opened.reading() as archive:
                revision, written_by = archive.revision(), archive.meta("written_by")
        except BaseException:
            opened.close()
            raise
        if revision == HEAD:
            return opened
        opened.close()
        refuse_newer(path, revision, written_by, program)
        raise StorageFailed(
            f"the database was written by negotiator {written_by} (schema {revision});"
            f" this is negotiator {program} (schema {HEAD})",
            where=str(path),
            remedy="run `negotiator db upgrade`; it makes a copy first",
        )

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """Give access to what is on record, as of one moment."""
        with told(str(self.path)), transaction(self.engine, writing=False) as connection:
            yield Archive(connection)

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """Give access for adding to the record: all that is added, or nothing."""
        with told(str(self.path)), transaction(self.engine, writing=True) as connection:
            yield Archive(connection)

    def info(self) -> DatabaseInfo:
        """Return what the database holds and who wrote it."""
        with self.reading() as archive:
            return DatabaseInfo(
                path=str(self.path),
                title=archive.negotiation().title,
                size=self.path.stat().st_size,
                schema=archive.revision(),
                created_by=archive.meta("created_by"),
                written_by=archive.meta("written_by"),
                versions=archive.count("version"),
                clauses=archive.count("clause"),
                readings=archive.count("reading"),
                decisions=archive.count("decision"),
                fingerprint=archive.fingerprint(),
                head=archive.head(),
            )

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def recognise(path: Path) -> None:
    """Refuse what is not a database of this program, by the header of the file.

    Raises:
        StorageFailed: saying what it is instead.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise StorageFailed(
            "there is no database here",
            where=str(path),
            remedy="make one with `negotiator init --title TEXT`, or name it with --database",
        ) from None
    except OSError as error:
        raise StorageFailed(
            f"cannot read the database: {error.strerror}",
            where=str(path),
            remedy="name the file of a database with --database",
        ) from error
    if not header:
        what = "the file is empty"
    elif not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        what = "the file is not a database"
    elif int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        what = "this is a database of another program"
    else:
        return
    raise StorageFailed(
        what, where=str(path), remedy="name the right file with --database, or restore a copy"
    )
