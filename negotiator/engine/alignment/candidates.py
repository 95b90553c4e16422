"""Which pairs of clauses are worth a look."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.signals import Documents
from negotiator.engine.alignment.space import Vector, nearest

# So many for each clause, each way: more find hardly a true partner more.
KEPT = 8
# Scores kept beyond the candidates, for looking at the neighbours of a pair.
SEEN = 40


def candidates(documents: Documents, left: int, right: int) -> tuple[list[Pair], dict[Pair, float]]:
    """Return the pairs to look at, in order, and how alike the clauses around them are.

    A pair is a candidate when either clause is among the likest of the other by words or by stems,
    or when both have the same words: of many such clauses the first with the first, the second with
    the second.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
    """
    found = set(same_words(documents, left, right))
    nearby: dict[Pair, float] = {}
    for space in (documents.pairs, documents.stems):
        for pair, score, rank in _likest(space.vectors(left), space.vectors(right)):
            if rank < KEPT:
                found.add(pair)
            if space is documents.pairs:
                nearby[pair] = score
    return sorted(found), nearby


def same_words(documents: Documents, left: int, right: int) -> Iterator[Pair]:
    """Yield pairs of clauses with the same words, each clause once, in the order of both."""
    waiting: dict[tuple[str, ...], deque[int]] = {}
    for column, one in enumerate(documents.terms[right]):
        if one.words:
            waiting.setdefault(one.words, deque()).append(column)
    for row, one in enumerate(documents.terms[left]):
        if waiting.get(one.words):
            yield row, waiting[one.words].popleft()


def _likest(left: Sequence[Vector], right: Sequence[Vector]) -> list[tuple[Pair, float, int]]:
    rows, columns = nearest(left, right, SEEN)
    along = [
        ((row, column), score, rank)
        for row, likest in enumerate(rows)
        for rank, (score, column) in enumerate(likest)
    ]
    across = [
        ((row, column), score, rank)
        for column, likest in enumerate(columns)
        for rank, (score, row) in enumerate(likest)
    ]
    return [*along, *across]
