"""Which clauses are worth comparing: those that share rare words and rare pairs of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from negotiator.engine.patience import Patience

MOST_TERMS = 24  # the rarest words and pairs of a clause that are looked up
MOST_HOLDERS = 40  # a term that more clauses of a side hold tells little
MOST_CANDIDATES = 8  # of each clause, on either side
# Of what is rare in one of both clauses, this share is in the other, by weight.
LEAST_SHARED = 0.15

_UNIT = 1024  # weights are whole numbers, so that their sums hang on no order
_PAIR = 21  # bits of a character


def candidates(
    old: Mapping[int, str], new: Mapping[int, str], patience: Patience
) -> list[tuple[int, int]] | None:
    """Return the places of clauses that share most of what is rare; None when the time is over.

    An inverted index of words and word pairs, each weighted by its inverse document frequency
    (Spärck Jones 1972). Each clause has its best few on the other side.

    Args:
        old: coded clauses of the old version by their places.
        new: those of the new one.
        patience: tells when the time is over.
    """
    weights = _weights(old.values(), new.values())
    holders: dict[int, list[int]] = {}
    enough: dict[int, float] = {}
    for place, line in new.items():
        terms = _rarest(line, weights)
        enough[place] = LEAST_SHARED * sum([weights[term] for term in terms])
        for term in terms:
            holders.setdefault(term, []).append(place)
    found: set[tuple[int, int]] = set()
    columns: dict[int, list[tuple[int, int]]] = {}
    for number, (place, line) in enumerate(old.items()):
        if number % 64 == 0 and patience():
            return None
        terms = _rarest(line, weights)
        sums: dict[int, int] = {}
        get = sums.get
        for term in terms:
            if term in holders:
                weight = weights[term]
                for other in holders[term]:
                    sums[other] = get(other, 0) + weight
        least = LEAST_SHARED * sum([weights[term] for term in terms])
        top = [
            (-shared, other)
            for other, shared in sums.items()
            if shared >= least or shared >= enough[other]
        ]
        top.sort()
        found.update((place, other) for _, other in top[:MOST_CANDIDATES])
        for shared, other in top:
            columns.setdefault(other, []).append((shared, place))
    for other, column in columns.items():
        column.sort()
        found.update((place, other) for _, place in column[:MOST_CANDIDATES])
    return sorted(found)


def _weights(old: Iterable[str], new: Iterable[str]) -> dict[int, int]:
    """Return the weight of every term that few clauses of both sides hold."""
    here, there = Counter[int](), Counter[int]()
    size = 0
    for counts, lines in ((here, old), (there, new)):
        for line in lines:
            counts.update(_terms(line))
            size += 1
    return {
        term: round(_UNIT * math.log(1 + size / (count + there[term])))
        for term, count in here.items()
        if count <= MOST_HOLDERS and 0 < there.get(term, 0) <= MOST_HOLDERS
    }


def _terms(line: str) -> set[int]:
    """Return the words of a clause and the pairs of words that follow each other, as numbers."""
    words = [*map(ord, line)]
    return {*words, *[(one << _PAIR) + other for one, other in pairwise(words)]}


def _rarest(line: str, weights: Mapping[int, int]) -> list[int]:
    held = [*(_terms(line) & weights.keys())]
    if len(held) > MOST_TERMS:
        held.sort(key=lambda term: (-weights[term], term))
        del held[MOST_TERMS:]
    return held
