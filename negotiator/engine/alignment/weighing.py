"""Signals become how likely a link is: logistic regressions, for two kinds of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from statistics import median

from negotiator.engine.alignment import weights
from negotiator.engine.alignment.evidence import ALL
from negotiator.engine.alignment.odds import likelihood
from negotiator.engine.alignment.signals import Documents

# Two documents are of clauses up to so many words in their median clause, of articles from so many
# on; between, both sets of weights have a say.
CLAUSES_UP_TO, ARTICLES_FROM = 60, 80


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression.

    Args:
        base: the log odds where all signals are 0.
        of: the weight of each signal, in the order of `ALL` or of its beginning.
    """

    base: float
    of: tuple[float, ...]

    def log_odds(self, values: Sequence[float]) -> float:
        """Return the log odds of a link with these signals."""
        return sum(map(mul, self.of, values), self.base)


def named(table: Mapping[str, float]) -> Weights:
    """Return weights from a table of them by name, that of "base" among them."""
    return Weights(table["base"], tuple(table.get(name, 0.0) for name in ALL))


FIRST = named(weights.CLAUSES_FIRST), named(weights.ARTICLES_FIRST)
WHOLE = named(weights.CLAUSES), named(weights.ARTICLES)


@dataclass(frozen=True, slots=True)
class Scale:
    """Which weights two documents are weighed with.

    Args:
        articles: how much those for long articles count, from 0 (short clauses) to 1.
    """

    articles: float

    def first(self, values: Sequence[float]) -> float:
        """Return how likely a link is by its wording and rivals."""
        return self._likelihood(FIRST, values)

    def whole(self, values: Sequence[float]) -> float:
        """Return how likely a link is by all signals."""
        return self._likelihood(WHOLE, values)

    def _likelihood(self, pair: tuple[Weights, Weights], values: Sequence[float]) -> float:
        clauses, articles = pair
        if self.articles in (0.0, 1.0):
            return likelihood((articles if self.articles else clauses).log_odds(values))
        return likelihood(
            (1 - self.articles) * clauses.log_odds(values)
            + self.articles * articles.log_odds(values)
        )


def needed(chosen: Scale) -> frozenset[str]:
    """Return the signals that have any weight at some scale."""
    used = [
        weights.GLANCE,
        *((weights.CLAUSES_FIRST, weights.CLAUSES) if chosen.articles < 1 else ()),
        *((weights.ARTICLES_FIRST, weights.ARTICLES) if chosen.articles > 0 else ()),
    ]
    return frozenset(name for table in used for name in table)


def scale(documents: Documents, left: int, right: int) -> Scale:
    """Return the weights that suit two documents, by the words in their median clause."""
    lengths = [len(one.words) for number in (left, right) for one in documents.terms[number]]
    typical = median(lengths) if lengths else 0
    share = (typical - CLAUSES_UP_TO) / (ARTICLES_FROM - CLAUSES_UP_TO)
    return Scale(min(1.0, max(0.0, share)))
