"""The words of a text, folded for matching, and their weights within a set of texts."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

WORD = re.compile(r"\w+")
# So many of the heaviest terms stand for a text; the rest adds cost and no accuracy.
HEAVIEST = 100


@dataclass(frozen=True, slots=True)
class Vector:
    """The heaviest terms of a text, by number, with weights of length one."""

    terms: tuple[int, ...]
    weights: tuple[float, ...]


def counted(text: str) -> Counter[str]:
    """Count the words of a text and its pairs of neighbouring words, folded.

    A plural in -s counts as its singular, so that the keyword "missiles" finds "missile".
    """
    words = [_singular(word) for word in WORD.findall(_plain(text))]
    return Counter([*words, *map(" ".join, pairwise(words))])


def folded(word: str) -> str:
    """Return a word as it is counted."""
    return _singular(_plain(word))


def _plain(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).casefold()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


class Vocabulary:
    """The terms that occur in a set of texts, with the rarity of each.

    Weight is (1 + log count) x log(1 + texts / texts with the term) (Salton and Buckley 1988).
    """

    def __init__(
        self, learned: Iterable[Mapping[str, int]], beside: Iterable[Mapping[str, int]], least: int
    ) -> None:
        """Number the terms.

        Args:
            learned: counts of the texts to learn from; only their terms are kept.
            beside: counts of other texts, which tell how rare a term is.
            least: in so many texts a term must occur.
        """
        held: Counter[str] = Counter()
        size = 0
        for counts in learned:
            held.update(counts.keys())
            size += 1
        more: Counter[str] = Counter()
        for counts in beside:
            more.update(counts.keys())
            size += 1
        self.names = sorted(term for term, times in held.items() if times >= least)
        self._numbers = {term: number for number, term in enumerate(self.names)}
        self._rarity = [math.log(1 + size / (held[term] + more[term])) for term in self.names]

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self.names)

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """Return the weights of a text; terms that are not in the vocabulary do not count."""
        numbers, rarity = self._numbers, self._rarity
        weighed = [
            (-(1 + math.log(times)) * rarity[number], number)
            for term, times in counts.items()
            if (number := numbers.get(term)) is not None
        ]
        weighed.sort()
        kept = sorted((number, -weight) for weight, number in weighed[:HEAVIEST])
        norm = math.sqrt(math.fsum(weight * weight for _, weight in kept)) or 1.0
        return Vector(
            tuple(number for number, _ in kept), tuple(weight / norm for _, weight in kept)
        )
