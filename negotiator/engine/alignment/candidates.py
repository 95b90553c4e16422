"""Which pairs of clauses are worth a look."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from heapq import nlargest

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
    or, among those under a topic of its own, by its words at a glance; and when both have the same
    words: of many such clauses the first with the first, the second with the second.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
    """
    found = {*same_words(documents, left, right), *_same_topics(documents, left, right)}
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


def _same_topics(documents: Documents, left: int, right: int) -> Iterator[Pair]:
    under: dict[str, list[int]] = {}
    for column, topics in enumerate(documents.topics[right]):
        for topic in topics:
            under.setdefault(topic, []).append(column)
    if not under:
        return
    alike = documents.glance(left, right)
    for row, topics in enumerate(documents.topics[left]):
        columns = sorted({column for topic in topics for column in under.get(topic, ())})
        best = nlargest(KEPT, ((alike(row, column), -column) for column in columns))
        yield from ((row, -column) for _, column in best)


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
