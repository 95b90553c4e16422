"""How likely it is that a match is right."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.versions.matching import Match
from negotiator.model import Method

# Of clauses that were called moved while no neighbour moved along, this share was right.
MOVED_ALONE = 0.93


def likelihoods(matches: Sequence[Match]) -> tuple[float, ...]:
    """Return how likely each match is right, 0 to 1; 1 for what a document states.

    What a clause lost counts by its square: among known edits of treaties, matches in order were
    right in all cases from six words kept in ten, and in most from three in ten.

    Args:
        matches: all those between two versions.
    """
    starts = {(one.old[0], one.new[0]) for one in matches}
    ends = {(one.old[-1] + 1, one.new[-1] + 1) for one in matches}
    return tuple(
        1.0
        if one.method is Method.SAME_KEY
        else (1 - (1 - one.score) ** 2) * (MOVED_ALONE if _alone(one, starts, ends) else 1.0)
        for one in matches
    )


def _alone(one: Match, starts: set[tuple[int, int]], ends: set[tuple[int, int]]) -> bool:
    behind = (one.old[-1] + 1, one.new[-1] + 1)
    return one.moved and (one.old[0], one.new[0]) not in ends and behind not in starts
