"""What two texts surely share: stretches that stand once in each, in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import compress, islice
from typing import TypeVar

# Old place, new place, length: tokens that are the same on both sides.
Block = tuple[int, int, int]
Gram = TypeVar("Gram", str, tuple[str, ...])  # a stretch of tokens

LENGTH_OF_AN_ANCHOR = 3
# Stretches with a token that stands at most so often are many enough to begin with.
RARE = 2


def anchors(old: str, new: str, length: int = LENGTH_OF_AN_ANCHOR) -> list[Block]:
    """Return the longest chain of stretches of a length that stand once on each side.

    Patience diff (Cohen 2003) on word n-grams instead of lines.

    Args:
        old: a character for every token.
        new: the same.
        length: of a stretch, in tokens.
    """
    here, there = (
        _once(range(len(side)), [side[at : at + length] for at in range(len(side) - length + 1)])
        for side in (old, new)
    )
    return _chain(here, there)


def rare_anchors(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return the longest chain of stretches of three, a rare token first, that stand once.

    What is not looked at is most of a long text, for most tokens of a text are frequent ones.

    Args:
        old: tokens.
        new: tokens.
    """
    rare = {token for token, times in Counter(old).items() if times <= RARE}
    here, there = (
        _once(places, [tuple(side[at : at + LENGTH_OF_AN_ANCHOR]) for at in places])
        for side in (old, new)
        for places in (_places(side, rare),)
    )
    return _chain(here, there)


def _places(side: Sequence[str], some: Set[str]) -> list[int]:
    """Return where an anchor may begin with one of some tokens."""
    starts = range(len(side) - LENGTH_OF_AN_ANCHOR + 1)
    return list(compress(starts, map(some.__contains__, side)))


def sentence_anchors(old: str, new: str, ends: frozenset[str]) -> list[Block]:
    """Return the longest chain of whole sentences, lines or cells that stand once on each side.

    Args:
        old: a character for every token.
        new: the same.
        ends: the characters of the tokens that end a sentence.
    """
    sides = []
    for side in (old, new):
        stops = [at for at, token in enumerate(side, 1) if token in ends]
        starts = [0, *stops]
        sides.append(_once(starts, [side[a:b] for a, b in zip(starts, stops, strict=False)]))
    return _chain(*sides)


def _chain(here: Mapping[Gram, int], there: Mapping[Gram, int]) -> list[Block]:
    """Return the longest chain of stretches that stand once on each side, given their places."""
    get = there.get
    found = [(place, get(gram, -1), len(gram)) for gram, place in here.items() if place >= 0]
    pairs = [block for block in found if block[1] >= 0]
    chain = increasing([new_place for _, new_place, _ in pairs])
    return _without_detours(_blocks(pairs[at] for at in chain))


def _once(places: Iterable[int], grams: Sequence[Gram]) -> dict[Gram, int]:
    """Return the place of each that stands once, -1 for the others, in order of appearance."""
    found: dict[Gram, int] = {}
    for place, gram in zip(places, grams, strict=False):
        found[gram] = -1 if gram in found else place
    return found


def increasing(places: Sequence[int]) -> list[int]:
    """Return the indices of a longest increasing subsequence (Fredman 1975)."""
    if all(map(int.__lt__, places, islice(places, 1, None))):
        return list(range(len(places)))
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for index, place in enumerate(places):
        at = len(tails) if not tails or place > tails[-1] else bisect_left(tails, place)
        links.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at] = place
            ends[at] = index
    chain: list[int] = []
    last = ends[-1] if ends else -1
    while last >= 0:
        chain.append(last)
        last = links[last]
    return chain[::-1]


def _blocks(chain: Iterable[Block]) -> list[Block]:
    """Join stretches that overlap or touch; what overlaps on one side only is cut off."""
    blocks: list[Block] = []
    start = new_start = end = new_end = 0
    for old_place, new_place, length in chain:
        stop, new_stop = old_place + length, new_place + length
        if old_place <= end and old_place - end == new_place - new_end:
            end, new_end = stop, new_stop
            continue
        if end > start:
            blocks.append((start, new_start, end - start))
        over = max(0, end - old_place, new_end - new_place)
        start, new_start = old_place + over, new_place + over
        end, new_end = stop, new_stop
    if end > start:
        blocks.append((start, new_start, end - start))
    return blocks


def _without_detours(blocks: Iterable[Block]) -> list[Block]:
    """Leave out what costs more than it keeps.

    A stretch that by chance stands once on each side, at different places, makes a detour: before
    it many tokens come in, and behind it as many go, or the other way round.
    """
    kept: list[Block] = []
    for block in blocks:
        while kept:
            place, new_place, length = kept[-1]
            before = kept[-2][1] - kept[-2][0] if len(kept) > 1 else 0
            out, back = new_place - place - before, new_place - place - block[1] + block[0]
            if out * back <= 0 or min(abs(out), abs(back)) <= length:
                break
            kept.pop()
        kept.append(block)
    return kept
