"""Links: which clauses of different parties speak to each other, as the machine drafts it.

What people decide on a link goes where all decisions go, into the chain of the first chapter.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the chapter."""
    what_was_lined_up()
    the_drafts()


def what_was_lined_up() -> None:
    """Hold which version of one proposal was lined up last with which version of another."""
    op.create_table(
        "lining",
        sa.Column("row", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("left", "right", "left_version", "right_version")
        ),
        sa.ForeignKeyConstraint(["left_version"], ["version.id"], name="fk_lining_left_version"),
        sa.ForeignKeyConstraint(["right_version"], ["version.id"], name="fk_lining_right_version"),
        sa.UniqueConstraint("left", "right", name="uq_lining_left_right"),
        sa.PrimaryKeyConstraint("row", name="pk_lining"),
    )


def the_drafts() -> None:
    """Hold the machine's links. Nobody has decided anything here, so they may be replaced."""
    op.create_table(
        "link",
        sa.Column("lining", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("left", "right", "left_wording", "right_wording", "relation", "method")
        ),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("fitted", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["lining"], ["lining.row"], name="fk_link_lining"),
        sa.PrimaryKeyConstraint("left", "right", name="pk_link"),
    )
    op.create_index("ix_link_lining", "link", ["lining"])
    op.create_index("ix_link_right", "link", ["right"])
