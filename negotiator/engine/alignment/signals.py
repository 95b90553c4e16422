"""What two clauses have in common: the signals that a link rests on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from negotiator.engine.alignment.passage import Passage
from negotiator.engine.alignment.space import Space, containment, cosine
from negotiator.engine.alignment.terms import Terms, counted, terms

# Two texts, by their numbers, to what they have in common.
Look = Callable[[int, int], tuple[float, ...]]
Likeness = Callable[[int, int], float]

# The signals of the wording, in the order of a row of values; those in one row are seen at once.
LOOKS = (
    ("words and pairs",),
    ("stems",),
    ("rare stems",),
    ("runs of four words", "root of runs"),
    ("first eight words",),
    ("first fifteen words",),
    ("first thirty words",),
    ("first sentence",),
    ("same start",),
    ("names and numbers",),
    ("both have names",),
    ("shorter in longer", "longer in shorter"),
    ("difference of length", "length"),
    ("same defined term", "other defined term"),
)
SIGNALS = tuple(name for look in LOOKS for name in look)

RARE = 0.15
START = 12


class Documents:
    """The clauses of several documents, ready to be compared.

    Args of every method are numbers of documents, in the order given. Terms of a kind are weighed
    when they are first asked for: short clauses need fewer kinds than long articles. What two texts
    have in common is looked at once, however many clauses of how many documents have them.
    """

    def __init__(self, documents: Sequence[Sequence[Passage]]) -> None:
        """Take the terms of every clause."""
        self.terms = [[terms(passage) for passage in document] for document in documents]
        self.topics = [[passage.topics for passage in document] for document in documents]
        numbered: dict[Terms, int] = {}
        self.numbers = [
            [numbered.setdefault(text, len(numbered)) for text in clauses] for clauses in self.terms
        ]
        self.texts = list(numbered)
        self._spaces: dict[tuple[str, float], Space] = {}
        self._seen: dict[tuple[str, ...], dict[int, tuple[float, ...]]] = {}

    def space(self, kind: str, most: float = 1.0) -> Space:
        """Return the clauses as terms of a kind.

        Args:
            kind: a key of `KINDS`.
            most: terms that stand in a larger share of all clauses are left out.
        """
        if (kind, most) not in self._spaces:
            taken = [counted(text, kind) for text in self.texts]
            self._spaces[kind, most] = Space(taken, self.numbers, most)
        return self._spaces[kind, most]

    @property
    def pairs(self) -> Space:
        """Return the clauses as words, and pairs of words that follow each other."""
        return self.space("words and pairs")

    @property
    def stems(self) -> Space:
        """Return the clauses as stems."""
        return self.space("stems")

    def glance(self, left: int, right: int) -> Likeness:
        """Return how alike the words of two clauses are, short and in an analyst's words as well.

        Stems and runs of letters count alike.
        """
        stems = self.stems.between(left, right)
        letters = self.space("letters").between(left, right)
        return lambda row, column: (stems(row, column) + letters(row, column)) / 2

    def shared_words(self, one: tuple[int, int], other: tuple[int, int]) -> list[str]:
        """Return the words that two clauses share, the rarest first, then the longest.

        Args:
            one: document and number of one clause.
            other: of the other.
        """
        words = self.space("words").texts
        first, second = (words[self.numbers[number][place]] for number, place in (one, other))
        shared = [(-first[word], -len(word), word) for word in first.keys() & second.keys()]
        return [word for _, _, word in sorted(shared)]

    def signals(self, left: int, right: int, names: Sequence[str] = SIGNALS) -> Look:
        """Return what gives the signals of a pair of clauses.

        Args:
            left: the number of one document.
            right: of the other.
            names: those to give, in the order of `SIGNALS`.
        """
        rows, columns = self.numbers[left], self.numbers[right]
        seen = self._seen.setdefault(tuple(names), {})
        size = len(self.texts)
        looks = list(self._looks(names))
        given = [name for look in LOOKS if not set(look).isdisjoint(names) for name in look]
        kept = [at for at, name in enumerate(given) if name in names]

        def values(row: int, column: int) -> tuple[float, ...]:
            one, other = rows[row], columns[column]
            if one > other:
                one, other = other, one
            found = seen.get(one * size + other)
            if found is None:
                whole = [value for look in looks for value in look(one, other)]
                found = seen[one * size + other] = tuple([whole[at] for at in kept])
            return found

        return values

    def _looks(self, names: Sequence[str]) -> Iterator[Look]:
        texts = self.texts
        for look in LOOKS:
            if set(look).isdisjoint(names):
                continue
            match look[0]:
                case "rare stems":
                    yield _cosine(self.space("stems", RARE))
                case "runs of four words":
                    yield _with_root(self.space("runs"))
                case "names and numbers":
                    yield _cosine(self.space("names"))
                case "same start":
                    yield lambda one, other: (_same_start(texts[one], texts[other]),)
                case "both have names":
                    yield lambda one, other: (float(bool(texts[one].names and texts[other].names)),)
                case "shorter in longer":
                    yield _containment(self.space("words"))
                case "difference of length":
                    yield lambda one, other: _lengths(texts[one], texts[other])
                case "same defined term":
                    yield lambda one, other: _defined(texts[one], texts[other])
                case kind:
                    yield _cosine(self.space(kind))


def _cosine(space: Space) -> Look:
    vectors = space.texts
    return lambda one, other: (cosine(vectors[one], vectors[other]),)


def _with_root(space: Space) -> Look:
    alike = _cosine(space)

    def look(one: int, other: int) -> tuple[float, ...]:
        (value,) = alike(one, other)
        return value, math.sqrt(value)

    return look


def _containment(space: Space) -> Look:
    vectors = space.texts

    def look(one: int, other: int) -> tuple[float, ...]:
        shares = containment(vectors[one], vectors[other])
        return max(shares), min(shares)

    return look


def _same_start(one: Terms, other: Terms) -> float:
    same = 0
    for first, second in zip(one.opening[:START], other.opening[:START], strict=False):
        if first != second:
            break
        same += 1
    return same / START


def _lengths(one: Terms, other: Terms) -> tuple[float, ...]:
    lengths = len(one.words), len(other.words)
    return abs(math.log((lengths[0] + 1) / (lengths[1] + 1))), math.log(1 + min(lengths))


def _defined(one: Terms, other: Terms) -> tuple[float, ...]:
    return (
        float(bool(one.defined) and one.defined == other.defined),
        float(one.defined != other.defined),
    )
