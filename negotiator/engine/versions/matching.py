"""What lines two versions up: which clauses became which."""

from __future__ import annotations

from dataclasses import dataclass

from negotiator.model import Method


@dataclass(frozen=True, slots=True)
class Match:
    """Clauses of the old version that became clauses of the new one.

    One stands against one, one against the parts that it was split into, or several against the
    one that they were merged into; parts stand next to each other.

    Args:
        old: places in the old version, from 0, in order.
        new: places in the new version.
        score: 0 to 1, the share of the words that both have, in their order.
        method: what lined them up.
        moved: out of the order that the other clauses kept.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    method: Method
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """Two versions lined up: every clause of both is in one match or in none.

    Args:
        matches: in the order of the new version.
        fallback: what was done less well because the time was over; empty if it was not.
    """

    matches: tuple[Match, ...]
    fallback: str = ""
