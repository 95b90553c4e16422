"""The clauses of several proposals become links, each with its method and score."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.model import Method, Relation


@dataclass(frozen=True, slots=True)
class Link:
    """Two clauses that speak to each other, and why they were lined up.

    Args:
        left: id of one clause.
        right: id of the other, of another party.
        relation: how they stand to each other as far as that is known.
        method: what lined them up.
        score: 0 to 1; 1 for what a person or a document states.
    """

    left: str
    right: str
    relation: Relation
    method: Method
    score: float
