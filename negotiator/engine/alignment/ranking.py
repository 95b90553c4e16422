"""Which clauses of another document a clause most likely speaks to, best first."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.signals import Documents
from negotiator.engine.alignment.topics import shared

# How much topics count beside words: enough to lift a clause of the same topic over one that only
# sounds alike, not enough to lift one that shares no word.
SAME_TOPIC = 0.25


def rank(
    queries: Sequence[Passage], clauses: Sequence[Passage]
) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for each query all clauses with their score, best first; ties in document order.

    Words count by their stems and by runs of four letters, which see through endings and compounds
    in the short texts that analysts write; topics count where both are read.

    Args:
        queries: clauses that answer others; ids unique.
        clauses: those that they may speak to, of any documents; ids unique.
    """
    alike = Documents((queries, clauses)).glance(0, 1)

    def score(row: int, column: int) -> float:
        topics = queries[row].topics, clauses[column].topics
        return alike(row, column) + SAME_TOPIC * shared(*topics)

    return {
        query.id: tuple(
            (clauses[column].id, value)
            for value, column in sorted(
                ((score(row, column), column) for column in range(len(clauses))),
                key=lambda scored: (-scored[0], scored[1]),
            )
        )
        for row, query in enumerate(queries)
    }
