"""Clauses as weighted terms of one kind, comparable by the cosine."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import heappush, heapreplace, nlargest
from itertools import chain

Vector = dict[int, float]


class Space:
    """Every clause of some documents as a vector of weighted terms, of length 1.

    A term weighs by its frequency in the clause and its rarity among all clauses (Salton and
    Buckley 1988, *Term-weighting approaches in automatic text retrieval*; the inverse document
    frequency is smoothed).
    """

    def __init__(self, documents: Sequence[Sequence[Sequence[str]]], most: float = 1.0) -> None:
        """Weigh the terms of the clauses of some documents.

        Args:
            documents: the terms of each clause of each document.
            most: terms that stand in a larger share of all clauses are left out.
        """
        size = sum(map(len, documents))
        held = Counter(chain.from_iterable(map(set, chain.from_iterable(documents))))
        common = max(2.0, most * size)
        weights = {
            term: (code, math.log(1 + size / held[term]))
            for code, term in enumerate(
                dict.fromkeys(chain.from_iterable(chain.from_iterable(documents)))
            )
            if held[term] <= common
        }
        self._vectors = [
            [_vector(Counter(clause), weights) for clause in document] for document in documents
        ]

    def vectors(self, document: int) -> Sequence[Vector]:
        """Return the clauses of a document, in its order."""
        return self._vectors[document]

    def between(self, one: int, other: int) -> Callable[[int, int], float]:
        """Return what tells how alike a clause of one document and one of the other are, 0 to 1."""
        left, right = self._vectors[one], self._vectors[other]
        return lambda row, column: cosine(left[row], right[column])


def _vector(counts: Counter[str], weights: Mapping[str, tuple[int, float]]) -> Vector:
    found = {
        weights[term][0]: (1 + math.log(count)) * weights[term][1]
        for term, count in counts.items()
        if term in weights
    }
    length = math.sqrt(math.fsum(weight * weight for weight in found.values())) or 1.0
    return {term: weight / length for term, weight in found.items()}


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors of length 1 are, 0 to 1."""
    return sum([one[term] * other[term] for term in one.keys() & other.keys()])


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
    holders: dict[int, list[tuple[int, float]]] = {}
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
