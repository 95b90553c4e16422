"""The clauses that moved: alike though out of order, and nothing else could be meant."""

from __future__ import annotations

from collections.abc import Collection

from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.ground import Ground
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


def settle_moves(ground: Ground, options: Options) -> None:
    """Take the blocks out of order that are sure enough, the surest first.

    A text that stands several times in one version is not called moved unless a neighbour moved
    with it: it could as well have stayed where another one stood.

    Args:
        ground: what is settled.
        options: the blocks that might be matches.
    """
    left = {block: score for block, score in options.items() if ground.free(block)}
    company = _Neighbours([*left, *ground.blocks])
    order = sorted(left, key=lambda block: (-left[block] - COMPANY * company.of(block), block))
    least = _least(ground)
    for block in order:
        alone = left[block] >= least and min(ground.likeness.words(block)) >= FEWEST_WORDS
        if alone and not ground.unclear(block) and ground.free(block):
            ground.take(block, left[block])
    grows = True
    while grows:
        settled = _Neighbours(ground.blocks)
        along = [block for block in order if ground.free(block) and settled.of(block)]
        for block in along:
            if ground.free(block):
                ground.take(block, left[block])
        grows = bool(along)


class _Neighbours:
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
