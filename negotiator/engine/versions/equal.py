"""Clauses with the same words: which of them are the same clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from negotiator.engine.versions.chain import Block, heaviest

# A table of this many cells is the most that is filled to pair repeated texts between two anchors.
MOST_CELLS = 100_000_000


def equal_pairs(
    old: Sequence[int], new: Sequence[int], fixed: Iterable[tuple[int, int]] = ()
) -> dict[int, int]:
    """Return the old and new places of clauses that are the same because their words are.

    A text that stands once in both versions is one clause wherever it stands. One that is repeated,
    or holds no word, is the same where its neighbour is, and between such anchors in its order;
    what is left of it stays alone, for nobody could tell which it is.

    Args:
        old: of each clause a number that is the same for the same words, below 0 for none.
        new: those of the new version.
        fixed: pairs that are settled.
    """
    pairs = dict(fixed)
    taken = set(pairs.values())
    pairs |= _unique(old, new, pairs, taken)
    taken = set(pairs.values())
    stayed = _stayed(pairs)
    _extend(old, new, stayed, pairs, taken)
    _between(old, new, _stayed(pairs), pairs, taken)
    _extend(old, new, sorted(pairs.items()), pairs, taken)
    return pairs


def _unique(
    old: Sequence[int], new: Sequence[int], pairs: dict[int, int], taken: set[int]
) -> dict[int, int]:
    here, there = _once(old, pairs), _once(new, taken)
    return {place: there[text] for text, place in here.items() if text in there}


def _once(texts: Sequence[int], but: Iterable[int]) -> dict[int, int]:
    """Return the place of each text that stands once."""
    skipped = set(but)
    found: dict[int, int] = {}
    again: set[int] = set()
    for place, text in enumerate(texts):
        if place in skipped or text < 0:
            continue
        if text in found:
            again.add(text)
        found[text] = place
    for text in again:
        del found[text]
    return found


def _stayed(pairs: dict[int, int]) -> list[tuple[int, int]]:
    blocks: list[Block] = [(i, i + 1, j, j + 1) for i, j in sorted(pairs.items())]
    return [(blocks[at][0], blocks[at][2]) for at in heaviest(blocks, [1.0] * len(blocks))]


def _extend(
    old: Sequence[int],
    new: Sequence[int],
    anchors: Sequence[tuple[int, int]],
    pairs: dict[int, int],
    taken: set[int],
) -> None:
    """Pair equal neighbours of what is paired, forwards from each anchor, then backwards."""
    for step, some in ((1, anchors), (-1, anchors[::-1])):
        for i, j in some:
            i, j = i + step, j + step
            while (
                0 <= i < len(old)
                and 0 <= j < len(new)
                and old[i] == new[j]
                and i not in pairs
                and j not in taken
            ):
                pairs[i] = j
                taken.add(j)
                i, j = i + step, j + step


def _between(
    old: Sequence[int],
    new: Sequence[int],
    anchors: Sequence[tuple[int, int]],
    pairs: dict[int, int],
    taken: set[int],
) -> None:
    """Pair the repeated texts between two anchors in their order."""
    for (i, j), (k, m) in pairwise([(-1, -1), *anchors, (len(old), len(new))]):
        here = [place for place in range(i + 1, k) if place not in pairs]
        there = [place for place in range(j + 1, m) if place not in taken]
        shared = {old[place] for place in here} & {new[place] for place in there}
        here = [place for place in here if old[place] in shared]
        there = [place for place in there if new[place] in shared]
        for one, other in _in_order([old[p] for p in here], [new[p] for p in there]):
            pairs[here[one]] = there[other]
            taken.add(there[other])


def _in_order(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of a longest common subsequence (Hyyrö 2004, as rapidfuzz has it)."""
    if not old or not new:
        return []
    if len(old) * len(new) <= MOST_CELLS:
        return [
            (step.src_start + at, step.dest_start + at)
            for step in LCSseq.opcodes(old, new)
            if step.tag == "equal"
            for at in range(step.src_end - step.src_start)
        ]
    waiting: dict[int, list[int]] = {}
    for place in reversed(range(len(new))):
        waiting.setdefault(new[place], []).append(place)
    nth = {i: waiting[text].pop() for i, text in enumerate(old) if waiting.get(text)}
    return _stayed(nth)
