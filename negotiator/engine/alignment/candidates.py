"""Which pairs of clauses are worth a look."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest

from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.nearest import nearest
from negotiator.engine.alignment.signals import Documents, Likeness

# So many for each clause, each way: more find hardly a true partner more.
KEPT = 8
# Scores kept beyond the candidates, for looking at the neighbours of a pair.
SEEN = 40

# Two documents, and whether the neighbours of pairs will be looked at, to the pairs of clauses that
# are likest in wording, and how alike the clauses around them are.
Search = Callable[[int, int, bool], tuple[Iterable[Pair], Likeness]]


def candidates(
    documents: Documents, left: int, right: int, search: Search, around: bool
) -> tuple[list[Pair], Likeness]:
    """Return the pairs to look at, in order, and what tells how alike the clauses around them are.

    A pair is a candidate when the search finds it; when either clause is, among those under a topic
    of its own, among the likest by its words at a glance; and when both have the same words: of
    many such clauses the first with the first, the second with the second.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
        search: what finds the likest.
        around: the neighbours of pairs will be looked at.
    """
    likest, nearby = search(left, right, around)
    found = {
        *same_words(documents, left, right),
        *_same_topics(documents, left, right),
        *likest,
    }
    return sorted(found), nearby


def apart(documents: Documents) -> Search:
    """Return the search that looks at two documents by themselves.

    Either clause is among the likest of the other, by words and their pairs or by stems.
    """

    def search(left: int, right: int, around: bool) -> tuple[set[Pair], Likeness]:
        found: set[Pair] = set()
        scores: dict[Pair, float] = {}
        for space in (documents.pairs, documents.stems):
            beside = around and space is documents.pairs
            rows, columns = nearest(
                space.vectors(left), space.vectors(right), SEEN if beside else KEPT
            )
            for row, likest in enumerate(rows):
                found.update((row, column) for _, column in likest[:KEPT])
            for column, likest in enumerate(columns):
                found.update((row, column) for _, row in likest[:KEPT])
            if beside:
                for row, likest in enumerate(rows):
                    scores.update(((row, column), score) for score, column in likest)
                for column, likest in enumerate(columns):
                    scores.update(((row, column), score) for score, row in likest)
        return found, lambda row, column: scores.get((row, column), 0.0)

    return search


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
    if not under or not any(documents.topics[left]):
        return
    alike = documents.glance(left, right)
    for row, topics in enumerate(documents.topics[left]):
        columns = sorted({column for topic in topics for column in under.get(topic, ())})
        best = nlargest(KEPT, ((alike(row, column), -column) for column in columns))
        yield from ((row, -column) for _, column in best)
