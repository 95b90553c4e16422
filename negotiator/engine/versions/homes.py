"""Where a clause would stand had it not moved, and whether something like it stands there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.ground import Ground
from negotiator.engine.versions.options import LESS_LIKELY, Options, Rivals

# What stands at home is the same clause rewritten when it is this much like it: not much where the
# words elsewhere are others too, more where they are the same.
LEAST_LIKE, LEAST_LIKE_EQUAL = 0.25, 0.4
# Of a gap so many places are looked at, on either side of the height of the clause.
NEAR = 32


class Homes:
    """The gaps between what stayed.

    A clause is at home in the gap of the other version that lies between what stayed before it
    and what stayed behind it.
    """

    def __init__(self, ground: Ground, options: Options) -> None:
        """Take what stayed so far.

        Args:
            ground: what is settled.
            options: the blocks that might be matches; what is at home in one of them is no sign.
        """
        self._ground = ground
        old, new = len(ground.old_free), len(ground.new_free)
        bounds = [(0, 0, 0, 0), *ground.stayed(), (old, old, new, new)]
        self._gaps = [(a[1], b[0], a[3], b[2]) for a, b in pairwise(bounds)]
        self._old_ends = [gap[1] for gap in self._gaps]
        self._new_ends = [gap[3] for gap in self._gaps]
        self._best = Rivals({block: options[block] for block in options if ground.free(block)})

    def taken(self, block: Block, score: float) -> bool:
        """Tell whether clauses out of order need not have moved, for something like them is home.

        Where they have the same words, in both places; else in one of them.

        Args:
            block: free clauses out of order.
            score: the share of their words that is the same.
        """
        if score < 1:
            return self._old_taken(block, LEAST_LIKE) or self._new_taken(block, LEAST_LIKE)
        least = LEAST_LIKE_EQUAL
        return self._old_taken(block, least) and self._new_taken(block, least)

    def _old_taken(self, block: Block, least: float) -> bool:
        """Tell whether a free clause stands where the old clauses of a block are at home."""
        start, end, place, stop = block
        gap = self._gaps[bisect_left(self._old_ends, end)]
        there = _near(gap[2], gap[3], self._ground.new_free, start - gap[0], gap[1] - gap[0])
        return any(
            self._alike((start, end, at, at + 1), least, self._best.of_new(at))
            for at in there
            if not place <= at < stop
        )

    def _new_taken(self, block: Block, least: float) -> bool:
        start, end, place, stop = block
        gap = self._gaps[bisect_left(self._new_ends, stop)]
        there = _near(gap[0], gap[1], self._ground.old_free, place - gap[2], gap[3] - gap[2])
        return any(
            self._alike((at, at + 1, place, stop), least, self._best.of_old(at))
            for at in there
            if not start <= at < end
        )

    def _alike(self, block: Block, least: float, best: float) -> bool:
        """Tell whether a block is much alike, and what stands there not much more like another."""
        ground = self._ground
        if ground.old_sorts[block[0]] != ground.new_sorts[block[2]]:
            return False
        score = ground.likeness.score(block)
        return score >= best - LESS_LIKELY and (score + ground.likeness.rare(block)) / 2 >= least


def _near(first: int, last: int, free: Sequence[int], height: int, size: int) -> list[int]:
    """Return the free places of a gap at about a height."""
    middle = first + height * (last - first) // max(1, size)
    return [at for at in range(max(first, middle - NEAR), min(last, middle + NEAR + 1)) if free[at]]
