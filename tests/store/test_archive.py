"""What goes into the record comes out as it was, is found by topic, and never changes."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotiator.errors import Refused, Unknown
from negotiator.model import Reading, Source
from negotiator.store.database import Database
from negotiator.store.tables import APPEND_ONLY
from tests.store.build import ANSWER, NEGOTIATION, OMISSION, READING, SILENCE, clauses, version


def fill(database: Database) -> None:
    first = version()
    one, two = clauses(first, "The quota of cod shall be 1,000 tonnes.", "Vessels may fish here.")
    with database.writing() as archive:
        read = {one.address: READING}
        archive.add_version(first, (one, two), read, [ANSWER], [SILENCE], [OMISSION])


def test_a_negotiation_comes_back_as_it_was(database: Database) -> None:
    with database.reading() as archive:
        assert archive.negotiation() == NEGOTIATION


def test_a_version_comes_back_as_it_was(database: Database) -> None:
    fill(database)
    with database.reading() as archive:
        (stored,) = archive.versions()
        assert replace(stored, content="") == version()
        assert archive.clauses() == clauses(
            version(), "The quota of cod shall be 1,000 tonnes.", "Vessels may fish here."
        )
        assert archive.readings() == {"north-0@1": READING}
        assert archive.answers() == (ANSWER,)
        assert archive.silences() == (SILENCE,)
        assert archive.omissions("north@1") == (OMISSION,)
        assert archive.omissions("north@2") == ()


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_text_comes_back_to_the_character(database: Database, text: str) -> None:
    with database.writing() as archive:
        number = 1 + len(archive.versions())
        new = version(number=number)
        stored = archive.add_version(new, clauses(new, text), {})
    with database.reading() as archive:
        assert archive.clauses(versions=[stored.id])[0].text == text
        assert archive.altered() == ()


def test_the_last_reading_counts_and_the_history_stays(database: Database) -> None:
    fill(database)
    second = Reading(topics=("2",), issues=("Q2",), by="mm")
    with database.writing() as archive:
        clause = archive.clauses(ids=["north-0"])[0]
        archive.append_reading(clause, second)
    with database.reading() as archive:
        assert archive.readings()["north-0@1"] == second
        assert archive.history(clause) == (READING, second)
        assert archive.histories(versions=["north@1"]) == {"north-0@1": (READING, second)}
        assert [c.id for c in archive.clauses(topics=["2"])] == ["north-0"]
        assert archive.clauses(topics=["1.1"]) == ()
        assert archive.clauses(issues=["Q1"]) == ()
        assert [c.id for c in archive.clauses(issues=["Q2"], versions=["north@1"])] == ["north-0"]
        assert archive.clauses(issues=["Q2"], versions=["other@1"]) == ()


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("statement", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_nothing_recorded_can_be_changed(database: Database, table: str, statement: str) -> None:
    fill(database)
    with database.writing() as archive:
        archive.append_decision("gap", "Q1.NO-EU", {"state": "confirmed"}, by="kl", at="now")
    raw = sqlite3.connect(database.path)
    column = next(raw.execute(f"PRAGMA table_info({table})"))[1]
    text = statement.format(table).replace("rowid = rowid", f"{column} = {column}")
    with pytest.raises(sqlite3.IntegrityError, match=r"never (changes|overwritten)"):
        raw.execute(text)
    raw.close()


def test_decisions_are_chained(database: Database) -> None:
    with database.writing() as archive:
        first = archive.append_decision(
            "gap", "Q1.NO-EU", {"state": "confirmed"}, by="kl", at="1", as_of=date(2024, 1, 1)
        )
        second = archive.append_decision("gap", "Q1.NO-EU", {"state": "draft"}, by="mm", at="2")
    with database.reading() as archive:
        assert archive.decisions("gap", "Q1.NO-EU") == (first, second)
        assert (second.previous, archive.head()) == (first.hash, second.hash)
        assert archive.altered() == ()


def test_one_altered_character_is_found(database: Database) -> None:
    fill(database)
    with database.writing() as archive:
        archive.append_decision("gap", "Q1.NO-EU", {"state": "confirmed"}, by="kl", at="1")
    raw = sqlite3.connect(database.path)
    raw.executescript(
        "DROP TRIGGER keep_clause_from_update; DROP TRIGGER keep_decision_from_update;"
        "UPDATE clause SET text = replace(text, 'may', 'May');"
        "UPDATE decision SET \"by\" = 'somebody else';"
    )
    raw.close()
    with database.reading() as archive:
        assert archive.altered() == ("the text of north@1", "decision 1, on Q1.NO-EU")


def test_a_withdrawn_version_is_marked(database: Database) -> None:
    fill(database)
    outcome = {"state": "withdrawn", "reason": "wrong file"}
    with database.writing() as archive:
        before = archive.fingerprint()
        archive.append_decision("version", "north@1", outcome, by="kl", at="1")
        (stored,) = archive.versions()
        assert stored.withdrawn is not None
        assert stored.withdrawn.reason == "wrong file"
        assert archive.fingerprint() != before


def test_the_fingerprint_does_not_depend_on_who_recorded_when(database: Database) -> None:
    fill(database)
    with database.reading() as archive:
        before = archive.fingerprint()
        (stored,) = archive.versions()
    from negotiator.store.hashing import fingerprint

    other = replace(stored, recorded_by="mm", recorded_at="later", file_name="x", note="other")
    assert fingerprint(NEGOTIATION, [other]) == before


def test_what_is_on_record_is_not_added_again(database: Database) -> None:
    with database.writing() as archive:
        with pytest.raises(Refused, match="party “NO” is on record already"):
            archive.add_party(NEGOTIATION.parties[0])
        archive.add_source(NEGOTIATION.sources[0])
        with pytest.raises(Refused, match="source “S1” is on record as"):
            archive.add_source(Source("S1", "https://example.org/other"))
        with pytest.raises(Unknown, match="unknown topic “9”"):
            archive.edit_topic(replace(NEGOTIATION.topics[0], code="9"))


def test_edits_keep_the_stated_order(database: Database) -> None:
    with database.writing() as archive:
        archive.edit_party(replace(NEGOTIATION.parties[0], name="Kingdom of Norway"))
        assert [p.name for p in archive.negotiation().parties] == [
            "Kingdom of Norway",
            "European Union",
        ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cod", ["north-0"]),
        ("COD tonnes", ["north-0"]),
        ("fish*", ["north-1"]),
        ('"shall be 1,000"', ["north-0"]),
        ('"be shall"', []),
        ("cod AND fish", []),
        ("Quotas", ["north-0", "north-1"]),
        ("NEAR(cod", []),
        ("cod OR", []),
    ],
)
def test_search(database: Database, query: str, found: list[str]) -> None:
    fill(database)
    with database.reading() as archive:
        assert sorted(hit.clause.id for hit in archive.search(query)) == found


@pytest.mark.parametrize("query", ["", "  ", '""', "*", "...", "\0"])
def test_search_for_nothing_is_refused(database: Database, query: str) -> None:
    with database.reading() as archive, pytest.raises(Refused, match="no word to search for"):
        archive.search(query)


@given(query=st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_search_never_stumbles_over_its_own_syntax(database: Database, query: str) -> None:
    with database.reading() as archive:
        try:
            archive.search(query)
        except Refused as error:
            assert "no word" in str(error)


def test_a_hit_shows_what_matched(database: Database) -> None:
    fill(database)
    with database.reading() as archive:
        (hit,) = archive.search("tonnes", party="NO")
        assert ("tonnes", True) in hit.snippet
        assert "".join(text for text, _ in hit.snippet) == hit.clause.text
        assert archive.search("tonnes", party="EU") == ()
