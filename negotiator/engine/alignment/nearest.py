"""The clauses of two documents that are most alike."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappush, heapreplace, nlargest

from negotiator.engine.alignment.space import Vector

# A term in more clauses than this, and in more than this share of them, finds no candidate.
MOST_HOLDERS = 60
MOST_SHARE = 0.06

Scored = tuple[float, int]


def nearest(
    left: Sequence[Vector], right: Sequence[Vector], most: int
) -> tuple[list[list[Scored]], list[list[Scored]]]:
    """Return for each clause of two documents those of the other that are most like it.

    Terms that nearly every clause holds count only in small documents: they tell nothing apart,
    and would cost the square of the size.

    Args:
        left: the clauses of one document.
        right: those of the other.
        most: how many at most for each.

    Returns:
        For each clause of the left document, and for each of the right, scores with the numbers of
        clauses of the other, best first; of equal ones the first in the document.
    """
    holders: dict[str, list[tuple[int, float]]] = {}
    for column, vector in enumerate(right):
        for term, weight in vector.items():
            holders.setdefault(term, []).append((column, weight))
    limit = max(MOST_HOLDERS, MOST_SHARE * len(right))
    rare = {term: held for term, held in holders.items() if len(held) <= limit}
    rows: list[list[Scored]] = []
    columns: list[list[Scored]] = [[] for _ in right]
    for row, vector in enumerate(left):
        sums: dict[int, float] = {}
        for term, weight in vector.items():
            for column, more in rare.get(term, ()):
                sums[column] = sums.get(column, 0.0) + weight * more
        scored = [(score, -column) for column, score in sums.items()]
        rows.append(nlargest(most, scored))
        for score, column in scored:
            held = columns[-column]
            if len(held) < most:
                heappush(held, (score, -row))
            elif score > held[0][0]:
                heapreplace(held, (score, -row))
    for held in columns:
        held.sort(reverse=True)
    return [_numbered(found) for found in rows], [_numbered(found) for found in columns]


def _numbered(found: list[Scored]) -> list[Scored]:
    return [(score, -place) for score, place in found]
