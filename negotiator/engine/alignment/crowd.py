"""The clauses of many documents that are most alike, found by one look at each text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.candidates import KEPT, Search, apart
from negotiator.engine.alignment.nearest import MOST_HOLDERS, MOST_SHARE
from negotiator.engine.alignment.signals import Documents, Likeness
from negotiator.engine.alignment.space import Vector
from negotiator.engine.patience import Patience, endless

# A short clause looks for others by its rarest terms, up to this share of the square of its length:
# the rest are the frequent ones, which cost most and tell least.
TELLING = 0.6
# A clause that shares less than this with the telling terms of another is no candidate; one that is
# less than `RIVAL` times as like it as the best of its document is no rival of the best.
LEAST = 0.05
RIVAL = 0.25
# How often a loop asks whether the time is over.
ROUND = 256

# For each document the clauses that are likest, best first.
Likest = Sequence[Sequence[int]]


def together(documents: Documents, patience: Patience = endless) -> Search:
    """Return the search that looks for the likest of each text in all documents at once.

    Short clauses are found so. Articles are long and differ in more than a few rare terms: they
    are looked at two documents at a time.

    Args:
        documents: those that are lined up.
        patience: tells when the time is over; then nothing more is found.
    """
    two = apart(documents)

    @cache
    def found() -> list[Likest]:
        return list(_found(documents, patience))

    def search(left: int, right: int, around: bool) -> tuple[Iterable[Pair], Likeness]:
        if around:
            return two(left, right, around)
        likest = found()
        pairs: set[Pair] = set()
        for row, text in enumerate(documents.numbers[left]):
            pairs.update([(row, column) for column in likest[text][right]])
        for column, text in enumerate(documents.numbers[right]):
            pairs.update([(row, column) for row in likest[text][left]])
        return pairs, _unlike

    return search


def _unlike(_row: int, _column: int) -> float:
    return 0.0


class _Index:
    """Which texts hold a term, and how much it weighs there."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._vectors = vectors
        self._holders: dict[str, list[tuple[int, float]]] = {}
        for text, vector in enumerate(vectors):
            for term, weight in vector.items():
                self._holders.setdefault(term, []).append((text, weight))
        self._limit = max(MOST_HOLDERS, MOST_SHARE * len(vectors))

    def add(self, text: int, sums: dict[int, float]) -> None:
        """Add how like a text others are, by its telling terms, the rarest first."""
        held = [
            (weight, those)
            for term, weight in self._vectors[text].items()
            if len(those := self._holders[term]) <= self._limit
        ]
        held.sort(key=lambda one: len(one[1]))
        told = 0.0
        for weight, those in held:
            if told >= TELLING:
                break
            told += weight * weight
            for other, more in those:
                sums[other] = sums.get(other, 0.0) + weight * more


def _found(documents: Documents, patience: Patience) -> Iterator[Likest]:
    """Yield for each text the clauses that are likest, in every document."""
    indexes = [_Index(space.texts) for space in (documents.pairs, documents.stems)]
    places = _places(documents)
    count = len(documents.numbers)
    over = False
    for text in range(len(documents.texts)):
        over = over or (text % ROUND == 0 and patience())
        if over:
            yield [()] * count
            continue
        sums: dict[int, float] = {}
        for index in indexes:
            index.add(text, sums)
        yield _by_document(sums, sums.get(text, 0.0) * LEAST, places, count)


def _places(documents: Documents) -> list[list[tuple[int, list[int]]]]:
    """Return for each text the documents that have it, and its places there."""
    places: list[dict[int, list[int]]] = [{} for _ in documents.texts]
    for number, texts in enumerate(documents.numbers):
        for place, text in enumerate(texts):
            places[text].setdefault(number, []).append(place)
    return [list(held.items()) for held in places]


def _by_document(
    sums: Mapping[int, float],
    least: float,
    places: Sequence[Sequence[tuple[int, Sequence[int]]]],
    count: int,
) -> Likest:
    """Return the likest clauses of each document, best first; of equal ones the first.

    Args:
        sums: how like the text others are, by their numbers.
        least: what a candidate needs.
        places: where each text stands.
        count: the number of documents.
    """
    ranked = sorted([(-score, text) for text, score in sums.items() if score >= least])
    best = [0.0] * count
    found: list[list[int]] = [[] for _ in range(count)]
    for score, text in ranked:
        for number, held in places[text]:
            mine = found[number]
            if not mine:
                best[number] = RIVAL * score
            if len(mine) < KEPT and score <= best[number]:
                mine.extend(held[: KEPT - len(mine)])
    return found
