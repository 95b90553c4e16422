"""The file: recognised, guarded, whole after a crash, and correct under many hands."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from negotiator import rooms
from negotiator.errors import NegotiatorError, StorageFailed
from negotiator.store import migrations
from negotiator.store.connecting import locate, transaction
from negotiator.store.database import Database, upgrade
from negotiator.store.migrations import HEAD, guarded
from negotiator.store.tables import metadata
from tests.store.build import READING, clauses, version


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(StorageFailed) as failed:
        act()
    assert failed.value.exit_code == 4
    return str(failed.value)


def test_migrations_make_the_tables(database: Database) -> None:
    with transaction(database.engine, writing=False) as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, *_: not (name or "").startswith("clause_words")},
        )
        assert compare_metadata(context, metadata) == []


def test_head_is_the_newest_chapter() -> None:
    config = Config()
    config.set_main_option("script_location", str(rooms.migrations()))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_guards_are_set(database: Database) -> None:
    with transaction(database.engine, writing=True) as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous")
        }
    assert settings == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the file is empty"),
        (b"hello", "the file is not a database"),
        (b"SQLite format 3\0" + bytes(84), "this is a database of another program"),
    ],
)
def test_what_is_not_ours_is_named(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "talks.db"
    path.write_bytes(content)
    assert expected in refusal(lambda: Database.open(path, program="0.1.0"))
    assert path.read_bytes() == content


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    nothing = tmp_path / "talks.db"
    assert "there is no database here" in refusal(lambda: Database.open(nothing, program="0.1.0"))
    assert "Is a directory" in refusal(lambda: Database.open(tmp_path, program="0.1.0"))
    folder = tmp_path / "none" / "talks.db"
    assert "no such folder" in refusal(lambda: Database.create(folder, program="0.1.0"))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_named(database: Database) -> None:
    path = database.path
    database.close()
    raw = bytearray(path.read_bytes())
    raw[100:4096] = os.urandom(3996)
    path.write_bytes(raw)
    assert "restore a copy" in refusal(lambda: Database.open(path, program="0.1.0"))


def test_nothing_is_written_over(database: Database) -> None:
    message = refusal(lambda: Database.create(database.path, program="0.1.0"))
    assert "something is there already" in message


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://user:secret@host/talks", "postgresql databases are not supported yet"),
        ("sqlite://", "a database in memory would be lost"),
        ("what://is/this", "what databases are not supported yet"),
    ],
)
def test_addresses_that_are_refused(address: str, expected: str) -> None:
    message = refusal(lambda: locate(address))
    assert expected in message
    assert "secret" not in message


def test_addresses_that_are_files() -> None:
    assert locate("sqlite:///a/talks.db") == Path("a/talks.db")
    assert locate("sqlite:////a/talks.db") == Path("/a/talks.db")
    assert locate("a/talks.db") == Path("a/talks.db")


def stand_at(path: Path, revision: str, written_by: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    raw.execute("UPDATE meta SET value = ? WHERE name = 'written_by'", (written_by,))
    raw.commit()
    raw.close()


def test_a_newer_database_names_its_program(database: Database) -> None:
    stand_at(database.path, "0042", "9.9.0")
    for act in (Database.open, upgrade):
        message = refusal(lambda act=act: act(database.path, program="0.1.0"))
        assert "written by negotiator 9.9.0 (schema 0042)" in message
        assert "use negotiator 9.9.0 or later" in message


def test_an_older_database_asks_for_the_upgrade(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negotiator.store.database.HEAD", "0099")
    message = refusal(lambda: Database.open(database.path, program="0.2.0"))
    assert "run `negotiator db upgrade`" in message


def test_an_upgrade_that_is_not_needed_does_nothing(database: Database) -> None:
    before = database.path.read_bytes()
    done = upgrade(database.path, program="0.1.0")
    assert (done.before, done.after, done.copy) == (HEAD, HEAD, None)
    assert database.path.read_bytes() == before


def add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE clause ADD COLUMN script TEXT NOT NULL DEFAULT ''")


def rebuild_and_lose_triggers(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE aside AS SELECT * FROM reading_topic")
    connection.exec_driver_sql("DROP TABLE reading_topic")
    connection.exec_driver_sql("ALTER TABLE aside RENAME TO reading_topic")


def alter_a_text(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TRIGGER keep_clause_from_update")
    connection.exec_driver_sql("UPDATE clause SET text = replace(text, 'shall not', 'shall now')")
    connection.exec_driver_sql(
        "CREATE TRIGGER keep_clause_from_update BEFORE UPDATE ON clause BEGIN SELECT 1; END"
    )


def orphan_the_readings(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TRIGGER keep_version_from_update")
    connection.exec_driver_sql("UPDATE version SET id = 'other@1'")


@pytest.mark.parametrize(
    ("migration", "expected"),
    [
        (add_a_column, ""),
        (rebuild_and_lose_triggers, "triggers would not be what it was"),
        (alter_a_text, "texts would not be what it was"),
        (orphan_the_readings, "refer to nothing"),
    ],
)
def test_an_upgrade_comes_out_whole_or_not_at_all(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    migration: Callable[[Connection], None],
    expected: str,
) -> None:
    first = version()
    held = clauses(first, "Vessels shall not fish.")
    with database.writing() as archive:
        archive.add_version(first, held, {held[0].address: READING})
    monkeypatch.setattr(migrations, "HEAD", "0099")

    def act() -> object:
        return guarded(database.path, migration, program="0.2.0")

    if expected:
        assert expected in refusal(act)
    else:
        act()
    with database.reading() as archive:
        assert archive.clauses()[0].text == "Vessels shall not fish."
        assert archive.readings() == {held[0].address: READING}
        assert archive.meta("written_by") == ("0.1.0" if expected else "0.2.0")
        assert archive.altered() == ()
    copy = sqlite3.connect(f"{database.path}.before-0099")
    assert copy.execute("SELECT text FROM clause").fetchone() == ("Vessels shall not fish.",)
    copy.close()


def decide(path: Path, times: int) -> None:
    opened = Database.open(path, program="0.1.0")
    for _ in range(times):
        with opened.writing() as archive:
            count = len(archive.decisions())
            archive.append_decision(
                "gap", "Q1", {"state": "draft", "seen": str(count)}, by="", at=""
            )
    opened.close()


def test_many_writers_lose_nothing(database: Database) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=decide, args=(database.path, 15)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    with database.reading() as archive:
        seen = [int(decision.outcome["seen"]) for decision in archive.decisions()]
        assert seen == list(range(60)), "each saw all that came before it"
        assert archive.altered() == ()


WRITER = """
import sys
from pathlib import Path
from negotiator.store.database import Database
from tests.store.build import clauses, version
opened = Database.open(Path(sys.argv[1]), program="0.1.0")
for number in range(1, 10_000):
    with opened.writing() as archive:
        new = version(number=number)
        archive.add_version(new, clauses(new, *(f"Text {n}." for n in range(200))), {})
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_versions_only(database: Database) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(database.path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    for _ in range(3):
        committed = int(writer.stdout.readline())
    time.sleep(0.01)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    with database.reading() as archive:
        numbers = [one.number for one in archive.versions()]
        assert len(numbers) >= committed
        assert archive.count("clause") == 200 * len(numbers)
        assert archive.altered() == ()


def test_a_failed_change_leaves_nothing(database: Database) -> None:
    first = version()
    with pytest.raises(NegotiatorError), database.writing() as archive:
        archive.add_version(first, clauses(first, "One."), {})
        archive.add_party(archive.negotiation().parties[0])
    with database.reading() as archive:
        assert archive.versions() == ()
        assert archive.clauses() == ()
