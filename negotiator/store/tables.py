"""The tables, as the migrations leave them; a test holds the two against each other."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *rest: ForeignKey) -> Column[str]:
    return Column(name, Text, *rest, nullable=False)


def _optional(name: str, *rest: ForeignKey) -> Column[str]:
    return Column(name, Text, *rest)


def _number(name: str, *rest: ForeignKey) -> Column[int]:
    return Column(name, Integer, *rest, nullable=False)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), _text("value"))

negotiation = Table(
    "negotiation",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("title"),
    _text("forum"),
    _text("rule"),
    _text("note"),
)

party = Table(
    "party",
    metadata,
    Column("code", Text, primary_key=True),
    _number("ordinal"),
    _text("name"),
    _text("side"),
    _text("kind"),
    _text("short"),
    _text("aliases"),
    _text("member_of"),
    _text("role"),
)

topic = Table(
    "topic",
    metadata,
    Column("code", Text, primary_key=True),
    _number("ordinal"),
    _text("label"),
    _optional("parent", ForeignKey("topic.code")),
    _text("definition"),
    _text("keywords"),
)

issue = Table(
    "issue",
    metadata,
    Column("id", Text, primary_key=True),
    _number("ordinal"),
    _text("topic", ForeignKey("topic.code")),
    _text("question"),
)

event = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    _number("ordinal"),
    _text("label"),
    _text("starts"),
    _optional("ends"),
    _text("kind"),
    _text("sources"),
)

source = Table(
    "source",
    metadata,
    Column("id", Text, primary_key=True),
    _number("ordinal"),
    _text("address"),
    _text("shows"),
)

version = Table(
    "version",
    metadata,
    Column("id", Text, primary_key=True),
    _number("ordinal"),
    _text("proposal"),
    _number("number"),
    _text("title"),
    _text("parties"),
    _text("supporters"),
    _text("genre"),
    _optional("issued"),
    _optional("received"),
    _optional("published"),
    _text("addressees"),
    _optional("authenticity"),
    _text("language"),
    _text("translation"),
    _text("based_on"),
    _text("language_version_of"),
    _text("sources"),
    _text("note"),
    _text("file_name"),
    _text("file_sha256"),
    _number("file_size"),
    _text("content"),
    _text("recorded_by"),
    _text("recorded_at"),
    UniqueConstraint("proposal", "number"),
)

clause = Table(
    "clause",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("version", ForeignKey("version.id")),
    _text("id"),
    _text("key"),
    _number("ordinal"),
    _text("reference"),
    _text("heading"),
    _optional("parent"),
    _text("text"),
    _text("wording"),
    _text("language"),
    _text("locator"),
    _text("sources"),
    _optional("base_text"),
    _optional("change"),
    _text("justification"),
    _text("unit"),
    UniqueConstraint("version", "id"),
    UniqueConstraint("version", "key"),
    Index("ix_clause_id", "id"),
)

reading = Table(
    "reading",
    metadata,
    Column("row", Integer, primary_key=True),
    _number("clause", ForeignKey("clause.row")),
    _text("topics"),
    _text("issues"),
    _optional("force"),
    _text("bound"),
    _optional("reciprocity"),
    _text("conditions"),
    _text("parameters"),
    _text("linkage"),
    _optional("evidence"),
    _text("evidence_note"),
    _text("note"),
    _text("by"),
    _text("at"),
    _text("origin"),
    _text("review"),
    _text("reason"),
    _optional("strength"),
    Index("ix_reading_clause", "clause"),
)


def _filing(name: str, target: str) -> Table:
    # Version and clause stand here again so that one index answers "what stands under this".
    return Table(
        f"reading_{name}",
        metadata,
        Column("reading", Integer, ForeignKey("reading.row"), primary_key=True),
        Column(name, Text, ForeignKey(target), primary_key=True),
        _text("version", ForeignKey("version.id")),
        _number("clause", ForeignKey("clause.row")),
        Index(f"ix_reading_{name}_{name}_version", name, "version"),
        sqlite_with_rowid=False,
    )


reading_topic = _filing("topic", "topic.code")
reading_issue = _filing("issue", "issue.id")

answer = Table(
    "answer",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("version", ForeignKey("version.id")),
    _text("clause"),
    _text("how"),
    _optional("to_clause"),
    _optional("to_proposal"),
    _text("origin"),
    _text("by"),
    Index("ix_answer_clause", "clause"),
    Index("ix_answer_to_clause", "to_clause"),
)

silence = Table(
    "silence",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("version", ForeignKey("version.id")),
    _text("party", ForeignKey("party.code")),
    _text("issue", ForeignKey("issue.id")),
    _text("kind"),
    _text("note"),
)

omission = Table(
    "omission",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("version", ForeignKey("version.id")),
    _text("what"),
    _text("reason"),
    _text("page"),
    _text("place"),
    _text("text"),
    Index("ix_omission_version", "version"),
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("subject"),
    _text("subject_id"),
    _text("outcome"),
    _text("by"),
    _text("at"),
    _text("note"),
    _optional("as_of"),
    _text("previous"),
    _text("hash"),
    Index("ix_decision_subject", "subject", "subject_id"),
)

# The machine's drafts: which versions were lined up last, and the links found between them.
lining = Table(
    "lining",
    metadata,
    Column("row", Integer, primary_key=True),
    _text("left"),
    _text("right"),
    _text("left_version", ForeignKey("version.id")),
    _text("right_version", ForeignKey("version.id")),
    UniqueConstraint("left", "right"),
)

link = Table(
    "link",
    metadata,
    _number("lining", ForeignKey("lining.row")),
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    _text("left_wording"),
    _text("right_wording"),
    _text("relation"),
    _text("method"),
    Column("score", Float, nullable=False),
    Column("fitted", Float, nullable=False),
    _text("reasons"),
    Index("ix_link_lining", "lining"),
    Index("ix_link_right", "right"),
)

# A version never changes once tabled; readings and decisions are appended, never overwritten.
APPEND_ONLY = (
    "version",
    "clause",
    "reading",
    "reading_topic",
    "reading_issue",
    "answer",
    "silence",
    "omission",
    "decision",
)
