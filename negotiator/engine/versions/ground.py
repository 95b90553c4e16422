"""What is settled between two versions, and what may still be matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from negotiator.engine.versions.chain import Block, heaviest
from negotiator.engine.versions.coding import Coded
from negotiator.engine.versions.likeness import Likeness


class Ground:
    """Two versions on the way to being matched.

    Blocks are taken one after the other; a clause in a block that was taken is in no other.
    """

    def __init__(self, old: Coded, new: Coded, sorts: tuple[Sequence[str], Sequence[str]]) -> None:
        """Start with everything free.

        Args:
            old: the clauses of the old version.
            new: those of the new one.
            sorts: of each clause its sort; clauses of different sorts do not match.
        """
        self.likeness = Likeness(old.words, new.words)
        self.old_sorts, self.new_sorts = sorts
        self._old, self._new = old.whole, new.whole
        self._repeated = {
            text for side in (old, new) for text, times in Counter(side.whole).items() if times > 1
        }
        self.old_free = bytearray(b"\1") * len(self.old_sorts)
        self.new_free = bytearray(b"\1") * len(self.new_sorts)
        self.blocks: dict[Block, float] = {}

    def free(self, block: Block) -> bool:
        """Tell whether no clause of a block is in another one."""
        start, end, place, stop = block
        return all(self.old_free[start:end]) and all(self.new_free[place:stop])

    def take(self, block: Block, score: float) -> None:
        """Settle that the clauses of a block are a match."""
        start, end, place, stop = block
        self.old_free[start:end] = bytes(end - start)
        self.new_free[place:stop] = bytes(stop - place)
        self.blocks[block] = score

    def release(self, block: Block) -> None:
        """Take a block back."""
        start, end, place, stop = block
        del self.blocks[block]
        self.old_free[start:end] = b"\1" * (end - start)
        self.new_free[place:stop] = b"\1" * (stop - place)

    def unclear(self, block: Block) -> bool:
        """Tell whether two clauses are equal but stand several times in one of the versions."""
        start, end, place, stop = block
        single = end - start == stop - place == 1
        return (
            single and self._old[start] == self._new[place] and self._old[start] in self._repeated
        )

    def open_old(self, place: int, sort: str) -> bool:
        """Tell whether an old clause is free and of a sort."""
        return bool(self.old_free[place]) and self.old_sorts[place] == sort

    def open_new(self, place: int, sort: str) -> bool:
        """Tell whether a new clause is free and of a sort."""
        return bool(self.new_free[place]) and self.new_sorts[place] == sort

    def stayed(self) -> list[Block]:
        """Return the blocks that kept their order: as many as can, words breaking ties."""
        blocks = sorted(self.blocks)
        weights = [1 + 1e-6 * min(self.likeness.words(block)) for block in blocks]
        return [blocks[at] for at in heaviest(blocks, weights)]
