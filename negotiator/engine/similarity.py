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

    def pairs(self) -> dict[tuple[str, str], float]:
        """Return how alike the texts of each pair are, where they share any term.

        A pair stands in the order of the set. One pass over the terms, each with the texts that
        hold it, costs far less than to intersect the terms of every pair.
        """
        holders: dict[str, list[tuple[int, float]]] = {}
        for place, weights in enumerate(self._weights.values()):
            for term, weight in weights.items():
                holders.setdefault(term, []).append((place, weight))
        sums = [[0.0] * len(self._weights) for _ in self._weights]
        # In the order of the alphabet, so that sums of floats come out the same everywhere.
        for term in sorted(term for term, held in holders.items() if len(held) > 1):
            held = holders[term]
            for number, (place, weight) in enumerate(held, 1):
                row = sums[place]
                for other, more in held[number:]:
                    row[other] += weight * more
        ids = list(self._weights)
        return {
            (ids[one], ids[other]): min(1.0, score)
            for one, row in enumerate(sums)
            for other, score in enumerate(row)
            if score
        }


def _terms(text: str) -> list[str]:
    words = WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]
