"""Pairs of clauses grow into blocks: a clause and its parts, clauses and what they merged into."""

from __future__ import annotations

from collections.abc import Iterator

from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.ground import Ground

MOST_PARTS = 40
# A pair can be the beginning of more when this share of the shorter clause is in the longer one.
LEAST_HELD = 0.45
# A neighbour is a part when this share of its words is in what the other parts left unexplained …
LEAST_GAIN = 0.45
# … and this share of its rare words.
LEAST_RARE = 0.4
# Together with its parts, the whole keeps this share of its words.
LEAST_WHOLE = 0.5
# Together, parts are no longer than this many times the whole.
LONGEST_SUM = 1.25


class Growing:
    """Finds blocks while nothing is settled; what has grown into a block is not grown again."""

    def __init__(self, ground: Ground) -> None:
        """Take what is settled so far."""
        self._ground = ground
        self._splits: dict[int, Block] = {}
        self._merges: dict[int, Block] = {}

    def blocks(self, old: int, new: int) -> tuple[Block, ...]:
        """Return the block of two clauses, and the larger one that it is part of, if it is.

        Asked for pairs in their order, which keeps the number of steps linear in the parts.
        """
        pair = old, old + 1, new, new + 1
        split, merge = self._splits.get(old), self._merges.get(new)
        if (split and new < split[3]) or (merge and old < merge[1]):
            return (pair,)
        more = _extended(pair, self._ground)
        if more[3] - more[2] > 1:
            self._splits[old] = more
        elif more[1] - more[0] > 1:
            self._merges[new] = more
        return (pair, more) if more != pair and _is_whole(more, self._ground) else (pair,)


def grown(block: Block, ground: Ground) -> Block:
    """Return a block with the free neighbours that are further parts of its longer side."""
    more = _extended(block, ground)
    return more if _is_whole(more, ground) else block


def _is_whole(block: Block, ground: Ground) -> bool:
    return ground.likeness.score(block) >= LEAST_WHOLE


def _extended(block: Block, ground: Ground) -> Block:
    likeness = ground.likeness
    before, after = likeness.words(block)
    old, new = block[1] - block[0], block[3] - block[2]
    splits = before > after if old == new else new > old
    if likeness.kept(block) < LEAST_HELD * min(before, after) or not min(before, after):
        return block
    while (new if splits else old) < MOST_PARTS:
        further = max(_further(block, splits, ground), default=None)
        if further is None:
            break
        block = further[1]
        old, new = block[1] - block[0], block[3] - block[2]
    return block


def _further(block: Block, splits: bool, ground: Ground) -> Iterator[tuple[float, Block]]:
    """Yield the block with one neighbour more, and how well that one fits."""
    likeness = ground.likeness
    start, end, place, stop = block
    if splits:
        free, sorts, sort = ground.new_free, ground.new_sorts, ground.old_sorts[start]
        lines = likeness.new
        steps = ((stop, (start, end, place, stop + 1)), (place - 1, (start, end, place - 1, stop)))
    else:
        free, sorts, sort = ground.old_free, ground.old_sorts, ground.new_sorts[place]
        lines = likeness.old
        steps = ((end, (start, end + 1, place, stop)), (start - 1, (start - 1, end, place, stop)))
    for at, more in steps:
        if not (0 <= at < len(free) and free[at] and sorts[at] == sort and lines[at]):
            continue
        before, after = likeness.words(more)
        if (after > LONGEST_SUM * before) if splits else (before > LONGEST_SUM * after):
            continue
        gain = (likeness.kept(more) - likeness.kept(block)) / len(lines[at])
        if gain < LEAST_GAIN or likeness.score(more) <= likeness.score(block):
            continue
        part = (start, end, at, at + 1) if splits else (at, at + 1, place, stop)
        if likeness.held(part, splits) >= LEAST_RARE:
            yield gain, more
