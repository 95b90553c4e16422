"""What two clauses have in common: the signals that a link rests on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.space import Space
from negotiator.engine.alignment.terms import Terms, terms, with_pairs

# The signals of the wording, in the order of a row of values.
SIGNALS = (
    "words and pairs",
    "stems",
    "rare stems",
    "runs of four words",
    "root of runs",
    "first eight words",
    "first fifteen words",
    "first thirty words",
    "first sentence",
    "same start",
    "names and numbers",
    "both have names",
    "shorter in longer",
    "longer in shorter",
    "difference of length",
    "length",
    "same defined term",
    "other defined term",
)

Likeness = Callable[[int, int], float]
RARE = 0.15
START = 12


class Documents:
    """The clauses of several documents, ready to be compared.

    Args of every method are numbers of documents, in the order given.
    """

    def __init__(self, documents: Sequence[Sequence[Passage]]) -> None:
        """Take the terms of every clause and weigh them among all."""
        self.terms = [[terms(passage) for passage in document] for document in documents]
        self.topics = [[passage.topics for passage in document] for document in documents]

        def space(kind: Callable[[Terms], Sequence[str]], most: float = 1.0) -> Space:
            return Space([[kind(one) for one in document] for document in self.terms], most)

        self.pairs = space(lambda one: with_pairs(one.words))
        self.stems = space(lambda one: one.stems)
        self._rare = space(lambda one: one.stems, RARE)
        self._runs = space(lambda one: one.runs)
        self._openings = [
            space(lambda one, most=most: with_pairs(one.opening[:most]))  # type: ignore[misc]
            for most in (8, 15, 30)
        ]
        self._sentences = space(lambda one: with_pairs(one.sentence))
        self._names = space(lambda one: one.names)
        self._words = space(lambda one: sorted(set(one.words)))
        # Only texts that are read under topics are compared by letters: it takes the longest.
        read = any(topics for document in self.topics for topics in document)
        self._letters = space(lambda one: one.letters) if read else None

    def glance(self, left: int, right: int) -> Likeness:
        """Return how alike the words of two clauses are, short and in an analyst's words as well.

        Stems and, where clauses are read under topics, runs of letters count alike.
        """
        stems = self.stems.between(left, right)
        letters = self._letters.between(left, right) if self._letters else stems
        return lambda row, column: (stems(row, column) + letters(row, column)) / 2

    def shared_words(self, one: tuple[int, int], other: tuple[int, int]) -> list[str]:
        """Return the words that two clauses share, the rarest first, then the longest.

        Args:
            one: document and number of one clause.
            other: of the other.
        """
        first, second = (self._words.vectors(number)[place] for number, place in (one, other))
        spelt = dict(zip(first, sorted(set(self.terms[one[0]][one[1]].words)), strict=True))
        shared = [
            (-weight, -len(spelt[term]), spelt[term])
            for term, weight in first.items()
            if term in second
        ]
        return [word for _, _, word in sorted(shared)]

    def signals(self, left: int, right: int) -> Callable[[int, int], list[float]]:
        """Return what gives the signals of a pair of clauses, in the order of `SIGNALS`."""
        spaces = (self.pairs, self.stems, self._rare, self._runs)
        body = [space.between(left, right) for space in spaces]
        heads = [space.between(left, right) for space in (*self._openings, self._sentences)]
        names = self._names.between(left, right)
        named = [[bool(vector) for vector in self._names.vectors(one)] for one in (left, right)]
        contained = _containment(self._words, left, right)
        one, other = self.terms[left], self.terms[right]

        def values(row: int, column: int) -> list[float]:
            first, second = one[row], other[column]
            alike = [likeness(row, column) for likeness in body]
            return [
                *alike,
                math.sqrt(alike[3]),
                *(likeness(row, column) for likeness in heads),
                _same_start(first.opening, second.opening),
                names(row, column),
                float(named[0][row] and named[1][column]),
                *contained(row, column),
                abs(math.log((len(first.words) + 1) / (len(second.words) + 1))),
                math.log(1 + min(len(first.words), len(second.words))),
                float(bool(first.defined) and first.defined == second.defined),
                float(first.defined != second.defined),
            ]

        return values


def _containment(space: Space, left: int, right: int) -> Callable[[int, int], tuple[float, float]]:
    """Return what tells which share of the shorter clause is in the longer, and the reverse.

    The share is that of the squared weights of words, so that rare words count most.
    """
    one, other = space.vectors(left), space.vectors(right)

    def values(row: int, column: int) -> tuple[float, float]:
        first, second = one[row], other[column]
        here = sum(weight * weight for term, weight in first.items() if term in second)
        there = sum(weight * weight for term, weight in second.items() if term in first)
        return max(here, there), min(here, there)

    return values


def _same_start(one: Sequence[str], other: Sequence[str]) -> float:
    same = 0
    for first, second in zip(one[:START], other[:START], strict=False):
        if first != second:
            break
        same += 1
    return same / START
