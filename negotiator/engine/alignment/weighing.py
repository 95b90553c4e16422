"""Signals become how likely a link is: logistic regressions, for two kinds of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from statistics import median

from negotiator.engine.alignment import weights
from negotiator.engine.alignment.evidence import ALL, WORDING
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


def named(table: Mapping[str, float], names: Sequence[str]) -> Weights:
    """Return the weights of some signals, from a table by name with "base" among them."""
    return Weights(table["base"], tuple(table.get(name, 0.0) for name in names))


CLAUSES = weights.CLAUSES_FIRST, weights.CLAUSES
ARTICLES = weights.ARTICLES_FIRST, weights.ARTICLES


class Scale:
    """Which weights two documents are weighed with, and the signals that have any."""

    def __init__(self, articles: float) -> None:
        """Choose the weights.

        Args:
            articles: how much those for long articles count, from 0 (short clauses) to 1.
        """
        tables = [
            (share, table)
            for share, table in ((1 - articles, CLAUSES), (articles, ARTICLES))
            if share
        ]
        used = {name for _, table in tables for part in table for name in part}
        self.names = tuple(name for name in ALL if name in used or name in weights.GLANCE)
        wording = [name for name in self.names if name in WORDING]
        self._first = [(share, named(first, wording)) for share, (first, _) in tables]
        self._whole = [(share, named(whole, self.names)) for share, (_, whole) in tables]

    def first(self, values: Sequence[float]) -> float:
        """Return how likely a link is by its wording and rivals, the signals of `WORDING`."""
        return likelihood(sum([share * one.log_odds(values) for share, one in self._first]))

    def whole(self, values: Sequence[float]) -> float:
        """Return how likely a link is by all signals that have any weight."""
        return likelihood(sum([share * one.log_odds(values) for share, one in self._whole]))


def scale(documents: Documents, left: int, right: int) -> Scale:
    """Return the weights that suit two documents, by the words in their median clause."""
    lengths = [len(one.words) for number in (left, right) for one in documents.terms[number]]
    typical = median(lengths) if lengths else 0
    share = (typical - CLAUSES_UP_TO) / (ARTICLES_FROM - CLAUSES_UP_TO)
    return Scale(min(1.0, max(0.0, share)))
