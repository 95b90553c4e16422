"""The signals of every pair of clauses that is worth a look."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiator.engine.alignment import weights
from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.candidates import Search, apart, candidates
from negotiator.engine.alignment.signals import SIGNALS, Documents, Likeness
from negotiator.engine.alignment.surroundings import NEIGHBOURS, SURROUNDINGS, surroundings
from negotiator.engine.patience import Patience, endless

# Signals of the rivals by wording, which follow those of the wording itself.
RIVALS = ("behind the best rival", "behind the rivals of both")
WORDING = (*SIGNALS, *RIVALS)
ALL = (*WORDING, *SURROUNDINGS)
# Rivals further ahead than this, in log odds, are no nearer for that.
FARTHEST = 6.0
# How often a loop asks whether the time is over.
ROUND = 256


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of two documents before anything is weighed.

    Args:
        wording: for every pair that is worth a look, in order, the values of the signals of the
            wording, and of `RIVALS`.
        nearby: how alike other pairs are, for looking at neighbours.
        complete: false when the time was over before all pairs were looked at.
    """

    wording: Mapping[Pair, list[float]]
    nearby: Likeness
    complete: bool


def evidence(
    documents: Documents,
    left: int,
    right: int,
    *,
    names: Sequence[str] = ALL,
    search: Search | None = None,
    patience: Patience = endless,
) -> Evidence:
    """Return the signals of the wording of all candidates between two of the documents.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
        names: the signals to look at, in the order of `ALL`, those of the first glance among them.
        search: what finds candidates; without one the two documents are looked at by themselves.
        patience: tells when the time is over.
    """
    around = not set(NEIGHBOURS).isdisjoint(names)
    pairs, nearby = candidates(documents, left, right, search or apart(documents), around)
    if patience():
        return Evidence({}, nearby, complete=False)
    signals = [name for name in names if name in SIGNALS]
    values = documents.signals(left, right, signals)
    found: dict[Pair, tuple[float, ...]] = {}
    for number, (row, column) in enumerate(pairs):
        if number % ROUND == ROUND - 1 and patience():
            return Evidence({}, nearby, complete=False)
        found[row, column] = values(row, column)
    glance = [(signals.index(name), weight) for name, weight in weights.GLANCE.items()]
    return Evidence(_with_rivals(found, glance), nearby, complete=True)


def around(
    documents: Documents,
    left: int,
    right: int,
    found: Evidence,
    first: Mapping[Pair, float],
    names: Sequence[str] = ALL,
) -> dict[Pair, list[float]]:
    """Return the values of signals for every pair, those of the wording first.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
        found: the signals of the wording.
        first: how likely each pair seems by them.
        names: the signals to look at, as for the wording.
    """
    values = surroundings(
        first,
        found.nearby,
        (len(documents.terms[left]), len(documents.terms[right])),
        (documents.pairs.between(left, left), documents.pairs.between(right, right)),
        [name for name in names if name in SURROUNDINGS],
    )
    return {pair: [*wording, *values(*pair)] for pair, wording in found.wording.items()}


def _with_rivals(
    found: Mapping[Pair, tuple[float, ...]], glance: Sequence[tuple[int, float]]
) -> dict[Pair, list[float]]:
    """Add the values of `RIVALS` to those of the wording.

    Args:
        found: the values of every pair.
        glance: for each signal of the first glance its place among the values, and its weight.
    """
    odds = {
        pair: sum([weight * values[at] for at, weight in glance]) for pair, values in found.items()
    }
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for pair, value in odds.items():
        for held, place in zip(best, pair, strict=True):
            if value > held.get(place, -math.inf):
                held[place] = value
    added: dict[Pair, list[float]] = {}
    for (row, column), value in odds.items():
        along = max(-FARTHEST, value - best[0][row])
        across = max(-FARTHEST, value - best[1][column])
        added[row, column] = [*found[row, column], min(along, across), along + across]
    return added
