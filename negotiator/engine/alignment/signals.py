"""What two clauses have in common: the signals that a link rests on."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from functools import cached_property

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

    Args of every method are numbers of documents, in the order given. Terms of a kind are weighed
    when they are first asked for: short clauses need fewer kinds than long articles.
    """

    def __init__(self, documents: Sequence[Sequence[Passage]]) -> None:
        """Take the terms of every clause."""
        self.terms = [[terms(passage) for passage in document] for document in documents]
        self._openings: dict[int, Space] = {}
        self.topics = [[passage.topics for passage in document] for document in documents]

    def _space(self, kind: Callable[[Terms], Sequence[str]], most: float = 1.0) -> Space:
        return Space([[kind(one) for one in document] for document in self.terms], most)

    @cached_property
    def pairs(self) -> Space:
        """Return the clauses as words, and pairs of words that follow each other."""
        return self._space(lambda one: with_pairs(one.words))

    @cached_property
    def stems(self) -> Space:
        """Return the clauses as stems."""
        return self._space(lambda one: one.stems)

    @cached_property
    def _rare(self) -> Space:
        return self._space(lambda one: one.stems, RARE)

    @cached_property
    def _runs(self) -> Space:
        return self._space(lambda one: one.runs)

    @cached_property
    def _sentences(self) -> Space:
        return self._space(lambda one: with_pairs(one.sentence))

    @cached_property
    def _names(self) -> Space:
        return self._space(lambda one: one.names)

    @cached_property
    def _words(self) -> Space:
        return self._space(lambda one: sorted(set(one.words)))

    @cached_property
    def _letters(self) -> Space:
        return self._space(lambda one: one.letters)

    def _opening(self, most: int) -> Space:
        if most not in self._openings:
            self._openings[most] = self._space(lambda one: with_pairs(one.opening[:most]))
        return self._openings[most]

    def glance(self, left: int, right: int) -> Likeness:
        """Return how alike the words of two clauses are, short and in an analyst's words as well.

        Stems and runs of letters count alike.
        """
        stems, letters = self.stems.between(left, right), self._letters.between(left, right)
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

    def signals(
        self, left: int, right: int, needed: Collection[str] = SIGNALS
    ) -> Callable[[int, int], list[float]]:
        """Return what gives the signals of a pair of clauses, in the order of `SIGNALS`.

        Args:
            left: the number of one document.
            right: of the other.
            needed: names of signals; the others are left at 0.
        """
        made = [
            self._likeness(name, left, right) if name in needed else _nothing for name in SIGNALS
        ]
        return lambda row, column: [likeness(row, column) for likeness in made]

    def _likeness(self, name: str, left: int, right: int) -> Likeness:
        one, other = self.terms[left], self.terms[right]
        match name:
            case "words and pairs":
                return self.pairs.between(left, right)
            case "stems":
                return self.stems.between(left, right)
            case "rare stems":
                return self._rare.between(left, right)
            case "runs of four words":
                return self._runs.between(left, right)
            case "root of runs":
                runs = self._runs.between(left, right)
                return lambda row, column: math.sqrt(runs(row, column))
            case "first eight words":
                return self._opening(8).between(left, right)
            case "first fifteen words":
                return self._opening(15).between(left, right)
            case "first thirty words":
                return self._opening(30).between(left, right)
            case "first sentence":
                return self._sentences.between(left, right)
            case "same start":
                return lambda row, column: _same_start(one[row].opening, other[column].opening)
            case "names and numbers":
                return self._names.between(left, right)
            case "both have names":
                return lambda row, column: float(bool(one[row].names and other[column].names))
            case "shorter in longer":
                return _containment(self._words, left, right, max)
            case "longer in shorter":
                return _containment(self._words, left, right, min)
            case "difference of length":
                return lambda row, column: abs(
                    math.log((len(one[row].words) + 1) / (len(other[column].words) + 1))
                )
            case "length":
                return lambda row, column: math.log(
                    1 + min(len(one[row].words), len(other[column].words))
                )
            case "same defined term":
                return lambda row, column: float(
                    bool(one[row].defined) and one[row].defined == other[column].defined
                )
            case _:
                return lambda row, column: float(one[row].defined != other[column].defined)


def _nothing(_row: int, _column: int) -> float:
    return 0.0


def _containment(
    space: Space, left: int, right: int, which: Callable[[float, float], float]
) -> Likeness:
    """Return what tells which share of the shorter clause is in the longer, or the reverse.

    The share is that of the squared weights of words, so that rare words count most.
    """
    one, other = space.vectors(left), space.vectors(right)

    def share(row: int, column: int) -> float:
        first, second = one[row], other[column]
        both = first.keys() & second.keys()
        return which(
            sum([first[term] * first[term] for term in both]),
            sum([second[term] * second[term] for term in both]),
        )

    return share


def _same_start(one: Sequence[str], other: Sequence[str]) -> float:
    same = 0
    for first, second in zip(one[:START], other[:START], strict=False):
        if first != second:
            break
        same += 1
    return same / START
