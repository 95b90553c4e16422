"""How alike the texts of clauses are, within a set of them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

WORD = re.compile(r"\w+")


class Similarity:
    """Scores pairs out of a set of texts, 0 to 1.

    The cosine of term weights, for words and pairs of words, each weighted by its frequency in
    the text and its rarity in the set (Salton and Buckley 1988; the inverse document frequency is
    smoothed). Text is folded for matching only.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Weigh the terms of a set of texts, by id."""
        counted = {id: Counter(_terms(text)) for id, text in texts.items()}
        held = Counter(term for terms in counted.values() for term in terms)
        size = len(texts)
        self._weights: dict[str, dict[str, float]] = {}
        for id, terms in counted.items():
            weights = {
                term: (1 + math.log(count)) * math.log(1 + size / held[term])
                for term, count in sorted(terms.items())
            }
            norm = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
            self._weights[id] = {term: weight / norm for term, weight in weights.items()}

    def score(self, left: str, right: str) -> float:
        """Return how alike two texts of the set are; the same whichever comes first."""
        one, other = self._weights[left], self._weights[right]
        shared = sorted(one.keys() & other.keys())
        return min(1.0, math.fsum(one[term] * other[term] for term in shared))


def _terms(text: str) -> list[str]:
    words = WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]
