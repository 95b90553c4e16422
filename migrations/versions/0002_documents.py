"""Documents as people send them: amendments, what was left out, and how strongly a clause binds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the chapter."""
    amendments()
    what_is_left_out()
    how_strongly()


def amendments() -> None:
    """Hold the wording that a clause amends, what it does to it, and why; and what unit it is."""
    op.add_column("clause", sa.Column("base_text", sa.Text))
    op.add_column("clause", sa.Column("change", sa.Text))
    for name, before in (("justification", ""), ("unit", "provision")):
        default = sa.text(f"'{before}'")
        op.add_column("clause", sa.Column(name, sa.Text, nullable=False, server_default=default))


def what_is_left_out() -> None:
    """Hold what a document has that is in no clause."""
    op.create_table(
        "omission",
        sa.Column("row", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("version", "what", "reason", "page", "place", "text")
        ),
        sa.ForeignKeyConstraint(["version"], ["version.id"], name="fk_omission_version"),
        sa.PrimaryKeyConstraint("row", name="pk_omission"),
    )
    op.create_index("ix_omission_version", "omission", ["version"])
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER keep_omission_from_{act.lower()} BEFORE {act} ON omission "
            "BEGIN SELECT RAISE(ABORT, 'what was left out of a version never changes'); END"
        )


def how_strongly() -> None:
    """Hold how strongly a clause binds, beside the act it performs."""
    op.add_column("reading", sa.Column("strength", sa.Text))
