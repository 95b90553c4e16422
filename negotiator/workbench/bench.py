"""The database on the bench, who works on it, and the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from negotiator import __version__
from negotiator.store.database import Database, Upgraded, locate, upgrade


@dataclass(frozen=True, slots=True)
class Bench:
    """An open database at somebody's hands.

    Args:
        database: the database, open.
        by: who is at work; empty when not stated.
        at: the time of the work, ISO 8601, UTC.
    """

    database: Database
    by: str
    at: str


@contextmanager
def opened(address: str, *, by: str = "", at: str = "") -> Iterator[Bench]:
    """Open the database of a negotiation for the length of one piece of work.

    Args:
        address: a path or an SQLAlchemy URL.
        by: who is at work.
        at: the time of the work.

    Raises:
        StorageFailed: when it cannot be opened.
    """
    database = Database.open(locate(address), program=__version__)
    try:
        yield Bench(database, by, at)
    finally:
        database.close()


def upgraded(address: str) -> Upgraded:
    """Bring a database to this program's schema, guarded and after copying it.

    What an earlier program could not do, lining up the clauses on record, is done after that; the
    same call again does it where it was broken off.

    Raises:
        StorageFailed: when it is not one of ours, newer than the program, or a guard objects.
    """
    from negotiator.workbench.lining_up import line_up

    done = upgrade(locate(address), program=__version__)
    with opened(address) as bench, bench.database.writing() as archive:
        line_up(archive)
    return done
