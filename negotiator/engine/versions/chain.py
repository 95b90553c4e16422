"""What can stay in order: the heaviest run of blocks that follow each other on both sides."""

from __future__ import annotations

from collections.abc import Sequence

# Neighbouring clauses of the old version that stand against neighbours of the new one: the first
# old place, the one behind the last, the first new place, the one behind the last.
Block = tuple[int, int, int, int]


def heaviest(blocks: Sequence[Block], weights: Sequence[float]) -> list[int]:
    """Return the indexes of the blocks that together weigh most and cross nowhere, in order.

    The heaviest increasing subsequence (Fredman 1975 for weights of one) with the maxima of
    prefixes in a binary indexed tree (Fenwick 1994): n log n.

    Args:
        blocks: any blocks; those that overlap are alternatives.
        weights: of each, greater than 0.
    """
    if len(blocks) < 2:
        return [*range(len(blocks))]
    starting = sorted(range(len(blocks)), key=blocks.__getitem__)
    ending = sorted(range(len(blocks)), key=lambda at: (blocks[at][1], blocks[at]))
    size = max((block[3] for block in blocks), default=0)
    best = [-1] * (size + 1)  # the tree: of the chains that end in a range, the last block
    totals = [0.0] * len(blocks)
    before = [-1] * len(blocks)
    ended = 0
    heavy = -1
    for at in starting:
        start, _, place, _ = blocks[at]
        while ended < len(ending) and blocks[ending[ended]][1] <= start:
            done = ending[ended]
            ended += 1
            end = blocks[done][3]
            while end <= size:
                held = best[end]
                if held < 0 or totals[done] > totals[held]:
                    best[end] = done
                end += end & -end
        last = -1
        while place > 0:
            held = best[place]
            if held >= 0 and (last < 0 or totals[held] > totals[last]):
                last = held
            place &= place - 1
        before[at] = last
        totals[at] = weights[at] + (totals[last] if last >= 0 else 0.0)
        if heavy < 0 or totals[at] > totals[heavy]:
            heavy = at
    run: list[int] = []
    while heavy >= 0:
        run.append(heavy)
        heavy = before[heavy]
    return run[::-1]
