"""Loading a large negotiation through the archive, beside the bare driver with the same rows."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import large
from benchmarks.measure import Clock, Figure
from negotiator import __version__
from negotiator.store.database import Database

TABLES = ("version", "clause", "reading", "reading_topic", "reading_issue")
SETTINGS = ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL")


def figures(path: Path) -> list[Figure]:
    """Load the large negotiation into a new database at `path`, and beside it with sqlite3.

    Both take turns, one version each, on the same migrated schema with its indexes, triggers and
    full-text table, one transaction a version.
    """
    with tempfile.TemporaryDirectory() as folder:
        bare_path = Path(folder) / "bare.db"
        for place in (path, bare_path):
            made = Database.create(place, program=__version__)
            with made.writing() as archive:
                archive.start(large.negotiation())
            made.close()
        ours, bare = _load(path, bare_path)
    total = large.PARTIES * large.VERSIONS * large.CLAUSES
    ratio = bare.seconds / ours.seconds
    return [
        Figure(
            f"loading {total:,} clauses and their readings",
            f"{ratio:.2f} x the rate ({total / ours.seconds:,.0f} clauses/s)",
            f"bare sqlite3 ({total / bare.seconds:,.0f} clauses/s)",
            "0.5 x",
            ratio >= 0.5,
        )
    ]


def _load(path: Path, bare_path: Path) -> tuple[Clock, Clock]:
    ours, bare = Clock(), Clock()
    database = Database.open(path, program=__version__)
    driver = sqlite3.connect(bare_path, isolation_level=None)
    for setting in SETTINGS:
        driver.execute(f"PRAGMA {setting}")
    reader = sqlite3.connect(path)
    for version, clauses, readings in large.versions():
        with ours.running(), database.writing() as archive:
            archive.add_version(version, clauses, readings)
        rows = _rows(reader, version.id)
        with bare.running():
            driver.execute("BEGIN IMMEDIATE")
            for table, held in rows.items():
                places = ", ".join("?" * len(held[0]))
                driver.executemany(f"INSERT INTO {table} VALUES ({places})", held)
            driver.execute("COMMIT")
    reader.close()
    driver.close()
    database.close()
    return ours, bare


def _rows(reader: sqlite3.Connection, version: str) -> dict[str, list[Any]]:
    clause = "(SELECT row FROM clause WHERE version = ?)"
    where = {
        "version": "id = ?",
        "clause": "version = ?",
        "reading": f"clause IN {clause}",
        "reading_topic": "version = ?",
        "reading_issue": "version = ?",
    }
    return {
        table: reader.execute(f"SELECT * FROM {table} WHERE {where[table]}", (version,)).fetchall()
        for table in TABLES
    }
