"""Two versions of one text are lined up, whatever was moved, renumbered, split or merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from negotiator.engine.patience import Patience, endless
from negotiator.engine.versions.blocks import grown
from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.coding import Side, coded
from negotiator.engine.versions.contested import contest_moves, withdraw_moves
from negotiator.engine.versions.equal import equal_pairs
from negotiator.engine.versions.ground import Ground
from negotiator.engine.versions.matching import Match, Matching
from negotiator.engine.versions.moving import settle_moves
from negotiator.engine.versions.options import options
from negotiator.engine.versions.staying import (
    LEAST_IN_A_GAP,
    LEAST_IN_ORDER,
    settle_gaps,
    settle_order,
)
from negotiator.model import Method

FALLBACK = (
    "only clauses with the same words were matched; whether the others are the same clauses with"
    " other words, and what was moved, split or merged, was not looked at"
)

Pair = tuple[int, int]
# A match that keeps less of its words was found by what stands around it.
LEAST_BY_TEXT = 0.4


def match(
    old: Sequence[str],
    new: Sequence[str],
    *,
    fixed: Sequence[Pair] = (),
    sorts: tuple[Sequence[str], Sequence[str]] | None = None,
    patience: Patience = endless,
) -> Matching:
    """Line up the clauses of two versions of one text.

    The result is the same from either side: `match(new, old)` gives the same matches mirrored.

    Args:
        old: the texts of the one version, in document order.
        new: those of the other.
        fixed: old and new places that are known to be the same clause; no place twice.
        sorts: of the clauses of each version what sort they are; only those of one sort match.
        patience: tells when the time is over.
    """
    one, other = sorts or ([""] * len(old), [""] * len(new))
    left = [*zip(one, old, strict=True)]
    right = [*zip(other, new, strict=True)]
    given = sorted(fixed)
    mirrored = sorted((j, i) for i, j in fixed)
    # What is even is decided by the order of the sides, so that order hangs on the texts alone.
    if (left, given) <= (right, mirrored):
        return _matching(left, right, given, patience)
    found = _matching(right, left, mirrored, patience)
    turned = (replace(one, old=one.new, new=one.old) for one in found.matches)
    return Matching(tuple(sorted(turned, key=lambda one: one.new)), found.fallback)


def _matching(old: Side, new: Side, fixed: Sequence[Pair], patience: Patience) -> Matching:
    sides = coded(old, new)
    pairs = equal_pairs(sides[0].whole, sides[1].whole, fixed)
    sorts = [sort for sort, _ in old], [sort for sort, _ in new]
    ground = Ground(*sides, sorts)
    for i, j in pairs.items():
        same = sides[0].whole[i] == sides[1].whole[j]
        block = i, i + 1, j, j + 1
        ground.take(block, 1.0 if same else ground.likeness.score(block))
    equal = dict(ground.blocks)
    if _settle(ground, set(fixed), patience):
        return Matching(_matches(ground.blocks, (old, new), fixed, set(ground.stayed())))
    return Matching(_matches(equal, (old, new), fixed, set(equal)), FALLBACK)


def _settle(ground: Ground, fixed: Set[Pair], patience: Patience) -> bool:
    """Match everything that can be; False when the time is over."""
    likely = options(ground, patience)
    if likely is None:
        return False
    settle_order(ground, likely)
    if not settle_gaps(ground, likely, LEAST_IN_ORDER, patience):
        return False
    if not settle_moves(ground, likely, patience):
        return False
    contest_moves(ground, likely, fixed)
    for block in sorted(ground.blocks):
        if ground.blocks[block] < 1:
            more = grown(block, ground)
            if more != block:
                ground.release(block)
                ground.take(more, ground.likeness.score(more))
    if not settle_gaps(ground, {}, LEAST_IN_A_GAP, patience):
        return False
    withdraw_moves(ground, fixed)
    return True


def _matches(
    blocks: Mapping[Block, float],
    sides: tuple[Side, Side],
    fixed: Sequence[Pair],
    stayed: Set[Block],
) -> tuple[Match, ...]:
    known = set(fixed)
    found: list[Match] = []
    for block in sorted(blocks, key=lambda block: block[2]):
        start, end, place, stop = block
        old, new = tuple(range(start, end)), tuple(range(place, stop))
        score = blocks[block]
        method = Method.SIMILAR_TEXT if score >= LEAST_BY_TEXT else Method.CONTEXT
        if sides[0][start:end] == sides[1][place:stop]:
            method = Method.SAME_TEXT
        if any((i, j) in known for i in old for j in new):
            method = Method.SAME_KEY
        found.append(Match(old, new, score, method, block not in stayed))
    return tuple(found)
