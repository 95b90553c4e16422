"""What the topics that two clauses stand under say about a link."""

from __future__ import annotations

from collections.abc import Collection

from negotiator.engine.alignment.surroundings import log_odds
from negotiator.engine.alignment.weighing import likelihood

# In log odds. Clauses of one topic answer each other far more often than others do; a reading under
# other topics speaks against a link, and less firmly, for a clause may touch several.
SAME_TOPIC = 2.0
OTHER_TOPIC = -1.0


def with_topics(score: float, one: Collection[str], other: Collection[str]) -> float:
    """Return how likely a link is when the topics of both clauses are known as well.

    Args:
        score: how likely it is without.
        one: the topics of one clause; empty where nobody has read it.
        other: those of the other.
    """
    if not one or not other:
        return score
    shared = set(one) & set(other)
    return likelihood(log_odds(score) + (SAME_TOPIC if shared else OTHER_TOPIC))
