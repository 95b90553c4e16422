"""What the topics that two clauses stand under say about a link."""

from __future__ import annotations

from collections.abc import Collection

from negotiator.engine.alignment.odds import likelihood, log_odds

# Clauses of the same topics answer each other often, whatever their words. Fitted on the answers
# that the documents of the shipped exchange state, in log odds: so much is it worth that words are
# alike (of 1), and that topics are shared (of 1).
BASE, WORDS, SHARED = -4.5, 7.2, 4.2
# Other topics speak against a link, and not firmly, for a clause may touch several.
OTHER = -1.0


def shared(one: Collection[str], other: Collection[str]) -> float:
    """Return 0 for no topic in common, 1 for the same topics, at least one half for any."""
    both = set(one) & set(other)
    return (1 + len(both) / len(set(one) | set(other))) / 2 if both else 0.0


def with_topics(score: float, alike: float, one: Collection[str], other: Collection[str]) -> float:
    """Return how likely a link is when the topics of both clauses are known.

    Args:
        score: how likely it is by wording and surroundings.
        alike: how alike the words are, 0 to 1.
        one: the topics of one clause, one at least.
        other: those of the other, one at least.
    """
    common = shared(one, other)
    if not common:
        return likelihood(log_odds(score) + OTHER)
    return max(score, likelihood(BASE + WORDS * alike + SHARED * common))
