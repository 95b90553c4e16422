"""The house: the negotiation, its texts, their readings, and the decisions on them."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPEND_ONLY = {
    "version": "a version never changes once tabled",
    "clause": "a clause never changes once tabled",
    "reading": "readings are appended, never overwritten",
    "reading_topic": "readings are appended, never overwritten",
    "reading_issue": "readings are appended, never overwritten",
    "answer": "answers are appended, never overwritten",
    "silence": "silences are appended, never overwritten",
    "decision": "decisions are appended, never overwritten",
}


def upgrade() -> None:
    """Build the house."""
    the_program()
    the_negotiation()
    the_texts()
    their_readings()
    the_decisions()
    what_never_changes()
    the_words()


def the_program() -> None:
    """Say which program wrote the database."""
    op.create_table("meta", key("name"), text("value"), pk("meta", "name"))


def the_negotiation() -> None:
    """Hold who negotiates about what; this can be edited."""
    op.create_table(
        "negotiation",
        sa.Column("id", sa.Integer, nullable=False),
        *texts("title", "forum", "rule", "note"),
        pk("negotiation", "id"),
    )
    op.create_table(
        "party",
        key("code"),
        number("ordinal"),
        *texts("name", "side", "kind", "short", "aliases", "member_of", "role"),
        pk("party", "code"),
    )
    op.create_table(
        "topic",
        key("code"),
        number("ordinal"),
        text("label"),
        optional("parent"),
        *texts("definition", "keywords"),
        fk("topic", "parent", "topic.code"),
        pk("topic", "code"),
    )
    op.create_table(
        "issue",
        key("id"),
        number("ordinal"),
        *texts("topic", "question"),
        fk("issue", "topic", "topic.code"),
        pk("issue", "id"),
    )
    op.create_table(
        "event",
        key("id"),
        number("ordinal"),
        *texts("label", "starts"),
        optional("ends"),
        *texts("kind", "sources"),
        pk("event", "id"),
    )
    op.create_table(
        "source", key("id"), number("ordinal"), *texts("address", "shows"), pk("source", "id")
    )


def the_texts() -> None:
    """Hold the documents as tabled and their clauses."""
    op.create_table(
        "version",
        key("id"),
        number("ordinal"),
        text("proposal"),
        number("number"),
        *texts("title", "parties", "supporters", "genre"),
        optional("issued"),
        optional("received"),
        optional("published"),
        text("addressees"),
        optional("authenticity"),
        *texts("language", "translation", "based_on", "language_version_of", "sources", "note"),
        *texts("file_name", "file_sha256"),
        number("file_size"),
        *texts("content", "recorded_by", "recorded_at"),
        sa.UniqueConstraint("proposal", "number", name="uq_version_proposal_number"),
        pk("version", "id"),
    )
    op.create_table(
        "clause",
        row(),
        *texts("version", "id", "key"),
        number("ordinal"),
        *texts("reference", "heading"),
        optional("parent"),
        *texts("text", "wording", "language", "locator", "sources"),
        fk("clause", "version", "version.id"),
        sa.UniqueConstraint("version", "id", name="uq_clause_version_id"),
        sa.UniqueConstraint("version", "key", name="uq_clause_version_key"),
        pk("clause", "row"),
    )
    op.create_index("ix_clause_id", "clause", ["id"])


def their_readings() -> None:
    """Hold how the clauses are read, what answers what, and the silences."""
    op.create_table(
        "reading",
        row(),
        number("clause"),
        *texts("topics", "issues"),
        optional("force"),
        text("bound"),
        optional("reciprocity"),
        *texts("conditions", "parameters", "linkage"),
        optional("evidence"),
        *texts("evidence_note", "note", "by", "at", "origin", "review", "reason"),
        fk("reading", "clause", "clause.row"),
        pk("reading", "row"),
    )
    op.create_index("ix_reading_clause", "reading", ["clause"])
    for name, target in (("topic", "topic.code"), ("issue", "issue.id")):
        table = f"reading_{name}"
        op.create_table(
            table,
            number("reading"),
            *texts(name, "version"),
            number("clause"),
            fk(table, "reading", "reading.row"),
            fk(table, name, target),
            fk(table, "version", "version.id"),
            fk(table, "clause", "clause.row"),
            pk(table, "reading", name),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_{table}_{name}_version", table, [name, "version"])
    op.create_table(
        "answer",
        row(),
        *texts("version", "clause", "how"),
        optional("to_clause"),
        optional("to_proposal"),
        *texts("origin", "by"),
        fk("answer", "version", "version.id"),
        pk("answer", "row"),
    )
    op.create_index("ix_answer_clause", "answer", ["clause"])
    op.create_index("ix_answer_to_clause", "answer", ["to_clause"])
    op.create_table(
        "silence",
        row(),
        *texts("version", "party", "issue", "kind", "note"),
        fk("silence", "version", "version.id"),
        fk("silence", "party", "party.code"),
        fk("silence", "issue", "issue.id"),
        pk("silence", "row"),
    )


def the_decisions() -> None:
    """Hold what people decided, each with its own hash and its predecessor's."""
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer, nullable=False),
        *texts("subject", "subject_id", "outcome", "by", "at", "note"),
        optional("as_of"),
        *texts("previous", "hash"),
        pk("decision", "id"),
    )
    op.create_index("ix_decision_subject", "decision", ["subject", "subject_id"])


def what_never_changes() -> None:
    """Keep the texts, the readings and the decisions from being changed or deleted."""
    for table, reason in APPEND_ONLY.items():
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER keep_{table}_from_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
            )


def the_words() -> None:
    """Index the words of the clauses for search, kept up by a trigger."""
    op.execute(
        "CREATE VIRTUAL TABLE clause_words USING fts5(reference, heading, text, "
        "content='clause', content_rowid='row', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER index_clause_words AFTER INSERT ON clause BEGIN "
        "INSERT INTO clause_words(rowid, reference, heading, text) "
        "VALUES (new.row, new.reference, new.heading, new.text); END"
    )


def key(name: str) -> sa.Column[str]:
    """Return a text that identifies a row."""
    return sa.Column(name, sa.Text, nullable=False)


def row() -> sa.Column[int]:
    """Return the number of a row."""
    return sa.Column("row", sa.Integer, nullable=False)


def text(name: str) -> sa.Column[str]:
    """Return a text that is always there, empty where nothing is stated."""
    return sa.Column(name, sa.Text, nullable=False)


def texts(*names: str) -> Iterator[sa.Column[str]]:
    """Return several such texts."""
    return map(text, names)


def optional(name: str) -> sa.Column[str]:
    """Return a text that may be missing."""
    return sa.Column(name, sa.Text)


def number(name: str) -> sa.Column[int]:
    """Return a whole number."""
    return sa.Column(name, sa.Integer, nullable=False)


def pk(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """Return the primary key of a table."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """Return a reference to another table."""
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
