"""The signals of every pair of clauses that is worth a look."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from negotiator.engine.alignment import weights
from negotiator.engine.alignment.assignment import Pair
from negotiator.engine.alignment.candidates import candidates
from negotiator.engine.alignment.signals import SIGNALS, Documents
from negotiator.engine.alignment.surroundings import SURROUNDINGS, surroundings
from negotiator.engine.patience import Patience, endless

# Signals of the rivals by wording, which follow those of the wording itself.
RIVALS = ("behind the best rival", "behind the rivals of both")
WORDING = (*SIGNALS, *RIVALS)
ALL = (*WORDING, *SURROUNDINGS)
# The weights of the first glance.
GLANCE = tuple((SIGNALS.index(name), weight) for name, weight in weights.GLANCE.items())
# Rivals further ahead than this, in log odds, are no nearer for that.
FARTHEST = 6.0
# How often a loop asks whether the time is over.
ROUND = 256


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of two documents before anything is weighed.

    Args:
        wording: the values of `WORDING` for every pair that is worth a look, in order.
        nearby: how alike other pairs are, for looking at neighbours.
        complete: false when the time was over before all pairs were looked at.
    """

    wording: Mapping[Pair, list[float]]
    nearby: Mapping[Pair, float]
    complete: bool


def evidence(
    documents: Documents,
    left: int,
    right: int,
    *,
    needed: Collection[str] = SIGNALS,
    patience: Patience = endless,
) -> Evidence:
    """Return the signals of the wording of all candidates between two of the documents.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
        needed: names of signals; the others are left at 0.
        patience: tells when the time is over.
    """
    pairs, nearby = candidates(documents, left, right)
    values = documents.signals(left, right, needed)
    found: dict[Pair, list[float]] = {}
    for number, (row, column) in enumerate(pairs):
        if number % ROUND == 0 and patience():
            return Evidence({}, {}, complete=False)
        found[row, column] = values(row, column)
    _add_rivals(found)
    return Evidence(found, nearby, complete=True)


def around(
    documents: Documents,
    left: int,
    right: int,
    found: Evidence,
    first: Mapping[Pair, float],
) -> dict[Pair, list[float]]:
    """Return the values of `ALL` for every pair.

    Args:
        documents: those that are lined up.
        left: the number of one.
        right: the number of the other.
        found: the signals of the wording.
        first: how likely each pair seems by them.
    """
    values = surroundings(
        first,
        found.nearby,
        (len(documents.terms[left]), len(documents.terms[right])),
        (documents.pairs.between(left, left), documents.pairs.between(right, right)),
    )
    return {pair: [*wording, *values(*pair)] for pair, wording in found.wording.items()}


def _add_rivals(found: dict[Pair, list[float]]) -> None:
    glance = {pair: _glance(values) for pair, values in found.items()}
    best: tuple[dict[int, list[float]], dict[int, list[float]]] = ({}, {})
    for pair, value in glance.items():
        for held, place in zip(best, pair, strict=True):
            held[place] = sorted([*held.get(place, ()), value], reverse=True)[:2]
    for pair, value in glance.items():
        behind = [
            max(-FARTHEST, min(0.0, value - _other(held[place], value)))
            for held, place in zip(best, pair, strict=True)
        ]
        found[pair] += [min(behind), sum(behind)]


def _glance(values: list[float]) -> float:
    """Return the log odds by a few signals of the wording, for finding who the rivals are."""
    return sum(weight * values[at] for at, weight in GLANCE)


def _other(best: list[float], mine: float) -> float:
    """Return the best value beside a pair's own; far below where there is none."""
    if best[0] != mine:
        return best[0]
    return best[1] if len(best) > 1 else mine - FARTHEST
