"""What lines clauses up: links between two sides, and what stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.model import Method, Relation


@dataclass(frozen=True, slots=True)
class Link:
    """Clauses of two sides that speak to each other, and why they were lined up.

    Args:
        left: ids of clauses of one side; several where one side says in parts what the other
            says at once.
        right: ids of clauses of the other.
        relation: how they stand to each other as far as that is known.
        method: what lined them up.
        score: 0 to 1, how likely the link is right; 1 for what a person or a document states.
        reasons: sentences a person can check against the two texts, strongest first.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation
    method: Method
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sides lined up: every clause is in a link, or stands alone.

    Args:
        links: in the order of the left side, then of the right.
        left_alone: ids of the left side in no link, in document order.
        right_alone: ids of the right side in no link.
        fallback: what was done less well because the deadline was hit; empty if it was not.
    """

    links: tuple[Link, ...]
    left_alone: tuple[str, ...]
    right_alone: tuple[str, ...]
    fallback: str = ""
