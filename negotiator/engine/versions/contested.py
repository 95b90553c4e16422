"""Clauses that seem to have moved alone, where what stayed explains them better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from negotiator.engine.versions.blocks import grown
from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.ground import Ground
from negotiator.engine.versions.homes import Homes
from negotiator.engine.versions.moving import Neighbours
from negotiator.engine.versions.options import Options


def contest_moves(ground: Ground, options: Options, fixed: Set[tuple[int, int]]) -> None:
    """Take back moves of clauses that need not have moved, and are in company of none that did.

    Of a text that stands several times another one may be meant, which stayed. A part of a clause
    that was split may happen to be, word for word, a clause that went: then it is the part. And
    where something like it stands in both places, two clauses were rewritten.

    Args:
        ground: what is settled, the clauses that stayed among it.
        options: the blocks that might be matches.
        fixed: old and new places that are known to be the same clause.
    """
    stayed = ground.stayed()
    settled = Neighbours(ground.blocks)
    homes = Homes(ground, options)
    beside = _Beside(stayed)
    for block in sorted(ground.blocks.keys() - set(stayed)):
        if settled.of(block) or (block[0], block[2]) in fixed:
            continue
        score = ground.blocks[block]
        ground.release(block)
        if ground.unclear(block) or homes.taken(block, score):
            continue
        whole = next((one for one in beside.of(block) if _explains(one, block, ground)), None)
        if whole:
            more = grown(whole, ground)
            ground.release(whole)
            ground.take(more, ground.likeness.score(more))
        else:
            ground.take(block, score)


def withdraw_moves(ground: Ground, fixed: Set[tuple[int, int]]) -> None:
    """Take back what in the end moved alone, of a text that stands several times.

    Args:
        ground: all that is settled.
        fixed: old and new places that are known to be the same clause.
    """
    while True:
        settled = Neighbours(ground.blocks)
        out = ground.blocks.keys() - set(ground.stayed())
        doubtful = [
            block
            for block in sorted(out)
            if ground.unclear(block) and not settled.of(block) and (block[0], block[2]) not in fixed
        ]
        if not doubtful:
            return
        for block in doubtful:
            ground.release(block)


def _explains(one: Block, block: Block, ground: Ground) -> bool:
    """Tell whether one side of a block is a further part of another one."""
    if ground.blocks.get(one, 1) == 1:
        return False
    more = grown(one, ground)
    return (more[0] < block[1] and block[0] < more[1]) or (
        more[2] < block[3] and block[2] < more[3]
    )


class _Beside:
    """Finds blocks by where they begin and end."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._corners = tuple({block[corner]: block for block in blocks} for corner in range(4))

    def of(self, block: Block) -> Iterator[Block]:
        """Yield what stands next to a block in either version."""
        for corner, other in ((1, 0), (0, 1), (3, 2), (2, 3)):
            found = self._corners[corner].get(block[other])
            if found:
                yield found
