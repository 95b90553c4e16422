"""The clauses that stayed: in the order of the others, or in the gap between two that did."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from negotiator.engine.patience import Patience
from negotiator.engine.versions.blocks import Growing
from negotiator.engine.versions.chain import Block, heaviest
from negotiator.engine.versions.ground import Ground
from negotiator.engine.versions.options import Options, Rivals

# What a block in order keeps counts from here on; less is no evidence for it.
NOTHING = 0.25
# A block in order keeps this share of its words.
LEAST_IN_ORDER = 0.4
# What is even is decided for what is settled.
SETTLED = 0.001
# In a gap between two matches, what is alike at all is the same clause rewritten. Clauses that
# have nothing to do with each other share .05 to .2 of their words, weighed by rarity.
LEAST_IN_A_GAP = 0.25
# In a gap of more pairs only clauses at about the same height are compared: this far away.
MOST_PAIRS_IN_A_GAP = 10_000
NEAR = 16


def settle_order(ground: Ground, options: Options) -> None:
    """Take the blocks that together with what is settled make the heaviest run in order.

    A block weighs as much as it has clauses, times what it keeps of their words. Repeated texts
    have been matched as far as they stay between others; they move nothing else.
    """
    settled = sorted(ground.blocks)
    fresh = [
        block
        for block, score in options.items()
        if score >= LEAST_IN_ORDER and not ground.unclear(block)
    ]
    scores = [1.0 + SETTLED] * len(settled) + [options[block] for block in fresh]
    blocks = [*settled, *fresh]
    weights = [
        _clauses(block) * (score - NOTHING) for block, score in zip(blocks, scores, strict=True)
    ]
    for at in heaviest(blocks, weights):
        if at >= len(settled):
            ground.take(blocks[at], scores[at])


def settle_gaps(ground: Ground, options: Options, least: float, patience: Patience) -> bool:
    """Match what is left between two blocks that follow each other; False when the time is over.

    Position alone matches nothing: clauses in a gap must be alike.

    Args:
        ground: what is settled.
        options: the blocks that might be matches; those that are much more alike go before.
        least: how alike clauses in a gap must be, from 0 to 1.
        patience: tells when the time is over.
    """
    rivals = Rivals({block: score for block, score in options.items() if ground.free(block)})
    for gap in dict.fromkeys(_gaps(ground)):
        scores = _alike(gap, ground, rivals, least, patience)
        if scores is None:
            return False
        blocks = sorted(scores)
        weights = [_clauses(block) * (scores[block] - NOTHING / 2) for block in blocks]
        for at in heaviest(blocks, weights):
            ground.take(blocks[at], ground.likeness.score(blocks[at]))
    return True


def _gaps(ground: Ground) -> Iterator[Block]:
    """Yield the gaps between blocks that stayed, and between neighbours that moved together."""
    old, new = len(ground.old_free), len(ground.new_free)
    stayed = pairwise([(0, 0, 0, 0), *ground.stayed(), (old, old, new, new)])
    following = dict(pairwise(sorted(ground.blocks, key=lambda block: block[2])))
    together = (
        pair for pair in pairwise(sorted(ground.blocks)) if following.get(pair[0]) == pair[1]
    )
    for before, after in (*stayed, *together):
        if before[1] < after[0] and before[3] < after[2]:
            yield before[1], after[0], before[3], after[2]


def _alike(
    gap: Block, ground: Ground, rivals: Rivals, least: float, patience: Patience
) -> dict[Block, float] | None:
    """Return how alike the clauses of a gap are where they are; None when the time is over."""
    likeness, growing = ground.likeness, Growing(ground)
    scores: dict[Block, float] = {}
    for number, (i, j) in enumerate(_pairs(gap, ground)):
        if number % 64 == 0 and patience():
            return None
        if ground.old_sorts[i] == ground.new_sorts[j]:
            for block in growing.blocks(i, j):
                kept = likeness.score(block)
                score = (kept + likeness.rare(block)) / 2
                if score >= least and rivals.likely(block, kept):
                    scores[block] = score
    return scores


def _pairs(gap: Block, ground: Ground) -> Iterator[tuple[int, int]]:
    """Yield the pairs of free clauses of a gap; of a large one those at about the same height."""
    start, end, place, stop = gap
    old = [at for at in range(start, end) if ground.old_free[at]]
    new = [at for at in range(place, stop) if ground.new_free[at]]
    small = len(old) * len(new) <= MOST_PAIRS_IN_A_GAP
    for number, i in enumerate(old):
        height = number * len(new) // len(old)
        reach = new if small else new[max(0, height - NEAR) : height + NEAR + 1]
        yield from ((i, j) for j in reach)


def _clauses(block: Block) -> int:
    return block[1] - block[0] + block[3] - block[2]
