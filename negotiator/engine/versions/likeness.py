"""How alike neighbouring clauses of one version are to neighbouring clauses of the other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from negotiator.engine.versions.chain import Block
from negotiator.engine.versions.coding import MOST_WORDS_COMPARED

_UNIT = 1024  # weights are whole numbers, so that their sums hang on no order


class Likeness:
    """Compares clauses by the words that they have in the same order, and by their rare words."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Take the coded clauses of both versions."""
        self.old = old
        self.new = new
        self._kept: dict[Block, int] = {}
        held = Counter[str]()
        for line in (*old, *new):
            held.update(set(line))
        size = len(old) + len(new) + 1
        self._rarity = {word: round(_UNIT * math.log(size / count)) for word, count in held.items()}

    def words(self, block: Block) -> tuple[int, int]:
        """Return how many words either side of a block has, as far as they are compared."""
        start, end, place, stop = block
        if end - start == stop - place == 1:
            return len(self.old[start]), len(self.new[place])
        before = sum(map(len, self.old[start:end]))
        after = sum(map(len, self.new[place:stop]))
        return min(before, MOST_WORDS_COMPARED), min(after, MOST_WORDS_COMPARED)

    def lines(self, block: Block) -> tuple[str, str]:
        """Return the words of both sides of a block, as far as they are compared."""
        start, end, place, stop = block
        old = self.old[start] if end - start == 1 else _joined(self.old[start:end])
        new = self.new[place] if stop - place == 1 else _joined(self.new[place:stop])
        return old, new

    def kept(self, block: Block) -> int:
        """Return how many words both sides of a block have in the same order."""
        known = self._kept.get(block)
        if known is None:
            known = self._kept[block] = LCSseq.similarity(*self.lines(block))
        return known

    def score(self, block: Block) -> float:
        """Return the share of the words of both sides that are kept in the same order, 0 to 1."""
        before, after = self.words(block)
        return 2 * self.kept(block) / (before + after) if before + after else 0.0

    def rare(self, block: Block) -> float:
        """Return the share of the words of both sides that both have, rare ones counting more."""
        old, new = self._sets(block)
        whole = self._weight(old) + self._weight(new)
        return 2 * self._weight(old & new) / whole if whole else 0.0

    def held(self, block: Block, new_in_old: bool) -> float:
        """Return the share of one side's words that the other has, rare ones counting more."""
        old, new = self._sets(block)
        weight = self._weight(new if new_in_old else old)
        return self._weight(old & new) / weight if weight else 0.0

    def _sets(self, block: Block) -> tuple[set[str], set[str]]:
        start, end, place, stop = block
        return set(_joined(self.old[start:end])), set(_joined(self.new[place:stop]))

    def _weight(self, words: set[str]) -> int:
        return sum(map(self._rarity.__getitem__, words))


def _joined(lines: Sequence[str]) -> str:
    return "".join(lines)[:MOST_WORDS_COMPARED]
