"""The clauses that moved: alike though out of order, and nothing else could be meant."""

from __future__ import annotations

from collections.abc import Collection

from negotiator.engine.patience import Patience
from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.ground import Ground
from negotiator.engine.versions.homes import Homes
from negotiator.engine.versions.options import Options

# Without a neighbour that moved along, a clause keeps at least this share of its words, and more
# where the clauses that stayed keep more: all but a hundredth of them.
LEAST_ALONE, MOST_ALONE = 0.6, 0.8
FAR_FROM_USUAL = 0.01
FEWEST_TO_JUDGE = 20
# It has this many words: fewer could stand anywhere.
FEWEST_WORDS = 4
# What one neighbour that moved along adds, when it is chosen which of several is meant.
COMPANY = 0.05


def settle_moves(ground: Ground, options: Options, patience: Patience) -> bool:
    """Take the blocks out of order that are sure enough, the surest first; False without time.

    A text that stands several times in one version is not called moved unless a neighbour moved
    with it: it could as well have stayed where another one stood. Nor is a clause that changed
    while something like it stands where it was, or stood where it is: that is the same clause
    rewritten, and what is more alike elsewhere came in or went.

    Args:
        ground: what is settled.
        options: the blocks that might be matches.
        patience: tells when the time is over.
    """
    left = {block: score for block, score in options.items() if ground.free(block)}
    company = Neighbours([*left, *ground.blocks])
    order = sorted(left, key=lambda block: (-left[block] - COMPANY * company.of(block), block))
    least = _least(ground)
    homes = Homes(ground, left)
    for block in order:
        if patience():
            return False
        score = left[block]
        alone = score >= least and min(ground.likeness.words(block)) >= FEWEST_WORDS
        clear = alone and ground.free(block) and not ground.unclear(block)
        if clear and not homes.taken(block, score):
            ground.take(block, score)
    grows = True
    while grows:
        settled = Neighbours(ground.blocks)
        along = [block for block in order if ground.free(block) and settled.of(block)]
        for block in along:
            if ground.free(block):
                ground.take(block, left[block])
        grows = bool(along)
    return True


class Neighbours:
    """The corners of blocks, by which their neighbours on both sides are found."""

    def __init__(self, blocks: Collection[Block]) -> None:
        self._starts = {(start, place) for start, _, place, _ in blocks}
        self._ends = {(end, stop) for _, end, _, stop in blocks}

    def of(self, block: Block) -> int:
        """Return on how many sides a block has a neighbour: none, one or two."""
        start, end, place, stop = block
        return ((start, place) in self._ends) + ((end, stop) in self._starts)


def _least(ground: Ground) -> float:
    """Return what a clause must keep of its words to be the same one without company."""
    usual = sorted(score for score in ground.blocks.values() if score < 1)
    if len(usual) < FEWEST_TO_JUDGE:
        return LEAST_ALONE
    return min(MOST_ALONE, max(LEAST_ALONE, usual[int(len(usual) * FAR_FROM_USUAL)]))
