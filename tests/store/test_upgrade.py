"""Every chapter of the migrations runs on a database that holds data."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from negotiator import rooms
from negotiator.store import migrations
from negotiator.store.connecting import APPLICATION_ID
from negotiator.store.database import Database, upgrade
from negotiator.store.migrations import HEAD

# A version of one clause with a reading, as earlier chapters kept it, its hash made by hand.
HELD = """
INSERT INTO meta VALUES ('created_by', '0.1.0'), ('written_by', '0.1.0');
INSERT INTO negotiation VALUES (1, 'Fishing', '', '', '');
INSERT INTO party VALUES ('NO', 0, 'Norway', '1', 'state', '', '[]', '[]', '');
INSERT INTO topic VALUES ('1', 0, 'Quotas', NULL, '', '[]');
INSERT INTO version VALUES ('north@1', 0, 'north', 1, 'Draft', '["NO"]', '[]', '', '2024-01-10',
  NULL, NULL, '[]', NULL, '', '', '', '', '[]', '', 'draft.yaml', '', 12,
  'c0b1', 'kl', '2024-01-11');
INSERT INTO clause VALUES (1, 'north@1', 'n1', 'n1', 0, 'Article 1', '', NULL,
  'Vessels shall not fish.', 'verbatim', '', '', '[]'{clause});
INSERT INTO reading VALUES (1, 1, '["1"]', '[]', 'demand', '', NULL, '[]', '[]', '[]', NULL, '',
  '', 'kl', '2024-01-11', 'person', 'confirmed', ''{reading});
INSERT INTO reading_topic VALUES (1, '1', 'north@1', 1);
"""


# What the second chapter added to a clause and to a reading.
LATER = {
    "0001": {"clause": "", "reading": ""},
    "0002": {"clause": ", NULL, NULL, '', 'provision'", "reading": ", NULL"},
}


def at_chapter(path: Path, revision: str) -> None:
    def run(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(rooms.migrations()))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    sqlite3.connect(path).close()
    made = migrations.engine(path)
    with made.connect() as connection, connection.begin():
        run(connection)
    made.dispose()
    raw = sqlite3.connect(path)
    raw.executescript(HELD.format(**LATER[revision]))
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    raw.close()


@pytest.mark.parametrize("chapter", ["0001", "0002"])
def test_a_database_of_an_earlier_chapter_is_brought_up_to_date(
    tmp_path: Path, chapter: str
) -> None:
    path = tmp_path / "talks.db"
    at_chapter(path, chapter)
    done = upgrade(path, program="0.2.0")
    assert (done.before, done.after) == (chapter, HEAD)
    opened = Database.open(path, program="0.2.0")
    with opened.reading() as archive:
        (clause,) = archive.clauses()
        assert (clause.id, clause.text) == ("n1", "Vessels shall not fish.")
        assert (clause.base_text, clause.change, clause.justification) == (None, None, "")
        assert archive.readings()["n1@1"].force == "demand"
        assert archive.readings()["n1@1"].strength is None
        assert archive.omissions("north@1") == ()
        assert archive.links.drafts() == ()
        assert archive.links.linings() == {}
        assert [hit.clause.id for hit in archive.search("vessels")] == ["n1"]
    opened.close()
    assert done.copy is not None
    copy = sqlite3.connect(done.copy)
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (chapter,)
    copy.close()
