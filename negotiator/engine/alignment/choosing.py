"""Likelihoods become links: one to one first, then what says the same again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from negotiator.engine.alignment.assignment import Pair, assign

Likeness = Callable[[int, int], float]

# Below this a clause stays alone. It is where precision and recall balance on the documents that
# the weights were fitted on.
THRESHOLD = 0.35
# Two clauses of one document say the same from this likeness on, if no more clauses lie between.
SAME_AGAIN = 0.35
STANDS_BY = 3


def choose(
    likelihoods: Mapping[Pair, float], siblings: tuple[Likeness, Likeness], threshold: float
) -> set[Pair]:
    """Return the links among pairs of clauses, any number to any number.

    First the best links one to one. Then a clause joins in the link of another that stands by and
    says much the same: one article answered by three amendments to it is three links, and an
    article that resembles one on another subject gets none.

    Args:
        likelihoods: of the pairs.
        siblings: how alike two clauses of one document are, for each document.
        threshold: the likelihood that a link needs.
    """
    enough = {pair: value for pair, value in likelihoods.items() if value >= threshold}
    chosen = assign(enough)
    partners = dict(chosen), {column: row for row, column in chosen}
    return chosen | {
        pair
        for pair in enough
        if all(
            place not in taken or _say_the_same(alike, other, taken[place])
            for place, other, taken, alike in (
                (pair[0], pair[1], partners[0], siblings[1]),
                (pair[1], pair[0], partners[1], siblings[0]),
            )
        )
    }


def _say_the_same(alike: Likeness, one: int, other: int) -> bool:
    return one == other or (abs(one - other) <= STANDS_BY and alike(one, other) >= SAME_AGAIN)
