"""The blocks that might be matches, each with the share of the words that it keeps."""

from __future__ import annotations

from collections.abc import Mapping

from negotiator.engine.patience import Patience
from negotiator.engine.versions.blocks import Growing
from negotiator.engine.versions.candidates import candidates
from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.ground import Ground

# A block keeps at least this share of its words.
LEAST_KEPT = 0.35
# A block that keeps this much less than another one with one of its clauses is no rival to it.
LESS_LIKELY = 0.15

Options = Mapping[Block, float]


def options(ground: Ground, patience: Patience) -> Options | None:
    """Return the blocks of free clauses that might be matches; None when the time is over.

    Args:
        ground: what is settled; stays as it is.
        patience: tells when the time is over.
    """
    scores: dict[Block, float] = {}
    likeness = ground.likeness
    growing = Growing(ground)
    for sort in dict.fromkeys(ground.old_sorts):
        if patience():
            return None
        pairs = candidates(
            {at: line for at, line in enumerate(likeness.old) if ground.open_old(at, sort)},
            {at: line for at, line in enumerate(likeness.new) if ground.open_new(at, sort)},
            patience,
        )
        if pairs is None:
            return None
        for number, (i, j) in enumerate(pairs):
            if number % 64 == 0 and patience():
                return None
            for block in growing.blocks(i, j):
                score = likeness.score(block)
                if score >= LEAST_KEPT:
                    scores[block] = score
    rivals = Rivals(scores)
    return {block: scores[block] for block in sorted(scores) if rivals.likely(block, scores[block])}


class Rivals:
    """Tells which blocks are much less likely than another one with one of their clauses."""

    def __init__(self, scores: Options) -> None:
        """Take the blocks that might be matches."""
        self._old: dict[int, float] = {}
        self._new: dict[int, float] = {}
        for (start, end, place, stop), score in scores.items():
            for side, places in ((self._old, range(start, end)), (self._new, range(place, stop))):
                for at in places:
                    side[at] = max(score, side.get(at, 0.0))

    def likely(self, block: Block, score: float) -> bool:
        """Tell whether a block with a score can hold its own against all of them."""
        start, end, place, stop = block
        best = [self._old.get(at, 0.0) for at in range(start, end)]
        best += [self._new.get(at, 0.0) for at in range(place, stop)]
        return score >= max(best) - LESS_LIKELY

    def of_old(self, place: int) -> float:
        """Return the score of the likeliest block with an old clause; 0 without one."""
        return self._old.get(place, 0.0)

    def of_new(self, place: int) -> float:
        """Return the score of the likeliest block with a new clause; 0 without one."""
        return self._new.get(place, 0.0)
