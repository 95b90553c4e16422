"""The record of a negotiation within one transaction: model objects in, model objects out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from negotiator.errors import Refused, Unknown
from negotiator.model import (
    Answer,
    Clause,
    Corpus,
    Decision,
    Event,
    Issue,
    Negotiation,
    Omission,
    Party,
    Reading,
    Silence,
    Source,
    Topic,
    Version,
    Withdrawal,
)
from negotiator.store import hashing, rows, tables
from negotiator.store.answers import SUBJECT, decided
from negotiator.store.links import Links
from negotiator.store.search import Hit, search
from negotiator.store.selection import Selection


class Archive:
    """What is on record, and what is added to it, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # The negotiation: it is set up, and can be edited.

    def negotiation(self) -> Negotiation:
        """Return the negotiation with its parties, topics, issues, events and sources."""
        head = self._connection.execute(select(tables.negotiation)).one()
        return Negotiation(
            title=head.title,
            forum=head.forum,
            rule=head.rule,
            note=head.note,
            parties=tuple(map(rows.party, self._all(tables.party))),
            topics=tuple(map(rows.topic, self._all(tables.topic))),
            issues=tuple(map(rows.issue, self._all(tables.issue))),
            events=tuple(map(rows.event, self._all(tables.event))),
            sources=tuple(map(rows.source, self._all(tables.source))),
        )

    def start(self, negotiation: Negotiation) -> None:
        """Record a new negotiation with all that it states."""
        head = {
            "id": 1,
            "title": negotiation.title,
            "forum": negotiation.forum,
            "rule": negotiation.rule,
            "note": negotiation.note,
        }
        self._connection.execute(insert(tables.negotiation).values(head))
        for party in negotiation.parties:
            self.add_party(party)
        for topic in _parents_first(negotiation.topics):
            self.add_topic(topic)
        self._reorder(tables.topic, [topic.code for topic in negotiation.topics])
        for issue in negotiation.issues:
            self.add_issue(issue)
        for event in negotiation.events:
            self.add_event(event)
        for source in negotiation.sources:
            self.add_source(source)

    def add_party(self, party: Party) -> None:
        """Add a party at the end of the stated order."""
        self._add(tables.party, party.code, rows.party_values(party, self._next(tables.party)))

    def edit_party(self, party: Party) -> None:
        """Change what is recorded of a party."""
        self._edit(tables.party, party.code, rows.party_values(party, 0))

    def add_topic(self, topic: Topic) -> None:
        """Add a topic."""
        self._add(tables.topic, topic.code, rows.topic_values(topic, self._next(tables.topic)))

    def edit_topic(self, topic: Topic) -> None:
        """Change what is recorded of a topic."""
        self._edit(tables.topic, topic.code, rows.topic_values(topic, 0))

    def add_issue(self, issue: Issue) -> None:
        """Add an issue."""
        self._add(tables.issue, issue.id, rows.issue_values(issue, self._next(tables.issue)))

    def edit_issue(self, issue: Issue) -> None:
        """Change what is recorded of an issue."""
        self._edit(tables.issue, issue.id, rows.issue_values(issue, 0))

    def add_event(self, event: Event) -> None:
        """Add a round or an event."""
        self._add(tables.event, event.id, rows.event_values(event, self._next(tables.event)))

    def edit_event(self, event: Event) -> None:
        """Change what is recorded of a round or an event."""
        self._edit(tables.event, event.id, rows.event_values(event, 0))

    def add_source(self, source: Source) -> None:
        """Add a source; the same source again changes nothing.

        Raises:
            Refused: when the id stands for another address.
        """
        table = tables.source
        query = select(table).where(table.c.id == source.id)
        known = self._connection.execute(query).one_or_none()
        if known is None:
            self._add(table, source.id, rows.source_values(source, self._next(table)))
        elif rows.source(known) != source:
            raise Refused(
                f"source “{source.id}” is on record as {known.address} ({known.shows})",
                remedy="give the other source an id of its own",
            )

    # The texts: versions and their clauses never change once tabled.

    def versions(self, ids: Collection[str] | None = None) -> tuple[Version, ...]:
        """Return versions in the order of recording, all or some; withdrawn ones are marked."""
        withdrawn: dict[str, Withdrawal | None] = {}
        for one in self.decisions("version"):
            state, reason = one.outcome.get("state"), one.outcome.get("reason", "")
            gone = Withdrawal(reason, one.by, one.at) if state == "withdrawn" else None
            withdrawn[one.subject_id] = gone
        query = select(tables.version).order_by(tables.version.c.ordinal)
        if ids is not None:
            query = query.where(tables.version.c.id.in_(set(ids)))
        found = self._connection.execute(query)
        return tuple(rows.version(row, withdrawn.get(row.id)) for row in found)

    def clauses(
        self,
        *,
        versions: Collection[str] | None = None,
        topics: Collection[str] | None = None,
        issues: Collection[str] | None = None,
        ids: Collection[str] | None = None,
    ) -> tuple[Clause, ...]:
        """Return clauses in the order of recording; None selects everything.

        Args:
            versions: only of these versions, by id.
            topics: only those whose last reading files them under one of these topics.
            issues: only those whose last reading files them under one of these issues.
            ids: only these clauses, in whichever version.
        """
        wanted = Selection(versions, topics, issues, ids)
        query, values = wanted.clauses(rows.CLAUSE_COLUMNS)
        return tuple(rows.clause(tuple(row)) for row in self._rows(query, values))

    def first_tabled(self) -> dict[str, str]:
        """Return the version that tabled a wording first, where it is an earlier one, by address.

        Versions that were withdrawn do not count.
        """
        query = (
            "SELECT later.id, later.version, MIN(earlier.row), earlier.version"
            " FROM clause AS later JOIN clause AS earlier"
            " ON earlier.id = later.id AND earlier.row < later.row"
            " AND earlier.text = later.text AND earlier.wording = later.wording"
            " AND earlier.base_text IS later.base_text AND earlier.change IS later.change"
            " WHERE earlier.version NOT IN"
            " (SELECT subject_id FROM decision WHERE subject = 'version')"
            " GROUP BY later.id, later.version"
        )
        return {
            f"{id}@{version.rpartition('@')[2]}": first
            for id, version, _, first in self._rows(query)
        }

    def clause_owners(self) -> dict[str, str]:
        """Return the proposal of every clause id on record."""
        query = (
            "SELECT DISTINCT clause.id, version.proposal FROM clause"
            " JOIN version ON version.id = clause.version"
        )
        return {str(id): str(proposal) for id, proposal in self._rows(query)}

    def known_content(self, version: Version, clauses: Sequence[Clause]) -> str | None:
        """Return the id of the version of the same proposal that holds the same text layer."""
        content = hashing.content_hash(version, clauses)
        for other in self.versions():
            same = other.proposal == version.proposal and other.content == content
            if same and other.withdrawn is None:
                return other.id
        return None

    def add_version(
        self,
        version: Version,
        clauses: Sequence[Clause],
        readings: Mapping[str, Reading],
        answers: Iterable[Answer] = (),
        silences: Iterable[Silence] = (),
        omissions: Iterable[Omission] = (),
    ) -> Version:
        """Record a version: clauses, readings (by address), answers, silences, what is left out.

        Returns the version with its content hash.
        """
        content = hashing.content_hash(version, clauses)
        ordinal = self._next(tables.version)
        self._add(tables.version, version.id, rows.version_values(version, ordinal, content))
        first = self._top("clause") + 1
        numbered = {clause.address: first + index for index, clause in enumerate(clauses)}
        self._insert(
            "clause",
            rows.CLAUSE_COLUMNS,
            [rows.clause_values(clause, numbered[clause.address]) for clause in clauses],
        )
        self._append_readings(
            (clause, numbered[clause.address], readings[clause.address])
            for clause in clauses
            if clause.address in readings
        )
        self.append_answers(answers)
        for one in silences:
            values = {
                "version": version.id,
                "party": one.party,
                "issue": one.issue,
                "kind": one.kind.value,
                "note": one.note,
            }
            self._connection.execute(insert(tables.silence).values(values))
        self._insert(
            "omission",
            rows.OMISSION_COLUMNS,
            [rows.omission_values(one, version.id) for one in omissions],
        )
        return replace(version, content=content)

    def omissions(self, version: str) -> tuple[Omission, ...]:
        """Return what the document of a version holds that is in no clause."""
        query = f"SELECT {rows.OMISSION_COLUMNS} FROM omission WHERE version = ? ORDER BY row"
        return tuple(rows.omission(tuple(row)) for row in self._rows(query, (version,)))

    # The readings: appended, the last one counts.

    def readings(
        self,
        *,
        versions: Collection[str] | None = None,
        topics: Collection[str] | None = None,
        issues: Collection[str] | None = None,
        ids: Collection[str] | None = None,
    ) -> dict[str, Reading]:
        """Return the last reading of each clause of a selection, by address."""
        query, values = Selection(versions, topics, issues, ids).readings(rows.READING_COLUMNS)
        # In the order of appending, so that the last one stays.
        return {
            f"{id}@{version.rpartition('@')[2]}": rows.reading(tuple(row))
            for id, version, *row in self._rows(query, values)
        }

    def histories(self, *, versions: Collection[str]) -> dict[str, tuple[Reading, ...]]:
        """Return all readings of the clauses of some versions, by address, oldest first."""
        query, values = Selection(versions).readings(rows.READING_COLUMNS)
        found: dict[str, list[Reading]] = {}
        for id, version, *row in self._rows(query, values):
            address = f"{id}@{version.rpartition('@')[2]}"
            found.setdefault(address, []).append(rows.reading(tuple(row)))
        return {address: tuple(history) for address, history in found.items()}

    def history(self, clause: Clause) -> tuple[Reading, ...]:
        """Return all readings of one wording of a clause, oldest first."""
        query, values = Selection([clause.version], ids=[clause.id]).readings(rows.READING_COLUMNS)
        return tuple(rows.reading(tuple(row[2:])) for row in self._rows(query, values))

    def lessons(self, limit: int) -> tuple[tuple[Clause, Reading], ...]:
        """Return the last readings that people confirmed, with their clauses, newest first."""
        columns = [
            f"{table}.{name.strip()}"
            for table, names in (("clause", rows.CLAUSE_COLUMNS), ("reading", rows.READING_COLUMNS))
            for name in names.split(",")
        ]
        query = (
            f"SELECT {', '.join(columns)} FROM reading JOIN clause ON clause.row = reading.clause"
            " WHERE reading.review = 'confirmed' AND reading.origin = 'person'"
            " ORDER BY reading.row DESC LIMIT ?"
        )
        width = len(rows.CLAUSE_COLUMNS.split(","))
        return tuple(
            (rows.clause(tuple(row)[:width]), rows.reading(tuple(row)[width:]))
            for row in self._rows(query, (limit,))
        )

    def append_reading(self, clause: Clause, reading: Reading) -> None:
        """Append a reading of one wording of a clause."""
        query = "SELECT row FROM clause WHERE version = ? AND id = ?"
        row = self._connection.exec_driver_sql(query, (clause.version, clause.id)).scalar()
        if row is None:
            raise Unknown(f"unknown clause “{clause.address}”")
        self._append_readings([(clause, int(row), reading)])

    def answers(self, ids: Collection[str] | None = None) -> tuple[Answer, ...]:
        """Return the answers by or to some clauses, or all; those to whole proposals always.

        What a person decided of an answer counts instead of what a document states.
        """
        query = f"SELECT {rows.ANSWER_COLUMNS} FROM answer"
        values: tuple[str, ...] = ()
        if ids is not None:
            query += (
                " WHERE clause IN (SELECT value FROM json_each(?))"
                " OR to_clause IN (SELECT value FROM json_each(?)) OR to_proposal IS NOT NULL"
            )
            values = (json.dumps(list(ids)),) * 2
        found = self._rows(f"{query} ORDER BY row", values)
        stated = (rows.answer(tuple(row)) for row in found)
        return decided(stated, self.decisions(SUBJECT), None if ids is None else frozenset(ids))

    def append_answers(self, answers: Iterable[Answer]) -> None:
        """Append answers; each says which version's clause answers."""
        self._insert("answer", rows.ANSWER_COLUMNS, [rows.answer_values(one) for one in answers])

    def silences(self) -> tuple[Silence, ...]:
        """Return the silences that documents state."""
        query = select(tables.silence).order_by(tables.silence.c.row)
        return tuple(map(rows.silence, self._connection.execute(query)))

    # The decisions: appended, chained.

    def decisions(
        self, subject: str | None = None, subject_id: str | None = None
    ) -> tuple[Decision, ...]:
        """Return decisions, oldest first: all, on one kind of subject, or on one subject."""
        query = select(tables.decision).order_by(tables.decision.c.id)
        if subject is not None:
            query = query.where(tables.decision.c.subject == subject)
        if subject_id is not None:
            query = query.where(tables.decision.c.subject_id == subject_id)
        return tuple(map(rows.decision, self._connection.execute(query)))

    def append_decision(
        self,
        subject: str,
        subject_id: str,
        outcome: Mapping[str, str],
        *,
        by: str,
        at: str,
        note: str = "",
        as_of: date | None = None,
    ) -> Decision:
        """Append a decision, chained to the one before it."""
        values: dict[str, Any] = {
            "id": self._top("decision", "id") + 1,
            "subject": subject,
            "subject_id": subject_id,
            "outcome": dict(outcome),
            "by": by,
            "at": at,
            "note": note,
            "as_of": rows.iso(as_of),
            "previous": self.head(),
        }
        values["hash"] = hashing.decision_hash(**values)
        stored = {**values, "outcome": hashing.canonical(values["outcome"]).decode()}
        self._connection.execute(insert(tables.decision).values(stored))
        return Decision(**{**values, "as_of": as_of})

    # The machine's links: drafts, replaced when a clause's text changes.

    @property
    def links(self) -> Links:
        """What the machine lined up; what people decided on it is among the decisions."""
        return Links(self._connection)

    # The whole.

    def corpus(
        self,
        *,
        versions: Collection[str] | None = None,
        topics: Collection[str] | None = None,
        issues: Collection[str] | None = None,
    ) -> Corpus:
        """Return everything that a comparison looks at, with a selection of the clauses.

        Clauses that a selected one answers, or that answer it, come along: what is drafted of an
        answer is read from both, and who answers from elsewhere is not silent altogether.
        """
        clauses = self.clauses(versions=versions, topics=topics, issues=issues)
        readings = self.readings(versions=versions, topics=topics, issues=issues)
        everything = versions is None and topics is None and issues is None
        answers = self.answers(None if everything else {clause.id for clause in clauses})
        ends = {id for one in answers if one.to_clause for id in (one.clause, one.to_clause)}
        missing = ends - {clause.id for clause in clauses}
        if missing and not everything:
            more = self.clauses(versions=versions, ids=missing)
            clauses += more
            readings = {**self.readings(versions=versions, ids=missing), **readings}
        recorded = self.versions()
        negotiation = self.negotiation()
        return Corpus(
            negotiation=negotiation,
            versions=recorded,
            clauses=clauses,
            readings=readings,
            answers=answers,
            silences=self.silences(),
            decisions=self.decisions(),
            first=self.first_tabled(),
            fingerprint=hashing.fingerprint(negotiation, recorded),
        )

    def search(self, text: str, *, limit: int = 20, party: str | None = None) -> tuple[Hit, ...]:
        """Search the words of all clauses, best first.

        Raises:
            Refused: when there is nothing to search for.
        """
        found = search(self._connection, text, limit=limit, party=party)
        held = {v.id: v for v in self.versions([clause.version for clause, _ in found])}
        return tuple(Hit(clause, held[clause.version], snippet) for clause, snippet in found)

    def fingerprint(self) -> str:
        """Return the hash of the negotiation and the content of its versions."""
        return hashing.fingerprint(self.negotiation(), self.versions())

    def head(self) -> str:
        """Return the hash of the last decision, empty when there is none."""
        query = select(tables.decision.c.hash).order_by(tables.decision.c.id.desc()).limit(1)
        return str(self._connection.execute(query).scalar() or "")

    def altered(self) -> tuple[str, ...]:
        """Return what no longer matches its hash: versions whose text and decisions that differ."""
        found = []
        for version in self.versions():
            content = hashing.content_hash(version, self.clauses(versions=[version.id]))
            if content != version.content:
                found.append(f"the text of {version.id}")
        previous = ""
        for decision in self.decisions():
            if decision.previous != previous or hashing.rehash(decision) != decision.hash:
                found.append(f"decision {decision.id}, on {decision.subject_id}")
            previous = decision.hash
        return tuple(found)

    def meta(self, name: str) -> str:
        """Return what is recorded about the database itself: `created_by`, `written_by`."""
        query = select(tables.meta.c.value).where(tables.meta.c.name == name)
        return str(self._connection.execute(query).scalar() or "")

    def revision(self) -> str:
        """Return the chapter of the migrations that the database stands at."""
        query = "SELECT version_num FROM alembic_version"
        return str(self._connection.exec_driver_sql(query).scalar() or "")

    def count(self, table: str) -> int:
        """Return how many rows a table holds."""
        found = select(func.count()).select_from(tables.metadata.tables[table])
        return int(self._connection.execute(found).scalar_one())

    def _append_readings(self, new: Iterable[tuple[Clause, int, Reading]]) -> None:
        first = self._top("reading") + 1
        readings, topics, issues = [], [], []
        for number, (clause, row, reading) in enumerate(new, first):
            readings.append(rows.reading_values(reading, number, row))
            topics += [
                (number, code, clause.version, row) for code in dict.fromkeys(reading.topics)
            ]
            issues += [
                (number, code, clause.version, row) for code in dict.fromkeys(reading.issues)
            ]
        self._insert("reading", rows.READING_COLUMNS, readings)
        self._insert("reading_topic", "reading, topic, version, clause", topics)
        self._insert("reading_issue", "reading, issue, version, clause", issues)

    def _insert(self, table: str, columns: str, values: Sequence[rows.Values]) -> None:
        """Insert many rows at the driver's speed."""
        if values:
            places = ", ".join("?" * len(values[0]))
            statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"
            self._connection.exec_driver_sql(statement, list(values))

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[Any]:
        return iter(self._connection.exec_driver_sql(query, values))

    def _all(self, table: Table) -> Sequence[Any]:
        return self._connection.execute(select(table).order_by(table.c.ordinal)).all()

    def _next(self, table: Table) -> int:
        top = self._connection.execute(select(func.max(table.c.ordinal))).scalar()
        return 0 if top is None else int(top) + 1

    def _top(self, table: str, column: str = "row") -> int:
        query = f"SELECT coalesce(max({column}), 0) FROM {table}"
        return int(self._connection.exec_driver_sql(query).scalar_one())

    def _add(self, table: Table, name: str, values: dict[str, Any]) -> None:
        key = next(iter(table.primary_key.columns))
        if self._connection.execute(select(key).where(key == name)).first():
            raise Refused(
                f"{table.name} “{name}” is on record already",
                remedy=f"change it with `negotiator {table.name} edit`, or choose another name",
            )
        self._connection.execute(insert(table).values(values))

    def _edit(self, table: Table, name: str, values: dict[str, Any]) -> None:
        key = next(iter(table.primary_key.columns))
        changed = {column: value for column, value in values.items() if column != "ordinal"}
        done = self._connection.execute(update(table).where(key == name).values(changed))
        if done.rowcount == 0:
            raise Unknown(f"unknown {table.name} “{name}”")

    def _reorder(self, table: Table, names: Sequence[str]) -> None:
        key = next(iter(table.primary_key.columns))
        for ordinal, name in enumerate(names):
            self._connection.execute(update(table).where(key == name).values(ordinal=ordinal))


def _parents_first(topics: Sequence[Topic]) -> list[Topic]:
    """Order topics so that each comes after the one it stands under."""
    waiting, placed = list(topics), list[Topic]()
    while waiting:
        known = {topic.code for topic in placed}
        ready = [topic for topic in waiting if topic.parent is None or topic.parent in known]
        if not ready:
            raise Refused(f"topic “{waiting[0].code}” stands under nothing that is known")
        placed += ready
        waiting = [topic for topic in waiting if topic not in ready]
    return placed
