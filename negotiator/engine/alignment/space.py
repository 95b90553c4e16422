"""Clauses as weighted terms of one kind, comparable by the cosine."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, repeat

from negotiator.engine.alignment.terms import Frequencies

Vector = dict[str, float]


class Space:
    """Every clause of some documents as a vector of weighted terms, of length 1.

    A term weighs by its frequency in the clause and its rarity among all clauses (Salton and
    Buckley 1988, *Term-weighting approaches in automatic text retrieval*; the inverse document
    frequency is smoothed).
    """

    def __init__(
        self,
        texts: Sequence[Frequencies],
        numbers: Sequence[Sequence[int]],
        most: float = 1.0,
    ) -> None:
        """Weigh the terms of the clauses of some documents.

        Args:
            texts: the terms of every text that a clause has.
            numbers: for each clause of each document, the number of its text.
            most: terms that stand in a larger share of all clauses are left out.
        """
        size = sum(map(len, numbers))
        times = Counter(chain.from_iterable(numbers))
        held = Counter(
            chain.from_iterable(
                chain.from_iterable(repeat(texts[text][0], count) for text, count in times.items())
            )
        )
        common = max(len(numbers), most * size)
        # What only one of many documents says is no rarer than it is in one of two.
        fewest = len(numbers) / 2
        rarity = {count: math.log(1 + size / max(count, fewest)) for count in set(held.values())}
        weights = {term: rarity[count] for term, count in held.items() if count <= common}
        self._numbers = numbers
        self.texts = [_vector(one, weights) for one in texts]

    def vectors(self, document: int) -> list[Vector]:
        """Return the clauses of a document, in its order."""
        return [self.texts[text] for text in self._numbers[document]]

    def between(self, one: int, other: int) -> Callable[[int, int], float]:
        """Return what tells how alike a clause of one document and one of the other are, 0 to 1."""
        left, right = self.vectors(one), self.vectors(other)
        return lambda row, column: cosine(left[row], right[column])


def _vector(counts: Frequencies, weights: Mapping[str, float]) -> Vector:
    found = {
        term: often * weights[term] for term, often in zip(*counts, strict=True) if term in weights
    }
    length = math.sqrt(math.fsum([weight * weight for weight in found.values()])) or 1.0
    return {term: weight / length for term, weight in found.items()}


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors of length 1 are, 0 to 1.

    The sum is exact before it is rounded, so that the order of the terms makes no difference.
    """
    return math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def containment(one: Vector, other: Vector) -> tuple[float, float]:
    """Return which share of each of two vectors of length 1 is in the other.

    The share is that of the squared weights, so that rare terms count most.
    """
    both = one.keys() & other.keys()
    return (
        math.fsum([one[term] * one[term] for term in both]),
        math.fsum([other[term] * other[term] for term in both]),
    )
